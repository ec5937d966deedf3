"""Getting the result out: to a file, to the clipboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errands import Copy, Document, Export
from desktop_app.exporting.receipts import making_of
from desktop_app.imaging.naming import Namer, Pattern, Subject
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.receipt import RECEIPT_ENDING
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.jobs import JobError
from desktop_app.notices import Notice, Tone
from desktop_app.queue.entry import Entry
from desktop_app.settings import Settings
from desktop_app.texts import told
from desktop_app.writer import Writer

_SVG = ".svg"
_REPORTS = {".html": "HTML", ".pdf": "PDF"}


class Exporter(QObject):
    """Asks where to, has it written in the writing thread, and says how it went.

    Args:
        writer: Writes and encodes.
        settings: Remembers the folder.
        window: Parent of the dialog.
    """

    noticed = Signal(object)  # Notice
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
        has_receipt = self._settings.writes_receipts
        endings = [options.format.suffix, *([RECEIPT_ENDING] if has_receipt else [])]
        proposed = self._proposed(entry, endings)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the restored picture"),
            str(proposed),
            f"{options.format.title} (*{options.format.suffix})",
        )
        if not chosen:
            return
        if Path(chosen).suffix.lower() == _SVG:
            words = self.tr("Nothing was saved: an SVG is traced first.")
            button = self.tr("Export as SVG…")
            self.noticed.emit(Notice(words, Tone.PLAIN, button, self.svg_requested.emit))
            return
        path, options, is_confirmed = _completed(Path(chosen), options)
        self._settings.save_folder = path.parent
        export = Export(
            entry.result.picture,
            path,
            options,
            entry.source.path,
            is_confirmed,
            making_of(entry, options) if has_receipt else None,
        )
        self._save(export, partial(self.export, entry, options))

    def export_svg(self, entry: Entry, svg: str) -> None:
        """Ask for a file and write the result of an entry to it, traced as this document."""
        if entry.result is None:
            return
        has_receipt = self._settings.writes_receipts
        endings = [_SVG, *([RECEIPT_ENDING] if has_receipt else [])]
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export as SVG"),
            str(self._proposed(entry, endings)),
            f"SVG (*{_SVG})",
        )
        if not chosen:
            return
        path = Path(chosen)
        is_named = path.suffix.lower() == _SVG
        if not is_named:
            path = path.with_name(path.name + _SVG)
        self._settings.save_folder = path.parent
        making = making_of(entry, ExportOptions()) if has_receipt else None
        if making is not None:
            making = replace(making, settings={**making.settings, "format": "svg"})
        export = Export(
            entry.result.picture,
            path,
            ExportOptions(),
            entry.source.path,
            is_confirmed=is_named,  # else the dialog has asked about another name
            making=making,
            svg=svg,
        )
        self._save(export, partial(self.export_svg, entry, svg))

    def export_comparison(self, entry: Entry, picture: Picture) -> None:
        """Ask for a file and write a picture of an entry before and after to it."""
        proposed = self._proposed(entry, ["-comparison.png"])
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the comparison"), str(proposed), "PNG (*.png)"
        )
        if chosen:
            path, options, is_confirmed = _completed(Path(chosen), ExportOptions())
            self._settings.save_folder = path.parent
            export = Export(picture, path, options, entry.source.path, is_confirmed)
            self._save(export, partial(self.export_comparison, entry, picture))

    def export_report(self, entry: Entry, write: Callable[[Path, bool], None]) -> None:
        """Ask for a file and have a report on an entry written to it; nothing happens without a result.

        Args:
            entry: What it is about.
            write: Called in the writing thread, with where to and whether another file may be replaced.
        """
        if entry.result is None:
            return
        proposed = self._proposed(entry, ["-report.html"])
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the report"),
            str(proposed),
            ";;".join(f"{title} (*{ending})" for ending, title in _REPORTS.items()),
        )
        if chosen:
            path = Path(chosen)
            is_named = path.suffix.lower() in _REPORTS
            if not is_named:
                ending = next((ending for ending in _REPORTS if f"*{ending}" in kind), ".html")
                path = path.with_name(path.name + ending)
            self._settings.save_folder = path.parent
            # Unless it was named in full, the dialog has asked about another name.
            document = Document(path, partial(write, path, is_named))
            self._save(document, partial(self.export_report, entry, write))

    def copy(self, entry: Entry) -> None:
        """Put the result of an entry on the clipboard; nothing happens without a result."""
        if entry.result is not None:
            picture = entry.result.picture
            dpi = entry.export_options(self._settings.export_options).dpi_for(picture)
            reply = self._writer.copy(replace(picture, dpi=dpi))
            reply.finished.connect(self._on_copied)
            reply.failed.connect(self._on_copy_failed)

    def _save(self, request: Export | Document, ask_again: Callable[[], None]) -> None:
        """Have a file written, and tell how it went; one that fails can be saved elsewhere."""
        reply = self._writer.save(request)
        reply.finished.connect(self._on_saved)
        reply.failed.connect(partial(self._on_save_failed, ask_again))

    def _proposed(self, entry: Entry, endings: Sequence[str]) -> Path:
        folder = self._settings.folder_for(entry.source.path)
        namer = Namer(Pattern(self._settings.name_pattern), endings=endings)
        return namer.place(subject_of(entry, 1), folder).path

    @Slot(object, object)
    def _on_saved(self, export: Export | Document, unreceipted: JobError | None) -> None:
        if isinstance(export, Export):
            self.exported.emit(export.picture)
        if unreceipted is not None:
            self.noticed.emit(Notice(told(unreceipted), Tone.BAD))
            return
        words = self.tr("Saved {name}").format(name=export.path.name)
        if isinstance(export, Export) and _loses_transparency(export):
            words = self.tr("Saved {name}. {format} has no transparency: it became white.").format(
                name=export.path.name, format=export.options.format.title
            )
        folder = QUrl.fromLocalFile(str(export.path.parent))
        self.noticed.emit(
            Notice(
                words,
                Tone.GOOD,
                self.tr("Show in folder"),
                lambda: QDesktopServices.openUrl(folder),
            )
        )

    def _on_save_failed(
        self, ask_again: Callable[[], None], _request: Export | Document, error: JobError
    ) -> None:
        button = self.tr("Save elsewhere…")
        self.noticed.emit(Notice(told(error), Tone.BAD, button, ask_again))

    @Slot(object, object)
    def _on_copied(self, _picture: Picture, copy: Copy) -> None:
        data = QMimeData()
        data.setData("image/png", copy.png)
        data.setImageData(copy.image)
        QGuiApplication.clipboard().setMimeData(data)
        self.exported.emit(copy.picture)
        self.noticed.emit(Notice(self.tr("Copied. Paste it anywhere."), Tone.GOOD))

    @Slot(object, object)
    def _on_copy_failed(self, _picture: Picture, error: JobError) -> None:
        self.noticed.emit(Notice(told(error), Tone.BAD))


def subject_of(entry: Entry, number: int) -> Subject:
    """What the result of an entry is named after.

    Args:
        entry: With a result, in memory or on disk.
        number: Its place among those that are exported, from 1.
    """
    scale, (height, width) = entry.job.choices.scale, entry.size or (0, 0)
    source = entry.source.path or Path(entry.source.name)
    made = entry.result or entry.kept
    model = made.engine.model_name if made else ""
    return Subject(source, scale, model, scale * width, scale * height, number, date.today())


def _loses_transparency(export: Export) -> bool:
    picture = export.picture
    has_alpha = isinstance(picture, Picture) and picture.alpha is not None
    return has_alpha and not export.options.format.has_alpha


def _completed(path: Path, options: ExportOptions) -> tuple[Path, ExportOptions, bool]:
    """Let the end of the name decide the format; a name without one gets the chosen format's.

    Returns:
        The path, the options, and whether the dialog has asked about replacing just this path.
    """
    kind = ExportFormat.from_suffix(path.suffix)
    if kind is not None:
        return path, replace(options, format=kind), True
    return path.with_name(path.name + options.format.suffix), options, False
