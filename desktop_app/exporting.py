"""Getting the result out: to a file, to the clipboard."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.imaging.writing import ExportFormat, ExportOptions, free_path
from desktop_app.jobs import Copy, Export, JobError
from desktop_app.notices import Notice, Tone
from desktop_app.restoration import Restoration
from desktop_app.session import Entry
from desktop_app.settings import Settings


class Exporter(QObject):
    """Asks where to, has it written in the files thread, and says how it went.

    Args:
        restoration: Writes and encodes.
        settings: Remembers the folder.
        window: Parent of the dialog.
    """

    noticed = Signal(object)  # Notice

    def __init__(self, restoration: Restoration, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._restoration = restoration
        self._settings = settings
        self._window = window
        restoration.saved.connect(self._on_saved)
        restoration.save_failed.connect(self._on_save_failed)
        restoration.copied.connect(self._on_copied)
        restoration.copy_failed.connect(self._on_copy_failed)

    def export(self, entry: Entry, options: ExportOptions) -> None:
        """Ask for a file and write the result of an entry to it; nothing happens without a result."""
        if entry.result is None:
            return
        proposed = self._proposed(entry, options.format)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the restored picture"),
            str(proposed),
            f"{options.format.title} (*{options.format.suffix})",
        )
        if not chosen:
            return
        path, options, is_confirmed = _completed(Path(chosen), options)
        self._settings.save_folder = path.parent
        self._restoration.export(
            Export(entry.result.picture, path, options, entry.source.path, is_confirmed)
        )

    def copy(self, entry: Entry) -> None:
        """Put the result of an entry on the clipboard; nothing happens without a result."""
        if entry.result is not None:
            self._restoration.copy(entry.result.picture)

    def _proposed(self, entry: Entry, kind: ExportFormat) -> Path:
        source = entry.source.path
        folder = self._settings.save_folder or (source.parent if source else None)
        if folder is None or not folder.is_dir():
            folder = self._settings.open_folder
        name = f"{Path(entry.source.name).stem}-{entry.job.choices.scale}x"
        return free_path(folder, name, kind.suffix)

    @Slot(object)
    def _on_saved(self, export: Export) -> None:
        folder = QUrl.fromLocalFile(str(export.path.parent))
        self.noticed.emit(
            Notice(
                self.tr("Saved {name}").format(name=export.path.name),
                Tone.GOOD,
                self.tr("Show in folder"),
                lambda: QDesktopServices.openUrl(folder),
            )
        )

    @Slot(object, object)
    def _on_save_failed(self, export: Export, error: JobError) -> None:
        del export
        self.noticed.emit(Notice(str(error), Tone.BAD))

    @Slot(object)
    def _on_copied(self, copy: Copy) -> None:
        data = QMimeData()
        data.setData("image/png", copy.png)
        data.setImageData(copy.image)
        QGuiApplication.clipboard().setMimeData(data)
        self.noticed.emit(Notice(self.tr("Copied. Paste it anywhere."), Tone.GOOD))

    @Slot(object)
    def _on_copy_failed(self, error: JobError) -> None:
        self.noticed.emit(Notice(str(error), Tone.BAD))


def _completed(path: Path, options: ExportOptions) -> tuple[Path, ExportOptions, bool]:
    """Let the end of the name decide the format; a name without one gets the chosen format's.

    Returns:
        The path, the options, and whether the dialog has asked about replacing just this path.
    """
    kind = ExportFormat.from_suffix(path.suffix)
    if kind is not None:
        return path, replace(options, format=kind), True
    return path.with_name(path.name + options.format.suffix), options, False
