"""Controller of adjustments: strength, protected parts, undo and redo."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from desktop_app.actions import Actions
from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import Entry, WorkflowStep
from desktop_app.domain.history import History
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.protection import Protection, Rectangle, Shape, Stroke
from desktop_app.panels.adjust_panel import AdjustPanel
from desktop_app.panels.canvas_panel import CanvasPanel
from desktop_app.panels.workflow_strip import WorkflowStrip
from desktop_app.queue.session import Session
from desktop_app.viewer.mask_tools import MaskTool, MaskTools, Points


class AdjustController(QObject):
    """Connects the section "Adjust" and the mask tools on the canvas to the session.

    Args:
        actions: Provides undo, redo and reset.
        panel: Provides the strength slider and the choice of tool.
        canvas: The mask tools draw on it.
        workflow: Switches to the output when a tool is chosen.
        session: Holds the results and their adjustments.
        parent: Qt parent.
    """

    def __init__(
        self,
        actions: Actions,
        panel: AdjustPanel,
        canvas: CanvasPanel,
        workflow: WorkflowStrip,
        session: Session,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._panel = panel
        self._canvas = canvas
        self._workflow = workflow
        self._session = session
        self._mask_tools = MaskTools(canvas.view)
        self._mask_tools.show()
        # Of the strength, while it goes on: the history before it, and the history as it has made it.
        self._movement: tuple[History[Adjustments], History[Adjustments]] | None = None
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        actions.reset.triggered.connect(self._reset)
        panel.strength_changed.connect(self._on_strength)
        panel.tool_chosen.connect(self._on_tool)
        panel.radius_changed.connect(self._show_shapes)
        canvas.changed.connect(self._show_shapes)
        self._mask_tools.shape_drawn.connect(self._on_drawn)
        self._mask_tools.tool_deselected.connect(panel.deselect_tool)
        session.adjusted.connect(self._on_adjusted)
        session.current_changed.connect(self._on_shown)
        session.changed.connect(self._on_changed)
        self._show()

    @property
    def _history(self) -> History[Adjustments] | None:
        entry = self._session.current
        has_result = entry is not None and entry.restored is not None
        return entry.adjustments if entry is not None and has_result else None

    @property
    def _output(self) -> Picture | None:
        return self._session.current.restored if self._session.current is not None else None

    def _set(self, history: History[Adjustments]) -> None:
        if self._session.current is not None:
            self._session.adjust(self._session.current, history)
            self._show()

    @Slot()
    def _undo(self) -> None:
        if self._history is not None:
            self._set(self._history.undone())

    @Slot()
    def _redo(self) -> None:
        if self._history is not None:
            self._set(self._history.redone())

    @Slot()
    def _reset(self) -> None:
        if self._history is not None:
            self._set(self._history.with_step(Adjustments()))

    @Slot(float, bool)
    def _on_strength(self, strength: float, is_final: bool) -> None:
        """Follow the slider; one movement, by mouse, keys or wheel, is one step that can be undone."""
        history = self._history
        if history is None:
            return
        start, reached = self._movement or (history, history)
        if reached is not history:  # the adjustments have been changed by something else since
            start = history
        moved = start.with_step(replace(start.present, strength=strength))
        self._movement = None if is_final else (start, moved)
        if moved != history:
            self._set(moved)

    @Slot(object)
    def _on_tool(self, tool: MaskTool | None) -> None:
        self._mask_tools.select_tool(tool)
        if tool is not None and self._session.current is not None:
            self._workflow.set_step(WorkflowStep.OUTPUT)
            self._canvas.show_entry(self._session.current, WorkflowStep.OUTPUT)

    @Slot(object, object)
    def _on_drawn(self, tool: MaskTool, points: Points) -> None:
        """Protect what was drawn; it is no step if nothing more is protected, as beside the picture."""
        history, output = self._history, self._output
        if history is None or output is None:
            return
        magnification, present = self._canvas.magnification, history.present
        shape = _shape(tool, points, self._panel.radius * magnification).enlarged(1 / magnification)
        if present.protection.is_extended_by(shape, output.height, output.width):
            protection = present.protection.with_shape(shape)
            self._set(history.with_step(replace(present, protection=protection)))

    @Slot(object)
    def _on_shown(self, _entry: Entry | None) -> None:
        self._movement = None
        self._show()

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._show()

    @Slot(object)
    def _on_adjusted(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._canvas.show_entry(entry, self._workflow.step)
            self._show()

    def _show(self) -> None:
        """Show the current adjustments in the panel, in the actions and on the canvas."""
        history = self._history
        self._panel.show_strength(history.present.strength if history else None)
        self._actions.undo.setEnabled(history is not None and history.is_undoable)
        self._actions.redo.setEnabled(history is not None and history.is_redoable)
        is_changed = history is not None and history.present != Adjustments()
        self._actions.reset.setEnabled(is_changed)
        self._show_shapes()
        if history is None and self._mask_tools.tool is not None:
            self._panel.deselect_tool()

    @Slot()
    def _show_shapes(self) -> None:
        """Show the protected parts and the brush at the size of the shown picture."""
        history, magnification = self._history, self._canvas.magnification
        protection = history.present.protection if history else Protection()
        shapes = protection.enlarged(magnification).shapes
        self._mask_tools.show_shapes([_outline(shape) for shape in shapes])
        self._mask_tools.set_radius(self._panel.radius * magnification)


def _shape(tool: MaskTool, points: Sequence[tuple[float, float]], radius: float) -> Shape:
    if tool is MaskTool.BRUSH:
        return Stroke(tuple(points), radius)
    (x0, y0), (x1, y1) = points[0], points[-1]
    return Rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _outline(shape: Shape) -> tuple[MaskTool, Points, float]:
    if isinstance(shape, Stroke):
        return MaskTool.BRUSH, shape.points, shape.radius
    return MaskTool.RECTANGLE, ((shape.left, shape.top), (shape.right, shape.bottom)), 0.0
