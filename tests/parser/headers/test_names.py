"""Names that are learnt from where they recur."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.headers.names import (
    CERTAIN,
    Parting,
    _endings,
    _may_begin_above,
    _stands_alone,
    _tails,
    may_be_line,
    names_behind_words,
    names_on_own_lines,
)
from tests.parser.headers.lines import header

WONEN = ("Dienst", "Wonen")


def test_a_paragraph_behind_different_titles_is_a_name() -> None:
    headers = [header(f"AC4000{n} - {title}\n\nDienst Wonen\n\nTekst.") for n, title in enumerate(["Huren", "Bouwen"])]
    assert names_on_own_lines(headers, "lines") == {WONEN: CERTAIN}
    assert names_on_own_lines(headers[:1], "lines") == {}
    alone = [header(f"AC4000{n} - {title}\n\nDienst Wonen") for n, title in enumerate(["Huren", "Bouwen"])]
    assert names_on_own_lines(alone, "lines") == {}  # it may be the description


@pytest.mark.parametrize(
    ("first", "second", "seen"),
    [
        ("Huren van lokalen", "Bouwen van woningen", 2),
        ("Huren", "Bouwen", 2),  # no title is without a word
        ("Huren Gent", "Bouwen Brugge", 0),  # a capital may be the name's own
        ("Huren Gent", "Bouwen van woningen", 2),  # where none stands before it, it begins
        ("Huren van woningen", "Bouwen van woningen", 0),  # perhaps the name of a place
    ],
)
def test_a_name_ends_lines_behind_different_small_words(first: str, second: str, seen: int) -> None:
    headers = [header(f"AC4000{n} - {title} Stedelijke Kunstacademie") for n, title in enumerate([first, second])]
    assert names_behind_words(headers, "blanks") == ({("Stedelijke", "Kunstacademie"): seen} if seen else {})


@pytest.mark.parametrize(("before", "learns"), [("Technische", True), ("Personeel", False)])
def test_a_name_ends_with_the_word_for_a_unit_behind_an_adjective_alone(before: str, *, learns: bool) -> None:
    titles = ["Huren van lokalen", "Bouwen van woningen"]
    headers = [header(f"AC4000{n} - {title} {before} Dienst") for n, title in enumerate(titles)]
    assert bool(names_behind_words(headers, "blanks")) is learns


@pytest.mark.parametrize(("other", "learnt"), [("Vorming en", []), ("Wie huurt", [("Dienst", "Personeel")])])
def test_with_the_same_line_behind_it_every_time_a_name_goes_on(other: str, learnt: list[tuple[str, ...]]) -> None:
    headers = [
        header("AC40000 - Huren van lokalen Dienst Personeel\nVorming en\n\nTekst."),
        header(f"AC40001 - Bouwen van woningen Dienst Personeel\n{other}\n\nTekst."),
    ]
    assert [name for name in names_behind_words(headers, "blanks") if name == ("Dienst", "Personeel")] == learnt


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        ("van de wijk", "voor gezinnen", True),
        ("Wie huurt", "De stad", False),  # with a capital begins a description
    ],
)
def test_a_name_goes_on_behind_words_that_the_title_goes_on_with(first: str, second: str, *, goes_on: bool) -> None:
    """What is left of it is none either, since both lines end the same."""
    headers = [
        header(f"AC40000 - Huren van lokalen Dienst Feesten\n{first} Markten\n\nTekst."),
        header(f"AC40001 - Bouwen van woningen Dienst Feesten\n{second} Markten\n\nTekst."),
    ]
    learnt = names_behind_words([one._replace(least=2) for one in headers], "blanks")
    assert (("Dienst", "Feesten", "Markten") in learnt, ("Dienst", "Feesten") in learnt) == (goes_on, False)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [("Dienst voor het beheer van de Stad", True), ("Dienst voor het beheer van de stad", False), ("Wij.", False)],
)
def test_many_words_of_which_the_first_alone_has_a_capital_are_a_sentence(text: str, may_be: bool) -> None:
    assert may_be_line(text) == may_be


def test_a_name_goes_on_below_a_line_that_has_fields_alone() -> None:
    found = header("PR40001 - Bouwen van woningen Dienst\nLopend Ontwerp 2022 - 2026\nWonen")
    assert [words for words, _, _ in _tails(found, 1, 1, tolerances.MOST_NAME_WORDS)] == [(), ("Wonen",)]


@pytest.mark.parametrize(("below", "learnt"), [("\nwoningen", {WONEN: CERTAIN}), ("\n\nin alle wijken", {})])
def test_a_name_stands_below_a_title_of_two_lines_but_not_below_another_paragraph(
    below: str, learnt: dict[object, int]
) -> None:
    headers = [header(f"AC4000{n} - {title}{below}\nDienst Wonen\n\nTekst.") for n, title in enumerate(["Huren", "Bouwen"])]
    assert names_on_own_lines(headers, "lines") == learnt


def test_what_an_owner_has_on_its_later_lines_does_not_begin_its_name() -> None:
    found = header(f"AC34485 - Huren van lokalen      Dienst Wonen\n{'':33}Groep Gent\n\nTekst.")
    assert [" ".join(name) for name, *_ in _endings(found)] == ["Dienst Wonen", "Dienst Wonen Groep Gent"]


@pytest.mark.parametrize("parting", ["lines", "blanks"])
def test_what_stands_in_the_paragraph_behind_a_name_is_none_of_it(parting: Parting) -> None:
    headers = [
        header(f"AC4000{n} - {title}\n\nDienst Wonen\n\nDeel Twee\n\nTekst.") for n, title in enumerate(["Huren", "Bouwen"])
    ]
    assert names_on_own_lines(headers, parting) == {WONEN: CERTAIN}


@pytest.mark.parametrize("below", ["en zo verder.", "met de stad\n\nTekst.", "De stad helpt."])
def test_whatever_the_paragraph_behind_a_name_begins_with_it_is_none_of_it(below: str) -> None:
    headers = [header(f"AC4000{n} - {title}\nDienst Wonen\n\n{below}") for n, title in enumerate(["Huren", "Bouwen"])]
    assert names_on_own_lines(headers, "lines") == {WONEN: CERTAIN}


@pytest.mark.parametrize("end", ["", " en", " voor de", ",", " (Groep"])
def test_no_name_ends_in_the_middle_of_a_phrase(end: str) -> None:
    headers = [header(f"AC4000{n} - {title}\nDienst Wonen{end}\n\nTekst.") for n, title in enumerate(["Huren", "Bouwen"])]
    assert names_on_own_lines(headers, "lines") == ({} if end else {WONEN: CERTAIN})


@pytest.mark.parametrize("between", ["jonge huurders Gent", "jonge Gentse huurders", "Jonge huurders", "jonge huurders"])
def test_a_name_may_begin_at_any_word_with_a_capital_of_the_line_above(between: str) -> None:
    found = header(f"AC34485 - Begeleiden van\n{between}\nDienst Wonen\n\nTekst.")
    assert [_stands_alone(found, i) for i in range(4)] == [False, False, between.islower(), False]


@pytest.mark.parametrize(
    ("text", "split", "in_table", "may"),
    [
        ("AC34485 - Huren van lokalen\nWonen", None, False, False),
        ("AC34485 - Huren van Stedelijke\nWonen", None, False, True),
        ("AC34485 - Huren\nWonen", None, False, False),  # behind the code the first word is the title's
        ("Stedelijke\nAC34485 - Huren", None, False, True),
        ("AC34485 - Huren van Stedelijke\nWonen", 2, False, False),  # the line tells whose words these are
        ("AC34485 - Huren van lokalen\nWonen", None, True, True),  # the table may lack words
        ("AC34485 - Huren van lokalen\nWonen", 3, True, False),
    ],
)
def test_a_line_above_that_does_not_tell_its_cells_may_hold_the_first_word_of_a_name(
    text: str, split: int | None, *, in_table: bool, may: bool
) -> None:
    found = header(text)
    above, below = found.pieces[0]._replace(split=split), found.pieces[1]._replace(in_table=in_table)
    assert _may_begin_above(found._replace(pieces=(above, below)), 1) is may


@pytest.mark.parametrize("marked", [True, False])
def test_below_the_code_any_last_words_of_a_line_that_goes_on_may_be_a_name_s(*, marked: bool) -> None:
    found = header("AC34485 - Huren van lokalen Dienst\nvoor gezinnen Wonen")
    found = found._replace(pieces=tuple(piece._replace(marked=marked) for piece in found.pieces))
    assert [" ".join(words) for words, _, _ in _tails(found, 1, 1, tolerances.MOST_NAME_WORDS)] == [
        "",
        "voor gezinnen Wonen",
        "gezinnen Wonen",
        "Wonen",
    ]


def test_what_a_header_may_end_with_is_no_more_than_a_name_has_words() -> None:
    """Any of the last words of each line may be a name's: without a bound on all of them, that is a power for each line."""
    lines = [" ".join(f"{letter}{n}en" for n in "abcdefghi") for letter in "BDGHJKL"]
    found = header("AC34485 - " + "\n".join([*lines, "", "Tekst."]))
    ends = [name for name, *_ in _endings(found)]
    assert max(map(len, ends)) == tolerances.MOST_NAME_WORDS
    assert len(ends) <= len(lines) * 2**tolerances.MOST_NAME_WORDS
