"""What a bound allows is allowed up to the bound itself, and no further."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import gentbudget
from gentbudget.model import Period
from gentbudget.parser import tolerances
from gentbudget.parser.entries.remarks import _is_misreading
from gentbudget.parser.headers.by_units import by_unit
from gentbudget.parser.headers.fields import Fields, take_fields
from gentbudget.parser.headers.header import Piece, Split
from gentbudget.parser.headers.introductions import _kind, _may_be_above, _may_lead
from gentbudget.parser.headers.letters import splits
from gentbudget.parser.headers.names import (
    _is_unit_s,
    _stands_alone,
    is_name,
    is_sentence,
    is_short,
    may_be_line,
    may_be_name,
)
from gentbudget.parser.headers.own_lines import by_itself
from gentbudget.parser.headers.wrapping import leaves_cells
from gentbudget.parser.lines.furniture import _recurring, furniture
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.misreading import left_of
from gentbudget.parser.lines.stubs import read_stub
from gentbudget.parser.tables.heads import _known_labels, columns_of, read_columns
from gentbudget.parser.tables.placing import _positions, place, place_short
from gentbudget.parser.tables.rows import _are_enough
from tests.parser.headers.lines import header, settled
from tests.parser.small import edited
from tests.parser.tables.test_placing import COLUMNS, OTHER, ROW, figures

CODE = "AC34485 - Begeleiden van huurders"
OWNED = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"


def text(begin: str, length: int) -> str:
    """A text of so many letters and blanks that begins so."""
    return begin.ljust(length, "z")


def line(raw: str) -> Line:
    return Line("TEXT_LINE", raw, 2, 0)


def begins_fields(length: int) -> bool:
    """Whether a line of this length that begins with a period, the only field that is missing, is one with fields."""
    fields, printed = Fields("Lopend", "Ontwerp"), text("2022 - 2026 Dienst ", length)
    return not take_fields(fields, printed, "project", alone=[printed]).whole


def ends_period(length: int) -> bool:
    fields, printed = Fields("Lopend", "Ontwerp", start=2022), text("aan de Muide 2026 Dienst ", length)
    take_fields(fields, printed, "project", alone=[printed])
    return fields.period == Period(2022, 2026)


def is_title_told_to_go_on(length: int) -> bool:
    """Whether a line below the header, behind a blank one, is told to be the title's, perhaps."""
    below = text("studies ", length)
    printed = f"AC34485 - Begeleiden van huurders   Dienst Wonen\n\n{below}\n\nTekst."
    findings = gentbudget.parse(edited((OWNED, printed)), known=None).findings_of("AC34485")
    return any("may go on with" in finding.message for finding in findings)


def holds_title_of(count: int) -> bool:
    """Whether letters tell a title of so many lines, each of which the next one goes on with."""
    title = "\n".join(["huren en"] * (count - 1))
    return bool(splits(header(f"AC34485 - {title}\nbouwen Dienst Wonen"), [("Dienst", "Wonen")]))


def is_unit_below(count: int) -> bool:
    """Whether a word for a unit may begin a name behind so many lines of the title below the code's."""
    found = header("\n".join([CODE, *["in de stad"] * count, "Dienst Wonen", "Tekst."]))
    return _is_unit_s(found, count + 1)


def may_stand_alone(count: int) -> bool:
    """Whether a name may stand below so many lines of the title, and below the code's."""
    found = header("\n".join([CODE, *["in de stad"] * count, "Dienst Wonen", "Tekst."]))
    return _stands_alone(found, count + 1)


def is_paragraph_of_owner(count: int) -> bool:
    found = header("\n".join([f"{CODE}\n", *["Dienst Wonen"] * count, "\nWie huurt, krijgt raad."]))
    return by_itself(found, "blanks") is not None


def goes_on_with(length: int) -> bool:
    """Whether a line of this length below the header may be the rest of the owner."""
    found = header(f"AC34485 - Huren      Dienst Wonen\n\n{text('en ', length)}")
    return settled(found, Split([found.code_piece.title], [found.code_piece.owner])).owner is None


TITLE = "Stad Gent, jaarrekening"


def is_set_aside(title: str, text: str) -> bool:
    """Whether a running title is set aside wherever it stands."""
    starts = {at for at in range(len(text)) if text.startswith(f"{title}\n", at)}
    return starts <= furniture(text)


def interrupts(numbers: int) -> bool:
    """Whether a line with so many numbers is a running title where it stands between rows."""
    title = TITLE + " en 7" * numbers
    table = f"Exploitatie\tUitgaven\t1\t2\t3\n{title}\n\tOntvangsten\t4\t5\t6\n"
    return is_set_aside(title, "".join(f"{table}Wij {word}.\n" for word in ("bouwen", "helpen", "planten")))


def heads_pages(pages: int) -> bool:
    """Whether a line at the top of each of so many pages is their title."""
    return is_set_aside(TITLE, "\f".join(f"{TITLE}\nWij {word}.\n" for word in ("bouwen", "helpen", "planten")[:pages]))


def stands_beside_numbers(count: int) -> bool:
    """Whether a line is a running title where so many of three have the number of a page below, among other numbers."""
    below = [str(page) if page <= count else "Zij ook." for page in (1, 2, 3)]
    return is_set_aside(TITLE, "".join(f"Wij {n}.\n{TITLE}\n{n}\nZij {n}.\n40\n" for n in below))


OTHERS = tuple(f"Raming {year}" for year in range(2026, 2036))

