"""Dragging the result out of the window into another program."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.notice import Tone
from tests.imaging.file_builders import swapped_rgb_profile
from tests.pictures import logo
from tests.window_driver import banner_text, drop, file_mime, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(frozen=True)
class DragPayload:
    """The contents of a drag, copied before Qt deletes them."""

    paths: list[Path]
    png: bytes
    image: QImage
    actions: Qt.DropAction


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[DragPayload]:
    """Replaces QDrag: records all drags, and does not wait for a drop."""
    seen: list[DragPayload] = []

    def exec_(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls()]
        png = bytes(mime.data("image/png").data())
        seen.append(DragPayload(paths, png, QImage(mime.imageData()), actions))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", exec_)
    return seen


@pytest.fixture
def branded(tmp_path: Path) -> Path:
    """A logo with everything that must survive: transparency, profile, print size."""
    path = tmp_path / "logo.png"
    image = Image.fromarray(logo(has_alpha=True))
    image.save(path, dpi=(144, 144), icc_profile=swapped_rgb_profile())
    return path


def drag_with_button_down(window: MainWindow) -> None:
    """Move the mouse away with the button down; QTest's own move has no button."""
    handle = window.workspace.header.drag_handle
    place, left = QPointF(0, 200), Qt.MouseButton.LeftButton
    none, move = Qt.KeyboardModifier.NoModifier, QEvent.Type.MouseMove
    there = handle.mapToGlobal(place)
    QApplication.sendEvent(
        handle, QMouseEvent(move, place, there, Qt.MouseButton.NoButton, left, none)
    )


def drag_out(qtbot: QtBot, window: MainWindow, drags: list[DragPayload]) -> DragPayload:
    """Keep moving the mouse, as a user does, until the drag starts."""
    before = len(drags)
    QTest.mousePress(window.workspace.header.drag_handle, Qt.MouseButton.LeftButton)

    def has_begun() -> bool:
        drag_with_button_down(window)
        return len(drags) > before

    qtbot.waitUntil(has_begun)
    return drags[-1]


def result_of(entry: Entry) -> np.ndarray:
    assert entry.result is not None
    picture = entry.result.picture
    assert picture.alpha is not None
    return np.dstack([picture.rgb, picture.alpha])


def test_the_drag_carries_a_file_with_alpha_profile_and_print_size(
    qtbot: QtBot, window: MainWindow, branded: Path, drags: list[DragPayload]
) -> None:
    assert not window.workspace.header.drag_handle.isEnabled()
    window.open_files([branded])
    entry = wait_for(qtbot, window, EntryState.DONE)
    dragged = drag_out(qtbot, window, drags)
    (path,) = dragged.paths
    assert path.name == "logo-2x.png"
    assert dragged.actions == Qt.DropAction.CopyAction
    assert dragged.png == path.read_bytes()
    with Image.open(io.BytesIO(dragged.png)) as image:
        np.testing.assert_array_equal(np.asarray(image), result_of(entry))
        assert image.info["dpi"] == pytest.approx((288, 288), rel=0.01)
        assert image.info["icc_profile"] == swapped_rgb_profile()
    assert dragged.image.hasAlphaChannel()
    assert (dragged.image.width(), dragged.image.height()) == (160, 96)
    assert not window.workspace.header.drag_handle.isDown()


def test_nothing_is_dragged_before_the_file_is_there(
    window: MainWindow, qtbot: QtBot, branded: Path, drags: list[DragPayload]
) -> None:
    window.open_files([branded])
    wait_for(qtbot, window, EntryState.DONE)
    QTest.mousePress(window.workspace.header.drag_handle, Qt.MouseButton.LeftButton)
    drag_with_button_down(window)  # no event from the writing thread has arrived yet
    assert drags == []
    drag_out(qtbot, window, drags)
    assert len(drags) == 1


def test_a_file_is_written_once_and_anew_for_another_result(
    qtbot: QtBot, window: MainWindow, branded: Path, drags: list[DragPayload]
) -> None:
    window.open_files([branded])
    wait_for(qtbot, window, EntryState.DONE)
    first = drag_out(qtbot, window, drags).paths
    written = first[0].stat().st_mtime_ns
    assert drag_out(qtbot, window, drags).paths == first
    assert first[0].stat().st_mtime_ns == written
    window.workspace.restore_panel.changed.emit(replace(window.session.choices, scale=4))
    entry = wait_for(qtbot, window, EntryState.DONE)
    (second,) = drag_out(qtbot, window, drags).paths
    assert second.name == "logo-4x.png"
    with Image.open(second) as image:
        np.testing.assert_array_equal(np.asarray(image), result_of(entry))
    assert first[0].exists()  # the other program may fetch it later


def test_what_was_written_is_gone_with_the_window(
    qtbot: QtBot, window: MainWindow, branded: Path, drags: list[DragPayload]
) -> None:
    window.open_files([branded])
    wait_for(qtbot, window, EntryState.DONE)
    (path,) = drag_out(qtbot, window, drags).paths
    folder = path.parent.parent
    assert folder.name.startswith("clearmark-")
    window.close()
    assert not folder.exists()


def test_a_click_tells_what_the_handle_is_for(
    qtbot: QtBot, window: MainWindow, branded: Path, drags: list[DragPayload]
) -> None:
    window.open_files([branded])
    wait_for(qtbot, window, EntryState.DONE)
    QTest.mouseClick(window.workspace.header.drag_handle, Qt.MouseButton.LeftButton)
    assert (
        banner_text(window) == "Hold the button down and drag: the picture comes along as a file."
    )
    assert drags == []


def test_no_place_for_the_file_is_told(
    qtbot: QtBot, window: MainWindow, branded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_options: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.controllers.drag_out.TemporaryDirectory", refuse)
    window.open_files([branded])
    wait_for(qtbot, window, EntryState.DONE)
    QTest.mousePress(window.workspace.header.drag_handle, Qt.MouseButton.LeftButton)
    notice = window.workspace.banner.notice
    assert notice is not None
    assert notice.tone is Tone.BAD
    assert "No space left on device" in notice.text


def test_the_window_does_not_open_its_own_result(
    window: MainWindow, branded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDragEnterEvent, "source", lambda _event: window)
    assert not drop(window, file_mime(branded))
    assert window.session.entries == ()
