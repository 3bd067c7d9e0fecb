"""Dutch numbers of hundreds of thousands of digits: every digit is kept, in linear time."""

from __future__ import annotations

import time
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, localcontext

import babel.numbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.numbers import format_number, parse_number
from tests.numbers.notation import NBSP, outcome

LONG = 300_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1" * LONG, id="digits"),
        pytest.param("1" * LONG + "x", id="digits, then a letter"),
        pytest.param("0" * LONG, id="zeros"),
        pytest.param("." * LONG, id="dots"),
        pytest.param("1" + ".111" * (LONG // 4), id="groups"),
        pytest.param("1" + ".111" * (LONG // 4) + ".11", id="groups, the last one short"),
        pytest.param("1" + " 111" * (LONG // 4) + "x", id="blank groups, then a letter"),
        pytest.param("1." * (LONG // 2), id="digits and dots in turn"),
        pytest.param("5," + "1" * LONG + "x", id="decimals, then a letter"),
        pytest.param(" " * LONG + "x", id="blanks"),
        pytest.param("5" + " " * LONG + "x", id="blanks behind a digit"),
        pytest.param("- " * (LONG // 2), id="minus signs"),
        pytest.param("(" * LONG, id="parentheses"),
    ],
)
def test_time_grows_only_with_the_length(text: str) -> None:
    # The slowest takes a few tenths of a second. Quadratic time would be minutes at this length, so that the
    # limit can be wide enough for any machine.
    start = time.perf_counter()
    for percent in (False, True):
        for lenient in (False, True):
            found = outcome(text, percent=percent, lenient=lenient)
            assert isinstance(found, Decimal) or len(str(found)) < 150
    assert time.perf_counter() - start < 10


def test_a_very_long_number_keeps_every_digit() -> None:
    text = "9" + ".876" * 100_000 + "," + "54321" * 20_000
    plain = text.replace(".", "").replace(",", ".")
    assert str(parse_number(text)) == plain
    assert str(parse_number(text.replace(".", NBSP), lenient=True)) == plain


def test_a_long_number_is_written_with_every_digit() -> None:
    text = "-9" + ".876" * 3_000 + "," + "54321" * 1_000
    assert format_number(parse_number(text)) == text


@given(st.integers(990, 1_100), st.integers(0, 3), st.sampled_from(["", "-"]), st.integers(0, 2))
def test_numbers_too_long_for_babel_are_written_as_babel_writes_them(digits: int, own: int, sign: str, decimals: int) -> None:
    value = Decimal(sign + "7" * digits + "." + "5" * own)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    with localcontext(Context(prec=2_000, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX)):
        assert format_number(value, decimals) == babel.numbers.format_decimal(value, pattern, "nl_BE")


def test_a_number_of_hundreds_of_thousands_of_digits_is_written_at_once() -> None:
    start = time.perf_counter()
    assert len(format_number(Decimal("9" * LONG))) == LONG + (LONG - 1) // 3
    assert time.perf_counter() - start < 10
