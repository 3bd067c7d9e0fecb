"""What the strategies make is what they promise, and what fails is made small."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from gentbudget import Action, ActionPlan, Entry, Objective, Project, Report
from gentbudget.numbers import NumberFormatError, parse_number, parse_percent
from gentbudget.testing import Dump, Printed, codes, dumps, dutch_numbers, dutch_percentages, entries, reports
from gentbudget.vocabulary import KINDS, Kind, kind_of_code
from tests.checks.oracle import failures
from tests.profiles import left_to_thorough, times
from tests.told import parse


@given(dutch_numbers() | dutch_numbers(max_decimals=6))
def test_numbers_are_read_as_their_value_and_what_is_nearly_one_is_refused(number: Printed) -> None:
    if number.value is None:
        with pytest.raises(NumberFormatError):
            parse_number(number.text)
    else:
        assert parse_number(number.text) == number.value
        assert str(parse_number(number.text)) == str(number.value)


@given(dutch_percentages())
def test_percentages_are_read_as_their_value_and_what_is_nearly_one_is_refused(share: Printed) -> None:
    if share.value is None:
        with pytest.raises(NumberFormatError):
            parse_percent(share.text)
    else:
        assert parse_percent(share.text) == share.value


@pytest.mark.parametrize("decimals", [0, 2])
def test_numbers_are_as_large_as_those_of_a_city_and_larger(decimals: int) -> None:
    for least in (1, 10**3, 10**6, 10**9):
        found = find(dutch_numbers(max_decimals=decimals, nearly=False), lambda number: -(number.value or 0) >= least)  # noqa: B023
        assert found.text.count(".") >= len(str(least)) // 4


@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), codes(kind))))
def test_codes_are_of_their_kind(drawn: tuple[Kind, str]) -> None:
    kind, code = drawn
    assert kind_of_code(code) == kind
    assert len(code) == 7


def test_codes_of_actions_have_the_letter_of_every_series_or_none() -> None:
    letters = set()

    @settings(max_examples=60, phases=[Phase.generate])
    @given(codes("action"))
    def draw(code: str) -> None:
        letters.add(code[2:].strip("0123456789"))

    draw()
    assert letters == {"", *"CINPQVX"}


@given(reports())
def test_reports_add_up(report: Report) -> None:
    assert failures(report) == (0, 0)
    assert report.check() == ()
    assert len(report) == len(report.entries)


@given(st.sampled_from(KINDS).flatmap(entries))
def test_entries_add_up(entry: Entry) -> None:
    assert failures(Report("", (entry,), year=2024)) == (0, 0)


@pytest.mark.parametrize("kind", [Report, Objective, ActionPlan, Action, Project])
@given(data=st.data())
@times(0.3)
def test_hypothesis_knows_the_classes(kind: type, data: st.DataObject) -> None:
    assert type(data.draw(st.from_type(kind))) is kind


@pytest.mark.parametrize(
    ("kind", "strategy"),
    [
        (Report, reports()),
        (Entry, entries()),
        *((kind, entries(kind=kind.kind)) for kind in (Objective, ActionPlan, Action, Project)),
    ],
)
def test_hypothesis_makes_them_with_the_strategies_of_the_package(kind: type, strategy: st.SearchStrategy[object]) -> None:
    assert repr(st.from_type(kind)) == repr(strategy)


def test_hypothesis_knows_them_without_an_import_of_the_strategies() -> None:
    code = """
from hypothesis import strategies as st
import gentbudget, sys
assert "gentbudget.testing" not in sys.modules
print(st.from_type(gentbudget.Report))
"""
    printed = subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    assert printed.stdout == "reports()\n"


def test_without_hypothesis_the_error_names_the_extra() -> None:
    code = """
import sys
sys.modules["hypothesis"] = None
import gentbudget.errors
try:
    import gentbudget.testing
except gentbudget.errors.MissingExtraError as error:
    print(error)
"""
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    assert printed.stdout == "gentbudget.testing needs more packages: pip install 'gentbudget[testing]'\n"


def test_a_number_that_fails_is_made_small() -> None:
    assert find(dutch_numbers(), lambda n: n.value is not None and "." in n.text).text == "1.000"
    assert find(dutch_percentages(), lambda n: n.value is not None and n.value > 100).text == "100,1%"


SHRINKING = left_to_thorough("takes seconds")


@SHRINKING
def test_a_dump_that_fails_is_made_small_and_shown_with_what_was_read_of_it() -> None:
    """One objective without children, nothing but zeros but for what fails."""

    @settings(settings(), max_examples=100, database=None, print_blob=False)
    @given(dumps(layouts=["tabs"]))
    def no_figure_is_a_thousand_or_more(dump: Dump) -> None:
        report = parse(dump.text)
        assert all(abs(value) < 1000 for row in report.entries[0].budget.rows for value in row.values.values() if value)

    with pytest.raises(AssertionError) as caught:
        no_figure_is_a_thousand_or_more()
    notes = caught.value.__notes__
    at = next(i for i, note in enumerate(notes) if "Dump(layout=" in note)  # besides, Hypothesis may explain what fails
    drawn, text, was_read = notes[at : at + 3]
    assert "Dump(layout='tabs', text='JAARREKENING 2024" in drawn
    assert "Beleidsdoelstelling SD10000\n" in text
    assert text.count("\n") < 25
    assert len(re.findall(r"1\.000|100\.0", text)) > 0
    assert "objective SD10000 'Beheren van buurten'" in was_read


@SHRINKING
def test_a_report_that_fails_is_made_small() -> None:
    smallest = find(reports(), lambda report: bool(report.actions))
    assert [entry.kind for entry in smallest.entries] == ["objective", "plan", "action"]
    values = {str(value) for entry in smallest.entries for row in entry.budget.rows for value in row.values.values()}
    assert values == {"0", "0.0"}
