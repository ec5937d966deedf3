"""What restored a picture, and how the run went: for the user, receipts and the queue on disk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.network_info import NetworkInfo


@dataclass(frozen=True)
class EngineInfo:
    """The network in use, as shown to the user.

    Attributes:
        network: Its name, checksum, and title in the user's language.
        device: Such as "CPU".
        precision: Such as "bf16".
    """

    network: NetworkInfo
    device: str
    precision: str


class RunOutcome(StrEnum):
    """How much of a picture the network has restored; the values stand in receipts."""

    RESTORED = "restored"
    PARTLY_RESTORED = "partly restored"  # the network's result was rejected for some tiles
    NOT_RESTORED = "not restored"  # ... for all tiles


@dataclass(frozen=True)
class RunFacts:
    """One run of a picture through the network.

    Attributes:
        engine: What restored it.
        seconds: Time to restore, without pauses.
        tiles: Number of tiles in all passes.
        full_precision_tiles: How many of them were computed again in float32.
        enlarged_tiles: How many of them stayed as enlarged, because the network's result was rejected.
    """

    engine: EngineInfo
    seconds: float
    tiles: int
    full_precision_tiles: int
    enlarged_tiles: int

    @property
    def outcome(self) -> RunOutcome:
        """How much was restored. A flat picture, for which no tile is needed, counts as restored."""
        if not self.enlarged_tiles:
            return RunOutcome.RESTORED
        if self.enlarged_tiles < self.tiles:
            return RunOutcome.PARTLY_RESTORED
        return RunOutcome.NOT_RESTORED
