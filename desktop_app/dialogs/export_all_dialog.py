"""Asks where all results go, as what and how named, and shows every name before anything is written."""

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
    """Folder, format, naming pattern, what to do about files that exist, and the names that follow.

    The folder is made, if need be, before the dialog is accepted.

    Args:
        subjects: What is to be written.
        are_transparent: Of each subject, whether its result is.
        options: Proposed; format and quality can be changed.
        folder: Proposed.
        pattern: Proposed.
        collision: Proposed.
        beside: Endings of what is written beside each result.
        sources: Files that must not be replaced, besides those of the subjects.
        note: A sentence above the names, such as what is left out; may be empty.
        parent: Qt's owner.
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
        # The first two with their parent, so that Tab comes to them first.
        self._folder = QLineEdit(str(folder), self)
        browse = QPushButton(self.tr("Choose…"), self)
        browse.clicked.connect(self._browse)
        self._format = FormatChoice(options, self)
        self._pattern = QLineEdit(pattern)
        self._pattern.setToolTip(" ".join(f"{{{field}}}" for field in FIELDS))
        self._collision = QComboBox()
        for rule, words in (
            (Collision.NUMBER, self.tr("Number the new ones")),
            (Collision.SKIP, self.tr("Keep them, skip the new ones")),
            (Collision.OVERWRITE, self.tr("Replace them")),
        ):
            self._collision.addItem(words, rule)
        self._collision.setCurrentIndex(self._collision.findData(collision))
        self._names = QTreeWidget()
        self._names.setRootIsDecorated(False)
        self._names.setHeaderLabels([self.tr("Picture"), self.tr("Becomes"), ""])
        self._names.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their ends
        header = self._names.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self._names.setAccessibleName(self.tr("Names"))
        self._message = muted_label("")
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        written = QHBoxLayout()
        written.setSpacing(16)
        for control in (self._format.menu, self._format.lossless, self._format.quality):
            written.addWidget(control)
        written.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("Folder"), line)
        form.addRow(self.tr("Format"), written)
        form.addRow(self.tr("Names"), self._pattern)
        form.addRow("", muted_label(self._pattern.toolTip()))
        form.addRow(self.tr("Existing files"), self._collision)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        if note:
            layout.addWidget(muted_label(note))
        layout.addWidget(self._names, 1)
        layout.addWidget(self._message)
        layout.addWidget(buttons)
        self._folder.textChanged.connect(self._plan)
        self._format.changed.connect(self._plan)
        self._pattern.textChanged.connect(self._plan)
        self._collision.currentIndexChanged.connect(self._plan)
        self._plan()

    @property
    def planned(self) -> tuple[PlannedName, ...]:
        """A name for each subject, in their order; none where the pattern makes no sense."""
        return tuple(self._planned)

    @property
    def folder(self) -> Path:
        """Where the results go; it need not exist before the dialog is accepted."""
        path = Path(self._folder.text().strip())
        with suppress(RuntimeError):  # "~" and a name that no user has
            path = path.expanduser()
        return path.absolute()

    @property
    def options(self) -> ExportOptions:
        """How they are written."""
        return self._format.applied_to(self._options)

    @property
    def pattern(self) -> str:
        """How they are named."""
        return self._pattern.text()

    @property
    def collision(self) -> Collision:
        """What becomes of files that exist."""
        return Collision(self._collision.currentData())

    @Slot()
    def accept(self) -> None:
        """Make the folder; where that is impossible, say why and stay."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = translated(os_error_reason(error, Path(error.filename or self.folder)))
            text = self.tr("The folder “{folder}” cannot be made: {reason}.")
            self._show_message(text.format(folder=self.folder, reason=reason))
        else:
            super().accept()

    def _nearest(self) -> Path:
        """The folder, or what exists of the way to it."""
        ways = (self.folder, *self.folder.parents)
        # Qt's, since a Path raises where it may not look.
        return next((path for path in ways if QFileInfo.exists(str(path))), Path.home())

    @Slot()
    def _browse(self) -> None:
        start = str(self._nearest())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), start)
        if chosen:
            self._folder.setText(chosen)

    @Slot()
    def _plan(self) -> None:
        """Work out all names anew and show them."""
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
        """Refuse what cannot become a folder.

        Raises:
            NamingError: There is no name, or a file on the way.
        """
        if not self._folder.text().strip():
            raise NamingError(self.tr("No folder is chosen."))
        nearest = self._nearest()
        if not nearest.is_dir():
            raise NamingError(self.tr("“{name}” is a file, not a folder.").format(name=nearest))

    def _remarks(self, are_written: Sequence[bool]) -> list[str]:
        """What the user might not expect, in sentences."""
        remarks = []
        if any(are_written) and self._nearest() != self.folder:
            text = self.tr("The folder “{folder}” will be made.")
            remarks.append(text.format(folder=self.folder))
        pairs = zip(are_written, self._are_transparent, strict=False)  # no names, no pairs
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
