"""A Fiscal Data Package: CSV with the column types of OpenSpending, in a folder or a zip file.

Its rows are the actions and projects alone, so that sums count nothing twice: objectives and plans are their programmes
and subprogrammes. A percentage is no value of its own there, and is left out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen

from gentbudget.errors import ExportError
from gentbudget.exports.csv import harmless
from gentbudget.exports.extras import needing
from gentbudget.exports.records import Place, PrintedFigure, places, plain
from gentbudget.exports.replacing import replacing_folder
from gentbudget.model import Action, ActionPlan, Entry, Objective
from gentbudget.report import Report

_DESCRIPTOR = "datapackage.json"
_TAXONOMY = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json"
_PHASES = {
    "budget": "adjusted",
    "actual": "executed",
    "previous_actual": "executed",
    "planned": "adjusted",
    "paid": "executed",
    "previous_paid": "executed",
}
"""What OpenSpending calls the phase of the budget that a column prints, by the column's name."""

_DIRECTIONS = {"expenditure": "expenditure", "receipts": "revenue"}


@frozen
class _Column:
    """A column of a resource: its type in Table Schema and, where OpenSpending has one, its column type."""

    name: str
    type: str
    column_type: str | None = None

    def descriptor(self) -> dict[str, str]:
        return {"name": self.name, "type": self.type, **({"columnType": self.column_type} if self.column_type else {})}


_ACTIVITY = (
    _Column("fiscal_year", "integer", "date:fiscal-year"),
    _Column("program_code", "string", "activity:generic:program:code"),
    _Column("program", "string", "activity:generic:program:label"),
    _Column("subprogram_code", "string", "activity:generic:subprogram:code"),
    _Column("subprogram", "string", "activity:generic:subprogram:label"),
    _Column("project_code", "string", "activity:generic:project:code"),
    _Column("project", "string", "activity:generic:project:label"),
    _Column("owner", "string", "administrative-classification:generic:label"),
)
_BUDGET = (
    *_ACTIVITY,
    _Column("section", "string", "economic-classification:generic:level1:label"),
    _Column("direction", "string", "direction"),
    _Column("phase", "string", "phase:id"),
    _Column("value", "number", "value"),
    _Column("line", "integer"),
)
_STAFF = (*_ACTIVITY, _Column("phase", "string", "phase:id"), _Column("fte", "number"), _Column("line", "integer"))
_RESOURCES = {
    "budget": (_BUDGET, "Budget and accounts of actions and projects, in whole euros"),
    "staff": (_STAFF, "Staff of actions and projects, in full-time equivalents"),
}
_FILES = frozenset({_DESCRIPTOR, *(f"{name}.csv" for name in _RESOURCES)})


def write(report: Report, path: Path) -> None:
    """Write the package as a zip file; raises `ExportError` if frictionless would not accept it."""
    with TemporaryDirectory() as folder:
        _fill(report, Path(folder))
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for name in sorted(_FILES):
                archive.write(Path(folder) / name, name)


def write_folder(report: Report, path: Path) -> None:
    """Write the package as a folder; raises `ExportError` if frictionless would not accept it."""
    with replacing_folder(path, _FILES) as folder:
        _fill(report, folder)


def _fill(report: Report, folder: Path) -> None:
    with needing("datapackage", "a Fiscal Data Package"):
        from frictionless import Package

    for name, (columns, _) in _RESOURCES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in columns])
            writer.writeheader()
            writer.writerows(row for place in places(report) for row in _rows(place, is_staff=name == "staff"))
    descriptor = json.dumps(_descriptor(report), ensure_ascii=False, indent=2) + "\n"
    (folder / _DESCRIPTOR).write_text(descriptor, encoding="utf-8", newline="\n")
    faults = Package(str(folder / _DESCRIPTOR)).validate().flatten(["note"])
    if faults:
        raise ExportError(f"frictionless does not accept the package: {faults[0][0]}")


def _descriptor(report: Report) -> dict[str, Any]:
    year = report.year or "unknown"
    return {
        "profile": "tabular-data-package",
        "name": f"ghent-annual-accounts-{year}",
        "title": f"City of Ghent, annual accounts {year}: policy objectives, action plans, actions and projects",
        "description": "The amounts of actions and projects, which are the projects of the column types; action plans are "
        "subprograms and policy objectives programs. What a plan or objective prints itself is not repeated. "
        "Columns that are neither budget nor accounts of a year are left out. "
        "An empty code, title or owner is lost in the text that was read.",
        "columnTypes": _TAXONOMY,
        "countryCode": "BE",
        "resources": [_resource(name, columns, title) for name, (columns, title) in _RESOURCES.items()],
    }


def _resource(name: str, columns: Sequence[_Column], title: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [column.descriptor() for column in columns]}
    if name == "budget":
        currency = {"name": "currency", "type": "string", "columnType": "value-currency:code", "constant": "EUR"}
        schema["extraFields"] = [currency]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _rows(place: Place, *, is_staff: bool) -> Iterator[dict[str, object]]:
    if not isinstance(place.entry, Action):
        return
    activity = {**_named("program", place, Objective), **_named("subprogram", place, ActionPlan)}
    activity.update(_named("project", place, Action), owner=_text(place.entry.owner))
    for figure in place.figures():
        phase = _PHASES.get(figure.column.name or "")
        if phase is None or figure.cell.value is None or (figure.unit == "fte") is not is_staff:
            continue
        row = {"fiscal_year": figure.column.year, **activity, "phase": phase, "line": figure.cell.line}
        yield {**row, **({"fte": plain(figure.cell.value)} if is_staff else _amount(figure))}


def _amount(figure: PrintedFigure) -> dict[str, object]:
    value = figure.cell.value
    return {
        "section": _text(figure.section),
        "direction": _DIRECTIONS.get(figure.flow or ""),
        "value": None if value is None else plain(value),
    }


def _named(level: str, place: Place, kind: type[Entry]) -> dict[str, str | None]:
    entry = next((one for one in (*place.parents, place.entry) if isinstance(one, kind)), None)
    return {f"{level}_code": _text(entry.code if entry else None), level: _text(entry.title if entry else None)}


def _text(text: str | None) -> str | None:
    return None if text is None else harmless(text)
