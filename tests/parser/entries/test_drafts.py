"""What is said of an entry's heading and header: one finding for what is lost or undecided, where it stands."""

from __future__ import annotations

import re

import pytest

import gentbudget
from tests.parser.small import SMALL, edited, line_of

SAID = {
    "an objective's title": (
        ("\nBeleidsdoelstelling SD10041\n\nIedereen woont, leert en werkt hier\n", "\nBeleidsdoelstelling SD10041\n"),
        ("warning", "missing-title", "SD10041", "Beleidsdoelstelling", "no title"),
    ),
    "an action's header": (
        ("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n", ""),
        ("error", "lost-header", None, "Acties", "an entry without header: its code, title and owner are lost"),
    ),
    "what parts title and owner": (
        ("huurders\tDienst Wonen", "huurders Dienst Wonen"),
        (
            "warning",
            "undecidable-header",
            "AC34485",
            "AC34485",
            "title and owner cannot be told apart: it prints no name that is known",
        ),
    ),
    "an action's heading": (
        ("Acties\n\nAC34485", "AC34485"),
        ("warning", "lost-heading", "AC34485", "AC34485", "an entry without heading, told by its code"),
    ),
    "a plan's organisation": (
        ("2020 - 2027\tGroep Gent", "2020 - 2027"),
        ("warning", "missing-field", "OD10071", "OD10071", "no organisation"),
    ),
    "a plan's period as well": (
        ("\t2020 - 2027\tGroep Gent", ""),
        ("warning", "missing-field", "OD10071", "OD10071", "no period, organisation"),
    ),
    "all fields of a project": (
        ("Nog niet gestart\tOntwerp\t2022 - 2026\t", ""),
        ("warning", "missing-field", "PR40001", "PR40001", "no status, phase, period"),
    ),
    "a project's phase": (
        ("gestart\tOntwerp\t", "gestart\t\t"),
        ("warning", "missing-field", "PR40001", "PR40001", "no phase"),
    ),
}


@pytest.mark.parametrize("lost", SAID)
def test_what_is_lost_is_told_once_and_nothing_else_is(lost: str) -> None:
    edit, (severity, code, entry, start, message) = SAID[lost]
    text = edited(edit)
    (finding,) = gentbudget.parse(text, known=None).findings
    assert (finding.severity, finding.code, finding.entry, finding.message) == (severity, code, entry, message)
    line = text.split("\n")[finding.line - 1]
    assert line.startswith(start)
    assert text[finding.start : finding.end] == (entry if code == "missing-field" else line)


def test_an_objective_without_its_code_is_told_where_it_begins() -> None:
    text = edited(("\nBeleidsdoelstelling SD10041\n", "\nBeleidsdoelstelling\n"))
    missing, lost = gentbudget.parse(text).findings
    assert (missing.code, missing.entry) == ("missing-entry", "SD10041")
    assert (lost.code, lost.severity, lost.message) == ("lost-header", "error", "an objective without its code")
    assert lost.line == line_of("Beleidsdoelstelling", text)


@pytest.mark.parametrize(
    ("owner", "words", "why"),
    [
        ("Dienst Wonen", "Dienst Wonen", "the name is known from elsewhere"),
        ("Dienst Stadsvernieuwing en Groen", "Dienst Stadsvernieuwing en Groen", "the report prints the name apart"),
        ("Dienst Wonen", "Dienst Wo nen", "letters of its lines make the name"),
    ],
)
def test_a_header_that_was_run_together_is_told_with_what_was_read_and_why(owner: str, words: str, why: str) -> None:
    text = edited(("huurders\tDienst Wonen", f"huurders {words}"))
    (finding,) = gentbudget.parse(text, known=["Dienst Wonen"]).findings
    assert (finding.code, finding.severity, finding.entry) == ("run-together-header", "info", "AC34485")
    assert finding.message == f"title and owner run together; read as 'Begeleiden van huurders' and {owner!r}, since {why}"
    assert finding.line == line_of("AC34485", text)


def test_nothing_is_said_of_a_whole_report() -> None:
    assert gentbudget.parse(SMALL).findings == ()


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("AC34485 - Begeleiden van huurders Dienst", "it prints no name that is known"),
        ("AC34485 - Werk van Groep Gent Stad", "'Groep Gent' may be the name, or a part of it, or words of the title"),
    ],
)
def test_why_a_header_is_undecided_is_told(header: str, why: str) -> None:
    text = edited(("AC34485 - Begeleiden van huurders\tDienst Wonen", header))
    messages = [f.message for f in gentbudget.parse(text, known=["Groep Gent"]).findings_of("AC34485")]
    assert messages == [f"title and owner cannot be told apart: {why}"]


@pytest.mark.parametrize(
    "header",
    [
        "AC34485 - Begeleiden van\nhuurders en van\nalle anderen\tDienst Wonen",
        "AC34485 - Begeleiden van huurders en van\nalle anderen\tDienst Wonen",
        "AC34485 - Begeleiden van huurders\nDienst Wonen",
    ],
)
def test_a_header_is_whole_where_a_blank_line_stands_behind_every_line(header: str) -> None:
    """Lines of sentences that go on below them tell that the blank lines part nothing."""
    edits = (
        ("AC34485 - Begeleiden van huurders\tDienst Wonen", header),
        ("Wie huurt, krijgt raad.", "Wie huurt,\nkrijgt raad\nvan de dienst\ndie er is."),
        ("De aannemer begint in het najaar.", "De aannemer\nbegint in het\nnajaar."),
    )
    apart = re.sub("\n+", "\n", edited(*edits)).replace("\n", "\n\n")
    action = gentbudget.parse(apart, known=["Dienst Wonen"])["AC34485"]
    assert (action.title, action.owner) == (
        f"Begeleiden van huurders{' en van alle anderen' if 'anderen' in header else ''}",
        "Dienst Wonen",
    )
