"""Titles and owners: which words of a header are whose.

Where nothing parts an owner from a title, only the rest of the report tells where it begins. In this order, a name is known
to be an owner's

- because the contents print the title, and it is the rest;
- because a header with columns prints it;
- because it stands on lines of its own behind different titles;
- because lines end with it behind different words;
- because the header's own lines leave no other reading.

What stays open is None. What an action's owner is here, is a plan's organisation likewise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields, Words
from gentbudget.parser.headers.header import Header, Piece
from gentbudget.parser.headers.hyphens import AND, Hyphenation, holds_hyphen, is_broken, mended_lines
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.letters import letters, readings
from gentbudget.parser.headers.names import (
    BY_LINES,
    CERTAIN,
    KNOWN,
    Parting,
    is_short,
    may_be_name,
    names_behind_words,
    names_on_own_lines,
    without_parts,
)
from gentbudget.parser.headers.widths import Columns, measure
from gentbudget.parser.headers.wrapping import fits, goes_on, take_open_lines, title_goes_on, title_is_alone
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import BROKEN, SOFT, begins_small, ends_open, ends_sentence, is_open


@frozen
class _Reading:
    """A way to read a header: title and owner line by line, and how many of its lines they take."""

    title: tuple[Words, ...]
    owner: tuple[Words, ...]
    lines: int
    first: int
    on_own_lines: bool
    seen: int

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """An owner on lines of its own is likelier than one behind a title; of those the nearest.

        Behind a title, the likelier name is the one that is seen behind more different words; then the longer.
        """
        return self.on_own_lines, -self.first if self.on_own_lines else 0, self.seen, sum(map(len, self.owner))


def resolve_owners(
    headers: Sequence[Header], titles: Mapping[str, str], parting: Parting, known: Known, hyphenation: Hyphenation
) -> None:
    """Fill in title and owner of the headers, where the report as a whole tells them, or what is known from elsewhere.

    ``titles`` are those that the table of contents prints, by code.
    """
    _resolve(headers, titles, parting, known, hyphenation)
    if parting != "tabs":
        for _ in range(tolerances.ROUNDS):
            _measure_columns(headers)
            _resolve(headers, titles, parting, known, hyphenation)
    _mend(headers)


def _measure_columns(headers: Sequence[Header]) -> None:
    """Tell all headers how wide their columns are, as far as what is read by now tells."""
    kinds = [[header for header in headers if header.kind == kind] for kind in ("plan", "action", "project")]
    widths = iter(measure([cells for same in kinds for cells in (_titles(same), _owners(same))]))
    for same in kinds:
        columns = Columns(next(widths), next(widths))
        for header in same:
            header.columns = columns


def _titles(headers: Sequence[Header]) -> list[list[str]]:
    return [header.title_texts(header.title_lines) for header in headers if header.title_lines]


def _owners(headers: Sequence[Header]) -> list[list[str]]:
    return [[" ".join(line) for line in header.owner_lines] for header in headers if header.owner_lines]


def _resolve(
    headers: Sequence[Header], titles: Mapping[str, str], parting: Parting, known: Known, hyphenation: Hyphenation
) -> None:
    for header in headers:
        header.title = header.owner = None
        header.run_together = False
        if header.is_cut:
            _settle(header, (), (), header.least)
    pending = [
        header
        for header in headers
        if not header.is_cut
        and not _resolve_by_title(header, titles.get(header.code, ""))
        and not _resolve_by_columns(header, parting)
    ]
    names = _printed_owners(headers)
    beside = bool(names)
    for learn in (None, names_on_own_lines, names_behind_words):
        if learn is not None:
            learnt = learn(pending, parting)
            names |= {name: learnt[name] for name in without_parts(learnt, names) if not _goes_too_far(name, known.names)}
        beginnings = _beginnings(names)
        pending = [
            header
            for header in pending
            if _has_more(header, names, known.names) or not _resolve_by_names(header, names, beginnings, parting)
        ]
    undecided = [header for header in pending if not _resolve_alone(header, parting)]
    cut = [header for header in headers if header.is_cut]
    broken_off = [header for header in headers if header.owner is None and header.owner_lines]
    if not (undecided or cut or broken_off):
        return
    names |= _printed_owners(pending)
    names |= dict.fromkeys(without_parts(known.names, names), KNOWN)
    read = _printed_owners(headers)  # a line that only recurs may be a description's
    clear = [name for name, seen in names.items() if seen == KNOWN or name in read]
    beginnings = _beginnings(names)
    for header in undecided:
        by_title = _resolve_by_known_title(header, known.titles, names)
        by_names = by_title or _resolve_by_names(header, names, beginnings, parting)
        if not (by_names and header.owner) and not _resolve_by_letters(header, clear, hyphenation) and not by_names:
            _give_up(header, names, one_cell=parting == "lines" or (parting == "tabs" and not beside))
    for header in cut:
        _resolve_by_letters(header, clear, hyphenation)
    for header in broken_off:
        _complete(header, clear)


def _goes_too_far(name: Words, known: Container[Words]) -> bool:
    """Whether a name that was learnt is one that is known and the end of a title's next line behind it."""
    return any(name[:n] in known and begins_small(name[n]) and not ends_open(name[n]) for n in range(1, len(name)))


