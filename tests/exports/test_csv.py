"""CSV, JSON Lines and Parquet, read back."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import gentbudget
from gentbudget import Report
from gentbudget.exports.columns import FIGURES
from gentbudget.exports.csv import harmless
from gentbudget.exports.records import entry_fields
from gentbudget.numbers import parse_number

READ = {"int": int, "str": str, "decimal": Decimal}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def read_csv(path: Path, **how: Any) -> list[dict[str, str]]:
    with path.open(encoding=how.pop("encoding", "utf-8"), newline="") as file:
        return list(csv.DictReader(file, strict=True, **how))


def unquoted(text: str) -> str:
    """Give a text as it was before it was made harmless."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


@pytest.mark.parametrize("table", ["figures", "entries"])
def test_plain_csv_holds_the_records(small: Report, odd: Report, tmp_path: Path, table: str) -> None:
    for report in (small, odd):
        path = tmp_path / "out.csv"
        gentbudget.export(report, path, table=table)
        fields = FIGURES if table == "figures" else entry_fields(report)
        read = [
            {f.name: READ[f.type](unquoted(row[f.name])) if row[f.name] else None for f in fields} for row in read_csv(path)
        ]
        expected = [{k: v if v != "" else None for k, v in r.items()} for r in report.records(wide=table == "entries")]
        assert read == expected


def test_plain_csv_keeps_decimals_and_has_no_mark(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "out.csv")
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"edition,kind,code,")
    assert b",1.20,fte," in raw
    assert b",-2807,eur," in raw


def test_dutch_csv_is_what_a_dutch_spreadsheet_opens(small: Report, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    gentbudget.export(small, path, notation="dutch")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfedition;kind;code;")
    rows = read_csv(path, encoding="utf-8-sig", delimiter=";")
    values = {(row["code"], row["section"], row["flow"], row["measure"]): row["value"] for row in rows}
    assert values["AC34485", "operating", "expenditure", "budget"] == "648.927"
    assert values["AC34485", "staff", "", "paid"] == "0,93"
    assert values["AC34485", "operating", "expenditure", "budget_used"] == "94,5"
    assert values["AC34485", "financing", "receipts", "budget"] == "-1.500"
    assert [parse_number(row["value"]) for row in rows] == [record["value"] for record in small.records()]


@pytest.mark.parametrize("notation", ["plain", "dutch"])
def test_no_text_begins_as_a_formula_does(odd: Report, tmp_path: Path, notation: str) -> None:
    for table in ("figures", "entries"):
        path = tmp_path / "out.csv"
        gentbudget.export(odd, path, table=table, notation=notation)
        rows = read_csv(path, encoding="utf-8-sig", delimiter="," if notation == "plain" else ";")
        texts = [text for row in rows for name, text in row.items() if name in ("title", "owner", "description")]
        assert not [text for text in texts if text.startswith(FORMULA_STARTS)]
        assert any(text.startswith("'=HYPERLINK(") for text in texts)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_what_begins_as_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Dienst Wonen", "1 = 1", "'=1"])
def test_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_json_lines_hold_a_record_a_line_with_exact_figures(small: Report, odd: Report, tmp_path: Path) -> None:
    for report in (small, odd):
        gentbudget.export(report, tmp_path / "out.jsonl")
        lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")
        assert lines.pop() == ""
        read = [json.loads(line) for line in lines]
        assert not [row for row in read if isinstance(row["value"], float | int)]
        assert [{**row, "value": row["value"] and Decimal(row["value"])} for row in read] == report.records()


def test_json_lines_are_read_by_duckdb(small: Report, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    gentbudget.export(small, tmp_path / "out.ndjson", table="entries")
    query = f"select code, staff_paid::decimal(38, 2) from read_json('{tmp_path / 'out.ndjson'}')"  # noqa: S608
    assert duckdb.sql(query).fetchall() == [(e.code, e.staff.paid) for e in small.entries]


@pytest.mark.parametrize("table", ["figures", "entries"])
def test_parquet_holds_the_table(small: Report, odd: Report, tmp_path: Path, table: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for report in (small, odd):
        gentbudget.export(report, tmp_path / "out.parquet", table=table)
        assert parquet.read_table(tmp_path / "out.parquet") == report.to_arrow(table)


def test_parquet_is_read_by_duckdb_and_polars(small: Report, tmp_path: Path) -> None:
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    path = tmp_path / "out.parquet"
    gentbudget.export(small, path)
    values = [record["value"] for record in small.records()]
    assert [row[0] for row in duckdb.sql(f"select value from '{path}'").fetchall()] == values  # noqa: S608
    assert polars.read_parquet(path)["value"].to_list() == values
