"""Dutch numbers: what is read, what is refused and where, and that both directions are exact."""

import copy
import re
import time
from collections.abc import Callable
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DefaultContext,
    Inexact,
    Rounded,
    localcontext,
)

import babel.numbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gentbudget.numbers import NumberFormatError, format_number, format_percent, parse_number, parse_percent

NBSP, THIN, NARROW = "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}"
MINUS, DASH = "\N{MINUS SIGN}", "\N{EN DASH}"

PRINTED = re.compile(r"-?(0|[1-9][0-9]{0,2}(\.[0-9]{3})*)(,[0-9]+)?")

# Room for every number that the strategies below make, with the rounding that the library promises.
WIDE = Context(prec=500, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX)

printed_numbers = st.from_regex(PRINTED, fullmatch=True)
# Texts that are nearly numbers find more faults than texts of any characters.
NUMBER_LIKE = f"0123456789.,-+%() €EUR_e\t\n{NBSP}{THIN}{NARROW}{MINUS}{DASH}\u0663"
number_like_texts = st.text(alphabet=NUMBER_LIKE, max_size=12)
dutch_texts = st.text(alphabet="0012345.,-%", max_size=14)
any_texts = st.text() | number_like_texts | dutch_texts
finite_decimals = st.builds(
    lambda sign, digits, exponent: Decimal((sign, tuple(digits), exponent)),
    st.sampled_from([0, 1]),
    st.lists(st.integers(0, 9), min_size=1, max_size=60),
    st.integers(-70, 70),
) | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**45), max_value=10**45)


def same(left: Decimal, right: Decimal) -> bool:
    """Tell whether two values are alike in sign, digits and number of decimals, which ``==`` does not see."""
    return left.as_tuple() == right.as_tuple()


def outcome(text: str, *, percent: bool = False, lenient: bool = False) -> Decimal | NumberFormatError:
    """Return the value that the text has, or the error that it is refused with."""
    try:
        return (parse_percent if percent else parse_number)(text, lenient=lenient)
    except NumberFormatError as error:
        return error


def reads(text: str, *, percent: bool = False, lenient: bool = False) -> bool:
    """Tell whether the text has a value."""
    return isinstance(outcome(text, percent=percent, lenient=lenient), Decimal)


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


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234567", None, "1.234.567"),
        ("1234.50", None, "1.234,50"),
        ("1234.50", 0, "1.235"),
        ("1234.50", 1, "1.234,5"),
        ("1234.50", 4, "1.234,5000"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.4999999999999999999999999999999999999", 0, "2"),
        ("0.45", 1, "0,5"),
        ("-0.4", 0, "-0"),
        ("-0", None, "-0"),
        ("-0", 2, "-0,00"),
        ("0.00", None, "0,00"),
        ("0E-3", None, "0,000"),
        ("0E+3", None, "0"),
        ("1E+3", None, "1.000"),
        ("1E-7", None, "0,0000001"),
        ("999.9", 0, "1.000"),
        ("999999.95", 1, "1.000.000,0"),
        ("9" * 40, None, "9" + ".999" * 13),
        ("9" * 40 + ".5", 0, "10" + ".000" * 13),
    ],
)
def test_formatting(value: str, decimals: int | None, text: str) -> None:
    assert format_number(Decimal(value), decimals) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("91.7", "91,7%"), ("0", "0,0%"), ("-0.4", "-0,4%"), ("2766541.7", "2.766.541,7%"), ("0.25", "0,3%")],
)
def test_formatting_percentages(value: str, text: str) -> None:
    assert format_percent(Decimal(value)) == text


def test_integers_are_formatted_too() -> None:
    assert format_number(-4335322) == "-4.335.322"
    assert format_number(5, decimals=2) == "5,00"
    assert format_percent(100) == "100,0%"


@pytest.mark.parametrize("wrong", [None, 5.0, "5", b"5"])
@pytest.mark.parametrize("write", [format_number, format_percent])
def test_only_exact_values_are_formatted(wrong: object, write: Callable[..., str]) -> None:
    with pytest.raises(TypeError, match="expected a Decimal or an int"):
        write(wrong)


@pytest.mark.parametrize("value", ["NaN", "-NaN", "sNaN", "Infinity", "-Infinity"])
def test_only_finite_values_are_formatted(value: str) -> None:
    with pytest.raises(ValueError, match="only a finite number"):
        format_number(Decimal(value))
    with pytest.raises(ValueError, match="only a finite number"):
        format_percent(Decimal(value))


def test_a_negative_number_of_decimals_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative: -1"):
        format_number(Decimal(5), decimals=-1)


def test_the_callers_decimal_context_neither_matters_nor_changes() -> None:
    with localcontext(Context(prec=3, Emax=5, Emin=-5, traps=[Inexact, Rounded])) as context:
        value = parse_number("123.456.789,123456789")
        assert format_number(value) == "123.456.789,123456789"
        assert format_number(value, decimals=2) == "123.456.789,12"
        assert parse_number("1 234 567", lenient=True).as_tuple().digits == (1, 2, 3, 4, 5, 6, 7)
        assert not any(context.flags.values())
        assert context.prec == 3


def test_the_default_decimal_context_does_not_matter_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DefaultContext, "Emax", 5)
    monkeypatch.setattr(DefaultContext, "Emin", -5)
    monkeypatch.setitem(DefaultContext.traps, Inexact, True)
    assert format_number(Decimal("123456789.123456789"), decimals=2) == "123.456.789,12"


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


MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1" * MEGABYTE, id="digits"),
        pytest.param("1" * MEGABYTE + "x", id="digits, then a letter"),
        pytest.param("0" * MEGABYTE, id="zeros"),
        pytest.param("." * MEGABYTE, id="dots"),
        pytest.param("1" + ".111" * (MEGABYTE // 4), id="groups"),
        pytest.param("1" + ".111" * (MEGABYTE // 4) + ".11", id="groups, the last one short"),
        pytest.param("1" + " 111" * (MEGABYTE // 4) + "x", id="blank groups, then a letter"),
        pytest.param("1." * (MEGABYTE // 2), id="digits and dots in turn"),
        pytest.param("5," + "1" * MEGABYTE + "x", id="decimals, then a letter"),
        pytest.param(" " * MEGABYTE + "x", id="blanks"),
        pytest.param("5" + " " * MEGABYTE + "x", id="blanks behind a digit"),
        pytest.param("- " * (MEGABYTE // 2), id="minus signs"),
        pytest.param("(" * MEGABYTE, id="parentheses"),
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


def test_a_number_of_a_million_digits_is_written_at_once() -> None:
    start = time.perf_counter()
    assert len(format_number(Decimal("9" * MEGABYTE))) == MEGABYTE + (MEGABYTE - 1) // 3
    assert time.perf_counter() - start < 10
