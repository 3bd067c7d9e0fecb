"""What settles headers at the end: pages that end in them, titles that the contents print, what parts the cells of a dump."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import gentbudget
from gentbudget.parser.headers.header import Introduction, Split
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.names import Parting
from gentbudget.parser.headers.settling import _finish_title, _with_whole_code, parting_of, settle_headers
from tests.parser.headers.lines import header, introduction
from tests.parser.headers.lines import settled as header_settled
from tests.parser.small import edited

Read = tuple[str | None, str | None, list[str]]


def settled(
    *introductions: Introduction,
    titles: Mapping[str, str] | None = None,
    known: Sequence[str] = (),
    parting: Parting = "blanks",
) -> Read:
    """Title and owner of the last header, and the description behind it, with blanks between cells."""
    settle_headers(introductions, titles or {}, parting, Known.of(known))
    last = introductions[-1]
    assert last.header is not None
    return last.header.title, last.header.owner, [line.text for line in last.description]


@pytest.mark.parametrize(("page", "title"), [("\f", "Begeleiden van huurders in het centrum"), ("", None)])
def test_the_end_of_a_page_parts_no_title_as_a_blank_line_does(page: str, title: str | None) -> None:
    other = introduction("AC40000 - Huren      Dienst Wonen")
    printed = introduction(f"AC34485 - Begeleiden van huurders in Dienst Wonen\n\n\n{page}het centrum")
    assert settled(other, printed)[0] == title


TITLE = "Begeleiden van huurders"
NAME = "AC34485 - Begeleiden van huurders      Dienst Organisatie\n\n1Burgerzaken\n2Wie huurt, krijgt raad."


@pytest.mark.parametrize(
    ("known", "page", "owner", "title", "description"),
    [
        ("Dienst Organisatie Burgerzaken", "1", "Dienst Organisatie Burgerzaken", TITLE, []),
        ("Dienst Wonen", "1", None, None, ["Burgerzaken"]),  # either may go on there
        ("Dienst Wonen", "2", "Dienst Organisatie", TITLE, ["Burgerzaken"]),  # the page ends further below
        ("Dienst Wonen", "3", "Dienst Organisatie", TITLE, ["Burgerzaken"]),  # a blank line ends it
    ],
)
def test_a_name_goes_on_behind_the_end_of_a_page_only_as_it_is_known_to(
    known: str, page: str, owner: str | None, title: str | None, description: list[str]
) -> None:
    printed = NAME.replace(f"\n{page}", "\n\f").replace("\n1", "\n").replace("\n2", "\n")
    read = settled(introduction(printed), known=[known])
    assert read == (title, owner, [*description, "Wie huurt, krijgt raad."])


@pytest.mark.parametrize(
    ("parting", "known", "owner"),
    [("lines", "Dienst Wonen", "Dienst Wonen"), ("lines", "Dienst Sport", None), ("blanks", "Dienst Sport", None)],
)
def test_title_or_name_may_go_on_with_a_small_letter_behind_the_end_of_a_page(
    parting: Parting, known: str, owner: str | None
) -> None:
    printed = "AC34485 - Begeleiden van huurders\nDienst Wonen\n\n\fnaar het nieuwe centrum\nWie huurt, krijgt raad."
    assert settled(introduction(printed), known=[known], parting=parting)[:2] == (None, owner)


def test_what_goes_on_behind_the_end_of_a_page_is_told_by_its_column() -> None:
    printed = f"AC34485 - Begeleiden van      Dienst\n\n\fhuurders naar het centrum\n{'':45}Wonen"
    assert settled(introduction(printed))[:2] == ("Begeleiden van huurders naar het centrum", "Dienst Wonen")


def test_an_entry_without_a_header_does_not_keep_the_next_from_its_description() -> None:
    lost, printed = introduction("Wie bouwt."), introduction("AC34485 - Huren      Dienst Wonen\n\nWie huurt.")
    assert settled(lost, printed) == ("Huren", "Dienst Wonen", ["Wie huurt."])


def test_a_title_that_the_contents_print_may_be_all_that_its_entry_has() -> None:
    printed = introduction("OD10071 Betaalbaar wonen      2020 - 2027      Groep Gent", "P")
    assert settled(printed, titles={"OD10071": "Betaalbaar wonen versnellen"}) == ("Betaalbaar wonen", "Groep Gent", [])


def test_an_objective_s_title_goes_on_as_far_as_the_contents_print_it() -> None:
    printed = introduction("Iedereen woont\nGent helpt\nDe stad is groot.", "O")
    read = settled(printed, titles={"SD10041": "Iedereen woont Gent helpt"})
    assert read == ("Iedereen woont Gent helpt", None, ["De stad is groot."])


@pytest.mark.parametrize(
    ("rows", "labelled", "stacked", "tabbed", "parting"),
    [
        (7, 4, 3, 0, "lines"),
        (7, 4, 2, 0, "some lines"),  # half are not most
        (8, 4, 4, 5, "tabs"),
        (5, 2, 2, 0, "blanks"),
        (6, 0, 0, 3, "blanks"),
    ],
)
def test_what_parts_most_cells_parts_all(rows: int, labelled: int, stacked: int, tabbed: int, parting: Parting) -> None:
    assert parting_of(rows, labelled=labelled, stacked=stacked, tabbed=tabbed) == parting


def test_an_objective_without_a_title_has_none() -> None:
    assert settled(introduction("", "O")) == (None, None, [])


def test_an_objective_s_words_are_parted_as_the_contents_part_them() -> None:
    printed = introduction("Iedereen w oont hier", "O")
    assert settled(printed, titles={"SD10041": "Iedereen woont hier"})[0] == "Iedereen woont hier"


def test_a_title_that_the_contents_print_is_kept_where_the_owner_may_go_on() -> None:
    printed = introduction("AC34485 - Begeleiden van huurders Dienst Wonen\nVrije Tijd")
    assert settled(printed, titles={"AC34485": "Begeleiden van huurders"})[:2] == ("Begeleiden van huurders", None)


@pytest.mark.parametrize(
    ("labelled", "stacked", "tabbed", "parting"),
    [
        (6, 4, 10, "lines"),
        (6, 3, 10, "some lines"),
        (6, 0, 10, "some lines"),
        (5, 5, 6, "tabs"),
        (5, 5, 5, "blanks"),
        (0, 0, 0, "blanks"),
    ],
)
def test_what_parts_the_cells_of_most_rows_parts_cells(labelled: int, stacked: int, tabbed: int, parting: Parting) -> None:
    assert parting_of(10, labelled=labelled, stacked=stacked, tabbed=tabbed) == parting


OBJECTIVE = "Een regel vooraf.\n\nIedereen woont, leeert en werkt hier\n\nTekst."


@pytest.mark.parametrize(("known", "above"), [("Iedereen woont, leert en werkt hier", ["Een regel vooraf."]), ("Elders", [])])
def test_an_objective_s_title_begins_with_the_first_words_that_the_contents_print(known: str, above: list[str]) -> None:
    title, _, description = settled(introduction(OBJECTIVE, "O"), titles={"SD10041": known})
    assert description[: len(above)] == above
    assert title == ("Iedereen woont, leeert en werkt hier" if above else "Een regel vooraf.")


def test_an_open_header_names_what_may_be_the_name_in_the_same_order_every_time() -> None:
    """The names are kept in a set, whose order is another in every process."""
    known = [f"{letter} Wonen" for letter in ("Cel", "Bureau", "Dienst", "Afdeling")]
    header = f"AC34485 - Begeleiden {' '.join(known)} Welzijn"
    text = edited(("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------", header)).replace("\t", " ")
    told = [finding.message for finding in gentbudget.parse(text, known=known).findings if finding.entry == "AC34485"]
    assert any("'Afdeling Wonen' or 'Bureau Wonen'" in message for message in told)


def test_digits_of_a_code_on_a_line_of_their_own_are_taken_out_of_that_line_alone() -> None:
    found = header("OD1007 Betaalbaar\n1 wonen\nversnellen\n\nTekst.", "P")
    whole = _with_whole_code(found, len("OD10071"), {})
    assert whole.code == "OD10071"
    assert [piece.text for piece in whole.pieces] == ["Betaalbaar", "wonen", "versnellen", "Tekst."]
    assert _with_whole_code(found, len("OD1007"), {}) == _with_whole_code(found, len("OD100712"), {}) == found


def test_digits_of_a_code_may_stand_right_behind_it() -> None:
    """In a cell whose lines a program joined: `|**OD1007**<br>**1**|**Betaalbaar wonen**|`."""
    whole = _with_whole_code(header("OD1007 1 Betaalbaar wonen", "P"), len("OD10071"), {})
    assert (whole.code, [piece.text for piece in whole.pieces]) == ("OD10071", ["Betaalbaar wonen"])


@pytest.mark.parametrize(("printed", "code"), [("OD10072", "OD10072"), ("OD10073", "OD1007")])
def test_digits_among_other_words_are_a_code_s_if_the_contents_print_it(printed: str, code: str) -> None:
    found = header("OD1007 Betaalbaar wonen Stad Gent 2 versnellen", "P")
    assert _with_whole_code(found, len("OD10071"), {printed: "Betaalbaar wonen"}).code == code


@pytest.mark.parametrize(
    ("elsewhere", "title"),
    [
        ("Huren van lokalen", "Huren van lokalen"),
        ("Hurenv anlokalen", "Huren vanlokalen"),
        ("Hurenvanlokalen", "Huren vanlokalen"),
    ],
)
def test_a_title_is_spelt_as_it_is_known_where_it_lacks_blanks(elsewhere: str, title: str) -> None:
    found = header_settled(header("AC34485 - Huren vanlokalen"), Split([("Huren", "vanlokalen")]))
    _finish_title(found, "", elsewhere)
    assert found.title == title
