from __future__ import annotations

import gzip
import os
import socket
import struct
import tempfile
import tracemalloc
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, features

from desktop_app.imaging import decoding, reading
from desktop_app.imaging.reading import decode_picture, read_picture
from desktop_app.imaging.reading_errors import ReadError
from models import regular_file
from models.regular_file import open_regular_file
from tests.imaging.file_builders import encoded, heic, logo, png, png16, psd, srgb_profile, tiff

_image = Image.fromarray(logo())
_exif = Image.Exif()
_exif[0x0112], _exif[0x013B] = 6, "Someone"
_noise = np.random.default_rng(0).integers(0, 65536, (40, 60, 3), dtype=np.uint16)
FILES: dict[str, bytes] = {
    "PNG": encoded(_image, "PNG", exif=_exif, icc_profile=srgb_profile(), dpi=(300, 300)),
    "palette PNG": encoded(_image.convert("P"), "PNG", transparency=bytes(range(256))),
    "16-bit PNG": png16(_noise),
    "JPEG": encoded(_image, "JPEG", exif=_exif, icc_profile=srgb_profile()),
    "progressive JPEG": encoded(_image, "JPEG", progressive=True),
    "CMYK JPEG": encoded(_image.convert("CMYK"), "JPEG"),
    "GIF": encoded(_image, "GIF"),
    "animated GIF": encoded(_image, "GIF", save_all=True, append_images=[_image.rotate(90)]),
    "BMP": encoded(_image, "BMP"),
    "TIFF": encoded(_image, "TIFF", exif=_exif),
    "LZW TIFF": encoded(_image, "TIFF", compression="tiff_lzw"),
    "16-bit TIFF": tiff(_noise, {}),
    "WebP": encoded(_image, "WEBP", exif=_exif),
    "lossless WebP": encoded(_image, "WEBP", lossless=True),
    "animated WebP": encoded(_image, "WEBP", save_all=True, append_images=[_image.rotate(90)]),
    "JPEG 2000": encoded(_image, "JPEG2000"),
    "ICO": encoded(_image, "ICO", sizes=[(32, 32)]),
    "PPM": encoded(_image, "PPM"),
    "TGA": encoded(_image, "TGA"),
    "PSD": psd(logo(), 3, layers=2, resources={1005: bytes(16)}),
    "16-bit PSB": psd(_noise, 3, layers=-2, is_large=True, is_packed=True),
}
FILES["HEIC"] = heic(_image, exif=_exif.tobytes())
if features.check("avif"):
    FILES["AVIF"] = encoded(_image, "AVIF", exif=_exif)


def _message(data: bytes, name: str = "my logo.png") -> str:
    with pytest.raises(ReadError) as caught:
        decode_picture(data, name)
    message = str(caught.value)
    assert message.startswith(f"“{name}” ")
    assert message.endswith(".")
    assert message.count("\n") == 0
    return message


def _picture_or_sentence(data: bytes) -> None:
    try:
        picture = decode_picture(data, "odd")
    except ReadError as error:
        message = str(error)
    else:
        assert picture.rgb.size
        message = "“odd” is a picture"
    assert message.startswith("“odd” ")


# --- damaged -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FILES)
def test_whole_files_are_read(kind: str) -> None:
    assert decode_picture(FILES[kind], kind).width in (60, 40, 32)


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("kept", [0.02, 0.3, 0.5, 0.9])
def test_truncated_files_are_refused(kind: str, kept: float) -> None:
    data = FILES[kind][: int(len(FILES[kind]) * kept)]
    if kind == "animated GIF" and kept >= 0.5:
        assert decode_picture(data, "logo").width == 60  # its first frame is whole
    else:
        _message(data)


@settings(max_examples=120)
@given(kind=st.sampled_from(sorted(FILES)), cut=st.integers(1, 10**6))
def test_any_cut_gives_a_picture_or_a_sentence(kind: str, cut: int) -> None:
    _picture_or_sentence(FILES[kind][: cut % len(FILES[kind])] or b"\0")


@settings(max_examples=200)
@given(
    kind=st.sampled_from(sorted(FILES)),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_any_change_gives_a_picture_or_a_sentence(
    kind: str, changes: list[tuple[int, int]]
) -> None:
    data = bytearray(FILES[kind])
    for position, value in changes:
        data[position % len(data)] = value
    _picture_or_sentence(bytes(data))


@settings(max_examples=100)
@given(st.binary(min_size=1, max_size=400))
def test_random_bytes_give_a_picture_or_a_sentence(data: bytes) -> None:
    _picture_or_sentence(data)


def test_sentences_tell_incomplete_from_damaged() -> None:
    assert "ends too early" in _message(FILES["BMP"][:-900])
    assert "begins like a PNG file" in _message(FILES["PNG"][:12])
    assert "damaged or incomplete" in _message(FILES["WebP"][:40])
    assert "not a picture" in _message(b"Dear customer,\nhere is the logo.\n" * 40)
    assert _message(b"") == "“my logo.png” is empty."


def test_pillows_warnings_are_not_errors() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _picture_or_sentence(FILES["TIFF"][:-20])
        broken = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\xff\0\0\0\xff\0\0\0"
        decode_picture(encoded(_image, "JPEG", exif=broken), "photo")


# --- too large -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [(8193, 8192), (9000, 9000), (13000, 13000), (50000, 50000), (2**31 - 1, 2**31 - 1)]
)
def test_too_many_pixels_are_refused_by_the_header(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decoded before the size was checked")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        message = _message(png(size, 8, 2, b"\0"))
    assert "too many pixels" in message
    assert "67 megapixels" in message


def test_the_limit_itself_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_PIXELS", 60 * 40)
    assert decode_picture(FILES["BMP"], "logo").width == 60
    monkeypatch.setattr(decoding, "MAX_PIXELS", 60 * 40 - 1)
    assert "60 × 40" in _message(FILES["BMP"])


def test_pillows_own_limit_is_left_alone() -> None:
    before = Image.MAX_IMAGE_PIXELS
    decode_picture(FILES["PNG"], "logo")
    assert before == Image.MAX_IMAGE_PIXELS
    assert before is not None
    assert before >= decoding.MAX_PIXELS


def test_too_large_a_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "endless.tif"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)  # sparse: takes no room

    def never(*_: object, **__: object) -> None:
        raise AssertionError("read before its size was checked")

    def open_unread(path: Path) -> BinaryIO:
        file = open_regular_file(path)
        monkeypatch.setattr(file, "read", never)
        return file

    monkeypatch.setattr(regular_file, "open_regular_file", open_unread)
    with pytest.raises(ReadError, match=r"“endless.tif” is too large: 1.0 GB"):
        read_picture(path)


