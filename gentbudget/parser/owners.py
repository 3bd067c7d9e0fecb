"""Titles and owners: which words of a header are whose.

Where nothing parts an owner from a title, only the rest of the report tells where it begins. In this order, a name is known
to be an owner's

- because a header with columns prints it;
- because it stands on lines of its own behind different titles;
- because lines end with it behind different words.

What stays open is None. What an action's owner is here, is a plan's organisation likewise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from gentbudget.parser.fields import Words
from gentbudget.parser.headers import Header, Piece, ends_open, is_open
from gentbudget.parser.names import (
    CERTAIN,
    LONGEST_NAME_LINE,
    MOST_NAME_LINES,
    MOST_TITLE_LINES,
    Parting,
    may_be_name,
    names_behind_words,
    names_on_own_lines,
)

_DRIFT = 6
"""Columns of proportional type drift by as many characters from line to line."""

_FULL = 0.9
"""A line is full that is so long, compared with the longest."""


@frozen
class _Reading:
    """A way to read a header: title and owner, and how many of its lines they take."""

    title: Words
    owner: Words
    lines: int
    first: int
    on_own_lines: bool
    seen: int

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """An owner on lines of its own is likelier than one behind a title; of those the nearest.

        Behind a title, the likelier name is the one that is seen behind more different words; then the longer.
        """
        return self.on_own_lines, -self.first if self.on_own_lines else 0, self.seen, len(self.owner)


def resolve_owners(headers: Sequence[Header], titles: Mapping[str, str], parting: Parting) -> None:
    """Fill in title and owner of the headers, where the report as a whole tells them.

    ``titles`` are those that the table of contents prints, by code.
    """
    _measure_titles(headers)
    for header in headers:
        if header.is_cut:
            _settle(header, (), (), header.least)
    pending = [
        header
        for header in headers
        if not header.is_cut
        and not _resolve_by_columns(header, parting)
        and not _resolve_by_title(header, titles.get(header.code, ""))
    ]
    names = _printed_owners(headers)
    beside = bool(names)
    for learn in (None, names_on_own_lines, names_behind_words):
        names = names if learn is None else {**learn(pending, parting), **names}
        pending = [header for header in pending if not _resolve_by_names(header, names, parting)]
    undecided = [header for header in pending if not _resolve_alone(header)]
    names |= _printed_owners(pending)
    for header in undecided:
        if not _resolve_by_names(header, names, parting):
            _give_up(header, title_is_alone=parting == "lines" or (parting == "tabs" and not beside))
    _mend(headers)


def _printed_owners(headers: Sequence[Header]) -> dict[Words, int]:
    """The owners of the headers that are read by now."""
    return dict.fromkeys((tuple(header.owner.split()) for header in headers if header.owner), CERTAIN)


def _give_up(header: Header, *, title_is_alone: bool) -> None:
    """Keep what is certain: the title, if its line holds no other cell. Anything else would be a guess."""
    if title_is_alone and header.least == header.own:
        title = [word for piece in header.pieces[: header.own] for word in piece.words]
        lines = header.own + _take_open_lines(header, title, header.own)
        _settle(header, () if ends_open(" ".join(title)) else title, (), lines)
    else:
        _settle(header, (), (), header.least)


def _settle(header: Header, title: Sequence[str], owner: Sequence[str], lines: int) -> bool:
    # What ends in the middle of a phrase is not whole, and half a title or name is worse than none.
    if any(ends_open(" ".join(words)) for words in (title, owner) if words):
        title, owner = (), ()
    header.title, header.owner = " ".join(title) or None, " ".join(owner) or None
    rest = header.rest[max(lines - header.own, 0) :]
    header.rest = rest[1:] if rest and rest[0].is_rule else rest
    return True


# --- By columns -----------------------------------------------------------------------------------------------------------


def _resolve_by_columns(header: Header, parting: Parting) -> bool:
    """Read a header whose lines keep title and owner apart."""
    pieces = header.pieces[: header.least]
    owner = [word for piece in pieces for word in piece.owner]
    if not owner or not any(piece.columns and piece.owner for piece in pieces):
        return False
    title = [word for piece in pieces for word in (piece.words if piece.split is None else piece.title)]
    lines = header.least + (0 if parting == "tabs" else _take_open_lines(header, title, header.least))
    return bool(title) and _settle(header, title, owner, lines)


def _take_open_lines(header: Header, title: list[str], start: int) -> int:
    """Add to a title the lines that go on with it; how many these are."""
    taken = 0
    last = header.pieces[start - 1].title if header.pieces[start - 1].columns else header.pieces[start - 1].words
    for i, piece in enumerate(header.pieces[start:], start):
        ends = (piece.parted and not piece.marked) or piece.split is not None or piece.text.startswith("- ")
        goes_on = is_open(" ".join(title), piece.text) or _wraps(header, last, i)
        if ends or not goes_on or not _fits_column(header, piece):
            break
        title += piece.words
        last = piece.words
        taken += 1
    return taken


def _wraps(header: Header, last: Words, i: int) -> bool:
    """Whether the last line of a title had no room for the first word of this line, which is no longer than a title's."""
    piece = header.pieces[i]
    if not header.title_width or i + 1 == len(header.pieces) or piece.text.endswith(".") or piece.text[0].isdigit():
        return False
    room = header.title_width * _FULL - len(" ".join(last))
    return room < len(piece.words[0]) + 1 and len(piece.text) * _FULL <= header.title_width


