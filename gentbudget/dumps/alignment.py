"""Which entries of several dumps are the same: by code, by figures and titles between these, and by order in what is left.

One whose code is misread in a dump is the same if its title and figures are, and it stands between the same neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import define, field

from gentbudget.dumps.spelling import plain
from gentbudget.editions.figures import Key, figures_of
from gentbudget.model import Entry
from gentbudget.parser import distance
from gentbudget.vocabulary import level_of

_LEAST_EVIDENCE = 2
"""How many figures other than zero have to agree: one alone may do so by chance."""
_MOST_MISREAD = 8
"""Of so many figures one may be misread in what stands in the same place."""
_SAME_TITLE = 3
_SAME_CODE = 100


@define(eq=False)
class Aligned:
    """One entry of the document, as the dumps that have it print it: by the number of the dump."""

    by_dump: dict[int, Entry]
    figures: dict[int, dict[Key, Decimal]] = field(factory=dict)

    @property
    def entries(self) -> list[Entry]:
        """What each dump has of it, the first dump first."""
        return [self.by_dump[number] for number in sorted(self.by_dump)]

    @property
    def codes(self) -> tuple[str, ...]:
        """Its code as its dumps print it: none, one, or several of which one at most is right."""
        return tuple(dict.fromkeys(entry.code for entry in self.entries if entry.code))

    @property
    def level(self) -> str:
        """Its level in the hierarchy."""
        return level_of(self.entries[0].kind)

    @classmethod
    def of(cls, number: int, entry: Entry) -> Aligned:
        """An entry that is so far known of one dump."""
        figures = {key: figure.cell.value for key, figure in figures_of(entry).items() if figure.cell.value is not None}
        return cls({number: entry}, {number: figures})

    def take(self, other: Aligned) -> None:
        """Take in what another dump has of it."""
        self.by_dump |= other.by_dump
        self.figures |= other.figures


def align(dumps: Iterable[Sequence[Entry]]) -> list[Aligned]:
    """The entries of the document, in its order; what only one dump has stands between the neighbours that it has there."""
    found: list[Aligned] = []
    for number, entries in enumerate(dumps):
        found = _aligned(found, [Aligned.of(number, entry) for entry in entries])
    return found


def _aligned(known: list[Aligned], other: list[Aligned]) -> list[Aligned]:
    """Put the entries of another dump to the known ones, each to its own or between its neighbours."""
    partners = _by_code(known, other)
    ordered = _in_order(sorted(partners.items()))
    pairs = {id(other[theirs]): known[ours] for theirs, ours in partners.items()}
    paired = {id(one) for one in pairs.values()}
    result: list[Aligned] = []
    ends = [*ordered, (len(other), len(known))]
    their_start = our_start = 0
    for their_end, our_end in ends:
        theirs = [one for one in other[their_start:their_end] if id(one) not in pairs]
        ours = known[our_start:our_end]
        for one, partner in _alike([one for one in ours if id(one) not in paired], theirs):
            pairs[id(partner)] = one
        result += _merged(ours, [one for one in theirs if id(one) not in pairs], other[their_start:their_end], pairs)
        result += known[our_end : our_end + 1]
        their_start, our_start = their_end + 1, our_end + 1
    for one in other:
        if id(one) in pairs:
            pairs[id(one)].take(one)
    return result


def _merged(
    ours: Sequence[Aligned], new: Sequence[Aligned], theirs: Sequence[Aligned], pairs: dict[int, Aligned]
) -> Iterator[Aligned]:
    """Our entries, with each new one behind the one of ours that it follows there."""
    here = {id(one) for one in ours}
    behind: dict[int, list[Aligned]] = {}
    last = 0
    unpaired = {id(one) for one in new}
    for one in theirs:
        if id(one) in unpaired:
            behind.setdefault(last, []).append(one)
        elif id(pairs[id(one)]) in here:
            last = id(pairs[id(one)])
    # What follows no entry of ours comes first only if its own dump has something of ours behind it.
    first = behind.pop(0, [])
    leading = bool(here & {id(pairs[id(one)]) for one in theirs if id(one) in pairs})
    if leading:
        yield from first
    for one in ours:
        yield one
        yield from behind.get(id(one), ())
    if not leading:
        yield from first


def _by_code(known: Sequence[Aligned], other: Sequence[Aligned]) -> dict[int, int]:
    """The known entry of each other one, by their places, where one code stands on one entry of either."""
    ours, theirs = _places(known), _places(other)
    pairs = {}
    for code in theirs.keys() & ours.keys():
        one, partner = known[ours[code]], other[theirs[code]]
        if one.level == partner.level and not _contradict(one, partner):
            pairs[theirs[code]] = ours[code]
    return pairs


def _places(entries: Sequence[Aligned]) -> dict[str, int]:
    count = Counter(code for one in entries for code in one.codes)
    return {code: place for place, one in enumerate(entries) for code in one.codes if count[code] == 1}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that stand in one order in both."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for number, (_, ours) in enumerate(pairs):
        place = bisect_left(ends, ours)
        before.append(at[place - 1] if place else None)
        ends[place : place + 1] = [ours]
        at[place : place + 1] = [number]
    run: list[tuple[int, int]] = []
    last = at[-1] if at else None
    while last is not None:
        run.append(pairs[last])
        last = before[last]
    return run[::-1]


def _alike(ours: Sequence[Aligned], theirs: Sequence[Aligned]) -> Iterator[tuple[Aligned, Aligned]]:
    """Pair what is most alike, in order; then what is left between two pairs if it is as many of each and may be the same."""
    if not ours or not theirs:
        return
    pairs = _most_alike([[_likeness(one, other) for other in theirs] for one in ours])
    our_start = their_start = 0
    for our_end, their_end in [*pairs, (len(ours), len(theirs))]:
        left, right = ours[our_start:our_end], theirs[their_start:their_end]
        if len(left) == len(right) and all(map(_may_be_left, left, right)):
            yield from zip(left, right, strict=True)
        if our_end < len(ours):
            yield ours[our_end], theirs[their_end]
        our_start, their_start = our_end + 1, their_end + 1


def _most_alike(likeness: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs of rows and columns, both ascending, with the greatest likeness together."""
    height, width = len(likeness), len(likeness[0])
    best = [[0] * (width + 1) for _ in range(height + 1)]
    for i in reversed(range(height)):
        for j in reversed(range(width)):
            taken = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < height and j < width:
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(one: Aligned, other: Aligned) -> int:
    """How much speaks for two being the same; 0 where too little does, or anything against it."""
    if not _may_be_same(one, other):
        return 0
    agreeing, same_title = _most_agreeing(one, other), _say_the_same(one, other)
    if set(one.codes) & set(other.codes):
        return _SAME_CODE + agreeing
    return agreeing + _SAME_TITLE * same_title if same_title or agreeing >= _LEAST_EVIDENCE else 0


