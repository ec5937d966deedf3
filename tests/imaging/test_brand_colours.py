from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.imaging.brand_colours import nearest_brand_colour, parse_colours


@pytest.mark.parametrize(
    ("text", "colours"),
    [
        ("", ()),
        ("  \n ", ()),
        ("#0A84FF", ((10, 132, 255),)),
        ("0a84ff", ((10, 132, 255),)),
        ("#fa0", ((255, 170, 0),)),
        (
            "#000000, #FFF;e5e5ea\n#0A84FF",
            ((0, 0, 0), (255, 255, 255), (229, 229, 234), (10, 132, 255)),
        ),
        ("#fff #FFFFFF", ((255, 255, 255),)),
    ],
)
def test_colours_are_read_as_people_write_them(text: str, colours: object) -> None:
    assert parse_colours(text) == colours


@pytest.mark.parametrize("word", ["#12345", "red", "#gggggg", "##fff", "#1234567", "０a84ff"])
def test_what_is_no_colour_is_named(word: str) -> None:
    with pytest.raises(ValueError, match=f"“{word}” is not a colour: write six digits"):
        parse_colours(f"#ffffff, {word}")


def test_too_many_colours_are_refused() -> None:
    with pytest.raises(ValueError, match="33 colours; the limit is 32"):
        parse_colours(" ".join(f"#0000{n:02x}" for n in range(33)))


@pytest.mark.slow
@given(st.text(max_size=60))
def test_any_text_gives_colours_or_one_sentence(text: str) -> None:
    try:
        colours = parse_colours(text)
    except ValueError as error:
        assert str(error).endswith(".")  # noqa: PT017
    else:
        assert all(0 <= value <= 255 for colour in colours for value in colour)


def test_the_nearest_brand_colour_is_the_one_that_looks_nearest() -> None:
    brand = ((0, 0, 0), (10, 132, 255), (200, 0, 0))
    assert nearest_brand_colour((20, 120, 240), brand)[0] == (10, 132, 255)
    assert nearest_brand_colour((200, 0, 0), brand) == ((200, 0, 0), 0.0)
    with pytest.raises(ValueError, match="no brand colours"):
        nearest_brand_colour((0, 0, 0), ())
