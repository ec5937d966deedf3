"""The "Did it change?" section of the inspector: whether restoring changed the picture, and where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.analysis.fidelity import Fidelity
from desktop_app.domain.captions import refusal_sentence
from desktop_app.i18n.formatting import translator
from desktop_app.imaging.run_facts import RunFacts, RunOutcome
from desktop_app.widgets.controls import heading_label, muted_label, plain_label


class FidelityPanel(QWidget):
    """The verdict as a sentence, and buttons that show the changed places.

    Args:
        parent: Qt parent.

    Signals:
        places_toggled: Whether to mark the changed places on the picture.
        place_chosen: Index in ``Fidelity.regions`` of the place to show.
    """

    places_toggled = Signal(bool)
    place_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fidelity: Fidelity | None = None
        self._place = -1
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setProperty("role", "advice")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._refusal = plain_label()
        self._refusal.setWordWrap(True)
        self._refusal.setProperty("role", "warning")
        self._refusal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._legibility_note = muted_label("")
        self._legibility_note.setWordWrap(True)
        self._show_button = QPushButton(self.tr("Show where"))
        self._show_button.setCheckable(True)
        self._show_button.toggled.connect(self.places_toggled)
        self._next = QPushButton(self.tr("Next place"))
        self._next.clicked.connect(self._on_next)
        self._buttons = QWidget()
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._show_button)
        line.addWidget(self._next)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading_label(self.tr("Did it change?")))
        layout.addWidget(self._refusal)
        layout.addWidget(self._text)
        layout.addWidget(self._legibility_note)
        layout.addWidget(self._buttons)
        self.show_fidelity(None, is_awaited=False)

    @property
    def is_shown(self) -> bool:
        """Whether the changed places should be marked."""
        return self._show_button.isChecked() and self._buttons.isVisibleTo(self)

    def show_fidelity(
        self,
        fidelity: Fidelity | None,
        *,
        is_awaited: bool,
        has_failed: bool = False,
        min_legible_height: int = 0,
        run: RunFacts | None = None,
    ) -> None:
        """Show a verdict.

        Args:
            fidelity: The verdict; None while there is none.
            is_awaited: Whether a new verdict is being computed.
            has_failed: Whether the comparison failed.
            min_legible_height: Height in input pixels below which letters may be misread; 0 for no note.
            run: What made the result; parts of it that were not restored are told first, and nothing else is
                then called good.
        """
        self._keep_place(is_kept=is_awaited)
        if fidelity is not self._fidelity:
            self._place = -1
        self._fidelity = fidelity
        words = self.tr("Comparing with the input…") if is_awaited else self.tr("Nothing yet.")
        if has_failed:
            words = self.tr("It could not be compared with the input.")
        is_good = True
        if fidelity is not None:
            words, is_good = fidelity.sentence(translator("Fidelity")), fidelity.is_faithful
        outcome = run.outcome if run is not None else RunOutcome.RESTORED
        is_restored = outcome is not RunOutcome.NOT_RESTORED
        self._refusal.setText(refusal_sentence(run) if run is not None else "")
        self._refusal.setVisible(outcome is not RunOutcome.RESTORED)
        self._text.setText(words)
        # That the picture without sharpening is faithful goes without saying.
        self._text.setVisible(is_restored or not is_good)
        self._text.setProperty("role", "muted" if fidelity is None else "advice")
        self._text.setProperty("is_helpful", is_good and outcome is RunOutcome.RESTORED)
        self._text.style().polish(self._text)
        self._buttons.setVisible(not is_good)
        self._legibility_note.setVisible(
            is_restored and min_legible_height > 0 and (is_awaited or fidelity is not None)
        )
        self._legibility_note.setText(
            self.tr(
                "Proofread letters under {height} px in the input: they can come back as others, and no "
                "comparison finds that."
            ).format(height=min_legible_height)
        )

    def _keep_place(self, *, is_kept: bool) -> None:
        """Keep the sections below in place during a new comparison: a slider may be held there."""
        if is_kept and self._fidelity is None:
            return  # nothing was shown, or its space is already reserved
        policy = self._buttons.sizePolicy()
        policy.setRetainSizeWhenHidden(is_kept and not self._buttons.isHidden())
        self._buttons.setSizePolicy(policy)
        # Not the present height: the layout may not have been updated since the last verdict.
        needed = self._text.heightForWidth(self._text.width())
        self._text.setMinimumHeight(needed if is_kept else 0)

    def _on_next(self) -> None:
        if self._fidelity is not None and self._fidelity.regions:
            self._place = (self._place + 1) % len(self._fidelity.regions)
            self._show_button.setChecked(True)
            self.place_chosen.emit(self._place)
