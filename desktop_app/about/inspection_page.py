"""The page "Inside": four views of the network at work on the current picture."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.about.about_state import AboutState
from desktop_app.about.features_view import FeaturesView
from desktop_app.about.fine_tune_view import FineTuneView
from desktop_app.about.page import PAGE_MARGIN
from desktop_app.about.regions_view import RegionsView
from desktop_app.about.scales_view import ScalesView
from desktop_app.widgets.controls import SegmentedControl


class InspectionView(IntEnum):
    """A view of the page, in the order of the buttons."""

    SCALES = 0
    FEATURES = 1
    REGIONS = 2
    FINE_TUNE = 3


class InspectionPage(QWidget):
    """The buttons that choose a view, and the view.

    Args:
        parent: Qt parent.

    Signals:
        view_chosen: Another view is shown, or another stage in it.
    """

    view_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (
            (self.tr("Coarse to fine"), self.tr("Coarse to fine: what each scale adds")),
            (self.tr("What it sees"), self.tr("What the network sees: features as colours")),
            (self.tr("Where it matters"), self.tr("Where it matters first: regions")),
            (self.tr("Learning"), self.tr("Learning from your own pictures, without labels")),
        )
        self.views = SegmentedControl(names)
        self.scales_view = ScalesView(names[0][1])
        self.features_view = FeaturesView(names[1][1])
        self.regions_view = RegionsView(names[2][1])
        self.fine_tune_view = FineTuneView(names[3][1])
        self._state = AboutState()
        self._stack = QStackedWidget()
        for page in (self.scales_view, self.features_view, self.regions_view, self.fine_tune_view):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 0)
        head.addWidget(self.views)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.views.set_index(0)
        self.views.chosen.connect(self.show_view)
        self.features_view.stage_chosen.connect(self.view_chosen)

    @property
    def view(self) -> InspectionView:
        """The view that is shown."""
        return InspectionView(self._stack.currentIndex())

    def show_view(self, view: int) -> None:
        """Show a view, by its :class:`InspectionView` value."""
        self.views.set_index(view)
        self._stack.setCurrentIndex(view)
        self._show_current()
        self.view_chosen.emit()

    def show_text(self, language: str) -> None:
        """Write the texts, in a language such as ``de``."""
        for page in (self.scales_view, self.features_view, self.regions_view, self.fine_tune_view):
            page.show_text(language)

    def show_state(self, state: AboutState) -> None:
        """Show the present state; hidden views are updated when they are shown."""
        self._state = state
        self._show_current()

    def _show_current(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, ScalesView | FeaturesView | RegionsView):
            page.show_state(self._state)
