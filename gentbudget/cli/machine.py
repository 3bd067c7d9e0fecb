"""What the commands say to programs, as JSON and as CSV.

Amounts are strings in JSON, so that no reader makes floats of them, and plain numbers with a point in CSV. JSON is pure
ASCII, which is the same in every encoding that a pipe may have. One thing has one name in both, as in the library.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import asdict

from gentbudget.checks import Inference, Tally
from gentbudget.cli.lookup import inferences_of
from gentbudget.editions import Change, Comparison, Movement
from gentbudget.exports.columns import FIGURES
from gentbudget.exports.records import Place, figures_of, places, row_names
from gentbudget.findings import Finding, Severity, worst_first
from gentbudget.model import Entry, Row
from gentbudget.report import Report

Record = dict[str, object]


# ---- check -------------------------------------------------------------------------------------------------


def verdicts_json(reports: Iterable[Report], severities: Collection[Severity]) -> Iterator[str]:
    """Write one array with an object for each report, in parts, so that no more than one report is held."""
    opening = "["
    for report in reports:
        yield opening + _json(_verdict(report, severities))
        opening = ", "
    yield "]" if opening != "[" else "[]"


def _verdict(report: Report, severities: Collection[Severity]) -> Record:
    audit = report.audit()
    return {
        "file": report.source,
        "title": report.title,
        "year": report.year,
        "entries": audit.entries,
        "figures": audit.figures,
        "percentages": _tally(audit.percentages),
        "sums": _tally(audit.sums),
        "diagnoses": _findings(one for one in audit.findings if one.severity in severities),
        "findings": _findings(worst_first(one for one in report.findings if one.severity in severities)),
        "inferences": [_inference(inference) for inference in audit.inferences],
        "unclaimed": report.unclaimed,
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {"tested": tally.tested, **asdict(tally)}


def _findings(findings: Iterable[Finding]) -> list[Record]:
    return [asdict(finding, filter=lambda attribute, _: attribute.name != "source") for finding in findings]


def _inference(inference: Inference) -> Record:
    return asdict(inference)


# ---- show, tree and find -----------------------------------------------------------------------------------


def entries_json(report: Report, entries: Iterable[Entry]) -> str:
    """Write an array with an object for each entry: all that it prints, and what is known against it."""
    return _json([_whole_entry(report, entry) for entry in entries])


def figures_csv(report: Report, entries: Iterable[Entry]) -> str:
    """Write a row for each printed figure of these entries, with the columns of `Report.records`."""
    at = {id(place.entry): place for place in places(report)}
    records = (record for entry in entries for record in at[id(entry)].figure_records())
    return _csv(records, [field.name for field in FIGURES])


def tree_json(report: Report) -> str:
    """Write the entries as they stand under each other."""

    def nested(entry: Entry) -> Record:
        return {**_in_tree(report, entry), "children": [nested(child) for child in entry.children]}

    return _json([nested(root) for root in report.roots])


def tree_csv(report: Report) -> str:
    """Write a row for each entry, with the code of what it stands under."""
    return _csv(_in_tree(report, entry) for entry in report.entries)


def listing_json(report: Report, entries: Iterable[Entry]) -> str:
    """Write an array with an object for each entry: what its header says."""
    return _json([_entry(report, entry) for entry in entries])


def listing_csv(report: Report, entries: Iterable[Entry]) -> str:
    """Write a row for each entry: what its header says."""
    return _csv([_entry(report, entry) for entry in entries], _ENTRY)


_ENTRY = (
    "kind", "code", "title", "parent_code", "owner", "organisation", "period_start", "period_end", "status", "phase", "line",
    "page",
)  # fmt: skip


def _entry(report: Report, entry: Entry) -> Record:
    parent = report.parent(entry)
    said = Place(report.year, entry, (parent,) if parent else ()).entry_record()
    return {name: said[name] for name in _ENTRY}


_IN_TREE = ("kind", "code", "title", "parent_code", "line")


def _in_tree(report: Report, entry: Entry) -> Record:
    said, row = _entry(report, entry), entry.budget.operating.expenditure
    return {
        **{name: said[name] for name in _IN_TREE},
        "operating_expenditure_budget": row.budget,
        "operating_expenditure_actual": row.actual,
    }


def _whole_entry(report: Report, entry: Entry) -> Record:
    return {
        **_entry(report, entry),
        "lines": entry.lines,
        "description": entry.description,
        "budget": list(map(_row, entry.budget.rows)),
        "staff": _row(entry.staff),
        "inferences": [_inference(inference) for inference in inferences_of(report, entry)],
        "findings": _findings(report.findings_of(entry)),
    }


def _row(row: Row) -> Record:
    section, flow = row_names(row)
    figures = [
        {
            "measure": figure.column.key,
            "column": figure.column.label,
            "value_year": figure.column.year,
            "value": figure.cell.value,
            "unit": figure.unit,
            "text": figure.cell.text,
            "line": figure.cell.line,
        }
        for figure in figures_of(row)
    ]
    return {"label": row.label, "section": section, "flow": flow, "line": row.line, "figures": figures}


# ---- compare -----------------------------------------------------------------------------------------------


def comparison_json(comparison: Comparison) -> str:
    """Write every difference and every figure."""
    older, newer = comparison.older, comparison.newer
    return _json(
        {
            "older": {"file": older.source, "year": older.year},
            "newer": {"file": newer.source, "year": newer.year},
            "appeared": [_entry(newer, entry) for entry in comparison.appeared],
            "vanished": [_entry(older, entry) for entry in comparison.vanished],
            "renamed": [_change(change) for change in comparison.renamed],
            "moved": [_change(change) for change in comparison.moved],
            "changed": [_change(change) for change in comparison.changed],
            "restated": [{**_movement(one), "year": one.year} for one in comparison.restated],
            "nameless": [
                {
                    "edition": one.edition,
                    "line": one.entry.lines[0],
                    "candidates": [{"code": entry.code, "line": entry.lines[0]} for entry in one.candidates],
                }
                for one in comparison.nameless
            ],
            "uncompared": comparison.uncompared,
            "movements": [_movement(movement) for movement in comparison.movements],
        }
    )


def comparison_csv(comparison: Comparison) -> str:
    """Write a row for each figure that both editions print."""
    return _csv(map(_movement, comparison.movements), _MOVEMENT)


_MOVEMENT = (
    "code", "row", "measure", "older_column", "newer_column", "before", "after", "difference", "older_line", "newer_line",
)  # fmt: skip


def _movement(movement: Movement) -> Record:
    values = (
        movement.code,
        movement.row,
        movement.measure,
        movement.older_column.label,
        movement.newer_column.label,
        movement.before,
        movement.after,
        movement.difference,
        movement.older.line,
        movement.newer.line,
    )
    return dict(zip(_MOVEMENT, values, strict=True))


def _change(change: Change) -> Record:
    return {
        "code": change.newer.code,
        "attribute": change.attribute,
        "before": str(change.before),
        "after": str(change.after),
        "older_line": change.older.lines[0],
        "newer_line": change.newer.lines[0],
    }


# ---- how it is written -------------------------------------------------------------------------------------


def _json(content: object) -> str:
    return json.dumps(content, default=_amount)


def _csv(records: Iterable[Mapping[str, object]], columns: Sequence[str] = ()) -> str:
    """Write records as CSV, without the end of the last line; ``columns`` are needed where there may be none."""
    rows = list(records)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns or (rows[0] if rows else ()))
    writer.writerows([_amount(value) if isinstance(value, Decimal) else value for value in row.values()] for row in rows)
    return out.getvalue().removesuffix("\n")


def _amount(value: object) -> str:
    """Write a Decimal without an exponent, which is the only thing here that JSON has no form for."""
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"no JSON for {type(value).__name__}")
