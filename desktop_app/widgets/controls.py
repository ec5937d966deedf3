"""Small controls that several panels are made of."""

from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
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

_SAMPLE_SIDE = 12  # pixels a side that are looked at to judge a picture's lightness


def heading_label(text: str) -> QLabel:
    """Make the small, spaced head of a section."""
    label = QLabel(text.upper())
    label.setProperty("role", "heading")
    label.setAccessibleName(text)
    return label


def plain_label(text: str = "") -> QLabel:
    """Make a label that shows names as they are: QLabel itself would take "logo <i>.png" for HTML."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def muted_label(text: str) -> QLabel:
    """Make a label in the quiet text colour."""
    label = plain_label(text)
    label.setProperty("role", "muted")
    return label


class ValueLabel(QLabel):
    """Text on the right of a :func:`row`; who hears the window hears it with the name on the left."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._name = ""

    def set_name(self, name: str) -> None:
        """Tell what it is the value of."""
        self._name = name
        self.setText(self.text())

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self.setAccessibleName(f"{self._name}: {text}")


def separator_line() -> QFrame:
    """Make a thin line between sections."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def labelled_row(name: str, value: QWidget) -> QWidget:
    """Put a quiet name on the left and a value on the right.

    Args:
        name: Also the accessible name of ``value``, or the beginning of it.
        value: A Value or a control.
    """
    line = QWidget(value.parentWidget())  # the value keeps its place in the order of Tab
    layout = QHBoxLayout(line)
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
    return line


def action_button(action: QAction, role: str = "") -> QToolButton:
    """Make a button of an action; its tool tip shows the shortcut."""
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


def tooltip_with_keys(text: str, *shortcuts: QKeySequence) -> str:
    """Write a tool tip with its shortcuts: "Open pictures (Ctrl+O)"."""
    keys = ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in shortcuts)
    return f"{text} ({keys})" if keys else text


def plain_tooltip(text: str) -> str:
    """Write a tool tip that shows names as they are, as :func:`plain` does."""
    is_html = QtGui.Qt.mightBeRichText(text)
    return QtGui.Qt.convertFromPlainText(text) if is_html else text


def to_pixmap(pixels: Pixels) -> QPixmap:
    """Copy uint8 (h, w, 4), straight alpha, into a pixmap; in the window's thread only."""
    return QPixmap.fromImage(array2qimage(pixels))


def backdrop(image: QImage, palette: QPalette) -> QColor:
    """Choose what to lay behind a small picture, so that a dark logo is not lost on a dark panel.

    Args:
        image: Perhaps transparent.
        palette: Of the widget that shows it.

    Returns:
        The canvas, or for a transparent picture the lighter or darker one of canvas and text.
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
    # Not Window and Text: a style sheet changes those in the palettes it hands to painters.
    roles = (QPalette.ColorRole.Dark, QPalette.ColorRole.ToolTipText)
    return sorted((palette.color(role) for role in roles), key=QColor.lightness)[is_dark]


class ElidedLabel(QLabel):
    """A one-line label that shortens its text in the middle instead of growing its panel."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        mode = Qt.TextElideMode.ElideMiddle
        text = self.fontMetrics().elidedText(self.text(), mode, self.contentsRect().width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), text)


class ElidedComboBox(QComboBox):
    """A combo box that shortens its text at the end; its tool tip has the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(lambda text: self.setToolTip(plain_tooltip(text)))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Give the style the text that fits."""
        super().initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(parts[0], option, parts[1], self)
        mode = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), mode, field.width())


class Slider(QSlider):
    """A horizontal slider whose handle comes to where the groove is clicked; Qt's own moves by a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle to the pointer, which then drags it."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_on_handle(event):
            self.setSliderDown(True)  # all until it is let go is one movement
            # The button with which Qt's slider jumps.
            button = Qt.MouseButton.MiddleButton
            places = event.position(), event.globalPosition()
            event = QMouseEvent(event.type(), *places, button, button, event.modifiers())
        super().mousePressEvent(event)

    def _is_on_handle(self, event: QMouseEvent) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        place, kind = event.position().toPoint(), QStyle.ComplexControl.CC_Slider
        part = self.style().hitTestComplexControl(kind, option, place, self)
        return part == QStyle.SubControl.SC_SliderHandle


class SegmentedControl(QFrame):
    """A row of words of which one is chosen.

    Args:
        choices: Pairs of word and tool tip.
        parent: Qt's owner.
    """

    chosen = Signal(int)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segmented")
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for index, (word, tip) in enumerate(choices):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(tip)  # also its accessible description
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.buttonToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self.chosen)

    @property
    def index(self) -> int:
        """The place of the chosen word, or -1."""
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Choose a word without telling anybody."""
        self._group.button(index).setChecked(True)

    @Slot()
    def _on_toggled(self) -> None:
        """Let Tab and F6 come to the chosen word; arrows lead from there to the others."""
        for button in self._group.buttons():
            is_stop = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
