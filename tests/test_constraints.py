"""constraints.txt pins every package, and pyproject.toml allows what it pins."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev

PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins() -> dict[str, str]:
    """Read the pinned version of each package, by its canonical name."""
    found: dict[str, str] = {}
    for line in dev.CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            match = re.fullmatch(r"([\w.-]+)==([\w.]+)(; .+)?", line)
            assert match is not None, f"not an exact, plain version: {line}"
            found[canonicalize_name(match[1])] = match[2]
    return found


def test_everything_installed_is_pinned_at_its_version() -> None:
    """This covers the packages that the program and its tests require, also indirectly."""
    extras = PROJECT["optional-dependencies"]
    waiting = [Requirement(text) for text in [*PROJECT["dependencies"], *extras["test"]]]
    seen: set[str] = set()
    pinned = pins()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name == "clearmark":  # an extra that includes another one: clearmark[train]
            waiting += [Requirement(text) for extra in requirement.extras for text in extras[extra]]
            continue
        is_needed = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if name in seen or not is_needed:
            continue
        seen.add(name)
        # torch itself requires the CUDA packages by exact version.
        if name.startswith(("nvidia-", "triton", "cuda-")):
            continue
        installed = distribution(requirement.name)
        assert pinned[name] == installed.version.partition("+")[0], name
        waiting += [Requirement(text) for text in installed.requires or ()]
    assert "torch" in seen


def test_every_direct_dependency_is_pinned() -> None:
    """This includes extras that are not installed here."""
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    for text in [text for group in groups for text in group]:
        requirement = Requirement(text)
        name = canonicalize_name(requirement.name)
        assert name == "clearmark" or requirement.specifier.contains(pins()[name]), text


def test_torch_is_the_version_that_was_asked_for() -> None:
    assert pins()["torch"] == "2.13.0"


def test_pins_that_are_not_for_this_system_or_task_may_be_absent() -> None:
    """A constraint installs nothing; only installed packages have to match it."""
    for name, version in pins().items():
        try:
            found = distribution(name).version
        except PackageNotFoundError:
            continue
        assert found.partition("+")[0] == version, name
