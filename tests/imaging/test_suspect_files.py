"""Files that may take very long or very much memory are decoded in a process that can be ended."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import struct
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin

from desktop_app.imaging import decoding, reading
from desktop_app.imaging.decoding import decode, is_suspect
from desktop_app.imaging.reading import decode_picture
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.paths import SAMPLES
from models.progress import Cancelled


def plain_ppm(side: int = 320) -> bytes:
    """A picture whose numbers are written as text, over a megabyte."""
    pixels = np.random.default_rng(0).integers(100, 256, (side, side, 3))
    return f"P3 {side} {side} 255\n{' '.join(map(str, pixels.ravel()))}".encode()


def png(image: Image.Image) -> bytes:
    image.save(file := io.BytesIO(), "PNG")
    return file.getvalue()


def tiff_of_pages(count: int) -> bytes:
    """A TIFF whose pages all show the same black pixel."""
    tags = ((256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (278, 1), (279, 1))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    size = 2 + len(entries) + 4
    offsets = [*(12 + number * size for number in range(1, count)), 0]
    pages = b"".join(struct.pack("<H", len(tags)) + entries + struct.pack("<I", n) for n in offsets)
    return b"II*\0" + struct.pack("<I", 12) + b"\0\0\0\0" + pages


def end_without_answer(_request: object) -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


# --- which files


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_usual_files_are_decoded_here(sample: Path) -> None:
    assert not is_suspect(sample.read_bytes())


def test_a_large_page_of_one_colour_is_usual_and_a_bomb_is_not() -> None:
    assert not is_suspect(png(Image.new("RGB", (4096, 4096))))
    assert is_suspect(png(Image.new("1", (8000, 8000))))


def test_text_many_frames_and_large_resources_are_suspect() -> None:
    assert is_suspect(plain_ppm())
    assert not is_suspect(plain_ppm(20))
    assert is_suspect(b"GIF89a" + bytes(2**24))
    header = b"8BPS" + bytes(22) + struct.pack(">I", 6) + bytes(6)
    assert is_suspect(header + struct.pack(">I", 2**23))
    assert not is_suspect(header + struct.pack(">I", 2**12))


# --- the process


def test_a_suspect_file_gives_the_same_picture() -> None:
    data = plain_ppm()
    picture, expected = decode_picture(data, "a.ppm"), decode(data, "a.ppm")
    np.testing.assert_array_equal(picture.rgb, expected.rgb)
    assert (picture.format, picture.notes) == (expected.format, expected.notes)
    assert not multiprocessing.active_children()


def test_its_fault_is_told_in_the_same_sentence() -> None:
    data = plain_ppm()[:-400_000]
    with pytest.raises(ReadError) as here:
        decode(data, "a.ppm")
    with pytest.raises(ReadError) as there:
        decode_picture(data, "a.ppm")
    assert str(there.value) == str(here.value)
    assert there.value.args[0].values == {"name": "a.ppm"}  # it can be translated


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MAX_SECONDS", 0.0)
    with pytest.raises(ReadError, match=r"“a\.ppm” takes over two minutes to read"):
        decode_picture(plain_ppm(), "a.ppm")
    assert not multiprocessing.active_children()


def test_a_process_that_the_system_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_decode_or_explain", end_without_answer)
    with pytest.raises(ReadError, match="does not fit into the memory"):
        decode_picture(plain_ppm(), "a.ppm")


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        decode_picture(plain_ppm(), "a.ppm", lambda: True)
    assert not multiprocessing.active_children()


# --- here


def test_pages_are_counted_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow counts them all, in time that grows with the square of their number."""

    def count(image: TiffImagePlugin.TiffImageFile) -> int:
        assert image._n_frames is not None  # it has come to the end already
        return image._n_frames

    monkeypatch.setattr(TiffImagePlugin.TiffImageFile, "n_frames", property(count))
    (note,) = decode(tiff_of_pages(20_000), "a.tif").notes
    assert note == "Only the first of more than 1000 pages was read."
    (note,) = decode(tiff_of_pages(1000), "a.tif").notes
    assert note == "Only the first of its 1000 pages was read."


def test_one_picture_does_not_wait_for_another() -> None:
    data = png(Image.new("RGB", (8, 8)))
    with decoding._quiet_pillow:
        thread = threading.Thread(target=decode, args=(data, "a.png"))
        thread.start()
        thread.join(timeout=60)
    assert not thread.is_alive()


def test_what_does_not_fit_into_the_free_memory_is_not_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(available=12 * 99))
    with pytest.raises(ReadError, match="does not fit into the memory"):
        decode(png(Image.new("RGB", (10, 10))), "a.png")
    assert decode(png(Image.new("RGB", (9, 11))), "a.png").width == 9


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("std::bad_alloc")])
def test_little_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(decoding, "from_image", fail)
    with pytest.raises(ReadError, match="does not fit into the memory"):
        decode(png(Image.new("RGB", (8, 8))), "a.png")
