"""Controller that shows the state of the session in the panels, the title and the actions."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.actions import Actions
from desktop_app.domain.captions import fallback_note, refusal_sentence
from desktop_app.domain.entry import STOPPABLE, Entry, EntryState, WorkflowStep
from desktop_app.domain.notice import Notice, Tone
from desktop_app.engine.service import RestorationService
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.panels.workspace import Workspace
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from models.device_info import DeviceInfo


class WindowState(QObject):
    """Keeps the panels, the window's title and the actions in sync with the session.

    Args:
        actions: Actions of the main window; enabled where they apply.
        workspace: Holds the panels.
        session: Provides the current entry.
        restoration: Reports the devices and the loaded network.
        settings: Stores how new pictures are restored.
        window: The main window, whose title is set.
    """

    failure_shown = Signal(object, object)  # Entry that failed earlier and is now current, JobError

    def __init__(
        self,
        actions: Actions,
        workspace: Workspace,
        session: Session,
        restoration: RestorationService,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._workspace = workspace
        self._session = session
        self._settings = settings
        self._window = window
        session.added.connect(workspace.queue_panel.add)
        session.removed.connect(workspace.queue_panel.remove)
        session.added.connect(self._offer_to_apply)
        session.removed.connect(self._offer_to_apply)
        workspace.restore_panel.apply_requested.connect(session.apply_to_waiting)
        session.changed.connect(self._on_entry_changed)
        session.open_requested.connect(workspace.banner.end_drop)
        session.chosen.connect(self._on_chosen)
        session.paused.connect(self._on_paused)
        session.opened.connect(self._on_picture_changed)
        session.succeeded.connect(self._on_succeeded)
        session.progressed.connect(self._on_progressed)
        session.partial_updated.connect(workspace.canvas.show_partial)
        session.current_changed.connect(self.show_entry)
        restoration.devices_listed.connect(self._on_devices_listed)
        restoration.warmed_up.connect(workspace.status_bar.show_engine)
        workspace.workflow_strip.step_chosen.connect(self._on_step_chosen)
        workspace.canvas.view.zoom_changed.connect(workspace.zoom_box.show_zoom)
        workspace.canvas.view.hovered.connect(self._on_hovered)

    @Slot(object)
    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry, or none."""
        workspace = self._workspace
        workspace.banner.end_picture()
        workspace.queue_panel.select(entry)
        workspace.workflow_strip.set_step(WorkflowStep.OUTPUT)
        workspace.header.set_title(entry.source.name if entry else "")
        self._window.setWindowTitle(
            self.tr("{name} – Clearmark").format(name=entry.source.name)
            if entry
            else self.tr("Clearmark")
        )
        self._on_picture_changed(entry)
        if entry is not None and not workspace.queue_panel.isAncestorOf(workspace.focusWidget()):
            workspace.canvas.view.setFocus()
        if entry is not None and entry.state is EntryState.FAILED and entry.error is not None:
            self.failure_shown.emit(entry, entry.error)
        self._warn_of_refusal(entry)

    @Slot(object)
    def _on_succeeded(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._on_picture_changed(entry)
            self._warn_of_refusal(entry)

    def _warn_of_refusal(self, entry: Entry | None) -> None:
        """Post a notice if the network's answer was refused for the picture shown, or a part of it."""
        if entry is not None and entry.result is not None:
            sentence = refusal_sentence(entry.result.run)
            if sentence:
                self._workspace.banner.show_notice(Notice(sentence, Tone.WARNING))

    @Slot(object)
    def _on_picture_changed(self, entry: Entry | None) -> None:
        """Show the pictures of the current entry again."""
        if entry is not self._session.current:
            return
        self._workspace.canvas.show_entry(entry, self._workspace.workflow_strip.step)
        self._show_facts()

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        self._workspace.queue_panel.refresh(entry)
        self._offer_to_apply()
        if entry is not self._session.current:
            return
        if entry.state is EntryState.CANCELLED:
            self._workspace.canvas.show_entry(entry, self._workspace.workflow_strip.step)
            text = self.tr("Cancelled. The picture was not restored.")
            retry = Notice(text, Tone.PLAIN, self.tr("Retry"), lambda: self._session.start(entry))
            self._workspace.banner.show_notice(retry)
        elif entry.state is EntryState.FAILED:
            self._workspace.canvas.show_entry(entry, self._workspace.workflow_strip.step)
        elif entry.state in STOPPABLE:
            self._workspace.banner.end_picture()
        self._show_facts()

    @Slot(object)
    def _on_progressed(self, entry: Entry) -> None:
        self._workspace.queue_panel.refresh(entry)
        if entry is self._session.current:
            self._show_workflow()

    @Slot(bool)
    def _on_paused(self, is_paused: bool) -> None:
        canvas, step = self._workspace.canvas, self._workspace.workflow_strip.step
        canvas.set_paused(is_paused=is_paused)
        if step is WorkflowStep.NETWORK:  # its label says that the picture is being restored
            canvas.show_entry(self._session.current, step)
        self._show_workflow()

    @Slot()
    def _on_chosen(self) -> None:
        """Store how new pictures are restored, and show how the current one is."""
        self._settings.choices = self._session.default_choices
        self._workspace.banner.end_drop()
        self._workspace.banner.end_picture()
        self._show_facts()

    @Slot(object)
    def _on_step_chosen(self, step: WorkflowStep) -> None:
        self._workspace.canvas.show_entry(self._session.current, step)

    @Slot(int, int)
    def _on_hovered(self, column: int, row: int) -> None:
        colours = self._workspace.canvas.colours_at(column, row) if column >= 0 else {}
        self._workspace.status_bar.show_pixel(column, row, colours)

    @Slot(object)
    def _on_devices_listed(self, devices: tuple[DeviceInfo, ...]) -> None:
        self._workspace.restore_panel.set_devices(devices)
        self._show_workflow()

    def _show_facts(self) -> None:
        """Show the facts about the current entry in the panels around the picture."""
        entry, workspace = self._session.current, self._workspace
        opened, result = (entry.opened, entry.result) if entry else (None, None)
        workspace.restore_panel.set_choices(self._session.choices)
        self._offer_to_apply()
        workspace.input_panel.show_input(entry.source.name if entry else "", opened)
        self._actions.export.setEnabled(result is not None)
        self._actions.copy.setEnabled(result is not None)
        workspace.status_bar.show_note(
            fallback_note(result.run) if result else "",
            is_warning=result is not None and result.run.outcome is not RunOutcome.RESTORED,
        )
        if entry is not None and entry.engine is not None:
            workspace.status_bar.show_engine(entry.engine)
        self._show_workflow()

    @Slot()
    def _offer_to_apply(self) -> None:
        """Offer to give the choices of the current entry to others that wait with different ones."""
        current = self._session.current
        is_useful = current is not None and any(
            entry.state is EntryState.WAITING and entry.choices != current.choices
            for entry in self._session.entries
        )
        self._workspace.restore_panel.offer_to_apply(is_useful=is_useful)

    def _show_workflow(self) -> None:
        title, scale = self._workspace.restore_panel.model_title, self._session.choices.scale
        self._workspace.workflow_strip.show_entry(
            self._session.current, title, scale, is_paused=self._session.is_paused
        )
