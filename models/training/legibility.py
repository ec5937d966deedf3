"""Reads a line of text with an OCR engine, to tell whether letters survived."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

MARGIN = 6  # pixels around the ink; recognition needs a little air


class Reader:
    """The recogniser of RapidOCR (PP-OCRv4), run on the CPU from the weights inside its package."""

    def __init__(self, engine: Any) -> None:  # noqa: ANN401 (an untyped package)
        self._engine = engine

    @classmethod
    def open(cls) -> "Reader | None":
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
