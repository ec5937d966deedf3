"""The preferences dialog; each setting takes effect at once, so there is nothing to confirm."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.formatting import translated
from desktop_app.i18n.language import available_languages, language_name
from desktop_app.imaging.naming import FIELDS, NameFields, NamePattern, NamingError
from desktop_app.logs import data_folder
from desktop_app.queue.queue_folders import delete_leftover_queues, leftover_queues
from desktop_app.settings import SavePlace, Settings
from desktop_app.theme import Theme
from desktop_app.widgets.controls import ElidedLabel, muted_label, plain_tooltip
from models.device_info import CPU
from models.registry import AUTOMATIC, MODELS
from models.scales import SCALES

_WIDTH = 560
_EXAMPLE = NameFields(Path("logo.png"), 2, "clearmark-small", 360, 200, 1, date(2026, 3, 14))


class Preferences(QDialog):
    """Four pages: general (theme, language), new pictures, saving, and privacy.

    Args:
        settings: The settings to show and change.
        theme: The theme; changes at once.
        queues: Folder in which queues are stored in case of a crash.
        parent: The main window.
    """

    choices_changed = Signal(object)  # Choices of new pictures

    def __init__(self, settings: Settings, theme: Theme, queues: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._queues = queues
        self.setWindowTitle(self.tr("Preferences"))
        self.pages = QTabWidget()
        self.pages.addTab(self._build_general(), self.tr("General"))
        self.pages.addTab(self._build_new_pictures(), self.tr("New pictures"))
        self.pages.addTab(self._build_saving(), self.tr("Saving"))
        self.pages.addTab(self._build_privacy(), self.tr("Privacy"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.pages, 1)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        self._show_folder()
        self._show_example()

    def showEvent(self, event: QShowEvent) -> None:
        """Update what may have changed since: recent files, leftover queues, settings of new pictures."""
        self._update_counts()
        self._show_choices()
        super().showEvent(event)

    # --- general -----------------------------------------------------------------------------

    def _build_general(self) -> QWidget:
        self.theme = QComboBox()
        self.theme.addItem(self.tr("System theme"), None)
        self.theme.addItem(self.tr("Dark"), Qt.ColorScheme.Dark)
        self.theme.addItem(self.tr("Light"), Qt.ColorScheme.Light)
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._settings.scheme)))
        self.theme.activated.connect(self._on_theme_chosen)
        self.language = QComboBox()
        self.language.addItem(self.tr("System language"), "")
        for code in available_languages():
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._settings.language)))
        self.language.activated.connect(self._on_language_chosen)
        note = _note_label(self.tr("The language changes at the next start."))
        rows = ((self.tr("Theme"), self.theme), (self.tr("Language"), self.language), ("", note))
        return _page(_table(rows))

    @Slot()
    def _on_theme_chosen(self) -> None:
        self._settings.scheme = self.theme.currentData()
        self._theme.set_scheme(self._settings.scheme)

    @Slot()
    def _on_language_chosen(self) -> None:
        self._settings.language = self.language.currentData()

    # --- new pictures ------------------------------------------------------------------------

    def _build_new_pictures(self) -> QWidget:
        self.scale, self.model, self.device = QComboBox(), QComboBox(), QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{scale}×", scale)
        self.model.addItem(self.tr("Automatic"), AUTOMATIC)
        for entry in MODELS:
            self.model.addItem(entry.title, entry.name)
        self.device.addItem(self.tr("Automatic"), AUTOMATIC)
        self.device.addItem(CPU.title, CPU.name)
        self.steady = QCheckBox(self.tr("Steady: average of two answers"))
        self._show_choices()
        for menu in (self.scale, self.model, self.device):
            menu.activated.connect(self._on_choices_changed)
        self.steady.clicked.connect(self._on_choices_changed)
        note = self.tr(
            "Every new picture starts with these settings. What you change in the window changes only the "
            "picture that is shown."
        )
        rows = (
            (self.tr("Scale"), self.scale),
            (self.tr("Model"), self.model),
            (self.tr("Device"), self.device),
            ("", self.steady),
            ("", _note_label(note)),
        )
        return _page(_table(rows))

    def _show_choices(self) -> None:
        choices = self._settings.choices
        self.scale.setCurrentIndex(self.scale.findData(choices.scale))
        for menu, name in ((self.model, choices.model), (self.device, choices.device)):
            if menu.findData(name) < 0:  # a checkpoint of one's own, a graphics card
                menu.addItem(Path(name).name, name)
            menu.setCurrentIndex(menu.findData(name))
        self.steady.setChecked(choices.self_ensemble)

    @Slot()
    def _on_choices_changed(self) -> None:
        self._settings.choices = replace(
            self._settings.choices,
            scale=self.scale.currentData(),
            model=self.model.currentData(),
            device=self.device.currentData(),
            self_ensemble=self.steady.isChecked(),
        )
        self.choices_changed.emit(self._settings.choices)

    # --- saving ------------------------------------------------------------------------------

    def _build_saving(self) -> QWidget:
        self.place = QComboBox()
        for place, words in (
            (SavePlace.LAST, self.tr("Where I last saved")),
            (SavePlace.BESIDE, self.tr("Next to the picture")),
            (SavePlace.FIXED, self.tr("Always in this folder")),
        ):
            self.place.addItem(words, place)
        self.place.setCurrentIndex(self.place.findData(self._settings.save_place))
        self.place.activated.connect(self._on_place_chosen)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.clicked.connect(self._ask_folder)
        folder = QWidget()
        line = QHBoxLayout(folder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(self._browse)
        self.pattern = QLineEdit(self._settings.name_pattern)
        self.pattern.textChanged.connect(self._on_pattern_changed)
        self.example = _note_label("")
        self.receipts = QCheckBox(self.tr("Write a receipt next to each result"))
        self.receipts.setChecked(self._settings.writes_receipts)
        self.receipts.toggled.connect(self._on_receipts_toggled)
        receipt = self.tr(
            "A small file (JSON) for your records: hashes of the picture, the result and the model, "
            "the settings, the device, and what was noticed."
        )
        rows = (
            (self.tr("Save in"), self.place),
            (self.tr("Folder"), folder),
            (self.tr("Names"), self.pattern),
            ("", muted_label(" ".join(f"{{{field}}}" for field in FIELDS))),
            ("", self.example),
            ("", self.receipts),
            ("", _note_label(receipt)),
        )
        self.folder.setAccessibleName(self.tr("Folder"))
        return _page(_table(rows))

    @Slot()
    def _on_place_chosen(self) -> None:
        self._settings.save_place = SavePlace(self.place.currentData())
        self._show_folder()

    @Slot()
    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if chosen:
            self._settings.fixed_folder = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        is_fixed = self._settings.save_place is SavePlace.FIXED
        self.folder.setText(str(self._settings.fixed_folder) if is_fixed else "")
        self.folder.setEnabled(is_fixed)
        self._browse.setEnabled(is_fixed)

    @Slot(str)
    def _on_pattern_changed(self, text: str) -> None:
        if self._show_example():
            self._settings.name_pattern = text

    def _show_example(self) -> bool:
        """Show an example of the pattern, or what is wrong with it; return whether it is valid."""
        try:
            name = NamePattern(self.pattern.text()).fill(_EXAMPLE)
        except NamingError as error:
            self.example.setText(translated(error))
            return False
        words = self.tr("{source} becomes {name}").format(
            source=_EXAMPLE.source.name, name=f"{name}.png"
        )
        self.example.setText(words)
        return True

    @Slot(bool)
    def _on_receipts_toggled(self, is_written: bool) -> None:
        self._settings.writes_receipts = is_written

    # --- privacy -----------------------------------------------------------------------------

    def _build_privacy(self) -> QWidget:
        self.promise = QLabel(
            self.tr(
                "Clearmark has no network code at all. It sends nothing, downloads nothing, checks "
                "for no updates and needs no account; a test of every version proves it. Links in its texts "
                "open in your browser, and only when you click them."
            )
        )
        self.promise.setWordWrap(True)
        self.files = _note_label("")
        self._forget_files = QPushButton(self.tr("Forget recent files"))
        self._forget_files.clicked.connect(self._on_forget_files)
        self.queue = _note_label("")
        self._forget_queues = QPushButton(self.tr("Delete leftover queues"))
        self._forget_queues.clicked.connect(self._on_forget_queues)
        crash_note = _note_label(
            self.tr(
                "In case of a crash, the queue and its results are kept here while the program runs:"
            )
        )
        words = self.tr("Log, for troubleshooting: {folder}")
        log = _path(words.format(folder=data_folder() / "logs"))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.promise)
        column.addSpacing(8)
        column.addLayout(_line(self.files, self._forget_files))
        column.addSpacing(8)
        column.addWidget(crash_note)
        column.addWidget(_path(str(self._queues)))
        column.addLayout(_line(self.queue, self._forget_queues))
        column.addSpacing(8)
        column.addWidget(log)
        return _page(column)

    @Slot()
    def _on_forget_files(self) -> None:
        self._settings.clear_recent_files()
        self._update_counts()

    @Slot()
    def _on_forget_queues(self) -> None:
        delete_leftover_queues(self._queues)
        self._update_counts()

    def _update_counts(self) -> None:
        files, queues = len(self._settings.recent_files), len(leftover_queues(self._queues))
        self.files.setText(self.tr("Recent files remembered: {count}").format(count=files))
        self._forget_files.setEnabled(files > 0)
        words = self.tr("Queues left by earlier runs: {count}").format(count=queues)
        self.queue.setText(words)
        self._forget_queues.setEnabled(queues > 0)


def _table(rows: Iterable[tuple[str, QWidget]]) -> QGridLayout:
    """Lay out (name, control) rows; each name also becomes the control's accessible name."""
    table = QGridLayout()
    table.setColumnStretch(1, 1)
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(10)
    for number, (name, control) in enumerate(rows):
        if name:
            label = QLabel(name)
            label.setBuddy(control)
            control.setAccessibleName(name)
            table.addWidget(label, number, 0)
        table.addWidget(control, number, 1)
    return table


def _page(content: QLayout) -> QWidget:
    page = QWidget()
    around = QVBoxLayout(page)
    around.setContentsMargins(0, 16, 0, 0)
    around.addLayout(content)
    around.addStretch(1)
    return page


def _line(text: QLabel, button: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(text, 1)
    line.addWidget(button)
    return line


def _path(text: str) -> ElidedLabel:
    label = ElidedLabel(text)
    label.setProperty("role", "muted")
    label.setToolTip(plain_tooltip(text))
    return label


def _note_label(text: str) -> QLabel:
    label = muted_label(text)
    label.setWordWrap(True)
    return label
