"""The controls for file format and quality, used by the export panel and the dialog for exporting all."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.widgets.controls import Slider, labelled_row


class FormatChoice(QObject):
    """Creates the controls and shows only those that apply to the format; the host lays them out.

    Args:
        options: Initial export options.
        host: Parent of the controls.

    Attributes:
        menu: Combo box of formats.
        lossless: Check box.
        quality: Row with a name, a slider (1 to 100) and its value.
    """

    changed = Signal()

    def __init__(self, options: ExportOptions, host: QWidget) -> None:
        super().__init__(host)
        self.menu = QComboBox(host)
        self.menu.setFixedWidth(156)
        self.menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu.setAccessibleName(self.tr("Format"))
        for choice in ExportFormat:
            self.menu.addItem(choice.title, choice)
        self.lossless = QCheckBox(self.tr("Lossless"), host)
        self._slider = Slider()
        self._slider.setRange(1, 100)
        self._slider.setFixedWidth(112)
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.setAccessibleName(self.tr("Quality"))
        self._value = QLabel()
        self._value.setFixedWidth(28)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider_and_value = QWidget()
        layout = QHBoxLayout(slider_and_value)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._slider)
        layout.addWidget(self._value)
        self.quality = labelled_row(self.tr("Quality"), slider_and_value)
        self.quality.setParent(host)
        self.show_options(options)
        self.menu.activated.connect(self._on_changed)
        self.lossless.clicked.connect(self._on_changed)
        self._slider.valueChanged.connect(self._on_changed)

    def show_options(self, options: ExportOptions) -> None:
        """Show options without emitting ``changed``."""
        self.menu.setCurrentIndex(self.menu.findData(options.format))
        self.lossless.setChecked(options.lossless)
        with QSignalBlocker(self._slider):
            self._slider.setValue(options.quality)
        self._show_applicable()

    def applied_to(self, options: ExportOptions) -> ExportOptions:
        """Return the options with the chosen format and quality."""
        return replace(
            options,
            format=ExportFormat(self.menu.currentData()),
            lossless=self.lossless.isChecked(),
            quality=self._slider.value(),
        )

    def _show_applicable(self) -> None:
        options = self.applied_to(ExportOptions())
        can_be_lossless = options.format is ExportFormat.WEBP
        self.lossless.setVisible(can_be_lossless)
        is_lossless = can_be_lossless and options.lossless
        self.quality.setVisible(options.format.has_quality and not is_lossless)
        self._value.setText(str(options.quality))

    def _on_changed(self) -> None:
        self._show_applicable()
        self.changed.emit()
