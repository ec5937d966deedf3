"""Controller of "About this AI": inspects the network on the current picture, and shows the results."""

from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QColor

from desktop_app.about.about_state import AboutState, scales_of
from desktop_app.about.pane import AboutPane
from desktop_app.about.report_data import build_report, write_report
from desktop_app.domain.entry import Entry
from desktop_app.domain.inspection import (
    Inspection,
    InspectionQuery,
    QueryKind,
    Regions,
    StageFeatures,
)
from desktop_app.domain.jobs import Job, JobError, OpenedPicture
from desktop_app.engine.service import RestorationService
from desktop_app.i18n.formatting import translated
from desktop_app.panels.canvas_panel import CanvasPanel
from desktop_app.paths import SOURCE
from desktop_app.queue.session import Session
from desktop_app.theme import Theme, load_tokens, palette
from desktop_app.viewer.region_markers import RegionMarkers

_MARKER_TOKEN = "accent"  # theme token
_DEBOUNCE_MS = 400
"""How long the view must rest after panning or zooming before the network is inspected again."""

_NO_STRENGTHS = np.zeros((1, 1), np.uint8)


@dataclass(frozen=True, eq=False)
class _FailedQuery:
    """A query that failed; it is not repeated automatically."""

    query: InspectionQuery
    sentence: str


