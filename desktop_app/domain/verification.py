"""Verify a result: how faithful it is to the input, and how far its colours have drifted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.analysis.fidelity import Fidelity, check_fidelity
from desktop_app.analysis.flat_colours import Drift, find_flat_colours, measure_drift
from desktop_app.domain.jobs import Job
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.protection import Protection


@dataclass(frozen=True, eq=False)
class Verification:
    """The outcome of verifying one result.

    Args:
        fidelity: Of the result as adjusted.
        drifts: Of the input's fills in the network's output, the largest fill first; empty for photographs.
    """

    fidelity: Fidelity
    drifts: tuple[Drift, ...]


@dataclass(frozen=True, eq=False)
class VerifyRequest:
    """A request to verify a result.

    Args:
        job: The run that made the result.
        picture: The input.
        restored: The network's output.
        result: The result as adjusted; ``restored`` itself if nothing was adjusted.
        drifts: The drifts, if already measured: adjustments do not change them.
        protection: Parts of the result that stay as in the enlarged picture.
    """

    job: Job
    picture: Picture
    restored: Picture
    result: Picture
    drifts: tuple[Drift, ...] | None = None
    protection: Protection = field(default_factory=Protection)


def verify(request: VerifyRequest, on_progress: Callable[[int, int], None]) -> Verification:
    """Verify a result; takes a third of a second for 512 x 512 pixels.

    Args:
        request: What to verify.
        on_progress: Called with steps done and steps in total; may raise to stop.
    """
    drifts = request.drifts
    if drifts is None:
        drifts = measure_drift(find_flat_colours(request.picture), request.restored)
    scale = request.job.choices.scale
    mask = request.protection.mask(request.result.height, request.result.width)
    fidelity = check_fidelity(request.picture, request.result, scale, on_progress, mask)
    return Verification(fidelity, drifts)
