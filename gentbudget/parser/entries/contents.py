"""The front matter: the title of the report and its table of contents."""

from __future__ import annotations

from collections.abc import Sequence

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


_LEADER = "...."
_DOTS = ".."


@define
class _Row:
    code: str
    words: list[str]
    page: int | None = None
    is_led: bool = False

    def take(self, text: str) -> None:
        """Add a line: words of the title and, at its end or alone, the page number; leader dots are neither."""
        before, leader, behind = text.partition(_LEADER)  # it may touch the title, and the number
        self.is_led = self.is_led or bool(leader)
        words = f"{before} {behind.lstrip('.')}".split()
        if self.page is None and words and is_page_number(words[-1]):
            self.page = int(words.pop())
        self.words += [word for word in words if word.strip(".")]
        if any(_DOTS in word for word in self.words):  # leader dots between the letters of a line leave none of its words
            self.words.clear()

    def goes_on(self, text: str) -> bool:
        """Whether a line below goes on with this row though no other row follows.

        Where the title's first line has the number, leader dots and the rest of it may stand below.
        """
        is_rest = not self.is_led and text.startswith(".") and pattern("CODE").search(text) is None
        return self.page is None or is_rest or is_open(self.words[-1] if self.words else "", text)


@define
class _Reader:
    last_row: int
    rows: list[_Row] = field(factory=list)
    title: list[str] = field(factory=list)
    title_end: int = 0
    year: int | None = None

    def read(self, line: Line) -> None:
        if line.type == "CODE_LINE":
            code = pattern("CODE").findall(line.raw)[0]
            row = _Row(code, [])
            self.rows.append(row)
            row.take(behind_code(line.text, code))
        elif self.rows and (line.number < self.last_row or self.rows[-1].goes_on(line.text)):
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


def read_front_matter(lines: Sequence[Line]) -> FrontMatter:
    """The title and the rows of the contents. The title is the line that speaks of the objectives."""
    reader = _Reader(max((line.number for line in lines if line.type == "CODE_LINE"), default=0))
    for line in lines:
        if line.type not in ("RULE_LINE", "CONTENTS_HEADING"):
            reader.read(line)
    rows = tuple(ContentsRow(row.code, " ".join(row.words), row.page) for row in reader.rows)
    return FrontMatter(" ".join(reader.title) or None, reader.year, rows)