def _has_more(header: Header, names: Iterable[Words], known: Iterable[Words]) -> bool:
    """Whether all words of a known name are here, of which one of these is only the beginning."""
    words = {word for piece in header.pieces for word in piece.words}
    longer = [name for name in known if words.issuperset(name)]
    return any(begins_small(name[n]) and name[:n] in names for name in longer for n in range(1, len(name)))


def _printed_owners(headers: Sequence[Header]) -> dict[Words, int]:
    """The owners of the headers that are read by now."""
    return dict.fromkeys((tuple(header.owner.split()) for header in headers if header.owner), CERTAIN)


def _give_up(header: Header, names: Mapping[Words, int], *, one_cell: bool) -> None:
    """Keep what is certain: the title, if its line holds no other cell. Anything else would be a guess."""
    is_joined = any(BROKEN in word for word in header.code_piece.printed)  # of two lines, which may be those of two cells
    if not one_cell or is_joined or header.least > header.own or not title_is_alone(header):
        _settle(header, (), (), header.least)
        return
    title = [piece.words for piece in header.pieces[: header.own]]
    taken = take_open_lines(header, title, header.own)
    words = tuple(word for line in title for word in line)
    is_whole = taken is not None and not ends_open(_joined(title))
    may_hold_owner = any(words[-len(name) :] == name for name in names)
    _settle(header, title if is_whole and not may_hold_owner else (), (), header.own + (taken or 0))


def _complete(header: Header, names: Sequence[Words]) -> None:
    """Take the line behind a page's end into the name that is known to go on with it."""
    words = tuple(word for line in header.owner_lines for word in line)
    if header.owner is None and words and header.rest and (*words, *header.rest[0].text.split()) in names:
        header.owner = " ".join((*words, header.rest[0].text))
        header.rest = header.rest[1:]


def _settle(header: Header, title: Sequence[Words], owner: Sequence[Words], lines: int) -> bool:
    """Fill in title and owner, each given line by line, and how many of its lines the header takes."""
    title, owner = tuple(filter(None, title)), tuple(filter(None, owner))
    texts = _joined(title), _joined(owner)
    keeps_title, keeps_owner = _may_be_whole(header, (title, owner), texts)
    if lines >= len(header.pieces) and header.is_cut_off:
        keeps_title = keeps_owner = False
    header.title_lines, header.title = (title, texts[0] or None) if keeps_title else ((), None)
    header.owner_lines, header.owner = (owner, texts[1] or None) if keeps_owner else ((), None)
    rest = header.behind[max(lines - header.own, 0) :]
    rest = rest[1:] if rest and rest[0].is_rule else rest
    header.rest = (*header.above, *rest)
    # No description begins with these words, but the rest of a name may.
    if rest and rest[0].text.partition(" ")[0] in AND and len(rest[0].text) <= tolerances.LONGEST_CELL:
        header.owner = None  # a page ends in the middle of its name
    return True


