"""The language of the window: lists the available ones, chooses one and installs it."""

from collections.abc import Collection, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app.paths import SOURCE, TRANSLATIONS

_NAMES = {"en": "English", "es": "Español"}
"""Names of the languages for which Qt adds a country."""


def available_languages(folder: Path = TRANSLATIONS) -> tuple[str, ...]:
    """List the codes of the available languages, such as ``de``; English first."""
    codes = (path.stem.removeprefix("clearmark_") for path in folder.glob("clearmark_*.qm"))
    return (SOURCE, *sorted(codes))


def language_name(code: str) -> str:
    """Return the name of a language in that language, capitalised: "Français"."""
    name = _NAMES.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def best_language(wanted: Iterable[str], available: Collection[str]) -> str:
    """Return the first preferred language that is available.

    Args:
        wanted: Codes in order of preference, with or without a territory: ``("fr-CH", "en")``.
        available: Codes without a territory.

    Returns:
        One of ``available``, or English.
    """
    codes = (code.replace("_", "-").partition("-")[0] for code in wanted)
    return next((code for code in codes if code in available), SOURCE)


def resolve_language(code: str, folder: Path = TRANSLATIONS) -> str:
    """Return the code of the language to use for the window.

    Args:
        code: Code of the chosen language; empty for the system's.
        folder: Folder with the files ``clearmark_*.qm``.
    """
    wanted = [code] if code else QLocale.system().uiLanguages()
    return best_language(wanted, available_languages(folder))


def install_language(
    application: QCoreApplication, code: str, folder: Path = TRANSLATIONS
) -> tuple[QTranslator, ...]:
    """Install a language, for the texts and numbers of all windows that are created afterwards.

    Args:
        application: Parent of the translators.
        code: Code of the language; empty for the system's.
        folder: Folder with the files ``clearmark_*.qm``.

    Returns:
        The installed translators: Qt's own for its dialogs, if there is one, and the program's.
    """
    chosen = resolve_language(code, folder)
    QLocale.setDefault(QLocale(chosen))
    if chosen == SOURCE:
        return ()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translators = []
    for name, place in ((f"qtbase_{chosen}", qt), (f"clearmark_{chosen}", str(folder))):
        translator = QTranslator(application)
        if translator.load(name, place):  # Qt is not translated into every language
            application.installTranslator(translator)
            translators.append(translator)
    return tuple(translators)
