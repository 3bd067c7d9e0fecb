"""What is known, or printed elsewhere, tells how names and titles are spelt where blanks stand inside of their words."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Report
from tests.parser.small import edited

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
PLAN = "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------"
OWNER = "Dienst Stadsvernieuwing en Groen"


def read(header: str, known: list[str] | None = None) -> Report:
    return gentbudget.parse(edited((ACTION, header)), known=known)


@pytest.mark.parametrize("printed", ["Dienst Stads- vernieuwing en Groen", "Dienst Stadsver nieuwing en Groen"])
def test_a_name_is_spelt_as_it_is_known(printed: str) -> None:
    report = read(f"AC34485 - Begeleiden van huurders\t{printed}", ["Dienst Stadsvernieuwing en Groen"])
    assert report.action("AC34485").owner == OWNER


def test_a_name_with_half_a_word_that_nobody_knows_is_none() -> None:
    action = read("AC34485 - Begeleiden van huurders\tDienst Wa- teren").action("AC34485")
    assert (action.title, action.owner) == ("Begeleiden van huurders", None)


def test_a_hyphen_for_the_end_of_the_next_word_is_no_half() -> None:
    assert read("AC34485 - Begeleiden van huurders\tDienst Jeugd- en Sport").action("AC34485").owner == "Dienst Jeugd- en Sport"


@pytest.mark.parametrize("letter", ["\ue03c", "\ufffd"])
def test_a_title_with_a_letter_that_only_a_typeface_tells_is_none(letter: str) -> None:
    report = read(f"AC34485 - Begeleiden van regenpu{letter}en\tDienst Wonen")
    assert report.action("AC34485").title is None
    assert report.findings_of(report.action("AC34485"))


def test_a_sign_for_two_letters_is_read_as_these() -> None:
    assert read("AC34485 - Begeleiden van \ufb01etsers\tDienst Wonen").action("AC34485").title == "Begeleiden van fietsers"


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        (
            "Begeleiden van huurders in   Dienst Toerisme en   het centrum   Gastvrijheid",
            "Begeleiden van huurders in het centrum",
        ),
        ("Begeleiden van huurders van   Dienst Toerisme en Gastvrijheid   de stad", "Begeleiden van huurders van de stad"),
    ],
)
def test_lines_of_two_cells_that_stand_side_by_side_are_told_apart(cells: str, title: str) -> None:
    report = read(f"AC34485 - {cells}", ["Dienst Toerisme en Gastvrijheid"])
    assert (report.action("AC34485").title, report.action("AC34485").owner) == (title, "Dienst Toerisme en Gastvrijheid")


def test_two_lines_side_by_side_behind_a_name_may_be_the_name_s() -> None:
    """Only a column of known width could tell that both are the title's."""
    report = read("AC34485 - Begeleiden van huurders   Dienst Toerisme   in de stad   en in de rand", ["Dienst Toerisme"])
    assert report.action("AC34485").title is None


@pytest.mark.parametrize("below", ["Welzijn op het Werk", "Omgeving en Groen"])
def test_above_the_line_of_the_fields_the_owner_may_have_begun(below: str) -> None:
    header = f"PR40001 - Bouwen van woningen Interne Dienst\naan de Muide Nog niet gestart Ontwerp 2022 - 2026 {below}"
    text = edited((PROJECT, header)).replace("\t", " ")
    project = gentbudget.parse(text, known=None).project("PR40001")
    assert (project.title, project.owner) == (None, None)
    project = gentbudget.parse(text, known=[f"Interne Dienst {below}"]).project("PR40001")
    assert (project.title, project.owner) == ("Bouwen van woningen aan de Muide", f"Interne Dienst {below}")


def test_where_all_fields_stand_behind_single_blanks_a_wider_one_parts_nothing() -> None:
    header = (
        "PR40001 - Bouwen van woningen en van  Nog niet gestart Ontwerp 2022 - 2026 Departement\n"
        "scholen en parken Samenleven, Welzijn\nen Gezondheid"
    )
    project = gentbudget.parse(edited((PROJECT, header)).replace("\t", " "), known=None).project("PR40001")
    assert project.title is None


def test_a_name_may_go_on_behind_the_end_of_a_page() -> None:
    header = (
        "PR40001 - Bouwen van woningen\nNog niet gestart\nOntwerp\n2022 - 2026\nInterne Dienst\n{}\f{}\nWelzijn op het\nWerk"
    )
    text = (
        edited((PROJECT, header.format("Blad 1 van 3", "Stad Gent"))) + "\nBlad 2 van 3\fStad Gent\nBlad 3 van 3\fStad Gent\n"
    )
    assert gentbudget.parse(text, known=None).project("PR40001").owner is None
    whole = "Interne Dienst Welzijn op het Werk"
    assert gentbudget.parse(text, known=[whole]).project("PR40001").owner == whole


def test_a_border_in_the_middle_of_a_plan_s_words_leaves_no_title() -> None:
    header = "|OD10071|Huizen versn|eld bouwen|2020 - 2027|Groep Gent|\n|---|---|---|---|---|"
    report = gentbudget.parse(edited((PLAN, header)), known=None)
    assert report.plan("OD10071").title is None


def test_the_row_below_a_plan_with_its_last_cell_alone_is_the_organisation_s() -> None:
    header = "|OD10071|Betaalbaar wonen|2020 - 2027|Hulpverleningszone|\n|---|---|---|---|\n||||Centrum|"
    assert gentbudget.parse(edited((PLAN, header)), known=None).plan("OD10071").organisation == "Hulpverleningszone Centrum"


def test_the_row_below_a_header_that_holds_a_table_s_label_is_none_of_its() -> None:
    header = (
        "|PR40001 - Bouwen van woningen|Lopend|Ontwerp|2022 - 2026|Dienst Wonen|\n"
        "|Bewoners konden<br>Budgettaire onderbouwing|hun mening<br>Budget 2024|geven||Jaarrekening 2024|"
    )
    project = gentbudget.parse(edited((PROJECT, header)), known=None).project("PR40001")
    assert (project.title, project.owner) == ("Bouwen van woningen", "Dienst Wonen")
