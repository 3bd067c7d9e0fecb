"""Reading a text takes at most sixteen times its length in memory, whatever form it has."""

from __future__ import annotations

import re
import tracemalloc
from functools import partial
from pathlib import Path

import pytest

import gentbudget
from gentbudget import Report, ReportError
from gentbudget.parser.entries.spans import Spans
from tests.documents.measure_dumps import SAMPLE_FORMS
from tests.profiles import is_quick, left_to_thorough

MOST = 16
"""How many bytes a character takes at most, at the peak; lines of one cell come nearest to it."""

FORMS = {
    **SAMPLE_FORMS,
    "tabs": lambda text: text,
    "CSV": lambda text: text.replace(";", ",").replace("\t", ";"),
    "CSV, quoted": lambda text: re.sub("^.*$", _quoted, text.replace('"', "'"), flags=re.MULTILINE),
}
NEAREST = ("tabs", "one cell a line, without blank lines")
"""The form that most texts have, and the one that takes most."""

DUMPS = sorted((Path(__file__).parents[1] / "data" / "dumps" / "looks").glob("writer-serif.*.txt"))
CODE = re.compile(r"\b([A-Z]{2,3})([0-9]{4,5})\b")


def _quoted(line: re.Match[str]) -> str:
    return ";".join(f'"{cell}"' for cell in line[0].split("\t"))


def repeated(text: str, size: int) -> str:
    """The text so often that it is as long, each time with other codes."""

    def shifted(code: re.Match[str], by: int) -> str:
        return f"{code[1]}{(int(code[2]) + by) % 10 ** len(code[2]):0{len(code[2])}}"

    return "\n".join(CODE.sub(partial(shifted, by=137 * i), text) for i in range(size // len(text) + 1))


def taken(text: str) -> tuple[float, float]:
    """How many bytes a character of the text takes at the peak, and how many the report keeps.

    That is above what was there before, and above what a process keeps once. Where that is too much, it is read once more: the
    table of interned words, which is the interpreter's and large in an old process, may have grown meanwhile.
    """
    read(text)
    peak, kept = _taken_once(text)
    return (peak, kept) if peak <= MOST and kept <= MOST / 2 else _taken_once(text)


def _taken_once(text: str) -> tuple[float, float]:
    tracemalloc.start()
    try:
        report = read(text)
        kept, peak = tracemalloc.get_traced_memory()
        del report
    finally:
        tracemalloc.stop()
    return peak / len(text), kept / len(text)


def read(text: str) -> Report | None:
    """Read the text, or let it be refused: that takes memory as well."""
    try:
        return gentbudget.parse(text)
    except ReportError:
        return None


@pytest.mark.parametrize("form", NEAREST if is_quick() else FORMS)
def test_the_sample_takes_no_more_in_any_form_and_its_report_half_as_much(form: str) -> None:
    text = FORMS[form](gentbudget.load_sample().text)
    peak, kept = taken(text[: len(text) // 3] if is_quick() else text)
    assert peak <= MOST
    assert kept <= MOST / 2


@left_to_thorough("reads millions of characters")
@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.name)
def test_a_long_dump_takes_no_more_whichever_program_made_it(dump: Path) -> None:
    peak, _ = taken(repeated(dump.read_text(encoding="utf-8"), 150_000))
    assert peak <= MOST


def test_places_beyond_four_bytes_have_eight(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Een\ntwee"
    assert (Spans.of(text).starts.typecode, list(Spans.of(text).starts)) == ("I", [0, 4, 9])
    monkeypatch.setattr("gentbudget.parser.entries.spans._WIDE", len(text))
    assert (Spans.of(text).starts.typecode, list(Spans.of(text).starts)) == ("Q", [0, 4, 9])
