"""The console: a progress bar on terminals only, and only characters that the terminal has."""

from __future__ import annotations

import io

import pytest

from desktop_app.cli.console import BAR_WIDTH, Console


class Terminal(io.StringIO):
    """A stream that claims to be a terminal; ``screen`` is what is visible of its last line."""

    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> str:
        line: list[str] = []
        column = 0
        for letter in self.getvalue().rpartition("\n")[2]:
            if letter == "\r":
                column = 0
                continue
            line[column : column + 1] = [letter]
            column += 1
        return "".join(line).rstrip()


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_the_bar_fills_and_is_wiped() -> None:
    err, out = Terminal(), io.StringIO()
    console = Console(out, err)
    console.progress("logo.png", 1, 4, 2.0)
    assert err.screen == f"logo.png  {'█' * 6}{'░' * 18}  25 %  6 s left"
    console.progress("logo.png", 4, 4, 8.0)
    assert err.screen == f"logo.png  {'█' * BAR_WIDTH} 100 %"
    console.print_line("done")
    assert err.screen == ""
    assert out.getvalue() == "done\n"


def test_before_the_first_step_only_the_title_is_drawn() -> None:
    err = Terminal()
    Console(io.StringIO(), err).progress("logo.png", 0, 4, 0.0)
    assert err.screen == "logo.png"


def test_the_bar_is_not_drawn_more_often_than_anyone_can_see() -> None:
    err = Terminal()
    console = Console(io.StringIO(), err)
    for done in range(1, 1000):
        console.progress("logo.png", done, 1000, 1.0)
    assert err.getvalue().count("\r") < 100


def test_a_long_name_never_breaks_the_line() -> None:
    err = Terminal()
    console = Console(io.StringIO(), err)
    console.progress("標" * 100 + ".png", 1, 2, 1.0)
    assert len(err.screen) + err.screen.count("標") < 80
    assert "... " in err.screen
    assert "50 %" in err.screen


def test_line_breaks_and_escapes_in_names_are_never_sent() -> None:
    out, err = io.StringIO(), Terminal()
    console = Console(out, err)
    console.print_line("a\nb\x1b[31m\u202e.png → c")
    console.print_error("clearmark: a\rb.png")
    console.progress("a\n\x1b]0;b", 0, 1, 0.0)
    assert out.getvalue() == "a?b?[31m?.png → c\n"
    assert err.getvalue() == "clearmark: a?b.png\na??]0;b"


def test_without_a_terminal_there_is_no_bar() -> None:
    err = io.StringIO()
    Console(io.StringIO(), err).progress("logo.png", 1, 2, 1.0)
    assert err.getvalue() == ""


def test_complaints_go_to_the_other_stream() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err)
    console.print_error("no such file")
    assert (out.getvalue(), err.getvalue()) == ("", "no such file\n")


def test_for_programs_people_are_told_elsewhere() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err, is_json=True)
    console.print_line("logo.png → ...")
    console.print_json({"result": "縞.png"})
    assert err.getvalue() == "logo.png → ...\n"
    assert out.getvalue() == '{"result": "\\u7e1e.png"}\n'
    Console(out, err).print_json({"result": "nobody reads this"})
    assert out.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "a → b, 2 × 3: “ж”\n".encode()),
        ("cp1252", 'a -> b, 2 x 3: "?"\n'.encode("cp1252")),
        ("ascii", b'a -> b, 2 x 3: "?"\n'),
    ],
)
def test_letters_the_encoding_lacks(encoding: str, written: bytes) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    Console(stream, io.StringIO()).print_line("a → b, 2 × 3: “ж”")
    assert stream.buffer.read() == b""
    stream.buffer.seek(0)
    assert stream.buffer.read() == written


def test_a_program_without_a_console_stays_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """This is the case in the window's program on Windows, where both streams are None."""
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    console = Console()
    console.print_line("anything")
    console.print_error("anything")
    console.progress("anything", 1, 2, 1.0)
