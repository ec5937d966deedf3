"""The window's layout in both directions and all languages, and its use by keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListView,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.i18n.language import available_languages
from desktop_app.paths import SAMPLES
from tests.clipped_text import find_clipped
from tests.queue.entries import make_entry
from tests.waiting import process_pending_events
from tests.window_driver import grab, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def left_of(window: MainWindow, panel: QWidget) -> int:
    """Return the position of a panel's left edge in the window, in pixels."""
    return panel.mapTo(window, QPoint(0, 0)).x()


def picture_pixels(window: MainWindow) -> np.ndarray:
    """Return the middle of the picture on screen at 100 %, uint8 (180, 340, 3)."""
    view = window.workspace.canvas.view
    view.set_zoom(1.0)
    pixels = grab(view)
    height, width = pixels.shape[:2]
    return pixels[height // 2 - 90 : height // 2 + 90, width // 2 - 170 : width // 2 + 170]


def test_the_panels_are_mirrored_but_the_picture_is_not(
    qtbot: QtBot, window: MainWindow, picture: Path, qapp: QApplication
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    process_pending_events()
    workspace, before = window.workspace, picture_pixels(window)
    assert left_of(window, workspace.queue_panel) < left_of(window, workspace.canvas)
    assert left_of(window, workspace.canvas) < left_of(window, workspace.inspector)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        process_pending_events()
        assert left_of(window, workspace.inspector) < left_of(window, workspace.canvas)
        assert left_of(window, workspace.canvas) < left_of(window, workspace.queue_panel)
        np.testing.assert_array_equal(picture_pixels(window), before)
        view = workspace.canvas.view
        view.setFocus()
        divider = view.divider_x
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.divider_x > divider
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_window_that_starts_right_to_left_has_its_rows_mirrored(
    qtbot: QtBot, right_to_left: None, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    workspace = window.workspace
    assert left_of(window, workspace.inspector) == 0
    window.app_actions.about.trigger()
    assert left_of(window, workspace.about_pane) == 0
    (list_view,) = workspace.queue_panel.findChildren(QListView)
    row = grab(list_view)[:64].astype(int)
    middle = row.shape[1] // 2
    saturation = (row.max(axis=2) - row.min(axis=2)).sum(axis=0)
    assert (
        saturation[middle:].sum() > 2 * saturation[:middle].sum()
    )  # only the thumbnail is coloured


@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
@pytest.mark.parametrize("language", available_languages(), indirect=True)
def test_no_words_are_cut(
    language: str,  # set before the window is created
    qtbot: QtBot,
    window: MainWindow,
    others: list[Path],
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    window.open_files([SAMPLES / "juniper.jpg", *others])
    wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: all(entry.state is EntryState.DONE for entry in window.session.entries))
    qtbot.waitUntil(window.workspace.colours_panel.isVisible)
    process_pending_events()
    assert (window.width(), window.height()) == size
    workspace = window.workspace
    for panel in (
        workspace.inspector,
        workspace.queue_panel,
        workspace.header,
        workspace.status_bar,
        workspace.workflow_strip,
    ):
        assert find_clipped(panel, window) == []
    column = workspace.inspector.findChild(QScrollArea)
    assert isinstance(column, QScrollArea)
    content = column.widget()
    assert content is not None
    assert content.width() <= column.viewport().width()


@pytest.mark.parametrize("language", available_languages(), indirect=True)
def test_no_words_of_the_queue_are_cut_while_it_works_and_while_it_is_paused(
    language: str,  # set before the window is created
    window: MainWindow,
    others: list[Path],
) -> None:
    panel = window.workspace.queue_panel
    for number in range(12):
        panel.add(make_entry(others[number % 3], EntryState.WAITING))
    panel.show_progress(10, 12, 3000, is_over=False)
    (pause,) = (button for button in panel.findChildren(QPushButton) if button.isCheckable())
    for is_paused in (False, True):
        pause.setChecked(is_paused)
        process_pending_events()
        assert pause.isVisible()
        assert find_clipped(panel, window) == []


def tab_stop(child: QWidget) -> object:
    """Return where Tab stops: at the widget, or at its group if the arrow keys choose among its buttons."""
    group = child.group() if isinstance(child, QAbstractButton) else None
    return group if group is not None and group.exclusive() else child


def focusable(panel: QWidget) -> list[QWidget]:
    """List the widgets of a panel that Tab should reach."""
    return [
        child
        for child in panel.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.isEnabled()
        and child.focusProxy() is None
    ]


def accessible_name(child: QWidget) -> str:
    """Describe a widget by its class, its text or accessible name, and its parent's class."""
    words = getattr(child, "text", str)() or child.accessibleName()
    return f"{type(child).__name__} “{words}” in {type(child.parentWidget()).__name__}"


def test_tab_reaches_everything_panel_after_panel(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    workspace = window.workspace
    order = [
        workspace.header,
        workspace.workflow_strip,
        workspace.queue_panel,
        workspace.canvas,
        workspace.inspector,
    ]
    wanted = {child for panel in order for child in focusable(panel)}
    first = focusable(workspace.header)[0]
    first.setFocus()
    reached: list[QWidget] = []
    for _ in range(3 * len(wanted)):
        focused = QApplication.focusWidget()
        assert focused is not None
        if reached and focused is reached[0]:
            break
        reached.append(focused)
        if focused is workspace.canvas.view:
            # Here Tab folds the panels, so move the focus on without it.
            window.focusNextChild()
        else:
            QTest.keyClick(focused, Qt.Key.Key_Tab)
    stops = {tab_stop(child) for child in reached}
    assert [accessible_name(child) for child in wanted if tab_stop(child) not in stops] == []
    visited = [
        next(panel for panel in order if panel.isAncestorOf(child))
        for child in reached
        if child in wanted
    ]
    changes = [panel for n, panel in enumerate(visited) if n == 0 or panel is not visited[n - 1]]
    assert changes == order


def test_a_screen_reader_has_a_name_for_everything(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    workspace = window.workspace
    named_later = [
        *workspace.banner.findChildren(QPushButton),
        *workspace.input_panel.findChildren(QPushButton),
    ]
    nameless = [
        accessible_name(child)
        for child in window.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and child.window() is window  # leaves out the popups of combo boxes
        and child not in named_later
        and not any(letter.isalnum() for letter in child.accessibleName())
        and not any(letter.isalnum() for letter in getattr(child, "text", str)())
    ]
    assert nameless == []
