"""On which page something is printed: form feeds tell, or the numbers at the head or the foot of the pages."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.lines.lexing import ReadText
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.pages import Pages, is_page_number
from tests.parser.small import SMALL, edited

CODES = ("SD10041", "OD10071", "AC34485", "PR40001")


def pages(text: str) -> dict[str | None, int | None]:
    return {entry.code: entry.page for entry in gentbudget.parse(text).entries}


def printed(foot: str, first: int, *, above: bool = False) -> str:
    """The report with each entry on a page of its own, numbered from here on, and a page with the contents before them."""
    parts = [
        part.removesuffix("\n\n")
        for part in SMALL.replace("\n\nActie", "\n\n@Actie").replace("\nBeleids", "\n@Beleids").split("@")
    ]
    numbered = [foot.format(number) for number in range(first, first + len(parts))]
    pairs = zip(numbered, parts, strict=True) if above else zip(parts, numbered, strict=True)
    return "\n\n".join(line for pair in pairs for line in pair)


def test_without_form_feeds_and_numbers_no_page_is_told() -> None:
    assert pages(SMALL) == dict.fromkeys(CODES)


def test_form_feeds_end_pages() -> None:
    text = edited(("Actieplan\n", "\fActieplan\n"), ("Acties\n\nPR40001", "\f\fActies\n\nPR40001"))
    assert pages(text) == {"SD10041": 1, "OD10071": 2, "AC34485": 2, "PR40001": 4}


@pytest.mark.parametrize("foot", ["{}", "Pagina {}", "{} / 99"])
@pytest.mark.parametrize("first", [1, 7])
@pytest.mark.parametrize("title", ["Stad Gent, jaarrekening\n", "Stad Gent, jaarrekening\n\n"])
def test_numbers_at_the_foot_of_pages_tell_which_they_are(foot: str, first: int, title: str) -> None:
    assert pages(printed(title + foot, first)) == dict(zip(CODES, range(first + 1, first + 5), strict=True))


@pytest.mark.parametrize("first", [1, 7])
def test_numbers_below_a_running_title_stand_at_the_head_of_pages(first: int) -> None:
    text = printed("Stad Gent, jaarrekening\nPagina {}", first, above=True)
    assert pages(text) == dict(zip(CODES, range(first + 1, first + 5), strict=True))


@pytest.mark.parametrize(("word", "is_number"), [("7", True), ("1234", True), ("12345", False), ("7a", False), ("", False)])
def test_the_number_of_a_page_has_four_digits_at_most(word: str, is_number: bool) -> None:
    assert is_page_number(word) is is_number


@pytest.mark.parametrize(("below_titles", "others"), [(3, 0), (3, 2), (2, 1), (2, 2), (2, 3), (1, 2), (0, 3)])
@pytest.mark.parametrize("ends", [False, True], ids=["more below", "nothing below"])
def test_numbers_stand_at_the_head_of_pages_if_most_of_them_stand_below_a_title(
    below_titles: int, others: int, *, ends: bool
) -> None:
    """And if there is something below the last of them, which else were on no page."""
    parts = ["Titel\n7"] * below_titles + ["Titel\n\n7"] * others
    text = "\n\nTekst.\n\n".join(part.replace("7", str(number)) for number, part in enumerate(parts, 7))
    text += "\n\n" if ends else "\n\nTekst.\n"
    furniture, start = list[Line](), 0
    for number, line in enumerate(text.split("\n"), 1):
        if line not in ("", "Tekst."):
            furniture.append(Line("TEXT_LINE", line, number, start))
        start += len(line) + 1
    pages = Pages.of(text, furniture)
    at_head = below_titles > others and not ends
    for number, _ in enumerate(parts, 7):
        place = text.index(str(number))
        assert pages.page(place - 1) == (number - 1 if at_head else number)
        assert pages.page(place + 2) == (number if at_head else number + 1)


@pytest.mark.parametrize("end", ["\f", "Stad Vossem 7\n", "\n\n\f\n", "| Stad Vossem | 7 |\n| ----------- | - |\n"])
def test_a_line_begins_a_page_behind_a_form_feed_or_furniture(end: str) -> None:
    entries = [f"Acties\nAC4000{page} - Huren van {'z' * page}\n{end.replace('7', str(page))}" for page in range(1, 7)]
    read = ReadText(f"{''.join(entries)}Acties\nAC40009 - Begeleiden van\n{end}huurders\nDienst Wonen\n")
    lines = [line for entry in list(read.entries)[-1:] for line in entry.introduction if not line.is_rule]
    assert [line.begins_page for line in lines] == [False, True, False]
