"""What only the whole report shows: owners that look like a misreading of another, and codes that stand twice."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import BUDGET, SMALL

ROW = "Exploitatie\tUitgaven\t648.927\t663.509\t102,2%\t591.188\t112,2%"
LONG = "Dienst voor het Organisatiebrede beheer van de fondsen, leningen en verzekeringen der"


def variants(*owners: str) -> list[str]:
    """What is said of owners that may be misread, in a report of actions with these owners."""
    text = "\n\n".join(
        f"Acties\n\nAC{10000 + i} - Titel\t{owner}\n\nTekst.\n\n{BUDGET}\n{ROW}" for i, owner in enumerate(owners)
    )
    report = gentbudget.parse(text, known=None)
    assert [entry.owner for entry in report.actions] == list(owners)
    return [finding.message for finding in report.findings if finding.code == "owner-variant"]


@pytest.mark.parametrize("misread", ["Dienst Organisatiebreed beheer", "Dienst Organiserende beheer"])
def test_one_word_that_is_nearly_the_same_is_misread(misread: str) -> None:
    owner = "Dienst Organisatiebrede beheer"
    assert variants(owner, owner, misread) == [f"{misread!r} may be a misread {owner!r}"]


def test_a_letter_added_to_a_word_of_five_is_a_misreading_and_one_to_a_shorter_word_is_not() -> None:
    assert variants("Dienst Sport", "Dienst Sport", "Dienst Sportt") == ["'Dienst Sportt' may be a misread 'Dienst Sport'"]
    assert variants("Dienst Zorg", "Dienst Zorg", "Dienst Zorgg") == []


def test_of_two_names_as_frequent_neither_is_the_misread_one() -> None:
    assert variants("Dienst Organisatiebrede beheer", "Dienst Organiserende beheer") == []


def test_a_misread_name_is_taken_for_the_most_frequent_of_those_that_are_like_it() -> None:
    right, wrong = "Dienst Organisatiebrede beheer", "Dienst Organisatiebreed beheer"
    said = variants(right, wrong, right, wrong, right, "Dienst Organisatiebred beheer")
    assert set(said) == {f"{name!r} may be a misread {right!r}" for name in (wrong, "Dienst Organisatiebred beheer")}


@pytest.mark.parametrize(
    "other",
    ["Dienst Organisatiebrede zorg", "Dienst Organen beheer", "Dienst Organisatiebrede beheer Gent", "Dienst Zorg"],
)
def test_another_name_is_another_owner(other: str) -> None:
    owner = "Dienst Organisatiebrede beheer"
    assert variants(owner, owner, other) == []


@pytest.mark.parametrize("end", ["stad en het OCMW", "stad Gent", "gemeente"])
def test_long_names_that_end_differently_are_different_owners(end: str) -> None:
    """Only their first words are compared to find names that are alike."""
    owner = f"{LONG} stad"
    other = f"{LONG.replace('Organisatiebrede', 'Organisatiebreed')} {end}"
    assert variants(owner, owner, owner.replace("Organisatiebrede", "Organisatiebreed")) != []
    assert variants(owner, owner, other) == []


@pytest.mark.parametrize("codes", [(1, 1), (1, 1, 1), (1, 2, 1, 2), (1, 2, 3), (2, 1, 1, 2, 1)])
def test_each_entry_whose_code_stands_above_is_told_with_the_first_that_has_it(codes: tuple[int, ...]) -> None:
    text = "\n\n".join(f"Acties\n\nAC1000{code} - Titel\tDienst Wonen\n\nTekst.\n\n{BUDGET}\n{ROW}" for code in codes)
    starts = [number for number, line in enumerate(text.split("\n"), 1) if line == "Acties"]
    found = [finding for finding in gentbudget.parse(text, known=None).findings if finding.code == "duplicate-code"]
    again = [i for i, code in enumerate(codes) if code in codes[:i]]
    assert [(one.entry, one.severity) for one in found] == [(f"AC1000{codes[i]}", "error") for i in again]
    assert [(one.line, text[one.start : one.end]) for one in found] == [(starts[i] + 2, f"AC1000{codes[i]}") for i in again]
    assert [one.message.rpartition(" line ")[2] for one in found] == [f"{starts[codes.index(codes[i])]} already" for i in again]


@pytest.mark.parametrize(
    ("codes", "unusual"),
    [
        (["AC10000", "AC10001", "AC1000"], ["AC1000"]),  # a digit is lost, or cut off by a blank
        (["AC10000", "AC10001", "AC100021"], ["AC100021"]),
        (["AC10000", "AC1001"], ["AC10000", "AC1001"]),  # either may be the misread one
        (["AC10000", "AC10001", "AC1002", "AC1003"], []),
        (["AC10000", "AC10001", "ACZ1002"], []),  # other letters have codes of their own
    ],
)
def test_a_code_whose_length_no_other_of_its_letters_has_is_told(codes: list[str], unusual: list[str]) -> None:
    text = "\n\n".join(f"Acties\n\n{code} - Titel\tDienst Sport\n\nTekst.\n\n{BUDGET}\n{ROW}" for code in codes)
    found = [finding for finding in gentbudget.parse(text).findings if finding.code == "unusual-code"]
    assert [finding.entry for finding in found] == unusual
    assert all(text[finding.start : finding.end] == finding.entry for finding in found)


def test_a_code_that_the_contents_list_is_no_unusual_one() -> None:
    plan = f"\n\nActieplan\n\nOD10072\tBeter wonen\t2020 - 2027\tGroep Gent\n\n{BUDGET}\n{ROW}\n"
    for text, unusual in (
        (SMALL.replace("OD10071\t", "OD1007\t"), "OD1007"),
        (SMALL.replace("OD10071", "OD1007") + plan, "OD10072"),
    ):
        assert [f.entry for f in gentbudget.parse(text).findings if f.code == "unusual-code"] == [unusual]