def _may_be_whole(header: Header, cells: tuple[Sequence[Words], Sequence[Words]], texts: tuple[str, str]) -> tuple[bool, bool]:
    """Whether title and owner, each given as lines and as text, may be whole: half a title or name is worse than none."""
    fields = header.fields
    # What ends in the middle of a phrase, or with half a word, is not whole; nor is a name that begins in the middle of one.
    is_half = any(map(ends_open, texts)) or (any(map(holds_hyphen, texts)) and any(_is_broken(header, cell) for cell in cells))
    is_half |= any(text.endswith(SOFT) for text in texts)
    # Without a cell of its own, a title that ends a sentence has some of the description's words.
    is_half = is_half or (ends_sentence(texts[0]) and not header.has_columns)
    # A program that joined lines put the beginning of a name behind the half of a word: `verwarHandhaving`.
    is_half |= header.code_piece.marked and any(a.islower() and b.isupper() for text in texts for a, b in pairwise(text))
    is_half |= begins_small(texts[1]) or (header.kind == "plan" and begins_small(texts[0]))
    # Half of a period stands by itself, so the other half may stand among the words of these cells.
    is_half |= fields.start is not None and fields.period is None and any(map(pattern("YEAR").search, texts))
    # Where a field is none that is known, its words may stand in other cells, or go on in other lines.
    if is_half or (fields.unknown and header.least > header.own):
        return False, False
    missing = fields.missing(header.kind)
    if not missing:
        return True, True
    if header.kind == "project" and fields != Fields() and not header.code_piece.columns:
        return False, bool(fields.period)
    # What holds a field that stands nowhere else holds words of two cells.
    if "period" in missing and any(pattern("PERIOD_START").search(text) for text in texts):
        return False, False
    title, owner = (not any(pattern(name.upper()).search(text) for name in missing) for text in texts)
    return title, owner


def _is_broken(header: Header, cell: Sequence[Words]) -> bool:
    """Whether a word in these lines is broken: between two of them or, where the text breaks words, also inside of one."""
    lines = [line for line in cell if line]
    pairs = [(line[-1], after[0]) for line, after in pairwise(lines)]
    if header.breaks_words:
        pairs = list(pairwise(word for line in lines for word in line))
    return any(is_broken(word, after) for word, after in pairs) or any(BROKEN in word for line in lines for word in line)


def _joined(lines: Sequence[Words]) -> str:
    return " ".join([" ".join(line) for line in lines if line])


# --- By columns -----------------------------------------------------------------------------------------------------------


def _resolve_by_columns(header: Header, parting: Parting) -> bool:
    """Read a header whose lines keep title and owner apart."""
    pieces = header.pieces[: header.least]
    title = [piece.words if piece.split is None else piece.title for piece in pieces]
    if not header.has_columns or not any(title):
        return False
    owner = [piece.owner for piece in pieces]
    if parting == "tabs":
        return _settle(header, title, owner, header.least)
    taken = take_open_lines(header, title, header.least)
    if taken == 0 and _owner_goes_on(header):
        owner.append(header.pieces[header.least].words)
        taken = 1
    if not fits(header, title, owner):
        return False
    return _settle(header, () if taken is None else title, owner, header.least + (taken or 0))


def _owner_goes_on(header: Header) -> bool:
    """Whether the next line is the rest of an owner that fills its column."""
    last, width = header.pieces[header.least - 1], header.columns.owner
    if header.least == len(header.pieces) or not last.owner or not width.certain:
        return False
    piece = header.pieces[header.least]
    is_rest = may_be_name(piece) and begins_small(piece.text) and not piece.parted and width.holds(piece.text)
    return is_rest and not width.has_room(" ".join(last.owner), piece.words[0])


# --- By a title that is known ---------------------------------------------------------------------------------------------


def _resolve_by_title(header: Header, title: str) -> bool:
    """Read a header whose title the contents print: what its lines hold besides is the owner's."""
    owner, lines = _beside_title(header, title)
    return bool(owner) and is_short(owner) and _settle(header, [tuple(title.split())], [owner], lines)


def _resolve_by_known_title(header: Header, titles: Mapping[str, str], names: Container[Words]) -> bool:
    """Read a header whose title is known from elsewhere, if what its lines hold besides is a name.

    A title may have changed since, so it decides nothing alone.
    """
    title = titles.get(header.code, "")
    owner, lines = _beside_title(header, title)
    return owner in names and _settle(header, [tuple(title.split())], [owner], lines)


def _beside_title(header: Header, title: str) -> tuple[Words, int]:
    """What the header's lines hold besides the words of its title, and how many lines that takes; nothing if they lack some."""
    wanted = title.split()
    owner: list[str] = []
    lines = 0
    for piece in header.pieces if title else ():
        if lines >= header.least and (not wanted or piece.words != tuple(wanted[: len(piece.words)])):
            break
        lines += 1
        for word in piece.words:
            if wanted and word == wanted[0]:
                wanted.pop(0)
            else:
                owner.append(word)
    return () if wanted else tuple(owner), lines


# --- By names that are known ----------------------------------------------------------------------------------------------


def _beginnings(names: Iterable[Words]) -> Counter[str]:
    """The first words of names that have more than one, and how many names begin with each."""
    return Counter([name[0] for name in names if len(name) > 1])


