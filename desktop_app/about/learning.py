"""The view "Learning": fine-tuning on the pictures of the queue, without labels, and back again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.about.page import Page, Passage, sentence
from desktop_app.about.texts import about_text
from desktop_app.controls import ElidedLabel, plain
from desktop_app.inside import Adapted, AdaptingProgress
from desktop_app.paths import ABOUT
from desktop_app.texts import duration, number

_NAMED = 4  # pictures that are named; more are counted
_NAME_WIDTH = 300  # pixels of one; a longer one would widen the page beyond the pane


class Learning(Page):
    """Says what would be learned from, learns, and tells what came of it.

    Args:
        name: For a screen reader.
        parent: Qt's owner.

    Signals:
        adapt_requested: The network is to be fine-tuned on the named pictures.
        cancel_requested: It is to be stopped.
        forget_requested: The network is to be as it was shipped.
        again_requested: The picture that is looked at is to be restored once more.
    """

    adapt_requested = Signal()
    cancel_requested = Signal()
    forget_requested = Signal()
    again_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._text = Passage(ABOUT, name)
        warning = QFrame()
        warning.setObjectName("note")
        note = QVBoxLayout(warning)
        note.setContentsMargins(12, 8, 12, 8)
        note.addWidget(
            sentence(
                self.tr(
                    "It seldom finds something to learn: in 8 of 70 trials with blurs that the network was "
                    "not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to "
                    "10 dB, and none became worse."
                )
            )
        )
        self._pictures = sentence()
        self.adapt = QPushButton(self.tr("Adapt to these pictures"))
        self.adapt.clicked.connect(self.adapt_requested)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_requested)
        self._step = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the fine-tuning"))
        self._outcome = plain()
        self._outcome.setWordWrap(True)
        self._outcome.setProperty("role", "advice")
        self.again = QPushButton(self.tr("Restore this picture again"))
        self.again.clicked.connect(self.again_requested)
        self.forget = QPushButton(self.tr("Back to the original"))
        self.forget.setToolTip(self.tr("Use the network as it was shipped"))
        self.forget.clicked.connect(self.forget_requested)
        doing, after = QHBoxLayout(), QHBoxLayout()
        for widget in (self.adapt, self.cancel):
            doing.addWidget(widget)
        doing.addWidget(self._step, 1)
        for widget in (self.again, self.forget):
            after.addWidget(widget)
        after.addStretch(1)
        for line in (doing, after):
            line.setSpacing(8)
        self.column.addWidget(self._text)
        self.column.addWidget(warning)
        self.column.addWidget(self._pictures)
        self.column.addLayout(doing)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._outcome)
        self.column.addLayout(after)
        self.column.addStretch(1)
        self.show_pictures((), 0)
        self.show_rest()
        self.show_outcome("", is_kept=False)

    def show_text(self, language: str) -> None:
        """Write what does not depend on a picture."""
        self._text.show_markdown(about_text("adapting", language))

    def show_pictures(self, names: Sequence[str], left_out: int) -> None:
        """Say which pictures would be learned from; without any there is nothing to do.

        Args:
            names: Of those that are open.
            left_out: How many others there are, which wait or gave their memory to others.
        """
        self.adapt.setEnabled(bool(names))
        if not names:
            self._pictures.setText(self.tr("First open the pictures that it should learn from."))
            return
        elided, middle = self._pictures.fontMetrics().elidedText, Qt.TextElideMode.ElideMiddle
        named = ", ".join(elided(name, middle, _NAME_WIDTH) for name in names[:_NAMED])
        more = len(names) - _NAMED
        if more > 0:
            named = self.tr("{names} and {count} more").format(names=named, count=more)
        words = [self.tr("From the queue: {names}").format(names=named)]
        if left_out == 1:
            words.append(self.tr("1 other is not in memory; look at it to include it."))
        elif left_out:
            others = self.tr("{count} others are not in memory; look at one to include it.")
            words.append(others.format(count=left_out))
        self._pictures.setText("\n".join(words))

    def show_rest(self) -> None:
        """Nothing is going on."""
        _replace(self.cancel, self.adapt)
        self._bar.setVisible(False)
        self._step.setText("")

    def show_progress(self, progress: AdaptingProgress | None) -> None:
        """It is going on: at a step, or still getting ready."""
        _replace(self.adapt, self.cancel)
        self._bar.setVisible(True)
        self.show_outcome("", is_kept=False)
        if progress is None:
            self._bar.setRange(0, 0)
            self._step.setText(self.tr("Getting ready"))
        else:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            words = self.tr("Step {done} of {total}")
            self._step.setText(words.format(done=progress.done, total=progress.total))

    def show_adapted(self, adapted: Adapted) -> None:
        """Tell what came of it, with the score before and after; lower is better."""
        self.show_rest()
        if adapted.is_kept:
            words = self.tr(
                "Adapted in {steps} steps and {time}. Damaged again, the results now miss your pictures by "
                "{after} instead of {before}. It is used until you go back or close Clearmark."
            )
        elif not adapted.steps:
            words = self.tr(
                "There was nothing to learn: no blur explains these pictures much better than the network "
                "does. It is as it was."
            )
        else:
            words = self.tr(
                "Not much better after {steps} steps and {time}: damaged again, the results would miss your "
                "pictures by {after} instead of {before}. The original network is used, as before."
            )
        told = words.format(
            steps=adapted.steps,
            time=duration(adapted.seconds),
            before=f"{number(adapted.before, 2)}/255",
            after=f"{number(adapted.after, 2)}/255",
        )
        self.show_outcome(told, is_kept=adapted.is_kept)

    @property
    def outcome(self) -> str:
        """What is said about the last time."""
        return self._outcome.text()

    def show_outcome(self, words: str, *, is_kept: bool) -> None:
        """Say something about the last time.

        Args:
            words: Empty for nothing.
            is_kept: Whether a fine-tuned network is in use.
        """
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
        self._outcome.setProperty("is_helpful", is_kept)
        self._outcome.style().polish(self._outcome)
        self.again.setVisible(is_kept)
        self.forget.setVisible(is_kept)


def _replace(old: QPushButton, new: QPushButton) -> None:
    """Show a button in the place of another, with the keyboard, which Qt would bring to some other one."""
    is_focused = old.hasFocus()
    new.setVisible(True)
    if is_focused:
        new.setFocus()
    old.setVisible(False)
