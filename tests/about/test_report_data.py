"""The report on a picture that was really restored, built from the state of the pane."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QFont, QPalette
from pytestqt.qtbot import QtBot

from desktop_app.about.about_state import AboutState, scales_of
from desktop_app.about.localized_texts import group_digits
from desktop_app.about.report_data import build_report, write_report
from desktop_app.domain.inspection import (
    Inspection,
    InspectionQuery,
    QueryKind,
    Regions,
    StageFeatures,
)
from desktop_app.imaging.writing import WriteError
from desktop_app.paths import SAMPLES, SOURCE
from tests.fakes import FakeRestorer
from tests.queue.entries import make_entry


@pytest.fixture
def state(qtbot: QtBot) -> AboutState:
    entry = make_entry(SAMPLES / "juniper.jpg")
    assert entry.opened is not None
    restorer, opened = FakeRestorer(), entry.opened
    inspection, sight, regions = (
        restorer.inspect(InspectionQuery(kind, entry.job, opened, stage="encoder 2"))
        for kind in QueryKind
    )
    assert isinstance(inspection, Inspection)
    assert isinstance(sight, StageFeatures)
    assert isinstance(regions, Regions)
    return AboutState(entry, inspection, scales_of(inspection), {"encoder 2": sight}, regions)


def pictures(html: str) -> list[Image.Image]:
    return [
        Image.open(io.BytesIO(base64.b64decode(data)))
        for data in re.findall(r'class="\w+" src="data:image/png;base64,([^"]+)"', html)
    ]


def test_a_report_holds_the_pictures_themselves(state: AboutState, tmp_path: Path) -> None:
    entry = state.entry
    assert entry is not None
    assert entry.opened is not None
    assert entry.result is not None
    report = build_report(state, SOURCE, QPalette(), QFont())
    path = tmp_path / "report.html"
    write_report(report, path, SOURCE)
    html = path.read_text("utf-8")
    shown = pictures(html)
    # input, enlarged, restored; the diagram; nine of the scales, two of the features, the regions
    assert len(shown) == 3 + 1 + 9 + 2 + 1
    truths = (entry.opened.picture, entry.opened.enlarged, entry.result.picture)
    for picture, truth in zip(shown, truths, strict=False):
        assert np.array_equal(np.array(picture.convert("RGB")), truth.rgb)
    inspection = state.inspection
    assert inspection is not None
    for number in range(3):
        row = shown[4 + 3 * number : 7 + 3 * number]
        assert np.array_equal(np.array(row[0].convert("RGB")), inspection.inputs[number])
        assert np.array_equal(np.array(row[2].convert("RGB")), inspection.outputs[number])
    # The frames are drawn on the enlarged picture.
    framed = np.array(shown[-1].convert("RGB")) != entry.opened.enlarged.rgb
    assert 0 < framed.any(axis=2).mean() < 0.1
    for words in (
        "How juniper.jpg became sharp",
        "Your picture has 192 × 88 pixels. Enlarged 2×, it has 384 × 176",
        f"<td>{group_digits(inspection.parameters)}</td>",
        "<td>25 % of the picture</td>",
        "cosine 0.990",
    ):
        assert words in re.sub("[ \n]+", " ", html)


def test_what_was_not_looked_at_is_left_out(state: AboutState) -> None:
    bare = build_report(AboutState(state.entry), SOURCE, QPalette(), QFont())
    assert bare.views == ()
    assert "Parameters" not in dict(bare.numbers)
    partly = replace(state, stage_features={}, scales=None, inspection=None)
    assert [view.name for view in build_report(partly, SOURCE, QPalette(), QFont()).views] == [
        "focus"
    ]
    with pytest.raises(ValueError, match="nothing to report"):
        build_report(AboutState(), SOURCE, QPalette(), QFont())


def test_the_ending_of_the_name_decides(state: AboutState, tmp_path: Path) -> None:
    report = build_report(AboutState(state.entry), SOURCE, QPalette(), QFont())
    write_report(report, tmp_path / "report.PDF", SOURCE)
    assert (tmp_path / "report.PDF").read_bytes().startswith(b"%PDF-")
    with pytest.raises(WriteError):
        write_report(report, tmp_path / "report.PDF", SOURCE)
