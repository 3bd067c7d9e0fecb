"""Headers: which of an entry's first lines are its title, owner, status, phase and period, and which its description.

The text parts these by columns where the dump keeps columns, by blank lines where it keeps those, and otherwise not at
all. Then only names help: an owner is known if other headers print it clearly (gentbudget/parser/owners.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen
from lark import Token

from gentbudget.model import Period
from gentbudget.parser.layout import pattern

_BORDERS = re.compile(r"[\t|]")
_WRAP = "<br>"
_SEGMENT = re.compile(r"[^ \u00a0]+(?:[ \u00a0][^ \u00a0]+)*")
_MOST_LEADING_LINES = 2
_MOST_WRAPPED_LINES = 6
_LONGEST_OWNER_LINE = 60
_OPEN_ENDINGS = frozenset(
    "aan als bij dat de den der des die door een en het hun in met naar of om onder op over per te tot tussen uit van via"
    " voor waar zonder".split()
)
"""Dutch words that no title ends with: a title whose line ends with one goes on."""


@frozen
class Line:
    """A line of an introduction: its token, and its text without what stands around it."""

    token: Token
    text: str

    @classmethod
    def of(cls, token: Token) -> Line:
        """The line of this token."""
        return cls(token, " ".join(pattern("GAP").sub(" ", token).split()))

    @property
    def number(self) -> int:
        """The line's number, from 1."""
        return self.token.line or 0

    @property
    def is_rule(self) -> bool:
        """Whether this is a rule; below a header, it ends it."""
        return self.token.type == "RULE_LINE"


@define
class Fields:
    """The fields of a header that are known by what they look like."""

    status: str | None = None
    phase: str | None = None
    period: Period | None = None


@define
class Header:
    """A header on its way to being resolved.

    ``lines`` are the texts that belong to it, the first without its code; ``rest`` is the introduction behind them, of
    which the first lines may belong to it, too, unless the header ``has_columns`` and so is whole.
    """

    code: str
    line: int
    lines: list[str]
    rest: list[Line]
    has_columns: bool = False
    title: str | None = None
    owner: str | None = None
    fields: Fields = field(factory=Fields)
    run_together: bool = False


@define
class Introduction:
    """The lines between heading and tables: the header, None if it was lost, and the description."""

    header: Header | None
    description: list[Line] = field(factory=list)


def split_introduction(tokens: Sequence[Token]) -> Introduction:
    """Find the header among the lines of an introduction, as far as the lines tell by themselves."""
    lines = [Line.of(token) for token in tokens]
    texts = [line for line in lines if not line.is_rule]
    at = next((i for i, line in enumerate(texts[: _MOST_LEADING_LINES + 1]) if line.token.type == "CODE_LINE"), None)
    if at is None or not all(_may_lead(line) for line in texts[:at]):
        return Introduction(None, lines)
    first, lead = texts[at], texts[:at]
    behind = lines[lines.index(first) + 1 :]
    code = pattern("CODE").findall(first.token)[0]
    for block in (_bordered_block, _aligned_block):
        cells, taken = block(first, lead, behind)
        if len(cells) > 1:
            header = Header(code, first.number, [], _after_header(behind[taken:]), has_columns=True)
            _fill(header, cells)
            return Introduction(header)
    return Introduction(Header(code, first.number, [*(line.text for line in lead), _without_code(first.text)], behind))


def _may_lead(line: Line) -> bool:
    """Whether the line may stand above the code: a piece of a cell that is centred beside the lines of the title."""
    return len(line.text) <= _LONGEST_OWNER_LINE and not line.text.endswith((".", ":")) and not line.text.startswith("-")


def _without_code(text: str) -> str:
    code = pattern("CODE").search(text)
    return text if code is None else text[code.end() :].lstrip(" -:\u2013")


def _after_header(lines: Sequence[Line]) -> list[Line]:
    """The description: all that follows, without the rule that closes the header."""
    return list(lines[1:] if lines and lines[0].is_rule else lines)


# --- Columns with borders -------------------------------------------------------------------------------------------------


def _bordered_block(first: Line, lead: Sequence[Line], behind: Sequence[Line]) -> tuple[list[str], int]:
    """The cells of a header whose cells are parted by tabs or ``|``, and how many lines behind it they take.

    The owner may begin the next line behind tabs (line 5698). In one cell there may be more than one field, and a
    wrapped one (``<br>``).
    """
    if not _BORDERS.search(first.token.strip("\r\n\f |")) and not (behind and behind[0].token.startswith("\t")):
        return [], 0
    cells = list(_cells(first.token))
    taken = 0
    while taken < len(behind) and behind[taken].token.startswith("\t") and not behind[taken].is_rule:
        cells += _cells(behind[taken].token)
        taken += 1
    cells[0] = _without_code(cells[0])
    return [cell for cell in cells if cell], taken


def _cells(token: Token) -> Iterator[str]:
    for cell in _BORDERS.split(token):
        if text := " ".join(pattern("GAP").sub(" ", cell.replace(_WRAP, " ")).split()):
            yield text


# --- Columns by alignment -------------------------------------------------------------------------------------------------


