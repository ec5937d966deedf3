"""Reads a line of text with an OCR engine, to tell whether letters survived."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from models.training.corpus.pack_format import Target
from models.training.evaluation.metrics import character_errors

MARGIN = 6  # pixels around the ink; recognition needs a little air
CONTEXT = 24  # pixels kept around a line that is judged alone: more than the widest blur reaches


class OcrReader:
    """The recogniser of RapidOCR (PP-OCRv4), run on the CPU from the weights inside its package."""

    def __init__(self, engine: Any) -> None:  # noqa: ANN401 (an untyped package)
        self._engine = engine

    @classmethod
    def open(cls) -> "OcrReader | None":
        """The reader, or None where the package is not installed."""
        try:
            from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-not-found,import-untyped,unused-ignore]
        except ImportError:
            return None
        return cls(RapidOCR())

    def read(self, image: npt.NDArray[np.uint8], box: Sequence[float]) -> str:
        """Read one line.

        Args:
            image: uint8 (H, W, 3).
            box: Of the line's ink: left, top, right, bottom, in pixels.

        Returns:
            What it says, or an empty string.
        """
        left, top = (max(0, int(edge) - MARGIN) for edge in box[:2])
        right, bottom = (int(np.ceil(edge)) + MARGIN for edge in box[2:])
        line = np.ascontiguousarray(image[top:bottom, left:right, ::-1])  # it takes BGR
        result, _ = self._engine(line, use_det=False, use_cls=False, use_rec=True)
        return str(result[0][0]) if result else ""

    def count_misread(self, image: npt.NDArray[np.uint8], line: Target) -> int:
        """Count the characters that are read wrongly in a picture of ``line``, its size unchanged.

        Raises:
            ValueError: The target is no picture of one single line.
        """
        if line.box is None:
            raise ValueError("where the line is and what it says is not known")
        return character_errors(self.read(image, line.box), line.text)


def legible_lines(targets: Iterable[Target], reader: OcrReader, count: int) -> list[Target]:
    """The first lines that the engine reads without error when they are sharp, cut out of their pictures.

    A line that is misread when it is sharp tells nothing about restoring.

    Args:
        targets: Sharp pictures; those that are no single line are passed over.
        reader: That will judge the restored lines.
        count: How many to find at most.

    Returns:
        Pictures of even sides with about ``CONTEXT`` pixels around the ink.
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
    """Errors a character and the standard error of that, by bootstrap over lines.

    Args:
        misread: Wrong characters of each line, (lines,); may be differences, so negative.
        characters: Of each line, (lines,), above 0.
    """
    drawn = np.random.default_rng(0).integers(len(misread), size=(2000, len(misread)))
    shares = misread[drawn].sum(axis=1) / characters[drawn].sum(axis=1)
    return float(misread.sum() / characters.sum()), float(shares.std())


def _cut_out(target: Target, box: Sequence[float]) -> Target:
    height, width = target.pixels.shape[:2]
    # Even corners: the line keeps its place on the source's grid.
    left, top = (max(0, int(edge) - CONTEXT) // 2 * 2 for edge in box[:2])
    right, bottom = (
        min(side, int(np.ceil(edge)) + CONTEXT) // 2 * 2
        for edge, side in zip(box[2:], (width, height), strict=True)
    )
    pixels = np.ascontiguousarray(target.pixels[top:bottom, left:right])
    inside = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    return replace(target, pixels=pixels, box=inside)
