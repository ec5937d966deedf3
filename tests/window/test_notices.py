"""Notices are seen whole: the first one, the longest of each language, and beside “About this AI”.

The scale of the screen is fixed when an application starts, so at 200 % they run in a process of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.notice import Notice, Tone
from desktop_app.i18n.language import available_languages
from desktop_app.panels.banner import Banner
from desktop_app.paths import SOURCE, TRANSLATIONS
from tests.waiting import process_pending_events
from tests.window_driver import grab

ROOT = Path(__file__).parents[2]
POSTERS = ("Controller", "FailureNotices", "WindowState", "Sentences", "texts")
"""How the translation contexts end from which notices come."""
SCALE = float(os.environ.get("QT_SCALE_FACTOR", "1"))


def longest_text(language: str) -> str:
    """Return the longest sentence that may become a notice, in one language."""
    name = "de" if language == SOURCE else language
    texts = []
    for context in ET.parse(TRANSLATIONS / f"clearmark_{name}.ts").iter("context"):
        if context.findtext("name", "").endswith(POSTERS):
            for message in context.iter("message"):
                part = "source" if language == SOURCE else "translation"
                texts.append(message.findtext(part, ""))
    return max(texts, key=len)


def place_of(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def label_of(banner: Banner) -> QLabel:
    label = banner.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label


def assert_is_seen(banner: Banner, window: MainWindow) -> None:
    """Check that the sentence has the room that it needs, inside the window and above everything else."""
    label = label_of(banner)
    assert label.height() >= label.heightForWidth(label.width()) > 0
    assert banner.rect().contains(QRect(label.pos(), label.size()))
    middle = banner.parentWidget()
    assert middle is not None
    assert middle.rect().contains(banner.geometry())
    for corner in (label.rect().topLeft(), label.rect().center(), label.rect().bottomRight()):
        assert window.childAt(label.mapTo(window, corner)) is label


def test_the_first_notice_is_as_high_as_its_sentence(window: MainWindow) -> None:
    banner = window.workspace.banner
    without = grab(window).astype(int)
    banner.show_notice(
        Notice("Your last pictures can be brought back.", Tone.PLAIN, "Bring them back")
    )
    assert_is_seen(banner, window)
    process_pending_events()
    assert_is_seen(banner, window)
    place = place_of(label_of(banner), window)
    top, bottom, left, right = (
        round(SCALE * side)
        for side in (place.top(), place.bottom() + 1, place.left(), place.right() + 1)
    )
    area = np.s_[top:bottom, left:right]
    seen = grab(window).astype(int)[area]
    assert (seen != without[area]).any()
    light = seen.mean(axis=2)
    has_ink = (light.max(axis=1) - light.min(axis=1)) > 60
    assert has_ink.sum() >= 0.5 * SCALE * banner.fontMetrics().height()


@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
@pytest.mark.parametrize("language", available_languages(), indirect=True)
def test_the_longest_notice_is_whole_also_beside_about(
    language: str,  # set before the window is created
    window: MainWindow,
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    process_pending_events()
    assert window.devicePixelRatioF() == SCALE
    banner, pane = window.workspace.banner, window.workspace.about_pane
    banner.show_notice(Notice(longest_text(language), Tone.BAD, "OK", details="a\nb"))
    assert_is_seen(banner, window)
    window.app_actions.about.trigger()
    process_pending_events()
    assert_is_seen(banner, window)
    if size[0] == 1280:
        assert not place_of(pane, window).intersects(place_of(banner, window))
    window.app_actions.about.trigger()
    process_pending_events()
    assert_is_seen(banner, window)


def test_a_notice_stays_over_the_canvas_when_the_panels_are_folded(window: MainWindow) -> None:
    workspace = window.workspace
    workspace.banner.show_notice(Notice("Saved.", Tone.PLAIN))
    workspace.fold_panels(is_shown=False)
    process_pending_events()
    canvas = place_of(workspace.canvas, window)
    assert abs(place_of(workspace.banner, window).center().x() - canvas.center().x()) <= 1


def test_they_are_seen_whole_at_200_percent() -> None:
    names = "test_the_first_notice or test_the_longest_notice"
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            __file__,
            "-k",
            names,
            "-n0",
            "-q",
            "-p",
            "no:cacheprovider",
        ],
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    assert "13 passed" in result.stdout
