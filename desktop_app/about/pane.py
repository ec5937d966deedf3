"""The pane "About this AI": how this picture got sharp, beside the picture."""

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
"""Logical pixels that the pane takes of a small window."""

WIDE = 640
"""Logical pixels that it takes where there is room: at most half of the window."""

_LEAST = 480
_EDGE = 6  # of the left side, by which the pane is widened


class Tab(IntEnum):
    """A page, in the order of the tabs."""

    TASK = 0
    WORKFLOW = 1
    INSPECTION = 2
    PAPERS = 3
    CARD = 4


class AboutPane(QFrame):
    """Floats over the right side, so that the picture stays where it is; its left edge can be dragged.

    Args:
        parent: The widget it floats over.

    Signals:
        closed: The user is done here.
        looked_at: Another page, view or stage is shown, or the pane itself.
        export_requested: The report is to be written.
        retried: After something went wrong.
    """

    closed = Signal()
    view_changed = Signal()
    export_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        # Or Qt would paint the canvas below whenever something in the pane changes.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._host = parent
        self._covered = 0
        self._wanted_width: int | None = None
        self._state = AboutState()
        self._current: set[Tab] = set()  # the pages that show the insight
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
        self._bar = QProgressBar(self)  # on the upper edge of the foot, not in the layout
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
        """What the shown page needs to know of the network; None if nothing."""
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
        """Write what does not depend on a picture."""
        for page in (self.task, self.workflow, self.inspection_page, self.papers, self.card):
            page.show_text(language)
        self.show_state(self._state)

    def show_state(self, state: AboutState) -> None:
        """Show what is known now; pages that are not seen wait until they are."""
        self._state = state
        self._current.clear()
        self._export.setEnabled(state.entry is not None and state.entry.result is not None)
        self._show_page()

    def show_status(self, words: str, *, is_busy: bool = False, can_retry: bool = False) -> None:
        """Tell at the foot how far the looking is.

        Args:
            words: One sentence; empty for nothing.
            is_busy: Whether it goes on.
            can_retry: Whether it can be tried again.
        """
        self._status.setText(words)
        self._status.setToolTip(plain_tooltip(words))
        self._bar.setVisible(is_busy)
        self._retry.setVisible(can_retry)

    def focus_text(self) -> None:
        """Bring the keyboard to the tabs."""
        self.tabs.tabBar().setFocus()

    def place(self, covered: int) -> None:
        """Find the place over the parent, after it changed size.

        Args:
            covered: Pixels at the inspector's side that the pane has to cover, lest something is
                cut in two.
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
        """Show what is known by now, or go away."""
        super().setVisible(is_visible)
        if is_visible:
            self._show_page()
        self.view_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cover all that lies below; a style sheet would not promise it."""
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
    """The side that is taken hold of to widen the pane."""

    dragged = Signal(int)  # by so many pixels to the right

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drag_start: int | None = None
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(self.tr("Drag to widen"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_start = round(event.globalPosition().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._drag_start is not None:
            x = round(event.globalPosition().x())
            by, self._drag_start = x - self._drag_start, x
            if by:
                self.dragged.emit(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._drag_start = None
