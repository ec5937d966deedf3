"""Dragging the result out of the window into another program."""

import itertools
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from desktop_app.controls import to_pixmap
from desktop_app.errands import Copy, Staging
from desktop_app.exporting.exporter import subject_of
from desktop_app.imaging.naming import Namer, Pattern
from desktop_app.imaging.writing import ExportFormat
from desktop_app.jobs import JobError
from desktop_app.notices import Notice, Tone
from desktop_app.panels.header import DragHandle
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from desktop_app.texts import told
from desktop_app.writer import Writer


class Dragging(QObject):
    """Has the result written as soon as it is taken hold of; the drag begins once the file is there.

    Args:
        session: Knows which picture is looked at.
        writer: Writes the file.
        settings: What of the input is kept.
        handle: Is taken hold of.
        window: Qt's owner.
    """

    noticed = Signal(object)  # Notice
    dragged = Signal(object)  # Picture: another program has taken it

    def __init__(
        self,
        session: Session,
        writer: Writer,
        settings: Settings,
        handle: DragHandle,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._writer = writer
        self._settings = settings
        self._handle = handle
        self._folder: TemporaryDirectory[str] | None = None
        self._numbers = itertools.count(1)
        self._staging: Staging | None = None  # what was asked for last
        self._copy: Copy | None = None  # what came of it
        handle.grasped.connect(self._on_grasped)
        handle.pulled.connect(self._on_pulled)
        handle.clicked.connect(self._on_clicked)
        for signal in (session.shown, session.changed, session.adjusted):
            signal.connect(self._on_changed)
        self._on_changed()

    def close(self) -> None:
        """Remove what was written; call it after the threads have ended."""
        if self._folder is not None:
            self._folder.cleanup()

    @Slot()
    def _on_changed(self) -> None:
        """Offer to drag what there is, and let go of another picture."""
        entry = self._session.current
        result = entry.result if entry else None
        self._handle.setEnabled(result is not None)
        if self._staging is not None and (
            result is None or result.picture is not self._staging.picture
        ):
            self._forget()

    @Slot()
    def _on_grasped(self) -> None:
        """Have the file written, unless it is there or on its way."""
        entry = self._session.current
        if entry is None or entry.result is None:
            return
        options = entry.export_options(self._settings.export_options)
        options = replace(options, format=ExportFormat.PNG)
        known = self._staging
        if known is not None and known.options == options and known.path.parent.exists():
            return
        try:
            folder = self._new_folder()
        except OSError as error:
            reason = error.strerror or str(error)
            words = self.tr("There is nowhere to put the file to be dragged: {reason}.").format(
                reason=reason
            )
            self.noticed.emit(Notice(words, Tone.BAD))
            return
        namer = Namer(Pattern(self._settings.name_pattern), endings=[ExportFormat.PNG.suffix])
        path = namer.place(subject_of(entry, 1), folder).path
        self._staging, self._copy = Staging(entry.result.picture, path, options), None
        self._handle.setCursor(Qt.CursorShape.BusyCursor)
        reply = self._writer.stage(self._staging)
        reply.finished.connect(self._on_staged)
        reply.failed.connect(self._on_stage_failed)

    def _new_folder(self) -> Path:
        """Make a folder for one file, whose name can then be the proposed one."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="clearmark-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name) / str(next(self._numbers))
        folder.mkdir(parents=True)
        return folder

    @Slot(object, object)
    def _on_staged(self, staging: Staging, copy: Copy) -> None:
        if staging is self._staging:
            self._copy = copy
            self._handle.setCursor(Qt.CursorShape.OpenHandCursor)

    @Slot(object, object)
    def _on_stage_failed(self, staging: Staging, error: JobError) -> None:
        if staging is self._staging:
            self._forget()
            self.noticed.emit(Notice(told(error), Tone.BAD))

    @Slot()
    def _on_pulled(self) -> None:
        """Begin the drag; until the file is there, the mouse is waited for to move again."""
        entry = self._session.current
        if self._staging is None or self._copy is None or entry is None:
            return
        drag = QDrag(self._handle)
        drag.setMimeData(_mime(self._staging.path, self._copy))
        if entry.thumbnail is not None:
            drag.setPixmap(to_pixmap(entry.thumbnail))
        self._handle.setDown(False)  # the release will be the drag's
        picture = self._staging.picture
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.CopyAction:
            self.dragged.emit(picture)

    @Slot()
    def _on_clicked(self) -> None:
        words = self.tr("Hold the button down and drag: the picture comes along as a file.")
        self.noticed.emit(Notice(words, Tone.PLAIN))

    def _forget(self) -> None:
        self._staging = self._copy = None
        self._handle.setCursor(Qt.CursorShape.OpenHandCursor)


def _mime(path: Path, copy: Copy) -> QMimeData:
    """The file, and its content for programs that cannot or will not fetch it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setData("image/png", copy.png)
    mime.setImageData(copy.image)
    return mime
