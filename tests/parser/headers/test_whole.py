"""What a header is settled as, and what may not be whole."""

from __future__ import annotations

import pytest

from gentbudget.model import Period
from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.whole import _goes_on_below_table, settle
from gentbudget.parser.lines.line import Line
from tests.parser.headers.lines import header, introduction, settled, texts


def test_a_name_that_the_next_line_goes_on_with_is_open() -> None:
    found = header("AC34485 - Begeleiden van huurders      Dienst Wonen\n\nen Bouwen")
    split = Split([found.code_piece.title], [found.code_piece.owner])
    assert texts(found, split) == ("Begeleiden van huurders", None)


@pytest.mark.parametrize(("blanks", "title"), [(" ", None), ("      ", "Begeleiden van huurders.")])
def test_only_a_cell_of_its_own_keeps_a_title_that_ends_a_sentence_from_the_description(blanks: str, title: str | None) -> None:
    found = header(f"AC34485 - Begeleiden van huurders.{blanks}Dienst Wonen")
    split = Split([("Begeleiden", "van", "huurders.")], [("Dienst", "Wonen")])
    assert settled(found, split).title == title


@pytest.mark.parametrize("below", [1, 0])
def test_a_header_is_cut_off_where_a_line_of_a_cell_stands_below_all_that_were_looked_at(below: int) -> None:
    pieces = [Piece(("in", "de", "stad"), None, 0, 10)] * 10
    behind = [Line("TEXT_LINE", "in de stad", number, 0) for number in range(9 + below)]
    assert Evidence("AC34485", 1, behind=behind, own=1, pieces=tuple(pieces)).is_cut_off == bool(below)


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
    split = Split([found.code_piece.title], [found.code_piece.owner])
    assert settled(found, split).title == (title if is_whole else None)


@pytest.mark.parametrize(("code", "heading", "title"), [("OD10071", "P", None), ("AC34485", "A", "wonen in Gent")])
def test_a_plan_s_title_begins_with_a_capital(code: str, heading: str, title: str | None) -> None:
    found = header(f"{code} wonen in Gent", heading)
    assert settled(found, Split([("wonen", "in", "Gent")], [("Groep", "Gent")])).title == title


WHOLE = ("Begeleiden van huurders", "Dienst Wonen")


@pytest.mark.parametrize(
    ("title", "owner", "read"),
    [
        (*WHOLE, WHOLE),
        (WHOLE[0], "", (WHOLE[0], None)),
        ("", WHOLE[1], (None, WHOLE[1])),
        ("Begeleiden van", WHOLE[1], (None, None)),
        ("Begeleiden (en meer", WHOLE[1], (None, None)),
        (WHOLE[0], "Dienst Wonen en", (None, None)),
        (WHOLE[0], "dienst Wonen", (None, None)),
        ("begeleiden van huurders", WHOLE[1], ("begeleiden van huurders", WHOLE[1])),
        ("Begeleiden van huurders!", WHOLE[1], (None, None)),
        ("Begelei\ue03cen van huurders", WHOLE[1], (None, None)),
        ("Begeleiden van huur-\nders", WHOLE[1], (None, None)),
        ("Begeleiden van huur- ders", WHOLE[1], ("Begeleiden van huur- ders", WHOLE[1])),  # no line ends there
        (WHOLE[0], "Dienst Wo-\nnen", (None, None)),
        ("Begeleiden van huur\ufffeders", WHOLE[1], (None, None)),
        ("Begeleiden van huurdersDienst", "Wonen", (None, None)),  # which is two words, of two cells
        ("Begeleiden van hetStadskantoor nu", WHOLE[1], ("Begeleiden van hetStadskantoor nu", WHOLE[1])),
        ("Begeleiden van huurdErs\n", "\nDienst Wonen", ("Begeleiden van huurdErs", WHOLE[1])),
    ],
)
def test_half_a_title_or_name_is_worse_than_none(title: str, owner: str, read: tuple[str | None, str | None]) -> None:
    title_lines, owner_lines = ([tuple(line.split()) for line in text.split("\n")] for text in (title, owner))
    found = settled(header("AC34485 - Begeleiden van huurders Dienst Wonen"), Split(title_lines, owner_lines))
    assert (found.title, found.owner) == read
    assert [any(found.split.title), any(found.split.owner)] == [found.title is not None, found.owner is not None]


PERIOD = Period(2022, 2026)


