"""Waiting for events and threads, with time limits that hold on a busy machine."""

from __future__ import annotations

import threading
import weakref
from functools import partialmethod

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot
from pytestqt.qtbot import QtBot

PATIENCE = 300.0
"""Time limit in seconds for anything that has to happen; only a test that fails waits that long."""

_MILLISECONDS = round(PATIENCE * 1000)

_ROUNDS = 3
"""How often to process events: a slot may send a thread another request, whose result another one."""

started_threads: list[weakref.ref[QThread]] = []
"""The threads that the running test has started."""


class PatientBot(QtBot):
    """A QtBot whose default time limit is ``PATIENCE`` instead of five seconds."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=_MILLISECONDS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=_MILLISECONDS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=_MILLISECONDS)  # noqa: N815
    waitActive = partialmethod(QtBot.waitActive, timeout=_MILLISECONDS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=_MILLISECONDS)  # noqa: N815


def running_threads() -> list[QThread]:
    """List the threads that the running test has started and that have not ended yet."""
    threads = [thread for reference in started_threads if (thread := reference()) is not None]
    return [thread for thread in threads if shiboken6.isValid(thread) and thread.isRunning()]


def process_pending_events() -> None:
    """Wait until all threads have handled their requests, and the signals that they emitted are delivered.

    It fails if a thread is blocked, for example by a fake's gate.
    """
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        wait_for_threads()
    QCoreApplication.processEvents()


def wait_for_threads() -> None:
    """Wait until all threads have handled their requests, without delivering their signals."""
    markers = [_Marker(thread) for thread in running_threads() if thread.loopLevel() > 0]
    for marker in markers:
        assert marker.is_back.wait(PATIENCE), "a thread is held up"


class _Marker(QObject):
    """An object that queues an event behind all earlier ones of a thread, and moves back when handled."""

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
