"""Page furniture: running titles and page numbers, known by what recurs from page to page.

No pattern can tell a running title from a line of a description; its recurrence can. A line is furniture if

- it stands at the edge of most pages, where form feeds tell the pages;
- it counts: it is the same line again and again but for a number that goes up by one;
- it stands again and again beside a page number, or another line, that goes up by one, or at the same distance from it; or
- it recurs and, at least once, interrupts a table.

Only lines that recur, with other numbers perhaps, are looked at; what is asked of a text is asked once.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, groupby, pairwise, takewhile

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern, plain
from gentbudget.parser.lines.misreading import begins_broken, letters_of
from gentbudget.parser.lines.stubs import FLOW_LABELS
from gentbudget.vocabulary import TABLES

_TABLES = tuple(map(letters_of, TABLES.values()))

_TOGETHER = 10_000


@frozen(eq=False, weakref_slot=False)
class _Line:
    start: int
    text: str
    index: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in the line; one of them counts the pages if the line is furniture."""
        return tuple(map(int, pattern("NUMBER").findall(self.text)))


@frozen(eq=False)
class _Print:
    """The lines of a text that are neither blank nor rules, as they are printed, with their places."""

    raw: list[str]
    starts: array[int]
    page_ends: list[int]

    @classmethod
    def of(cls, text: str) -> _Print:
        raw: list[str] = []
        starts = array("Q")  # a list would take five times as much
        page_ends: list[int] = []
        position = 0
        for page in _pages(text):
            for line in page.split("\n"):
                if line and not line.isspace() and not ("--" in line and _is_rule(line)):
                    raw.append(line)
                    starts.append(position)
                position += len(line) + 1
            page_ends.append(len(raw))
        return cls(raw, starts, page_ends)

    def lines(self, indices: Iterable[int]) -> list[_Line]:
        """These lines, of which many say the same."""
        found = []
        texts: dict[str, str] = {}
        for index in indices:
            raw = self.raw[index]
            text = texts.get(raw)
            if text is None:
                text = texts[raw] = plain(raw)
            found.append(_Line(self.starts[index], text, index))
        return found


