"""What an analyst does next, in pandas, polars, DuckDB and pyarrow, against sums made by hand from the report's own objects."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

from gentbudget import Action, Report

Sums = dict[str | None, Decimal]
WANTED = {"section": "operating", "flow": "expenditure", "unit": "eur"}


@pytest.fixture(scope="module")
def actions(sample: Report) -> list[tuple[Action, Decimal]]:
    """What each action and project spent, where that is known."""
    figures = [(action, action.budget.operating.expenditure.actual) for action in sample.actions]
    return [(action, figure) for action, figure in figures if figure is not None]


@pytest.fixture(scope="module")
def by_owner(actions: list[tuple[Action, Decimal]]) -> Sums:
    sums: Sums = defaultdict(Decimal)
    for action, figure in actions:
        sums[action.owner] += figure
    assert sums[None] > 0
    return dict(sums)


@pytest.fixture(scope="module")
def largest(actions: list[tuple[Action, Decimal]]) -> list[Decimal]:
    return sorted((figure for _, figure in actions), reverse=True)[:10]


@pytest.fixture(scope="module")
def figures(sample: Report) -> Any:
    """The figures as Arrow has them."""
    return sample.to_arrow()


@pytest.fixture(scope="module")
def entries(sample: Report) -> Any:
    """The entries as Arrow has them."""
    return sample.to_arrow("entries")


def whole(value: object) -> Decimal:
    return Decimal(str(value))


# ---- pandas ----------------------------------------------------------------------------------------------------------

pd = pytest.importorskip("pandas")


@pytest.fixture(scope="module")
def frame(figures: Any) -> Any:
    chosen = figures.to_pandas(types_mapper=pd.ArrowDtype)
    chosen = chosen[chosen["kind"].isin(["action", "project"])]
    for name, value in WANTED.items():
        chosen = chosen[chosen[name] == value]
    return chosen.astype({"value": "int64[pyarrow]"})


@pytest.fixture(scope="module")
def entry_frame(entries: Any) -> Any:
    return entries.to_pandas(types_mapper=pd.ArrowDtype)


def test_pandas_groups_sums_and_sorts(frame: Any, by_owner: Sums) -> None:
    spent = frame[frame["measure"] == "actual"]
    sums = spent.groupby("owner", dropna=False)["value"].sum().sort_values(ascending=False)
    assert {None if pd.isna(owner) else owner: whole(value) for owner, value in sums.items()} == by_owner
    assert [whole(value) for value in sums] == sorted(by_owner.values(), reverse=True)


def test_pandas_takes_the_ten_largest(frame: Any, largest: list[Decimal]) -> None:
    spent = frame[frame["measure"] == "actual"]
    assert [whole(value) for value in spent.nlargest(10, "value")["value"]] == largest


def test_pandas_pivots_and_divides(frame: Any, by_owner: Sums) -> None:
    table = frame.pivot_table(index="owner", columns="measure", values="value", aggfunc="sum", dropna=False)
    assert list(table.columns) == ["actual", "budget", "previous_actual"]
    assert {None if pd.isna(owner) else owner: whole(value) for owner, value in table["actual"].items()} == by_owner
    assert 0.9 < (table["actual"] / table["budget"]).median() < 1


def test_pandas_joins_every_figure_with_its_entry_by_lines(sample: Report, frame: Any, entry_frame: Any) -> None:
    right = entry_frame[["line", "last_line", "description"]].astype({"line": "int64"})
    joined = pd.merge_asof(frame.astype({"line": "int64"}), right, on="line")
    assert len(joined) == len(frame)
    assert (joined["line"] <= joined["last_line"]).all()
    described = {entry.code: entry.description for entry in sample.entries}
    known = joined[joined["code"].notna()]
    assert all(described[code] == text for code, text in zip(known["code"], known["description"], strict=True))


def test_pandas_would_join_lost_codes_with_each_other(frame: Any, entry_frame: Any) -> None:
    """The trap that the page warns of: a lost code equals every other lost code."""
    described = entry_frame[["code", "description"]]
    assert len(frame.merge(described, on="code")) > len(frame)
    known = frame.dropna(subset="code")
    assert len(known.merge(described, on="code")) == len(known)


def test_pandas_decimals_are_exact_and_have_no_nlargest(sample: Report, entry_frame: Any) -> None:
    """The trap that the page warns of; where pandas mends it, the page can go without."""
    assert entry_frame["staff_paid"].sum() == sum((e.staff.paid or Decimal(0) for e in sample.entries), Decimal(0))
    with pytest.raises(TypeError):
        entry_frame.nlargest(3, "staff_paid")
    with pytest.raises(TypeError):
        pd.DataFrame(sample.records()).nlargest(3, "value")


# ---- polars ----------------------------------------------------------------------------------------------------------

pl = pytest.importorskip("polars")


@pytest.fixture(scope="module")
def rows(figures: Any) -> Any:
    wanted = [pl.col(name) == value for name, value in WANTED.items()]
    return pl.DataFrame(figures).filter(pl.col("kind").is_in(["action", "project"]), *wanted)


def test_polars_groups_sums_and_sorts(rows: Any, by_owner: Sums) -> None:
    spent = rows.filter(pl.col("measure") == "actual")
    sums = spent.group_by("owner").agg(pl.col("value").sum()).sort("value", descending=True)
    assert dict(sums.rows()) == by_owner
    assert sums["value"].to_list() == sorted(by_owner.values(), reverse=True)


def test_polars_takes_the_ten_largest(rows: Any, largest: list[Decimal]) -> None:
    top = rows.filter(pl.col("measure") == "actual").top_k(10, by="value")
    assert sorted(top["value"].to_list(), reverse=True) == largest


def test_polars_pivots(rows: Any, by_owner: Sums) -> None:
    table = rows.pivot("measure", index="owner", values="value", aggregate_function="sum")
    assert dict(table.select("owner", "actual").rows()) == by_owner


def test_polars_joins_with_entries(rows: Any, entries: Any) -> None:
    right = pl.DataFrame(entries)
    by_code = rows.join(right.select("code", "description"), on="code", how="left")
    assert len(by_code) == len(rows)
    by_line = rows.join_asof(right.select("line", "last_line", "description").sort("line"), on="line")
    assert by_line["description"].null_count() == 0
    assert (by_line["line"] <= by_line["last_line"]).all()


# ---- DuckDB ----------------------------------------------------------------------------------------------------------

duckdb = pytest.importorskip("duckdb")

CONDITION = "kind in ('action', 'project') and section = 'operating' and flow = 'expenditure' and unit = 'eur'"
SPENT = f"{CONDITION} and measure = 'actual'"


def test_duckdb_groups_sums_and_sorts(sample: Report, by_owner: Sums) -> None:
    report = sample  # DuckDB finds the variable by its name
    query = (
        f"select owner, sum(value) as spent from report where {CONDITION} and measure = 'actual' group by all order by spent"  # noqa: S608
    )
    rows = duckdb.sql(query).fetchall()
    assert dict(rows) == by_owner
    assert [value for _, value in rows] == sorted(by_owner.values())
    assert report is sample


def test_duckdb_takes_the_ten_largest(figures: Any, largest: list[Decimal]) -> None:
    query = f"select value from figures where {SPENT} order by value desc limit 10"  # noqa: S608
    assert [value for (value,) in duckdb.sql(query).fetchall()] == largest
    assert figures


def test_duckdb_pivots(figures: Any, by_owner: Sums) -> None:
    query = f"pivot (select * from figures where {CONDITION}) on measure using sum(value) group by owner"  # noqa: S608
    table = duckdb.sql(query)
    assert table.columns == ["owner", "actual", "budget", "previous_actual"]
    assert {row[0]: row[1] for row in table.fetchall()} == by_owner
    assert figures


def test_duckdb_joins_every_figure_with_its_entry_by_lines(sample: Report, figures: Any, entries: Any) -> None:
    query = "select count(*) from figures f join entries e on f.line between e.line and e.last_line and f.kind = e.kind"
    assert duckdb.sql(query).fetchall() == [(figures.num_rows,)]
    assert entries.num_rows == len(sample.entries)


# ---- pyarrow ---------------------------------------------------------------------------------------------------------

pa = pytest.importorskip("pyarrow")
pc = pytest.importorskip("pyarrow.compute")


@pytest.fixture(scope="module")
def table(sample: Report) -> Any:
    chosen = pa.table(sample).filter(pc.is_in(pc.field("kind"), pa.array(["action", "project"])))
    for name, value in WANTED.items():
        chosen = chosen.filter(pc.field(name) == value)
    return chosen


def test_pyarrow_groups_sums_and_sorts(table: Any, by_owner: Sums) -> None:
    spent = table.filter(pc.field("measure") == "actual")
    sums = spent.group_by("owner").aggregate([("value", "sum")]).sort_by([("value_sum", "descending")])
    assert dict(zip(sums["owner"].to_pylist(), sums["value_sum"].to_pylist(), strict=True)) == by_owner
    assert sums["value_sum"].to_pylist() == sorted(by_owner.values(), reverse=True)


def test_pyarrow_takes_the_ten_largest(table: Any, largest: list[Decimal]) -> None:
    spent = table.filter(pc.field("measure") == "actual").sort_by([("value", "descending")])
    assert spent["value"][:10].to_pylist() == largest


@pytest.mark.skipif(not hasattr(pc, "PivotWiderOptions"), reason="this pyarrow does not pivot")
def test_pyarrow_pivots(table: Any, by_owner: Sums) -> None:
    sums = table.group_by(["owner", "measure"]).aggregate([("value", "sum")])
    columns = pc.PivotWiderOptions(["budget", "actual"])
    pivoted = sums.group_by("owner").aggregate([(["measure", "value_sum"], "pivot_wider", columns)])
    actual = [row["actual"] for row in pivoted["measure_value_sum_pivot_wider"].to_pylist()]
    assert dict(zip(pivoted["owner"].to_pylist(), actual, strict=True)) == by_owner


def test_pyarrow_joins_with_entries(sample: Report, table: Any, entries: Any) -> None:
    """An entry without a code is joined with none."""
    spent = table.filter(pc.field("measure") == "actual")
    joined = spent.join(entries.select(["code", "description"]), "code")
    said = dict(zip(joined["code"].to_pylist(), joined["description"].to_pylist(), strict=True))
    assert joined.num_rows == spent.num_rows
    assert {code: text for code, text in said.items() if code} == {code: sample[code].description for code in said if code}
    assert said[None] is None
