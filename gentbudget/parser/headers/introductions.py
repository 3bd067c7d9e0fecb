"""Introductions: the lines between an entry's heading and its tables, parted into header and description.

What each line tells by itself (pieces.py), and where its text stands, part the words of the title from those of the owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile, tee

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import (
    FIELDS_OF,
    Fields,
    holds_fields,
    may_hold_fields,
    may_hold_phase,
    periods_of_titles,
    take_fields,
)
from gentbudget.parser.headers.header import Header, Introduction, Piece
from gentbudget.parser.headers.pieces import fills_first_cell, fills_last_cell, read_piece, segments_of
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.naming import leading_code
from gentbudget.parser.lines.phrases import (
    begins_small,
    behind_code,
    ends_sentence,
    is_open,
)
from gentbudget.vocabulary import TABLES, Kind, Level, kind_of_code, level_of

_LEVEL_OF_HEADING: dict[str, Level] = {"OBJECTIVE_HEADING": "objective", "PLAN_HEADING": "plan", "ACTIONS_HEADING": "action"}


def blank_lines_part(introductions: Iterable[Sequence[Line]]) -> bool:
    """Whether blank lines part paragraphs. Where lines stand far apart, some programs put one behind each of them."""
    begins = [
        begins_small(after.text)
        for one in introductions
        for line, after in pairwise(one)
        if after.number > line.number + 1 and after.number > line.last_number + 1
    ]
    return sum(begins) < max(tolerances.LEAST_RECURRENCE, tolerances.LEAST_PARTED_PHRASES * len(begins))


def split_introduction(lines: Sequence[Line], heading: Line | None, *, by_blanks: bool = True) -> Introduction:
    """Find the header among the lines between heading and tables; where the heading was lost, the code tells the level.

    ``by_blanks`` says whether blank lines part paragraphs.
    """
    level = _LEVEL_OF_HEADING[heading.type] if heading is not None else None
    if heading is not None and level == "objective" and (found := pattern("CODE").search(heading.raw)):
        title = behind_code(heading.text, found[0]).rstrip() or None
        return Introduction(level, lines, Header(found[0], heading.number, level, behind=lines, title=title))
    rules = [line for line in lines if line.is_rule]
    printed = [line for line in lines if not line.is_rule] if rules else lines
    texts = printed[: tolerances.MOST_LEADING_LINES + tolerances.MOST_HEADER_LINES]
    codes = texts[: tolerances.MOST_LEADING_LINES + 1]
    at = next((i for i, line in enumerate(codes) if line.type == "CODE_LINE" or _is_led(line, level)), None)
    if at is None or not all(map(_may_lead, texts[:at])):
        return Introduction(level or "action", lines, None, lines)
    first, behind = texts[at], lines[lines.index(texts[at]) + 1 :]
    if rules:
        first, behind = _whole_row(first, behind)
    # In Markdown a rule belongs to the first row of any table, and a header's other rows may follow it.
    inner_rules = {line.number for line in rules if "|" in line.raw}
    if inner_rules:
        behind = [line for line in behind if line.number not in inner_rules]
    code = (first.type == "LED_CODE_LINE" and leading_code(first)) or next(pattern("CODE").finditer(first.raw))[0]
    kind = _kind(code, level, texts[at : at + tolerances.MOST_HEADER_LINES])
    if kind == "objective":
        title = behind_code(first.text, code) or None
        return Introduction(kind, lines, Header(code, first.number, kind, texts[:at], behind, title=title))
    above = [line for line in texts[:at] if _may_be_above(line, first, kind)]
    header = Header(code, first.number, kind, tuple([line for line in texts[:at] if line not in above]), behind, len(above) + 1)
    candidates = _candidates([*above, first], behind, code)
    if kind == "project":
        candidates, lines_to_come = tee(candidates)
        is_dated = pattern("YEAR").search
        header.fields.titled = periods_of_titles(c.text for line in lines_to_come if is_dated(line.raw) for c in line.cells)
    _add_pieces(header, first, candidates, inner_rules, by_blanks=by_blanks)
    header.is_described = len(behind) > len(header.pieces) - header.own
    return Introduction(level_of(kind), lines, header)


def _whole_row(first: Line, behind: Sequence[Line]) -> tuple[Line, Sequence[Line]]:
    """The line of the code with the next ones if they are one row of a table that some program broke; what stands behind.

    Such a row goes down to the rule below it. Either no line of it begins with a border, or the rule has a run of dashes
    below each cell.
    """
    end = next((i for i, line in enumerate(behind[: tolerances.MOST_HEADER_LINES]) if line.is_rule), None)
    if end is None:
        return first, behind
    row, rule = [first, *behind[:end]], behind[end]
    if any(after.number != line.last_number + 1 for line, after in pairwise([*row, rule])):
        return first, behind
    if "|" in rule.raw:
        is_broken = end and not any(line.raw.startswith("|") for line in row) and any("|" in line.raw for line in row)
        raw = " ".join(line.raw.strip() for line in row)
    else:
        is_broken = pattern("DASHED_RULE").fullmatch(rule.raw) is not None
        starts = [dashes.start() for dashes in pattern("DASHES").finditer(rule.raw)]
        is_broken = is_broken and all(
            line.raw[start - 1] == " " for line in row for start in starts[1:] if start <= len(line.raw)
        )
        columns = [" ".join(line.raw[start:end].strip() for line in row) for start, end in pairwise([*starts, None])]
        raw = f"|{'|'.join(columns)}|"
    return (Line(first.type, raw, first.number, first.start), behind[end:]) if is_broken else (first, behind)


def _kind(code: str, level: Level | None, lines: Sequence[Line]) -> Kind:
    """The kind of an entry: its heading says it or, where that was lost, its code.

    What stands under *Acties* is a project if its code says so, or if status, phase and period stand side by side.
    """
    named = kind_of_code(code)
    if (level or level_of(named)) != "action":
        return "plan" if (level or named) == "plan" else "objective"
    if named == "project":
        return "project"
    short = list(takewhile(lambda line: line is lines[0] or len(line.raw) <= tolerances.LONGEST_CELL, lines))
    if not may_hold_phase(" ".join([line.raw for line in short])):  # as nearly always
        return "action"
    return "project" if holds_fields(" ".join([line.text for line in short])) else "action"


def _is_led(line: Line, level: Level | None) -> bool:
    """Whether a header's code stands in this line, behind other words of it: a code that the heading goes with."""
    if line.type != "LED_CODE_LINE":
        return False
    code = leading_code(line)
    return code is None or level_of(kind_of_code(code)) == level


