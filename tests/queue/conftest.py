"""Fixtures for tests of the queue: a session with a fake network, and pictures for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.jobs import Choices, Source
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.queue.session import Session
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.pictures import save_logo


@pytest.fixture
def session(qtbot: QtBot, fake: FakeRestorer) -> Iterator[Session]:
    restoration, reviewer = RestorationService(FakeLoader(fake), fake_devices), Reviewer()
    yield Session(restoration, reviewer, Choices())
    restoration.close()
    reviewer.close()


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    paths = [save_logo(tmp_path / f"{name}.png", seed=i) for i, name in enumerate("abcde")]
    return [Source(path.name, path) for path in paths]
