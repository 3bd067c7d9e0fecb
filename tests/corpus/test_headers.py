"""The headers of the two documents: titles, owners, projects, plans, and those that are lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gentbudget import Action, ActionPlan, Project, Report
from tests.corpus.printed import HARD_OWNERS, LOST_HEADERS, PHASES, RUN_TOGETHER, STATUSES, Document, pairs


def test_titles_are_those_printed(document: Document) -> None:
    for printed, entry in pairs(document):
        assert entry.title == printed.title, printed.lines
    assert sum(entry.title is not None for entry in document.report.entries) == 314


def test_the_owner_is_right_on_every_action_and_project_that_has_a_header(document: Document) -> None:
    with_header = 0
    for printed, entry in pairs(document):
        if isinstance(entry, Action):
            assert entry.owner == printed.owner, printed.lines
            with_header += printed.owner is not None
    assert with_header == 289


def test_the_reading_of_the_owners_is_what_the_issue_counted(document: Document) -> None:
    """57 owners stand on lines of their own, so the rule that reads them has something to read."""
    lines = document.lines
    alone = [
        printed
        for printed in document.entries
        if printed.owner and not any(line.rstrip("\t").endswith(printed.owner) and "\t" in line for line in lines)
    ]
    headers = [
        next(line for line in lines[printed.lines[0] :] if line.strip("-\t"))
        for printed in document.entries
        if printed.kind in ("action", "project") and printed.code
    ]
    assert len(headers) == 289
    assert sum("\t" not in line for line in headers) == 57 + len(RUN_TOGETHER)
    assert {printed.code for printed in alone} >= {"AC34788", "AC34772", "AC35237"}


@pytest.mark.parametrize(("code", "owner"), HARD_OWNERS.items())
def test_hard_owners_by_hand(code: str, owner: str, document: Document) -> None:
    entry = document.report[code]
    assert isinstance(entry, Action)
    assert entry.owner == owner


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("PR40777", "Uitbreiding statusmagazijn"),  # 952
        (
            "AC34701",  # 4732 and 4733
            "Organiseren van onderhouds- en herstellingswerken aan het patrimonium - FM Themagebouwen",
        ),
        ("ACO1113", "Organiseren facilitair beheer - Dienst FM Welzijn"),  # 5639
        ("ACO1011", "Organiseren en beheren van goederentransport en magazijnen"),  # 5622
        ("PR40821", "Circulair Materialenbeheer"),  # 5697
        ("PR40735", "Ontwikkelen en implementeren samenwerkingsmodel Stadsontwikkeling"),  # 2426
        ("AC35209", "Instaan voor bouwkundig projectmanagement - Dienst FM Welzijn"),  # 4609, ends with its owner
        ("PR40804", "Online reserveren en betalen: pilootproject"),  # 968
        ("SD10043", "Groep Gent is een wendbare en resultaatgerichte organisatie"),  # 1527
        ("PO10045", "Site Zuid"),  # 652
    ],
)
def test_hard_titles_by_hand(code: str, title: str | None, document: Document) -> None:
    entry = document.report.get(code)
    assert (entry and entry.title) == title


def test_projects_have_the_status_phase_and_period_that_they_print(document: Document) -> None:
    for printed, entry in pairs(document):
        if isinstance(entry, Project):
            assert (entry.status, entry.phase) == (printed.status, printed.phase), printed.lines
            assert entry.status in STATUSES
            assert entry.phase in PHASES
            assert entry.period is not None
            assert (entry.period.start, entry.period.end) == printed.period
        else:
            assert not hasattr(entry, "status")
            assert not hasattr(entry, "phase")


@pytest.mark.parametrize(
    ("code", "status", "phase", "period"),
    [
        ("PR40777", "Afgewerkt", "Nazorg", "2020 - 2021"),  # 952, run together
        ("PR40821", "Afgewerkt", "Nazorg", "2020 - 2021"),  # 5697
        ("PR40648", "On hold", "Onderzoek", "2018 - 2026"),  # 707
        ("PR40934", "Nog niet gestart", "Onderzoek", "2022 - 2023"),  # 1489
        ("PR40937", "Lopend", "Ontwerp", "2021 - 2045"),  # 5229
        ("PRP1162", "Lopend", "Uitvoering", "2011 - 2026"),  # 2556
        ("PR40802", "Stopgezet", "Onderzoek", "2020 - 2021"),  # 1734
    ],
)
def test_projects_by_hand(code: str, status: str, phase: str, period: str, document: Document) -> None:
    project = document.report[code]
    assert isinstance(project, Project)
    assert (project.status, project.phase, str(project.period)) == (status, phase, period)


def test_plans_have_the_period_and_organisation_that_they_print(document: Document) -> None:
    for printed, entry in pairs(document):
        if isinstance(entry, ActionPlan):
            assert entry.period is not None
            assert (entry.period.start, entry.period.end) == printed.period == (2020, 2027)
            assert entry.organisation == printed.organisation == "Groep Gent"


def test_entries_without_header_stay_in_their_place(document: Document) -> None:
    lost = [entry for entry in document.report.entries if entry.code is None]
    assert tuple(entry.lines[0] for entry in lost) == LOST_HEADERS
    for entry in lost:
        assert isinstance(entry, Action)
        assert entry.kind == "action"
        assert (entry.title, entry.owner) == (None, None)
        assert None not in [cell.value for row in entry.budget.rows for cell in row.cells.values()]
        assert None not in [cell.value for cell in entry.staff.cells.values()]


def test_the_first_entry_without_header_has_its_own_description_and_figures(corpus: Report) -> None:
    """By hand from lines 102 to 118."""
    entry = next(entry for entry in corpus.entries if entry.lines[0] == 102)
    assert entry.lines == (102, 118)
    assert entry.description.startswith("- We zetten gericht in op het ondersteunen van stadsdiensten")
    assert len(entry.description.splitlines()) == 4
    assert entry.budget.operating.expenditure.budget == Decimal(1_259_206)
    assert entry.staff.paid == Decimal("11.89")
    parent = corpus.parent(entry)
    assert parent is not None
    assert parent.code == "OD10071"
    assert entry in parent.children
