"""More than two editions as a series: what each prints about its own year, one row for each code and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from gentbudget.model import ActionPlan, Entry, Period, Row
from gentbudget.report import Report

Value = str | int | Decimal | None

_SECTIONS = ("operating", "investment", "financing")
_FLOWS = ("expenditure", "receipts")
_NOT_A_WORD = re.compile(r"\W+")


def series(reports: Iterable[Report]) -> list[dict[str, Value]]:
    """What the editions print about each entry: one row for each code and year, by code as it first appears, then by year.

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
    for name, row in _named_rows(entry):
        for column, cell in zip(row.columns, row.figures, strict=True):
            yield f"{name}_{_snake_case(column.key)}", cell.value


def _named_rows(entry: Entry) -> Iterator[tuple[str, Row]]:
    names = {
        getattr(getattr(entry.budget, section), flow).label: f"{section}_{flow}" for section in _SECTIONS for flow in _FLOWS
    }
    for row in entry.budget.rows:
        yield names.get(row.label, _snake_case(row.label)), row
    yield "staff", entry.staff


def _snake_case(label: str) -> str:
    return _NOT_A_WORD.sub("_", label.casefold().replace("%", "share")).strip("_")
