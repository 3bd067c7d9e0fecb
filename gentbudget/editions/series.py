"""More than two editions as a series: what each prints about its own year, one row for each code and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from gentbudget.errors import expect
from gentbudget.report import Report

if TYPE_CHECKING:
    from gentbudget.exports.records import Place, Value

_SAID = ("kind", "title", "parent_code", "owner", "organisation", "status", "phase", "period_start", "period_end")


def series(reports: Iterable[Report]) -> list[dict[str, Value]]:
    """What the editions print about each entry: one row for each code and year.

    ``reports`` are the editions, in any order. Rows come by code as it first appears, then by year.

    A row has ``code, year, kind, title, parent_code, owner, organisation, status, phase, period_start, period_end``, and each
    figure under section, flow and column: ``operating_expenditure_actual``, ``staff_paid``. Rows and columns that have no
    name in this library are there under their label: ``saldo_raming_2026``. Every row has every key; a value is None where
    that edition does not print it. Entries without a code are left out; where one code stands on several entries, it is the
    first.

    Raises ValueError for a report whose year is not told, and for two about the same year.

    >>> import gentbudget
    >>> first, *_ = gentbudget.series([gentbudget.load_sample()])
    >>> first["code"], first["year"], first["staff_paid"]
    ('SD10041', 2024, Decimal('71.77'))
    """
    from gentbudget.exports.records import places  # noqa: PLC0415 - loaded when a series is asked for

    editions = _by_year(reports)
    rows: dict[str, list[dict[str, Value]]] = {}
    for year, report in editions:
        for place in places(report):
            if place.entry.code and report[place.entry.code] is place.entry:
                rows.setdefault(place.entry.code, []).append(dict(_row(place, year)))
    keys = dict.fromkeys(key for group in rows.values() for row in group for key in row)
    return [{key: row.get(key) for key in keys} for group in rows.values() for row in group]


def _by_year(reports: Iterable[Report]) -> list[tuple[int, Report]]:
    editions: list[tuple[int, Report]] = []
    for report in reports:
        expect(report, Report, "several reports")
        if report.year is None:
            raise ValueError(f"{report.source} does not tell its year, so that it has no place in a series")
        editions.append((report.year, report))
    editions.sort(key=lambda edition: edition[0])
    for (year, one), (next_year, other) in pairwise(editions):
        if year == next_year:
            raise ValueError(f"{one.source} and {other.source} are both about {year}; a series takes one edition a year")
    return editions


def _row(place: Place, year: int) -> Iterator[tuple[str, Value]]:
    said = place.entry_record()
    yield "code", said["code"]
    yield "year", year
    yield from ((name, said[name]) for name in _SAID)
    yield from place.wide_figures()
