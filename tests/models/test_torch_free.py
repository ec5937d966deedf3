"""The modules of ``models`` that the program imports at start-up do not import torch."""

from __future__ import annotations

import subprocess
import sys

import pytest


def modules_after(module: str) -> set[str]:
    """The modules loaded in a new Python after importing one."""
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "device_info",
        "enlarge",
        "errors",
        "network_info",
        "progress",
        "registry",
        "regular_file",
        "scales",
        "sentences",
        "srgb",
        "tiling",
    ],
)
def test_it_does_not_import_torch(module: str) -> None:
    assert "torch" not in modules_after(f"models.{module}")


def test_the_restorer_does() -> None:
    assert "torch" in modules_after("models.restorer")
