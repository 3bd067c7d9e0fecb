"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from gentbudget.exports.records import Value, entry_records, figure_records, plain
from gentbudget.report import Report


def write(report: Report, path: Path, *, table: str = "figures") -> None:
    """Write one object a line. Figures are strings, so that no reader makes floats of them."""
    records = figure_records(report) if table == "figures" else entry_records(report)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            json.dump({name: _json(value) for name, value in record.items()}, file, ensure_ascii=False)
            file.write("\n")


def _json(value: Value) -> int | str | None:
    return plain(value) if isinstance(value, Decimal) else value
