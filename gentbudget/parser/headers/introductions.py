"""Introductions: the lines between an entry's heading and its tables, parted into header and description.

What each line tells by itself (pieces.py), and where its text stands, part the words of the title from those of the owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import (
    FIELDS_OF,
    Fields,
    holds_fields,
    is_torn,
    line_of_end,
    may_hold_fields,
    may_hold_phase,
    periods_of_titles,
    take_broken,
    take_fields,
)
from gentbudget.parser.headers.header import Evidence, Header, Introduction, Piece
from gentbudget.parser.headers.pieces import Found, cells_of_row, read_piece, segments_of, without_halves
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.naming import leading_code
from gentbudget.parser.lines.phrases import begins_small, behind_code, ends_sentence, is_open, spelt_out
from gentbudget.vocabulary import TABLES, Kind, Level, kind_of_code, level_of

_LEVEL_OF_HEADING: dict[str, Level] = {"OBJECTIVE_HEADING": "objective", "PLAN_HEADING": "plan", "ACTIONS_HEADING": "action"}


def blank_lines_part(introductions: Iterable[Sequence[Line]]) -> bool:
    """Whether blank lines part paragraphs. Where lines stand far apart, some programs put one behind each of them."""
    begins = [
        begins_small(after.text)
        for one in introductions
        for line, after in pairwise(one)
        if after.number > line.last_number + 1
    ]
    return sum(begins) < max(tolerances.LEAST_RECURRENCE, tolerances.LEAST_PARTED_PHRASES * len(begins))


def split_introduction(lines: Sequence[Line], heading: Line | None, *, by_blanks: bool = True) -> Introduction:
    """Find the header among the lines between heading and tables; where the heading was lost, the code tells the level.

    ``by_blanks`` says whether blank lines part paragraphs.
    """
    level = _LEVEL_OF_HEADING[heading.type] if heading is not None else None
    if heading is not None and level == "objective" and (printed_code := pattern("CODE").search(heading.raw)):
        title = behind_code(heading.text, printed_code[0]) or None
        return Introduction(level, lines, Header(Evidence(printed_code[0], heading.number, level, behind=lines), title=title))
    rules = [line for line in lines if line.type == "RULE_LINE"]  # asked of each line of every entry
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
        return Introduction(kind, lines, Header(Evidence(code, first.number, kind, texts[:at], behind), title=title))
    above = [line for line in texts[:at] if not _may_be_above(line, first, kind)]
    own = [*[line for line in texts[:at] if line not in above], first]
    is_joined = heading is not None and heading.is_marked and first.is_plain
    found = Found(code, kind, own, first, "|" in first.raw, behind, Fields(), is_joined)
    return Introduction(level_of(kind), lines, Header(_evidence(found, above, inner_rules, by_blanks=by_blanks)))


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
        is_broken = end and not any(line.raw.lstrip().startswith("|") for line in row) and any("|" in line.raw for line in row)
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
    level = level or level_of(named)
    if level != "action":
        return level
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
        and (_has_cells(line) or not ends_sentence(line.text))
        and not line.text.startswith("-")
    )


def _may_be_above(line: Line, first: Line, kind: Kind) -> bool:
    """Whether a line above the code belongs to a cell that is centred beside it: an owner or, of a plan, also a title."""
    if (
        pattern("PAGE_NUMBER").fullmatch(line.text)
        or any(map(pattern("MOMENT").fullmatch, line.text.split()))
        or ("\t" in first.raw.strip() and "\t" not in line.raw)
    ):
        return False
    return kind == "plan" or _has_cells(line) or len(line.text) <= tolerances.LONGEST_CELL


def _has_cells(line: Line) -> bool:
    """Whether text stands in more than one cell of a line."""
    return sum(bool(cell.text) for cell in line.cells) > 1


def _candidates(found: Found) -> Iterator[Line]:
    """The lines that may be a header's: those down to the code's, and behind them down to what cannot be.

    That is a rule, a point of a list, or a line that prints the header again, or a table's label. A header has so many lines at
    most; where each has one line of a cell, it may have more.
    """
    are_short = True
    is_point = pattern("POINT").match
    for number, line in enumerate(chain(found.own, found.behind), 1):
        raw = line.raw
        if number > len(found.own) and (
            line.is_rule or found.code in raw or is_point(raw) or ("|" in raw and _holds_label(line))
        ):
            return
        are_short = are_short and len(raw) <= tolerances.LONGEST_CELL
        if number > (tolerances.MOST_STACKED_LINES if are_short else tolerances.MOST_HEADER_LINES):
            return
        yield line


def _holds_label(line: Line) -> bool:
    """Whether a program put the label of a table into this row, beside text."""
    return any(label in line.text for label in TABLES.values())


def _evidence(found: Found, above: Sequence[Line], inner_rules: set[int], *, by_blanks: bool) -> Evidence:
    """What the lines of a header tell; those ``above`` it belong to nothing."""
    code, kind, first, own = found.code, found.kind, found.first, len(found.own)
    found, candidates = _with_halves(found)
    lines, pieces = _read_lines(found, candidates, inner_rules, by_blanks=by_blanks)
    least, cuts_words, is_cut = 1, False, False
    # Nearly always the code stands in a row of cells, and nothing else may be the header's.
    if len(lines) > 1 or first.type != "CODE_LINE" or not first.has_borders or found.bordered:
        cuts_words = _is_cut(found)
        is_cut = cuts_words or any(_is_shuffled(line, found) for line in ([first] if kind == "plan" else lines))
        # In a heading below the code's, words before the fields may be the title's or the owner's.
        is_cut |= any(piece.marked and piece.has_fields and piece.title for piece in pieces[own:])
        if first.type == "LED_CODE_LINE":
            is_cut |= pattern("LED_CODE_LINE").fullmatch(f"{first.raw}\n") is None
            cuts_words |= first.raw[: first.raw.index(code)][-1:].isalpha()  # `noodPO59728`
            leading = tuple(spelt_out(first.text.split(code)[0]).split())
            pieces.insert(own - 1, Piece(leading, 0, 0, 0, printed=leading))
            own += 1
        if not any(line.has_borders for line in lines):
            is_cut |= _tell_by_position(pieces, own, kind, first.raw.index(code) + len(code))
        _tell_leading(pieces, own, kind)
        least = _count_certain(pieces, own)
    cuts_cells = any(map(is_torn, chain.from_iterable(found.halves.values())))
    told = (own, tuple(pieces), least, found.fields, is_cut, cuts_words, cuts_cells)
    return Evidence(code, first.number, kind, above, found.behind, *told)


def _with_halves(found: Found) -> tuple[Found, Iterable[Line]]:
    """What was found, with the fields of a project that its lines tell together, and these lines."""
    if found.kind not in FIELDS_OF:
        return found, _candidates(found)
    lines = list(_candidates(found))
    dated = [line for line in lines if pattern("YEAR").search(line.raw)]
    if any(pattern("PERIOD").search(line.raw) is None and pattern("PERIOD_START").search(line.raw) for line in dated):
        end = line_of_end([[cell.text for cell in line.cells] for line in lines])
        found = found._replace(end=lines[end].number if end and end > 0 else end)
    if found.kind == "plan":
        return found, lines
    found.fields.titled = periods_of_titles([cell.text for line in dated for cell in line.cells])
    halves = take_broken(found.fields, [tuple(line.text.split()) for line in lines])
    return found._replace(halves={line.number: one for line, one in zip(lines, halves, strict=True) if one}), lines


def _read_lines(
    found: Found, candidates: Iterable[Line], inner_rules: set[int], *, by_blanks: bool
) -> tuple[list[Line], list[Piece]]:
    """The lines that may be the header's, and what each tells by itself."""
    own = len(found.own)
    lines: list[Line] = []
    pieces: list[Piece] = []
    for i, line in enumerate(candidates):
        between = range(lines[-1].last_number + 1, line.number) if i >= own else ()
        begins_page = i >= own and line.begins_page and "\t" not in found.first.raw
        parted = by_blanks and not begins_page and not inner_rules.issuperset(between)
        # Where title and owner have cells in the line of the code, a line of text in another paragraph is none of the header.
        is_behind = parted and line.number > max(found.halves, default=0)
        may_end = is_behind and pieces[own - 1].parts_cells and not _is_indented(line)
        if may_end and _is_text(line, found.kind):
            break
        piece = read_piece(found, line, parted=parted)
        if may_end and piece.split is None and not piece.marked:
            break
        pieces.append(piece._replace(begins_page=True) if begins_page else piece)
        lines.append(line)
    return lines, pieces


