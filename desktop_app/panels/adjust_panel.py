"""The Adjust section of the inspector: strength and protected areas, without running the network again."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.viewer.mask_tools import MaskTool
from desktop_app.widgets.controls import SegmentedControl, Slider, heading_label, labelled_row

RADII = (2, 64)
"""Smallest and largest brush radius, in output pixels."""

_TOOLS = (None, MaskTool.RECTANGLE, MaskTool.BRUSH)


class AdjustPanel(QWidget):
    """The strength slider, and tools that protect parts of the picture.

    Args:
        actions: Undo, redo and reset, shown as buttons.
        parent: Qt parent.

    Signals:
        strength_changed: The strength, 0 to 1, and whether the movement of the slider has ended: when it
            is released or, if it was moved by keys or the wheel, when it loses the focus.
        tool_chosen: A MaskTool, or None.
        radius_changed: The brush radius, in output pixels.
    """

    strength_changed = Signal(float, bool)
    tool_chosen = Signal(object)
    radius_changed = Signal(float)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = _slider((0, 100), 100)
        self._strength.setToolTip(self.tr("0 % is the enlarged picture, 100 % the restored one"))
        self._percent = QLabel()
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._tools = SegmentedControl(
            [
                (self.tr("Off"), self.tr("Dragging moves the picture")),
                (self.tr("Box"), self.tr("Drag a box around what should stay as enlarged")),
                (self.tr("Brush"), self.tr("Paint over what should stay as enlarged")),
            ]
        )
        self._tools.set_index(0)
        self._radius = _slider(RADII, 8)
        self._brush_row = labelled_row(self.tr("Brush"), self._radius)
        self._brush_row.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        undo, redo, reset = map(_button, actions)  # in one row too wide in most languages
        reset.setProperty("role", "bare")
        layout.addWidget(_beside(heading_label(self.tr("Adjust")), reset))
        self._strength.setAccessibleName(self.tr("Strength"))
        layout.addWidget(labelled_row(self.tr("Strength"), _beside(self._strength, self._percent)))
        layout.addWidget(labelled_row(self.tr("Protect"), self._tools))
        layout.addWidget(self._brush_row)
        layout.addWidget(_beside(undo, redo), alignment=Qt.AlignmentFlag.AlignLeft)
        self._strength.valueChanged.connect(self._on_strength)
        self._is_moving = False
        for is_over in (
            self._strength.sliderPressed,  # what the keys did before is a movement of its own
            self._strength.sliderReleased,
            self._strength.focus_lost,
        ):
            is_over.connect(self._end_movement)
        self._tools.chosen.connect(self._on_tool)
        self._radius.valueChanged.connect(lambda value: self.radius_changed.emit(float(value)))
        self.show_strength(None)

    @property
    def radius(self) -> float:
        """The brush radius, in output pixels."""
        return float(self._radius.value())

    def show_strength(self, strength: float | None) -> None:
        """Show a strength without emitting signals; None when there is nothing to adjust."""
        self.setEnabled(strength is not None)
        with QSignalBlocker(self._strength):
            self._strength.setValue(round(100 * (1.0 if strength is None else strength)))
        self._percent.setText(f"{self._strength.value()} %")

    def deselect_tool(self) -> None:
        """Switch the mask tools off."""
        self._tools.set_index(0)
        self._on_tool(0)

    def _on_strength(self) -> None:
        self._percent.setText(f"{self._strength.value()} %")
        self._is_moving = self._strength.isSliderDown() or self._strength.hasFocus()
        self.strength_changed.emit(self._strength.value() / 100, not self._is_moving)

    def _end_movement(self) -> None:
        if self._is_moving:
            self._is_moving = False
            self.strength_changed.emit(self._strength.value() / 100, True)

    def _on_tool(self, index: int) -> None:
        self._brush_row.setVisible(_TOOLS[index] is MaskTool.BRUSH)
        self.tool_chosen.emit(_TOOLS[index])


def _slider(span: tuple[int, int], value: int) -> Slider:
    slider = Slider()
    slider.setRange(*span)
    slider.setPageStep(max(1, (span[1] - span[0]) // 10))
    slider.setValue(value)
    slider.setFixedWidth(116)
    return slider


def _beside(*widgets: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return line


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
