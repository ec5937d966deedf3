"""Controller of the queue: order, pause, removal with undo, progress, recovery after a crash."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from weakref import ReferenceType, ref

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState
from desktop_app.domain.notice import Notice, Scope, Tone
from desktop_app.engine.writer import Writer
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.file_system import os_error_reason
from desktop_app.imaging.naming import printable
from desktop_app.panels.queue_panel import QueuePanel
from desktop_app.queue.recovery import RecoveredQueue, Recovery
from desktop_app.queue.session import Session
from desktop_app.queue.time_left import TimeEstimator
from desktop_app.theme import Theme

LONG_SECONDS = 20.0
"""After this many seconds, the end of a queue is worth a message: the user may be in another program."""

_MESSAGE_MS = 10_000


@dataclass(frozen=True, eq=False)
class Removal(Notice):
    """A notice about pictures that were removed in a row, with no drop or other notice in between.

    Args:
        removed: (entry, index in the queue) in the order of removal.
    """

    removed: tuple[tuple[Entry, int], ...] = ()


class QueueController(QObject):
    """Connects the queue panel to the session, and offers undo and recovery.

    Args:
        session: Holds the queue.
        estimator: Estimates how long it takes.
        writer: Caches results, so that the queue survives a crash.
        panel: Shows the queue.
        queues_folder: Folder in which queues are stored in case of a crash.
        theme: Provides the colour of states that the user should look into.
        window: Alerts the user when a long queue has finished.
    """

    notice_posted = Signal(object)  # Notice
    undo_triggered = Signal(object)  # Notice whose button was triggered by keyboard

    def __init__(
        self,
        session: Session,
        estimator: TimeEstimator,
        writer: Writer,
        panel: QueuePanel,
        queues_folder: Path,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._estimator = estimator
        self._panel = panel
        self._theme = theme
        self._window = window
        self._started_at: float | None = None
        self._removal: ReferenceType[Removal] | None = (
            None  # weak, so that dismissing the notice frees the pictures
        )
        self._is_series_over = False  # a drop ends the series of removals that one notice can undo
        self._is_kept_after_close = False
        self._recovery = Recovery(session, writer, queues_folder, self)
        theme.changed.connect(self._set_colours)
        self._set_colours()
        panel.move_requested.connect(session.move)
        panel.remove_requested.connect(lambda entry: self._remove([entry]))
        panel.clear_requested.connect(self._remove_all)
        panel.installEventFilter(self)
        panel.pause_toggled.connect(lambda is_paused: session.pause(is_paused=is_paused))
        session.open_requested.connect(self._end_series)
        session.moved.connect(panel.move_row)
        session.paused.connect(self._on_paused)
        for signal in (session.added, session.removed, session.changed):
            signal.connect(self._on_changed)
        for signal in (session.progressed, session.succeeded):  # both change the estimate
            signal.connect(self._on_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z undo a removal while the queue has focus."""
        removal = self._removal() if self._removal else None
        if (
            removal
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()  # otherwise the shortcut would undo an adjustment
            if event.type() == QEvent.Type.KeyPress:
                self.undo_triggered.emit(removal)
            return True
        return super().eventFilter(watched, event)

    def offer_recovery(self) -> None:
        """Offer to recover the queue of an earlier run, if there is one."""
        recovered = self._recovery.find()
        spoilt = self._spoilt_sentence()
        if recovered is None:
            if spoilt:
                self.notice_posted.emit(Notice(spoilt, Tone.BAD, scope=Scope.WINDOW))
            return
        total, waiting = len(recovered.pictures), recovered.waiting
        if total == 1:
            text = self.tr("An earlier queue of 1 picture was kept.")
        elif waiting:
            text = self.tr(
                "An earlier queue was kept, with {waiting} of {total} pictures still to be restored."
            )
        else:
            text = self.tr("An earlier queue of {total} pictures was kept.")
        text = text.format(total=total, waiting=waiting)
        if recovered.unreadable == 1:
            text += " " + self.tr("1 more cannot be read and is left out.")
        elif recovered.unreadable:
            left_out = self.tr("{count} more cannot be read and are left out.")
            text += " " + left_out.format(count=recovered.unreadable)
        self.notice_posted.emit(
            Notice(
                f"{text} {spoilt}".rstrip(),
                Tone.PLAIN,
                self.tr("Bring them back"),
                lambda: self._recover(recovered),
                scope=Scope.WINDOW,
                stays=True,
            )
        )

    def _spoilt_sentence(self) -> str:
        """Tell of the queues that could not be read; empty if there are none."""
        if not self._recovery.set_aside:
            return ""
        text = self.tr("An earlier queue cannot be read; its files were moved to “{folder}”.")
        return text.format(folder=printable(str(self._recovery.set_aside[0])))

    def keep_after_close(self) -> None:
        """Keep the stored queue when the window closes, so that the next run can recover it."""
        self._is_kept_after_close = True

    def close(self) -> None:
        """Delete the stored queue unless it is to be kept; call it after the threads have ended."""
        self._recovery.close(is_kept=self._is_kept_after_close)

    def _recover(self, recovered: RecoveredQueue) -> None:
        try:
            is_recovered = self._recovery.recover(recovered)
        except OSError as error:
            reason = translated(os_error_reason(error, Path(error.filename or recovered.folder)))
            text = self.tr("They cannot be brought back now: {reason}.")
            self.notice_posted.emit(Notice(text.format(reason=reason), Tone.BAD))
            return
        if not is_recovered:
            text = self.tr("Another window has brought this queue back.")
            self.notice_posted.emit(Notice(text, Tone.PLAIN))

    @Slot()
    def _remove_all(self) -> None:
        current = self._session.current
        # Remove running entries after waiting ones, which would otherwise start, and the current entry last,
        # since its neighbours would otherwise be selected in turn.
        self._remove(
            sorted(
                self._session.entries,
                key=lambda entry: (entry is current, entry.state in STOPPABLE),
            )
        )

    def _remove(self, entries: Sequence[Entry]) -> None:
        """Remove pictures, and offer to undo all removals in a row."""
        present = [entry for entry in entries if entry in self._session.entries]
        if (
            not present
        ):  # a picture that failed to open leaves the queue, even while its menu is open
            return
        earlier = self._removal() if self._removal else None
        removed = list(earlier.removed) if earlier and not self._is_series_over else []
        if not removed:
            self._recovery.discard_removed()
        for entry in present:
            removed.append((entry, self._session.entries.index(entry)))
            self._session.remove(entry)
        if len(removed) == 1:
            text = self.tr("“{name}” was removed.")
            text = text.format(name=printable(removed[0][0].source.name))
        else:
            text = self.tr("{count} pictures were removed.").format(count=len(removed))
        series = tuple(removed)
        undo = self.tr("Undo")
        notice = Removal(
            text,
            Tone.PLAIN,
            undo,
            lambda: self._undo_remove(series),
            scope=Scope.WINDOW,
            removed=series,
        )
        self._removal = ref(notice)
        self._is_series_over = False
        self.notice_posted.emit(notice)

    def _undo_remove(self, removed: Sequence[tuple[Entry, int]]) -> None:
        """Undo removals, the last one first, and select the picture that was removed last."""
        for entry, index in reversed(removed):
            self._session.undo_remove(entry, index)
        self._session.select(removed[-1][0])

    @Slot()
    def _set_colours(self) -> None:
        self._panel.set_warning_colour(QColor(self._theme.tokens["warning_text"]))

    @Slot(bool)
    def _on_paused(self, is_paused: bool) -> None:
        self._panel.set_paused(is_paused=is_paused)
        self._on_changed()

    @Slot()
    def _end_series(self) -> None:
        self._is_series_over = True

    @Slot()
    def _on_changed(self) -> None:
        entries = self._session.entries
        busy = [entry for entry in entries if entry.state in STOPPABLE]
        waiting = [entry for entry in entries if entry.state is EntryState.WAITING]
        done = sum(entry.state in (EntryState.DONE, EntryState.EVICTED) for entry in entries)
        refused = sum(entry.is_refused for entry in entries)
        is_over = not (busy or waiting)
        seconds_left = self._estimator.seconds_left()
        self._panel.show_progress(
            done, len(entries), seconds_left, is_over=is_over, refused=refused
        )
        if busy and self._started_at is None:
            self._started_at = time.monotonic()
        elif not busy and self._started_at is not None and not waiting:
            seconds, self._started_at = time.monotonic() - self._started_at, None
            if seconds > LONG_SECONDS and len(entries) > 1:
                self._notify_finished(done - refused, len(entries))

    def _notify_finished(self, restored: int, total: int) -> None:
        """Alert the user if another program is active."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = QSystemTrayIcon(self._window.windowIcon(), self)
            tray.show()  # a message needs a visible icon
            words = self.tr("The queue has finished: {done} of {total} pictures are restored.")
            tray.showMessage(self.tr("Clearmark"), words.format(done=restored, total=total))
            QTimer.singleShot(_MESSAGE_MS, tray, tray.deleteLater)
