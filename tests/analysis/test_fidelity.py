from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from desktop_app.analysis.degradation_model import estimate_degradation, reduce_result, to_planes
from desktop_app.analysis.fidelity import FLAGGED, Fidelity, check_fidelity
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import read_picture
from models.enlarge import enlarge

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NAMES = {"juniper": "juniper.jpg", "halden": "halden.png", "ostrel": "ostrel.gif"}
Box = tuple[int, int, int, int]  # left, top, right, bottom


def sample(name: str) -> tuple[Picture, Picture]:
    """A damaged sample, and the sharp original of twice its size."""
    return read_picture(SAMPLES / NAMES[name]), read_picture(SAMPLES / f"{name}-original.png")


def lettering(scale: int) -> Picture:
    """A line of dark blue letters and an orange square, drawn ``scale`` times as large as its input."""
    image = Image.new("RGB", (140 * scale, 40 * scale), (250, 248, 240))
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(14 * scale)
    draw.text((34 * scale, 10 * scale), "Harbour & Sons", (20, 30, 80), font)
    draw.rectangle((8 * scale, 10 * scale, 24 * scale, 26 * scale), (230, 120, 20))
    return Picture(np.array(image))


def damaged(
    picture: Picture, scale: int, sigma: float = 0.9, quality: int | None = None
) -> Picture:
    """The input that a picture is the sharp version of: blurred by ``sigma`` input pixels, reduced."""
    image = Image.fromarray(picture.rgb).filter(ImageFilter.GaussianBlur(sigma * scale))
    image = image.reduce(scale) if scale > 1 else image
    if quality:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality)
        image = Image.open(buffer)
    return Picture(np.array(image.convert("RGB")))


def painted(picture: Picture, box: Box, colour: tuple[int, int, int]) -> Picture:
    left, top, right, bottom = box
    rgb = picture.rgb.copy()
    rgb[top:bottom, left:right] = colour
    return replace(picture, rgb=rgb)


def mirrored(picture: Picture, box: Box) -> Picture:
    left, top, right, bottom = box
    rgb, alpha = picture.rgb.copy(), picture.alpha
    rgb[top:bottom, left:right] = rgb[top:bottom, left:right][:, ::-1]
    if alpha is not None:
        alpha = alpha.copy()
        alpha[top:bottom, left:right] = alpha[top:bottom, left:right][:, ::-1]
    return replace(picture, rgb=rgb, alpha=alpha)


def recoloured(picture: Picture, box: Box, shift: tuple[int, int, int]) -> Picture:
    """The picture, with whatever is dark in a box moved in colour."""
    left, top, right, bottom = box
    rgb = picture.rgb.copy()
    part = rgb[top:bottom, left:right].astype(int)
    is_ink = part.min(axis=2, keepdims=True) < 200
    rgb[top:bottom, left:right] = np.clip(part + is_ink * np.array(shift), 0, 255)
    return replace(picture, rgb=rgb)


def with_alpha(picture: Picture, box: Box, value: int) -> Picture:
    left, top, right, bottom = box
    assert picture.alpha is not None
    alpha = picture.alpha.copy()
    alpha[top:bottom, left:right] = value
    return replace(picture, alpha=alpha)


def is_found(fidelity: Fidelity, box: Box, scale: int) -> bool:
    """Whether all flagged regions, at least one, lie on a place of the result."""
    near = [
        region.box[0] * scale < box[2] + 4
        and region.box[2] * scale > box[0] - 4
        and region.box[1] * scale < box[3] + 4
        and region.box[3] * scale > box[1] - 4
        for region in fidelity.regions
    ]
    return bool(near) and all(near)


# --- faithful ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_original_of_a_sample_is_faithful(name: str) -> None:
    small, original = sample(name)
    fidelity = check_fidelity(small, original, 2)
    assert fidelity.regions == ()
    assert fidelity.map.shape == (small.height, small.width)
    assert fidelity.map.max() < FLAGGED
    assert 95 < fidelity.score <= 100
    assert fidelity.sentence().startswith("Faithful")


@pytest.mark.parametrize("name", NAMES)
def test_mere_enlarging_is_faithful(name: str) -> None:
    small, _ = sample(name)
    alpha = None if small.alpha is None else enlarge(small.alpha, 2)
    assert check_fidelity(small, Picture(enlarge(small.rgb, 2), alpha), 2).is_faithful


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("sigma", [0.4, 1.5])
@pytest.mark.parametrize("quality", [None, 60])
def test_what_was_blurred_and_compressed_is_faithful_at_every_scale(
    scale: int, sigma: float, quality: int | None
) -> None:
    sharp = lettering(scale)
    fidelity = check_fidelity(damaged(sharp, scale, sigma, quality), sharp, scale)
    assert fidelity.is_faithful, fidelity.regions


