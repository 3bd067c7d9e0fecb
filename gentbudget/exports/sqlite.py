"""SQLite: entries, figures and findings with their keys, indices and full-text search, as Datasette serves them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gentbudget.exports.columns import ENTRY, FIGURES, FINDINGS, Field
from gentbudget.exports.extras import needing
from gentbudget.exports.records import Value, finding_records, places, plain
from gentbudget.report import Report

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]

_LARGEST = 2**63 - 1
_HUNDREDTHS = 2
_TYPES = {"int": int, "str": str}


def write(report: Report, path: Path) -> None:
    """Write the database. SQLite has no decimals: docs/datasette.md says how its two columns of figures are exact."""
    with needing("sqlite", "an SQLite database"):
        from sqlite_utils import Database

    entries, figures = _rows(report)
    with closing(Database(path)) as database:
        database.conn.execute("pragma synchronous = off")  # the whole file is synchronised when it is complete
        with database.conn:
            _create(database, "entries", {"parent_id": int, **_columns(ENTRY)}, parent_id="entries")
            figure_columns = {"entry_id": int, **_columns(FIGURES), "hundredths": int}
            _create(database, "figures", figure_columns, entry_id="entries")
            _create(database, "findings", {"entry_id": int, **_columns(FINDINGS)}, entry_id="entries")
            database.table("entries").insert_all(entries)
            database.table("figures").insert_all(figures)
            database.table("findings").insert_all(_finding_rows(report, entries))
        for table, columns in (
            ("entries", ("code", "kind", "owner", "plan_code")),
            ("figures", ("entry_id", "code", "owner", "plan_code", "measure")),
            ("findings", ("entry_id", "severity")),
        ):
            for column in columns:
                database.table(table).create_index([column])
        database.table("figures").create_index(["section", "flow", "measure"])
        for table, texts in (("entries", ("title", "description", "owner")), ("findings", ("message",))):
            database.table(table).enable_fts(texts, tokenize="unicode61 remove_diacritics 2")
        database.conn.execute("analyze")


def _columns(fields: Iterable[Field]) -> dict[str, type]:
    """Give the types of a table's columns; one of figures keeps whatever is put into it, integer or text."""
    return {field.name: _TYPES.get(field.type, bytes) for field in fields}


def _create(database: Database, table: str, columns: dict[str, type], **references: str) -> None:
    keys = [(column, other, "id") for column, other in references.items()]
    database.table(table).create({"id": int, **columns}, pk="id", foreign_keys=keys)


def _rows(report: Report) -> tuple[list[Row], list[Row]]:
    entries: list[Row] = []
    figures: list[Row] = []
    above: list[int] = []  # the ids of the entry that comes next and stands under them
    for number, place in enumerate(places(report), start=1):
        del above[len(place.parents) :]
        entries.append({"id": number, "parent_id": above[-1] if above else None, **place.entry_record()})
        above.append(number)
        for record in place.figure_records():
            value = record["value"]
            figures.append({"id": len(figures) + 1, "entry_id": number, **record, **_exact(value)})
    return entries, figures


def _exact(value: Value) -> Row:
    """Give a figure as integer or text, and in hundredths where these are whole and SQLite can count them."""
    if not isinstance(value, Decimal) or not value.is_finite():
        return {"value": None if value is None else str(value), "hundredths": None}
    is_whole = value == value.to_integral_value() and "." not in plain(value)
    hundredths = value.scaleb(_HUNDREDTHS)
    countable = hundredths == hundredths.to_integral_value() and abs(hundredths) <= _LARGEST
    return {
        "value": int(value) if is_whole and abs(value) <= _LARGEST else plain(value),
        "hundredths": int(hundredths) if countable else None,
    }


def _finding_rows(report: Report, entries: Sequence[Row]) -> Iterator[Row]:
    """Give the findings, each with the entry that it names or whose lines it stands in."""
    by_code: dict[Value, int] = {}
    for entry in entries:
        by_code.setdefault(entry["code"], entry["id"])
    for number, record in enumerate(finding_records(report), start=1):
        line = record["line"]
        at = next((one["id"] for one in entries if one["line"] <= line <= one["last_line"]), None)
        yield {"id": number, "entry_id": by_code.get(record["entry"], at) if record["entry"] else at, **record}
