"""Controller of the verification: is the result faithful to its input, where not, and do colours drift?"""

from dataclasses import replace
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QColor

from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.fills import display_drifts, snaps_to_brand, snaps_to_input
from desktop_app.domain.verification import Verification, VerifyRequest
from desktop_app.engine.reviewer import Reviewer
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.brand_colours import parse_colours
from desktop_app.imaging.picture import Picture
from desktop_app.panels.canvas_panel import CanvasPanel
from desktop_app.panels.colours_panel import ColoursPanel, SnapMode
from desktop_app.panels.fidelity_panel import FidelityPanel
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from desktop_app.viewer.region_markers import RegionMarkers

_MARKER_TOKEN = "bad_text"  # theme token


class VerifyController(QObject):
    """Requests verifications and shows them; snaps fills to the input's or to brand colours.

    Args:
        reviewer: Verifies in its own thread.
        session: Provides the current result.
        fidelity_panel: Shows how faithful the result is.
        colours_panel: Shows the colour drift of fills, and offers to snap them.
        canvas: Shows markers around suspicious regions.
        settings: Stores the brand colours that were typed last.
        theme: Provides the colour of the markers.
        parent: Qt parent.
    """

    def __init__(
        self,
        reviewer: Reviewer,
        session: Session,
        fidelity_panel: FidelityPanel,
        colours_panel: ColoursPanel,
        canvas: CanvasPanel,
        settings: Settings,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reviewer = reviewer
        self._session = session
        self._fidelity_panel = fidelity_panel
        self._colours_panel = colours_panel
        self._canvas = canvas
        self._settings = settings
        # The last result whose verification failed.
        self._unverified: ReferenceType[Picture] | None = None
        self._shown_snap_mode: tuple[Entry | None, tuple[FillSnap, ...], str] | None = None
        self._markers = RegionMarkers(canvas.view, QColor(theme.tokens[_MARKER_TOKEN]))
        theme.changed.connect(lambda: self._markers.set_colour(QColor(theme.tokens[_MARKER_TOKEN])))
        fidelity_panel.places_toggled.connect(self._show_markers)
        fidelity_panel.place_chosen.connect(self._zoom_to_region)
        colours_panel.snap_mode_changed.connect(self._on_snap_mode_changed)
        canvas.changed.connect(self._show_markers)
        reviewer.verified.connect(self._on_verified)
        session.current_changed.connect(self._on_result_changed)
        session.succeeded.connect(self._on_result_changed)
        session.adjusted.connect(self._on_result_changed)
        session.changed.connect(self._on_changed)
        self._show()

    @Slot(object)
    def _on_result_changed(self, entry: Entry | None) -> None:
        """Verify the current result, unless it has been verified already."""
        if entry is self._session.current:
            self._request_verification(entry)
            self._show()

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._show()

    def _request_verification(self, entry: Entry | None) -> None:
        if entry is None or entry.verification is not None or entry.opened is None:
            return
        if entry.result is not None and entry.restored is not None:
            picture, result = entry.opened.picture, entry.result.picture
            protection = entry.adjustments.present.protection
            request = VerifyRequest(
                entry.job, picture, entry.restored, result, entry.drifts, protection
            )
            self._reviewer.verify(request)

    @Slot(object, object)
    def _on_verified(self, request: VerifyRequest, verification: Verification | None) -> None:
        entry = self._session.current
        if entry is None or entry.job is not request.job or entry.result is None:
            return  # no longer current; it is verified when it is current again
        if verification is None:
            self._unverified = ref(request.result)
            self._show()
            return
        if self._session.note_verification(entry, request.result, verification):
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        verification = entry.verification if entry else None
        is_awaited = entry is not None and entry.state is EntryState.DONE and verification is None
        unverified = self._unverified() if self._unverified else None
        has_failed = is_awaited and unverified is not None and _result_of(entry) is unverified
        self._fidelity_panel.show_fidelity(
            verification.fidelity if verification else None,
            is_awaited=is_awaited and not has_failed,
            has_failed=has_failed,
            min_legible_height=entry.opened.advice.min_legible_height
            if entry and entry.opened
            else 0,
            run=entry.result.run if entry and entry.result else None,
        )
        self._show_colours(entry)
        self._show_markers()

    def _show_colours(self, entry: Entry | None) -> None:
        """Show the drift of fills, and the snap mode unless it is what the user has just chosen or typed."""
        panel = self._colours_panel
        state = entry.adjustments.present if entry else Adjustments()
        fills = []
        if entry is not None and entry.opened and entry.result and entry.drifts:
            fills = display_drifts(entry.drifts, state, entry.opened.picture)
        panel.show_drifts(fills)
        brand = state.brand or self._settings.brand_colours
        snap_mode = entry, state.snaps, brand
        if snap_mode != self._shown_snap_mode:
            self._shown_snap_mode = snap_mode
            panel.show_snap_mode(_snap_mode_of(state), brand)
            panel.show_message("")

    @Slot()
    def _show_markers(self) -> None:
        """Show markers around the suspicious regions, if the panel wants them."""
        entry, canvas = self._session.current, self._canvas
        verification = entry.verification if entry else None
        is_shown = verification is not None and self._fidelity_panel.is_shown
        self._markers.setVisible(is_shown)
        shown = next((pyramid for pyramid in canvas.view.pictures if pyramid), None)
        if is_shown and verification is not None and shown is not None:
            strengths = verification.fidelity.map
            boxes = [region.box for region in verification.fidelity.regions]
            self._markers.show_regions(strengths, boxes, shown.width / strengths.shape[1])
            self._markers.raise_()

    @Slot(int)
    def _zoom_to_region(self, index: int) -> None:
        entry, view = self._session.current, self._canvas.view
        shown = next((pyramid for pyramid in view.pictures if pyramid), None)
        if entry is None or entry.verification is None or shown is None:
            return
        fidelity = entry.verification.fidelity
        scale = shown.width / fidelity.map.shape[1]
        left, top, right, bottom = (scale * side for side in fidelity.regions[index].box)
        view.zoom_to(QRectF(left, top, right - left, bottom - top))

    @Slot(object, str)
    def _on_snap_mode_changed(self, snap_mode: SnapMode, text: str) -> None:
        """Snap the fills to other colours, as a step that can be undone."""
        entry = self._session.current
        self._colours_panel.show_message("")
        if entry is None or entry.opened is None or not entry.drifts:
            return
        snaps: tuple[FillSnap, ...] = ()
        try:
            if snap_mode is SnapMode.BRAND:
                snaps = snaps_to_brand(entry.drifts, parse_colours(text), entry.opened.picture)
            elif snap_mode is SnapMode.INPUT:
                snaps = snaps_to_input(entry.drifts)
        except ValueError as error:
            self._colours_panel.show_message(translated(error))
            return
        if all(snap.wanted is None for snap in snaps):  # no brand colour is near any of the fills
            snaps = ()
        typed = text if snap_mode is SnapMode.BRAND else ""
        history, brand = entry.adjustments, typed if snaps else ""
        state = replace(history.present, snaps=snaps, brand=brand)
        is_changed = state != history.present
        if is_changed or not snaps:
            self._settings.brand_colours = typed or self._settings.brand_colours
            # The panel shows this already, and the user may be typing in it.
            self._shown_snap_mode = entry, snaps, brand or self._settings.brand_colours
        if is_changed:
            is_step = snaps != history.present.snaps  # not if the same is only written otherwise
            changed = history.with_step(state) if is_step else replace(history, present=state)
            self._session.adjust(entry, changed)


def _result_of(entry: Entry | None) -> Picture | None:
    return entry.result.picture if entry is not None and entry.result is not None else None


def _snap_mode_of(state: Adjustments) -> SnapMode:
    """Return the snap mode that the adjustments imply; after undo and redo only they know it."""
    if state.brand:
        return SnapMode.BRAND
    return SnapMode.INPUT if state.snaps else SnapMode.NONE
