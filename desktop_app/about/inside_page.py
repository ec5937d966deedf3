"""The page "Inside": four looks inside the network at work on this picture."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.about.coarse_to_fine import CoarseToFine
from desktop_app.about.insight import Insight
from desktop_app.about.learning import Learning
from desktop_app.about.mattering import Mattering
from desktop_app.about.page import SIDE
from desktop_app.about.seeing import Seeing
from desktop_app.controls import Segmented


class View(IntEnum):
    """A look inside, in the order of the words."""

    COARSE_TO_FINE = 0
    SEEING = 1
    MATTERING = 2
    LEARNING = 3


class InsidePage(QWidget):
    """One view at a time.

    Args:
        parent: Qt's owner.

    Signals:
        view_chosen: Another view, or another stage in it, is shown.
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
        self.views = Segmented(names)
        self.coarse_to_fine = CoarseToFine(names[0][1])
        self.seeing = Seeing(names[1][1])
        self.mattering = Mattering(names[2][1])
        self.learning = Learning(names[3][1])
        self._insight = Insight()
        self._stack = QStackedWidget()
        for page in (self.coarse_to_fine, self.seeing, self.mattering, self.learning):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 12, SIDE, 0)
        head.addWidget(self.views)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.views.set_index(0)
        self.views.chosen.connect(self.show_view)
        self.seeing.stage_chosen.connect(self.view_chosen)

    @property
    def view(self) -> View:
        """The one that is shown."""
        return View(self._stack.currentIndex())

    def show_view(self, view: int) -> None:
        """Show another view."""
        self.views.set_index(view)
        self._stack.setCurrentIndex(view)
        self._show_current()
        self.view_chosen.emit()

    def show_text(self, language: str) -> None:
        """Write what does not depend on a picture."""
        for page in (self.coarse_to_fine, self.seeing, self.mattering, self.learning):
            page.show_text(language)

    def show_insight(self, insight: Insight) -> None:
        """Show what is known now; views that are not seen wait until they are."""
        self._insight = insight
        self._show_current()

    def _show_current(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, CoarseToFine | Seeing | Mattering):
            page.show_insight(self._insight)
