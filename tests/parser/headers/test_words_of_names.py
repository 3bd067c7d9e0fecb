"""Which words may be a name, and which names are only parts of others, rule by rule."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Piece
from gentbudget.parser.headers.introductions import _may_lead
from gentbudget.parser.headers.names import (
    _begins_too_early,
    _longest,
    _may_end_like_titles,
    is_name,
    is_small,
    may_be_name,
    only_parts,
    without_parts,
)
from gentbudget.parser.headers.owners import _goes_too_far, _is_cut, _squeezed
from gentbudget.parser.lines.line import Line
from tests.parser.headers.lines import header


def words(text: str) -> Words:
    return tuple(text.split())


@pytest.mark.parametrize(
    ("name", "may_be"),
    [
        ("Dienst Wonen", True),
        ("Gent", True),
        ("FM", False),  # many titles end with it
        ("Dienst Wonen Dienst", False),
        ("Dienst van van Wonen", False),
        ("Dienst van Wonen van Gent", True),
        ("Dienst voor het beheer van alle wijken", False),  # a sentence
        ("Dienst voor het beheer van alle Wijken", True),
        ("Dienst voor beheer van alle wijken", True),
        (f"Dienst {'w' * (tolerances.LONGEST_NAME - len('Dienst'))}", True),
        (f"Dienst {'w' * (tolerances.LONGEST_NAME - len('Dienst') + 1)}", False),
    ],
)
def test_a_name_has_no_more_words_than_one_and_none_of_them_twice(name: str, *, may_be: bool) -> None:
    assert is_name(words(name)) is may_be


@pytest.mark.parametrize(("word", "small"), [("van", True), ("'t", True), ("Van", False), ("-", False), ("2024", True)])
def test_a_capital_or_a_dash_before_a_name_may_be_its_own(word: str, *, small: bool) -> None:
    assert is_small(word) is small


@pytest.mark.parametrize(
    ("breaks", "may_end"), [({1}, True), ({2}, False), ({3}, False), ({1, 3}, False), ({1, 2}, False), (set[int](), True)]
)
def test_words_that_begin_small_on_a_line_of_their_own_every_time_may_be_the_titles(breaks: set[int], *, may_end: bool) -> None:
    assert _may_end_like_titles(words("Dienst gezin Wonen"), breaks) is may_end
    assert not _may_end_like_titles(words("Dienst van Wonen"), {2})


@pytest.mark.parametrize(("others", "too_early"), [("cd", True), ("c", False), ("", False)])
def test_a_name_whose_end_stands_behind_other_titles_begins_too_early(others: str, *, too_early: bool) -> None:
    name = words("Gent Dienst Wonen Groen")
    assert _begins_too_early(name, {name: set("ab"), name[1:]: set("ab" + others)}) is too_early
    assert not _begins_too_early(name[1:], {name[1:]: set("ab"), name[2:]: set("abcd")})  # what is left is too short


D, DW, DG = words("Dienst"), words("Dienst Wonen"), words("Dienst Groen")


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ({D: "abcd", DW: "ab"}, set()),
        ({D: "abc", DW: "ab"}, {D}),
        ({words("Wonen"): "abc", DW: "ab"}, {words("Wonen")}),
        ({D: "abcdef", DW: "ab", DG: "ac"}, {D}),  # what several begin with is none
        ({DW: "ab", DG: "cd"}, set()),
    ],
)
def test_a_part_of_a_name_is_one_only_if_it_is_seen_without_the_rest(names: dict[Words, str], parts: set[Words]) -> None:
    assert only_parts({name: set(titles) for name, titles in names.items()}) == parts


def test_of_a_name_and_its_beginning_the_longest_is_meant_wherever_both_stand() -> None:
    assert _longest({D: set("ab"), DW: set("ab")}) == {DW}
    assert _longest({D: set("abc"), DW: set("ab")}) == {D, DW}
    assert _longest({words("Wonen"): set("ab"), DW: set("ab")}) == {words("Wonen"), DW}
    assert without_parts([D, words("Wonen"), DW, DG], [D, DW]) == [DW, DG]


@pytest.mark.parametrize(
    ("text", "split", "may_be"),
    [
        ("Dienst Wonen", None, True),
        ("Dienst Wonen", 0, False),
        ("", None, False),
        ("Jaarrekening 2024", None, False),
        ("Wie huurt, krijgt raad.", None, False),
        ("w" * tolerances.LONGEST_NAME_LINE, None, True),
        ("w" * (tolerances.LONGEST_NAME_LINE + 1), None, False),
    ],
)
def test_a_line_of_a_name_is_short_ends_no_sentence_and_has_no_year(text: str, split: int | None, *, may_be: bool) -> None:
    assert may_be_name(Piece(words(text), split, 0, len(text))) is may_be


def test_a_name_that_goes_on_behind_a_known_one_goes_too_far() -> None:
    assert _goes_too_far(words("Dienst Wonen gezinnen"), {DW})
    assert not _goes_too_far(words("Dienst Wonen en Groen"), {DW})
    assert not _goes_too_far(words("Dienst Wonen Groen"), {DW})
    assert not _goes_too_far(DW, {DW})


@pytest.mark.parametrize(
    ("name", "is_cut"),
    [
        ("O CMW Gent", True),
        ("OCMW Gent", False),
        ("Dienst Wo- nen", True),
        ("Jeugd- en Sportdienst", False),
        ("Team 4 x4", True),
        ("Team 4 Wonen", False),
        ("Team 44 4", True),
    ],
)
def test_a_letter_alone_is_half_a_word(name: str, *, is_cut: bool) -> None:
    assert _is_cut(name) is is_cut


def test_a_name_is_the_same_without_blanks_and_hyphens_of_broken_words() -> None:
    assert list(_squeezed("O CMW Gent")) == ["OCMWGent"]
    assert list(_squeezed("Dienst Wo- nen")) == ["DienstWo-nen", "DienstWonen"]
    assert list(_squeezed("Jeugd- en Sportdienst")) == ["Jeugd-enSportdienst", "JeugdenSportdienst"]


@pytest.mark.parametrize(
    ("text", "may_lead"),
    [
        ("Dienst Wonen", True),
        ("Wij bouwen.", False),
        ("Wij bouwen:", False),
        ("- Wonen", False),
        ("w" * tolerances.LONGEST_LEADING_LINE, True),
        ("w" * (tolerances.LONGEST_LEADING_LINE + 1), False),
        (f"**{'w' * (tolerances.LONGEST_LEADING_LINE + 1)}**", True),  # a heading
    ],
)
def test_the_code_stands_below_no_line_of_a_description(text: str, *, may_lead: bool) -> None:
    assert _may_lead(Line("TEXT_LINE", text, 1, 0)) is may_lead


@pytest.mark.parametrize(("text", "prefix"), [("AC34485 - Huren", "AC34485 - "), ("AC34485 Huren", ""), ("AC34485", "")])
def test_the_code_is_the_title_s_where_a_mark_parts_them(text: str, prefix: str) -> None:
    assert header(text).code_piece.prefix == prefix
