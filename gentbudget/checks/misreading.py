"""Which values one misread digit can have turned into what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gentbudget.intervals import Interval, decimal_of, printable_units, printed_units


def one_digit_readings(value: Decimal, room: Interval) -> tuple[Decimal, ...]:
    """List the values that differ from a printed one in a single digit and can stand for something in ``room``.

    >>> from gentbudget.intervals import printed_interval
    >>> one_digit_readings(Decimal("6473057"), printed_interval(Decimal("6478057")))
    (Decimal('6478057'),)
    >>> one_digit_readings(Decimal("6473057"), printed_interval(Decimal("6478060")))
    ()
    """
    units, scale = printed_units(value)
    # A misread digit leaves the minus where it is, even in front of nothing.
    negative = value.is_signed()
    least, greatest = printable_units(-room if negative else room, scale)
    readings = (decimal_of(other, scale) for other in _one_digit_off(abs(units), len(str(scale)), least, greatest))
    return tuple(reading.copy_negate() if negative else reading for reading in readings)


def _one_digit_off(units: int, least_digits: int, least: int | None, greatest: int | None) -> Iterator[int]:
    """Find the numbers from ``least`` to ``greatest`` that one digit sets apart from ``units``, as this is printed."""
    digits = max(len(str(units)), least_digits)
    for position in range(digits):
        power = 10**position
        digit = units // power % 10
        # A number begins with a zero only where that is all there is before the comma.
        down = (1 if position == digits - 1 >= least_digits else 0) - digit
        up = 9 - digit
        # Only so many steps of this power stay between the bounds: mostly none.
        if least is not None:
            down = max(down, -((units - least) // power))
        if greatest is not None:
            up = min(up, (greatest - units) // power)
        for step in range(down, up + 1):
            if step:
                yield units + step * power
