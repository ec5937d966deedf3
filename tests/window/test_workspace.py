"""The workspace: folding panels, moving the focus, resizing, both themes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.engine.service import RestorationService
from desktop_app.panels.workflow_strip import StepButton
from desktop_app.settings import Settings
from desktop_app.theme import Theme, load_tokens
from tests.fakes import FakeLoader, fake_devices
from tests.waiting import process_pending_events
from tests.window_driver import grab, texts, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_tab_folds_the_panels_and_the_picture_does_not_jump(
    qtbot: QtBot, window: MainWindow, settings: Settings, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view = window.workspace.canvas.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    def places() -> list[QPoint]:
        points = [view.view_point(QPointF(0, 0)), view.view_point(QPointF(360, 200))]
        divider = QPointF(view.divider_x, 0)
        return [view.mapToGlobal(point.toPoint()) for point in (*points, divider)]

    before = places()
    for is_shown in (False, True):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert window.workspace.queue_panel.isVisible() is is_shown
        assert window.workspace.inspector.isVisible() is is_shown
        assert settings.are_panels_shown is is_shown
        process_pending_events()
        for old, new in zip(before, places(), strict=True):
            assert (old - new).manhattanLength() <= 1


def test_a_fitted_picture_is_fitted_again_once_the_window_is_resized_after_tab(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view = window.workspace.canvas.view
    for zoom, is_fitted in ((None, True), (2.5, False)):
        if zoom is not None:
            view.set_zoom(zoom)
        for is_shown in (False, True):
            window.app_actions.panels.setChecked(is_shown)
            window.resize(window.width() - 60, window.height() - 40)
            process_pending_events()
            assert view.is_fitted is is_fitted
            kept = view.zoom, view.centre
            view.fit()
            assert ((view.zoom, view.centre) == kept) is is_fitted
            if zoom is not None:
                view.set_zoom(zoom)


def test_tab_moves_the_focus_everywhere_else_and_f6_goes_round(
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
    visited: list[QWidget] = []
    workspace.inspector.setFocus()
    window.app_actions.next_section.trigger()
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(next(panel for panel in order if panel.isAncestorOf(focused)))
        window.app_actions.next_section.trigger()
    start = order.index(visited[0])
    assert visited == order[start:] + order[:start]


def test_f6_leads_to_what_is_chosen_and_arrows_to_the_rest(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.canvas.view.setFocus()
    QTest.keySequence(window, "F6")
    chosen = QApplication.focusWidget()
    assert isinstance(chosen, QPushButton)
    assert chosen.text() == "2×"
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert window.session.choices.scale == 4
    QTest.keySequence(window, "Shift+Tab")
    QTest.keySequence(window, "Tab")
    four = QApplication.focusWidget()
    assert isinstance(four, QPushButton)
    assert four.text() == "4×"


def test_everything_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.about.trigger()
    nameless = [
        f"{type(child).__name__} {child.objectName()}"
        for child in window.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.focusProxy() is None
        and not (child.accessibleName() or getattr(child, "text", str)())
    ]
    assert nameless == []


def test_what_the_inspector_shows_has_a_name_and_a_value_for_screen_readers(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    heard = {label.accessibleName() for label in window.workspace.inspector.findChildren(QLabel)}
    assert heard >= {"Format: PNG", "Size: 180 × 100 px", "Size: 360 × 200 px"}


def test_every_action_shows_its_shortcut(window: MainWindow) -> None:
    actions = [action for action in window.actions() if action.text()]
    assert len(actions) >= 12
    for action in actions:
        assert action.shortcuts(), action.text()
        assert "(" in action.toolTip(), action.text()
    keys = [shortcut.toString() for action in actions for shortcut in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_about_opens_over_the_picture_and_esc_closes_it(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    width = window.workspace.canvas.view.width()
    QTest.keySequence(window, "Ctrl+I")
    assert window.workspace.about_pane.isVisible()
    assert window.workspace.canvas.view.width() == width
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.workspace.about_pane.isVisible()


def test_the_pixel_under_the_pointer_is_shown(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.canvas.view.hovered.emit(10, 20)
    place, colours, *_ = texts(window.workspace.status_bar)
    assert place == "x 10  y 20"
    assert colours.startswith("enlarged #")
    assert "restored #" in colours
    window.workspace.canvas.view.hovered.emit(-1, -1)
    assert texts(window.workspace.status_bar)[0] == ""


def test_both_themes_reach_the_screen_while_running(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    window.resize(960, 760)
    process_pending_events()
    for name, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
        theme.set_scheme(scheme)
        tokens = load_tokens()[name]
        pixels = grab(window)
        header, around_target = (
            QColor(*map(int, pixels[y, x])) for y, x in ((24, 400), (130, 230))
        )
        assert header == QColor(tokens["panel"])
        assert around_target == QColor(tokens["canvas"])


def test_the_window_shrinks_to_its_least_size_while_it_is_empty(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1280, 800)
    process_pending_events()
    window.resize(960, 600)
    process_pending_events()
    assert (window.width(), window.height()) == (960, 600)
    assert window.workspace.minimumSizeHint().width() <= 960
    assert window.workspace.minimumSizeHint().height() <= 600


@pytest.mark.parametrize("size", [(1280, 800), (1280, 720), (960, 600)])
def test_nothing_is_cut_off(
    qtbot: QtBot, window: MainWindow, picture: Path, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    assert (window.width(), window.height()) == size
    assert_nothing_is_cut_off(window)


def test_the_window_fits_a_small_screen_and_nothing_is_cut_off(
    qtbot: QtBot,
    loader: FakeLoader,
    theme: Theme,
    settings: Settings,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    available = QSize(910, 480)  # 1366 × 768 at 150 %, without the task bar
    screen = SimpleNamespace(availableSize=lambda: available)
    monkeypatch.setattr(MainWindow, "screen", lambda _: screen)
    window = MainWindow(RestorationService(loader, fake_devices), settings, theme)
    qtbot.addWidget(window)
    window.show()
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    assert window.width() <= available.width()
    assert window.frameGeometry().height() <= available.height()
    assert_nothing_is_cut_off(window)
    window.close()


def assert_nothing_is_cut_off(window: MainWindow) -> None:
    for button in window.workspace.header.findChildren(QWidget):
        if button.accessibleName() and button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()
    for button in window.findChildren(StepButton):
        right = button.mapTo(window, button.rect().topRight()).x()
        assert right <= window.width()
        assert button.width() >= button.sizeHint().width()
    assert window.workspace.canvas.rect().contains(window.workspace.zoom_box.geometry())
