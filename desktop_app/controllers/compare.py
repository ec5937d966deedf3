"""Controller of the comparison: zoom, compare modes, the compared pair and the background."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QColorDialog, QWidget
from qimage2ndarray import rgb_view  # type: ignore[import-untyped]  # after PySide6, which it looks for

from desktop_app.actions import Actions
from desktop_app.domain.captions import outcome_title
from desktop_app.domain.compare_pairs import ComparePair, PictureVersion
from desktop_app.domain.entry import Entry, WorkflowStep
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.panels.canvas_panel import CanvasPanel
from desktop_app.panels.compare_boxes import Background, CompareModeBox, ComparePairBox
from desktop_app.panels.workflow_strip import WorkflowStrip
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from desktop_app.viewer.compare_modes import CompareMode
from desktop_app.viewer.snapshot import draw_snapshot


class CompareController(QObject):
    """Changes how pictures are shown, never the pictures themselves.

    Args:
        actions: Actions of the main window.
        canvas: Shows the pictures.
        pair_box: Chooses which two versions are compared.
        mode_box: Chooses how they are compared.
        workflow: Provides the visible workflow step.
        session: Provides the current picture.
        settings: Stores the background.
        window: Parent of the colour dialog.
    """

    comparison_drawn = Signal(object, object)  # Entry, Picture to be saved

    def __init__(
        self,
        actions: Actions,
        canvas: CanvasPanel,
        pair_box: ComparePairBox,
        mode_box: CompareModeBox,
        workflow: WorkflowStrip,
        session: Session,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._canvas = canvas
        self._pair_box = pair_box
        self._mode_box = mode_box
        self._workflow = workflow
        self._session = session
        self._settings = settings
        self._window = window
        view = canvas.view
        actions.zoom_out.triggered.connect(lambda: view.zoom_out())
        actions.zoom_in.triggered.connect(lambda: view.zoom_in())
        actions.fit.triggered.connect(view.fit)
        actions.actual_size.triggered.connect(view.actual_size)
        for mode, action in zip(CompareMode, actions.compare_modes, strict=True):
            action.triggered.connect(lambda _is_checked, mode=mode: self._set_mode(mode))
        actions.export_comparison.triggered.connect(self._export)
        pair_box.pair_chosen.connect(self._on_pair_chosen)
        pair_box.pin_requested.connect(self._pin)
        pair_box.background_chosen.connect(self._on_background_chosen)
        canvas.changed.connect(self._on_changed)
        self._show_background(settings.background)

    def _set_mode(self, mode: CompareMode) -> None:
        """Switch the compare mode, and to the output if another workflow step is shown."""
        entry = self._session.current
        self._canvas.view.mode = mode
        if entry is not None and self._workflow.step is not WorkflowStep.OUTPUT:
            self._show_output(entry)
        focused = QApplication.focusWidget()
        if entry is not None and (focused is None or not self._mode_box.isAncestorOf(focused)):
            self._canvas.view.setFocus()  # so that Space and the arrow keys work at once

    @Slot(object)
    def _on_pair_chosen(self, pair: ComparePair) -> None:
        self._canvas.set_pair(pair)
        self._pair_box.show_pair(pair)
        if self._session.current is not None:
            self._show_output(self._session.current)

    @Slot()
    def _pin(self) -> None:
        """Pin the result, to compare later results of this picture with it."""
        entry = self._session.current
        if entry is not None and entry.result is not None:
            run, strength = entry.result.run, round(100 * entry.adjustments.present.strength)
            label = f"{run.engine.network.title}, {strength} %"
            if run.outcome is RunOutcome.NOT_RESTORED:
                label = outcome_title(run.outcome)
            self._session.pin(entry, label)
            self._on_pair_chosen(ComparePair(PictureVersion.PINNED, PictureVersion.RESTORED))

    def _show_output(self, entry: Entry) -> None:
        self._workflow.set_step(WorkflowStep.OUTPUT)
        self._canvas.show_entry(entry, WorkflowStep.OUTPUT)

    @Slot()
    def _on_changed(self) -> None:
        """Offer only what makes sense for the visible pictures."""
        canvas, pair_box, entry = self._canvas, self._pair_box, self._session.current
        shown = [pyramid for pyramid in canvas.view.pictures if pyramid is not None]
        pair_box.offer_background(is_offered=any(pyramid.has_alpha for pyramid in shown))
        self._actions.export_comparison.setEnabled(canvas.view.has_both)
        result, opened = (entry.result, entry.opened) if entry else (None, None)
        pair_box.offer_enlarged(is_offered=opened is None or opened.scale > 1)
        pair_box.show_outcome(result.run.outcome if result else RunOutcome.RESTORED)
        canvas.place()
        is_pinned = entry is not None and canvas.pinned(entry) is not None
        pair_box.offer_pinned(can_pin=result is not None, is_pinned=is_pinned)

    @Slot(object)
    def _on_background_chosen(self, background: Background) -> None:
        fixed: dict[Background, QColor | None] = {
            Background.CHECKER: None,
            Background.WHITE: QColor("white"),
            Background.BLACK: QColor("black"),
        }
        if background in fixed:
            self._show_background(fixed[background])
            return
        before = self._settings.background
        colour = QColorDialog.getColor(
            before or QColor("white"), self._window, self.tr("Behind transparent pictures")
        )
        self._show_background(colour if colour.isValid() else before)

    def _show_background(self, colour: QColor | None) -> None:
        self._settings.background = colour
        self._canvas.set_background(colour)
        kinds = {
            None: Background.CHECKER,
            QColor("white").rgb(): Background.WHITE,
            QColor("black").rgb(): Background.BLACK,
        }
        key = colour.rgb() if colour is not None else None
        self._pair_box.show_background(kinds.get(key, Background.COLOUR))

    @Slot()
    def _export(self) -> None:
        """Draw the comparison as one picture, and request to save it."""
        entry, view = self._session.current, self._canvas.view
        before, after = view.pictures
        if entry is None or before is None or after is None:
            return
        is_divided = view.mode is CompareMode.SLIDER
        divider = view.divider_in_picture if is_divided else None
        image = draw_snapshot(
            (before, after),
            view.labels,
            divider,
            colours=view.colours,
            background=self._settings.background,
            font=view.font(),
        )
        self.comparison_drawn.emit(entry, _to_picture(image))


def _to_picture(image: QImage) -> Picture:
    return Picture(rgb_view(image).copy(), format="PNG")
