"""The palette of a logo as prototypes, and how restored pixels are aligned with them.

In POUF the prototypes are the text embeddings of class names, and the features of unlabelled pictures are
aligned with them. Here they are the few colours that a logo was drawn in, aligned with them are its pixels.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

MAX_PROTOTYPES = 6
"""Prototypes of one picture."""

AFFINITY_SIGMA = 0.1
"""Distance in [0, 1]³ at which a pixel's affinity to a prototype has fallen to exp(-1/2)."""

_FLAT_RANGE = 12 / 255  # by how much the 3 × 3 pixels of one fill may differ
_HISTOGRAM_STEP = 16  # levels a side of the histogram's cells
_FILL_RADIUS = 32 / 255  # within which flat pixels belong to one fill
_MIN_SHARE = 0.004  # of the picture, below which a colour is left out
_MIN_MIXTURE_DISTANCE = (
    0.1  # by how much a colour must miss every mixture of two prototypes to be one itself
)
_MIN_CORNER_DISTANCE = 0.12  # by how much a prototype must miss the mixtures of the others
_MAX_SPREAD = 0.15  # how far the extremes of one colour may lie apart
_MERGE_DISTANCE = 0.06  # within which two prototypes are one
_MIN_PIXELS = 4  # pixels at least


def find_prototypes(image: Tensor) -> Tensor:
    """Find the colours that a picture was drawn in; those between two others are taken for their edges.

    Args:
        image: (1, 3, H, W) in [0, 1].

    Returns:
        (K, 3), 1 to ``MAX_PROTOTYPES`` colours.
    """
    pixels = image[0].flatten(1).T  # (N, 3)
    colours = _flat_colours(image)
    if not len(colours):
        colours = pixels.median(dim=0).values[None]
    count = max(_MIN_PIXELS, int(_MIN_SHARE * len(pixels)))
    while len(colours) < MAX_PROTOTYPES:
        # Blurred pixels are mixtures of two colours: what none explains needs a further one.
        missed = _distances_to_mixtures(pixels, colours)
        if (missed > _MIN_MIXTURE_DISTANCE).float().mean() < _MIN_SHARE:
            break
        extremes = pixels[missed.topk(min(count, len(pixels))).indices]
        near = (extremes - pixels[missed.argmax()]).norm(dim=1) < _MAX_SPREAD
        colours = torch.cat([colours, extremes[near].median(dim=0).values[None]])
    return _without_mixtures(_merge_duplicates(colours))


def affinities(pixels: Tensor, prototypes: Tensor) -> Tensor:
    """Logits (N, K): the logarithm of a Gaussian of the distance of colours (N, 3) and (K, 3)."""
    return -_squared_distances(pixels, prototypes) / (2 * AFFINITY_SIGMA**2)


def transport_cost(pixels: Tensor, prototypes: Tensor) -> Tensor:
    """What it costs to move pixels to prototypes, and prototypes to pixels: POUF's transport term.

    Each pixel moves to the prototypes with the probabilities of a softmax over these, and each prototype
    to the pixels with those of a softmax over them, so that none is left without pixels.

    Args:
        pixels: (N, 3) in [0, 1].
        prototypes: (K, 3).

    Returns:
        The sum of both expected costs, each a squared distance; 0 where every pixel is at a prototype that no
        other is near, and every prototype has one.

    Source:
        Tanwisuth et al., "POUF", 2023, section 3.2, with squared distances for cosines.
    """
    cost, logits = _squared_distances(pixels, prototypes), affinities(pixels, prototypes)
    there = (cost * logits.softmax(dim=1)).sum(dim=1).mean()
    back = (cost * logits.softmax(dim=0)).sum(dim=0).mean()
    return there + back


def mutual_information_loss(pixels: Tensor, prototypes: Tensor) -> Tensor:
    """The negative mutual information of pixels and prototypes, in nats: POUF's second term.

    Small where each pixel is surely of one prototype and the prototypes have equally many: from -log K to 0.

    Source:
        Tanwisuth et al., "POUF", 2023, section 3.2.
    """
    logits = affinities(pixels, prototypes)
    shares = logits.softmax(dim=1)
    doubt = -(shares * logits.log_softmax(dim=1)).sum(dim=1).mean()
    balance = shares.mean(dim=0)
    return doubt + (balance * balance.clamp(min=1e-9).log()).sum()


def _squared_distances(pixels: Tensor, prototypes: Tensor) -> Tensor:
    return (pixels[:, None] - prototypes[None]).square().sum(dim=2)


def _flat_colours(image: Tensor) -> Tensor:
    """Colours (K, 3) that fill areas, the largest first."""
    span = F.max_pool2d(image, 3, 1, 1) + F.max_pool2d(-image, 3, 1, 1)
    waiting = image[0].permute(1, 2, 0)[span[0].amax(dim=0) < _FLAT_RANGE]
    least = max(_MIN_PIXELS, int(_MIN_SHARE * image.shape[-2] * image.shape[-1]))
    found: list[Tensor] = []
    place = torch.tensor([256, 16, 1], device=image.device)
    while len(waiting) >= least and len(found) < MAX_PROTOTYPES:
        cells = ((waiting * 255).long() // _HISTOGRAM_STEP * place).sum(dim=1)
        colour = waiting[cells == cells.mode().values].mean(dim=0)
        near = (waiting - colour).norm(dim=1) <= _FILL_RADIUS
        if near.sum() < least:
            break
        found.append(waiting[near].median(dim=0).values)
        waiting = waiting[~near]
    return torch.stack(found) if found else image.new_zeros((0, 3))


def _distances_to_mixtures(pixels: Tensor, colours: Tensor) -> Tensor:
    """Distances (N,) of pixels to the nearest mixture of two colours."""
    nearest = torch.cdist(pixels, colours).amin(dim=1)
    for first in range(len(colours)):
        for second in range(first + 1, len(colours)):
            way = colours[second] - colours[first]
            share = (pixels - colours[first]) @ way / (way @ way).clamp(min=1e-9)
            mixture = colours[first] + share.clamp(0, 1)[:, None] * way
            nearest = torch.minimum(nearest, (pixels - mixture).norm(dim=1))
    return nearest


def _merge_duplicates(colours: Tensor) -> Tensor:
    kept: list[Tensor] = []
    for colour in colours:
        if all((colour - other).norm() > _MERGE_DISTANCE for other in kept):
            kept.append(colour)
    return torch.stack(kept)


def _without_mixtures(colours: Tensor) -> Tensor:
    """The colours that are not mixtures of two others."""
    kept = list(range(len(colours)))
    for place in range(len(colours)):
        others = [other for other in kept if other != place]
        if (
            len(others) >= 2
            and _distances_to_mixtures(colours[place][None], colours[others])[0]
            < _MIN_CORNER_DISTANCE
        ):
            kept = others
    return colours[kept]
