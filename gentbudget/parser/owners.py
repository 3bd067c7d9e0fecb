"""Owners and titles of headers whose columns the dump did not keep.

Where nothing parts an owner from a title, only the rest of the report tells where it begins. In this order, a name is known
to be an owner's

- because a header with columns prints it;
- because it stands on lines of its own behind different titles;
- because lines end with it behind different words.

What an action's owner is here, is a plan's organisation likewise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from gentbudget.parser.headers import Fields, Header, Line, is_open, take_fields

_MOST_LINES = 7
_MOST_TITLE_LINES = 4
_MOST_NAME_LINES = 3
_LONGEST_NAME_LINE = 60
_MOST_WORDS = 9

Name = tuple[str, ...]
"""An owner's name, word by word."""


@frozen
class _Piece:
    """A line that may belong to a header, without status, phase and period. ``split`` is how many of its words are the
    title's, where these fields stand between title and owner. ``parted`` says that a blank line stands before it.
    """

    words: Name
    split: int | None = None
    parted: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


@define
class _Block:
    """The lines of a header and those behind it, and the fields found in them. The first ``least`` lines are its own."""

    header: Header
    pieces: list[_Piece] = field(factory=list)
    fields: Fields = field(factory=Fields)
    least: int = 1

    @property
    def own(self) -> int:
        """How many lines the header has before the rest of the introduction."""
        return len(self.header.lines)


@frozen
class _Reading:
    """A way to read a block: title and owner, and how many of its lines they take."""

    title: Name
    owner: Name
    lines: int
    first: int
    on_own_lines: bool

    @property
    def rank(self) -> tuple[bool, int, int]:
        """An owner on lines of its own is likelier than one behind a title; of those the nearest, then the longest."""
        return self.on_own_lines, -self.first if self.on_own_lines else 0, len(self.owner)


def resolve_owners(headers: Sequence[Header]) -> None:
    """Fill in title and owner of the headers that have no columns, where the report as a whole tells them."""
    names = {tuple(h.owner.split()) for h in headers if h.owner}
    pending = [_block(h) for h in headers if not h.has_columns]
    for learn in (None, _names_on_own_lines, _names_behind_words):
        if learn is not None:
            names |= learn(pending)
        pending = [block for block in pending if not _resolve(block, names)]
    for block in pending:
        _resolve_alone(block, owners_are_printed=bool(names))


def _block(header: Header) -> _Block:
    block = _Block(header)
    before: Line | None = None
    lines: list[tuple[str, bool]] = [(text, False) for text in header.lines]
    for line in header.rest[: _MOST_LINES - len(lines)]:
        if line.is_rule:
            break
        last = header.line if before is None else before.number
        lines.append((line.text, line.number - last > 1))
        before = line
    for text, parted in lines:
        free = take_fields(block.fields, text)
        if free.whole:
            block.pieces.append(_Piece(tuple(text.split()), None, parted))
        else:
            block.pieces.append(_Piece((*free.before, *free.behind), len(free.before), parted))
            block.least = max(block.least, len(block.pieces))
    block.least = max(block.least, block.own)
    return block


# --- Reading a header by names that are known -----------------------------------------------------------------------------


def _resolve(block: _Block, names: set[Name]) -> bool:
    words = {word for piece in block.pieces for word in piece.words}
    readings = [reading for name in names if words.issuperset(name) for reading in _readings(block, name)]
    if not readings:
        return False
    best = max(readings, key=lambda reading: reading.rank)
    title, lines = list(best.title), best.lines
    if not best.on_own_lines:
        lines += _take_open_lines(block, title, lines)
    _settle(block, " ".join(title), " ".join(best.owner), lines)
    block.header.run_together = not best.on_own_lines
    return True


def _take_open_lines(block: _Block, title: list[str], start: int) -> int:
    """Add to a title the lines that go on with it; how many these are."""
    taken = 0
    for piece in block.pieces[start:]:
        if piece.parted or piece.split is not None or piece.text.startswith("- ") or not is_open(" ".join(title), piece.text):
            break
        title += piece.words
        taken += 1
    return taken


