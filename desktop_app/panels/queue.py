"""The queue: a row for each picture with thumbnail, name, state and a thin bar while it runs."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPalette, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.controls import backdrop, heading, muted, to_pixmap
from desktop_app.session import RESTARTABLE, STOPPABLE, Entry, State
from desktop_app.texts import duration

WIDTH = 208
_ROW = 64
_THUMB = 44
_GAP = 8
_CORNER = 6

_Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """The entries as Qt's lists want them; ``UserRole`` is the :class:`Entry` itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._pixmaps: dict[int, QPixmap] = {}

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many pictures."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, state, thumbnail or entry of a row."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        values: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: entry.source.name,
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(entry),
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"{entry.source.name}, {self.state(entry)}",
            Qt.ItemDataRole.DecorationRole: lambda: self._pixmaps.get(entry.number),
            Qt.ItemDataRole.UserRole: lambda: entry,
        }
        make = values.get(role)
        return make() if make else None

    def add(self, entry: Entry) -> None:
        """Append a row."""
        row = len(self._entries)
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.append(entry)
        self.endInsertRows()

    def remove(self, entry: Entry) -> None:
        """Take a row away."""
        row = self._entries.index(entry)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self._pixmaps.pop(entry.number, None)
        self.endRemoveRows()

    def refresh(self, entry: Entry) -> None:
        """Show a row anew."""
        if entry.thumbnail is not None and entry.number not in self._pixmaps:
            self._pixmaps[entry.number] = to_pixmap(entry.thumbnail)
        index = self.index_of(entry)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def index_of(self, entry: Entry) -> QModelIndex:
        """Where an entry is; an invalid index if nowhere."""
        if entry not in self._entries:
            return QModelIndex()
        return self.index(self._entries.index(entry), 0)

    def state(self, entry: Entry) -> str:
        """Tell in a few words where an entry stands."""
        if entry.state is State.RUNNING and entry.progress is not None:
            return self.tr("tile {done} of {total}").format(
                done=entry.progress.done, total=entry.progress.total
            )
        if entry.state is State.DONE and entry.result is not None:
            return self.tr("done · {time}").format(time=duration(entry.result.seconds))
        return {
            State.WAITING: self.tr("waiting"),
            State.OPENING: self.tr("reading"),
            State.LOADING: self.tr("getting ready"),
            State.RUNNING: self.tr("restoring"),
            State.DONE: self.tr("done"),
            State.CANCELLED: self.tr("cancelled"),
            State.FAILED: self.tr("failed"),
            State.RELEASED: self.tr("done before"),
        }[entry.state]

    def _tip(self, entry: Entry) -> str:
        where = entry.source.path
        lines = [str(where) if where else entry.source.name, self.state(entry)]
        if entry.error is not None:
            lines.append(str(entry.error))
        if entry.state is State.CANCELLED:
            lines.append(self.tr("Click to start it again."))
        if entry.state is State.RELEASED:
            lines.append(
                self.tr("Its result gave its memory to others. Click to restore it again.")
            )
        return "\n".join(lines)


class QueueDelegate(QStyledItemDelegate):
    """Paints a row; all colours come from the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are equally high."""
        return QSize(WIDTH - 24, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint card, thumbnail, name, state and bar."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        state = model.state(entry) if isinstance(model, QueueModel) else ""
        rect: QRect = option.rect.adjusted(0, 2, 0, -2)
        palette: QPalette = option.palette
        flags: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, rect, palette, flags)
        thumb = QRect(rect.left() + _GAP, rect.top() + _GAP, _THUMB, _THUMB)
        self._paint_thumbnail(painter, thumb, palette, index.data(Qt.ItemDataRole.DecorationRole))
        left = thumb.right() + 11
        text = QRect(left, rect.top(), rect.right() - _GAP - left, rect.height())
        self._paint_texts(painter, text, palette, entry, state)
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
        painter: QPainter, rect: QRect, palette: QPalette, entry: Entry, state: str
    ) -> None:
        metrics = painter.fontMetrics()
        height = metrics.height()
        has_bar = entry.state is State.RUNNING and entry.progress is not None
        top = rect.center().y() - height - (4 if has_bar else 1)
        name_box = QRect(rect.left(), top, rect.width(), height)
        name = metrics.elidedText(entry.source.name, Qt.TextElideMode.ElideMiddle, name_box.width())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter, name)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        state_box = name_box.translated(0, height + 2)
        words = painter.fontMetrics().elidedText(
            state, Qt.TextElideMode.ElideRight, state_box.width()
        )
        painter.drawText(state_box, Qt.AlignmentFlag.AlignVCenter, words)
        if has_bar and entry.progress is not None:
            groove = QRect(rect.left(), state_box.bottom() + 4, rect.width(), 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
            painter.drawRoundedRect(groove, 1.5, 1.5)
            groove.setWidth(round(rect.width() * entry.progress.done / entry.progress.total))
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(groove, 1.5, 1.5)


class QueuePanel(QFrame):
    """The list with its heading, menu and keys."""

    chosen = Signal(object)  # Entry: look at it
    activated = Signal(object)  # Entry: clicked, or Enter
    retried = Signal(object)  # Entry
    cancel_requested = Signal()
    removed = Signal(object)  # Entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue")
        self.setFixedWidth(WIDTH)
        self._is_told = False
        self._heading = heading(self.tr("Queue"))
        self._model = QueueModel(self)
        self._hint = muted(self.tr("Pictures that you drop wait here."))
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(6, 0, 6, 0)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(QueueDelegate(self._list))
        self._list.setAccessibleName(self.tr("Queue"))
        self._list.setMouseTracking(True)
        self._list.setSpacing(0)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.clicked.connect(lambda index: self._tell(self.activated, index))
        self._list.activated.connect(lambda index: self._tell(self.activated, index))
        for keys in (QKeySequence.StandardKey.Delete, Qt.Key.Key_Backspace):
            remove = QShortcut(QKeySequence(keys), self._list)
            remove.setContext(Qt.ShortcutContext.WidgetShortcut)
            remove.activated.connect(lambda: self._tell(self.removed, self._list.currentIndex()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 8)
        layout.setSpacing(8)
        self._heading.setContentsMargins(6, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(self._list, 1)

    def add(self, entry: Entry) -> None:
        """Append an entry."""
        self._model.add(entry)
        self._count()

    def remove(self, entry: Entry) -> None:
        """Take an entry away."""
        self._is_told = True  # the session says what is looked at next, not Qt
        self._model.remove(entry)
        self._is_told = False
        self._count()

    def refresh(self, entry: Entry) -> None:
        """Show an entry anew."""
        self._model.refresh(entry)

    def select(self, entry: Entry | None) -> None:
        """Mark the entry that is looked at, without telling anybody."""
        index = self._model.index_of(entry) if entry else QModelIndex()
        self._is_told = True
        self._list.setCurrentIndex(index)
        self._is_told = False
        self._list.scrollTo(index)

    def _count(self) -> None:
        count = self._model.rowCount()
        title = self.tr("Queue").upper()
        self._hint.setVisible(count == 0)
        self._heading.setText(f"{title} · {count}" if count else title)

    def _tell(self, signal: Any, index: _Index) -> None:  # noqa: ANN401 (PySide6's SignalInstance)
        if index.isValid():
            signal.emit(index.data(Qt.ItemDataRole.UserRole))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_told:
            self._tell(self.chosen, current)

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
            menu.addAction(self.tr("Retry"), lambda: self.retried.emit(entry))
        else:
            menu.addAction(self.tr("Restore now"), lambda: self.retried.emit(entry))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), lambda: self.removed.emit(entry))
        return menu