def test_decompression_bombs_in_text_are_left_out_and_not_unpacked() -> None:
    data = png((1, 1), 8, 0, b"\0\0", {b"zTXt": b"Comment\0\0" + zlib.compress(bytes(80 * 2**20))})
    decode_picture(png((1, 1), 8, 0, b"\0\0"), "logo.png")  # imports what is needed
    tracemalloc.start()
    try:
        picture = decode_picture(data, "logo.png")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * 2**20
    assert (picture.width, len(picture.notes)) == (1, 1)


def test_full_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(decoding, "from_image", full)
    assert "memory" in _message(FILES["PNG"])


# --- other kinds ---------------------------------------------------------------------------------

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0"/></svg>'
ADOBE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: a > b -->\n'
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n'
    '<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n]>\n'
)


@pytest.mark.parametrize(
    "data",
    [
        SVG.encode(),
        b"\xef\xbb\xbf" + SVG.encode(),
        SVG.encode("utf-16"),
        b"  \n" + ADOBE.encode() + SVG.encode(),
        SVG.replace("<svg", "<svg:svg").encode(),
        b"<!doctype svg><svg/>",
        gzip.compress(ADOBE.encode() + SVG.encode(), mtime=0),
    ],
)
def test_svg_is_answered_kindly(data: bytes) -> None:
    message = _message(data, "logo.png")
    assert "SVG" in message
    assert "no restoring" in message


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html><body>" + SVG.encode(),
        b"<svgx/>",
        b"<",
        b"<?xml",
        b"<!-- <svg",
        gzip.compress(b"plain text", mtime=0),
        b"\x1f\x8bbroken",
        b"\xff\xfe\xff",
    ],
)
def test_other_text_is_no_svg(data: bytes) -> None:
    assert "SVG" not in _message(data)


def test_vector_files_are_told_what_to_become() -> None:
    for data, kind in (
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "PostScript"),
        (b"\xc5\xd0\xd3\xc6" + bytes(28), "EPS"),
    ):
        message = _message(data, "flyer")
        for word in (kind, "vector file already", "SVG", "PNG"):
            assert word in message
    text = png((1, 1), 8, 0, b"\0\0", {b"tEXt": b"Source\0%PDF-1.7"})
    assert decode_picture(text, "from a PDF").width == 1


def test_iso_media_files_are_told_apart() -> None:
    assert "HEIC" in _message(struct.pack(">I", 24) + b"ftypmif1" + bytes(4) + b"mif1heic")
    assert "AVIF" in _message(struct.pack(">I", 24) + b"ftypmif1" + bytes(4) + b"heicavif")


# --- the disk ------------------------------------------------------------------------------------


def _refusal(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_picture(path)
    return str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "gone.png") == "“gone.png” does not exist."
    (tmp_path / "file").touch()
    assert "does not exist" in _refusal(tmp_path / "file" / "logo.png")


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "logo.png").mkdir()
    assert _refusal(tmp_path / "logo.png") == "“logo.png” is a folder, not a picture."


def test_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "b.png")
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    assert "circle" in _refusal(tmp_path / "a.png")


def test_impossible_names(tmp_path: Path) -> None:
    assert "not a possible file name" in _refusal(tmp_path / "a\0b.png")
    assert "cannot be read" in _refusal(tmp_path / ("a" * 300))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_pipes_and_sockets_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert "device" in _refusal(tmp_path / "pipe.png")
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{short}/socket.png")
        assert "device" in _refusal(Path(short) / "socket.png")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "you have no permission"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (MemoryError(), "memory"),
    ],
)
def test_a_disk_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(FILES["PNG"])

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, "open", refuse)
    assert words in _refusal(path)


def test_no_permission(folder_of_nobody: Path) -> None:
    path = folder_of_nobody / "logo.png"
    path.write_bytes(FILES["PNG"])
    path.chmod(0)
    assert "you have no permission" in _refusal(path)
    folder_of_nobody.chmod(0)
    assert "you have no permission" in _refusal(path)


def test_reading_in_many_threads_keeps_the_warning_filters() -> None:
    import threading

    before = list(warnings.filters)
    work: Callable[[], object] = lambda: decode_picture(FILES["PNG"], "logo")  # noqa: E731
    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(warnings.filters) == before
