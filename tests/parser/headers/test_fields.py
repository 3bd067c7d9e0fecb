"""Status, phase and period, and the kind of an entry: told by what is printed, not by the letters of codes."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Action, ActionPlan, Entry, Project, Report
from tests.parser.small import edited

PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
PLAN = "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------"
TITLE = "Bouwen van woningen aan de Muide"
OWNER = "Dienst Stadsvernieuwing en Groen"


def said(report: Report, code: str) -> dict[str, str]:
    """What is found about an entry."""
    return {finding.code: finding.message for finding in report.findings if finding.entry == code}


def parts(entry: Entry) -> tuple[str | None, ...]:
    """Title, status, phase, period and owner of a project."""
    assert isinstance(entry, Project)
    period = str(entry.period) if entry.period else None
    return entry.title, entry.status, entry.phase, period, entry.owner


@pytest.mark.parametrize("form", ["\t", "  ", "\n"])
@pytest.mark.parametrize("code", ["IP40001", "AC40001", "PO40001", "SD40001"])
def test_status_phase_and_period_below_acties_make_a_project_whatever_its_code(code: str, form: str) -> None:
    header = PROJECT.replace("PR40001", code).replace("\t", form)
    report = gentbudget.parse(edited((PROJECT, header)))
    title, *fields, owner = parts(report[code])
    assert fields == ["Nog niet gestart", "Ontwerp", "2022 - 2026"]
    assert (title, owner) == ((TITLE, OWNER) if form != "\n" else (None, None))  # lines of their own tell no owner


def test_the_period_below_actieplan_is_taken_from_the_plan_whatever_its_code() -> None:
    report = gentbudget.parse(
        edited((PLAN, "SP10071\tBetaalbaar wonen versnellen 2020 - 2027 Groep Gent"), ("OD10071 -", "SP10071 -"))
    )
    plan = report["SP10071"]
    assert isinstance(plan, ActionPlan)
    assert (plan.title, str(plan.period), plan.organisation) == ("Betaalbaar wonen versnellen", "2020 - 2027", "Groep Gent")


def test_an_action_below_acties_with_a_plan_s_code_is_an_action() -> None:
    report = gentbudget.parse(edited(("AC34485 - Begeleiden", "OD34485 - Begeleiden")))
    assert type(report["OD34485"]) is Action


@pytest.mark.parametrize(
    ("cells", "read", "name", "text"),
    [
        ("In uitvoering\tOntwerp\t2022 - 2026", (None, "Ontwerp", "2022 - 2026"), "status", "In uitvoering"),
        ("Lopend\tAanleg\t2022 - 2026", ("Lopend", None, "2022 - 2026"), "phase", "Aanleg"),
        ("Lopend\tOntwerp\t2022 - 20267", ("Lopend", "Ontwerp", None), "period", "2022 - 20267"),
        ("Lopend\tOntwerp\tVanaf 2022", ("Lopend", "Ontwerp", None), "period", "Vanaf 2022"),
    ],
)
@pytest.mark.parametrize("gap", ["\t", "|", "   "])
def test_what_stands_in_the_cell_of_a_field_and_is_none_is_said(
    gap: str, cells: str, read: tuple[str | None, ...], name: str, text: str
) -> None:
    header = f"PR40001 - {TITLE}\t{cells}\t{OWNER}".replace("\t", gap)
    report = gentbudget.parse(edited((PROJECT, f"|{header}|" if gap == "|" else header)))
    assert parts(report["PR40001"]) == (TITLE, *read, OWNER)
    assert said(report, "PR40001")["unknown-field"] == f"{text!r} stands where the {name} does, and is none"


def test_a_malformed_period_of_a_plan_is_said_and_no_piece_of_its_organisation() -> None:
    report = gentbudget.parse(edited((PLAN, PLAN.replace("2020 - 2027", "2020 - 202"))))
    plan = report["OD10071"]
    assert isinstance(plan, ActionPlan)
    assert (plan.title, plan.period, plan.organisation) == ("Betaalbaar wonen versnellen", None, "Groep Gent")
    assert said(report, "OD10071")["unknown-field"] == "'2020 - 202' stands where the period does, and is none"


@pytest.mark.parametrize(
    "fields", ["In uitvoering Ontwerp 2022 - 2026", "Lopend Aanleg 2022 - 2026", "Lopend Ontwerp 2022 - 20267"]
)
@pytest.mark.parametrize("form", [" ", "\n"])
def test_a_field_that_is_not_known_is_never_a_piece_of_title_or_owner(form: str, fields: str) -> None:
    cells = (
        form.join([f"PR40001 - {TITLE}", *fields.split(" ", 1), OWNER])
        if form == "\n"
        else f"PR40001 - {TITLE} {fields} {OWNER}"
    )
    report = gentbudget.parse(edited((PROJECT, cells)))
    project = report["PR40001"]
    assert isinstance(project, Project)
    assert project.title in (None, TITLE)
    assert project.owner in (None, OWNER)
    assert said(report, "PR40001")


@pytest.mark.parametrize(
    "title", ["SD10041 - Iedereen woont, leert en werkt hier", "SD10041\n\nIedereen woont, leert en werkt hier"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_an_objective_s_code_may_stand_below_its_heading(title: str, ending: str) -> None:
    old = "Beleidsdoelstelling SD10041\n\nIedereen woont, leert en werkt hier"
    report = gentbudget.parse(edited((old, f"Beleidsdoelstelling\n\n{title}")).replace("\n", ending))
    assert report.objectives[0].code == "SD10041"
    assert report.objectives[0].title == "Iedereen woont, leert en werkt hier"
    assert report.findings == gentbudget.parse(edited((old, old))).findings


TWO_PERIODS = {
    "cells in the order of the page": (
        "PR40001 - Bouwen van woningen aan de Muide    Dienst Stadsvernieuwing    Nog niet gestart    Ontwerp"
        "    2022 - 2026    2025-2027    en Groen"
    ),
    "one cell a line": (
        "PR40001 - Bouwen van woningen aan de Muide\n2025-2027\nNog niet gestart\nOntwerp\n2022 - 2026\n"
        "Dienst Stadsvernieuwing en Groen"
    ),
    "fields before the owner": (
        "PR40001 - Bouwen van woningen aan de Muide\n2025-2027\nNog niet gestart Ontwerp 2022 - 2026 "
        "Dienst Stadsvernieuwing en Groen"
    ),
    "fields run together": (
        "PR40001 - Bouwen van woningen aan de Muide\n2025-2027\nNog niet gestart Ontwerp 2022 - 2026\n"
        "Dienst Stadsvernieuwing en Groen"
    ),
}


@pytest.mark.parametrize("printed", TWO_PERIODS)
def test_of_two_periods_the_one_behind_status_and_phase_is_the_project_s(printed: str) -> None:
    report = gentbudget.parse(edited((PROJECT, TWO_PERIODS[printed])))
    project = report["PR40001"]
    assert isinstance(project, Project)
    assert (project.status, project.phase, str(project.period)) == ("Nog niet gestart", "Ontwerp", "2022 - 2026")
    assert project.title in ("Bouwen van woningen aan de Muide 2025-2027", None)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (
            "PR40001 - Bouwen van woningen   Nog niet\n"
            "aan de Muide                    gestart    Ontwerp   2022 - 2026   Dienst Wonen",
            "Bouwen van woningen aan de Muide",
        ),
        ("PR40001 - Bouwen van woningen Nog niet Ontwerp 2022 - 2026 Dienst gestart Wonen", "Bouwen van woningen"),  # joined
    ],
)
def test_the_rest_of_a_status_that_wraps_stands_beside_other_words(header: str, title: str | None) -> None:
    report = gentbudget.parse(edited((PROJECT, header)), known=None)
    assert parts(report["PR40001"]) == (title, "Nog niet gestart", "Ontwerp", "2022 - 2026", "Dienst Wonen")


def test_a_year_of_the_description_does_not_end_a_period_that_lost_its_end() -> None:
    sentence = "De aannemer begon in het najaar van 2024 met de afbraak van de oude hallen op het terrein."
    header = f"PR40001 - {TITLE}   Lopend   Ontwerp   2022 -   {OWNER}\n{sentence}"
    report = gentbudget.parse(edited((PROJECT, header)))
    assert parts(report["PR40001"]) == (TITLE, "Lopend", "Ontwerp", None, OWNER)
    assert report["PR40001"].paragraphs[0].startswith(sentence)


@pytest.mark.parametrize("rule", ["", "\n---------\t--\t-------------\t------------"])
def test_a_title_goes_on_in_another_paragraph_if_the_contents_print_it_so(rule: str) -> None:
    header = f"OD10071\tBetaalbaar wonen\t2020 - 2027\tGroep Gent{rule}\n\nversnellen"
    plan = gentbudget.parse(edited((PLAN, header)))["OD10071"]
    assert (plan.title, plan.description) == ("Betaalbaar wonen versnellen", "We bouwen, en we verbouwen wat er staat.")
