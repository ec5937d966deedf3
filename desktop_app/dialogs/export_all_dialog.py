"""The dialog for exporting all results: folder, format and names, with a preview of every file name."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileInfo, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.formatting import translated
from desktop_app.imaging.file_system import os_error_reason
from desktop_app.imaging.naming import (
    FIELDS,
    Collision,
    NameFields,
    NamePattern,
    NamingError,
    PlannedAction,
    PlannedName,
    plan_names,
)
from desktop_app.imaging.writing import ExportOptions
from desktop_app.widgets.controls import muted_label, plain_tooltip
from desktop_app.widgets.format_choice import FormatChoice

_SIZE = (620, 460)


class ExportAllDialog(QDialog):
    """Asks for folder, format, name pattern and what to do with existing files; previews the names.

    Accepting the dialog creates the folder if it does not exist.

    Args:
        subjects: Name fields of each result to export.
        are_transparent: For each subject, whether its result has transparency.
        options: Proposed export options; format and quality can be changed.
        folder: Proposed folder.
        pattern: Proposed name pattern.
        collision: Proposed rule for existing files.
        beside: Endings of files that are written next to each result, such as receipts.
        sources: Files that must not be replaced, in addition to the sources of the subjects.
        note: A sentence above the names, such as how many are left out; may be empty.
        parent: Qt parent.
    """

    def __init__(
        self,
        subjects: Sequence[NameFields],
        are_transparent: Sequence[bool],
        options: ExportOptions,
        folder: Path,
        pattern: str,
        collision: Collision,
        *,
        beside: Sequence[str] = (),
        sources: Sequence[Path] = (),
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export all"))
        self.resize(*_SIZE)
        self._subjects = subjects
        self._are_transparent = are_transparent
        self._options = options
        self._beside = beside
        self._sources = sources
        self._planned: list[PlannedName] = []
        # The first two get their parent here, so that they come first in the tab order.
        self._folder = QLineEdit(str(folder), self)
        self._browse_button = QPushButton(self.tr("Choose…"), self)
        self._format = FormatChoice(options, self)
        self._pattern = QLineEdit(pattern)
        self._pattern.setToolTip(" ".join(f"{{{field}}}" for field in FIELDS))
        self._collision = self._build_collision_menu(collision)
        self._names = self._build_names()
        self._message = muted_label("")
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setProperty("role", "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self._build_form())
        if note:
            layout.addWidget(muted_label(note))
        layout.addWidget(self._names, 1)
        layout.addWidget(self._message)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._browse_button.clicked.connect(self._browse)
        self._folder.textChanged.connect(self._plan)
        self._format.changed.connect(self._plan)
        self._pattern.textChanged.connect(self._plan)
        self._collision.currentIndexChanged.connect(self._plan)
        self._plan()

    def _build_collision_menu(self, collision: Collision) -> QComboBox:
        menu = QComboBox()
        for rule, words in (
            (Collision.NUMBER, self.tr("Number the new ones")),
            (Collision.SKIP, self.tr("Keep them, skip the new ones")),
            (Collision.OVERWRITE, self.tr("Replace them")),
        ):
            menu.addItem(words, rule)
        menu.setCurrentIndex(menu.findData(collision))
        return menu

    def _build_names(self) -> QTreeWidget:
        names = QTreeWidget()
        names.setRootIsDecorated(False)
        names.setHeaderLabels([self.tr("Picture"), self.tr("Becomes"), ""])
        names.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their ends
        header = names.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        names.setAccessibleName(self.tr("Names"))
        return names

    def _build_form(self) -> QFormLayout:
        folder_row = QHBoxLayout()
        folder_row.addWidget(self._folder, 1)
        folder_row.addWidget(self._browse_button)
        format_row = QHBoxLayout()
        format_row.setSpacing(16)
        for control in (self._format.menu, self._format.lossless, self._format.quality):
            format_row.addWidget(control)
        format_row.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("Folder"), folder_row)
        form.addRow(self.tr("Format"), format_row)
        form.addRow(self.tr("Names"), self._pattern)
        form.addRow("", muted_label(self._pattern.toolTip()))
        form.addRow(self.tr("Existing files"), self._collision)
        return form

    @property
    def planned(self) -> tuple[PlannedName, ...]:
        """One name per subject, in their order; empty if the pattern or the folder is invalid."""
        return tuple(self._planned)

    @property
    def folder(self) -> Path:
        """The chosen folder; it may not exist until the dialog is accepted."""
        path = Path(self._folder.text().strip())
        with suppress(RuntimeError):  # "~name" for an unknown user
            path = path.expanduser()
        return path.absolute()

    @property
    def options(self) -> ExportOptions:
        """The chosen export options."""
        return self._format.applied_to(self._options)

    @property
    def pattern(self) -> str:
        """The chosen name pattern."""
        return self._pattern.text()

    @property
    def collision(self) -> Collision:
        """What to do with existing files."""
        return Collision(self._collision.currentData())

    @Slot()
    def accept(self) -> None:
        """Create the folder and accept; if that fails, say why and stay open."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = translated(os_error_reason(error, Path(error.filename or self.folder)))
            text = self.tr("The folder “{folder}” cannot be made: {reason}.")
            self._show_message(text.format(folder=self.folder, reason=reason))
        else:
            super().accept()

    def _nearest_existing(self) -> Path:
        """Return the folder, or its nearest parent that exists."""
        candidates = (self.folder, *self.folder.parents)
        # Not Path.exists(), which may raise where permissions are missing.
        return next((path for path in candidates if QFileInfo.exists(str(path))), Path.home())

    @Slot()
    def _browse(self) -> None:
        start = str(self._nearest_existing())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), start)
        if chosen:
            self._folder.setText(chosen)

    @Slot()
    def _plan(self) -> None:
        """Recompute all names and show them."""
        self._planned = []
        words = ""
        try:
            self._check_folder()
            self._planned = plan_names(
                self._subjects,
                NamePattern(self.pattern),
                self.folder,
                self.collision,
                [self.options.format.suffix, *self._beside],
                self._sources,
            )
        except NamingError as error:
            words = translated(error)
        self._names.clear()
        notes = {
            PlannedAction.CREATE: "",
            PlannedAction.REPLACE: self.tr("replaces a file"),
            PlannedAction.SKIP: self.tr("skipped"),
        }
        for fields, name in zip(self._subjects, self._planned, strict=False):
            note = self.tr("numbered") if name.is_numbered else notes[name.action]
            item = QTreeWidgetItem([fields.source.name, name.path.name, note])
            item.setDisabled(name.action is PlannedAction.SKIP)
            item.setToolTip(1, plain_tooltip(str(name.path)))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
            self._names.addTopLevelItem(item)
        are_written = [name.action is not PlannedAction.SKIP for name in self._planned]
        count = sum(are_written)
        self._show_message(words or "\n".join(self._remarks(are_written)))
        self._accept.setText(self.tr("Export {count}").format(count=count))
        self._accept.setEnabled(count > 0)

    def _check_folder(self) -> None:
        """Check that the folder exists or can be created.

        Raises:
            NamingError: No folder is given.
            NamingError: The path leads through a file.
        """
        if not self._folder.text().strip():
            raise NamingError(self.tr("No folder is chosen."))
        nearest = self._nearest_existing()
        if not nearest.is_dir():
            raise NamingError(self.tr("“{name}” is a file, not a folder.").format(name=nearest))

    def _remarks(self, are_written: Sequence[bool]) -> list[str]:
        """Return sentences about what the user might not expect."""
        remarks = []
        if any(are_written) and self._nearest_existing() != self.folder:
            text = self.tr("The folder “{folder}” will be made.")
            remarks.append(text.format(folder=self.folder))
        pairs = zip(
            are_written, self._are_transparent, strict=False
        )  # without names there are no pairs
        lost = sum(is_written and is_transparent for is_written, is_transparent in pairs)
        kind = self.options.format
        if lost and not kind.has_alpha:
            text = self.tr(
                "{format} has no transparency: it becomes white in {count} of {total} pictures."
            )
            remarks.append(text.format(format=kind.title, count=lost, total=sum(are_written)))
        return remarks

    def _show_message(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))
