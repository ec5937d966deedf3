"""Controller for opening pictures: from a dialog, a drop, the clipboard or the command line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.controllers.mime_sources import has_web_address, sources_in
from desktop_app.domain.entry import Entry
from desktop_app.domain.jobs import Source
from desktop_app.domain.notice import Notice, Tone
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.decoding import picture_suffixes
from desktop_app.imaging.file_search import PictureSearch
from desktop_app.imaging.file_system import is_file
from desktop_app.imaging.naming import printable
from desktop_app.queue.session import Session
from desktop_app.settings import Settings

_CHECKPOINTS = "*.safetensors *.pkl *.pth *.pt"


class OpenController(QObject):
    """Asks for files or takes those given, and opens them in the session.

    Args:
        session: Opens the pictures.
        settings: Stores the folder and the recent files.
        window: Parent of the dialogs.
    """

    notice_posted = Signal(object)  # Notice
    refused = Signal(str, str)  # name of a folder, and why it cannot be opened

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._requested: dict[Path, bool] = {}  # file: whether it is known to be a picture
        session.changed.connect(self._on_changed)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Restore the first of these files now, and queue the others; folders are searched for pictures."""
        unknown = [path for path, is_picture in self._requested.items() if not is_picture]
        files = [path for path in paths if is_file(path)]
        self._requested = dict.fromkeys([*files, *unknown], False)
        search = PictureSearch(is_recursive=True)
        for path in paths:
            search.add(path)
        self._session.open(
            [Source(printable(found.path.name), found.path) for found in search.found]
        )
        for folder, sentence in search.problems:
            self.refused.emit(folder.name, translated(sentence))

    def open_mime(self, mime: QMimeData) -> bool:
        """Restore the pictures in a drop or on the clipboard; say so if there is only a web address.

        Returns:
            Whether there were any.
        """
        sources = sources_in(mime, self.tr("Pasted picture"))
        files = [source.path for source in sources if source.path is not None]
        if files:
            self.open_files(files)
        elif not sources and has_web_address(mime):
            text = self.tr(
                "That is a web address, and Clearmark never uses the network: save the picture on this "
                "computer first and open the file."
            )
            self.notice_posted.emit(Notice(text, Tone.PLAIN))
        else:
            self._session.open(sources)
        return bool(sources)

    @Slot()
    def paste(self) -> None:
        """Restore the pictures on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if not self.open_mime(mime) and not has_web_address(mime):
            text = self.tr("There is no picture on the clipboard.")
            self.notice_posted.emit(Notice(text, Tone.PLAIN))

    @Slot()
    def ask(self) -> None:
        """Ask for files and restore them."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(picture_suffixes()))
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open pictures"),
            str(self._settings.open_folder),
            self.tr("Pictures ({patterns})").format(patterns=patterns)
            + ";;"
            + self.tr("All files (*)"),
            options=QFileDialog.Option.HideNameFilterDetails,  # there are about fifty suffixes
        )
        paths = [Path(name) for name in names]
        if paths:
            self._settings.open_folder = paths[0].parent
        self.open_files(paths)

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        """Add a file to the recent files once it has been read."""
        path = entry.source.path
        if path is not None and entry.thumbnail is not None and not self._requested.get(path, True):
            self._requested[path] = True
            pictures = [path for path, is_picture in self._requested.items() if is_picture]
            self._settings.add_recent_files(pictures)

    def ask_checkpoint(self) -> str:
        """Ask for a checkpoint file; return its path, or "" if the dialog was cancelled."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a checkpoint of MIMO-UNet"),
            str(self._settings.open_folder),
            self.tr("Checkpoints ({patterns})").format(patterns=_CHECKPOINTS),
        )
        return name