UP_TO: dict[str, tuple[Callable[[int], bool], int]] = {
    "a line above the code": (lambda n: _may_be_above(line(text("Dienst", n)), line(CODE), "action"), tolerances.LONGEST_CELL),
    "a line of a description above it": (lambda n: _may_lead(line(text("wie huurt", n))), tolerances.LONGEST_LEADING_LINE),
    "a line with a project's fields": (
        lambda n: _kind("AC34485", "action", [line("AC34485"), line(text("Lopend Ontwerp 2022 - 2026 ", n))]) == "project",
        tolerances.LONGEST_CELL,
    ),
    "a line that begins with the missing field": (begins_fields, tolerances.LONGEST_FIELD_LINE),
    "a line with the end of a period": (ends_period, tolerances.LONGEST_FIELD_LINE),
    "a line that a title may go on with": (is_title_told_to_go_on, tolerances.LONGEST_CELL),
    "a line that is left out": (
        lambda n: leaves_cells(header(f"{CODE}\n{text('in de', n)}\nTekst.")._replace(least=2), 1),
        tolerances.LONGEST_CELL,
    ),
    "a line of a name": (lambda n: may_be_line(text("Dienst", n)), tolerances.LONGEST_NAME_LINE),
    "a line that may be a name": (
        lambda n: may_be_name(Piece((text("Dienst", n),), None, 0, n)),
        tolerances.LONGEST_NAME_LINE,
    ),
    "the letters of a name": (
        lambda n: is_short((text("D", n - 6), "Wonen")) and is_short(("D" * n,)),
        tolerances.LONGEST_NAME,
    ),
    "the lines of a title whose letters are known": (holds_title_of, tolerances.MOST_TITLE_LINES),
    "the lines of a title above a unit": (is_unit_below, tolerances.MOST_TITLE_LINES - 1),
    "the lines of a title above a name": (may_stand_alone, tolerances.MOST_TITLE_LINES - 1),
    "the lines of an owner's paragraph": (is_paragraph_of_owner, tolerances.MOST_NAME_LINES),
    "a line that may be the rest of an owner": (goes_on_with, tolerances.LONGEST_CELL),
    "the numbers of a running title between rows": (interrupts, tolerances.MOST_NUMBERS_WITHOUT_PAGE),
    "a running title with the blanks before it": (
        lambda n: bool(_recurring([TITLE.rjust(n)] * 3)),
        2 * tolerances.LONGEST_RUNNING_TITLE,
    ),
    "what stands before the figures of a row": (
        lambda n: read_stub(f"{'Uitgaven':{n}}12") is not None,
        tolerances.LABELLED_ROW,
    ),
    "the letters of a head": (lambda n: read_columns((text("Raming", n - 5) + " 2026",)) is not None, tolerances.LONGEST_HEAD),
    "the letters of a head that the accounts always had": (
        lambda n: _known_labels((" ".join(["Budget 2024"] * (n // 10) + ["Budget 2023"] * (n % 10)),)) is not None,
        tolerances.LONGEST_HEAD,
    ),
    "the columns that a table lost": (
        lambda n: place_short([figures(ROW)[n:], figures(OTHER)[n:]], COLUMNS) is not None,
        tolerances.MOST_LOST,
    ),
    "the figures that a row lost": (
        lambda n: place(figures(ROW)[:3], (*COLUMNS[:3], *columns_of(OTHERS[:n]))) is not None,
        tolerances.MOST_LOST,
    ),
    "the ways to place figures": (lambda n: any(_positions(1, COLUMNS[:1] * n)), tolerances.MOST_READINGS),
    "a line of a cell that has each of its lines alone": (
        lambda n: len(header("\n".join([CODE, *[text("in de", n)] * 12])).pieces) > tolerances.MOST_HEADER_LINES,
        tolerances.LONGEST_CELL,
    ),
    "the plain words of a name": (lambda n: not is_sentence(("Dienst", *["wonen"] * (n - 1))), tolerances.MOST_PLAIN_WORDS),
}
FROM: dict[str, tuple[Callable[[int], bool], int]] = {
    "the longest word of a name": (lambda n: is_name(("F" * n, "en")), tolerances.SHORTEST_NAMING_WORD),
    "the pages that have a title": (heads_pages, tolerances.LEAST_RECURRENCE),
    "the numbers beside a title": (stands_beside_numbers, tolerances.LEAST_RECURRENCE),
    "a label that a narrow cell cuts": (
        lambda n: left_of("Ontvangsten"[:n], "Ontvangsten") != "",
        tolerances.SHORTEST_CUT_BEGINNING,
    ),
    "the figures of a row of which only staff's are fewer": (
        lambda n: _are_enough([("1", 0)] * n, None),
        tolerances.FEWEST_STAFF_FIGURES,
    ),
    "a line broader than names are": (
        lambda n: by_unit(header(f"{CODE} Dienst Wonen\n{text('Museum', n)}")) is not None,
        tolerances.LONGEST_NAME_LINE + 1,
    ),
}


@pytest.mark.parametrize("what", UP_TO)
def test_what_has_a_greatest_size_has_it_at_most(what: str) -> None:
    holds, most = UP_TO[what]
    assert [holds(most), holds(most + 1)] == [True, False]


@pytest.mark.parametrize("what", FROM)
def test_what_has_a_least_size_has_it_at_least(what: str) -> None:
    holds, least = FROM[what]
    assert [holds(least - 1), holds(least)] == [False, True]


@pytest.mark.parametrize(("misread", "is_one"), [("Stadsabcde", True), ("Stadsabcdf", False)])
def test_six_tenths_of_a_word_s_letters_are_enough_of_it(misread: str, *, is_one: bool) -> None:
    likely = "Stadsexxxx"
    assert _is_misreading(f"Dienst {misread}", f"Dienst {likely}") is is_one
