"""The page "Model card": what the network is, was trained on, can do and cannot, on this machine."""

from PySide6.QtWidgets import QWidget

from desktop_app.about.card import CardFacts, model_card
from desktop_app.about.insight import Insight
from desktop_app.about.page import Page, Passage
from desktop_app.jobs import Choices
from desktop_app.paths import ABOUT
from models.registry import AUTOMATIC, find_model


class CardPage(Page):
    """A text with the facts of this machine in it.

    Args:
        name: For a screen reader.
        parent: Qt's owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._language = ""
        self._shown = ""
        self._text = Passage(ABOUT, name)
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    def show_text(self, language: str) -> None:
        """Write it in a language from now on."""
        self._language = language

    def show_insight(self, insight: Insight) -> None:
        """Write what is known now."""
        card = card_of(insight, self._language)
        if card != self._shown:
            self._shown = card
            self._text.show_markdown(card)


def card_of(insight: Insight, language: str) -> str:
    """Write the model card of the network that restored the picture, or of the default one.

    Args:
        insight: What is known.
        language: Code such as ``de``.
    """
    entry, inspection = insight.entry, insight.inspection
    result = entry.result if entry else None
    choices = entry.job.choices if entry else Choices()
    engine = inspection.engine if inspection else (entry.engine if entry else None)
    chosen = engine.model_name if engine and choices.model == AUTOMATIC else choices.model
    shipped = find_model(chosen)
    facts = CardFacts(
        title=engine.model if engine else (shipped.title if shipped else chosen),
        device=engine.device if engine else "",
        precision=engine.precision if engine else "",
        is_verified=engine is not None,
        parameters=inspection.parameters if inspection else None,
        operations=inspection.operations if inspection else None,
        seconds=result.seconds if result else None,
        pixels=result.picture.width * result.picture.height if result else None,
    )
    return model_card(shipped, facts, language)
