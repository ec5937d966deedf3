"""Finds the palette of a logo as prototypes, and measures how well restored pixels align with them.

In POUF the prototypes are text embeddings of class names, and the features of unlabelled pictures are aligned
with them. Here they are the few colours that a logo was drawn in, and its pixels are aligned with them.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

MAX_PROTOTYPES = 6
"""Most prototypes of one picture."""

AFFINITY_SIGMA = 0.1
"""Colour distance in [0, 1]³ at which the affinity of a pixel to a prototype has fallen to exp(-1/2)."""

# All distances are Euclidean in R, G and B of [0, 1].
_FLAT_RANGE = 12 / 255  # largest difference within 3 × 3 pixels of one fill
_HISTOGRAM_STEP = 16  # side of the cells of the colour histogram, in levels of 255
_FILL_RADIUS = 32 / 255  # flat pixels closer than this belong to one fill
_MIN_SHARE = 0.004  # share of the picture below which a colour is left out
_MIN_MIXTURE_DISTANCE = 0.1  # of a new prototype from all mixtures of two others
_MIN_CORNER_DISTANCE = 0.12  # of a final prototype from all mixtures of two others
_MAX_SPREAD = 0.15  # largest distance of the extreme pixels of one colour
_MERGE_DISTANCE = 0.06  # prototypes closer than this are merged
_MIN_PIXELS = 4  # fewest pixels of a colour


def find_prototypes(image: Tensor) -> Tensor:
    """Find the colours that a picture was drawn in.

    Colours between two others are assumed to be blurred edges.

    Args:
        image: (1, 3, H, W) in [0, 1].

    Returns:
        1 to ``MAX_PROTOTYPES`` colours, (K, 3) in [0, 1].
    """
    pixels = image[0].flatten(1).T  # (N, 3)
    colours = _flat_colours(image)
    if not len(colours):
        colours = pixels.median(dim=0).values[None]
    count = max(_MIN_PIXELS, int(_MIN_SHARE * len(pixels)))
    while len(colours) < MAX_PROTOTYPES:
        # Blurred pixels are mixtures of two colours; pixels that no mixture explains need another colour.
        distances = _distances_to_mixtures(pixels, colours)
        if (distances > _MIN_MIXTURE_DISTANCE).float().mean() < _MIN_SHARE:
            break
        extremes = pixels[distances.topk(min(count, len(pixels))).indices]
        near = (extremes - pixels[distances.argmax()]).norm(dim=1) < _MAX_SPREAD
        colours = torch.cat([colours, extremes[near].median(dim=0).values[None]])
    return _without_mixtures(_merge_duplicates(colours))


def affinities(pixels: Tensor, prototypes: Tensor) -> Tensor:
    """Return logits (N, K): the logarithm of a Gaussian of the distance between (N, 3) and (K, 3)."""
    return -_squared_distances(pixels, prototypes) / (2 * AFFINITY_SIGMA**2)


def transport_cost(pixels: Tensor, prototypes: Tensor) -> Tensor:
    """Compute the cost of moving pixels to prototypes and prototypes to pixels: POUF's transport term.

    Each pixel moves to the prototypes with the probabilities of a softmax over these, and each prototype to
    the pixels likewise, so that no prototype is left without pixels.

    Args:
        pixels: (N, 3) in [0, 1].
        prototypes: (K, 3) in [0, 1].

    Returns:
        The sum of both expected squared distances, a scalar. It is 0 if every pixel lies on a prototype far
        from all others, and every prototype has a pixel.

    Source:
        Tanwisuth et al., "POUF", 2023, section 3.2, with squared distances for cosines.
    """
    cost, logits = _squared_distances(pixels, prototypes), affinities(pixels, prototypes)
    there = (cost * logits.softmax(dim=1)).sum(dim=1).mean()
    back = (cost * logits.softmax(dim=0)).sum(dim=0).mean()
    return there + back


def mutual_information_loss(pixels: Tensor, prototypes: Tensor) -> Tensor:
    """Compute the negative mutual information of pixels and prototypes, in nats: POUF's second term.

    It is small if each pixel clearly belongs to one prototype and all prototypes have equally many pixels.

    Args:
        pixels: (N, 3) in [0, 1].
        prototypes: (K, 3) in [0, 1].

    Returns:
        A scalar from -log K to 0.

    Source:
        Tanwisuth et al., "POUF", 2023, section 3.2.
    """
    logits = affinities(pixels, prototypes)
    shares = logits.softmax(dim=1)
    entropy = -(shares * logits.log_softmax(dim=1)).sum(dim=1).mean()
    marginal = shares.mean(dim=0)
    return entropy + (marginal * marginal.clamp(min=1e-9).log()).sum()


def _squared_distances(pixels: Tensor, prototypes: Tensor) -> Tensor:
    return (pixels[:, None] - prototypes[None]).square().sum(dim=2)


def _flat_colours(image: Tensor) -> Tensor:
    """Return the colours (K, 3) of flat areas, the largest area first."""
    span = F.max_pool2d(image, 3, 1, 1) + F.max_pool2d(-image, 3, 1, 1)
    remaining = image[0].permute(1, 2, 0)[span[0].amax(dim=0) < _FLAT_RANGE]
    min_pixels = max(_MIN_PIXELS, int(_MIN_SHARE * image.shape[-2] * image.shape[-1]))
    found: list[Tensor] = []
    strides = torch.tensor([256, 16, 1], device=image.device)
    while len(remaining) >= min_pixels and len(found) < MAX_PROTOTYPES:
        cells = ((remaining * 255).long() // _HISTOGRAM_STEP * strides).sum(dim=1)
        colour = remaining[cells == cells.mode().values].mean(dim=0)
        near = (remaining - colour).norm(dim=1) <= _FILL_RADIUS
        if near.sum() < min_pixels:
            break
        found.append(remaining[near].median(dim=0).values)
        remaining = remaining[~near]
    return torch.stack(found) if found else image.new_zeros((0, 3))


def _distances_to_mixtures(pixels: Tensor, colours: Tensor) -> Tensor:
    """Return the distances (N,) of pixels (N, 3) from the nearest mixture of two colours."""
    nearest = torch.cdist(pixels, colours).amin(dim=1)
    for first in range(len(colours)):
        for second in range(first + 1, len(colours)):
            line = colours[second] - colours[first]
            share = (pixels - colours[first]) @ line / (line @ line).clamp(min=1e-9)
            mixture = colours[first] + share.clamp(0, 1)[:, None] * line
            nearest = torch.minimum(nearest, (pixels - mixture).norm(dim=1))
    return nearest


def _merge_duplicates(colours: Tensor) -> Tensor:
    distinct: list[Tensor] = []
    for colour in colours:
        if all((colour - other).norm() > _MERGE_DISTANCE for other in distinct):
            distinct.append(colour)
    return torch.stack(distinct)


def _without_mixtures(colours: Tensor) -> Tensor:
    """Return the colours that are not mixtures of two others."""
    remaining = list(range(len(colours)))
    for index in range(len(colours)):
        others = [other for other in remaining if other != index]
        if len(others) < 2:
            continue
        distance = _distances_to_mixtures(colours[index][None], colours[others])[0]
        if distance < _MIN_CORNER_DISTANCE:
            remaining = others
    return colours[remaining]
