"""The SQLite database, read back with sqlite3 and with Datasette."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import gentbudget
from gentbudget import Action, BudgetRow, BudgetTable, Column, Finding, Report
from gentbudget.exports.columns import ENTRY
from gentbudget.exports.records import entry_records, figure_records, finding_records

pytest.importorskip("sqlite_utils")


def opened(report: Report, folder: Path) -> sqlite3.Connection:
    gentbudget.export(report, folder / "out.sqlite")
    connection = sqlite3.connect(folder / "out.sqlite")
    connection.row_factory = sqlite3.Row
    return connection


@pytest.fixture(scope="module")
def database(sample: Report, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(opened(sample, tmp_path_factory.mktemp("sqlite"))) as connection:
        yield connection


def rows(connection: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query)]


def test_the_tables_hold_the_records(small: Report, odd: Report, tmp_path: Path) -> None:
    own = {field.name for field in ENTRY}
    for report in (small, odd):
        with closing(opened(report, tmp_path)) as connection:
            tables = {
                name: rows(connection, f"select * from {name} order by id")  # noqa: S608
                for name in ("entries", "figures", "findings")
            }
        for table in tables.values():
            assert [row["id"] for row in table] == list(range(1, len(table) + 1))
        for row in tables["figures"]:
            row["value"] = None if row["value"] is None else Decimal(str(row["value"]))
        assert without(tables["entries"], "id", "parent_id") == [
            {name: value for name, value in record.items() if name in own} for record in entry_records(report)
        ]
        assert without(tables["figures"], "id", "entry_id", "hundredths") == figure_records(report)
        assert without(tables["findings"], "id", "entry_id") == finding_records(report)


def without(records: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    """Give the records without the columns that only the database has."""
    return [{name: value for name, value in record.items() if name not in names} for record in records]


def test_no_figure_is_a_float(database: sqlite3.Connection) -> None:
    types = rows(database, "select distinct unit, typeof(value) as value, typeof(hundredths) as hundredths from figures")
    assert {(row["unit"], row["value"], row["hundredths"]) for row in types} == {
        ("eur", "integer", "integer"),
        ("fte", "text", "integer"),
        ("percent", "text", "integer"),
    }


def test_sums_and_order_are_exact(database: sqlite3.Connection, sample: Report) -> None:
    spent = "kind in ('action', 'project') and section = 'operating' and flow = 'expenditure' and measure = 'actual'"
    query = f"select owner, sum(value) as spent from figures where {spent} group by owner"  # noqa: S608
    sums = {row["owner"]: row["spent"] for row in rows(database, query)}
    by_hand: dict[str | None, Decimal] = {}
    for action in sample.actions:
        by_hand[action.owner] = by_hand.get(action.owner, Decimal(0)) + (action.budget.operating.expenditure.actual or 0)
    assert sums == by_hand
    assert sums[None] > 0
    staff = "section = 'staff' and measure = 'paid' and kind in ('action', 'project')"
    query = f"select code, hundredths from figures where {staff} order by hundredths desc limit 10"  # noqa: S608
    largest = sorted((action.staff.paid or Decimal(0) for action in sample.actions), reverse=True)[:10]
    assert [Decimal(row["hundredths"]) / 100 for row in rows(database, query)] == largest


def test_a_figure_that_sqlite_cannot_count_is_exact_as_text(odd: Report, tmp_path: Path) -> None:
    with closing(opened(odd, tmp_path)) as connection:
        found = rows(connection, "select value, hundredths from figures where value = '12345678901234567890'")
        assert found == [{"value": "12345678901234567890", "hundredths": None}]


LARGEST = 2**63 - 1


@pytest.mark.parametrize(
    ("figure", "value", "hundredths"),
    [
        ("92233720368547758.07", "92233720368547758.07", LARGEST),
        ("92233720368547758.08", "92233720368547758.08", None),
        ("-92233720368547758.07", "-92233720368547758.07", -LARGEST),
        (str(LARGEST), LARGEST, None),
        (str(LARGEST + 1), str(LARGEST + 1), None),
        ("0.125", "0.125", None),
        ("1E+3", 1000, 100_000),
    ],
)
def test_a_figure_is_an_integer_as_far_as_sqlite_counts(
    figure: str, value: object, hundredths: int | None, tmp_path: Path
) -> None:
    columns = (Column("Krediet"),)
    table = BudgetTable(columns, (BudgetRow("Saldo", columns, (Decimal(figure),)),))
    with closing(opened(Report("", (Action(code="AC1000", budget=table),)), tmp_path)) as connection:
        assert rows(connection, "select value, hundredths from figures") == [{"value": value, "hundredths": hundredths}]


def test_a_finding_leads_to_the_entry_that_it_names_or_else_to_the_one_on_its_line(tmp_path: Path) -> None:
    entries = [Action(code=code, lines=lines) for code, lines in [("AC1000", (1, 5)), (None, (6, 9)), ("AC1000", (10, 12))]]
    told = [("AC1000", 7), ("AC1000", 11), (None, 6), (None, 9), (None, 12), (None, 13), ("AC9999", 5)]
    findings = [Finding("lost-header", "error", str(place), line, code) for place, (code, line) in enumerate(told)]
    with closing(opened(Report("", tuple(entries), findings=tuple(findings)), tmp_path)) as connection:
        found = rows(connection, "select entry_id from findings order by cast(message as integer)")
    assert [row["entry_id"] for row in found] == [1, 1, 2, 2, 3, None, 1]


def test_sqlite_is_told_how_large_the_tables_are(database: sqlite3.Connection) -> None:
    assert rows(database, "select stat from sqlite_stat1 where tbl = 'figures'")


def test_keys_lead_to_the_entry_and_to_the_one_above(database: sqlite3.Connection, sample: Report) -> None:
    assert not rows(database, "pragma foreign_key_check")
    joined = rows(
        database, "select e.code, count(*) as figures from figures f join entries e on e.id = f.entry_id group by e.id"
    )
    assert sum(row["figures"] for row in joined) == len(sample.records())
    above = rows(database, "select e.code as code, p.code as above from entries e join entries p on p.id = e.parent_id")
    assert len(above) == len(sample.entries) - len(sample.roots)
    for row in above:
        if row["code"] is not None:
            parent = sample.parent(row["code"])
            assert parent is not None
            assert parent.code == row["above"]


def test_findings_lead_to_their_entry_even_without_its_code(database: sqlite3.Connection) -> None:
    lost = rows(
        database, "select e.code, e.title from findings f join entries e on e.id = f.entry_id where f.code = 'lost-header'"
    )
    assert len(lost) == 24
    assert {row["code"] for row in lost} == {None}
    missing = rows(
        database, "select e.code from findings f join entries e on e.id = f.entry_id where f.code = 'missing-column'"
    )
    assert [row["code"] for row in missing] == ["AC34852"]


def test_every_key_has_an_index(database: sqlite3.Connection) -> None:
    plan = rows(database, "explain query plan select * from figures where entry_id = 3")
    assert "USING INDEX" in plan[0]["detail"]
    for column in ("code", "owner", "plan_code", "measure"):
        plan = rows(database, f"explain query plan select * from figures where {column} = 'x'")  # noqa: S608
        assert "USING INDEX" in plan[0]["detail"]


def test_titles_and_descriptions_are_searched_without_accents(database: sqlite3.Connection, sample: Report) -> None:
    found = rows(
        database,
        "select e.code from entries_fts join entries e on e.id = entries_fts.rowid where entries_fts match 'coordineren'",
    )
    codes = {row["code"] for row in found}
    assert "AC34604" in codes
    assert all("coördineren" in f"{sample[code].title} {sample[code].description}".casefold() for code in codes if code)


@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_datasette_serves_it(small: Report, tmp_path: Path) -> None:
    """It leaves the connection to a database of its own in memory open, which Python 3.13 and later tell."""
    app = pytest.importorskip("datasette.app")
    opened(small, tmp_path).close()

    async def pages() -> list[Any]:
        datasette = app.Datasette([str(tmp_path / "out.sqlite")])
        return [
            await datasette.client.get(f"/out/{path}")
            for path in (
                "figures.json?measure=actual&section=operating&flow=expenditure&_shape=array&_sort_desc=value",
                "entries?_search=huurders",
                "figures?_facet=owner",
            )
        ]

    figures, search, facets = asyncio.run(pages())
    gc.collect()  # here, and not in another test
    assert [row["value"] for row in figures.json()] == [626530, 626530, 613509, 13021]
    assert search.status_code == 200
    assert "AC34485" in search.text
    assert "PR40001" not in search.text
    assert facets.status_code == 200
    assert "Dienst Wonen" in facets.text