def _is_indented(line: Line) -> bool:
    """Whether a line begins further to the right than any description."""
    return len(line.raw) - len(line.raw.lstrip()) > tolerances.INDENTED


def _count_certain(pieces: Sequence[Piece], own: int) -> int:
    """How many of its lines belong to the header for certain: those down to the last that tells what is whose."""
    certain = own
    has_cells = pieces[own - 1].parts_cells
    in_doubt = False  # whether there was a line that looks like one of a description
    for i, piece in enumerate(pieces[own:], own):
        above = pieces[own - 1 : i]
        if piece.parted and piece.title and piece.owner and not piece.has_fields:
            break  # a running title, if not a table
        if piece.in_table and not (piece.has_fields or above[-1].in_table) and any(p.in_table for p in above):
            break  # another table
        is_across = has_cells and piece.split is None and piece.end > pieces[own - 1].owner_start
        if is_across and len(piece.text) > tolerances.LONGEST_CELL:
            break  # a line of the description, below both cells
        if (piece.in_table or piece.columns) and any(" " in cell and ends_sentence(cell) for cell in piece.cells):
            break  # a row of the description, or a line with wide blanks; `S.M.A.K.` is a name
        if piece.split is not None and (piece.has_fields or piece.columns or not in_doubt):
            certain = i + 1
        elif ends_sentence(piece.text) or (piece.parted and any(p.words for p in above)):
            break
        in_doubt = in_doubt or (piece.split is None and len(piece.text) > tolerances.LONGEST_CELL)
    return certain


