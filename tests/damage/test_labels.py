"""Labels and digits that are misread."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.testing import Damaged, Dump, damaged, dumps
from tests.damage.reading import assert_nothing_changed, figures, finding_codes, names, with_lines
from tests.parser.small import SMALL
from tests.told import parse

CONFUSED = {
    "a": "oe", "b": "h6", "c": "eo", "d": "cl", "e": "co", "f": "t", "g": "q9", "i": "l1j", "k": "lc", "l": "1iI",
    "m": "nr", "n": "ru", "o": "0ca", "p": "n", "r": "nt", "s": "5z", "t": "f1l", "u": "vn", "v": "uy", "x": "k",
    "z": "2s", "A": "4H", "B": "8E", "E": "FB", "F": "EP", "I": "l1", "O": "0Q", "U": "V", "V": "UY", "T": "I7",
}  # fmt: skip
"""What a character is taken for, by eye."""

LABELS = {
    "heading": ("Beleidsdoelstelling", "Actieplan", "Acties"),
    "budget head": ("Budgettaire", "onderbouwing"),
    "staff head": ("Onderbouwing", "personeel"),
    "budget row": ("Exploitatie", "Investering", "Financiering", "Uitgaven", "Ontvangsten"),
    "staff row": ("VTE",),
}
"""The labels that carry the structure, by the part that prints them."""


def misread(word: str, random: Random, times: int) -> str:
    """Take some of a word's characters for others, lose them, or see double."""
    for place in sorted(random.sample([i for i, c in enumerate(word) if c in CONFUSED], times), reverse=True):
        other = random.choice(CONFUSED[word[place]])
        seen = other if len(word) < 5 else random.choice([other, other, "", word[place] + other])
        word = word[:place] + seen + word[place + 1 :]
    return word


@given(dumps(layouts=["tabs"]), st.randoms(use_true_random=False), st.sampled_from([1, 2]))
def test_a_structural_label_with_one_or_two_misread_characters_is_that_label(dump: Dump, random: Random, times: int) -> None:
    labels = [(i, word) for i, line in enumerate(dump.lines) for word in LABELS.get(line.part, ()) if word in line.text]
    at, label = random.choice(labels)
    text = dump.lines[at].text.replace(label, misread(label, random, times), 1)
    damaged = with_lines(dump, "label", [*dump.lines[:at], evolve(dump.lines[at], text=text), *dump.lines[at + 1 :]])
    assert_nothing_changed(damaged)
    report = parse(damaged.text)
    assert [(f.code, f.severity, f.line) for f in report.findings] == [("misspelt-label", "info", at + 1)]


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("Beleidsdoelstelling SD", "8e1eidsdoelstelling SD"),
        ("Beleidsdoelstelling SD", "Beleidsdoelsteling SD"),
        ("\nActieplan\n", "\nActiepian\n"),
        ("\nActieplan\n", "\nActlepIan\n"),
        ("\nActieplan\n", "\nAct1eplan\n"),
        ("\nActieplan\n", "\n4ctieplan\n"),
        ("\nActies\n", "\nAcites\n"),
        ("\nActies\n", "\nAcbies\n"),
        ("\nActies\n", "\nAct1es\n"),
        ("\nActies\n", "\n4cties\n"),
        ("\nActies\n", "\nActie5\n"),
        ("Budgettaire onderbouwing", "Budgettalre onderbouwing"),
        ("Budgettaire onderbouwing", "8udgettaire onderbouwing"),
        ("Budgettaire onderbouwing", "Budgettaire onderb0uw1ng"),
        ("Budgettaire onderbouwing", "Budgettaire onderbouwning"),
        ("Onderbouwing personeel", "Onderbouwing personl"),
        ("Onderbouwing personeel", "0nderbouwing personeel"),
        ("Onderbouwing personeel", "Onderb0uwing pers0neel"),
        ("Exploitatie", "Expl0itatie"),
        ("Exploitatie", "Exploit4tie"),
        ("Exploitatie", "Explotiatie"),
        ("Investering", "lnvestering"),
        ("Investering", "1nvestering"),
        ("Investering", "Investing"),
        ("Financiering", "Financlering"),
        ("Financiering", "Financ1er1ng"),
        ("Uitgaven", "U1tgaven"),
        ("Uitgaven", "Uitqauen"),
        ("Ontvangsten", "0ntvangsten"),
        ("Ontvangsten", "Ontvan9sten"),
        ("Ontvangsten", "Ontuangsien"),
        ("VTE", "VIE"),
        ("VTE", "UTE"),
        ("VTE", "V7E"),
        ("VTE", "\\/TE"),
    ],
)
def test_every_label_may_be_misread_everywhere_at_once(label: str, seen: str) -> None:
    report = parse(SMALL.replace(label, seen))
    clean = parse(SMALL)
    assert figures(report) == figures(clean)
    assert names(report) == names(clean)
    assert report.unclaimed == ()
    assert finding_codes(report) == {"misspelt-label"}
    assert {f.line for f in report.findings} == {
        number
        for number, (a, b) in enumerate(zip(SMALL.split("\n"), SMALL.replace(label, seen).split("\n"), strict=True), 1)
        if a != b
    }


@given(dumps(layouts=["tabs"]).flatmap(lambda dump: damaged(dump, damages=["digit as a letter"])))
def test_a_misread_digit_costs_that_figure_and_no_other(harmed: Damaged) -> None:
    report = parse(harmed.text)
    lost = Counter(f for entry in figures(harmed.dump.report) for f in entry)
    lost.subtract(f for entry in figures(report) for f in entry)
    assert sum(lost.values()) == 1
    assert min(lost.values()) >= 0
    at = next(i for i, (a, b) in enumerate(zip(harmed.lines, harmed.dump.lines, strict=True), 1) if a != b)
    (finding,) = [f for f in report.findings if f.severity == "error"]
    assert (finding.code, finding.line) == ("unreadable-figure", at)
