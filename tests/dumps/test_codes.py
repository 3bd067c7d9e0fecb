"""A code that is misread in one dump is the code of no other entry."""

from __future__ import annotations

import re

import pytest

import gentbudget
from gentbudget import Finding, Reconciled, Report
from tests.documents.accounts import DUMPS


@pytest.fixture(scope="module")
def sound() -> Report:
    text = (DUMPS / "small.tabs.txt").read_text(encoding="utf-8")
    return gentbudget.parse(text.replace("AC38735", "AC36728"))  # two codes that one character sets apart


def differing(report: Reconciled) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == "differing-words"]


def misread(report: Report, code: str, other: str) -> Report:
    start = report.text.rindex(code)
    return gentbudget.parse(report.text[:start] + other + report.text[start + len(code) :], source="misread.txt")


@pytest.mark.parametrize("other", ["AC34845", "AC34354"])
def test_a_code_that_may_be_either_is_open_and_told(sound: Report, other: str) -> None:
    for reports in ((sound, misread(sound, "AC34345", other)), (misread(sound, "AC34345", other), sound)):
        together = gentbudget.reconcile(*reports)
        assert len(together.entries) == len(sound.entries)
        assert "AC34345" not in together
        assert other not in together
        entry = together.actions[0]
        assert (entry.code, entry.title) == (None, sound.actions[0].title)
        (finding,) = differing(together)
        assert (finding.severity, finding.entry) == ("error", None)
        assert "'AC34345'" in finding.message
        assert repr(other) in finding.message
        assert finding in together.findings_of(entry)


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("AC34345", "AC343456"),  # no code of these letters is that long
        ("AC34345", "AC3445"),
        ("AC36718", "AC36728"),  # another action's
        ("OD37254", "OD37264"),  # the table of contents lists it
    ],
)
def test_a_code_that_cannot_be_it_gives_way(sound: Report, code: str, other: str) -> None:
    for reports in ((sound, misread(sound, code, other)), (misread(sound, code, other), sound)):
        together = gentbudget.reconcile(*reports)
        assert list(together) == list(sound)
        assert together.same_as(sound)
        (finding,) = differing(together)
        assert (finding.severity, finding.entry) == ("info", code)
        assert finding.message.endswith(f"; only {code!r} can be it")


def test_each_series_of_codes_has_a_length_of_its_own(sound: Report) -> None:
    longer = gentbudget.parse(re.sub(r"\b(PR\d{5})\b", r"\g<1>0", sound.text))
    assert {len(code) for code in longer} == {7, 8}
    for reports in ((longer, misread(longer, "AC34345", "AC343450")), (misread(longer, "AC34345", "AC343450"), longer)):
        assert list(gentbudget.reconcile(*reports)) == list(longer)
    for reports in ((longer, misread(longer, "PR349760", "PR34976")), (misread(longer, "PR349760", "PR34976"), longer)):
        assert list(gentbudget.reconcile(*reports)) == list(longer)


def test_two_entries_of_which_each_dump_lost_one_stay_two(sound: Report) -> None:
    text = sound.text.replace("PR34976 - ", "AC36719 - ")
    lines = text.split("\n")
    first, second = (gentbudget.parse(text)[code].lines for code in ("AC36718", "AC36719"))
    one = gentbudget.parse("\n".join(lines[: first[0] - 1] + lines[first[1] :]))
    other = gentbudget.parse("\n".join(lines[: second[0] - 1] + lines[second[1] :]))
    assert "AC36718" not in one
    assert "AC36719" not in other
    together = gentbudget.reconcile(one, other)
    assert {"AC36718", "AC36719"} <= set(together)
    assert not differing(together)


def test_a_code_that_is_misread_as_that_of_a_lost_entry(sound: Report) -> None:
    """Both dumps have the code AC36728 once, but each on another entry."""
    first, last = sound["AC36728"].lines
    lines = misread(sound, "AC36718", "AC36728").text.split("\n")
    other = gentbudget.parse("\n".join(lines[: first - 1] + lines[last:]), source="other.txt")
    assert other["AC36728"].title == sound["AC36718"].title
    for reports in ((sound, other), (other, sound)):
        together = gentbudget.reconcile(*reports)
        assert together.same_as(sound)
        assert [finding.entry for finding in differing(together)] == ["AC36718"]


def test_a_page_that_one_dump_has_twice_is_not_looked_up(sound: Report) -> None:
    lines = sound.text.split("\n")
    first, last = sound["PR34016"].lines
    of_another = sound["AC34345"].lines
    twice = lines[: of_another[0] - 1] + lines[first - 1 : last - 2] + lines[of_another[0] - 1 :]  # the end of its table is cut
    other = gentbudget.parse("\n".join(twice), source="twice.txt")
    assert [entry.code for entry in other.entries].count("PR34016") == 2
    assert other["PR34016"] != sound["PR34016"]
    for reports in ((sound, other), (other, sound)):
        together = gentbudget.reconcile(*reports)
        assert together["PR34016"] == sound["PR34016"]
        assert list(together) == list(sound)
        (finding,) = differing(together)
        assert (finding.severity, finding.entry) == ("error", None)
        assert "is the code of another entry" in finding.message
        assert together.at(finding.line) not in together.values()
