"""Long texts that are no report are refused before objects are kept for their lines; those that are reports never are."""

from __future__ import annotations

import tracemalloc
from contextlib import nullcontext
from pathlib import Path

import pytest

import gentbudget
from gentbudget import NotAReportError
from gentbudget.parser import tolerances
from gentbudget.parser.lines.shapeless import no_report, refuse_shapeless
from tests.parser.small import SMALL
from tests.profiles import is_quick

DUMPS = sorted((Path(__file__).parents[2] / "data" / "dumps").rglob("*.txt"))
SHORT = "kort\n"
LONG = "Een zin van een beschrijving.\n"
ENTRY = "Acties\n\nAC34485 - Titel\tDienst Wonen\n\nTekst.\n\n"

MANY_LINES = "no report has so many lines without a heading or a table"

SHAPELESS = {
    "lines of a word": (SHORT, "no report has so short lines"),
    "pages of a word": ("kort\f", "no report has so short lines"),
    "blanks": (" \n", "no report has so short lines|the text is empty"),
    "sentences": (LONG, "no heading"),
    "figures": ("1.234\t5,6%\t12\n", "no heading"),
    "rows": ("Exploitatie\tUitgaven\t1.234\t1.234\t100,0%\n", "no heading"),
    "headings": ("Acties\n", "so many headings"),
    "headings and codes": ("Acties\nAC34485\n", "so many headings"),
    "heads of tables": ("Budgettaire onderbouwing\t\tBudget 2024\n", "so many headings"),
}


def long(unit: str) -> str:
    return unit * (tolerances.LONG_TEXT // len(unit) + 1)


@pytest.mark.parametrize("what", SHAPELESS)
@pytest.mark.parametrize("before", ["", SMALL], ids=["alone", "behind a report"])
def test_a_long_text_that_no_report_is_like_is_refused(what: str, before: str) -> None:
    unit, why = SHAPELESS[what]
    if before and why == "no heading":
        why = MANY_LINES
    with pytest.raises(NotAReportError, match=why):
        gentbudget.parse(before + long(unit))


@pytest.mark.parametrize("above", ["", "\n"])
def test_the_error_says_behind_which_line_the_report_ends(above: str) -> None:
    text = above + SMALL + "\n"
    with pytest.raises(NotAReportError) as caught:
        gentbudget.parse(text + long(LONG))
    last = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith("Onderbouwing personeel")][-1]
    assert caught.value.line == last


@pytest.mark.parametrize("unit", [SHORT, "Acties\n"])
def test_what_is_wrong_everywhere_is_told_of_the_first_line(unit: str) -> None:
    with pytest.raises(NotAReportError) as caught:
        refuse_shapeless("\n" + long(unit))
    assert (caught.value.line, caught.value.column) == (1, 1)


def test_a_report_below_more_lines_than_any_has_is_refused_for_these() -> None:
    with pytest.raises(NotAReportError, match=MANY_LINES) as caught:
        refuse_shapeless(long(LONG) + SMALL)
    assert caught.value.line == 1


def test_what_stands_between_two_reports_is_refused_as_well() -> None:
    with pytest.raises(NotAReportError, match=MANY_LINES):
        gentbudget.parse(SMALL + "\n" + long(LONG) + SMALL)


@pytest.mark.parametrize("what", SHAPELESS)
def test_refusing_keeps_nothing_for_lines(what: str) -> None:
    text = long(SHAPELESS[what][0])
    tracemalloc.start()
    try:
        with pytest.raises(NotAReportError):
            gentbudget.parse(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2 * len(text)


@pytest.mark.parametrize("dump", DUMPS[:: 6 if is_quick() else 1], ids=lambda path: path.name)
def test_many_editions_in_any_form_are_looked_at_as_a_report(dump: Path) -> None:
    """Even if half of all labels were misread."""
    text = dump.read_text(encoding="utf-8")
    refuse_shapeless(long(text))
    refuse_shapeless(long(text.replace("Acties", "Aties").replace("onderbouwing", "onderbouwnig")))


def test_short_texts_are_read_whatever_they_are_like() -> None:
    assert gentbudget.parse(SMALL + SHORT * 1_000).entries[-1].code == gentbudget.parse(SMALL).entries[-1].code


def test_entries_without_tables_are_no_reason_to_refuse() -> None:
    refuse_shapeless(long(LONG + ENTRY))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kort\n" * 19, None),  # shorter than what is looked at
        ("kort\n" * 20, "so short lines"),
        ("korte\n" * 17, "no heading"),  # as long as lines must be
        ("korte\f" * 17, "no heading"),
        ("kort\f" * 20, "so short lines"),
        ("\n" + 4 * "korter\n" + 12 * "korte\n", "so short lines"),  # the first of them is blank
        ("\n" + 7 * "een lange zin\n" + "Acties\n", "so many lines"),
        ("Acties\n" + 15 * "korter\n", "so many lines"),
        (15 * "korter\n" + "Acties\n", "so many lines"),
        (8 * "korter\n" + "Acties\n" + 7 * "korter\n", "so many lines"),
        (7 * "korter\n" + "Acties\n" + 6 * "korter\n" + 9 * "z", None),  # as many lines as may be without a label
        (7 * "korter\n" + "Actieplan\n" + 6 * "korter\n" + 9 * "z", None),
        (7 * "korter\n" + "Onderbouwing\n" + 6 * "korter\n" + 9 * "z", None),
        (2 * ("Acties\n" + 43 * "z"), None),  # as few characters for each label as may be
        (3 * ("Acties\n" + 42 * "z"), "so many headings"),
    ],
)
def test_bounds_that_are_met_are_kept(text: str, why: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tolerances, "LONG_TEXT", 100)
    monkeypatch.setattr(tolerances, "MOST_LINES_WITHOUT_LABEL", 7)
    with nullcontext() if why is None else pytest.raises(NotAReportError, match=why):
        refuse_shapeless(text)


@pytest.mark.parametrize(
    ("text", "is_told"), [("a\rb", True), ("a\rb\rc\n", True), ("a\rb\nc", False), ("a\r\nb\r\n", False), ("a\nb", False)]
)
def test_carriage_returns_alone_are_told_where_most_lines_end_with_them(text: str, *, is_told: bool) -> None:
    assert ("carriage returns alone" in str(no_report(text))) is is_told
