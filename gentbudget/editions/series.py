"""More than two editions as a series: what each prints about its own year, one row for each code and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from gentbudget.editions.figures import named_rows
from gentbudget.errors import expect
from gentbudget.model import ActionPlan, Entry, Period
from gentbudget.report import Report

Value = str | int | Decimal | None


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
    editions = _by_year(reports)
    rows: dict[str, list[dict[str, Value]]] = {}
    for year, report in editions:
        for code in report:
            rows.setdefault(code, []).append(dict(_row(report, report[code], year)))
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


def _row(report: Report, entry: Entry, year: int) -> Iterator[tuple[str, Value]]:
    parent = report.parent(entry)
    period: Period | None = getattr(entry, "period", None)
    yield "code", entry.code
    yield "year", year
    yield "kind", entry.kind
    yield "title", entry.title
    yield "parent_code", parent.code if parent else None
    yield "owner", getattr(entry, "owner", None)
    yield "organisation", entry.organisation if isinstance(entry, ActionPlan) else None
    yield "status", getattr(entry, "status", None)
    yield "phase", getattr(entry, "phase", None)
    yield "period_start", period.start if period else None
    yield "period_end", period.end if period else None
    for section, flow, row in named_rows(entry):
        for column, cell in zip(row.columns, row.figures, strict=True):
            yield _snake_case(f"{section} {flow or ''} {column.key}"), cell.value


def _snake_case(words: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
