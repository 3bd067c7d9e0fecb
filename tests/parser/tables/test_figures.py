"""Figures that spreadsheets show as plain numbers: how many decimals they need, and how many they stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.parser import tolerances
from gentbudget.parser.tables.figures import PlainDecimals, decimals_needed, read_figure
from gentbudget.parser.tables.printed import is_word, words_before_figures


@given(st.integers(-(10**12), 10**12).filter(lambda units: units % 10), st.integers(0, 6), st.integers(0, 6))
def test_a_plain_number_needs_its_decimals_down_to_the_last_that_is_no_zero(units: int, decimals: int, more: int) -> None:
    value = Decimal(units).scaleb(-decimals)
    text = f"{value:f}".replace(".", ",")
    assert decimals_needed(text) == decimals
    assert decimals_needed(f"{text}{'0' * more}" if decimals else text) == decimals
    read, form = read_figure(text, PlainDecimals(more, 0))
    assert (read, form) == (value, (False, max(decimals, more)))
    assert str(read) == f"{value:.{max(decimals, more)}f}"
    share, form = read_figure(f"{text}%", PlainDecimals(0, more))
    assert (share, form) == (value, (True, max(decimals, more)))


def test_the_longest_figure_keeps_each_of_its_digits() -> None:
    text = "9" * (tolerances.LONGEST_FIGURE - len(",25")) + ",25"
    value, form = read_figure(text, PlainDecimals(4, 4))
    assert (str(value), form) == (f"{text.replace(',', '.')}00", (False, 4))
    assert read_figure(f"9{text}") == (None, (False, None))


@pytest.mark.parametrize("text", ["19,6,2", "1.9.6", "x"])
def test_what_is_no_number_needs_no_decimals(text: str) -> None:
    assert decimals_needed(text) is None


@pytest.mark.parametrize(
    ("text", "is_told"), [("EUR", True), ("E1U2R", True), ("Z.0O0", False), ("B6,S", False), ("1.234", False)]
)
def test_a_run_with_some_letters_is_a_word_and_one_with_fewer_a_misread_figure(text: str, *, is_told: bool) -> None:
    assert is_word(text) is is_told


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Saldo\t1.234\t5,6%", ("Saldo",)),
        ("Totaal uitgaven 1.234 euro 5", ("Totaal", "uitgaven")),
        ("|VIE|1,20|0,93|x|", ("VIE",)),
        ("1,20 Saldo", ()),
        ("Saldo", ("Saldo",)),
    ],
)
def test_words_stand_before_the_first_figure(raw: str, words: tuple[str, ...]) -> None:
    assert words_before_figures(raw) == words
