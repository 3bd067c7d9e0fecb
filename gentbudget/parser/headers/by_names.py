"""Headers read by names that are known to be owners': where their words stand at the ends of lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Header, Piece
from gentbudget.parser.headers.hyphens import AND
from gentbudget.parser.headers.names import BY_LINES, KNOWN, Parting, may_go_on_below, without_parts
from gentbudget.parser.headers.whole import joined_lines, settle
from gentbudget.parser.headers.wrapping import begins_earlier, fits, goes_on, take_open_lines, title_goes_on, title_is_alone
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence, is_open


@frozen
class _Reading:
    """A way to read a header: title and owner line by line, and how many of its lines they take."""

    title: tuple[Words, ...]
    owner: tuple[Words, ...]
    lines: int
    on_own_lines: bool
    seen: int

    @property
    def first(self) -> int:
        """The first line with words of the owner."""
        return next(i for i, words in enumerate(self.owner) if words)

    @property
    def name(self) -> Words:
        """The owner's words."""
        return tuple(word for line in self.owner for word in line)

    @property
    def before(self) -> str:
        """The last word of the title."""
        return joined_lines(self.title).rsplit(maxsplit=1)[-1]

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """An owner on lines of its own is likelier than one behind a title; of those the nearest.

        Behind a title, the likelier name is the one that is seen behind more different words; then the longer.
        """
        return self.on_own_lines, -self.first if self.on_own_lines else 0, self.seen, sum(map(len, self.owner))


@frozen(eq=False)
class Parts:
    """What tells that a name is only a part of a printed one.

    ``beginnings`` are the first words of names, and how many names that have more than one word begin with each;
    ``headers`` those that may print the rest of a name.
    """

    names: Collection[Words]
    beginnings: Counter[str]
    headers: Sequence[Header]

    @classmethod
    def of(cls, names: Collection[Words], headers: Sequence[Header]) -> Parts:
        """What the names, and the headers that are not read yet, tell."""
        beginnings = Counter([name[0] for name in names if len(name) > 1])
        beginnings.update({name[0]: 0 for name in names if len(name) == 1})
        return cls(names, beginnings, headers)

    @cached_property
    def before(self) -> Mapping[tuple[str, Words], set[str]]:
        """Behind which words that a title may end with headers print a capital right before a name, by both."""
        found: dict[tuple[str, Words], set[str]] = defaultdict(set)
        for header in self.headers:
            words = [word for piece in header.pieces[: header.least + tolerances.MOST_NAME_LINES] for word in piece.words]
            ends = [(n, n + length) for n, word in enumerate(words) for length in self._lengths.get(word, ())]
            for n, end in ends:
                behind = "".join(words[n - 2 : n - 1])
                if n and (name := tuple(words[n:end])) in self.names and not ends_open(behind):
                    found[words[n - 1], name].add(behind)
        return found

    @cached_property
    def _lengths(self) -> Mapping[str, set[int]]:
        """How many words the names have that begin with a word."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self.names:
            lengths[name[0]].add(len(name))
        return lengths


def names_at_hand(pieces: Iterable[Piece], names: Iterable[Words]) -> list[Words]:
    """The names of which these lines of a header print every word."""
    words = frozenset().union(*[piece.words for piece in pieces])
    return [name for name in names if name[0] in words and words.issuperset(name)]


def resolve_by_names(header: Header, names: Mapping[Words, int], parting: Parting, parts: Parts) -> bool:
    """Read a header that prints one of the names, each given with how often it is seen, where it can be its owner.

    ``parts`` tells which are not whole.
    """
    at_hand = names_at_hand(header.pieces, names)
    at_hand = without_parts(at_hand, at_hand) if len(at_hand) > 1 else at_hand
    readings = [r for name in at_hand for r in _readings(header, name, names[name]) if fits(header, r.title, r.owner)]
    if parting in BY_LINES and title_is_alone(header):
        readings = [reading for reading in readings if reading.on_own_lines or header.least > header.own]
    readings = [r for r in readings if _is_whole(header, r, parts)]
    readings = readings or [
        reading for name in at_hand if names[name] != KNOWN for reading in _mixed_readings(header, name, names[name])
    ]
    return any(_take(header, reading, parting) for reading in sorted(readings, key=lambda r: r.rank, reverse=True))


def _is_whole(header: Header, reading: _Reading, parts: Parts) -> bool:
    """Whether nothing tells that a name is only a part of the printed one.

    On the next line it may go on, and behind fields it may begin on a line above. Behind a capital it may be only the rest if it does not begin like other names do, or if that
    begins other names and stands before it in other headers, too; one that is known from elsewhere alone may be so for less.
    On lines of its own, such a name is all of its paragraph.
    """
    before, name, own_lines = reading.before, reading.name, reading.on_own_lines
    begins_alone = parts.beginnings[name[0]] <= 1
    if not own_lines and begins_earlier(header, reading.title, reading.owner, beside=begins_alone):
        return False
    goes_on_below = may_go_on_below(header, reading.lines) and (own_lines or not goes_on(header, reading.title, reading.lines))
    if goes_on_below or (own_lines and _follows_fields(header, reading.first)):
        return False
    if before[0].isupper() and not own_lines:
        recurs = len(parts.before.get((before, name), ())) > 1
        may_begin = begins_alone or before in parts.beginnings
        if ends_open(before) or (recurs and may_begin) or (reading.seen == KNOWN and (recurs or begins_alone)):
            return False
    if reading.seen != KNOWN:
        return True
    if before in parts.beginnings or ends_open(joined_lines(reading.title)):
        return False  # in the middle of a phrase the title goes on below, and so may the name
    between = header.pieces[header.own : reading.first]
    is_above = any(not piece.parted for piece in header.pieces[reading.lines : reading.lines + 1])
    return not (own_lines and ((header.pieces[reading.first].parted and is_above) or any(p.parted for p in between)))


def _follows_fields(header: Header, first: int) -> bool:
    """Whether a name may begin earlier, with a capital, on the line behind the fields that stand before it."""
    ends = [i for i in range(header.own - 1, first - 1) if header.pieces[i].has_fields and not header.pieces[i].owner]
    return any(piece.text[:1].isupper() for i in ends[-1:] for piece in header.pieces[i + 1 : first])


def _take(header: Header, reading: _Reading, parting: Parting) -> bool:
    """Settle the header as it is read, unless its title could not end there."""
    title, lines = list(reading.title), reading.lines
    if not reading.on_own_lines and heading_goes_on(header, lines):
        return settle(header, (), (), lines)
    fields_are_below = not header.code_piece.has_fields and header.least > header.own
    header.run_together = False
    if not reading.on_own_lines or parting == "blanks":
        taken = take_open_lines(header, title, lines)
        is_open_end = taken != 0 and ends_open(joined_lines(reading.title)) and title_is_alone(header)
        if is_open_end and not begins_small(header.pieces[lines].text):
            return False  # the name may be the title's, and the line below it the owner's
        if fields_are_below and taken != 0 and not reading.on_own_lines:
            return False  # behind fields on a line of their own, it is the owner that goes on
        is_either = taken != 0 and not reading.on_own_lines and may_go_on_with_and(header, reading.owner, reading.lines)
        if ends_open(joined_lines(title)):
            return False
        if taken is None:
            title = []
        lines += taken or 0
        if is_either or heading_goes_on(header, lines):
            return settle(header, (), (), lines)
        header.run_together = not reading.on_own_lines and not any(piece.columns for piece in header.pieces[: header.own])
    return settle(header, title, reading.owner, lines)


def may_go_on_with_and(header: Header, owner: Sequence[Words], lines: int) -> bool:
    """Whether the line behind these may be the name's as well as the title's: `en Zwembaden`, where the name's line is full."""
    first = header.pieces[lines].words[0]
    return first in AND and bool(owner[-1]) and not header.columns.owner.has_room(" ".join(owner[-1]), first)


