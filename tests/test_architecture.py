"""The tree is what ARCHITECTURE.md says, no name means two things, and the pages name what exists."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]

PROGRAM = ("desktop_app", "models")
OWN_TESTS = {"tests", "tests/window", "tests/benchmarks", "tests/tools"}
"""Packages of the tests that mirror no package of the product."""

MOST_LINES = 400
MOST_ROOT_FILES = 10

SHARED_NAMES = {
    "about": "the pane and its controller",
    "cli": "a command line each, of the program and of the corpus",
    "fine_tune": "the user's task, as a controller and as what it runs",
    "inspection": "the look inside a run, as data and as what computes it",
    "queue": "the queue and its controller",
}
"""Names of modules and packages that stand in two places and mean the same in both."""

PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")
FILE_ENDINGS = (".py", ".md", ".toml", ".txt", ".json", ".qss", ".ts", ".png", ".jpg", ".svg")
EXAMPLES = {"clearmark_pt.ts"}
"""Files that the pages name and that do not exist."""

TRAINING_PAGES = tuple(
    f"models/training/{name}.md" for name in ("README", "ADAPTING", "EXPERIMENTS")
)
FOREIGN_NAMES = {
    "QFontMetrics": "a class of Qt that no code needs",
    "ABRT": "a signal of the system",
    "QT_FATAL_WARNINGS": "an environment variable of Qt",
    "cProfile": "a module of Python, for profiling",
    "dump_traceback_later": "a function of Python's faulthandler",
    "xdist_group": "a mark of pytest-xdist",
    "has_": "how names begin",
    "can_": "how names begin",
    "keeps_": "how names begin",
    "PATTERNS": "a placeholder in a command",
    "PACK": "a placeholder in a command",
    "OUT": "a placeholder in a command",
    "RUN": "a placeholder in a command",
}
"""Names on the pages that are not ours, each with what it is."""


def python_files(*folders: str) -> Iterator[Path]:
    """All Python files below some folders, relative to the repository."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT)


def packages(*folders: str) -> set[str]:
    """All packages below some folders, those folders themselves included."""
    return {path.parent.as_posix() for path in python_files(*folders) if path.name == "__init__.py"}


def listed_packages() -> dict[str, str]:
    """The packages that ARCHITECTURE.md lists, and the layer in which each is said to be."""
    rows = re.findall(r"^\| `([\w/]+)/` \| *(\d*) *\|", ARCHITECTURE, re.MULTILINE)
    assert len(rows) == len(dict(rows)), "a package is listed twice"
    return dict(rows)


def listed_root_files() -> dict[str, str]:
    """The modules at the root of desktop_app that ARCHITECTURE.md lists, and their layers."""
    row = re.search(r"^\| `desktop_app/` \|.*$", ARCHITECTURE, re.MULTILINE)
    assert row is not None
    return dict(re.findall(r"`(\w+)` \((\d+)\)", row[0]))


def layer_numbers(container: str) -> dict[str, str]:
    """The layer of each name below a package, from its layers contract; 1 is the top."""
    layers = next(
        contract["layers"]
        for contract in CONTRACTS
        if contract["type"] == "layers" and contract["containers"] == [container]
    )
    return {
        name: str(number)
        for number, layer in enumerate(layers, start=1)
        for name in layer.split(" | ")
    }


