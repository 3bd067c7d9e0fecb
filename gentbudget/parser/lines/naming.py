"""The stage behind the lexer: gives lines the names that no pattern can give them.

A line whose label is misspelt by a character or two gets the name of that label; words and figures are a row only if the
words are near the labels of a row; page furniture is set aside before the rules see it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from attrs import define, field

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern, words_of
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.misreading import (
    begins_broken,
    has_letters,
    is_anagram,
    letters_of,
    may_start_near,
    nearest,
    places_of_pieces,
    rest_of,
    starts_near,
    tolerance,
)
from gentbudget.parser.lines.parts import TablePart, WholeTables
from gentbudget.parser.lines.stubs import FLOW_LABELS, SECTION_LABELS, read_stub
from gentbudget.vocabulary import HEADINGS, MEASURES, STAFF_ROW, TABLES

_HEADINGS = {HEADINGS["plan"]: "PLAN_HEADING", HEADINGS["action"]: "ACTIONS_HEADING"}
_HEADING_LINES = frozenset(_HEADINGS.values())
_HEADS = {TABLES["budget"]: "BUDGET_HEAD", TABLES["staff"]: "STAFF_HEAD"}
_HEAD_LETTERS = {label.replace(" ", "").casefold(): label for label in _HEADS}
_PIECES_OF_HEADS = tuple({piece for label in _HEAD_LETTERS for piece, _, _ in places_of_pieces(label)})
_REACH_OF_HEADS = max(last for label in _HEAD_LETTERS for _, _, last in places_of_pieces(label)) + tolerances.SIGNS_IN_LABEL
_CUT_FLOWS = {flow[:n]: flow for flow in FLOW_LABELS for n in range(tolerances.SHORTEST_CUT_BEGINNING, len(flow))}
"""What of a flow stands in a cell that has no room for another letter."""

_COLUMN_WORDS = tuple({word for measure in MEASURES for word in measure.words})

_ROWS = frozenset({"ROW", "LOOSE_ROW", "FIGURES", "ROW_LABEL"})


Lexed = tuple[str, str, int, int]
"""What a terminal matched: its name, the text, the place of that, and the number of the line it begins in."""


class Misread(NamedTuple):
    """A line with a label that was misread, and that label as it should be."""

    line: Line
    label: str


@define
class LineNamer:
    """Turns the lexer's tokens into named lines. ``furniture`` holds the positions at which lines of it start.

    ``printed`` is the text as it was given, where it has other line ends than the ``text`` that the lexer reads. On so many
    more lines, ``awaits_code``, the code of the heading above may stand; ``is_reversed`` says that other cells stand before it.
    """

    text: str
    furniture: AbstractSet[int]
    printed: str | None = None
    set_aside: list[Line] = field(factory=list)
    misread: list[Misread] = field(factory=list)
    previous: str = ""
    awaits_code: int = -1
    is_reversed: bool | None = None
    _place: tuple[int, int] = (0, 1)

    def process(self, tokens: Iterable[Lexed], accepted: Callable[[], Container[str]]) -> Iterator[Line | WholeTables]:
        """The lines, without the furniture. ``accepted`` tells which names the rules have room for at this place."""
        begins_page = False
        for terminal, text, start, number in tokens:
            if terminal == "TABLES":
                whole = _whole_tables(text, start, number)
                if self.printed is not None:
                    for line in (line for table in whole.tables for line in table.all_lines):
                        self._number(line, self.printed)
                yield whole
                self.previous = "ROW"
                begins_page = False
                continue
            raw = text.partition("\n")[0]
            if "\f" in raw:
                raw = raw.partition("\f")[0]
            line = Line(terminal, raw, number, start)
            if self.printed is not None:
                self._number(line, self.printed)
            if line.start in self.furniture:
                self.set_aside.append(line)
                begins_page = True
                continue
            line.begins_page = begins_page
            begins_page = "\f" in text or (begins_page and line.is_rule)  # of a foot that is a table
            self.previous = line.type = self._name(line, accepted)
            yield line

    def _number(self, line: Line, printed: str) -> None:
        """Give the line the number that it has in the text as it was given."""
        position, number = self._place
        line.number = number + printed.count("\n", position, line.start)
        self._place = line.start, line.number

    def _name(self, line: Line, accepted: Callable[[], Container[str]]) -> str:
        """The line's name, perhaps another than the grammar's."""
        terminal = line.type
        if terminal == "TEXT_LINE":
            terminal = self._name_text(line, accepted)
        elif terminal == "FIGURES" and (row_labels(line.raw) or len(_words(line)) == 1):
            # The label may begin with a misread letter: `0ntvangsten`, `4cties`.
            terminal = "ROW" if row_labels(line.raw) else self._name_heading(line, _words(line)) or terminal
        elif terminal == "ROW" and not row_labels(line.raw):
            terminal = self._name_head(line) or "LOOSE_ROW"
        return terminal

    def _name_text(self, line: Line, accepted: Callable[[], Container[str]]) -> str:
        if self.previous in _HEADING_LINES:
            self.awaits_code = tolerances.MOST_LEADING_LINES
        else:
            self.awaits_code = self.awaits_code - 1 if self.previous == "TEXT_LINE" else -1
        below_heading = self.awaits_code >= 0
        is_led = leading_code(line, below_heading=below_heading) or (below_heading and self._ends_with_code(line))
        if is_led and "LED_CODE_LINE" in accepted():
            return "LED_CODE_LINE"
        named = None
        words = _words(line) if _may_be_heading(line) else []
        if words:
            named = self._name_heading(line, words)
        if named is None and _may_be_head(line):
            named = self._name_head(line)
            if named == "FIRST_HEAD_LINE" and named not in accepted():
                named = "HEAD_LINE"  # the table's label stands above
        if named is None and "ROW" in accepted():
            named = self._name_row(line, _words(line))
        return named or line.type

    def _ends_with_code(self, line: Line) -> bool:
        """Whether other cells stand before the one that begins with the code, as they do throughout this text."""
        if pattern("CODE_BEHIND").search(line.raw) is None:
            return False
        if self.is_reversed is None:
            first, behind = (len(pattern(where).findall(self.text)) for where in ("ACTION_FIRST", "ACTION_BEHIND"))
            self.is_reversed = behind >= max(tolerances.FEWEST_CODES_BEHIND, first / 2)
        return self.is_reversed

    def _name_heading(self, line: Line, words: list[str]) -> str | None:
        if len(words) > 1:
            if pattern("CODE").fullmatch(words[-1]) and nearest(" ".join(words[:-1]), (HEADINGS["objective"],)):
                return self._note(line, "OBJECTIVE_HEADING", HEADINGS["objective"])
        elif words[0].isalnum() and not words[0].isdecimal():
            for printed, heading in _HEADINGS.items():
                # Other words come as near to so short a label; only between entries can it be one.
                if nearest(words[0], (printed,)) and self._between_entries(line):
                    return self._note(line, heading, printed)
        return None

    def _between_entries(self, line: Line) -> bool:
        position = line.end + 1
        while blank := pattern("BLANK_LINE").match(self.text, position):
            position = blank.end()
        return any(pattern(t).match(self.text, position) for t in ("CODE_LINE", "RULE_LINE")) or self.previous in _ROWS

    def _name_head(self, line: Line) -> str | None:
        words = _words(line)
        letters = letters_of("".join(words))
        for label, printed in _HEAD_LETTERS.items():
            if starts_near(letters, label) or is_anagram(letters[: len(label)], label):
                return self._note(line, _HEADS[printed], printed)
            if begins_broken(words, label):
                return _HEADS[printed]
        if _is_first_half(line) or (words and all(any(rest_of(word, whole) for whole in _COLUMN_WORDS) for word in words)):
            return "FIRST_HEAD_LINE"
        return None

    def _name_row(self, line: Line, words: list[str]) -> str | None:
        """A row, or its labels, whose label begins with a digit (`1nvestering`) or is misread."""
        labels = row_labels(line.raw)
        if labels and (len(labels) == len(words) or letters_of(line.raw) == letters_of("".join(labels))):
            return "ROW_LABEL"
        if len(labels) == 1 and labels[0] in SECTION_LABELS and are_scraps(words[1:]):
            return "ROW_LABEL"
        return "ROW" if labels and len(pattern("FIGURE").findall(line.raw)) > 1 else None

    def _note(self, line: Line, terminal: str, printed: str) -> str:
        self.misread.append(Misread(line, printed))
        return terminal


def _whole_tables(text: str, start: int, number: int) -> WholeTables:
    """The tables in a text that begins at this place and line: each a head, and its rows."""

    def lines(printed: Sequence[Lexed]) -> tuple[Line, ...]:
        return tuple([Line(name, raw, number + below, start + place) for name, raw, place, below in printed])

    return WholeTables(tuple([TablePart(lines(head), lines(rows)) for head, rows in _lines_of_tables(text)]))


@lru_cache(maxsize=512)
def _lines_of_tables(text: str) -> tuple[tuple[list[Lexed], list[Lexed]], ...]:
    """The lines of whole tables, the head of each and its rows, with how many characters and lines they stand further on.

    Many tables of a report are the same: they say that there is nothing.
    """
    found: list[tuple[list[Lexed], list[Lexed]]] = []
    place = below = 0
    for raw in pattern("LINE_END").split(text):
        if named := pattern("LINE_OF_TABLE").match(raw):
            line = (str(named.lastgroup), raw, place, below)
            if named.lastgroup == "ROW":
                found[-1][1].append(line)
            else:
                found.append(([line], []))
        place += len(raw) + 1
        below += text[place - 1 : place] == "\n"
    return tuple(found)


def _may_be_heading(line: Line) -> bool:
    """Whether a line may be a misread heading: it is one word, or ends with a code."""
    raw = line.raw.strip()
    return line.has_marks or raw[-1:].isdecimal() or (" " not in raw and len(raw.split()) == 1)


def leading_code(line: Line, *, below_heading: bool = True) -> str | None:
    """The code of a header that stands behind other words of it.

    Columns or bold type tell it from a mention, or that it touches a word in a line that stands close ``below_heading``.
    """
    found = None
    if "   " in line.raw:
        found = pattern("CODE_IN_COLUMNS").search(line.raw)
    elif line.has_marks:
        found = pattern("CODE_IN_BOLD").match(line.raw)
    if found is None and below_heading:
        found = pattern("CODE_AT_END").search(line.raw)
    return found["code"] if found else None


def _may_be_head(line: Line) -> bool:
    """A quick test that only lines pass that may begin with the label of a table: a piece of it stands where it should."""
    raw = line.raw.strip()
    if line.has_marks or (" " not in raw and pattern("BROKEN_WORD").fullmatch(raw)):
        return True
    start = line.raw[: tolerances.LABELLED]
    letters = "".join(start.split()).casefold()
    if not any(map(letters[:_REACH_OF_HEADS].__contains__, _PIECES_OF_HEADS)):
        return False
    for label in _HEAD_LETTERS:
        if may_start_near(letters, label, tolerances.SIGNS_IN_LABEL) and (
            has_letters(letters[: len(label) + tolerance(label) + tolerances.SIGNS_IN_LABEL], label)
            or pattern("BROKEN_IN_WORDS").search(start)
        ):
            return True
    return False


def _is_first_half(line: Line) -> bool:
    """Whether a row of a table has the first word of the budget's label in its first cell alone; the rest stands below."""
    first = next(filter(None, (cell.text for cell in line.cells)), "") if line.has_borders else ""
    return first == TABLES["budget"].partition(" ")[0]