@define
class _AlignedColumn:
    start: int
    end: int
    parts: list[tuple[int, str]] = field(factory=list)

    def overlaps(self, start: int, end: int) -> bool:
        return start < self.end and self.start < end


def _aligned_block(first: Line, lead: Sequence[Line], behind: Sequence[Line]) -> tuple[list[str], int]:
    """The cells of a header whose columns are held apart by runs of blanks, and how many lines behind it they take.

    A line belongs to the header if it has text in a column other than the first, or if it goes on with the title.
    """
    columns: list[_AlignedColumn] = []
    for line in (*lead, first):
        _align(columns, line)
    taken = 0
    for line in behind[:_MOST_WRAPPED_LINES]:
        if line.is_rule or line.number - first.number > taken + 1 + _MOST_WRAPPED_LINES:
            break
        segments = _segments(line)
        if len(columns) < 2 and (len(segments) < 2 and segments[0][0] < 30):
            break
        if not _goes_on(columns, segments, line):
            break
        _align(columns, line)
        taken += 1
    columns.sort(key=lambda column: column.start)
    if len(columns) < 2:
        return [], 0
    cells = [" ".join(text for _, text in sorted(column.parts)) for column in columns]
    cells[0] = _without_code(cells[0])
    return [cell for cell in cells if cell], taken


def _segments(line: Line) -> list[tuple[int, int, str]]:
    plain = re.sub(r"[*#`\r\n\f]", " ", line.token.replace(_WRAP, "    "))
    return [(m.start(), m.end(), m[0]) for m in _SEGMENT.finditer(plain)]


def _align(columns: list[_AlignedColumn], line: Line) -> None:
    for start, end, text in _segments(line):
        column = next((c for c in columns if c.overlaps(start, end)), None)
        if column is None:
            columns.append(column := _AlignedColumn(start, end))
        column.start, column.end = min(column.start, start), max(column.end, end)
        column.parts.append((line.number, text))


def _goes_on(columns: list[_AlignedColumn], segments: list[tuple[int, int, str]], line: Line) -> bool:
    title, others = columns[0], columns[1:]
    if any(c.start < title.start for c in others):
        title = min(columns, key=lambda c: c.start)
        others = [c for c in columns if c is not title]
    limit = min((c.start for c in others), default=title.end)
    first_start, first_end, _ = segments[0]
    if first_start >= limit - 2:
        return True
    if len(segments) > 1:
        return first_end <= limit
    printed = " ".join(text for _, text in sorted(title.parts))
    return first_end < limit and is_open(printed, line.text)


def is_open(title: str, continuation: str) -> bool:
    """Whether a title goes on with this line: it could not end here, or the line could not begin a description."""
    last = title.rsplit(maxsplit=1)[-1].casefold() if title.strip() else ""
    return last in _OPEN_ENDINGS or last.endswith((",", "-", "&", "/")) or continuation[:1].islower()


# --- Fields ---------------------------------------------------------------------------------------------------------------


@frozen
class Free:
    """What is left of a text without the fields in it: the words before and behind them. ``whole`` if there are none."""

    before: tuple[str, ...]
    behind: tuple[str, ...] = ()
    whole: bool = False


def take_fields(fields: Fields, text: str) -> Free:
    """Take status, phase and period, in this order, out of a text, each if it was not found before."""
    start, end = len(text), 0
    if fields.period is None and (found := pattern("PERIOD").search(text)):
        first, last = (int(year[0]) for year in pattern("YEAR").finditer(found[0]))
        fields.period = Period(first, last)
        start, end = found.span()
    for name, terminal in (("phase", "PHASE"), ("status", "STATUS")):
        if getattr(fields, name) is not None:
            continue
        # A title may hold the same words. As a field they stand directly before the next field, or alone.
        for found in pattern(terminal).finditer(text):
            adjoins = not text[found.end() : start].strip() and (end or not text[: found.start()].strip())
            if adjoins and (found.start() == 0 or text[found.start() - 1] == " "):
                setattr(fields, name, found[0])
                start, end = found.start(), end or found.end()
                break
    if not end:
        return Free(tuple(text.split()), whole=True)
    return Free(tuple(text[:start].split()), tuple(text[end:].split()))


def _fill(header: Header, cells: Sequence[str]) -> None:
    """Tell the fields of a header by what they look like: the title comes first, the owner last."""
    title: tuple[str, ...] = ()
    owner: list[str] = []
    for i, cell in enumerate(cells):
        free = take_fields(header.fields, cell) if i else _take_from_title(header.fields, cell)
        if not i:
            title = free.before
            owner += free.behind
        else:
            owner += (*free.before, *free.behind)
    header.title = " ".join(title) or None
    header.owner = " ".join(owner) or None


def _take_from_title(fields: Fields, cell: str) -> Free:
    """A title's cell may hold the fields behind it, but a title that just ends with such a word holds none."""
    found = Fields()
    free = take_fields(found, cell)
    if free.whole or not free.before:
        return free if free.whole else Free(tuple(cell.split()), whole=True)
    fields.status, fields.phase, fields.period = found.status, found.phase, found.period
    return free
