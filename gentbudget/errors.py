"""Every error that gentbudget raises of its own accord.

Two families: `ReportError` for text that cannot be read, and `NotFoundError` for a lookup that finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_EXCERPT_LENGTH = 100


class ReportError(ValueError):
    r"""Text that cannot be read as a report, or, with ``strict=True``, that is damaged.

    ``line`` and ``column`` count from 1 and, like ``excerpt``, are None where the error concerns the text as a whole.

    >>> print(ReportError("no value for Budget 2024", line=3, column=8, excerpt="Uitgaven\t\t12"))
    line 3, column 8: no value for Budget 2024
        Uitgaven	12
    """

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None, excerpt: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.excerpt = None if excerpt is None else _shorten(excerpt)

    def __str__(self) -> str:
        where = ""
        if self.line is not None:
            where = f"line {self.line}: " if self.column is None else f"line {self.line}, column {self.column}: "
        below = f"\n    {self.excerpt}" if self.excerpt else ""
        return f"{where}{self.message}{below}"

    def __reduce__(self) -> tuple[object, ...]:
        state = {"line": self.line, "column": self.column, "excerpt": self.excerpt}
        return type(self), (self.message,), state


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
        self.close_matches = tuple(get_close_matches(wanted, list(known), n=3, cutoff=0.6))

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.close_matches)}?" if self.close_matches else ""
        return f"no {self.what} {self.wanted!r}{hint}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.wanted, self.close_matches)


class UnknownCodeError(NotFoundError):
    """No entry of the report has this code.

    >>> raise UnknownCodeError("OD1071", ["OD10071", "AC34485"])
    Traceback (most recent call last):
    gentbudget.errors.UnknownCodeError: no entry 'OD1071'; did you mean OD10071?
    """


class UnknownLabelError(NotFoundError):
    """No row or column of the table is printed under this label."""

    what = "row or column"


class MissingExtraError(ImportError):
    """A part of gentbudget was used whose optional dependencies are not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs more packages: pip install 'gentbudget[{extra}]'")


def _shorten(excerpt: str) -> str:
    """The excerpt on one printable line."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(excerpt[: 4 * _EXCERPT_LENGTH].split()))
    return line if len(line) <= _EXCERPT_LENGTH else line[: _EXCERPT_LENGTH - 1] + "…"
