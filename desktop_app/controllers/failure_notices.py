"""Shows failures as notices, each with a button for what may help."""

from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from desktop_app.controllers.open_files import OpenController
from desktop_app.domain.adjustments import AdjustRequest
from desktop_app.domain.entry import Entry
from desktop_app.domain.jobs import JobError, Remedy
from desktop_app.domain.notice import Notice, Scope, Tone
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.naming import printable
from desktop_app.queue.session import Session
from models.device_info import CPU
from models.registry import AUTOMATIC

_NAMED = 3
"""Number of names in a notice before "{count} more"; a fourth is named too, since "1 more" is no shorter."""

_MOST_REASONS = 12
"""Number of reasons that fit into the details of a notice."""


class FailureNotices(QObject):
    """Posts a notice for each failure, with a button that carries out its remedy.

    All files of one drop that cannot be opened share one notice.

    Args:
        session: Reports failed entries, and restores them again.
        restoration: Reports a failed warm-up, and repeats it.
        reviewer: Reports failed adjustments.
        open_controller: Reports refused folders, and asks for another picture.
        parent: Qt parent.
    """

    notice_posted = Signal(object)  # Notice

    def __init__(
        self,
        session: Session,
        restoration: RestorationService,
        reviewer: Reviewer,
        open_controller: OpenController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._restoration = restoration
        self._open_another = open_controller.ask
        open_controller.refused.connect(self.notify_refused)
        self._refused: list[tuple[str, str]] = []  # (name, reason) for the latest drop
        session.open_requested.connect(self._clear_refused)
        session.failed.connect(self._on_failed)
        reviewer.adjust_failed.connect(self._on_adjust_failed)
        restoration.warm_up_failed.connect(self._on_warm_up_failed)

    @Slot(str, str)
    def notify_refused(self, name: str, sentence: str) -> None:
        """Post a notice about everything in the latest drop that could not be opened.

        Args:
            name: Name of a file or folder.
            sentence: Why it cannot be opened.
        """
        self._refused.append((name, sentence))
        sentences = [sentence for _, sentence in self._refused]
        details = ""
        if len(sentences) > 1:
            sentence = self.tr("{count} items cannot be opened: {names}.").format(
                count=len(sentences), names=self._names()
            )
            details = "\n".join(
                [*sentences[:_MOST_REASONS], *(["…"] if sentences[_MOST_REASONS:] else [])]
            )
        words = self.tr("Open another…")
        self.notice_posted.emit(
            Notice(sentence, Tone.BAD, words, self._open_another, details, Scope.DROP)
        )

    def _names(self) -> str:
        names = [printable(name) for name, _ in self._refused]
        if len(names) > _NAMED + 1:
            more = self.tr("{count} more").format(count=len(names) - _NAMED)
            names = [*names[:_NAMED], more]
        return QLocale().createSeparatedList(names)

    @Slot()
    def _clear_refused(self) -> None:
        self._refused.clear()

    @Slot(object, object)
    def _on_failed(self, entry: Entry, error: JobError) -> None:
        if entry in self._session.entries:
            self.notify_failed(entry, error)
        else:
            self.notify_refused(entry.source.name, translated(error))

    @Slot(object, object)
    def notify_failed(self, entry: Entry, error: JobError) -> None:
        """Post a notice about why an entry failed."""
        if error.remedy is Remedy.NONE:
            words = self.tr("Open another…")
            self.notice_posted.emit(Notice(translated(error), Tone.BAD, words, self._open_another))
        else:
            self._offer(error, entry)

    @Slot(object, object)
    def _on_adjust_failed(self, request: AdjustRequest, error: JobError) -> None:
        entry = self._session.entry_of(request.job)
        if entry is None:
            return
        text = self.tr("The last changes of {name} could not be made. {reason}").format(
            name=printable(entry.source.name), reason=translated(error)
        )

        def retry() -> None:
            self._session.adjust(entry, entry.adjustments)

        self.notice_posted.emit(Notice(text, Tone.BAD, self.tr("Retry"), retry))

    @Slot(object)
    def _on_warm_up_failed(self, error: JobError) -> None:
        self._offer(error, None)

    def _offer(self, error: JobError, entry: Entry | None) -> None:
        """Post a notice about a failed entry, or about the warm-up (None), with the button for its remedy."""
        choices = entry.choices if entry else self._session.choices
        offers = {
            Remedy.RETRY: (self.tr("Retry"), choices),
            Remedy.USE_CPU: (self.tr("Try on the CPU"), replace(choices, device=CPU.name)),
            Remedy.USE_DEFAULT_MODEL: (
                self.tr("Use the program's own model"),
                replace(choices, model=AUTOMATIC),
            ),
            Remedy.USE_SMALLER_SCALE: (
                self.tr("Use {scale}×").format(scale=choices.scale // 2),
                replace(choices, scale=choices.scale // 2),
            ),
        }
        button, new_choices = offers[error.remedy]

        def apply_remedy() -> None:
            if new_choices != choices:
                # This also restores the entry again, or without one the current entry.
                self._session.set_choices(new_choices, entry)
                if entry is None:  # the warm-up uses the choices of new pictures
                    self._session.set_default_choices(new_choices)
            elif entry is not None:
                self._session.start(entry)
            if entry is None:
                self._restoration.warm_up(new_choices)

        self.notice_posted.emit(Notice(translated(error), Tone.BAD, button, apply_remedy))
