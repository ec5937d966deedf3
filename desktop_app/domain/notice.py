"""Notices: a sentence for the user, and a button for what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Tone(StrEnum):
    """The tone of a notice; the style sheet uses these values."""

    GOOD = "good"
    PLAIN = "plain"
    WARNING = "warning"
    BAD = "bad"


class Scope(Enum):
    """What a notice is about, and so how long it stays unless it is dismissed or replaced."""

    # Until another picture is selected or this one is restored again.
    PICTURE = auto()
    # About dropped files: stays when another picture is selected, until the next drop or until the
    # choices change.
    DROP = auto()
    # Until it is dismissed.
    WINDOW = auto()


@dataclass(frozen=True, eq=False)
class Notice:
    """A message on the banner.

    Args:
        text: One sentence.
        tone: A good notice disappears by itself after a while.
        button: Text of its button; empty for none.
        on_button: Called when the button is pressed.
        details: Shown in the tool tip and, on request, below the sentence; empty for none.
        scope: How long it lasts.
        stays: Whether it comes back after another notice has replaced it.
    """

    text: str
    tone: Tone
    button: str = ""
    on_button: Callable[[], object] | None = None
    details: str = ""
    scope: Scope = Scope.PICTURE
    stays: bool = False
