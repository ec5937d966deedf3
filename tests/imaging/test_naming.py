from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.imaging.naming import (
    DEFAULT_PATTERN,
    FIELDS,
    LONGEST_NAME,
    Collision,
    NameFields,
    NamePattern,
    NamingError,
    PlannedAction,
    numbered_names,
    plan_names,
    printable,
)

LOGO = NameFields(
    source=Path("in") / "logo.v2.png",
    scale=2,
    model="clearmark-small",
    width=384,
    height=176,
    number=7,
    date=date(2026, 1, 31),
)


DEVICES = {"CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9"}


def subject(folder: Path, name: str) -> NameFields:
    return replace(LOGO, source=folder / name)


# --- patterns -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (DEFAULT_PATTERN, "logo.v2-2x"),
        ("{number} {name}_{width}x{height}", "007 logo.v2_384x176"),
        ("{date}-{model}", "2026-01-31-clearmark-small"),
        ("Kunde Müller", "Kunde Müller"),
    ],
)
def test_fields_are_filled(text: str, name: str) -> None:
    assert NamePattern(text).fill(LOGO) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{nom}", "There is no field {nom}"),
        ("{name:>9}", "There is no field {name:>9}"),
        ("{}", "There is no field {}"),
        ("{name", "brace"),
        ("name}", "brace"),
        ("{{name}}", "brace"),
        ("", "empty"),
        (" . ", "empty"),
        ("a/{name}", "“/”"),
        ("a\\{name}", "“\\”"),
        ("{name}?", "“?”"),
        ("{scale}:1", "“:”"),
        ("{name}\t", "a control character"),
    ],
)
def test_patterns_that_make_no_sense(text: str, words: str) -> None:
    with pytest.raises(NamingError) as caught:
        NamePattern(text)
    assert words in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("source", "pattern", "name"),
    [
        ("con.png", "{name}", "con_"),
        ("COM1.v2.png", "{name}", "COM1_.v2"),
        ("aux.png", "{name}-{scale}x", "aux-2x"),
        ("lpt².png", "{name}", "lpt²_"),
        ("console.png", "{name}", "console"),
        ("logo .png", "{name}", "logo"),
        (" logo...png", "{name}", "logo"),
        ('Logo: "final"?.png', "{name}", "Logo_ _final__"),
        ("a\nb.png", "{name}", "a_b"),
        ("logo.png", ".{name}", ".logo"),
    ],
)
def test_names_that_some_system_would_refuse(source: str, pattern: str, name: str) -> None:
    assert NamePattern(pattern).fill(replace(LOGO, source=Path(source))) == name


def test_a_long_name_is_cut_so_that_the_rest_of_the_pattern_stays() -> None:
    long = replace(LOGO, source=Path("ü" * 200 + ".png"))
    (plan,) = plan_names(
        [long], NamePattern("{name}-{scale}x"), Path("out"), endings=(".receipt.json",)
    )
    assert plan.path.name.endswith("ü-2x.receipt.json")
    assert LONGEST_NAME - 1 <= len(plan.path.name.encode()) <= LONGEST_NAME
    constant = NamePattern("x" * 300).fill(LOGO)
    assert constant == "x" * LONGEST_NAME


@given(
    st.sampled_from(sorted(DEVICES)) | st.text(st.characters(exclude_characters="/\0"), min_size=1),
    st.lists(st.sampled_from([*(f"{{{field}}}" for field in FIELDS), "-", " ", "."]), min_size=1),
)
def test_every_name_suits_every_system(stem: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip(" ."):
        return
    (plan,) = plan_names([subject(Path("in"), stem + ".png")], NamePattern(text), Path("out"))
    name = plan.path.name
    assert plan.path.parent == Path("out")
    assert len(name.encode("utf-8", "surrogatepass")) <= LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(letter) >= 32 for letter in name)
    assert name.partition(".")[0].strip().upper() not in DEVICES


def test_numbers_never_make_a_name_too_long() -> None:
    names = numbered_names("x" * 255)
    first, second = next(names), next(names)
    assert (len(first), len(second)) == (255, 255)
    assert second.endswith("x (2)")


# --- a batch --------------------------------------------------------------------------------------


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    plans = plan_names([subject(tmp_path, "a.png")], NamePattern("{name}"), folder)
    assert [plan.path for plan in plans] == [folder / "a.png"]
    assert not folder.exists()


@pytest.mark.parametrize("collision", Collision)
def test_sources_that_want_one_name_all_get_their_own(tmp_path: Path, collision: Collision) -> None:
    """Even if names differ only in case, or in how an accent is stored."""
    names = ["logo.png", "logo.gif", "LOGO.jpg", "caf\u00e9.png", "cafe\u0301.jpg"]
    plans = plan_names(
        [subject(tmp_path, name) for name in names], NamePattern("{name}-2x"), tmp_path, collision
    )
    assert [plan.path.name for plan in plans] == [
        "logo-2x.png",
        "logo-2x (2).png",
        "LOGO-2x (3).png",
        "caf\u00e9-2x.png",
        "cafe\u0301-2x (2).png",
    ]
    assert {plan.action for plan in plans} == {PlannedAction.CREATE}
    assert [plan.is_numbered for plan in plans] == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("collision", "name", "action"),
    [
        (Collision.NUMBER, "logo-2x (2).png", PlannedAction.CREATE),
        (Collision.SKIP, "logo-2x.png", PlannedAction.SKIP),
        (Collision.OVERWRITE, "logo-2x.png", PlannedAction.REPLACE),
    ],
)
def test_files_that_exist(
    tmp_path: Path, collision: Collision, name: str, action: PlannedAction
) -> None:
    (tmp_path / "logo-2x.png").touch()
    (plan,) = plan_names(
        [subject(tmp_path, "logo.png")], NamePattern("{name}-2x"), tmp_path, collision
    )
    assert (plan.path.name, plan.action) == (name, action)


def test_no_result_gets_the_name_of_a_source(tmp_path: Path) -> None:
    sources = [subject(tmp_path, name) for name in ("logo.png", "logo-2x.png")]
    for source in sources:
        source.source.touch()
    plans = plan_names(sources, NamePattern("{name}-2x"), collision=Collision.OVERWRITE)
    assert [plan.path.name for plan in plans] == ["logo-2x (2).png", "logo-2x-2x.png"]


def test_what_is_written_beside_a_result_has_to_be_free_too(tmp_path: Path) -> None:
    (tmp_path / "logo-sheet.png").touch()
    (plan,) = plan_names(
        [subject(tmp_path, "logo.jpg")],
        NamePattern("{name}"),
        tmp_path,
        endings=(".png", "-sheet.png"),
    )
    assert plan.path.name == "logo (2).png"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.png", "a?b.png"),
        ("\x1b[31mred.png", "?[31mred.png"),
        ("photo\u202egnp.exe", "photo?gnp.exe"),  # would be shown as photoexe.png
        ("\udcff.png", "?.png"),
        ("全角\u3000スペース.png", "全角\u3000スペース.png"),
        ("10\u00a0%.png", "10\u00a0%.png"),
        ("👩\u200d🎨.png", "👩\u200d🎨.png"),
    ],
)
def test_a_name_is_shown_without_what_steers_a_terminal_or_turns_it_round(
    name: str, shown: str
) -> None:
    assert printable(name) == shown
