"""What the vocabulary says of the columns that are known: in what they are printed, and of what they are a share."""

from __future__ import annotations

from gentbudget.vocabulary import MEASURES

DECIMALS = {"eur": 0, "percent": 1, "fte": 2}


def test_amounts_are_whole_and_percentages_have_one_decimal_and_staff_two() -> None:
    assert [measure.decimals for measure in MEASURES] == [DECIMALS[measure.unit] for measure in MEASURES]


def test_a_percentage_is_of_two_amounts_of_its_own_table_and_an_amount_of_none() -> None:
    amounts = {(measure.table, measure.name) for measure in MEASURES if measure.unit != "percent"}
    for measure in MEASURES:
        of = {(measure.table, name) for name in (measure.part, measure.whole) if name is not None}
        assert of <= amounts
        assert len(of) == (2 if measure.is_share else 0)
