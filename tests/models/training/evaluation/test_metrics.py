"""PSNR, SSIM, edge width and character errors of pictures and words where they are known."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.evaluation import metrics
from tests.models.graphics import graphic


def test_psnr_and_ssim() -> None:
    truth = graphic()
    noisy = truth.astype(int) + np.where(np.indices(truth.shape).sum(0) % 2, 5, -5)
    image = noisy.clip(0, 255).astype(np.uint8)
    error = np.mean((image.astype(float) - truth) ** 2)
    assert metrics.psnr(image, truth) == pytest.approx(10 * np.log10(255**2 / error))
    assert metrics.psnr(truth, truth) == metrics.PSNR_CAP
    assert metrics.ssim(truth, truth) == pytest.approx(1)
    assert metrics.ssim(255 - truth, truth) < 0.3 < metrics.ssim(image, truth) < 1


@pytest.mark.parametrize("angle", [0.0, 0.15, 0.8, 1.4])
@pytest.mark.parametrize("sigma", [1.0, 2.0, 3.0])
def test_the_edge_width_of_a_gaussian_is_known(angle: float, sigma: float) -> None:
    from models.training.data.degradation import blur_gaussian

    edge = metrics.slanted_edge(96, angle, ((20, 20, 20), (230, 230, 230)))
    blurred = blur_gaussian(edge.astype(np.float32) / np.float32(255), sigma)
    width, overshoot = metrics.edge_response(np.rint(blurred * 255).astype(np.uint8), angle)
    # 10 to 90 % of a normal distribution is 2.563 σ; the pixel itself adds its own width.
    assert width == pytest.approx(2.563 * np.hypot(sigma, 0.3), abs=0.25)
    assert overshoot < 0.01


def test_overshoot_is_measured() -> None:
    from models.training.data.degradation import blur_gaussian, halo

    edge = metrics.slanted_edge(96, 0.3, ((60, 60, 60), (180, 180, 180))).astype(
        np.float32
    ) / np.float32(255)
    sharpened = halo(blur_gaussian(edge, 2.0), 1.0, 2.0)
    _, overshoot = metrics.edge_response(np.rint(sharpened * 255).astype(np.uint8), 0.3)
    assert 0.03 < overshoot < 0.3


@pytest.mark.parametrize(
    ("read", "truth", "errors"),
    [
        ("est. 1987", "est. 1987", 0),
        ("est.1987", "est. 1987", 0),
        ("eıt. 1907", "est. 1987", 2),
        ("", "abc", 3),
        ("abcd", "abc", 1),
        ("kitten", "sitting", 3),
    ],
)
def test_character_errors(read: str, truth: str, errors: int) -> None:
    assert metrics.character_errors(read, truth) == errors
