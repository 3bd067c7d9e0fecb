"""Headings and headers that are lost or damaged."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import Action, Project
from tests.damage.reading import figures, names
from tests.parser.small import SMALL, edited, without


def test_years_in_a_title_stay_in_it() -> None:
    """An action prints no period."""
    title = "Actieprogramma toegankelijkheid 2022-2026 van stations, haltes en openbare gebouwen"
    action = gentbudget.parse(edited(("Begeleiden van huurders", title)))["AC34485"]
    assert isinstance(action, Action)
    assert (action.title, action.owner) == (title, "Dienst Wonen")


def test_years_in_the_title_of_a_project_stay_in_it() -> None:
    title = "Masterplan Muide 2022 - 2026"
    project = gentbudget.parse(edited(("Bouwen van woningen aan de Muide", title)))["PR40001"]
    assert isinstance(project, Project)
    assert (project.title, str(project.period)) == (title, "2022 - 2026")
    assert project.owner == "Dienst Stadsvernieuwing en Groen"


def test_a_title_with_the_words_of_a_status_or_phase_keeps_them() -> None:
    title = "Onderzoek en Ontwerp"
    report = gentbudget.parse(edited(("Begeleiden van huurders", title)))
    assert report["AC34485"].title == title


@pytest.mark.parametrize("order", [(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_the_fields_of_a_tabbed_header_are_known_in_any_order(order: tuple[int, ...]) -> None:
    fields = ("Nog niet gestart", "Ontwerp", "2022 - 2026")
    text = edited(("\t".join(fields), "\t".join(fields[i] for i in order)))
    project = gentbudget.parse(text)["PR40001"]
    assert isinstance(project, Project)
    assert project.title == "Bouwen van woningen aan de Muide"
    assert (project.status, project.phase, str(project.period)) == fields
    assert project.owner == "Dienst Stadsvernieuwing en Groen"


def test_a_text_that_begins_with_a_table_is_read_from_there() -> None:
    text = without("Beleidsdoelstelling SD10041")
    report = gentbudget.parse(text)
    assert [entry.code for entry in report.entries][-3:] == ["OD10071", "AC34485", "PR40001"]
    assert figures(report)[-3:] == figures(gentbudget.parse(SMALL))[-3:]
    assert [f for f in report.findings if f.severity == "error"] != []


@pytest.mark.parametrize(
    "edit",
    [
        ("Iedereen woont, leert en werkt hier\n\nBudget", "Budget"),
        ("\t2020 - 2027\tGroep Gent", "\tGroep Gent"),
        ("\t2020 - 2027\tGroep Gent", "\t2020 - 2027"),
        ("\tNog niet gestart\t", "\t"),
        ("\tOntwerp\t", "\t"),
        ("\t2022 - 2026\t", "\t"),
        ("\tDienst Wonen", ""),
        ("AC34485 - Begeleiden van huurders", "AC34485 -"),
    ],
)
def test_what_a_header_lacks_has_a_finding(edit: tuple[str, str]) -> None:
    report = gentbudget.parse(edited(edit))
    assert list(report) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert len(report.findings) == 1
    assert report.findings[0].severity in ("warning", "error")
    assert report.findings[0].entry in list(report)


@pytest.mark.parametrize("between", ["\n--\t---------\n", "\n--------\t--\t--\n\n"])
def test_a_rule_below_the_heading_of_an_objective_leaves_its_title(between: str) -> None:
    report = gentbudget.parse(edited(("Beleidsdoelstelling SD10041\n", f"Beleidsdoelstelling SD10041{between}")))
    assert names(report) == names(gentbudget.parse(SMALL))
    assert report.findings == ()


def test_entries_whose_heading_is_lost_are_known_by_their_code() -> None:
    report = gentbudget.parse(edited(("Actieplan\n\nOD10071", "OD10071")))
    assert [(e.kind, e.code) for e in report.entries] == [
        ("objective", "SD10041"),
        ("plan", "OD10071"),
        ("action", "AC34485"),
        ("project", "PR40001"),
    ]
    assert [(f.code, f.entry) for f in report.findings] == [("lost-heading", "OD10071")]


def test_an_entry_that_lost_heading_and_header_is_not_merged_into_the_one_before() -> None:
    """Its tables follow upon those of another entry: they are no part of it."""
    text = edited(("Acties\n\nAC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n", ""))
    report = gentbudget.parse(text)
    whole = gentbudget.parse(SMALL)
    assert figures(report)[1] == figures(whole)[1], "the plan keeps its own figures"
    assert figures(report)[-1] == figures(whole)[-1]
    assert len(report.entries) == 4
    assert figures(report)[2] == figures(whole)[2]
    assert [f.severity for f in report.findings if f.code == "lost-header"] == ["error"]


def test_an_entry_that_stands_there_twice_is_reported_and_the_first_is_found() -> None:
    start = SMALL.index("Acties\n\nAC34485")
    end = SMALL.index("Acties\n\nPR40001")
    text = SMALL[:end] + SMALL[start:end].replace("648.927", "648.928") + SMALL[end:]
    report = gentbudget.parse(text)
    assert len(report.entries) == 5
    assert report["AC34485"].budget.operating.expenditure.budget == Decimal(648_927)
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.entry) == ("duplicate-code", "error", "AC34485")


def test_an_entry_that_only_the_contents_have_is_reported() -> None:
    report = gentbudget.parse(edited(("versnellen\t2\n", "versnellen\t2\nOD10072 - Iets anders\t9\n")))
    (finding,) = report.findings
    assert (finding.code, finding.entry) == ("missing-entry", "OD10072")
    assert "OD10072" not in report
