"""Guards: limits that every model must meet, measured on inputs made to provoke errors."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.enlarge import enlarge
from models.training.data.degradation import Chain, blur_gaussian
from models.training.evaluation.methods import Method
from models.training.evaluation.metrics import colour_difference, edge_response, psnr, slanted_edge
from models.training.evaluation.tables import markdown_table

Pixels = npt.NDArray[np.uint8]

BLOCK = 16  # side of the squares whose mean colours are compared, in pixels
# Correct restoration also moves these means, by up to 21 levels on held-out pictures. (The sharp pictures
# differ from the enlarged sources by up to 82.) A patch of a wrong colour is farther off than 32.
BLOCK_DRIFT = 32.0
ANGLES = (0.0, 0.15, 0.6, 1.2, np.pi / 2, 2.2)
# Over 120 levels of luma apart, so that rounding to 8 bits stays below an overshoot of one per cent.
COLOURS = (
    ((20, 24, 40), (245, 245, 240)),
    ((200, 30, 40), (255, 255, 255)),
    ((30, 30, 90), (250, 210, 60)),
    ((40, 110, 60), (235, 240, 250)),
)
BLURS = (0.5, 1.0, 1.8, 2.5)
Edge = tuple[float, tuple[tuple[int, int, int], tuple[int, int, int]], float]
EDGES: tuple[Edge, ...] = tuple(itertools.product(ANGLES, COLOURS, BLURS))
FLAT_COLOURS = tuple((r, g, b) for r, g, b in itertools.product((0, 85, 170, 255), repeat=3))


@dataclass(frozen=True)
class Guard:
    """One limit and what was measured.

    Attributes:
        name: What is measured, with its unit.
        measured: The worst value over all inputs, unless the name says otherwise.
        limit: The largest value allowed, or the smallest.
        is_minimum: Whether ``limit`` is the smallest value allowed.
    """

    name: str
    measured: float
    limit: float
    is_minimum: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the measured value is within the limit."""
        return self.measured >= self.limit if self.is_minimum else self.measured <= self.limit


def check_guards(
    restore: Method, sharp: Sequence[Pixels], photographs: Sequence[tuple[Pixels, Pixels]] = ()
) -> list[Guard]:
    """Measure every guard of a model.

    Args:
        restore: The model.
        sharp: Pictures that are sharp already.
        photographs: Pairs of a damaged photograph and its sharp original; may be empty.

    Returns:
        The guards, in the order of the table.
    """
    guards = [
        identity(restore, sharp),
        *flatness(restore),
        overshoot(restore),
        block_drift(restore),
    ]
    if photographs:
        guards.append(photograph_gain(restore, photographs))
    return guards


def identity(restore: Method, sharp: Sequence[Pixels]) -> Guard:
    """Measure whether pictures that are sharp already stay as they are."""
    worst = min(psnr(restore(picture, True), picture) for picture in sharp)
    return Guard("sharp pictures stay: PSNR, dB", worst, 45.0, is_minimum=True)


def flatness(
    restore: Method, colours: Sequence[tuple[int, int, int]] = FLAT_COLOURS
) -> list[Guard]:
    """Measure whether pictures of one colour keep it everywhere, enlarged and not."""
    deviations, differences = [], []
    for colour in colours:
        flat = np.empty((40, 56, 3), np.uint8)
        flat[:] = colour
        for is_sharp in (False, True):
            restored = restore(flat, is_sharp)
            deviations.append(float(restored.std(axis=(0, 1)).max()))
            truth = np.broadcast_to(flat[0, 0], restored.shape)
            differences.append(float(colour_difference(restored, truth).mean()))
    return [
        Guard("flat areas stay flat: σ, of 255", max(deviations), 1.0),
        Guard("and keep their colour: mean ΔE (CIE76)", max(differences), 1.0),
    ]


def overshoot(restore: Method, edges: Sequence[Edge] = EDGES) -> Guard:
    """Measure how much more a restored edge overshoots than the sharp edge itself.

    Args:
        restore: The model.
        edges: The angle of each edge in radians, its two colours, and the σ of its blur in pixels.
    """
    excess = []
    for angle, colours, sigma in edges:
        truth = slanted_edge(96, angle, colours)
        restored = restore(_blurred(sigma).source(truth), False)
        excess.append(edge_response(restored, angle)[1] - edge_response(truth, angle)[1])
    return Guard("overshoot beyond the truth's, share of the step", max(excess), 0.01)


def block_drift(restore: Method) -> Guard:
    """Measure how far the mean colour of a square moves from the enlarged source, on unusual inputs."""
    drift = [
        np.abs(_block_means(restore(source, is_sharp)) - _block_means(enlarge(source, scale))).max()
        for source in adversarial_inputs()
        for is_sharp, scale in ((False, 2), (True, 1))
    ]
    return Guard(
        f"drift of {BLOCK} × {BLOCK} means on odd input, of 255", float(max(drift)), BLOCK_DRIFT
    )


def photograph_gain(restore: Method, photographs: Sequence[tuple[Pixels, Pixels]]) -> Guard:
    """Measure the mean gain over bicubic on photographs, which the models are not made for."""
    gains = [
        psnr(restore(source, False), truth) - psnr(enlarge(source, 2), truth)
        for source, truth in photographs
    ]
    name = "photographs against bicubic, mean gain, dB"
    return Guard(name, float(np.mean(gains)), -0.1, is_minimum=True)


def adversarial_inputs() -> Iterator[Pixels]:
    """Yield inputs, uint8 (48, 48, 3), on which networks of this kind have invented patches of colour."""
    for seed in (0, 1):
        rng = np.random.default_rng(seed)
        yield rng.integers(0, 256, (48, 48, 3), np.uint8)
        yield np.repeat(rng.integers(0, 256, (48, 48, 1), np.uint8), 3, axis=2)
        yield np.clip(rng.normal(128, 25, (48, 48, 3)), 0, 255).astype(np.uint8)
        checks = rng.integers(0, 2, (24, 24, 1), np.uint8) * 255
        yield np.kron(checks, np.ones((2, 2, 3), np.uint8))
    rows, columns = np.mgrid[:48, :48]
    for pattern in (
        (rows + columns) % 2,
        columns % 2,
        rows % 4 < 2,
    ):  # the finest patterns possible
        yield np.repeat((pattern * 255).astype(np.uint8)[..., None], 3, axis=2)
    ramp = np.linspace(0, 255, 48).astype(np.uint8)
    yield np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], ramp[::-1, None]), axis=2)
    for value in (0, 255):
        yield np.full((48, 48, 3), value, np.uint8)


def guard_table(guards: dict[str, list[Guard]]) -> str:
    """Format the guards by model as a Markdown table."""
    rows = []
    for row in zip(*guards.values(), strict=True):
        limit = f"{'≥' if row[0].is_minimum else '≤'} {row[0].limit:g}"
        cells = [f"{g.measured:.3f}{'' if g.is_met else ' (broken)'}" for g in row]
        rows.append([row[0].name, limit, *cells])
    return markdown_table(["guard", "limit", *guards], rows)


def _blurred(sigma: float) -> Chain:
    return Chain((lambda image: blur_gaussian(image, sigma),))


def _block_means(image: Pixels) -> npt.NDArray[np.float64]:
    rows, columns = image.shape[0] // BLOCK, image.shape[1] // BLOCK
    means: npt.NDArray[np.float64] = image.reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3))
    return means
