"""The window: who tells whom, and what the user may do when."""

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
from desktop_app.exporting.all_results import AllExporter
from desktop_app.exporting.dragging import Dragging
from desktop_app.exporting.exporter import Exporter
from desktop_app.exporting.output import Output
from desktop_app.exporting.svg import SvgExporter
from desktop_app.incoming import has_picture
from desktop_app.logs import data_folder
from desktop_app.looking import Looking
from desktop_app.opening import Opener
from desktop_app.panels.empty import find_samples
from desktop_app.paths import ICONS, SAMPLES
from desktop_app.presets.presetting import Presetting
from desktop_app.pricing import Pricing
from desktop_app.queue.entry import STOPPABLE, Entry, State
from desktop_app.queue.queueing import Queueing
from desktop_app.queue.session import Session
from desktop_app.remedies import Remedies
from desktop_app.restoration import Restoration
from desktop_app.results.adapting import Adapter
from desktop_app.results.adjusting import Adjuster
from desktop_app.results.checking import Checker
from desktop_app.results.explaining import Explainer
from desktop_app.reviewer import Reviewer
from desktop_app.rooms import Rooms
from desktop_app.settings import Settings
from desktop_app.side.language import spoken_language
from desktop_app.side.menu import MoreMenu
from desktop_app.side.menu_bar import HAS_MENU_BAR, fill_menu_bar
from desktop_app.side.windows import SideWindows
from desktop_app.theme import Theme
from desktop_app.window_state import WindowState
from desktop_app.writer import Writer

_WARM_UP_MS = 150  # the first frame is on screen by then
_FIRST_SIZE = (1280, 800)
_FRAME_HEIGHT = 40
_LEAST_SIZE = (960, 600)


