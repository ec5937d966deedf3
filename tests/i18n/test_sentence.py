"""Sentences are English strings, and say themselves in another language where they are shown."""

from __future__ import annotations

import errno
import pickle
from pathlib import Path

from desktop_app.i18n.sentence import Sentence
from desktop_app.imaging.file_system import write_failure

GERMAN = {
    "“{name}” was not written: {reason}.": "„{name}“ wurde nicht geschrieben: {reason}.",
    "the disk is full": "der Datenträger ist voll",
}


def test_a_sentence_within_a_sentence_is_translated_too(tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    sentence = write_failure("a.png", full, tmp_path / "a.png")
    assert sentence == "“a.png” was not written: the disk is full."
    told = sentence.translated(lambda text, **values: GERMAN[text].format(**values))
    assert told == "„a.png“ wurde nicht geschrieben: der Datenträger ist voll."


def test_it_comes_whole_out_of_another_process() -> None:
    sentence = Sentence("“{word}” is no name.", word="{name}")
    copy = pickle.loads(pickle.dumps(sentence))
    assert copy == "“{name}” is no name."
    assert (
        copy.translated(lambda _text, **values: "{word}: kein Name".format(**values))
        == "{name}: kein Name"
    )
