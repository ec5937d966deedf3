"""The panel "Export as SVG", shown in place of the inspector: tracing settings and their outcome."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.formatting import format_number, format_short_number
from desktop_app.imaging.palette import MAX_PALETTE_COLOURS
from desktop_app.imaging.picture import Colour
from desktop_app.imaging.print_size import parse_length
from desktop_app.imaging.tracing import Layering, TraceMode, TraceResult, TraceSettings
from desktop_app.paths import ICONS
from desktop_app.widgets.controls import (
    SegmentedControl,
    Slider,
    ValueLabel,
    heading_label,
    labelled_row,
    muted_label,
    separator_line,
)

_OUTLINES = (TraceMode.SPLINE, TraceMode.POLYGON)
_LAYERINGS = (Layering.STACKED, Layering.CUTOUT)
_WIDTH = 148  # of the controls, in logical pixels
_AUTOMATIC = 1  # stands for automatic: with a single colour there would be no shapes


class SvgPanel(QWidget):
    """Settings, figures, print width, and the export button.

    Args:
        settings: The initial settings.
        parent: Qt parent.

    Signals:
        changed: The :class:`TraceSettings`.
        width_entered: The print width in millimetres; None for the picture's own.
        outline_toggled: Whether to show the outline on the picture.
        export_requested: The export button was pressed.
        retry_requested: The user wants to try again after a failure.
        closed: The user closed the panel.
    """

    changed = Signal(object)
    width_entered = Signal(object)
    outline_toggled = Signal(bool)
    export_requested = Signal()
    retry_requested = Signal()
    closed = Signal()

    def __init__(self, settings: TraceSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._colours = QSpinBox()
        self._colours.setFixedWidth(_WIDTH)
        self._colours.setRange(_AUTOMATIC, MAX_PALETTE_COLOURS)
        self._colours.setSpecialValueText(self.tr("Automatic"))
        before, _, after = self.tr("{count} at most").partition("{count}")
        self._colours.setPrefix(before)
        self._colours.setSuffix(after)
        self._colours.lineEdit().setTextMargins(8, 0, 8, 0)  # style sheets cannot pad it
        self._colours.setKeyboardTracking(False)  # typing "12" should not trace with 1 first
        self._colours.setToolTip(self.tr("Automatic takes those of the flat places"))
        self._smallest, self._smallest_text = _slider(16), QLabel()
        self._smallest.setToolTip(self.tr("Smaller patches join what is around them"))
        self._corner, self._corner_text = _slider(180), QLabel()
        self._corner.setToolTip(self.tr("Sharper bends stay corners, others become curves"))
        self._edges = SegmentedControl(
            [
                (self.tr("Curves"), self.tr("Edges are curves, as letters and logos have them")),
                (self.tr("Straight"), self.tr("Edges are straight lines")),
            ]
        )
        self._layers = SegmentedControl(
            [
                (self.tr("Stacked"), self.tr("Shapes lie on each other, so there are no gaps")),
                (self.tr("Cut out"), self.tr("Shapes lie side by side, as plotters need them")),
            ]
        )
        self._outline = QCheckBox(self.tr("Show the outline"))
        self._outline.setChecked(True)
        self._shapes, self._count, self._seconds, self._size = (ValueLabel() for _ in range(4))
        self._swatches = Swatches()
        self._difference = QLabel()
        self._note = muted_label("")
        for words in (self._difference, self._note):
            words.setWordWrap(True)
        self._difference.setToolTip(
            self.tr("Root mean square over all pixels, on white and on black; 0 means equal")
        )
        self._retry = QPushButton(self.tr("Try again"))
        self._width = QLineEdit()
        self._width.setFixedWidth(_WIDTH)
        self._width.setPlaceholderText(self.tr("{width} mm").format(width="").strip())
        self._width.setToolTip(self.tr("Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size"))
        self._export = QPushButton(self.tr("Export SVG…"))
        self._export.setProperty("role", "primary")
        self._build()
        self.set_settings(settings)
        self.show_nothing("")
        self._connect()

    def _build(self) -> None:
        self._numbers = QWidget()
        numbers = _column(self._numbers)
        for name, value in (
            (self.tr("Shapes"), self._shapes),
            (self.tr("Colours"), self._count),
        ):
            numbers.addWidget(labelled_row(name, value))
        numbers.addWidget(self._swatches)
        numbers.addWidget(labelled_row(self.tr("Time"), self._seconds))
        numbers.addWidget(self._difference)
        self._corner_row = labelled_row(self.tr("Corners"), _pair(self._corner, self._corner_text))
        layout = _column(self)
        layout.addLayout(self._head())
        for part in (
            labelled_row(self.tr("Colours"), self._colours),
            labelled_row(self.tr("Detail"), _pair(self._smallest, self._smallest_text)),
            labelled_row(self.tr("Edges"), self._edges),
            self._corner_row,
            labelled_row(self.tr("Layers"), self._layers),
            self._outline,
            separator_line(),
            heading_label(self.tr("Traced")),
            self._numbers,
            self._note,
            self._retry,
            separator_line(),
            labelled_row(self.tr("Print width"), self._width),
            labelled_row(self.tr("Size"), self._size),
            self._export,
        ):
            layout.addWidget(part)
        self._smallest.setAccessibleName(self.tr("Smallest shape"))
        self._corner.setAccessibleName(self.tr("Corners"))

    def _head(self) -> QHBoxLayout:
        close = QToolButton()
        close.setProperty("role", "bare")
        close.setIcon(QIcon(str(ICONS / "close.svg")))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(heading_label(self.tr("Export as SVG")))
        head.addStretch(1)
        head.addWidget(close)
        return head

    def _connect(self) -> None:
        self._colours.valueChanged.connect(self._on_changed)
        self._smallest.valueChanged.connect(self._on_changed)
        self._corner.valueChanged.connect(self._on_changed)
        self._edges.chosen.connect(self._on_changed)
        self._layers.chosen.connect(self._on_changed)
        self._outline.toggled.connect(self.outline_toggled)
        self._width.editingFinished.connect(self._on_width)
        self._retry.clicked.connect(self.retry_requested)
        self._export.clicked.connect(self.export_requested)

    @property
    def settings(self) -> TraceSettings:
        """The present settings."""
        return self._settings

    @property
    def has_outline(self) -> bool:
        """Whether the outline should be shown on the picture."""
        return self._outline.isChecked()

    def set_settings(self, settings: TraceSettings) -> None:
        """Show settings without emitting signals."""
        self._settings = settings
        for control, value in (
            (self._colours, settings.colours or _AUTOMATIC),
            (self._smallest, settings.smallest),
            (self._corner, settings.corner),
        ):
            with QSignalBlocker(control):
                control.setValue(value)
        self._edges.set_index(_OUTLINES.index(settings.mode))
        self._layers.set_index(_LAYERINGS.index(settings.layering))
        self._show_values()

    def show_nothing(self, reason: str) -> None:
        """Hide the figures and show the reason instead."""
        self._show_note(reason)
        self._numbers.hide()

    def show_busy(self) -> None:
        """Show that tracing is running; the old figures turn grey meanwhile."""
        busy = self.tr("Tracing…")
        # In place of a figure, so that nothing below moves.
        self._seconds.setText(busy)
        self._show_note("" if self._numbers.isVisibleTo(self) else busy)
        self._numbers.setEnabled(False)

    def show_problem(self, reason: str) -> None:
        """Show why tracing failed, and offer to try again."""
        self.show_nothing(reason)
        self._retry.show()

    def show_traced(self, traced: TraceResult, seconds: float, note: str = "") -> None:
        """Show the figures of a traced picture.

        Args:
            traced: The result of tracing.
            seconds: Time that tracing took.
            note: A sentence on what cannot be shown; may be empty.
        """
        self._show_note(note)
        self._shapes.setText(self.locale().toString(traced.paths))
        self._count.setText(str(len(traced.colours)))
        self._swatches.show_colours(traced.colours)
        self._seconds.setText(self.tr("{seconds} s").format(seconds=format_number(seconds, 1)))
        self._difference.setText(
            self.tr("Differs from the restored picture by {distance} of 255 (RMS).").format(
                distance=format_number(traced.distance, 1)
            )
        )
        self._numbers.setEnabled(True)
        self._numbers.show()
        self._export.setEnabled(True)

    def show_size(self, millimetres: tuple[float, float] | None, pixels: str) -> None:
        """Show the size that the file will state.

        Args:
            millimetres: Width and height; None if the file states pixels.
            pixels: Width and height, such as "384 × 176"; empty for no picture.
        """
        if millimetres is None:
            self._width.clear()
            self._size.setText(self.tr("{size} px").format(size=pixels) if pixels else "")
        else:
            width, height = map(format_short_number, millimetres)
            self._width.setText(self.tr("{width} mm").format(width=width))
            size = self.tr("{width} × {height} mm").format(width=width, height=height)
            self._size.setText(size)
        self._width.setEnabled(bool(pixels))

    def _show_note(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._retry.hide()
        self._export.setEnabled(False)

    def _show_values(self) -> None:
        settings = self._settings
        self._smallest_text.setText(self.tr("≥ {side} px").format(side=settings.smallest))
        self._corner_text.setText(f"{settings.corner}°")
        self._corner_row.setEnabled(settings.mode is TraceMode.SPLINE)

    def _on_changed(self) -> None:
        colours = self._colours.value()
        self._settings = TraceSettings(
            colours=None if colours == _AUTOMATIC else colours,
            smallest=self._smallest.value(),
            corner=self._corner.value(),
            mode=_OUTLINES[self._edges.index],
            layering=_LAYERINGS[self._layers.index],
        )
        self._show_values()
        self.changed.emit(self._settings)

    def _on_width(self) -> None:
        if not self._width.isModified():
            return
        text = self._width.text().strip()
        self._width.setModified(False)
        try:
            self.width_entered.emit(parse_length(text) if text else None)
        except ValueError:
            self._width.undo()


class Swatches(QWidget):
    """A row of small colour squares; those that do not fit are only in the tool tip."""

    _SIDE, _GAP = 14, 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: tuple[Colour, ...] = ()
        self.setFixedHeight(self._SIDE)

    def show_colours(self, colours: Sequence[Colour]) -> None:
        """Show colours, each sRGB (r, g, b), 0 to 255."""
        self._colours = tuple(colours)
        words = ", ".join(QColor(*colour).name().upper() for colour in self._colours)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all squares in one row."""
        return QSize(len(self._colours) * (self._SIDE + self._GAP), self._SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the squares that fit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(self.palette().ColorRole.Mid), 1.0))
        step = self._SIDE + self._GAP
        for place, colour in enumerate(self._colours[: self.width() // step]):
            painter.setBrush(QColor(*colour))
            square = QRectF(place * step + 0.5, 0.5, self._SIDE - 1, self._SIDE - 1)
            painter.drawRoundedRect(square, 3, 3)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return layout


def _slider(maximum: int) -> Slider:
    slider = Slider()
    slider.setRange(0, maximum)
    slider.setPageStep(max(1, maximum // 12))
    slider.setFixedWidth(92)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _pair(slider: Slider, value: QLabel) -> QWidget:
    """Put a slider and its value side by side, together as wide as the other controls."""
    both = QWidget()
    both.setFixedWidth(_WIDTH)
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(slider)
    layout.addWidget(value, 1)
    value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return both
