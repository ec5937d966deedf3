"""Shows what the session knows of the picture that is looked at, in all panels round it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.actions import Actions
from desktop_app.jobs import Choices
from desktop_app.notices import Notice, Tone
from desktop_app.queue.entry import STOPPABLE, Entry, State, Step
from desktop_app.queue.session import Session
from desktop_app.restoration import Restoration
from desktop_app.rooms import Rooms
from desktop_app.settings import Settings
from desktop_app.texts import fallback_note
from models.device_info import DeviceInfo


class WindowState(QObject):
    """Keeps the panels, the title and what can be done at one with the session.

    Args:
        actions: Enabled where there is something to act on.
        rooms: Show it all.
        session: Knows which picture is looked at, and what is known of it.
        restoration: Tells of the devices and the network.
        settings: Remembers how pictures are restored.
        window: Gets the title.
    """

    failure_shown = Signal(object, object)  # Entry, JobError: it is looked at, and failed earlier

    def __init__(
        self,
        actions: Actions,
        rooms: Rooms,
        session: Session,
        restoration: Restoration,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._rooms = rooms
        self._session = session
        self._settings = settings
        self._window = window
        session.added.connect(rooms.queue.add)
        session.removed.connect(rooms.queue.remove)
        session.changed.connect(self._on_entry_changed)
        session.dropped.connect(rooms.banner.end_drop)
        session.chosen.connect(self._on_chosen)
        session.opened.connect(self._on_picture_changed)
        session.succeeded.connect(self._on_picture_changed)
        session.progressed.connect(self._on_progressed)
        session.painted.connect(rooms.canvas.show_partial)
        session.shown.connect(self.show_entry)
        restoration.devices_listed.connect(self._on_devices_listed)
        restoration.warmed.connect(rooms.status.show_engine)
        rooms.workflow.step_chosen.connect(self._on_step_chosen)
        rooms.canvas.view.zoom_changed.connect(rooms.zoom.show_zoom)
        rooms.canvas.view.hovered.connect(self._on_hovered)

    @Slot(object)
    def show_entry(self, entry: Entry | None) -> None:
        """Show another picture, or none."""
        rooms = self._rooms
        rooms.banner.end_picture()
        rooms.queue.select(entry)
        rooms.workflow.set_step(Step.OUTPUT)
        rooms.header.set_title(entry.source.name if entry else "")
        self._window.setWindowTitle(
            self.tr("{name} – Clearmark").format(name=entry.source.name)
            if entry
            else self.tr("Clearmark")
        )
        self._on_picture_changed(entry)
        if entry is not None and not rooms.queue.isAncestorOf(rooms.focusWidget()):
            rooms.canvas.view.setFocus()
        if entry is not None and entry.state is State.FAILED and entry.error is not None:
            self.failure_shown.emit(entry, entry.error)

    @Slot(object)
    def _on_picture_changed(self, entry: Entry | None) -> None:
        """Show the pictures of the entry that is looked at anew."""
        if entry is not self._session.current:
            return
        self._rooms.canvas.show_entry(entry, self._rooms.workflow.step)
        self._show_facts()

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        self._rooms.queue.refresh(entry)
        if entry is not self._session.current:
            return
        if entry.state is State.CANCELLED:
            self._rooms.canvas.show_entry(entry, self._rooms.workflow.step)
            text = self.tr("Cancelled. The picture was not restored.")
            retry = Notice(text, Tone.PLAIN, self.tr("Retry"), lambda: self._session.start(entry))
            self._rooms.banner.show_notice(retry)
        elif entry.state is State.FAILED:
            self._rooms.canvas.show_entry(entry, self._rooms.workflow.step)
        elif entry.state in STOPPABLE:
            self._rooms.banner.end_picture()
        self._show_facts()

    @Slot(object)
    def _on_progressed(self, entry: Entry) -> None:
        self._rooms.queue.refresh(entry)
        if entry is self._session.current:
            self._show_workflow()

    @Slot(object)
    def _on_chosen(self, choices: Choices) -> None:
        """Remember how pictures are restored, and show it."""
        self._settings.choices = choices
        self._rooms.banner.end_drop()
        self._rooms.banner.end_picture()
        self._show_facts()

    @Slot(object)
    def _on_step_chosen(self, step: Step) -> None:
        self._rooms.canvas.show_entry(self._session.current, step)

    @Slot(int, int)
    def _on_hovered(self, column: int, row: int) -> None:
        named = self._rooms.canvas.colours_at(column, row) if column >= 0 else {}
        self._rooms.status.show_pixel(column, row, named)

    @Slot(object)
    def _on_devices_listed(self, devices: tuple[DeviceInfo, ...]) -> None:
        self._rooms.restore_choices.set_devices(devices)
        self._show_workflow()

    def _show_facts(self) -> None:
        """Write what is known of the entry that is looked at into the panels round the picture."""
        entry, rooms = self._session.current, self._rooms
        opened, result = (entry.opened, entry.result) if entry else (None, None)
        rooms.restore_choices.set_choices(self._session.choices)
        rooms.input_facts.show_input(entry.source.name if entry else "", opened)
        self._actions.export.setEnabled(result is not None)
        self._actions.copy.setEnabled(result is not None)
        rooms.status.show_note(fallback_note(result.run) if result else "")
        if entry is not None and entry.engine is not None:
            rooms.status.show_engine(entry.engine)
        self._show_workflow()

    def _show_workflow(self) -> None:
        title, scale = self._rooms.restore_choices.model_title, self._session.choices.scale
        self._rooms.workflow.show_entry(self._session.current, title, scale)
