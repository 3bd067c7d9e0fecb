"""Entries and periods, and that nobody can change any part."""

from __future__ import annotations

import pickle

import pytest
from attrs import asdict, evolve, fields, has
from attrs.exceptions import FrozenInstanceError

import gentbudget
from gentbudget import Action, ActionPlan, BudgetTable, Cell, Column, ContentsRow, Finding, Objective, Period, Project, Report
from gentbudget.model import PrintedFigures
from tests.parser.small import SMALL


def test_kinds_are_words(report: Report) -> None:
    assert [entry.kind for entry in report.entries] == ["objective", "plan", "action", "project"]


def test_entries_have_what_their_kind_prints(report: Report) -> None:
    objective, plan, action, project = report.entries
    assert isinstance(objective, Objective)
    assert isinstance(plan, ActionPlan)
    assert isinstance(action, Action)
    assert isinstance(project, Project)
    assert isinstance(project, Action)
    assert not isinstance(action, Project)
    assert (plan.organisation, plan.period) == ("Groep Gent", Period(2020, 2027))
    assert action.owner == "Dienst Wonen"
    assert (project.owner, project.status, project.phase) == (
        "Dienst Stadsvernieuwing en Groen",
        "Nog niet gestart",
        "Ontwerp",
    )
    assert project.period == Period(2022, 2026)
    assert not any(hasattr(entry, "owner") for entry in (objective, plan))
    assert not any(hasattr(entry, "organisation") for entry in (objective, action, project))
    assert not any(hasattr(action, name) for name in ("status", "phase", "period"))


def test_an_entry_s_lines_go_from_its_heading_to_its_last_row(report: Report) -> None:
    lines = SMALL.split("\n")
    for entry, heading in zip(report.entries, ("Beleidsdoelstelling", "Actieplan", "Acties", "Acties"), strict=True):
        first, last = entry.lines
        assert lines[first - 1].startswith(heading)
        assert lines[last - 1].startswith("VTE")


def test_pages_are_counted_by_form_feeds_and_unknown_without_them(report: Report) -> None:
    assert {entry.page for entry in report.entries} == {None}
    assert report["AC34485"].staff.cells["paid"].page is None
    at = SMALL.index("Investering\tUitgaven\t2.000")
    text = SMALL[:at].replace("Beleidsdoelstelling SD", "\fBeleidsdoelstelling SD") + "\f" + SMALL[at:]
    paged = gentbudget.parse(text)
    assert [entry.page for entry in paged.entries] == [2, 2, 2, 3]
    budget = paged["AC34485"].budget
    assert budget.operating.expenditure.cells["budget"].page == 2
    assert budget.investment.expenditure.cells["budget"].page == 3
    assert budget.rows[2].values == report["AC34485"].budget.rows[2].values


def test_a_description_is_its_paragraphs_parted_by_a_blank_line(report: Report) -> None:
    action = report["AC34485"]
    assert action.paragraphs == ("Wie huurt, krijgt raad.", "- Eerst aan het loket\n- Dan thuis")
    assert action.description == "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
    assert (report["SD10041"].description, report["SD10041"].paragraphs) == ("", ())


def test_a_period_prints_as_the_document_does() -> None:
    period = Period(2020, 2027)
    assert str(period) == "2020 - 2027"
    assert (period.start, period.end) == (2020, 2027)


def everything(report: Report) -> list[object]:
    """One of each class that a report is made of."""
    project = report["PR40001"]
    assert isinstance(project, Project)
    row = project.budget.operating.expenditure
    return [
        *report.entries,
        project.budget,
        project.budget.operating,
        row,
        row.cells["budget"],
        row.columns[0],
        project.staff,
        project.period,
        report.contents[0],
        Finding("lost-header", "error", "lost", 3),
    ]


def test_every_part_is_frozen(report: Report) -> None:
    for part in everything(report):
        cls = type(part)
        assert has(cls)
        for field in fields(cls):
            with pytest.raises(FrozenInstanceError):
                setattr(part, field.name, None)
            with pytest.raises(FrozenInstanceError):
                delattr(part, field.name)
        with pytest.raises((FrozenInstanceError, AttributeError)):
            part.nieuw = 1  # type: ignore[attr-defined]


def test_every_part_is_equal_by_value_hashable_and_picklable(report: Report) -> None:
    twins = everything(gentbudget.parse(SMALL))
    for part, twin in zip(everything(report), twins, strict=True):
        assert part == twin
        assert hash(part) == hash(twin)
        assert pickle.loads(pickle.dumps(part)) == part  # noqa: S301 - pickled a moment ago
    assert len(set(map(type, twins))) == len(twins)


def test_parts_that_differ_are_not_equal(report: Report, table: BudgetTable) -> None:
    row = table.operating.expenditure
    assert row != table.operating.receipts
    assert row != evolve(row, label="Saldo")
    assert row.cells["budget"] != evolve(row.cells["budget"], text="1")
    assert Column("Budget 2024") != Column("Budget 2025")
    assert Period(2020, 2021) != Period(2020, 2022)
    assert ContentsRow("SD1", "Titel", 1) != ContentsRow("SD1", "Titel", 2)
    assert report["AC34485"] != report["PR40001"]


def test_an_entry_becomes_plain_data(report: Report) -> None:
    plain = asdict(report["AC34485"], value_serializer=lambda _, __, v: tuple(v) if isinstance(v, PrintedFigures) else v)
    assert plain["code"] == "AC34485"
    assert plain["budget"]["rows"][0]["figures"][0]["text"] == "648.927"


def test_a_repr_leaves_out_what_is_long() -> None:
    entry = Action(code="AC1", title="Titel", paragraphs=("Een beschrijving.",))
    assert repr(entry).startswith("Action(code='AC1', title='Titel', ")
    assert not any(part in repr(entry) for part in ("beschrijving", "budget", "staff"))


def test_reprs_are_short_enough_to_read(sample: Report) -> None:
    assert len(repr(sample)) < 400
    assert len(repr(sample["OD10071"])) < 400
    assert "OD10071" in repr(sample["OD10071"])


def test_a_cell_may_be_empty() -> None:
    cell = Cell(None, "", 3, 8, 20, 20)
    assert (cell.value, cell.text, cell.start == cell.end, cell.page) == (None, "", True, None)
