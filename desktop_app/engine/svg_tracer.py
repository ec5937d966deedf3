"""Trace pictures as SVG without blocking the window: a process traces, and a thread waits for it."""

from threading import Thread

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.imaging.tracing_process import TraceAnswer, TraceRequest, TracingProcess


class SvgTracer(QObject):
    """Traces the latest request; a new request kills the process that is still tracing the one before.

    An idle process is reused, since starting one takes as long as tracing a logo.

    Signals:
        answered: The :class:`TraceAnswer` to the latest request.
    """

    answered = Signal(object)

    _reply_received = Signal(object, object)  # TracingProcess, TraceAnswer

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: TracingProcess | None = None
        self._reply_thread: Thread | None = None
        self._reply_received.connect(self._on_reply_received)

    @property
    def is_busy(self) -> bool:
        """Whether a request is being traced."""
        return self._reply_thread is not None

    def trace(self, request: TraceRequest) -> None:
        """Trace a picture; ``answered`` follows, unless another request or :meth:`close` comes first."""
        if self.is_busy or (self._process and not self._process.is_alive):
            self.close()
        try:
            process = self._process = self._process or TracingProcess()
        except OSError as error:
            problem = self.tr("The tracer cannot be started: {reason}.").format(
                reason=error.strerror or error
            )
            self.answered.emit(TraceAnswer(None, problem=problem))
            return
        self._reply_thread = Thread(
            target=lambda: self._reply_received.emit(process, process.trace(request)),
            name="tracer",
            daemon=True,  # so that a crashing program does not wait for it
        )
        self._reply_thread.start()

    def close(self) -> None:
        """End the process and the thread; ``answered`` does not follow any more."""
        if self._process is not None:
            self._process.kill()
        if self._reply_thread is not None:
            self._reply_thread.join()
        if self._process is not None:
            self._process.close()
        self._process = self._reply_thread = None

    @Slot(object, object)
    def _on_reply_received(self, process: TracingProcess, answer: TraceAnswer) -> None:
        """Emit a reply, in the window's thread; ignore replies of a process that has been ended."""
        if process is self._process and self._reply_thread is not None:
            self._reply_thread.join()
            self._reply_thread = None
            self.answered.emit(answer)
