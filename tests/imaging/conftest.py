from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_NOBODY = 65534


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """An empty folder, and only the rights of its owner, even if the administrator runs the tests.

    Permissions do not bind the administrator, and containers run everything as one.
    """
    if not hasattr(os, "seteuid"):
        pytest.skip("this system has other permissions")
    with tempfile.TemporaryDirectory() as name:
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(name, _NOBODY, _NOBODY)
            os.seteuid(_NOBODY)
        try:
            yield Path(name)
        finally:
            if is_root:
                os.seteuid(0)
            Path(name).chmod(0o700)
