"""Hypothesis strategies for reports that say other things than the accounts do."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from gentbudget import Action, ActionPlan, BudgetTable, Cell, Column, Entry, Objective, Report
from gentbudget.testing import reports

Edit = Callable[[Entry], Entry]

sentences = st.sampled_from(("Het team zorgt voor huurders.", "- Eerst aan het loket\n- Dan thuis"))


def edited(report: Report, edit: Edit) -> Report:
    """A report with every entry edited, those below others first."""

    def below(entry: Entry) -> Entry:
        match entry:
            case Objective():
                entry = evolve(entry, plans=tuple(map(below, entry.plans)))
            case ActionPlan():
                entry = evolve(entry, actions=tuple(map(below, entry.actions)))
        return edit(entry)

    return evolve(report, roots=tuple(map(below, report.roots)))


@st.composite
def reworded(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Report:
    """Reports whose titles, paragraphs and owners may be any of some texts."""

    def say(entry: Entry) -> Entry:
        said: dict[str, Any] = {
            "title": draw(st.just(entry.title) | texts),
            "paragraphs": draw(st.lists(sentences | texts, max_size=1).map(tuple)),
        }
        if isinstance(entry, Action):
            said["owner"] = draw(st.just(entry.owner) | texts)
        return evolve(entry, **said)

    return edited(draw(reports()), say)


@st.composite
def uneven(draw: st.DrawFn) -> Report:
    """Reports of which actions may have lost their header, and tables may have a column more than is usual."""
    report = draw(reports())
    wider = draw(st.booleans())

    def change(entry: Entry) -> Entry:
        if wider:
            entry = evolve(entry, budget=with_column(entry.budget))
        if type(entry) is Action and draw(st.booleans()):
            return evolve(entry, code=None, title=None, owner=None, paragraphs=())
        return entry

    return edited(report, change)


def with_column(table: BudgetTable) -> BudgetTable:
    """A table with a column behind the others that has no name."""
    year = table.columns[0].year
    columns = (*table.columns, Column(f"Krediet {year}", None, year))
    rows = (evolve(row, columns=columns, figures=(*row.figures, Cell(Decimal(7), "7"))) for row in table.rows)
    return evolve(table, columns=columns, rows=tuple(rows))