def _may_lead(line: Line) -> bool:
    """Whether the code may stand below this line, and not in the middle of a description."""
    return (
        (len(line.text) <= tolerances.LONGEST_LEADING_LINE or line.has_marks)
        and not line.text.endswith((".", ":"))
        and not line.text.startswith("-")
    )


def _may_be_above(line: Line, first: Line, kind: Kind) -> bool:
    """Whether a line above the code belongs to a cell that is centred beside it: an owner or, of a plan, also a title."""
    if pattern("PAGE_NUMBER").fullmatch(line.text) or ("\t" in first.raw.strip() and "\t" not in line.raw):
        return False
    return kind == "plan" or len(line.text) <= tolerances.LONGEST_CELL


def _candidates(own: Sequence[Line], behind: Sequence[Line], code: str) -> Iterator[Line]:
    """The lines that may be a header's: those down to the code's, and behind them down to what cannot be.

    That is a rule, a point of a list, or a line that prints the header again, or a table's label. A header has so many lines at
    most; where each has one line of a cell, it may have more.
    """
    are_short = True
    is_point = pattern("POINT").match
    for number, line in enumerate(chain(own, behind), 1):
        raw = line.raw
        if number > len(own) and (line.is_rule or code in raw or is_point(raw) or _holds_table(line)):
            return
        are_short = are_short and len(raw) <= tolerances.LONGEST_CELL
        if number > (tolerances.MOST_STACKED_LINES if are_short else tolerances.MOST_HEADER_LINES):
            return
        yield line


