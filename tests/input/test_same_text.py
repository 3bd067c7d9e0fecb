"""One text as different programs, typefaces and encodings have it: what is read is the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget

SAMPLE = gentbudget.parse("".join(gentbudget.load_sample().text.splitlines(keepends=True)[:1500]))
INVISIBLE = "\u200b\u200c\u200d\u200e\u2060\ufeff"


def before_lines(mark: str) -> Callable[[str], str]:
    return lambda text: "".join(mark + line for line in text.splitlines(keepends=True))


def instead_of(pattern: str, sign: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, sign, text)


SAME = {
    "accents apart": lambda text: normalize("NFD", text),
    "ij as one sign in headers": instead_of(r"ij(?=.*\t)", "\u0133"),
    "a blank that does not break before %": instead_of(r"(?<=\d)%", "\u00a0%"),
    "a narrow one": instead_of(r"(?<=\d)%", "\u202f%"),
    "minus": instead_of(r"(?<![\w-])-(?=\d)", "\N{MINUS SIGN}"),
    "a dash for it": instead_of(r"(?<![\w-])-(?=\d)", "\N{EN DASH}"),
    "a hyphen that does not break for it": instead_of(r"(?<![\w-])-(?=\d)", "\u2011"),
    "a long dash behind codes": instead_of(r"(?m)^((?:AC|PR)\w+) -", "\\1 \N{EM DASH}"),
    "a long dash in periods": instead_of(r"(\d{4}) - (\d{4})", "\\1 \N{EM DASH} \\2"),
    "taken for Windows-1252": lambda text: text.encode().decode("windows-1252"),
    "taken for Latin-1": lambda text: text.encode().decode("latin-1"),
    "names for signs": instead_of("&", "&amp;"),
    "numbers for letters": lambda text: "".join(c if c.isascii() else f"&#{ord(c)};" for c in text),
    "quoted in mail": before_lines("> "),
    "compared": before_lines("+"),
    "moved in": before_lines("\t"),
    "marks of direction around lines": instead_of("(?m)^(.*)$", "\u200e\\1\u200f"),
    "marks of direction before figures": instead_of(r"(?<=\t)(?=\d)|(?<=  )(?=\d)", "\u200e"),
}


def said(report: gentbudget.Report) -> list[tuple[object, ...]]:
    words = ("code", "title", "owner", "organisation", "period", "status", "phase", "description")
    return [
        (*(getattr(entry, word, None) for word in words), *(list(row.values.items()) for row in rows(entry)))
        for entry in report.entries
    ]


def rows(entry: gentbudget.Entry) -> list[gentbudget.Row]:
    return [*entry.budget, *([entry.staff] if entry.staff else [])]


def digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_the_same_is_read(change: Callable[[str], str]) -> None:
    text = change(SAMPLE.text)
    assert text != SAMPLE.text
    report = gentbudget.parse(text)
    assert said(report) == said(SAMPLE)
    for entry, same in zip(report.entries, SAMPLE.entries, strict=True):
        for row, other in zip(rows(entry), rows(same), strict=True):
            assert [digits(cell.text) for cell in row.figures] == [digits(cell.text) for cell in other.figures]


FOLDER = Path(__file__).parents[1] / "data/dumps"
DUMPS = sorted({*FOLDER.glob("small.*.txt"), *FOLDER.glob("other-years.landscape.*.md.txt")})


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.name)
def test_a_dump_that_is_quoted_is_read_as_it_is_or_refused_as_it_is(dump: Path) -> None:
    """What stands before its lines is gone, but they are moved in by as much."""
    text = dump.read_text(encoding="utf-8")
    quoted = before_lines("> ")(text)
    try:
        plain = gentbudget.parse(text)
    except gentbudget.NotAReportError:
        with pytest.raises(gentbudget.NotAReportError):
            gentbudget.parse(quoted)
    else:
        assert said(gentbudget.parse(quoted)) == said(plain)


@given(st.data())
def test_marks_without_width_in_words_change_no_figure_and_no_word(data: st.DataObject) -> None:
    lines = SAMPLE.text.split("\n")[40:140]
    words = [(i, match.start()) for i, line in enumerate(lines) for match in re.finditer(r"(?<=[a-z])(?=[a-z]| [a-z])", line)]
    plain = gentbudget.parse("\n".join(lines))
    for i, place in data.draw(st.lists(st.sampled_from(words), max_size=9, unique_by=lambda word: word[0])):
        lines[i] = lines[i][:place] + data.draw(st.sampled_from(INVISIBLE)) + lines[i][place:]
    assert said(gentbudget.parse("\n".join(lines))) == said(plain)
