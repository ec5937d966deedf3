"""All panels of the window and their layout; the controllers connect them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.about.pane import AboutPane
from desktop_app.actions import Actions
from desktop_app.domain.jobs import Choices
from desktop_app.imaging.tracing import TraceSettings
from desktop_app.imaging.writing import ExportOptions
from desktop_app.panels.adjust_panel import AdjustPanel
from desktop_app.panels.banner import MARGIN, Banner
from desktop_app.panels.canvas_panel import CanvasPanel
from desktop_app.panels.colours_panel import ColoursPanel
from desktop_app.panels.compare_boxes import CompareModeBox, ComparePairBox
from desktop_app.panels.export_panel import ExportPanel
from desktop_app.panels.fidelity_panel import FidelityPanel
from desktop_app.panels.header import Header
from desktop_app.panels.input_panel import InputPanel
from desktop_app.panels.inspector import Inspector
from desktop_app.panels.queue_panel import QueuePanel
from desktop_app.panels.restore_panel import RestorePanel
from desktop_app.panels.start_page import StartPage, find_samples
from desktop_app.panels.status_bar import StatusBar
from desktop_app.panels.svg_panel import SvgPanel
from desktop_app.panels.workflow_strip import WorkflowStrip
from desktop_app.panels.zoom_box import ZoomBox
from desktop_app.widgets.controls import action_button

_MIN_BANNER = 280  # pixels of width from which a notice fits beside “About this AI”
_MOVES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move)


class Workspace(QWidget):
    """Header, workflow strip, queue, canvas, inspector and status bar, and the panels that float over them.

    Args:
        actions: The actions behind the buttons.
        choices: Initial choices of the restore panel.
        options: Initial options of the export panel.
        samples: Folder of the sample pictures.
        parent: Qt parent.
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
        self.workflow_strip = WorkflowStrip()
        self.queue_panel = QueuePanel()
        self.start_page = StartPage(actions.open, find_samples(samples))
        self.canvas = CanvasPanel(self.start_page)
        # Also in right-to-left languages "before" stays on the left, "after" on the right.
        self.canvas.view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.zoom_box = ZoomBox(
            actions.zoom_out, actions.actual_size, (actions.zoom_in, actions.fit), self.canvas
        )
        self.compare_mode_box = CompareModeBox(actions.compare_modes, self.canvas)
        self.compare_pair_box = ComparePairBox(actions.export_comparison, self.canvas)
        self.canvas.set_overlays(self.zoom_box, self.compare_mode_box, self.compare_pair_box)
        self.input_panel = InputPanel()
        self.restore_panel = RestorePanel(choices)
        self.export_panel = ExportPanel(options)
        self.fidelity_panel = FidelityPanel()
        self.adjust_panel = AdjustPanel((actions.undo, actions.redo, actions.reset))
        self.colours_panel = ColoursPanel()
        self.inspector = Inspector(
            (
                self.input_panel,
                self.restore_panel,
                self.fidelity_panel,
                self.adjust_panel,
                self.colours_panel,
                self.export_panel,
                action_button(actions.export_svg),
            )
        )
        self.svg_panel = SvgPanel(TraceSettings())
        self._svg_inspector = Inspector((self.svg_panel,))
        self._svg_inspector.hide()
        self._is_svg_shown = False
        self._focus_before_svg: QWidget | None = None
        self.status_bar = StatusBar()
        self._middle = QWidget()
        middle, column = QHBoxLayout(self._middle), QVBoxLayout(self)
        self._layouts = (column, middle)
        for layout in (middle, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        middle.addWidget(self.queue_panel)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.inspector)
        middle.addWidget(self._svg_inspector)
        for section in (self.header, self.workflow_strip, self._middle, self.status_bar):
            column.addWidget(section, 1 if section is self._middle else 0)
        self.about_pane = AboutPane(self._middle)
        self.banner = Banner(self._middle, self._banner_bounds)
        for widget in (self.about_pane, self.canvas):
            widget.installEventFilter(self)

    @property
    def are_panels_shown(self) -> bool:
        """Whether queue and inspector are shown."""
        return not self.queue_panel.isHidden()

    @property
    def _right(self) -> Inspector:
        return self._svg_inspector if self._is_svg_shown else self.inspector

    def fold_panels(self, *, is_shown: bool) -> None:
        """Show or hide queue and inspector; picture and divider stay where they are on screen."""
        if is_shown == self.are_panels_shown:
            return
        if self.canvas.is_empty:
            self._show_panels(is_shown)
            return
        view = self.canvas.view
        zoom, is_fitted, screen_anchor = view.zoom, view.is_fitted, self.canvas.screen_anchor()
        self._show_panels(is_shown)
        for layout in self._layouts:
            layout.activate()
        self.canvas.restore_anchor(zoom, screen_anchor, is_fitted=is_fitted)

    def show_svg_panel(self, *, is_shown: bool) -> None:
        """Show the SVG panel in place of the inspector, or the inspector again; move the focus along."""
        focused = self.focusWidget()
        has_focus = self._right.isAncestorOf(focused)
        self._is_svg_shown = is_shown
        self._show_panels(self.are_panels_shown)
        if is_shown:
            self._focus_before_svg = focused
            target = self._first_focusable(self._right)
        else:
            target = self._focus_before_svg
        if has_focus and target is not None:
            target.setFocus()

    def focus_next(self) -> None:
        """Move the keyboard focus to the next panel."""
        sections = (self.header, self.workflow_strip, self.queue_panel, self.canvas, self._right)
        shown = [section for section in sections if section.isVisible()]
        focused = self.focusWidget()
        here = next((i for i, section in enumerate(shown) if section.isAncestorOf(focused)), -1)
        for section in (*shown[here + 1 :], *shown):
            target = self._first_focusable(section)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floating panels in place."""
        super().resizeEvent(event)
        self.about_pane.place(self.inspector.width() + self.zoom_box.width() + 2 * MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the banner over the canvas and beside the pane “About this AI”."""
        if watched in (self.about_pane, self.canvas) and event.type() in _MOVES:
            self.banner.place()
            self.banner.raise_()
        return super().eventFilter(watched, event)

    def _banner_bounds(self) -> QRect:
        """Return the part of the canvas that the pane leaves free; the whole if that is too narrow."""
        bounds = self.canvas.geometry()
        if self.about_pane.isHidden():
            return bounds
        pane, free = self.about_pane.geometry(), QRect(bounds)
        if pane.left() > bounds.left():
            free.setRight(min(free.right(), pane.left() - 1))
        else:  # in languages that are read from right to left
            free.setLeft(max(free.left(), pane.right() + 1))
        return free if free.width() >= _MIN_BANNER else bounds

    @staticmethod
    def _first_focusable(section: QWidget) -> QWidget | None:
        for widget in section.findChildren(QWidget):
            takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and widget.isEnabled() and widget.isVisible():
                return widget
        return None

    def _show_panels(self, is_shown: bool) -> None:
        self.header.set_primary(is_primary=not (is_shown and self._is_svg_shown))
        self.queue_panel.setVisible(is_shown)
        for side in (self.inspector, self._svg_inspector):
            side.setVisible(is_shown and side is self._right)
