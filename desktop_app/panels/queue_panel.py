"""The queue panel: a row for each picture with thumbnail, name, state, settings and a progress bar."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.entry import RESTARTABLE, STOPPABLE, Entry, EntryState
from desktop_app.i18n.formatting import format_time_left
from desktop_app.panels.queue_list_model import QueueModel
from desktop_app.widgets.controls import backdrop, heading_label, muted_label

WIDTH = 208
_MARGIN = 8
_ROW = 76
_THUMB = 44
_GAP = 8
_CORNER = 6

_Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Painter of the rows; all colours come from the palette, but that of a state may come from the model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the same size for all rows."""
        return QSize(WIDTH - 24, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint card, thumbnail, name, state, settings and progress bar."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect.adjusted(0, 2, 0, -2)
        palette: QPalette = option.palette
        flags: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, rect, palette, flags)
        thumb = QRect(rect.left() + _GAP, rect.center().y() - _THUMB // 2, _THUMB, _THUMB)
        left = thumb.right() + 11
        text = QRect(left, rect.top(), rect.right() - _GAP - left, rect.height())
        thumb = QStyle.visualRect(option.direction, rect, thumb)
        text = QStyle.visualRect(option.direction, rect, text)
        self._paint_thumbnail(painter, thumb, palette, index.data(Qt.ItemDataRole.DecorationRole))
        model, muted = index.model(), palette.color(QPalette.ColorRole.PlaceholderText)
        lines: tuple[tuple[str, QColor], ...] = ()
        if isinstance(model, QueueModel):
            state = (model.state(entry), index.data(Qt.ItemDataRole.ForegroundRole) or muted)
            lines = (state, (model.settings(entry), muted))
        self._paint_texts(painter, text, palette, entry, lines)
        painter.restore()

    @staticmethod
    def _paint_card(
        painter: QPainter, rect: QRect, palette: QPalette, flags: QStyle.StateFlag
    ) -> None:
        is_selected = bool(flags & QStyle.StateFlag.State_Selected)
        is_focused = bool(flags & QStyle.StateFlag.State_HasFocus)
        is_under_mouse = bool(flags & QStyle.StateFlag.State_MouseOver)
        if not (is_selected or is_under_mouse):
            return
        role = QPalette.ColorRole.Midlight if is_selected else QPalette.ColorRole.Button
        painter.setPen(
            palette.color(QPalette.ColorRole.Accent) if is_focused else Qt.PenStyle.NoPen
        )
        painter.setBrush(palette.color(role))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    @staticmethod
    def _paint_thumbnail(
        painter: QPainter, rect: QRect, palette: QPalette, pixmap: QPixmap | None
    ) -> None:
        frame = QPainterPath()
        frame.addRoundedRect(rect, _CORNER, _CORNER)
        if pixmap is None:
            painter.fillPath(frame, palette.color(QPalette.ColorRole.Mid))
            return
        painter.fillPath(frame, backdrop(pixmap.toImage(), palette))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(frame)
        size = pixmap.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(), size)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixmap)
        painter.restore()

    @staticmethod
    def _paint_texts(
        painter: QPainter,
        rect: QRect,
        palette: QPalette,
        entry: Entry,
        lines: tuple[tuple[str, QColor], ...],
    ) -> None:
        metrics = painter.fontMetrics()
        height = metrics.height()
        has_bar = entry.state is EntryState.RUNNING and entry.progress is not None
        top = rect.center().y() - (3 * height + 4) // 2 - (3 if has_bar else 0)
        name_box = QRect(rect.left(), top, rect.width(), height)
        name = metrics.elidedText(entry.source.name, Qt.TextElideMode.ElideMiddle, name_box.width())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter, name)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        painter.setFont(font)
        box = name_box
        for line, colour in lines:
            painter.setPen(colour)
            box = box.translated(0, height + 2)
            words = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        if has_bar and entry.progress is not None:
            groove = QRect(rect.left(), box.bottom() + 2, rect.width(), 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
            painter.drawRoundedRect(groove, 1.5, 1.5)
            groove.setWidth(round(rect.width() * entry.progress.done / entry.progress.total))
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(groove, 1.5, 1.5)


class QueuePanel(QFrame):
    """The list of pictures with its heading, context menu and shortcuts."""

    chosen = Signal(object)  # Entry, to be shown
    activated = Signal(object)  # Entry that was clicked, or Enter pressed on
    retry_requested = Signal(object)  # Entry
    cancel_requested = Signal()
    remove_requested = Signal(object)  # Entry
    clear_requested = Signal()
    move_requested = Signal(object, int)  # Entry, its index afterwards
    pause_toggled = Signal(bool)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue")
        self.setFixedWidth(WIDTH)
        self._is_updating = False
        self._heading = heading_label(self.tr("Queue"))
        self._model = QueueModel(self)
        self._model.move_requested.connect(self.move_requested)
        self._pause = QPushButton(self.tr("Pause"))
        self._pause.setCheckable(True)
        self._pause.setProperty("role", "small")
        self._pause.setToolTip(self.tr("Pause the work; what is done is kept"))
        self._pause.toggled.connect(self._on_pause_toggled)
        self._pause.hide()
        self._export = QPushButton(self.tr("Export all…"))
        self._export.setToolTip(self.tr("Save all results, with a preview of their names"))
        self._export.clicked.connect(self.export_requested)
        self._export.hide()
        self._empty_hint = self.tr("Pictures that you drop wait here.")
        self._hint = muted_label(self._empty_hint)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(6, 0, 6, 0)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(QueueDelegate(self._list))
        self._list.setAccessibleName(self.tr("Queue"))
        self._list.setMouseTracking(True)
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._list.setSpacing(0)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.clicked.connect(lambda index: self._emit_entry(self.activated, index))
        self._list.activated.connect(lambda index: self._emit_entry(self.activated, index))
        for keys in (QKeySequence.StandardKey.Delete, Qt.Key.Key_Backspace):
            remove = QShortcut(QKeySequence(keys), self._list)
            remove.setContext(Qt.ShortcutContext.WidgetShortcut)
            remove.activated.connect(
                lambda: self._emit_entry(self.remove_requested, self._list.currentIndex())
            )
        for combination, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            move = QShortcut(QKeySequence(combination), self._list)
            move.setContext(Qt.ShortcutContext.WidgetShortcut)
            move.activated.connect(partial(self._move, self._list.currentIndex, step))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 14, _MARGIN, 8)
        layout.setSpacing(8)
        self._heading.setContentsMargins(6, 0, 0, 0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._heading, 1)
        self._top.addWidget(self._pause)
        layout.addLayout(self._top)
        layout.addWidget(self._hint)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._export)

    def add(self, entry: Entry) -> None:
        """Append an entry."""
        self._model.add(entry)
        self._count()

    def remove(self, entry: Entry) -> None:
        """Remove an entry."""
        self._is_updating = True  # the session decides what is shown next, not Qt
        self._model.remove(entry)
        self._is_updating = False
        self._count()

    def refresh(self, entry: Entry) -> None:
        """Repaint the row of an entry."""
        self._model.refresh(entry)

    def move_row(self, entry: Entry, place: int) -> None:
        """Move the row of an entry to the index ``place``, after the session has moved the entry."""
        self._is_updating = True
        self._model.move(entry, place)
        self._is_updating = False

    def show_progress(
        self,
        done: int,
        total: int,
        seconds_left: float | None,
        *,
        is_over: bool,
        refused: int = 0,
    ) -> None:
        """Show the progress of the queue; for a single picture the workflow strip suffices.

        Args:
            done: Number of finished pictures.
            total: Number of pictures in the queue.
            seconds_left: Estimate until all are done; None if unknown. Not shown during a pause.
            is_over: Whether none is running or waiting; some may be cancelled, or have failed.
            refused: How many of the finished ones were not restored, since the result was rejected.
        """
        is_busy = total > 1 and not is_over
        self._pause.setVisible(is_busy or self._pause.isChecked())
        self._export.setVisible(total > 1 and done > 0)
        words = self.tr("{done} of {total} done").format(done=done, total=total)
        if refused:
            words += " · " + self.tr("{count} not restored").format(count=refused)
        if is_busy and self._pause.isChecked():
            words += " · " + self.tr("paused")
        elif is_busy and seconds_left is not None:
            words = f"{words} · {format_time_left(seconds_left)}"
        self._hint.setText(words if total else self._empty_hint)
        self._hint.setVisible(total != 1)

    def set_warning_colour(self, colour: QColor) -> None:
        """Set the colour of states that the user should look into."""
        self._model.set_warning_colour(colour)

    def set_paused(self, *, is_paused: bool) -> None:
        """Show whether the queue is paused."""
        self._pause.setChecked(is_paused)

    def _on_pause_toggled(self, is_paused: bool) -> None:
        self._pause.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        self._model.set_paused(is_paused=is_paused)
        self.pause_toggled.emit(is_paused)

    def _move(self, index_of: Callable[[], _Index], step: int) -> None:
        index = index_of()
        if index.isValid():
            entry = index.data(Qt.ItemDataRole.UserRole)
            self.move_requested.emit(entry, index.row() + step)

    def select(self, entry: Entry | None) -> None:
        """Select the current entry without emitting signals."""
        index = self._model.index_of(entry) if entry else QModelIndex()
        self._is_updating = True
        self._list.setCurrentIndex(index)
        self._is_updating = False
        self._list.scrollTo(index)

    def _count(self) -> None:
        count = self._model.rowCount()
        title = self.tr("Queue").upper()
        self._heading.setText(f"{title} · {count}" if count else title)
        self._place_pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the button, now that the fonts of the theme are known."""
        super().resizeEvent(event)
        self._place_pause()

    def _place_pause(self) -> None:
        """Put the button under the heading where a row has no room for both, as in German."""
        button, metrics = self._pause, self._pause.fontMetrics()
        texts = (self.tr("Pause"), self.tr("Resume"))  # it must not jump when it is pressed
        padding = button.sizeHint().width() - metrics.horizontalAdvance(button.text())
        widest = padding + max(map(metrics.horizontalAdvance, texts))
        needed = self._heading.sizeHint().width() + self._top.spacing() + widest
        has_room = needed <= self.contentsRect().width() - 2 * _MARGIN
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)

    def _emit_entry(self, signal: Any, index: _Index) -> None:  # noqa: ANN401 (PySide6's SignalInstance)
        if index.isValid():
            signal.emit(index.data(Qt.ItemDataRole.UserRole))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_updating:
            self._emit_entry(self.chosen, current)

    def _on_menu_requested(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        if not index.isValid():
            index = self._list.currentIndex()
        if index.isValid():
            menu = self.menu_for(index.data(Qt.ItemDataRole.UserRole))
            menu.popup(self._list.viewport().mapToGlobal(place))

    def menu_for(self, entry: Entry) -> QMenu:
        """Build the context menu of an entry; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.state in STOPPABLE:
            menu.addAction(self.tr("Cancel"), self.cancel_requested.emit)
        elif entry.state in RESTARTABLE:
            menu.addAction(self.tr("Retry"), lambda: self.retry_requested.emit(entry))
        else:
            menu.addAction(self.tr("Restore now"), lambda: self.retry_requested.emit(entry))
        menu.addSeparator()
        place = self._model.index_of(entry).row()
        if place > 0:
            menu.addAction(self.tr("Move to the top"), lambda: self.move_requested.emit(entry, 0))
            menu.addAction(self.tr("Move up"), lambda: self.move_requested.emit(entry, place - 1))
        if place < self._model.rowCount() - 1:
            menu.addAction(self.tr("Move down"), lambda: self.move_requested.emit(entry, place + 1))
        menu.addAction(self.tr("Remove"), lambda: self.remove_requested.emit(entry))
        if self._model.rowCount() > 1:
            menu.addAction(self.tr("Remove all"), self.clear_requested.emit)
        return menu
