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

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from gentbudget.parser import tolerances
from gentbudget.parser.headers.by_letters import resolve_by_letters, resolve_title_by_letters
from gentbudget.parser.headers.by_names import Parts, names_at_hand, resolve_by_names
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Header
from gentbudget.parser.headers.hyphens import Hyphenation, is_broken
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.names import (
    CERTAIN,
    KNOWN,
    Parting,
    names_behind_words,
    names_on_own_lines,
    without_parts,
)
from gentbudget.parser.headers.own_lines import (
    resolve_alone,
    resolve_by_columns,
    resolve_by_title,
    resolve_title_alone,
)
from gentbudget.parser.headers.spelt import resolve_by_spelling
from gentbudget.parser.headers.whole import joined_lines, settle
from gentbudget.parser.headers.widths import Columns, breadth, measure
from gentbudget.parser.headers.wrapping import take_open_lines, title_is_alone
from gentbudget.parser.lines.phrases import BROKEN, begins_small, ends_open


def resolve_owners(
    headers: Sequence[Header], titles: Mapping[str, str], parting: Parting, known: Known, hyphenation: Hyphenation
) -> None:
    """Fill in title and owner of the headers, where the report as a whole tells them, or what is known from elsewhere.

    ``titles`` are those that the table of contents prints, by code.
    """
    fields = [header.fields for header in headers]
    _resolve(headers, titles, parting, known, hyphenation)
    if parting != "tabs":
        for _ in range(tolerances.ROUNDS):
            _measure_columns(headers)
            for header, printed in zip(headers, fields, strict=True):
                header.fields = printed  # what letters told, they tell anew
            _resolve(headers, titles, parting, known, hyphenation)
    _mend(headers, known.names, hyphenation)


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
            settle(header, (), (), header.least)
    pending = [
        header
        for header in headers
        if not header.is_cut
        and not resolve_by_title(header, titles.get(header.code, ""))
        and not resolve_by_columns(header, parting)
    ]
    names = _printed_owners(headers)
    beside = bool(names)
    for learn in (None, names_on_own_lines, names_behind_words):
        if learn is not None:
            learnt = learn(pending, parting)
            names |= {name: learnt[name] for name in without_parts(learnt, names) if not _goes_too_far(name, known.names)}
        parts = Parts.of({*names, *known.names}, pending)
        pending = [
            header
            for header in pending
            if _has_more(header, names, known.names) or not resolve_by_names(header, names, parting, parts)
        ]
    undecided = [header for header in pending if not resolve_alone(header, parting)]
    cut = [header for header in headers if header.is_cut]
    cut += [header for header in pending if None in (header.title, header.owner) and header not in undecided]
    # What was read of these is not whole, but letters may tell the rest.
    halves = [h for h in headers if h.title is None is h.owner and h not in undecided and h not in cut]
    broken_off = [header for header in headers if header.owner is None and header.owner_lines]
    if not (undecided or cut or broken_off or halves):
        return
    names |= _printed_owners(pending)
    names |= dict.fromkeys(without_parts(known.names, names), KNOWN)
    read = _printed_owners(headers)  # a line that only recurs may be a description's
    clear = [name for name, seen in names.items() if seen == KNOWN or name in read]
    parts = Parts.of(names, undecided)

    def is_spelt(header: Header) -> bool:
        spellings = (titles.get(header.code), known.titles.get(header.code))
        return resolve_by_spelling(header, clear, filter(None, spellings))

    undecided, cut, halves = ([header for header in group if not is_spelt(header)] for group in (undecided, cut, halves))
    for header in undecided:
        by_names = resolve_by_names(header, names, parting, parts)
        if not (by_names and header.owner) and not resolve_by_letters(header, clear, hyphenation) and not by_names:
            _give_up(header, names, one_cell=parting == "lines" or (parting == "tabs" and not beside))
        if header.title is None:
            resolve_title_alone(header, titles.get(header.code, ""))
    for header in (*cut, *halves):
        if not resolve_by_letters(header, clear, hyphenation) and header.title is None and header in cut:
            printed = titles.get(header.code, "")
            _ = resolve_title_by_letters(header, printed) or resolve_title_alone(header, printed)
    for header in broken_off:
        _complete(header, clear)
    for header in (*undecided, *cut, *halves):
        header.doubt = _doubt(header, clear)


def _doubt(header: Header, names: Sequence[Words]) -> str:
    """Why it cannot be told which words of a header are whose, for those who look it up."""
    if header.is_cut:
        return "its words are cut, or stand in no order that tells"
    found = [" ".join(name) for name in names_at_hand(header.pieces, names)]
    if not found:
        return "it prints no name that is known"
    return f"{' or '.join(map(repr, found[:2]))} may be the name, or a part of it, or words of the title"


