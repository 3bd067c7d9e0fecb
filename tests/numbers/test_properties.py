"""Dutch numbers: both directions are exact, agree with Babel, and place what they refuse."""

from __future__ import annotations

from decimal import Decimal, localcontext

import babel.numbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gentbudget.numbers import NumberFormatError, format_number, format_percent, parse_number, parse_percent
from tests.numbers.notation import (
    DASH,
    MINUS,
    NARROW,
    NBSP,
    PRINTED,
    THIN,
    WIDE,
    any_texts,
    dutch_texts,
    finite_decimals,
    outcome,
    printed_numbers,
    reads,
    same,
)


@given(finite_decimals)
def test_parsing_undoes_formatting(value: Decimal) -> None:
    read = parse_number(format_number(value))
    assert read == value
    assert read.is_signed() == value.is_signed()
    assert same(read, Decimal(f"{value:f}"))


@given(st.integers())
def test_parsing_undoes_formatting_of_integers(value: int) -> None:
    assert parse_number(format_number(value)) == value


@given(printed_numbers)
def test_formatting_undoes_parsing(text: str) -> None:
    assert format_number(parse_number(text)) == text


@given(finite_decimals, st.integers(0, 80))
def test_rounding_is_half_up_and_the_result_is_in_the_printed_notation(value: Decimal, decimals: int) -> None:
    text = format_number(value, decimals)
    with localcontext(WIDE):
        assert same(parse_number(text), value.quantize(Decimal(1).scaleb(-decimals)))


@given(finite_decimals)
def test_a_percentage_is_read_back_as_its_rounded_value(value: Decimal) -> None:
    with localcontext(WIDE):
        assert same(parse_percent(format_percent(value)), value.quantize(Decimal("0.1")))


@given(finite_decimals, st.integers(0, 12))
def test_formatting_agrees_with_babel(value: Decimal, decimals: int) -> None:
    with localcontext(WIDE):
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        for locale in ("nl_BE", "nl_NL"):
            assert format_number(value, decimals) == babel.numbers.format_decimal(value, pattern, locale)
        shortest = format_number(value.normalize())
        assert shortest == babel.numbers.format_decimal(value, locale="nl_BE", decimal_quantization=False)


@given(printed_numbers | dutch_texts)
@example("1.234,50")
@example("12.34")
@example("-0.000")
@example("1.234,")
def test_parsing_agrees_with_strict_babel(text: str) -> None:
    with localcontext(WIDE):
        try:
            babels = babel.numbers.parse_decimal(text, locale="nl_BE", strict=True)
        except babel.numbers.NumberFormatError:
            babels = None
    if reads(text):
        assert babels is not None
        assert same(parse_number(text), babels)
    elif "." in text:  # Babel checks only texts that have a group mark
        assert babels is None


@pytest.mark.parametrize(
    ("text", "babels"),
    [
        ("NaN", "NaN"),
        ("inf", "Infinity"),
        ("1e5", "1E+5"),
        ("1_000", "1000"),
        ("+5", "5"),
        (" 5 ", "5"),
        ("5\n", "5"),
        ("\u0663\u0664", "34"),
        ("000", "0"),
        ("012", "12"),
        (",5", "0.5"),
        ("5,", "5"),
        ("1234", "1234"),
    ],
)
def test_where_strict_babel_takes_more_than_the_printed_notation(text: str, babels: str) -> None:
    assert same(babel.numbers.parse_decimal(text, locale="nl_BE", strict=True), Decimal(babels))
    assert not reads(text)


@pytest.mark.parametrize("text", ["12.34", "1..234", "1.2345"])
def test_babel_without_strict_joins_what_is_no_group(text: str) -> None:
    assert babel.numbers.parse_decimal(text, locale="nl_BE") == Decimal(text.replace(".", ""))
    assert not reads(text)
    assert not reads(text, lenient=True)


@pytest.mark.parametrize("text", ["91,7%", f"{MINUS}5", "5-", "(5)", "€ 5"])
def test_where_babel_takes_less_than_the_lenient_reading(text: str) -> None:
    with pytest.raises(babel.numbers.NumberFormatError):
        babel.numbers.parse_decimal(text, locale="nl_BE")
    assert reads(text, percent="%" in text, lenient=True)


@given(any_texts)
def test_the_printed_notation_is_all_that_the_strict_reading_takes(text: str) -> None:
    assert reads(text) == bool(PRINTED.fullmatch(text))
    assert reads(text, percent=True) == (text.endswith("%") and bool(PRINTED.fullmatch(text[:-1])))


@given(any_texts, st.booleans(), st.booleans())
def test_any_text_is_a_finite_number_or_a_placed_error(text: str, percent: bool, lenient: bool) -> None:
    found = outcome(text, percent=percent, lenient=lenient)
    if isinstance(found, Decimal):
        assert found.is_finite()
    else:
        assert found.text == text
        assert 0 <= found.position <= len(text)
        assert str(found).endswith(f" at position {found.position}")


def can_be_continued(beginning: str, *, percent: bool, lenient: bool) -> bool:
    """Tell whether some ending makes a number of the beginning; no other endings need to be tried."""
    return any(
        reads(beginning + digits + parenthesis + sign, percent=percent, lenient=lenient)
        for digits in ("", "0", "00", "000")
        for parenthesis in ("", ")")
        for sign in ("", "%")
    )


@given(any_texts, st.booleans())
def test_the_position_is_the_first_character_that_no_number_has_there(text: str, percent: bool) -> None:
    found = outcome(text, percent=percent)
    if isinstance(found, NumberFormatError):
        position = found.position
        assert can_be_continued(text[:position], percent=percent, lenient=False)
        if position < len(text):
            assert not can_be_continued(text[: position + 1], percent=percent, lenient=False)


@given(any_texts, st.booleans())
def test_what_stands_before_the_position_can_begin_a_lenient_number(text: str, percent: bool) -> None:
    found = outcome(text, percent=percent, lenient=True)
    if isinstance(found, NumberFormatError):
        assert can_be_continued(text[: found.position], percent=percent, lenient=True)


@given(printed_numbers)
def test_the_lenient_reading_agrees_with_the_strict_one(text: str) -> None:
    assert same(parse_number(text, lenient=True), parse_number(text))
    assert same(parse_percent(text + "%", lenient=True), parse_percent(text + "%"))


@given(
    printed_numbers.filter(lambda text: not text.startswith("-")),
    st.sampled_from([".", " ", NBSP, THIN, NARROW, ""]),
    st.sampled_from(["{}", " {} ", "€ {}", "{} EUR", f"{NBSP}€{{}}\n"]),
    st.sampled_from(["{}", "-{}", f"{MINUS}{{}}", f"{DASH} {{}}", "{}-", "({})"]),
)
def test_lenient_forms_mean_the_printed_number(text: str, mark: str, money: str, negative: str) -> None:
    sign = "" if negative == "{}" else "-"
    written = money.format(negative.format(text.replace(".", mark)))
    assert same(parse_number(written, lenient=True), parse_number(sign + text))
