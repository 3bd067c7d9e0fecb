"""Words that were read as another cell's: each is the smallest text of a look in which a title or owner was wrong."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import ActionPlan, Project
from tests.parser.small import edited
from tests.parser.tolerances.case import actions

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
BODY = "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
PLAN = "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------"
PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"

Parts = tuple[str | None, str | None]


def action(header: str, known: list[str] | None = None, body: str = BODY) -> Parts:
    """Title and owner of the small report's action, with another header; the finding that an open one needs is there."""
    report = gentbudget.parse(edited((f"{ACTION}\n\n{BODY}", f"{header}\n{body}")).replace("\t", " "), known=known)
    read = report["AC34485"]
    owner = getattr(read, "owner", None)
    assert None not in (read.title, owner) or report.findings_of(read)
    return read.title, owner


def plan(header: str, known: list[str] | None = None) -> Parts:
    read = gentbudget.parse(edited((PLAN, header)).replace("\t", " "), known=known)["OD10071"]
    assert isinstance(read, ActionPlan)
    return read.title, read.organisation


def project(header: str, known: list[str] | None = None) -> Project:
    read = gentbudget.parse(edited((PROJECT, header)).replace("\t", " "), known=known)["PR40001"]
    assert isinstance(read, Project)
    return read


def read_of(headers: list[str], code: str, body: str = "De aannemer begint in het najaar.") -> Parts:
    """Title and owner of one of several actions, all parted by blanks."""
    read = gentbudget.parse(actions(headers, body=body).replace("\t", " "), known=None)[code]
    return read.title, getattr(read, "owner", None)


# ---- names that are the end of longer ones -----------------------------------------------------------------


def test_a_known_name_on_a_line_of_its_own_may_end_the_one_that_begins_above() -> None:
    title, owner = (
        "Restauratie van torens,\nkerken en kapellen On hold Nazorg 2022 - 2026",
        "Ouderenzorg Cel\nBuurten van de\nGroep Gent",
    )
    description = "Uit de vragen van bewoners blijkt dat de wachttijd aan het loket lang is en dat de buurt"
    read = project(f"PR40001 - {title}\n{owner}\n{description}", ["Groep Gent"])
    assert (read.title, read.owner) == (None, None)


def test_a_known_name_that_a_title_ends_with_is_not_the_owner_that_stands_below() -> None:
    titles = ["Huren van lokalen", "Bouwen van woningen", "Loket voor wie huurt"]
    headers = [f"AC4000{number} - {title} Archief Gent" for number, title in enumerate(titles)]
    headers.append("AC40009 - Samenwerking met Archief Gent\nDirectie Feesten en\nRioleringen")
    assert read_of(headers, "AC40009", body="Lopende zaak")[1] != "Archief Gent"


@pytest.mark.parametrize("owner", ["Stedelijke Kunstacademie", "Kunstacademie"])
def test_a_name_that_begins_like_no_other_may_begin_with_the_capital_before_it(owner: str) -> None:
    titles = ["Huren van lokalen", "Bouwen van woningen", "Loket voor wie huurt", "Lessen in alle wijken"]
    headers = [f"AC4000{number} - {title} Kunstacademie" for number, title in enumerate(titles)]
    headers[2] = f"AC40002 - Loket voor wie huurt {owner}"
    assert read_of(headers, "AC40002") in ((None, None), ("Loket voor wie huurt", owner))
    assert read_of(headers, "AC40000") == ("Huren van lokalen", "Kunstacademie")


def test_a_name_below_the_first_line_may_begin_beside_that() -> None:
    titles = ["Huren van lokalen", "Bouwen van woningen", "Loket voor wie huurt"]
    headers = [f"AC4000{number} - {title} Rioleringen" for number, title in enumerate(titles)]
    headers.append("AC40009 - Begeleiden van Departement Opvang en\nnieuwkomers en gezinnen Rioleringen")
    assert read_of(headers, "AC40009")[1] != "Rioleringen"


