"""Translates errors of torch into those of the program."""

from collections.abc import Iterator
from contextlib import contextmanager

from models.device_info import DeviceInfo
from models.devices import is_device_lost, is_out_of_memory
from models.errors import DeviceError, OutOfMemoryError
from models.sentences import QT_TRANSLATE_NOOP


@contextmanager
def translated_errors(device: DeviceInfo) -> Iterator[None]:
    """Translate errors of torch inside the block into ``OutOfMemoryError`` and ``DeviceError``."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        raise translate_error(error, device) from error


def translate_error(error: BaseException, device: DeviceInfo) -> Exception:
    """Return the error to raise instead of one from torch."""
    if is_out_of_memory(error):
        text = QT_TRANSLATE_NOOP(
            "Sentences", "There is not enough memory on {device}; please close other programs."
        )
        if device.name != "cpu":
            text = QT_TRANSLATE_NOOP(
                "Sentences",
                "There is not enough memory on {device}; please close other programs, or choose the CPU.",
            )
        return OutOfMemoryError(text, device=device.title)
    if is_device_lost(error):
        text = QT_TRANSLATE_NOOP(
            "Sentences", "{device} stopped working; please choose the CPU, or restart the program."
        )
        return DeviceError(text, device=device.title)
    return error if isinstance(error, Exception) else RuntimeError(str(error))
