"""Controller for fine-tuning the network on the pictures of the queue, and for resetting it."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.about.fine_tune_view import FineTuneView
from desktop_app.controllers.about import AboutController
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.inspection import FineTuneRequest, FineTuneResult, QueryResult
from desktop_app.domain.jobs import Choices, JobError
from desktop_app.domain.notice import Notice, Scope, Tone
from desktop_app.engine.inspection_service import InspectionService
from desktop_app.i18n.formatting import translated
from desktop_app.queue.session import Session


class FineTuneController(QObject):
    """Connects the fine-tuning view to the inspection service; fine-tunes only when the user asks for it.

    Pictures wait while the network is being fine-tuned. A notice says so, and another reports the outcome if
    the view is hidden.

    Args:
        inspection_service: Fine-tunes and resets the network.
        session: Provides the pictures.
        view: Requests fine-tuning, and shows its progress and outcome.
        about_controller: Reset when the network changes, since its results are then outdated.
        parent: Qt parent.
    """

    notice_posted = Signal(object)  # Notice
    withdrawn = Signal(object)  # Notice that no longer applies

    def __init__(
        self,
        inspection_service: InspectionService,
        session: Session,
        view: FineTuneView,
        about_controller: AboutController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._inspection_service = inspection_service
        self._session = session
        self._about_controller = about_controller
        self._view = view
        self._notice: Notice | None = None
        self._requested_choices: Choices | None = None  # choices of the running fine-tuning
        self._fine_tuned_choices: Choices | None = None  # choices of the fine-tuned network
        self._view.fine_tune_requested.connect(self._fine_tune)
        self._view.cancel_requested.connect(self._inspection_service.cancel_fine_tuning)
        self._view.reset_requested.connect(self._reset_network)
        self._view.restore_again_requested.connect(self._restore_again)
        self._inspection_service.fine_tune_progressed.connect(self._view.show_progress)
        self._inspection_service.fine_tuned.connect(self._on_fine_tuned)
        self._inspection_service.fine_tune_failed.connect(self._on_failed)
        self._inspection_service.fine_tune_cancelled.connect(self._on_cancelled)
        for signal in (
            self._inspection_service.inspection_ready,
            self._inspection_service.features_ready,
            self._inspection_service.regions_ready,
        ):
            signal.connect(self._on_query_result)
        for signal in (session.added, session.opened, session.removed, session.changed):
            signal.connect(self._follow)
        session.changed.connect(self._on_changed)

    @Slot()
    def _follow(self) -> None:
        """Show which pictures are available."""
        entries = self._session.entries
        names = [entry.source.name for entry in entries if entry.opened]
        self._view.show_pictures(names, len(entries) - len(names))

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        if entry.state is EntryState.RUNNING:
            self._on_loaded(entry.job.choices)
        elif entry.state is EntryState.HELD:
            self._notice = Notice(
                self.tr("Pictures wait until the network has been fine-tuned."),
                Tone.PLAIN,
                self.tr("Stop fine-tuning"),
                self._inspection_service.cancel_fine_tuning,
                scope=Scope.WINDOW,
            )
            self.notice_posted.emit(self._notice)

    @Slot(object)
    def _on_query_result(self, result: QueryResult) -> None:
        self._on_loaded(result.query.job.choices)

    def _on_loaded(self, loaded: Choices) -> None:
        """Forget the fine-tuned network once another one has been loaded in its place."""
        tuned = self._fine_tuned_choices
        if tuned and (loaded.model, loaded.device) != (tuned.model, tuned.device):
            self._fine_tuned_choices = None
            self._view.show_outcome("", is_kept=False)

    @Slot()
    def _fine_tune(self) -> None:
        pictures = [entry.opened.picture for entry in self._session.entries if entry.opened]
        self._view.show_progress(None)
        self._requested_choices = self._session.choices
        self._inspection_service.fine_tune(
            FineTuneRequest(tuple(pictures), self._requested_choices)
        )

    @Slot()
    def _reset_network(self) -> None:
        self._fine_tuned_choices = None
        self._inspection_service.reset_network(self._session.choices)
        self._view.show_outcome(self.tr("The network is as it was shipped."), is_kept=False)
        self._about_controller.reset()

    @Slot()
    def _restore_again(self) -> None:
        if self._session.current is not None:
            self._session.start(self._session.current)

    @Slot(object)
    def _on_fine_tuned(self, result: FineTuneResult) -> None:
        self._view.show_result(result)
        self._notify_finished(Tone.PLAIN)
        if result.is_kept:
            self._fine_tuned_choices = self._requested_choices
            self._about_controller.reset()

    @Slot(object)
    def _on_failed(self, error: JobError) -> None:
        self._show_outcome(translated(error))
        self._notify_finished(Tone.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        self._show_outcome(self.tr("Cancelled. The network is as it was."))
        self._dismiss_notice()

    def _show_outcome(self, words: str) -> None:
        self._view.show_idle()
        self._view.show_outcome(words, is_kept=self._fine_tuned_choices is not None)

    def _notify_finished(self, tone: Tone) -> None:
        """Post the outcome as a notice if the view is hidden."""
        self._dismiss_notice()
        if not self._view.isVisible():
            words = self.tr("Fine-tuning has ended. {outcome}").format(outcome=self._view.outcome)
            self._notice = Notice(words, tone, scope=Scope.WINDOW)
            self.notice_posted.emit(self._notice)

    def _dismiss_notice(self) -> None:
        if self._notice is not None:
            self.withdrawn.emit(self._notice)
