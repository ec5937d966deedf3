"""A sentence for the user, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a notice is meant; the style sheet knows these names."""

    GOOD = "good"
    PLAIN = "plain"
    BAD = "bad"


@dataclass(frozen=True, eq=False)
class Notice:
    """What a banner says.

    Args:
        text: One sentence.
        tone: A good notice goes by itself after a while.
        button: The words on its button; empty for none.
        act: Called when the button is pressed.
        details: Told by the tool tip and, if asked for, below the sentence; empty for none.
        stays: Whether it gives way to other notices but comes back after them.
    """

    text: str
    tone: Tone
    button: str = ""
    act: Callable[[], object] | None = None
    details: str = ""
    stays: bool = False
