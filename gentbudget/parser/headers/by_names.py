"""Headers read by names that are known to be owners': where their words stand at the ends of lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Split
from gentbudget.parser.headers.names import (
    BY_LINES,
    CERTAIN,
    KNOWN,
    Parting,
    begins_inside,
    is_small,
    may_be_name,
    may_go_on_below,
    names_at_hand,
    stands_between,
    without_parts,
)
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.wrapping import (
    begins_earlier,
    fits,
    goes_on,
    heading_goes_on,
    may_go_on_beside,
    take_open_lines,
    title_goes_on,
    title_is_alone,
)
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence, is_open
from gentbudget.vocabulary import UNITS


@frozen(eq=False)
class _Place:
    """Where a header has a name that is ``seen`` so often: on lines of its own, or at the end of lines of the title."""

    split: Split
    seen: int
    on_own_lines: bool = False

    @property
    def first(self) -> int:
        """The first line with words of the owner."""
        return next(i for i, words in enumerate(self.split.owner) if words)

    @property
    def before(self) -> Words:
        """The words of the title that stand before the name."""
        return tuple((joined_lines(self.split.title[: self.first + 1]) or joined_lines(self.split.title)).split())

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """An owner on lines of its own is likelier than one behind a title; of those the nearest.

        Behind a title, the likelier name is the one that is seen behind more different words; then the longer.
        """
        return self.on_own_lines, -self.first if self.on_own_lines else 0, self.seen, sum(map(len, self.split.owner))


@frozen(eq=False)
class Parts:
    """What tells that a name is only a part of a printed one.

    ``beginnings`` are the first words of names, and how many names that have more than one word begin with each;
    ``headers`` those that may print the rest of a name.
    """

    names: Collection[Words]
    beginnings: Counter[str]
    headers: Sequence[Evidence]

    @classmethod
    def of(cls, names: Collection[Words], headers: Sequence[Evidence]) -> Parts:
        """What the names, and the headers that are not read yet, tell."""
        beginnings = Counter([name[0] for name in names if len(name) > 1])
        beginnings.update({name[0]: 0 for name in names if len(name) == 1})
        return cls(names, beginnings, headers)

    @cached_property
    def before(self) -> Mapping[tuple[Words, Words], set[str]]:
        """Behind which words that a title may end with headers print capitals right before a name, by both."""
        found: dict[tuple[Words, Words], set[str]] = defaultdict(set)
        for words, n, name in self._printed:
            for first in range(n - 1, max(n - tolerances.MOST_NAME_WORDS, 0) - 1, -1):
                if not words[first][0].isupper():
                    break
                behind = "".join(words[max(first - 1, 0) : first])
                if not ends_open(behind):
                    found[tuple(words[first:n]), name].add(behind)
        return found

    @cached_property
    def begun(self) -> Collection[Words]:
        """The names that begin behind a small word in some header, where they cannot begin any earlier."""
        return {name for words, n, name in self._printed if n and is_small(words[n - 1]) and not ends_open(words[n - 1])}

    @cached_property
    def _printed(self) -> Sequence[tuple[Sequence[str], int, Words]]:
        """The names that headers print, each behind so many of the words there."""
        found = []
        for header in self.headers:
            pieces = header.pieces[: header.least + tolerances.MOST_TITLE_LINES + 1]
            words = [word for piece in pieces for word in piece.words]
            ends = [(n, n + length) for n, word in enumerate(words) for length in self._lengths.get(word, ())]
            found += [(words, n, name) for n, end in ends if (name := tuple(words[n:end])) in self.names]
        return found

    @cached_property
    def _lengths(self) -> Mapping[str, set[int]]:
        """How many words the names have that begin with a word."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self.names:
            lengths[name[0]].add(len(name))
        return lengths


