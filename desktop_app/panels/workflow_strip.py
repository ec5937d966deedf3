"""The workflow strip: input, enlarging, network, output, each with its outcome."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop_app.domain.entry import Entry, EntryState, WorkflowStep
from desktop_app.i18n.formatting import format_duration, format_time_left
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.widgets.controls import muted_label

HEIGHT = 46
_BAR = 2


class StepButton(QPushButton):
    """A button for one step: its name, a detail, and a tick once it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "step")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._detail = muted_label("")
        self._tick = muted_label("")
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 10, 5)
        layout.setSpacing(8)
        for label in (self._name, self._detail, self._tick):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)

    def set_texts(self, name: str, detail: str, *, is_done: bool, is_warning: bool = False) -> None:
        """Set the name, the detail, whether to show the tick, and whether the detail is a warning."""
        self._name.setText(name)
        self._detail.setText(detail)
        role = "warning" if is_warning else "muted"
        if role != self._detail.property("role"):
            self._detail.setProperty("role", role)
            self._detail.style().polish(self._detail)
        self._detail.setVisible(bool(detail))
        self._tick.setText("✓" if is_done else "")
        self._tick.setVisible(is_done)
        self.setAccessibleName(f"{name}, {detail}" if detail else name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size that the labels need."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size that the labels need."""
        return self._row.minimumSize()


class WorkflowStrip(QFrame):
    """Input → Enlarge → MIMO-UNet → Output; a click on a step shows its picture."""

    step_chosen = Signal(object)  # WorkflowStep

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workflow")
        self.setFixedHeight(HEIGHT)
        self._buttons = {step: StepButton() for step in WorkflowStep}
        self._group = QButtonGroup(self)
        steps = QHBoxLayout(self)
        steps.setContentsMargins(12, 0, 12, 0)
        steps.setSpacing(6)
        for step, button in self._buttons.items():
            if step is not WorkflowStep.INPUT:
                steps.addWidget(muted_label("→"))
            steps.addWidget(button)
            self._group.addButton(button, step)
        steps.addStretch(1)
        self._bar = QProgressBar(self)  # on the lower edge, not in the layout
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR)
        self._bar.setAccessibleName(self.tr("Restoring progress"))
        tips = {
            WorkflowStep.INPUT: self.tr("Look at the picture as it came in"),
            WorkflowStep.ENLARGE: self.tr("Look at the enlarged picture, not sharpened yet"),
            WorkflowStep.NETWORK: self.tr("Look at what the network makes of the enlarged picture"),
            WorkflowStep.OUTPUT: self.tr("Compare the enlarged with the restored picture"),
        }
        for step, tip in tips.items():
            self._buttons[step].setToolTip(tip)
        self._group.idClicked.connect(lambda number: self.step_chosen.emit(WorkflowStep(number)))
        self.show_entry(None, "", 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar on the lower edge."""
        super().resizeEvent(event)
        self._bar.setGeometry(0, self.height() - _BAR, self.width(), _BAR)

    @property
    def step(self) -> WorkflowStep:
        """The step whose picture is shown."""
        return WorkflowStep(max(0, self._group.checkedId()))

    def set_step(self, step: WorkflowStep) -> None:
        """Select a step without emitting signals."""
        self._buttons[step].setChecked(True)

    def show_entry(
        self, entry: Entry | None, model: str, scale: int, *, is_paused: bool = False
    ) -> None:
        """Show how far one picture is.

        Args:
            entry: The current entry, or None.
            model: Title of the chosen network; shown until the entry has run.
            scale: The chosen scale (1, 2 or 4); shown until the entry is opened.
            is_paused: Whether the work is paused; no time left is shown then.
        """
        opened = entry.opened if entry else None
        result = entry.result if entry else None
        if entry is not None and opened is not None:
            scale = opened.scale
        if entry is not None and entry.engine is not None:
            model = entry.engine.network.title
        self._buttons[WorkflowStep.INPUT].set_texts(
            self.tr("Input"), opened.picture.size_text if opened else "", is_done=bool(opened)
        )
        took = format_duration(opened.enlarge_seconds) if opened else ""
        if scale > 1:
            step, method = self.tr("Enlarge {scale}×").format(scale=scale), self.tr("bicubic")
        else:
            step, method = self.tr("Size"), self.tr("kept")
        self._buttons[WorkflowStep.ENLARGE].set_texts(
            step, f"{method} · {took}" if took else "", is_done=bool(opened)
        )
        is_restored = result is not None and result.run.outcome is RunOutcome.RESTORED
        self._buttons[WorkflowStep.NETWORK].set_texts(
            model,
            self._network_detail(entry, is_paused=is_paused),
            is_done=is_restored,
            is_warning=result is not None and not is_restored,
        )
        self._buttons[WorkflowStep.OUTPUT].set_texts(
            self.tr("Output"), result.picture.size_text if result else "", is_done=is_restored
        )
        for button in self._buttons.values():
            button.setEnabled(opened is not None)
        self._show_progress(entry)

    def _network_detail(self, entry: Entry | None, *, is_paused: bool) -> str:
        if entry is None or entry.opened is None:
            return ""
        engine = entry.engine
        where = f"{engine.device} {engine.precision}" if engine else ""
        if entry.state is EntryState.LOADING:
            return self.tr("getting ready")
        if entry.state is EntryState.RUNNING:
            progress = entry.progress
            if progress is None and is_paused:
                return self.tr("paused")
            if progress is None:
                return f"{where} · " + self.tr("first tile")
            count = self.tr("tile {done} of {total}").format(
                done=progress.done, total=progress.total
            )
            left = self.tr("paused") if is_paused else format_time_left(progress.seconds_left)
            return f"{count} · {left}"
        if entry.state is EntryState.DONE and entry.result is not None:
            run, choices = entry.result.run, entry.job.choices
            if run.outcome is RunOutcome.NOT_RESTORED:
                refused = self.tr("answer refused")
                return f"{refused} · {where} · {format_duration(run.seconds)}"
            if run.outcome is RunOutcome.PARTLY_RESTORED:
                count = self.tr("{count} of {total} tiles refused").format(
                    count=run.enlarged_tiles, total=run.tiles
                )
                return f"{count} · {format_duration(run.seconds)}"
            passes = self.tr("2 passes") + " · " if choices.scale == 4 else ""
            single = "" if choices.self_ensemble else self.tr("one answer") + " · "
            return f"{passes}{single}{where} · {format_duration(run.seconds)}"
        if is_paused and entry.state in (EntryState.WAITING, EntryState.HELD):
            return self.tr("paused")
        names = {
            EntryState.WAITING: self.tr("waiting"),
            EntryState.HELD: self.tr("waiting for fine-tuning"),
            EntryState.CANCELLED: self.tr("cancelled"),
            EntryState.FAILED: self.tr("failed"),
            EntryState.EVICTED: self.tr("done earlier"),
        }
        return names.get(entry.state, "")

    def _show_progress(self, entry: Entry | None) -> None:
        progress = entry.progress if entry else None
        if entry is not None and entry.state is EntryState.LOADING:
            self._bar.setRange(0, 0)
        elif entry is not None and entry.state is EntryState.RUNNING:
            self._bar.setRange(0, progress.total if progress else 1)
            self._bar.setValue(progress.done if progress else 0)
        else:
            self._bar.setRange(0, 1)
            self._bar.reset()
