"""Where output goes: plain and whole in a pipe, fitted on a terminal, quiet where nobody reads on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import COMMAND, in_pipe, invoke, on_terminal, run, start
from tests.documents.accounts import amount_columns, consistent_report, tab_separated

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[(?:\d;)*(?:3[0-7]|9[0-7])m")
STYLE = re.compile(r"\x1b\[[\d;]*m")
BOX_ART = re.compile("[\u2500-\u257f]")
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FIGURES = ("1.158.616", "106,2%", "1.178.695", "104,3%", "15,30", "15,37", "100,5%", "16,08", "95,6%")


@pytest.fixture(autouse=True)
def _in_a_folder_with_part_of_the_sample(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(part.parent)


@cache
def of_width(columns: int) -> str:
    """What a terminal of this width shows of an entry."""
    return on_terminal("show", "part.txt", "AC34852", columns=columns)


@pytest.mark.parametrize(
    "arguments", [("show", "part.txt", "AC34852", "OD10071"), ("tree", "part.txt"), ("find", "part.txt"), ("check", "part.txt")]
)
def test_a_pipe_gets_plain_text_whatever_the_width(arguments: tuple[str, ...]) -> None:
    written = in_pipe(*arguments, COLUMNS="20", TERM="xterm-256color").decode()
    assert written == invoke(*arguments).out
    assert ESCAPE not in written
    assert not BOX_ART.search(written)
    assert "…" not in written
    assert not re.search(r" $", written, re.M)


def test_a_terminal_gets_styles() -> None:
    assert COLOUR.search(of_width(100))


def test_no_color_is_honoured() -> None:
    shown = on_terminal("show", "part.txt", "AC34852", NO_COLOR="1")
    assert not COLOUR.search(shown)
    assert "AC34852" in shown


@pytest.mark.parametrize("columns", [200, 100, 80, 30])
def test_figures_are_never_cut(columns: int) -> None:
    shown = STYLE.sub("", of_width(columns))
    assert all(figure in shown.split() for figure in FIGURES)
    assert max(map(len, shown.splitlines())) <= max(columns, 80)


@pytest.mark.parametrize("columns", [200, 80])
def test_section_and_flow_are_not_broken(columns: int) -> None:
    written = STYLE.sub("", of_width(columns))
    shown = [line.rstrip() for line in written.splitlines()]
    if columns == 200:
        assert sum(line.startswith("Exploitatie Uitgaven ") for line in shown) == 1
        return
    assert max(map(len, shown)) <= 80
    at = shown.index("Exploitatie")
    assert [line.split()[0] for line in shown[at : at + 9]] == [
        part for section in ("Exploitatie", "Investering", "Financiering") for part in (section, "Uitgaven", "Ontvangsten")
    ]
    assert shown[at + 1].split() == ["Uitgaven", "1.158.616", "—", "106,2%", "1.178.695", "104,3%"]


@pytest.mark.parametrize(("columns", "lines"), [(80, 2), (160, 1)])
def test_titles_in_a_list_have_room(columns: int, lines: int) -> None:
    """Where they would be cut to a few letters, they have a line of their own."""
    shown = STYLE.sub("", on_terminal("find", "part.txt", "--text", "BGTS North Sea Port", columns=columns)).splitlines()
    assert len(shown) == lines
    assert max(map(len, shown)) <= columns
    title = next(line for line in shown if "Reguliere verankering" in line).partition("Reguliere")[2]
    assert len(title) > 50
    assert "Stopgezet, Onderzoek" in shown[-1]


def test_a_table_that_no_breaking_fits_to_the_terminal_is_left_to_it(tmp_path: Path) -> None:
    years = amount_columns(*(f"Raming {year}" for year in range(2026, 2034)))
    report = consistent_report(Random(1), magnitude=7, budget=years, staff=years)
    file = tmp_path / "plan.txt"
    file.write_text(tab_separated(report), encoding="utf-8")
    objective = report.entries[0]
    shown = STYLE.sub("", on_terminal("show", str(file), objective.code, columns=80)).split()
    assert {figure for row in (*objective.budget, objective.staff) for figure in row} <= set(shown)


def test_column_labels_are_broken_between_words() -> None:
    wide, narrow = (STYLE.sub("", of_width(width)) for width in (200, 80))
    assert "Jaarrekening 2024 t.o.v. 2023" in wide
    assert "Jaarrekening 2024 t.o.v. 2023" not in narrow
    assert {"Budgettaire", "onderbouwing", "Jaarrekening", "Besteding"} <= set(narrow.split())


def test_long_titles_are_cut_in_lists_on_a_terminal_only() -> None:
    shown = STYLE.sub("", on_terminal("tree", "part.txt", columns=80))
    (line,) = (line for line in shown.splitlines() if "AC34485" in line)
    assert re.fullmatch(r" +AC34485 +648\.927 +663\.509  Het ondersteunen .*…", line)
    assert len(line) <= 80


def test_what_a_dump_holds_cannot_steer_the_terminal(tmp_path: Path, sound: Path) -> None:
    file = tmp_path / "hostile.txt"
    text = sound.read_text(encoding="utf-8")
    text = text.replace("Uitbouwen", "\x1b]0;owned\x07\x1b[2J\x9b\u202e\u2066Uitbouwen")
    text = text.replace("Coördineren", "[bold]Coördineren")
    file.write_text(text, encoding="utf-8")
    whole = [("tree",), ("show", "AC34345"), ("find",), ("check",), ("check", "--all"), ("check", "--format", "github")]
    for command, *more in whole:
        assert not STEERING.search(invoke(command, str(file), *more).out)
    data = [("find", "--format", "csv"), ("show", "AC34345", "--format", "json")]
    for command, *more in [*whole[:4], *data]:
        assert not STEERING.search(STYLE.sub("", on_terminal(command, str(file), *more)))
    assert "[bold]Coördineren" in invoke("tree", str(file)).out


def test_an_encoding_without_the_characters_loses_nothing_and_does_not_fail() -> None:
    outcome = run("show", "part.txt", "AC34604", PYTHONIOENCODING="ascii")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("AC34604  Co\\xf6rdineren stadsbreed innovatiebeleid\n")


def test_a_reader_that_leaves_is_no_error() -> None:
    with start(*COMMAND, "tree", "part.txt", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("arguments", [("tree", "part.txt"), ("--version",)])
def test_output_that_cannot_be_written_is_told(arguments: tuple[str, ...]) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        start(*COMMAND, *arguments, stdout=full, stderr=subprocess.PIPE) as process,
    ):
        _, said = process.communicate()
    assert process.returncode == 2
    assert said == b"Error: cannot write: No space left on device\n"


@pytest.mark.parametrize(
    ("closed", "arguments", "said"),
    [
        (0, ("tree", "-"), b"Error: -: standard input is closed\n"),
        (1, ("tree", "FILE"), b"Error: cannot write: standard output is closed\n"),
        (1, ("tree", "FILE", "--format", "csv"), b"Error: cannot write: standard output is closed\n"),
        (1, ("--help",), b"Error: cannot write: standard output is closed\n"),
        (2, ("tree", "gone.txt"), b""),
    ],
)
def test_a_closed_stream_is_an_error_with_its_exit_status(
    closed: int, arguments: tuple[str, ...], said: bytes, sound: Path
) -> None:
    given = [str(sound) if argument == "FILE" else argument for argument in arguments]
    with start(*COMMAND, *given, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(closed)) as process:
        _, error = process.communicate()
    assert (process.returncode, error) == (2, said)


def test_progress_is_shown_for_several_files_on_a_terminal(sound: Path) -> None:
    assert "checking" in on_terminal("check", str(sound), str(sound))
    assert "checking" not in on_terminal("check", str(sound))
    assert invoke("check", str(sound), str(sound)).err == ""
