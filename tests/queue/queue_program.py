"""A program that restores one picture of its queue and is then busy with the next, for a test that kills it.

Run as ``python -m tests.queue.queue_program DATA_DIR FILES…``; it never ends by itself.
"""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.jobs import Choices, Source
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.engine.writer import Writer
from desktop_app.queue.recovery import Recovery
from desktop_app.queue.session import Session
from tests.fakes import FakeLoader, FakeRestorer, fake_devices


def main() -> int:
    """Restore the first file and begin the second."""
    application = QCoreApplication(sys.argv[:1])
    restorer = FakeRestorer(parts=1, gate=threading.Semaphore(1))
    restoration = RestorationService(FakeLoader(restorer), fake_devices)
    reviewer, writer = Reviewer(), Writer()
    session = Session(restoration, reviewer, Choices())
    recovery = Recovery(session, writer, Path(sys.argv[1]))
    session.open([Source(Path(name).name, Path(name)) for name in sys.argv[2:]])
    code = application.exec()
    for service in (restoration, reviewer, writer):
        service.close()
    recovery.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
