"""Controller for SVG: traces the result whenever it or the settings change, previews and exports it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.actions import Actions
from desktop_app.controllers.export import ExportController
from desktop_app.engine.svg_tracer import SvgTracer
from desktop_app.i18n.formatting import translated
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.print_size import dpi_for_width, size_on_paper
from desktop_app.imaging.tracing import TraceResult, TraceSettings
from desktop_app.imaging.tracing_process import TraceAnswer, TraceRequest
from desktop_app.panels.export_panel import ExportPanel
from desktop_app.panels.svg_panel import SvgPanel
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.svg_outline import SvgOutlineItem

_DEBOUNCE_MS = 200
"""How long the settings must rest before a trace starts."""


@dataclass(frozen=True)
class _TraceInput:
    """Everything that determines the document; equal inputs need no second trace."""

    picture: Picture
    settings: TraceSettings
    dpi: tuple[float, float] | None
    title: str


class ExportSvgController(QObject):
    """Keeps the panel, the outline and the tracer in sync while "Export as SVG…" is checked.

    Args:
        actions: Actions of the main window.
        panel: Provides the trace settings.
        export_panel: Provides the width on paper.
        view: Shows the outline.
        session: Provides the current picture.
        export_controller: Asks where to save the document, and saves it.
        settings: Stores the trace settings.
        parent: Qt parent.
    """

    shown = Signal(bool)  # whether to show the panel

    def __init__(
        self,
        actions: Actions,
        panel: SvgPanel,
        export_panel: ExportPanel,
        view: ComparisonView,
        session: Session,
        export_controller: ExportController,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._panel = panel
        self._export_panel = export_panel
        self._session = session
        self._export_controller = export_controller
        self._settings = settings
        self._outline = SvgOutlineItem(view)
        self._tracer = SvgTracer(self)
        self._trace_input: _TraceInput | None = None
        self._traced: TraceResult | None = None
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._trace)
        self._tracer.answered.connect(self._on_answered)
        actions.export_svg.toggled.connect(self._on_toggled)
        panel.set_settings(settings.trace_settings)
        panel.changed.connect(self._on_settings_changed)
        panel.width_entered.connect(self._on_width_entered)
        panel.outline_toggled.connect(self._show_outline)
        panel.export_requested.connect(self._export)
        panel.retry_requested.connect(self._trace)
        panel.closed.connect(lambda: actions.export_svg.setChecked(False))
        export_controller.svg_requested.connect(lambda: actions.export_svg.setChecked(True))
        export_panel.changed.connect(self._follow)
        for signal in (
            session.current_changed,
            session.changed,
            session.succeeded,
            session.adjusted,
        ):
            signal.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """Stop tracing."""
        self._debounce.stop()
        self._tracer.close()

    @Slot(bool)
    def _on_toggled(self, is_shown: bool) -> None:
        if is_shown:
            self._actions.panels.setChecked(True)
        self.shown.emit(is_shown)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Trace the current picture, unless the same input has been traced already."""
        trace_input = self._current_input()
        self._actions.export_svg.setEnabled(trace_input is not None or self._is_open)
        if not self._is_open:
            trace_input = None
        if trace_input == self._trace_input:
            return
        is_other_picture = (
            trace_input is None
            or self._trace_input is None
            or trace_input.picture is not self._trace_input.picture
        )
        self._trace_input, self._traced = trace_input, None
        if is_other_picture:
            self._show_outline()
        panel = self._panel
        if trace_input is None:
            self.close()
            panel.show_size(None, "")
            panel.show_nothing(self.tr("Only a restored picture can be traced."))
            return
        self._show_size(trace_input)
        panel.show_busy()
        self._debounce.start()

    def _show_size(self, trace_input: _TraceInput) -> None:
        self._panel.show_size(size_on_paper(_sized(trace_input)), trace_input.picture.size_text)

    @property
    def _is_open(self) -> bool:
        return self._actions.export_svg.isChecked()

    def _current_input(self) -> _TraceInput | None:
        entry = self._session.current
        if entry is None or entry.result is None:
            return None
        picture = entry.result.picture
        dpi = entry.export_options(self._export_panel.options).dpi_for(picture)
        return _TraceInput(picture, self._panel.settings, dpi, Path(entry.source.name).stem)

    @Slot()
    def _trace(self) -> None:
        if self._trace_input is not None:
            self._panel.show_busy()
            trace_input = self._trace_input
            self._tracer.trace(
                TraceRequest(_sized(trace_input), trace_input.settings, trace_input.title)
            )

    @Slot(object)
    def _on_answered(self, answer: TraceAnswer) -> None:
        if self._debounce.isActive():  # the input has changed since
            return
        self._traced = answer.traced
        is_drawn = self._show_outline()
        if answer.traced is None:
            self._panel.show_problem(translated(answer.problem))
        else:
            self._panel.show_traced(
                answer.traced, answer.seconds, self._note(answer.traced, is_drawn)
            )

    def _note(self, traced: TraceResult, is_drawn: bool) -> str:
        """Return what the user should know of a traced picture; mostly nothing."""
        notes = []
        if not traced.is_flat:
            notes.append(
                self.tr(
                    "A photograph or gradients: areas of similar colour. Edges are exact where "
                    "there are few flat colours."
                )
            )
        if not is_drawn:
            notes.append(
                self.tr("The outline has too many curves to be shown; the file has them all.")
            )
        return " ".join(notes)

    @Slot()
    def _show_outline(self) -> bool:
        """Show the outline if there is one and it is wanted; return False if it is too complex."""
        traced = self._traced if self._panel.has_outline else None
        return self._outline.show_outlines(traced.outlines if traced else "")

    @Slot(object)
    def _on_settings_changed(self, settings: TraceSettings) -> None:
        self._settings.trace_settings = settings
        self._follow()

    @Slot(object)
    def _on_width_entered(self, width: float | None) -> None:
        """Set the width on paper in mm, for all formats; None means the picture's own."""
        entry = self._session.current
        if self._trace_input is None or entry is None:
            return
        try:
            if width is not None:
                dpi_for_width(self._trace_input.picture, width)
        except ValueError:  # no file can store such a resolution
            self._show_size(self._trace_input)
        else:
            self._session.set_print_width(entry, width)

    @Slot()
    def _export(self) -> None:
        entry = self._session.current
        if entry is not None and self._traced is not None:
            self._export_controller.export_svg(entry, self._traced.svg)


def _sized(trace_input: _TraceInput) -> Picture:
    """Return the picture with the resolution that gives its document the right width on paper."""
    return replace(trace_input.picture, dpi=trace_input.dpi)
