"""Where a title goes on from line to line."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.headers.header import Evidence
from gentbudget.parser.headers.widths import Columns, Width, breadth
from gentbudget.parser.headers.wrapping import begins_earlier, fits, goes_on, may_wrap, take_open_lines, title_goes_on
from tests.parser.headers.lines import header

FIRST = "AC34485 - Begeleiden van huurders"


def wide(text: str, line: str = FIRST) -> Evidence:
    """A header whose title's column is for certain as broad as this line."""
    return header(text)._replace(columns=Columns(Width(breadth(line), certain=True)))


@pytest.mark.parametrize(
    ("below", "verdict"),
    [
        ("", None),  # then no description would be left
        ("\nWie huurt, krijgt raad.", True),
    ],
)
def test_a_full_title_goes_on_with_a_capital_unless_that_begins_all_that_is_left(below: str, verdict: bool | None) -> None:
    found = wide(f"{FIRST}      Dienst Wonen\nGent en Brugge{below}")
    assert goes_on(found, [found.code_piece.title], 1) is verdict


@pytest.mark.parametrize(("line", "verdict"), [(FIRST, None), (f"{FIRST} en kotstudenten", False)])
def test_a_dash_may_be_a_title_s_only_where_not_even_it_has_room(line: str, verdict: bool | None) -> None:
    found = wide(f"{FIRST}\n\u2013 winterplan", line)
    assert goes_on(found, [found.code_piece.words], 1) is verdict


@pytest.mark.parametrize(("line", "may"), [(FIRST, True), (f"{FIRST} en Kotstudenten", False)])
def test_a_line_that_had_room_for_the_next_word_does_not_wrap_there(line: str, *, may: bool) -> None:
    found = wide(f"{FIRST}\nGent en Brugge", line)
    first = found.code_piece._replace(words=tuple(FIRST.split()))
    assert may_wrap(found._replace(pieces=(first, *found.pieces[1:])), 1) == may


@pytest.mark.parametrize(("between", "taken"), [("\n", 1), ("\n\n", 0)])
def test_a_title_does_not_go_on_behind_a_blank_line(between: str, taken: int) -> None:
    found = header(f"{FIRST} in{between}het centrum")
    assert take_open_lines(found, [found.code_piece.words], 1) == taken


@pytest.mark.parametrize(
    ("title", "may"),
    [
        ("Begeleiden van Departement Opvang\nnieuwkomers", True),
        ("Begeleiden van Departement 2024\nnieuwkomers", False),  # no name has a year
        ("Begeleiden van Departement\nnieuwkomers en\ngezinnen", False),  # it stands in the line above, or in none
    ],
)
def test_a_name_may_begin_at_the_end_of_the_title_s_line_above_its_own(title: str, *, may: bool) -> None:
    cells = [tuple(line.split()) for line in title.split("\n")]
    owner = [*[()] * (len(cells) - 1), ("Rioleringen",)]
    assert begins_earlier(header(f"AC34485 - {title} Rioleringen"), cells, owner, beside=False) == may


@pytest.mark.parametrize(("below", "may"), [((), True), (("en", "Wegen"), False)])
def test_a_name_does_not_begin_above_where_its_lines_would_not_end_with_their_column(
    below: tuple[str, ...], *, may: bool
) -> None:
    title, owner = [("Begeleiden", "huurders", "Departement"), ()], [("Rioleringen",), below]
    width = Width(breadth("Departement Rioleringen en Wegen"), certain=True)
    found = header("AC34485 - Begeleiden huurders Departement Rioleringen\nen Wegen")._replace(columns=Columns(owner=width))
    assert begins_earlier(found, title, owner, beside=True) is may


def test_a_title_of_which_nothing_stands_above_begins_with_any_line() -> None:
    assert goes_on(header("OD10071\nBetaalbaar wonen", "P"), [()], 1) is True


