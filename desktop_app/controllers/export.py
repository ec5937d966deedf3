"""Controller for exporting one result to a file or to the clipboard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.entry import Entry
from desktop_app.domain.jobs import JobError
from desktop_app.domain.notice import Notice, Tone
from desktop_app.domain.requests import ClipboardPicture, DocumentRequest, ExportRequest
from desktop_app.engine.receipts import provenance_of
from desktop_app.engine.writer import Writer
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.decoding import picture_suffixes
from desktop_app.imaging.naming import NameFields, NamePattern, Namer
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.receipt import RECEIPT_ENDING
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.settings import Settings

_SVG = ".svg"
_REPORTS = {".html": "HTML", ".pdf": "PDF"}


@dataclass(frozen=True)
class _Target:
    """A file to write to.

    Args:
        path: With a suffix that fits the format.
        is_confirmed: Whether the user has agreed in the dialog to replace exactly this file.
    """

    path: Path
    is_confirmed: bool


class ExportController(QObject):
    """Asks where to save, requests the file from the writer, and reports the outcome.

    Args:
        writer: Encodes and writes in its own thread.
        settings: Provides the folder, the name pattern and the export options.
        window: Parent of the dialog.
    """

    notice_posted = Signal(object)  # Notice
    exported = Signal(object)  # Picture that was saved or copied
    svg_requested = Signal()

    def __init__(self, writer: Writer, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._writer = writer
        self._settings = settings
        self._window = window

    def export(self, entry: Entry, options: ExportOptions) -> None:
        """Ask for a file and save the result of an entry to it; do nothing without a result."""
        if entry.result is None:
            return
        options = entry.export_options(options)
        target = self._ask_target(
            entry,
            self.tr("Export the restored picture"),
            options.format.suffix,
            {options.format.suffix: options.format.title},
            lambda suffix: suffix == _SVG or _is_supported(suffix),
            has_receipt=self._settings.writes_receipts,
        )
        if target is None:
            return
        if target.path.suffix.lower() == _SVG:
            words = self.tr("Nothing was saved: an SVG is traced first.")
            button = self.tr("Export as SVG…")
            self.notice_posted.emit(Notice(words, Tone.PLAIN, button, self.svg_requested.emit))
            return
        options = _with_format_of(target.path, options)
        export = ExportRequest(
            entry.result.picture,
            target.path,
            options,
            entry.source.path,
            target.is_confirmed,
            provenance_of(entry, options) if self._settings.writes_receipts else None,
        )
        self._save(export, partial(self.export, entry, options))

    def export_svg(self, entry: Entry, svg: str) -> None:
        """Ask for a file and save an SVG that was traced from the result of an entry."""
        if entry.result is None:
            return
        target = self._ask_target(
            entry,
            self.tr("Export as SVG"),
            _SVG,
            {_SVG: "SVG"},
            has_receipt=self._settings.writes_receipts,
        )
        if target is None:
            return
        provenance = (
            provenance_of(entry, ExportOptions()) if self._settings.writes_receipts else None
        )
        if provenance is not None:
            provenance = replace(provenance, settings={**provenance.settings, "format": "svg"})
        export = ExportRequest(
            entry.result.picture,
            target.path,
            ExportOptions(),
            entry.source.path,
            target.is_confirmed,
            provenance,
            svg,
        )
        self._save(export, partial(self.export_svg, entry, svg))

    def export_comparison(self, entry: Entry, picture: Picture) -> None:
        """Ask for a file and save a picture that shows an entry before and after."""
        title, formats = self.tr("Export the comparison"), {".png": "PNG"}
        target = self._ask_target(entry, title, "-comparison.png", formats, _is_supported)
        if target is not None:
            options = _with_format_of(target.path, ExportOptions())
            export = ExportRequest(
                picture, target.path, options, entry.source.path, target.is_confirmed
            )
            self._save(export, partial(self.export_comparison, entry, picture))

    def export_report(self, entry: Entry, write: Callable[[Path, bool], None]) -> None:
        """Ask for a file and save a report on an entry to it; do nothing without a result.

        Args:
            entry: The entry that the report is about.
            write: Writes the report; called in the writing thread with the path and whether an existing file
                may be replaced.
        """
        if entry.result is None:
            return
        title = self.tr("Export the report")
        target = self._ask_target(entry, title, "-report.html", _REPORTS)
        if target is not None:
            document = DocumentRequest(
                target.path, partial(write, target.path, target.is_confirmed)
            )
            self._save(document, partial(self.export_report, entry, write))

    def copy(self, entry: Entry) -> None:
        """Copy the result of an entry to the clipboard; do nothing without a result."""
        if entry.result is not None:
            picture = entry.result.picture
            dpi = entry.export_options(self._settings.export_options).dpi_for(picture)
            reply = self._writer.copy(replace(picture, dpi=dpi))
            reply.finished.connect(self._on_copied)
            reply.failed.connect(self._on_copy_failed)

    def _save(
        self, request: ExportRequest | DocumentRequest, ask_again: Callable[[], None]
    ) -> None:
        """Request a file and report the outcome; if it fails, offer to ask for another place."""
        self._settings.save_folder = request.path.parent
        reply = self._writer.save(request)
        reply.finished.connect(self._on_saved)
        reply.failed.connect(partial(self._on_save_failed, ask_again))

    def _ask_target(
        self,
        entry: Entry,
        title: str,
        proposed_ending: str,
        formats: Mapping[str, str],
        is_known: Callable[[str], bool] | None = None,
        *,
        has_receipt: bool = False,
    ) -> _Target | None:
        """Ask where to save a file about an entry.

        Args:
            entry: Provides the fields of the proposed name.
            title: Title of the dialog.
            proposed_ending: Ending of the proposed name.
            formats: Titles of the formats on offer, by suffix.
            is_known: Returns whether another suffix that the user typed may stay; if not, the suffix of the
                chosen format is appended.
            has_receipt: Whether the proposed name must be free for a receipt as well.

        Returns:
            The file; None if the dialog was cancelled.
        """
        namer = Namer(
            NamePattern(self._settings.name_pattern),
            endings=[proposed_ending, *([RECEIPT_ENDING] if has_receipt else [])],
        )
        folder = self._settings.folder_for(entry.source.path)
        chosen, chosen_filter = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(namer.assign(name_fields_of(entry, 1), folder).path),
            ";;".join(f"{name} (*{ending})" for ending, name in formats.items()),
        )
        if not chosen:
            return None
        path = Path(chosen)
        suffix = path.suffix.lower()
        if suffix in formats or (is_known is not None and is_known(suffix)):
            return _Target(path, is_confirmed=True)
        first = next(iter(formats))
        ending = next((ending for ending in formats if f"*{ending}" in chosen_filter), first)
        # Not confirmed: the dialog has only checked the name without this ending.
        return _Target(path.with_name(path.name + ending), is_confirmed=False)

    @Slot(object, object)
    def _on_saved(
        self, export: ExportRequest | DocumentRequest, receipt_error: JobError | None
    ) -> None:
        if isinstance(export, ExportRequest):
            self.exported.emit(export.picture)
        if receipt_error is not None:
            self.notice_posted.emit(Notice(translated(receipt_error), Tone.BAD))
            return
        words = self.tr("Saved {name}").format(name=export.path.name)
        if isinstance(export, ExportRequest) and _loses_transparency(export):
            words = self.tr("Saved {name}. {format} has no transparency: it became white.").format(
                name=export.path.name, format=export.options.format.title
            )
        elif other := _unwritable_format(export.path):
            words = self.tr("Saved {name}: {format} cannot be written here.").format(
                name=export.path.name, format=other
            )
        folder = QUrl.fromLocalFile(str(export.path.parent))
        self.notice_posted.emit(
            Notice(
                words,
                Tone.GOOD,
                self.tr("Show in folder"),
                lambda: QDesktopServices.openUrl(folder),
            )
        )

    def _on_save_failed(
        self,
        ask_again: Callable[[], None],
        _request: ExportRequest | DocumentRequest,
        error: JobError,
    ) -> None:
        button = self.tr("Save elsewhere…")
        self.notice_posted.emit(Notice(translated(error), Tone.BAD, button, ask_again))

    @Slot(object, object)
    def _on_copied(self, _picture: Picture, copy: ClipboardPicture) -> None:
        data = QMimeData()
        data.setData("image/png", copy.png)
        data.setImageData(copy.image)
        QGuiApplication.clipboard().setMimeData(data)
        self.exported.emit(copy.picture)
        self.notice_posted.emit(Notice(self.tr("Copied. Paste it anywhere."), Tone.GOOD))

    @Slot(object, object)
    def _on_copy_failed(self, _picture: Picture, error: JobError) -> None:
        self.notice_posted.emit(Notice(translated(error), Tone.BAD))


def name_fields_of(entry: Entry, number: int) -> NameFields:
    """Return the fields for the file name of an entry's result.

    Args:
        entry: Has a result, in memory or on disk.
        number: Its position among the exported results, from 1.
    """
    scale, (height, width) = entry.job.choices.scale, entry.size or (0, 0)
    source = entry.source.path or Path(entry.source.name)
    result = entry.result or entry.cached
    model = result.run.engine.network.label if result else ""
    return NameFields(source, scale, model, scale * width, scale * height, number, date.today())


def _loses_transparency(export: ExportRequest) -> bool:
    picture = export.picture
    has_alpha = isinstance(picture, Picture) and picture.alpha is not None
    return has_alpha and not export.options.format.has_alpha


def _unwritable_format(path: Path) -> str:
    """Return the format that the user asked for with an ending behind which another was put, or ""."""
    asked = Path(path.stem).suffix
    is_known = asked.lower() in picture_suffixes() and not _is_supported(asked)
    return asked[1:].upper() if is_known else ""


def _is_supported(suffix: str) -> bool:
    return ExportFormat.from_suffix(suffix) is not None


def _with_format_of(path: Path, options: ExportOptions) -> ExportOptions:
    """Return the options with the format that the suffix stands for."""
    return replace(options, format=ExportFormat.from_suffix(path.suffix) or options.format)
