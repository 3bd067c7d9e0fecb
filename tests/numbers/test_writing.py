"""Dutch numbers: how they are written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, DefaultContext, Inexact, Rounded, localcontext

import pytest

from gentbudget.numbers import format_number, format_percent, parse_number


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
