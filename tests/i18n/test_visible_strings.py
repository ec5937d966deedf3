"""Every visible string goes through tr, and Qt's tools find it where Qt looks for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.widgets import controls
from tests.tools.update_translations import SOURCES, messages, update

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "desktop_app").rglob("*.py"))

HELPERS = (
    *("heading_label", "muted_label", "plain_label", "labelled_row"),
    *("tooltip_with_keys", "plain_tooltip"),
)
"""Functions of ``widgets/controls.py`` that take a text to show."""

SHOWING = frozenset(
    (
        *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
        *("QAction", "QMenu", "QLineEdit", "QMessageBox", "ElidedLabel", "Notice"),
        *HELPERS,
        *("setText", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle"),
        *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setSuffix"),
        *("setPrefix", "addAction", "addMenu", "addItem", "addItems", "addTab", "addRow"),
        *("setHeaderLabels", "setTabText", "setLabelText", "showMessage", "setSpecialValueText"),
        *("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
        *("getColor", "getText", "information", "warning", "question", "critical"),
    )
)
"""Calls whose literal arguments people read. Not those of a logger, which are recognised by their object."""

SAME_EVERYWHERE = re.compile(r"Clearmark|primary|ΔE|[#0-9A-F, ]+")
"""Names, symbols and colours; "primary" is a role of a style sheet."""


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        is_log = isinstance(function.value, ast.Name) and "log" in function.value.id
        return "" if is_log else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def literals(node: ast.expr) -> Iterator[str]:
    """The words in an expression that are not an argument of another call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (part for part in node.values if isinstance(part, ast.Constant))
        yield from (str(part.value) for part in parts)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        for element in node.elts:
            yield from literals(element)
    elif isinstance(node, ast.Call) and called(node) == "format":
        yield from literals(node.func.value)  # type: ignore[attr-defined]


def untranslated(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in SHOWING:
            arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
            words = [word for argument in arguments for word in literals(argument)]
            found += [
                word
                for word in words
                if sum(map(str.isalpha, word)) > 1 and not SAME_EVERYWHERE.fullmatch(word.strip())
            ]
    return found


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Ready")',
        'QLabel("Ready")',
        'menu.addAction(f"{count} files")',
        'view.setAccessibleName("Picture" if a else self.tr("Pictures"))',
        'x.setToolTip("Open {}".format(name))',
        'heads.setHeaderLabels(["Picture", self.tr("Becomes")])',
        'Notice("Saved", Tone.GOOD)',
    ],
)
def test_planted_strings_are_found(source: str) -> None:
    assert untranslated(source)


def test_the_helpers_that_show_a_text_exist() -> None:
    assert [name for name in HELPERS if not callable(getattr(controls, name, None))] == []


def test_every_visible_string_goes_through_tr() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): words
        for path in FILES
        if (words := untranslated(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def spelt_out(source: str) -> list[str]:
    """Numbers with decimals that do not ask for the language's decimal point."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        if re.search(r"(\.([1-9]|\{).*[fge%]|[g%])'$", ast.unparse(node.format_spec))
    ]


@pytest.mark.parametrize(
    "source", ['f"{seconds:.1f} s"', 'f"{share:.{digits}f}"', 'f"{low:g}"', 'f"{share:.1%}"']
)
def test_planted_numbers_are_found(source: str) -> None:
    assert spelt_out(source)


def test_every_number_asks_for_the_decimal_point_of_the_language() -> None:
    """Only ``format_number`` may format floats; files and console output are in English."""
    english = [ROOT / "desktop_app" / package for package in ("imaging", "cli")]
    formatter = ROOT / "desktop_app" / "i18n" / "formatting.py"
    found = {
        path.relative_to(ROOT).as_posix(): numbers
        for path in FILES
        if not any(package in path.parents for package in english)
        if path != formatter and (numbers := spelt_out(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def translations(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the context and the source text of each string as Qt looks for them while running.

    A method's context is its class; a function names it. Where a text is no plain literal, which Qt's
    tool cannot find, the source is empty.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    owner: dict[ast.AST, str] = {}
    for kind in ast.walk(tree):
        if isinstance(kind, ast.ClassDef):
            owner |= dict.fromkeys(ast.walk(kind), kind.name)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        words = [part.value if isinstance(part, ast.Constant) else "" for part in node.args]
        match ast.unparse(node.func), words:
            case "self.tr", [str(text), *_]:
                yield owner.get(node, ""), text
            case (("translate" | "QCoreApplication.translate"), [str(context), str(text), *_]):
                if context:  # or a translator's, which knows it
                    yield context, text
            case "QT_TRANSLATE_NOOP", [str(context), str(text)]:
                yield context, text
            case "translator", [str(context)]:
                yield context, ""
            case (("tr" | "self._tr" | "window.tr" | "self._window.tr"), _):
                yield "", ast.unparse(node)


def test_qts_tool_finds_each_string_in_its_context(tmp_path: Path) -> None:
    listed = {found for path in SOURCES for found in translations(path)}
    wanted = {(context, text) for context, text in listed if text}
    assert len(wanted) > 150
    # A text that comes from elsewhere has been marked there.
    assert {context for context, text in listed if not text} <= {context for context, _ in wanted}
    target = tmp_path / "clearmark_de.ts"
    update([target])
    found = {(message.context, message.source) for message in messages(target)}
    assert wanted - found == set()
    assert found - wanted == set()
