"""Every sentence of the models that can reach the user is marked for translation."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from models.errors import CheckpointError, DeviceError, OutOfMemoryError, TranslatableError
from models.registry import MODELS
from tests.tools.update_translations import ROOT, SOURCES

FILES = [path for path in SOURCES if (ROOT / "models") in path.parents]
FAILURES = {
    kind.__name__ for kind in (TranslatableError, CheckpointError, DeviceError, OutOfMemoryError)
}


def calls(tree: ast.Module, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
            yield node


def marked(tree: ast.Module) -> set[str]:
    """The texts that Qt's tool finds for ``desktop_app.i18n.formatting.translated``."""
    return {
        call.args[1].value
        for call in calls(tree, "QT_TRANSLATE_NOOP")
        if ast.unparse(call.args[0]) == "'Sentences'"
        if isinstance(call.args[1], ast.Constant) and isinstance(call.args[1].value, str)
    }


def unmarked(tree: ast.Module) -> list[str]:
    """The texts of errors that do not come from a variable of marked texts."""
    values: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                values.setdefault(ast.unparse(target), []).append(node.value)
    good = {
        name
        for name, assigned in values.items()
        if all(
            ast.unparse(value).startswith("QT_TRANSLATE_NOOP('Sentences', ") for value in assigned
        )
    }
    texts = [ast.unparse(call.args[0]) for call in calls(tree, *FAILURES)]
    return [text for text in texts if text not in good]


@pytest.mark.parametrize(
    "source",
    [
        "raise DeviceError('It stopped.')",
        "raise CheckpointError(f'{path} is missing.')",
        "text = 'It stopped.'\nraise DeviceError(text)",
        "text = QT_TRANSLATE_NOOP('Advice', 'It stopped.')\nraise DeviceError(text)",
    ],
)
def test_planted_sentences_are_found(source: str) -> None:
    assert unmarked(ast.parse(source))


def test_every_failure_is_told_in_a_marked_sentence() -> None:
    trees = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
    assert sum(len(list(calls(tree, *FAILURES))) for tree in trees.values()) >= 10
    assert {name: found for name, tree in trees.items() if (found := unmarked(tree))} == {}
    assert {model.summary for model in MODELS} <= marked(trees["registry.py"])


def test_every_failure_is_known_here() -> None:
    assert {kind.__name__ for kind in TranslatableError.__subclasses__()} == FAILURES - {
        TranslatableError.__name__
    }


def test_a_failure_keeps_its_sentence_and_what_is_in_it() -> None:
    failure = DeviceError("“{name}” stopped.", name="{gpu}")
    assert str(failure) == "“{gpu}” stopped."
    assert failure.text.format(**failure.values) == "“{gpu}” stopped."
