"""Translations are found, chosen in the user's order and put on; every string can be found by Qt's tools."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.i18n.formatting import format_time_left
from desktop_app.i18n.language import (
    available_languages,
    best_language,
    install_language,
    language_name,
)
from tests.tools.update_translations import compile_translation

_TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}">
<context><name>texts</name>
<message><source>{{count}} s left</source><translation>{words}</translation></message>
</context>
</TS>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A German and a Japanese translation, made by Qt's own tool."""
    for code, words in (("de", "noch {count} s"), ("ja", "残り {count} 秒")):
        source = tmp_path / f"clearmark_{code}.ts"
        source.write_text(_TS.format(code=code, words=words), encoding="utf-8")
        compile_translation(source, source.with_suffix(".qm"))
    return tmp_path


@pytest.fixture
def installed(qapp: QApplication) -> Iterator[list[QTranslator]]:
    # Windows of earlier tests that wait to be deleted would lay themselves out anew.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    translators: list[QTranslator] = []
    locale = QLocale()
    yield translators
    QLocale.setDefault(locale)
    for translator in translators:
        qapp.removeTranslator(translator)


def test_languages_are_those_that_have_a_file(folder: Path, tmp_path: Path) -> None:
    assert available_languages(folder) == ("en", "de", "ja")
    assert available_languages(tmp_path / "missing") == ("en",)
    names = [language_name(code) for code in ("en", "de", "ko", "ja", "es", "fr")]
    assert names == ["English", "Deutsch", "한국어", "日本語", "Español", "Français"]


@pytest.mark.parametrize(
    ("wanted", "best"),
    [
        (["de-CH", "en"], "de"),
        (["fr-FR", "ja-JP", "de"], "ja"),
        (["en-GB", "de"], "en"),  # English needs no file, and is wanted more
        (["pt_BR"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_exists_is_taken(wanted: list[str], best: str) -> None:
    assert best_language(wanted, ("en", "de", "ja")) == best


def test_a_language_is_put_on_with_qts_own_words(
    qapp: QApplication, folder: Path, installed: list[QTranslator]
) -> None:
    assert format_time_left(3) == "3 s left"
    installed += install_language(qapp, "de", folder)
    assert format_time_left(3) == "noch 3 s"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_the_system_is_followed_unless_a_language_is_chosen(
    qapp: QApplication,
    folder: Path,
    installed: list[QTranslator],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["ja-JP", "en"])
    assert install_language(qapp, "en", folder) == ()
    assert format_time_left(3) == "3 s left"
    installed += install_language(qapp, "", folder)
    assert format_time_left(3) == "残り 3 秒"
