"""Did it change my logo? The judgement, the marked places, and the colours of fills."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.main_window import MainWindow
from desktop_app.queue.entry import Entry, State
from tests.fakes import FakeRestorer
from tests.window.acting import grab, wait_for

GROUND, INK = (120, 140, 160), (200, 60, 40)


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A flat two-coloured mark, a little blurred; the fake network doubles its contrast."""
    image = Image.new("RGB", (120, 80), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 60, 60), fill=INK)
    draw.ellipse((70, 20, 110, 60), fill=INK)
    path = tmp_path / "mark.png"
    image.filter(ImageFilter.GaussianBlur(0.8)).save(path)
    return path


def judged(qtbot: QtBot, window: MainWindow, path: Path) -> Entry:
    window.open_files([path])
    entry = wait_for(qtbot, window, State.DONE)
    qtbot.waitUntil(lambda: entry.findings is not None, timeout=10_000)
    return entry


def words(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def button(panel: QWidget, word: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text() == word)


def test_a_result_that_changed_is_told_and_its_places_are_shown(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    verdict = window.rooms.verdict
    assert any(text.startswith("Look here:") for text in words(verdict))
    plain = grab(window.rooms.canvas.view)
    button(verdict, "Show where").click()
    marked = grab(window.rooms.canvas.view)
    assert (plain != marked).any()
    view = window.rooms.canvas.view
    view.set_zoom(16)
    button(verdict, "Next place").click()
    assert entry.findings is not None
    left, top, right, bottom = entry.findings.fidelity.regions[0].box
    assert (view.centre - QPointF(left + right, top + bottom)).manhattanLength() < 2  # scale 2
    button(verdict, "Show where").click()
    view.fit()
    np.testing.assert_array_equal(grab(view), plain)


def test_a_result_that_did_not_change_is_told_too(
    qtbot: QtBot,
    window: MainWindow,
    mark: Path,
    fake: FakeRestorer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.fakes.contrasted", lambda pixels: pixels)
    judged(qtbot, window, mark)
    assert any(text.startswith("Faithful:") for text in words(window.rooms.verdict))
    assert not button(window.rooms.verdict, "Show where").isVisible()


def test_fills_are_snapped_to_the_colours_of_the_input(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    assert entry.result is not None
    assert tuple(entry.result.picture.rgb[80, 80]) != INK
    colours = window.rooms.colours
    assert len([text for text in words(colours) if text.startswith("ΔE")]) == 2
    button(colours, "Input").click()
    qtbot.waitUntil(lambda: tuple(entry.result.picture.rgb[80, 80]) == INK, timeout=5000)  # type: ignore[union-attr]
    assert tuple(entry.result.picture.rgb[4, 4]) == GROUND
    qtbot.waitUntil(lambda: entry.findings is not None, timeout=10_000)
    assert any(text.startswith("Faithful:") for text in words(window.rooms.verdict))
    window.deeds.undo.trigger()
    qtbot.waitUntil(lambda: tuple(entry.result.picture.rgb[80, 80]) != INK, timeout=5000)  # type: ignore[union-attr]
    assert button(colours, "Off").isChecked()


def test_fills_are_snapped_to_the_nearest_brand_colours_that_are_typed(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    colours = window.rooms.colours
    button(colours, "Brand").click()
    typed = colours.findChild(QLineEdit)
    assert isinstance(typed, QLineEdit)
    typed.setText("#C0392B, nonsense")
    typed.editingFinished.emit()
    assert "“nonsense” is not a colour: write six digits, as in #0A84FF." in words(colours)
    typed.setText("#C0392B")
    typed.editingFinished.emit()
    red = (0xC0, 0x39, 0x2B)
    qtbot.waitUntil(lambda: tuple(entry.result.picture.rgb[80, 80]) == red, timeout=5000)  # type: ignore[union-attr]
    assert "nonsense" not in " ".join(words(colours))
    assert entry.restored is not None
    # No brand colour is near the ground: it stays as it was.
    assert tuple(entry.result.picture.rgb[4, 4]) == tuple(entry.restored.rgb[4, 4])  # type: ignore[union-attr]
