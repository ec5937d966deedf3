"""The middle of the window: the picture as large as possible, and the controls that float over it."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from desktop_app.domain.captions import outcome_title
from desktop_app.domain.compare_pairs import COMPARE_PAIRS, ComparePair, PictureVersion
from desktop_app.domain.entry import STOPPABLE, Entry, PinnedResult, WorkflowStep
from desktop_app.domain.jobs import PartialResult
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.minimap import MiniMap
from desktop_app.viewer.overlay import label_strip
from models.scales import SCALES
from models.tiling import Box

_MARGIN = 14
_GAP = 8


class CanvasPanel(QWidget):
    """View of one entry at one step of its workflow, or the empty state.

    Args:
        empty: The widget to show while there is no picture.
        parent: Qt parent.

    Signals:
        changed: Another picture, step or pair is shown, or no picture any more.
    """

    changed = Signal()

    def __init__(self, empty: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.view = ComparisonView()
        self._entry: Entry | None = None
        self._step = WorkflowStep.OUTPUT
        self._is_paused = False
        self._shown_width = 0
        self._pair = COMPARE_PAIRS[0]
        # Pictures that are smaller than others beside them, and the same at the size of those.
        self._magnified: dict[PictureVersion, tuple[Pyramid, Pyramid]] = {}
        self._corner: QWidget | None = None
        self._boxes: tuple[QWidget, ...] = ()
        self._veil = QFrame(self)
        self._veil.setObjectName("veil")
        self._veil.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._veil.hide()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(self.view)
        self._map = MiniMap(self.view, self)
        self._map.chosen.connect(self.view.centre_on)
        self.view.visible_changed.connect(self._map.show_visible)
        self.view.visible_changed.connect(self._on_visible_changed)

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._entry is None

    @property
    def pair(self) -> ComparePair:
        """The two pictures that the last step compares."""
        return self._pair

    def set_pair(self, pair: ComparePair) -> None:
        """Choose what the last step compares; takes effect with the next :meth:`show_entry`."""
        self._pair = pair

    def set_paused(self, *, is_paused: bool) -> None:
        """Set whether the work is paused; takes effect with the next :meth:`show_entry`."""
        self._is_paused = is_paused

    def set_background(self, colour: QColor | None) -> None:
        """Set the colour behind transparent pictures; None for the checkerboard."""
        self.view.set_background(colour)
        self._map.set_background(colour)

    def set_overlays(self, corner: QWidget, *boxes: QWidget) -> None:
        """Set the widgets that float over the picture while there is one.

        Args:
            corner: Goes into the upper right corner.
            boxes: Start at the upper left corner, in as many rows as they need.
        """
        self._corner, self._boxes = corner, boxes
        self.place()

    def set_drag_over(self, is_over: bool) -> None:
        """Show a frame while something that can be opened is dragged over the window."""
        self._veil.setVisible(is_over and not self.is_empty)
        self._veil.raise_()

    def show_entry(self, entry: Entry | None, step: WorkflowStep) -> None:
        """Show the present state of an entry.

        Args:
            entry: An opened entry, or None for the empty state.
            step: The step whose picture to show.
        """
        is_same = entry is self._entry
        self._entry, self._step = entry, step
        if not is_same:
            self._magnified.clear()
        self._pages.setCurrentWidget(self._empty if entry is None else self.view)
        for box in self._overlays():
            box.setVisible(entry is not None)
            box.raise_()
        if entry is None:
            self.view.set_pictures(None, None)
            self._map.show_picture(None)
            self.changed.emit()
            return
        before, after = self._pictures(entry)
        shown = before or after
        width = shown.width if shown else 0
        position = self._relative_position() if is_same and width != self._shown_width else None
        self.view.set_pictures(before, after, *self._labels(entry))
        self._map.show_picture(after or before)
        self._shown_width = width
        if position is not None and width:
            self._restore_position(position, width)
        self._on_visible_changed(self.view.visible_rect)
        self.place()
        self.changed.emit()

    def show_partial(self, entry: Entry, partial: PartialResult) -> None:
        """Show the tiles restored so far, if ``entry`` is the one that is shown."""
        if entry is not self._entry:
            return
        before, after = self._stages(entry)
        if after is PictureVersion.RESTORED:
            factor = self._shown_width // partial.pyramid.width
            changed = [box.magnified(factor) for box in partial.changed]
            self.view.replace_after(partial.pyramid.magnified(factor), changed)
        elif before is PictureVersion.RESTORED:
            self.show_entry(entry, self._step)

    def colours_at(self, column: int, row: int) -> dict[str, tuple[int, ...]]:
        """Return the colours of the shown pictures at a pixel, by the label of the picture."""
        named = zip(self.view.labels, self.view.colours_at(column, row), strict=True)
        return {label.lower(): colour for label, colour in named if colour is not None}

    def screen_anchor(self) -> tuple[QPoint, QPoint]:
        """Return the screen positions of picture corner and divider, for :meth:`restore_anchor`."""
        corner = self.view.view_point(QPointF(0, 0)).toPoint()
        divider = QPoint(round(self.view.divider_x), 0) if self.view.has_divider else QPoint()
        return self.view.mapToGlobal(corner), self.view.mapToGlobal(divider)

    def restore_anchor(
        self, zoom: float, screen_anchor: tuple[QPoint, QPoint], *, is_fitted: bool
    ) -> None:
        """Put picture and divider back where they were on the screen, after panels have moved.

        Args:
            zoom: The zoom before the panels moved; 1.0 is 100 %.
            screen_anchor: The result of :meth:`screen_anchor` before the panels moved.
            is_fitted: Whether the view was fitted before; then it still is when the window is resized.
        """
        if self.is_empty:
            return
        self.view.set_zoom(zoom)
        moved = screen_anchor[0] - self.screen_anchor()[0]
        self.view.pan(moved.x(), moved.y())
        if self.view.has_divider:
            x = self.view.mapFromGlobal(screen_anchor[1]).x()
            self.view.divider = x / max(1, self.view.viewport().width())
        if is_fitted:
            self.view.fit_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlays in place."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Lay out the overlays; call it after any of them has changed size."""
        self._veil.setGeometry(self.rect())
        if self._corner is None:
            return
        for box in self._overlays():
            box.adjustSize()
        right = self.width() - _MARGIN
        self._corner.move(right - self._corner.width(), _MARGIN)
        # For each row: the x of the next box, and the x where the row ends.
        rows = [[_MARGIN, self._corner.x() - _GAP]]
        for box in self._boxes:
            if box.isHidden():
                continue
            row = next((row for row in rows if row[0] + box.width() <= row[1]), None)
            if row is None:
                rows.append(row := [_MARGIN, right])
            top = _MARGIN + rows.index(row) * (self._corner.height() + _GAP)
            box.move(row[0], top)
            row[0] += box.width() + _GAP
        above = [box.geometry() for box in self._overlays() if not box.isHidden()]
        controls = max((place.bottom() + 1 for place in above), default=0)
        self.view.set_covered_edges(controls + _GAP, label_strip(self.view.font()) + _GAP)
        left = right - self._map.width()
        bottoms = [place.bottom() + 1 for place in above if place.right() >= left]
        self._map.move(left, max(bottoms, default=0) + _GAP)

    def _overlays(self) -> tuple[QWidget, ...]:
        return (*self._boxes, self._corner) if self._corner is not None else ()

    def _stages(self, entry: Entry) -> tuple[PictureVersion | None, PictureVersion | None]:
        """Return which pictures to show at this step: (before, after)."""
        has_restored = entry.result is not None or entry.partial is not None
        if self._step is WorkflowStep.INPUT:
            return PictureVersion.INPUT, None
        if self._step is WorkflowStep.ENLARGE:
            return PictureVersion.ENLARGED, None
        if self._step is WorkflowStep.NETWORK:
            return None, PictureVersion.RESTORED if has_restored else PictureVersion.ENLARGED
        stages = (self._pair.before, self._pair.after)
        if PictureVersion.PINNED in stages and self.pinned(entry) is None:
            return COMPARE_PAIRS[0].before, COMPARE_PAIRS[0].after
        return stages

    @staticmethod
    def pinned(entry: Entry) -> PinnedResult | None:
        """Return the pinned result if it can be compared; not if the file has another shape by now."""
        pinned, opened = entry.pinned, entry.opened
        if pinned is None or opened is None:
            return None
        small, large = sorted((pinned.pyramid, opened.enlarged_pyramid), key=lambda it: it.width)
        factor = large.width // small.width
        is_multiple = (large.height, large.width) == (factor * small.height, factor * small.width)
        return pinned if is_multiple and factor in SCALES else None

    @property
    def magnification(self) -> float:
        """Shown pixels per output pixel; not 1 for the input alone, and beside a larger pinned result."""
        shown = next((picture for picture in self.view.pictures if picture is not None), None)
        if self._entry is None or self._entry.opened is None or shown is None:
            return 1.0
        return shown.width / self._entry.opened.enlarged.width

    def _pictures(self, entry: Entry) -> tuple[Pyramid | None, Pyramid | None]:
        """Return the pictures to show, (before, after), each as large as the larger one."""
        versions = self._stages(entry)
        pictures = [self._picture(entry, version) for version in versions]
        widths = [picture.width for picture in pictures if picture is not None]
        if entry.opened is not None and self._step is not WorkflowStep.INPUT:
            widths.append(entry.opened.enlarged.width)
        before, after = (
            self._magnify(version, picture, max(widths) // picture.width)
            if version is not None and picture is not None
            else None
            for version, picture in zip(versions, pictures, strict=True)
        )
        return before, after

    def _picture(self, entry: Entry, stage: PictureVersion | None) -> Pyramid | None:
        """Return a version of the picture at its own size."""
        opened = entry.opened
        if opened is None or stage is None:
            return None
        if stage is PictureVersion.PINNED:
            pinned = self.pinned(entry)
            return pinned.pyramid if pinned else None
        if stage is PictureVersion.RESTORED:
            return entry.result.pyramid if entry.result else entry.partial
        is_enlarged = stage is PictureVersion.ENLARGED
        return opened.enlarged_pyramid if is_enlarged else opened.input_pyramid

    def _magnify(self, stage: PictureVersion, picture: Pyramid, factor: int) -> Pyramid:
        """Repeat each pixel; return the same object each time, so that the view can keep its tiles."""
        known, magnified = self._magnified.get(stage, (None, None))
        if known is not picture or magnified is None or magnified.width != factor * picture.width:
            magnified = picture.magnified(factor)
            self._magnified[stage] = picture, magnified
        return magnified

    def _labels(self, entry: Entry) -> tuple[str, str]:
        """Return the labels of the pictures: (before, after); with the scales where these differ."""
        is_enlarged = entry.opened is None or entry.opened.scale > 1
        names = {
            None: "",
            PictureVersion.INPUT: self.tr("Input"),
            PictureVersion.ENLARGED: self.tr("Enlarged") if is_enlarged else self.tr("Input"),
            PictureVersion.RESTORED: outcome_title(
                entry.run.outcome if entry.run else RunOutcome.RESTORED
            ),
            PictureVersion.PINNED: entry.pinned.label if entry.pinned else "",
        }
        before, after = self._stages(entry)
        pinned, opened = self.pinned(entry), entry.opened
        is_pinned_shown = PictureVersion.PINNED in (before, after)
        if is_pinned_shown and pinned and opened and pinned.pyramid.width != opened.enlarged.width:
            pinned_scale = pinned.pyramid.width // opened.picture.width
            scales = {PictureVersion.RESTORED: opened.scale, PictureVersion.PINNED: pinned_scale}
            for version, scale in scales.items():
                label = self.tr("{name}, {scale}×")
                names[version] = label.format(name=names[version], scale=scale)
        if self._step is WorkflowStep.NETWORK and entry.state in STOPPABLE:
            return "", self.tr("Paused") if self._is_paused else self.tr("Restoring")
        return names[before], names[after]

    def _relative_position(self) -> tuple[float, QPointF] | None:
        """Return the view independent of picture size: zoom times width, centre over width."""
        if self.view.is_fitted or not self._shown_width:
            return None
        return self.view.zoom * self._shown_width, self.view.centre / self._shown_width

    def _restore_position(self, position: tuple[float, QPointF], width: int) -> None:
        """Show the same part of a picture that is ``width`` pixels wide."""
        self.view.set_zoom(position[0] / width)
        self.view.centre_on(position[1] * width)

    def _on_visible_changed(self, box: Box | None) -> None:
        """Pass the visible box to the job in output pixels: its tiles are restored first."""
        entry = self._entry
        if entry is None or entry.opened is None:
            return
        if box is not None and self._step is WorkflowStep.INPUT:
            box = box.magnified(entry.opened.scale)
        elif box is not None:
            box = box.reduced(max(1, round(self.magnification)))
        entry.job.visible.set(box)
