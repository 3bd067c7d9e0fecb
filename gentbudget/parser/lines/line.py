"""A line of the text: what the grammar calls it, where it stands, and the cells in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from attrs import define

from gentbudget.parser.lines.grammar import pattern, plain


class TextCell(NamedTuple):
    """A cell of a line: its words with one blank between each, and the offsets in the line between which it stands.

    An empty cell stands between two borders.
    """

    text: str
    start: int
    end: int


@define(eq=False, repr=False, weakref_slot=False)
class Line:
    """One line without its end: ``type`` is the grammar's terminal, ``start`` a place in the text, ``number`` counts from 1.

    It ``begins_page`` if a form feed or page furniture stands right before it.
    """

    type: str
    raw: str
    number: int
    start: int
    begins_page: bool = False
    _text: str | None = None
    _cells: tuple[TextCell, ...] | None = None
    _has_marks: bool | None = None
    _has_borders: bool | None = None

    @property
    def text(self) -> str:
        """Its words with one blank between each, without what parts and surrounds them."""
        if self._text is None:
            if self.has_marks:
                text = plain(self.raw)
            elif _has_single_blanks(self.raw):
                text = self.raw.strip()
            else:
                text = _unmarked(self.raw)
            self._text = self.raw if text == self.raw else text  # as nearly always, and then one of them is enough
        return self._text

    @property
    def has_marks(self) -> bool:
        """Whether it has characters that are marks of Markdown, or part cells other than blanks do."""
        if self._has_marks is None:
            self._has_marks = pattern("MARK").search(self.raw) is not None
        return self._has_marks

    @property
    def is_marked(self) -> bool:
        """Whether it begins with the marks that Markdown has for headings and for bold words."""
        return self.has_marks and pattern("HEADING_MARK").match(self.raw.lstrip()) is not None

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.raw)

    @property
    def last_number(self) -> int:
        """The number of the last line of the text that is a part of this one."""
        return self.number

    @property
    def is_rule(self) -> bool:
        """Whether this is a rule: what is left of a border; below a header, it ends it."""
        return self.type == "RULE_LINE"

    @property
    def has_borders(self) -> bool:
        """Whether borders part its cells, or an empty first cell stands before its text."""
        if self._has_borders is None:
            raw = self.raw
            self._has_borders = ("\t" in raw or "|" in raw) and pattern("BORDERED").match(raw) is not None
        return self._has_borders

    @property
    def is_plain(self) -> bool:
        """Whether nothing but single blanks stands between its words, so that they are one cell."""
        if self.has_marks:
            return False
        return _has_single_blanks(self.raw) or (not self.has_borders and pattern("GAPS").search(self.raw.strip()) is None)

    @property
    def cells(self) -> tuple[TextCell, ...]:
        """Its cells: parted by borders, the empty ones included, or, where there are none, by runs of blanks."""
        if self._cells is None:
            words = plain if self.has_marks else _unmarked
            if self.has_borders:
                self._cells = _between_borders(self.raw, words)
            elif self.is_plain:
                start = self.raw.index(self.text[:1])
                self._cells = (TextCell(self.text, start, start + len(self.text)),)
            else:
                self._cells = _between_blanks(self.raw, words)
        return self._cells

    def drop_cells(self) -> None:
        """Keep its cells no longer: behind the header's they are asked for no more."""
        self._cells = None


def _has_single_blanks(text: str) -> bool:
    """Whether single blanks stand between the words of a text, and no other gaps, as nearly always: a quick test."""
    return text.isprintable() and "  " not in text


def _unmarked(text: str) -> str:
    """The words of a text without marks."""
    return " ".join(text.split())


def _between_borders(raw: str, words: Callable[[str], str]) -> tuple[TextCell, ...]:
    cells = []
    start = 0
    for border in pattern("BORDER").finditer(raw):
        end = border.start()
        cells.append(TextCell(words(raw[start:end]), start, end))
        start = end + 1
    return (*cells, TextCell(words(raw[start:]), start, len(raw)))


def _between_blanks(raw: str, words: Callable[[str], str]) -> tuple[TextCell, ...]:
    found = pattern("CELL").finditer(pattern("WRAP").sub(" ", raw))
    return tuple([TextCell(words(cell[0]), cell.start(), cell.end()) for cell in found])
