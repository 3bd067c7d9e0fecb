"""The printed layout: what is printed is read back as the same, or refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Action, ActionPlan, BudgetTable, Entry, ExportError, Objective, Report
from gentbudget.testing import reports
from tests.documents.test_dumps import READ, read
from tests.exports.built import ROWS, budget, budget_columns, nothing, staff, staff_columns
from tests.exports.strategies import reworded, uneven
from tests.parser.small import SMALL, edited
from tests.profiles import times
from tests.told import parse


def said(report: Report) -> list[object]:
    """Give what the entries of a report say, without their places."""
    own = ("kind", "code", "title", "owner", "organisation", "period", "status", "phase", "paragraphs")
    return [
        (
            [getattr(entry, name, None) for name in own],
            entry.budget.columns,
            [(row.label, row.columns, [cell.value for cell in row.figures]) for row in (*entry.budget.rows, entry.staff)],
            len(entry.children),
        )
        for entry in report.entries
    ]


def report_of(*actions: Action) -> Report:
    """Give a report with one objective, one plan and these actions."""
    plan = ActionPlan(code="OD10071", title="Betaalbaar wonen", paragraphs=(), **nothing(2024), lines=(2, 2), actions=actions)
    roots: tuple[Entry, ...] = (
        Objective(code="SD10041", title="Iedereen woont hier", paragraphs=(), **nothing(2024), lines=(1, 1), plans=(plan,)),
    )
    return Report("", roots, year=2024, previous_year=2023)


def action(code: str | None = "AC34485", title: str | None = "Begeleiden van huurders", **other: Any) -> Action:
    given_by_hand = {"paragraphs": (), "lines": (3, 3), "owner": "Dienst Wonen", **nothing(2024), **other}
    return Action(code=code, title=title, **given_by_hand)


def test_the_layout_is_that_of_the_accounts() -> None:
    """To each blank line, but that no two tables touch and that each cell of a header has a rule of one length."""
    last = "\tDienst Stadsvernieuwing en Groen\n"
    expected = edited(
        ("---------\t--\t-------------\t------------\n", "--\t--\t--\t--\n"),
        ("--\t------\n", "--\t--\n"),
        (last, f"{last}--\t--\t--\t--\t--\n"),
    )
    assert parse(SMALL).to_text() == expected.replace("184,3%\nOnderbouwing", "184,3%\n\nOnderbouwing") + "\n"


def test_the_sample_is_printed_and_read_back(sample: Report) -> None:
    printed = sample.to_text()
    back = parse(printed)
    assert said(back) == said(sample)
    assert (back.title, back.year, back.contents) == (sample.title, sample.year, sample.contents)
    assert back.to_text() == printed


def test_columns_without_rows_are_refused_for_a_head_alone_is_not_read() -> None:
    report = report_of(action(budget=BudgetTable(budget_columns(2024), ())), action("AC34486"))
    with pytest.raises(ExportError, match="the columns of AC34485 are others"):
        report.to_text()


@pytest.mark.parametrize("name", [name for name in READ if name.startswith("small.")])
def test_every_form_is_printed_in_the_one_layout(name: str) -> None:
    _, report = read(name)
    assert said(parse(report.to_text())) == said(report)


@times(2)
@given(reports() | uneven())
def test_reports_built_by_hand_are_read_back(report: Report) -> None:
    assert said(parse(report.to_text())) == said(report)


STRUCTURE = [
    *(
        "Acties",
        "Actieplan",
        "Beleidsdoelstelling SD10041",
        "Budgettaire onderbouwing",
        "Onderbouwing personeel",
        "AC34486 - Bouwen",
    ),
    *(
        "Exploitatie\tUitgaven\t1\t2\t3,0%\t4\t5,0%",
        "VTE\t\t1,00",
        "-----",
        "Lopend",
        "2020 - 2027",
        "12",
        "",
        " ",
        "Jaarrekening 2024",
    ),
    *(
        "Inhoudstafel",
        "a\tb",
        "a\nb",
        "a\fb",
        "**a**",
        "| a | b |",
        "vervolg van een zin",
        "einde zonder punt",
        "\u2028",
        "\x00",
    ),
]
awkward_texts = st.sampled_from(STRUCTURE) | st.text(max_size=30)


@times(2)
@given(reworded(awkward_texts))
def test_whatever_the_texts_say_nothing_else_is_read_back(report: Report) -> None:
    try:
        text = report.to_text()
    except ExportError:
        return
    assert said(parse(text)) == said(report)


# ---- what is lost ----------------------------------------------------------------------------------------------------


def test_lost_figures_stay_lost() -> None:
    table = budget([["100", None, "75.0", "50", "150.0"] for _ in ROWS], budget_columns(2024))
    vte = staff(["1.00", "2.00", "200.0", None, "50.0"], staff_columns(2024))
    report = report_of(action(budget=table, staff=vte))
    assert said(parse(report.to_text())) == said(report)


@pytest.mark.parametrize("lost", range(len(ROWS)))
def test_lost_rows_stay_lost(lost: int) -> None:
    whole = nothing(2024)["budget"]
    report = report_of(action(budget=evolve(whole, rows=(*whole.rows[:lost], *whole.rows[lost + 1 :]))))
    assert said(parse(report.to_text())) == said(report)


def test_a_lost_header_stays_lost() -> None:
    report = report_of(action(), action(None, None, owner=None, paragraphs=("- Een punt.\n- Nog een.",)), action("AC34486"))
    assert said(parse(report.to_text())) == said(report)


def test_a_report_without_owners_has_none() -> None:
    report = report_of(action(owner=None), action("AC34486", "Bouwen van huizen", owner=None))
    assert said(parse(report.to_text())) == said(report)


def test_a_figure_that_cannot_be_read_is_printed_as_it_was() -> None:
    report = parse(SMALL.replace("\t613.509", "\t613.5O9"))
    assert "\t613.5O9\t" in report.to_text()


def test_figures_that_were_never_printed_are_written_as_the_accounts_would() -> None:
    row = nothing(2024)["budget"].rows[0]
    values = [Decimal(1_234_567), Decimal(-5), Decimal("91.7"), Decimal(0), Decimal("0.0")]
    cells = tuple(evolve(cell, value=value, text="") for cell, value in zip(row.figures, values, strict=True))
    table = evolve(nothing(2024)["budget"], rows=(evolve(row, figures=cells),))
    assert "Exploitatie\tUitgaven\t1.234.567\t-5\t91,7%\t0\t0,0%\n" in report_of(action(budget=table)).to_text()


def without_organisation(code: str) -> Report:
    """Give the sample without the organisation of one of its plans."""
    sample = gentbudget.load_sample()
    first, *rest = sample.roots
    assert isinstance(first, Objective)
    plans = tuple(evolve(plan, organisation=None) if plan.code == code else plan for plan in first.plans)
    return evolve(sample, roots=(evolve(first, plans=plans), *rest))


def mislabelled() -> BudgetTable:
    """Give a table with a row that has another label than its section and flow make."""
    first, *rest = nothing(2024)["budget"].rows
    return BudgetTable(first.columns, (evolve(first, label="Saldo"), *rest))


# ---- what cannot be printed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "message"),
    [
        (lambda: Report("", ()), "would not be read as a report"),
        (lambda: report_of(action(paragraphs=("Acties",))), "the children of OD10071"),
        (lambda: report_of(action(title="twee\nregels")), "title of AC34485"),
        (lambda: report_of(action(paragraphs=("Zonder punt", "en verder."))), "paragraphs of AC34485"),
        (lambda: report_of(action(paragraphs=("Zonder punt", "en verder."), owner=None)), r"would be \(.*\)$"),
        (lambda: report_of(action(budget=mislabelled())), "rows or columns of AC34485 are others"),
        (lambda: report_of(action("PR34485")), "kind of PR34485 is 'action', and would be 'project'"),
        (lambda: report_of(action(owner="Dienst\tWonen")), "AC34485"),
        (lambda: without_organisation("OD10072"), "would be None: without organisation, nothing shows where the title ends"),
    ],
)
def test_what_would_be_read_as_something_else_is_refused(report: Callable[[], Report], message: str) -> None:
    with pytest.raises(ExportError, match=message):
        report().to_text()
