"""Dutch numbers, read and written exactly.

The accounts print ``4.335.322`` for four million and some, ``91,7%`` for a percentage and ``-0,4%`` for a
negative one. This module turns such text into `decimal.Decimal` and back, and refuses whatever could mean
two things. Figures stay what they were in print: no float is involved, and a value keeps the decimals that
it was printed with.
"""

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext
from functools import cache
from typing import NamedTuple, NoReturn

from babel import Locale
from babel.numbers import NumberPattern, format_decimal, parse_pattern

__all__ = ["NumberFormatError", "format_number", "format_percent", "parse_number", "parse_percent"]


class NumberFormatError(ValueError):
    """The text is not one number in the notation that was asked for.

    `text` is the whole text, `position` the index of its first character that cannot belong to a number; it
    equals ``len(text)`` where the text ends too early. `problem` says what was expected or found there.

    >>> try:
    ...     parse_number("1.234;50")
    ... except NumberFormatError as error:
    ...     print(error.position)
    ...     print(error)
    5
    '1.234;50' is not a Dutch number: unexpected ';' at position 5
    """

    def __init__(self, text: str, position: int, problem: str) -> None:
        """Take the text, the index of its first wrong character, and what is wrong there."""
        super().__init__(text, position, problem)
        self.text = text
        self.position = position
        self.problem = problem

    def __str__(self) -> str:
        """Return one line, with a long text cut down to the surroundings of the position."""
        excerpt = _excerpt(self.text, self.position)
        return f"{excerpt!r} is not a Dutch number: {self.problem} at position {self.position}"


def parse_number(text: str, *, lenient: bool = False) -> Decimal:
    """Return the value of an amount or a count, with as many decimals as are printed.

    Without `lenient` the text must have the printed form and no other: digits in groups of three parted by
    ``.``, perhaps a ``-`` in front, perhaps ``,`` and decimals. With it, the forms that people and other
    programs write are read too, as long as they mean one thing: blanks as group marks or none at all, other
    minus signs, a minus behind, parentheses, ``€`` or ``EUR``.

    Raises `NumberFormatError` if the text is anything else, and `TypeError` if it is not a `str`.

    >>> parse_number("-4.335.322")
    Decimal('-4335322')
    >>> parse_number("€ 1 234,50", lenient=True)
    Decimal('1234.50')
    """
    if _is_printed_number(text):
        return _decimal(text)
    return _read(text, _NUMBER_NOTATIONS[bool(lenient)])


def parse_percent(text: str, *, lenient: bool = False) -> Decimal:
    """Return the value of a percentage in percent points: ``91,7%`` is 91.7, not 0.917.

    The text is a number as `parse_number` reads it, with ``%`` directly behind; with `lenient`, blanks may
    stand between the two. Currency marks have no place in a percentage.

    Raises `NumberFormatError` if the text is anything else, a number without ``%`` included, and
    `TypeError` if it is not a `str`.

    >>> parse_percent("2.766.541,7%")
    Decimal('2766541.7')
    >>> parse_percent("\N{MINUS SIGN}0,4 %", lenient=True)
    Decimal('-0.4')
    """
    if _is_printed_percent(text):
        return _decimal(text[:-1])
    return _read(text, _PERCENT_NOTATIONS[bool(lenient)])


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """Return the value in the printed notation, with its own decimals or rounded to a given number of them.

    Without `decimals` nothing is rounded, dropped or added, so that `parse_number` gives the same value
    back. With it, a value halfway between two others goes away from zero (half up, as accountants round).
    The sign of a negative value that rounds to zero stays visible: ``-0``. Values of any length are written
    exactly, whatever the current decimal context is.

    Raises `TypeError` if the value is neither `Decimal` nor `int` (a float does not know its decimals), and
    `ValueError` if it is infinite or not a number or if `decimals` is negative.

    >>> format_number(Decimal("1234567.50"))
    '1.234.567,50'
    >>> format_number(Decimal("1234567.50"), decimals=0)
    '1.234.568'
    """
    if not isinstance(value, Decimal | int):
        raise TypeError(f"expected a Decimal or an int, not {type(value).__name__}")
    if decimals is not None and decimals < 0:
        raise ValueError(f"the number of decimals cannot be negative: {decimals}")
    value = Decimal(value)
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):  # "n", "N" and "F" stand for the values that are no finite number
        raise ValueError(f"only a finite number can be formatted, not {value}")
    if decimals is None:
        decimals = max(0, -exponent)

    # Babel computes in the current context, which as a rule holds 28 digits, rounds half to even and traps what the
    # caller likes.
    with localcontext(_ROUNDING):
        if max(0, value.adjusted()) + max(decimals, -exponent) >= _LONG:
            return f"{value:,.{decimals}f}".translate(_MARKS)
        return format_decimal(value, format=_pattern(decimals), locale=_locale())


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * decimals if decimals else "#,##0")


@cache
def _locale() -> Locale:
    return Locale("nl", "BE")


def format_percent(value: Decimal | int) -> str:
    """Return a value in percent points as a percentage with one decimal, rounded half up.

    Raises what `format_number` raises.

    >>> format_percent(Decimal("91.7"))
    '91,7%'
    """
    return format_number(value, decimals=1) + "%"


_ROUNDING = Context(MAX_PREC, ROUND_HALF_UP, MIN_EMIN, MAX_EMAX, traps=[InvalidOperation])

# Babel takes time with the square of the length to set the group marks; `tests/numbers` holds the two to each other.
_LONG = 1000
_MARKS = str.maketrans(".,", ",.")

