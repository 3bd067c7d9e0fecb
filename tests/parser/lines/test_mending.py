"""Labels that hyphenation broke: at a line's end, beside their figures, with marks inside the word or blanks for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget.parser.lines.mending import with_whole_labels
from tests.parser.small import SMALL

WHOLE = """Acties
AC31228 - Herinrichting van het plein\tDienst Wegen
Budgettaire onderbouwing Budget 2025 Jaarrekening 2025 % Besteding budget 2025 Jaarrekening 2024 Jaarrekening 2025 t.o.v. 2024
Exploitatie Uitgaven 2.060.616 958.995 46,5% 906.650 105,8%
Ontvangsten 471.642 126.754 26,9% 507.262 25,0%
Investering Uitgaven 0 0 0,0% 0 0,0%
Ontvangsten 0 0 0,0% 0 0,0%
Financiering Uitgaven 0 0 0,0% 0 0,0%
Ontvangsten 0 0 0,0% 0 0,0%
Onderbouwing personeel Plan 2025 Betaald 2025 % Besteding plan 2025 Betaald 2024 Betaald 2025 t.o.v. 2024
VTE 40,88 33,50 81,9% 43,47 77,1%
"""

BREAKS = {
    "hyphens at the ends of lines": {"onderbouwing": "onderbou-\nwing", "Ontvangsten": "Ontvang-\nsten"},
    "hyphens where lines ended": {"Jaarrekening": "Jaarreke- ning", "Investering": "Investe- ring"},
    "hyphens of Windows' lines": {"onderbouwing": "onderbou-\r\nwing", "personeel": "perso-\r\nneel"},
    "soft hyphens": {"Budgettaire": "Bud\u00adget\u00adtai\u00adre", "Ontvangsten": "Ont\u00advang\u00adsten"},
    "lost hyphens": {"onderbouwing": "onderbou\ufffewing", "Exploitatie": "Exploi\ufffetatie"},
    "blanks anywhere": {"Jaarrekening": "Jaar rek e ning", "onderbouwing": "ond erb ou wing", "Ontvangsten": "Ont vangs ten"},
    "soft hyphens, and a line's end without": {"Budgettaire": "Bud\u00adget\u00adt\nai\u00adre"},
    "narrow cells": {"Ontvangsten": "Ontvang\nsten", "Financiering": "Financierin\ng"},
    "narrow cells in Windows' lines": {"Ontvangsten": "Ontvangs\r\nten", "Investering": "Investerin\r\ng"},
    "soft hyphens that end lines, and one that is seen": {"Ontvangsten": "Ont\u00ad\nvang\u00ad\n\u2010\nsten"},
    "blanks, also before a hyphen": {"Jaarrekening": "Jaar re ke ning", "Ontvangsten": "Ont vang \u2010\nsten"},
    "blanks": {
        "Budgettaire onderbouwing": "Bud get tai re on der bou wing",
        "Jaarrekening": "Jaar re ke ning",
        "Financiering": "Fi nan cie ring",
        "Ontvangsten": "Ont vang sten",
    },
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_table_with_broken_labels_is_read_like_a_whole_one(broken: str) -> None:
    text = WHOLE
    for word, pieces in BREAKS[broken].items():
        text = text.replace(word, pieces)
    whole, report = gentbudget.parse(WHOLE)["AC31228"], gentbudget.parse(text)
    entry = report["AC31228"]
    assert [(row.label, row.figures) for row in entry.budget.rows] == [(row.label, row.figures) for row in whole.budget.rows]
    assert entry.staff.figures == whole.staff.figures
    assert entry.title == whole.title
    assert not [finding for finding in report.findings if finding.severity == "error"]
    lines = text.split("\n")
    for cell in (cell for row in (*entry.budget.rows, entry.staff) for cell in row.figures):
        assert text[cell.start : cell.end] == cell.text
        assert lines[(cell.line or 0) - 1][(cell.column or 0) - 1 :].startswith(cell.text)


def test_a_label_broken_above_and_below_its_figures_is_that_of_their_row() -> None:
    text = WHOLE.replace(
        "Ontvangsten 471.642 126.754 26,9% 507.262 25,0%\n",
        "               Ontvang-\n                    471.642     126.754     26,9%    507.262    25,0%\n               sten\n",
    )
    report = gentbudget.parse(text)
    row = report["AC31228"].budget.rows[1]
    assert (row.label, [cell.text for cell in row.figures]) == (
        "Exploitatie Ontvangsten",
        ["471.642", "126.754", "26,9%", "507.262", "25,0%"],
    )
    assert all(text[cell.start : cell.end] == cell.text for cell in row.figures)
    lines = text.split("\n")
    assert all(lines[(c.line or 0) - 1][(c.column or 0) - 1 :].startswith(c.text) for c in row.figures)


@pytest.mark.parametrize(
    "text",
    [
        "We ramen de uitgaven en ontvang-\nsten opnieuw. De Investe-\nring in wegen volgt.\n",
        "Jaar- en maandcijfers\nOnt- en inschepen van 3 schepen\n",
        "AC31228 - Investe-\nring in wegen\tDienst Wegen\n",
    ],
)
def test_words_of_sentences_and_titles_stay_as_they_are_printed(text: str) -> None:
    assert with_whole_labels(text) == text


PIECES = st.sampled_from(
    [
        "Ontvang-",
        "sten",
        "Jaarreke-",
        "ning",
        "\n",
        "\f",
        " ",
        "    ",
        "1.234",
        "0,0%",
        "Ont\u00advang\u00adsten",
        "2025",
        "onderbou\ufffewing",
        "de",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_mending_moves_no_character_but_those_of_labels(text: str) -> None:
    mended = with_whole_labels(text)
    assert len(mended) == len(text)
    assert mended.count("\n") == text.count("\n")
    assert all(a == b for a, b in zip(text, mended, strict=True) if a in "1234567890,%.\f")


WORDS = (
    "Beleidsdoelstelling", "Actieplan", "Acties", "Budgettaire onderbouwing", "Onderbouwing personeel", "Exploitatie",
    "Investering", "Financiering", "Uitgaven", "Ontvangsten", "Budget 2024", "Jaarrekening 2024", "Budget 2024 t.o.v. 2023",
)  # fmt: skip


@pytest.mark.parametrize("mark", ["\u00ad", "\ufffe", "\u00ad\n", "\ufffe\n", "\ufffe \n "])
@pytest.mark.parametrize("label", WORDS)
def test_a_label_that_a_mark_breaks_anywhere_is_whole(label: str, mark: str) -> None:
    for place in range(1, len(label)):
        if label[place - 1 : place + 1].isalpha():
            text = f"{label[:place]}{mark}{label[place:]}\n"
            mended = with_whole_labels(text)
            assert mended.split() == label.split()
            assert (len(mended), mended.count("\n")) == (len(text), text.count("\n"))


@pytest.mark.parametrize("mark", ["\u00ad", "\ufffe"])
def test_a_label_with_the_mark_of_a_hyphen_inside_is_that_label(mark: str) -> None:
    report = gentbudget.parse(SMALL.replace("Ontvangsten", f"Ont{mark}vangsten"))
    for entry in gentbudget.parse(SMALL).entries:
        assert report[entry.code or ""].budget == entry.budget


@pytest.mark.parametrize("broken", ["Onder\u00adbouwing per\u00adsoneel", "On der bou wing per so neel"])
def test_two_broken_words_of_one_line_are_both_whole(broken: str) -> None:
    report = gentbudget.parse(SMALL.replace("Onderbouwing personeel", broken))
    for entry in gentbudget.parse(SMALL).entries:
        assert report[entry.code or ""].staff == entry.staff
    assert {finding.code for finding in report.findings} <= {"misspelt-label"}
    assert with_whole_labels("Onder\u00adbouwing per\u00adsoneel\tPlan 2025\n") == "Onderbouwing  personeel \tPlan 2025\n"
