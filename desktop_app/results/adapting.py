"""Fine-tunes the network on the pictures of the queue, and goes back, as the pane's view "Learning" asks."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.about.learning import Learning
from desktop_app.exploration import Exploration
from desktop_app.inside import Adapted, Adapting, Answer
from desktop_app.jobs import Choices, JobError
from desktop_app.notices import Notice, Scope, Tone
from desktop_app.queue.entry import Entry, State
from desktop_app.queue.session import Session
from desktop_app.results.explaining import Explainer
from desktop_app.texts import told


class Adapter(QObject):
    """Ties the view to the exploration; nothing is learned from unless it is asked for.

    While the network is fine-tuned pictures wait: that, and where the view is not seen the end, is told in
    a notice.

    Args:
        exploration: Fine-tunes.
        session: Has the pictures.
        view: Asks for it, and shows how it goes.
        explainer: What it knows is true no more once the network is another.
        parent: Qt's owner.
    """

    noticed = Signal(object)  # Notice
    withdrawn = Signal(object)  # Notice: is true no more

    def __init__(
        self,
        exploration: Exploration,
        session: Session,
        view: Learning,
        explainer: Explainer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._exploration = exploration
        self._session = session
        self._explainer = explainer
        self._view = view
        self._notice: Notice | None = None
        self._asked: Choices | None = None  # of the network that is being fine-tuned
        self._adapted: Choices | None = None  # of a fine-tuned network
        self._view.adapt_requested.connect(self._adapt)
        self._view.cancel_requested.connect(self._exploration.cancel_adapting)
        self._view.forget_requested.connect(self._forget)
        self._view.again_requested.connect(self._restore_again)
        self._exploration.adapting_progressed.connect(self._view.show_progress)
        self._exploration.adapted.connect(self._on_adapted)
        self._exploration.adapting_failed.connect(self._on_failed)
        self._exploration.adapting_cancelled.connect(self._on_cancelled)
        for answered in (
            self._exploration.inspected,
            self._exploration.seen,
            self._exploration.found,
        ):
            answered.connect(self._on_looked)
        for news in (session.added, session.opened, session.removed, session.changed):
            news.connect(self._follow)
        session.changed.connect(self._on_changed)

    @Slot()
    def _follow(self) -> None:
        """Name the pictures at hand."""
        entries = self._session.entries
        names = [entry.source.name for entry in entries if entry.opened]
        self._view.show_pictures(names, len(entries) - len(names))

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        if entry.state is State.RUNNING:
            self._on_loaded(entry.job.choices)
        elif entry.state is State.HELD:
            self._notice = Notice(
                self.tr("Pictures wait until the network has been fine-tuned."),
                Tone.PLAIN,
                self.tr("Stop fine-tuning"),
                self._exploration.cancel_adapting,
                scope=Scope.WINDOW,
            )
            self.noticed.emit(self._notice)

    @Slot(object)
    def _on_looked(self, answer: Answer) -> None:
        self._on_loaded(answer.look.job.choices)

    def _on_loaded(self, loaded: Choices) -> None:
        """Forget a fine-tuned network once another one has been loaded in its place."""
        adapted = self._adapted
        if adapted and (loaded.model, loaded.device) != (adapted.model, adapted.device):
            self._adapted = None
            self._view.show_outcome("", is_kept=False)

    @Slot()
    def _adapt(self) -> None:
        pictures = [entry.opened.picture for entry in self._session.entries if entry.opened]
        self._view.show_progress(None)
        self._asked = self._session.choices
        self._exploration.adapt(Adapting(tuple(pictures), self._asked))

    @Slot()
    def _forget(self) -> None:
        self._adapted = None
        self._exploration.forget(self._session.choices)
        self._view.show_outcome(self.tr("The network is as it was shipped."), is_kept=False)
        self._explainer.forget()

    @Slot()
    def _restore_again(self) -> None:
        if self._session.current is not None:
            self._session.start(self._session.current)

    @Slot(object)
    def _on_adapted(self, adapted: Adapted) -> None:
        self._view.show_adapted(adapted)
        self._tell_end(Tone.PLAIN)
        if adapted.is_kept:
            self._adapted = self._asked
            self._explainer.forget()

    @Slot(object)
    def _on_failed(self, error: JobError) -> None:
        self._end(told(error))
        self._tell_end(Tone.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled. The network is as it was."))
        self._dismiss_notice()

    def _end(self, words: str) -> None:
        self._view.show_rest()
        self._view.show_outcome(words, is_kept=self._adapted is not None)

    def _tell_end(self, tone: Tone) -> None:
        """Tell what the view tells to those who do not see it."""
        self._dismiss_notice()
        if not self._view.isVisible():
            words = self.tr("Fine-tuning has ended. {outcome}").format(outcome=self._view.outcome)
            self._notice = Notice(words, tone, scope=Scope.WINDOW)
            self.noticed.emit(self._notice)

    def _dismiss_notice(self) -> None:
        if self._notice is not None:
            self.withdrawn.emit(self._notice)
