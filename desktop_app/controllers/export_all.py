"""Controller for exporting all results of the queue at once."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.controllers.export import name_fields_of
from desktop_app.dialogs.export_all_dialog import ExportAllDialog
from desktop_app.domain.entry import Entry
from desktop_app.domain.jobs import JobError
from desktop_app.domain.notice import Notice, Tone
from desktop_app.domain.requests import ExportRequest
from desktop_app.engine.receipts import provenance_of
from desktop_app.engine.result_cache import EvictedResult
from desktop_app.engine.writer import Writer
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.naming import PlannedAction, PlannedName
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.receipt import RECEIPT_ENDING
from desktop_app.imaging.writing import ExportOptions
from desktop_app.settings import Settings
from models.regular_file import open_regular_file


class ExportAllController(QObject):
    """Asks once, requests all files from the writer, and reports the outcome in one sentence.

    Args:
        writer: Encodes and writes in its own thread.
        settings: Stores the folder, the name pattern and what to do with existing files.
        window: Parent of the dialog.
    """

    notice_posted = Signal(object)  # Notice
    exported = Signal(object)  # Picture or EvictedResult that was saved
    finished = Signal()  # all requested files are written or have failed

    def __init__(self, writer: Writer, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._writer = writer
        self._settings = settings
        self._window = window
        self._pending: set[ExportRequest] = set()
        self._saved: list[Path] = []
        self._errors: list[JobError] = []
        self._receipt_errors: list[JobError] = []

    @property
    def is_writing(self) -> bool:
        """Whether files are still being written."""
        return bool(self._pending)

    def export(self, entries: Sequence[Entry], options: ExportOptions) -> None:
        """Ask how to name and save the results, and save them; without any result, say so.

        Args:
            entries: The entries of the queue, with or without results.
            options: Proposed export options.
        """
        results = {entry: result for entry in entries if (result := _result(entry)) is not None}
        done = list(results)
        if self._pending:
            return
        if not done:
            self.notice_posted.emit(
                Notice(self.tr("There is no result to export yet."), Tone.PLAIN)
            )
            return
        settings = self._settings
        dialog = ExportAllDialog(
            [name_fields_of(entry, number) for number, entry in enumerate(done, start=1)],
            [_is_transparent(result) for result in results.values()],
            options,
            settings.folder_for(_first_source_path(done)),
            settings.name_pattern,
            settings.collision,
            beside=[RECEIPT_ENDING] if settings.writes_receipts else [],
            sources=[path for entry in entries if (path := entry.source.path) is not None],
            note=self._note(len(entries) - len(done)),
            parent=self._window,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            settings.save_folder = dialog.folder
            settings.name_pattern = dialog.pattern
            settings.collision = dialog.collision
            self.write(done, dialog.planned, dialog.options)
        dialog.deleteLater()

    def write(
        self, entries: Sequence[Entry], names: Sequence[PlannedName], options: ExportOptions
    ) -> None:
        """Save results under their planned names; a failure does not stop the others.

        Args:
            entries: Entries with results.
            names: One planned name per entry.
            options: Export options for all of them.
        """
        self._saved, self._errors, self._receipt_errors = [], [], []
        exports = [
            ExportRequest(
                result,
                name.path,
                entry.export_options(options),
                entry.source.path,
                name.action is PlannedAction.REPLACE,
                provenance_of(entry, options) if self._settings.writes_receipts else None,
            )
            for entry, name in zip(entries, names, strict=True)
            if name.action is not PlannedAction.SKIP and (result := _result(entry)) is not None
        ]
        self._pending = set(exports)
        for export in exports:
            reply = self._writer.save(export)
            reply.finished.connect(self._on_saved)
            reply.failed.connect(self._on_save_failed)

    def _note(self, missing: int) -> str:
        if not missing:
            return ""
        return self.tr("{count} more not restored yet.").format(count=missing)

    @Slot(object, object)
    def _on_saved(self, export: ExportRequest, receipt_error: JobError | None) -> None:
        self._saved.append(export.path)
        self._receipt_errors += [receipt_error] if receipt_error else []
        self.exported.emit(export.picture)
        self._finish(export)

    @Slot(object, object)
    def _on_save_failed(self, export: ExportRequest, error: JobError) -> None:
        self._errors.append(error)
        self._finish(export)

    def _finish(self, export: ExportRequest) -> None:
        self._pending.discard(export)
        if not self._pending:
            self._notify_finished(export.path)
            self.finished.emit()

    def _notify_finished(self, last: Path) -> None:
        total = len(self._saved) + len(self._errors)
        if self._errors:
            text = self.tr("{failed} of {total} could not be saved. The first: {reason}").format(
                failed=len(self._errors), total=total, reason=translated(self._errors[0])
            )
            self.notice_posted.emit(Notice(text, Tone.BAD))
            return
        if self._receipt_errors:
            text = self.tr("{count} of {total} have no receipt. The first: {reason}").format(
                count=len(self._receipt_errors),
                total=total,
                reason=translated(self._receipt_errors[0]),
            )
            self.notice_posted.emit(Notice(text, Tone.BAD))
            return
        folder = QUrl.fromLocalFile(str(last.parent))
        words = self.tr("Saved {name}") if total == 1 else self.tr("Saved {total} pictures")
        self.notice_posted.emit(
            Notice(
                words.format(name=last.name, total=total),
                Tone.GOOD,
                self.tr("Show in folder"),
                lambda: QDesktopServices.openUrl(folder),
            )
        )


def _result(entry: Entry) -> Picture | EvictedResult | None:
    """Return the restored picture, in memory or on disk; None without a result."""
    if entry.result is not None:
        return entry.result.picture
    return (
        EvictedResult(entry.source, entry.cached, entry.adjustments.present)
        if entry.cached
        else None
    )


def _is_transparent(result: Picture | EvictedResult) -> bool:
    """Return whether the result has transparency, which some formats would lose."""
    if isinstance(result, Picture):
        return result.alpha is not None
    try:
        with open_regular_file(result.cached.path) as file, Image.open(file) as image:
            return image.has_transparency_data
    except OSError:
        return False  # the file is gone; writing it will report that


def _first_source_path(entries: Sequence[Entry]) -> Path | None:
    """Return the first input file; None if all pictures were pasted."""
    return next((entry.source.path for entry in entries if entry.source.path is not None), None)
