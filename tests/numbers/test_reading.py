"""Dutch numbers: what is read, what is refused and where."""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal

import pytest

from gentbudget.numbers import NumberFormatError, format_number, parse_number, parse_percent
from tests.numbers.notation import DASH, MINUS, NARROW, NBSP, THIN, reads, same


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("999", "999"),
        ("1.000", "1000"),
        ("1.234", "1234"),
        ("12.345", "12345"),
        ("123.456.789", "123456789"),
        ("-4.335.322", "-4335322"),
        ("0,45", "0.45"),
        ("0,00", "0.00"),
        ("1.187,50", "1187.50"),
        ("-0,4", "-0.4"),
        ("-0", "-0"),
        ("0,000000000000000000000000000000000000001", "0.000000000000000000000000000000000000001"),
    ],
)
def test_printed_numbers_are_read_and_written(text: str, value: str) -> None:
    for lenient in (False, True):
        assert same(parse_number(text, lenient=lenient), Decimal(value))
        assert same(parse_percent(text + "%", lenient=lenient), Decimal(value))
    assert format_number(Decimal(value)) == text


def test_minus_zero_is_zero_that_remembers_its_sign() -> None:
    assert parse_number("-0") == 0
    assert parse_number("-0").is_signed()


# (text, position of the first wrong character)
REFUSED_EVERYWHERE = [
    ("", 0),
    ("-", 1),
    (".", 0),
    (",", 0),
    (",5", 0),
    ("-,5", 1),
    ("5,", 2),
    ("1.234,", 6),
    ("5,5,5", 3),
    ("5,5.5", 3),
    ("12.34", 5),
    ("12.", 3),
    ("1.2345", 5),
    ("1..234", 2),
    ("1.234.", 6),
    (".234", 0),
    ("1234.567", None),
    ("0.123", 1),
    ("000", 1),
    ("012", 1),
    ("01.234", 1),
    ("0.000", 1),
    ("+5", 0),
    ("1e5", 1),
    ("1E5", 1),
    ("NaN", 0),
    ("inf", 0),
    ("-Infinity", 1),
    ("1_000", 1),
    ("\u0665", 0),
    ("\uff15", 0),
    ("5\u0665", 1),
    ("\u00b2", 0),
    ("--5", 1),
    ("5x", 1),
    ("91,7%", 4),
    ("1'234", 1),
    ("5\x00", 1),
    ("5\u2028", 1),
    ("\ufeff5", 0),
]


@pytest.mark.parametrize(("text", "position"), REFUSED_EVERYWHERE)
@pytest.mark.parametrize("lenient", [False, True])
def test_what_could_mean_two_things_is_refused(text: str, position: int | None, lenient: bool) -> None:
    if position is None:  # four digits in a row are wrong only where the printed notation is asked for
        position = 4 if lenient else 3
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text, lenient=lenient)
    assert caught.value.text == text
    assert caught.value.position == position


# (text, value when read leniently, position where the strict reading fails)
LENIENT_ONLY = [
    ("1234", "1234", 3),
    ("1234567,89", "1234567.89", 3),
    (" 5", "5", 0),
    ("5 ", "5", 1),
    ("\t5\r\n", "5", 0),
    ("1 234", "1234", 1),
    (f"1{NBSP}234{NBSP}567", "1234567", 1),
    (f"12{THIN}345,6", "12345.6", 2),
    (f"1{NARROW}234", "1234", 1),
    (f"{MINUS}5", "-5", 0),
    (f"{DASH}5", "-5", 0),
    ("- 5", "-5", 1),
    ("5-", "-5", 1),
    ("1.234,50-", "-1234.50", 8),
    (f"5{MINUS}", "-5", 1),
    (f"5 {DASH}", "-5", 1),
    ("(5)", "-5", 0),
    ("( 1 234,5 )", "-1234.5", 0),
    ("€5", "5", 0),
    (f"€{NBSP}1.234", "1234", 0),
    ("EUR 5", "5", 0),
    ("5 €", "5", 1),
    ("1 234 EUR", "1234", 1),
    ("5EUR", "5", 1),
    ("-€ 5", "-5", 1),
    ("€ -5", "-5", 0),
    ("€ 5-", "-5", 0),
    ("5- €", "-5", 1),
    ("(€ 5)", "-5", 0),
    ("€ (5)", "-5", 0),
    ("(5 EUR)", "-5", 0),
    ("(5) EUR", "-5", 0),
]


