"""The Output section of the inspector: format, quality and print size of the file."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.captions import format_print_size
from desktop_app.i18n.formatting import format_number, format_short_number
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.print_size import (
    PRINT_DPI,
    dpi_for_width,
    max_print_width,
    parse_length,
    size_on_paper,
)
from desktop_app.imaging.writing import ExportOptions
from desktop_app.widgets.controls import (
    ElidedComboBox,
    ValueLabel,
    heading_label,
    labelled_row,
    muted_label,
)
from desktop_app.widgets.format_choice import FormatChoice


class ExportPanel(QWidget):
    """Format and quality of the file, and what it keeps of the input: print size, colour profile.

    Args:
        options: The initial options.
        parent: Qt parent.
    """

    changed = Signal(object)  # ExportOptions
    width_entered = Signal(object)  # float in millimetres, or None for as wide as the input

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._size = ValueLabel()
        self._format = FormatChoice(options, self)
        self._print_size = QCheckBox()
        self._width = QLineEdit()
        self._width.setFixedWidth(156)
        self._width.setToolTip(self.tr("Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size"))
        self._clean = muted_label("")
        self._colours = ElidedComboBox()
        self._colours.setFixedWidth(156)
        self._colours.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._colours.addItem("", True)
        self._colours.addItem(self.tr("Convert to sRGB"), False)
        self._matte = muted_label(self.tr("JPEG has no transparency: it becomes white."))
        self._matte.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading_label(self.tr("Output")))
        self._size_row = labelled_row(self.tr("Size"), self._size)
        layout.addWidget(self._size_row)
        layout.addWidget(labelled_row(self.tr("Format"), self._format.menu))
        layout.addWidget(self._format.lossless)
        layout.addWidget(self._format.quality)
        self._colours_row = labelled_row(self.tr("Colours"), self._colours)
        layout.addWidget(self._colours_row)
        layout.addWidget(self._print_size)
        self._width_row = labelled_row(self.tr("Print width"), self._width)
        layout.addWidget(self._width_row)
        layout.addWidget(self._clean)
        layout.addWidget(self._matte)
        self._output: Picture | None = None
        self._print_width: float | None = None
        self.set_options(options)
        self.show_picture(None, "")
        self._format.changed.connect(self._on_changed)
        self._print_size.clicked.connect(self._on_print_size_clicked)
        self._colours.activated.connect(self._on_changed)
        self._width.editingFinished.connect(self._on_width_entered)

    @property
    def options(self) -> ExportOptions:
        """The options for all pictures; the print width is not among them, since each picture has its own."""
        return self._options

    def set_options(self, options: ExportOptions) -> None:
        """Show options without emitting signals."""
        self._options = options
        self._format.show_options(options)
        self._colours.setCurrentIndex(self._colours.findData(options.keep_profile))
        self._show_what_applies()

    def show_picture(
        self, output: Picture | None, profile: str, print_width: float | None = None
    ) -> None:
        """Show what will be written.

        Args:
            output: The restored picture, or the enlarged one while there is none; None clears the section.
            profile: Name of its colour profile; empty if it has none.
            print_width: The width that the user typed, in millimetres; None for as wide as the input.
        """
        self._output, self._print_width = output, print_width
        self._size_row.setVisible(output is not None)
        self._size.setText(self.tr("{size} px").format(size=output.size_text) if output else "")
        for part in (self._width_row, self._clean):
            part.setVisible(output is not None)
        if output is not None:
            self._clean.setText(
                self.tr("Prints clean up to {width} mm at {dpi} dpi").format(
                    width=_millimetres(max_print_width(output)), dpi=f"{PRINT_DPI:.0f}"
                )
            )
        self._colours.setItemText(0, self.tr("Keep {name}").format(name=profile))
        self._colours_row.setVisible(bool(profile))
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        has_alpha = self._output is not None and self._output.alpha is not None
        self._matte.setVisible(has_alpha and not self._options.format.has_alpha)
        self._show_print_size()

    def _show_print_size(self) -> None:
        options, output = replace(self._options, print_width=self._print_width), self._output
        if output is not None and options.print_width is not None:
            output = replace(output, dpi=options.dpi_for(output))
            width = _millimetres(options.print_width)
            self._width.setText(self.tr("{width} mm").format(width=width))
        else:
            self._width.clear()
        kept = size_on_paper(output) if output is not None and options.keep_print_size else None
        width = _millimetres(kept[0]) if kept is not None else ""
        self._width.setPlaceholderText(self.tr("{width} mm").format(width=width).strip())
        on_paper = format_print_size(output) if output is not None else ""
        has_print_width = options.print_width is not None
        if not on_paper:
            text = self.tr("Keep print size")
        elif has_print_width:
            text = self.tr("Write print size: {size}").format(size=on_paper)
        else:
            text = self.tr("Keep print size: {size}").format(size=on_paper)
        self._print_size.setText(text)
        self._print_size.setChecked(has_print_width or options.keep_print_size)
        self._print_size.setEnabled(bool(on_paper) and not has_print_width)

    def _on_changed(self) -> None:
        self._options = replace(
            self._format.applied_to(self._options),
            keep_profile=bool(self._colours.currentData()),
        )
        self._show_what_applies()
        self.changed.emit(self._options)

    def _on_print_size_clicked(self, is_kept: bool) -> None:
        self._options = replace(self._options, keep_print_size=is_kept)
        self._show_what_applies()
        self.changed.emit(self._options)

    def _on_width_entered(self) -> None:
        if self._output is None or not self._width.isModified():
            return
        text = self._width.text().strip()
        try:
            width = parse_length(text) if text else None
            if width is not None:
                dpi_for_width(self._output, width)
        except ValueError:  # not a length, or one whose resolution no file can hold
            self._show_print_size()
        else:
            self.width_entered.emit(width)


def _millimetres(length: float) -> str:
    return format_number(length, 0) if length >= 100 else format_short_number(length)
