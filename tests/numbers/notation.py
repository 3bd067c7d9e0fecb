"""Texts that are numbers and texts that nearly are, and what the library makes of them."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from hypothesis import strategies as st

from gentbudget.numbers import NumberFormatError, parse_number, parse_percent

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
