"""The live boxes of “About this AI” with the shipped network: their pixels come from the current picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop_app.about.diagram_layout import DiagramPart
from desktop_app.about.pane import Tab
from desktop_app.about.report_data import build_report
from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Choices
from desktop_app.engine.service import RestorationService
from desktop_app.engine.torch_backend import TorchBackend
from desktop_app.paths import SAMPLES, SOURCE
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from tests.about_driver import inspected, select
from tests.fakes import fake_devices
from tests.window_driver import grab, texts

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]


def picture_in(box: QAbstractButton) -> np.ndarray:
    """Return the pixels of a box above its text: float (H, W, 3)."""
    pixels = grab(box).astype(float)
    height, width = round(box.width() * 0.7), box.width()
    return pixels[8 : height - 8, 8 : width - 8]


def sharpness(pixels: np.ndarray) -> float:
    """Return the slope of the steepest edges, in levels per pixel."""
    steps = np.abs(np.diff(pixels.mean(axis=2), axis=1))
    return float(np.quantile(steps, 0.98))


@pytest.fixture
def real(qtbot: QtBot, theme: Theme, settings: Settings) -> Iterator[MainWindow]:
    settings.choices = Choices(model="clearmark-small")  # of the two that ship, the faster one
    window = MainWindow(RestorationService(TorchBackend, fake_devices), settings, theme)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def test_the_boxes_are_alive_with_the_network_that_is_shipped(
    qtbot: QtBot, real: MainWindow
) -> None:
    real.open_files([SAMPLES / "halden.png"])
    qtbot.waitUntil(
        lambda: real.session.current is not None and real.session.current.state is EntryState.DONE,
    )
    select(real, Tab.WORKFLOW)
    inspection = inspected(qtbot, real)
    diagram = real.workspace.about_pane.workflow.diagram
    boxes = {part: picture_in(diagram.button(part)) for part in DiagramPart}
    # The output is sharper than the input.
    assert sharpness(boxes[DiagramPart.OUTPUT_1]) > 1.5 * sharpness(boxes[DiagramPart.INPUT_1])
    # The quarter scale has the picture's colours, in squares of four pixels.
    full, quarter = (
        boxes[part].mean(axis=(0, 1)) for part in (DiagramPart.INPUT_1, DiagramPart.INPUT_4)
    )
    np.testing.assert_allclose(quarter, full, atol=12)
    # Every box shows a real picture: none is blank.
    for part, pixels in boxes.items():
        assert pixels.std() > 4, part
    assert (
        np.abs(boxes[DiagramPart.RESIDUAL_1] - 128).mean()
        < np.abs(boxes[DiagramPart.OUTPUT_1] - 128).mean()
    )
    assert inspection.outputs[2].shape == (160, 448, 4)
    assert diagram.button(DiagramPart.ENCODER_1).accessibleName().startswith("Encoder 1, ")


def test_a_picture_of_one_colour_says_that_nothing_went_through_the_network(
    qtbot: QtBot, real: MainWindow, tmp_path: Path
) -> None:
    page = tmp_path / "page.png"
    Image.new("RGB", (700, 120), (250, 240, 230)).save(page)
    real.open_files([page])
    qtbot.waitUntil(
        lambda: real.session.current is not None and real.session.current.state is EntryState.DONE,
    )
    select(real, Tab.WORKFLOW)
    inspected(qtbot, real)
    workflow = real.workspace.about_pane.workflow
    tiles = workflow.diagram.button(DiagramPart.TILES)
    assert tiles.accessibleName().startswith("Join tiles, none: all flat · ")
    tiles.click()
    sentence = "So nothing went through the network: the result is the enlarged picture."
    showing = [text for text in texts(workflow) if sentence in text]
    assert len(showing) == 2  # in the box "Join tiles", and in the caption of the diagram
    assert any(text.endswith(sentence) for text in showing)
    report = build_report(real.about_controller.state, SOURCE, real.palette(), real.font())
    assert ("Tiles", "none: all flat") in report.numbers