class AboutController(QObject):
    """Sends the queries that the visible page needs while no job is running, and shows the results.

    Args:
        restoration: Restoration service; its inspection service runs the queries.
        session: Provides the current picture.
        pane: Shows the results.
        canvas: Shows the regions.
        theme: Provides the colour of the region markers.
        parent: Qt parent.
    """

    # Entry; function that writes the report, called with (path, is_confirmed)
    report_requested = Signal(object, object)

    def __init__(
        self,
        restoration: RestorationService,
        session: Session,
        pane: AboutPane,
        canvas: CanvasPanel,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._restoration = restoration
        self._inspection_service = restoration.inspection_service
        self._session = session
        self._pane = pane
        self._canvas = canvas
        self._language = SOURCE
        self._state = AboutState()
        self._job: Job | None = None
        self._pending_queries: dict[QueryKind, InspectionQuery] = {}
        self._failure: _FailedQuery | None = None
        self._query_timer, self._debounce = QTimer(self), QTimer(self)
        for timer in (self._query_timer, self._debounce):
            timer.setSingleShot(True)
            timer.timeout.connect(self._send_query)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._markers = RegionMarkers(canvas.view, QColor(theme.tokens[_MARKER_TOKEN]))
        self._connect(theme)
        self._follow()

    def _connect(self, theme: Theme) -> None:
        session, restoration, canvas = self._session, self._restoration, self._canvas
        theme.changed.connect(lambda: self._markers.set_colour(QColor(theme.tokens[_MARKER_TOKEN])))
        self._pane.view_changed.connect(self._on_view_changed)
        self._pane.retry_requested.connect(self._retry)
        self._pane.export_requested.connect(self._export)
        regions_view = self._pane.inspection_page.regions_view
        regions_view.marks_toggled.connect(self._show_markers)
        regions_view.restore_again_requested.connect(self._restore_with_self_ensemble)
        canvas.changed.connect(self._show_markers)
        canvas.view.visible_changed.connect(self._on_moved)
        self._inspection_service.inspection_ready.connect(self._on_inspection_ready)
        self._inspection_service.features_ready.connect(self._on_features_ready)
        self._inspection_service.regions_ready.connect(self._on_regions_ready)
        self._inspection_service.failed.connect(self._on_failed)
        for signal in (session.current_changed, session.changed, session.opened, session.succeeded):
            signal.connect(self._follow)
        for signal in (session.adjusted, session.paused):
            signal.connect(self._follow)
        ends = (restoration.failed, restoration.cancelled, restoration.displaced)
        for signal in (restoration.opened, *ends):
            signal.connect(self._on_network_yielded)

    @property
    def state(self) -> AboutState:
        """What is known about the current picture."""
        return self._state

    def set_language(self, language: str) -> None:
        """Show the texts in a language.

        Args:
            language: Language code such as ``de``.
        """
        self._language = language
        self._pane.show_texts(language)

    def reset(self) -> None:
        """Drop all results, since the network has changed."""
        self._state = AboutState(self._state.entry)
        self._pending_queries.clear()
        self._failure = None
        self._show()

    # --- current picture ---------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Show the current entry; drop results that belong to another entry or to an earlier run."""
        entry = self._session.current
        job = entry.job if entry else None
        if job is not self._job or entry is not self._state.entry:
            self._job = job
            self._state = AboutState(entry)
            self._pending_queries.clear()
            self._failure = None
        self._show()

    @Slot()
    def _on_view_changed(self) -> None:
        self._show_markers()
        self._query_timer.start()

    @Slot()
    def _on_moved(self) -> None:
        if self._pane.isVisible():
            self._debounce.start()

    @Slot()
    def _on_network_yielded(self) -> None:
        """Drop the queries that were cancelled because a job needed the network; send a new one later."""
        if self._restoration.is_busy or all(
            query.cancel.is_set() for query in self._pending_queries.values()
        ):
            self._pending_queries.clear()
        self._query_timer.start()

    def _show(self) -> None:
        self._pane.show_state(self._state)
        self._show_markers()
        self._query_timer.start()

    # --- queries -----------------------------------------------------------------------------

    @Slot()
    def _send_query(self) -> None:
        """Send the query that the visible page needs, unless its result is known or pending."""
        query = self._current_query()
        if query is None or self._is_known(query):
            self._pane.show_status("")
        elif self._restoration.is_busy:
            self._pending_queries.clear()  # they were cancelled when the job began
            words = self.tr("Restoring comes first; this follows.")
            if self._session.is_paused:
                words = self.tr("Restoring comes first, and it is paused; this follows.")
            self._pane.show_status(words)
        elif self._failure is not None and _is_same(query, self._failure.query):
            self._pane.show_status(self._failure.sentence, can_retry=True)
        else:
            pending = self._pending_queries.get(query.kind)
            if pending is None or not _is_same(query, pending):
                self._pending_queries[query.kind] = query
                self._inspection_service.inspect(query)
            self._pane.show_status(self.tr("Looking into the network…"), is_busy=True)

    @Slot()
    def _retry(self) -> None:
        self._failure = None
        self._pending_queries.clear()
        self._send_query()

    def _current_query(self) -> InspectionQuery | None:
        kind, entry = self._pane.needed_query, self._session.current
        if kind is None or entry is None or entry.opened is None:
            return None
        stage = self._pane.inspection_page.features_view.stage if kind is QueryKind.FEATURES else ""
        return InspectionQuery(kind, entry.job, entry.opened, self._centre(entry.opened), stage)

    def _is_known(self, query: InspectionQuery) -> bool:
        found: Inspection | StageFeatures | Regions | None
        if query.kind is QueryKind.FEATURES:
            found = self._state.stage_features.get(query.stage)
        elif query.kind is QueryKind.REGIONS:
            found = self._state.regions
        else:
            found = self._state.inspection
        return found is not None and _is_same(query, found.query)

    def _centre(self, opened: OpenedPicture) -> tuple[float, float]:
        """Return the centre of the area visible beside the pane.

        Returns:
            (y, x) as fractions of the picture's height and width, in [0, 1].
        """
        view = self._canvas.view
        shown = next((pyramid for pyramid in view.pictures if pyramid), None)
        if shown is None:
            return (0.5, 0.5)
        viewport = view.viewport()
        left, right = 0, viewport.width()
        window = viewport.window()
        pane_left = self._pane.mapTo(window, self._pane.rect().topLeft()).x()
        pane_left -= viewport.mapTo(window, viewport.rect().topLeft()).x()
        if 0 < pane_left < right:
            right = pane_left
        elif pane_left <= 0 < pane_left + self._pane.width() < right:
            left = pane_left + self._pane.width()
        middle = view.picture_point(QPointF((left + right) / 2, viewport.height() / 2))
        return (
            min(max(middle.y() / shown.height, 0.0), 1.0),
            min(max(middle.x() / shown.width, 0.0), 1.0),
        )

    # --- results -----------------------------------------------------------------------------

    @Slot(object)
    def _on_inspection_ready(self, inspection: Inspection) -> None:
        if self._accepts(inspection.query):
            box = inspection.query.box
            stage_features = {
                stage: features
                for stage, features in self._state.stage_features.items()
                if features.query.box == box
            }
            self._state = replace(
                self._state,
                inspection=inspection,
                scales=scales_of(inspection),
                stage_features=stage_features,
            )
            self._show()

    @Slot(object)
    def _on_features_ready(self, features: StageFeatures) -> None:
        if self._accepts(features.query):
            stage_features = {**self._state.stage_features, features.query.stage: features}
            self._state = replace(self._state, stage_features=stage_features)
            self._show()

    @Slot(object)
    def _on_regions_ready(self, regions: Regions) -> None:
        if self._accepts(regions.query):
            self._state = replace(self._state, regions=regions)
            self._show()

    @Slot(object, object)
    def _on_failed(self, query: InspectionQuery, error: JobError) -> None:
        if self._accepts(query):
            self._failure = _FailedQuery(query, translated(error))
            self._send_query()

    def _accepts(self, query: InspectionQuery) -> bool:
        """Remove a query from the pending ones; return whether it belongs to the current run."""
        if self._pending_queries.get(query.kind) is query:
            del self._pending_queries[query.kind]
        return query.job is self._job

    # --- report ------------------------------------------------------------------------------

    @Slot()
    def _export(self) -> None:
        """Request a report of everything known so far, in the light theme, for printing."""
        entry = self._state.entry
        if entry is not None:
            # A copy: another run may start before the report is written.
            state = replace(self._state, entry=copy(entry))
            colours, font = palette(load_tokens()["light"]), self._pane.font()

            def write(path: Path, is_confirmed: bool) -> None:
                report = build_report(state, self._language, colours, font)
                write_report(report, path, self._language, overwrite=is_confirmed)

            self.report_requested.emit(entry, write)

    # --- regions -----------------------------------------------------------------------------

    @Slot()
    def _show_markers(self) -> None:
        """Show frames around the regions on the canvas, if they are switched on in the regions view."""
        regions = self._state.regions
        is_wanted = (
            self._pane.isVisible() and self._pane.inspection_page.regions_view.are_marks_shown
        )
        shown = next((pyramid for pyramid in self._canvas.view.pictures if pyramid), None)
        self._markers.setVisible(is_wanted and regions is not None and shown is not None)
        if is_wanted and regions is not None and shown is not None:
            boxes = [(box.left, box.top, box.right, box.bottom) for box in regions.boxes]
            network_width = regions.query.opened.picture.width * regions.query.scale
            self._markers.show_regions(_NO_STRENGTHS, boxes, shown.width / network_width)
            self._markers.raise_()

    @Slot()
    def _restore_with_self_ensemble(self) -> None:
        """Restore the picture again with self-ensemble, which averages two passes of the network."""
        entry: Entry | None = self._session.current
        if entry is None:
            return
        if self._session.choices.self_ensemble:
            self._session.start(entry)
        else:
            self._session.set_choices(replace(self._session.choices, self_ensemble=True))


def _is_same(query: InspectionQuery, other: InspectionQuery) -> bool:
    """Return whether two queries have the same result."""
    is_whole_picture = query.kind is QueryKind.REGIONS
    return (
        (query.kind, query.job, query.stage) == (other.kind, other.job, other.stage)
        and query.opened is other.opened
        and (is_whole_picture or query.box == other.box)
    )