def _measure_titles(headers: Sequence[Header]) -> None:
    """Tell the headers of each kind how long the lines of their titles are, in dumps that keep columns.

    Type is proportional, so a line may be full that is shorter than the longest.
    """
    longest: dict[str, int] = defaultdict(int)
    for header in headers:
        first = header.pieces[header.own - 1] if header.pieces else None
        if first is not None and header.least > header.own and any(p.columns and p.owner for p in header.pieces):
            longest[header.kind] = max(longest[header.kind], len(" ".join(first.title)))
    for header in headers:
        header.title_width = longest[header.kind]


def _fits_column(header: Header, piece: Piece) -> bool:
    """Whether the line ends before the next column begins, where there are columns."""
    limits = [p.owner_start for p in header.pieces[: header.own] if p.columns and p.owner]
    return not limits or piece.end <= max(limits) + _DRIFT


# --- By a title that is known ---------------------------------------------------------------------------------------------


def _resolve_by_title(header: Header, title: str) -> bool:
    """Read a header whose title the contents print: what its lines hold besides is the owner's."""
    wanted = title.split()
    owner: list[str] = []
    for piece in header.pieces[: header.least]:
        for word in piece.words:
            if wanted and word == wanted[0]:
                wanted.pop(0)
            else:
                owner.append(word)
    return bool(title) and not wanted and bool(owner) and _settle(header, title.split(), owner, header.least)


# --- By names that are known ----------------------------------------------------------------------------------------------


def _resolve_by_names(header: Header, names: Mapping[Words, int], parting: Parting) -> bool:
    words = {word for piece in header.pieces for word in piece.words}
    known = [name for name in names if words.issuperset(name)]
    readings = [reading for name in known for reading in _readings(header, name, names[name])]
    if parting == "lines":
        readings = [reading for reading in readings if reading.on_own_lines or header.least > header.own]
    readings = readings or [reading for name in known for reading in _mixed_readings(header, name, names[name])]
    if not readings:
        return False
    best = max(readings, key=lambda reading: reading.rank)
    title, lines = list(best.title), best.lines
    fields_are_below = not header.pieces[header.own - 1].has_fields and header.least > header.own
    if fields_are_below and not best.on_own_lines and _take_open_lines(header, title, lines):
        return False  # behind fields on a line of their own, it is the owner that goes on
    if not best.on_own_lines:
        lines += _take_open_lines(header, title, lines)
        header.run_together = not any(piece.columns for piece in header.pieces[: header.own])
    return _settle(header, title, best.owner, lines)


