"""Headers that tell title and owner by themselves."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.headers.names import Parting
from gentbudget.parser.headers.own_lines import beside_title, by_columns, by_itself, by_title
from gentbudget.parser.headers.widths import Columns, Width, breadth
from tests.parser.headers.lines import header, settled, texts


def test_an_owner_that_fills_its_column_may_go_on_below() -> None:
    evidence = header("AC34485 - Begeleiden van huurders      Dienst Informatie\nen advies\nWie huurt, krijgt raad.")
    lines = ("AC34485 - Begeleiden van huurders en meer", "Dienst Informatie")
    assert by_columns(evidence, "blanks") is not None
    evidence = evidence._replace(columns=Columns(*(Width(breadth(line), certain=True) for line in lines)))
    assert by_columns(evidence, "blanks") is None


def test_a_line_below_a_row_may_be_the_last_of_an_owner_that_begins_above_the_code() -> None:
    rows = ["| | |Dienst|", "AC34485 - Huizen bouwen| | |", "| | |Bouwen|", "aan zee"]
    assert by_columns(header("\n".join(rows)), "blanks") is None
    assert by_columns(header("\n".join([rows[1].replace("| | |", "| |Dienst|"), *rows[3:]])), "blanks") is not None


TITLE = "Betaalbaar wonen versnellen"


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("OD10071 Betaalbaar wonen versnellen Groep Gent", "Groep Gent"),
        ("OD10071 Betaalbaar wonen Groep Gent\nversnellen", "Groep Gent"),
        ("OD10071 Betaalbaar wonen versnellen Dienst voor de stad", "Dienst voor de stad"),
        ("OD10071 Betaalbaar wonen versnellen en meer Groep Gent", None),  # it goes on
        (f"OD10071 Betaalbaar wonen versnellen      Groep Gent\n{'':41}en Wonen", "Groep Gent en Wonen"),
        ("OD10071 Betaalbaar wonen versnellen", None),  # nothing stands beside
        ("OD10071 Betaalbaar wonen\nDe stad helpt\nversnellen", None),  # a word of the description
    ],
)
def test_what_stands_beside_a_title_that_the_contents_print_is_the_owner(text: str, organisation: str | None) -> None:
    found = header(text, "P")
    assert texts(found, by_title(found, TITLE)) == (TITLE if organisation else None, organisation)


@pytest.mark.parametrize("certain", [True, False])
def test_a_line_above_the_fields_that_fills_its_column_holds_no_word_of_the_owner(*, certain: bool) -> None:
    first = "PR40001 - Bouwen van woningen in de Stad"
    columns = Columns(Width(breadth(first), certain=certain))
    found = header(f"{first}\nen Gent Lopend Ontwerp 2022 - 2026 Dienst Wonen")._replace(columns=columns)
    assert texts(found, by_itself(found, "blanks")) == (
        ("Bouwen van woningen in de Stad en Gent", "Dienst Wonen") if certain else (None, None)
    )


@pytest.mark.parametrize(("broader", "is_apart"), [(0, True), (1, False)])
def test_a_line_above_the_fields_that_ends_before_the_owner_s_column_holds_no_word_of_it(
    *, broader: int, is_apart: bool
) -> None:
    first = "PR40001 - Bouwen van woningen voor wie huurt in Gent"
    fields = "en Brugge  Lopend  Ontwerp  2022 - 2026"
    found = header(f"{first}\n{fields:{len(first) - broader}}Dienst Wonen")
    title = "Bouwen van woningen voor wie huurt in Gent en Brugge"
    assert texts(found, by_itself(found, "blanks")) == ((title, "Dienst Wonen") if is_apart else (None, None))


def test_where_a_title_goes_on_below_its_fields_the_owner_may_as_well() -> None:
    found = header("PR40001 - Bouwen Lopend Ontwerp 2022 - 2026 Dienst Wonen\nvan woningen")
    assert by_itself(found, "blanks") is None


def test_a_line_between_two_of_the_fields_may_be_the_title_s_or_the_owner_s() -> None:
    found = header("PR40001 - Bouwen Nog niet Ontwerp 2022 - 2026 Dienst Wonen\nBrugse Poort\ngestart\n\nTekst.")
    assert by_itself(found, "lines") is None


@pytest.mark.parametrize(("below", "owner"), [("", None), ("\n\nWie huurt, krijgt raad.", "Dienst Wonen")])
def test_the_only_paragraph_is_the_description(below: str, owner: str | None) -> None:
    found = header(f"AC34485 - Begeleiden van huurders\n\nDienst Wonen{below}")
    assert settled(found, by_itself(found, "blanks")).owner == owner


@pytest.mark.parametrize(("between", "is_told"), [("\n", True), (" ", False)])
def test_below_fields_on_a_line_of_their_own_the_owner_has_the_next(between: str, *, is_told: bool) -> None:
    found = header(f"PR40001 - Bouwen van woningen{between}Lopend Ontwerp 2022 - 2026\nDienst Wonen\n\nTekst.")
    assert texts(found, by_itself(found, "lines")) == (("Bouwen van woningen", "Dienst Wonen") if is_told else (None, None))


def test_without_borders_a_line_below_has_no_words_of_another_column() -> None:
    found = header("AC34485 - Begeleiden van huurders in de      Dienst Wonen\nwijk Brugse Poort\n\nTekst.")
    assert texts(found, by_columns(found, "blanks")) == ("Begeleiden van huurders in de wijk Brugse Poort", "Dienst Wonen")


def test_a_line_of_the_title_alone_stands_between_two_that_hold_the_owner() -> None:
    found = header(f"AC34485 - Begeleiden van          Dienst Wonen\nhuurders\n{'':34}en Bouwen\n\nTekst.")
    assert texts(found, by_columns(found, "blanks")) == ("Begeleiden van huurders", "Dienst Wonen en Bouwen")


FIELDS = "Lopend Ontwerp 2022 - 2026"


@pytest.mark.parametrize(
    "text",
    [
        f"PR40001 - Bouwen van woningen      Dienst Wonen\n{FIELDS}",
        f"PR40001 - Bouwen {FIELDS}\nvan woningen      Dienst Wonen",
        f"{'':34}Dienst\nPR40001 - Bouwen van woningen {FIELDS}\n{'':34}Wonen\n\nTekst.",
        f"PR40001 - Bouwen van woningen      {FIELDS}\n{'':36}Dienst Wonen\n\nTekst.",
        f"PR40001 - Bouwen van woningen {FIELDS}\n{'':60}Dienst Wonen\n\nTekst.",
        f"PR40001 - Bouwen van woningen {FIELDS}\n|||||Dienst Wonen|\n\nTekst.",
    ],
)
@pytest.mark.parametrize("parting", ["tabs", "blanks", "some lines", "lines"])
def test_beside_fields_the_owner_may_stand_on_any_line_that_tells_its_cells(text: str, parting: Parting) -> None:
    found = header(text)
    assert texts(found, by_itself(found, parting)) == ("Bouwen van woningen", "Dienst Wonen")


def test_a_title_that_the_contents_print_goes_on_with_the_very_next_line() -> None:
    """A line that prints the rest of it further down is a description's."""
    for below, is_told in (("huurders", True), ("Wij helpen.\nhuurders", False)):
        found = header(f"AC34485 - Begeleiden van Dienst Wonen\n{below}\n\nTekst.")
        assert (beside_title(found, "Begeleiden van huurders") is not None) is is_told


