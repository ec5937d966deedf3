"""Getting the result out: to a file, to the clipboard."""

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
        path: Its name ends as its format demands.
        is_confirmed: Whether the dialog has asked about replacing just this file.
    """

    path: Path
    is_confirmed: bool


class ExportController(QObject):
    """Asks where to, has it written in the writing thread, and says how it went.

    Args:
        writer: Writes and encodes.
        settings: Remembers the folder.
        window: Parent of the dialog.
    """

    notice_posted = Signal(object)  # Notice
    exported = Signal(object)  # Picture: is written, or on the clipboard
    svg_requested = Signal()

    def __init__(self, writer: Writer, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._writer = writer
        self._settings = settings
        self._window = window

    def export(self, entry: Entry, options: ExportOptions) -> None:
        """Ask for a file and write the result of an entry to it; nothing happens without a result."""
        if entry.result is None:
            return
        options = entry.export_options(options)
        target = self._ask_target(
            entry,
            self.tr("Export the restored picture"),
            options.format.suffix,
            {options.format.suffix: options.format.title},
            lambda suffix: suffix == _SVG or _is_written_here(suffix),
            has_receipt=self._settings.writes_receipts,
        )
        if target is None:
            return
        if target.path.suffix.lower() == _SVG:
            words = self.tr("Nothing was saved: an SVG is traced first.")
            button = self.tr("Export as SVG…")
            self.notice_posted.emit(Notice(words, Tone.PLAIN, button, self.svg_requested.emit))
            return
        options = _by_name(target.path, options)
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
        """Ask for a file and write the result of an entry to it, traced as this document."""
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
        """Ask for a file and write a picture of an entry before and after to it."""
        title, kinds = self.tr("Export the comparison"), {".png": "PNG"}
        target = self._ask_target(entry, title, "-comparison.png", kinds, _is_written_here)
        if target is not None:
            options = _by_name(target.path, ExportOptions())
            export = ExportRequest(
                picture, target.path, options, entry.source.path, target.is_confirmed
            )
            self._save(export, partial(self.export_comparison, entry, picture))

    def export_report(self, entry: Entry, write: Callable[[Path, bool], None]) -> None:
        """Ask for a file and have a report on an entry written to it; nothing happens without a result.

        Args:
            entry: What it is about.
            write: Called in the writing thread, with where to and whether another file may be replaced.
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
        """Put the result of an entry on the clipboard; nothing happens without a result."""
        if entry.result is not None:
            picture = entry.result.picture
            dpi = entry.export_options(self._settings.export_options).dpi_for(picture)
            reply = self._writer.copy(replace(picture, dpi=dpi))
            reply.finished.connect(self._on_copied)
            reply.failed.connect(self._on_copy_failed)

    def _save(
        self, request: ExportRequest | DocumentRequest, ask_again: Callable[[], None]
    ) -> None:
        """Have a file written, and tell how it went; one that fails can be saved elsewhere."""
        self._settings.save_folder = request.path.parent
        reply = self._writer.save(request)
        reply.finished.connect(self._on_saved)
        reply.failed.connect(partial(self._on_save_failed, ask_again))

    def _ask_target(
        self,
        entry: Entry,
        title: str,
        proposed: str,
        kinds: Mapping[str, str],
        is_known: Callable[[str], bool] | None = None,
        *,
        has_receipt: bool = False,
    ) -> _Target | None:
        """Ask where to write something about an entry.

        Args:
            entry: What the proposed name is made of.
            title: Of the dialog.
            proposed: What the proposed name ends in.
            kinds: Titles of the formats that are offered, by the end of the name.
            is_known: Which other ends of a name may stay; without one a name gets that of the chosen format.
            has_receipt: Whether there has to be room for a receipt of the proposed name, too.

        Returns:
            The file; None if the dialog was cancelled.
        """
        namer = Namer(
            NamePattern(self._settings.name_pattern),
            endings=[proposed, *([RECEIPT_ENDING] if has_receipt else [])],
        )
        folder = self._settings.folder_for(entry.source.path)
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(namer.assign(name_fields_of(entry, 1), folder).path),
            ";;".join(f"{name} (*{ending})" for ending, name in kinds.items()),
        )
        if not chosen:
            return None
        path = Path(chosen)
        suffix = path.suffix.lower()
        if suffix in kinds or (is_known is not None and is_known(suffix)):
            return _Target(path, is_confirmed=True)
        ending = next((ending for ending in kinds if f"*{ending}" in kind), next(iter(kinds)))
        # The dialog has asked about another name.
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
    """What the result of an entry is named after.

    Args:
        entry: With a result, in memory or on disk.
        number: Its place among those that are exported, from 1.
    """
    scale, (height, width) = entry.job.choices.scale, entry.size or (0, 0)
    source = entry.source.path or Path(entry.source.name)
    made = entry.result or entry.cached
    model = made.run.engine.network.label if made else ""
    return NameFields(source, scale, model, scale * width, scale * height, number, date.today())


def _loses_transparency(export: ExportRequest) -> bool:
    picture = export.picture
    has_alpha = isinstance(picture, Picture) and picture.alpha is not None
    return has_alpha and not export.options.format.has_alpha


def _is_written_here(suffix: str) -> bool:
    return ExportFormat.from_suffix(suffix) is not None


def _by_name(path: Path, options: ExportOptions) -> ExportOptions:
    """Let the end of the name decide the format."""
    return replace(options, format=ExportFormat.from_suffix(path.suffix) or options.format)
