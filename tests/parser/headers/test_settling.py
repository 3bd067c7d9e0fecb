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
    furniture: Sequence[int] = (),
    parting: Parting = "blanks",
) -> Read:
    """Title and owner of the last header, and the description behind it, with blanks between cells."""
    settle_headers(introductions, titles or {}, parting, Known.of(known), frozenset(furniture))
    last = introductions[-1]
    assert last.header is not None
    return last.header.title, last.header.owner, [line.text for line in last.description]


@pytest.mark.parametrize(("number", "title"), [(3, "Begeleiden van huurders in het centrum"), (9, None)])
def test_the_end_of_a_page_parts_no_title_as_a_blank_line_does(number: int, title: str | None) -> None:
    other = introduction("AC40000 - Huren      Dienst Wonen")
    printed = introduction("AC34485 - Begeleiden van huurders in Dienst Wonen\n\n\nhet centrum")
    assert settled(other, printed, furniture=[number])[0] == title


TITLE = "Begeleiden van huurders"
NAME = "AC34485 - Begeleiden van huurders      Dienst Organisatie\n\nBurgerzaken\nWie huurt, krijgt raad."


@pytest.mark.parametrize(
    ("known", "furniture", "owner", "title", "description"),
    [
        ("Dienst Organisatie Burgerzaken", 3, "Dienst Organisatie Burgerzaken", TITLE, []),
        ("Dienst Wonen", 3, None, None, ["Burgerzaken"]),  # either may go on there
        ("Dienst Wonen", 4, "Dienst Organisatie", TITLE, ["Burgerzaken"]),  # the page ends further below
        ("Dienst Wonen", 9, "Dienst Organisatie", TITLE, ["Burgerzaken"]),  # a blank line ends it
    ],
)
def test_a_name_goes_on_behind_the_end_of_a_page_only_as_it_is_known_to(
    known: str, furniture: int, owner: str | None, title: str | None, description: list[str]
) -> None:
    read = settled(introduction(NAME), known=[known], furniture=[furniture])
    assert read == (title, owner, [*description, "Wie huurt, krijgt raad."])


@pytest.mark.parametrize("parting", ["blanks", "lines"])
@pytest.mark.parametrize("known", ["Dienst Wonen", "Dienst Sport"])
@pytest.mark.parametrize("gap", ["\n", "      "])
def test_a_title_may_go_on_behind_the_end_of_a_page_but_where_its_owner_ends_it(gap: str, known: str, parting: Parting) -> None:
    """With a cell a line, a name that is known has a line of its own, and what stands below it is no title's."""
    printed = f"AC34485 - Begeleiden van huurders{gap}Dienst Wonen\n\nnaar het centrum\nWie huurt, krijgt raad."
    page = [4 if gap == "\n" else 3]
    title, owner, _ = settled(introduction(printed), known=[known], furniture=page, parting=parting)
    is_sure = known == "Dienst Wonen"
    assert owner == ("Dienst Wonen" if is_sure else None)
    assert (title == "Begeleiden van huurders") == (is_sure and parting == "lines")


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
