"""Fixtures for tests of imaging: a folder whose permissions also apply to root."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_NOBODY = 65534


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """Yield an empty folder, and drop root's rights for the test.

    Permissions do not apply to root, and containers run everything as root.
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
