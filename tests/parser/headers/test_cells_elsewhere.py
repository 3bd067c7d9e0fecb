"""Headers whose cells stand in another order, or another place, than those of most accounts: what is read is right, or None."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.headers.own_lines import by_itself
from gentbudget.parser.headers.widths import Columns, Width, breadth
from tests.parser.headers.lines import header, texts
from tests.parser.headers.test_wrong_names import action, plan, project, read_of
from tests.parser.small import SMALL, edited


def read_project(text: str, known: list[str] | None = None) -> tuple[str | None, str | None]:
    read = project(text, known)
    return read.title, read.owner


# ---- the owner beside the title, or between the fields -----------------------------------------------------


def test_an_owner_that_stands_between_title_and_fields_is_no_part_of_the_title() -> None:
    first = "PR40001 - Bouwen van woningen        Dienst Stadsvernieuwing      Lopend      Ontwerp      2022 - 2026"
    read = read_project(f"{first}\naan de Muide                         en Groen\n")
    assert read in ((None, None), ("Bouwen van woningen aan de Muide", "Dienst Stadsvernieuwing en Groen"))


def test_a_title_that_stands_behind_the_owner_is_no_part_of_that() -> None:
    fields = f"{'':44}Lopend      Ontwerp      2022 - 2026      Dienst Wonen          voor studenten"
    assert read_project(f"PR40001 - Bouwen van woningen\n{fields}\n")[1] in (None, "Dienst Wonen")


@pytest.mark.parametrize("owner", ["Team Informatica", "Cel Wonen"])
def test_an_owner_between_the_fields_is_the_owner_and_nothing_below_is(owner: str) -> None:
    fields = f"Lopend      Ontwerp      {owner}      2022 - 2026"
    below = "Archief Gent (zie bijlage)"
    assert read_project(f"PR40001 - Bouwen van woningen     {fields}\n\n\n{below}\n") == ("Bouwen van woningen", owner)


def test_a_title_s_next_line_may_stand_centred_below_it() -> None:
    first = "  PR40001 - Bouwen van woningen op basis van de nota          Lopend          Ontwerp          2022 - 2026"
    read = read_project(f"{first}\n{'':34}Ruimte voor Gent\n{'':50}Dienst Wonen\n")
    whole = "Bouwen van woningen op basis van de nota Ruimte voor Gent"
    assert read[0] in (None, whole)
    assert read[1] in (None, "Dienst Wonen")


# ---- statuses and phases among other words -----------------------------------------------------------------


def test_a_status_that_a_hyphen_breaks_is_in_no_title() -> None:
    first = "PR40001 - Bouwen van woningen en    Nog niet ge-    Ontwerp    2022 - 2026    Dienst Wonen"
    read = read_project(f"{first}\nscholen                             start\n")
    assert read in ((None, None), ("Bouwen van woningen en scholen", "Dienst Wonen"))


def test_a_phase_that_stands_before_the_name_is_no_part_of_it() -> None:
    read = read_project("PR40001 - Bouwen van woningen\n2022 -\n2026\nNog niet\ngestart Ontwerp Dienst Wonen")
    assert read[1] in (None, "Dienst Wonen")


# ---- lines of a description --------------------------------------------------------------------------------


def test_a_wide_blank_in_a_description_is_no_column_of_the_owner_s() -> None:
    first = "PR40001 - Bouwen van woningen,             Dienst Wonen"
    second = "scholen en kerken    Lopend    Ontwerp   2022 - 2026  en Groen"
    body = "De aannemer begint in het najaar aan de werken, en\nde buurt  wordt er nog van op de hoogte gebracht."
    read = read_project(f"{first}\n{second}\n{body}\n")
    assert read[0] in (None, "Bouwen van woningen, scholen en kerken")
    assert read[1] in (None, "Dienst Wonen en Groen")


def test_a_small_letter_behind_a_blank_line_goes_on_with_a_title_alone() -> None:
    header = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
    report = edited((header, "AC34485 - Begeleiden\n\nvan wie huurt\n\nDienst")).replace("\t", "\n")
    assert gentbudget.parse(report, known=None)["AC34485"].title in (None, "Begeleiden van wie huurt")


def test_the_mark_behind_a_code_may_begin_the_title_s_cell() -> None:
    assert action("AC34485   - Begeleiden van huurders        Dienst Wonen\n") == ("Begeleiden van huurders", "Dienst Wonen")


# ---- names that begin above, or end below ------------------------------------------------------------------


def test_a_line_that_begins_as_names_do_is_no_title_s_above_one_that_begins_as_none() -> None:
    owners = {"Huren": "Archeologie", "Bouwen": "Archeologie", "Lessen": "Dienst Wonen", "Feesten": "Dienst Wonen"}
    headers = [f"AC4000{n} - {title}\n{owner}" for n, (title, owner) in enumerate(owners.items())]
    headers.append("AC40009 - Beveiliging van gebouwen en toezicht op de werven van de stad\nDienst\nArcheologie")
    title, owner = read_of(headers, "AC40009", body="De aannemer begint in het najaar, en de buurt krijgt een brief.")
    assert owner in (None, "Dienst Archeologie")
    assert title in (None, "Beveiliging van gebouwen en toezicht op de werven van de stad")


def test_a_cell_that_begins_above_the_rows_of_a_table_may_end_below_them() -> None:
    rows = "| OD10071 |   | 2020 - 2027 | Groep Gent |\n| ------- | - | ----------- | ---------- |"
    read = plan(f"Kansen voor jongeren, studenten en OCMW\n{rows}\nGent als partner", ["Groep Gent"])
    assert read[0] in (None, "Kansen voor jongeren, studenten en OCMW Gent als partner")


@pytest.mark.parametrize("word", ["Gent", "en"])
def test_a_capital_above_the_fields_is_the_title_s_only_if_that_would_not_have_ended_before(word: str) -> None:
    """Where the next word had room, the line would go on; where it had none, the name may begin there."""
    first = "PR40001 - Bouwen van woningen in de Stad"
    columns = Columns(Width(breadth(first), certain=True))
    found = header(f"{first}\n{word} Kanaal Lopend Ontwerp 2022 - 2026 Dienst Wonen")._replace(columns=columns)
    whole = (f"Bouwen van woningen in de Stad {word} Kanaal", "Dienst Wonen")
    assert texts(found, by_itself(found, "blanks")) == (whole if word == "en" else (None, None))


def test_a_known_name_is_not_read_where_a_longer_one_stands_that_may_begin_earlier() -> None:
    names = ["Stedelijke Sociale Zaken Departement Bomen & Belastingen", "Departement Bomen & Belastingen"]
    read = action("AC34485 - Taxivergunningen Stedelijke Sociale Zaken\nDepartement Bomen &\nBelastingen", names)
    assert read in ((None, None), ("Taxivergunningen", names[0]))


# ---- others ------------------------------------------------------------------------------------------------


def test_a_running_title_below_a_row_of_cells_is_no_line_of_the_title() -> None:
    header = "AC34485 - Begeleiden van huurders en bouwers        Dienst Wonen"
    assert action(f"{header}\nBeleidsevaluatie 2025")[0] in (None, "Begeleiden van huurders en bouwers")


def test_ligatures_of_an_objective_s_title_are_letters() -> None:
    printed = "Iedereen woont, leert en werkt hier"
    text = SMALL.replace(printed, "Een \ufb01nancieel gezonde stad")
    assert gentbudget.parse(text, known=None)["SD10041"].title == "Een financieel gezonde stad"


# ---- what is half of something -----------------------------------------------------------------------------


def test_a_year_below_an_owner_may_be_its_last_word() -> None:
    assert action("AC34485 - Begeleiden van huurders        Dienst Wonen\n2030")[1] in (None, "Dienst Wonen 2030")


def test_an_owner_that_is_half_of_a_known_name_is_not_read_for_its_fields() -> None:
    header = "PR40001 - Bouwen van woningen\nOn hold\nNazorg\n2022 - 2026 Dienst\n\nThuiszorg\n"
    assert read_project(header, ["Dienst Thuiszorg"])[1] in (None, "Dienst Thuiszorg")


def test_a_line_above_a_plan_s_code_is_the_title_s_only_if_that_goes_on_beside_it() -> None:
    read = plan("Hulpverleningszone\nOD10071 Slimme straten 2020 - 2027 Centrum (4)\n")
    assert read[0] in (None, "Slimme straten")
    assert read[1] in (None, "Hulpverleningszone Centrum (4)")


def test_a_contents_row_that_leader_dots_run_into_tells_no_title() -> None:
    printed = "Betaalbaar wonen versnellen"
    text = edited((f"OD10071 - {printed}\t2", "OD10071 - Betaalbaar .w.o..n.e.n. .v.e.r.s.n.e.l.l.e.n\t2"))
    assert gentbudget.parse(text.replace("\t", " "), known=None)["OD10071"].title in (None, printed)


def test_words_before_a_code_are_read_without_their_soft_hyphens() -> None:
    first = "Bou\u00adwen van woningen en"
    read = plan(f"{first}   OD10071                 2020 - 2027   Groep Gent\nscholen\n", ["Groep Gent"])
    assert "\u00ad" not in (read[0] or "")