class MainWindow(QMainWindow):
    """Everything on screen, and the threads that write, adjust and judge.

    Args:
        restoration: Opens and restores; closed with the window.
        settings: What was chosen last time.
        theme: Says when colours change.
        samples: Folder of pictures to try.
    """

    def __init__(
        self,
        restoration: Restoration,
        settings: Settings,
        theme: Theme,
        samples: Path = SAMPLES,
    ) -> None:
        super().__init__()
        self._restoration = restoration
        self._settings = settings
        self._is_warm = False
        self.setWindowIcon(QIcon(str(ICONS / "clearmark.svg")))
        # Not under the edge of a small screen, with room for the frame that the system adds.
        room = self.screen().availableSize() - QSize(0, _FRAME_HEIGHT)
        self.setMinimumSize(QSize(*_LEAST_SIZE).boundedTo(room))
        self.setAcceptDrops(True)
        choices, options = settings.choices, settings.export_options
        self.deeds = Actions(self)
        self.reviewer, self.writer = Reviewer(self), Writer(self)
        self.session = Session(restoration, self.reviewer, choices, parent=self)
        self.opener = Opener(self.session, settings, self)
        self.exporter = Exporter(self.writer, settings, self)
        self.rooms = Rooms(self.deeds, choices, options, samples)
        self.setCentralWidget(self.rooms)
        self._make_controllers(restoration, settings, theme)
        self.rooms.canvas.view.setAcceptDrops(False)  # the window takes all drops
        self.rooms.canvas.view.installEventFilter(self)
        self.menu = MoreMenu(self.deeds, settings, self.presetting.menu, self)
        self.menu.recent_chosen.connect(lambda path: self.open_files([path]))
        self.rooms.header.set_menu(self.menu)
        if HAS_MENU_BAR:
            fill_menu_bar(self.menuBar(), self.deeds, self.menu.recent, self.presetting.menu)
        queues = data_folder() / "queue"
        self.side_windows = SideWindows(self.deeds, settings, theme, queues, self)
        self._connect_actions()
        self._connect_rooms()
        self.window_state = WindowState(
            self.deeds, self.rooms, self.session, restoration, settings, self
        )
        self.window_state.failure_shown.connect(self.remedies.tell)
        self.deeds.panels.setChecked(settings.are_panels_shown)
        self.rooms.fold_panels(is_shown=settings.are_panels_shown)
        geometry = settings.window_geometry
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(QSize(*_FIRST_SIZE).boundedTo(room))
        self.rooms.status.show_engine(None)
        self.window_state.show_entry(None)

    def _make_controllers(self, restoration: Restoration, settings: Settings, theme: Theme) -> None:
        """Give each task what knows of it; the order decides who hears a signal first."""
        deeds, rooms, session = self.deeds, self.rooms, self.session
        canvas, workflow = rooms.canvas, rooms.workflow
        self.output = Output(rooms.export_panel, rooms.status, session, settings, self)
        self.queueing = Queueing(session, self.writer, rooms.queue, data_folder() / "queue", self)
        self.adjuster = Adjuster(deeds, rooms.adjust, canvas, workflow, session, self)
        self.checker = Checker(
            self.reviewer, session, rooms.verdict, rooms.colours, canvas, settings, theme, self
        )
        self.explainer = Explainer(restoration, session, rooms.about, canvas, theme, self)
        self.explainer.speak(spoken_language(settings.language))
        self.adapter = Adapter(
            restoration.exploration, session, rooms.about.inside.learning, self.explainer, self
        )
        self.all_exporter = AllExporter(self.writer, settings, self)
        self.dragging = Dragging(session, self.writer, settings, rooms.header.handle, self)
        self.pricing = Pricing(session, rooms.restore_choices, self)
        self.remedies = Remedies(session, restoration, self.reviewer, self.opener, self)
        self.looking = Looking(
            deeds, canvas, rooms.pair, rooms.ways, workflow, session, settings, self
        )
        self.svg_exporter = SvgExporter(
            deeds,
            rooms.tracing,
            rooms.export_panel,
            canvas.view,
            session,
            self.exporter,
            settings,
            self,
        )
        presets = data_folder() / "presets"
        self.presetting = Presetting(rooms.export_panel, session, settings, presets, self)

    def _connect_actions(self) -> None:
        deeds = self.deeds
        deeds.open.triggered.connect(self.opener.ask)
        deeds.paste.triggered.connect(self.opener.paste)
        deeds.about.toggled.connect(self._show_about)
        deeds.copy.triggered.connect(self._copy)
        deeds.export.triggered.connect(self._export)
        deeds.export_all.triggered.connect(self._export_all)
        deeds.cancel.triggered.connect(self._on_escape)
        deeds.panels.toggled.connect(self._fold_panels)
        deeds.next_room.triggered.connect(self.rooms.focus_next)
        deeds.quit.triggered.connect(self.close)

    def _connect_rooms(self) -> None:
        rooms, session = self.rooms, self.session
        rooms.empty.sample_chosen.connect(lambda path: self.open_files([path]))
        rooms.queue.chosen.connect(session.show)
        rooms.queue.activated.connect(self._on_entry_activated)
        rooms.queue.retried.connect(session.start)
        rooms.queue.cancel_requested.connect(session.cancel)
        rooms.queue.export_requested.connect(self._export_all)
        rooms.input_facts.scale_chosen.connect(self._on_scale_recommended)
        rooms.restore_choices.changed.connect(session.set_choices)
        rooms.restore_choices.checkpoint_requested.connect(self._ask_checkpoint)
        rooms.about.workflow.sample_requested.connect(
            lambda: self.open_files([find_samples(SAMPLES)[0]])
        )
        rooms.about.closed.connect(lambda: self.deeds.about.setChecked(False))
        senders = (self.exporter, self.all_exporter, self.dragging)
        tellers = (self.opener, self.queueing, self.remedies, self.adapter, self.presetting.menu)
        for teller in (*senders, *tellers):
            teller.noticed.connect(rooms.banner.show_notice)
        self.queueing.undone.connect(rooms.banner.act)
        self.adapter.withdrawn.connect(rooms.banner.withdraw)
        self.explainer.report_requested.connect(self.exporter.export_report)
        self.looking.comparison_drawn.connect(self.exporter.export_comparison)
        self.svg_exporter.shown.connect(lambda is_shown: rooms.show_tracing(is_shown=is_shown))

    # --- what comes in -----------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path]) -> None:
        """Restore the first of these files now, the others after it."""
        self.opener.open_files(paths)

    @Slot()
    def _ask_checkpoint(self) -> None:
        model = self.opener.ask_checkpoint()
        if model:
            self.session.set_choices(replace(self.session.choices, model=model))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for what can be opened; a result dragged out of this very window is not for it."""
        if event.source() is None and has_picture(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        event.accept()
        self._show_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._show_over(is_over=False)
        if self.opener.open_mime(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _show_over(self, *, is_over: bool) -> None:
        self.rooms.empty.set_over(is_over)
        self.rooms.canvas.set_over(is_over)

    # --- what the user chooses ---------------------------------------------------------------

    @Slot(int)
    def _on_scale_recommended(self, scale: int) -> None:
        self.session.set_choices(replace(self.session.choices, scale=scale))

    @Slot(object)
    def _on_entry_activated(self, entry: Entry) -> None:
        is_lost = entry.state is State.RELEASED and entry.kept is None
        if entry.state is State.CANCELLED or is_lost:
            self.session.start(entry)

    @Slot()
    def _on_escape(self) -> None:
        if self.deeds.about.isChecked():
            self.deeds.about.setChecked(False)
        elif any(entry.state in STOPPABLE for entry in self.session.entries):
            self.session.cancel()
        elif self.deeds.export_svg.isChecked():
            self.deeds.export_svg.setChecked(False)
        else:
            self.rooms.banner.dismiss()

    @Slot(bool)
    def _show_about(self, is_shown: bool) -> None:
        self.rooms.about.setVisible(is_shown)
        self.rooms.about.raise_()
        if is_shown:
            self.rooms.about.focus_text()
        else:
            self.rooms.canvas.view.setFocus()

    @Slot(bool)
    def _fold_panels(self, is_shown: bool) -> None:
        self.rooms.fold_panels(is_shown=is_shown)
        self._settings.are_panels_shown = is_shown

    @Slot()
    def _copy(self) -> None:
        if self.session.current is not None:
            self.exporter.copy(self.session.current)

    @Slot()
    def _export(self) -> None:
        if self.session.current is not None:
            self.exporter.export(self.session.current, self.rooms.export_panel.options)

    @Slot()
    def _export_all(self) -> None:
        self.all_exporter.export(self.session.entries, self.rooms.export_panel.options)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab fold the panels while the keyboard is on the picture; F6 and Shift+Tab lead away."""
        if (
            watched is self.rooms.canvas.view
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.deeds.panels.toggle()
            return True
        return super().eventFilter(watched, event)

    # --- coming and going --------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Load torch and the network once the window is on screen."""
        super().showEvent(event)
        if not self._is_warm:
            self._is_warm = True
            QTimer.singleShot(_WARM_UP_MS, self._warm_up)

    def _warm_up(self) -> None:
        if self.isVisible():
            self._restoration.warm_up(self.session.choices)
            self.queueing.offer()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, stop all work and wait for the threads."""
        self._settings.window_geometry = self.saveGeometry()
        self.hide()
        self.svg_exporter.close()
        services = (self._restoration, self.reviewer, self.writer)
        for service in services:
            service.stop()  # all at once: none goes on while another is waited for
        for service in services:
            service.close()
        self.queueing.close()
        self.dragging.close()
        super().closeEvent(event)
