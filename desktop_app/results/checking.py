"""Has the result that is looked at judged, and shows the judgement: faithful or not, where, which colours."""

from dataclasses import replace
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QColor

from desktop_app.comparison.places import Places
from desktop_app.imaging.brand_colours import parse_colours
from desktop_app.imaging.picture import Picture
from desktop_app.panels.canvas import Canvas
from desktop_app.panels.colours import ColoursPanel, Lock
from desktop_app.panels.verdict import Verdict
from desktop_app.queue.entry import Entry, State
from desktop_app.queue.session import Session
from desktop_app.results.adjustments import Adjustments, FillSnap
from desktop_app.results.fills import fills_as_shown, snaps_to_brand, snaps_to_input
from desktop_app.results.findings import Checking, Findings
from desktop_app.reviewer import Reviewer
from desktop_app.settings import Settings
from desktop_app.texts import told
from desktop_app.theme import Theme

_MARK = "bad_text"  # token of the theme


class Checker(QObject):
    """Asks for judgements and shows them; snaps fills to the colours that they are to have.

    Args:
        reviewer: Judges in its own thread.
        session: Has the results.
        verdict: Tells how faithful the result is.
        colours: Tells of the fills, and what they are to become.
        canvas: Shows where.
        settings: Remembers the brand colours that were typed last.
        theme: Has the colour of the marks.
        parent: Qt's owner.
    """

    def __init__(
        self,
        reviewer: Reviewer,
        session: Session,
        verdict: Verdict,
        colours: ColoursPanel,
        canvas: Canvas,
        settings: Settings,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reviewer = reviewer
        self._session = session
        self._verdict = verdict
        self._colours = colours
        self._canvas = canvas
        self._settings = settings
        self._unjudged: ReferenceType[Picture] | None = None  # the last result that could not be
        self._shown_lock: tuple[Entry | None, tuple[FillSnap, ...], str] | None = None
        self._places = Places(canvas.view, QColor(theme.tokens[_MARK]))
        theme.changed.connect(lambda: self._places.set_colour(QColor(theme.tokens[_MARK])))
        verdict.shown_toggled.connect(self._mark)
        verdict.place_chosen.connect(self._look_at)
        colours.lock_changed.connect(self._on_lock_changed)
        canvas.changed.connect(self._mark)
        reviewer.checked.connect(self._on_checked)
        session.shown.connect(self._on_looked_at)
        session.succeeded.connect(self._on_looked_at)
        session.adjusted.connect(self._on_looked_at)
        session.changed.connect(self._on_changed)
        self._show()

    @Slot(object)
    def _on_looked_at(self, entry: Entry | None) -> None:
        """Have the result judged that is looked at, unless it is judged already."""
        if entry is self._session.current:
            self._ask(entry)
            self._show()

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._show()

    def _ask(self, entry: Entry | None) -> None:
        if entry is None or entry.findings is not None or entry.opened is None:
            return
        if entry.result is not None and entry.restored is not None:
            picture, result = entry.opened.picture, entry.result.picture
            protection = entry.adjustments.present.protection
            checking = Checking(
                entry.job, picture, entry.restored, result, entry.drifts, protection
            )
            self._reviewer.check(checking)

    @Slot(object, object)
    def _on_checked(self, checking: Checking, findings: Findings | None) -> None:
        entry = self._session.current
        if entry is None or entry.job is not checking.job or entry.result is None:
            return  # looked at no more; it is judged when it is looked at again
        if findings is None:
            self._unjudged = ref(checking.result)
            self._show()
            return
        if self._session.note_findings(entry, checking.result, findings):
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        findings = entry.findings if entry else None
        is_awaited = entry is not None and entry.state is State.DONE and findings is None
        unjudged = self._unjudged() if self._unjudged else None
        has_failed = is_awaited and unjudged is not None and _result_of(entry) is unjudged
        self._verdict.show_fidelity(
            findings.fidelity if findings else None,
            is_awaited=is_awaited and not has_failed,
            has_failed=has_failed,
            least_legible=entry.opened.advice.least_legible if entry and entry.opened else 0,
        )
        self._show_colours(entry)
        self._mark()

    def _show_colours(self, entry: Entry | None) -> None:
        """Show the fills, and the lock where it is not what the user is just choosing and typing."""
        panel = self._colours
        state = entry.adjustments.present if entry else Adjustments()
        fills = []
        if entry is not None and entry.opened and entry.result and entry.drifts:
            fills = fills_as_shown(entry.drifts, state, entry.opened.picture)
        panel.show_drifts(fills)
        brand = state.brand or self._settings.brand_colours
        lock = entry, state.snaps, brand
        if lock != self._shown_lock:
            self._shown_lock = lock
            panel.show_lock(_lock(state), brand)
            panel.show_message("")

    @Slot()
    def _mark(self) -> None:
        """Mark the places on the picture if they are to be seen."""
        entry, canvas = self._session.current, self._canvas
        findings = entry.findings if entry else None
        is_shown = findings is not None and self._verdict.is_shown
        self._places.setVisible(is_shown)
        shown = next((pyramid for pyramid in canvas.view.pictures if pyramid), None)
        if is_shown and findings is not None and shown is not None:
            strengths = findings.fidelity.map
            boxes = [region.box for region in findings.fidelity.regions]
            self._places.mark(strengths, boxes, shown.width / strengths.shape[1])
            self._places.raise_()

    @Slot(int)
    def _look_at(self, place: int) -> None:
        entry, view = self._session.current, self._canvas.view
        shown = next((pyramid for pyramid in view.pictures if pyramid), None)
        if entry is None or entry.findings is None or shown is None:
            return
        fidelity = entry.findings.fidelity
        scale = shown.width / fidelity.map.shape[1]
        left, top, right, bottom = (scale * side for side in fidelity.regions[place].box)
        view.frame(QRectF(left, top, right - left, bottom - top))

    @Slot(object, str)
    def _on_lock_changed(self, lock: Lock, text: str) -> None:
        """Give the fills other colours, as a step that can be undone."""
        entry = self._session.current
        self._colours.show_message("")
        if entry is None or entry.opened is None or not entry.drifts:
            return
        snaps: tuple[FillSnap, ...] = ()
        try:
            if lock is Lock.BRAND:
                snaps = snaps_to_brand(entry.drifts, parse_colours(text), entry.opened.picture)
            elif lock is Lock.INPUT:
                snaps = snaps_to_input(entry.drifts)
        except ValueError as error:
            self._colours.show_message(told(error))
            return
        brand = text if lock is Lock.BRAND and snaps else ""
        state = replace(entry.adjustments.present, snaps=snaps, brand=brand)
        if state != entry.adjustments.present:
            self._settings.brand_colours = brand or self._settings.brand_colours
            # The panel shows it, or is being typed in.
            self._shown_lock = entry, snaps, self._settings.brand_colours
            self._session.adjust(entry, entry.adjustments.with_step(state))


def _result_of(entry: Entry | None) -> Picture | None:
    return entry.result.picture if entry is not None and entry.result is not None else None


def _lock(state: Adjustments) -> Lock:
    """What was chosen, as the adjustments tell it after undo and redo."""
    if state.brand:
        return Lock.BRAND
    return Lock.INPUT if state.snaps else Lock.NONE
