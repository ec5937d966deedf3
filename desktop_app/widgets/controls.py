"""Labels, buttons, sliders and other basic controls, and functions for tool tips and thumbnails."""

from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QImage,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)
from qimage2ndarray import array2qimage  # type: ignore[import-untyped]  # after PySide6, which it looks for

from desktop_app.domain.jobs import Pixels

_SAMPLE_SIDE = 12  # side, in pixels, of the sample from which a picture's lightness is measured


def heading_label(text: str) -> QLabel:
    """Make the small, letter-spaced heading of a section."""
    label = QLabel(text.upper())
    label.setProperty("role", "heading")
    label.setAccessibleName(text)
    return label


def plain_label(text: str = "") -> QLabel:
    """Make a plain-text label; by default QLabel would render "logo <i>.png" as HTML."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def muted_label(text: str) -> QLabel:
    """Make a label in the secondary text colour."""
    label = plain_label(text)
    label.setProperty("role", "muted")
    return label


class ValueLabel(QLabel):
    """The text on the right of a :func:`labelled_row`; screen readers read it together with its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._name = ""

    def set_name(self, name: str) -> None:
        """Set the name of the value, for screen readers."""
        self._name = name
        self.setText(self.text())

    def setText(self, text: str) -> None:
        """Set the text and the accessible name."""
        super().setText(text)
        self.setAccessibleName(f"{self._name}: {text}")


def separator_line() -> QFrame:
    """Make a thin line between sections."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def labelled_row(name: str, value: QWidget) -> QWidget:
    """Make a row with a name on the left and a value on the right.

    Args:
        name: Also the accessible name of ``value``, or its beginning.
        value: A :class:`ValueLabel` or a control.
    """
    row = QWidget(value.parentWidget())  # same parent, so that the tab order stays as it is
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    label = muted_label(name)
    label.setBuddy(value)
    layout.addWidget(label)
    layout.addStretch(1)
    layout.addWidget(value)
    if isinstance(value, ValueLabel):
        value.set_name(name)
    elif not value.accessibleName():
        value.setAccessibleName(name)
    return row


def action_button(action: QAction, role: str = "") -> QToolButton:
    """Make a button for an action; its tool tip shows the shortcut."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if role:
        button.setProperty("role", role)
    is_word = any(letter.isalnum() for letter in action.text())
    button.setAccessibleName(action.text() if is_word else action.statusTip())
    return button


def usual_keys(shortcuts: Sequence[QKeySequence]) -> list[QKeySequence]:
    """Return the shortcuts to tell: the first, and the others that end in a letter.

    What the system adds besides are keys that few keyboards have, such as "Open" and "Zoom In".
    """

    def ends_in_letter(keys: QKeySequence) -> bool:
        key = keys.toString().rpartition("+")[2]
        return len(key) == 1 and key.isalpha()

    return [*shortcuts[:1], *filter(ends_in_letter, shortcuts[1:])]


def tooltip_with_keys(text: str, *shortcuts: QKeySequence) -> str:
    """Return a tool tip with its shortcuts: "Open pictures (Ctrl+O)"."""
    keys = ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in shortcuts)
    return f"{text} ({keys})" if keys else text


def plain_tooltip(text: str) -> str:
    """Return a tool tip that shows text literally, even if it looks like HTML."""
    is_html = QtGui.Qt.mightBeRichText(text)
    return QtGui.Qt.convertFromPlainText(text) if is_html else text


def to_pixmap(pixels: Pixels) -> QPixmap:
    """Copy RGBA pixels into a pixmap; call it in the window's thread only.

    Args:
        pixels: uint8 (h, w, 4), straight alpha.
    """
    return QPixmap.fromImage(array2qimage(pixels))


def backdrop(image: QImage, palette: QPalette) -> QColor:
    """Choose a background for a thumbnail, so that a dark logo stays visible on a dark panel.

    Args:
        image: The thumbnail, which may be transparent.
        palette: Palette of the widget that shows it.

    Returns:
        The canvas colour for an opaque picture; otherwise the canvas or the text colour, whichever contrasts
        with the picture.
    """
    if not image.hasAlphaChannel():
        return palette.color(QPalette.ColorRole.Dark)
    small = image.scaled(_SAMPLE_SIDE, _SAMPLE_SIDE).convertToFormat(QImage.Format.Format_RGBA8888)
    colours = [small.pixelColor(x, y) for x in range(_SAMPLE_SIDE) for y in range(_SAMPLE_SIDE)]
    opacity = sum(colour.alphaF() for colour in colours)
    if opacity == len(colours):
        return palette.color(QPalette.ColorRole.Dark)
    light = sum(colour.lightnessF() * colour.alphaF() for colour in colours)
    is_dark = light < 0.5 * opacity
    # Not Window and Text: style sheets change those two in the palettes of widgets.
    roles = (QPalette.ColorRole.Dark, QPalette.ColorRole.ToolTipText)
    return sorted((palette.color(role) for role in roles), key=QColor.lightness)[is_dark]


class ElidedLabel(QLabel):
    """A one-line label that elides its text in the middle instead of widening its panel."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the elided text."""
        painter = QPainter(self)
        mode = Qt.TextElideMode.ElideMiddle
        text = self.fontMetrics().elidedText(self.text(), mode, self.contentsRect().width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), text)


class ElidedComboBox(QComboBox):
    """A combo box that elides its text at the end and shows all of it as its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(lambda text: self.setToolTip(plain_tooltip(text)))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Set the elided text."""
        super().initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(parts[0], option, parts[1], self)
        mode = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), mode, field.width())


class Slider(QSlider):
    """A horizontal slider whose handle jumps to a click on the groove; QSlider moves by a page instead.

    Signals:
        focus_lost: The keyboard focus has left the slider.
    """

    focus_lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the handle to the pointer, and let it be dragged from there."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_on_handle(event):
            self.setSliderDown(True)  # jump and drag count as one movement
            # With the middle button, QSlider jumps to the pointer.
            button = Qt.MouseButton.MiddleButton
            places = event.position(), event.globalPosition()
            event = QMouseEvent(event.type(), *places, button, button, event.modifiers())
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the focus has left."""
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def _is_on_handle(self, event: QMouseEvent) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        place, kind = event.position().toPoint(), QStyle.ComplexControl.CC_Slider
        part = self.style().hitTestComplexControl(kind, option, place, self)
        return part == QStyle.SubControl.SC_SliderHandle


class SegmentedControl(QFrame):
    """A row of buttons, one of which is chosen.

    Args:
        choices: (text, tool tip) for each button.
        parent: Qt parent.
    """

    chosen = Signal(int)  # index; only when the user chooses

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segmented")
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for index, (text, tip) in enumerate(choices):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(tip)  # also its accessible description
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.buttonToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self.chosen)

    @property
    def index(self) -> int:
        """Index of the chosen button, or -1."""
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Choose a button without emitting ``chosen``."""
        self._group.button(index).setChecked(True)

    @Slot()
    def _on_toggled(self) -> None:
        """Let Tab and F6 reach only the chosen button; the arrow keys move to the others."""
        for button in self._group.buttons():
            is_stop = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
