"""What restored a picture, and how that went: for people, receipts and the queue on disk."""

from __future__ import annotations

from dataclasses import dataclass

from models.network_info import NetworkInfo


@dataclass(frozen=True)
class EngineInfo:
    """The network in use, as the user is told it.

    Args:
        network: What is known of it; its title is in the user's language.
        device: "CPU".
        precision: "bf16".
    """

    network: NetworkInfo
    device: str
    precision: str


@dataclass(frozen=True)
class RunFacts:
    """One run of a picture through the network.

    Args:
        engine: What restored it.
        seconds: Time to restore, without pauses.
        tiles: Tiles in all passes.
        full_precision_tiles: Of them, those that were computed again in single precision.
        enlarged_tiles: Of them, those left as enlarged because the network's answer was refused.
    """

    engine: EngineInfo
    seconds: float
    tiles: int
    full_precision_tiles: int
    enlarged_tiles: int
