"""“About this AI” inspects the network only when its pages are visible, and for the current picture."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.about.diagram_layout import DiagramPart
from desktop_app.about.inspection_page import InspectionView
from desktop_app.about.pane import AboutPane, Tab
from desktop_app.about.picture_view import PictureView
from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.domain.inspection import (
    MAX_INSPECTED_SIDE,
    InspectionQuery,
    QueryKind,
    QueryResult,
)
from desktop_app.domain.jobs import JobError
from desktop_app.engine.service import RestorationService
from desktop_app.theme import Theme
from models.progress import Cancelled
from tests.about_driver import inspected, select
from tests.clipped_text import find_clipped
from tests.event_loop_gaps import FRAME, EventLoopGaps
from tests.fakes import FakeRestorer
from tests.machine_speed import slowdown
from tests.pictures import save_logo
from tests.waiting import process_pending_events
from tests.window_driver import grab, named, texts, wait_for, wait_for_banner, wait_for_start

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class GatedRestorer(FakeRestorer):
    """Fake restorer whose inspections wait until the test releases them."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()
        self.released.set()

    def inspect(self, query: InspectionQuery) -> QueryResult:
        answer = super().inspect(query)
        while not self.released.wait(0.005):
            if query.cancel.is_set():
                raise Cancelled
        return answer


@pytest.fixture
def fake() -> GatedRestorer:
    return GatedRestorer()


@pytest.fixture
def pane(qtbot: QtBot, window: MainWindow, picture: Path) -> AboutPane:
    """The pane at the workflow of a restored picture that has not been inspected yet."""
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.about_pane.tabs.setCurrentIndex(Tab.WORKFLOW)
    return window.workspace.about_pane


def chosen(pane: AboutPane) -> DiagramPart:
    return pane.workflow.diagram.selected


def button(parent: QWidget, word: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text() == word)


def test_nothing_is_asked_before_it_is_looked_at(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, fake: GatedRestorer
) -> None:
    process_pending_events()
    assert fake.queries == []
    select(window, Tab.TASK)
    process_pending_events()
    assert fake.queries == []
    select(window, Tab.WORKFLOW)
    inspected(qtbot, window)
    select(window, Tab.PAPERS)
    select(window, Tab.WORKFLOW)
    select(window, Tab.INSPECTION)
    process_pending_events()
    # One query serves all pages that need it.
    assert [query.kind for query in fake.queries] == [QueryKind.INSPECTION]
    for stage in (0, 1, 0):
        select(window, Tab.INSPECTION, InspectionView.FEATURES)
        pane.inspection_page.features_view.stages.setCurrentIndex(stage)
        process_pending_events()
    select(window, Tab.INSPECTION, InspectionView.REGIONS)
    qtbot.waitUntil(lambda: window.about_controller.state.regions is not None)
    stages = [query.stage for query in fake.queries if query.kind is QueryKind.FEATURES]
    assert sorted(stages) == ["encoder 1", "encoder 2"]


def test_a_box_is_shown_large_with_its_numbers_when_it_is_chosen(
    qtbot: QtBot, window: MainWindow, pane: AboutPane
) -> None:
    select(window, Tab.WORKFLOW)
    inspected(qtbot, window)
    diagram = pane.workflow.diagram
    quarter = diagram.button(DiagramPart.OUTPUT_4)
    assert quarter.accessibleName() == "Quarter-size output, 90 × 50"
    QTest.mouseClick(quarter, Qt.MouseButton.LeftButton)
    assert chosen(pane) is DiagramPart.OUTPUT_4
    shown = pane.workflow.findChildren(PictureView)[0].image
    assert shown is not None
    assert (shown.width(), shown.height()) == (90, 50)
    QTest.keyClick(quarter, Qt.Key.Key_Left)
    assert chosen(pane) is DiagramPart.RESIDUAL_4
    QTest.keyClick(diagram.button(DiagramPart.RESIDUAL_4), Qt.Key.Key_Up)
    assert chosen(pane) is DiagramPart.RESIDUAL_2