def _words(line: Line) -> list[str]:
    """The first words of the line: more than any label has."""
    start = line.raw.strip()[: tolerances.LABELLED]
    return words_of(start) if line.has_marks else start.split()


def are_scraps(words: Sequence[str]) -> bool:
    """Whether these words may be what a scan left of a row's flow: pieces of it, or too short to be a label."""
    pieces = ["".join(filter(str.isalpha, word)).casefold() for word in words]
    return not any(any(map(str.isdecimal, word)) for word in words) and all(
        len(piece) <= tolerances.LONGEST_SCRAP or any(piece in label.casefold() for label in FLOW_LABELS) for piece in pieces
    )


def row_labels(raw: str) -> tuple[str, ...]:
    """The labels that a row begins with, spelt as they should be: section and flow, one of them, VTE, or none."""
    parts = pattern("ROW_PARTS").match(raw)
    # A misread label may begin with a digit, like a figure: `6itgaven`.
    is_whole = parts is not None and not any(map(str.isalpha, parts["first"]))
    labels = labels_of(parts["labels"] if parts and is_whole else " ".join(words_of(raw)[:2]))
    if labels and labels[-1] not in SECTION_LABELS:
        return labels
    stub = read_stub(raw)
    return stub.labels if stub else labels


@lru_cache(maxsize=1024)
def labels_of(words: str) -> tuple[str, ...]:
    """The labels that these words begin with, spelt as they should be."""
    found = words_of(words)
    if not found:
        return ()
    if found[0] == STAFF_ROW:
        return (STAFF_ROW,)
    section = nearest(found[0], SECTION_LABELS)
    behind = found[1:] if section else found
    flow = nearest(behind[0], FLOW_LABELS) or _CUT_FLOWS.get(behind[0]) if behind else None
    return tuple(filter(None, (section, flow)))
