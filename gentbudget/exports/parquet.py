"""Parquet: one Arrow table as a file."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from gentbudget.exports.arrow import to_arrow
from gentbudget.exports.columns import TableName
from gentbudget.exports.extras import needing
from gentbudget.report import Report


def write(report: Report, path: Path, *, table: str = "figures") -> None:
    """Write the table that `Report.to_arrow` gives, decimals as decimals."""
    with needing("parquet", "a Parquet file"):
        from pyarrow import parquet
    parquet.write_table(to_arrow(report, cast("TableName", table)), path)
