"""Find the kinds of files that Pillow takes for damaged because it does not know them."""

from __future__ import annotations

from typing import Protocol

from desktop_app.imaging.bmp_fields import BmpFields, is_bmp
from desktop_app.imaging.ordinary_file import OrdinaryFile
from desktop_app.imaging.tiff_samples import TiffSamples, is_classic_tiff


class RareKindError(Exception):
    """A file is sound, but of a kind that cannot be read.

    Args:
        file_format: "TIFF" or "BMP".
        details: What is rare about it.
    """

    def __init__(self, file_format: str, details: str) -> None:
        super().__init__(file_format, details)
        self.format = file_format
        self.kind = f"{file_format} ({details})"


class RareFile(Protocol):
    """A file of a rare kind, still packed."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in pixels."""

    def ordinary(self) -> OrdinaryFile:
        """Rewrite it; raises nearly any exception where it is damaged."""


def rare_file(data: bytes, *, is_unknown: bool) -> RareFile | None:
    """Open a file that Pillow could not read.

    Args:
        data: The whole file.
        is_unknown: Whether Pillow did not even recognise it.

    Returns:
        The file; None if its kind is no rare one, or it is damaged.

    Raises:
        RareKindError: It is of a kind that cannot be read.
    """
    file: TiffSamples | BmpFields
    try:
        if is_bmp(data):
            file = BmpFields(data)
        elif is_classic_tiff(data):
            file = TiffSamples(data)
            if not is_unknown and not file.is_packed_as_webp:
                return None
        else:
            return None
    except Exception:  # noqa: BLE001 - Pillow raises nearly every type on damaged directories
        return None
    if file.is_readable:
        return file
    if file.kind:
        raise RareKindError("BMP" if is_bmp(data) else "TIFF", file.kind)
    return None
