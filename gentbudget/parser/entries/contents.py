"""The front matter: the title of the report and its table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, dropwhile, pairwise
from typing import Final

from attrs import define, field, frozen

from gentbudget.model import ContentsRow
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.pages import is_page_number
from gentbudget.parser.lines.phrases import begins_small, behind_code, ends_open, is_open
from gentbudget.vocabulary import HEADINGS


@frozen
class FrontMatter:
    """What stands before the first entry. ``year`` is the one behind *Jaarrekening* or *Budget* there, and no date's."""

    title: str | None
    year: int | None
    contents: tuple[ContentsRow, ...]


_DOTS: Final = ".\u2026"
"""What leader dots are made of."""

_DASHES: Final = ("-", "\u2013")


@define
class _Row:
    code: str
    words: list[str]
    page: int | None = None
    is_led: bool = False

    def take(self, text: str) -> None:
        """Add a line: words of the title and, at its end or alone, the page number; leader dots are neither.

        A program that takes leader dots for a background prints lines of the title before them and behind.
        """
        printed = pattern("LEADER").split(text)
        self.is_led = self.is_led or len(printed) > 1
        parts = [words for part in printed if (words := [word for word in part.split() if word.strip(_DOTS)])]
        lone = [part for part in parts if len(part) == 1]
        for part in [*lone, *reversed(parts)] if self.page is None else ():
            is_dated = part is not parts[-1] and pattern("YEAR").fullmatch(part[-1])
            if is_page_number(part[-1]) and not is_dated:
                self.page = int(part.pop())
                break
        added = [*chain.from_iterable(parts)]
        self.words += added if self.words else dropwhile(_DASHES.__contains__, added)
        if _holds_dots(text) and any(map(_holds_dots, added)):  # between the letters of a line they leave none of its words
            self.words.clear()

    def goes_on(self, text: str) -> bool:
        """Whether a line below goes on with this row though no other row follows.

        Where the title's first line has the number, leader dots and the rest of it may stand below.
        """
        is_rest = not self.is_led and text.startswith(tuple(_DOTS))
        return self.page is None or is_rest or is_open(self.words[-1] if self.words else "", text)


@define
class _Reader:
    last_row: int
    rows: list[_Row] = field(factory=list)
    title: list[str] = field(factory=list)
    title_end: int = 0
    year: int | None = None

    def read(self, line: Line) -> None:
        words = line.text.split()
        if starts := _starts_of_rows(line):
            rows = [_row(words[start:end]) for start, end in pairwise([*starts, len(words)])]
            pages = _numbers(words[: starts[0]])
            for row, page in zip(rows, pages if len(pages) == len(rows) else (), strict=False):
                row.page = page
            self.rows += rows
        elif self.rows and (line.number < self.last_row or self.rows[-1].goes_on(line.text)):
            if len(_numbers(words)) <= 1:  # else the pages of all rows stand in a column
                self.rows[-1].take(line.text)
        elif not self.rows:
            self._read_title(line.text, line.number)

    def _read_title(self, text: str, number: int) -> None:
        if found := pattern("YEAR_OF_REPORT").search(text):
            self.year = self.year or int(found["year"])
        # A small letter alone tells nothing further down: rows of the contents that wrap begin with one as well.
        if self.title and (ends_open(self.title[-1]) or (number == self.title_end + 1 and begins_small(text))):
            self.title.append(text)
        elif HEADINGS["objective"].casefold() in text.casefold() and (not self.title or self.title[0].isupper()):
            self.title = [text]
        else:
            return
        self.title_end = number


def _holds_dots(word: str) -> bool:
    """Whether leader dots stand among the letters of a word, as no other do but one alone: `S.M.A.K.`, `2.0`."""
    return _DOTS[0] * 2 in word or _DOTS[1] in word.strip(_DOTS)


def _starts_of_rows(line: Line) -> list[int]:
    """Which words of a line begin a row of the contents. A program may join rows, or put their pages and dots before them."""
    words = [*line.text.split(), ""]
    codes = [i for i, word in enumerate(words) if pattern("CODE").match(word.lstrip(_DOTS))]
    starts = [i for i in codes if not i or words[i - 1][-1] in _DOTS or words[i - 1].isdecimal() or words[i + 1] in _DASHES]
    return starts or (codes[:1] if line.type == "CODE_LINE" else [])


def _row(words: Sequence[str]) -> _Row:
    """The row that these words print."""
    text = " ".join(words).lstrip(_DOTS)
    code = pattern("CODE").findall(text)[0]
    row = _Row(code, [])
    row.take(behind_code(text, code))
    return row


def _numbers(words: Sequence[str]) -> list[int]:
    """The page numbers that these words are, dots and bullets left out; nothing, if there are others."""
    numbers = [word for word in words if any(map(str.isalnum, word))]
    return [int(word) for word in numbers] if all(map(is_page_number, numbers)) else []


def read_front_matter(lines: Sequence[Line]) -> FrontMatter:
    """The title and the rows of the contents. The title is the line that speaks of the objectives."""
    reader = _Reader(max((line.number for line in lines if _starts_of_rows(line)), default=0))
    for line in lines:
        if line.type not in ("RULE_LINE", "CONTENTS_HEADING"):
            reader.read(line)
    rows = tuple(ContentsRow(row.code, " ".join(row.words), row.page) for row in reader.rows)
    return FrontMatter(" ".join(reader.title) or None, reader.year, rows)
