"""The sRGB transfer function: known values and the round trip."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from models.srgb import from_linear, to_linear

ENCODED = np.arange(256) / 255


def test_middle_grey_is_a_fifth_of_the_light() -> None:
    assert to_linear(np.array([0.0, 10 / 255, 0.5, 1.0])) == pytest.approx(
        [0, 0.0030353, 0.2140411, 1], abs=1e-7
    )


def test_the_way_back_leads_to_the_same_values() -> None:
    np.testing.assert_allclose(from_linear(to_linear(ENCODED)), ENCODED, atol=1e-7)


def test_what_lies_outside_is_clipped() -> None:
    outside = np.array([-0.2, 1.5])
    assert to_linear(outside) == pytest.approx([0, 1])
    assert from_linear(outside) == pytest.approx([0, 1])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_precision_is_that_of_the_values(dtype: type[np.floating[Any]]) -> None:
    values = ENCODED.astype(dtype)
    assert to_linear(values).dtype == from_linear(values).dtype == dtype
