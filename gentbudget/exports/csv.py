"""CSV: the records of one table, for spreadsheets and for everything else."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from gentbudget.exports.columns import FIGURES
from gentbudget.exports.records import Value, entry_fields, entry_records, figure_records, plain
from gentbudget.numbers import format_number
from gentbudget.report import Report

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, or steps over before it looks for one."""


def write(report: Report, path: Path, *, table: str = "figures", notation: str = "plain") -> None:
    """Write a table in UTF-8.

    Plain: commas, and numbers as programs write them. Dutch: semicolons, numbers as the accounts print them, and a byte
    order mark, which is what a Dutch Excel opens as it is. Text that a spreadsheet would run as a formula gets a ``'`` in
    front.
    """
    fields, records = (FIGURES, figure_records(report)) if table == "figures" else (entry_fields(report), entry_records(report))
    names = [field.name for field in fields]
    is_dutch = notation == "dutch"
    with path.open("w", encoding="utf-8-sig" if is_dutch else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if is_dutch else ",")
        writer.writerow(names)
        writer.writerows([_cell(record[name], is_dutch=is_dutch) for name in names] for record in records)


def harmless(text: str) -> str:
    """Give the text as a spreadsheet can be trusted with it.

    >>> harmless("=HYPERLINK(1)"), harmless("1 + 1")
    ("'=HYPERLINK(1)", '1 + 1')
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _cell(value: Value, *, is_dutch: bool) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Decimal):
        return format_number(value) if is_dutch else plain(value)
    return str(value)
