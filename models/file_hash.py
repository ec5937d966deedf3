"""The hash that tells files apart. Importing this module does not import torch."""

import hashlib
from pathlib import Path

from models.regular_file import open_regular_file

_CHUNK = 2**18  # bytes


def hash_file(path: Path) -> str:
    """Compute the SHA-256 of a file, in lower-case hexadecimal.

    Raises:
        OSError: It cannot be read, or is a folder, a pipe or a device.
    """
    with open_regular_file(path) as file:
        digest = hashlib.sha256()
        while data := file.read(_CHUNK):
            digest.update(data)
    return digest.hexdigest()
