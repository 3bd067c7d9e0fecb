"""Figures as they are printed: the runs of characters that stand in a row behind its labels."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, lru_cache

from attrs import define

from gentbudget.numbers import NumberFormatError, parse_number, parse_percent
from gentbudget.parser.lines.line import Line

_LONGEST = 40
"""No figure of an account has so many characters; what has is not read as one."""


Form = tuple[bool, int | None]
"""What a figure looks like: whether it is a percentage, and how many decimals it has; None if it is no number."""


@lru_cache(maxsize=1024)
def read_figure(text: str) -> tuple[Decimal | None, Form]:
    """The value and the form of a figure.

    >>> read_figure("91,7%"), read_figure("91,7x%")
    ((Decimal('91.7'), (True, 1)), (None, (True, None)))
    """
    is_share = text[-1] == "%"
    try:
        if len(text) > _LONGEST:
            raise NumberFormatError(text, _LONGEST, "too long")
        value = (parse_percent if is_share else parse_number)(text.replace(" ", ""))
    except NumberFormatError:
        return None, (is_share, None)
    exponent = value.as_tuple().exponent
    return value, (is_share, -exponent if isinstance(exponent, int) else None)


@define(eq=False)
class Figure:
    """A run of characters that stands where a figure is expected, at an offset in its line."""

    text: str
    line: Line
    offset: int

    @cached_property
    def value(self) -> Decimal | None:
        """Its value, None if it is no Dutch number."""
        return read_figure(self.text)[0]

    @property
    def form(self) -> Form:
        """What it looks like."""
        return read_figure(self.text)[1]

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.text[-1] == "%"
