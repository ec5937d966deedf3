"""Entries: only the session writes to them, and only a verification of the present result counts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Source
from desktop_app.domain.verification import VerifyRequest, verify
from desktop_app.imaging.picture import Picture
from desktop_app.queue.session import Session
from tests.queue.session_driver import wait_for

CODE = Path(__file__).parents[2] / "desktop_app"
WRITERS = {CODE / "queue" / "session.py", CODE / "domain" / "entry.py"}


def written(path: Path) -> Iterator[str]:
    """Attributes of an entry that a file assigns to, with the name of the variable."""
    names = {field.name for field in fields(Entry)}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and node.attr in names
            and ast.unparse(node.value) not in {"self", "self._settings"}
        ):
            yield ast.unparse(node)


def test_only_the_session_writes_an_entry() -> None:
    others = {path: list(written(path)) for path in CODE.rglob("*.py") if path not in WRITERS}
    assert {str(path): found for path, found in others.items() if found} == {}
    assert "entry.job" in set(written(CODE / "queue" / "session.py"))  # the search works


def test_a_judgement_of_an_earlier_result_tells_only_of_the_network(
    qtbot: QtBot, session: Session, sources: list[Source]
) -> None:
    session.open(sources[:1])
    (entry,) = session.entries
    wait_for(qtbot, entry, EntryState.DONE)
    assert entry.opened is not None
    assert entry.restored is not None
    assert entry.result is not None
    verified = entry.result.picture
    checking = VerifyRequest(entry.job, entry.opened.picture, entry.restored, verified)
    verification = verify(checking, lambda *_: None)
    later = Picture(np.zeros_like(verified.rgb))
    assert not session.note_verification(entry, later, verification)
    assert entry.drifts is verification.drifts
    assert entry.verification is None
    assert session.note_verification(entry, verified, verification)
    assert entry.verification is verification
