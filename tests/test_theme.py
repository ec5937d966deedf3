"""The dark and the light theme: the same tokens, enough contrast, switching while running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QProxyStyle,
    QSlider,
    QStyle,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.paths import ICONS, RESOURCES
from desktop_app.theme import Theme, Tokens, load_tokens, palette, style_sheet
from tests.themed_app import themed_app

TABLES = load_tokens()

TEXT_ON_GROUND = [
    ("text", "panel"),
    ("text", "canvas"),
    ("text", "control"),
    ("text", "inset"),
    ("text", "selected"),
    ("text", "overlay"),
    ("strong", "panel"),
    ("muted", "panel"),
    ("muted", "canvas"),
    ("muted", "selected"),
    ("muted", "inset"),
    ("link", "panel"),
    ("on_primary", "primary"),
    ("good_text", "good"),
    ("warning_text", "warning"),
    ("bad_text", "bad"),
]


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    parts = QColor(colour)
    red, green, blue = (linear(part) for part in (parts.redF(), parts.greenF(), parts.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_both_themes_have_the_same_tokens_and_all_are_colours() -> None:
    assert set(TABLES) == {"dark", "light"}
    assert TABLES["dark"].keys() == TABLES["light"].keys()
    for tokens in TABLES.values():
        assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in tokens.values())


def test_every_token_is_used_by_the_style_sheet_or_the_palette() -> None:
    template = (RESOURCES / "theme.qss").read_text(encoding="utf-8")
    in_sheet = set(re.findall(r"\$(\w+)", template)) - {"icons"}
    assert in_sheet <= TABLES["dark"].keys()
    names = [
        name
        for name, colour in TABLES["dark"].items()
        if name not in in_sheet and QColor(colour) not in palette_colours(TABLES["dark"])
    ]
    assert names == []


def palette_colours(tokens: Tokens) -> list[QColor]:
    made = palette(tokens)
    roles = [role for role in QPalette.ColorRole if role != QPalette.ColorRole.NColorRoles]
    return [made.color(role) for role in roles]


def test_the_style_sheet_holds_no_colours_of_its_own() -> None:
    template = (RESOURCES / "theme.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", template) == []
    assert "rgb" not in template


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    tokens = TABLES[name]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_focus_can_be_seen(name: str) -> None:
    tokens = TABLES[name]
    assert all(contrast(tokens["accent"], tokens[ground]) >= 3 for ground in ("panel", "control"))


@pytest.mark.parametrize("name", ["dark", "light"])
def test_scroll_bars_can_be_seen(name: str) -> None:
    tokens = TABLES[name]
    assert "QScrollBar::handle { background: $scroll;" in (RESOURCES / "theme.qss").read_text()
    grounds = ("panel", "inset", "overlay")
    assert all(contrast(tokens["scroll"], tokens[ground]) >= 3 for ground in grounds)


class IconStyle(QProxyStyle):
    """A style that wants icons on the buttons of dialogs, as some desktops do."""

    def styleHint(self, hint: QStyle.StyleHint, *arguments: Any) -> int:  # noqa: ANN401
        """Return 1 for icons on dialog buttons, otherwise the base style's hint."""
        wanted = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if hint is wanted else super().styleHint(hint, *arguments)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_buttons_of_dialogs_have_no_icons(qtbot: QtBot, application: QApplication) -> None:
    application.setStyle(IconStyle("Fusion"))
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Save | kinds.Cancel | kinds.Close)
    qtbot.addWidget(buttons)
    buttons.show()
    assert [button.icon().isNull() for button in buttons.buttons()] == [True] * 4


@pytest.mark.parametrize("name", ["dark", "light"])
def test_files_that_the_style_sheet_names_exist_and_are_drawn(qapp: object, name: str) -> None:
    files = re.findall(r'url\("([^"]+)"\)', style_sheet(TABLES[name]))
    assert len(set(files)) == 3
    for file in [*files, *(str(path) for path in ICONS.glob("*.svg"))]:
        image = QIcon(file).pixmap(24, 24).toImage()
        assert not image.isNull()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    with themed_app(qapp):
        yield qapp


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_buttons_of_a_file_dialog_have_symbols(qtbot: QtBot, application: QApplication) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = [button for button in dialog.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) >= 6
    for button in buttons:
        image = button.grab().toImage()
        middle = range(6, image.width() - 6)
        assert len({image.pixel(x, y) for x in middle for y in middle}) > 1, button.toolTip()


def test_a_switch_changes_everything_and_emits_a_signal(
    qtbot: QtBot, application: QApplication
) -> None:
    theme = Theme(application, Qt.ColorScheme.Dark)
    assert application.palette().color(QPalette.ColorRole.Window) == QColor("#202225")
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Qt.ColorScheme.Light)
    light = TABLES["light"]
    assert application.palette().color(QPalette.ColorRole.Window) == QColor(light["panel"])
    assert light["canvas"] in application.styleSheet()


@pytest.mark.parametrize(("is_enabled", "token"), [(True, "primary"), (False, "disabled")])
def test_a_tick_looks_disabled_with_its_box(
    qtbot: QtBot, application: QApplication, is_enabled: bool, token: str
) -> None:
    box = QCheckBox("Keep print size")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.setEnabled(is_enabled)
    image = box.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(16) for y in range(image.height())}
    assert seen & {TABLES["dark"][name] for name in ("primary", "disabled")} == {
        TABLES["dark"][token]
    }


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_slider_is_filled_from_where_reading_begins(
    qtbot: QtBot, application: QApplication, direction: Qt.LayoutDirection
) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.setLayoutDirection(direction)
    slider.resize(200, 20)
    slider.setValue(slider.maximum() // 2)
    image = slider.grab().toImage()
    ends = [image.pixelColor(x, 10).name() for x in (20, 180)]
    filled = [TABLES["dark"][token] for token in ("accent", "inset")]
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert ends == (filled[::-1] if is_mirrored else filled)


def test_the_system_is_followed_while_running_and_dark_where_it_does_not_say(
    qtbot: QtBot, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme(application)
    is_dark = [theme.is_dark]  # the offscreen platform reports no colour scheme
    hints = application.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Light)
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    is_dark.append(theme.is_dark)
    theme.set_scheme(Qt.ColorScheme.Dark)
    with qtbot.assertNotEmitted(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert [*is_dark, theme.is_dark] == [True, False, True]
