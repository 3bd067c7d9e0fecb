"""Which values one misread digit, or another slip, can have turned into what is printed."""

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
    return readings_between(units, scale, value.is_signed(), *printable_units(room, scale))


def readings_between(units: int, scale: int, negative: bool, least: int | None, greatest: int | None) -> tuple[Decimal, ...]:
    """List the values that a single digit sets apart from a printed one, the least and the greatest of them being given.

    All but the outcome is in units of the printed value; ``negative`` says whether it is printed with a minus.

    >>> readings_between(125, 10, False, 224, 226)
    (Decimal('22.5'),)
    """
    # A misread digit leaves the minus where it is, even in front of nothing.
    if negative:
        least, greatest = None if greatest is None else -greatest, None if least is None else -least
    readings = [decimal_of(other, scale) for other in _one_digit_off(abs(units), scale, least, greatest)]
    return tuple([reading.copy_negate() if negative else reading for reading in readings])


def _one_digit_off(units: int, scale: int, least: int | None, greatest: int | None) -> Iterator[int]:
    """Find the numbers from ``least`` to ``greatest`` that one digit sets apart from ``units``, as this is printed."""
    power = 1
    while power <= units or power <= scale:
        higher = power * 10
        # Whatever this digit was, the number stays out of reach: so it is for most figures, at all but a digit or two.
        if (least is None or units + higher > least) and (greatest is None or units - higher < greatest):
            digit = units // power % 10
            # A number begins with a zero only where that is all there is before the comma.
            down = (1 if scale < power and higher > units else 0) - digit
            up = 9 - digit
            # Only so many steps of this power stay between the bounds: mostly none.
            if least is not None:
                down = max(down, -((units - least) // power))
            if greatest is not None:
                up = min(up, (greatest - units) // power)
            for step in range(down, up + 1):
                if step:
                    yield units + step * power
        power = higher


def slip_readings(units: int, scale: int, negative: bool, least: int | None, greatest: int | None) -> tuple[Decimal, ...]:
    """List the values that one slip sets apart from a printed one: a digit misread, lost, added or swapped, or a sign.

    All but the outcome is in units of the printed value, as for `readings_between`.

    >>> slip_readings(18, 1, False, 81, 81), slip_readings(-125, 10, True, 125, 125)
    ((Decimal('81'),), (Decimal('12.5'),))
    """
    sign = -1 if negative else 1
    slips = {-units, *(sign * other for other in _lost_added_or_swapped(str(abs(units))))} - {units}
    between = [o for o in sorted(slips) if (least is None or least <= o) and (greatest is None or o <= greatest)]
    digits = readings_between(units, scale, negative, least, greatest)
    return (*digits, *(reading for other in between if (reading := decimal_of(other, scale)) not in digits))


def _lost_added_or_swapped(digits: str) -> Iterator[int]:
    """Find the numbers that one digit less, one more, or two neighbours in their other order make these digits of."""
    for place in range(len(digits) + 1):
        before, behind = digits[:place], digits[place:]
        for lost in "0123456789":
            yield int(f"{before}{lost}{behind}")
        if len(digits) > 1:
            yield int(f"{before}{behind[1:]}" if behind else digits)
            yield int(f"{before}{behind[1::-1]}{behind[2:]}" if len(behind) > 1 else digits)
