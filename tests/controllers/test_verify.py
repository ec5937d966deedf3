"""Verification of a result: fidelity, marked regions, and the colours of fills."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.verification import Verification
from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.reading import read_picture
from tests.fakes import FakeRestorer
from tests.imaging.file_builders import adobe_rgb_profile, narrow_rgb_profile
from tests.window_driver import grab, wait_for

GROUND, INK = (120, 140, 160), (200, 60, 40)


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A flat, slightly blurred two-colour logo; the fake network doubles its contrast."""
    image = Image.new("RGB", (120, 80), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 60, 60), fill=INK)
    draw.ellipse((70, 20, 110, 60), fill=INK)
    path = tmp_path / "mark.png"
    image.filter(ImageFilter.GaussianBlur(0.8)).save(path)
    return path


def judged(qtbot: QtBot, window: MainWindow, path: Path) -> Entry:
    window.open_files([path])
    entry = wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: entry.verification is not None)
    return entry


def words(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def button(panel: QWidget, word: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text() == word)


def test_a_result_that_changed_is_told_and_its_places_are_shown(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    fidelity_panel = window.workspace.fidelity_panel
    assert any(text.startswith("Look here:") for text in words(fidelity_panel))
    plain = grab(window.workspace.canvas.view)
    button(fidelity_panel, "Show where").click()
    marked = grab(window.workspace.canvas.view)
    assert (plain != marked).any()
    view = window.workspace.canvas.view
    whole, divider = view.zoom, view.divider
    button(fidelity_panel, "Next place").click()
    assert entry.verification is not None
    left, top, right, bottom = entry.verification.fidelity.regions[0].box
    assert (view.centre - QPointF(left + right, top + bottom)).manhattanLength() < 2  # scale 2
    assert view.zoom > whole  # zoomed in on the region
    handle = 15  # pixels that the divider's handle covers
    assert view.divider_x + handle < view.view_point(QPointF(2 * left, 2 * top)).x()
    button(fidelity_panel, "Show where").click()
    view.fit()
    view.divider = divider
    np.testing.assert_array_equal(grab(view), plain)


def test_a_result_that_did_not_change_is_told_too(
    qtbot: QtBot,
    window: MainWindow,
    mark: Path,
    fake: FakeRestorer,
) -> None:
    fake.only_enlarges = True
    judged(qtbot, window, mark)
    assert any(text.startswith("Faithful:") for text in words(window.workspace.fidelity_panel))
    assert not button(window.workspace.fidelity_panel, "Show where").isVisible()


def test_the_letters_that_no_comparison_can_judge_are_named(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    assert entry.opened is not None
    height = entry.opened.advice.min_legible_height
    assert height >= 8
    assert any(
        text.startswith(f"Proofread letters under {height} px")
        for text in words(window.workspace.fidelity_panel)
    )


def test_nothing_moves_while_the_result_is_judged_again(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    assert entry.verification is not None
    fidelity_panel = window.workspace.fidelity_panel
    fidelity = entry.verification.fidelity
    height = fidelity_panel.sizeHint().height()
    for _ in range(2):  # a slider that is held requests many verifications
        fidelity_panel.show_fidelity(None, is_awaited=True, min_legible_height=9)
        QApplication.processEvents()
        assert "Comparing with the input…" in words(fidelity_panel)
        assert fidelity_panel.sizeHint().height() == height
    fidelity_panel.show_fidelity(fidelity, is_awaited=False, min_legible_height=9)
    assert fidelity_panel.sizeHint().height() == height


def test_fills_are_snapped_to_the_colours_of_the_input(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    assert entry.result is not None
    assert tuple(entry.result.picture.rgb[80, 80]) != INK
    colours = window.workspace.colours_panel
    assert len([text for text in words(colours) if text.startswith("ΔE")]) == 2
    button(colours, "Input").click()
    qtbot.waitUntil(lambda: tuple(entry.result.picture.rgb[80, 80]) == INK)  # type: ignore[union-attr]
    assert tuple(entry.result.picture.rgb[4, 4]) == GROUND
    qtbot.waitUntil(lambda: entry.verification is not None)
    assert any(text.startswith("Faithful:") for text in words(window.workspace.fidelity_panel))
    window.app_actions.undo.trigger()
    qtbot.waitUntil(lambda: tuple(entry.result.picture.rgb[80, 80]) != INK)  # type: ignore[union-attr]
    assert button(colours, "Off").isChecked()


def type_brand(window: MainWindow, text: str) -> None:
    colours = window.workspace.colours_panel
    button(colours, "Brand").click()
    field = colours.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.editingFinished.emit()


def hexes(window: MainWindow) -> list[str]:
    """Return the hex colours of the fills in the colours panel."""
    return [text for text in words(window.workspace.colours_panel) if text.startswith("#")]


def seen(window: MainWindow, x: int, y: int) -> str:
    """Return the colour of a pixel of the result, as shown on the canvas."""
    shown = window.workspace.canvas.view.pictures[1]
    assert shown is not None
    return hex_colour(shown.pixel(x, y))


def test_a_snapped_fill_has_the_colour_that_is_told_at_every_strength(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    judged(qtbot, window, mark)
    type_brand(window, "#C8102E")
    slider = window.workspace.adjust_panel.findChildren(QSlider)[0]
    for strength in (100, 60, 0):
        slider.setValue(strength)
        qtbot.waitUntil(lambda: seen(window, 80, 80) == "#C8102E")
        assert "#C8102E" in hexes(window)
        # The background is near no brand colour, so it follows the strength, and its real colour is shown.
        qtbot.waitUntil(lambda: seen(window, 4, 4) in hexes(window))
    qtbot.waitUntil(lambda: seen(window, 4, 4) == hex_colour(GROUND))


def test_a_picture_with_a_profile_is_told_and_snapped_as_people_see_it(
    qtbot: QtBot, window: MainWindow, mark: Path, ask_save: list[str]
) -> None:
    strong = Image.new("RGB", (120, 80), GROUND)
    strong.paste((160, 70, 80), (20, 20, 60, 60))
    strong.save(mark, icc_profile=adobe_rgb_profile())
    entry = judged(qtbot, window, mark)
    assert entry.result is not None
    as_kept = [hex_colour(tuple(entry.result.picture.rgb[y, x])) for y, x in ((4, 4), (80, 80))]
    as_seen = [seen(window, 4, 4), seen(window, 80, 80)]
    assert not set(as_seen) & set(as_kept)
    qtbot.waitUntil(lambda: hexes(window) == as_seen)
    type_brand(window, "#C8102E")
    qtbot.waitUntil(lambda: seen(window, 80, 80) == "#C8102E")
    qtbot.waitUntil(lambda: hexes(window) == [as_seen[0], "#C8102E"])
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: bool(ask_save) and Path(ask_save[0]).exists())
    written = read_picture(Path(ask_save[0]))
    assert written.icc_profile == adobe_rgb_profile()
    assert tuple(written.in_srgb().rgb[80, 80]) == (0xC8, 0x10, 0x2E)


def test_a_brand_colour_that_a_profile_has_not_is_refused_in_a_sentence(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    Image.open(mark).save(mark, icc_profile=narrow_rgb_profile())
    entry = judged(qtbot, window, mark)
    type_brand(window, "#D53C3C")
    refusal = "This picture's profile “Narrow” has no #D53C3C: convert the picture to sRGB first."
    assert refusal in words(window.workspace.colours_panel)
    assert entry.adjustments.present.snaps == ()


def test_the_brand_colours_are_those_of_the_picture_that_is_looked_at(
    qtbot: QtBot, window: MainWindow, mark: Path, others: list[Path]
) -> None:
    first = judged(qtbot, window, mark)
    type_brand(window, "#C8102E, #003366")
    colours = window.workspace.colours_panel
    for path in others:
        Image.open(mark).save(path)
    window.open_files(others[:2])
    second, third = window.session.entries[1:]
    window.session.select(second)
    qtbot.waitUntil(lambda: second.drifts is not None)
    assert button(colours, "Off").isChecked()
    button(colours, "Brand").click()
    assert colours.brand == "#C8102E, #003366"  # starts with those typed last
    type_brand(window, "#B03020")
    window.session.select(first)
    assert button(colours, "Brand").isChecked()
    assert colours.brand == "#C8102E, #003366"
    assert "#C8102E" in hexes(window)
    type_brand(window, "nonsense")
    window.session.select(second)
    assert colours.brand == "#B03020"
    assert "nonsense" not in " ".join(words(colours))
    window.app_actions.undo.trigger()
    qtbot.waitUntil(lambda: colours.brand == "#C8102E, #003366")
    window.app_actions.undo.trigger()
    qtbot.waitUntil(button(colours, "Off").isChecked)
    window.session.select(third)
    assert button(colours, "Off").isChecked()
    assert colours.brand == "#B03020"


def test_fills_are_snapped_to_the_nearest_brand_colours_that_are_typed(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    colours = window.workspace.colours_panel
    button(colours, "Brand").click()
    typed = colours.findChild(QLineEdit)
    assert isinstance(typed, QLineEdit)
    typed.setText("#C0392B, nonsense")
    typed.editingFinished.emit()
    assert "“nonsense” is not a colour: write six digits, as in #0A84FF." in words(colours)
    typed.setText("#C0392B")
    typed.editingFinished.emit()
    red = (0xC0, 0x39, 0x2B)
    qtbot.waitUntil(lambda: tuple(entry.result.picture.rgb[80, 80]) == red)  # type: ignore[union-attr]
    assert "nonsense" not in " ".join(words(colours))
    assert entry.restored is not None
    assert "ΔE 0.0" not in words(colours)  # the brand's red differs from the input's
    # No brand colour is near the background, so it stays as it was.
    assert tuple(entry.result.picture.rgb[4, 4]) == tuple(entry.restored.rgb[4, 4])  # type: ignore[union-attr]


def test_brand_colours_that_change_no_fill_are_no_step(
    qtbot: QtBot, window: MainWindow, mark: Path
) -> None:
    entry = judged(qtbot, window, mark)
    colours = window.workspace.colours_panel
    type_brand(window, "#00FF00")  # near no fill
    assert not window.app_actions.undo.isEnabled()
    assert not entry.is_adjusted
    assert button(colours, "Brand").isChecked()
    assert colours.brand == "#00FF00"
    type_brand(window, "#C0392B")
    assert len(entry.adjustments.past) == 1
    type_brand(window, "#c0392b, #00FF00")
    assert len(entry.adjustments.past) == 1
    assert entry.adjustments.present.brand == colours.brand == "#c0392b, #00FF00"
    qtbot.waitUntil(lambda: entry.applied == entry.adjustments.present)
    window.app_actions.undo.trigger()
    assert not entry.is_adjusted
    qtbot.waitUntil(button(colours, "Off").isChecked)


def test_a_result_that_cannot_be_judged_is_not_waited_for(
    qtbot: QtBot, window: MainWindow, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_out(*_: object) -> Verification:
        raise MemoryError

    monkeypatch.setattr("desktop_app.engine.workers.verify", run_out)
    window.open_files([mark])
    wait_for(qtbot, window, EntryState.DONE)
    told = "It could not be compared with the input."
    qtbot.waitUntil(lambda: told in words(window.workspace.fidelity_panel))
    monkeypatch.undo()
    window.session.start(window.session.entries[0])
    entry = wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: entry.verification is not None)
    assert told not in words(window.workspace.fidelity_panel)
