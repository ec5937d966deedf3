"""The boxes and the banner that float over the canvas, the start page, and the status bar."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.actions import Actions
from desktop_app.domain.notice import Notice, Scope, Tone
from desktop_app.imaging.decoding import picture_suffixes
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.panels.banner import Banner
from desktop_app.panels.start_page import StartPage, find_samples
from desktop_app.panels.status_bar import StatusBar
from desktop_app.panels.zoom_box import ZoomBox
from desktop_app.paths import SAMPLES
from models.network_info import NetworkInfo
from tests.pictures import save_logo
from tests.waiting import process_pending_events


def test_a_banner_says_its_sentence_and_acts_once(qtbot: QtBot, window: QWidget) -> None:
    banner = Banner(window)
    done: list[bool] = []
    notice = Notice("It went wrong.", Tone.BAD, "Retry", lambda: done.append(True))
    banner.show_notice(notice)
    assert banner.isVisible()
    assert banner.notice is notice
    assert banner.accessibleName() == "It went wrong."
    button = banner.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.text() == "Retry"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not banner.isVisible()
    assert banner.notice is None


@pytest.mark.parametrize(
    ("scope", "lasts", "lasts_after_drop"),
    [(Scope.PICTURE, False, False), (Scope.DROP, True, False), (Scope.WINDOW, True, True)],
)
def test_a_notice_lasts_as_long_as_it_says(
    window: QWidget, scope: Scope, lasts: bool, lasts_after_drop: bool
) -> None:
    banner = Banner(window)
    notice = Notice("It went wrong.", Tone.BAD, scope=scope)
    banner.show_notice(notice)
    banner.end_picture()
    assert (banner.notice is notice) is lasts
    banner.show_notice(notice)
    banner.end_drop()
    assert banner.notice is notice  # stays until another picture is shown
    banner.end_picture()
    assert (banner.notice is notice) is lasts_after_drop


def test_only_the_notice_that_is_said_can_be_withdrawn(window: QWidget) -> None:
    banner = Banner(window)
    earlier, later = Notice("Wait.", Tone.PLAIN), Notice("It went wrong.", Tone.BAD)
    banner.show_notice(earlier)
    banner.show_notice(later)
    banner.withdraw(earlier)
    assert banner.notice is later
    banner.withdraw(later)
    assert banner.notice is None


def test_a_long_sentence_is_wrapped_inside_the_window(window: QWidget) -> None:
    banner = Banner(window)
    banner.show_notice(Notice("This is a long sentence. " * 12, Tone.BAD, "Retry"))
    assert window.rect().contains(banner.geometry())
    label = banner.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.height() >= label.heightForWidth(label.width())


def test_details_are_shown_by_keyboard_and_go_with_their_notice(window: QWidget) -> None:
    banner = Banner(window)
    reasons = "\n".join(f"“{name}.txt” is not a picture that can be read here." for name in "abcd")
    banner.show_notice(Notice("4 items cannot be opened.", Tone.BAD, "Open", details=reasons))
    more = banner.findChild(QToolButton)
    assert isinstance(more, QToolButton)
    assert more.text() == "Details"
    (label,) = (label for label in banner.findChildren(QLabel) if label.text() == reasons)
    assert not label.isVisible()
    before = banner.height()
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert label.isVisible()
    assert banner.height() > before
    assert window.rect().contains(banner.geometry())
    banner.layout().activate()  # type: ignore[union-attr]
    assert label.height() >= label.heightForWidth(label.width())
    banner.show_notice(Notice("Wrong.", Tone.BAD))
    assert not label.isVisible()
    assert not more.isVisible()
    assert banner.height() <= before


def test_good_news_goes_by_itself_and_bad_news_stays(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.panels.banner._SHORT_MS", 20)
    banner = Banner(window)
    banner.show_notice(Notice("Saved.", Tone.GOOD))
    qtbot.waitUntil(lambda: not banner.isVisible())
    banner.show_notice(Notice("Saved.", Tone.GOOD))
    banner.show_notice(Notice("Wrong.", Tone.BAD))
    qtbot.wait(60)  # longer than the first notice would stay
    assert banner.isVisible()
    assert not banner.findChildren(QPushButton)[0].isVisible()


def test_what_stays_gives_way_and_comes_back_until_it_is_taken_or_dismissed(
    window: QWidget,
) -> None:
    banner = Banner(window)
    error, saved = Notice("Wrong.", Tone.BAD), Notice("Saved.", Tone.GOOD)
    pressed: list[Notice | None] = []
    offer = Notice(
        "There is more.", Tone.PLAIN, "Take", lambda: pressed.append(banner.notice), stays=True
    )
    banner.show_notice(error)
    banner.show_notice(offer)
    assert banner.notice is error  # a notice that can wait does not hide it
    banner.dismiss()
    assert banner.notice is offer
    banner.show_notice(saved)
    assert banner.notice is saved
    banner.dismiss()
    assert banner.notice is offer
    banner.findChildren(QPushButton)[0].click()
    assert pressed == [None]
    assert not banner.isVisible()


def test_the_zoom_box_tells_the_zoom_and_acts(qtbot: QtBot, window: QWidget) -> None:
    actions = Actions(window)
    box = ZoomBox(actions.zoom_out, actions.actual_size, (actions.zoom_in, actions.fit), window)
    buttons = box.findChildren(QToolButton)
    box.show_zoom(2.0)
    assert [button.text() for button in buttons] == ["−", "200 %", "+", "Fit"]
    box.show_zoom(1 / 16)
    assert buttons[1].text() == "6.2 %"
    box.show_zoom(2 / 3)
    assert buttons[1].text() == "67 %"
    triggers = (actions.zoom_out, actions.actual_size, actions.zoom_in, actions.fit)
    for button, action in zip(buttons, triggers, strict=True):
        with qtbot.waitSignal(action.triggered):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.accessibleName()
        assert button.toolTip().endswith(")")  # the shortcut


def test_the_status_line(qtbot: QtBot) -> None:
    line = StatusBar()
    qtbot.addWidget(line)

    def texts() -> str:
        return " | ".join(label.text() for label in line.findChildren(QLabel) if label.text())

    line.show_engine(None)
    assert texts() == "network not loaded yet | offline"
    line.show_engine(EngineInfo(NetworkInfo("clearmark-small", "MIMO-UNet"), "CPU", "bf16"))
    line.show_pixel(212, 96, {"enlarged": (201, 176, 168), "restored": (210, 69, 43, 128)})
    line.show_print_size("32 mm at 144 dpi", "Width on paper")
    line.show_note("1 of 2 tiles left as enlarged")
    assert texts() == (
        "x 212  y 96 | enlarged #C9B0A8 (201 176 168) · restored #D2452B (210 69 43) opacity 50 % | "
        "32 mm at 144 dpi | 1 of 2 tiles left as enlarged | CPU · bf16 | offline"
    )
    line.show_pixel(-1, -1, {})
    assert "x 212" not in texts()


def test_samples_are_offered_without_their_originals(qtbot: QtBot, window: QWidget) -> None:
    samples = find_samples(SAMPLES)
    assert [path.stem for path in samples] == ["halden", "juniper", "ostrel"]
    assert find_samples(SAMPLES / "none") == ()
    empty = StartPage(Actions(window).open, samples)
    qtbot.addWidget(empty)
    cards = [
        button for button in empty.findChildren(QToolButton) if "Sample" in button.accessibleName()
    ]
    assert len(cards) == 3
    with qtbot.waitSignal(empty.sample_chosen) as chosen:
        QTest.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [samples[1]]


@pytest.mark.parametrize("width", [400, 472, 640, 900])
def test_the_samples_fit_side_by_side(qtbot: QtBot, window: QWidget, width: int) -> None:
    empty = StartPage(Actions(window).open, find_samples(SAMPLES), window)
    empty.resize(width, 480)
    empty.show()
    process_pending_events()
    cards = [card for card in empty.findChildren(QToolButton) if card.property("role") == "sample"]
    for left, right in itertools.pairwise(cards):
        assert left.geometry().right() < right.geometry().left()
    assert empty.rect().contains(cards[0].geometry().united(cards[-1].geometry()))


def test_what_can_be_read_is_told(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    formats = []
    for has_heic in (True, False):
        monkeypatch.setattr("desktop_app.panels.start_page.can_read_heic", lambda has=has_heic: has)
        empty = StartPage(Actions(window).open, ())
        qtbot.addWidget(empty)
        texts = [label.text() for label in empty.findChildren(QLabel)]
        formats.append(next(text for text in texts if text.startswith("PNG, ")).split(", "))
    assert set(formats[0]) - set(formats[1]) == {"HEIC"}
    # All other formats can be read wherever the program runs.
    assert {f".{name.lower()}" for name in formats[1]} <= picture_suffixes()


def test_a_program_without_samples_still_opens(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    save_logo(tmp_path / "a-original.png")
    empty = StartPage(Actions(window).open, find_samples(tmp_path))
    qtbot.addWidget(empty)
    texts = [label.text() for label in empty.findChildren(QLabel)]
    assert "Drop a logo, paste, or open" in texts
    assert "OR TRY A SAMPLE" not in texts
