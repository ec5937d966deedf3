"""Compare modes, pairs, backgrounds, the mini-map, and the exported comparison."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.compare_pairs import COMPARE_PAIRS
from desktop_app.domain.entry import EntryState, WorkflowStep
from desktop_app.domain.jobs import PartialResult
from desktop_app.panels.compare_boxes import Background
from desktop_app.panels.workflow_strip import StepButton
from desktop_app.settings import Settings
from desktop_app.viewer.compare_modes import CompareMode
from desktop_app.viewer.minimap import MiniMap
from models.enlarge import enlarge
from tests.fakes import FakeRestorer, contrasted
from tests.pictures import logo, save_logo
from tests.window_driver import banner_text, grab, named, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_keys_and_switch_choose_the_way_and_the_place_stays(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view = window.workspace.canvas.view
    view.set_zoom(6.0, QPointF(50, 60))
    place = view.zoom, view.centre
    for mode in reversed(CompareMode):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + mode))
        assert view.mode is mode
        assert [action.isChecked() for action in window.app_actions.compare_modes] == [
            mode is w for w in CompareMode
        ]
        assert (view.zoom, view.centre) == place
    lens = window.workspace.compare_mode_box.findChildren(QToolButton)[CompareMode.LENS]
    QTest.mouseClick(lens, Qt.MouseButton.LeftButton)
    assert view.mode is CompareMode.LENS
    assert view.hasFocus()


def test_a_way_leads_back_from_a_single_picture(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)

    def is_compared() -> tuple[bool, bool]:
        return (
            window.workspace.canvas.view.has_both,
            window.app_actions.export_comparison.isEnabled(),
        )

    window.findChildren(StepButton)[WorkflowStep.INPUT].click()
    assert is_compared() == (False, False)
    QTest.keyClick(window, Qt.Key.Key_5)
    assert window.workspace.workflow_strip.step is WorkflowStep.OUTPUT
    assert is_compared() == (True, True)


def test_any_two_pictures_are_compared_in_one_viewport(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view, small = window.workspace.canvas.view, logo(100, 180)
    enlarged = enlarge(small, 2)
    shown = [small.repeat(2, axis=0).repeat(2, axis=1), enlarged, contrasted(enlarged)]
    view.set_zoom(7.0, QPointF(50, 60))
    place = view.zoom, view.centre
    for pair in (*COMPARE_PAIRS[:3], *(pair.swapped for pair in COMPARE_PAIRS[:3])):
        window.workspace.compare_pair_box.pair_chosen.emit(pair)
        before, after = view.colours_at(231, 77)
        assert before == tuple(shown[pair.before][77, 231])
        assert after == tuple(shown[pair.after][77, 231])
        assert (view.zoom, view.centre) == place


def test_a_pinned_result_is_compared_with_another_strength_of_the_same_picture(
    qtbot: QtBot, window: MainWindow, picture: Path, fake: FakeRestorer
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.result is not None
    pinned, view = entry.result.pyramid, window.workspace.canvas.view
    window.workspace.compare_pair_box.pin_requested.emit()
    assert view.labels == ("MIMO-UNet, 100 %", "Restored")
    strength = window.workspace.adjust_panel.findChildren(QSlider)[0]
    strength.setValue(40)
    qtbot.waitUntil(lambda: view.pictures[1] is not pinned)
    assert view.pictures[0] is pinned
    assert view.pictures[1] is entry.result.pyramid


def test_a_pinned_result_is_compared_with_results_at_other_scales_pixel_by_pixel(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    canvas, view = window.workspace.canvas, window.workspace.canvas.view
    window.workspace.compare_pair_box.pin_requested.emit()
    pinned = view.pictures[0]
    assert pinned is not None
    assert (canvas.magnification, pinned.width) == (1, 360)
    view.set_zoom(8.0)
    view.centre_on(QPointF(100, 60))
    for scale, width in ((4, 720), (1, 360)):
        window.session.set_choices(replace(window.session.choices, scale=scale))
        qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
        assert entry.result is not None
        assert view.labels == ("MIMO-UNet, 100 %, 2×", f"Restored, {scale}×")
        own = entry.result.pyramid
        for shown, result in zip(view.pictures, (pinned, own), strict=True):
            assert shown is not None
            assert shown.width == width
            factor = width // result.width
            for row, column in ((0, 0), (77, 231), (120, 333)):
                assert shown.pixel(row, column) == result.pixel(row // factor, column // factor)
        assert view.zoom == 8.0 * 360 / width  # the same part, as large as before
        assert view.centre.x() == pytest.approx(100 * width / 360, abs=0.5)
        visible = view.visible_rect
        assert visible is not None
        assert entry.job.visible.get() == visible.reduced(width // own.width)
        kept = view.pictures
        canvas.show_entry(entry, WorkflowStep.OUTPUT)
        assert all(one is other for one, other in zip(kept, view.pictures, strict=True))
    window.session.set_choices(replace(window.session.choices, scale=2))
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert view.labels == ("MIMO-UNet, 100 %", "Restored")


def test_tiles_arrive_beside_a_larger_pinned_result(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    view = window.workspace.canvas.view
    window.workspace.compare_pair_box.pin_requested.emit()
    fake.gate = threading.Semaphore(1)
    window.session.set_choices(replace(window.session.choices, scale=1))
    qtbot.waitUntil(lambda: entry.partial is not None)
    assert entry.partial is not None
    shown = view.pictures[1]
    assert shown is not None
    assert (shown.width, entry.partial.width) == (360, 180)
    assert shown.pixel(41, 87) == entry.partial.pixel(20, 43)
    fake.gate.release(1000)
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert view.labels == ("MIMO-UNet, 100 %, 2×", "Restored, 1×")


def test_a_pinned_result_of_a_file_that_has_another_shape_by_now_is_not_compared(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    window.workspace.compare_pair_box.pin_requested.emit()
    save_logo(picture, 100, 150)
    entry.evict()  # otherwise the file would not be read again
    window.session.start(entry)
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert window.workspace.canvas.view.labels == ("Enlarged", "Restored")


def test_a_picture_that_keeps_its_size_is_not_called_enlarged(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    pair, view = window.workspace.compare_pair_box, window.workspace.canvas.view

    def offered() -> list[str]:
        return [
            choice.text()
            for choice in pair.findChild(QActionGroup).actions()  # type: ignore[union-attr]
            if choice.isVisible()
        ]

    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    usual = offered()
    assert len(usual) == len(COMPARE_PAIRS)
    window.session.set_choices(replace(window.session.choices, scale=1))
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert view.labels == ("Input", "Restored")
    assert named(QToolButton, "Compare Input – Restored", pair).text() == "Input – Restored ▾"
    assert offered() == ["Input – Restored", "Pinned result – Restored"]
    window.session.set_choices(replace(window.session.choices, scale=2))
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert view.labels == ("Enlarged", "Restored")
    assert offered() == usual


def test_restored_tiles_arrive_whichever_side_they_are_on(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.opened is not None
    view, opened = window.workspace.canvas.view, entry.opened
    entry.result = None
    partial = PartialResult(
        opened.enlarged_pyramid.replaced(0, 0, np.full((9, 9, 3), 7, np.uint8)), ()
    )
    entry.partial = partial.pyramid
    for pair in (*COMPARE_PAIRS[:3], *(pair.swapped for pair in COMPARE_PAIRS[:3])):
        window.workspace.compare_pair_box.pair_chosen.emit(pair)
        window.workspace.canvas.show_partial(entry, partial)
        colours = dict(zip((pair.before, pair.after), view.colours_at(3, 3), strict=True))
        for stage, colour in colours.items():
            assert (colour == (7, 7, 7)) == (stage.name == "RESTORED"), pair


def test_backgrounds_are_painted_offered_and_remembered(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    picture: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    button = named(QToolButton, "Background", window.workspace.compare_pair_box)
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    assert not button.isVisible()
    window.open_files([save_logo(tmp_path / "clear.png", has_alpha=True)])
    qtbot.waitUntil(button.isVisible)
    view = window.workspace.canvas.view
    at = view.view_point(QPointF(4, 48)).toPoint()  # transparent
    brand = QColor("#c0ffee")
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_arguments: brand)
    for background, colour in (
        (Background.WHITE, QColor("white")),
        (Background.BLACK, QColor("black")),
        (Background.COLOUR, brand),
    ):
        window.workspace.compare_pair_box.background_chosen.emit(background)
        shown = (colour.red(), colour.green(), colour.blue())
        assert tuple(grab(view)[at.y(), at.x()]) == shown
        assert settings.background == colour
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_arguments: QColor())  # "Cancel"
    window.workspace.compare_pair_box.background_chosen.emit(Background.COLOUR)
    assert settings.background == brand
    window.workspace.compare_pair_box.background_chosen.emit(Background.CHECKER)
    first, second = grab(view)[at.y(), at.x() : at.x() + 16 : 8].tolist()
    assert first != second


def test_the_minimap_lies_on_the_chosen_background(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "clear.png", has_alpha=True)])
    wait_for(qtbot, window, EntryState.DONE)
    minimap = window.findChild(MiniMap)
    assert isinstance(minimap, MiniMap)
    view = window.workspace.canvas.view
    view.set_zoom(24.0)
    view.centre_on(QPointF(4, 48))
    for background, lightness in ((Background.WHITE, 255), (Background.BLACK, 0)):
        window.workspace.compare_pair_box.background_chosen.emit(background)
        assert (grab(minimap)[minimap.height() // 2, 4] == lightness).all()


def test_the_minimap_moves_the_viewport(qtbot: QtBot, window: MainWindow, picture: Path) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view, minimap = window.workspace.canvas.view, window.findChild(MiniMap)
    assert isinstance(minimap, MiniMap)
    assert not minimap.isVisible()
    view.set_zoom(12.0)
    assert minimap.isVisible()
    middle = minimap.rect().center()
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=middle - QPoint(20, 10))
    assert view.centre.x() < 180 - 30
    assert view.centre.y() < 100 - 15


@pytest.mark.parametrize("size", [(1280, 800), (1280, 720), (960, 600)])
def test_what_floats_neither_overlaps_nor_leaves_the_canvas(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.open_files([save_logo(tmp_path / "clear.png", has_alpha=True)])
    wait_for(qtbot, window, EntryState.DONE)
    canvas = window.workspace.canvas
    canvas.view.set_zoom(32.0)
    minimap = window.findChild(MiniMap)
    assert isinstance(minimap, MiniMap)
    boxes = [
        window.workspace.zoom_box,
        window.workspace.compare_mode_box,
        window.workspace.compare_pair_box,
        minimap,
    ]
    for number, box in enumerate(boxes):
        assert box.isVisible()
        assert canvas.rect().contains(box.geometry())
        for other in boxes[:number]:
            assert not box.geometry().intersects(other.geometry())


def test_a_comparison_is_exported_as_it_is_seen(
    qtbot: QtBot, window: MainWindow, picture: Path, ask_save: list[str]
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.opened is not None
    assert entry.result is not None
    before, after = entry.opened.enlarged.rgb, entry.result.picture.rgb
    view = window.workspace.canvas.view
    view.divider = view.view_point(QPointF(90, 0)).x() / view.viewport().width()
    QTest.keySequence(window, "Ctrl+Shift+E")
    target = picture.with_name("logo-2x-comparison.png")
    qtbot.waitUntil(lambda: banner_text(window) == f"Saved {target.name}")
    assert ask_save == [str(target)]
    with Image.open(target) as image:
        shown = np.asarray(image.convert("RGB"))
    factor = 1200 // 360
    rows, columns = np.arange(0, 60), np.arange(0, 360)
    sampled = shown[np.ix_(rows * factor, columns * factor)]
    np.testing.assert_array_equal(sampled[:, :89], before[:60, :89])
    np.testing.assert_array_equal(sampled[:, 91:], after[:60, 91:])
    window.app_actions.compare_modes[CompareMode.SIDE_BY_SIDE].trigger()
    window.app_actions.export_comparison.trigger()
    second = picture.with_name("logo-2x (2)-comparison.png")
    qtbot.waitUntil(lambda: banner_text(window) == f"Saved {second.name}")
    with Image.open(second) as image:
        assert image.width > 2 * 360 * factor