def _readings(block: _Block, name: Name) -> Iterator[_Reading]:
    """The ways to find the name at the ends of successive lines of the block."""

    def search(i: int, done: int, shares: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if done == len(name) and i >= block.least:
            yield shares
            return
        if i == len(block.pieces):
            return
        piece = block.pieces[i]
        if piece.split is not None:
            takes: Sequence[int] = (len(piece.words) - piece.split,)
        elif done == len(name):
            takes = (0,)
        elif done and piece.words:
            takes = range(1, len(piece.words) + 1)
        else:
            takes = range(len(piece.words) + 1)
        for take in takes:
            if take <= len(name) - done and piece.words[len(piece.words) - take :] == name[done : done + take]:
                yield from search(i + 1, done + take, (*shares, take))

    for shares in search(0, 0, ()):
        pieces = block.pieces[: len(shares)]
        title = tuple(w for piece, take in zip(pieces, shares, strict=True) for w in piece.words[: len(piece.words) - take])
        first = next(i for i, take in enumerate(shares) if take)
        on_own_lines = first >= block.own and all(
            take in (0, len(piece.words)) for piece, take in zip(pieces, shares, strict=True) if piece.split is None
        )
        if title and first <= _MOST_TITLE_LINES + block.own:
            yield _Reading(title, name, len(shares), first, on_own_lines)


def _settle(block: _Block, title: str, owner: str | None, lines: int) -> None:
    header, fields = block.header, block.fields
    header.title, header.owner = title or None, owner
    header.fields = fields
    rest = header.rest[max(lines - block.own, 0) :]
    header.rest = rest[1:] if rest and rest[0].is_rule else rest


# --- Learning names -------------------------------------------------------------------------------------------------------


def _names_on_own_lines(blocks: Sequence[_Block]) -> set[Name]:
    """Names that stand on lines of their own behind different titles, with a description behind at least one of them."""
    titles: dict[Name, set[str]] = defaultdict(set)
    described: set[Name] = set()
    for block in blocks:
        pieces = block.pieces
        for start in range(block.own, min(len(pieces), block.own + _MOST_TITLE_LINES)):
            for end in range(start + 1, min(start + _MOST_NAME_LINES, len(pieces)) + 1):
                name = tuple(word for piece in pieces[start:end] for word in piece.words)
                if not all(map(_may_be_name, pieces[start:end])) or not name or not name[0][0].isupper():
                    break
                if any(piece.parted for piece in pieces[start + 1 : end]):
                    break
                titles[name].add(pieces[block.own - 1].text)
                if end < len(pieces):
                    described.add(name)
    return _longest({name: found for name, found in titles.items() if len(found) > 1 and name in described})


def _names_behind_words(blocks: Sequence[_Block]) -> set[Name]:
    """Names that lines end with behind different words, in headers with different titles."""
    titles: dict[Name, set[str]] = defaultdict(set)
    words_before: dict[Name, set[str]] = defaultdict(set)
    for block in blocks:
        for name, before in _endings(block):
            titles[name].add(block.pieces[0].text)
            words_before[name].add(before)
    return {name for name, found in titles.items() if len(found) > 1 and len(words_before[name]) > 1}


def _endings(block: _Block) -> Iterator[tuple[Name, str]]:
    """What a header may end with, and the word before it: the end of a line, perhaps with the end of the next."""
    for i, piece in enumerate(block.pieces[: block.least]):
        least = piece.split if piece.split is not None else 1
        for start in range(max(least, len(piece.words) - _MOST_WORDS), len(piece.words)):
            if piece.split is not None and start != piece.split:
                break
            name = piece.words[start:]
            before = piece.words[start - 1] if piece.split is None else block.header.code
            if not name[0][0].isupper():
                continue
            if not is_open(" ".join(name), "A"):
                yield name, before
            if i + 1 < len(block.pieces) and not block.pieces[i + 1].parted and block.pieces[i + 1].split is None:
                following = block.pieces[i + 1].words
                for tail in range(max(0, len(following) - _MOST_WORDS), len(following)):
                    yield name + following[tail:], before


def _longest(names: dict[Name, set[str]]) -> set[Name]:
    """The names without those that are only the beginning of a longer one, wherever they stand."""
    return {
        name
        for name, titles in names.items()
        if not any(other[: len(name)] == name and len(other) > len(name) and names[other] >= titles for other in names)
    }


def _may_be_name(piece: _Piece) -> bool:
    return (
        piece.split is None
        and 0 < len(piece.text) <= _LONGEST_NAME_LINE
        and not piece.text.endswith((".", ":", ";", "?", "!"))
    )


# --- Reading a header alone -----------------------------------------------------------------------------------------------


def _resolve_alone(block: _Block, *, owners_are_printed: bool) -> None:
    """Read a header whose owner nothing else prints, if its own lines leave no doubt."""
    pieces, own = block.pieces, block.own
    if any(piece.split is not None for piece in pieces):
        _resolve_by_fields(block)
        return
    title = [word for piece in pieces[:own] for word in piece.words]
    if not owners_are_printed:
        lines = own + _take_open_lines(block, title, own)
        _settle(block, " ".join(title), None, lines)
        return
    end = own
    while end < len(pieces) and end - own < _MOST_NAME_LINES and (end == own or not pieces[end].parted):
        end += 1
    paragraph = pieces[own:end]
    is_owner = (
        paragraph
        and paragraph[0].parted
        and end < len(pieces)
        and pieces[end].parted
        and all(map(_may_be_name, paragraph))
        and paragraph[0].words[0][0].isupper()
    )
    if is_owner:
        _settle(block, " ".join(title), " ".join(piece.text for piece in paragraph), end)
    else:
        _settle(block, "", None, own)


def _resolve_by_fields(block: _Block) -> None:
    """Status, phase and period part title and owner; what follows on the next lines must be told from the description."""
    title: list[str] = []
    owner: list[str] = []
    for piece in block.pieces[: block.least]:
        split = len(piece.words) if piece.split is None else piece.split
        if owner and piece.split is None:
            return _settle(block, "", None, block.least)
        title += piece.words[:split]
        owner += piece.words[split:]
    following = block.pieces[block.least :]
    lines = block.least
    if not owner and following and _may_be_name(following[0]):
        owner += following.pop(0).words
        lines += 1
    ends = not following or following[0].parted or following[0].text.startswith("- ") or not _may_be_name(following[0])
    if owner and not is_open(" ".join(owner), "A") and ends:
        return _settle(block, " ".join(title), " ".join(owner), lines)
    return _settle(block, " ".join(title) if not is_open(" ".join(title), "A") else "", None, block.least)