def _resolve_by_names(header: Header, names: Mapping[Words, int], beginnings: Counter[str], parting: Parting) -> bool:
    words = {word for piece in header.pieces for word in piece.words}
    at_hand = [name for name in names if words.issuperset(name)]
    readings = [r for name in at_hand for r in _readings(header, name, names[name]) if fits(header, r.title, r.owner)]
    if parting in BY_LINES and title_is_alone(header):
        readings = [reading for reading in readings if reading.on_own_lines or header.least > header.own]
    readings = [r for r in readings if r.seen != KNOWN or _is_whole(header, r, beginnings)]
    # A name that another goes on with is that other, if the rest has a capital; otherwise that may be the title's.
    readings = [r for r in readings if not any(_rest(r, other)[:1].isupper() for other in readings)]
    if any(begins_small(_rest(r, other)) for r in readings for other in readings):
        return False
    readings = readings or [
        reading for name in at_hand if names[name] != KNOWN for reading in _mixed_readings(header, name, names[name])
    ]
    return any(_take(header, reading, parting) for reading in sorted(readings, key=lambda r: r.rank, reverse=True))


def _is_whole(header: Header, reading: _Reading, beginnings: Counter[str]) -> bool:
    """Whether nothing tells that a name known from elsewhere is only a part of the printed one.

    Behind the first word of other names it would be only the rest, and so it may be behind any capital if it does not begin
    like other names do. On lines of its own, it is all of its paragraph.
    """
    before, first = _joined(reading.title).rsplit(maxsplit=1)[-1], _joined(reading.owner).split(maxsplit=1)[0]
    if before in beginnings or (before[0].isupper() and beginnings[first] <= 1 and not reading.on_own_lines):
        return False
    if ends_open(_joined(reading.title)):
        return False  # the title goes on below, and so may the name
    between = header.pieces[header.own : reading.first]
    goes_on = any(not piece.parted for piece in header.pieces[reading.lines : reading.lines + 1])
    return not (reading.on_own_lines and ((header.pieces[reading.first].parted and goes_on) or any(p.parted for p in between)))


def _rest(reading: _Reading, other: _Reading) -> str:
    """What the owner of the other reading has behind that of this one, if it begins with that."""
    owner, longer = _joined(reading.owner), _joined(other.owner)
    return longer.removeprefix(f"{owner} ") if longer.startswith(f"{owner} ") else ""


def _take(header: Header, reading: _Reading, parting: Parting) -> bool:
    """Settle the header as it is read, unless its title could not end there."""
    title, lines = list(reading.title), reading.lines
    if not reading.on_own_lines and _heading_goes_on(header, lines):
        return _settle(header, (), (), lines)
    fields_are_below = not header.code_piece.has_fields and header.least > header.own
    header.run_together = False
    if not reading.on_own_lines or parting == "blanks":
        taken = take_open_lines(header, title, lines)
        if fields_are_below and taken != 0 and not reading.on_own_lines:
            return False  # behind fields on a line of their own, it is the owner that goes on
        if ends_open(_joined(title)):
            return False
        if taken is None:
            title = []
        lines += taken or 0
        if _heading_goes_on(header, lines):
            return _settle(header, (), (), lines)
        header.run_together = not reading.on_own_lines and not any(piece.columns for piece in header.pieces[: header.own])
    return _settle(header, title, reading.owner, lines)


def _heading_goes_on(header: Header, lines: int) -> bool:
    """Whether a line behind these is a heading in Markdown as the code's is, and so the header's."""
    return header.code_piece.marked and any(piece.marked for piece in header.pieces[lines : lines + 1])


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
        title = tuple(piece.words[: len(piece.words) - take] for piece, take in pieces)
        owner = tuple(piece.words[len(piece.words) - take :] for piece, take in pieces)
        first = next(i for i, take in enumerate(shares) if take)
        own = first >= header.own and all(p.split is None and take in (0, len(p.words)) for p, take in pieces[first:])
        leads_on = first >= header.own - 1 or any(shares[header.own - 1 :])  # centred names go on beside the code
        near = first <= max(header.least, header.own + tolerances.MOST_TITLE_LINES)
        if any(title) and leads_on and near and (own or title_goes_on(header, title)):
            yield _Reading(title, owner, len(shares), first, own, seen)


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
                yield _Reading(((*title, *rest),), (name,), header.own, header.own - 1, on_own_lines=False, seen=seen)
            if not tail:
                break


# --- By the letters of names that are known ---------------------------------------------------------------------------------


