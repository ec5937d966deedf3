"""Halos beside fills are removed; what is truly lighter or darker than its surroundings stays."""

import pytest
import torch
from torch import Tensor

from models.halo_suppression import RIPPLE_FLOOR, RIPPLE_FRACTION, suppress_halos

LEFT, RIGHT = 0.2, 0.8  # the two fills of a picture with one edge


def edge(height: int = 48, width: int = 64) -> Tensor:
    """A fill beside a fill, (1, 3, height, width)."""
    image = torch.full((1, 3, height, width), LEFT)
    image[..., width // 2 :] = RIGHT
    return image


def halved(image: Tensor) -> Tensor:
    return torch.nn.functional.avg_pool2d(image, 2)


@pytest.mark.parametrize("excess", [0.01, 0.02, RIPPLE_FRACTION * (RIGHT - LEFT)])
@pytest.mark.parametrize("side", [1, -1], ids=["light", "dark"])
def test_a_ripple_beside_a_fill_goes(excess: float, side: int) -> None:
    image = edge()
    restored = image.clone()
    column = 32 if side > 0 else 31
    restored[..., column] += side * excess
    limited = suppress_halos(restored, image, halved(image))
    torch.testing.assert_close(limited, image, atol=1e-6, rtol=0)


def test_far_more_than_a_ripple_stays_and_nothing_jumps_in_between() -> None:
    image = edge(width=208)
    restored = image.clone()
    excesses = torch.linspace(0, 0.5, 24)  # beyond the limits of a picture, to see the whole curve
    restored[..., 24, 104:128] += excesses
    kept = (suppress_halos(restored, image, halved(image)) - image)[0, 0, 24, 104:128]
    ripple = RIPPLE_FRACTION * (RIGHT - LEFT)
    assert kept[excesses <= ripple].abs().max() < 1e-6
    torch.testing.assert_close(kept[excesses >= 2 * ripple], excesses[excesses >= 2 * ripple])
    assert 0 <= kept.diff().min() <= kept.diff().max() <= 2 * excesses.diff().max() + 1e-6


def test_an_outline_behind_a_gap_is_no_ripple() -> None:
    """A fill does not grow across something else: otherwise a white ring took the colour of a fill."""
    image = edge()
    image[..., 50:] = LEFT
    image[..., 54:58] = 0.6  # the ring, blurred
    restored = image.clone()
    restored[..., 54:58] = RIGHT + 0.02
    limited = suppress_halos(restored, image, halved(image))
    torch.testing.assert_close(limited, restored)
    restored[..., 50:54] = RIGHT  # without the gap it may be a single line
    limited = suppress_halos(restored, image, halved(image))
    torch.testing.assert_close(limited[..., 50:58], torch.full((1, 3, 48, 8), RIGHT))


def test_no_hairs_breadth_decides() -> None:
    """Tiles differ from the whole picture by fractions of a level, so there must be no hard threshold."""
    image = edge()
    ripple, gone = RIPPLE_FRACTION * (RIGHT - LEFT), []
    for dip in torch.linspace(0, 2.4 * ripple, 121).tolist():
        restored = image.clone()
        restored[..., 32:40] = RIGHT - dip
        restored[..., 33] = RIGHT + 0.02
        gone.append(
            (restored - suppress_halos(restored, image, halved(image)))[0, 0, 24, 33].item()
        )
    steps = -torch.tensor(gone).diff()
    assert gone[0] == pytest.approx(0.02, abs=1e-5)
    assert abs(gone[-1]) < 1e-6
    assert 0 <= steps.min() + 1e-6 <= steps.max() < 0.002


def test_a_hairline_of_which_the_source_shows_a_trace_stays() -> None:
    truth = edge()
    truth[..., 48] = 1.0
    source = halved(truth)
    image = torch.nn.functional.interpolate(source, scale_factor=2, mode="bilinear")
    assert image[..., 48].max() < 0.9  # blurred: the line has to be made lighter again
    limited = suppress_halos(truth, image, source)
    torch.testing.assert_close(limited, truth)


def test_without_a_fill_nothing_changes() -> None:
    torch.manual_seed(0)
    image, restored = torch.rand(1, 3, 60, 60), torch.rand(1, 3, 60, 60)
    assert torch.equal(suppress_halos(restored, image, halved(image)), restored)


def test_far_from_a_fill_nothing_changes() -> None:
    torch.manual_seed(0)
    image, restored = torch.rand(1, 3, 40, 160), torch.rand(1, 3, 40, 160)
    image[..., :40] = restored[..., :40] = 0.5
    limited = suppress_halos(restored, image, image)
    assert torch.equal(limited[..., 70:], restored[..., 70:])


@pytest.mark.parametrize("side", [1, -1], ids=["lighter", "darker"])
def test_a_fill_has_its_own_colour_unless_the_network_gave_it_quite_another(side: int) -> None:
    image = edge()
    fills = [slice(0, 30), slice(34, 64)]  # between them is the edge itself

    def drift(change: float) -> list[Tensor]:
        limited = suppress_halos(image + side * change, image, halved(image))
        return [side * (limited - image)[..., fill] for fill in fills]

    for change in (0.005, RIPPLE_FLOOR):
        assert all(left.abs().max() < 1e-6 for left in drift(change))
    assert all(
        0 < left.min() <= left.max() < 1.5 * RIPPLE_FLOOR for left in drift(1.5 * RIPPLE_FLOOR)
    )
    for left in drift(2 * RIPPLE_FLOOR):
        torch.testing.assert_close(left, torch.full_like(left, 2 * RIPPLE_FLOOR), atol=1e-6, rtol=0)


def test_one_channel_that_dips_hides_no_other_that_overshoots() -> None:
    image = edge()
    image[:, 2] = 1 - image[:, 2]
    restored = image.clone()
    restored[:, 0, :, 34] += 0.01
    restored[:, 2, :, 34] -= RIPPLE_FRACTION * (RIGHT - LEFT)
    limited = suppress_halos(restored, image, halved(image))
    torch.testing.assert_close(limited, image, atol=1e-6, rtol=0)


def test_a_picture_that_was_left_as_it_is_stays() -> None:
    """If nothing was enlarged, the source is the picture itself, including its halos."""
    image = edge()
    image[..., 30], image[..., 33] = 0.15, 0.85
    assert torch.equal(suppress_halos(image, image, image), image)


def test_dark_and_light_are_treated_alike() -> None:
    torch.manual_seed(0)
    image = edge()
    restored = image + 0.1 * torch.randn_like(image)
    limited = suppress_halos(restored, image, halved(image))
    negative = suppress_halos(1 - restored, 1 - image, 1 - halved(image))
    torch.testing.assert_close(1 - negative, limited, atol=1e-5, rtol=0)
    assert not torch.equal(limited, restored)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (7, 3), (13, 50)])
def test_any_size(size: tuple[int, int]) -> None:
    image = torch.full((1, 3, *size), 0.5)
    assert torch.equal(suppress_halos(image + 0.1, image, image), image + 0.1)
    torch.testing.assert_close(suppress_halos(image + 0.01, image, image), image)


def test_a_tile_is_limited_as_the_whole_picture_is() -> None:
    torch.manual_seed(0)
    image = torch.nn.functional.avg_pool2d(edge(96, 160), 5, 1, 2)
    restored = image + 0.05 * torch.randn_like(image)
    whole = suppress_halos(restored, image, image)
    tile = suppress_halos(*(side[..., 8:, 40:] for side in (restored, image, image)))
    assert torch.equal(whole[..., 40:, 72:], tile[..., 32:, 32:])
    assert not torch.equal(whole, restored)
