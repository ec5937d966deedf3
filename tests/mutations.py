"""Mutations of files, as a damaged disk, another version or somebody with an editor might leave it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2.0, 3, 255.5, 10**30, 10**400, -1e300, float("inf"), float("nan")),
    *("", " ", "..", "../../x", "/dev/zero", "\0", "\ud800", "2", "𝔸" * 3),
    *([], {}, [[]], [None], {"": None}, [1, 2, 3, 4], ["a"]),
)
NESTED = ("[" * 200_000, '{"a":' * 200_000, "[" * 900 + "]" * 900)


def mutations(data: bytes, count: int, *, is_json: bool = True) -> Iterator[bytes]:
    """Yield mutations of a file, always the same ones.

    Of JSON, half of them are still JSON, with a value replaced, left out or added; the others have other
    bytes.

    Args:
        data: The file.
        count: How many to yield.
        is_json: Whether the file is JSON.
    """
    chance = random.Random(0)
    yield from (b"", b"\xff\xfe", b"null", data[: len(data) // 2], data + data)
    yield from (text.encode() for text in NESTED)
    for number in range(count):
        yield (
            _changed_bytes(data, chance)
            if number % 2 or not is_json
            else _changed_value(data, chance)
        )


def _changed_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        place = chance.randrange(len(changed))
        if chance.random() < 0.3:
            del changed[place : place + chance.randrange(1, 40)]
            changed = changed or bytearray(b" ")
        else:
            changed[place] = chance.choice((chance.randrange(256), *b'{}[]",:0-e\\'))
    return bytes(changed)


def _changed_value(data: bytes, chance: random.Random) -> bytes:
    value = json.loads(data)
    for _ in range(chance.choice((1, 1, 2))):
        places = list(_places(value))
        if not places:
            break
        holder, key = chance.choice(places)
        odd = deepcopy(chance.choice(ODD_VALUES))
        match chance.randrange(6):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[chance.choice(("surprise", "network", "radius"))] = odd
            case 2 if isinstance(holder, list):
                holder.append(odd)
            case _:
                holder[key] = odd
    return json.dumps(value).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 (JSON)
    """Yield each list or dictionary of JSON with each of its indices or keys."""
    if isinstance(value, dict | list):
        for key, part in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from _places(part)
