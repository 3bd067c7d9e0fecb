"""Words that dumps print differently: the least damaged one is taken, and of two that contradict each other none."""

from __future__ import annotations

from collections import Counter

import pytest

import gentbudget
from gentbudget import Finding, Reconciled, Report
from gentbudget.dumps.spelling import least_damaged
from tests.documents.test_dumps import read

TITLE, OWNER = "Uitbouwen van het stedelijk wagenpark", "Projectbureau Haven en Kanaalzone"


@pytest.fixture(scope="module")
def sound() -> Report:
    _, report = read("small.tabs.txt")
    return report


def differing(report: Reconciled) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == "differing-words"]


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("Dienst innovatiebeleid", "Dienst innovatie- beleid", "Dienst innovatiebeleid"),
        ("Dienst innovatiebeleid", "Dienst innovatie beleid", "Dienst innovatiebeleid"),
        ("Dienst innovatiebeleid", "Dienst innovatiebele", "Dienst innovatiebeleid"),
        ("Dienst innovatiebeleid", "Dienst inno", "Dienst innovatiebeleid"),
        ("Dienst inno- vatiebeleid", "Dienst inno", "Dienst inno- vatiebeleid"),
        ("Dienst Jeugd- en buurtwerk", "Dienst Jeugden buurtwerk", "Dienst Jeugd- en buurtwerk"),
        ("Dienst Mobiele ploeg", "Dienst Mobiele ploeg \u2013", "Dienst Mobiele ploeg"),
        ("Dienst Wegen, Bruggen en Waterlopen", "Dienst Wegen, Bruggen", None),
        ("Dienst Wegen", "Dienst Wegen werking", None),
        ("Dienst Wegen", "Dienst Wagen", None),
        ("Dienst Nachtleven en Horecaonderst", "Dienst Nachtleven en Horecaonderst euning 31", None),
    ],
)
def test_damage_is_told_from_another_word(one: str, other: str, least: str | None) -> None:
    for said in ({0: one, 1: other}, {0: other, 1: one}):
        number = least_damaged(said, Counter())
        assert (None if number is None else said[number]) == least


def test_words_that_stand_elsewhere_tell_how_a_hyphen_or_a_letter_is_meant() -> None:
    printed = Counter({"ruimten": 3, "van": 9, "Gent": 2, "ruimt-": 1, "v-an": 1, "gent": 1, "en": 8, "Groep": 3, "Groene": 1})
    for whole, broken in [("Groene ruimten", "Groene ruimt- en"), ("van", "v-an"), ("Groep Gent", "Groep gent")]:
        assert least_damaged({0: broken, 1: whole}, printed) == 1
        assert least_damaged({0: whole, 1: broken}, printed) == 0


def test_of_three_the_least_damaged_is_taken() -> None:
    assert least_damaged({0: "Horeca- ondersteuning", 2: "Horecaonderst", 3: "Horecaondersteuning"}, Counter()) == 3
    assert least_damaged({0: "Horecaondersteuning", 2: "Horecaonderst", 3: "Horecaonderst, Wijken"}, Counter()) is None


@pytest.mark.parametrize(("word", "name"), [(TITLE, "title"), (OWNER, "owner")])
def test_what_contradicts_another_dump_is_open_and_told(sound: Report, word: str, name: str) -> None:
    other = gentbudget.parse(
        sound.text.replace(f"AC34345 - {TITLE}\t{OWNER}", f"AC34345 - {TITLE}\t{OWNER}".replace(word, "Iets anders"))
    )
    together = gentbudget.reconcile(sound, other)
    assert getattr(together["AC34345"], name) is None
    assert name not in together.origins("AC34345")
    (finding,) = differing(together)
    assert (finding.severity, finding.entry) == ("warning", "AC34345")
    assert repr(word) in finding.message
    assert "'Iets anders'" in finding.message
    assert finding in together.findings_of("AC34345")


def test_a_broken_word_gives_way_to_the_whole_one(sound: Report) -> None:
    broken = gentbudget.parse(sound.text.replace(TITLE, "Uitbouwen van het stede- lijk wagenpark"), source="broken.txt")
    together = gentbudget.reconcile(broken, sound)
    assert together["AC34345"].title == TITLE
    assert together.origins("AC34345")["title"].source == sound.source
    (finding,) = differing(together)
    assert (finding.severity, finding.entry) == ("info", "AC34345")
    assert finding.message.endswith(f"; {TITLE!r} is whole")


def test_blanks_in_a_word_are_not_worth_a_word(sound: Report) -> None:
    broken = gentbudget.parse(sound.text.replace(TITLE, "Uitbouwen van het stede lijk wagenpark"), source="broken.txt")
    together = gentbudget.reconcile(broken, sound)
    assert together["AC34345"].title == TITLE
    assert not differing(together)


def test_fields_that_differ_are_open(sound: Report) -> None:
    project = next(project for project in sound.actions if project.kind == "project" and "status" in project.__slots__)
    assert project.code is not None
    status = sound.project(project.code).status
    assert status
    start, end = (sum(len(line) + 1 for line in sound.text.split("\n")[:n]) for n in (project.lines[0] - 1, project.lines[1]))
    text = (
        sound.text[:start]
        + sound.text[start:end].replace(status, "On hold" if status != "On hold" else "Lopend", 1)
        + sound.text[end:]
    )
    together = gentbudget.reconcile(sound, gentbudget.parse(text))
    assert together.project(project.code).status is None
    assert [finding.entry for finding in differing(together)] == [project.code]


def test_the_title_of_the_report_is_whole_or_open(sound: Report) -> None:
    title = sound.title
    assert title
    broken, other = (
        gentbudget.parse(sound.text.replace(title, changed), source="other.txt")
        for changed in (title.replace("BIJBEHORENDE", "BIJBE- HORENDE"), title.replace("BIJBEHORENDE ", ""))
    )
    assert broken.title != title
    together = gentbudget.reconcile(broken, sound)
    assert (together.title, differing(together)) == (title, [])
    together = gentbudget.reconcile(other, sound)
    assert together.title is None
    assert [finding.severity for finding in differing(together)] == ["warning"]
