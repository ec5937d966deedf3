"""The rows of the Colours section."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.analysis.flat_colours import Drift, FlatColour
from desktop_app.panels.colours_panel import ColoursPanel


def test_a_semi_transparent_fill_says_its_opacity_and_an_opaque_one_does_not(qtbot: QtBot) -> None:
    section = QWidget()
    panel = ColoursPanel(section)
    qtbot.addWidget(section)
    blue, red = (0, 122, 255), (200, 0, 0)
    panel.show_drifts(
        [Drift(FlatColour(blue, 0.5, opacity=0.5), blue, 0.0), Drift(FlatColour(red, 0.3), red, 0)]
    )
    words = [label.text() for label in panel.findChildren(QLabel)]
    assert words.count("opacity 50 %") == 1
    assert sum("opacity" in word for word in words) == 1
    assert {"#007aff", "#c80000"} <= {word.lower() for word in words}
