"""Numbers and percentages as the accounts print them, and texts that come near."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from attrs import frozen
from hypothesis import strategies as st

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?")


@frozen
class Printed:
    """A text and the number that it prints; ``value`` is None where it is no number in the printed notation."""

    text: str
    value: Decimal | None


def print_units(units: int, decimals: int) -> str:
    """Print a whole number of units of the last decimal: dots part thousands, a comma the decimals.

    >>> print_units(-123456, decimals=2)
    '-1.234,56'
    """
    whole, fraction = divmod(abs(units), 10**decimals)
    grouped = f"{whole:,}".replace(",", ".")
    return ("-" if units < 0 else "") + grouped + (f",{fraction:0{decimals}}" if decimals else "")


def dutch_numbers(*, max_decimals: int = 2, nearly: bool = True) -> st.SearchStrategy[Printed]:
    """Numbers as printed, ``1.234,50``, with their value and, unless ``nearly`` is false, texts that are nearly such.

    A text that is nearly a number has None for its value: a group mark moved or doubled, a blank for it, the marks of
    English, a sign too many, leading zeros, letters for digits, digits of another script. A parser that reads it as a
    number reads something that nobody printed.

    >>> from hypothesis import find
    >>> find(dutch_numbers(nearly=False), lambda number: number.value >= 1000)
    Printed(text='1.000', value=Decimal('1000'))
    """
    right = st.builds(_number, st.integers(-(10**12), 10**12), st.integers(0, max_decimals))
    return right | _nearly(right, _NUMBER) if nearly else right


def dutch_percentages(*, nearly: bool = True) -> st.SearchStrategy[Printed]:
    """Percentages as printed, ``91,7%``, in percent points, and texts that are nearly such.

    >>> from hypothesis import find
    >>> find(dutch_percentages(nearly=False), lambda share: share.value > 0)
    Printed(text='0,1%', value=Decimal('0.1'))
    """
    right = st.integers(-(10**7), 10**7).map(_percentage)
    percentage = re.compile(_NUMBER.pattern + "%")
    return right | _nearly(right, percentage) if nearly else right


def _number(units: int, decimals: int) -> Printed:
    return Printed(print_units(units, decimals), Decimal(units).scaleb(-decimals))


def _percentage(tenths: int) -> Printed:
    return Printed(print_units(tenths, 1) + "%", Decimal(tenths).scaleb(-1))


# ---- nearly right ----------------------------------------------------------------------------------------------------


def _move_mark(text: str, at: int) -> str:
    """Move the first group mark or comma to another place."""
    mark = next((c for c in text if c in ".,"), ".")
    rest = text.replace(mark, "", 1)
    return rest[: at % (len(rest) + 1)] + mark + rest[at % (len(rest) + 1) :]


def _insert(what: str) -> Callable[[str, int], str]:
    return lambda text, at: text[: at % (len(text) + 1)] + what + text[at % (len(text) + 1) :]


def _at_digit(change: Callable[[str], str]) -> Callable[[str, int], str]:
    def changed(text: str, at: int) -> str:
        digits = [place for place, c in enumerate(text) if c.isdecimal()]
        place = digits[at % len(digits)]
        return text[:place] + change(text[place]) + text[place + 1 :]

    return changed


def _everywhere(change: Callable[[str], str]) -> Callable[[str, int], str]:
    return lambda text, _: change(text)


_LETTERS = dict(zip("0123456789", "OlZEASGTBg", strict=True))
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

_MISPRINTS: tuple[Callable[[str, int], str], ...] = (
    _move_mark,
    _insert("."),
    _insert(","),
    _insert("-"),
    _insert(" "),
    _insert("_"),
    _everywhere(lambda text: text.replace(".", " ")),
    _everywhere(lambda text: text.replace(".", "'")),
    _everywhere(lambda text: text.translate(str.maketrans(".,", ",."))),
    _everywhere(lambda text: text.replace("-", "\N{MINUS SIGN}")),
    _everywhere(lambda text: "0" + text),
    _everywhere(lambda text: "+" + text),
    _everywhere(lambda text: text + "e5"),
    _everywhere(lambda text: text.translate(_ARABIC)),
    _everywhere(lambda text: text.removesuffix("%")),
    _everywhere(lambda text: f"({text})"),
    _at_digit(_LETTERS.__getitem__),
)


def _nearly(right: st.SearchStrategy[Printed], notation: re.Pattern[str]) -> st.SearchStrategy[Printed]:
    """Misprint right texts; one that is right nevertheless, as ``1,234`` is, is no misprint."""
    texts = st.builds(
        lambda number, misprint, at: misprint(number.text, at), right, st.sampled_from(_MISPRINTS), st.integers(0, 20)
    )
    wrong = st.sampled_from(["", "-", "%", "NaN", "inf"]) | texts
    return wrong.filter(lambda text: not notation.fullmatch(text)).map(lambda text: Printed(text, None))
