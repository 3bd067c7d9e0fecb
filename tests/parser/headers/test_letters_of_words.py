"""What letters tell of the words of a header, and hyphens of those that are broken, rule by rule."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.fields import Words, texts_of_fields
from gentbudget.parser.headers.header import Piece
from gentbudget.parser.headers.hyphens import (
    Hyphenation,
    _broken_inside,
    _core,
    _whole,
    holds_broken_word,
    is_broken,
    mended,
)
from gentbudget.parser.headers.letters import (
    _is_made_of,
    _is_noise,
    _starts_of_cells,
    letters,
    splits,
)
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.lines.line import Line
from tests.parser.headers.lines import header, lines


def test_letters_and_digits_count_and_nothing_between_them() -> None:
    assert letters("Dienst Wo- nen (4)") == "DienstWonen4"


@pytest.mark.parametrize(
    ("words", "text", "is_made"),
    [
        (["Af", "de", "ling"], "Afdeling", True),
        (["Huren", "Af", "van", "de", "ling", "Gent"], "Afdeling", True),
        (["de", "Af", "ling"], "Afdeling", False),
        (["Af", "deling", "en"], "Afdelingen", True),
        (["Af", "ling"], "Afdeling", False),
        (["a", "aa"], "aaa", True),
        ([], "a", False),
    ],
)
def test_some_words_in_their_order_make_a_text(words: list[str], text: str, *, is_made: bool) -> None:
    assert _is_made_of(words, text) is is_made


@pytest.mark.parametrize(
    ("printed", "periods"),
    [
        ("2022 - 2026", ("2022 - 2022", "2022 - 2026", "2026 - 2026")),
        ("2022-20 22", ("2022 - 2022",)),
        ("Jeugd 12, fase 3", ()),
    ],
)
def test_a_period_has_two_years_in_their_order(printed: str, periods: Words) -> None:
    assert texts_of_fields("plan", printed) == {"period": periods}


@pytest.mark.parametrize(
    ("word", "is_noise"), [("|", True), ("~", True), ("-", False), ("&", False), ("/", False), ("4", False)]
)
def test_signs_that_stand_for_no_word_are_noise(word: str, *, is_noise: bool) -> None:
    assert _is_noise(word) is is_noise


def test_a_status_is_told_by_its_letters() -> None:
    (split,) = splits(header("PR40001 - Bouwen Nog nietge start Uit voering 2022 - 2026 Dienst Wo nen"), [("Dienst", "Wonen")])
    assert split.fields == {"status": "Nog niet gestart", "phase": "Uitvoering", "period": "2022 - 2026"}
    assert not splits(header("PR40001 - Bouwen niet gestart Uitvoering 2022 - 2026 Dienst Wonen"), [("Dienst", "Wonen")])


@pytest.mark.parametrize(
    ("cells", "most", "in_table", "starts"),
    [
        (("Af de", "Huren van", "Wonen"), 2, False, {0, 2, 4, 5}),
        (("Af de", "Huren van"), 2, False, set()),
        (("Af de", "Huren van", "Wonen"), 3, False, set()),
        (("Af de", "Huren van", "Wonen"), 2, True, set()),
    ],
)
def test_a_line_with_more_cells_than_a_header_tells_where_each_begins(
    cells: tuple[str, ...], most: int, starts: set[int], *, in_table: bool
) -> None:
    printed = tuple(" ".join(cells).split())
    assert _starts_of_cells(Piece(printed, None, 0, 9, in_table=in_table, printed=printed, cells=cells), most) == starts
    assert _starts_of_cells(Piece(printed, None, 0, 9, printed=printed[1:], cells=cells), 2) == set()  # what is the code's?


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("huur-", "ders", True),
        ("huur-", "en", False),  # `huur- en koopwoningen`
        ("huur-", "of", False),
        ("huur\u2010", "en", True),
        ("huur-", "4", False),
        ("huur", "ders", False),
        ("-", "ders", False),
    ],
)
def test_a_word_is_broken_between_a_hyphen_and_a_letter(before: str, after: str, *, broken: bool) -> None:
    assert is_broken(before, after) is broken
    assert holds_broken_word(f"van {before} {after} hier") is broken


def test_a_mark_inside_of_a_word_stands_for_its_hyphen() -> None:
    assert holds_broken_word("van huur\ufffeders")
    assert not holds_broken_word("van huurders")
    found = [list(_broken_inside(Line("TEXT_LINE", text, 1, 0))) for text in ("ver\ufffehuren en\ufffe", "ver-huren")]
    assert found == [[("ver-", "huren")], []]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [("wij huren hier", "huren hier"), ("wij huren hier ver-", "huren hier"), ("wij", ""), ("", "")],
)
def test_the_words_at_the_ends_of_a_line_may_be_halves(printed: str, whole: str) -> None:
    assert " ".join(_whole(printed.split())) == whole


@pytest.mark.parametrize(
    ("word", "core"), [("(Huurders),", "huurders"), ("\u201cWonen\u201d.", "wonen"), ("co-huur", "co-huur")]
)
def test_a_word_is_the_same_with_marks_around_it(word: str, core: str) -> None:
    assert _core(word) == core


def test_a_word_that_is_told_is_put_together_and_another_keeps_its_blank() -> None:
    told = Hyphenation(lines("Alle huurders en co-huurders wonen"))
    assert mended(["Hulp aan huur-", "ders en co-", "huurders van ge-", "noemde"], told) == (
        "Hulp aan huurders en co-huurders van ge- noemde"
    )
    assert mended([], told) == ""


def test_where_no_line_ends_a_title_s_hyphen_may_be_its_word_s_own() -> None:
    broken = "De huur-\nders wonen hier. De ver-\nhuurders ook. De gemeen-\nten. Huurders, verhuurders, gemeenten."
    told = Hyphenation(lines(broken))
    assert mended(["Hulp aan kot-", "studenten"], told) == "Hulp aan kotstudenten"
    assert mended(["Hulp aan kot- studenten"], told) == "Hulp aan kot- studenten"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Huren van lokalen Dienst Wonen", "Huren van lokalen"),
        ("Huren van lokalen Dienst Wonen gezinnen", "Huren van lokalen gezinnen"),
        ("Huren van lokalen Dienst Wonen voor gezinnen", "Huren van lokalen voor gezinnen"),
        ("Huren van lokalen Dienst Wonen en gezinnen", None),  # the name may go on so
        ("Huren van lokalen Dienst Wonen voor Gezinnen", None),
        ("Huren met Dienst Wonen buren van Rabot, Muide en Tolhuis", "Huren met buren van Rabot, Muide en Tolhuis"),
        ("Huren samen met Dienst Wonen buren Rabot", None),  # which may be the owner
        ("Huren met Dienst Wonen buren, huurders en kotstudenten", "Huren met buren, huurders en kotstudenten"),
        ("Huren voor Dienst Wonen gezinnen", "Huren voor gezinnen"),
    ],
)
def test_behind_a_name_in_joined_lines_no_word_of_the_title_leads_on(words: str, title: str | None) -> None:
    found = header(f"AC34485 - {words}")
    found = found._replace(pieces=(found.code_piece._replace(marked=True),))
    told = [joined_lines(split.title) for split in splits(found, [("Dienst", "Wonen")])]
    assert told == ([title] if title else [])
