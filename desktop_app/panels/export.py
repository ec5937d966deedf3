"""Third section of the inspector: what goes out, and how it is written."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_app.controls import heading, muted, row
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.printing import (
    CLEAN_DPI,
    clean_width,
    dpi_for_width,
    length_on_paper,
    parse_length,
)
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
        self._width = QLineEdit()
        self._width.setFixedWidth(156)
        self._width.setToolTip(self.tr("Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size"))
        self._clean = muted("")
        self._colours = QComboBox()
        self._colours.setFixedWidth(156)
        self._colours.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._colours.addItem("", True)
        self._colours.addItem(self.tr("Convert to sRGB"), False)
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
        self._colours_row = row(self.tr("Colours"), self._colours)
        layout.addWidget(self._colours_row)
        layout.addWidget(self._print_size)
        self._width_row = row(self.tr("Print width"), self._width)
        layout.addWidget(self._width_row)
        layout.addWidget(self._clean)
        layout.addWidget(self._matte)
        self._output: Picture | None = None
        self.set_options(options)
        self.show_picture(None, "")
        self._format.activated.connect(self._on_changed)
        self._lossless.clicked.connect(self._on_changed)
        self._quality.valueChanged.connect(self._on_changed)
        self._print_size.clicked.connect(self._on_changed)
        self._colours.activated.connect(self._on_changed)
        self._width.editingFinished.connect(self._on_width_entered)

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
        self._colours.setCurrentIndex(self._colours.findData(options.keep_profile))
        self._show_what_applies()

    def show_picture(self, output: Picture | None, profile: str) -> None:
        """Tell what will be written.

        Args:
            output: The restored picture, or the enlarged one while there is none; None empties it.
            profile: Name of its colour profile.
        """
        self._output = output
        self._size_row.setVisible(output is not None)
        self._size.setText(self.tr("{size} px").format(size=output.size_text) if output else "")
        for part in (self._width_row, self._clean):
            part.setVisible(output is not None)
        if output is not None:
            self._clean.setText(
                self.tr("Clean up to {width} mm at {dpi} dpi").format(
                    width=_millimetres(clean_width(output)), dpi=f"{CLEAN_DPI:.0f}"
                )
            )
        self._colours.setItemText(0, self.tr("Keep {name}").format(name=profile))
        self._colours_row.setVisible(bool(profile))
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
        is_lossless = chosen is ExportFormat.WEBP and options.lossless
        is_lossy = chosen.has_quality and not is_lossless
        self._quality_row.setVisible(is_lossy)
        self._quality_text.setText(str(options.quality))
        has_alpha = self._output is not None and self._output.alpha is not None
        self._matte.setVisible(has_alpha and not chosen.has_alpha)
        self._show_print_size()

    def _show_print_size(self) -> None:
        output, dpi = self._output, self._options.dpi
        if output is not None and dpi is not None:
            output = replace(output, dpi=(dpi, dpi))
            self._width.setText(
                self.tr("{width} mm").format(width=_millimetres(length_on_paper(output.width, dpi)))
            )
        else:
            self._width.clear()
        on_paper = print_size(output) if output is not None else ""
        if not on_paper:
            text = self.tr("Keep print size")
        elif dpi is None:
            text = self.tr("Keep print size: {size}").format(size=on_paper)
        else:
            text = self.tr("Write print size: {size}").format(size=on_paper)
        self._print_size.setText(text)
        self._print_size.setEnabled(bool(on_paper))

    def _on_changed(self) -> None:
        self._options = replace(
            self._options,
            format=ExportFormat(self._format.currentData()),
            lossless=self._lossless.isChecked(),
            quality=self._quality.value(),
            keep_print_size=self._print_size.isChecked(),
            keep_profile=bool(self._colours.currentData()),
        )
        self._show_what_applies()
        self.changed.emit(self._options)

    def _on_width_entered(self) -> None:
        if self._output is None or not self._width.isModified():
            return
        text = self._width.text().strip()
        try:
            dpi = dpi_for_width(self._output, parse_length(text)) if text else None
        except ValueError:
            self._show_print_size()
            return
        self._print_size.setChecked(True)
        self._options = replace(self._options, dpi=dpi, keep_print_size=True)
        self._show_print_size()
        self.changed.emit(self._options)


def _millimetres(length: float) -> str:
    return f"{length:.0f}" if length >= 100 else f"{length:.1f}".removesuffix(".0")
