"""Closing asks before results are lost, and only then."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.app.close_guard import CloseGuard
from desktop_app.app.main_window import MainWindow
from desktop_app.dialogs.export_all_dialog import ExportAllDialog
from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import EntryState
from desktop_app.engine.service import RestorationService
from desktop_app.logs import data_folder
from desktop_app.paths import SAMPLES
from desktop_app.queue.queue_folders import QUEUE_FILE, leftover_queues
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.waiting import process_pending_events
from tests.window_driver import banner_text, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(
    qtbot: QtBot, restoration: RestorationService, theme: Theme, settings: Settings
) -> MainWindow:
    """The window with its close guard, as the program creates it."""
    window = MainWindow(restoration, settings, theme)
    leaving = CloseGuard(window)
    qtbot.addWidget(window, before_close_func=lambda _: leaving.close_without_asking())
    with qtbot.waitExposed(window):
        window.show()
    return window


class MessageBoxStub:
    """Records the texts of the dialog, and holds the button to click next."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.told: list[str] = []  # the explanations of what closing does
        self.before: Callable[[], None] = lambda: None  # runs while the dialog is open
        self.button = "Cancel"


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> MessageBoxStub:
    answers = MessageBoxStub()

    def answer(box: QMessageBox) -> int:
        answers.asked.append(box.text())
        answers.told.append(box.informativeText())
        answers.before()
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        box.show()
        if answers.button == "Esc":
            QTest.keyClick(box, Qt.Key.Key_Escape)
        else:
            (button,) = (one for one in box.buttons() if one.text().strip("&") == answers.button)
            button.click()
        return box.result()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return answers


def restore(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    window.open_files(paths)
    qtbot.waitUntil(
        lambda: [entry.state for entry in window.session.entries] == [EntryState.DONE] * len(paths)
    )


def test_an_empty_window_and_one_with_samples_close_at_once(
    qtbot: QtBot, window: MainWindow, answers: MessageBoxStub
) -> None:
    restore(qtbot, window, SAMPLES / "juniper.jpg")
    window.app_actions.quit.trigger()
    assert not window.isVisible()
    assert answers.asked == []


def test_cancel_keeps_the_window_and_close_lets_it_go(
    qtbot: QtBot, window: MainWindow, answers: MessageBoxStub, picture: Path, others: list[Path]
) -> None:
    restore(qtbot, window, picture, *others)
    for button in ("Cancel", "Esc"):
        answers.button = button
        window.app_actions.quit.trigger()
        assert window.isVisible()
    answers.button = "Close"
    window.app_actions.quit.trigger()
    assert not window.isVisible()
    assert answers.asked == ["4 results have not been exported."] * 3
    assert answers.told == ["When you close, what was not exported is lost."] * 3
    assert leftover_queues(data_folder() / "queue") == ()


def test_pictures_that_are_not_restored_yet_are_asked_about(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    answers: MessageBoxStub,
    others: list[Path],
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files(others)
    wait_for(qtbot, window, EntryState.RUNNING)
    window.close()
    assert window.isVisible()
    assert answers.asked == ["3 pictures are not restored yet."]
    assert answers.told == ["When you close, the queue is kept, and offered at the next start."]


def test_what_the_question_tells_of_the_queue_stays_true_while_work_goes_on(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, answers: MessageBoxStub, picture: Path
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.RUNNING)

    def finish() -> None:
        assert fake.gate is not None
        fake.gate.release(1000)
        qtbot.waitUntil(lambda: entry.cached is not None)

    answers.before = finish
    answers.button = "Close"
    window.close()
    assert not window.isVisible()
    assert answers.told == ["When you close, the queue is kept, and offered at the next start."]
    (folder,) = leftover_queues(data_folder() / "queue")
    assert (folder / QUEUE_FILE).exists()


def test_a_picture_that_was_being_restored_is_kept_as_it_is_told(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, answers: MessageBoxStub, picture: Path
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.RUNNING)
    answers.button = "Close"
    window.close()
    assert not window.isVisible()
    (folder,) = leftover_queues(data_folder() / "queue")
    assert '"is_stopped": false' in (folder / QUEUE_FILE).read_text("utf-8")


def test_what_was_taken_out_is_not_asked_about_until_it_changes(
    qtbot: QtBot,
    window: MainWindow,
    answers: MessageBoxStub,
    picture: Path,
    ask_save: list[str],
) -> None:
    restore(qtbot, window, picture)
    (entry,) = window.session.entries
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: banner_text(window).startswith("Saved"))
    with qtbot.waitSignal(window.session.adjusted):
        window.session.adjust(entry, entry.adjustments.with_step(Adjustments(0.4)))
    window.close()
    assert answers.asked.pop() == "1 result has not been exported."
    window.app_actions.copy.trigger()
    qtbot.waitUntil(lambda: banner_text(window).startswith("Copied"))
    with qtbot.waitSignal(window.session.adjusted):  # as before, once it is restored
        window.session.start(entry)
    window.close()
    assert answers.asked.pop() == "1 result has not been exported."
    window.app_actions.copy.trigger()
    qtbot.waitUntil(lambda: banner_text(window).startswith("Copied"))
    window.close()
    assert not window.isVisible()
    assert answers.asked == []


@pytest.mark.parametrize("is_taken", [True, False])
def test_a_drag_counts_where_it_was_dropped(
    qtbot: QtBot,
    window: MainWindow,
    answers: MessageBoxStub,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_taken: bool,
    restoration: RestorationService,
) -> None:
    outcome = Qt.DropAction.CopyAction if is_taken else Qt.DropAction.IgnoreAction
    monkeypatch.setattr(QDrag, "exec", lambda *_: outcome)
    restore(qtbot, window, picture)
    handle = window.workspace.header.drag_handle
    handle.grabbed.emit()
    qtbot.waitUntil(lambda: handle.cursor().shape() is not Qt.CursorShape.BusyCursor)
    handle.drag_moved.emit()
    window.close()
    assert bool(answers.asked) is not is_taken


def test_export_all_writes_them_and_then_closes(
    qtbot: QtBot,
    window: MainWindow,
    answers: MessageBoxStub,
    others: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outcome = QDialog.DialogCode.Rejected
    monkeypatch.setattr(ExportAllDialog, "exec", lambda _: outcome)
    restore(qtbot, window, *others)
    answers.button = "Export all…"
    window.close()
    assert window.isVisible()  # cancelling the export dialog also cancels closing
    window.session.remove(window.session.entries[0])
    process_pending_events()
    assert window.isVisible()
    outcome = QDialog.DialogCode.Accepted
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(answers.asked) == 2
    assert {path.name for path in tmp_path.glob("*-2x.png")} == {"c-2x.png", "d-2x.png"}


def test_an_interrupted_program_keeps_what_was_not_exported(
    qtbot: QtBot, loader: FakeLoader, theme: Theme, settings: Settings, picture: Path
) -> None:
    """Ctrl+C in the terminal closes without asking, and nothing is lost."""
    window = MainWindow(RestorationService(loader, fake_devices), settings, theme)
    leaving = CloseGuard(window)
    window.show()
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: entry.cached is not None)
    leaving.stop()
    assert not window.isVisible()
    (folder,) = leftover_queues(data_folder() / "queue")
    assert [path.suffix for path in sorted(folder.iterdir())] == [".png", ".json"]
