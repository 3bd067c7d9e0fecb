"""Status and phase whose words are broken, in cells too narrow for them: with a hyphen or without, wherever they are."""

from __future__ import annotations

import re

import pytest

import gentbudget
from gentbudget import Project, Report
from gentbudget.parser.headers.fields import Fields, take_broken
from gentbudget.vocabulary import PHASES, STATUSES
from tests.parser.small import edited

from .lines import header
from .test_wrong_names import PROJECT

PERIOD = ("2022 -", "2026")
LINES = (("PR40001 - Bouwen van woningen", "aan de Muide"), ("Dienst Stadsvernieuwing", "en Groen"))


def breaks(field: str) -> list[tuple[str, str]]:
    """The ways to break the last word of a field that leave it four letters at least; with a hyphen the last of them."""
    at = range(max(field.rfind(" ") + 2, 4), len(field))
    whole = [(field[:n], field[n:]) for n in at]
    return [*whole, (f"{whole[-1][0]}-", whole[-1][1])]


def rows(status: tuple[str, str], phase: tuple[str, str], period: tuple[str, str]) -> list[str]:
    """The two lines of a header as cells that stand side by side, in the columns of their cells."""
    (title, title_below), (owner, owner_below) = LINES
    first = f"{title:<36}{status[0]:<18}{phase[0]:<14}{period[0]:<14}{owner}"
    return [first, f"{title_below:<36}{status[1]:<18}{phase[1]:<14}{period[1]:<14}{owner_below}"]


def fields(report: Report) -> tuple[str | None, str | None, str]:
    project = report["PR40001"]
    assert isinstance(project, Project)
    return project.status, project.phase, str(project.period)


def told(report: Report) -> tuple[str | None, str | None]:
    project = report["PR40001"]
    assert isinstance(project, Project)
    return project.title, project.owner


@pytest.mark.parametrize("period", [PERIOD, ("2022 - 2026", "")])
@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("phase", PHASES)
def test_a_broken_status_and_phase_are_read(phase: str, status: str, single: bool, period: tuple[str, str]) -> None:
    for broken in breaks(status):
        for other in [(phase, ""), *breaks(phase)]:
            printed = "\n".join(rows(broken, other, period))
            report = gentbudget.parse(edited((PROJECT, re.sub(" +", " ", printed) if single else printed)))
            assert fields(report) == (status, phase, "2022 - 2026"), printed
            title, owner = told(report)
            assert title in (None, "Bouwen van woningen aan de Muide"), printed
            assert owner in (None, "Dienst Stadsvernieuwing en Groen"), printed
            assert single or owner is not None


@pytest.mark.parametrize("blank", ["", "\n"])
def test_halves_on_lines_of_their_own_are_no_name(blank: str) -> None:
    """Two projects whose status is broken print it as often as a name."""
    cells = [
        "PR40001 - Bouwen van woningen",
        "aan de Muide",
        "",
        "Afgewer",
        "kt",
        "",
        "Uitvoeri",
        "ng",
        "",
        "2022 -",
        "2026",
        "",
    ]
    header = f"\n{blank}".join([*cells, "Dienst Stadsvernieuwing", "en Groen"])
    report = gentbudget.parse(edited((PROJECT, header)))
    assert fields(report) == ("Afgewerkt", "Uitvoering", "2022 - 2026")
    assert told(report)[1] in (None, "Dienst Stadsvernieuwing en Groen")


@pytest.mark.parametrize(
    "lines",
    [
        ("PR40001 - Uit de Muide\tLopend\tOntwerp\t2022 - 2026\tDienst Wonen", "voering\t\t\t\t"),  # too short a half
        ("PR40001 - Lopen in de Muide\tOn hold\tOntwerp\t2022 - 2026\tDienst Wonen", "en\t\t\t\td"),  # the field is there
    ],
)
def test_words_of_a_title_are_no_halves(lines: tuple[str, str]) -> None:
    report = gentbudget.parse(edited((PROJECT, "\n".join(lines))))
    assert fields(report) == fields(gentbudget.parse(edited((PROJECT, lines[0]))))


def test_a_field_that_may_be_broken_in_two_ways_is_not_read() -> None:
    first, second = (breaks(status)[0] for status in ("Afgewerkt", "Stopgezet"))
    printed = rows((f"{first[0]} {second[0]}", f"{first[1]} {second[1]}"), ("Ontwerp", ""), PERIOD)
    assert fields(gentbudget.parse(edited((PROJECT, "\n".join(printed)))))[0] is None


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("PR1 Bouwen Nog niet / aan de Muide gestart Ontwerp", "Nog niet gestart"),
        ("PR1 Bouwen Nog / niet gestart", "Nog niet gestart"),
        ("PR1 Bouwen On Ontwerp Dienst hold Wonen", "On hold"),  # the next line, joined to this one
        ("PR1 hold / PR1 Bouwen On", None),
        ("PR1 Bouwen Nog niet / gestarte werken", None),
        ("PR1 Bouwen / Nog niet alles is gestart / hold", "Nog niet gestart"),
        ("PR1 Bouwen Lopend / Nog niet alles is gestart", None),  # the description's
        ("PR1 Bouwen Nog niet / a / b / c / d / e / gestart", None),
    ],
)
def test_a_status_may_be_broken_between_its_words(printed: str, status: str | None) -> None:
    fields = Fields()
    taken = take_broken(fields, [tuple(line.split()) for line in printed.split(" / ")])
    assert (fields.status, any(taken)) == (status, status is not None)


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2020 -\nOD10071 Betaalbaar wonen in alle wijken van de stad en daarbuiten 2027 Groep Gent\nTekst.", "2020 - 2027"),
        ("2020 -\nOD10071 Betaalbaar wonen Groep Gent\nEen.\nTwee.\nDrie.\nVier.\nIn 2026", "None"),  # too far below
        ("2020 -\nOD10071 Woonplan 2031 Groep\n2027 Gent", "None"),  # either may be its end
        ("2020 -\nOD10071 Woonplan 2031\n2027\nGent", "2020 - 2027"),  # one of them has a cell of its own
    ],
)
def test_a_period_that_a_line_breaks_ends_near_by_where_one_year_alone_may_be_its_end(printed: str, period: str) -> None:
    assert str(header(printed, "P").fields.period) == period