@pytest.mark.parametrize(
    ("below", "is_taken", "verdict"),
    [
        ("huurders", True, True),
        ("huurders", False, True),  # it is the owner's
        ("\nhuurders", True, False),
        ("\nhuurders", False, True),
        ("- huurders", True, False),
        ("Huurders zonder raad.", True, True),
        ("Huurders, en wie dat wordt of worden wil, krijgen raad aan het loket.", True, False),
    ],
)
def test_a_title_goes_on_with_each_line_that_gives_words_to_it(below: str, *, is_taken: bool, verdict: bool) -> None:
    found = header(f"AC34485 - Begeleiden van\n{below}")
    assert title_goes_on(found, [found.pieces[0].words, found.pieces[1].words if is_taken else ()]) is verdict


@pytest.mark.parametrize(("beyond", "taken"), [(0, 1), (1, None)])
def test_a_title_s_line_ends_before_the_owner_s_column_or_drifts_a_little(beyond: int, taken: int | None) -> None:
    first = f"{FIRST} in      Dienst Wonen"
    below = "een wijk ".ljust(first.index("Dienst") + tolerances.COLUMN_DRIFT + beyond, "z")
    found = header(f"{first}\n{below}")
    assert take_open_lines(found, [found.code_piece.title], 1) == taken


@pytest.mark.parametrize(
    ("broadest", "certain", "below", "verdict"),
    [
        (None, False, "van huurders", True),
        (f"{FIRST} van", False, "van huurders", None),  # there was room, if the column is as wide
        (f"{FIRST} van", True, "van huurders", False),
        (FIRST, True, "van huurders", True),
        (None, False, "Huurders", None),
        (None, False, "Huurders van sociale woningen in de stad", False),
        (None, False, "Huurders.", False),
        (None, False, "12", False),
        (None, False, "- huurders", False),
    ],
)
def test_behind_a_whole_phrase_a_title_goes_on_where_the_line_above_is_full(
    broadest: str | None, below: str, *, certain: bool, verdict: bool | None
) -> None:
    found = header(f"{FIRST}\n{below}\nTekst.")
    if broadest:
        found = found._replace(columns=Columns(Width(breadth(broadest) / 0.96, certain=certain)))
    assert goes_on(found, [found.pieces[0].words], 1) is verdict


@pytest.mark.parametrize(("longer", "verdict"), [(0, True), (1, False)])
def test_below_an_open_title_a_sentence_is_a_description_s_where_it_is_more_than_twice_as_long(
    longer: int, *, verdict: bool
) -> None:
    first = f"{FIRST} in"
    below = "het centrum ".ljust(tolerances.MOST_TITLE_LENGTHS * len(first) + longer - 1, "z")
    found = header(f"{first}\n{below}.\nTekst.")
    assert len(found.title_texts([found.code_piece.words])[0]) == len(first)
    assert goes_on(found, [found.code_piece.words], 1) is verdict


@pytest.mark.parametrize(("longer", "verdict"), [(0, None), (1, False)])
def test_a_capital_goes_on_with_a_title_only_on_a_line_that_is_no_longer(longer: int, verdict: bool | None) -> None:
    found = header(f"{FIRST}\n{'Huurders '.ljust(len(FIRST) + longer, 'z')}\nTekst.")
    assert goes_on(found, [found.code_piece.words], 1) is verdict


@pytest.mark.parametrize(("owner", "may"), [("Dienst Wonen\nen Bouwen", True), ("Dienst\nWonen en Bouwen", False)])
def test_the_lines_of_both_cells_end_where_their_columns_do(owner: str, *, may: bool) -> None:
    width = Width(breadth("Dienst Wonen en"), certain=True)
    words = [tuple(line.split()) for line in owner.split("\n")]
    found = header("AC34485 Begeleiden van huurders")
    assert fits(found._replace(columns=Columns(owner=width)), [(), ()], words) is may
    assert fits(found._replace(columns=Columns(title=width)), words, [(), ()]) is may
    assert fits(found, words, words)
