"""The Restore section of the inspector: how the picture is restored."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.jobs import Choices
from desktop_app.i18n.formatting import format_duration, translate
from desktop_app.widgets.controls import (
    SegmentedControl,
    heading_label,
    labelled_row,
    muted_label,
    plain_tooltip,
)
from models.device_info import CPU, DeviceInfo
from models.registry import AUTOMATIC, MODELS, find_model
from models.scales import SCALES

_OPEN = "open…"
_INDENT = 22  # pixels that a check box's explanation is indented by


class RestorePanel(QWidget):
    """Scale, model, device, and self-ensemble ("Steady" in the window).

    Args:
        choices: The initial choices.
        parent: Qt parent.
    """

    changed = Signal(object)  # Choices
    checkpoint_requested = Signal()
    apply_requested = Signal()  # to all waiting pictures

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._best = CPU.name
        tips = {
            1: self.tr("Sharpen only, same size"),
            2: self.tr("Twice as wide and high"),
            4: self.tr("Four times as wide and high, in two passes"),
        }
        self._scale = SegmentedControl([(f"{scale}×", tips[scale]) for scale in SCALES])
        self._model = QComboBox()
        self._device = QComboBox()
        for menu in (self._model, self._device):
            menu.setFixedWidth(156)
            menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._model.addItem(self.tr("Automatic"), AUTOMATIC)
        for entry in MODELS:
            self._model.addItem(entry.title, entry.name)
            self._model.setItemData(
                self._model.count() - 1,
                translate("Sentences", entry.summary),
                Qt.ItemDataRole.ToolTipRole,
            )
        self._model.insertSeparator(self._model.count())
        self._model.addItem(self.tr("Open a checkpoint…"), _OPEN)
        self._steady = QCheckBox(self.tr("Steady: average of two answers"))
        self._steady.setToolTip(
            self.tr(
                "Restores the picture and its negative, and averages both.\n"
                "Measured: pictures come 0.2 dB closer to the truth, and 2 in 100 misread letters are\n"
                "read right. Without it a picture takes half the time."
            )
        )
        self._steady_time = muted_label("")
        self._steady_time.setContentsMargins(_INDENT, 0, 0, 0)
        self._steady_time.setWordWrap(True)
        self._apply = QPushButton(self.tr("Apply to all waiting"))
        self._apply.setToolTip(self.tr("Give these settings to every picture that waits"))
        self._apply.clicked.connect(self.apply_requested)
        self._apply.setObjectName("apply")
        self._apply.hide()
        self.set_devices(())
        self.show_steady_time(None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading_label(self.tr("Restore")))
        layout.addWidget(labelled_row(self.tr("Scale"), self._scale))
        layout.addWidget(labelled_row(self.tr("Model"), self._model))
        layout.addWidget(labelled_row(self.tr("Device"), self._device))
        layout.addWidget(self._steady)
        layout.addWidget(self._steady_time)
        layout.addWidget(self._apply, alignment=Qt.AlignmentFlag.AlignLeft)
        self.set_choices(choices)
        self._scale.chosen.connect(self._on_scale_chosen)
        self._model.activated.connect(self._on_model_activated)
        self._device.activated.connect(self._on_device_activated)
        self._steady.clicked.connect(self._on_steady_clicked)

    @property
    def choices(self) -> Choices:
        """The present choices."""
        return self._choices

    @property
    def model_title(self) -> str:
        """Display title of the network that will be used; for "Automatic", that of the one it selects."""
        device = self._best if self._choices.device == AUTOMATIC else self._choices.device
        entry = find_model(self._choices.model, device)
        return entry.title if entry else Path(self._choices.model).name

    def set_choices(self, choices: Choices) -> None:
        """Show choices without emitting signals; a user's checkpoint is added to the menu of models."""
        self._choices = choices
        self._scale.set_index(SCALES.index(choices.scale))
        if self._model.findData(choices.model) < 0:
            path, place = Path(choices.model), 1 + len(MODELS)
            self._model.insertItem(place, path.name, choices.model)
            self._model.setItemData(place, str(path), Qt.ItemDataRole.ToolTipRole)
        self._model.setCurrentIndex(self._model.findData(choices.model))
        if self._device.findData(choices.device) < 0:
            self._device.addItem(choices.device, choices.device)
        self._device.setCurrentIndex(self._device.findData(choices.device))
        self._steady.setChecked(choices.self_ensemble)
        self._show_model_tip()

    def set_devices(self, devices: Sequence[DeviceInfo]) -> None:
        """Set the devices of this machine; while they are unknown, only "Automatic" is offered."""
        with QSignalBlocker(self._device):
            self._device.clear()
            self._device.addItem(self.tr("Automatic"), AUTOMATIC)
            for device in devices:
                self._device.addItem(device.title, device.name)
            wanted = self._device.findData(self._choices.device)
            self._device.setCurrentIndex(max(0, wanted))
        best = devices[0].title if devices else self.tr("the fastest one")
        self._device.setToolTip(self.tr("Automatic uses {device}").format(device=best))
        self._best = devices[0].name if devices else CPU.name
        self._show_model_tip()

    def offer_to_apply(self, *, is_useful: bool) -> None:
        """Show or hide the button that gives these choices to all waiting pictures."""
        self._apply.setVisible(is_useful)

    def show_steady_time(self, seconds: float | None) -> None:
        """Show what self-ensemble costs.

        Args:
            seconds: Estimated time for the picture with it; None if unknown.
        """
        words = self.tr("about 2× the time")
        if seconds is not None:
            words = self.tr("about 2× the time (≈ {time})").format(time=format_duration(seconds))
        self._steady_time.setText(words)
        self._steady.setAccessibleDescription(words)

    def _show_model_tip(self) -> None:
        entry = find_model(self._choices.model)
        if self._choices.model == AUTOMATIC:
            tip = self.tr("Automatic uses {model}").format(model=self.model_title)
        else:
            tip = translate("Sentences", entry.summary) if entry else self._choices.model
        self._model.setToolTip(plain_tooltip(tip))

    def _emit_choices(self, choices: Choices) -> None:
        self.set_choices(choices)
        self.changed.emit(choices)

    def _on_scale_chosen(self, index: int) -> None:
        self._emit_choices(replace(self._choices, scale=SCALES[index]))

    def _on_model_activated(self, index: int) -> None:
        model = self._model.itemData(index)
        if model == _OPEN:
            self.set_choices(self._choices)  # undo the selection until a file is chosen
            self.checkpoint_requested.emit()
        elif isinstance(model, str):
            self._emit_choices(replace(self._choices, model=model))

    def _on_steady_clicked(self, self_ensemble: bool) -> None:
        self._emit_choices(replace(self._choices, self_ensemble=self_ensemble))

    def _on_device_activated(self, index: int) -> None:
        self._emit_choices(replace(self._choices, device=self._device.itemData(index)))
