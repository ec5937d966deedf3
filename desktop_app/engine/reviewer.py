"""Adjust and verify results in a thread of its own, while other pictures are being restored.

The window uses :class:`Reviewer` only, which lives in the window's thread.
"""

import threading
from collections import defaultdict

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.adjustments import AdjustRequest
from desktop_app.domain.jobs import JobError
from desktop_app.domain.verification import Verification, VerifyRequest
from desktop_app.engine.latest_only import LatestOnly
from desktop_app.engine.workers import ReviewWorker, WorkerThread
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.pyramid import Pyramid


class Reviewer(QObject):
    """Sends requests to the review thread and emits their results; lives in the window's thread.

    Only the latest adjustment of each picture counts, and only the latest of all verifications.

    Args:
        parent: Qt parent.
    """

    adjusted = Signal(object, object)  # AdjustRequest, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # AdjustRequest, JobError
    verified = Signal(object, object)  # VerifyRequest, Verification; None if verifying failed

    _adjust_requested = Signal(object)
    _verify_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closing = threading.Event()
        self._adjust_requests = defaultdict[int, LatestOnly[AdjustRequest]](  # by entry
            lambda: LatestOnly(self._adjust_requested.emit)
        )
        self._verify_requests = LatestOnly(self._verify_requested.emit)
        self._worker = ReviewWorker(self._closing)
        self._thread = WorkerThread("review", self._worker, self)
        self._adjust_requested.connect(self._worker.adjust)
        self._verify_requested.connect(self._worker.verify)
        self._worker.adjusted.connect(self._on_adjusted)
        self._worker.adjust_failed.connect(self._on_adjust_failed)
        self._worker.verified.connect(self._on_verified)

    def adjust(self, request: AdjustRequest) -> None:
        """Adjust a result; ``adjusted`` or ``adjust_failed`` follows, unless a later request replaces it."""
        self._adjust_requests[request.job.entry].submit(request)

    def verify(self, request: VerifyRequest) -> None:
        """Verify a result; ``verified`` follows, unless a later request replaces it."""
        self._verify_requests.submit(request)

    def stop(self) -> None:
        """Cancel everything and ask the thread to end."""
        self._closing.set()
        self._thread.finish()

    def wait(self) -> None:
        """Wait for the thread after :meth:`stop`."""
        self._thread.wait()

    def close(self) -> None:
        """Stop and wait."""
        self.stop()
        self.wait()

    @Slot(object, object)
    def _on_adjusted(self, request: AdjustRequest, adjusted: tuple[Picture, Pyramid]) -> None:
        self.adjusted.emit(request, adjusted)
        self._adjust_requests[request.job.entry].complete()

    @Slot(object, object)
    def _on_adjust_failed(self, request: AdjustRequest, error: JobError) -> None:
        self.adjust_failed.emit(request, error)
        self._adjust_requests[request.job.entry].complete()

    @Slot(object, object)
    def _on_verified(self, request: VerifyRequest, verification: Verification | None) -> None:
        self.verified.emit(request, verification)
        self._verify_requests.complete()
