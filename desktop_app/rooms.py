"""The rooms of the window and where they stand; what they say to each other is the window's."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.about.pane import AboutPane
from desktop_app.actions import Actions
from desktop_app.controls import action_button
from desktop_app.imaging.tracing import TraceSettings
from desktop_app.imaging.writing import ExportOptions
from desktop_app.jobs import Choices
from desktop_app.panels.adjust import AdjustPanel
from desktop_app.panels.banner import MARGIN, Banner
from desktop_app.panels.canvas import Canvas
from desktop_app.panels.colours import ColoursPanel
from desktop_app.panels.empty import EmptyState, find_samples
from desktop_app.panels.export import ExportPanel
from desktop_app.panels.header import Header
from desktop_app.panels.input_facts import InputFacts
from desktop_app.panels.inspector import Inspector
from desktop_app.panels.looks import PairBox, WaysBox
from desktop_app.panels.queue import QueuePanel
from desktop_app.panels.restore_choices import RestoreChoices
from desktop_app.panels.status import StatusLine
from desktop_app.panels.tracing import TracingPanel
from desktop_app.panels.verdict import Verdict
from desktop_app.panels.workflow import WorkflowStrip
from desktop_app.panels.zoom import ZoomBox


class Rooms(QWidget):
    """Header, workflow, queue, canvas, inspector, status, and what floats over them.

    Args:
        actions: Shown as buttons.
        choices: Of the inspector, to begin with.
        options: Of the inspector, to begin with.
        samples: Folder of pictures to try.
        parent: Qt's owner.
    """

    def __init__(
        self,
        actions: Actions,
        choices: Choices,
        options: ExportOptions,
        samples: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.header = Header(actions.open, actions.about, actions.copy, actions.export)
        self.workflow = WorkflowStrip()
        self.queue = QueuePanel()
        self.empty = EmptyState(actions.open, find_samples(samples))
        self.canvas = Canvas(self.empty)
        # Pictures are no text: before stays on the left, after on the right.
        self.canvas.view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.zoom = ZoomBox(
            actions.zoom_out, actions.actual_size, (actions.zoom_in, actions.fit), self.canvas
        )
        self.ways = WaysBox(actions.ways, self.canvas)
        self.pair = PairBox(actions.export_comparison, self.canvas)
        self.canvas.set_floating(self.zoom, self.ways, self.pair)
        self.banner = Banner(self.canvas)
        self.input_facts = InputFacts()
        self.restore_choices = RestoreChoices(choices)
        self.export_panel = ExportPanel(options)
        self.verdict = Verdict()
        self.adjust = AdjustPanel((actions.undo, actions.redo, actions.reset))
        self.colours = ColoursPanel()
        self.inspector = Inspector(
            (
                self.input_facts,
                self.restore_choices,
                self.verdict,
                self.adjust,
                self.colours,
                self.export_panel,
                action_button(actions.export_svg),
            )
        )
        self.tracing = TracingPanel(TraceSettings())
        self._tracing_side = Inspector((self.tracing,))
        self._tracing_side.hide()
        self._is_tracing = False
        self._before_tracing: QWidget | None = None
        self.status = StatusLine()
        self._middle = QWidget()
        middle, column = QHBoxLayout(self._middle), QVBoxLayout(self)
        self._layouts = (column, middle)
        for layout in (middle, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        middle.addWidget(self.queue)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.inspector)
        middle.addWidget(self._tracing_side)
        for room in (self.header, self.workflow, self._middle, self.status):
            column.addWidget(room, 1 if room is self._middle else 0)
        self.about = AboutPane(self._middle)

    @property
    def are_panels_shown(self) -> bool:
        """Whether queue and inspector are unfolded."""
        return not self.queue.isHidden()

    @property
    def _right(self) -> Inspector:
        return self._tracing_side if self._is_tracing else self.inspector

    def fold_panels(self, *, is_shown: bool) -> None:
        """Show or hide queue and inspector; picture and divider stay where they are on screen."""
        if is_shown == self.are_panels_shown:
            return
        if self.canvas.is_empty:
            self._show_panels(is_shown)
            return
        view = self.canvas.view
        zoom, anchor = view.zoom, self.canvas.anchor()
        self._show_panels(is_shown)
        for layout in self._layouts:
            layout.activate()
        self.canvas.hold(zoom, anchor)

    def show_tracing(self, *, is_shown: bool) -> None:
        """Put the settings of an SVG in the place of the inspector, or the inspector back."""
        focused = self.focusWidget()
        has_focus = self._right.isAncestorOf(focused)
        self._is_tracing = is_shown
        self._show_panels(self.are_panels_shown)
        if is_shown:
            self._before_tracing = focused
            target = self._first_focusable(self._right)
        else:
            target = self._before_tracing
        if has_focus and target is not None:
            target.setFocus()

    def focus_next(self) -> None:
        """Bring the keyboard to the next room."""
        rooms = (self.header, self.workflow, self.queue, self.canvas, self._right)
        shown = [room for room in rooms if room.isVisible()]
        focused = self.focusWidget()
        here = next((i for i, room in enumerate(shown) if room.isAncestorOf(focused)), -1)
        for room in (*shown[here + 1 :], *shown):
            target = self._first_focusable(room)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place."""
        super().resizeEvent(event)
        self.about.place(self.inspector.width() + self.zoom.width() + 2 * MARGIN)
        self.banner.place()

    @staticmethod
    def _first_focusable(room: QWidget) -> QWidget | None:
        for widget in room.findChildren(QWidget):
            takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and widget.isEnabled() and widget.isVisible():
                return widget
        return None

    def _show_panels(self, is_shown: bool) -> None:
        self.header.set_primary(is_primary=not (is_shown and self._is_tracing))
        self.queue.setVisible(is_shown)
        for side in (self.inspector, self._tracing_side):
            side.setVisible(is_shown and side is self._right)
