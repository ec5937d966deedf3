"""``enlarge`` against its formula."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from models.enlarge import enlarge

pictures = arrays.arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12), st.just(3)))


@given(pictures, st.sampled_from([1, 2, 4]))
def test_size_and_range(image: np.ndarray, scale: int) -> None:
    enlarged = enlarge(image, scale)
    assert enlarged.shape == (scale * image.shape[0], scale * image.shape[1], 3)
    assert enlarged.dtype == np.uint8


@given(st.integers(0, 255), st.sampled_from([1, 2, 4]))
def test_a_constant_stays(value: int, scale: int) -> None:
    assert (enlarge(np.full((5, 3, 3), value, np.uint8), scale) == value).all()


def test_the_same_kernel_between_pixel_centres() -> None:
    """One row against Keys' weights at a quarter and three quarters of a pixel."""
    row = np.array([0, 0, 0, 200, 0, 0, 0, 0], np.uint8)
    enlarged = enlarge(row[None], 2)[0].astype(int)

    def keys(x: float) -> float:
        x = abs(x)
        if x < 1:
            return 1.5 * x**3 - 2.5 * x**2 + 1
        return -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2 if x < 2 else 0.0

    expected = [max(0, round(200 * keys((i + 0.5) / 2 - 3.5))) for i in range(16)]
    assert np.abs(enlarged - expected).max() <= 1


def test_centres_stay_in_place() -> None:
    image = np.zeros((9, 9), np.uint8)
    image[4, 4] = 255
    enlarged = enlarge(image, 2).astype(float)
    rows, columns = np.indices(enlarged.shape)
    assert (enlarged * rows).sum() / enlarged.sum() == pytest.approx(8.5, abs=0.02)
    assert (enlarged * columns).sum() / enlarged.sum() == pytest.approx(8.5, abs=0.02)


@pytest.mark.parametrize("shape", [(0, 3), (3, 0, 3), (3, 3, 4), (3, 3, 1), (3,)])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="expected"):
        enlarge(np.zeros(shape, np.uint8), 2)


def test_other_types_and_scales_are_refused() -> None:
    with pytest.raises(ValueError, match="expected"):
        enlarge(np.zeros((3, 3, 3), np.float32), 2)
    with pytest.raises(ValueError, match="scale"):
        enlarge(np.zeros((3, 3, 3), np.uint8), 3)
