"""Controller for dragging the result out of the window into another program."""

import itertools
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from desktop_app.controllers.export import name_fields_of
from desktop_app.domain.jobs import JobError
from desktop_app.domain.notice import Notice, Tone
from desktop_app.domain.requests import ClipboardPicture, StageRequest
from desktop_app.engine.writer import Writer
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.naming import NamePattern, Namer
from desktop_app.imaging.writing import ExportFormat
from desktop_app.panels.header import DragHandle
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from desktop_app.widgets.controls import to_pixmap


class DragOutController(QObject):
    """Writes the result to a temporary file when its handle is grabbed; the drag starts once the file exists.

    Args:
        session: Provides the current picture.
        writer: Writes the file.
        settings: Provides the export options and the name pattern.
        handle: The widget to drag.
        window: Qt parent.
    """

    notice_posted = Signal(object)  # Notice
    drag_completed = Signal(object)  # Picture, accepted by another program

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
        self._stage_request: StageRequest | None = None  # the latest request
        self._copy: ClipboardPicture | None = None  # its result, once written
        handle.grabbed.connect(self._on_grabbed)
        handle.drag_moved.connect(self._on_drag_moved)
        handle.clicked.connect(self._on_clicked)
        for signal in (session.current_changed, session.changed, session.adjusted):
            signal.connect(self._on_changed)
        self._on_changed()

    def close(self) -> None:
        """Delete the temporary files; call it after the threads have ended."""
        if self._folder is not None:
            self._folder.cleanup()

    @Slot()
    def _on_changed(self) -> None:
        """Enable the handle if there is a result, and forget a file that was written of another one."""
        entry = self._session.current
        result = entry.result if entry else None
        self._handle.setEnabled(result is not None)
        if self._stage_request is not None and (
            result is None or result.picture is not self._stage_request.picture
        ):
            self._forget()

    @Slot()
    def _on_grabbed(self) -> None:
        """Request the file, unless it exists or is being written."""
        entry = self._session.current
        if entry is None or entry.result is None:
            return
        options = entry.export_options(self._settings.export_options)
        options = replace(options, format=ExportFormat.PNG)
        known = self._stage_request
        if known is not None and known.options == options and known.path.parent.exists():
            return
        try:
            folder = self._new_folder()
        except OSError as error:
            reason = error.strerror or str(error)
            words = self.tr("There is nowhere to put the file to be dragged: {reason}.").format(
                reason=reason
            )
            self.notice_posted.emit(Notice(words, Tone.BAD))
            return
        namer = Namer(NamePattern(self._settings.name_pattern), endings=[ExportFormat.PNG.suffix])
        path = namer.assign(name_fields_of(entry, 1), folder).path
        self._stage_request, self._copy = StageRequest(entry.result.picture, path, options), None
        self._handle.setCursor(Qt.CursorShape.BusyCursor)
        reply = self._writer.stage(self._stage_request)
        reply.finished.connect(self._on_staged)
        reply.failed.connect(self._on_stage_failed)

    def _new_folder(self) -> Path:
        """Make a folder for a single file, so that its name never needs a number."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="clearmark-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name) / str(next(self._numbers))
        folder.mkdir(parents=True)
        return folder

    @Slot(object, object)
    def _on_staged(self, request: StageRequest, copy: ClipboardPicture) -> None:
        if request is self._stage_request:
            self._copy = copy
            self._handle.setCursor(Qt.CursorShape.OpenHandCursor)

    @Slot(object, object)
    def _on_stage_failed(self, request: StageRequest, error: JobError) -> None:
        if request is self._stage_request:
            self._forget()
            self.notice_posted.emit(Notice(translated(error), Tone.BAD))

    @Slot()
    def _on_drag_moved(self) -> None:
        """Start the drag if the file exists; otherwise wait for the next mouse move."""
        entry = self._session.current
        if self._stage_request is None or self._copy is None or entry is None:
            return
        drag = QDrag(self._handle)
        drag.setMimeData(_mime(self._stage_request.path, self._copy))
        if entry.thumbnail is not None:
            drag.setPixmap(to_pixmap(entry.thumbnail))
        self._handle.setDown(False)  # the drag consumes the mouse release
        picture = self._stage_request.picture
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.CopyAction:
            self.drag_completed.emit(picture)

    @Slot()
    def _on_clicked(self) -> None:
        words = self.tr("Hold the button down and drag: the picture comes along as a file.")
        self.notice_posted.emit(Notice(words, Tone.PLAIN))

    def _forget(self) -> None:
        self._stage_request = self._copy = None
        self._handle.setCursor(Qt.CursorShape.OpenHandCursor)


def _mime(path: Path, copy: ClipboardPicture) -> QMimeData:
    """Return the file's URL, and its content for programs that do not accept files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setData("image/png", copy.png)
    mime.setImageData(copy.image)
    return mime
