"""How the command line writes results: as pixels or as shapes, in which colours, how wide on paper."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop_app.imaging.picture import Picture, quoted
from desktop_app.imaging.printing import with_width
from desktop_app.imaging.tracing import MAX_PIXELS, TraceError, trace
from desktop_app.imaging.writing import (
    ExportFormat,
    ExportOptions,
    WriteError,
    write_picture,
    write_svg,
)

_SVG = "svg"


class ResultFormat:
    """One format for all results.

    Args:
        options: What the parser made of the words after ``enhance``.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        self._width: float | None = options.print_width
        self._overwrite: bool = options.overwrite
        self._options: ExportOptions | None = None
        if options.format != _SVG:
            self._options = ExportOptions(
                ExportFormat(options.format),
                quality=options.quality or ExportOptions.quality,
                lossless=options.quality is None,
                keep_profile=not options.srgb,
            )
        self.settings: dict[str, int | str | None] = {
            "format": options.format,
            "quality": options.quality,
            "print_width": None if self._width is None else f"{self._width:g} mm",
            "srgb": options.srgb,
        }
        """What a result has to be equal in to count as the same."""

    @property
    def suffix(self) -> str:
        """The end of the names, with its dot."""
        return self._options.format.suffix if self._options is not None else f".{_SVG}"

    def check(self, picture: Picture, scale: int) -> None:
        """Refuse what could not be written, before the long work of restoring it.

        Args:
            picture: To be restored.
            scale: Times as large.

        Raises:
            WriteError: Its result would have too many pixels.
        """
        width, height = scale * picture.width, scale * picture.height
        if self._options is None and width * height > MAX_PIXELS:
            raise WriteError(
                f"A result of {width} × {height} pixels is too large to be traced: "
                f"the limit is {MAX_PIXELS // 10**6} megapixels."
            )

    def write(
        self, picture: Picture, path: Path, source: Path, on_encoded: Callable[[bytes], None]
    ) -> None:
        """Write a result; the file is there whole, or as it was before.

        Args:
            picture: The result.
            path: Where to.
            source: What it was made from, which is never written over.
            on_encoded: Called with the whole file before the disk gets it.

        Raises:
            WriteError: It cannot be written, traced, or printed so wide.
        """
        named = quoted(path.name)
        try:
            if self._width is not None:
                picture = with_width(picture, self._width)
            svg = trace(picture, title=source.stem).svg if self._options is None else ""
        except ValueError as error:
            raise WriteError(f"{named} was not written: {error}.") from error
        except TraceError as error:
            raise WriteError(f"{named} was not written. {error}") from error
        if self._options is None:
            write_svg(svg, path, source=source, overwrite=self._overwrite, on_encoded=on_encoded)
        else:
            write_picture(
                picture,
                path,
                self._options,
                source=source,
                overwrite=self._overwrite,
                on_encoded=on_encoded,
            )
