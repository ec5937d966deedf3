"""Measure legibility: read lines of text with an OCR engine and count the wrong characters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from models.training.corpus.pack_format import Target
from models.training.evaluation.metrics import character_errors

MARGIN = 6  # pixels around the ink; the recogniser needs some space
CONTEXT = 24  # pixels around a line that is cut out: more than the widest blur reaches


class OcrReader:
    """The recogniser of RapidOCR (PP-OCRv4), run on the CPU from the weights inside its package."""

    def __init__(self, engine: Any) -> None:  # noqa: ANN401 (an untyped package)
        self._engine = engine

    @classmethod
    def open(cls) -> "OcrReader | None":
        """Start the recogniser; return None if its package is not installed."""
        try:
            from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-not-found,import-untyped,unused-ignore]
        except ImportError:
            return None
        return cls(RapidOCR())

    def read(self, image: npt.NDArray[np.uint8], box: Sequence[float]) -> str:
        """Read one line.

        Args:
            image: uint8 (H, W, 3).
            box: Left, top, right, bottom of the line's ink, in pixels.

        Returns:
            The text, empty if nothing was recognised.
        """
        left, top = (max(0, int(edge) - MARGIN) for edge in box[:2])
        right, bottom = (int(np.ceil(edge)) + MARGIN for edge in box[2:])
        line = np.ascontiguousarray(image[top:bottom, left:right, ::-1])  # the engine takes BGR
        result, _ = self._engine(line, use_det=False, use_cls=False, use_rec=True)
        return str(result[0][0]) if result else ""

    def count_misread(self, image: npt.NDArray[np.uint8], line: Target) -> int:
        """Count the characters that are misread in a restored picture of ``line``.

        Args:
            image: uint8, of the same shape as the target's pixels.
            line: A target that shows a single line.

        Raises:
            ValueError: The target is not a picture of a single line.
        """
        if line.box is None:
            raise ValueError("where the line is and what it says is not known")
        return character_errors(self.read(image, line.box), line.text)


def legible_lines(targets: Iterable[Target], reader: OcrReader, count: int) -> list[Target]:
    """Find the first lines that the engine reads without error when sharp, and crop them.

    A line that is misread even when it is sharp says nothing about restoring.

    Args:
        targets: Sharp pictures; those that do not show a single line are skipped.
        reader: The same that will read the restored lines.
        count: The most to find.

    Returns:
        Pictures of even sides, with about ``CONTEXT`` pixels around the ink.
    """
    lines: list[Target] = []
    for target in targets:
        if len(lines) == count:
            break
        if target.box is not None:
            line = _cut_out(target, target.box)
            if reader.count_misread(line.pixels, line) == 0:
                lines.append(line)
    return lines


def error_rate_with_deviation(
    misread: npt.NDArray[np.int64], characters: npt.NDArray[np.int64]
) -> tuple[float, float]:
    """Compute the error rate per character, and its standard error by bootstrap over lines.

    Args:
        misread: Wrong characters of each line, (lines,); negative where it is a difference.
        characters: Length of each line, (lines,), above 0.
    """
    drawn = np.random.default_rng(0).integers(len(misread), size=(2000, len(misread)))
    shares = misread[drawn].sum(axis=1) / characters[drawn].sum(axis=1)
    return float(misread.sum() / characters.sum()), float(shares.std())


def _cut_out(target: Target, box: Sequence[float]) -> Target:
    height, width = target.pixels.shape[:2]
    # Even corners keep the line where it was on the source's grid.
    left, top = (max(0, int(edge) - CONTEXT) // 2 * 2 for edge in box[:2])
    right, bottom = (
        min(side, int(np.ceil(edge)) + CONTEXT) // 2 * 2
        for edge, side in zip(box[2:], (width, height), strict=True)
    )
    pixels = np.ascontiguousarray(target.pixels[top:bottom, left:right])
    inside = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    return replace(target, pixels=pixels, box=inside)
