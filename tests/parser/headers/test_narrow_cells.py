"""Cells too narrow for what they hold: the smallest text of each look in which they were read with words of others."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import ActionPlan, Project
from gentbudget.parser.headers.own_lines import by_itself
from tests.parser.small import edited
from tests.parser.tolerances.case import actions

from .lines import header
from .test_wrong_names import ACTION, BODY, PLAN, PROJECT, Parts, action, plan

CONTENTS = "OD10071 - Betaalbaar wonen versnellen\t2"
DESCRIBED = "Wie bouwt, krijgt hulp bij het plan van de woning."


def table(first: str, *others: str) -> str:
    """A table of Markdown with this first row, and what stands below its rule."""
    return "\n".join([first, "| --- " * (first.count("|") - 1) + "|", *others])


def project(header: str, known: list[str] | None = None) -> Project:
    read = gentbudget.parse(edited((PROJECT, header)).replace("\t", " "), known=known)["PR40001"]
    assert isinstance(read, Project)
    return read


def test_a_period_that_ends_a_title_beside_the_end_of_another_is_no_field() -> None:
    """The field's first year stands above, and its last one beside the title's last line."""
    read = project(
        table("| PR40001 - Bouwen van | Lopend | Ontwerp | 2022 - | Dienst |", "| woningen 2024-2025 | | | 2029 | Wonen |")
    )
    assert (read.title, str(read.period), read.owner) == ("Bouwen van woningen 2024-2025", "2022 - 2029", "Dienst Wonen")


@pytest.mark.parametrize("below", ["", "Gent\n", "Gent en Gentbrugge\n"])
def test_a_name_that_leaves_its_table_may_leave_it_with_more_than_one_line(below: str) -> None:
    rows = table("| PR40001 - Huren | Lopend | Ontwerp | 2022 - 2029 | Team |", "|  | | | | Landbouw |", "van de Groep")
    read = project(f"{rows}\n{below}{DESCRIBED} Wie huurt, krijgt raad, en wie verbouwt, kan er ook terecht.")
    assert read.owner in (None, *(["Team Landbouw van de Groep"] if not below else []))


@pytest.mark.parametrize("last", ["en Groen", "(tweede fase)"])
def test_behind_a_line_of_the_title_a_name_that_is_centred_may_go_on_with_and(last: str) -> None:
    """With *en* it may be the name's last line; in brackets it is the title's."""
    centred = "Directie voor\nAC34485 - Begeleiden van wie huurt in de stad\nWonen\n(eerste fase)\n"
    other = "AC34486 - Loket voor huurders Directie voor Wonen"
    text = actions([f"{centred}{last}", other, other.replace("AC34486 - Loket", "AC34487 - Raad")]).replace("\t", " ")
    report = gentbudget.parse(text, known=None)
    title, owner = report["AC34485"].title, getattr(report["AC34485"], "owner", None)
    assert owner in (None, "Directie voor Wonen")
    assert title is None or not title.endswith("en Groen")


@pytest.mark.parametrize("first", ["Autonoom", "Autonoom\nGemeente"])
def test_above_a_row_without_a_title_a_name_may_begin_as_well(first: str) -> None:
    rows = table("| OD10071 | | 2020 - | Kunsten en |", "| | Betaalbaar wonen versnellen | 2027 | Design |")
    title, organisation = plan(f"{first}\n{rows}")
    assert title in (None, "Betaalbaar wonen versnellen")
    assert organisation in (None, f"{first} Kunsten en Design".replace("\n", " "))


def test_below_the_row_of_a_centred_name_its_last_line_may_stand_behind_the_end_of_the_period() -> None:
    rows = table("| OD10071 | Betaalbaar wonen versnellen | | Gemeentebedrijf |", "2027", "Kunsten en Design")
    read = gentbudget.parse(edited((PLAN, f"Autonoom\n2020 -\n{rows}")), known=None)["OD10071"]
    assert isinstance(read, ActionPlan)
    assert read.organisation in (None, "Autonoom Gemeentebedrijf Kunsten en Design")


@pytest.mark.parametrize("below", ["Lokaal", "lokaal"])
def test_a_title_beside_its_owner_may_go_on_behind_the_end_of_a_page(below: str) -> None:
    header = f"AC34485 - Begeleiden van huurders in het  Dienst Wonen\nPagina 4 van 9\n\n{below}"
    title, _ = action(header, known=["Dienst Wonen"], body=DESCRIBED)
    assert title != "Begeleiden van huurders in het"


@pytest.mark.parametrize(
    "row",
    [
        "OD10071 - Betaalbaar wonen 2\n................ versnellen",
        "OD10071 - Betaalbaar wonen 2\n.v..e..r.s..n..e..l.l.e..n................",
        "OD10071 - Betaalbaar wonen 2\n…v…e…rs…n…el…len…………",
        ".....OD10071..... ..... - Betaalbaar..... ..... wonen..... .....versnellen..... ..... 2",
    ],
    ids=["whole", "leader dots between its letters", "ellipses there", "leader dots between its words"],
)
def test_a_row_of_the_contents_without_leader_dots_goes_on_where_they_stand_below(row: str) -> None:
    contents = gentbudget.parse(edited((CONTENTS, row))).contents[-1]
    assert (contents.code, contents.page) == ("OD10071", 2)
    assert contents.title in ("Betaalbaar wonen versnellen", "")


@pytest.mark.parametrize("header", ["OD10071      Betaalbaar wonen versnellen      2020 - 2027      Groep Gent", PLAN])
def test_the_contents_put_no_blank_into_a_word_of_a_title(header: str) -> None:
    text = edited((PLAN, header), (CONTENTS, "OD10071 - Betaalbaar wo nen versnellen\t2"))
    assert gentbudget.parse(text)["OD10071"].title == "Betaalbaar wonen versnellen"


def test_the_word_for_a_unit_ends_no_name_but_behind_an_adjective() -> None:
    for owner, read in (("Technische Dienst", "Technische Dienst"), ("Wonen Dienst", None)):
        report = gentbudget.parse(edited((ACTION, f"AC34485 - Begeleiden van huurders\t{owner}")), known=None)
        assert getattr(report["AC34485"], "owner", None) == read


@pytest.mark.parametrize(
    ("below", "is_told"), [("- Financiën\n\n", False), ("- Financiën\n- Lonen\n", False), ("\n- Financiën\n", True)]
)
def test_a_dash_right_below_a_name_may_be_the_name_s(below: str, *, is_told: bool) -> None:
    cells = "PR40001 - Bouwen van woningen\nLopend\nOntwerp\n2022 - 2026\nSector Landbouw\n"
    assert (by_itself(header(f"{cells}{below}{DESCRIBED}"), "lines") is not None) == is_told


@pytest.mark.parametrize("rest", ["au", "kamer"])
def test_a_word_is_cut_in_a_cell_that_has_no_room_for_it(rest: str) -> None:
    """Where the status is, a name may be as well, though a description has the rest."""
    rows = [
        "PR40001 - Bouwen van woningen aan       Afgewer        Ontwerp        2022 -        Operabure",
        f"de oude Muide                           kt                            2026          {rest}",
    ]
    body = "De kamer is klaar."
    whole = (PROJECT, "\n".join(rows))
    read = [
        gentbudget.parse(edited(whole, *others), known=None)["PR40001"] for others in ([], [("Wie huurt", f"{body} Wie huurt")])
    ]
    assert [getattr(one, "owner", None) for one in read] == [None, None]


def test_letters_without_a_vowel_are_the_rest_of_a_word() -> None:
    header = "AC34485 - Begeleiden van wie huurt      Jeugdverenigi\nin de stad en er woont                  ng de Brug"
    assert action(header)[1] is None
    assert action(header.replace("ng", "en"))[1] == "Jeugdverenigi en de Brug"


def test_a_name_that_stands_above_the_first_field_is_the_title_s() -> None:
    cells = "PR40001 - Personeel\nDienst Wonen\n\nLopend\n\nOntwerp\n\n2022 -\n2026\n\nDe Centrale\n\n"
    read = project(f"{cells}{DESCRIBED}", known=["Dienst Wonen"])
    assert (read.title, read.owner) in [(None, None), ("Personeel Dienst Wonen", "De Centrale")]


def test_a_line_across_both_columns_ends_the_header() -> None:
    """The words of a table's head that a narrow column cuts stand in cells, as a header's do."""
    long = "De subsidie van het agentschap is na een lang onderzoek door alle partners toegekend, en"
    head = f"{long}\nde rest volgt.\n{'':50}%          Jaarrekenin"
    header = f"AC34485 - Begeleiden van huurders{'':17}Dienst Wonen"
    text = edited((f"{ACTION}\n\n{BODY}", f"{header}\n{head}"))
    read = gentbudget.parse(text, known=None)["AC34485"]
    assert (read.title, getattr(read, "owner", None)) == ("Begeleiden van huurders", "Dienst Wonen")


PAIRS: list[tuple[str, Parts]] = [
    ("Werking Dienst FM Dienst Wonen", ("Werking Dienst FM", "Dienst Wonen")),
    ("Werking Dienst lokaal beleid Zorg Dienst Wonen", (None, None)),
]


@pytest.mark.parametrize(("printed", "read"), PAIRS)
def test_behind_the_name_of_another_unit_a_name_may_begin_with_the_capital_before_it(printed: str, read: Parts) -> None:
    assert action(f"AC34485 - {printed}", body=f"- {DESCRIBED}") == read
