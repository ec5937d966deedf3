"""The page "Model card": the model card of the network, with the facts of this machine filled in."""

import re

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.about.about_state import AboutState
from desktop_app.about.card import CardFacts, model_card
from desktop_app.about.page import MarkdownLabel, ScrollPage
from desktop_app.domain.jobs import Choices
from desktop_app.i18n.formatting import decimal_point
from desktop_app.paths import ABOUT
from models.registry import AUTOMATIC, find_model

_SECTION = re.compile(r"^(?=### )", re.MULTILINE)


class CardPage(ScrollPage):
    """The model card, filled in with the facts of this machine.

    Its tables are slow to lay out, so each section is written in its own turn of the event loop.

    Args:
        name: Accessible name.
        parent: Qt parent.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._language = ""
        self._name = name
        self._wanted: list[str] = []  # texts of the sections to show
        self._shown: list[str] = []  # texts written so far, one for each passage
        self._passages: list[MarkdownLabel] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._write_next)
        self.column.addStretch(1)

    def show_text(self, language: str) -> None:
        """Set the language, a code such as ``de``, of the next :meth:`show_state`."""
        self._language = language

    def show_state(self, state: AboutState) -> None:
        """Write the card for the present state."""
        card = card_markdown(state, self._language)
        self._wanted = [section for section in _SECTION.split(card) if section]
        self._write_next()

    def _write_next(self) -> None:
        """Write the first section that has changed, and schedule the next."""
        for number, section in enumerate(self._wanted):
            if number == len(self._passages):
                self._add_passage()
            if section != self._shown[number]:
                self._shown[number] = section
                self._passages[number].show_markdown(section)
                self._next.start()
                return
        for number, passage in enumerate(self._passages):
            passage.setVisible(number < len(self._wanted))

    def _add_passage(self) -> None:
        passage = MarkdownLabel(ABOUT, self._name)
        self.column.insertWidget(len(self._passages), passage)
        self._passages.append(passage)
        self._shown.append("")


def card_markdown(state: AboutState, language: str) -> str:
    """Write the model card of the network that restored the picture, or of the default one.

    Args:
        state: The present state of the pane.
        language: Code such as ``de``.
    """
    entry, inspection = state.entry, state.inspection
    result = entry.result if entry else None
    choices = entry.job.choices if entry else Choices()
    engine = inspection.engine if inspection else (entry.engine if entry else None)
    chosen = engine.network.name if engine and choices.model == AUTOMATIC else choices.model
    shipped = find_model(chosen)
    facts = CardFacts(
        title=engine.network.title if engine else (shipped.title if shipped else chosen),
        device=engine.device if engine else "",
        precision=engine.precision if engine else "",
        is_verified=engine is not None,
        is_adapted=engine is not None and engine.network.is_adapted,
        parameters=inspection.parameters if inspection else None,
        operations=inspection.operations if inspection else None,
        seconds=result.run.seconds if result else None,
        pixels=result.picture.width * result.picture.height if result else None,
    )
    return model_card(shipped, facts, language, decimal_point())
