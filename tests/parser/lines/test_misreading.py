"""Misread labels: how far two words are apart, and that no quick test keeps a word from the label that it is near."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gentbudget.parser.lines.misreading import (
    are_letters_near,
    begins_broken,
    distance,
    has_letters,
    is_anagram,
    may_start_near,
    nearest,
    places_of_pieces,
    rest_of,
    starts_near,
    tolerance,
)
from tests.profiles import times

LABELS = ("Exploitatie", "Investering", "Financiering", "Uitgaven", "Ontvangsten", "onderbouwing")
SHORT = st.text("abc", max_size=6)


def plainly(a: str, b: str) -> int:
    """The distance as it is defined, without bounds."""
    if not a or not b:
        return len(a) + len(b)
    ways = [plainly(a[1:], b) + 1, plainly(a, b[1:]) + 1, plainly(a[1:], b[1:]) + (a[0] != b[0])]
    if len(a) > 1 and len(b) > 1 and a[:2] == b[1::-1]:
        ways.append(plainly(a[2:], b[2:]) + 1)
    return min(ways)


@times(8)
@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 4))
def test_a_distance_is_told_as_far_as_it_matters(a: str, b: str, most: int) -> None:
    told, is_ = distance(a, b, most), plainly(a, b)
    assert told == is_ if is_ <= most else told > most


@pytest.mark.parametrize(
    ("word", "label", "apart"),
    [
        ("Uitgaven", "Uitgaven", 0),
        ("Uitqaven", "Uitgaven", 1),
        ("Uitgven", "Uitgaven", 1),
        ("Uiitgaven", "Uitgaven", 1),
        ("Uigtaven", "Uitgaven", 1),
        ("iUtgavne", "Uitgaven", 2),
        ("tUigaven", "Uitgaven", 2),
        ("iqUt", "Uit", 3),  # letters with another between them are not swapped
        ("", "Uit", 3),
    ],
)
def test_a_change_an_addition_a_loss_and_a_swap_count_one_each(word: str, label: str, apart: int) -> None:
    assert distance(word, label, 3) == distance(label, word, 3) == apart


@pytest.mark.parametrize(
    ("label", "most"),
    [("VTE", 0), ("Plan", 0), ("Saldo", 2), ("Acties", 2), ("Actieplan", 2), ("Ontvangsten", 3), ("onderbouwing", 3)],
)
def test_a_longer_label_may_be_misread_in_more_characters(label: str, most: int) -> None:
    assert tolerance(label) == most


@pytest.mark.parametrize("label", ["Saldo", "Acties", *LABELS])
def test_a_label_has_more_pieces_than_may_be_misread_so_that_one_is_whole(label: str) -> None:
    assert len(places_of_pieces(label)) > tolerance(label)


@st.composite
def misread(draw: st.DrawFn) -> tuple[str, str]:
    """A label, and what is read of it with as many mistakes as it may have."""
    label = draw(st.sampled_from(LABELS))
    word = list(label)
    for _ in range(draw(st.integers(0, tolerance(label)))):
        at = draw(st.integers(0, len(word) - 1))
        match draw(st.sampled_from(("change", "loss", "addition", "swap"))):
            case "change":
                word[at] = draw(st.sampled_from("qz1l"))
            case "loss":
                del word[at]
            case "addition":
                word.insert(at, draw(st.sampled_from("qz1l")))
            case _:
                word[at : at + 2] = reversed(word[at : at + 2])
    return label, "".join(word)


@times(8)
@given(misread())
def test_a_misread_label_is_the_label_wherever_it_is_looked_for(case: tuple[str, str]) -> None:
    label, word = case
    assume(distance(word, label, 9) <= tolerance(label))  # a mistake may part the letters that another swapped
    assume(min(distance(word, other, 9) for other in LABELS if other != label) > distance(word, label, 9))
    assert nearest(word, LABELS) == label
    assert has_letters(word, label)
    assert may_start_near(word, label)
    assert 0 < starts_near(word + "=" * 20, label) <= len(word) + tolerance(label)


@pytest.mark.parametrize("word", ["Uitvoering", "Bestuur", "Ontvanger van de", "Uitvvvven", "VTA", "", "Uit"])
def test_other_words_are_no_label(word: str) -> None:
    assert nearest(word, (*LABELS, "VTE")) is None


def test_capitals_do_not_count_and_of_two_labels_the_nearer_is_read() -> None:
    assert nearest("UITGAVEN", LABELS) == "Uitgaven"
    assert nearest("Finvestering", ("Financiering", "Investering")) == "Investering"
    assert nearest("Finanstering", ("Investering", "Financiering")) == "Financiering"


def test_the_beginning_of_one_label_is_that_label_and_that_of_two_is_none() -> None:
    assert nearest("Invest-", LABELS) == "Investering"
    assert nearest("Inve-", ("Investering", "Inventaris")) is None
    assert nearest("Inv-", LABELS) is not None
    assert nearest("In-", LABELS) is None


@pytest.mark.parametrize(
    ("word", "rest"),
    [("Inv-", "estering"), ("INVEST-", "ering"), ("Investerin-", "g"), ("In-", ""), ("Invest", ""), ("Inwest-", ""), ("-", "")],
)
def test_the_rest_of_a_label_is_what_the_beginning_lacks(word: str, rest: str) -> None:
    assert rest_of(word, "Investering") == rest


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["Budgettaire", "onder-", "Budget"], True),
        (["Budgettaire", "onder"], False),
        (["onder-"], False),
        (["Budget-"], False),
        (["Budgettaire", "boven-"], False),
        (["Onderbouwing", "onder-"], False),
        ([], False),
    ],
)
def test_the_first_words_of_a_table_s_label_may_end_with_a_broken_one(words: list[str], begins: bool) -> None:
    assert begins_broken(words, "budgettaireonderbouwing") is begins


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("onderbouwingpersoneel", 12),
        ("onderbouwningpersoneel", 13),
        ("ondrbouwingpersoneel", 11),
        ("onderbouwing", 12),
        ("personeelonderbouwing", 0),
        ("onder", 0),
        ("", 0),
    ],
)
def test_a_text_that_starts_with_a_label_goes_on_behind_it(text: str, length: int) -> None:
    assert starts_near(text, "onderbouwing") == length


def test_a_label_at_the_start_ends_where_a_word_does() -> None:
    assert starts_near("onderbouwinggent", "onderbouwing", {14, 16}) == 14
    assert starts_near("onderbouwinggent", "onderbouwing", {16}) == 0
    assert starts_near("onderbouwinggent", "onderbouwing", {11, 12, 13}) == 12


def test_letters_in_any_order_are_those_of_a_label() -> None:
    assert is_anagram("tadBuge", "Budgeta")
    assert not is_anagram("tadBug", "Budgeta")
    assert not is_anagram("tadBugg", "Budgeta")
    assert are_letters_near("teitaolpxE", "Exploitatie")
    assert are_letters_near("Exploitatiefifi", "Exploitatie") is (tolerance("Exploitatie") >= len("fifi"))
    assert are_letters_near("Exploit", "Exploitatie") is (tolerance("Exploitatie") >= len("atie"))
    assert are_letters_near("Exploita", "Exploitatie")
