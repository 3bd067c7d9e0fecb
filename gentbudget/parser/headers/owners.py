"""Titles and owners: which words of a header are whose.

Each reason to part them is a function from the evidence of a header to a `Split`, or to nothing. In this order they count:

- the contents print the title, and the owner is the rest;
- title and owner have cells of their own;
- its lines end with a name that the report prints apart, or on lines of its own, or behind different words;
- its fields, or its paragraphs, leave no other reading, or a name in it begins as those of units do;
- the letters of a title and a name that are known are all that it holds;
- its lines end with a name that is known from elsewhere;
- letters of its lines make a name, in one way alone.

What stays open is None. What an action's owner is here, is a plan's organisation likewise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.headers.by_layout import by_layout, laid_out
from gentbudget.parser.headers.by_letters import by_letters, title_by_letters
from gentbudget.parser.headers.by_names import Parts, by_names
from gentbudget.parser.headers.by_units import by_unit
from gentbudget.parser.headers.cut_rows import title_of_cut_row
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import UNREAD, Evidence, Header, Split
from gentbudget.parser.headers.hyphens import Hyphenation, holds_broken_word, with_whole_words
from gentbudget.parser.headers.joined_headings import names_around_titles, names_in_headings
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.names import (
    CERTAIN,
    KNOWN,
    Parting,
    has_longer,
    names_at_hand,
    names_behind_words,
    names_on_own_lines,
    without_parts,
)
from gentbudget.parser.headers.own_lines import beside_title, by_columns, by_itself, by_title
from gentbudget.parser.headers.spelt import by_spelling
from gentbudget.parser.headers.whole import complete, holds_two_words, joined_lines, settle
from gentbudget.parser.headers.widths import Columns, breadth, measure
from gentbudget.parser.headers.wrapping import take_open_lines, title_is_alone
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import begins_small, ends_open
from gentbudget.vocabulary import UNITS


def resolve_owners(
    headers: Sequence[Header], titles: Mapping[str, str], parting: Parting, known: Known, hyphenation: Hyphenation
) -> None:
    """Fill in title and owner of the headers, where the report as a whole tells them, or what is known from elsewhere.

    ``titles`` are those that the table of contents prints, by code.
    """
    _resolve(headers, titles, parting, known, hyphenation)
    for _ in range(tolerances.ROUNDS if parting != "tabs" else 0):
        _measure_columns(headers)
        _resolve(headers, titles, parting, known, hyphenation)
    if parting == "blanks":
        _read_by_layout(headers, parting, hyphenation)
    _mend(headers, known.names, hyphenation)
    if parting == "blanks":
        _drop_rests([header for header in headers if not header.evidence.code_piece.in_table], known.names)


def _measure_columns(headers: Sequence[Header]) -> None:
    """Tell all headers how wide their columns are, as far as what is read by now tells."""
    kinds = [[header for header in headers if header.evidence.kind == kind] for kind in ("plan", "action", "project")]
    titles = [[one.evidence.title_texts(one.split.title) for one in same] for same in kinds]
    owners = [[[" ".join(line) for line in one.split.owner if line] for one in same] for same in kinds]
    widths = measure([list(filter(None, cells)) for cells in (*titles, *owners)])
    for same, *columns in zip(kinds, widths[: len(kinds)], widths[len(kinds) :], strict=True):
        for header in same:
            header.evidence = header.evidence._replace(columns=Columns(*columns))


def _resolve(
    headers: Sequence[Header], titles: Mapping[str, str], parting: Parting, known: Known, hyphenation: Hyphenation
) -> None:
    for header in headers:
        header.title = header.owner = None
        header.split = UNREAD
        if header.evidence.is_cut:
            settle(header, Split(lines=header.evidence.least))
    pending = [header for header in headers if not header.evidence.is_cut]
    pending = _untold(pending, hyphenation, lambda one: by_title(one, titles.get(one.code, "")) or by_columns(one, parting))
    names = _printed_owners(headers)
    one_cell = parting == "lines" or (parting == "tabs" and not names)
    pending = _untold_by_names(pending, names, parting, hyphenation)
    for learn in (names_on_own_lines, names_behind_words):
        learnt = learn([header.evidence for header in pending], parting)
        names |= {name: learnt[name] for name in without_parts(learnt, names) if not _goes_too_far(name, known.names)}
        pending = _untold_by_names(pending, names, parting, hyphenation)
    untold = _untold(pending, hyphenation, lambda one: _by_itself(one, parting, hyphenation.names))
    half_told = [header for header in headers if None in (header.title, header.owner)]
    if half_told:
        names |= _printed_owners(pending)
        inside = names_in_headings([header.evidence for header in pending])
        inside |= names_around_titles([header.evidence for header in headers if not header.evidence.is_cut])
        inside = {name: inside[name] for name in without_parts(inside, names)}
        names |= inside
        names |= dict.fromkeys(without_parts(known.names, names), KNOWN)
        parts = Parts.of(names, [header.evidence for header in untold])
        read = _printed_owners(headers)
        clear = [name for name, seen in names.items() if seen == KNOWN or name in read or name in inside]
        last = _LastReasons(names, clear, parts, titles, parting, known, hyphenation, one_cell)
        for header in half_told:
            last.read(header)


def _read_by_layout(headers: Sequence[Header], parting: Parting, hyphenation: Hyphenation) -> None:
    """Read what is open by the layout that all headers share, and then by the names that this tells."""
    if not _open(headers):
        return
    laid = laid_out(headers)
    for _ in range(tolerances.ROUNDS):
        for header, split in list(by_layout(laid)):
            if not has_longer(header.evidence.pieces, (split.name,), hyphenation.names):
                settle(header, with_whole_words(split, hyphenation))
        _untold_by_names(_open(headers), _printed_owners(headers), parting, hyphenation)


def _drop_rests(headers: Sequence[Header], known: Container[Words]) -> None:
    """Drop names that may be the rest of a unit's, whose first words are taken for the title's wherever they are read.

    `informatie en FIN Belastingen veiligheid` / `Economie +`.
    """
    read: dict[str, list[Header]] = defaultdict(list)
    for header in headers:
        if header.owner:
            read[header.owner].append(header)
    for owner, same in read.items():
        words = tuple(owner.split())
        is_whole = words[0] in UNITS or words in known
        if not is_whole and all(not UNITS.isdisjoint((one.title or "").split()) for one in same):
            for one in same:
                one.title = one.owner = None
                one.doubt = f"{owner!r} may be the rest of a name that begins among the words of the title"


def _open(headers: Iterable[Header]) -> list[Header]:
    """The headers of which neither title nor owner is told, though their words are in order."""
    return [header for header in headers if header.title is header.owner is None and not header.evidence.is_cut]


@frozen(eq=False)
class _LastReasons:
    """Reasons to read headers that are not read, or not whole, when all else is: what others print, and letters.

    ``clear`` are the names that are some owner's for certain: one that only recurs on lines of its own may be a description's.
    ``one_cell`` says that each cell has a line of its own.
    """

    names: Mapping[Words, int]
    clear: Sequence[Words]
    parts: Parts
    titles: Mapping[str, str]
    parting: Parting
    known: Known
    hyphenation: Hyphenation
    one_cell: bool

    def read(self, header: Header) -> None:
        """Read a header for the first reason that tells its owner; without any, keep what is certain."""
        one = header.evidence
        title = self.titles.get(one.code, "")
        is_untold = not (one.is_cut or header.split.why)
        for split in self._splits(one, is_untold=is_untold):
            settle(header, with_whole_words(split, self.hyphenation))
            if header.owner:
                break
        if one.cuts_words and not (header.split.why or self.hyphenation.scatters_words):
            settle(header, title_of_cut_row(one) or header.split)
        if is_untold and not header.split.why:
            settle(header, _title_in_its_cell(one, self.names, one_cell=self.one_cell))
        if title and header.title is header.owner is None:
            alone = title_by_letters(one, title) or beside_title(one, title)
            if alone:
                settle(header, alone._replace(owner=(), fields=header.split.fields))
        if header.owner is None and header.split.name:
            complete(header, header.split.name, self.clear)
        header.doubt = _doubt(one, self.clear)

    def _splits(self, one: Evidence, *, is_untold: bool) -> Iterator[Split]:
        titles = filter(None, (self.titles.get(one.code), self.known.titles.get(one.code)))
        yield from filter(None, [by_spelling(one, self.clear, titles)])
        if is_untold:
            yield from filter(None, [by_names(one, self.names, self.parting, self.parts)])
        yield from filter(None, [by_letters(one, self.clear, self.hyphenation)])


def _untold_by_names(
    headers: Iterable[Header], names: Mapping[Words, int], parting: Parting, hyphenation: Hyphenation
) -> list[Header]:
    """Read the headers that print one of the names, unless they may print more of a known one; the others."""
    known = hyphenation.names
    parts = Parts.of({*names, *known}, [header.evidence for header in headers])
    return _untold(
        headers, hyphenation, lambda one: None if has_longer(one.pieces, names, known) else by_names(one, names, parting, parts)
    )


def _untold(headers: Iterable[Header], hyphenation: Hyphenation, reason: Callable[[Evidence], Split | None]) -> list[Header]:
    """Read the headers for which there is this reason; the others."""
    untold = []
    for header in headers:
        if split := reason(header.evidence):
            settle(header, with_whole_words(split, hyphenation))
        else:
            untold.append(header)
    return untold


def _by_itself(header: Evidence, parting: Parting, known: Iterable[Words]) -> Split | None:
    """Read a header whose own lines tell all, unless they print more of a known name."""
    split = by_itself(header, parting) or (by_unit(header) if parting != "tabs" else None)
    return None if split is None or has_longer(header.pieces, (split.name,), known) else split


def _doubt(header: Evidence, names: Sequence[Words]) -> str:
    """Why it cannot be told which words of a header are whose, for those who look it up."""
    if header.is_cut:
        return "its words are cut, or stand in no order that tells"
    found = sorted(" ".join(name) for name in names_at_hand(header.pieces, names))
    if not found:
        return "it prints no name that is known"
    return f"{' or '.join(map(repr, found[:2]))} may be the name, or a part of it, or words of the title"


def _goes_too_far(name: Words, known: Container[Words]) -> bool:
    """Whether a name that was learnt is one that is known and the end of a title's next line behind it."""
    return any(name[:n] in known and begins_small(name[n]) and not ends_open(name[n]) for n in range(1, len(name)))