def repeated(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Of (name, place) those names that stand in more than one place, with all their places."""
    places: dict[str, list[str]] = {}
    for name, place in names:
        places.setdefault(name, []).append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


# --- packages -------------------------------------------------------------------------------------


def test_the_packages_listed_are_those_of_the_tree() -> None:
    listed = {package for package in listed_packages() if not package.startswith("tests")}
    assert listed == packages(*PROGRAM)


def test_the_tests_mirror_the_packages() -> None:
    mirrored = {f"tests/{package.removeprefix('desktop_app/')}" for package in packages(*PROGRAM)}
    assert packages("tests") == OWN_TESTS | mirrored - {"tests/desktop_app"}
    listed = {package for package in listed_packages() if package.startswith("tests")}
    assert listed == OWN_TESTS


def test_the_layers_listed_are_those_of_the_contracts() -> None:
    for container in ("desktop_app", "models.training"):
        folder = container.replace(".", "/")
        listed = {
            package.removeprefix(f"{folder}/"): layer
            for package, layer in listed_packages().items()
            if layer and package.startswith(f"{folder}/")
        }
        if container == "desktop_app":
            listed |= listed_root_files()
        assert listed == layer_numbers(container)


def test_the_root_of_desktop_app_is_small_and_listed() -> None:
    files = {path.stem for path in (ROOT / "desktop_app").glob("*.py")}
    assert files == {"__init__", *listed_root_files()}
    assert len(files) <= MOST_ROOT_FILES


def test_no_file_of_the_product_is_too_long() -> None:
    files = [*python_files(*PROGRAM, "installer"), Path("dev.py")]
    lengths = {
        path.as_posix(): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in files
    }
    too_long = {path: length for path, length in lengths.items() if length > MOST_LINES}
    assert not too_long


# --- names ----------------------------------------------------------------------------------------


def test_no_two_modules_share_a_name() -> None:
    modules = [(path.stem, path.as_posix()) for path in python_files(*PROGRAM)]
    names = [(name, path) for name, path in modules if name != "__init__"]
    names += [(Path(package).name, package) for package in packages(*PROGRAM)]
    assert repeated(names).keys() == SHARED_NAMES.keys()


def test_no_two_classes_share_a_name() -> None:
    classes = (
        (node.name, path.as_posix())
        for path in python_files(*PROGRAM)
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert not repeated(classes)


# --- what the pages name --------------------------------------------------------------------------


def quoted(page: str) -> list[str]:
    """The words in backticks of a page, outside its blocks of code."""
    text = re.sub(r"^```.*?^```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.M | re.S)
    # What begins with ~ or % lies in a folder of the user.
    spans = [words for words in re.findall(r"`([^`]+)`", text) if words[0] not in "~%"]
    return [word for words in spans for word in words.split()]


def is_path(word: str) -> bool:
    """Whether a word looks like a path in this repository."""
    if not re.fullmatch(r"(?!\.venv)[\w.<>*-]+(/[\w.<>*-]*)*", word):
        return False
    return "/" in word or (word.endswith(FILE_ENDINGS) and word not in FILE_ENDINGS)


def exists(word: str) -> bool:
    """Whether a path, or a pattern with ``*`` or ``<name>``, matches a file or folder of this repository.

    It is looked for from the root and from desktop_app; a bare name anywhere in what is committed.
    """
    pattern = re.sub(r"<\w+>", "*", word).rstrip("/")
    if word in EXAMPLES or any(any(base.glob(pattern)) for base in (ROOT, ROOT / "desktop_app")):
        return True
    folders = (*PROGRAM, "tests", "resources", "installer")
    return "/" not in word and any(any((ROOT / folder).rglob(pattern)) for folder in folders)


def is_defined(module: str) -> bool:
    """Whether a dotted name is a package, a module, or a name that stands in a module."""
    path = ROOT / module.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    file = path.parent.with_suffix(".py")
    return file.is_file() and re.search(rf"\b{path.name}\b", file.read_text("utf-8")) is not None


@pytest.mark.parametrize("page", PAGES)
def test_the_paths_in_a_page_exist(page: str) -> None:
    words = quoted(page)
    missing = [word for word in words if is_path(word) and not exists(word)]
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    missing += [link for link in links if not (ROOT / link).exists()]
    modules = [word for word in words if re.fullmatch(r"(desktop_app|models|tests)(\.\w+)+", word)]
    missing += [module for module in modules if not is_defined(module)]
    assert not missing


def written_names(*folders: str) -> set[str]:
    """All words of the code below some folders, without comments, docstrings and this file."""
    names: set[str] = set()
    for path in python_files(*folders):
        if ROOT / path == Path(__file__):
            continue
        names.add(path.stem)
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                node.value.value = ""  # a docstring
            for _, value in ast.iter_fields(node):
                for word in value if isinstance(value, list) else [value]:
                    if isinstance(word, str):
                        names.update(re.findall(r"\w+", word))
    return names


@pytest.fixture(scope="module")
def code() -> set[str]:
    return written_names(*PROGRAM, "tests")


@pytest.mark.parametrize("page", [*PAGES, *TRAINING_PAGES])
def test_the_names_on_a_page_are_those_of_the_code(page: str, code: set[str]) -> None:
    names = {
        name
        for word in quoted(page)
        if not is_path(word)
        for name in re.findall(r"\b[A-Za-z]\w*", word)
        if re.search(r"[a-z][A-Z]|_|^[A-Z]+$", name)  # CamelCase, snake_case or a constant
    }
    assert names
    assert names - code <= FOREIGN_NAMES.keys()


def test_no_name_of_the_code_is_excused_as_foreign(code: set[str]) -> None:
    assert not code & FOREIGN_NAMES.keys()


def defined_names(path: Path) -> set[str]:
    """The classes, functions, constants and attributes that a file defines; imports do not count."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.add(node.attr)
    return names


def test_what_contributing_says_is_in_a_file_is_defined_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    places = re.findall(r"`(\w+)` (?:in|of) `([\w/]+\.py)`", re.sub(r"\s+", " ", text))
    places += re.findall(r"`(\w+)` \(`([\w/]+\.py)`\)", re.sub(r"\s+", " ", text))
    assert len(places) > 8
    strays = []
    for name, place in places:
        files = [base / place for base in (ROOT, ROOT / "desktop_app")]
        files += [path for path in (ROOT / "tests").rglob(place) if "/" not in place]
        if not any(name in defined_names(path) for path in files if path.is_file()):
            strays.append((name, place))
    assert not strays


@pytest.mark.parametrize(
    ("word", "is_there"),
    [
        ("desktop_app/panels/", True),
        ("panels/workspace.py", True),
        ("panels/<name>_panel.py", True),
        ("resources/translations/*.ts", True),
        ("6-export.md", True),
        ("panels/rooms.py", False),
        ("desktop_app/errands.py", False),
        ("command_line/", False),
        ("cli.md", False),
    ],
)
def test_paths_that_went_away_are_noticed(word: str, is_there: bool) -> None:
    assert is_path(word)
    assert exists(word) is is_there


@pytest.mark.parametrize(
    ("module", "is_there"),
    [
        ("models.restorer.Restorer", True),
        ("tests.tools.make_help_pictures", True),
        ("desktop_app.engine", True),
        ("models.restorer.Sharpener", False),
        ("tests.make_help_pictures", False),
    ],
)
def test_modules_that_went_away_are_noticed(module: str, is_there: bool) -> None:
    assert is_defined(module) is is_there
