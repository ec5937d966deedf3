"""Has the result that is looked at judged, and shows the judgement: faithful or not, where, which colours."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtGui import QColor

from desktop_app.comparison.places import Places
from desktop_app.imaging.brand_colours import nearest_brand_colour, parse_colours
from desktop_app.imaging.flat_colours import Drift
from desktop_app.imaging.snapping import Snap
from desktop_app.panels.colours import Colour, Lock
from desktop_app.queue.entry import Entry, State
from desktop_app.queue.session import Session
from desktop_app.restoration import Restoration
from desktop_app.results.findings import Checking, Findings
from desktop_app.rooms import Rooms
from desktop_app.settings import Settings
from desktop_app.texts import told
from desktop_app.theme import Theme

_MARK = "bad_text"  # token of the theme

FARTHEST = 20.0
"""ΔE00 up to which a fill takes the nearest brand colour; beyond, another colour is meant."""


class Checker(QObject):
    """Asks for judgements and shows them; snaps fills to the colours that they are to have.

    Args:
        restoration: Judges in its own thread.
        session: Has the results.
        rooms: Panels and canvas.
        settings: Remembers the brand colours.
        theme: Has the colour of the marks.
        parent: Qt's owner.
    """

    def __init__(
        self,
        restoration: Restoration,
        session: Session,
        rooms: Rooms,
        settings: Settings,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._restoration = restoration
        self._session = session
        self._rooms = rooms
        self._settings = settings
        self._last: Entry | None = None
        self._places = Places(rooms.canvas.view, QColor(theme.tokens[_MARK]))
        theme.changed.connect(lambda: self._places.set_colour(QColor(theme.tokens[_MARK])))
        rooms.verdict.shown_toggled.connect(self._mark)
        rooms.verdict.place_chosen.connect(self._look_at)
        rooms.colours.lock_changed.connect(self._on_lock_changed)
        rooms.canvas.changed.connect(self._mark)
        restoration.checked.connect(self._on_checked)
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
            checking = Checking(entry.job, picture, entry.restored, result, entry.drifts)
            self._restoration.check(checking)

    @Slot(object, object)
    def _on_checked(self, checking: Checking, findings: Findings) -> None:
        entry = self._session.current
        if entry is None or entry.job is not checking.job or entry.result is None:
            return  # looked at no more; it is judged when it is looked at again
        entry.drifts = findings.drifts
        if entry.result.picture is checking.result:
            entry.findings = findings
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        findings = entry.findings if entry else None
        is_awaited = entry is not None and entry.state is State.DONE and findings is None
        self._rooms.verdict.show_fidelity(
            findings.fidelity if findings else None, is_awaited=is_awaited
        )
        drifts = entry.drifts or () if entry and entry.result else ()
        snaps = entry.adjustments.present.snaps if entry else ()
        self._rooms.colours.show_drifts(drifts, [snap.wanted for snap in snaps])
        lock = _lock(drifts, snaps)
        # Brand colours that are still to be typed are no step yet.
        is_typing = entry is self._last and self._rooms.colours.lock is Lock.BRAND
        if lock is not Lock.NONE or not is_typing:
            self._rooms.colours.show_lock(lock)
        self._last = entry
        self._mark()

    @Slot()
    def _mark(self) -> None:
        """Mark the places on the picture if they are to be seen."""
        entry, canvas = self._session.current, self._rooms.canvas
        findings = entry.findings if entry else None
        is_shown = findings is not None and self._rooms.verdict.is_shown
        self._places.setVisible(is_shown)
        shown = next((pyramid for pyramid in canvas.view.pictures if pyramid), None)
        if is_shown and findings is not None and shown is not None:
            strengths = findings.fidelity.map
            boxes = [region.box for region in findings.fidelity.regions]
            self._places.mark(strengths, boxes, shown.width / strengths.shape[1])
            self._places.raise_()

    @Slot(int)
    def _look_at(self, place: int) -> None:
        entry, view = self._session.current, self._rooms.canvas.view
        shown = next((pyramid for pyramid in view.pictures if pyramid), None)
        if entry is None or entry.findings is None or shown is None:
            return
        fidelity = entry.findings.fidelity
        left, top, right, bottom = fidelity.regions[place].box
        scale = shown.width / fidelity.map.shape[1]
        view.look_at(QPointF((left + right) / 2, (top + bottom) / 2) * scale)

    @Slot(object, str)
    def _on_lock_changed(self, lock: Lock, text: str) -> None:
        """Give the fills other colours, as a step that can be undone."""
        entry = self._session.current
        self._rooms.colours.show_message("")
        if entry is None or entry.opened is None or not entry.drifts:
            return
        profile = entry.opened.profile
        if lock is Lock.BRAND and profile not in ("", "sRGB"):
            text = self.tr("Brand colours are sRGB, but this picture is in {profile}.")
            self._rooms.colours.show_message(text.format(profile=profile))
            return
        try:
            brand = parse_colours(text) if lock is Lock.BRAND else ()
        except ValueError as error:
            self._rooms.colours.show_message(told(error))
            return
        if lock is Lock.BRAND:
            self._settings.brand_colours = text
        snaps = _snaps(entry.drifts, lock, brand)
        state = replace(entry.adjustments.present, snaps=snaps)
        if state != entry.adjustments.present:
            self._session.adjust(entry, entry.adjustments.with_step(state))


def _snaps(drifts: tuple[Drift, ...], lock: Lock, brand: tuple[Colour, ...]) -> tuple[Snap, ...]:
    """What each fill shall be; nothing where none shall change."""
    if lock is Lock.NONE or (lock is Lock.BRAND and not brand):
        return ()
    return tuple(Snap(drift.after, _wanted(drift, brand)) for drift in drifts)


def _lock(drifts: tuple[Drift, ...], snaps: tuple[Snap, ...]) -> Lock:
    """What was chosen, as the snaps tell it after undo and redo."""
    if not snaps:
        return Lock.NONE
    inputs = [drift.before.rgb for drift in drifts]
    return Lock.INPUT if [snap.wanted for snap in snaps] == inputs else Lock.BRAND


def _wanted(drift: Drift, brand: tuple[Colour, ...]) -> Colour:
    if not brand:
        return drift.before.rgb
    colour, distance = nearest_brand_colour(drift.before.rgb, brand)
    return colour if distance <= FARTHEST else drift.after
