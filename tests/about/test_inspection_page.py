"""Views of the page "Inside": what they show of the current picture, and of the queue."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.about.about_state import AboutState
from desktop_app.about.features_view import FeaturesView
from desktop_app.about.fine_tune_view import FineTuneView
from desktop_app.about.page import ScrollPage
from desktop_app.about.pane import NARROW
from desktop_app.about.picture_view import PictureView
from desktop_app.about.scales_view import ScalesView
from desktop_app.domain.inspection import InspectionQuery, QueryKind, StageFeatures
from tests.fakes import FakeRestorer
from tests.pictures import logo, save_logo
from tests.queue.entries import make_entry
from tests.themed_app import themed_app
from tests.window_driver import grab


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


@pytest.mark.parametrize("has_alpha", [False, True])
def test_what_is_seen_is_told_apart_where_there_are_colours_and_transparency(
    qtbot: QtBot, tmp_path: Path, has_alpha: bool
) -> None:
    path = save_logo(tmp_path / "logo.png")
    if has_alpha:
        Image.fromarray(logo(has_alpha=True)).save(path)
    entry = make_entry(path)
    assert entry.opened is not None
    page = FeaturesView("")
    qtbot.addWidget(page)
    sight = FakeRestorer().inspect(
        InspectionQuery(QueryKind.FEATURES, entry.job, entry.opened, stage=page.stage)
    )
    assert isinstance(sight, StageFeatures)
    page.show_state(AboutState(entry, stage_features={page.stage: sight}))
    assert "Match" in words(page)
    assert ("Features of" in words(page)) is has_alpha


@pytest.mark.parametrize("view", [ScalesView, FeaturesView])
def test_a_picture_that_was_not_looked_at_yet_is_none_that_is_missing(
    qtbot: QtBot, tmp_path: Path, view: type[ScalesView | FeaturesView]
) -> None:
    page = view("")
    qtbot.addWidget(page)
    page.show_state(AboutState())
    large = page.findChildren(PictureView)[:2]
    assert [picture.accessibleName() for picture in large] == 2 * ["No picture yet"]
    page.show_state(AboutState(make_entry(save_logo(tmp_path / "logo.png"))))
    assert [picture.accessibleName() for picture in large] == 2 * ["Not looked at yet"]


def test_pictures_that_it_cannot_learn_from_now_are_counted(qtbot: QtBot) -> None:
    page = FineTuneView("")
    qtbot.addWidget(page)
    page.show_pictures(["a.png"], 0)
    assert "From the queue: a.png" in words(page)
    page.show_pictures(["a.png", "b.png"], 3)
    assert (
        "From the queue: a.png, b.png\n3 others are not in memory; look at one to include it."
    ) in words(page)


def test_a_name_that_cannot_be_broken_does_not_widen_the_page(qtbot: QtBot) -> None:
    page = FineTuneView("")
    qtbot.addWidget(page)
    page.resize(NARROW, 600)
    page.show()
    name = f"a{'x' * 200}-end.png"
    page.show_pictures([name, "b.png"], 0)
    content, view = page.widget(), page.viewport()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() <= view.width())
    (listed,) = (text for text in words(page) if text.startswith("From the queue: "))
    assert listed.endswith("-end.png, b.png")
    assert name not in listed


def test_a_page_has_a_handle_only_where_there_is_something_to_scroll(
    qtbot: QtBot, qapp: QApplication
) -> None:
    with themed_app(qapp):
        page, content = ScrollPage(""), QWidget()
        qtbot.addWidget(page)
        page.column.addWidget(content)
        page.resize(NARROW, 400)
        page.show()
        bar = page.verticalScrollBar()
        assert grab(bar).std(axis=(0, 1)).max() == 0
        content.setFixedHeight(1000)
        qtbot.waitUntil(lambda: bar.maximum() > 0)
        assert grab(bar).std(axis=(0, 1)).max() > 0
        content.setFixedHeight(100)
        qtbot.waitUntil(lambda: bar.maximum() == 0)
        assert grab(bar).std(axis=(0, 1)).max() == 0
