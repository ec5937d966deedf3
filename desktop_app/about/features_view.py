"""The view "What it sees": features of a stage as colours, at full resolution and on the stage's own grid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop_app.about.about_state import AboutState, to_qimage
from desktop_app.about.box_contents import STAGES
from desktop_app.about.box_texts import box_title
from desktop_app.about.localized_texts import about_text
from desktop_app.about.page import FactsTable, MarkdownLabel, ScrollPage, caption_label
from desktop_app.about.picture_view import PictureView
from desktop_app.i18n.formatting import format_duration, format_number
from desktop_app.paths import ABOUT
from desktop_app.widgets.controls import labelled_row

_LARGE = 220  # height of a picture, in logical pixels
_FIRST = "encoder 2"  # fine enough for strokes, coarse enough to differ from the picture


class FeaturesView(ScrollPage):
    """Features of one stage at a time, with a menu of stages.

    Args:
        name: Accessible name.
        parent: Qt parent.

    Signals:
        stage_chosen: The user chose another stage.
    """

    stage_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._state = AboutState()
        self.stages = QComboBox()
        self.stages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part, stage in STAGES.items():
            self.stages.addItem(box_title(part, 2), stage)
        self.stages.setCurrentIndex(self.stages.findData(_FIRST))
        self.stages.currentIndexChanged.connect(self._on_chosen)
        self._fine, self._coarse = PictureView(_LARGE), PictureView(_LARGE)
        self._fine_words, self._coarse_words = caption_label(), caption_label()
        self._facts = FactsTable()
        self._text = MarkdownLabel(ABOUT, name)
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(12)
        pictures.setVerticalSpacing(6)
        for column, (view, words) in enumerate(
            ((self._fine, self._fine_words), (self._coarse, self._coarse_words))
        ):
            pictures.addWidget(view, 0, column)
            pictures.addWidget(words, 1, column)
            pictures.setColumnStretch(column, 1)
        self.column.addWidget(labelled_row(self.tr("Stage"), self.stages))
        self.column.addLayout(pictures)
        self.column.addWidget(self._facts)
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    @property
    def stage(self) -> str:
        """The chosen stage, by the model's name for it."""
        return str(self.stages.currentData())

    def show_text(self, language: str) -> None:
        """Write the text, in a language such as ``de``."""
        self._text.show_markdown(about_text("seeing", language))

    def show_state(self, state: AboutState) -> None:
        """Show the present state."""
        self._state = state
        features = state.stage_features.get(self.stage)
        nothing = self.tr("Not looked at yet") if state.entry else self.tr("No picture yet")
        fine, coarse = (
            (to_qimage(features.colours), to_qimage(features.coarse)) if features else (None, None)
        )
        self._fine.show_image(fine, self.tr("At full resolution") if fine else nothing)
        self._coarse.show_image(coarse, self.tr("On the stage's own grid") if coarse else nothing)
        words = (self.tr("At full resolution"), self.tr("On the stage's own grid"))
        for label, image, word in zip(
            (self._fine_words, self._coarse_words), (fine, coarse), words, strict=True
        ):
            size = f": {image.width()} × {image.height()}" if image else ""
            label.setText(word + size)
        self._facts.setVisible(features is not None)
        if features is not None:
            match = self.tr("cosine {cosine}, averaged back down")
            facts = [
                (self.tr("Match"), match.format(cosine=format_number(features.cosine, 3))),
                (self.tr("Time"), format_duration(features.seconds)),
            ]
            if features.query.opened.picture.alpha is not None:  # otherwise there are only colours
                of = self.tr("the transparency") if features.is_alpha else self.tr("the colours")
                facts.insert(0, (self.tr("Features of"), of))
            self._facts.show_facts(tuple(facts))

    def _on_chosen(self) -> None:
        self.show_state(self._state)
        self.stage_chosen.emit()