@pytest.mark.parametrize(("text", "value", "position"), LENIENT_ONLY)
def test_what_only_the_lenient_reading_takes(text: str, value: str, position: int) -> None:
    assert same(parse_number(text, lenient=True), Decimal(value))
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (" ", 1),
        ("€", 1),
        (MINUS, 1),
        (DASH, 1),
        ("()", 1),
        ("-(5)", 1),
        ("(-5)", 1),
        ("-5-", 2),
        (f"{MINUS}5{DASH}", 2),
        ("(5-)", 2),
        ("(5)-", 3),
        ("5--", 2),
        ("((5))", 1),
        ("(5", 2),
        ("(5 x", 3),
        ("5)", 1),
        ("(5))", 3),
        ("5-)", 2),
        ("€ 5 €", 4),
        ("€ 5 EUR", 4),
        ("€€5", 1),
        ("5 eur", 2),
        ("$5", 0),
        ("1 23", 4),
        ("1 2345", 5),
        ("1  234", 3),
        ("1.234 567", 5),
        (f"1 234{NBSP}567", 5),
        ("1 234.567", 5),
        ("1 234.", 5),
        ("1234 567", 5),
        ("1 234 , 5", 6),
        ("2018 - 2019", 7),
        ("€ 5,-", 4),
        ("5,--", 2),
        ("1\n234", 2),
        ("€ 5%", 3),
    ],
)
def test_the_lenient_reading_refuses_doubled_signs_and_mixed_marks(text: str, position: int) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text, lenient=True)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("91,7%", "91.7"),
        ("0,0%", "0.0"),
        ("-0,4%", "-0.4"),
        ("2.766.541,7%", "2766541.7"),
        ("100%", "100"),
    ],
)
def test_percentages_are_read_in_percent_points(text: str, value: str) -> None:
    assert same(parse_percent(text), Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("91,7 %", "91.7"),
        (f"91,7{NBSP}%", "91.7"),
        (f" {MINUS}0,4% ", "-0.4"),
        ("1234,5%", "1234.5"),
        ("(5%)", "-5"),
        ("(5) %", "-5"),
        ("5%-", "-5"),
        ("5-%", "-5"),
    ],
)
def test_percentages_read_leniently(text: str, value: str) -> None:
    assert same(parse_percent(text, lenient=True), Decimal(value))
    assert not reads(text, percent=True)
    with pytest.raises(NumberFormatError):
        parse_percent(text)


@pytest.mark.parametrize(
    ("text", "strict_position", "lenient_position"),
    [
        ("91,7", 4, 4),
        ("%", 0, 0),
        ("%5", 0, 0),
        ("5%%", 2, 2),
        ("5%x", 2, 2),
        ("12.34%", 5, 5),
        ("5%\n6", 2, 3),
        ("€5%", 0, 0),
        ("5% EUR", 2, 3),
        ("5 €", 1, 2),
        ("5EUR", 1, 1),
        ("5 x", 1, 2),
        ("-5%-", 3, 3),
        ("5\N{PER MILLE SIGN}", 1, 1),
    ],
)
def test_percentages_refused(text: str, strict_position: int, lenient_position: int) -> None:
    for lenient, position in ((False, strict_position), (True, lenient_position)):
        with pytest.raises(NumberFormatError) as caught:
            parse_percent(text, lenient=lenient)
        assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a Dutch number: expected a digit at position 0"),
        ("12.34", "'12.34' is not a Dutch number: expected three digits after '.' at position 5"),
        ("5,", "'5,' is not a Dutch number: expected a digit after ',' at position 2"),
        ("1234", "'1234' is not a Dutch number: unexpected '4' at position 3"),
        ("5\n", "'5\\n' is not a Dutch number: unexpected '\\n' at position 1"),
        ("0" * 99, f"'{'0' * 31}…' is not a Dutch number: unexpected '0' at position 1"),
        ("5," + "1" * 98 + "x", f"'…{'1' * 30}x' is not a Dutch number: unexpected 'x' at position 100"),
    ],
)
def test_the_message_says_what_is_wrong_and_where(text: str, message: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text)
    assert str(caught.value) == message


def test_the_message_names_a_missing_percent_sign_and_parenthesis() -> None:
    with pytest.raises(NumberFormatError, match=r"expected '%' at position 4$"):
        parse_percent("91,7")
    with pytest.raises(NumberFormatError, match=r"expected '\)' at position 2$"):
        parse_number("(5", lenient=True)


def test_the_error_is_a_value_error_that_can_be_copied_to_another_process() -> None:
    error = NumberFormatError("12.34", 5, "expected three digits after '.'")
    assert isinstance(error, ValueError)
    rebuilt = copy.copy(error)  # in the way that pickle does
    assert rebuilt is not error
    assert (rebuilt.text, rebuilt.position, str(rebuilt)) == (error.text, error.position, str(error))


@pytest.mark.parametrize("wrong", [None, 5, 5.0, Decimal(5), b"5", bytearray(b"5"), ["5"]])
@pytest.mark.parametrize("parse", [parse_number, parse_percent])
@pytest.mark.parametrize("lenient", [False, True])
def test_only_text_is_parsed(wrong: object, parse: Callable[..., Decimal], lenient: bool) -> None:
    with pytest.raises(TypeError):
        parse(wrong, lenient=lenient)


def test_subclasses_of_str_are_text() -> None:
    class Token(str):
        __slots__ = ()

    assert parse_number(Token("1.234")) == 1234
    assert parse_percent(Token("91,7 %"), lenient=True) == Decimal("91.7")
