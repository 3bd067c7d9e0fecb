"""Whatever is printed, reading it takes work in proportion to its length.

Work is counted, not timed (tests/parser/steps.py), so that a busy machine changes nothing. What happens inside a pattern
is not counted; tests/grammar/test_terminals.py searches the patterns for backtracking.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from itertools import product

import pytest

import gentbudget
from gentbudget import Report, ReportError
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.tables.heads import read_columns
from tests.profiles import is_quick, left_to_thorough

from .small import SMALL, edited
from .steps import calls, steps

FILLINGS = {
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "tabs": "\t",
    "dashes": "-",
    "bars": "|",
    "spaces": " ",
    "letter pairs": "a ",
    "capital pairs": "A ",
    "digit pairs": "1 ",
    "tabbed digits": "\t1",
    "breaks": "<br>",
    "open brackets": "<",
    "stars": "*",
    "percents": "%",
    "percent pairs": " %",
    "dots": ".",
    "commas": ",",
    "grouped": "1.234.",
    "years": "2024 ",
    "periods": "2020 - 2027 ",
    "column labels": "Budget 2024 ",
    "shares": "% Besteding budget 2024\t",
    "row labels": "Uitgaven ",
    "section labels": "Exploitatie\t",
    "near labels": "Uitqaven ",
    "labels without gaps": "Uitgaven",
    "codes": "AC34485 ",
    "codes without gaps": "AC34485",
    "dashed codes": "AC34485 - ",
    "heading words": "Acties ",
    "head words": "Budgettaire onderbouwing ",
    "staff words": "VTE\t1,20\t",
    "no-break spaces": "\u00a0",
    "marks": "\ufeff",
    "accents": "é",
    "combining": "e\u0301",
    "carriage returns": "\r",
    "nul": "\0",
    "colons": ":",
    "rules": "-\t",
    "minus signs": "\u2212",
    "page words": "Pagina 1 van 2 ",
    "form feeds": "\f",
    "blank lines": "\n",
    "one letter a line": "a\n",
    "one digit a line": "1\n",
    "one heading a line": "Acties\n",
    "one code a line": "AC34485\n",
    "one label a line": "Uitgaven\n",
    "one head a line": "Budgettaire onderbouwing\n",
    "one column a line": "Budget 2024\n",
    "one rule a line": "--\t--\n",
    "one page number a line": "Pagina 1\n",
    "one title a line": "Jaarrekening 2024\n1\n",
    "one contents row a line": "SD10041 - Titel\t1\n",
}
PLACES = {
    "alone": "{}",
    "behind a heading": "Acties\n\nAC34485 - {}\tDienst\n",
    "below a header in Markdown": "Acties\n\n|AC34485 - Titel\n|{}\n",
    "as description": SMALL.replace("Wie huurt, krijgt raad.", "{}"),
    "in a head": SMALL.replace("Budgettaire onderbouwing\t", "Budgettaire onderbouwing\t{}\t", 1),
    "in a row": SMALL.replace("\t648.927", "\t{}648.927"),
    "instead of a figure": SMALL.replace("\t648.927", "\t{}"),
    "behind a row": SMALL.replace("94,5%\t511.188\t120,0%", "94,5%\t511.188\t120,0%\t{}"),
    "as owner": SMALL.replace("\tDienst Wonen", "\n\n{}\n"),
    "at the end": SMALL + "\n{}",
}


def read(text: str) -> Report | None:
    try:
        return gentbudget.parse(text)
    except ReportError:
        return None


def assert_linear(make: Callable[[int], str], size: int) -> None:
    """Assert that four times as much takes no more than five times the work.

    A long line may be read in another way than a short one, with more work for each word, whose beginning is a jump. Behind
    it, work must grow with the length again, so the next four times as much tell.
    """
    small, large = work(make(size)), work(make(4 * size))
    if not is_linear(small, large):
        small, large = large, work(make(16 * size))
    assert is_linear(small, large), (small, large)


def work(text: str) -> int:
    return calls(lambda: read(text))


def is_linear(small: int, large: int) -> bool:
    return large < 5 * small + 2_000


PAIRS = [(filling, place) for i, filling in enumerate(FILLINGS) for j, place in enumerate(PLACES) if (i + j) % 10 == 0]
"""Every filling in one place, in turn; with more than the quick profile, in all."""


@pytest.mark.parametrize(("filling", "place"), PAIRS if is_quick() else list(product(FILLINGS, PLACES)))
def test_a_long_line_takes_linear_work(filling: str, place: str) -> None:
    unit = FILLINGS[filling]
    assert_linear(lambda size: PLACES[place].replace("{}", unit * max(size // len(unit), 1)), 400)


def test_the_count_would_have_noticed_quadratic_work() -> None:
    for size in (50, 200):
        small, large = (calls(lambda n=n: [max(a, b) for a in range(n) for b in range(n)]) for n in (size, 4 * size))  # type: ignore[misc]
        assert not is_linear(small, large)


# ---- what once blew up -------------------------------------------------------------------------------------


@pytest.mark.parametrize("terminal", ["FIGURES", "UNHEADED_ROW", "WHOLE_ROW", "ROW_LABEL"])
def test_percentages_and_a_letter_end_at_once(terminal: str) -> None:
    """Twenty-five of them took half a minute, and each further one doubled that."""
    for times in (25, 2_000):
        assert pattern(terminal).fullmatch("Uitgaven " + "5% " * times + "x") is None
        assert pattern(terminal).fullmatch("5% " * times + "x") is None


def test_a_long_head_is_divided_in_bounded_work() -> None:
    """456 characters took seconds, with the fourth power of the length."""

    def work(times: int) -> int:
        head = ("Budgettaire onderbouwing", "Raming krediet plan " * times, "2024 2025 budget " * times)
        read_columns.cache_clear()
        return steps(lambda: read_columns(head))

    assert max(work(12), work(24)) < 2_000_000


def wide(columns: int) -> str:
    """A table of so many columns, whose rows lack a figure."""
    labels = "\t".join(f"Raming {1950 + i}" for i in range(columns))
    figures = "\t".join(f"{i}.{i + 100}" for i in range(1, columns))
    rows = f"Exploitatie\tUitgaven\t{figures}\n\tOntvangsten\t{figures}"
    return f"Acties\n\nAC10001 - Titel\tDienst\n\nTekst.\n\nBudgettaire onderbouwing\t\t{labels}\n{rows}\n"


def test_figures_of_a_short_row_are_placed_among_many_columns_in_linear_work() -> None:
    """Among 120 columns it took ten seconds, and half a gigabyte."""
    report = gentbudget.parse(wide(120))
    assert all(cell.value is None for row in report["AC10001"].budget.rows for cell in row.figures)
    small, large = (steps(lambda n=n: read(wide(n))) for n in (30, 120))  # type: ignore[misc]
    assert large < 20 * small, "placing is quadratic in the columns of one table, and no more"


def test_a_run_of_blanks_keeps_no_memory() -> None:
    text = edited(("Wie huurt, krijgt raad.", "Wie" + " " * 500_000 + "huurt."))
    read(SMALL)
    tracemalloc.start()
    try:
        read(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 * len(text)


ACTION = SMALL[SMALL.index("Acties\n\nAC34485") : SMALL.index("Acties\n\nPR40001")]


def repeated(size: int, change: Callable[[str, int], str]) -> str:
    actions = (change(ACTION.replace("AC34485", f"AC{300000 + i}"), i) for i in range(size))
    return SMALL + "\n" + "\n".join(actions)


def letters(number: int) -> str:
    """A number in letters: what differs in letters is no number that counts."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:05d}")


