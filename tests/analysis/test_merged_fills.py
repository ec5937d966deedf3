from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageFilter

from desktop_app.analysis.fidelity import check_fidelity
from desktop_app.analysis.merged_fills import MergedFills
from desktop_app.imaging.picture import Colour, Picture, Pixels
from models.enlarge import enlarge

GROUND, BOX, BLUE, OTHER_BLUE = (250, 250, 250), (242, 242, 247), (10, 132, 255), (0, 122, 255)
BETWEEN: Colour = (4, 126, 255)


def drawn(
    scale: int, box: Colour = BOX, blue: Colour = BLUE, other_blue: Colour = OTHER_BLUE
) -> Pixels:
    """A pale box on a ground that is hardly paler, and two similar blues side by side."""
    rgb = np.full((100 * scale, 200 * scale, 3), GROUND, np.uint8)
    for left, top, right, bottom, colour in (
        (20, 30, 90, 70, box),
        (110, 20, 150, 80, blue),
        (150, 20, 186, 80, other_blue),
    ):
        rgb[top * scale : bottom * scale, left * scale : right * scale] = colour
    return rgb


def small(sigma: float, quality: int) -> Picture:
    """The input: blurred, and compressed if ``quality`` is not 0."""
    image = Image.fromarray(drawn(1)).filter(ImageFilter.GaussianBlur(sigma))
    if quality:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality)
        image = Image.open(buffer).convert("RGB")
    return Picture(np.array(image))


@pytest.mark.parametrize(("sigma", "quality"), [(1.2, 0), (0.8, 75)])
@pytest.mark.parametrize(
    ("changed", "left", "right"),
    [
        (drawn(2, box=GROUND), 20, 90),
        (drawn(2, blue=BETWEEN, other_blue=BETWEEN), 110, 186),
        (drawn(2, blue=OTHER_BLUE), 110, 150),
    ],
    ids=["box gone", "blues in between", "one blue"],
)
def test_a_fill_that_vanished_in_another_one_is_found(
    changed: Pixels, left: int, right: int, sigma: float, quality: int
) -> None:
    fidelity = check_fidelity(small(sigma, quality), Picture(changed), 2)
    boxes = [region.box for region in fidelity.regions]
    assert boxes
    assert all(left - 4 <= box[0] < box[2] <= right + 4 for box in boxes), boxes
    assert max(box[2] for box in boxes) - min(box[0] for box in boxes) > 0.6 * (right - left)
    assert fidelity.sentence().startswith("Look here: ")


@pytest.mark.parametrize(("sigma", "quality"), [(1.2, 0), (0.8, 90), (0.8, 75), (0.8, 50)])
def test_fills_that_stay_apart_are_faithful(sigma: float, quality: int) -> None:
    source = small(sigma, quality)
    merged = MergedFills(source, Picture(enlarge(source.rgb, 4)))
    assert merged.ratios(np.s_[0:100, 0:200]).max() < 0.5
    assert check_fidelity(source, Picture(drawn(2)), 2).is_faithful


def test_a_tint_of_the_whole_picture_merges_no_fills() -> None:
    tinted = np.clip(drawn(2).astype(int) - (4, 4, 1), 0, 255).astype(np.uint8)
    assert check_fidelity(small(0, 0), Picture(tinted), 2).is_faithful


def test_a_protected_fill_is_not_compared() -> None:
    protected = np.full((200, 400), 255, np.uint8)
    gone = Picture(drawn(2, box=GROUND))
    assert check_fidelity(small(0, 0), gone, 2, protected=protected).is_faithful