@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (3, 13)])
def test_the_codec_is_recognised_in_a_cropped_picture_too(rows: int, columns: int) -> None:
    sharp = lettering(2)
    whole = damaged(
        Picture(np.pad(sharp.rgb, ((2 * rows, 0), (2 * columns, 0), (0, 0)), "edge")), 2, quality=45
    )
    small = np.ascontiguousarray(whole.rgb[rows:, columns:])
    everywhere = np.ones(small.shape[:2], bool)
    jpeg = estimate_degradation(to_planes(small), reduce_result(sharp.rgb, 2), everywhere).jpeg
    assert jpeg is not None
    assert abs(jpeg.quality - 45) <= 3
    assert (jpeg.rows, jpeg.columns, jpeg.subsampling) == (rows, columns, 2)


# --- changed -------------------------------------------------------------------------------------

WHITE = (255, 255, 255)
IVORY = (245, 237, 221)


@pytest.mark.parametrize(
    ("name", "box", "colour"),
    [
        ("juniper", (248, 40, 266, 55), WHITE),  # the dot of the i
        ("juniper", (283, 113, 288, 124), WHITE),  # half of a small l
        ("ostrel", (110, 97, 150, 104), IVORY),  # a part of a thin line
        ("ostrel", (322, 50, 342, 58), IVORY),  # half of the bar of the T
    ],
)
def test_a_stroke_that_is_gone_is_found(name: str, box: Box, colour: tuple[int, int, int]) -> None:
    small, original = sample(name)
    fidelity = check_fidelity(small, painted(original, box, colour), 2)
    assert is_found(fidelity, box, 2), fidelity.regions
    left, top, right, bottom = fidelity.regions[0].box
    assert fidelity.map[top:bottom, left:right].max() >= FLAGGED
    assert fidelity.sentence().startswith("Look here: 1 place differs")


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("juniper", (142, 42, 177, 95)),  # the J
        ("halden", (198, 46, 236, 98)),  # the h
        ("ostrel", (417, 48, 441, 84)),  # the last E
        ("ostrel", (369, 167, 386, 184)),  # the 7
    ],
)
def test_a_letter_that_is_mirrored_is_found(name: str, box: Box) -> None:
    small, original = sample(name)
    fidelity = check_fidelity(small, mirrored(original, box), 2)
    assert is_found(fidelity, box, 2), fidelity.regions


@pytest.mark.parametrize(
    ("name", "box", "shift"),
    [
        ("juniper", (24, 38, 124, 138), (-25, 10, 10)),  # the disc
        ("halden", (110, 30, 178, 126), (0, 0, -40)),  # the second mountain
        ("ostrel", (236, 89, 260, 113), (-30, 0, 20)),  # the diamond
    ],
)
def test_a_colour_that_is_shifted_is_found(
    name: str, box: Box, shift: tuple[int, int, int]
) -> None:
    small, original = sample(name)
    fidelity = check_fidelity(small, recoloured(original, box, shift), 2)
    assert is_found(fidelity, box, 2), fidelity.regions


def test_a_shift_of_all_colours_is_found() -> None:
    small, original = sample("ostrel")
    warmer = np.clip(original.rgb + np.array([16, 0, -16]), 0, 255).astype(np.uint8)
    fidelity = check_fidelity(small, replace(original, rgb=warmer), 2)
    assert (fidelity.map >= FLAGGED).mean() > 0.5
    assert fidelity.score < 95


@pytest.mark.slow
def test_alpha_that_is_lost_is_found_whatever_the_colour_below() -> None:
    small, original = sample("halden")
    assert original.alpha is not None
    assert not check_fidelity(small, replace(original, alpha=None), 2).is_faithful
    box = (300, 6, 340, 30)  # empty: full of white, then full of black
    for colour in (WHITE, (0, 0, 0)):
        haunted = with_alpha(painted(original, box, colour), box, 255)
        assert is_found(check_fidelity(small, haunted, 2), box, 2)
    hole = (40, 90, 60, 110)  # in the mountain
    assert is_found(check_fidelity(small, with_alpha(original, hole, 0), 2), hole, 2)
    # What is hidden under full transparency is not a difference.
    bright = painted(original, box, (0, 255, 0))
    assert check_fidelity(small, bright, 2).is_faithful


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("quality", [None, 60])
def test_another_letter_is_found_at_every_scale(scale: int, quality: int | None) -> None:
    sharp = lettering(scale)
    small = damaged(sharp, scale, quality=quality)
    left, top, right, bottom = (side * scale for side in (58, 21, 63, 26))
    box = (left, top, right, bottom)  # the bottom of the b, which becomes an h
    fidelity = check_fidelity(small, painted(sharp, box, (250, 248, 240)), scale)
    assert is_found(fidelity, box, scale), fidelity.regions


