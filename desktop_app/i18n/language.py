"""The language of the window: which there are, which is wanted, and putting it on."""

from collections.abc import Collection, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app.paths import SOURCE, TRANSLATIONS

_NAMES = {"en": "English", "es": "Español"}
"""Those for which Qt names a country too."""


def available_languages(folder: Path = TRANSLATIONS) -> tuple[str, ...]:
    """List the codes of the languages that exist, such as ``de``; English first."""
    codes = (path.stem.removeprefix("clearmark_") for path in folder.glob("clearmark_*.qm"))
    return (SOURCE, *sorted(codes))


def language_name(code: str) -> str:
    """The name of a language in itself, with a capital: "Français"."""
    name = _NAMES.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def best_language(wanted: Iterable[str], available: Collection[str]) -> str:
    """The first language wanted that exists.

    Args:
        wanted: Codes in the user's order, perhaps with a territory: ``("fr-CH", "en")``.
        available: Codes without a territory.

    Returns:
        One of ``available``, or English.
    """
    codes = (code.replace("_", "-").partition("-")[0] for code in wanted)
    return next((code for code in codes if code in available), SOURCE)


def resolve_language(code: str, folder: Path = TRANSLATIONS) -> str:
    """The language that the window speaks.

    Args:
        code: Of the language that was chosen; empty for that of the system.
        folder: Of the files ``clearmark_*.qm``.
    """
    wanted = [code] if code else QLocale.system().uiLanguages()
    return best_language(wanted, available_languages(folder))


def install_language(
    application: QCoreApplication, code: str, folder: Path = TRANSLATIONS
) -> tuple[QTranslator, ...]:
    """Put a language on; windows that are made afterwards speak it, and write numbers as it does.

    Args:
        application: Keeps the translators.
        code: Of the language; empty for that of the system.
        folder: Of the files ``clearmark_*.qm``.

    Returns:
        What was installed: Qt's own words, for its dialogs, and the program's.
    """
    chosen = resolve_language(code, folder)
    QLocale.setDefault(QLocale(chosen))
    if chosen == SOURCE:
        return ()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translators = []
    for name, place in ((f"qtbase_{chosen}", qt), (f"clearmark_{chosen}", str(folder))):
        translator = QTranslator(application)
        if translator.load(name, place):  # Qt does not come in every language
            application.installTranslator(translator)
            translators.append(translator)
    return tuple(translators)
