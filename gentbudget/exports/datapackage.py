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

from gentbudget.errors import ExportError
from gentbudget.exports.columns import Field
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


_TYPES = {"int": "integer", "str": "string", "decimal": "number"}
"""The types of Table Schema."""

_COLUMN_TYPES = {
    "fiscal_year": "date:fiscal-year",
    "program_code": "activity:generic:program:code",
    "program": "activity:generic:program:label",
    "subprogram_code": "activity:generic:subprogram:code",
    "subprogram": "activity:generic:subprogram:label",
    "project_code": "activity:generic:project:code",
    "project": "activity:generic:project:label",
    "owner": "administrative-classification:generic:code",
    "section": "economic-classification:generic:level1:code",
    "direction": "direction",
    "phase": "phase:id",
    "value": "value",
}
"""What OpenSpending calls our columns. Owners and sections have no codes, and are told apart by their names."""

_ACTIVITY = (
    Field("fiscal_year", "int", "the year that the figure is about"),
    Field("program_code", "str", "the code of the policy objective"),
    Field("program", "str", "the title of the policy objective"),
    Field("subprogram_code", "str", "the code of the action plan"),
    Field("subprogram", "str", "the title of the action plan"),
    Field("project_code", "str", "the code of the action or project; empty where its header is lost"),
    Field("project", "str", "the title of the action or project; empty where it is lost"),
    Field("owner", "str", "the department or organisation that owns it; empty where it is lost"),
)
_PHASE = Field("phase", "str", "`adjusted` for the budget or the plan, `executed` for the accounts or what was paid")
_LINE = Field("line", "int", "the line of the text, from 1, that prints the figure")
_BUDGET = (
    *_ACTIVITY,
    Field("section", "str", "`operating`, `investment` or `financing`; the printed label of any other"),
    Field("direction", "str", "`expenditure` or `revenue`; empty for a row that is neither"),
    _PHASE,
    Field("value", "decimal", "the amount in euros"),
    _LINE,
)
_STAFF = (*_ACTIVITY, _PHASE, Field("fte", "decimal", "staff in full-time equivalents"), _LINE)
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


def _resource(name: str, columns: Sequence[Field], title: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": list(map(_field, columns))}
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


def _field(column: Field) -> dict[str, str]:
    described = {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}
    return described | ({"columnType": _COLUMN_TYPES[column.name]} if column.name in _COLUMN_TYPES else {})


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