# --- any picture ---------------------------------------------------------------------------------


@pytest.mark.parametrize("sigma", [0.9, 2.0])
def test_a_protected_part_can_only_agree(sigma: float) -> None:
    sharp = lettering(2)
    picture = damaged(sharp, 2, sigma)
    mask = np.zeros(sharp.rgb.shape[:2], np.uint8)
    mask[:, 60:160] = 255
    enlarged = enlarge(picture.rgb, 2)
    kept = replace(sharp, rgb=np.where(mask[..., None] > 0, enlarged, sharp.rgb))
    assert not check_fidelity(picture, kept, 2).is_faithful
    assert check_fidelity(picture, kept, 2, protected=mask).is_faithful
    # What is wrong beside it is found all the same.
    box = (200, 20, 230, 50)
    wrong = check_fidelity(picture, painted(kept, box, (250, 248, 240)), 2, protected=mask)
    assert is_found(wrong, box, 2)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (5, 2), (12, 12)])
@pytest.mark.parametrize("scale", [1, 2, 4])
def test_tiny_and_flat_pictures_can_be_judged(size: tuple[int, int], scale: int) -> None:
    def flat(height: int, width: int, level: int) -> Picture:
        return Picture(np.full((height, width, 3), level, np.uint8))

    height, width = size
    small, same = flat(height, width, 90), flat(height * scale, width * scale, 90)
    fidelity = check_fidelity(small, same, scale)
    assert fidelity.is_faithful
    assert fidelity.score > 99
    other = flat(height * scale, width * scale, 130)
    assert not check_fidelity(small, other, scale).is_faithful


def test_noise_and_nothing_else_is_faithful() -> None:
    rng = np.random.default_rng(1)
    noise = rng.normal(128, 8, (120, 160, 3)).clip(0, 255).astype(np.uint8)
    result = Picture(np.full((240, 320, 3), 128, np.uint8))
    assert check_fidelity(Picture(noise), result, 2).is_faithful


@pytest.fixture(scope="module")
def large() -> tuple[Picture, Picture]:
    """An input of more than one tile, from windows of which the degradation is estimated."""
    small, original = sample("ostrel")
    return (
        Picture(np.tile(small.rgb, (4, 3, 1))),
        Picture(np.tile(original.rgb, (4, 3, 1))),
    )


@pytest.mark.slow
def test_a_large_picture_is_judged_in_tiles_without_seams(large: tuple[Picture, Picture]) -> None:
    small, original = large
    seen: list[tuple[int, int]] = []
    fidelity = check_fidelity(small, original, 2, lambda *at: seen.append(at))
    assert fidelity.is_faithful, fidelity.regions
    assert seen == [(done, 4) for done in (1, 2, 3, 4)]
    box = (322 + 2 * 496, 50 + 3 * 300, 342 + 2 * 496, 58 + 3 * 300)  # a T in the last tile
    assert is_found(check_fidelity(small, painted(original, box, IVORY), 2), box, 2)


def test_a_check_that_nobody_waits_for_can_be_stopped(large: tuple[Picture, Picture]) -> None:
    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check_fidelity(*large, 2, stop)


def test_places_apart_are_counted_and_the_worst_is_named() -> None:
    small, original = sample("juniper")
    slight, heavy = (30, 60, 40, 66), (248, 40, 266, 55)
    changed = painted(painted(original, slight, (180, 80, 60)), heavy, WHITE)
    fidelity = check_fidelity(small, changed, 2)
    first, second = fidelity.regions
    assert first.ratio > second.ratio > 1
    assert first.box[0] > 120 > second.box[2]
    words = fidelity.sentence()
    assert words.startswith("Look here: 2 places differ")
    assert words.endswith("the most around 257, 47 px of the result.")  # the worst place


def test_a_result_of_another_size_is_refused() -> None:
    small, original = sample("juniper")
    with pytest.raises(ValueError, match=r"expected \(352, 768\) pixels, got \(176, 384\)"):
        check_fidelity(small, original, 4)