def _may_be_same(one: Aligned, other: Aligned) -> bool:
    if one.level != other.level or any(differing > agreeing for agreeing, differing in _agreements(one, other)):
        return False
    return not one.codes or not other.codes or bool(set(one.codes) & set(other.codes)) or _is_misread(one, other)


def _may_be_left(one: Aligned, other: Aligned) -> bool:
    """Whether what is left between two neighbours, as many in each dump, may be the same in spite of misread figures.

    Where all figures but a few are zero, a single misread one outweighs all that agree.
    """
    if _may_be_same(one, other):
        return True
    if one.level != other.level or (one.codes and other.codes) or (_titles(one) and _titles(other)):
        return False
    printed = [len(mine.keys() & theirs.keys()) for mine in one.figures.values() for theirs in other.figures.values()]
    differing = [differing for _, differing in _agreements(one, other)]
    return all(_MOST_MISREAD * number <= of for number, of in zip(differing, printed, strict=True))


def _is_misread(one: Aligned, other: Aligned) -> bool:
    """Whether two codes are one that is misread in a dump, and not of two entries of which each dump lost another."""
    if not any(distance(mine, theirs, 1) == 1 for mine in one.codes for theirs in other.codes):
        return False
    if any(differing and differing >= agreeing for agreeing, differing in _agreements(one, other)):
        return False
    if _titles(one) and _titles(other):
        return _say_the_same(one, other)
    return _most_agreeing(one, other) >= _LEAST_EVIDENCE


def _contradict(one: Aligned, other: Aligned) -> bool:
    """Whether what has one code is none the less two entries, one with a misread code: neither titles nor figures agree."""
    differ = any(differing > agreeing for agreeing, differing in _agreements(one, other))
    return differ and bool(_titles(one) and _titles(other)) and not _say_the_same(one, other)


def _agreements(one: Aligned, other: Aligned) -> list[tuple[int, int]]:
    """For each two dumps, how many figures other than zero agree, and how many figures differ."""
    return [_agreement(mine, theirs) for mine in one.figures.values() for theirs in other.figures.values()]


def _most_agreeing(one: Aligned, other: Aligned) -> int:
    return max(agreeing for agreeing, _ in _agreements(one, other))


def _agreement(mine: dict[Key, Decimal], theirs: dict[Key, Decimal]) -> tuple[int, int]:
    both = mine.keys() & theirs.keys()
    return sum(1 for key in both if mine[key] and mine[key] == theirs[key]), sum(mine[key] != theirs[key] for key in both)


def _titles(one: Aligned) -> set[str]:
    return {plain(entry.title) for entry in one.entries if entry.title}


def _say_the_same(one: Aligned, other: Aligned) -> bool:
    return bool(_titles(one) & _titles(other))
