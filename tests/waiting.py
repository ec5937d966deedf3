"""Waiting for what has to happen, however busy the machine is."""

from __future__ import annotations

import threading
import weakref
from functools import partialmethod

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot
from pytestqt.qtbot import QtBot

PATIENCE = 300.0
"""Seconds after which a thing that did not happen never will; only a test that fails waits so long."""

_MILLISECONDS = round(PATIENCE * 1000)

_ROUNDS = 3
"""News that arrives may ask a thread for more, and its answer once again."""

started_threads: list[weakref.ref[QThread]] = []
"""Those that the running test started."""


class PatientBot(QtBot):
    """Pytest-qt's, with more patience than its five seconds where a test names no limit of its own."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=_MILLISECONDS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=_MILLISECONDS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=_MILLISECONDS)  # noqa: N815
    waitActive = partialmethod(QtBot.waitActive, timeout=_MILLISECONDS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=_MILLISECONDS)  # noqa: N815


def running_threads() -> list[QThread]:
    """Those that the running test started and that did not end yet."""
    threads = [thread for reference in started_threads if (thread := reference()) is not None]
    return [thread for thread in threads if shiboken6.isValid(thread) and thread.isRunning()]


def process_pending_events() -> None:
    """Wait until all threads have done what they were asked, and what they said has arrived.

    A thread that is held up, as by a fake's gate, is waited for in vain.
    """
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        wait_for_threads()
    QCoreApplication.processEvents()


def wait_for_threads() -> None:
    """Wait until all threads have done what they were asked, without hearing what they say."""
    visitors = [_Visitor(thread) for thread in running_threads() if thread.loopLevel() > 0]
    for visitor in visitors:
        assert visitor.is_back.wait(PATIENCE), "a thread is held up"


class _Visitor(QObject):
    """Queues up in a thread behind everything that it was asked before, and comes back."""

    sent = Signal()

    def __init__(self, thread: QThread) -> None:
        super().__init__()
        self.is_back = threading.Event()
        self._home = self.thread()
        self.sent.connect(self._on_sent, Qt.ConnectionType.QueuedConnection)
        self.moveToThread(thread)
        self.sent.emit()

    @Slot()
    def _on_sent(self) -> None:
        self.moveToThread(self._home)
        self.is_back.set()
