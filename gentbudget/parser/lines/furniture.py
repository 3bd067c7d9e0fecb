"""Page furniture: running titles and page numbers, known by what recurs from page to page.

No pattern can tell a running title from a line of a description; its recurrence can. A line is furniture if

- it stands at the edge of most pages, where form feeds tell the pages;
- it counts: it is the same line again and again but for a number that goes up by one;
- it stands again and again beside a page number that goes up by one; or
- it recurs and, at least once, interrupts a table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from gentbudget.parser.lines.grammar import pattern, plain

_LEAST = 3
"""Less often than this, nothing can be said to recur."""

_EDGE = 2
"""So many lines at the top and at the foot of a page may be furniture."""

_LONGEST = 160
_FEWEST_LETTERS = 5
_MOST_FIGURES = 3
_MOST_NUMBERS = 2
"""A title is no longer than this, has so many letters, and no more figures, unlike a row of a table: its year, its page and
how many pages there are. Without a page it has fewer.
"""

_NUMBER = re.compile(r"[0-9]+")
_STRUCTURE = (
    "OBJECTIVE_HEADING",
    "PLAN_HEADING",
    "ACTIONS_HEADING",
    "CODE_LINE",
    "BUDGET_HEAD",
    "STAFF_HEAD",
    "FIRST_HEAD_LINE",
    "ROW_LABEL",
    "UNHEADED_ROW",
    "RULE_LINE",
)
"""Lines that recur because every entry has them."""


@frozen
class _Line:
    start: int
    page: int
    text: str
    index: int

    @property
    def shape(self) -> str:
        """The line with its numbers left out."""
        return _NUMBER.sub("#", self.text)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in the line; one of them counts the pages if the line is furniture."""
        return tuple(map(int, _NUMBER.findall(self.text)))


def furniture(text: str) -> frozenset[int]:
    """The positions in the text at which lines of page furniture start."""
    lines = list(_lines(text))
    candidates = [line for line in lines if len(line.text) <= _LONGEST]
    numbers = [line for line in candidates if pattern("PAGE_NUMBER").fullmatch(line.text)]
    titles = [line for line in candidates if _may_be_title(line)]
    by_text = _grouped((line.text, line) for line in titles if len(line.numbers) <= _MOST_NUMBERS)
    by_shape = _grouped((line.shape, line) for line in dict.fromkeys((*titles, *numbers)) if "#" in line.shape)
    found: set[int] = set()
    for group in (*_edge_titles(by_text, lines), *_counting(by_shape), *_interrupting(by_text, lines)):
        found.update(line.start for line in group)
    for title in by_text:
        found.update(line.start for line in _beside_page_numbers(title, numbers, len(lines)))
    return frozenset(found)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, without what stands around their text."""
    page, index = 1, 0
    for match in re.finditer(r"[^\n\f]+|\f", text):
        if match[0] == "\f":
            page += 1
            continue
        if words := plain(match[0]):
            yield _Line(match.start(), page, words, index)
            index += 1


def _grouped(keyed: Iterable[tuple[str, _Line]]) -> list[list[_Line]]:
    groups: dict[str, list[_Line]] = defaultdict(list)
    for key, line in keyed:
        groups[key].append(line)
    return [group for group in groups.values() if len(group) >= _LEAST]


def _may_be_title(line: _Line) -> bool:
    """Whether the line has words, and is none of the lines that recur because every entry has them."""
    if sum(map(str.isalpha, line.text)) < _FEWEST_LETTERS or len(pattern("FIGURE").findall(line.text)) > _MOST_FIGURES:
        return False
    return not any(pattern(terminal).match(line.text + "\n") for terminal in _STRUCTURE)


def _edge_titles(by_text: list[list[_Line]], lines: list[_Line]) -> Iterator[list[_Line]]:
    """Titles at the top or foot of most pages."""
    pages: dict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    if len(pages) < _LEAST:
        return
    edges = {line.start for page in pages.values() for line in (*page[:_EDGE], *page[-_EDGE:])}
    for group in by_text:
        at_edge = [line for line in group if line.start in edges]
        if 2 * len(at_edge) > len(pages):
            yield at_edge


def _counting(by_shape: list[list[_Line]]) -> Iterator[list[_Line]]:
    """Lines that are the same but for one number that goes up by one each time: ``Jaarrekening 2024 - 17``."""
    for group in by_shape:
        far_apart = all(after.index - before.index > 1 for before, after in pairwise(group))
        if far_apart and any(_counts(numbers) for numbers in _others_constant(group)):
            yield group


def _others_constant(group: list[_Line]) -> Iterator[tuple[int, ...]]:
    """Each number of the lines, from line to line, if no other changes."""
    columns = list(zip(*(line.numbers for line in group), strict=True))
    changing = [column for column in columns if len(set(column)) > 1]
    if len(changing) == 1:
        yield changing[0]


def _counts(numbers: tuple[int, ...]) -> bool:
    return all(after - before == 1 for before, after in pairwise(numbers))


def _interrupting(by_text: list[list[_Line]], lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines that recur and stand, at least once, between two rows of a table."""
    row = pattern("UNHEADED_ROW")
    for group in by_text:
        for line in group:
            if not 0 < line.index < len(lines) - 1:
                continue
            if all(row.match(lines[line.index + step].text + "\n") for step in (-1, 1)):
                yield group
                break


def _beside_page_numbers(titles: list[_Line], numbers: list[_Line], count: int) -> list[_Line]:
    """The titles, with the numbers beside them, if these numbers count the pages."""
    near = {line.index: line for line in numbers}
    for offset in (1, -1):
        pairs = [(title, near[title.index + offset]) for title in titles if title.index + offset in near]
        if len(pairs) < _LEAST or 2 * len(pairs) <= len(titles):
            continue
        counted = [n for _, n in pairs]
        if sum(b.numbers[0] - a.numbers[0] == 1 for a, b in pairwise(counted)) >= 0.8 * (len(counted) - 1):
            return [line for pair in pairs for line in pair] + titles
    return []
