"""Codes that do not begin the first line of their header: other cells stand before them, or lines of an owner above."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import SMALL, edited
from tests.parser.tolerances.case import actions

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
PLAN = "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------"
PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
TAB = "\t"

HEADERS = {
    "behind the owner": (ACTION, f"{'':50}Dienst Wonen     AC34485 - Begeleiden van huurders"),
    "behind the beginning of a period": (ACTION, "2024 -    AC34485 - Begeleiden van huurders"),
    "last on its line": (PLAN, f"{'':9}Betaalbaar wonen      OD10071\n{'':9}versnellen"),
    "between title and period": (PLAN, f"{'':9}Betaalbaar wonen versnellen      OD10071      2020 - 2027   Groep Gent"),
    "in bold words": (PLAN, "**Betaalbaar wonen OD10071 versnellen**\n\n**2020 - 2027 Groep Gent**"),
    "in a bold word": (PLAN, "**Betaalbaar woOD10071 2020 - 2027 Groep Gent nen versnellen**"),
    "below a long title": (PLAN, f"**Betaalbaar wonen versnellen {'voor wie huurt ' * 9}**\n\n**OD10071**\n\n**2020 - 2027**"),
    "behind a word that it touches": (ACTION, "Dienst WonenAC34485 - Begeleiden van huurders"),
    "last of all cells, which a program joined": (PLAN, "Groep Gent\n2020 - 2027Betaalbaar wonen versnellenOD10071"),
    "behind a cell that is near": (ACTION, f"{'':20}Dienst Wonen  AC34485 - Begeleiden van huurders"),
    "below an abbreviation": (ACTION, "S.M.A.K.\nAC34485 - Begeleiden van huurders"),
    "below all other cells": (
        PROJECT,
        f"Dienst\nWonen en\nGroen\n2022 - 2026\nOntwerp\nNog niet gestart\n{PROJECT.split(TAB, maxsplit=1)[0]}",
    ),
    "below four lines": (ACTION, "Dienst\nWonen en\nBegeleiding\nvan wie\nAC34485 - Begeleiden van huurders huurt"),
}


@pytest.mark.parametrize("where", HEADERS)
def test_an_entry_is_found_by_its_code_wherever_it_stands_in_the_header(where: str) -> None:
    report = gentbudget.parse(edited(HEADERS[where]))
    for entry in gentbudget.parse(SMALL).entries:
        same = report[entry.code or ""]
        assert (same.budget, same.staff) == (entry.budget, entry.staff)
        assert same.title in (entry.title, None)
    assert not any(finding.code == "lost-header" for finding in report.findings)


MENTIONS = {
    "another entry's kind": f"{'':20}Zie ook de actie      AC34486 - Bouwen van woningen",
    "in a sentence": "**Dit plan loopt samen met AC34486 van vorig jaar**",
}


@pytest.mark.parametrize("mention", MENTIONS)
def test_a_plan_that_lost_its_header_has_not_the_code_of_an_action_that_it_mentions(mention: str) -> None:
    report = gentbudget.parse(edited((PLAN, MENTIONS[mention])))
    assert [entry.code for entry in report.entries] == ["SD10041", None, "AC34485", "PR40001"]


def test_a_code_in_the_middle_of_a_description_is_no_header() -> None:
    sentence = f"{'':20}Zie ook      AC34486 - Bouwen van woningen"
    report = gentbudget.parse(edited(("Wie huurt, krijgt raad.", sentence)))
    assert report["AC34485"].title == "Begeleiden van huurders"
    assert "AC34486" in report["AC34485"].description


def test_a_code_that_touches_a_word_further_down_is_no_header() -> None:
    report = gentbudget.parse(edited(("Wie huurt, krijgt raad.", "Wie huurt, krijgt raadAC34486 - Bouwen van woningen")))
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", "PR40001"]


NARROW = {
    "below it": "OD1007    Betaalbaar wonen    2020 -   Groep Gent\n1         versnellen          2027",
    "below it, beside a centred cell": (
        f"OD1007    Betaalbaar wonen    2020 -\n{'':38}Groep Gent\n1         versnellen          2027"
    ),
    "on a line of its own": "OD1007\n1\nBetaalbaar wonen versnellen\n2020 - 2027\nGroep Gent",
}


@pytest.mark.parametrize("place", NARROW)
def test_a_code_that_its_cell_cuts_is_whole_with_the_digits_below(place: str) -> None:
    report = gentbudget.parse(edited((PLAN, NARROW[place])))
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert report["OD10071"].title in ("Betaalbaar wonen versnellen", None)


def test_a_short_code_above_digits_that_do_not_complete_it_stays_as_it_is() -> None:
    header = "OD1007\tBetaalbaar wonen\t2020 - 2027\tGroep Gent\n12 nieuwe woningen in alle wijken."
    assert gentbudget.parse(edited((PLAN, header))).plans[0].code == "OD1007"


def test_codes_behind_a_blank_are_headers_where_the_owner_s_cell_is_the_first_throughout() -> None:
    headers = [f"Dienst Wonen en Groen AC4000{number} - Bouwen van woning {number}" for number in range(4)]
    report = gentbudget.parse(actions(headers), known=None)
    assert [action.code for action in report.actions] == ["AC40000", "AC40001", "AC40002", "AC40003"]
    assert all(action.title in (None, f"Bouwen van woning {number}") for number, action in enumerate(report.actions))
    assert all(action.owner in (None, "Dienst Wonen en Groen") for action in report.actions)


def test_a_code_behind_a_blank_is_a_mention_where_codes_begin_their_lines() -> None:
    headers = [f"AC4000{number} - Bouwen van woning {number}\tDienst Wonen" for number in range(8)]
    headers[3] = "Dit hangt samen met AC40009 - Bouwen van woning 9"
    assert [action.code for action in gentbudget.parse(actions(headers)).actions][3] is None