@pytest.mark.parametrize(("longer", "is_told"), [(0, True), (1, False)])
def test_a_name_that_nothing_else_prints_is_no_longer_than_the_lines_of_names(longer: int, *, is_told: bool) -> None:
    name = "Dienst ".ljust(tolerances.LONGEST_NAME_LINE + longer, "w")
    found = header(f"PR40001 - Bouwen {FIELDS} {name}\n\nTekst.")
    assert (by_itself(found, "lines") is not None) is is_told


@pytest.mark.parametrize("parting", ["tabs", "blanks", "some lines", "lines"])
def test_a_line_above_that_of_the_fields_is_the_title_s_where_these_have_theirs_alone(parting: Parting) -> None:
    found = header(f"PR40001 - Bouwen in de Stad\n{FIELDS} Dienst Wonen\n\nTekst.")
    assert texts(found, by_itself(found, parting)) == ("Bouwen in de Stad", "Dienst Wonen")


@pytest.mark.parametrize(("between", "is_told"), [("", True), ("Dienst Energie en\n", False)])
def test_a_line_between_fields_of_which_each_has_its_own_may_be_the_owner_s(between: str, *, is_told: bool) -> None:
    """A page may end between the first line of each cell and the second: `Nog niet` on the one, `gestart` on the next."""
    found = header(f"PR40001 - Bouwen\nNog niet\nOntwerp\n2022 - 2026\n{between}gestart\nKlimaat\n\nWie bouwt, krijgt raad.")
    assert (by_itself(found, "lines") is not None) is is_told