def test_the_scrubber_goes_from_the_enlarged_picture_to_the_output(
    qtbot: QtBot, window: MainWindow, pane: AboutPane
) -> None:
    select(window, Tab.INSPECTION)
    inspected(qtbot, window)
    view = pane.inspection_page.scales_view
    output, residual, *_ = view.findChildren(PictureView)
    view.scrubber.setFocus()
    widths = []
    for _ in range(4):
        image = output.image
        assert image is not None
        widths.append(image.width())
        QTest.keyClick(view.scrubber, Qt.Key.Key_Left)
    assert widths == [360, 180, 90, 360]
    assert view.scrubber.value() == 0
    assert residual.image is None  # nothing is added before the network
    scales = window.about_controller.state.scales
    assert scales is not None
    assert output.image == scales.inputs[2]


def test_an_answer_for_another_picture_comes_too_late(
    qtbot: QtBot,
    window: MainWindow,
    pane: AboutPane,
    fake: GatedRestorer,
    others: list[Path],
    restoration: RestorationService,
) -> None:
    fake.released.clear()
    select(window, Tab.WORKFLOW)
    qtbot.waitUntil(lambda: len(fake.queries) == 1)
    bar = named(QProgressBar, "The network is being examined", pane)
    assert bar.isVisible()
    inspection = FakeRestorer().inspect(fake.queries[0])
    window.open_files(others[:1])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[1])
    fake.released.set()
    wait_for(qtbot, window, EntryState.DONE)
    restoration.inspection_service.inspection_ready.emit(inspection)
    assert window.about_controller.state.inspection is None
    assert inspected(qtbot, window).query.job is window.session.entries[1].job
    assert not bar.isVisible()


def test_looking_makes_way_for_restoring_and_goes_on_afterwards(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, fake: GatedRestorer
) -> None:
    entry = window.session.current
    assert entry is not None
    fake.gate = threading.Semaphore(0)
    window.session.start(entry)
    wait_for(qtbot, window, EntryState.RUNNING)
    select(window, Tab.WORKFLOW)
    qtbot.waitUntil(lambda: "Restoring comes first; this follows." in texts(pane))
    assert fake.queries == []
    fake.released.clear()
    fake.gate.release(100)
    qtbot.waitUntil(lambda: len(fake.queries) == 1)
    assert entry.state is EntryState.DONE  # nothing was examined before the picture was done
    window.session.start(entry)  # cancels the inspection
    wait_for(qtbot, window, EntryState.DONE)
    fake.released.set()
    assert inspected(qtbot, window).query.job is entry.job
    assert "Restoring comes first; this follows." not in texts(pane)


def test_a_failure_is_told_in_a_sentence_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, fake: GatedRestorer
) -> None:
    fake.error = JobError("The device ran out of memory.")
    select(window, Tab.WORKFLOW)
    retry = button(pane, "Try again")
    qtbot.waitUntil(retry.isVisible)
    assert "The device ran out of memory." in texts(pane)
    process_pending_events()
    assert len(fake.queries) == 1  # not repeated automatically
    fake.error = None
    retry.click()
    inspected(qtbot, window)
    assert not retry.isVisible()


def test_of_a_large_picture_the_part_is_looked_into_that_is_seen(
    qtbot: QtBot, window: MainWindow, fake: GatedRestorer, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "large.png", 900, 1200)])
    wait_for(qtbot, window, EntryState.DONE)
    select(window, Tab.WORKFLOW)
    view = window.workspace.canvas.view
    view.set_zoom(1.0)
    pane = window.workspace.about_pane
    beside = view.mapFromGlobal(pane.mapToGlobal(QPoint(0, 0))).x()
    boxes = set()
    for point in (QPointF(300, 300), QPointF(2200, 1600)):
        view.centre_on(point)
        seen = view.picture_point(QPointF(beside / 2, view.viewport().height() / 2))

        def is_there(seen: QPointF = seen) -> bool:
            inspection = window.about_controller.state.inspection
            if inspection is None:
                return False
            box = inspection.query.box
            boxes.add(box)
            assert (box.height, box.width) == (MAX_INSPECTED_SIDE, MAX_INSPECTED_SIDE)
            return box.left <= seen.x() < box.right and box.top <= seen.y() < box.bottom

        qtbot.waitUntil(is_there)
    assert len(boxes) > 1


