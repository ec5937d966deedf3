"""Write results of the command line: as pixels or SVG, with their colour profile and print size."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_app.imaging.encoding import check_fit
from desktop_app.imaging.naming import NameFields, NamePattern, printable, quoted
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.print_size import with_print_width
from desktop_app.imaging.restore import too_large_reason
from desktop_app.imaging.tracing import MAX_TRACED_PIXELS, TraceError, trace
from desktop_app.imaging.writing import (
    ExportFormat,
    ExportOptions,
    WriteError,
    write_picture,
    write_svg,
)

_SVG = "svg"


class ResultFormat:
    """The format in which all results of a batch are written.

    Args:
        options: The parsed options of ``enhance``.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        self._pattern: NamePattern = options.name
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

    @property
    def suffix(self) -> str:
        """File name suffix, with its dot."""
        return self._options.format.suffix if self._options is not None else f".{_SVG}"

    def check(self, picture: Picture, fields: NameFields) -> None:
        """Refuse a picture whose result could not be written, before spending time on restoring it.

        Args:
            picture: The picture to restore.
            fields: Name fields of its result, which include its size.

        Raises:
            WriteError: The result would have too many pixels for the program, the format or the tracer.
            WriteError: The print width is not possible for the result.
        """
        sentence = too_large_reason(picture, fields.scale, printable(fields.source.name))
        if sentence is not None:
            raise WriteError(sentence)
        name = self._pattern.fill(fields) + self.suffix
        result = self._sized(_blank_result(picture, fields), name)
        if self._options is not None:
            check_fit(result, self._options, printable(name))
        elif result.width * result.height > MAX_TRACED_PIXELS:
            raise WriteError(
                f"A result of {result.size_text} pixels is too large to be traced: "
                f"the limit is {MAX_TRACED_PIXELS // 10**6} megapixels."
            )

    def write(
        self, picture: Picture, path: Path, source: Path, on_encoded: Callable[[bytes], None]
    ) -> None:
        """Write a result atomically.

        Args:
            picture: The result.
            path: Where to write.
            source: The source of the result, which is never overwritten.
            on_encoded: Called with the bytes of the file before they are written to disk.

        Raises:
            WriteError: The file cannot be written.
            WriteError: The result cannot be traced.
            WriteError: The print width is not possible for the result.
        """
        picture = self._sized(picture, path.name)
        if self._options is None:
            try:
                svg = trace(picture, title=source.stem).svg
            except TraceError as error:
                raise WriteError(f"{quoted(path.name)} was not written. {error}") from error
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

    def _sized(self, picture: Picture, name: str) -> Picture:
        """Return the picture with the requested print width, if any."""
        if self._width is None:
            return picture
        try:
            return with_print_width(picture, self._width)
        except ValueError as error:
            raise WriteError(f"{quoted(name)} was not written: {error}.") from error


def _blank_result(picture: Picture, fields: NameFields) -> Picture:
    """Return a picture of the result's size that takes no memory."""
    plane = np.broadcast_to(np.uint8(0), (fields.height, fields.width))
    rgb = np.broadcast_to(np.uint8(0), (*plane.shape, 3))
    return Picture(rgb, None if picture.alpha is None else plane)