def _holds_table(line: Line) -> bool:
    """Whether a program put the label of a table into this row, beside text."""
    return "|" in line.raw and any(label in line.text for label in TABLES.values())


def _add_pieces(header: Header, first: Line, candidates: Iterable[Line], inner_rules: set[int], *, by_blanks: bool) -> None:
    bordered = "|" in first.raw
    lines: list[Line] = []
    for i, line in enumerate(candidates):
        between = range(lines[-1].last_number + 1, line.number) if i >= header.own else ()
        parted = by_blanks and bool(between) and not inner_rules.issuperset(between)
        may_end = parted and _is_whole(header)
        if may_end and _is_text(line, header.kind):
            break
        piece = read_piece(header, line, is_first=line is first, parted=parted, bordered=bordered)
        if i >= header.own and not parted and piece.split is None and fills_first_cell(line.raw, first.raw):
            piece = piece._replace(split=len(piece.words))
        elif i >= header.own and piece.split is None and fills_last_cell(line.raw, first.raw):
            piece = piece._replace(split=0, columns=True)
        if may_end and piece.split is None and not piece.marked:
            break
        header.pieces.append(piece)
        lines.append(line)
    if len(lines) == 1 and first.type == "CODE_LINE" and first.has_borders and not bordered:
        return  # the code stands in a row of cells, and nothing else may be the header's: as nearly always
    shuffled = [line for line in lines if _is_shuffled(line, header)]
    header.cuts_words = _is_cut(first, header.kind)
    header.is_cut = header.cuts_words or (first in shuffled if header.kind == "plan" else bool(shuffled))
    # In a heading below the code's, words before the fields may be the title's or the owner's.
    header.is_cut |= any(piece.marked and piece.has_fields and piece.title for piece in header.pieces[header.own :])
    if first.type == "LED_CODE_LINE":
        header.is_cut |= pattern("LED_CODE_LINE").fullmatch(f"{first.raw}\n") is None
        header.cuts_words |= first.raw[: first.raw.index(header.code)][-1:].isalpha()  # `noodPO59728`
        leading = tuple(first.text.split(header.code)[0].split())
        header.pieces.insert(header.own - 1, Piece(leading, 0, 0, 0, printed=leading))
        header.own += 1
    if not any(line.has_borders for line in lines):
        _tell_by_position(header, first.raw.index(header.code) + len(header.code))
    _tell_leading(header)
    header.least = _count_certain(header)


def _count_certain(header: Header) -> int:
    """How many of its lines belong to the header for certain: those down to the last that tells what is whose."""
    certain = header.own
    in_doubt = False  # whether there was a line that looks like one of a description
    for i, piece in enumerate(header.pieces[header.own :], header.own):
        above = header.pieces[header.own - 1 : i]
        if piece.parted and piece.title and piece.owner and not piece.has_fields:
            break  # a running title, if not a table
        if piece.in_table and not above[-1].in_table and any(p.in_table for p in above):
            break  # another table
        if piece.in_table and any(map(ends_sentence, piece.cells)):
            break  # a row of the description
        if piece.split is not None and (piece.has_fields or piece.columns or not in_doubt):
            certain = i + 1
        elif piece.text.endswith(".") or (piece.parted and any(p.words for p in above)):
            break
        in_doubt = in_doubt or (
            piece.split is None and (len(piece.text) > tolerances.LONGEST_CELL or piece.text.endswith((".", ":")))
        )
    return certain


