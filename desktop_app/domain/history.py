"""Undo and redo over any immutable state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

_State = TypeVar("_State")


@dataclass(frozen=True)
class History(Generic[_State]):
    """A state with those before and after it; every step gives a new history.

    Attributes:
        present: The state that counts.
        past: What undoing leads to, the last first to come.
        future: What redoing leads to, the first first to come.
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
        """Go on to a new state, which ends what could be redone; the same state is no step."""
        if state == self.present:
            return self
        return History(state, (*self.past, self.present))

    def undone(self) -> History[_State]:
        """The history one step back; itself at the beginning."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> History[_State]:
        """The history one step on; itself at the end."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
