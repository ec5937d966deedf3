"""Which drops and clipboard contents count as pictures, and which are ignored."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desktop_app.controllers.mime_sources import has_picture, has_web_address, sources_in
from tests.pictures import save_logo

NAME = "Pasted picture"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return save_logo(tmp_path / "ein Zeichen ä.png")


def test_files_keep_their_order_and_names(path: Path) -> None:
    mime = QMimeData()
    other = save_logo(path.with_name("b.png"))
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(other))])
    assert has_picture(mime)
    assert [source.path for source in sources_in(mime, NAME)] == [path, other]
    assert sources_in(mime, NAME)[0].name == path.name


def test_a_file_wins_over_its_preview(path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setImageData(QImage(str(path)))
    assert [source.path for source in sources_in(mime, NAME)] == [path]


@pytest.mark.parametrize("form", ["{path}", "{url}", ' "{path}" \n'])
def test_copied_text_may_name_a_file(path: Path, form: str) -> None:
    mime = QMimeData()
    mime.setText(form.format(path=path, url=QUrl.fromLocalFile(str(path)).toString()))
    assert has_picture(mime)
    assert [source.path for source in sources_in(mime, NAME)] == [path]


def test_encoded_bytes_win_over_a_bare_image(path: Path) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(str(path)))
    assert isinstance(sources_in(mime, NAME)[0].content, QImage)
    mime.setData("image/png", path.read_bytes())
    source = sources_in(mime, NAME)[0]
    assert source.content == path.read_bytes()
    assert source.name == NAME
    assert source.path is None


def test_of_several_kinds_the_one_that_keeps_most_is_taken(path: Path) -> None:
    mime = QMimeData()
    for kind in ("image/jpeg", "image/avif", "image/heic"):
        mime.setData(kind, kind.encode())
    assert sources_in(mime, NAME)[0].content == b"image/avif"
    mime.removeFormat("image/avif")
    assert sources_in(mime, NAME)[0].content == b"image/heic"


@pytest.mark.parametrize(
    "text",
    ["", "hello", "/no/such/file.png", "https://example.org/a.png", "x" * 5000, "a\nb", "\0"],
)
def test_other_text_is_no_picture(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    assert not has_picture(mime)
    assert sources_in(mime, NAME) == []


def test_line_breaks_in_a_name_are_not_shown(tmp_path: Path) -> None:
    path = save_logo(tmp_path / "a.png").rename(tmp_path / "a\nb.png")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    (source,) = sources_in(mime, NAME)
    assert source.name == "a?b.png"
    assert source.path == path


def test_web_addresses_are_recognised() -> None:
    link, text, other = QMimeData(), QMimeData(), QMimeData()
    link.setUrls([QUrl("HTTPS://example.org/logo.png")])
    text.setText(" http://example.org/a.png\n")
    other.setText("ftp is old")
    assert has_web_address(link)
    assert has_web_address(text)
    assert not has_web_address(other)


def test_links_to_other_computers_are_left_alone(no_network: None) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/logo.png")])
    assert not has_picture(mime)
    assert sources_in(mime, NAME) == []
