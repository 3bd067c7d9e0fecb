"""How phrases end and go on."""

from __future__ import annotations

import pytest

from gentbudget.parser.lines.phrases import begins_small, behind_code, ends_open, ends_sentence, is_open, without_soft_hyphens


@pytest.mark.parametrize(
    "text",
    ["Begeleiden van", "Bouwen en", "Wonen, zorg en ", "Werken aan de", "Voor", "Dienst voor het", "Steun van de Vlaamse"],
)
def test_a_phrase_cannot_end_with_a_word_that_asks_for_another(text: str) -> None:
    assert ends_open(text)
    assert is_open(text, "Huurders")


@pytest.mark.parametrize("text", ["Begeleiden van huurders", "Lagevan", "Gent", "Bouwen", "Analyse", ""])
def test_other_words_may_end_it(text: str) -> None:
    assert not ends_open(text)
    assert not is_open(text, "Huurders")
    assert is_open(text, "huurders")


@pytest.mark.parametrize(
    ("text", "small"), [("huurders", True), ("(huurders)", True), ("Huurders", False), ("3 huurders", False), ("", False)]
)
def test_what_begins_small_goes_on_with_a_phrase(text: str, small: bool) -> None:
    assert begins_small(text) is small


@pytest.mark.parametrize(("text", "ends"), [("Raad.", True), ("Raad?", True), ("Raad!", True), ("Raad", False), ("", False)])
def test_a_sentence_ends_with_its_mark(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("AC34485 - Begeleiden", "Begeleiden"),
        ("AC34485: Begeleiden", "Begeleiden"),
        ("AC34485 Begeleiden - en bouwen", "Begeleiden - en bouwen"),
        ("AC34485", ""),
        ("Begeleiden", "Begeleiden"),
    ],
)
def test_a_title_stands_behind_the_code_and_what_parts_them(text: str, title: str) -> None:
    assert behind_code(text, "AC34485").strip() == title


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("arbeid", "arbeid"),
        ("ar\u00adbeid", "arbeid"),
        ("o\u00adver", "over"),
        ("ar\u00ad beid", "ar\u2010 beid"),
        ("ar\u00ad", "ar\u2010"),
        ("\u00adbeid", "\ufffebeid"),
        ("ar \u00adbeid", "ar \ufffebeid"),
        ("ar\u00ad\nbeid", "ar\u2010\nbeid"),
    ],
)
def test_a_hyphen_that_is_not_the_word_s_own_is_there_only_where_a_line_ends(text: str, read: str) -> None:
    assert without_soft_hyphens(text) == read
