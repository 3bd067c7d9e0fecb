"""Headers that go on: behind the end of a page, or with words of the name beside the title's next line."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.by_names import Parts as NameParts
from gentbudget.parser.headers.by_names import by_names
from gentbudget.parser.headers.layouts import readings
from gentbudget.parser.headers.names import CERTAIN, names_behind_words

from .lines import header, lines, texts
from .test_wrong_names import Parts, action

BESIDE = "AC34485 - Begeleiden van huurders in het{gap}Dienst Toezicht en Verbonden\noude centrum verenigingen"
TITLE = "Begeleiden van huurders in het oude centrum verenigingen"


@pytest.mark.parametrize(("gap", "read"), [("  ", (None, None)), ("       ", (TITLE, "Dienst Toezicht en Verbonden"))])
def test_a_line_below_both_cells_may_hold_words_of_each_unless_they_have_their_places(gap: str, read: Parts) -> None:
    """In columns the rest of a name would stand below it."""
    assert action(BESIDE.format(gap=gap)) == read


@pytest.mark.parametrize("seen", [2, CERTAIN])
@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("oude centrum Ontvangst", "Begeleiden van huurders in het oude centrum Ontvangst"),
        ("centrum", "Begeleiden van huurders in het centrum"),  # without its one word the title could not end
    ],
)
def test_behind_a_name_that_recurs_the_title_s_next_line_may_end_with_the_name_s_rest(
    below: str, title: str, seen: int
) -> None:
    """What the report prints apart is whole."""
    found = header(f"AC34485 - Begeleiden van huurders in het Team Toezicht\n{below}\n\nTekst.")
    names = {("Team", "Toezicht"): seen}
    is_told = seen == CERTAIN or below == "centrum"
    read = texts(found, by_names(found, names, "blanks", NameParts.of(names, [found])))
    assert read == ((title, "Team Toezicht") if is_told else (None, None))


def test_a_line_in_the_owner_s_column_is_none_of_the_description_s_though_a_blank_line_stands_before_it() -> None:
    """A program marks no end of a page."""
    printed = f"{'AC34485 - Begeleiden van huurders':45}Dienst Feesten\n\n\n{'':45}en Markten"
    assert action(printed) == ("Begeleiden van huurders", "Dienst Feesten en Markten")


@pytest.mark.parametrize("words", ["Wie  huurt  of  bouwt,  krijgt  daar  veel", "Wie huurt  of bouwt,  krijgt daar  veel"])
def test_a_line_of_more_cells_than_a_header_has_is_text_that_is_justified(words: str) -> None:
    found = header(f"OD10071 Betaalbaar wonen 2020 - 2027 Groep Gent\n{words}\nraad.", "P")
    assert (found.least, found.pieces[1].split, found.pieces[1].columns) == (1, None, False)


@pytest.mark.parametrize(
    ("below", "is_told"),
    [
        ("Wie huurt, krijgt raad.", True),
        ("\fWie huurt, krijgt raad.", True),
        ("\fVerenigingen", False),  # the name may go on there
        ("\fWie huurt, krijgt raad bij deze dienst van de stad, en wie bouwt of verbouwt", True),
    ],
)
def test_a_header_that_may_go_on_behind_the_end_of_a_page_is_not_told_by_its_layout(below: str, *, is_told: bool) -> None:
    found = readings(header(f"AC34485 - Begeleiden van huurders\nDienst Toezicht\n{below}"))
    assert any(way.split.lines == 2 for ways in found.values() for way in ways) == is_told


def test_lines_on_two_pages_are_not_laid_out_beside_each_other() -> None:
    found = readings(header("AC34485 - Begeleiden van Dienst\n\fhuurders Toezicht"))
    assert found == {}


def test_the_lines_of_a_test_begin_pages_behind_form_feeds() -> None:
    assert [line.begins_page for line in lines("een\n\ftwee\ndrie")] == [False, True, False]


@pytest.mark.parametrize(("last", "is_name"), [("in alle wijken en op Waren", False), ("in alle wijken van de stad", True)])
def test_a_name_behind_which_every_line_ends_the_same_is_the_beginning_of_a_longer_one(last: str, *, is_name: bool) -> None:
    """The rest may stand behind words of the title."""
    headers = [
        header("AC40000 - Loket voor huurders Centrum Toezicht\nop Waren\nWie huurt, krijgt raad."),
        header(f"AC40001 - Lessen voor kinderen Centrum Toezicht\n{last}\nWie leert, krijgt raad."),
    ]
    assert (("Centrum", "Toezicht") in names_behind_words(headers, "blanks")) == is_name
