"""Texts that the grammar itself makes: whatever its rules and terminals allow is read, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from gentbudget import NotAReportError
from gentbudget.parser.lines.grammar import OPTIONS, PACKAGE
from gentbudget.testing import dutch_numbers, dutch_percentages
from tests.damage.oracle import wrong_findings, wrong_places
from tests.parser.small import BUDGET, STAFF
from tests.profiles import left_to_thorough, times
from tests.told import parse

pytestmark = left_to_thorough("builds the parser anew")

LABELS = ("Exploitatie\tUitgaven", "\tOntvangsten", "Investering\tUitgaven", "Financiering\tUitgaven")

figures = st.one_of(dutch_numbers(nearly=False), dutch_percentages(nearly=False)).map(lambda figure: figure.text)
rows = st.builds("{}\t{}".format, st.sampled_from(LABELS), st.lists(figures, min_size=5, max_size=5).map("\t".join))
staff_rows = st.lists(figures, min_size=5, max_size=5).map(lambda row: "VTE\t\t" + "\t".join(row))


def table(head: str, lines: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(lines, min_size=1, max_size=6).map(lambda body: "\n".join([head, *body, ""]))


WITHOUT_A_PATTERN = {
    "LOOSE_ROW": st.lists(figures, min_size=2, max_size=6).map(lambda row: "Uitqaven\t" + "\t".join(row) + "\n"),
    "TABLES": table(BUDGET, rows) | table(STAFF, staff_rows),  # its pattern is too long to draw from
}

texts = st.deferred(lambda: from_lark(Lark.open_from_package(PACKAGE, "report.lark", **OPTIONS), explicit=WITHOUT_A_PATTERN))


@times(0.5)
@given(texts)
def test_what_the_grammar_makes_is_read_or_refused(text: str) -> None:
    try:
        report = parse(text)
    except NotAReportError:
        return
    assert [*wrong_places(text, report), *wrong_findings(text, report)] == []


@times(0.5)
@given(texts, table(BUDGET, rows))
@example("Budgettaire<br>onderbouwing\f", f"{BUDGET}\nExploitatie\tUitgaven\t116\t16.002,6%\t0,1%\t2\t2\n")
def test_what_the_grammar_makes_before_an_entry_does_not_hide_it(text: str, budget: str) -> None:
    """A text that ends with a whole entry is a report, and this is its last one, unless there are more heads than rows."""
    entry = f"\nActies\n\nAC34485 - Begeleiden van huurders\tDienst Wonen\n--\t--\n\n{budget}"
    try:
        report = parse(text + entry)
    except NotAReportError as refused:
        if "column by column" in str(refused):
            return
        raise
    assert [*wrong_places(text + entry, report), *wrong_findings(text + entry, report)] == []
    assert report.entries[-1].code == "AC34485"
