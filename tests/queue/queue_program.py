"""A program with a queue and a slow fake network, for a test that kills it.

Run as ``python -m tests.queue.queue_program DATA_DIR FILES…``; it never ends by itself.
"""

import sys
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
    """Restore files, slowly."""
    application = QCoreApplication(sys.argv[:1])
    restoration = RestorationService(FakeLoader(FakeRestorer(seconds=0.1)), fake_devices)
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