def _is_cut(line: Line, kind: Kind) -> bool:
    """Whether the borders of a Markdown table stand in the middle of its cells' phrases: a cell begins with a small letter.

    The first behind a plan's code may: the title begins above it.
    """
    if "|" not in line.raw:
        return False
    begins = len(("code", "title")) if kind == "plan" else 0
    return any(cell.text[0].islower() for cell in segments_of(line)[begins:])


def _is_shuffled(line: Line, header: Header) -> bool:
    """Whether a line holds more cells than title and owner, besides its fields: some program joined lines."""
    if len(line.cells) <= len(("title", "owner")) or line.has_borders:
        return False
    texts = [text for text, _, _ in segments_of(line) if text != header.code]
    wholes = [text for text in texts if take_fields(Fields(), text, header.kind, alone=[text]).whole]
    return len([text for text in wholes if text not in header.fields.unknown.values()]) > len(("title", "owner"))


def _tell_leading(header: Header) -> None:
    """What stands above the code is the owner's, for the title begins beside it; unless nothing does.

    Of a plan the title may begin above, and the organisation as well: a line that may hold words of both tells nothing.
    """
    beside, is_plan = " ".join(header.code_piece.title), header.kind == "plan"
    for i, piece in enumerate(header.pieces[: header.own - 1]):
        if piece.split is not None:
            continue
        is_title = not beside or (is_plan and (is_open(piece.text, beside) or len(piece.text) > len(beside)))
        may_hold_both = is_plan and is_title and any(word[0].isupper() for word in piece.words[1:])
        if not may_hold_both:
            header.pieces[i] = piece._replace(split=len(piece.words) if is_title else 0)


def _tell_by_position(header: Header, code_end: int) -> None:
    """A line whose text stands where other lines have the owner, or beyond the end of the title, holds the owner's words."""
    owner_columns = [piece.owner_start - tolerances.NEAR_COLUMN for piece in header.pieces if piece.columns and piece.owner]
    first = header.code_piece
    beyond_title = min([max(first.owner_start, tolerances.LEFTMOST_OWNER), first.start + tolerances.INDENTED, *owner_columns])
    title_column = first.start if first.title else header.pieces[0].start  # a title of two lines may have none beside
    has_title_column = header.kind == "plan" and title_column > code_end
    for i, piece in enumerate(header.pieces):
        is_below_title = has_title_column and abs(piece.start - title_column) <= 1 and piece.split is None
        if is_below_title and not any(p.owner and piece.end > p.owner_start + tolerances.COLUMN_DRIFT for p in header.pieces):
            header.pieces[i] = piece._replace(split=len(piece.words))  # below the title, not below the code
        elif piece.split is None and i != header.own - 1 and piece.start > beyond_title:
            # If the title's line reaches as far, it may hold the owner's first words as well.
            header.pieces[i] = piece._replace(split=0, columns=bool(owner_columns) or piece.start > first.owner_start)
    _distrust_columns(header)


def _distrust_columns(header: Header) -> None:
    """Let nothing be told by columns if the line of the code reaches into that of the owner, so that its two cells touch."""
    first = header.code_piece
    columns = [
        p.owner_start for p in header.pieces if p.owner and p is not first and (p.columns or p.start > tolerances.INDENTED)
    ]
    if first.split is not None or not columns or first.end <= min(columns):
        return
    # Which of its words are the owner's cannot be told, so the owner's words on the other lines may not be all.
    header.pieces = [piece._replace(columns=False) for piece in header.pieces]


def _is_whole(header: Header) -> bool:
    """Whether the line of the code has cells for title and owner, so that a line of text in another paragraph is none of it."""
    piece = header.code_piece
    return piece.columns and bool(piece.title and piece.owner) and not header.fields.status_rest


def _is_text(line: Line, kind: Kind) -> bool:
    """Whether a line is plain text in one cell, without fields: nearly all that end a header are, so they need no reading."""
    is_one_cell = line.is_plain or not (line.has_marks or line.has_borders or len(line.cells) > 1)
    return is_one_cell and not (kind in FIELDS_OF and may_hold_fields(line.text))
