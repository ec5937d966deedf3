"""A file of a rare kind, rewritten as an ordinary one of its format, which Pillow reads."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.i18n.sentence import Sentence
from desktop_app.imaging.picture import Pixels


@dataclass(frozen=True)
class OrdinaryFile:
    """The same picture in 8 bits per channel, with all the metadata of its file.

    Attributes:
        data: The file.
        alpha: Opacity, shape (H, W), as stored, where the format has no place for it beside these colours.
        orientation: Of ``alpha``, as EXIF has it: 1 to 8.
        notes: What was reduced.
    """

    data: bytes
    alpha: Pixels | None = None
    orientation: int = 1
    notes: tuple[Sentence, ...] = ()