@pytest.mark.parametrize(
    ("fields", "title", "owner", "read"),
    [
        (
            Fields("Lopend", "Ontwerp", PERIOD),
            "Ontwerp van 2022 - 2024",
            "Dienst Wonen",
            ("Ontwerp van 2022 - 2024", "Dienst Wonen"),
        ),
        (Fields(), "Bouwen van huizen", "Dienst Wonen", ("Bouwen van huizen", "Dienst Wonen")),
        (Fields(), "Ontwerp van huizen", "Dienst Wonen", (None, "Dienst Wonen")),
        (Fields(), "Bouwen van huizen", "Dienst Nazorg", ("Bouwen van huizen", None)),
        (Fields(), "Bouwen in 2022 - 2026", "Dienst Wonen", (None, None)),
        (Fields("Lopend"), "Bouwen van huizen", "Dienst Wonen", (None, None)),
        (Fields("Lopend", None, PERIOD), "Bouwen van huizen", "Dienst Wonen", (None, "Dienst Wonen")),
        (Fields("Lopend", "Ontwerp", start=2022), "Bouwen in 2026", "Dienst Wonen", (None, None)),
        (Fields("Lopend", "Ontwerp", PERIOD, start=2022), "Bouwen in 2026", "Dienst Wonen", ("Bouwen in 2026", "Dienst Wonen")),
        (Fields(), "Bouwen Nog niet van gestart huizen", "Dienst Wonen", (None, None)),
    ],
)
def test_what_holds_a_field_that_stands_nowhere_else_holds_words_of_two_cells(
    fields: Fields, title: str, owner: str, read: tuple[str | None, str | None]
) -> None:
    one = header("PR40001 - Bouwen van huizen Dienst Wonen")._replace(fields=fields)
    found = settled(one, Split([tuple(title.split())], [tuple(owner.split())]))
    assert (found.title, found.owner) == read
    assert [any(found.split.title), any(found.split.owner)] == [text is not None for text in read]


def test_what_tells_nothing_takes_no_title_away() -> None:
    found = introduction("AC40001 - Huren van lokalen").header
    assert found is not None
    settle(found, Split(title=(("Huren", "van", "lokalen"),), why="it has a cell of its own"))
    settle(found, Split(lines=1))
    assert (found.title, found.owner, found.split.why) == ("Huren van lokalen", None, "it has a cell of its own")


LONGEST = "x" * tolerances.LONGEST_CELL


@pytest.mark.parametrize(
    ("change", "below", "may_go_on"),
    [
        ({}, ["en Zorg"], True),
        ({}, [LONGEST], True),
        ({}, [f"{LONGEST}x"], False),
        ({}, ["Wie huurt, krijgt raad."], False),
        ({}, ["Wie huurt, krijgt raad.", "en Zorg"], False),  # it goes on with the very next line
        ({}, ["", "en Zorg"], False),
        ({}, [], False),
        ({"code": False}, ["en Zorg"], False),
        ({"last": False}, ["en Zorg"], False),
        ({"begins": False}, ["en Zorg"], False),
    ],
)
def test_a_cell_of_a_table_that_begins_above_the_code_may_end_below_the_table(
    change: dict[str, bool], below: list[str], *, may_go_on: bool
) -> None:
    found = header("\n".join(["Dienst", "AC34485 - Huren", "Wonen", *below]))
    rows = [True, change.get("code", True), change.get("last", True)]
    pieces = [piece._replace(in_table=row) for piece, row in zip(found.pieces, rows, strict=False)]
    owner = [("Dienst",) if change.get("begins", True) else (), (), ("Wonen",)]
    found = found._replace(pieces=(*pieces, *found.pieces[3:]))
    assert _goes_on_below_table(found, Split([(), ("Huren",), ()], owner, 3), owner) is may_go_on


@pytest.mark.parametrize(("length", "is_cut_off"), [(tolerances.LONGEST_CELL, True), (tolerances.LONGEST_CELL + 1, False)])
def test_a_line_that_is_longer_than_a_cell_s_cuts_nothing_off(length: int, *, is_cut_off: bool) -> None:
    pieces = [Piece(("in", "de", "stad"), None, 0, 10)] * tolerances.MOST_HEADER_LINES
    behind = [Line("TEXT_LINE", "x" * length, number, 0) for number in range(tolerances.MOST_HEADER_LINES)]
    assert Evidence("AC34485", 1, behind=behind, own=1, pieces=tuple(pieces)).is_cut_off is is_cut_off
    assert not Evidence("AC34485", 1, behind=behind, own=2, pieces=tuple(pieces[1:])).is_cut_off


@pytest.mark.parametrize(
    ("below", "is_whole"),
    [
        ("2024", False),
        ("2024\nen meer", False),
        ("2024 was goed", True),
        ("(en Zorg)", False),
        ("en Zorg", False),
        ("Zorg", True),
    ],
)
def test_what_a_page_ends_before_may_be_the_rest_of_a_name(below: str, *, is_whole: bool) -> None:
    found = header(f"AC34485 - Huren      Dienst Wonen\n\n{below}\n\nTekst.")
    split = Split([found.code_piece.title], [found.code_piece.owner])
    assert settled(found, split).owner == ("Dienst Wonen" if is_whole else None)


@pytest.mark.parametrize(
    ("own", "pieces", "behind", "is_described"), [(1, 3, 2, False), (1, 3, 3, True), (2, 3, 1, False), (2, 3, 2, True)]
)
def test_a_header_is_described_where_lines_are_left(own: int, pieces: int, behind: int, *, is_described: bool) -> None:
    lines_behind = [Line("TEXT_LINE", "tekst", number, 0) for number in range(behind)]
    found = Evidence("AC34485", 1, behind=lines_behind, own=own, pieces=(Piece(("in",), None, 0, 2),) * pieces)
    assert found.is_described is is_described
