"""The way from text to `Report`, in five steps, each a package that knows only those above it.

1. lines: bytes become text, and the grammar says what each line is; a line is read into cells once.
2. tables: columns from heads, figures from rows, each figure under its column.
3. headers: code, title, owner, status, phase and period; neither of tables and headers knows the other.
4. entries: lines become entries with their headers, tables and descriptions, in their hierarchy.
5. report: the whole, with what only the whole shows.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Final

from gentbudget.errors import ReportError, expect
from gentbudget.parser.entries.hierarchy import hierarchy
from gentbudget.parser.headers.hyphens import AND
from gentbudget.parser.headers.known import Known, shipped
from gentbudget.parser.lines.decoding import as_meant, decode
from gentbudget.parser.lines.formats import refuse_other_formats
from gentbudget.parser.lines.misreading import distance
from gentbudget.parser.report import read_report
from gentbudget.report import Report

__all__ = ["AND", "Known", "distance", "hierarchy", "known_from", "parse", "parse_file", "text_of"]


class _Default(Enum):
    """What `parse` takes for known where nothing is said."""

    SHIPPED = "the list of names that ships with the package"


SHIPPED: Final = _Default.SHIPPED
KnownFrom = Report | Iterable[str] | Known | _Default | None
"""What may be known from elsewhere: as users give it, or as `known_from` made it of that."""


def parse(
    text: str | bytes,
    *,
    strict: bool = False,
    source: str = "<text>",
    known: KnownFrom = SHIPPED,
) -> Report:
    """Read the text of an overview of policy objectives.

    ``text`` is a str, or bytes in UTF-8, UTF-16 with a byte order mark, or Windows-1252. ``source`` is what findings and
    errors call it. ``known`` helps to part title and owner where nothing printed does: another report (of another year, or
    another dump of the same), or the names of owners and organisations; None for nothing but the text itself. Left out, it
    is a list of names that ships with the package. It never puts a word into a header that the text does not print there.

    Raises `NotAReportError` for text that is no such overview or whose reading order is lost; with ``strict``, `ReportError`
    at the first finding of severity ``error``.

    >>> from gentbudget import load_sample
    >>> text = load_sample().text.replace("magazijnen Dienst FM Welzijn", "magazijnen Magazijn Zuid")
    >>> parse(text)["ACO1011"].owner
    >>> parse(text, known=["Magazijn Zuid"])["ACO1011"].owner
    'Magazijn Zuid'
    """
    names = known_from(known)
    try:
        with _uncollected():
            report = read_report(text_of(text), source, names)
    except ReportError as error:
        error.source = source
        raise
    if strict:
        _refuse_damage(report)
    return report


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no cycles be collected meanwhile.

    Reading makes hardly any, but keeps nearly all that it makes. The collector would walk through that again and again: a
    quarter of the time that a long text takes, and so more than twice the time for twice the text. What was made counts as old
    afterwards, so that it does not walk through all of it at once either.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if not gc.get_freeze_count():  # else somebody has other plans for what is frozen
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def text_of(text: str | bytes) -> str:
    """The text, decoded where it is bytes; raises `NotAReportError` for what is a document of another format, or empty."""
    if isinstance(text, bytes | bytearray | memoryview):
        text = decode(bytes(text))
    expect(text, str, "str or bytes")
    refuse_other_formats(text)
    return as_meant(text)


def parse_file(
    file: str | PathLike[str] | IO[str] | IO[bytes],
    *,
    strict: bool = False,
    known: KnownFrom = SHIPPED,
) -> Report:
    """Read the overview in a file: a path, or a file that is open for text or bytes.

    ``strict`` and ``known`` are as for `parse`. Findings call the text by the file's name without folders.

    Raises OSError if the file cannot be read, and what `parse` raises.
    """
    if isinstance(file, str | PathLike):
        return parse(Path(file).read_bytes(), strict=strict, source=Path(fspath(file)).name, known=known)
    if not hasattr(file, "read"):
        raise TypeError(f"expected a path or an open file, not {type(file).__name__}")
    name = getattr(file, "name", None)
    source = Path(name).name if isinstance(name, str) else "<file>"
    return parse(file.read(), strict=strict, source=source, known=known)


def known_from(known: KnownFrom) -> Known:
    """What is known, as the parser uses it: read once, it serves many texts. Raises TypeError for what is none."""
    if isinstance(known, Known):
        return known
    if known is None:
        return Known()
    if isinstance(known, _Default):
        return shipped()
    if isinstance(known, Report):
        owners = [getattr(entry, "owner", None) or getattr(entry, "organisation", None) or "" for entry in known.entries]
        return Known.of(owners, {entry.code: entry.title for entry in known.entries if entry.code and entry.title})
    names = None if isinstance(known, str) or not isinstance(known, Iterable) else tuple(known)
    if names is None or not all(isinstance(name, str) for name in names):
        raise TypeError(f"known is a Report, an iterable of names, or None, not {known!r:.60}")
    return Known.of(names)


def _refuse_damage(report: Report) -> None:
    """Raise `ReportError` at the first finding that says that a figure or an entry is lost or in doubt."""
    for finding in report.findings:
        if finding.severity == "error":
            raise ReportError(
                f"{finding.code}: {finding.message}",
                line=finding.line,
                column=1,
                excerpt=report.text.split("\n")[finding.line - 1],
                source=report.source,
                finding=finding,
            )
