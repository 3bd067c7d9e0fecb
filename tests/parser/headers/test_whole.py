"""What a header is settled as, and what may not be whole."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.header import Header, Piece
from gentbudget.parser.headers.hyphens import Hyphenation
from gentbudget.parser.headers.whole import settle
from gentbudget.parser.lines.line import Line
from tests.parser.headers.lines import header, lines


def test_a_name_that_the_next_line_goes_on_with_is_open() -> None:
    found = header("AC34485 - Begeleiden van huurders      Dienst Wonen\n\nen Bouwen")
    settle(found, [found.code_piece.title], [found.code_piece.owner], 1)
    assert (found.title, found.owner) == ("Begeleiden van huurders", None)


@pytest.mark.parametrize(("blanks", "title"), [(" ", None), ("      ", "Begeleiden van huurders.")])
def test_only_a_cell_of_its_own_keeps_a_title_that_ends_a_sentence_from_the_description(blanks: str, title: str | None) -> None:
    found = header(f"AC34485 - Begeleiden van huurders.{blanks}Dienst Wonen")
    settle(found, [("Begeleiden", "van", "huurders.")], [("Dienst", "Wonen")], 1)
    assert found.title == title


@pytest.mark.parametrize("below", [1, 0])
def test_a_header_is_cut_off_where_a_line_of_a_cell_stands_below_all_that_were_looked_at(below: int) -> None:
    pieces = [Piece(("in", "de", "stad"), None, 0, 10)] * 10
    behind = [Line("TEXT_LINE", "in de stad", number, 0) for number in range(9 + below)]
    assert Header("AC34485", 1, behind=behind, own=1, pieces=pieces).is_cut_off == bool(below)


def test_a_word_is_printed_where_it_stands_behind_another_in_its_cell() -> None:
    hyphenation = Hyphenation(lines("Alle huurders     wonen"))
    assert [hyphenation.prints(word) for word in ("huurders", "Alle", "wonen")] == [True, False, False]


@pytest.mark.parametrize(
    ("title", "is_whole"),
    [
        ("Bouwen in fase 2 en 3", True),
        ("Bouwen in 2025- 2027", False),
        ("Aanleg van de R4- 7", False),
        ("Plan 2030- loket", True),
    ],
)
def test_a_number_that_wraps_behind_its_hyphen_is_half_of_one(title: str, *, is_whole: bool) -> None:
    found = header(f"AC34485 - {title}      Dienst Wonen")
    settle(found, [found.code_piece.title], [found.code_piece.owner], 1)
    assert found.title == (title if is_whole else None)


@pytest.mark.parametrize(("code", "heading", "title"), [("OD10071", "P", None), ("AC34485", "A", "wonen in Gent")])
def test_a_plan_s_title_begins_with_a_capital(code: str, heading: str, title: str | None) -> None:
    found = header(f"{code} wonen in Gent", heading)
    settle(found, [("wonen", "in", "Gent")], [("Groep", "Gent")], 1)
    assert found.title == title
