"""Make the first picture of the README: the program's samples enlarged, restored, and the originals.

Run it after the shipped weights have changed: ``python -m tests.tools.make_before_after``. It overwrites
``resources/pictures/before-after.png``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image, ImageDraw, ImageFont

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import RunRequest
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.restore import enlarge_picture, restore_picture
from desktop_app.paths import RESOURCES
from models.checkpoint import read_network
from models.device_info import DeviceInfo
from models.enlarge import enlarge
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus.samples import ALL_SAMPLES, Sample
from tests.models.graphics import original, over_white

Pixels = npt.NDArray[np.uint8]

_PATH = RESOURCES / "pictures" / "before-after.png"
_GAP = 16
_CAPTION = 32
_PAPER, _INK = (243, 243, 245), (40, 42, 46)


def main() -> None:
    """Make the picture, in float32 on a CPU, so that every machine makes the same one."""
    restorer = Restorer(read_network(MODELS[0].file), DeviceInfo("cpu", "CPU"), torch.float32)
    columns: dict[str, Callable[[Sample], Pixels]] = {
        "The input, enlarged by bicubic interpolation": _enlarged,
        "Restored by Clearmark": partial(_restored, restorer),
        "The truth, which the program never saw": original,
    }
    rows = [[make(sample) for make in columns.values()] for sample in ALL_SAMPLES]
    width = max(row[0].shape[1] for row in rows)
    heights = [row[0].shape[0] for row in rows]
    size = (_GAP + len(columns) * (width + _GAP), _CAPTION + sum(heights) + len(rows) * _GAP)
    sheet = Image.new("RGB", size, _PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for index, caption in enumerate(columns):
        left, top = _GAP + index * (width + _GAP), _CAPTION
        pen.text((left, 8), caption, fill=_INK, font=font)
        for row, height in zip(rows, heights, strict=True):
            sheet.paste(
                Image.fromarray(row[index]), (left + (width - row[index].shape[1]) // 2, top)
            )
            top += height + _GAP
    sheet.save(_PATH, optimize=True)


def _enlarged(sample: Sample) -> Pixels:
    return _over_white(enlarge_picture(read_picture(sample.path), 2, enlarge))


def _restored(restorer: Restorer, sample: Sample) -> Pixels:
    picture = read_picture(sample.path)
    return _over_white(restore_picture(picture, restorer, RunRequest())[0])


def _over_white(picture: Picture) -> Pixels:
    if picture.alpha is None:
        return picture.rgb
    return over_white(Image.fromarray(np.dstack((picture.rgb, picture.alpha))))


if __name__ == "__main__":
    main()
