"""The result as SVG: traced anew as the settings change, shown on the canvas, exported."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.actions import Actions
from desktop_app.comparison.outline import OutlineItem
from desktop_app.comparison.view import ComparisonView
from desktop_app.exporting.exporter import Exporter
from desktop_app.exporting.tracer import Tracer
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.printing import dpi_for_width, size_on_paper
from desktop_app.imaging.tracing import Traced, TraceSettings
from desktop_app.imaging.tracing_process import TraceAnswer, TraceRequest
from desktop_app.panels.export import ExportPanel
from desktop_app.panels.tracing import TracingPanel
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from desktop_app.texts import told

_REST_MS = 200
"""A slider that moves starts no process until it has rested so long."""


@dataclass(frozen=True)
class _Wish:
    """What decides on the document; equal ones need no second trace."""

    picture: Picture
    settings: TraceSettings
    dpi: tuple[float, float] | None
    title: str


class SvgExporter(QObject):
    """Keeps the panel, the outline and the tracer at one, while the action is checked.

    Args:
        actions: Of the window.
        panel: Has the settings.
        export_panel: Has the width on paper.
        view: Shows the outline.
        session: Knows which picture is looked at.
        exporter: Asks where to, and has it written.
        settings: Remembers how to trace.
        parent: Qt's owner.
    """

    shown = Signal(bool)  # whether the panel is to be seen

    def __init__(
        self,
        actions: Actions,
        panel: TracingPanel,
        export_panel: ExportPanel,
        view: ComparisonView,
        session: Session,
        exporter: Exporter,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._panel = panel
        self._export_panel = export_panel
        self._session = session
        self._exporter = exporter
        self._settings = settings
        self._outline = OutlineItem(view)
        self._tracer = Tracer(self)
        self._wish: _Wish | None = None
        self._traced: Traced | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._trace)
        self._tracer.answered.connect(self._on_answered)
        actions.export_svg.toggled.connect(self._on_toggled)
        panel.set_settings(settings.trace_settings)
        panel.changed.connect(self._on_settings_changed)
        panel.width_entered.connect(self._on_width_entered)
        panel.outline_toggled.connect(self._show_outline)
        panel.export_requested.connect(self._export)
        panel.retried.connect(self._trace)
        panel.closed.connect(lambda: actions.export_svg.setChecked(False))
        exporter.svg_requested.connect(lambda: actions.export_svg.setChecked(True))
        export_panel.changed.connect(self._follow)
        for signal in (session.shown, session.changed, session.succeeded, session.adjusted):
            signal.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """End the tracer; nothing is traced any more."""
        self._rest.stop()
        self._tracer.close()

    @Slot(bool)
    def _on_toggled(self, is_shown: bool) -> None:
        if is_shown:
            self._actions.panels.setChecked(True)
        self.shown.emit(is_shown)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Trace what is looked at now, unless just that is traced already."""
        wish = self._wanted()
        self._actions.export_svg.setEnabled(wish is not None or self._is_open)
        if not self._is_open:
            wish = None
        if wish == self._wish:
            return
        is_other = wish is None or self._wish is None or wish.picture is not self._wish.picture
        self._wish, self._traced = wish, None
        if is_other:
            self._show_outline()
        panel = self._panel
        if wish is None:
            self.close()
            panel.show_size(None, "")
            panel.show_nothing(self.tr("Only a restored picture can be traced."))
            return
        self._show_size(wish)
        panel.show_busy()
        self._rest.start()

    def _show_size(self, wish: _Wish) -> None:
        self._panel.show_size(size_on_paper(_sized(wish)), wish.picture.size_text)

    @property
    def _is_open(self) -> bool:
        return self._actions.export_svg.isChecked()

    def _wanted(self) -> _Wish | None:
        entry = self._session.current
        if entry is None or entry.result is None:
            return None
        picture = entry.result.picture
        dpi = entry.export_options(self._export_panel.options).dpi_for(picture)
        return _Wish(picture, self._panel.settings, dpi, Path(entry.source.name).stem)

    @Slot()
    def _trace(self) -> None:
        if self._wish is not None:
            self._panel.show_busy()
            wish = self._wish
            self._tracer.trace(TraceRequest(_sized(wish), wish.settings, wish.title))

    @Slot(object)
    def _on_answered(self, answer: TraceAnswer) -> None:
        if self._rest.isActive():  # for another document
            return
        self._traced = answer.traced
        is_drawn = self._show_outline()
        if answer.traced is None:
            self._panel.show_problem(told(answer.problem))
        else:
            note = self.tr("The outline has too many curves to be shown; the file has them all.")
            self._panel.show_traced(answer.traced, answer.seconds, "" if is_drawn else note)

    @Slot()
    def _show_outline(self) -> bool:
        """Show the outline if there is one and it is wanted; returns False if it is too long."""
        traced = self._traced if self._panel.has_outline else None
        return self._outline.show_outlines(traced.outlines if traced else "")

    @Slot(object)
    def _on_settings_changed(self, settings: TraceSettings) -> None:
        self._settings.trace_settings = settings
        self._follow()

    @Slot(object)
    def _on_width_entered(self, width: float | None) -> None:
        """Take over a width on paper, for all formats; None means the picture's own."""
        entry = self._session.current
        if self._wish is None or entry is None:
            return
        try:
            if width is not None:
                dpi_for_width(self._wish.picture, width)
        except ValueError:  # no file can say so
            self._show_size(self._wish)
        else:
            self._session.set_print_width(entry, width)

    @Slot()
    def _export(self) -> None:
        entry = self._session.current
        if entry is not None and self._traced is not None:
            self._exporter.export_svg(entry, self._traced.svg)


def _sized(wish: _Wish) -> Picture:
    """The picture with the width on paper that its document is to have."""
    return replace(wish.picture, dpi=wish.dpi)