def test_regions_are_framed_on_the_picture_and_restored_again_steadily(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, fake: GatedRestorer
) -> None:
    select(window, Tab.INSPECTION, InspectionView.REGIONS)
    regions_view = pane.inspection_page.regions_view
    qtbot.waitUntil(lambda: window.about_controller.state.regions is not None)
    view = window.workspace.canvas.view
    plain = grab(view)
    regions_view.marks_button.click()
    marked = grab(view)
    assert (plain != marked).any()
    window.app_actions.about.trigger()
    np.testing.assert_array_equal(grab(view), plain)  # the frames disappear with the pane
    window.app_actions.about.trigger()
    np.testing.assert_array_equal(grab(view), marked)
    assert fake.self_ensemble == [True]
    assert regions_view.restore_again_button.isHidden()  # it would repeat the same run
    window.session.set_choices(replace(window.session.choices, self_ensemble=False))
    wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(
        lambda: (
            regions_view.restore_again_button.isVisible()
            and regions_view.restore_again_button.isEnabled()
        )
    )
    regions_view.restore_again_button.click()
    wait_for(qtbot, window, EntryState.DONE)
    assert fake.self_ensemble == [True, False, True]
    assert window.session.choices.self_ensemble
    qtbot.waitUntil(regions_view.restore_again_button.isHidden)


def _answer(told: tuple[str, str], *_arguments: object) -> tuple[str, str]:
    return told


def test_the_report_is_written(
    qtbot: QtBot,
    window: MainWindow,
    pane: AboutPane,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    select(window, Tab.WORKFLOW)
    inspected(qtbot, window)
    for kind, start in (("HTML (*.html)", b"<!"), ("PDF (*.pdf)", b"%PDF")):
        told = (str(tmp_path / "told"), kind)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", partial(_answer, told))
        button(pane, "Export report…").click()
        path = tmp_path / ("told.html" if "html" in kind else "told.pdf")
        wait_for_banner(qtbot, window, f"Saved {path.name}")
        assert path.read_bytes().startswith(start)


def test_closing_the_window_while_the_network_is_looked_into_is_quick(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, fake: GatedRestorer
) -> None:
    fake.released.clear()
    select(window, Tab.WORKFLOW)
    qtbot.waitUntil(lambda: len(fake.queries) == 1)
    with EventLoopGaps() as wall_time, EventLoopGaps(clock=time.thread_time) as heart:
        window.close()  # the inspection is still blocked, so closing must not wait for it
    assert wall_time.longest < 10  # waiting for a thread takes no processor time
    assert heart.longest < 1  # a fixture checks that no thread is left


def test_the_window_answers_while_the_largest_part_is_shown(
    qtbot: QtBot, window: MainWindow, fake: GatedRestorer, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "large.png", 600, 700)])
    wait_for(qtbot, window, EntryState.DONE)
    wait_for_start(qtbot, window)
    longest = []
    # A single attempt may be slow because of garbage collection or a busy machine; a slow program would be
    # slow in each of them.
    for _ in range(10):
        with EventLoopGaps(0, time.thread_time) as heart:
            for tab in Tab:
                for view in InspectionView:
                    select(window, tab, view)
                    qtbot.wait(30)  # as fast as a user can click
            window.about_controller.reset()
            select(window, Tab.WORKFLOW)
            inspected(qtbot, window)
        longest.append(heart.longest)
        if longest[-1] < FRAME * slowdown():
            break
    assert min(longest) < FRAME * slowdown()


def test_what_lies_below_the_pane_is_not_painted_with_it(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, theme: Theme
) -> None:
    class Below(QObject):
        paints = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.paints += event.type() == QEvent.Type.Paint
            return False

    select(window, Tab.WORKFLOW)
    inspected(qtbot, window)
    process_pending_events()
    below = Below()
    view = window.workspace.canvas.view.viewport()
    view.installEventFilter(below)
    pane.workflow.diagram.update()
    process_pending_events()
    view.removeEventFilter(below)
    assert below.paints == 0
    # Skipping the paint is safe only because the pane is opaque and covers its whole area.
    ground, line = (QColor(theme.tokens[name]) for name in ("panel", "line"))
    shown = window.grab(QRect(pane.mapTo(window, QPoint()), pane.size())).toImage()
    assert all(shown.pixelColor(0, y) == line for y in range(shown.height()))
    for x, y in ((2, 2), (shown.width() - 1, 2), (2, shown.height() - 1)):
        assert shown.pixelColor(x, y) == ground


@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
def test_no_words_are_cut_in_the_pane(
    qtbot: QtBot, window: MainWindow, pane: AboutPane, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for tab in Tab:
        for view in InspectionView:
            select(window, tab, view)
            process_pending_events()
            assert find_clipped(pane, window) == []
    assert pane.width() <= window.width()