def heading_goes_on(header: Header, lines: int) -> bool:
    """Whether a line behind these is a heading in Markdown as the code's is, and so the header's, unless it is a sentence."""
    below = header.pieces[lines : lines + 1]
    return header.code_piece.marked and any(piece.marked and not ends_sentence(piece.text) for piece in below)


def _readings(header: Header, name: Words, seen: int) -> Iterator[_Reading]:
    """The ways to find the name at the ends of successive lines of the header."""
    for shares in _shares(header, name):
        pieces = list(zip(header.pieces, shares, strict=False))
        title = tuple(piece.words[: len(piece.words) - take] for piece, take in pieces)
        owner = tuple(piece.words[len(piece.words) - take :] for piece, take in pieces)
        first = next(i for i, take in enumerate(shares) if take)
        own = first >= header.own and all(p.split is None and take in (0, len(p.words)) for p, take in pieces[first:])
        leads_on = any(shares[header.own - 1 :])  # centred names go on beside the code
        near = first <= max(header.least, header.own + tolerances.MOST_TITLE_LINES)
        if any(title) and leads_on and near and (own or title_goes_on(header, title)):
            yield _Reading(title, owner, len(shares), own, seen)


def _shares(header: Header, name: Words, taken: tuple[int, ...] = (), done: int = 0) -> Iterator[tuple[int, ...]]:
    """How many words each line may hold of the name at its end, until all are found; of the first lines, so many are taken."""
    i = len(taken)
    if done == len(name) and i >= header.least:
        yield taken
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
            yield from _shares(header, name, (*taken, take), done + take)


def _mixed_readings(header: Header, name: Words, seen: int) -> Iterator[_Reading]:
    """The ways to find the name, in one piece or two, behind the fields of a line that also holds the title's next lines.

    Programs that join the lines of a header give first lines first: title, fields, owner, rest of the title.
    """
    piece = header.code_piece
    if header.least > header.own or not piece.has_fields:
        return
    title, mixed = piece.title, piece.owner
    for cut in range(len(name), 0, -1):
        head, tail = name[:cut], name[cut:]
        for at in range(cut, len(mixed) - len(tail) + 1):
            rest = mixed[cut:at] + mixed[at + len(tail) :]
            if mixed[:cut] == head and mixed[at : at + len(tail)] == tail and rest and is_open(" ".join(title), rest[0]):
                yield _Reading(((*title, *rest),), (name,), header.own, on_own_lines=False, seen=seen)
            if not tail:
                break
