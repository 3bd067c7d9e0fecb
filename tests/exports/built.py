"""Reports built by hand from the model's own classes, without any text or parser."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from gentbudget import (
    Action,
    ActionPlan,
    BudgetRow,
    BudgetTable,
    Cell,
    Column,
    Entry,
    Finding,
    Objective,
    Period,
    Project,
    Report,
    StaffRow,
)
from gentbudget.numbers import format_number

ROWS = tuple(
    (section, flow) for section in ("Exploitatie", "Investering", "Financiering") for flow in ("Uitgaven", "Ontvangsten")
)


def budget_columns(year: int) -> tuple[Column, ...]:
    return (
        Column(f"Budget {year}", "budget", year),
        Column(f"Jaarrekening {year}", "actual", year),
        Column(f"% Besteding budget {year}", "budget_used", year, is_share=True),
        Column(f"Jaarrekening {year - 1}", "previous_actual", year - 1),
        Column(f"Jaarrekening {year} t.o.v. {year - 1}", "vs_previous", year, is_share=True),
    )


def staff_columns(year: int) -> tuple[Column, ...]:
    return (
        Column(f"Plan {year}", "planned", year),
        Column(f"Betaald {year}", "paid", year),
        Column(f"% Besteding plan {year}", "plan_used", year, is_share=True),
        Column(f"Betaald {year - 1}", "previous_paid", year - 1),
        Column(f"Betaald {year} t.o.v. {year - 1}", "vs_previous", year, is_share=True),
    )


def cell(column: Column, value: Decimal | str | None) -> Cell:
    """Print a value as the accounts would; None is a lost figure."""
    value = Decimal(value) if isinstance(value, str) else value
    text = "" if value is None else format_number(value) + ("%" if column.is_share else "")
    return Cell(value, text, 1, 1, 0, len(text))


def budget(
    values: Sequence[Sequence[Decimal | str | None]],
    columns: Sequence[Column],
    labels: Sequence[tuple[str, str]] = ROWS,
) -> BudgetTable:
    """Give a table with the values of its rows, in the order of their labels."""
    rows = [
        BudgetRow(f"{section} {flow}".strip(), tuple(columns), tuple(map(cell, columns, row)), 1, section, flow)
        for (section, flow), row in zip(labels, values, strict=True)
    ]
    return BudgetTable(tuple(columns), tuple(rows))


def staff(values: Sequence[Decimal | str | None], columns: Sequence[Column]) -> StaffRow:
    return StaffRow("VTE", tuple(columns), tuple(map(cell, columns, values)), 1)


def nothing(year: int) -> dict[str, Any]:
    """Give the two tables of an entry that costs nothing."""
    zeros = ["0", "0", "0.0", "0", "0.0"]
    vte = ["0.00", "0.00", "0.0", "0.00", "0.0"]
    return {"budget": budget([zeros] * len(ROWS), budget_columns(year)), "staff": staff(vte, staff_columns(year))}


def awkward() -> Report:
    """Give texts that look like formulas, quotes and separators, names that are lost, figures that are large or lost."""
    columns = (*budget_columns(2030), Column("Raming 2031", None, 2031))
    values = [
        ["-1500", "12345678901234567890", "91.75", None, "0.0", "7"],
        ["0", "-0", "0.0", "1", "2.0", "3"],
    ]
    labels = [("Exploitatie", "Uitgaven"), ("Liquiditeiten", "Saldo")]
    tables = budget(values, columns, labels), staff(["1.25", None, "0.0", "0.5", "3.0"], staff_columns(2030))
    dangerous = '=HYPERLINK("http://example.org";"klik")'
    actions = (
        Action(
            code="AC1000",
            title=dangerous,
            paragraphs=('- punt; één\n- "punt", twee', "@tweede"),
            budget=tables[0],
            staff=tables[1],
            lines=(10, 20),
            page=3,
            owner='+Dienst, "A"; B',
        ),
        Action(code=None, title=None, paragraphs=("zonder hoofding",), **nothing(2030), lines=(21, 30)),
        Project(
            code="PR1000",
            title="Brug",
            paragraphs=(),
            budget=BudgetTable(),
            staff=StaffRow("VTE"),
            lines=(31, 40),
            status="Lopend",
            phase="Ontwerp",
            period=Period(2029, 2033),
        ),
    )
    plan = ActionPlan(
        code="OD1000",
        title="Ünïcode\u2028 plan",
        paragraphs=(),
        **nothing(2030),
        lines=(5, 9),
        period=Period(2026, 2031),
        organisation="Groep Gent",
        actions=actions,
    )
    roots: tuple[Entry, ...] = (
        Objective(code="SD1000", title="Doel", paragraphs=(), **nothing(2030), lines=(1, 4), plans=(plan,)),
    )
    findings = (
        Finding("lost-header", "error", "=de hoofding is weg", 21, source="hand.txt"),
        Finding("missing-figure", "error", "weg", 12, "AC1000", (12, 13), source="hand.txt"),
    )
    return Report("", roots, "Titel", 2030, 2029, findings=findings, unclaimed=(3, 5), source="hand.txt")
