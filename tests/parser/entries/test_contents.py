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


PLAN = "OD10071 - Betaalbaar wonen versnellen"
CONTENTS = f"{ROW}\n{PLAN}\t2"
DOTS, ELLIPSES = "." * 80, "\u2026" * 30


@pytest.mark.parametrize(
    "printed",
    [
        f"SD10041 - {TITLE}{DOTS}1 {PLAN}{DOTS}2",
        f"|1<br>{DOTS}<br>SD10041 - {TITLE}|\n|---|\n|2<br>{DOTS}<br>OD10071 - Betaalbaar wonen<br>versnellen|",
        f"|1<br>{DOTS}<br>2<br>{DOTS}<br>SD10041 - {TITLE}<br>{PLAN}|\n|---|",
        f"|{DOTS}<br>SD10041 - {TITLE}|1|\n|---|---|\n|{DOTS}<br>{PLAN}|2|",
        f"<mark>{DOTS}SD10041 - {TITLE}</mark> {DOTS} 1 <mark>{DOTS}{PLAN}</mark> {DOTS} 2",
        f"<mark>{ELLIPSES}SD10041 - {TITLE}</mark> {ELLIPSES}. 1 <mark>{ELLIPSES}{PLAN}</mark> 2",
        f"<mark>SD10041 - Iedereen woont, leert</mark> 1 <mark>{DOTS}en werkt hier</mark> {DOTS} {PLAN} 2",
        f"-   **1**SD10041 - {TITLE}\n-   **2**{PLAN}",
    ],
    ids=["joined", "page first", "joined, pages first", "cell of pages", "underlaid", "ellipses", "wrapped", "list"],
)
def test_rows_that_a_program_joins_or_prints_behind_their_pages_are_told_apart(printed: str) -> None:
    contents = gentbudget.parse(edited((CONTENTS, printed))).contents
    assert [(row.code, row.title, row.page) for row in contents] == [
        ("SD10041", TITLE, 1),
        ("OD10071", "Betaalbaar wonen versnellen", 2),
    ]


def test_the_pages_of_all_rows_in_a_column_of_their_own_are_no_words_of_the_last() -> None:
    printed = f"SD10041 - {TITLE}\nOD10071 - Betaalbaar wonen versnellen\n\n|1<br>2|\n|---|"
    contents = gentbudget.parse(edited((CONTENTS, printed))).contents
    assert [(row.title, row.page) for row in contents] == [(TITLE, None), ("Betaalbaar wonen versnellen", None)]


@pytest.mark.parametrize(
    ("printed", "title"),
    [("Betaalbaar f i etsen", "Betaalbaar fietsen"), ("Betaalbaar ef fi ci\u00ebnt", "Betaalbaar effici\u00ebnt")],
)
def test_a_title_that_lost_a_ligature_in_the_contents_is_spelt_as_its_header_prints_it(printed: str, title: str) -> None:
    contents = ("OD10071 - Betaalbaar wonen versnellen\t2", f"OD10071 - {printed}\t2")
    text = edited(contents, ("OD10071\tBetaalbaar wonen versnellen", f"OD10071\t{title}"))
    assert gentbudget.parse(text).plans[0].title == title


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
