"""The view "Learning": fine-tune the network on the pictures of the queue, without labels, or undo it."""

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

from desktop_app.about.localized_texts import about_text
from desktop_app.about.page import MarkdownLabel, ScrollPage, wrapped_label
from desktop_app.domain.inspection import FineTuneProgress, FineTuneResult
from desktop_app.i18n.formatting import format_duration, format_number
from desktop_app.paths import ABOUT
from desktop_app.widgets.controls import ElidedLabel, plain_label

_NAMED = 4  # pictures listed by name; the rest are counted
_NAME_WIDTH = 300  # pixels of a name; longer ones would make the page wider than the pane


class FineTuneView(ScrollPage):
    """Which pictures to learn from, the progress of fine-tuning, and its outcome.

    Args:
        name: Accessible name.
        parent: Qt parent.

    Signals:
        fine_tune_requested: Fine-tune the network on the listed pictures.
        cancel_requested: Stop fine-tuning.
        reset_requested: Go back to the network as shipped.
        restore_again_requested: Restore the current picture once more.
    """

    fine_tune_requested = Signal()
    cancel_requested = Signal()
    reset_requested = Signal()
    restore_again_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._text = MarkdownLabel(ABOUT, name)
        warning = QFrame()
        warning.setObjectName("note")
        note = QVBoxLayout(warning)
        note.setContentsMargins(12, 8, 12, 8)
        note.addWidget(
            wrapped_label(
                self.tr(
                    "It seldom finds something to learn: in 8 of 70 trials with blurs that the network was "
                    "not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to "
                    "10 dB, and none became worse."
                )
            )
        )
        self._pictures = wrapped_label()
        self.fine_tune_button = QPushButton(self.tr("Adapt to these pictures"))
        self.fine_tune_button.clicked.connect(self.fine_tune_requested)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._step = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the fine-tuning"))
        self._outcome = plain_label()
        self._outcome.setWordWrap(True)
        self._outcome.setProperty("role", "advice")
        self.restore_again_button = QPushButton(self.tr("Restore this picture again"))
        self.restore_again_button.clicked.connect(self.restore_again_requested)
        self.reset_button = QPushButton(self.tr("Back to the original"))
        self.reset_button.setToolTip(self.tr("Use the network as it was shipped"))
        self.reset_button.clicked.connect(self.reset_requested)
        doing, after = QHBoxLayout(), QHBoxLayout()
        for widget in (self.fine_tune_button, self.cancel_button):
            doing.addWidget(widget)
        doing.addWidget(self._step, 1)
        for widget in (self.restore_again_button, self.reset_button):
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
        self.show_idle()
        self.show_outcome("", is_kept=False)

    def show_text(self, language: str) -> None:
        """Write the text, in a language such as ``de``."""
        self._text.show_markdown(about_text("adapting", language))

    def show_pictures(self, names: Sequence[str], left_out: int) -> None:
        """Show which pictures the network would learn from; without any, it cannot be fine-tuned.

        Args:
            names: Names of the pictures in memory.
            left_out: Number of other pictures, which wait or were evicted.
        """
        self.fine_tune_button.setEnabled(bool(names))
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

    def show_idle(self) -> None:
        """Show that fine-tuning is not running."""
        _replace(self.cancel_button, self.fine_tune_button)
        self._bar.setVisible(False)
        self._step.setText("")

    def show_progress(self, progress: FineTuneProgress | None) -> None:
        """Show that fine-tuning is running; None while it is getting ready."""
        _replace(self.fine_tune_button, self.cancel_button)
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

    def show_result(self, adapted: FineTuneResult) -> None:
        """Show the outcome, with the consistency scores before and after; lower is better."""
        self.show_idle()
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
        text = words.format(
            steps=adapted.steps,
            time=format_duration(adapted.seconds),
            before=f"{format_number(adapted.before, 2)}/255",
            after=f"{format_number(adapted.after, 2)}/255",
        )
        self.show_outcome(text, is_kept=adapted.is_kept)

    @property
    def outcome(self) -> str:
        """The text on the last outcome; empty for none."""
        return self._outcome.text()

    def show_outcome(self, words: str, *, is_kept: bool) -> None:
        """Show the outcome of the last fine-tuning.

        Args:
            words: The text; empty hides it.
            is_kept: Whether a fine-tuned network is in use.
        """
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
        self._outcome.setProperty("is_helpful", is_kept)
        self._outcome.style().polish(self._outcome)
        self.restore_again_button.setVisible(is_kept)
        self.reset_button.setVisible(is_kept)


def _replace(old: QPushButton, new: QPushButton) -> None:
    """Replace a button by another one and move the focus along; Qt would move it somewhere else."""
    is_focused = old.hasFocus()
    new.setVisible(True)
    if is_focused:
        new.setFocus()
    old.setVisible(False)
