"""The main window: creates the panels and controllers, and connects them to each other."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow

from desktop_app.actions import Actions
from desktop_app.app.menu_bar import HAS_MENU_BAR, fill_menu_bar
from desktop_app.app.more_menu import MoreMenu
from desktop_app.controllers.about import AboutController
from desktop_app.controllers.adjust import AdjustController
from desktop_app.controllers.compare import CompareController
from desktop_app.controllers.drag_out import DragOutController
from desktop_app.controllers.export import ExportController
from desktop_app.controllers.export_all import ExportAllController
from desktop_app.controllers.export_svg import ExportSvgController
from desktop_app.controllers.failure_notices import FailureNotices
from desktop_app.controllers.fine_tune import FineTuneController
from desktop_app.controllers.mime_sources import has_picture, has_web_address
from desktop_app.controllers.open_files import OpenController
from desktop_app.controllers.output_info import OutputInfoController
from desktop_app.controllers.presets import PresetController
from desktop_app.controllers.queue import QueueController
from desktop_app.controllers.time_estimate import TimeEstimate
from desktop_app.controllers.verify import VerifyController
from desktop_app.controllers.window_state import WindowState
from desktop_app.dialogs.secondary_windows import SecondaryWindows
from desktop_app.domain.entry import STOPPABLE, Entry, EntryState
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.engine.writer import Writer
from desktop_app.i18n.language import resolve_language
from desktop_app.logs import data_folder
from desktop_app.panels.start_page import find_samples
from desktop_app.panels.workspace import Workspace
from desktop_app.paths import ICONS, SAMPLES
from desktop_app.queue.session import Session
from desktop_app.queue.time_left import TimeEstimator
from desktop_app.settings import Settings
from desktop_app.theme import Theme

_WARM_UP_MS = 150  # delay of the warm-up; by then the first frame is on screen
_FIRST_SIZE = (1280, 800)
_FRAME_HEIGHT = 40  # room for the system's title bar
_MIN_SIZE = (960, 600)


class MainWindow(QMainWindow):
    """The main window, which owns the workspace, the controllers, the session, the writer and the reviewer.

    Args:
        restoration: Opens and restores pictures; closed with the window.
        settings: The user's settings.
        theme: Provides the colours, and signals when they change.
        samples: Folder of sample pictures.
    """

    def __init__(
        self,
        restoration: RestorationService,
        settings: Settings,
        theme: Theme,
        samples: Path = SAMPLES,
    ) -> None:
        super().__init__()
        self._restoration = restoration
        self._settings = settings
        self._is_warm = False
        self._is_closed = False
        self.setWindowIcon(QIcon(str(ICONS / "clearmark.svg")))
        self.setAcceptDrops(True)
        choices, options = settings.choices, settings.export_options
        self.app_actions = Actions(self)
        self.reviewer, self.writer = Reviewer(self), Writer(self)
        self.session = Session(restoration, self.reviewer, choices, parent=self)
        self.time_estimator = TimeEstimator(self.session, self)
        self.open_controller = OpenController(self.session, settings, self)
        self.export_controller = ExportController(self.writer, settings, self)
        with theme.deferred_style_sheet():
            self.workspace = Workspace(self.app_actions, choices, options, samples)
            self.setCentralWidget(self.workspace)
        self._make_controllers(restoration, settings, theme)
        self._make_menus(settings)
        queues = data_folder() / "queue"
        self.secondary_windows = SecondaryWindows(self.app_actions, settings, theme, queues, self)
        self._connect_actions()
        self._connect_workspace()
        self.window_state = WindowState(
            self.app_actions, self.workspace, self.session, restoration, settings, self
        )
        self.window_state.failure_shown.connect(self.failure_notices.notify_failed)
        self._restore_layout(settings)
        self.workspace.status_bar.show_engine(None)
        self.window_state.show_entry(None)

    def _make_controllers(
        self, restoration: RestorationService, settings: Settings, theme: Theme
    ) -> None:
        """Create the controllers. Their order decides in which order they receive a shared signal."""
        app_actions, workspace, session = self.app_actions, self.workspace, self.session
        canvas, workflow = workspace.canvas, workspace.workflow_strip
        self.output_info_controller = OutputInfoController(
            workspace.export_panel, workspace.status_bar, session, settings, self
        )
        self.queue_controller = QueueController(
            session,
            self.time_estimator,
            self.writer,
            workspace.queue_panel,
            data_folder() / "queue",
            theme,
            self,
        )
        self.adjust_controller = AdjustController(
            app_actions, workspace.adjust_panel, canvas, workflow, session, self
        )
        self.verify_controller = VerifyController(
            self.reviewer,
            session,
            workspace.fidelity_panel,
            workspace.colours_panel,
            canvas,
            settings,
            theme,
            self,
        )
        self.about_controller = AboutController(
            restoration, session, workspace.about_pane, canvas, theme, self
        )
        self.about_controller.set_language(resolve_language(settings.language))
        self.fine_tune_controller = FineTuneController(
            restoration.inspection_service,
            session,
            workspace.about_pane.inspection_page.fine_tune_view,
            self.about_controller,
            self,
        )
        self.export_all_controller = ExportAllController(self.writer, settings, self)
        self.drag_out_controller = DragOutController(
            session, self.writer, settings, workspace.header.drag_handle, self
        )
        self.time_estimate = TimeEstimate(
            session, self.time_estimator, workspace.restore_panel, self
        )
        self.failure_notices = FailureNotices(
            session, restoration, self.reviewer, self.open_controller, self
        )
        self.compare_controller = CompareController(
            app_actions,
            canvas,
            workspace.compare_pair_box,
            workspace.compare_mode_box,
            workflow,
            session,
            settings,
            self,
        )
        self.export_svg_controller = ExportSvgController(
            app_actions,
            workspace.svg_panel,
            workspace.export_panel,
            canvas.view,
            session,
            self.export_controller,
            settings,
            self,
        )
        presets = data_folder() / "presets"
        self.preset_controller = PresetController(
            workspace.export_panel, session, settings, presets, self
        )

    def _make_menus(self, settings: Settings) -> None:
        presets = self.preset_controller.menu
        self.more_menu = MoreMenu(self.app_actions, settings, presets, self)
        self.more_menu.recent_chosen.connect(lambda path: self.open_files([path]))
        self.workspace.header.set_menu(self.more_menu)
        if HAS_MENU_BAR:
            fill_menu_bar(self.menuBar(), self.app_actions, self.more_menu.recent, presets)

    def _restore_layout(self, settings: Settings) -> None:
        """Restore panels, size and position as they were, within the limits of the screen."""
        available = self.screen().availableSize() - QSize(0, _FRAME_HEIGHT)
        self.setMinimumSize(QSize(*_MIN_SIZE).boundedTo(available))
        self.app_actions.panels.setChecked(settings.are_panels_shown)
        self.workspace.fold_panels(is_shown=settings.are_panels_shown)
        geometry = settings.window_geometry
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(QSize(*_FIRST_SIZE).boundedTo(available))

    def _connect_actions(self) -> None:
        app_actions = self.app_actions
        app_actions.open.triggered.connect(self.open_controller.ask)
        app_actions.paste.triggered.connect(self.open_controller.paste)
        app_actions.about.toggled.connect(self._show_about)
        app_actions.copy.triggered.connect(self._copy)
        app_actions.export.triggered.connect(self._export)
        app_actions.export_all.triggered.connect(self._export_all)
        app_actions.cancel.triggered.connect(self._on_escape)
        app_actions.panels.toggled.connect(self._fold_panels)
        app_actions.next_section.triggered.connect(self.workspace.focus_next)
        app_actions.quit.triggered.connect(self.close)

    def _connect_workspace(self) -> None:
        workspace, session = self.workspace, self.session
        workspace.canvas.view.setAcceptDrops(False)  # the window handles all drops
        workspace.canvas.view.installEventFilter(self)
        workspace.start_page.sample_chosen.connect(lambda path: self.open_files([path]))
        workspace.queue_panel.chosen.connect(session.select)
        workspace.queue_panel.activated.connect(self._on_entry_activated)
        workspace.queue_panel.retry_requested.connect(session.start)
        workspace.queue_panel.cancel_requested.connect(session.cancel)
        workspace.queue_panel.export_requested.connect(self._export_all)
        workspace.input_panel.scale_chosen.connect(self._on_scale_recommended)
        workspace.restore_panel.changed.connect(session.set_choices)
        self.secondary_windows.choices_changed.connect(session.set_default_choices)
        workspace.restore_panel.checkpoint_requested.connect(self._ask_checkpoint)
        workspace.about_pane.workflow.sample_requested.connect(
            lambda: self.open_files([find_samples(SAMPLES)[0]])
        )
        workspace.about_pane.closed.connect(lambda: self.app_actions.about.setChecked(False))
        export_sources = (
            self.export_controller,
            self.export_all_controller,
            self.drag_out_controller,
        )
        notice_sources = (
            self.open_controller,
            self.queue_controller,
            self.failure_notices,
            self.fine_tune_controller,
            self.preset_controller.menu,
        )
        for source in (*export_sources, *notice_sources):
            source.notice_posted.connect(workspace.banner.show_notice)
        self.queue_controller.undo_triggered.connect(workspace.banner.trigger)
        self.fine_tune_controller.withdrawn.connect(workspace.banner.withdraw)
        self.about_controller.report_requested.connect(self.export_controller.export_report)
        self.compare_controller.comparison_drawn.connect(self.export_controller.export_comparison)
        self.export_svg_controller.shown.connect(
            lambda is_shown: workspace.show_svg_panel(is_shown=is_shown)
        )

    # --- opening -----------------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path]) -> None:
        """Restore the first of these files now, and queue the others."""
        self.open_controller.open_files(paths)

    @Slot()
    def _ask_checkpoint(self) -> None:
        model = self.open_controller.ask_checkpoint()
        if model:
            self.session.set_choices(replace(self.session.choices, model=model))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept and highlight pictures, except results that are dragged out of this window."""
        if event.source() is not None:
            return
        is_picture = has_picture(event.mimeData())
        if is_picture or has_web_address(event.mimeData()):  # the drop of an address is answered
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._highlight(is_over=is_picture)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Remove the highlight."""
        event.accept()
        self._highlight(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped pictures."""
        self._highlight(is_over=False)
        if self.open_controller.open_mime(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _highlight(self, *, is_over: bool) -> None:
        self.workspace.start_page.set_drag_over(is_over)
        self.workspace.canvas.set_drag_over(is_over)

    # --- actions -----------------------------------------------------------------------------

    @Slot(int)
    def _on_scale_recommended(self, scale: int) -> None:
        self.session.set_choices(replace(self.session.choices, scale=scale))

    @Slot(object)
    def _on_entry_activated(self, entry: Entry) -> None:
        is_result_lost = entry.state is EntryState.EVICTED and entry.cached is None
        if entry.state is EntryState.CANCELLED or is_result_lost:
            self.session.start(entry)

    @Slot()
    def _on_escape(self) -> None:
        if self.app_actions.about.isChecked():
            self.app_actions.about.setChecked(False)
        elif any(entry.state in STOPPABLE for entry in self.session.entries):
            self.session.cancel()
        elif self.app_actions.export_svg.isChecked():
            self.app_actions.export_svg.setChecked(False)
        else:
            self.workspace.banner.dismiss()

    @Slot(bool)
    def _show_about(self, is_shown: bool) -> None:
        self.workspace.about_pane.raise_()  # before it is shown: a notice that it leaves no room lies above
        self.workspace.about_pane.setVisible(is_shown)
        if is_shown:
            self.workspace.about_pane.focus_text()
        else:
            self.workspace.canvas.view.setFocus()

    @Slot(bool)
    def _fold_panels(self, is_shown: bool) -> None:
        self.workspace.fold_panels(is_shown=is_shown)
        self._settings.are_panels_shown = is_shown

    @Slot()
    def _copy(self) -> None:
        if self.session.current is not None:
            self.export_controller.copy(self.session.current)

    @Slot()
    def _export(self) -> None:
        if self.session.current is not None:
            self.export_controller.export(self.session.current, self.workspace.export_panel.options)

    @Slot()
    def _export_all(self) -> None:
        self.export_all_controller.export(self.session.entries, self.workspace.export_panel.options)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab fold the panels while the canvas has focus; F6 and Shift+Tab move the focus away."""
        if (
            watched is self.workspace.canvas.view
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.app_actions.panels.toggle()
            return True
        return super().eventFilter(watched, event)

    # --- showing and closing -----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Load torch and the network once the window is on screen."""
        super().showEvent(event)
        if not self._is_warm:
            self._is_warm = True
            QTimer.singleShot(_WARM_UP_MS, self._warm_up)

    def _warm_up(self) -> None:
        if self.isVisible():
            self._restoration.warm_up(self.session.choices)
            self.queue_controller.offer_recovery()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the geometry, stop all work and wait for the threads; only once, whoever closes again."""
        if self._is_closed:  # the locks are released: its queue may be another window's by now
            return
        self._is_closed = True
        self._settings.window_geometry = self.saveGeometry()
        self.hide()
        self.export_svg_controller.close()
        services = (self._restoration, self.reviewer, self.writer)
        for service in services:
            service.stop()  # stop all before waiting for any
        for service in services:
            service.wait()
        self.queue_controller.close()
        self.drag_out_controller.close()
        super().closeEvent(event)
