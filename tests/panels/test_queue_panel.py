"""The queue panel: rows, keys, menu."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Choices
from desktop_app.panels.queue_panel import QueuePanel
from models.registry import MODELS
from tests.pictures import save_logo
from tests.queue.entries import make_entry


@pytest.fixture
def entries(tmp_path: Path) -> list[Entry]:
    paths = [save_logo(tmp_path / f"{name}.png") for name in "abc"]
    states = (EntryState.DONE, EntryState.RUNNING, EntryState.WAITING)
    return [make_entry(path, state) for path, state in zip(paths, states, strict=True)]


@pytest.fixture
def panel(window: QWidget, entries: list[Entry]) -> QueuePanel:
    panel = QueuePanel(window)
    panel.resize(panel.width(), 400)
    panel.show()
    for entry in entries:
        panel.add(entry)
        panel.refresh(entry)
    return panel


def rows(panel: QueuePanel) -> QListView:
    view = panel.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def accessible_texts(panel: QueuePanel) -> list[str]:
    model = rows(panel).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_each_row_tells_its_name_and_state(panel: QueuePanel, entries: list[Entry]) -> None:
    result = entries[0].result
    assert result is not None
    done, running, waiting = accessible_texts(panel)
    assert done.startswith("a.png, done · ")
    assert running == "b.png, tile 7 of 12"
    assert waiting == "c.png, waiting"


@pytest.mark.parametrize("state", list(EntryState))
def test_every_state_has_words_and_can_be_painted(
    qtbot: QtBot, tmp_path: Path, state: EntryState
) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    entry = make_entry(save_logo(tmp_path / "logo.png", has_alpha=True), state)
    panel.add(entry)
    panel.refresh(entry)
    assert not panel.grab().isNull()
    (text,) = accessible_texts(panel)
    assert text.startswith("logo.png, ")
    assert len(text) > len("logo.png, ")


def test_selecting_by_program_is_silent_and_by_arrow_key_is_told(
    qtbot: QtBot, panel: QueuePanel, entries: list[Entry]
) -> None:
    with qtbot.assertNotEmitted(panel.chosen):
        panel.select(entries[0])
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(rows(panel), Qt.Key.Key_Down)
    assert chosen.args == [entries[1]]


def test_click_and_enter_activate(qtbot: QtBot, panel: QueuePanel, entries: list[Entry]) -> None:
    view = rows(panel)
    place = view.visualRect(view.model().index(2, 0)).center()
    emitted: list[Entry] = []
    panel.chosen.connect(emitted.append)
    panel.activated.connect(emitted.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert emitted == [entries[2]] * 2
    with qtbot.waitSignal(panel.activated):
        QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_removes(qtbot: QtBot, panel: QueuePanel, entries: list[Entry], key: Qt.Key) -> None:
    panel.select(entries[1])
    rows(panel).setFocus()
    with qtbot.waitSignal(panel.remove_requested) as removed:
        QTest.keyClick(rows(panel), key)
    assert removed.args == [entries[1]]
    with qtbot.assertNotEmitted(panel.chosen):
        panel.remove(entries[1])
    assert [text[0] for text in accessible_texts(panel)] == ["a", "c"]


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (EntryState.RUNNING, "Cancel"),
        (EntryState.CANCELLED, "Retry"),
        (EntryState.FAILED, "Retry"),
        (EntryState.DONE, "Retry"),
        (EntryState.WAITING, "Restore now"),
    ],
)
def test_the_menu_offers_what_can_be_done(
    qtbot: QtBot, panel: QueuePanel, tmp_path: Path, state: EntryState, first: str
) -> None:
    entry = make_entry(tmp_path / "a.png", state)
    panel.add(entry)
    menu = panel.menu_for(entry)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    words = [first, "Move to the top", "Move up", "Remove", "Remove all"]
    assert [action.text() for action in actions] == words
    signal = panel.cancel_requested if first == "Cancel" else panel.retry_requested
    with qtbot.waitSignals([signal, panel.remove_requested, panel.clear_requested]):
        for action in actions:
            action.trigger()
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_opens_by_mouse_and_by_key(
    qtbot: QtBot, panel: QueuePanel, entries: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    requested: list[Entry] = []
    menu_for = panel.menu_for

    def remember(entry: Entry) -> object:
        requested.append(entry)
        return menu_for(entry)

    monkeypatch.setattr(panel, "menu_for", remember)
    view = rows(panel)
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(2, 0)).center())
    panel.select(entries[0])
    view.customContextMenuRequested.emit(QPoint(5, 390))
    assert requested == [entries[2], entries[0]]
    for menu in panel.findChildren(type(menu_for(entries[0]))):
        menu.close()


def test_rows_are_moved_by_keys_and_by_dragging(
    qtbot: QtBot, panel: QueuePanel, entries: list[Entry]
) -> None:
    requested: list[tuple[Entry, int]] = []
    panel.move_requested.connect(lambda entry, place: requested.append((entry, place)))
    view = rows(panel)
    view.setCurrentIndex(view.model().index(1, 0))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    dragged = view.model().mimeData([view.model().index(0, 0)])
    move, top = Qt.DropAction.MoveAction, QModelIndex()
    view.model().dropMimeData(dragged, move, 3, 0, top)  # below the last
    view.model().dropMimeData(dragged, move, -1, -1, view.model().index(1, 0))  # on the second
    first, second, _ = entries
    assert requested == [(second, 0), (second, 2), (first, 2), (first, 0)]
    emitted: list[Entry] = []
    panel.chosen.connect(emitted.append)
    panel.move_row(entries[0], 2)
    assert [row.split(",")[0] for row in accessible_texts(panel)] == ["b.png", "c.png", "a.png"]
    assert emitted == []  # the current picture stays


def test_files_from_elsewhere_are_not_for_the_list(panel: QueuePanel) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/logo.png")])
    model = rows(panel).model()
    assert not model.canDropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_the_pause_button_is_there_while_there_is_something_to_pause(
    qtbot: QtBot, panel: QueuePanel
) -> None:
    button = next(b for b in panel.findChildren(QPushButton) if b.isCheckable())
    panel.show_progress(0, 1, None, is_over=False)
    assert not button.isVisible()  # a single picture can be cancelled, not paused
    panel.show_progress(1, 3, 75.0, is_over=False)
    assert button.isVisible()
    assert "1 of 3 done · 2 min left" in [label.text() for label in panel.findChildren(QLabel)]
    with qtbot.waitSignal(panel.pause_toggled) as toggled:
        button.click()
    assert toggled.args == [True]
    assert button.text() == "Resume"
    panel.show_progress(2, 3, None, is_over=True)  # one was cancelled
    assert "2 of 3 done" in [label.text() for label in panel.findChildren(QLabel)]
    assert button.isVisible()  # otherwise a pause could not be ended
    panel.set_paused(is_paused=False)
    assert button.text() == "Pause"
    panel.show_progress(2, 3, None, is_over=True)
    assert not button.isVisible()


def test_each_row_says_how_its_picture_is_restored(panel: QueuePanel, entries: list[Entry]) -> None:
    entries[1].set_choices(replace(entries[1].choices, scale=4, model=MODELS[0].name))
    entries[2].set_choices(Choices(scale=1, device="cpu", self_ensemble=False))
    model = rows(panel).model()
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert [model.index(row, 0).data(role) for row in range(3)] == [
        "2×",
        f"4× · {MODELS[0].title}",
        "1× · one answer · CPU",
    ]
    before = panel.grab().toImage()
    entries[2].set_choices(Choices(scale=4))
    panel.refresh(entries[2])
    assert panel.grab().toImage() != before
