"""What counts where objects are compared, what they show of themselves, and what is given to them by name alone."""

from __future__ import annotations

import inspect
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, fields

import gentbudget
from gentbudget import (
    Action,
    ActionPlan,
    BudgetRow,
    BudgetTable,
    Cell,
    Column,
    ContentsRow,
    Finding,
    Objective,
    Parsed,
    Period,
    Project,
    Reconciled,
    Report,
    StaffRow,
)
from gentbudget.findings import FigureRef, Gap
from tests.parser.small import SMALL

REPORT = gentbudget.parse(SMALL)
COLUMNS = (Column("Krediet"),)
ROW = BudgetRow("Saldo", COLUMNS, [5])
REF = FigureRef("AC10001", 3, "Saldo", "Krediet")

OTHERS: list[tuple[Any, dict[str, Any], set[str]]] = [
    (
        Cell(Decimal(5), "5"),
        {"value": None, "text": "5 ", "line": 3, "column": 3, "start": 3, "end": 3, "page": 3},
        {"value", "text"},
    ),
    (
        ROW,
        {"label": "Anders", "figures": (Cell(Decimal(6), "6"),), "line": 3, "section": "Saldo", "flow": "Saldo"},
        {"label", "figures", "section", "flow"},
    ),
    (StaffRow("VTE", COLUMNS, [5]), {"label": "FTE", "figures": (Cell(Decimal(6), "6"),), "line": 3}, {"label", "figures"}),
    (
        Column("Krediet"),
        {"label": "Plan", "name": "planned", "year": 2024, "is_share": True},
        {"label", "name", "year", "is_share"},
    ),
    (BudgetTable(COLUMNS, (ROW,)), {"rows": (), "columns": ()}, {"rows", "columns"}),
    (Period(2020, 2024), {"start": 2021, "end": 2025}, {"start", "end"}),
    (ContentsRow("OD1", "Wonen", 3), {"code": "OD2", "title": "Werken", "page": None}, {"code", "title", "page"}),
    (
        Project(code="PR1"),
        {
            "code": "PR2",
            "title": "Wonen",
            "owner": "Dienst",
            "status": "Lopend",
            "phase": "Ontwerp",
            "period": Period(2020, 2024),
            "paragraphs": ("Tekst.",),
            "budget": BudgetTable(COLUMNS, (ROW,)),
            "staff": StaffRow("VTE", COLUMNS, [5]),
            "lines": (3, 4),
            "page": 3,
        },
        {"code", "title", "owner", "status", "phase", "period", "paragraphs", "budget", "staff"},
    ),
    (
        ActionPlan(),
        {"organisation": "Stad", "period": Period(2020, 2024), "actions": (Action(),)},
        {"organisation", "period", "actions"},
    ),
    (Objective(), {"plans": (ActionPlan(),), "actions": (Action(),)}, {"plans", "actions"}),
    (
        Finding("a", "error", "m", 3),
        {
            "code": "b",
            "severity": "info",
            "message": "n",
            "line": 4,
            "entry": "AC1",
            "lines": (3, 4),
            "source": "other.txt",
            "start": 5,
            "end": 6,
            "gaps": (Gap("sum", REF, Decimal(5), None, None),),
            "figure": REF,
            "readings": (Decimal(5),),
            "suspects": (REF,),
        },
        {"code", "severity", "message", "line", "entry", "lines", "start", "end", "gaps", "figure", "readings", "suspects"},
    ),
    (
        REPORT,
        {
            "text": "",
            "roots": (),
            "title": "Anders",
            "year": 1999,
            "previous_year": 1998,
            "contents": (),
            "findings": (Finding("a", "error", "m", 3),),
            "unclaimed": (3,),
            "source": "other.txt",
        },
        {"text", "roots"},
    ),
]
"""An object of each class, another value for its fields, and which of them count. Of entries and rows, places do not."""


@pytest.mark.parametrize(("one", "others", "counting"), OTHERS, ids=lambda one: type(one).__name__)
def test_what_counts_where_two_are_compared(one: Any, others: dict[str, Any], counting: set[str]) -> None:
    for name, value in others.items():
        other = evolve(one, **{name: value})
        assert getattr(other, name) != getattr(one, name)
        assert (one == other) is (name not in counting), name
        if name not in counting and not isinstance(one, Report):
            assert hash(one) == hash(other), name


BY_NAME = [
    *[(kind, {field.name for field in fields(kind)}) for kind in (Objective, ActionPlan, Action, Project)],
    (Reconciled, {"dumps", "word_lines", "spans"}),
    (Finding, {"start", "end", "gaps", "figure", "readings", "suspects"}),
]


@pytest.mark.parametrize(("kind", "names"), BY_NAME)
def test_what_is_given_by_name_alone(kind: type, names: set[str]) -> None:
    parameters = inspect.signature(kind).parameters.values()
    assert {one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY} == names


SHOWN = [
    (
        REPORT,
        "Report(title='Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties', year=2024, ",
    ),
    (REPORT["OD10071"], "ActionPlan(code='OD10071', title='Betaalbaar wonen versnellen', lines="),
    (REPORT["SD10041"], "Objective(code='SD10041', title='Iedereen woont, leert en werkt hier', lines="),
    (gentbudget.compare(REPORT, REPORT), "Comparison(<text> to <text>: 0 appeared, "),
    (Parsed("2024.txt", REPORT), "Parsed(path='2024.txt', error=None)"),
    (
        evolve(Finding("a", "error", "m", 3), gaps=(Gap("sum", REF, Decimal(5), None, None),), suspects=(REF,)),
        "Finding(code='a', ",
    ),
]


@pytest.mark.parametrize(("one", "beginning"), SHOWN, ids=lambda one: type(one).__name__)
def test_what_is_shown_of_an_object_has_room_on_a_screen(one: object, beginning: str) -> None:
    assert repr(one).startswith(beginning)
    assert len(repr(one)) < 300
    assert "\n" not in repr(one)