# A document has some twelve thousand numbers, nearly all of them well printed; one pattern decides on those.
# No repeat borders on another that could take the same character: time grows with the length and no faster.
_PRINTED = r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?"
_is_printed_number = re.compile(_PRINTED).fullmatch
_is_printed_percent = re.compile(_PRINTED + "%").fullmatch


def _decimal(printed: str) -> Decimal:
    """Return the value of a number in the printed notation; the constructor keeps every digit."""
    return Decimal(printed.replace(".", "").replace(",", "."))


_Pattern = re.Pattern[str]


class _Notation(NamedTuple):
    """What may stand where in a number. Each pattern matches one sign, or a run of blanks or digits."""

    blanks: _Pattern
    before: _Pattern
    integer: _Pattern
    group_mark: _Pattern
    after: _Pattern
    is_percent: bool


def _printed_notation(*, is_percent: bool) -> _Notation:
    return _Notation(
        blanks=re.compile(""),
        before=re.compile("-"),
        integer=re.compile("0|[1-9][0-9]{0,2}"),
        group_mark=re.compile(r"\."),
        after=re.compile("%" if is_percent else ""),
        is_percent=is_percent,
    )


def _lenient_notation(*, is_percent: bool) -> _Notation:
    space = " \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
    minus = "-|\N{MINUS SIGN}|\N{EN DASH}"
    return _Notation(
        blanks=re.compile(f"[{space}\t\r\n]*"),
        before=re.compile(rf"{minus}|\(" if is_percent else rf"{minus}|\(|€|EUR"),
        integer=re.compile("0|[1-9][0-9]*"),
        group_mark=re.compile(rf"\.|[{space}](?=[0-9])"),
        after=re.compile(rf"{minus}|\)|%" if is_percent else rf"{minus}|\)|€|EUR"),
        is_percent=is_percent,
    )


# Indexed by whether the reading is lenient.
_NUMBER_NOTATIONS = (_printed_notation(is_percent=False), _lenient_notation(is_percent=False))
_PERCENT_NOTATIONS = (_printed_notation(is_percent=True), _lenient_notation(is_percent=True))

_DECIMAL_COMMA = re.compile(",")
_DIGITS = re.compile("[0-9]*")
_GROUP_SIZE = 3
_GROUP = re.compile("[0-9]{0,3}")

# Each role can be played once: that rules out a double negative and a currency on both sides.
_ROLES = {
    "-": "negative",
    "\N{MINUS SIGN}": "negative",
    "\N{EN DASH}": "negative",
    "(": "negative",
    ")": "closing",
    "€": "unit",
    "EUR": "unit",
    "%": "unit",
}


def _read(text: str, notation: _Notation) -> Decimal:
    """Read a text that is not simply a well printed number, or say where it goes wrong."""
    scanner = _Scanner(text)
    signs: dict[str, str] = {}

    _read_signs(scanner, notation.blanks, notation.before, signs)
    integer = _read_integer(scanner, notation)
    fraction = _read_fraction(scanner)
    _read_signs(scanner, notation.blanks, notation.after, signs)

    if signs.get("negative") == "(" and "closing" not in signs:
        scanner.fail("expected ')'")
    if notation.is_percent and "unit" not in signs:
        scanner.fail("expected '%'")
    if scanner.position < len(text):
        scanner.fail_at(scanner.position)
    return Decimal(("-" if "negative" in signs else "") + integer + fraction)


class _Scanner:
    """A text and the position up to which it was understood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def take(self, pattern: _Pattern) -> str:
        """Step over what the pattern matches here and return it; an empty string if it does not match."""
        match = pattern.match(self.text, self.position)
        if match is None:
            return ""
        self.position = match.end()
        return match[0]

    def fail(self, problem: str) -> NoReturn:
        raise NumberFormatError(self.text, self.position, problem)

    def fail_at(self, position: int) -> NoReturn:
        raise NumberFormatError(self.text, position, f"unexpected {self.text[position]!r}")


def _read_signs(scanner: _Scanner, blanks: _Pattern, pattern: _Pattern, signs: dict[str, str]) -> None:
    """Take the signs on one side of the digits, in any order, and file them in `signs` by their role."""
    scanner.take(blanks)
    while sign := scanner.take(pattern):
        role = _ROLES[sign]
        closes_nothing = role == "closing" and signs.get("negative") != "("
        if role in signs or closes_nothing:
            scanner.fail_at(scanner.position - len(sign))
        signs[role] = sign
        scanner.take(blanks)


def _read_integer(scanner: _Scanner, notation: _Notation) -> str:
    """Take the digits in front of the comma and return them without group marks."""
    leading = scanner.take(notation.integer)
    if not leading:
        scanner.fail("expected a digit")
    if leading == "0" or len(leading) > _GROUP_SIZE:
        return leading
    groups = [leading]
    first_mark = mark = scanner.take(notation.group_mark)
    while mark:
        # Two kinds of mark in one number are more likely two numbers, or one in another country's notation.
        if mark != first_mark:
            scanner.fail_at(scanner.position - 1)
        groups.append(scanner.take(_GROUP))
        if len(groups[-1]) < _GROUP_SIZE:
            scanner.fail(f"expected three digits after {mark!r}")
        mark = scanner.take(notation.group_mark)
    return "".join(groups)


def _read_fraction(scanner: _Scanner) -> str:
    """Take the comma and the decimals, if there are any, and return them as Python writes them."""
    if not scanner.take(_DECIMAL_COMMA):
        return ""
    digits = scanner.take(_DIGITS)
    if not digits:
        scanner.fail("expected a digit after ','")
    return "." + digits


def _excerpt(text: str, position: int, reach: int = 30) -> str:
    start, end = max(0, position - reach), position + reach
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
