"""Every error that gentbudget raises of its own accord.

Two families: `ReportError` for text that cannot be read, and `NotFoundError` for a lookup that finds nothing. What is wrong
in type is a TypeError that says what is expected.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from sys import maxsize
from types import UnionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gentbudget.findings import Finding

_EXCERPT_LENGTH = 100
_NO_NAME = "<text>"
_MOST_MATCHES = 3
_CLOSE = 0.6


class ReportError(ValueError):
    r"""Text that cannot be read as a report, or, with ``strict=True``, that is damaged.

    ``line`` and ``column`` count from 1 and, like ``excerpt``, are None where the error concerns the text as a whole.
    ``source`` is the name of the text, which the message begins with where it is known; ``finding`` is what strict
    reading stopped at, and ``entry`` the code of the entry that it concerns.

    >>> print(ReportError("no value for Budget 2024", line=3, column=8, excerpt="Uitgaven\t\t12", source="2024.txt"))
    2024.txt: line 3, column 8: no value for Budget 2024
        Uitgaven	12
    """

    def __init__(  # noqa: PLR0913 - all but the message are given by name
        self,
        message: str,
        *,
        line: int | None = None,
        column: int | None = None,
        excerpt: str | None = None,
        source: str = _NO_NAME,
        finding: Finding | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.excerpt = None if excerpt is None else _shorten(excerpt)
        self.source = source
        self.finding = finding

    @property
    def entry(self) -> str | None:
        """The code of the entry concerned, None where that is none or has none."""
        return None if self.finding is None else self.finding.entry

    def __str__(self) -> str:
        where = "" if self.source == _NO_NAME else f"{self.source}: "
        if self.line is not None:
            where += f"line {self.line}: " if self.column is None else f"line {self.line}, column {self.column}: "
        below = f"\n    {self.excerpt}" if self.excerpt else ""
        return f"{where}{self.message}{below}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message,), {name: value for name, value in vars(self).items() if name != "message"}


class NotAReportError(ReportError):
    """Text that is no overview of policy objectives, or one whose reading order is lost."""


class ExportError(ReportError):
    """A report that a file or text of the wanted form cannot hold as it is. Nothing was written."""


class NotFoundError(KeyError):
    """A lookup that found nothing. ``wanted`` is what was asked for, ``close_matches`` what comes near it."""

    what = "entry"

    def __init__(self, wanted: str, known: Iterable[str] = ()) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.close_matches = _close_matches(wanted, known)

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.close_matches)}?" if self.close_matches else ""
        return f"no {self.what} {self.wanted!r}{hint}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.wanted, self.close_matches), vars(self)


class UnknownCodeError(NotFoundError):
    """No entry of the report has this code.

    >>> raise UnknownCodeError("OD1071", ["OD10071", "AC34485"])
    Traceback (most recent call last):
    gentbudget.errors.UnknownCodeError: no entry 'OD1071'; did you mean OD10071?
    """


class WrongKindError(NotFoundError):
    """The entry with this code is of another ``kind`` than was asked for.

    >>> raise WrongKindError("AC34485", "plan", "action")
    Traceback (most recent call last):
    gentbudget.errors.WrongKindError: no plan 'AC34485': it is an action
    """

    def __init__(self, wanted: str, what: str, kind: str) -> None:
        super().__init__(wanted)
        self.what = what
        self.kind = kind

    def __str__(self) -> str:
        return f"no {self.what} {self.wanted!r}: it is {'an' if self.kind[0] in 'aeiou' else 'a'} {self.kind}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.wanted, self.what, self.kind)


class UnknownLabelError(NotFoundError):
    """No row, column or section of the table has this name or is printed under this label."""

    what = "row or column"


class MissingExtraError(ImportError):
    """A part of gentbudget was used whose optional dependencies are not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs more packages: pip install 'gentbudget[{extra}]'")


def expect(value: object, wanted: type | UnionType, said: str) -> None:
    """Raise TypeError, which says what is expected, for a value that is not of this type.

    >>> expect(3, str, "the name of a file")
    Traceback (most recent call last):
    TypeError: expected the name of a file, not int
    """
    if not isinstance(value, wanted):
        raise TypeError(f"expected {said}, not {type(value).__name__}")


def _close_matches(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """What is known that comes near, the nearest first: where two neighbours are swapped, before all else."""
    spelt: dict[str, str] = {}
    for label in known:
        spelt.setdefault(label.casefold(), label)
    folded = wanted.casefold()
    near = get_close_matches(folded, spelt, n=maxsize, cutoff=_CLOSE)
    near.sort(key=lambda label: not _are_swapped(folded, label))  # keeps the order of what is equally near
    return tuple(spelt[label] for label in near[:_MOST_MATCHES])


def _are_swapped(one: str, other: str) -> bool:
    """Whether two neighbours in one text stand the other way round in the other, and all else is the same."""
    first = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one != other and one[:first] + one[first : first + 2][::-1] + one[first + 2 :] == other


def _shorten(excerpt: str) -> str:
    """The excerpt on one printable line."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(excerpt[: 4 * _EXCERPT_LENGTH].split()))
    return line if len(line) <= _EXCERPT_LENGTH else line[: _EXCERPT_LENGTH - 1] + "…"
