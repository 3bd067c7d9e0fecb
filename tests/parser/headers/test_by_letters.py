"""Titles and names that letters tell."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.headers.by_letters import _holds_part, _may_be_longer, by_letters, title_by_letters
from gentbudget.parser.headers.header import Split
from gentbudget.parser.headers.hyphens import Hyphenation
from gentbudget.parser.headers.letters import splits
from gentbudget.parser.headers.spelt import by_spelling
from tests.parser.headers.lines import header, settled, texts
from tests.parser.small import edited


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Be ge lei den van huur ders Dienst Wo nen", True),
        ("Be ge lei den van huur ders", True),
        ("Be ge lei den van huur ders en bouwers", False),  # it goes on
        ("Be ge lei den van huurt Dienst Wonen", False),
    ],
)
def test_a_title_whose_letters_a_header_begins_with_is_that_of_the_contents(words: str, *, is_told: bool) -> None:
    for above in ("", "Afdeling\n"):  # a name that is centred beside the title begins there
        found = header(f"{above}AC34485 - {words}")
        split = title_by_letters(found, "Begeleiden van huurders")
        assert texts(found, split) == ("Begeleiden van huurders" if is_told else None, None)


@pytest.mark.parametrize(
    ("header_lines", "title", "owner", "may_be"),
    [
        ("Begeleiden van\nDienst Wonen\nGent", ("Begeleiden van", ""), ("", "Dienst Wonen"), True),
        ("Begeleiden van\nDienst Wonen\nhuurders", ("Begeleiden van", ""), ("", "Dienst Wonen"), False),  # the title goes on
        ("Begeleiden\nDienst Wonen\nGent", ("Begeleiden", ""), ("", "Dienst Wonen"), False),
        ("Begeleiden van Dienst Wonen\nGent", ("Begeleiden van",), ("Dienst Wonen",), False),  # it stands beside the title
    ],
)
def test_a_name_below_a_title_that_stands_open_may_end_a_longer_one(
    header_lines: str, title: tuple[str, ...], owner: tuple[str, ...], *, may_be: bool
) -> None:
    cells = [tuple(tuple(line.split()) for line in lines) for lines in (title, owner)]
    split = Split(cells[0], cells[1], len(title))
    assert _may_be_longer(header(f"AC34485 - {header_lines}"), split, 1, is_known=True) == may_be


def test_of_a_word_that_is_put_together_in_mixed_lines_it_is_said_once() -> None:
    broken = "De huur-\nders wonen hier. De ver-\nhuurders niet. De gemeen-\nten ook. Alle huurders, verhuurders en gemeenten."
    mixed = "Afdeling Vergunningen\nAC34485 - Begeleiden van huurders en kot-\nstudenten"
    edits = ("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------", mixed), ("Wie huurt, krijgt raad.", broken)
    report = gentbudget.parse(edited(*edits), known=["Afdeling Vergunningen"])
    assert [finding.message for finding in report.findings_of("AC34485") if finding.code == "joined-word"] == [
        "broken at the end of a line, and read as 'kotstudenten'"
    ]


@pytest.mark.parametrize("is_known", [True, False])
def test_only_a_name_that_was_learnt_may_begin_above_its_own_line(*, is_known: bool) -> None:
    found = header("AC34485 - Begeleiden van Departement Op vang\nnieuwkomers Riole ringen")
    name = ("Rioleringen",)
    split = by_letters(found, [name], Hyphenation([], frozenset([name] if is_known else [])))
    title = "Begeleiden van Departement Op vang nieuwkomers"
    assert texts(found, split) == ((title, "Rioleringen") if is_known else (None, None))


def test_a_line_of_a_title_may_be_half_a_word() -> None:
    (split,) = splits(header("Afdeling\nAC34485 - Kot-\nstudenten\nVergunningen"), [("Afdeling", "Vergunningen")])
    assert split.title == ((), ("Kot-",), ("studenten",), ())
    assert split.owner == (("Afdeling",), (), (), ("Vergunningen",))


@pytest.mark.parametrize("titles", [(), ("Begeleiden van huurders",)])
def test_what_stands_below_a_name_that_letters_tell_is_the_description(titles: tuple[str, ...]) -> None:
    found = header("AC34485 - Begeleiden van huurders Dienst Wo nen\nWie huurt, krijgt raad.\n\nTekst.")
    names = [("Dienst", "Wonen")]
    split = by_spelling(found, names, titles) if titles else by_letters(found, names, Hyphenation([]))
    assert texts(found, split) == ("Begeleiden van huurders", "Dienst Wonen")
    assert [line.text for line in settled(found, split).rest] == ["Wie huurt, krijgt raad.", "Tekst."]


@pytest.mark.parametrize(
    ("title", "names", "holds"),
    [
        ("Begeleiden Dienst Wonen", ["Dienst Wonen"], True),  # that may be the owner, and `en Zorg` the title's
        ("Begeleiden", ["Dienst Wonen"], False),
        ("Begeleiden Dienst Sport", ["Dienst Sport"], False),  # no part of the name
        ("Begeleiden Dienst Wonen en Zorg", ["Dienst Wonen en Zorg"], False),  # the name itself
        ("Be gelei den Dienst Wo nen", ["Dienst Wonen"], True),
        ("Begeleiden Dienst Wonen", [], False),
    ],
)
def test_a_title_may_hold_another_name_that_is_a_part_of_the_one_that_was_found(
    title: str, names: list[str], *, holds: bool
) -> None:
    name = ("Dienst", "Wonen", "en", "Zorg")
    assert _holds_part(name, [tuple(title.split())], [tuple(other.split()) for other in names]) is holds


@pytest.mark.parametrize(("longer", "is_told"), [("Sociale Dienst Wonen", False), ("Stedelijke Dienst Wonen", True)])
def test_letters_tell_no_name_beside_the_words_of_a_longer_one(longer: str, *, is_told: bool) -> None:
    found = header("Dienst\nAC34485 - Sociale hulp\nWonen")
    split = by_letters(found, [("Dienst", "Wonen"), tuple(longer.split())], Hyphenation([]))
    assert texts(found, split) == (("Sociale hulp", "Dienst Wonen") if is_told else (None, None))
