"""Every text is translated into every language, with the same fields, and the program loads just that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.domain.jobs import JobError
from desktop_app.engine.torch_backend import TorchBackend
from desktop_app.i18n.formatting import translated
from desktop_app.i18n.language import available_languages
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.paths import SOURCE, TRANSLATIONS
from tests.localized_app import app_in_language
from tests.tools.update_translations import Message, messages, update

LANGUAGES = ("de", "es", "fr", "ja", "ko")


def source_file(code: str) -> Path:
    return TRANSLATIONS / f"clearmark_{code}.ts"


@pytest.fixture(scope="module")
def of_the_code(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """The texts that Qt's own tool finds, with their contexts."""
    file = tmp_path_factory.mktemp("found") / "clearmark_de.ts"
    update([file])
    return {(message.context, message.source) for message in messages(file)}


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    with app_in_language(qapp, "de"):
        yield


def test_these_languages_are_there() -> None:
    assert available_languages() == (SOURCE, *LANGUAGES)
    assert sorted(TRANSLATIONS.glob("*.ts")) == [source_file(code) for code in LANGUAGES]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_the_code_is_translated(code: str, of_the_code: set[tuple[str, str]]) -> None:
    all_messages = list(messages(source_file(code)))
    translated = {(message.context, message.source) for message in all_messages}
    assert of_the_code - translated == set(), "run python -m tests.tools.update_translations"
    assert translated - of_the_code == set(), "run python -m tests.tools.update_translations"
    unfinished = [
        message.source
        for message in all_messages
        if not message.is_finished or not all(form.strip() for form in message.forms)
    ]
    assert unfinished == []


def marks(text: str) -> tuple[object, ...]:
    """What a translation has to have as its source has it."""
    return (
        set(re.findall(r"\{[^{}]*\}", text)),
        "%n" in text,
        len(re.findall(r"&(?=\w)(?!\w+;)", text)),  # the letter to press with Alt
        sorted(re.findall(r"</?\w+[^>]*>", text)),
        re.findall(r"\b(?:Ctrl|Esc|Alt|F1)\b", text),
        text.rstrip().endswith("…"),
        (text[:1].isspace(), text[-1:].isspace()),
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_fields_keys_and_tags_are_those_of_the_source(code: str) -> None:
    different = [
        (message.source, form)
        for message in messages(source_file(code))
        for form in message.forms
        if marks(form) != marks(message.source)
    ]
    assert different == []


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("{count} of {total}", "{count} von {totl}"),
        ("σ ≈ {sigma:.1f} px", "σ ≈ {sigma} px"),
        ("Open…", "Öffnen"),
        ("&Open", "Öffnen"),
        ("Close (Esc)", "Schließen (Entf)"),
        ("<b>Input</b>", "Eingabe"),
    ],
)
def test_planted_mistakes_are_found(source: str, wrong: str) -> None:
    assert marks(source) != marks(wrong)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_that_of_the_translation(code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(source_file(code).with_suffix(".qm")))
    assert translator.language().startswith(code)

    def loaded(message: Message) -> str | None:
        return translator.translate(message.context, message.source)

    old = [
        message.source
        for message in messages(source_file(code))
        if loaded(message) not in message.forms
    ]
    assert old == [], "run python -m tests.tools.update_translations"


def test_a_sentence_from_a_room_without_qt_is_told_in_german(german: None, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_picture(tmp_path / "logo.png")
    assert str(caught.value) == "“logo.png” does not exist."
    assert translated(caught.value) == "„logo.png“ gibt es nicht."


def test_a_failure_of_the_models_is_told_in_german(german: None, tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        TorchBackend(str(tmp_path / "none.pkl"), "cpu")
    assert str(caught.value) == f"The model file “{tmp_path / 'none.pkl'}” is missing."
    assert translated(caught.value) == f"Die Modelldatei „{tmp_path / 'none.pkl'}“ fehlt."
    with pytest.raises(JobError) as caught:
        TorchBackend("auto", "cuda:77")
    assert translated(caught.value).startswith("Dieser Computer hat kein Gerät „cuda:77“; er hat ")


def test_a_fine_tuned_network_says_so_in_german(german: None) -> None:
    restorer = TorchBackend("clearmark-small", "cpu")
    assert restorer.info.title == "MIMO-UNet"
    restorer._restorer.use_fine_tuned(restorer._restorer.network_fp32)
    assert (restorer.info.title, restorer.info.label) == (
        "MIMO-UNet (angepasst)",
        "clearmark-small-adapted",
    )
