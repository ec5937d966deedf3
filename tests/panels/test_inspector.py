"""The sections of the inspector: input, restore, output."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.jobs import Choices
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.panels.export_panel import ExportPanel
from desktop_app.panels.input_panel import InputPanel
from desktop_app.panels.inspector import WIDTH, Inspector
from desktop_app.panels.restore_panel import RestorePanel
from desktop_app.paths import SAMPLES
from desktop_app.theme import Theme
from desktop_app.widgets.controls import SegmentedControl
from models.registry import AUTOMATIC, DEFAULTS, MODELS
from tests.fakes import fake_devices
from tests.localized_app import app_in_language
from tests.pictures import logo, save_logo
from tests.queue.entries import make_entry
from tests.window_driver import named


def shown_texts(widget: QWidget) -> list[str]:
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisibleTo(widget) and label.text()
    ]


def combo(panel: QWidget, name: str) -> QComboBox:
    return next(menu for menu in panel.findChildren(QComboBox) if menu.accessibleName() == name)


def pick(menu: QComboBox, text: str) -> None:
    """Choose an item as a user does: only that emits ``activated``."""
    index = menu.findText(text)
    assert index >= 0, text
    menu.setCurrentIndex(index)
    menu.activated.emit(index)


# --- input -----------------------------------------------------------------------------------


def test_the_facts_of_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    panel = InputPanel()
    qtbot.addWidget(panel)
    assert "Nothing is open yet." in shown_texts(panel)
    path = tmp_path / "logo.png"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(logo(85, 180, has_alpha=True)).save(path, dpi=(144, 144), icc_profile=profile)
    panel.show_input("logo.png", make_entry(path).opened)
    texts = shown_texts(panel)
    for fact in ("logo.png", "PNG · transparent", "180 × 85 px", "sRGB", "32 mm at 144 dpi"):
        assert fact in texts
    panel.show_input("", None)
    assert "180 × 85 px" not in shown_texts(panel)


def test_what_can_be_done_is_told_with_the_recommended_scale(qtbot: QtBot, tmp_path: Path) -> None:
    panel = InputPanel()
    qtbot.addWidget(panel)
    button = panel.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    sharp = Image.open(SAMPLES / "halden-original.png").convert("RGB")
    blurred = sharp.resize((224, 80), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1.2))
    for name, image, words, is_helpful in (
        ("blurred.png", blurred, "Blurred (σ ≈ 1.2 px): restoring will help.", True),
        ("plain.png", Image.new("RGB", (90, 60), "teal"), "restoring will not help.", False),
    ):
        image.save(tmp_path / name)
        opened = make_entry(tmp_path / name, scale=4).opened
        panel.show_input(name, opened)
        assert any(text.endswith(words) for text in shown_texts(panel)), shown_texts(panel)
        assert button.isVisibleTo(panel) is is_helpful
    panel.show_input("blurred.png", make_entry(tmp_path / "blurred.png", scale=4).opened)
    assert button.text() == "Recommended: 2×"
    with qtbot.waitSignal(panel.scale_chosen) as chosen:
        button.click()
    assert chosen.args == [2]
    panel.show_input("blurred.png", make_entry(tmp_path / "blurred.png", scale=2).opened)
    assert button.isVisibleTo(panel)  # it keeps its place
    assert not button.isEnabled()


def test_what_the_file_does_not_say_and_what_reading_could_not_keep(
    qtbot: QtBot, tmp_path: Path
) -> None:
    panel = InputPanel()
    qtbot.addWidget(panel)
    frames = [Image.fromarray(logo(seed=seed)) for seed in range(3)]
    path = tmp_path / "moving.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    panel.show_input("moving.gif", make_entry(path).opened)
    texts = shown_texts(panel)
    assert "not given" in texts
    assert "none: sRGB assumed" in texts
    assert any("3 frames" in text for text in texts)


# --- restore ---------------------------------------------------------------------------------


@pytest.fixture
def restore(qtbot: QtBot) -> RestorePanel:
    panel = RestorePanel(Choices())
    qtbot.addWidget(panel)
    return panel


def test_scale_is_one_click(qtbot: QtBot, restore: RestorePanel) -> None:
    scale = named(SegmentedControl, "Scale", restore)
    buttons = scale.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["1×", "2×", "4×"]
    assert [button.isChecked() for button in buttons] == [False, True, False]
    with qtbot.waitSignal(restore.changed) as changed:
        QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert changed.args == [Choices(scale=4)]


def test_devices_come_when_they_are_known_and_the_choice_stays(
    qtbot: QtBot, restore: RestorePanel
) -> None:
    menu = combo(restore, "Device")
    assert [menu.itemText(i) for i in range(menu.count())] == ["Automatic"]
    with qtbot.assertNotEmitted(restore.changed):
        restore.set_devices(fake_devices())
    assert [menu.itemText(i) for i in range(menu.count())] == ["Automatic", "NVIDIA Test", "CPU"]
    assert menu.toolTip() == "Automatic uses NVIDIA Test"
    with qtbot.waitSignal(restore.changed) as changed:
        pick(menu, "CPU")
    assert changed.args == [Choices(device="cpu")]
    restore.set_devices(fake_devices()[1:])  # the CPU alone
    assert menu.currentText() == "CPU"


def test_a_remembered_device_that_is_gone_is_still_told(qtbot: QtBot) -> None:
    panel = RestorePanel(Choices(device="cuda:7"))
    qtbot.addWidget(panel)
    assert combo(panel, "Device").currentText() == "cuda:7"


def test_models_and_a_checkpoint_of_ones_own(qtbot: QtBot, restore: RestorePanel) -> None:
    menu = combo(restore, "Model")
    assert menu.currentText() == "Automatic"
    with (
        qtbot.waitSignal(restore.checkpoint_requested),
        qtbot.assertNotEmitted(restore.changed),
    ):
        pick(menu, "Open a checkpoint…")
    assert menu.currentText() == "Automatic"  # nothing changes until a file is chosen
    own = replace(Choices(), model="/somewhere/mine.pkl")
    restore.set_choices(own)
    assert menu.currentText() == "mine.pkl"
    with qtbot.waitSignal(restore.changed) as changed:
        pick(menu, MODELS[0].title)
    assert changed.args == [Choices(model=MODELS[0].name)]
    assert menu.toolTip() == MODELS[0].summary
    with qtbot.waitSignal(restore.changed) as changed:
        pick(menu, "mine.pkl")
    assert changed.args == [own]
    assert restore.model_title == "mine.pkl"


def test_the_automatic_model_is_the_one_of_the_device_that_will_be_used(
    restore: RestorePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, good = MODELS[0], replace(MODELS[0], name="good", title="Good")
    monkeypatch.setattr("models.registry.MODELS", (quick, good))
    monkeypatch.setitem(DEFAULTS, "gpu", "good")
    menu = combo(restore, "Model")
    assert restore.model_title == quick.title  # before the devices are known
    restore.set_devices(fake_devices())
    assert restore.model_title == "Good"
    assert menu.toolTip() == "Automatic uses Good"
    restore.set_choices(Choices(device="cpu"))
    assert restore.model_title == quick.title
    restore.set_choices(Choices(model="good", device="cpu"))
    assert restore.model_title == "Good"
    restore.set_choices(Choices(model=AUTOMATIC, device="cuda:0"))
    assert restore.model_title == "Good"


def test_steadiness_is_on_says_its_price_and_goes_with_one_click(
    qtbot: QtBot, restore: RestorePanel
) -> None:
    (steady,) = restore.findChildren(QCheckBox)
    assert steady.text() == "Steady: average of two answers"
    assert "half the time" in steady.toolTip()
    assert "about 2× the time" in shown_texts(restore)
    restore.show_steady_time(3.2)
    assert "about 2× the time (≈ 3.2 s)" in shown_texts(restore)
    assert steady.accessibleDescription() == "about 2× the time (≈ 3.2 s)"
    with qtbot.waitSignal(restore.changed) as changed:
        steady.click()
    assert changed.args == [Choices(self_ensemble=False)]
    restore.set_choices(Choices())
    assert steady.isChecked()  # it is the default


# --- output ----------------------------------------------------------------------------------


@pytest.fixture
def export(qtbot: QtBot) -> ExportPanel:
    panel = ExportPanel(ExportOptions())
    qtbot.addWidget(panel)
    return panel


def boxes(panel: ExportPanel) -> dict[str, QCheckBox]:
    return {box.text().partition(":")[0]: box for box in panel.findChildren(QCheckBox)}


@pytest.mark.parametrize(
    ("kind", "has_lossless", "has_quality"),
    [
        *(("PNG", False, False), ("TIFF", False, False), ("WebP", True, False)),
        *(("JPEG", False, True), ("AVIF", False, True)),
    ],
)
def test_only_what_applies_is_shown(
    qtbot: QtBot, export: ExportPanel, kind: str, has_lossless: bool, has_quality: bool
) -> None:
    with qtbot.waitSignal(export.changed) as changed:
        pick(combo(export, "Format"), kind)
    assert changed.args[0].format.title == kind
    slider = export.findChild(QSlider)
    assert isinstance(slider, QSlider)
    assert boxes(export)["Lossless"].isVisibleTo(export) == has_lossless
    assert slider.isVisibleTo(export) == has_quality


def test_webp_with_loss_has_a_quality(qtbot: QtBot, export: ExportPanel) -> None:
    pick(combo(export, "Format"), "WebP")
    with qtbot.waitSignal(export.changed) as changed:
        boxes(export)["Lossless"].click()
    assert changed.args == [ExportOptions(ExportFormat.WEBP, lossless=False)]
    slider = export.findChild(QSlider)
    assert isinstance(slider, QSlider)
    assert slider.isVisibleTo(export)
    with qtbot.waitSignal(export.changed) as changed:
        slider.setValue(70)
    assert changed.args[0].quality == 70


def test_print_size_and_profile_are_told_and_can_be_changed(
    qtbot: QtBot, export: ExportPanel
) -> None:
    export.show_picture(Picture(logo(170, 360), dpi=(288, 288)), "Adobe RGB")
    texts = [box.text() for box in export.findChildren(QCheckBox)]
    assert "Keep print size: 32 mm at 288 dpi" in texts
    width = export.findChild(QLineEdit)
    assert isinstance(width, QLineEdit)
    assert (width.text(), width.placeholderText()) == ("", "31.8 mm")
    colours = combo(export, "Colours")
    choices = [colours.itemText(index) for index in range(colours.count())]
    assert choices == ["Keep Adobe RGB", "Convert to sRGB"]
    with qtbot.waitSignal(export.changed) as changed:
        boxes(export)["Keep print size"].click()
    assert changed.args == [ExportOptions(keep_print_size=False)]
    assert width.placeholderText() == "mm"  # no print size is written
    with qtbot.waitSignal(export.changed) as changed:
        pick(colours, "Convert to sRGB")
    assert changed.args == [ExportOptions(keep_print_size=False, keep_profile=False)]
    export.show_picture(Picture(logo()), "")
    assert not boxes(export)["Keep print size"].isEnabled()
    assert not colours.isVisibleTo(export)


def test_a_long_name_of_a_profile_is_shortened_and_its_tool_tip_has_the_whole(
    qtbot: QtBot, theme: Theme, export: ExportPanel
) -> None:
    title = "Artifex Software A98 ICC Profile"
    export.show_picture(Picture(logo()), title)
    colours = combo(export, "Colours")
    assert colours.toolTip() == f"Keep {title}"
    option = QStyleOptionComboBox()
    colours.initStyleOption(option)
    assert option.currentText.startswith("Keep Artifex")
    assert option.currentText.endswith("…")
    width = colours.fontMetrics().horizontalAdvance(option.currentText)
    assert width < colours.width() - 30  # the width of its arrow and the space before the text
    pick(colours, "Convert to sRGB")
    assert colours.toolTip() == "Convert to sRGB"


def test_a_print_width_can_be_typed(qtbot: QtBot, export: ExportPanel) -> None:
    width = export.findChild(QLineEdit)
    assert isinstance(width, QLineEdit)
    assert not width.isVisibleTo(export)
    export.set_options(ExportOptions(keep_print_size=False))
    export.show_picture(Picture(logo(170, 496)), "")
    assert "Prints clean up to 42 mm at 300 dpi" in shown_texts(export)
    with qtbot.waitSignal(export.width_entered) as entered:
        QTest.keyClicks(width, "4,2 cm\r")
    assert entered.args == [42]
    export.show_picture(Picture(logo(170, 496)), "", 42)
    assert "Write print size" in boxes(export)
    assert width.text() == "42 mm"
    for nonsense in (" miles", "e9"):
        with qtbot.assertNotEmitted(export.width_entered):
            QTest.keyClicks(width, f"{nonsense}\r")
        assert width.text() == "42 mm"
    with qtbot.waitSignal(export.changed) as changed:
        pick(combo(export, "Format"), "JPEG")
    assert changed.args == [ExportOptions(ExportFormat.JPEG, keep_print_size=False)]
    width.selectAll()
    with qtbot.waitSignal(export.width_entered) as entered:
        QTest.keyClick(width, Qt.Key.Key_Delete)
        QTest.keyClick(width, Qt.Key.Key_Return)
    assert entered.args == [None]


def test_a_print_width_is_read_and_written_in_german(qtbot: QtBot, qapp: QApplication) -> None:
    with app_in_language(qapp, "de"):
        panel = ExportPanel(ExportOptions())
        qtbot.addWidget(panel)
        width = panel.findChild(QLineEdit)
        assert isinstance(width, QLineEdit)
        panel.show_picture(Picture(logo(170, 496)), "")
        with qtbot.waitSignal(panel.width_entered) as entered:
            QTest.keyClicks(width, "42,5\r")
        assert entered.args == [42.5]
        panel.show_picture(Picture(logo(170, 496)), "", 42.5)
        assert width.text() == "42,5 mm"


def test_what_a_model_is_for_is_told_in_german(qtbot: QtBot, qapp: QApplication) -> None:
    with app_in_language(qapp, "de"):
        panel = RestorePanel(Choices())
        qtbot.addWidget(panel)
        tips = [
            combo(panel, "Modell").itemData(1 + index, Qt.ItemDataRole.ToolTipRole)
            for index in range(len(MODELS))
        ]
    assert tips[0] == "Das beste; für Logos und Text trainiert."
    assert len(set(tips)) == len(MODELS)


def test_jpeg_warns_about_transparency(export: ExportPanel) -> None:
    warning = "JPEG has no transparency: it becomes white."
    pixels = logo(has_alpha=True)
    export.show_picture(Picture(np.ascontiguousarray(pixels[..., :3]), pixels[..., 3]), "")
    assert warning not in shown_texts(export)
    pick(combo(export, "Format"), "JPEG")
    assert warning in shown_texts(export)
    export.show_picture(Picture(logo()), "")
    assert warning not in shown_texts(export)


def test_all_three_fit_the_inspectors_width(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    facts, restore = InputPanel(), RestorePanel(Choices())
    export = ExportPanel(ExportOptions())
    facts.show_input(
        "a very long name of a picture that nobody would ever type.png",
        make_entry(save_logo(tmp_path / "logo.png")).opened,
    )
    export.show_picture(Picture(logo(), dpi=(1200, 1200)), "Adobe RGB (1998)")
    inspector = Inspector((facts, restore, export))
    qtbot.addWidget(inspector)
    for section in (facts, restore, export):
        assert section.minimumSizeHint().width() <= WIDTH - 33


def test_a_line_above_a_section_is_there_with_it(window: QWidget) -> None:
    sections = [QLabel("first"), QLabel("hidden at first"), QLabel("last")]
    sections[1].hide()
    inspector = Inspector(sections)
    inspector.setParent(window)

    def lines() -> int:
        rules = inspector.findChildren(QWidget, "rule")
        return sum(line.isVisibleTo(inspector) for line in rules)

    assert lines() == 1
    sections[1].show()
    assert lines() == 2
    inspector.show()
    sections[1].hide()
    assert lines() == 1
