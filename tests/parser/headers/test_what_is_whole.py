"""Half a title, name or period is worse than none: what cannot be whole is open, and what another cell holds is not taken."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Project
from gentbudget.parser.lines.grammar import pattern
from tests.parser.small import edited
from tests.parser.tolerances.case import actions

PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
OBJECTIVE = "Beleidsdoelstelling SD10041\n\nIedereen woont, leert en werkt hier"


def project(header: str) -> Project:
    report = gentbudget.parse(edited((PROJECT, header)), known=None)
    entry = report["PR40001"]
    assert isinstance(entry, Project)
    assert None not in (entry.title, entry.owner) or report.findings_of(entry)
    return entry


def test_a_period_that_ends_a_title_is_no_field_where_another_is_printed_as_fields_are() -> None:
    found = project("PR40001 - Bouwen van woningen\n2025-2027\nNog niet gestart\nOntwerp\n2022 - 2026\nDienst Wonen")
    assert str(found.period) == "2022 - 2026"


def test_the_end_of_a_period_stands_behind_the_other_fields_however_long_the_line() -> None:
    first, second = "PR40001 - Verzekeringen,", "belastingen en gerechtskosten van de stad"
    found = project(f"{first:67}2022 -  Dienst\n{second}  Nog niet gestart Ontwerp 2026   Wonen")
    assert (found.status, found.phase, str(found.period)) == ("Nog niet gestart", "Ontwerp", "2022 - 2026")


def test_with_half_a_period_a_year_may_be_the_other_half() -> None:
    first, second = "PR40001 - Verzekeringen,", "belastingen en gerechtskosten"
    found = project(f"{first:50}2022 -   Dienst\n{second}  Afgewerkt Ontwerp 20266   Wonen")
    assert "2026" not in f"{found.title} {found.owner}"


@pytest.mark.parametrize(("title", "whole"), [("Bouwen van de - woningen", False), ("Bouwen van woningen - fase 2", True)])
def test_no_phrase_ends_before_a_dash_in_its_middle(title: str, whole: bool) -> None:
    """It may be that of a period whose cell breaks it."""
    found = project(f"PR40001 - {title}\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Wonen")
    assert found.title == (title if whole else None)


def test_the_halves_of_a_status_that_wraps_are_no_words_of_a_title() -> None:
    found = project(
        "| PR40001 - Verzekeringen, | | Nog niet | | | | 2022 - | | Dienst |\n|---|---|---|---|---|---|---|---|---|\n"
        "| belastingen en gerechtskosten | | gestart | | Ontwerp | | 2026 | | Wonen |"
    )
    assert found.title in (None, "Verzekeringen, belastingen en gerechtskosten")


def test_a_name_goes_on_below_the_last_line_that_is_looked_at() -> None:
    title = ["PR40001 - Bouwen van huizen,", *["scholen en"] * 8, "straten"]
    owner = ["Dienst HR", "Personeel", "en Vorming"]
    header = "\n".join([*title, "Nog niet", "gestart", "Nazorg", "2020 -", "2024", *owner])
    report = gentbudget.parse(edited((PROJECT, header)).replace("\t", "\n"), known=None)
    assert report["PR40001"].owner in (None, " ".join(owner))


@pytest.mark.parametrize(
    "line", ["Wie woont, leert en werkt in de stad van morgen, vindt er een leef-\nomgeving", "Iedereen leef-"]
)
def test_an_objective_s_title_has_no_half_words(line: str) -> None:
    report = gentbudget.parse(edited((OBJECTIVE, f"Beleidsdoelstelling SD10041\n\n{line}")), known=None)
    assert report["SD10041"].title is None
    assert report.findings_of(report["SD10041"])


def test_an_objective_s_title_is_not_the_line_that_stands_above_it() -> None:
    text = edited((OBJECTIVE, "Beleidsdoelstelling SD10041\n\nStad Gent en OCMW Gent\n\nIedereen woont, leert en w erkt hier"))
    assert gentbudget.parse(text, known=None)["SD10041"].title != "Stad Gent en OCMW Gent"


def test_the_rest_of_a_word_may_be_a_word_of_its_own() -> None:
    text = edited((OBJECTIVE, "Beleidsdoelstelling SD10041\n\nIedereen laat talenten open\u00adbloei\u00ad\nen"))
    assert gentbudget.parse(text, known=None)["SD10041"].title == "Iedereen laat talenten openbloeien"


@pytest.mark.parametrize("mark", ["\u00ad", "\u00ad\u2010"])
def test_a_soft_hyphen_before_a_blank_breaks_a_word_there(mark: str) -> None:
    found = project(
        f"PR40001 - Bouwen in sa\u00admen{mark} Nog niet gestart  Ontwerp  2022 - 2026  Dienst Wonen\nwer\u00adking"
    )
    assert found.title in (None, "Bouwen in samenwerking")


def test_behind_a_soft_hyphen_no_word_goes_on_with_a_capital() -> None:
    found = project(
        "PR40001 - Bouwen in sa\u00admen\u00ad\u2010\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Wonen\nDe aannemer"
    )
    assert found.title is None


def test_a_word_whose_beginning_stands_elsewhere_is_half() -> None:
    found = project("PR40001 - Bouwen van wo\u00adnin\n\u00ad gen\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Wonen")
    assert found.title is None


def read_owners(*headers: str) -> list[str | None]:
    report = gentbudget.parse(actions(list(headers)).replace("\t", " "), known=None)
    return [action.owner for action in report.actions]


def test_what_several_titles_end_with_is_no_part_of_a_name() -> None:
    owners = read_owners(
        "AC40001 - Aankoop van huizen volgens de planning van de Dienst Wegen en Waterlopen\nstedelijke werking",
        "AC40002 - Herstel van straten volgens de gebiedsgerichte Dienst Wegen en Waterlopen\nwerking",
    )
    assert set(owners) <= {None, "Dienst Wegen en Waterlopen"}


def test_a_name_that_the_next_line_goes_on_with_is_not_learnt() -> None:
    fields = "Lopend Ontwerp 2022 - 2026"
    owners = read_owners(
        f"PR40001 - Fietsenstallingen {fields} Dienst Personeel\n\nen Vorming",
        f"PR40002 - Onderhoud van liften en {fields} Dienst Personeel\nzonnepanelen en Vorming",
    )
    assert "Dienst Personeel" not in owners


def test_a_name_with_the_same_line_behind_it_every_time_goes_on_there() -> None:
    owner = "Afdeling\nVergunninge\nn,\nHandhaving\nen Woningen"
    headers = [f"AC40001 - Aankoop van huizen\n{owner}\n\nTekst.", f"AC40002 - Herstel van straten\n{owner}\n\nWoorden."]
    report = gentbudget.parse(actions(headers), known=None)
    assert "Afdeling" not in [action.owner for action in report.actions]


def test_a_line_that_looks_like_a_name_may_be_the_next_of_the_one_above_it() -> None:
    fields = "PR40001 - Bouwen van woningen aan de Muide Afgewerkt Ontwerp 2022 - 2026"
    header = f"{fields}\n\nDienst Personeel\nVrije Tijd"
    report = gentbudget.parse(edited((PROJECT, header)).replace("\t", " "), known=["Dienst Personeel"])
    assert report["PR40001"].owner != "Dienst Personeel"


@pytest.mark.parametrize("line", ["-", "\u2013", "\u2013  Eerst aan het loket", "\u2022 Eerst aan het loket"])
def test_a_bullet_alone_or_apart_begins_a_point_and_no_name(line: str) -> None:
    assert pattern("POINT").match(line)
    assert not pattern("POINT").match("\u2013 winterplan")


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("studies en onteigeningen", True),
        ("studies en onteigeningen zijn voorbereid.", False),
        ("Studies en onteigeningen", False),
        ("studies en onteigeningen, waarvoor de stad in het najaar van 2024 een aanbesteding uitschreef", False),
    ],
)
def test_what_may_be_the_end_of_a_title_below_a_blank_line_is_told(below: str, told: bool) -> None:
    header = "PR40001 - Plein: voorbereidende On hold Nazorg 2023 - 2027 Kunsthal"
    report = gentbudget.parse(edited((PROJECT, f"{header}\n\n{below}")), known=None)
    messages = [f.message for f in report.findings_of("PR40001") if f.code == "undecidable-header"]
    assert messages == ([f"the title may go on with {below!r}"] if told else [])


def test_where_borders_part_the_cells_a_title_is_whole() -> None:
    report = gentbudget.parse(edited((PROJECT, f"{PROJECT}\n\nstudies en onteigeningen")), known=None)
    assert not report.findings_of("PR40001")


def test_half_a_status_whose_rest_is_lost_is_none() -> None:
    found = project("PR40001 - Bouwen van woningen\tNog niet\tOntwerp\t2022 - 2026\tDienst Wonen")
    assert (found.status, found.phase, str(found.period)) == (None, "Ontwerp", "2022 - 2026")


@pytest.mark.parametrize("blank", ["", "\n"])
def test_the_word_for_a_unit_alone_is_no_name(blank: str) -> None:
    """The rest of it stands below, behind a blank line too."""
    titles = ["Toelagen voor sport", "Vlaggen en versiering", "Beheren van het water"]
    headers = [f"{f'AC4000{n} - {title}':40}Directie\n{blank}{'':40}Zwemmen" for n, title in enumerate(titles)]
    report = gentbudget.parse(actions(headers), known=None)
    for entry in report.actions:
        assert entry.owner in {None, "Directie Zwemmen"}
        assert entry.owner or report.findings_of(entry)


def test_no_name_has_the_end_of_a_title_among_its_words() -> None:
    headers = ["AC40000 - Beheren van de parken van Drongen", "AC40001 - Bouwen van tunnels in de E17"]
    headers = [f"Warmte Huis der\n{header} , fase 2 Gezinnen\n* Stand van 2024." for header in headers]
    report = gentbudget.parse(actions(headers).replace("\t", " ").replace("\n\n", "\n"), known=None)
    assert len(report.actions) == len(headers)
    assert not any("fase" in (entry.owner or "") for entry in report.actions)