def _pages(text: str) -> Iterator[str]:
    """What form feeds part, one after the other."""
    start = 0
    while (end := text.find("\f", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _is_rule(line: str) -> bool:
    """Whether this is a rule. In Markdown one stands below the first row of any table, even of a page's foot."""
    return pattern("RULE_LINE").fullmatch(f"{line}\n") is not None


def furniture(text: str) -> frozenset[int]:
    """The positions in the text at which lines of page furniture start."""
    print_ = _Print.of(text)
    candidates = print_.lines(_recurring(print_.raw))
    numbers = [line for line in candidates if pattern("PAGE_NUMBER").fullmatch(line.text)]
    texts = {
        text
        for text in {line.text for line in candidates}
        if len(text) <= tolerances.LONGEST_RUNNING_TITLE and _may_be_title(text)
    }
    titles = [line for line in candidates if line.text in texts]
    return frozenset(line.start for line in _found(print_, titles, numbers))


def _recurring(raw: Sequence[str]) -> list[int]:
    """The indices of the lines that stand there often enough, their numbers left out, and may be titles or page numbers."""
    by_shape: dict[str, array[int]] = defaultdict(partial(array, "Q"))
    for index, shape in enumerate(_shapes(raw)):
        by_shape[shape].append(index)
    found: list[int] = []
    for standing in by_shape.values():
        if len(standing) < tolerances.LEAST_RECURRENCE:
            continue
        short = [index for index in standing if len(raw[index]) <= 2 * tolerances.LONGEST_RUNNING_TITLE]
        lines = list(dict.fromkeys([raw[index] for index in short]))
        if any(map(_may_be_furniture, lines[: tolerances.MOST_TRIED_LINES])):
            found += short
    return sorted(found)


def _shapes(lines: Sequence[str]) -> Iterator[str]:
    """The lines without their numbers and blanks; many at once, which is faster, but not all of a long text."""
    for start in range(0, len(lines), _TOGETHER):
        text = "\n".join(lines[start : start + _TOGETHER]).encode(errors="surrogatepass")
        yield from text.translate(None, _blanks_and_digits()).decode(errors="surrogatepass").split("\n")


@cache
def _blanks_and_digits() -> bytes:
    characters = {number: chr(number) for number in range(128)}
    return bytes(n for n, character in characters.items() if character.isdecimal() or pattern("GAP").fullmatch(character))


def _may_be_furniture(line: str) -> bool:
    text = plain(line)
    return pattern("PAGE_NUMBER").fullmatch(text) is not None or (
        len(text) <= tolerances.LONGEST_RUNNING_TITLE and _may_be_title(text)
    )


def _may_be_title(text: str, letters: int | None = None) -> bool:
    """Whether a text may be a title: it has words, and is none of the lines that recur because every entry has them."""
    fewest = letters or tolerances.FEWEST_TITLE_LETTERS
    if sum(map(str.isalpha, text)) < fewest:
        return False
    are_figures = [pattern("FIGURE").match(word) is not None for word in text.split()]
    side_by_side = max(sum(figures) for _, figures in groupby(are_figures))
    return side_by_side <= tolerances.MOST_TITLE_FIGURES and not _is_structure(text)


@lru_cache(maxsize=4096)
def _is_structure(line: str) -> bool:
    """Whether a line has its own meaning: a heading, a code, a row, or a head, even where a hyphen breaks a table's label."""
    if pattern("STRUCTURE").match(line + "\n"):
        return True
    return any(begins_broken(line.split(), table) for table in _TABLES)


def _found(print_: _Print, titles: Sequence[_Line], numbers: Sequence[_Line]) -> Iterator[_Line]:
    recurring = _grouped((line.text, line) for line in titles)
    by_text = [group for group in recurring if len(group[0].numbers) <= tolerances.MOST_NUMBERS_WITHOUT_PAGE]
    texts = {line.text for line in titles}
    either = chain(titles, (line for line in numbers if line.text not in texts))
    by_shape = _grouped((pattern("NUMBER").sub("#", line.text), line) for line in either if line.numbers)
    counting = list(_counting(by_shape))
    # No other line says again and again on which day it was printed.
    dated = [group for group in recurring if any(map(pattern("MOMENT").fullmatch, group[0].text.split()))]
    for group in (*_edge_titles(recurring, print_), *counting, *dated, *_interrupting(by_text, print_)):
        yield from group
    near = {line.index: line for line in numbers}
    for title in by_text:
        yield from _beside_page_numbers(title, near)
    for group in counting:
        yield from _around(group, print_)
    counted = {line.index for group in counting for line in group}
    for title in recurring:
        beside = [line for line in title if line.index - 1 in counted or line.index + 1 in counted]
        if len(beside) >= tolerances.LEAST_RECURRENCE and 2 * len(beside) > len(title):
            is_label = pattern("HEAD_LINE").fullmatch(f"{title[0].text}\n") is not None  # so that others may be a column's
            yield from beside if is_label else title


def _grouped(keyed: Iterable[tuple[str, _Line]]) -> list[list[_Line]]:
    groups: dict[str, list[_Line]] = defaultdict(list)
    for key, line in keyed:
        groups[key].append(line)
    return [group for group in groups.values() if len(group) >= tolerances.LEAST_RECURRENCE]


def _edge_titles(by_text: list[list[_Line]], print_: _Print) -> Iterator[list[_Line]]:
    """Titles at the top or foot of most pages."""
    pages = [range(start, end) for start, end in pairwise((0, *print_.page_ends)) if end > start]
    if len(pages) < tolerances.LEAST_RECURRENCE:
        return
    edges = {
        index
        for page in pages
        for edge in (page[: tolerances.EDGE_LINES], page[: -tolerances.EDGE_LINES - 1 : -1])
        for index in _outside(edge, print_)
    }
    for group in by_text:
        at_edge = [line for line in group if line.index in edges]
        if 2 * len(at_edge) > len(pages):
            yield at_edge


def _outside(edge: Sequence[int], print_: _Print) -> Iterator[int]:
    """The lines of an edge of a page, from outside, down to a line that has its own meaning: no title stands behind one."""
    return takewhile(lambda index: not _is_structure(print_.raw[index]), edge)


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


def _interrupting(by_text: list[list[_Line]], print_: _Print) -> Iterator[list[_Line]]:
    """Lines that recur and stand, at least once, between two rows of a table."""
    raw = print_.raw
    for group in by_text:
        for line in group:
            if 0 < line.index < len(raw) - 1 and _is_row(raw[line.index - 1]) and _is_row(raw[line.index + 1]):
                yield group
                break


def _is_row(line: str) -> bool:
    """Whether a line is a row, headed or not; nearly all that are none are told by a quick test."""
    return any(map(line.__contains__, FLOW_LABELS)) and pattern("UNHEADED_ROW").match(f"{line}\n") is not None


def _around(counting: Sequence[_Line], print_: _Print) -> Iterator[_Line]:
    """The rest of the head or foot in which lines count the pages: the same words at the same distance from nearly all."""
    for step in (-1, 1):
        distance = step
        while beside := _beside(counting, distance, print_):
            yield from beside
            distance += step


def _beside(counting: Sequence[_Line], distance: int, print_: _Print) -> list[_Line]:
    """The lines at a distance, if they are the same words, such as a title or a day, beside nearly all that count the pages."""
    lines = print_.lines(i for line in counting if 0 <= (i := line.index + distance) < len(print_.raw))
    (words, often), *_ = Counter(line.text for line in lines).most_common(1) or [("", 0)]
    enough = often >= tolerances.LEAST_RECURRENCE and often >= tolerances.LEAST_COUNTED_PAGES * len(counting)
    if not enough or not (_may_be_title(words, letters=1) or pattern("MOMENT").fullmatch(words)):
        return []
    return [line for line in lines if line.text == words]


def _beside_page_numbers(titles: list[_Line], near: Mapping[int, _Line]) -> list[_Line]:
    """The titles, with the numbers beside them, if these numbers count the pages; ``near`` are all of them by their index."""
    for offset in (1, -1):
        pairs = [(title, near[title.index + offset]) for title in titles if title.index + offset in near]
        if len(pairs) < tolerances.LEAST_RECURRENCE or 2 * len(pairs) <= len(titles):
            continue
        counted = [n for _, n in pairs]
        steps = [b.numbers[0] - a.numbers[0] for a, b in pairwise(counted)]
        if steps.count(1) >= tolerances.LEAST_COUNTED_PAGES * len(steps):
            return [line for pair in pairs for line in pair] + titles
    return []
