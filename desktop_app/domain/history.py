"""Undo and redo for any immutable state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

_State = TypeVar("_State")


@dataclass(frozen=True)
class History(Generic[_State]):
    """An immutable undo history: the current state with the states before and after it.

    Attributes:
        present: The current state.
        past: Earlier states, oldest first; undo goes to the last of them.
        future: Undone states; redo goes to the first of them.
    """

    present: _State
    past: tuple[_State, ...] = ()
    future: tuple[_State, ...] = ()

    @property
    def is_undoable(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.past)

    @property
    def is_redoable(self) -> bool:
        """Whether there is something to redo."""
        return bool(self.future)

    def with_step(self, state: _State) -> History[_State]:
        """Return the history with a new current state and nothing to redo; itself if nothing changed."""
        if state == self.present:
            return self
        return History(state, (*self.past, self.present))

    def mapped(self, change: Callable[[_State], _State]) -> History[_State]:
        """Return the history with every state changed; neighbouring states that become equal are merged."""
        present = change(self.present)
        earlier, later = [*map(change, self.past), present], [present, *map(change, self.future)]
        past = (before for before, after in pairwise(earlier) if before != after)
        future = (after for before, after in pairwise(later) if before != after)
        return History(present, tuple(past), tuple(future))

    def undone(self) -> History[_State]:
        """Return the history one step back; itself if there is nothing to undo."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> History[_State]:
        """Return the history one step forward; itself if there is nothing to redo."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
