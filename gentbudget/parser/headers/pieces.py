"""What one line of a header tells by itself: the words in its cells, its fields, and which of the words are whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, dropwhile
from types import MappingProxyType
from typing import Literal, NamedTuple

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields, Rest, Words, place_of, take_fields, words_in
from gentbudget.parser.headers.header import Piece
from gentbudget.parser.lines.grammar import pattern, plain
from gentbudget.parser.lines.line import Line, TextCell
from gentbudget.parser.lines.phrases import begins_small, behind_code, without_ligatures, without_soft_hyphens, without_wraps
from gentbudget.vocabulary import Kind


class Found(NamedTuple):
    """Where a header was found: its ``own`` lines down to the ``first`` with the code, those behind it, and its fields so far.

    ``bordered`` says that the first has borders of a table, ``joined`` that it stands below a heading of Markdown, so that it
    may be several lines in one. ``halves`` are those of broken fields, by the number of their line, and ``end`` is
    the number of that on which a period ends that begins on another, -1 if that is not clear.
    """

    code: str
    kind: Kind
    own: Sequence[Line]
    first: Line
    bordered: bool
    behind: Sequence[Line]
    fields: Fields
    joined: bool = False
    halves: Mapping[int, Sequence[Words]] = MappingProxyType({})
    end: int | None = None

    def ends_on(self, line: Line) -> bool | None:
        """Whether a period ends on this line that begins on another; None where none begins."""
        return None if self.end is None else self.end == line.number


def read_piece(found: Found, line: Line, *, parted: bool) -> Piece:
    """What one line tells: the fields in it part title and owner; so do borders, and runs of blanks."""
    code, kind, is_first = found.code, found.kind, line is found.first
    segments, prefix = segments_of(line), ""
    if is_first and "|" in line.raw:
        segments = [_without_dash(cell, line.raw) for cell in segments]
    if is_first and line.type == "LED_CODE_LINE":
        segments = list(dropwhile(lambda cell: code not in cell.text, segments))
    if is_first and (segments := [cell for cell in segments if cell.text != code]):
        text, start, end = segments[0]
        behind = behind_code(text if code in text else f"{code} {text}", code)
        prefix = _prefix(text[: len(text) - len(behind)], code)
        segments[0] = TextCell(behind, start, end)
    end = segments[-1].end if segments else 0
    segments = [cell for cell in segments if cell.text]
    if len(segments) > 1 and _is_page_number(segments[-1].text):
        segments.pop()
    texts = cells = [cell.text for cell in segments]
    halves = found.halves.get(line.number) if found.halves else None
    if halves:
        segments = without_halves(segments, halves)
        texts = [cell.text for cell in segments]
    start = segments[0].start if segments else 0
    text = " ".join(texts)
    rest = take_fields(found.fields, text, kind, alone=texts, bordered=is_first and line.has_borders, ends=found.ends_on(line))
    if halves and rest.whole and texts != cells:
        before = min(place for half in halves if (place := place_of(half, " ".join(cells).split())) is not None)
        rest = Rest(rest.before[:before], rest.before[before:])
    words, split, columns = rest.before, None, len(texts) > 1
    if not rest.whole:
        words, split = (*rest.before, *rest.behind), len(rest.before)
    elif columns and _parts_nothing(line, texts, len(("title", "owner", *found.fields.missing(kind))), is_first=is_first):
        columns = False
    elif columns:
        split = len(rest.before) - len(texts[-1].split())
    elif not is_first:
        cell = lone_cell(line, found.first, code)
        if cell == "title":
            split = None if parted else len(words)
        elif cell == "owner" or (kind != "plan" and pattern("EMPTY_FIRST_CELL").match(line.raw)):
            split, columns = 0, True
    # Some programs draw borders around a part of the header only; the rest may hold several cells all the same.
    columns = columns and (found.bordered or "|" not in line.raw)
    # Where all fields stand behind single blanks, the only wider ones part nothing, either.
    is_chance = kind == "project" and len(texts) == len(("title", "others")) and bool(rest.before and rest.behind)
    columns = columns and not is_chance
    in_table = line.raw.count("|") > 1
    marked = line.is_marked or (is_first and found.joined)
    printed = words if rest.whole else words_in(" ".join(cells))
    wraps = line.has_marks and pattern("WRAP").search(line.raw) is not None
    wrapped = [_lines_of_cell(line.raw[cell.start : cell.end], code) for cell in segments] if wraps else ()
    fields_start = 0 if rest.whole or not columns else _start_behind(segments, len(rest.before))
    told = (printed, cells, wrapped, prefix, fields_start)
    return Piece(words, split, start, end, columns, in_table, parted, not rest.whole, marked, *told)


def _parts_nothing(line: Line, texts: Sequence[str], most: int, *, is_first: bool) -> bool:
    """Whether the gaps of a line part no cells: those of justified text, and of headings in which some words look different.

    `**sancties en** **<u>parkeertoezicht</u>**`.
    """
    goes_on = line.is_marked and "|" not in line.raw and begins_small(texts[-1])
    return goes_on or (not is_first and len(texts) > most and not line.has_borders)


def _without_dash(cell: TextCell, raw: str) -> TextCell:
    """The cell of a row without the dash of who had nothing to say, which a program joined to it: `|**Archief**<br>-|`."""
    *above, last = pattern("WRAP").split(raw[cell.start : cell.end])
    is_below = last.strip() == "-" and any(line.strip().endswith("**") for line in above[-1:])
    return cell._replace(text=cell.text[:-1].rstrip()) if is_below else cell


def without_halves(cells: list[TextCell], halves: Sequence[Words]) -> list[TextCell]:
    """The cells without these halves of fields; what is left of them, if anything, begins behind."""
    left = list(halves)
    others = []
    for text, start, end in cells:
        words = text.split()
        for half in [half for half in left if place_of(half, words) is not None]:
            at = place_of(half, words) or 0
            del words[at : at + len(half)]
            left.remove(half)
        if words:
            others.append(TextCell(" ".join(words), start + text.index(words[0]), end))
    return others


def _start_behind(segments: Sequence[TextCell], words: int) -> int:
    """Where the cell begins that stands behind so many words; nowhere if they end in the middle of a cell."""
    before = accumulate([len(cell.text.split()) for cell in segments], initial=0)
    return next((cell.start for cell, number in zip(segments, before, strict=False) if number == words), 0)


def _lines_of_cell(text: str, code: str) -> list[str]:
    """The lines of a cell whose ends a program marks, from the one behind the code on, if that is here."""
    lines = [without_ligatures(plain(line)) for line in pattern("WRAP").split(text)]
    first = next((i for i, line in enumerate(lines) if code in line), 0)
    return [behind_code(lines[first], code), *lines[first + 1 :]]


def _is_page_number(text: str) -> bool:
    """Whether a program put the foot of the page beside a line: `Pagina 12 van 14`, but no half of a period."""
    return text[-1].isdigit() and not text.isdigit() and pattern("PAGE_NUMBER").fullmatch(text) is not None


def lone_cell(line: Line, first: Line, code: str) -> Literal["title", "owner"] | None:
    """Whose words a line has, if it is another row of the table that the header stands in, and fills that cell alone.

    The title stands behind the code or in the next cell, the owner in the last one, or behind all others.
    """
    if not (line.has_marks or line.has_borders):
        return None
    texts, others = cells_of_row(line), cells_of_row(first)
    filled = [place for place, text in enumerate(texts) if text]
    title = next((place + (text == code) for place, text in enumerate(others) if code in text), 0)
    last = max((place for place, text in enumerate(others) if text), default=0)
    if filled == [title]:  # a spreadsheet saves lines of the description with tabs behind them
        is_row = "|" in line.raw and len(texts) == len(others) >= tolerances.FEWEST_ROW_CELLS
        return "title" if is_row or 0 < title < last else None
    return "owner" if len(filled) == 1 and title < last <= filled[0] else None


def cells_of_row(line: Line) -> list[str]:
    """The texts in the cells of a row; in Markdown also what stands behind its last border."""
    raw = line.raw.strip(" \r")
    return [plain(cell) for cell in raw.removeprefix("|").split("|" if raw.startswith("|") else "\t")]


def segments_of(line: Line) -> list[TextCell]:
    """The cells of a line that hold text."""
    cells = [cell for cell in line.cells if cell.text]
    if line.has_marks and pattern("BROKEN_WRAP").search(line.raw):
        cells = [cell._replace(text=without_wraps(line.raw[cell.start : cell.end])) for cell in cells]
    if line.raw.isascii():
        return cells
    if pattern("SOFT_HYPHEN").search(line.raw):
        cells = [cell._replace(text=without_soft_hyphens(cell.text)) for cell in cells]
    if pattern("LIGATURE").search(line.raw):
        cells = [cell._replace(text=without_ligatures(cell.text)) for cell in cells]
    return cells


def _prefix(text: str, code: str) -> str:
    """The code and the mark that parts it from the title, where this text ends with them: they stand in the title's cell."""
    mark = text.rpartition(code)[2]
    return f"{code}{mark}" if mark.strip() else ""
