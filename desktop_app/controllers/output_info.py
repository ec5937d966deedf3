"""Controller for the export options, the print width and the print size in the status bar."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.captions import format_print_size
from desktop_app.domain.entry import Entry
from desktop_app.imaging.display import profile_title
from desktop_app.imaging.print_size import PRINT_DPI
from desktop_app.imaging.writing import ExportOptions
from desktop_app.panels.export_panel import ExportPanel
from desktop_app.panels.status_bar import StatusBar
from desktop_app.queue.session import Session
from desktop_app.settings import Settings


class OutputInfoController(QObject):
    """Stores the export options and the print width of each picture, and shows the current picture's.

    Args:
        panel: Provides the options and the print width.
        status: Shows the print size.
        session: Provides the current picture; stores its print width.
        settings: Stores the options.
        parent: Qt parent.
    """

    def __init__(
        self,
        panel: ExportPanel,
        status: StatusBar,
        session: Session,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._status = status
        self._session = session
        self._settings = settings
        panel.changed.connect(self._on_options_changed)
        panel.width_entered.connect(self._on_width_entered)
        session.current_changed.connect(self._show)
        session.changed.connect(self._on_changed)

    @Slot(object)
    def _on_options_changed(self, options: ExportOptions) -> None:
        self._settings.export_options = options
        self._show()

    @Slot(object)
    def _on_width_entered(self, width: float | None) -> None:
        if self._session.current is not None:
            self._session.set_print_width(self._session.current, width)

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        if entry is self._session.current:  # other entries must not reset what is being typed
            self._show()

    @Slot()
    def _show(self) -> None:
        entry, status = self._session.current, self._status
        output = entry.output if entry else None
        profile = profile_title(entry.opened.picture) if entry and entry.opened else ""
        self._panel.show_picture(output, profile, entry.print_width if entry else None)
        if entry is None or output is None:
            status.show_print_size("", "")
            return
        dpi = entry.export_options(self._panel.options).dpi_for(output)
        if dpi is not None:
            size = format_print_size(replace(output, dpi=dpi))
            status.show_print_size(size, self.tr("Width of the output on paper"))
            return
        size = format_print_size(replace(output, dpi=(PRINT_DPI, PRINT_DPI)))
        tip = self.tr("Width of the output on paper; the file gives no resolution")
        status.show_print_size(self.tr("would be {size}").format(size=size), tip)
