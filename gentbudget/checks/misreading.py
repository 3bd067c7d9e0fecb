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


def one_digit_makes(least: int, greatest: int) -> bool:
    """Whether one misread digit can make a difference from ``least`` to ``greatest``: so many of one power of ten, up to nine.

    >>> one_digit_makes(4987, 5013), one_digit_makes(4487, 4513)
    (True, False)
    """
    power: int = 10 ** (len(str(greatest)) - 1)
    return greatest // power * power >= least


def slip_readings(units: int, scale: int, negative: bool, least: int, greatest: int) -> tuple[Decimal, ...]:
    """List the values that one slip sets apart from a printed one: a digit misread, lost, added or swapped, or a sign.

    All but the outcome is in units of the printed value, as for `readings_between`.

    >>> slip_readings(18, 1, False, 81, 81), slip_readings(-125, 10, True, 125, 125)
    ((Decimal('81'),), (Decimal('12.5'),))
    """
    sign = -1 if negative else 1
    lowest, highest = sorted((sign * least, sign * greatest))
    slips = {-abs(units), *_lost_added_or_swapped(abs(units), lowest, highest)} - {abs(units)}
    between = sorted(sign * other for other in slips if lowest <= other <= highest)
    digits = readings_between(units, scale, negative, least, greatest)
    return (*digits, *(reading for other in between if (reading := decimal_of(other, scale)) not in digits))


def _lost_added_or_swapped(units: int, least: int, greatest: int) -> Iterator[int]:
    """Find the numbers that one digit less, one more, or two neighbours in their other order make these units of.

    Of those that one digit less makes, only what lies between the bounds: they are ten at every place.
    """
    places = len(str(units))
    for place in range(places + 1):
        power = 10**place
        higher, lower = divmod(units, power)
        without = higher * 10 * power + lower
        for lost in range(max(0, -((without - least) // power)), min(9, (greatest - without) // power) + 1):
            yield without + lost * power
        if places > 1 and place < places:
            yield higher // 10 * power + lower
        if place < places - 1:
            # The digit at this place goes one up, and the one there comes down.
            yield units + 9 * power * (higher % 10 - higher // 10 % 10)