def _goes_too_far(name: Words, known: Container[Words]) -> bool:
    """Whether a name that was learnt is one that is known and the end of a title's next line behind it."""
    return any(name[:n] in known and begins_small(name[n]) and not ends_open(name[n]) for n in range(1, len(name)))


def _has_more(header: Header, names: Container[Words], known: Iterable[Words]) -> bool:
    """Whether all words of a known name are here, of which one of these is only a part."""
    longer = names_at_hand(header.pieces, known)
    return any(name[i:j] in names for name in longer for i, j in combinations(range(len(name) + 1), 2) if j - i < len(name))


def _printed_owners(headers: Sequence[Header]) -> dict[Words, int]:
    """The owners of the headers that are read by now."""
    return dict.fromkeys((tuple(header.owner.split()) for header in headers if header.owner), CERTAIN)


def _give_up(header: Header, names: Mapping[Words, int], *, one_cell: bool) -> None:
    """Keep what is certain: the title, if its line holds no other cell. Anything else would be a guess."""
    is_joined = any(BROKEN in word for word in header.code_piece.printed)  # of two lines, which may be those of two cells
    if not one_cell or is_joined or header.least > header.own or not title_is_alone(header):
        settle(header, (), (), header.least)
        return
    title = [piece.title for piece in header.pieces[: header.own]]
    taken = take_open_lines(header, title, header.own)
    words = tuple(word for line in title for word in line)
    is_whole = taken is not None and not ends_open(joined_lines(title))
    may_hold_owner = any(words[-len(name) :] == name for name in names)
    settle(header, title if is_whole and not may_hold_owner else (), (), header.own + (taken or 0))


def _complete(header: Header, names: Sequence[Words]) -> None:
    """Take the line behind a page's end into the name that is known to go on with it."""
    words = tuple(word for line in header.owner_lines for word in line)
    if header.owner is None and words and header.rest and (*words, *header.rest[0].text.split()) in names:
        header.owner = " ".join((*words, header.rest[0].text))
        header.rest = header.rest[1:]


# --- Names that the extraction cut ----------------------------------------------------------------------------------------


def _mend(headers: Sequence[Header], known: Iterable[Words], hyphenation: Hyphenation) -> None:
    """Spell names that are cut in the middle of a word (``O CMW Gent``) as other headers do, or as they are known.

    A name that nothing else spells is None if it is cut, or may be.
    """
    spelt: dict[str, str] = {}
    for owner in (*map(" ".join, known), *(header.owner for header in headers if header.owner)):
        squeezed = owner.replace(" ", "")
        spelt[squeezed] = min(spelt.get(squeezed, owner), owner, key=len)
    for header in headers:
        if header.owner:
            name = min((spelt[squeezed] for squeezed in _squeezed(header.owner) if squeezed in spelt), key=len)
            is_known = tuple(name.split()) in hyphenation.names
            is_cut = not is_known and (_is_cut(name) or (name == header.owner and _may_be_cut(header, headers, hyphenation)))
            header.owner = None if is_cut else name


def _squeezed(name: str) -> Iterator[str]:
    """The name without its blanks; and without the hyphens, too, behind which its words may be broken."""
    yield name.replace(" ", "")
    if "- " in name:
        words = name.split()
        yield "".join(a.removesuffix("-") if is_broken(a, b) else a for a, b in pairwise([*words, ""]))


def _is_cut(name: str) -> bool:
    """Whether a name has half a word: a letter alone, digits beside digits, or what stands before a hyphen of a broken word."""
    words = name.split()
    is_cut = any(sum(map(str.isalpha, word)) == 1 for word in words)
    is_cut |= any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(words))
    return is_cut or ("- " in name and any(begins_small(b) and is_broken(a, b) for a, b in pairwise(words)))


def _may_be_cut(header: Header, headers: Iterable[Header], hyphenation: Hyphenation) -> bool:
    """Whether a word of the name may be cut where its line has no room for another letter: it is longer than the line.

    The rest of such a word is no word that is printed elsewhere: `Gebouwenbeh` / `eer`.
    """
    lines = [" ".join(line) for line in header.owner_lines]
    for line, after in pairwise(lines):
        if " " not in line and begins_small(after) and not hyphenation.prints(after.split()[0]):
            broadest = max(breadth(" ".join(line)) for one in headers if one.kind == header.kind for line in one.owner_lines)
            return breadth(f"{line}{after[0]}") > broadest * (1 - tolerances.BREADTH_DRIFT)
    return False
