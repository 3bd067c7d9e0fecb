"""On which page of the document a place in the text is, where the dump tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line

_PAGE_BREAK = "\f"


@frozen
class Pages:
    """The places in the text at which a page ends, in order."""

    ends: tuple[int, ...]
    first: int = 1

    @classmethod
    def of(cls, text: str, furniture: Iterable[Line]) -> Pages:
        """The pages that form feeds part; without form feeds, those whose printed numbers stand in the furniture."""
        if _PAGE_BREAK in text:
            return cls(tuple(i for i, character in enumerate(text) if character == _PAGE_BREAK))
        numbers = _page_numbers(furniture)
        if not numbers:
            return cls(())
        at_start = sum(1 for _, begins, _ in numbers if begins) * 2 > len(numbers)
        if at_start and text[numbers[-1][0].end :].strip():  # behind the foot of the last page stands nothing
            return cls(tuple(line.start for line, _, _ in numbers), numbers[0][2] - 1)
        return cls(tuple(line.end for line, _, _ in numbers), numbers[0][2])

    def page(self, position: int) -> int | None:
        """The page that this position of the text is on, or None where the dump does not tell pages."""
        return bisect_right(self.ends, position) + self.first if self.ends else None


def is_page_number(word: str) -> bool:
    """Whether a word can be the number of a page."""
    return word.isdecimal() and len(word) <= tolerances.MOST_PAGE_DIGITS


def _page_numbers(furniture: Iterable[Line]) -> list[tuple[Line, bool, int]]:
    """The lines that number pages, whether they begin a page (a running title stands directly above), and the number."""
    found: list[tuple[Line, bool, int]] = []
    last: Line | None = None
    for line in furniture:
        text = line.text
        if pattern("PAGE_NUMBER").fullmatch(text):
            begins = last is not None and line.number - last.number == 1
            digits = "".join(c if c.isdigit() else " " for c in text).split()
            found.append((line, begins, int(digits[0])))
        last = line
    return found
