"""The confirmation before the window closes with results that have not been exported."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import STOPPABLE, Entry, EntryState
from desktop_app.engine.result_cache import EvictedResult
from desktop_app.imaging.picture import Picture
from desktop_app.paths import SAMPLES


class CloseGuard(QObject):
    """Tracks which results were exported, copied or dragged out, and asks before others are lost.

    The bundled samples are ignored.

    Args:
        window: The window to guard.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._export_all_controller = window.export_all_controller
        self._asks = True
        self._is_exporting = False  # the window closes afterwards
        window.export_controller.exported.connect(self._on_exported)
        window.export_all_controller.exported.connect(self._on_exported)
        window.export_all_controller.finished.connect(self._close_when_written)
        window.drag_out_controller.drag_completed.connect(self._on_exported)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window close only if nothing would be lost or the user agrees."""
        if watched is self._window and event.type() == QEvent.Type.Close and not self._may_close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def close_without_asking(self) -> None:
        """Close the window without asking."""
        self._asks = False
        self._window.close()

    @Slot()
    def stop(self) -> None:
        """Close the window without asking; unfinished or unsaved work is offered at the next start."""
        if self._has_unfinished or any(map(self._would_be_lost, self._session.entries)):
            self._window.queue_controller.keep_after_close()
        self.close_without_asking()

    @property
    def _has_unfinished(self) -> bool:
        return any(map(_is_unfinished, self._session.entries))

    def _may_close(self) -> bool:
        if not self._asks:
            return True
        entries = [entry for entry in self._session.entries if not _is_sample(entry)]
        unfinished = sum(map(_is_unfinished, entries))
        results = sum(map(self._would_be_lost, entries))
        return not (results or unfinished) or self._confirm(results, unfinished)

    @staticmethod
    def _would_be_lost(entry: Entry) -> bool:
        has_result = entry.result is not None or entry.cached is not None
        return has_result and not entry.is_exported and not _is_sample(entry)

    def _confirm(self, results: int, unfinished: int) -> bool:
        """Ask whether to close, and explain what would be lost.

        Args:
            results: Number of results that were not exported.
            unfinished: Number of pictures that are not restored yet.

        Returns:
            Whether to close now. "Export all…" closes the window later, once everything is written.
        """
        # Decided now: jobs go on while the dialog is open, but its text must stay true.
        is_kept = self._has_unfinished
        lines = []
        if results == 1:
            lines.append(self.tr("1 result has not been exported."))
        elif results:
            lines.append(self.tr("{count} results have not been exported.").format(count=results))
        if unfinished == 1:
            lines.append(self.tr("1 picture is not restored yet."))
        elif unfinished:
            lines.append(self.tr("{count} pictures are not restored yet.").format(count=unfinished))
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Close Clearmark"))
        box.setText("\n".join(lines))
        box.setInformativeText(
            self.tr("When you close, the queue is kept, and offered at the next start.")
            if is_kept
            else self.tr("When you close, what was not exported is lost.")
        )
        export = QPushButton(self.tr("Export all…"))
        export.setProperty("role", "primary")
        if results:
            box.addButton(export, QMessageBox.ButtonRole.AcceptRole)
        close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is export:
            self._window.app_actions.export_all.trigger()
            self._is_exporting = self._export_all_controller.is_writing
        if chosen is close and is_kept:
            self._window.queue_controller.keep_after_close()
        return chosen is close

    @Slot(object)
    def _on_exported(self, picture: Picture | Callable[[], Picture]) -> None:
        """Mark a result as exported in its current state of adjustment."""
        for entry in self._session.entries:
            result = entry.result.picture if entry.result else None
            # A copy with another print size has the same pixels.
            if result and isinstance(picture, Picture) and result.rgb is picture.rgb:
                self._session.note_exported(entry, entry.applied)
            elif isinstance(picture, EvictedResult) and entry.cached is picture.cached:
                self._session.note_exported(entry, picture.adjustments)

    @Slot()
    def _close_when_written(self) -> None:
        """Close after "Export all…", unless a result failed or was skipped."""
        if self._is_exporting and not self._export_all_controller.is_writing:
            self._is_exporting = False
            if not any(map(self._would_be_lost, self._session.entries)):
                QTimer.singleShot(0, self.stop)


def _is_unfinished(entry: Entry) -> bool:
    return entry.state in STOPPABLE or entry.state is EntryState.WAITING


def _is_sample(entry: Entry) -> bool:
    path = entry.source.path
    return path is not None and path.parent == SAMPLES