def _readings(header: Header, name: Words, seen: int) -> Iterator[_Reading]:
    """The ways to find the name at the ends of successive lines of the header."""

    def search(i: int, done: int, shares: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if done == len(name) and i >= header.least:
            yield shares
            return
        if i == len(header.pieces):
            return
        piece = header.pieces[i]
        most = min(len(piece.words), len(name) - done)
        if piece.split is not None:
            takes: Sequence[int] = (len(piece.owner),)
        else:
            takes = range(1 if done and most and i >= header.least else 0, most + 1)
        for take in takes:
            if take <= len(name) - done and piece.words[len(piece.words) - take :] == name[done : done + take]:
                yield from search(i + 1, done + take, (*shares, take))

    for shares in search(0, 0, ()):
        pieces = list(zip(header.pieces, shares, strict=False))
        title = tuple(word for piece, take in pieces for word in piece.words[: len(piece.words) - take])
        first = next(i for i, take in enumerate(shares) if take)
        own = first >= header.own and all(p.split is None and take in (0, len(p.words)) for p, take in pieces[first:])
        leads_on = first >= header.own - 1 or any(shares[header.own - 1 :])  # centred names go on beside the code
        near = first <= max(header.least, header.own + MOST_TITLE_LINES)
        if title and leads_on and near and (own or _title_goes_on(header, shares)):
            yield _Reading(title, name, len(shares), first, own, seen)


def _mixed_readings(header: Header, name: Words, seen: int) -> Iterator[_Reading]:
    """The ways to find the name, in one piece or two, behind the fields of a line that also holds the title's next lines.

    Programs that join the lines of a header give first lines first: title, fields, owner, rest of the title.
    """
    piece = header.pieces[header.own - 1]
    if header.least > header.own or not piece.has_fields:
        return
    title, mixed = piece.title, piece.owner
    for cut in range(len(name), 0, -1):
        head, tail = name[:cut], name[cut:]
        for at in range(cut, len(mixed) - len(tail) + 1):
            rest = mixed[cut:at] + mixed[at + len(tail) :]
            if mixed[:cut] == head and mixed[at : at + len(tail)] == tail and rest and is_open(" ".join(title), rest[0]):
                yield _Reading((*title, *rest), name, header.own, header.own - 1, on_own_lines=False, seen=seen)
            if not tail:
                break


def _title_goes_on(header: Header, shares: Sequence[int]) -> bool:
    """Whether the lines that are only perhaps the header's, and give words to the title, go on with it."""
    title: list[str] = []
    for i, (piece, take) in enumerate(zip(header.pieces, shares, strict=False)):
        words = piece.words[: len(piece.words) - take]
        if words and i >= header.least and (piece.parted or not is_open(" ".join(title), piece.text)):
            return False
        title += words
    return True


# --- By its own lines alone -----------------------------------------------------------------------------------------------


def _resolve_alone(header: Header) -> bool:
    """Read a header whose owner nothing else prints, if its own lines leave no doubt."""
    if any(piece.split is not None for piece in header.pieces[: header.least]):
        return _resolve_by_fields(header)
    title = [word for piece in header.pieces[: header.own] for word in piece.words]
    paragraph = _next_paragraph(header)
    owner = [word for piece in paragraph for word in piece.words]
    return bool(paragraph) and _settle(header, title, owner, header.own + len(paragraph))


def _next_paragraph(header: Header) -> list[Piece]:
    """The paragraph behind the header's own lines, if it looks like a name and another paragraph follows; else nothing."""
    pieces, end = header.pieces, header.own
    while end < len(pieces) and (end == header.own or not pieces[end].parted):
        end += 1
    paragraph = pieces[header.own : end]
    looks_like_name = (
        0 < len(paragraph) <= MOST_NAME_LINES
        and paragraph[0].parted
        and all(map(may_be_name, paragraph))
        and paragraph[0].text[0].isupper()
    )
    return paragraph if looks_like_name and end < len(pieces) else []


def _resolve_by_fields(header: Header) -> bool:
    """Status, phase and period part title and owner; what follows on the next lines must be told from the description."""
    title: list[str] = []
    owner: list[str] = []
    for piece in header.pieces[: header.least]:
        if owner and piece.split is None:
            return False
        if piece.owner and not piece.has_fields and any(p.split is None for p in header.pieces[: header.least]):
            return False  # the owner's first words may stand on a line that does not tell
        title += piece.words if piece.split is None else piece.title
        owner += piece.owner
    following = header.pieces[header.least :]
    lines = header.least
    beside = header.pieces[header.own - 1]
    if not owner and following and may_be_name(following[0]) and not beside.has_fields:
        if is_open(" ".join(title), following[0].text):
            return False
        owner += following.pop(0).words
        lines += 1
    elif owner and _take_open_lines(header, title, lines):
        return False  # where the title goes on, the owner may as well
    ends = not following or following[0].parted or following[0].text.startswith("- ") or not may_be_name(following[0])
    is_name = bool(owner) and owner[0][0].isupper() and _fits_line(owner) and not ends_open(" ".join(owner))
    if beside.marked and any(word[0].islower() and not ends_open(word) for word in owner):
        return False  # Markdown headings may hold the title's next line as well
    return is_name and ends and not ends_open(" ".join(title)) and _settle(header, title, owner, lines)


def _fits_line(owner: Sequence[str]) -> bool:
    return len(" ".join(owner)) <= LONGEST_NAME_LINE


# --- Names that the extraction cut ----------------------------------------------------------------------------------------


def _mend(headers: Sequence[Header]) -> None:
    """Spell names that are cut in the middle of a word (``O CMW Gent``) as other headers do; None if none does."""
    whole: dict[str, str] = {}
    for header in headers:
        if header.owner:
            squeezed = header.owner.replace(" ", "")
            whole[squeezed] = min(whole.get(squeezed, header.owner), header.owner, key=len)
    for header in headers:
        if header.owner:
            mended = whole[header.owner.replace(" ", "")]
            header.owner = None if any(len(word) == 1 and word.isalpha() for word in mended.split()) else mended
