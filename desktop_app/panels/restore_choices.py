"""Second section of the inspector: how the picture is restored."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.controls import Segmented, heading, row
from desktop_app.jobs import AUTOMATIC, Choices, Device
from models.enlarge import SCALES
from models.registry import MODELS, find_model

_OPEN = "open…"


class RestoreChoices(QWidget):
    """Scale, model and device.

    Args:
        choices: To begin with.
        parent: Qt's owner.
    """

    changed = Signal(object)  # Choices
    checkpoint_requested = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        tips = {
            1: self.tr("Sharpen only, same size"),
            2: self.tr("Twice as wide and high"),
            4: self.tr("Four times as wide and high, in two passes"),
        }
        self._scale = Segmented([(f"{scale}×", tips[scale]) for scale in SCALES])
        self._model = QComboBox()
        self._device = QComboBox()
        for menu in (self._model, self._device):
            menu.setFixedWidth(156)
            menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for entry in MODELS:
            self._model.addItem(entry.title, entry.name)
            self._model.setItemData(
                self._model.count() - 1, entry.summary, Qt.ItemDataRole.ToolTipRole
            )
        self._model.insertSeparator(self._model.count())
        self._model.addItem(self.tr("Open a checkpoint…"), _OPEN)
        self.set_devices(())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("Restore")))
        layout.addWidget(row(self.tr("Scale"), self._scale))
        layout.addWidget(row(self.tr("Model"), self._model))
        layout.addWidget(row(self.tr("Device"), self._device))
        self.set_choices(choices)
        self._scale.chosen.connect(self._on_scale_chosen)
        self._model.activated.connect(self._on_model_activated)
        self._device.activated.connect(self._on_device_activated)

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        return self._choices

    @property
    def model_title(self) -> str:
        """The chosen network as it is shown."""
        return self._model.currentText()

    def set_choices(self, choices: Choices) -> None:
        """Show choices without telling anybody; a checkpoint joins the menu of models."""
        self._choices = choices
        self._scale.set_index(SCALES.index(choices.scale))
        if self._model.findData(choices.model) < 0:
            path = Path(choices.model)
            self._model.insertItem(len(MODELS), path.name, choices.model)
            self._model.setItemData(len(MODELS), str(path), Qt.ItemDataRole.ToolTipRole)
        self._model.setCurrentIndex(self._model.findData(choices.model))
        if self._device.findData(choices.device) < 0:
            self._device.addItem(choices.device, choices.device)
        self._device.setCurrentIndex(self._device.findData(choices.device))
        entry = find_model(choices.model)
        self._model.setToolTip(entry.summary if entry else choices.model)

    def set_devices(self, devices: Sequence[Device]) -> None:
        """Offer the devices of this machine; before they are known, only the automatic choice."""
        with QSignalBlocker(self._device):
            self._device.clear()
            self._device.addItem(self.tr("Automatic"), AUTOMATIC)
            for device in devices:
                self._device.addItem(device.title, device.name)
            wanted = self._device.findData(self._choices.device)
            self._device.setCurrentIndex(max(0, wanted))
        best = devices[0].title if devices else self.tr("the fastest one")
        self._device.setToolTip(self.tr("Automatic takes {device}").format(device=best))

    def _tell(self, choices: Choices) -> None:
        self.set_choices(choices)
        self.changed.emit(choices)

    def _on_scale_chosen(self, index: int) -> None:
        self._tell(replace(self._choices, scale=SCALES[index]))

    def _on_model_activated(self, index: int) -> None:
        model = self._model.itemData(index)
        if model == _OPEN:
            self.set_choices(self._choices)  # until a file is chosen
            self.checkpoint_requested.emit()
        elif isinstance(model, str):
            self._tell(replace(self._choices, model=model))

    def _on_device_activated(self, index: int) -> None:
        self._tell(replace(self._choices, device=self._device.itemData(index)))
