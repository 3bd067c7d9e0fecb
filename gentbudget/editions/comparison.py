"""Two editions compared: what became of each entry, and of each of its figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import get_args

from gentbudget.editions.figures import disagree, figures_of, statements_of
from gentbudget.editions.matching import Placed, match
from gentbudget.editions.results import Attribute, Change, Comparison, Movement, Restatement
from gentbudget.errors import expect
from gentbudget.model import Period
from gentbudget.report import Report


def compare(older: Report, newer: Report) -> Comparison:
    """What changed between two editions of the accounts, entries told apart by their code.

    The same year may be given twice, such as a first and a corrected edition. Raises ValueError where ``older`` is about
    a later year than ``newer``.

    >>> import gentbudget
    >>> older = gentbudget.load_sample()
    >>> newer = gentbudget.parse(older.text.replace("AC34485", "AC99999"))
    >>> comparison = gentbudget.compare(older, newer)
    >>> [entry.code for entry in comparison.appeared], [entry.code for entry in comparison.vanished]
    (['AC99999'], ['AC34485'])
    """
    for report in (older, newer):
        expect(report, Report, "two reports")
    if older.year and newer.year and older.year > newer.year:
        raise ValueError(f"the older report is about {older.year} and the newer about {newer.year}: give the older one first")
    matching = match(older, newer)
    changes = [change for pair in matching.pairs for change in _changes(*pair)]
    return Comparison(
        older=older,
        newer=newer,
        appeared=matching.appeared,
        vanished=matching.vanished,
        renamed=tuple(change for change in changes if change.attribute == "title"),
        moved=tuple(change for change in changes if change.attribute == "parent"),
        changed=tuple(change for change in changes if change.attribute not in ("title", "parent")),
        restated=tuple(found for pair in matching.pairs for found in _restatements(*pair)),
        movements=tuple(found for pair in matching.pairs for found in _movements(*pair)),
        nameless=matching.nameless,
        uncompared=tuple(_uncompared(matching.pairs)),
    )


def _changes(older: Placed, newer: Placed) -> Iterator[Change]:
    for attribute in get_args(Attribute):
        before, after = (_said(placed, attribute) for placed in (older, newer))
        if before and after and _plain(before) != _plain(after):
            yield Change(older.entry, newer.entry, attribute, before, after)


def _said(placed: Placed, attribute: Attribute) -> str | Period | None:
    if attribute == "parent":
        return placed.parent_code
    said: str | Period | None = getattr(placed.entry, attribute, None)
    return said


def _plain(said: str | Period) -> str:
    """What is said without what depends on the program that extracted it: ligatures and kinds of blanks."""
    return " ".join(unicodedata.normalize("NFKC", str(said)).split())


def _restatements(older: Placed, newer: Placed) -> Iterator[Restatement]:
    before, after = (statements_of(placed.entry, placed.report) for placed in (older, newer))
    for statement, is_now in after.items():
        was = before.get(statement)
        if was and disagree(was.cell.value, is_now.cell.value):
            *_, year = statement
            yield Restatement(newer.entry, is_now.row.label, was.column, is_now.column, was.cell, is_now.cell, year)


def _movements(older: Placed, newer: Placed) -> Iterator[Movement]:
    before = figures_of(older.entry)
    for key, is_now in figures_of(newer.entry).items():
        if was := before.get(key):
            yield Movement(newer.entry, is_now.row.label, was.column, is_now.column, was.cell, is_now.cell)


def _uncompared(pairs: Iterable[tuple[Placed, Placed]]) -> Iterator[str]:
    """The labels of columns that stand in the tables of one edition only, each once."""
    columns: tuple[dict[str, str], ...] = {}, {}
    for pair in pairs:
        for labels, placed in zip(columns, pair, strict=True):
            for figure in figures_of(placed.entry).values():
                labels.setdefault(figure.column.key.casefold(), figure.column.label)
    for labels, others in (columns, columns[::-1]):
        yield from (label for key, label in labels.items() if key not in others)