def _resolve_by_letters(header: Header, names: Sequence[Words], hyphenation: Hyphenation) -> bool:
    """Read a header whose cells are mixed, or whose words are broken, if it can be read in one way alone.

    Where the words themselves are cut, nothing is known of the title but that it is not the owner's.
    """
    by_letters = [] if header.fields.unknown else [(letters(" ".join(r.name)), r) for r in readings(header, names)]
    found = [r for name, r in by_letters if not any(name in other != name for other, _ in by_letters)]
    if len(found) != 1 or not header.fields.agree(found[0].fields):
        return False
    reading = found[0]
    if any(ends_sentence(" ".join(line)) for line in reading.title):
        return False  # the name stands in a description
    if any(len(piece.text) <= tolerances.LONGEST_CELL for piece in header.pieces[reading.lines : header.least]):
        return False  # longer lines have wide blanks because they are justified
    title, lines = list(reading.title), reading.lines
    while lines < len(header.pieces) and _is_broken(header, [*title[-1:], header.pieces[lines].words]):
        title.append(header.pieces[lines].words)
        lines += 1
    taken = take_open_lines(header, title, lines)
    if _heading_goes_on(header, lines + (taken or 0)):
        return False
    title, joined = mended_lines(title, hyphenation)
    is_cut = header.is_cut and (hyphenation.scatters_words or reading.lines >= header.least)
    header.fields.take(reading.fields)
    name = reading.name
    if name not in hyphenation.names:  # where it was learnt, a line may have broken one of its words: here it may be whole
        name = min(name, tuple(word for line in reading.owner for word in line), key=len)
    _settle(header, () if taken is None or is_cut else title, [name], lines + (taken or 0))
    if header.owner:
        header.owner_lines = tuple(filter(None, reading.owner))
    header.run_together = True
    header.joined += tuple(word for word in joined if word not in header.joined) if header.title else ()
    return True


# --- By its own lines alone -----------------------------------------------------------------------------------------------


def _resolve_alone(header: Header, parting: Parting) -> bool:
    """Read a header whose owner nothing else prints, if its own lines leave no doubt."""
    if any(piece.split is not None for piece in header.pieces[: header.least]):
        return _resolve_by_fields(header, parting)
    paragraph = [piece.words for piece in _next_paragraph(header)]
    title = [piece.words for piece in header.pieces[: header.own]]
    return bool(paragraph) and _settle(header, title, paragraph, header.own + len(paragraph))


def _next_paragraph(header: Header) -> list[Piece]:
    """The paragraph behind the header's own lines, if it looks like a name and another paragraph follows; else nothing."""
    pieces, end = header.pieces, header.own
    while end < len(pieces) and (end == header.own or not pieces[end].parted):
        end += 1
    paragraph = pieces[header.own : end]
    looks_like_name = (
        0 < len(paragraph) <= tolerances.MOST_NAME_LINES
        and paragraph[0].parted
        and all(map(may_be_name, paragraph))
        and paragraph[0].text[0].isupper()
    )
    return paragraph if looks_like_name and (end < len(pieces) or header.is_described) else []


def _resolve_by_fields(header: Header, parting: Parting) -> bool:
    """Status, phase and period part title and owner; what follows on the next lines must be told from the description."""
    if header.code_piece.marked:
        return False  # Markdown headings may hold the title's next line as well
    title: list[Words] = []
    owner: list[Words] = []
    pieces = header.pieces[: header.least]
    for piece in pieces:
        if any(owner) and piece.split is None:
            return False
        if piece.owner and not piece.has_fields and any(p.split is None for p in pieces):
            return False  # the owner's first words may stand on a line that does not tell
        title.append(piece.words if piece.split is None else piece.title)
        owner.append(piece.owner)
    following = header.pieces[header.least :]
    lines = header.least
    if not any(owner) and following and may_be_name(following[0]) and not header.code_piece.has_fields:
        if parting not in BY_LINES and goes_on(header, title, lines) is not False:
            return False
        owner.append(following.pop(0).words)
        lines += 1
    elif any(owner) and take_open_lines(header, title, lines) != 0:
        return False  # where the title goes on, the owner may as well
    ends = not following or following[0].parted or following[0].text.startswith("- ") or not may_be_name(following[0])
    name = _joined(owner)
    is_name = name[:1].isupper() and len(name) <= tolerances.LONGEST_NAME_LINE and not ends_open(name)
    return is_name and ends and not ends_open(_joined(title)) and _settle(header, title, owner, lines)


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
            header.owner = None if any(sum(map(str.isalpha, word)) == 1 for word in mended.split()) else mended