def by_names(header: Evidence, names: Mapping[Words, int], parting: Parting, parts: Parts) -> Split | None:
    """Read a header that prints one of the names, each given with how often it is seen, where it can be its owner.

    ``parts`` tells which are not whole.
    """
    at_hand = names_at_hand(header.pieces, names)
    at_hand = without_parts(at_hand, at_hand) if len(at_hand) > 1 else at_hand
    places = [p for name in at_hand for p in _places(header, name, names[name]) if fits(header, p.split.title, p.split.owner)]
    if parting in BY_LINES and title_is_alone(header):
        places = [place for place in places if place.on_own_lines or header.least > header.own]
    places = [place for place in places if _is_whole(header, place, parts)]
    places = places or [place for name in at_hand if names[name] != KNOWN for place in _mixed_places(header, name, names[name])]
    splits = (_completed(header, place, parting) for place in sorted(places, key=lambda place: place.rank, reverse=True))
    return next(filter(None, splits), None)


def _is_whole(header: Evidence, place: _Place, parts: Parts) -> bool:
    """Whether nothing tells that a name is only a part of the printed one.

    On the next line it may go on, and behind fields it may begin on a line above. Behind capitals it may be only the rest, if
    they stand before it behind other words, too, and begin other names or it begins like no other, or as units do; one that is
    known from elsewhere alone may be so for less. On lines of its own, such a name is all of its paragraph.
    """
    split, own_lines, name = place.split, place.on_own_lines, place.split.name
    begins_alone = parts.beginnings[name[0]] <= 1
    may_be_rest = begins_alone and not (place.seen == KNOWN and name in parts.begun)
    is_marked = header.pieces[place.first].marked and place.seen != KNOWN
    may_begin_earlier = not own_lines and (
        begins_earlier(header, split.title, split.owner, beside=may_be_rest)
        or (is_marked and begins_inside(split.title[place.first], name))
    )
    if may_begin_earlier:
        return False
    goes_on_below = may_go_on_below(header, split.lines) and (own_lines or not goes_on(header, split.title, split.lines))
    begins_above = _follows_fields(header, place.first) or (begins_alone and _follows_beginning(header, place.first, parts))
    if goes_on_below or (own_lines and (begins_above or _follows_name(header, place.first))):
        return False
    title = place.before
    before = title[-1]
    is_all = header.own == 1 and sum(map(len, split.title)) == 1  # no title has fewer words
    if before[0].isupper() and not is_all:
        may_begin = before not in name and (begins_alone or before in parts.beginnings or name[0] in UNITS)
        recurs = may_begin and any(len(parts.before.get((title[n:], name), ())) > 1 for n in range(len(title)))
        if recurs or (not own_lines and (ends_open(before) or (place.seen == KNOWN and may_be_rest))):
            return False
    if place.seen != KNOWN:
        return True
    if before in parts.beginnings or ends_open(joined_lines(split.title)):
        return False  # in the middle of a phrase the title goes on below, and so may the name
    between = header.pieces[header.own : place.first]
    is_above = any(not piece.parted for piece in header.pieces[split.lines : split.lines + 1])
    return not (own_lines and ((header.pieces[place.first].parted and is_above) or any(p.parted for p in between)))


def _follows_fields(header: Evidence, first: int) -> bool:
    """Whether a name may begin earlier, with a capital, on the line behind the fields that stand before it."""
    ends = [i for i in range(header.own - 1, first - 1) if header.pieces[i].has_fields]
    return any(piece.text[:1].isupper() for i in ends[-1:] for piece in header.pieces[i + 1 : first])


def _follows_name(header: Evidence, first: int) -> bool:
    """Whether a paragraph stands above the name that may be one, so that this one may be the description's."""
    above = zip(header.pieces[header.own - 1 :], header.pieces[header.own : first], strict=False)
    return any(
        piece.parted and before.words and may_be_name(piece) and not is_open(before.text, piece.text) for before, piece in above
    )


def _follows_beginning(header: Evidence, first: int, parts: Parts) -> bool:
    """Whether the line above the name begins as names of several words do: `Dienst` / `Stadsarcheologie`."""
    above = header.pieces[header.own : first][-1:]
    return any(parts.beginnings[word] > 0 for piece in above for word in piece.words[:1])


