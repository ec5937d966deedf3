"""The reviewer, which adjusts and verifies results in its own thread."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from desktop_app.domain.adjustments import Adjustments, AdjustRequest
from desktop_app.engine.reviewer import Reviewer
from desktop_app.imaging.picture import Picture
from tests.engine.job_recorder import make_job


def test_a_slider_moved_in_one_picture_does_not_keep_another_from_being_adjusted(
    qtbot: QtBot, picture: Path
) -> None:
    pixels = Picture(np.zeros((8, 8, 3), np.uint8))
    moved, finished = make_job(picture), make_job(picture)
    done: list[tuple[int, float]] = []
    with closing(Reviewer()) as reviewer:
        reviewer.adjusted.connect(
            lambda asked, _made: done.append((asked.job.entry, asked.adjustments.strength))
        )
        for job, strength in ((moved, 0.1), (finished, 0.5), (moved, 0.2), (moved, 0.3)):
            reviewer.adjust(AdjustRequest(job, pixels, pixels, Adjustments(strength)))
        qtbot.waitUntil(lambda: (moved.entry, 0.3) in done)
    assert done == [(moved.entry, 0.1), (finished.entry, 0.5), (moved.entry, 0.3)]
