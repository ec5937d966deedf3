"""Qt's list model of the queue: the data of each row, and reordering by drag and drop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.domain.captions import refusal_sentence
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.i18n.formatting import format_duration, translated
from desktop_app.imaging.naming import printable
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.widgets.controls import plain_tooltip, to_pixmap
from models.registry import AUTOMATIC, find_model

_PAUSABLE = (EntryState.WAITING, EntryState.HELD, EntryState.RUNNING)
_ROW_TYPE = "application/x-clearmark-row"

_Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """The entries of the queue as a list model; ``UserRole`` is the :class:`Entry` itself."""

    move_requested = Signal(object, int)  # Entry, its index afterwards

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._pixmaps: dict[int, QPixmap] = {}
        self._warning_colour: QColor | None = None
        self._is_paused = False

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of pictures."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return name, state and its colour, thumbnail or entry of a row, by role."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        values: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: entry.source.name,
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(entry),
            Qt.ItemDataRole.AccessibleDescriptionRole: lambda: self.settings(entry),
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"{entry.source.name}, {self.state(entry)}",
            Qt.ItemDataRole.DecorationRole: lambda: self._pixmaps.get(entry.number),
            Qt.ItemDataRole.ForegroundRole: lambda: self._foreground(entry),
            Qt.ItemDataRole.UserRole: lambda: entry,
        }
        value = values.get(role)
        return value() if value else None

    def add(self, entry: Entry) -> None:
        """Append a row."""
        row = len(self._entries)
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.append(entry)
        self.endInsertRows()

    def move(self, entry: Entry, place: int) -> None:
        """Move the row of ``entry`` to the index ``place``."""
        row, top = self._entries.index(entry), QModelIndex()
        # Qt counts the target index before the row is removed.
        if row != place and self.beginMoveRows(
            top, row, row, top, place + 1 if place > row else place
        ):
            self._entries.insert(place, self._entries.pop(row))
            self.endMoveRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Allow dragging rows, and dropping them between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow moving only, not copying."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Accept rows of this list only, not files."""
        return [_ROW_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Encode the index of the dragged row."""
        data = QMimeData()
        data.setData(_ROW_TYPE, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Request the move; the session carries it out."""
        del action, column
        if not data.hasFormat(_ROW_TYPE):
            return False
        source = int(bytes(data.data(_ROW_TYPE).data()))
        target = row if row >= 0 else (parent.row() if parent.isValid() else len(self._entries))
        self.move_requested.emit(self._entries[source], target - (target > source))
        return False  # otherwise the view would remove the old row itself

    def remove(self, entry: Entry) -> None:
        """Remove the row of ``entry``."""
        row = self._entries.index(entry)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self._pixmaps.pop(entry.number, None)
        self.endRemoveRows()

    def refresh(self, entry: Entry) -> None:
        """Repaint the row of ``entry``."""
        if entry.thumbnail is not None and entry.number not in self._pixmaps:
            self._pixmaps[entry.number] = to_pixmap(entry.thumbnail)
        index = self.index_of(entry)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def set_warning_colour(self, colour: QColor) -> None:
        """Set the colour of states that the user should look into."""
        self._warning_colour = colour
        self._refresh_all()

    def set_paused(self, *, is_paused: bool) -> None:
        """Set whether the work is paused, and so what waits and what runs."""
        self._is_paused = is_paused
        self._refresh_all()

    def _refresh_all(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))

    def index_of(self, entry: Entry) -> QModelIndex:
        """Return the index of an entry; invalid if it is not in the list."""
        if entry not in self._entries:
            return QModelIndex()
        return self.index(self._entries.index(entry), 0)

    def state(self, entry: Entry) -> str:
        """Describe the state of an entry in a few words."""
        if self._is_paused and entry.state in _PAUSABLE:
            return self.tr("paused")
        if entry.state is EntryState.RUNNING and entry.progress is not None:
            return self.tr("tile {done} of {total}").format(
                done=entry.progress.done, total=entry.progress.total
            )
        if refusal := self._refusal(entry):
            return refusal
        if entry.state is EntryState.DONE and entry.result is not None:
            return self.tr("done · {time}").format(time=format_duration(entry.result.run.seconds))
        return {
            EntryState.WAITING: self.tr("waiting"),
            EntryState.OPENING: self.tr("reading"),
            EntryState.LOADING: self.tr("getting ready"),
            EntryState.HELD: self.tr("waiting"),
            EntryState.RUNNING: self.tr("restoring"),
            EntryState.DONE: self.tr("done"),
            EntryState.CANCELLED: self.tr("cancelled"),
            EntryState.FAILED: self.tr("failed"),
            EntryState.EVICTED: self.tr("done earlier"),
        }[entry.state]

    def _foreground(self, entry: Entry) -> QColor | None:
        """Return the colour of the state; None for the usual one."""
        return self._warning_colour if self._refusal(entry) else None

    def _refusal(self, entry: Entry) -> str:
        """Return the state of a finished entry whose network result was rejected; empty for all others."""
        if entry.run is None or entry.state not in (EntryState.DONE, EntryState.EVICTED):
            return ""
        return {
            RunOutcome.RESTORED: "",
            RunOutcome.PARTLY_RESTORED: self.tr("partly restored"),
            RunOutcome.NOT_RESTORED: self.tr("not restored"),
        }[entry.run.outcome]

    def settings(self, entry: Entry) -> str:
        """Describe how an entry is restored: its scale, and what differs from the usual settings."""
        choices, parts = entry.choices, [f"{entry.choices.scale}×"]
        if choices.model != AUTOMATIC:
            known = find_model(choices.model)
            parts.append(known.title if known else printable(Path(choices.model).name))
        if not choices.self_ensemble:
            parts.append(self.tr("one answer"))
        if choices.device != AUTOMATIC:
            parts.append(choices.device.upper())
        return " · ".join(parts)

    def _tip(self, entry: Entry) -> str:
        where = entry.source.path
        lines = [
            printable(str(where)) if where else entry.source.name,
            self.state(entry),
            self.settings(entry),
        ]
        if entry.error is not None:
            lines.append(translated(entry.error))
        if entry.run is not None and self._refusal(entry):
            lines.append(refusal_sentence(entry.run))
        if entry.state is EntryState.CANCELLED:
            lines.append(self.tr("Click to start it again."))
        if entry.state is EntryState.EVICTED:
            lines.append(
                self.tr("Its result is kept. Click to look at it.")
                if entry.cached
                else self.tr("Its result was dropped to free memory. Click to restore it again.")
            )
        return plain_tooltip("\n".join(lines))
