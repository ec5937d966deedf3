"""The network's answer is refused, wholly or for a part of a picture: every place says so, in amber."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QListView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import Entry, EntryState, RecoveredEntry
from desktop_app.domain.notice import Tone
from desktop_app.panels.workflow_strip import StepButton
from desktop_app.theme import Theme
from models.progress import TileSource
from tests.fakes import FakeRestorer
from tests.window_driver import banner_text, texts, wait_for

TILES = 24  # of the test picture, with the fake network
REFUSED = (
    "Not restored: the network's answer could not be right and was refused. This is the picture without "
    "sharpening."
)
PARTLY = (
    f"Partly restored: 2 of {TILES} tiles left without sharpening, since the network's answer could not be "
    "right there."
)


def refuse(fake: FakeRestorer, tiles: int) -> None:
    fake.only_enlarges = True
    fake.sources = dict.fromkeys(range(1, tiles + 1), TileSource.ENLARGED)


def judged(qtbot: QtBot, window: MainWindow, path: Path) -> Entry:
    window.open_files([path])
    entry = wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: entry.verification is not None)
    return entry


def row_of(window: MainWindow, row: int = 0) -> tuple[str, QColor | None]:
    """Return what a row of the queue says to a screen reader, and the colour of its state."""
    rows = window.workspace.queue_panel.findChild(QListView)
    assert isinstance(rows, QListView)
    index = rows.model().index(row, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return said, index.data(Qt.ItemDataRole.ForegroundRole)


def colour_of(panel: QWidget, text: str) -> str:
    """Return the colour in which a label is written."""
    (label,) = (label for label in panel.findChildren(QLabel) if label.text() == text)
    return label.palette().color(QPalette.ColorRole.WindowText).name()


def steps(window: MainWindow) -> list[list[str]]:
    return [texts(button) for button in window.findChildren(StepButton)]


def test_every_place_says_that_nothing_was_restored(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, theme: Theme, picture: Path
) -> None:
    refuse(fake, TILES)
    entry = judged(qtbot, window, picture)
    amber = theme.tokens["warning_text"]
    workspace = window.workspace
    assert row_of(window) == ("logo.png, not restored", QColor(amber))
    assert workspace.canvas.view.labels == ("Enlarged", "Not restored")
    buttons = [button.text() for button in workspace.compare_pair_box.findChildren(QToolButton)]
    assert "Enlarged – Not restored ▾" in buttons
    said = texts(workspace.fidelity_panel)
    assert REFUSED in said
    assert colour_of(workspace.fidelity_panel, REFUSED) == amber
    assert not any(text.startswith(("Faithful", "Proofread")) for text in said)
    assert banner_text(window) == REFUSED
    assert workspace.banner.notice is not None
    assert workspace.banner.notice.tone is Tone.WARNING
    assert colour_of(workspace.banner, REFUSED) == amber
    note = f"{TILES} of {TILES} tiles left as enlarged: the network's answer was refused"
    assert colour_of(workspace.status_bar, note) == amber
    network, output = steps(window)[2:]
    assert network[1].startswith("answer refused · CPU fp32 · ")
    assert colour_of(workspace.workflow_strip, network[1]) == amber
    assert "✓" not in [*network, *output]
    assert entry.is_refused


def test_every_place_says_that_a_part_was_not_restored(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, theme: Theme, picture: Path
) -> None:
    refuse(fake, 2)
    entry = judged(qtbot, window, picture)
    amber = theme.tokens["warning_text"]
    workspace = window.workspace
    assert row_of(window) == ("logo.png, partly restored", QColor(amber))
    assert workspace.canvas.view.labels == ("Enlarged", "Partly restored")
    assert banner_text(window) == PARTLY
    assert colour_of(workspace.fidelity_panel, PARTLY) == amber
    (faithful,) = (it for it in texts(workspace.fidelity_panel) if it.startswith("Faithful"))
    assert colour_of(workspace.fidelity_panel, faithful) == amber  # not green
    network = steps(window)[2]
    assert network[1].startswith(f"2 of {TILES} tiles refused · ")
    assert "✓" not in network
    assert not entry.is_refused


def test_a_picture_that_was_restored_is_green_again(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, theme: Theme, picture: Path
) -> None:
    refuse(fake, TILES)
    entry = judged(qtbot, window, picture)
    fake.sources = {}
    window.session.start(entry)
    wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: entry.verification is not None)
    workspace = window.workspace
    said, colour = row_of(window)
    assert said.startswith("logo.png, done · ")
    assert colour is None
    assert banner_text(window) == ""
    assert workspace.canvas.view.labels == ("Enlarged", "Restored")
    (faithful,) = (it for it in texts(workspace.fidelity_panel) if it.startswith("Faithful"))
    assert colour_of(workspace.fidelity_panel, faithful) == theme.tokens["good_text"]
    assert all(texts(button)[-1] == "✓" for button in window.findChildren(StepButton))


def test_the_notice_comes_back_with_its_picture_and_the_queue_counts_it(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path, others: list[Path]
) -> None:
    refuse(fake, TILES)
    first = judged(qtbot, window, picture)
    fake.sources = {}
    window.open_files(others[:1])
    qtbot.waitUntil(lambda: window.session.current is not first)
    second = wait_for(qtbot, window, EntryState.DONE)
    assert banner_text(window) == ""
    assert "2 of 2 done · 1 not restored" in texts(window.workspace.queue_panel)
    window.session.select(first)
    assert banner_text(window) == REFUSED
    window.session.select(second)
    assert banner_text(window) == ""


def test_a_refused_answer_is_known_after_a_crash(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    refuse(fake, TILES)
    entry = judged(qtbot, window, picture)
    qtbot.waitUntil(lambda: entry.cached is not None)
    window.session.recover([RecoveredEntry(entry.source, EntryState.EVICTED, entry.cached)])
    assert row_of(window, 1)[0] == "logo.png, not restored"


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_the_row_is_amber_in_both_themes(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    theme: Theme,
    picture: Path,
    scheme: Qt.ColorScheme,
) -> None:
    refuse(fake, TILES)
    judged(qtbot, window, picture)
    theme.set_scheme(scheme)
    amber = QColor(theme.tokens["warning_text"])
    assert row_of(window)[1] == amber
    image = window.workspace.queue_panel.grab().toImage()
    pixels = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert amber.name() in pixels


def test_a_pinned_result_that_was_not_restored_is_not_said_to_be_the_networks(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    refuse(fake, TILES)
    entry = judged(qtbot, window, picture)
    window.workspace.compare_pair_box.pin_requested.emit()
    assert entry.pinned is not None
    assert entry.pinned.label == "Not restored"
