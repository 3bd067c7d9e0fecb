"""Page furniture, rules and blank lines, wherever they stand, are in no part of the report."""

from __future__ import annotations

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.exports.text import PrintedLine
from gentbudget.testing import Damaged, Dump, damaged, dumps
from tests.damage.reading import assert_nothing_changed, descriptions, figures, names, with_lines
from tests.parser.small import SMALL, line_of
from tests.profiles import is_quick
from tests.told import parse

RUNNING_TITLES = (
    "Stad Gent - Jaarrekening 2024",
    "Jaarrekening 2024",
    "Beleids- en beheerscyclus",
    "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties",
    "JAARREKENING 2024 4 | Gent, stad voor en door Gentenaars",
)

tabbed = dumps(layouts=["tabs"])


def harmed(*damages: str) -> st.SearchStrategy[Damaged]:
    return tabbed.flatmap(lambda dump: damaged(dump, damages=damages))


@given(tabbed, st.sampled_from(RUNNING_TITLES), st.integers(1, 300), st.booleans(), st.data())
def test_furniture_that_recurs_is_in_no_part_of_the_report(
    dump: Dump, title: str, first: int, number_above: bool, data: st.DataObject
) -> None:
    start = next(i for i, line in enumerate(dump.lines) if line.part == "heading") + 1
    drawn = st.lists(st.integers(start, len(dump.lines) - 1), min_size=5, max_size=8, unique=True).map(sorted)
    places = data.draw(drawn, label="places")
    places = [places[0], *(at for before, at in pairwise(places) if at - before > 2)]
    lines = list(dump.lines)
    for step, at in reversed(list(enumerate(places))):
        block = [PrintedLine(title, "text"), PrintedLine(str(first + step), "text")]
        lines[at:at] = block[::-1] if number_above else block
    whole, report = dump.report, parse(with_lines(dump, "furniture", lines).text)
    assert figures(report) == figures(whole)
    assert [entry.code for entry in report.entries] == [entry.code for entry in whole.entries]
    if len(places) >= 4:
        assert names(report) == names(whole)
        assert descriptions(report) == descriptions(whole)


@given(harmed("furniture inserted", "head repeated"))
def test_furniture_anywhere_and_a_head_printed_again_cost_no_figure(harm: Damaged) -> None:
    assert figures(parse(harm.text)) == figures(harm.dump.report)


@given(tabbed, st.data(), st.booleans())
def test_a_form_feed_at_either_end_of_any_line_changes_nothing(dump: Dump, data: st.DataObject, in_front: bool) -> None:
    at = data.draw(st.integers(0, len(dump.lines) - 1), label="line")
    line = dump.lines[at]
    fed = evolve(line, text="\f" + line.text if in_front else line.text + "\f")
    assert_nothing_changed(with_lines(dump, "form feed", [*dump.lines[:at], fed, *dump.lines[at + 1 :]]))


@given(harmed("form feed inserted", "rule inserted"))
def test_a_rule_and_a_form_feed_on_a_line_of_its_own_change_nothing(harm: Damaged) -> None:
    assert_nothing_changed(harm)


@given(tabbed, st.sampled_from([[""], ["", ""], ["\t\t\t"], ["  ", ""]]), st.data())
def test_blank_lines_may_stand_between_any_two_lines_of_tables(dump: Dump, blanks: list[str], data: st.DataObject) -> None:
    tables = [i for i, line in enumerate(dump.lines) if line.part.endswith(("head", "row"))]
    at = data.draw(st.sampled_from(tables), label="line")
    blank = [PrintedLine(text, "blank") for text in blanks]
    assert_nothing_changed(with_lines(dump, "blank lines", [*dump.lines[:at], *blank, *dump.lines[at:]]))


@given(tabbed)
def test_blank_lines_may_be_missing_everywhere(dump: Dump) -> None:
    kept = [line for line in dump.lines if line.part != "blank"]
    whole, report = dump.report, parse(with_lines(dump, "no blank lines", kept).text)
    assert figures(report) == figures(whole)
    assert [(e.kind, e.code) for e in report.entries] == [(e.kind, e.code) for e in whole.entries]
    assert report.unclaimed == ()


@pytest.mark.parametrize("lines", [[title] for title in RUNNING_TITLES] + [["17"], ["Pagina 17"], ["17 / 99"], ["\f"]])
def test_furniture_between_any_two_lines_costs_no_figure_no_column_and_no_entry(lines: list[str]) -> None:
    printed = SMALL.split("\n")
    clean = parse(SMALL)
    for at in range(line_of("Beleidsdoelstelling"), len(printed) + 1, 4 if is_quick() else 1):
        report = parse("\n".join([*printed[:at], *lines, *printed[at:]]))
        assert figures(report) == figures(clean), f"{lines} behind line {at}: {printed[at - 1]}"
        assert [e.code for e in report.entries] == [e.code for e in clean.entries], at
        assert [e.budget.columns for e in report.entries] == [e.budget.columns for e in clean.entries], at


def test_a_running_title_inside_a_table_is_said_to_be_left_over() -> None:
    printed = SMALL.split("\n")
    for title in RUNNING_TITLES:
        for row in ("Investering\tUitgaven\t2.000", "Financiering\tUitgaven\t0"):
            at = max(number for number, line in enumerate(printed) if line.startswith(row) and number < 60)
            report = parse("\n".join([*printed[:at], title, *printed[at:]]))
            assert report.unclaimed == (at + 1,)
            assert [(f.code, f.line) for f in report.findings] == [("unclaimed-line", at + 1)]
