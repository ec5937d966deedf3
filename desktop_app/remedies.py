"""Tells a failure as a sentence with the button that helps."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.jobs import CPU, Choices, JobError, Remedy
from desktop_app.notices import Notice, Tone
from desktop_app.queue.entry import Entry
from desktop_app.queue.session import Session
from desktop_app.restoration import Restoration
from desktop_app.texts import told
from models.registry import AUTOMATIC


class Remedies(QObject):
    """Knows what to offer about each failure, and does it when asked.

    Args:
        session: Restores again.
        restoration: Gets ready again.
        choose: Takes other choices, for the controls as well.
        open_another: Asks for another picture.
        parent: Qt's owner.
    """

    noticed = Signal(object)  # Notice

    def __init__(
        self,
        session: Session,
        restoration: Restoration,
        choose: Callable[[Choices], None],
        open_another: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._restoration = restoration
        self._choose = choose
        self._open_another = open_another
        session.failed.connect(self.tell)
        restoration.warm_failed.connect(self._on_warm_failed)

    @Slot(object, object)
    def tell(self, entry: Entry, error: JobError) -> None:
        """Tell why an entry failed."""
        if error.remedy is Remedy.NONE:
            words = self.tr("Open another…")
            self.noticed.emit(Notice(told(error), Tone.BAD, words, self._open_another))
        else:
            self._offer(error, entry)

    @Slot(object)
    def _on_warm_failed(self, error: JobError) -> None:
        self._offer(error, None)

    def _offer(self, error: JobError, entry: Entry | None) -> None:
        """Tell a failure, of an entry or of getting ready, with the button that helps."""
        choices = self._session.choices
        texts = {
            Remedy.RETRY: (self.tr("Retry"), choices),
            Remedy.USE_CPU: (self.tr("Try on the CPU"), replace(choices, device=CPU)),
            Remedy.USE_DEFAULT_MODEL: (
                self.tr("Use the program's own model"),
                replace(choices, model=AUTOMATIC),
            ),
            Remedy.USE_SMALLER_SCALE: (
                self.tr("Use {scale}×").format(scale=choices.scale // 2),
                replace(choices, scale=choices.scale // 2),
            ),
        }
        button, otherwise = texts[error.remedy]

        def act() -> None:
            current = self._session.current
            if otherwise != self._session.choices:
                self._choose(otherwise)  # restores the picture that is looked at
                if current is not None and entry in (None, current):
                    return
            if entry is not None:
                self._session.start(entry)
            else:
                self._restoration.warm_up(self._session.choices)

        self.noticed.emit(Notice(told(error), Tone.BAD, button, act))
