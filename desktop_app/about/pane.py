"""The pane "About this AI": five pages beside the picture that explain how it was sharpened."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStyle,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.about.about_state import AboutState
from desktop_app.about.card_page import CardPage
from desktop_app.about.inspection_page import InspectionPage, InspectionView
from desktop_app.about.papers_page import PapersPage
from desktop_app.about.task_page import TaskPage
from desktop_app.about.workflow_page import WorkflowPage
from desktop_app.domain.inspection import QueryKind
from desktop_app.paths import ICONS
from desktop_app.widgets.controls import ElidedLabel, heading_label, plain_tooltip
from desktop_app.widgets.wheel_guard import WheelGuard

NARROW = 560
"""Width of the pane in a small window, in logical pixels."""

WIDE = 640
"""Width of the pane where there is space, in logical pixels; at most half of the window."""

_LEAST = 480  # smallest width that dragging can set
_EDGE = 6  # width of the strip that is dragged


class Tab(IntEnum):
    """A page of the pane, in the order of the tabs."""

    TASK = 0
    WORKFLOW = 1
    INSPECTION = 2
    PAPERS = 3
    CARD = 4


class AboutPane(QFrame):
    """A pane that floats over the right side, so that the picture does not move; its edge can be dragged.

    Args:
        parent: The widget it floats over.

    Signals:
        closed: The user closed the pane.
        view_changed: Another page, view or stage is shown, or the pane was shown or hidden.
        export_requested: The user wants to export the report.
        retry_requested: The user wants to try again after a failure.
    """

    closed = Signal()
    view_changed = Signal()
    export_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        # Otherwise Qt would repaint the canvas below with every change in the pane.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._host = parent
        self._covered = 0
        self._wanted_width: int | None = None
        self._state = AboutState()
        self._current: set[Tab] = set()  # the pages that show the present state
        names = (
            self.tr("Task"),
            self.tr("Workflow"),
            self.tr("Inside"),
            self.tr("Papers and tools"),
            self.tr("Model card"),
        )
        self.task = TaskPage(names[Tab.TASK])
        self.workflow = WorkflowPage(names[Tab.WORKFLOW])
        self.inspection_page = InspectionPage()
        self.papers = PapersPage(names[Tab.PAPERS])
        self.card = CardPage(names[Tab.CARD])
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(self.tr("About this AI"))
        self.tabs.tabBar().setExpanding(False)
        pages = (self.task, self.workflow, self.inspection_page, self.papers, self.card)
        for page, name in zip(pages, names, strict=True):
            self.tabs.addTab(page, name)
        self.tabs.currentChanged.connect(self._on_turned)
        self.inspection_page.view_chosen.connect(self.view_changed)
        self._export = QPushButton(self.tr("Export report…"))
        self._export.setToolTip(self.tr("All of this for your picture, as one HTML or PDF file"))
        self._export.clicked.connect(self.export_requested)
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.clicked.connect(self.retry_requested)
        self._status = ElidedLabel()
        self._status.setProperty("role", "muted")
        self._bar = QProgressBar(self)  # on the upper edge of the footer, not in the layout
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("The network is being examined"))
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_head())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._build_foot())
        WheelGuard(self.tabs)
        self._edge = _Edge(self)
        self._edge.dragged.connect(self._widen)
        self.show_status("")
        self.hide()

    def _build_head(self) -> QHBoxLayout:
        close = QToolButton()
        close.setProperty("role", "bare")
        close.setIcon(QIcon(str(ICONS / "close.svg")))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 10, 4)
        head.addWidget(heading_label(self.tr("About this AI")))
        head.addStretch(1)
        head.addWidget(close)
        return head

    def _build_foot(self) -> QWidget:
        foot = self._foot = QFrame()
        foot.setObjectName("foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(20, 8, 12, 8)
        line.setSpacing(8)
        line.addWidget(self._status, 1)
        line.addWidget(self._retry)
        line.addWidget(self._export)
        return foot

    @property
    def tab(self) -> Tab:
        """The page that is shown."""
        return Tab(self.tabs.currentIndex())

    @property
    def needed_query(self) -> QueryKind | None:
        """The query whose result the shown page needs; None if it needs none."""
        if not self.isVisible():
            return None
        if self.tab is Tab.INSPECTION:
            kinds = {
                InspectionView.SCALES: QueryKind.INSPECTION,
                InspectionView.FEATURES: QueryKind.FEATURES,
                InspectionView.REGIONS: QueryKind.REGIONS,
            }
            return kinds.get(self.inspection_page.view)
        return QueryKind.INSPECTION if self.tab in (Tab.WORKFLOW, Tab.CARD) else None

    def show_texts(self, language: str) -> None:
        """Show the texts of all pages in a language, such as ``de``."""
        for page in (self.task, self.workflow, self.inspection_page, self.papers, self.card):
            page.show_text(language)
        self.show_state(self._state)

    def show_state(self, state: AboutState) -> None:
        """Show the present state; hidden pages are updated when they are shown."""
        self._state = state
        self._current.clear()
        self._export.setEnabled(state.entry is not None and state.entry.result is not None)
        self._show_page()

    def show_status(self, words: str, *, is_busy: bool = False, can_retry: bool = False) -> None:
        """Show in the footer how far the inspection is.

        Args:
            words: One sentence; empty for nothing.
            is_busy: Whether the inspection is running.
            can_retry: Whether to offer to try again.
        """
        self._status.setText(words)
        self._status.setToolTip(plain_tooltip(words))
        self._bar.setVisible(is_busy)
        self._retry.setVisible(can_retry)

    def focus_text(self) -> None:
        """Move the keyboard focus to the tabs."""
        self.tabs.tabBar().setFocus()

    def place(self, covered: int) -> None:
        """Set the geometry over the parent; call it after the parent has changed size.

        Args:
            covered: Smallest width in pixels, so that the pane covers inspector and zoom box entirely.
        """
        self._covered = covered
        around = self._host.rect()
        usual = min(max(NARROW, around.width() // 2), WIDE)
        width = min(max(self._wanted_width or usual, covered), around.width())
        place = QRect(around.right() + 1 - width, around.top(), width, around.height())
        self.setGeometry(QStyle.visualRect(self.layoutDirection(), around, place))
        edge = QRect(0, 0, _EDGE, self.height())
        self._edge.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), edge))
        self._edge.raise_()
        self._rows.activate()
        self._bar.setGeometry(1, self._foot.y(), self.width() - 1, 2)

    def setVisible(self, is_visible: bool) -> None:
        """Show the pane with the present state, or hide it."""
        super().setVisible(is_visible)
        if is_visible:
            self._show_page()
        self.view_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint an opaque background, which a style sheet would not guarantee."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Window))
        line = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(0, 0, 1, self.height()))
        painter.fillRect(line, palette.color(QPalette.ColorRole.Mid))

    @Slot(int)
    def _on_turned(self, _tab: int) -> None:
        self._show_page()
        self.view_changed.emit()

    def _show_page(self) -> None:
        if self.isVisible() and self.tab not in self._current:
            self._current.add(self.tab)
            shown: Mapping[Tab, TaskPage | WorkflowPage | InspectionPage | CardPage] = {
                Tab.TASK: self.task,
                Tab.WORKFLOW: self.workflow,
                Tab.INSPECTION: self.inspection_page,
                Tab.CARD: self.card,
            }
            if self.tab in shown:
                shown[self.tab].show_state(self._state)

    @Slot(int)
    def _widen(self, by: int) -> None:
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = self.width() + (by if is_mirrored else -by)
        self._wanted_width = min(max(width, _LEAST), self._host.width())
        self.place(self._covered)


class _Edge(QWidget):
    """The strip at the pane's edge that is dragged to change its width."""

    dragged = Signal(int)  # pixels to the right

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drag_start: int | None = None
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(self.tr("Drag to widen"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the drag starts."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_start = round(event.globalPosition().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report how far the mouse has moved."""
        if self._drag_start is not None:
            x = round(event.globalPosition().x())
            by, self._drag_start = x - self._drag_start, x
            if by:
                self.dragged.emit(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        del event
        self._drag_start = None
