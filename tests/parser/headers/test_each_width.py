"""Headers whose cells wrap at every width, in each form that tells cells apart: all that is printed is read, and nothing else.

What is read must be what was typeset; nothing here asks the parser what is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import sub
from textwrap import indent
from typing import NamedTuple

import pytest

import gentbudget
from gentbudget import Entry
from tests.parser.small import SMALL
from tests.parser.typeset import NARROWEST, in_columns, one_cell_after_another, rows, wrapped

TABLES = SMALL[SMALL.rindex("Budgettaire") :]


class Printed(NamedTuple):
    """An entry as it is printed, without its tables."""

    code: str
    title: str
    owner: str
    description: str
    fields: Sequence[str] = ()


ENTRIES = (
    Printed("OD10071", "Een stad waar iedereen kan wonen, leren en werken", "Groep Gent", "Zo wordt het.", ["2020 - 2027"]),
    Printed(
        "AC40001",
        "Begeleiden van wie voor het eerst een woning huurt in de stad",
        "Dienst Wonen en Huren",
        "Wie huurt, krijgt raad.",
    ),
    Printed(
        "PR40002",
        "Opvang van kinderen, jongeren en hun ouders tijdens de vakanties",
        "Dienst Jeugd",
        "De stad helpt.",
        ["Nog niet gestart", "Ontwerp", "2022 - 2026"],
    ),
    Printed("AC40003", "Onderhoud van de parken", "Groendienst", "Er komt groen."),
    Printed(
        "PR40004",
        "Heraanleg van pleinen en straten rond het station van Gent",
        "Dienst Wegen, Bruggen en Waterlopen",
        "Wij bouwen.",
        ["Lopend", "Uitvoering", "2020 - 2025"],
    ),
    Printed("AC40005", "Digitale inclusie", "Dienst Wonen en Huren", "Tekst."),
    Printed("AC40006", "Aankoop van gronden voor nieuwe parken in de wijken", "Groendienst", "Ook dit."),
)
NAMES = frozenset(entry.owner for entry in ENTRIES)
WIDTHS = range(12_000, 40_000, 2_000)
MIDDLE = 25_000
"""In narrower headers, the cells of fields are narrow as well."""

Cells = Sequence[Sequence[str]]
"""The lines of each cell of a header."""


def in_markdown(cells: Cells, centred: bool) -> list[str]:
    """A row for each line, and the rule below the first that Markdown wants."""
    first, *others = [f"|{'|'.join(row)}|" for row in rows(cells, centred=centred)]
    return [first, f"|{'---|' * len(cells)}", *others]


def in_one_row(cells: Cells, *, mark: str = "") -> list[str]:
    """One row in Markdown, in which the ends of lines are marked."""
    texts = [f"{mark}{'<br>'.join(lines)}{mark}" for lines in cells]
    return [f"|{'|'.join(texts)}|", f"|{'---|' * len(cells)}"]


def in_single_blanks(cells: Cells, centred: bool) -> list[str]:
    """Row by row, with nothing but a blank between cells."""
    return [" ".join(filter(None, row)) for row in rows(cells, centred=centred)]


def scattered(cells: Cells, centred: bool) -> list[str]:
    """The same, with blanks between the syllables of words."""
    return [sub("(?<=[a-z]{3})(?=[bdgklmnprst][aeiou][a-z])", " ", line) for line in in_single_blanks(cells, centred)]


def glued(cells: Cells, centred: bool) -> list[str]:
    """The same, with nothing between the last two cells of a row, if they are words."""
    lines = []
    for row in rows(cells, centred=centred):
        *others, last = filter(None, row)
        is_word = others and others[-1][-1].isalpha()
        lines.append(" ".join([*others[:-1], others[-1] + last] if is_word else [*others, last]))
    return lines


FORMS: dict[str, Callable[[Cells, bool], list[str]]] = {
    "columns": lambda cells, centred: in_columns(rows(cells, centred=centred)),
    "tabs": lambda cells, centred: ["\t".join(row) for row in rows(cells, centred=centred)],
    "cells": lambda cells, centred: one_cell_after_another(rows(cells, centred=centred)),
    "Markdown": in_markdown,
    "one row": lambda cells, _: in_one_row(cells),
    "bold": lambda cells, _: in_one_row(cells, mark="**"),
    "single blanks": in_single_blanks,
    "scattered": scattered,
    "glued": glued,
}
CHANGES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: indent(text, " " * 8),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "   \n"),
    lambda text: text.replace("\nActies", "\n\fActies"),
)
"""What changes nothing: a margin, other ends of lines, blanks behind them, pages."""


@cache
def typeset(form: str, width: int, own_cell: bool, centred: bool, far_apart: bool) -> str:
    """The report, its titles in cells of a width; its codes have cells of their own, or stand with the titles."""
    lines: list[str] = []
    for entry in ENTRIES:
        is_plan = entry.code.startswith("OD")
        code = [[entry.code]] if is_plan or own_cell else []
        title = entry.title if code else f"{entry.code} - {entry.title}"
        most = NARROWEST if width < MIDDLE else 2 * width
        fields = [wrapped(text, most, "helvetica") for text in entry.fields]
        owner = wrapped(entry.owner, max(width // 2, NARROWEST), "helvetica")
        header = FORMS[form]([*code, wrapped(title, width, "helvetica"), *fields, owner], centred)
        gap = {"columns": "    ", "single blanks": " ", "scattered": " ", "glued": " "}.get(form, "\t")
        lines += ["", "Actieplan" if is_plan else "Acties", "", *header]
        lines += [*([""] if far_apart else []), entry.description, "", TABLES.replace("\t", gap)]
    return "\n".join(lines)


def told(entry: Entry) -> tuple[object, ...]:
    """What was read of a header, and what is described."""
    owner = getattr(entry, "organisation", None) or getattr(entry, "owner", None)
    fields = [str(getattr(entry, name)) for name in ("status", "phase", "period") if hasattr(entry, name)]
    return entry.code, entry.title, owner, fields, entry.description


def texts(form: str, *, own_cell: bool, centred: bool) -> Iterator[str]:
    """The report at each width, its descriptions near the headers or apart from them, by turns with what changes nothing."""
    for number, width in enumerate(WIDTHS):
        change = CHANGES[number % len(CHANGES)]
        yield change(typeset(form, width, own_cell, centred, bool(number % 2)))


@pytest.mark.parametrize(
    ("form", "own_cell", "centred"),
    [
        ("columns", False, False),
        ("columns", False, True),
        ("columns", True, False),
        ("tabs", True, False),
        ("cells", False, False),
        ("Markdown", False, False),
        ("Markdown", False, True),
        ("Markdown", True, False),
        ("one row", False, False),
        ("bold", False, False),
    ],
)
def test_at_every_width_all_that_is_printed_is_read(form: str, *, own_cell: bool, centred: bool) -> None:
    expected = [(e.code, e.title, e.owner, list(e.fields), e.description) for e in ENTRIES]
    for number, text in enumerate(texts(form, own_cell=own_cell, centred=centred)):
        report = gentbudget.parse(text, known=NAMES if form == "cells" or number % 2 else None)
        assert [told(entry) for entry in report.entries] == expected, text
        assert (report.unclaimed, {f.code for f in report.findings} - {"run-together-header"}) == ((), set())


CONTENTS = "\n".join(["Inhoudstafel Pagina", *(f"{e.code} - {e.title} {page}" for page, e in enumerate(ENTRIES, 1)), ""])


@pytest.mark.parametrize(("own_cell", "centred"), [(False, False), (False, True), (True, False)])
@pytest.mark.parametrize("form", ["single blanks", "scattered", "glued"])
def test_where_titles_and_names_are_known_their_letters_tell_them_apart(form: str, *, own_cell: bool, centred: bool) -> None:
    expected = [(e.code, e.title, e.owner, list(e.fields), e.description) for e in ENTRIES]
    for text in texts(form, own_cell=own_cell, centred=centred):
        report = gentbudget.parse(CONTENTS + text, known=NAMES)
        assert [told(entry) for entry in report.entries] == expected, text
        assert report.unclaimed == ()


def test_a_name_that_may_begin_in_the_last_word_of_the_title_is_not_read_from_the_next_one() -> None:
    for text in texts("glued", own_cell=False, centred=False):
        for entry, printed in zip(gentbudget.parse(text, known=None).entries, ENTRIES, strict=True):
            _, title, owner, _, _ = told(entry)
            assert (title or printed.title, owner or printed.owner) == printed[1:3], text


@pytest.mark.parametrize("form", ["columns", "tabs", "Markdown"])
def test_where_titles_are_centred_beside_codes_in_cells_of_their_own_none_is_wrong(form: str) -> None:
    for text in texts(form, own_cell=True, centred=True):
        report = gentbudget.parse(text, known=NAMES)
        for entry, printed in zip(report.entries, ENTRIES, strict=True):
            _, title, owner, fields, _ = told(entry)
            is_open = title is None or owner is None
            assert (entry.code, title or printed.title, owner or printed.owner, fields) == (*printed[:3], list(printed.fields))
            assert is_open == ("undecidable-header" in {f.code for f in report.findings_of(entry)}), text