def _printed_owners(headers: Sequence[Header]) -> dict[Words, int]:
    """The owners of the headers that are read by now."""
    return dict.fromkeys((tuple(header.owner.split()) for header in headers if header.owner), CERTAIN)


def _title_in_its_cell(header: Evidence, names: Mapping[Words, int], *, one_cell: bool) -> Split:
    """What is certain where nothing tells the owner: the title, if its line holds no other cell. All else would be a guess."""
    if not one_cell or header.code_piece.marked or header.least > header.own or not title_is_alone(header):
        return Split(lines=header.least)
    title = [piece.title for piece in header.pieces[: header.own]]
    taken = take_open_lines(header, title, header.own)
    words = tuple(word for line in title for word in line)
    is_whole = taken is not None and not ends_open(joined_lines(title))
    may_hold_owner = any(words[-len(name) :] == name for name in names)
    lines = header.own + (taken or 0)
    goes_on = any(begins_small(piece.text) for piece in header.pieces[lines : lines + 1])  # whatever parts it
    return Split(() if goes_on or may_hold_owner or not is_whole else title, (), lines)


# --- Names that the extraction cut ----------------------------------------------------------------------------------------


def _mend(headers: Sequence[Header], known: Iterable[Words], hyphenation: Hyphenation) -> None:
    """Spell names that are cut in the middle of a word (``O CMW Gent``) as other headers do, or as they are known.

    A name that nothing else spells is None if it is cut, or may be.
    """

    def rank(name: str) -> tuple[bool, bool, int]:
        """A name is spelt best as it is known, and else with the fewest blanks that no program left out."""
        return tuple(name.split()) not in hyphenation.names, holds_two_words(name), len(name)

    spelt: dict[str, str] = {}
    for owner in (*map(" ".join, known), *(header.owner for header in headers if header.owner)):
        squeezed = owner.replace(" ", "")
        if spelt.setdefault(squeezed, owner) != owner:
            spelt[squeezed] = min(spelt[squeezed], owner, key=rank)
    cut: set[str] = set()
    for header in headers:
        if header.owner:
            name, *others = [spelt[squeezed] for squeezed in _squeezed(header.owner) if squeezed in spelt]
            name = min(name, *others, key=rank) if others else name
            is_known = tuple(name.split()) in hyphenation.names
            is_cut = not is_known and (_is_cut(name) or (name == header.owner and _may_be_cut(header, headers, hyphenation)))
            cut.update([name] if is_cut else [])
            header.owner = None if is_cut else name
    for header in headers:  # what others were read by
        if header.owner in cut and header.split.spelt[1] is not None:
            header.owner = None


