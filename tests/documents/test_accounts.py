"""The invented reports must be right themselves before anything is tested with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest

from .accounts import (
    BUDGET_ROWS,
    DUMPS,
    DrawnEntry,
    amount_columns,
    consistent_report,
    drawn_report,
    dump_expected,
    dutch,
    load_expected,
    print_report,
    read_expected,
    rounded,
    tab_separated,
    value_of,
)
from .extractors import LOST_READING_ORDER
from .make_dumps import DOCUMENTS, PRINTERS, READ_FROM_PRINTERS

SEEDS = range(25)


def drawn(seed: int) -> tuple[DrawnEntry, ...]:
    return drawn_report(Random(seed), objectives=3, plans=5, actions=20, negative=0.1)


def walk(objectives: tuple[DrawnEntry, ...]) -> Iterator[DrawnEntry]:
    for objective in objectives:
        yield from objective.walk()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_sum_is_exact_before_rounding(seed: int) -> None:
    parents = [entry for entry in walk(drawn(seed)) if entry.children]
    assert len(parents) == 8
    for parent in parents:
        for place, row in enumerate(parent.amounts.budget):
            for column, amount in enumerate(row):
                assert amount == sum(child.amounts.budget[place][column] for child in parent.children)
        for column, amount in enumerate(parent.amounts.staff):
            assert amount == sum(child.amounts.staff[column] for child in parent.children)


@pytest.mark.parametrize("seed", SEEDS)
def test_printed_figures_equal_a_recomputation_with_decimals(seed: int) -> None:
    objectives = drawn(seed)
    report = print_report(objectives, year=2024)

    def recomputed(amounts: tuple[int, ...], unit: str, decimals: str) -> list[Decimal]:
        budget, actual, previous = (Decimal(amount) * Decimal(unit) for amount in amounts)
        plain = [value.quantize(Decimal(decimals), ROUND_HALF_UP) for value in (budget, actual, previous)]
        ratios = [
            (100 * actual / base).quantize(Decimal("0.1"), ROUND_HALF_UP) if base else Decimal(0) for base in (budget, previous)
        ]
        return [plain[0], plain[1], ratios[0], plain[2], ratios[1]]

    for entry, printed in zip(walk(objectives), report.entries, strict=True):
        for amounts, row in zip(entry.amounts.budget, printed.budget, strict=True):
            assert [value_of(cell) for cell in row] == recomputed(amounts, "0.01", "1")
        assert [value_of(cell) for cell in printed.staff] == recomputed(entry.amounts.staff, "0.001", "0.01")


def test_rounding_shows_as_sums_of_printed_amounts_that_are_off_by_a_little() -> None:
    """If printed sums always agreed, the reports would be too tame to test a tolerance with."""
    differences = set()
    for seed in SEEDS:
        objectives = drawn(seed)
        printed = {entry.code: entry for entry in print_report(objectives, year=2024).entries}
        for parent in walk(objectives):
            if parent.children:
                below = [printed[child.words.code] for child in parent.children]
                for place, row in enumerate(printed[parent.words.code].budget):
                    differences.add(value_of(row[0]) - sum(value_of(entry.budget[place][0]) for entry in below))
    assert differences >= {0, 1, -1}
    assert max(map(abs, differences)) <= 5


def test_a_division_by_hidden_cents_and_one_by_nothing_both_occur() -> None:
    rows = [row for seed in SEEDS for e in print_report(drawn(seed), year=2024).entries for row in e.budget]
    assert any(row[0] == "0" and value_of(row[1]) > 0 and row[2] == "0,0%" for row in rows)
    assert any(row[0] == "0" and value_of(row[2]) > 1000 for row in rows)


@pytest.mark.parametrize(
    ("units", "decimals", "printed"),
    [
        (0, 0, "0"),
        (0, 2, "0,00"),
        (5, 2, "0,05"),
        (-5, 1, "-0,5"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (-1234567, 0, "-1.234.567"),
        (27665417, 1, "2.766.541,7"),
    ],
)
def test_dutch(units: int, decimals: int, printed: str) -> None:
    assert dutch(units, decimals) == printed


@pytest.mark.parametrize(
    ("numerator", "denominator", "nearest"),
    [(149, 100, 1), (150, 100, 2), (-149, 100, -1), (-150, 100, -2), (5, -10, -1), (-49, 100, 0), (3, 2, 2)],
)
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, nearest: int) -> None:
    assert rounded(numerator, denominator) == nearest


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("padded", [False, True])
def test_the_tab_form_has_a_row_for_every_row_of_every_entry(seed: int, padded: bool) -> None:
    report = print_report(drawn(seed), year=2024)
    rows = [line.split("\t") for line in tab_separated(report, padded=padded).split("\n")]
    budget = [row for row in rows if len(row) == 7 and row[1] in ("Uitgaven", "Ontvangsten")]
    assert budget == [
        [*labels, *cells] for entry in report.entries for labels, cells in zip(BUDGET_ROWS, entry.budget, strict=True)
    ]
    assert len(budget) == 6 * len(report.entries)
    assert [row[2:] for row in rows if row[0] == "VTE"] == [list(entry.staff) for entry in report.entries]


def test_entries_stand_in_document_order_under_distinct_codes() -> None:
    report = consistent_report(Random(1), objectives=2, plans=5, actions=17)
    kinds = [entry.kind for entry in report.entries]
    assert kinds[:2] == ["objective", "plan"]
    assert (kinds.count("objective"), kinds.count("plan")) == (2, 5)
    assert kinds.count("action") + kinds.count("project") == 17
    assert len({entry.code for entry in report.entries}) == 24


def test_other_columns_print_amounts_side_by_side() -> None:
    years = amount_columns(*(f"Raming {year}" for year in range(2026, 2032)))
    staff = amount_columns("Plan 2026", "Plan 2027")
    report = consistent_report(Random(7), year=2026, budget=years, staff=staff)
    assert report.budget_columns[0] == "Raming 2026"
    assert {len(row) for entry in report.entries for row in entry.budget} == {6}
    assert {len(entry.staff) for entry in report.entries} == {2}
    assert not any("%" in cell for entry in report.entries for row in entry.budget for cell in row)


@pytest.mark.parametrize("seed", SEEDS)
def test_json_round_trip(seed: int) -> None:
    report = consistent_report(Random(seed))
    assert read_expected(dump_expected(report)) == report


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_expected_values_on_disk_are_those_the_generator_draws(document: str) -> None:
    assert load_expected(document) == DOCUMENTS[document]()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_dump_holds_every_figure_in_printed_order(document: str) -> None:
    """What a parser can be asked to read must be there to be read."""
    figures = [cell for entry in load_expected(document).entries for row in (*entry.budget, entry.staff) for cell in row]
    dumps = [
        dump
        for printer in PRINTERS
        for tool in set(READ_FROM_PRINTERS) - LOST_READING_ORDER
        for dump in DUMPS.glob(f"{document}.{printer}.{tool}-[0-9]*")
    ]
    assert len(dumps) == 16
    for dump in [*dumps, *DUMPS.glob(f"{document}.tabs*.txt")]:
        found = iter(re.findall(r"[-\d.,]*\d%?", dump.read_text(encoding="utf-8")))
        assert all(figure in found for figure in figures), dump.name
