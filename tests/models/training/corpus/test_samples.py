"""The committed samples: sizes, alignment with their originals, and that the script reproduces them."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from models.training.corpus import samples
from models.training.corpus.samples import ALL_SAMPLES, Sample

Floats = npt.NDArray[np.float64]
each_sample = pytest.mark.parametrize("sample", ALL_SAMPLES, ids=lambda sample: sample.name)


def over_white(image: Image.Image) -> Floats:
    """Compute the luma of a picture on white paper, shape (H, W), 0 to 255."""
    rgba = image.convert("RGBA")
    paper = Image.new("RGBA", rgba.size, "white")
    paper.alpha_composite(rgba)
    return np.asarray(paper.convert("L"), dtype=np.float64)


def correlation(first: Floats, second: Floats) -> float:
    return float(np.corrcoef(first.ravel(), second.ravel())[0, 1])


@each_sample
def test_the_original_is_exactly_twice_the_size(sample: Sample) -> None:
    with Image.open(sample.path) as small, Image.open(sample.original_path) as original:
        assert original.size == (2 * small.width, 2 * small.height)
        assert 160 <= small.width <= 260


@each_sample
def test_the_original_lies_on_the_sample_without_a_shift(sample: Sample) -> None:
    """A shift of one original pixel in any direction must fit worse than none."""
    with Image.open(sample.path) as small, Image.open(sample.original_path) as original:
        seen, sharp = over_white(small), over_white(original)
    height, width = seen.shape
    fits: dict[tuple[int, int], float] = {}
    for down in (-2, -1, 0, 1, 2):
        for right in (-2, -1, 0, 1, 2):
            moved = np.roll(sharp, (down, right), axis=(0, 1))
            reduced = moved.reshape(height, 2, width, 2).mean(axis=(1, 3))
            fits[down, right] = correlation(reduced[2:-2, 2:-2], seen[2:-2, 2:-2])
    assert max(fits, key=lambda shift: fits[shift]) == (0, 0)
    assert fits[0, 0] > 0.9
    # Opposite shifts fit equally: a shift of half an original pixel would favour one side.
    for one, other in (((0, 1), (0, -1)), ((1, 0), (-1, 0))):
        assert fits[one] == pytest.approx(fits[other], abs=0.004)


@each_sample
def test_the_sample_is_the_damaged_original(sample: Sample) -> None:
    with Image.open(sample.original_path) as original:
        original.load()
        remade = Image.open(io.BytesIO(samples.degrade(original, sample)))
    with Image.open(sample.path) as small:
        assert remade.mode == small.mode
        difference = np.abs(over_white(remade) - over_white(small))
    # Encoders differ slightly between releases, but the picture must stay the same.
    assert difference.mean() < 0.5


@each_sample
def test_the_sample_is_visibly_worse_than_its_original(sample: Sample) -> None:
    """The gradients at its edges are at most 80 % of the original's, both at the sample's size."""
    with Image.open(sample.path) as small, Image.open(sample.original_path) as original:
        blurred, sharp = over_white(small), over_white(original.reduce(2))
    steepest_blurred = np.percentile(np.abs(np.diff(blurred, axis=1)), 99)
    steepest_sharp = np.percentile(np.abs(np.diff(sharp, axis=1)), 99)
    assert steepest_blurred < 0.8 * steepest_sharp


def test_there_is_every_kind_of_picture() -> None:
    formats, modes = set(), set()
    for sample in ALL_SAMPLES:
        with Image.open(sample.path) as small:
            formats.add(small.format)
            modes.add(small.mode)
    assert formats == {"JPEG", "PNG", "GIF"}
    assert "RGBA" in modes


def test_transparent_and_half_transparent_pixels_exist() -> None:
    (halden,) = (sample for sample in ALL_SAMPLES if sample.name == "halden")
    with Image.open(halden.path) as small:
        alpha = np.asarray(small.getchannel("A"))
    assert alpha.min() == 0
    assert alpha.max() == 255
    assert np.count_nonzero((alpha > 0) & (alpha < 255)) > 100


@each_sample
def test_drawing_it_again_gives_the_committed_original(sample: Sample) -> None:
    pytest.importorskip("resvg", reason="Drawing the samples needs the extra 'train'.")
    drawn = samples.draw(sample)
    with Image.open(sample.original_path) as original:
        assert drawn.mode == original.mode
        difference = np.asarray(drawn, np.int16) - np.asarray(original, np.int16)
    assert np.abs(difference).max() <= 2


def test_an_odd_size_is_refused() -> None:
    with pytest.raises(ValueError, match="3 x 4 cannot be halved"):
        samples.degrade(Image.new("RGB", (3, 4)), ALL_SAMPLES[0])
