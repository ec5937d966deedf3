"""What a second look at a result says: whether it is still the input, and what became of its colours."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.analysis.fidelity import Fidelity, check_fidelity
from desktop_app.analysis.flat_colours import Drift, find_flat_colours, measure_drift
from desktop_app.domain.jobs import Job
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.protection import Protection


@dataclass(frozen=True, eq=False)
class Verification:
    """The judgement of one result.

    Args:
        fidelity: Of the result as the user gets it.
        drifts: Of the input's fills in what the network made, the largest first; none in photographs.
    """

    fidelity: Fidelity
    drifts: tuple[Drift, ...]


@dataclass(frozen=True, eq=False)
class VerifyRequest:
    """A request to look at a result.

    Args:
        job: The run whose result it is.
        picture: The input.
        restored: What the network made of it.
        result: What the user gets; ``restored`` itself where nothing was adjusted.
        drifts: If they were measured before: adjustments do not change them.
        protection: Parts of the result that were left as they had been.
    """

    job: Job
    picture: Picture
    restored: Picture
    result: Picture
    drifts: tuple[Drift, ...] | None = None
    protection: Protection = field(default_factory=Protection)


def verify(request: VerifyRequest, on_progress: Callable[[int, int], None]) -> Verification:
    """Judge a result; takes a third of a second for 512 x 512.

    Args:
        request: What is asked for.
        on_progress: May raise to stop.
    """
    drifts = request.drifts
    if drifts is None:
        drifts = measure_drift(find_flat_colours(request.picture), request.restored)
    scale = request.job.choices.scale
    mask = request.protection.mask(request.result.height, request.result.width)
    fidelity = check_fidelity(request.picture, request.result, scale, on_progress, mask)
    return Verification(fidelity, drifts)
