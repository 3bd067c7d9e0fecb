"""Arrow tables: the records with exact types, for every tool that reads Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from gentbudget.errors import ExportError
from gentbudget.exports.columns import FIGURES, TABLES, Field, TableName
from gentbudget.exports.extras import needing
from gentbudget.exports.records import Record, entry_fields, entry_records, figure_records
from gentbudget.report import Report
from gentbudget.vocabulary import DECIMALS

if TYPE_CHECKING:
    import pyarrow as pa

PRECISION = 38
"""So many digits has the widest decimal that pandas, polars and DuckDB all take."""


def to_arrow(report: Report, table: TableName = "figures") -> pa.Table:
    """Give the records of figures or of entries as a `pyarrow.Table`.

    Decimals are ``decimal128(38, scale)``; the scale is the number of decimals that the accounts print, or more if this
    report prints more. Raises `ExportError` for a figure that has too many digits for that, and ValueError for a table
    that does not exist.
    """
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; there are {', '.join(TABLES)}")
    with needing("arrow", "an Arrow table"):
        import pyarrow as pa

    fields, records = (FIGURES, figure_records(report)) if table == "figures" else (entry_fields(report), entry_records(report))
    types = {"int": pa.int64(), "str": pa.string()}
    arrays, schema = [], []
    for field in fields:
        values = [record[field.name] for record in records]
        type_ = types.get(field.type) or pa.decimal128(PRECISION, _scale(field, records))
        arrays.append(pa.array(values, type_))
        schema.append(pa.field(field.name, type_))
    return pa.Table.from_arrays(arrays, schema=pa.schema(schema))


def _scale(field: Field, records: Sequence[Record]) -> int:
    """Tell how many decimals a column needs; raises `ExportError` if a value has no room beside them."""
    values = [(value, record) for record in records if isinstance(value := record[field.name], Decimal)]
    for value, record in values:
        if not value.is_finite():
            raise _no_room(field, value, record, "is no finite number")
    scale = max([_least_scale(field), *(_decimals(value) for value, _ in values)])
    for value, record in values:
        if max(value.adjusted() + 1, 0) + scale > PRECISION:
            raise _no_room(field, value, record, f"with {scale} decimals has more than {PRECISION} digits")
    return scale


def _least_scale(field: Field) -> int:
    return DECIMALS[field.unit] if field.unit else max(DECIMALS.values())


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _no_room(field: Field, value: Decimal, record: Record, why: str) -> ExportError:
    line = record["line"]
    message = f"{field.name} of {record['code'] or record['kind']}: {str(value)[:50]} {why}"
    return ExportError(message, line=line if isinstance(line, int) else None)
