"""The table of contents, and what its rows tell of the entries below."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import edited

ROW = "SD10041 - Iedereen woont, leert en werkt hier\t1"
TITLE = "Iedereen woont, leert en werkt hier"


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        f"SD10041 - {TITLE} ........................ 1",
        f"SD10041 - {TITLE} . . . . . . . . . . 1",
        "SD10041 - Iedereen woont, leert\nen werkt hier ......... 1",
    ],
    ids=["tab", "leader", "leader with blanks", "over two lines"],
)
def test_a_row_of_the_contents_is_code_title_and_page(row: str) -> None:
    first, second = gentbudget.parse(edited((ROW, row))).contents
    assert (first.code, first.title, first.page) == ("SD10041", TITLE, 1)
    assert (second.code, second.page) == ("OD10071", 2)


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_rows_that_wrap_are_no_words_of_the_report_s_title(parted: str) -> None:
    """As a browser's list is printed, with the page first, so that no row begins with a code."""
    row = f"-   **1**SD10041 - Iedereen woont, leert en{parted}    werkt hier"
    report = gentbudget.parse(edited((ROW, row), ("OD10071 - Betaalbaar wonen versnellen\t2", "-   **2**OD10071 - Betaalbaar")))
    assert report.title == "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"


def test_the_last_row_of_the_contents_wraps_like_the_others() -> None:
    report = gentbudget.parse(edited(("OD10071 - Betaalbaar wonen versnellen\t2", "OD10071 - Betaalbaar wonen\nversnellen\n2")))
    last = report.contents[-1]
    assert (last.code, last.title, last.page) == ("OD10071", "Betaalbaar wonen versnellen", 2)


def test_what_speaks_of_no_objectives_is_no_title() -> None:
    title = "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    assert gentbudget.parse(edited((title, "Een nota van het college"))).title is None
    assert gentbudget.parse(edited(("JAARREKENING 2024\n", "JAARREKENING 2024\n\nEen nota van het college\n"))).title == title


def test_a_title_in_capitals_gives_way_to_the_one_below_it() -> None:
    """A cover prints what the overview is about in capitals; the overview's own title stands below."""
    title = "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    report = gentbudget.parse(edited(("JAARREKENING 2024\n", "DE BELEIDSDOELSTELLINGEN VAN 2024\n")))
    assert report.title == title
    again = gentbudget.parse(edited((f"{title}\n", f"{title}\n\nWat de beleidsdoelstellingen kosten\n")))
    assert again.title == title


def test_the_report_s_title_goes_on_on_the_next_line() -> None:
    title = "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    report = gentbudget.parse(edited((title, title.replace("bijbehorende ", "bijbehorende\n"))))
    assert report.title == title


def test_an_entry_that_only_the_contents_have_is_missing_and_the_row_is_shown() -> None:
    text = edited((ROW, f"{ROW}\nOD10099 - Een plan dat er niet is\t3"))
    report = gentbudget.parse(text)
    (finding,) = [f for f in report.findings if f.code == "missing-entry"]
    assert (finding.severity, finding.entry) == ("error", "OD10099")
    assert finding.line == 1 + text[: text.index("OD10099")].count("\n")
    assert finding.start is not None
    assert text[finding.start : finding.end] == "OD10099"


def test_a_paragraph_that_a_blank_line_cuts_is_put_together_and_told() -> None:
    text = edited(("Wie huurt, krijgt raad.", "Wie huurt, krijgt raad van\n\nde dienst."))
    report = gentbudget.parse(text)
    assert report["AC34485"].paragraphs[0] == "Wie huurt, krijgt raad van de dienst."
    (finding,) = [f for f in report.findings if f.code == "joined-paragraph"]
    assert (finding.severity, finding.entry) == ("info", "AC34485")
    assert text.split("\n")[finding.line - 1] == "de dienst."