def _squeezed(name: str) -> Iterator[str]:
    """The name without its blanks; and without the hyphens, too, behind which its words may be broken."""
    yield name.replace(" ", "")
    if "- " in name:
        yield name.replace("- ", "").replace(" ", "")


def _is_cut(name: str) -> bool:
    """Whether a name has half a word: a letter alone, digits beside digits, or what stands before a hyphen of a broken word."""
    words = name.split()
    is_cut = any(sum(map(str.isalpha, word)) == 1 for word in words)
    is_cut |= any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(words))
    return is_cut or holds_broken_word(name)


def _may_be_cut(header: Header, headers: Sequence[Header], hyphenation: Hyphenation) -> bool:
    """Whether a word of the name may be cut where its line has no room for another letter.

    Unless this text cuts words of fields as well, or the rest has no vowel, the line is a word that nothing stands behind, and
    the rest is no word that is printed elsewhere: `Gebouwenbeh` / `eer`.
    """
    scraps = [word for word in header.split.name if len(word) <= tolerances.SHORT_WORD and begins_small(word)]
    if hyphenation.cuts_cells and not all(map(ends_open, scraps)):
        return True  # whatever joined the lines: `Welzijnsbur eau`
    for line, after in pairwise(_lines_of_owner(header)):
        rest = after.split()[0]
        word = rest if rest == "en," else rest.rstrip(",")  # no comma stands behind *en*: `Podiumkunst` / `en, Film en`
        if not begins_small(word) or (word != "en," and ends_open(word)):
            continue
        if hyphenation.cuts_cells or pattern("VOWEL").search(word) is None:
            return True
        if " " not in line and not _is_said(word, headers):
            same = (one for one in headers if one.evidence.kind == header.evidence.kind and not one.evidence.code_piece.marked)
            broadest = max((breadth(line) for one in same for line in _lines_of_owner(one)), default=0)
            return breadth(f"{line}{after[0]}") > broadest * (1 - tolerances.BREADTH_DRIFT)
    return False


def _is_said(word: str, headers: Iterable[Header]) -> bool:
    """Whether a description has this word, a title as it is read, or the line of a name behind another."""
    return any(
        any(word in line.text.split() for line in header.rest)
        or word in (header.title or "").split()
        or any(word in line.split()[1:] for line in _lines_of_owner(header))
        for header in headers
    )


def _lines_of_owner(header: Header) -> Iterator[str]:
    """The lines of the owner's cell, if they are told; a program may put several into one, and tell where each of them ends."""
    if header.split.spelt[1] is not None:
        return
    wrapped = {" ".join(cell): cell for piece in header.evidence.pieces for cell in piece.wrapped}
    for text in map(" ".join, header.split.owner):
        yield from filter(None, wrapped.get(text, [text]))
