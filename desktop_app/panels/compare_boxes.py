"""The boxes over the picture that choose how to compare: the mode, the pair, the background."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.domain.captions import outcome_title
from desktop_app.domain.compare_pairs import COMPARE_PAIRS, ComparePair, PictureVersion
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.widgets.controls import action_button


class Background(Enum):
    """The background of transparent pictures."""

    CHECKER = auto()
    WHITE = auto()
    BLACK = auto()
    COLOUR = auto()


class CompareModeBox(QFrame):
    """A row of buttons, one for each compare mode.

    Args:
        modes: Checkable actions, one of them checked.
        parent: The widget it floats over.
    """

    def __init__(self, modes: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Way to compare"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(1)
        for mode in modes:
            layout.addWidget(action_button(mode))


class ComparePairBox(QFrame):
    """Two menus: which pictures to compare, and the background.

    Args:
        export: The last action of the first menu.
        parent: The widget it floats over.
    """

    pair_chosen = Signal(object)  # ComparePair
    pin_requested = Signal()
    background_chosen = Signal(object)  # Background

    def __init__(self, export: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._names = {
            PictureVersion.INPUT: self.tr("Input"),
            PictureVersion.ENLARGED: self.tr("Enlarged"),
            PictureVersion.RESTORED: outcome_title(RunOutcome.RESTORED),
            PictureVersion.PINNED: self.tr("Pinned result"),
        }
        self._pair = COMPARE_PAIRS[0]
        self._pairs = QMenu(self)
        self._choices = QActionGroup(self)
        for pair in COMPARE_PAIRS:
            choice = self._pairs.addAction(self._name(pair))
            choice.setCheckable(True)
            choice.setData(pair)
            choice.triggered.connect(lambda _is_checked, pair=pair: self.pair_chosen.emit(pair))
            self._choices.addAction(choice)
        self._pairs.addSeparator()
        self._pin = self._pairs.addAction(self.tr("Pin this result to compare it with others"))
        self._pin.triggered.connect(self.pin_requested)
        swap = self._pairs.addAction(self.tr("Swap sides"))
        swap.triggered.connect(lambda: self.pair_chosen.emit(self._pair.swapped))
        self._pairs.addSeparator()
        self._pairs.addAction(export)
        self._pair_button = self._button(self._pairs, self.tr("Choose which pictures to compare"))
        self._grounds = QMenu(self)
        grounds = {
            Background.CHECKER: self.tr("Checkerboard"),
            Background.WHITE: self.tr("White"),
            Background.BLACK: self.tr("Black"),
            Background.COLOUR: self.tr("Colour…"),
        }
        self._kinds = QActionGroup(self)
        for ground, name in grounds.items():
            kind = self._grounds.addAction(name)
            kind.setCheckable(True)
            kind.setData(ground)
            kind.triggered.connect(
                lambda _is_checked, ground=ground: self.background_chosen.emit(ground)
            )
            self._kinds.addAction(kind)
        self._ground_button = self._button(
            self._grounds, self.tr("Choose what lies behind transparent pictures")
        )
        self._ground_button.setText(self.tr("Background ▾"))
        self._ground_button.setAccessibleName(self.tr("Background"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(1)
        layout.addWidget(self._pair_button)
        layout.addWidget(self._ground_button)
        self.show_pair(self._pair)
        self.show_background(Background.CHECKER)

    def show_pair(self, pair: ComparePair) -> None:
        """Show which pictures are compared."""
        self._pair = pair
        self._pair_button.setText(self.tr("{pair} ▾").format(pair=self._name(pair)))
        self._pair_button.setAccessibleName(self.tr("Compare {pair}").format(pair=self._name(pair)))
        for choice in self._choices.actions():
            choice.setChecked(choice.data() in (pair, pair.swapped))

    def offer_enlarged(self, *, is_offered: bool) -> None:
        """Offer the enlarged picture, or not: at 1× the input takes its place."""
        self._names[PictureVersion.ENLARGED] = (
            self.tr("Enlarged") if is_offered else self.tr("Input")
        )
        for choice in self._choices.actions():
            pair = choice.data()
            # At 1× these pairs repeat another one, or compare a picture with itself.
            choice.setVisible(is_offered or PictureVersion.INPUT not in (pair.before, pair.after))
        self._show_names()

    def show_outcome(self, outcome: RunOutcome) -> None:
        """Call the result what it is: restored, or not."""
        self._names[PictureVersion.RESTORED] = outcome_title(outcome)
        self._show_names()

    def _show_names(self) -> None:
        for choice in self._choices.actions():
            choice.setText(self._name(choice.data()))
        self.show_pair(self._pair)

    def show_background(self, background: Background) -> None:
        """Show which background is chosen."""
        for kind in self._kinds.actions():
            kind.setChecked(kind.data() is background)

    def offer_pinned(self, *, can_pin: bool, is_pinned: bool) -> None:
        """Enable pinning a result, and comparing with the pinned one."""
        self._pin.setEnabled(can_pin)
        for choice in self._choices.actions():
            if PictureVersion.PINNED in (choice.data().before, choice.data().after):
                choice.setEnabled(is_pinned)

    def offer_background(self, *, is_offered: bool) -> None:
        """Show the background menu, or hide it when nothing is transparent."""
        self._ground_button.setVisible(is_offered)

    def _name(self, pair: ComparePair) -> str:
        return self.tr("{before} – {after}").format(
            before=self._names[pair.before], after=self._names[pair.after]
        )

    def _button(self, menu: QMenu, tip: str) -> QToolButton:
        button = QToolButton()
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