def test_a_name_of_several_lines_above_the_code_goes_on_beside_it() -> None:
    header = "Directie Feesten en\nMarkten\nAC34485 - Begeleiden van huurders Rioleringen"
    title, owner = action(header, ["Directie Feesten en Markten"])
    assert (title, owner) in ((None, None), ("Begeleiden van huurders", "Directie Feesten en Markten Rioleringen"))


def test_no_line_has_words_of_the_title_behind_those_of_the_owner() -> None:
    header = "AC34485 - Bouwen van haltes door Directie Dienst van de\nGroep Gent Dienst van de Groep Gent"
    assert action(header, ["Groep Gent"])[1] != "Groep Gent"


def test_a_running_title_below_a_name_is_no_line_of_it() -> None:
    owners = ["Dienst Wonen\nJaarrekening 2026", "Archief Gent"] * 2
    headers = [
        f"AC4000{number} - {title}\n{owners[number]}" for number, title in enumerate(["Huren", "Bouwen", "Verbouwen", "Lessen"])
    ]
    report = gentbudget.parse(actions(headers).replace("\t", "\n"), known=None)
    assert {getattr(entry, "owner", None) for entry in report.actions} <= {None, "Dienst Wonen", "Archief Gent"}


# ---- lines that hold words of two cells --------------------------------------------------------------------


def test_a_line_above_a_plan_s_code_may_hold_words_of_title_and_organisation() -> None:
    first = "Wij zorgen voor betaalbare en goede opvang van kinderen in Autonoom Gemeentebedrijf"
    header = f"{first}\nOD10071 de buurt 2020 - 2027 Kunsten en Design"
    whole = "Autonoom Gemeentebedrijf Kunsten en Design"
    assert plan(header)[1] in (None, whole)
    assert plan(header, [whole]) == ("Wij zorgen voor betaalbare en goede opvang van kinderen in de buurt", whole)


def test_a_plan_s_title_that_begins_above_its_code_is_not_its_organisation_s() -> None:
    header = "Sterke diensten voor alle mensen van\nOD10071 Gent 2020 - 2027 OCMW Gent"
    assert plan(header) == ("Sterke diensten voor alle mensen van Gent", "OCMW Gent")


def test_a_row_of_a_table_may_go_on_below_without_borders() -> None:
    header = "|AC34485 - Begeleiden van huurders| |Departement|\n|---|---|---|\nBewonersparticipatie\n"
    assert action(header)[1] in (None, "Departement Bewonersparticipatie")
    assert action(header, ["Departement Bewonersparticipatie"])[1] == "Departement Bewonersparticipatie"


def test_a_line_without_borders_that_a_title_goes_on_with_may_hold_the_owner_s_words_as_well() -> None:
    header = "|AC34485 - Begeleiden van| |Dienst|\n|---|---|---|\nhuurders en bouwers Wijkwerking\n"
    assert action(header)[1] != "Dienst"


def test_a_row_that_holds_a_sentence_is_the_description_s() -> None:
    header = "|PR40001 - Bouwen van huizen|Lopend|Ontwerp|2022 - 2026|Dienst Wonen|\n|---|---|---|---|---|"
    assert project(f"{header}\n|Scholen lenen het materiaal.|doo|r het jaar|||").title in (None, "Bouwen van huizen")


def test_an_owner_that_is_printed_before_the_title_is_no_part_of_it() -> None:
    report = edited((ACTION, "Dienst Feesten en Markten\nAC34485 - Begeleiden van huurders")).replace("\t", "\n")
    assert gentbudget.parse(report, known=None)["AC34485"].title in (None, "Begeleiden van huurders")


# ---- halves ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("above", ["Nog niet", "Nog niet      Dienst Wonen"])
def test_the_first_half_of_a_status_stands_above_the_code_in_a_cell_that_is_centred(above: str) -> None:
    below = "gestart      Ontwerp      2022 - 2026      en Bouwen"
    read = project(f"{'':44}{above}\nPR40001 - Bouwen van woningen               {below}")
    assert read.title in (None, "Bouwen van woningen")
    assert read.status in (None, "Nog niet gestart")


