"""Figures as they are printed: the runs of characters that stand in a row behind its labels."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from gentbudget.numbers import NumberFormatError, parse_number, parse_percent
from gentbudget.parser import tolerances

_MINUS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\N{MINUS SIGN}"), "-")
"""What typefaces and programs have for the minus before a figure."""

Form = tuple[bool, int | None]
"""What a figure looks like: whether it is a percentage, and how many decimals it has; None if it is no number."""


class PlainDecimals(NamedTuple):
    """How many decimals the amounts and the percentages of a table have whose figures are plain numbers."""

    amount: int
    share: int


@lru_cache(maxsize=1024)
def read_figure(text: str, plain: PlainDecimals | None = None) -> tuple[Decimal | None, Form]:
    """The value and the form of a figure; ``plain`` tells how many decimals it stands for where it is a plain number.

    >>> read_figure("91,7%"), read_figure("91,7x%")
    ((Decimal('91.7'), (True, 1)), (None, (True, None)))
    >>> read_figure("91,70%", PlainDecimals(0, 1)), read_figure("1317448", PlainDecimals(0, 1))
    ((Decimal('91.7'), (True, 1)), (Decimal('1317448'), (False, 0)))
    """
    is_share = text[-1] == "%"
    value = _value(text, is_plain=plain is not None)
    if value is None:
        return None, (is_share, None)
    if plain is not None:
        value = _with_decimals(value, plain.share if is_share else plain.amount)
    return value, (is_share, _decimals(value))


def begins_amount(text: str) -> bool:
    """Whether a text that is no number is the beginning of an amount: it has a mark between thousands, and no decimal."""
    before, mark, last = text.rpartition(".")
    return bool(mark) and len(last) > 1 and f"{before}{last}".replace(".", "").isdecimal()


def decimals_needed(text: str) -> int | None:
    """How many decimals a plain number has that are not zeros at its end; None if it is no number."""
    value = _value(text, is_plain=True)
    return None if value is None else _decimals(_with_decimals(value, 0))


def _value(text: str, *, is_plain: bool) -> Decimal | None:
    try:
        if len(text) > tolerances.LONGEST_FIGURE:
            raise NumberFormatError(text, tolerances.LONGEST_FIGURE, "too long")
        printed = text[0].translate(_MINUS) + "".join(text[1:].split())
        return (parse_percent if text[-1] == "%" else parse_number)(printed, lenient=is_plain)
    except NumberFormatError:
        return None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # it is neither infinite nor no number
    return -exponent


def _with_decimals(value: Decimal, decimals: int) -> Decimal:
    """The value with so many decimals, or more if it needs them."""
    units = value.scaleb(decimals, _EXACT)
    while units != units.to_integral_value(context=_EXACT):
        decimals += 1
        units = value.scaleb(decimals, _EXACT)
    return units.quantize(Decimal(), context=_EXACT).scaleb(-decimals, _EXACT)


_EXACT = Context(2 * tolerances.LONGEST_FIGURE, Emin=MIN_EMIN, Emax=MAX_EMAX)


class Figure(NamedTuple):
    """A run of characters that stands where a figure is expected: what it says, what it looks like, and where it begins."""

    text: str
    value: Decimal | None
    form: Form
    start: int

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.form[0]

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)
