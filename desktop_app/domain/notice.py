"""A sentence for the user, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Tone(StrEnum):
    """How a notice is meant; the style sheet knows these names."""

    GOOD = "good"
    PLAIN = "plain"
    BAD = "bad"


class Scope(Enum):
    """What a notice is about, which says how long it lasts unless it is dismissed or another one comes."""

    PICTURE = auto()  # until another picture is looked at, or this one is restored again
    DROP = (
        auto()
    )  # what was dropped: until the next drop, and then as of a picture; until other choices
    WINDOW = auto()  # until it is dismissed


@dataclass(frozen=True, eq=False)
class Notice:
    """What a banner says.

    Args:
        text: One sentence.
        tone: A good notice goes by itself after a while.
        button: The words on its button; empty for none.
        on_button: Called when the button is pressed.
        details: Told by the tool tip and, if asked for, below the sentence; empty for none.
        scope: How long it lasts.
        stays: Whether it gives way to other notices but comes back after them.
    """

    text: str
    tone: Tone
    button: str = ""
    on_button: Callable[[], object] | None = None
    details: str = ""
    scope: Scope = Scope.PICTURE
    stays: bool = False
