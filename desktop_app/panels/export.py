"""Third section of the inspector: what goes out, and how it is written."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_app.controls import heading, muted, row
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.texts import print_size


class ExportPanel(QWidget):
    """Format, quality, and what of the input is kept.

    Args:
        options: To begin with.
        parent: Qt's owner.
    """

    changed = Signal(object)  # ExportOptions

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._size = QLabel()
        self._format = QComboBox()
        self._format.setFixedWidth(156)
        self._format.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for choice in ExportFormat:
            self._format.addItem(choice.title, choice)
        self._lossless = QCheckBox(self.tr("Lossless"))
        self._quality = QSlider(Qt.Orientation.Horizontal)
        self._quality.setRange(1, 100)
        self._quality.setFixedWidth(112)
        self._quality.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._quality_text = QLabel()
        self._quality_text.setFixedWidth(28)
        self._quality_text.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._print_size = QCheckBox()
        self._profile = QCheckBox()
        self._matte = muted(self.tr("JPEG has no transparency: it becomes white."))
        self._matte.setWordWrap(True)
        self._quality_row = self._build_quality()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("Output")))
        self._size_row = row(self.tr("Size"), self._size)
        layout.addWidget(self._size_row)
        layout.addWidget(row(self.tr("Format"), self._format))
        layout.addWidget(self._lossless)
        layout.addWidget(self._quality_row)
        layout.addWidget(self._print_size)
        layout.addWidget(self._profile)
        layout.addWidget(self._matte)
        self._has_alpha = False
        self.set_options(options)
        self.show_picture(None, "")
        self._format.activated.connect(self._on_changed)
        self._lossless.clicked.connect(self._on_changed)
        self._quality.valueChanged.connect(self._on_changed)
        self._print_size.clicked.connect(self._on_changed)
        self._profile.clicked.connect(self._on_changed)

    @property
    def options(self) -> ExportOptions:
        """What is chosen."""
        return self._options

    def set_options(self, options: ExportOptions) -> None:
        """Show options; nobody is told."""
        self._options = options
        blocked = self._quality.blockSignals(True)
        self._format.setCurrentIndex(list(ExportFormat).index(options.format))
        self._lossless.setChecked(options.lossless)
        self._quality.setValue(options.quality)
        self._quality.blockSignals(blocked)
        self._print_size.setChecked(options.keep_print_size)
        self._profile.setChecked(options.keep_profile)
        self._show_what_applies()

    def show_picture(self, output: Picture | None, profile: str) -> None:
        """Tell what will be written.

        Args:
            output: The restored picture, or the enlarged one while there is none; None empties it.
            profile: Name of its colour profile.
        """
        self._has_alpha = output is not None and output.alpha is not None
        self._size_row.setVisible(output is not None)
        self._size.setText(self.tr("{size} px").format(size=output.size_text) if output else "")
        on_paper = print_size(output) if output else ""
        self._print_size.setText(
            self.tr("Keep print size: {size}").format(size=on_paper)
            if on_paper
            else self.tr("Keep print size")
        )
        self._print_size.setEnabled(bool(on_paper))
        self._profile.setText(
            self.tr("Keep profile: {name}").format(name=profile)
            if profile
            else self.tr("Keep profile")
        )
        self._profile.setEnabled(bool(profile))
        self._show_what_applies()

    def _build_quality(self) -> QWidget:
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._quality)
        layout.addWidget(self._quality_text)
        self._quality.setAccessibleName(self.tr("Quality"))
        return row(self.tr("Quality"), both)

    def _show_what_applies(self) -> None:
        chosen, options = self._options.format, self._options
        self._lossless.setVisible(chosen is ExportFormat.WEBP)
        is_lossy = chosen is ExportFormat.JPEG or (
            chosen is ExportFormat.WEBP and not options.lossless
        )
        self._quality_row.setVisible(is_lossy)
        self._quality_text.setText(str(options.quality))
        self._matte.setVisible(self._has_alpha and not chosen.has_alpha)

    def _on_changed(self) -> None:
        self._options = replace(
            self._options,
            format=ExportFormat(self._format.currentData()),
            lossless=self._lossless.isChecked(),
            quality=self._quality.value(),
            keep_print_size=self._print_size.isChecked(),
            keep_profile=self._profile.isChecked(),
        )
        self._show_what_applies()
        self.changed.emit(self._options)
