"""What the engine needs of a network; the torch backend and the test fake provide it."""

from collections.abc import Callable
from typing import Protocol

from desktop_app.domain.inspection import (
    FineTuneProgress,
    FineTuneRequest,
    FineTuneResult,
    InspectionQuery,
    QueryResult,
)
from desktop_app.imaging.tile_progress import TileRestorer


class RestorerLike(TileRestorer, Protocol):
    """What the window needs of a network: to restore pictures, to look into it and to fine-tune it."""

    def inspect(self, query: InspectionQuery) -> QueryResult:
        """Look into the network at work on a picture."""

    def fine_tune(
        self, request: FineTuneRequest, on_step: Callable[[FineTuneProgress], None]
    ) -> FineTuneResult:
        """Fine-tune the network on pictures, and use what came of it if it is better."""
