"""The interface of a loaded network; the torch backend and the test fake implement it."""

from collections.abc import Callable
from typing import Protocol

from desktop_app.domain.inspection import (
    FineTuneProgress,
    FineTuneRequest,
    FineTuneResult,
    InspectionQuery,
    QueryResult,
)
from desktop_app.imaging.picture_run import TileRestorer


class RestorerLike(TileRestorer, Protocol):
    """A loaded network that can restore pictures, be inspected and be fine-tuned."""

    def inspect(self, query: InspectionQuery) -> QueryResult:
        """Run the network on the picture of a query and return what was asked for.

        Raises:
            Cancelled: The query was cancelled.
            JobError: Memory ran out, or the device failed.
        """

    def fine_tune(
        self, request: FineTuneRequest, on_step: Callable[[FineTuneProgress], None]
    ) -> FineTuneResult:
        """Fine-tune the network on pictures, and use the fine-tuned network if it is better.

        Raises:
            Cancelled: The request was cancelled; the network stays as it was.
            JobError: Memory ran out, or the device failed.
        """
