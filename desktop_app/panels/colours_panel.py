"""The Colours section of the inspector: how far the fills drifted, and what to snap them to."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.analysis.flat_colours import Drift
from desktop_app.i18n.formatting import format_number
from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.picture import Colour
from desktop_app.widgets.controls import SegmentedControl, heading_label, labelled_row, muted_label

_SWATCH = 18
_MOST_ROWS = 6


class SnapMode(IntEnum):
    """What fill colours are snapped to."""

    NONE = 0
    INPUT = 1
    BRAND = 2


class Swatch(QWidget):
    """A small square of one colour."""

    def __init__(self, colour: Colour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(*colour)
        self.setFixedSize(QSize(_SWATCH, _SWATCH))
        self.setToolTip(hex_colour(colour))
        self.setAccessibleName(hex_colour(colour))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().mid().color())
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)


class ColoursPanel(QWidget):
    """A row for each fill (input, output, colour distance), and the choice of snap mode.

    Args:
        parent: Qt parent.

    Signals:
        snap_mode_changed: The SnapMode, and the brand colours as typed.
    """

    snap_mode_changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._snap_modes = SegmentedControl(
            [
                (self.tr("Off"), self.tr("Fills stay as the network made them")),
                (self.tr("Input"), self.tr("Fills get exactly the colours of the input")),
                (self.tr("Brand"), self.tr("Fills get the nearest of your own colours")),
            ]
        )
        self._snap_modes.set_index(SnapMode.NONE)
        self._brand = QLineEdit()
        self._brand.setPlaceholderText("#0A84FF, #E5E5EA")
        self._brand.setAccessibleName(self.tr("Brand colours"))
        self._message = muted_label("")
        self._message.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading_label(self.tr("Colours")))
        layout.addLayout(self._rows)
        layout.addWidget(labelled_row(self.tr("Snap fills"), self._snap_modes))
        layout.addWidget(self._brand)
        layout.addWidget(self._message)
        self._snap_modes.chosen.connect(self._emit_snap_mode)
        self._brand.editingFinished.connect(self._emit_snap_mode)
        self.show_drifts(())

    @property
    def snap_mode(self) -> SnapMode:
        """What fill colours are snapped to."""
        return SnapMode(self._snap_modes.index)

    @property
    def brand(self) -> str:
        """The brand colours as typed."""
        return self._brand.text()

    def show_drifts(self, drifts: Sequence[Drift]) -> None:
        """Show how the fill colours changed.

        Args:
            drifts: In sRGB, after all adjustments. Empty hides the section: photographs have no fills.
        """
        self.setVisible(bool(drifts))
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for drift in drifts[:_MOST_ROWS]:
            line = self._row(drift)
            self._rows.addWidget(line)
            line.show()  # now, not when the layout is activated

    def show_snap_mode(self, snap_mode: SnapMode, brand: str) -> None:
        """Show a snap mode without emitting signals.

        Args:
            snap_mode: The mode.
            brand: Text for the brand colours field; hidden in the other modes.
        """
        self._snap_modes.set_index(snap_mode)
        self._brand.setText(brand)
        self._brand.setVisible(snap_mode is SnapMode.BRAND)

    def show_message(self, words: str) -> None:
        """Say what is wrong with the brand colours; empty hides the message."""
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def _row(self, drift: Drift) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Swatch(drift.before.rgb))
        layout.addWidget(muted_label("→"))
        layout.addWidget(Swatch(drift.after))
        layout.addWidget(QLabel(hex_colour(drift.after)), 1)
        if drift.before.opacity < 1:
            opacity = self.tr("opacity {percent} %")
            layout.addWidget(muted_label(opacity.format(percent=round(100 * drift.before.opacity))))
        drifted = QLabel(f"ΔE {format_number(drift.delta_e, 1)}")
        drifted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        drifted.setToolTip(
            self.tr("How far this colour is from the input's (CIEDE2000); 1 is just visible")
        )
        layout.addWidget(drifted)
        return line

    def _emit_snap_mode(self) -> None:
        self._brand.setVisible(self.snap_mode is SnapMode.BRAND)
        self.snap_mode_changed.emit(self.snap_mode, self.brand)
