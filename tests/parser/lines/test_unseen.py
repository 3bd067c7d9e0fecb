"""What no reader sees: backslashes and tags of Markdown, names of signs, and what stands before every line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget.parser.lines.unseen import as_seen
from tests.parser.small import SMALL, edited

HEADER = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
TITLE = 'Begeleiden van huurders (\\"op maat\\") in 3 wijken\\!'


def test_a_title_with_escapes_is_the_one_that_is_printed() -> None:
    report = gentbudget.parse(edited((HEADER, f"AC34485 - {TITLE}    Dienst Wonen")))
    action = report.action("AC34485")
    assert (action.title, action.owner) == ('Begeleiden van huurders ("op maat") in 3 wijken!', "Dienst Wonen")
    cells = [cell for row in (*action.budget, action.staff) for cell in row.figures]
    assert [report.text[cell.start : cell.end] for cell in cells] == [cell.text for cell in cells]
    assert action.budget == gentbudget.parse(SMALL)["AC34485"].budget


def test_tags_of_underlined_letters_are_none_of_a_title() -> None:
    report = gentbudget.parse(edited((HEADER, "**<u>AC34485 - Begeleiden van huurders</u>**\t<u>Dienst Wonen</u>")))
    action = report.action("AC34485")
    assert (action.title, action.owner) == ("Begeleiden van huurders", "Dienst Wonen")


def test_what_stands_behind_a_tag_keeps_its_place() -> None:
    assert as_seen("<u>Wonen</u>\t1.234\n<strong>2</strong>") == "   Wonen    \t1.234\n        2         "


@given(st.text('a\\"* \n|1', max_size=30))
def test_what_stands_in_other_cells_keeps_its_place(text: str) -> None:
    read = as_seen(text)
    assert len(read) == len(text)
    for before, after in zip(text.split("|"), read.split("|"), strict=True):
        assert len(before) == len(after)
        assert "\\" in before or before == after


@pytest.mark.parametrize(
    ("name", "sign"),
    [("&amp;", "&"), ("&euml;", "ë"), ("&#235;", "ë"), ("&nbsp;", " "), ("&#10;", " "), ("&#124;", "&#124;"), ("&xx;", "&xx;")],
)
def test_a_name_that_a_web_page_has_for_a_sign_is_that_sign_and_never_a_line_or_a_border(name: str, sign: str) -> None:
    assert as_seen(f"Zorg {name} raad\tWonen") == f"Zorg {sign} raad".ljust(len(f"Zorg {name} raad")) + "\tWonen"


@pytest.mark.parametrize(("lines", "is_gone"), [(9, False), (10, True)])
def test_what_stands_before_each_of_many_lines_is_no_part_of_them(lines: int, *, is_gone: bool) -> None:
    text = "> Wonen\n" * lines
    assert as_seen(text) == (text.replace(">", " ") if is_gone else text)
    assert as_seen(f"{text}Groen\n") == f"{text}Groen\n"


def test_a_long_rule_above_short_ones_takes_no_longer_than_its_length() -> None:
    text = "-" * 800_000 + "\n" + "-\n" * 20
    assert as_seen(text) == " " + text[1:].replace("\n-", "\n ")


@pytest.mark.parametrize("text", ["", "\t\n" * 20, "\n\n"])
def test_where_no_line_holds_anything_nothing_stands_before_it(text: str) -> None:
    assert as_seen(text) == text
