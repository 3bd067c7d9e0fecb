"""Lines that end at every soft hyphen: some programs take each for the end of a line."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.lines.joining import _ends_lines_at_syllables
from tests.parser.small import edited

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
BODY = "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
SPLIT = "De ge\u00ad\nmeen\u00ad\nte\u00ad\nlij\u00ad\nke raad."


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("AC34485 - Be\u00ad\nge\u00ad\nlei\u00ad\nden van huur\u00ad\nders Dienst Wonen", "Begeleiden van huurders"),
        # Behind a sign that is two letters, the line ends too late.
        (
            "AC34485 - Be\u00ad\nge\u00ad\nlei\u00ad\nden van slacht\u00ad\nof\u00adf\ners Dienst Wonen",
            "Begeleiden van slachtoffers",
        ),
        # A hyphen that can be seen ends a line of the cell.
        (
            "AC34485 - Be\u00ad\nge\u00ad\nlei\u00ad\nden van ver\u00ad\n\u2010\nhuur\u00ad\nders Dienst Wonen",
            "Begeleiden van verhuurders",
        ),
    ],
)
def test_the_words_between_soft_hyphens_that_end_lines_are_whole(header: str, title: str) -> None:
    action = gentbudget.parse(edited((ACTION, header), (BODY, SPLIT)), known=["Dienst Wonen"]).action("AC34485")
    assert (action.title, action.owner) == (title, "Dienst Wonen")


@pytest.mark.parametrize(
    "body",
    [
        "De gemeen\u00ad\nten en de provin\u00ad\ncie betalen hun deel van de kos\u00ad\nten.",
        "De gemeen\u00ad\nten en de pro\u00ad\nvin\u00ad\ncie betalen hun deel.",
        "De gemeen\u00adten\nen de provin\u00adcie\nbetalen hun deel.",
    ],
)
def test_lines_that_seldom_end_at_a_soft_hyphen_stay_apart(body: str) -> None:
    """There a line's end is that of a cell, so that the next line may be another's."""
    description = gentbudget.parse(edited((BODY, body))).action("AC34485").description
    assert description.replace("\u00ad", "~") == body.replace("\u00ad", "~")


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (SPLIT, "De gemeentelijke raad."),
        # Two of the three lines between hyphens are syllables.
        ("De ge\u00ad\nmeen\u00ad\nte wil meer wo\u00ad\nnin\u00ad\ngen.", "De gemeente wil meer woningen."),
    ],
)
def test_a_description_has_its_words_whole_and_every_line_is_claimed(body: str, description: str) -> None:
    report = gentbudget.parse(edited((BODY, body)))
    assert report.action("AC34485").description == description
    assert not report.unclaimed


def test_a_line_behind_joined_ones_is_of_the_same_paragraph_unless_a_blank_line_stands_between() -> None:
    for between, paragraphs in (("\n", 1), ("\n\n", 2)):
        action = gentbudget.parse(edited((BODY, f"{SPLIT}{between}Hij beslist."))).action("AC34485")
        assert len(action.paragraphs) == paragraphs


def test_an_entry_that_has_nothing_between_its_heading_and_its_table_is_one_beside_joined_lines() -> None:
    text = edited((BODY, SPLIT), ("\n\nIedereen woont, leert en werkt hier\n", "\n"))
    assert [entry.code for entry in gentbudget.parse(text).entries] == ["SD10041", "OD10071", "AC34485", "PR40001"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("ge~meen~ten", True),
        ("de ge~meen~ten zijn", True),
        ("ge~meenten", False),  # nothing stands between two hyphens
        ("ge~meen ten~ten", False),
        ("ge~meen~ten en~ten", False),  # as often as not
        ("ge~meen~te~ten en~ten", True),
        ("ge~meen\nte~ten", False),
        ("", False),
    ],
)
def test_lines_end_at_syllables_where_most_between_two_hyphens_are_one(text: str, ends: bool) -> None:
    assert _ends_lines_at_syllables(text.replace("~", "\u00ad\n")) is ends