def _is_cut(found: Found) -> bool:
    """Whether the borders of a Markdown table stand in the middle of its cells' phrases.

    Then a cell begins with a small letter, though none above it in the table does, or there are more of them than a header has.
    A plan's title may begin so: it begins above it.
    """
    if not found.bordered:
        return False
    rows = [cells_of_row(line) for line in found.own if "|" in line.raw]
    most = len(("title", "owner", *FIELDS_OF.get(found.kind, ())))
    begun: set[int] = set()
    for row in rows:
        filled = {place: text for place, text in enumerate(row) if text and not text.endswith(found.code)}
        title = min(filled, default=0) if found.kind == "plan" else -1
        small = [place for place, text in filled.items() if text[0].islower() and place != title and place not in begun]
        # Above the code, what begins so may also be in a column that begins further up elsewhere.
        if len(filled) > most or any(row is rows[-1] or place - 1 in filled for place in small):
            return True
        begun.update(filled)
    return False


def _is_shuffled(line: Line, found: Found) -> bool:
    """Whether a line holds more cells than title and owner, besides its fields, or two of them side by side with these.

    Some program joined lines, or the owner's cell does not stand behind the fields.
    """
    if len(line.cells) <= len(("title", "owner")) or line.has_borders:
        return False
    cells = segments_of(line)
    if found.halves:
        cells = without_halves(cells, found.halves.get(line.number, ()))
    texts = [text for text, _, _ in cells if text != found.code]
    unknown = found.fields.unknown.values()
    start = found.fields.start
    are_whole = [
        take_fields(Fields(start=start), text, found.kind, alone=[text]).whole and text not in unknown for text in texts
    ]
    side_by_side = not all(are_whole) and any(map(all, pairwise(are_whole)))
    return side_by_side or sum(are_whole) > len(("title", "owner"))


def _tell_leading(pieces: list[Piece], own: int, kind: Kind) -> None:
    """What stands above the code is the owner's, for the title begins beside it; unless nothing does.

    Of a plan the title may begin above, and the organisation as well: a line that may hold words of both tells nothing.
    """
    first, is_plan = pieces[own - 1], kind == "plan"
    beside, name = " ".join(first.title), " ".join(first.owner)
    for i, piece in enumerate(pieces[: own - 1]):
        if name and not beside and first.in_table and not piece.in_table and len(piece.text) <= len(name):
            continue  # the title has a row of its own further down, and either cell may begin above the table
        is_title = not beside or (is_plan and is_open(piece.text, beside))
        holds_capitals = any(word[0].isupper() for word in piece.words[1:])
        in_doubt = holds_capitals if is_title else is_plan and len(piece.text) > len(beside)
        if piece.split is None and not in_doubt:
            pieces[i] = piece._replace(split=len(piece.words) if is_title else 0)


def _tell_by_position(pieces: list[Piece], own: int, kind: Kind, code_end: int) -> bool:
    """A line whose text stands where other lines have the owner, or beyond the end of the title, holds the owner's words.

    Tell whether one does that may be the title's next line as well, centred below it.
    """
    first = pieces[own - 1]
    # In a description a blank may be as wide as one between columns, where its lines are justified.
    telling = [piece for piece in ([first] if first.parts_cells else pieces) if piece.columns and piece.owner]
    owner_columns = [piece.owner_start - tolerances.NEAR_COLUMN for piece in telling]
    beyond_title = min([max(first.owner_start, tolerances.LEFTMOST_OWNER), first.start + tolerances.INDENTED, *owner_columns])
    in_doubt = False
    title_column = first.start if first.title else pieces[0].start  # a title of two lines may have none beside
    has_title_column = title_column > code_end
    for i, piece in enumerate(pieces):
        is_below_title = has_title_column and abs(piece.start - title_column) <= 1 and piece.split is None
        if is_below_title and not any(p.owner and piece.end > p.owner_start + tolerances.COLUMN_DRIFT for p in pieces):
            pieces[i] = piece._replace(split=len(piece.words))  # below the title, not below the code
        elif piece.split is None and i != own - 1 and piece.start > beyond_title:
            in_doubt |= i >= own and not piece.parted and piece.end <= first.fields_start
            # If the title's line reaches as far, it may hold the owner's first words as well.
            pieces[i] = piece._replace(split=0, columns=bool(owner_columns) or piece.start > first.owner_start)
    columns = [p.owner_start for p in pieces if p.owner and p is not first and (p.columns or p.start > tolerances.INDENTED)]
    if first.split is None and columns and first.end > min(columns):
        # Its two cells touch. Which of its words are the owner's cannot be told, so those on the other lines may not be all.
        pieces[:] = [piece._replace(columns=False) for piece in pieces]
    return in_doubt


def _is_text(line: Line, kind: Kind) -> bool:
    """Whether a line is plain text in one cell, without fields: nearly all that end a header are, so they need no reading."""
    return line.is_plain and not (kind in FIELDS_OF and may_hold_fields(line.text))