def owner_below(text: str, number: int) -> str:
    return text.replace("\tDienst Wonen\n--\t------", f"\n\nDienst Wonen {number % 7}")


def in_front(lines: str) -> str:
    return SMALL.replace("Beleidsdoelstelling SD", f"{lines}\nBeleidsdoelstelling SD", 1)


def described(lines: str) -> str:
    return edited(("Wie huurt, krijgt raad.", lines))


REPEATED = {
    "rows of the contents": lambda n: in_front("".join(f"AC{200000 + i} - Titel {i}\n" for i in range(n))),
    "lines behind the contents": lambda n: in_front("gaat voort in een zin\n" * n),
    "titles in front": lambda n: "Overzicht van de beleidsdoelstelling en\n" * n + SMALL,
    "an objective's title": lambda n: SMALL.replace("Iedereen woont,", "Iedereen woont en\n" * n + "Iedereen woont,"),
    "paragraphs joined over blank lines": lambda n: described("Wie huurt\n\n" + "en blijft\n\n" * n),
    "lines of a description": lambda n: described("Wie huurt, krijgt raad.\n" * n),
    "page numbers and titles": lambda n: "".join(f"Jaarrekening van de stad\n{i}\n\n" for i in range(n)) + SMALL,
    "page numbers and as many titles": lambda n: "".join(f"De stad {letters(i % n)}\n{i}\n\n" for i in range(3 * n)) + SMALL,
    "form feeds": lambda n: described("".join(f"{i}\fDe stad\n" for i in range(n))),
    "entries": lambda n: repeated(n, lambda text, i: text),
    "similar owners": lambda n: repeated(n, lambda text, i: text.replace("Dienst Wonen", f"Dienst Wonen{letters(i)}")),
    "owners on lines of their own": lambda n: repeated(n, owner_below),
    "heads of a table": lambda n: SMALL + "Budgettaire onderbouwing\t\tBudget 2024\n" * n,
}


@pytest.mark.parametrize("what", REPEATED)
def test_four_times_as_many_take_four_times_the_work(what: str) -> None:
    assert_linear(REPEATED[what], 40)


@left_to_thorough("reads millions of characters")
@pytest.mark.parametrize("filling", FILLINGS)
def test_a_hundred_thousand_characters_on_one_line_are_read_or_refused(filling: str) -> None:
    unit = FILLINGS[filling]
    size = 20_000 if "\n" in unit or "\f" in unit else 100_000
    read(unit * (size // len(unit)))


@pytest.mark.parametrize("unit", ["a", "1 ", "Uitgaven ", "\t", "2024 "])
def test_a_long_description_costs_no_figure(unit: str) -> None:
    report = gentbudget.parse(edited(("Wie huurt, krijgt raad.", "Wie huurt. " + unit * (200_000 // len(unit)))))
    for entry, expected in zip(report.entries, gentbudget.parse(SMALL).entries, strict=True):
        assert entry.code == expected.code
        assert [row.values for row in entry.budget.rows] == [row.values for row in expected.budget.rows]
        assert entry.staff.values == expected.staff.values