def _completed(header: Evidence, place: _Place, parting: Parting) -> Split | None:
    """The header as it is read, with the lines that its title goes on with; nothing if it could not end there."""
    split, lines = place.split, place.split.lines
    open_split = split._replace(title=(), owner=())
    if not place.on_own_lines and heading_goes_on(header, lines):
        return open_split
    if place.on_own_lines and parting != "blanks":
        return split
    title = list(split.title)
    taken = take_open_lines(header, title, lines)
    is_beside = taken != 0 and not place.on_own_lines
    # Behind fields on a line of their own, it is the owner that goes on.
    is_owner_s = is_beside and not header.code_piece.has_fields and header.least > header.own
    # In the middle of a phrase the name may be the title's, and the line below it the owner's.
    is_open_end = taken != 0 and ends_open(joined_lines(split.title)) and title_is_alone(header)
    is_title_s = is_open_end and not begins_small(header.pieces[lines].text)
    # A unit on a line that the title goes on with may be the rest of the name above.
    is_unit_s = any(not UNITS.isdisjoint(words) for words in title[len(split.title) :])
    if is_owner_s or is_title_s or is_unit_s or ends_open(joined_lines(title)):
        return None
    is_whole = place.seen in (CERTAIN, KNOWN)
    is_either = is_beside and may_go_on_beside(header, split, 1 if taken is None else taken, is_whole=is_whole)
    lines += taken or 0
    if is_either or heading_goes_on(header, lines):
        return open_split._replace(lines=lines)
    is_mixed = not place.on_own_lines and not any(piece.columns for piece in header.pieces[: header.own])
    return split._replace(title=() if taken is None else title, lines=lines, is_mixed=is_mixed)


def _places(header: Evidence, name: Words, seen: int) -> Iterator[_Place]:
    """The ways to find the name at the ends of successive lines of the header."""
    for shares in _shares(header, name):
        pieces = list(zip(header.pieces, shares, strict=False))
        title = tuple(piece.words[: len(piece.words) - take] for piece, take in pieces)
        owner = tuple(piece.words[len(piece.words) - take :] for piece, take in pieces)
        first = next(i for i, take in enumerate(shares) if take)
        own = all(p.split is None and take in (0, len(p.words)) for p, take in pieces[first:])
        leads_on = any(shares[header.own - 1 :])  # centred names go on beside the code
        near = first <= max(header.least, header.own + tolerances.MOST_TITLE_LINES)
        if not (any(title) and leads_on and near and (own or title_goes_on(header, title))):
            continue
        if not any(words and ends_sentence(" ".join(words)) for words in title[header.least :]):
            yield _Place(Split(title, owner, len(shares), _why(seen)), seen, own)


def _why(seen: int) -> str:
    """Why a name that is seen so often is an owner's."""
    if seen == KNOWN:
        return "the name is known from elsewhere"
    return "the report prints the name apart" if seen == CERTAIN else f"the report prints the name behind {seen} other words"


def _shares(header: Evidence, name: Words, taken: tuple[int, ...] = (), done: int = 0) -> Iterator[tuple[int, ...]]:
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
        takes = range(1 if done and most and i >= header.least and not stands_between(header, i) else 0, most + 1)
    for take in takes:
        if piece.words[len(piece.words) - take :] == name[done : done + take]:
            yield from _shares(header, name, (*taken, take), done + take)


def _mixed_places(header: Evidence, name: Words, seen: int) -> Iterator[_Place]:
    """The ways to find the name, in one piece or two, behind the fields of a line that also holds the title's next lines.

    Programs that join the lines of a header give first lines first: title, fields, owner, rest of the title.
    """
    piece = header.code_piece
    if header.own > 1 or header.least > header.own or not piece.has_fields:
        return
    title, mixed = piece.title, piece.owner
    for cut in range(len(name), 0, -1):
        head, tail = name[:cut], name[cut:]
        for at in range(cut, len(mixed) - len(tail) + 1):
            rest = mixed[cut:at] + mixed[at + len(tail) :]
            if mixed[:cut] == head and mixed[at : at + len(tail)] == tail and rest and is_open(" ".join(title), rest[0]):
                yield _Place(Split(((*title, *rest),), (name,), header.own, _why(seen)), seen)
