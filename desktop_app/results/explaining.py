"""Answers "how did it get sharp?" for the picture that is looked at: asks the network, and fills the pane."""

from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QColor

from desktop_app.about.insight import Insight, scales_of
from desktop_app.about.pane import AboutPane
from desktop_app.about.reporting import report_of, write_report
from desktop_app.comparison.places import Places
from desktop_app.inside import Inspection, Kind, Look, Regions, Sight
from desktop_app.jobs import Job, JobError, Opened
from desktop_app.panels.canvas import Canvas
from desktop_app.paths import SOURCE
from desktop_app.queue.entry import Entry
from desktop_app.queue.session import Session
from desktop_app.restoration import Restoration
from desktop_app.texts import told
from desktop_app.theme import Theme, load_tokens, palette

_MARK = "accent"  # token of the theme
_REST_MS = 400
"""A picture that is panned or zoomed is not looked into anew until it has rested so long."""

_UNMARKED = np.zeros((1, 1), np.uint8)


@dataclass(frozen=True, eq=False)
class _Failure:
    """A look that failed is not tried again by itself."""

    look: Look
    sentence: str


class Explainer(QObject):
    """Asks for what the shown page needs, while nothing is being restored, and shows what comes.

    Args:
        restoration: Its exploration looks into the network.
        session: Knows which picture is looked at.
        pane: Asks, and shows the answers.
        canvas: Shows the regions.
        theme: Has the colour of the marks.
        parent: Qt's owner.
    """

    report_requested = Signal(
        object, object
    )  # Entry; what writes it, called with path and is_confirmed

    def __init__(
        self,
        restoration: Restoration,
        session: Session,
        pane: AboutPane,
        canvas: Canvas,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._restoration = restoration
        self._exploration = restoration.exploration
        self._session = session
        self._pane = pane
        self._canvas = canvas
        self._language = SOURCE
        self._insight = Insight()
        self._job: Job | None = None
        self._asked: dict[Kind, Look] = {}
        self._failure: _Failure | None = None
        self._soon, self._rest = QTimer(self), QTimer(self)
        for timer in (self._soon, self._rest):
            timer.setSingleShot(True)
            timer.timeout.connect(self._ask)
        self._rest.setInterval(_REST_MS)
        self._places = Places(canvas.view, QColor(theme.tokens[_MARK]))
        theme.changed.connect(lambda: self._places.set_colour(QColor(theme.tokens[_MARK])))
        self._pane.looked_at.connect(self._on_looked_at)
        self._pane.retried.connect(self._retry)
        self._pane.export_requested.connect(self._export)
        mattering = self._pane.inside.mattering
        mattering.marks_toggled.connect(self._mark)
        mattering.again_requested.connect(self._restore_steadily)
        canvas.changed.connect(self._mark)
        canvas.view.visible_changed.connect(self._on_moved)
        self._exploration.inspected.connect(self._on_inspected)
        self._exploration.seen.connect(self._on_seen)
        self._exploration.found.connect(self._on_found)
        self._exploration.failed.connect(self._on_failed)
        for news in (session.shown, session.changed, session.opened, session.succeeded):
            news.connect(self._follow)
        session.adjusted.connect(self._follow)
        for news in (restoration.opened, restoration.failed, restoration.cancelled):
            news.connect(self._on_made_way)
        self._follow()

    @property
    def insight(self) -> Insight:
        """What is known now."""
        return self._insight

    def speak(self, language: str) -> None:
        """Write the texts.

        Args:
            language: Code such as ``de``.
        """
        self._language = language
        self._pane.show_texts(language)

    def forget(self) -> None:
        """The network has changed: what was found in it is true no more."""
        self._insight = Insight(self._insight.entry)
        self._asked.clear()
        self._failure = None
        self._show()

    # --- what is looked at -------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Show the entry that is looked at; what was found for another run of it is true no more."""
        entry = self._session.current
        job = entry.job if entry else None
        if job is not self._job or entry is not self._insight.entry:
            self._job = job
            self._insight = Insight(entry)
            self._asked.clear()
            self._failure = None
        self._show()

    @Slot()
    def _on_looked_at(self) -> None:
        self._mark()
        self._soon.start()

    @Slot()
    def _on_moved(self) -> None:
        if self._pane.isVisible():
            self._rest.start()

    @Slot()
    def _on_made_way(self) -> None:
        """A job has taken the network, or given it back: what was asked for is not answered."""
        if self._restoration.is_busy or all(look.cancel.is_set() for look in self._asked.values()):
            self._asked.clear()
        self._soon.start()

    def _show(self) -> None:
        self._pane.show_insight(self._insight)
        self._mark()
        self._soon.start()

    # --- asking ------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Ask for what the shown page needs, unless it is known or on its way."""
        look = self._wish()
        if look is None or self._is_known(look):
            self._pane.say("")
        elif self._restoration.is_busy:
            self._asked.clear()  # given up when the job began
            self._pane.say(self.tr("Restoring comes first; this follows."))
        elif self._failure is not None and _is_same(look, self._failure.look):
            self._pane.say(self._failure.sentence, can_retry=True)
        else:
            asked = self._asked.get(look.kind)
            if asked is None or not _is_same(look, asked):
                self._asked[look.kind] = look
                self._exploration.look(look)
            self._pane.say(self.tr("Looking into the network…"), is_busy=True)

    @Slot()
    def _retry(self) -> None:
        self._failure = None
        self._asked.clear()
        self._ask()

    def _wish(self) -> Look | None:
        kind, entry = self._pane.wanted, self._session.current
        if kind is None or entry is None or entry.opened is None:
            return None
        stage = self._pane.inside.seeing.stage if kind is Kind.SIGHT else ""
        return Look(kind, entry.job, entry.opened, self._centre(entry.opened), stage)

    def _is_known(self, look: Look) -> bool:
        found: Inspection | Sight | Regions | None
        if look.kind is Kind.SIGHT:
            found = self._insight.sights.get(look.stage)
        elif look.kind is Kind.REGIONS:
            found = self._insight.regions
        else:
            found = self._insight.inspection
        return found is not None and _is_same(look, found.look)

    def _centre(self, opened: Opened) -> tuple[float, float]:
        """The middle of what is seen beside the pane, as shares of the picture's height and width."""
        view = self._canvas.view
        shown = next((pyramid for pyramid in view.pictures if pyramid), None)
        if shown is None:
            return (0.5, 0.5)
        port = view.viewport()
        left, right = 0, port.width()
        pane = self._pane.mapTo(port.window(), self._pane.rect().topLeft()).x()
        pane -= port.mapTo(port.window(), port.rect().topLeft()).x()
        if 0 < pane < right:
            right = pane
        elif pane <= 0 < pane + self._pane.width() < right:
            left = pane + self._pane.width()
        middle = view.picture_point(QPointF((left + right) / 2, port.height() / 2))
        return (
            min(max(middle.y() / shown.height, 0.0), 1.0),
            min(max(middle.x() / shown.width, 0.0), 1.0),
        )

    # --- answers -----------------------------------------------------------------------------

    @Slot(object)
    def _on_inspected(self, inspection: Inspection) -> None:
        if self._is_awaited(inspection.look):
            box = inspection.look.box
            sights = {
                stage: sight
                for stage, sight in self._insight.sights.items()
                if sight.look.box == box
            }
            self._insight = replace(
                self._insight, inspection=inspection, scales=scales_of(inspection), sights=sights
            )
            self._show()

    @Slot(object)
    def _on_seen(self, sight: Sight) -> None:
        if self._is_awaited(sight.look):
            sights = {**self._insight.sights, sight.look.stage: sight}
            self._insight = replace(self._insight, sights=sights)
            self._show()

    @Slot(object)
    def _on_found(self, regions: Regions) -> None:
        if self._is_awaited(regions.look):
            self._insight = replace(self._insight, regions=regions)
            self._show()

    @Slot(object, object)
    def _on_failed(self, look: Look, error: JobError) -> None:
        if self._is_awaited(look):
            self._failure = _Failure(look, told(error))
            self._ask()

    def _is_awaited(self, look: Look) -> bool:
        """Whether an answer is for the run that is looked at; otherwise it comes too late."""
        if self._asked.get(look.kind) is look:
            del self._asked[look.kind]
        return look.job is self._job

    # --- report ------------------------------------------------------------------------------

    @Slot()
    def _export(self) -> None:
        """Have all that is known by now written, in the light colours of paper."""
        entry = self._insight.entry
        if entry is not None:
            insight = replace(self._insight, entry=copy(entry))  # another run may begin meanwhile
            colours, font = palette(load_tokens()["light"]), self._pane.font()

            def write(path: Path, is_confirmed: bool) -> None:
                report = report_of(insight, self._language, colours, font)
                write_report(report, path, self._language, overwrite=is_confirmed)

            self.report_requested.emit(entry, write)

    # --- regions -----------------------------------------------------------------------------

    @Slot()
    def _mark(self) -> None:
        """Frame the regions on the canvas if they are to be seen."""
        regions = self._insight.regions
        is_wanted = self._pane.isVisible() and self._pane.inside.mattering.are_marks_shown
        shown = next((pyramid for pyramid in self._canvas.view.pictures if pyramid), None)
        self._places.setVisible(is_wanted and regions is not None and shown is not None)
        if is_wanted and regions is not None and shown is not None:
            boxes = [(box.left, box.top, box.right, box.bottom) for box in regions.boxes]
            read = regions.look.opened.picture.width * regions.look.scale
            self._places.mark(_UNMARKED, boxes, shown.width / read)
            self._places.raise_()

    @Slot()
    def _restore_steadily(self) -> None:
        """Restore the picture again, averaged over two answers; its flat places are skipped anyway."""
        entry: Entry | None = self._session.current
        if entry is None:
            return
        if self._session.choices.is_steady:
            self._session.start(entry)
        else:
            self._session.set_choices(replace(self._session.choices, is_steady=True))


def _is_same(look: Look, other: Look) -> bool:
    """Whether two looks have the same answer."""
    is_all = look.kind is Kind.REGIONS  # which searches the whole picture
    return (
        (look.kind, look.job, look.stage) == (other.kind, other.job, other.stage)
        and look.opened is other.opened
        and (is_all or look.box == other.box)
    )
