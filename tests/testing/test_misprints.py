"""What is nearly a number, written out; and how far damage reaches."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import Phase, given, settings

from gentbudget.exports.text import PrintedLine
from gentbudget.numbers import NumberFormatError, parse_number, parse_percent
from gentbudget.testing import LAYOUTS, Dump, Printed, dutch_numbers, dutch_percentages
from gentbudget.testing.damage import damage
from gentbudget.testing.numbers import _MISPRINTS
from tests.testing.test_kinds_of_damage import DUMP

MISPRINTS = [
    "-.1234,5%",
    "-.1.234,5%",
    "-,1.234,5%",
    "--1.234,5%",
    "- 1.234,5%",
    "-_1.234,5%",
    "-1 234,5%",
    "-1'234,5%",
    "-1,234.5%",
    "\N{MINUS SIGN}1.234,5%",
    "0-1.234,5%",
    "+-1.234,5%",
    "-1.234,5%e5",
    "-\u0661.\u0662\u0663\u0664,\u0665%",
    "-1.234,5",
    "(-1.234,5%)",
    "-1.Z34,5%",
]
"""What each misprint makes of -1.234,5% at the place 1."""


def test_each_misprint_makes_another_text_of_a_number() -> None:
    assert [misprint("-1.234,5%", 1) for misprint in _MISPRINTS] == MISPRINTS
    move, insert, *_ = _MISPRINTS
    assert [move("1.234", at) for at in range(6)] == [".1234", "1.234", "12.34", "123.4", "1234.", ".1234"]
    assert move("1.234.567", 2) == "12.34.567"  # the other stays
    assert [insert("12", at) for at in range(4)] == [".12", "1.2", "12.", ".12"]


def test_no_number_is_called_nearly_one() -> None:
    seen = set()

    @settings(max_examples=60, phases=[Phase.generate])
    @given(dutch_numbers(), dutch_percentages())
    def draw(number: Printed, share: Printed) -> None:
        for printed, parse in ((number, parse_number), (share, parse_percent)):
            seen.add((parse, printed.value is None))
            if printed.value is None:
                with pytest.raises(NumberFormatError):
                    parse(printed.text)
            else:
                assert parse(printed.text) == printed.value

    draw()
    assert seen == {(parse, is_wrong) for parse in (parse_number, parse_percent) for is_wrong in (True, False)}


@settings(max_examples=20)
@given(dutch_numbers(nearly=False), dutch_percentages(nearly=False))
def test_where_nothing_that_is_nearly_one_is_asked_for_all_are_right(number: Printed, share: Printed) -> None:
    assert number.value == parse_number(number.text)
    assert share.value == parse_percent(share.text)


# ---- how far damage reaches ------------------------------------------------------------------------------------------


def done(name: str, dump: Dump, draws: int) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What stood there, and what does now, for many draws."""
    found = (damage(dump, name, Random(number)) for number in range(draws))
    return [one.changed for one in found if one is not None]


def test_a_report_of_one_entry_loses_none() -> None:
    of_two, of_one = (tuple(line for line in DUMP.lines if line.entry in kept) for kept in ((2, 3), (2,)))
    for name in ("entry dropped", "entry doubled"):
        assert done(name, Dump(DUMP.report, "tabs", of_two), 5)
        assert not done(name, Dump(DUMP.report, "tabs", of_one), 5)


def test_a_comparison_is_misread_in_heads_alone() -> None:
    said = PrintedLine("Meer t.o.v. vorig jaar.", "text", 2)
    plain = PrintedLine("Budgettaire onderbouwing\t\tBudget 2024", "budget head", 2)
    dump = Dump(DUMP.report, "tabs", (*DUMP.lines, *[said] * 20, *[plain] * 20))
    assert len(done("comparison misread", dump, 40)) == 40
    assert not [before for before, _ in done("comparison misread", dump, 40) if said.text in before]


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("tabs", "a\tb\nc\td\te"),
        ("columns", "a   b\nc   d   e"),
        ("markdown", "| a | b |\n| c | d | e |"),
        ("single blanks", "a b\nc d e"),
        ("cells", "a\nb\nc\nd\ne"),
    ],
)
def test_lines_of_one_block_need_not_have_as_many_cells(layout: str, text: str) -> None:
    lines = PrintedLine("a\tb", "header", 0), PrintedLine("c\td\te", "header", 0)
    assert LAYOUTS[layout](lines) == text