def test_a_phase_may_stand_behind_the_second_half_of_a_status() -> None:
    read = project("PR40001 - Bouwen van woningen\nNog niet\ngestart Uitvoering\n2022 -\n2026\nDienst Wonen")
    assert (read.status, read.phase) == ("Nog niet gestart", "Uitvoering")
    assert read.owner in (None, "Dienst Wonen")


def test_half_a_status_is_none() -> None:
    read = project("|PR40001 - Bouwen van woningen| |On|Ontwerp hold|2022 - 2026|Dienst Wonen|")
    assert read.status in (None, "On hold")


@pytest.mark.parametrize("title", ["Begeleiden On hold Onderzoe k", "Begeleiden van huurders (fase", "Begeleiden 2026- 2031"])
def test_a_letter_alone_an_open_bracket_and_a_hyphen_between_years_are_halves(title: str) -> None:
    assert action(f"AC34485 - {title:50}Dienst Wonen\n")[0] is None


def test_a_title_whose_beginning_alone_the_contents_print_is_not_told_by_them() -> None:
    header = f"OD10071   Betaalbaar wonen       2020 - 2027     Groep Gent\n{'':10}versnellen in alle wijken\n"
    assert plan(header) in ((None, None), ("Betaalbaar wonen versnellen in alle wijken", "Groep Gent"))


def test_the_contents_tell_no_title_that_their_leader_dots_run_into() -> None:
    printed = "Iedereen woont, leert en werkt hier"
    report = edited((f"SD10041 - {printed}\t1", f"SD10041 - {printed[:16]} .l.e..e..r.t. .e..n. .w..e..r.k..t. .h..i.e.r\t1"))
    assert gentbudget.parse(report)["SD10041"].title == printed


# ---- blank lines everywhere --------------------------------------------------------------------------------


def test_lines_that_stand_far_apart_are_no_paragraphs_of_their_own() -> None:
    body = "Wie huurt, krijgt raad van\n\nde dienst.\n\nWie bouwt, krijgt hulp bij\n\nhet plan."
    read = action(
        "AC34485 - Begeleiden van huurders        Dienst Wonen\n\nen kotstudenten                          en Bouwen\n",
        body=body,
    )
    assert read == ("Begeleiden van huurders en kotstudenten", "Dienst Wonen en Bouwen")


# ---- cells that name nobody --------------------------------------------------------------------------------


@pytest.mark.parametrize("dash", ["\u2014", "-", "\u2013", "..."])
def test_a_dash_in_the_place_of_the_owner_is_no_name(dash: str) -> None:
    title, owner = action(f"AC34485 - Begeleiden van huurders\t{dash}\n")
    assert owner is None
    assert title in (None, "Begeleiden van huurders")


def test_a_name_below_a_word_that_stands_above_it_again_and_again_may_be_a_part_of_a_longer_one() -> None:
    titles = ["Toelagen", "Vlaggen en versiering", "Beheren van het water", "Buurtwacht", "Werken aan stages"]
    owners = ["Zwemmen", "Zwemmen", "Zwemmen", "\nStudio\nZwemmen", "\nStudio\nZwemmen"]
    headers = [f"AC4000{n} - {title} {owner}" for n, (title, owner) in enumerate(zip(titles, owners, strict=True))]
    report = gentbudget.parse(actions(headers).replace("\t", " ").replace("\n\n", "\n"), known=None)
    read = [(action.title, action.owner) for action in report.actions]
    assert read[3:] == [(None, None)] * 2
    assert read[:3] == [(title, "Zwemmen") for title in titles[:3]]


def test_brackets_below_a_name_may_be_the_rest_of_it() -> None:
    title, owner = action("AC34485 - Begeleiden van huurders\n\nDienst Wonen\n\n(Verhuur)\n", known=["Dienst Wonen"])
    assert owner in (None, "Dienst Wonen (Verhuur)")
    assert title in (None, "Begeleiden van huurders")
