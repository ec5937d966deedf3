"""Asks where all results go and how they are named, and shows every name before anything is written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
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

from desktop_app.controls import muted
from desktop_app.imaging.naming import (
    FIELDS,
    Collision,
    Fate,
    NamingError,
    Pattern,
    PlannedName,
    Subject,
    plan_names,
)
from desktop_app.texts import told

_SIZE = (620, 460)


class ExportDialog(QDialog):
    """Folder, naming pattern, what to do about files that exist, and the names that follow.

    Args:
        subjects: What is to be written.
        endings: Of the result, with its dot, and of what is written beside it.
        folder: Proposed.
        pattern: Proposed.
        collision: Proposed.
        note: A sentence above the names, such as what is left out; may be empty.
        parent: Qt's owner.
    """

    def __init__(
        self,
        subjects: Sequence[Subject],
        endings: Sequence[str],
        folder: Path,
        pattern: str,
        collision: Collision,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export all"))
        self.resize(*_SIZE)
        self._subjects = subjects
        self._endings = endings
        self._planned: list[PlannedName] = []
        self._folder = QLineEdit(str(folder))
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        self._pattern = QLineEdit(pattern)
        self._pattern.setToolTip(" ".join(f"{{{field}}}" for field in FIELDS))
        self._collision = QComboBox()
        for rule, words in (
            (Collision.NUMBER, self.tr("Number the new ones")),
            (Collision.SKIP, self.tr("Leave them, skip the new ones")),
            (Collision.OVERWRITE, self.tr("Replace them")),
        ):
            self._collision.addItem(words, rule)
        self._collision.setCurrentIndex(self._collision.findData(collision))
        self._names = QTreeWidget()
        self._names.setRootIsDecorated(False)
        self._names.setHeaderLabels([self.tr("Picture"), self.tr("Becomes"), ""])
        self._names.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._names.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._names.setAccessibleName(self.tr("Names"))
        self._message = muted("")
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Folder"), line)
        form.addRow(self.tr("Names"), self._pattern)
        form.addRow("", muted(self._pattern.toolTip()))
        form.addRow(self.tr("Files that exist"), self._collision)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        if note:
            layout.addWidget(muted(note))
        layout.addWidget(self._names, 1)
        layout.addWidget(self._message)
        layout.addWidget(buttons)
        self._folder.textChanged.connect(self._plan)
        self._pattern.textChanged.connect(self._plan)
        self._collision.currentIndexChanged.connect(self._plan)
        self._plan()

    @property
    def planned(self) -> tuple[PlannedName, ...]:
        """A name for each subject, in their order; none where the pattern makes no sense."""
        return tuple(self._planned)

    @property
    def folder(self) -> Path:
        """Where the results go."""
        return Path(self._folder.text()).expanduser()

    @property
    def pattern(self) -> str:
        """How they are named."""
        return self._pattern.text()

    @property
    def collision(self) -> Collision:
        """What becomes of files that exist."""
        return Collision(self._collision.currentData())

    @Slot()
    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    @Slot()
    def _plan(self) -> None:
        """Work out all names anew and show them."""
        self._planned = []
        words = ""
        try:
            if not self._folder.text().strip() or not self.folder.is_dir():
                raise NamingError(self.tr("This folder does not exist."))
            self._planned = plan_names(
                self._subjects, Pattern(self.pattern), self.folder, self.collision, self._endings
            )
        except NamingError as error:
            words = told(error)
        self._names.clear()
        notes = {
            Fate.NEW: "",
            Fate.REPLACES: self.tr("replaces a file"),
            Fate.SKIPPED: self.tr("skipped"),
        }
        for subject, name in zip(self._subjects, self._planned, strict=False):
            note = self.tr("numbered") if name.is_numbered else notes[name.fate]
            item = QTreeWidgetItem([subject.source.name, name.path.name, note])
            item.setDisabled(name.fate is Fate.SKIPPED)
            item.setToolTip(1, str(name.path))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
            self._names.addTopLevelItem(item)
        self._message.setText(words)
        self._message.setVisible(bool(words))
        count = sum(name.fate is not Fate.SKIPPED for name in self._planned)
        self._accept.setText(self.tr("Export {count}").format(count=count))
        self._accept.setEnabled(count > 0)
