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

from collections.abc import Container, Iterable, Mapping, Sequence

from gentbudget.parser import tolerances
from gentbudget.parser.headers.by_letters import resolve_by_letters
from gentbudget.parser.headers.by_names import Parts, names_at_hand, resolve_by_names
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Header
from gentbudget.parser.headers.hyphens import Hyphenation
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.names import (
    CERTAIN,
    KNOWN,
    Parting,
    names_behind_words,
    names_on_own_lines,
    without_parts,
)
from gentbudget.parser.headers.own_lines import resolve_alone, resolve_by_columns, resolve_by_known_title, resolve_by_title
from gentbudget.parser.headers.whole import joined_lines, settle
from gentbudget.parser.headers.widths import Columns, measure
from gentbudget.parser.headers.wrapping import take_open_lines, title_is_alone
from gentbudget.parser.lines.phrases import BROKEN, begins_small, ends_open


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
        pending = [
            header
            for header in pending
            if _has_more(header, names, known.names) or not resolve_by_names(header, names, parting)
        ]
    undecided = [header for header in pending if not resolve_alone(header, parting)]
    cut = [header for header in headers if header.is_cut]
    broken_off = [header for header in headers if header.owner is None and header.owner_lines]
    if not (undecided or cut or broken_off):
        return
    names |= _printed_owners(pending)
    names |= dict.fromkeys(without_parts(known.names, names), KNOWN)
    read = _printed_owners(headers)  # a line that only recurs may be a description's
    clear = [name for name, seen in names.items() if seen == KNOWN or name in read]
    parts = Parts.of(names, undecided)
    for header in undecided:
        by_title = resolve_by_known_title(header, known.titles, names)
        by_names = by_title or resolve_by_names(header, names, parting, parts)
        if not (by_names and header.owner) and not resolve_by_letters(header, clear, hyphenation) and not by_names:
            _give_up(header, names, one_cell=parting == "lines" or (parting == "tabs" and not beside))
    for header in cut:
        resolve_by_letters(header, clear, hyphenation)
    for header in broken_off:
        _complete(header, clear)


def _goes_too_far(name: Words, known: Container[Words]) -> bool:
    """Whether a name that was learnt is one that is known and the end of a title's next line behind it."""
    return any(name[:n] in known and begins_small(name[n]) and not ends_open(name[n]) for n in range(1, len(name)))


def _has_more(header: Header, names: Iterable[Words], known: Iterable[Words]) -> bool:
    """Whether all words of a known name are here, of which one of these is only the beginning."""
    longer = names_at_hand(header, known)
    return any(begins_small(name[n]) and name[:n] in names for name in longer for n in range(1, len(name)))


def _printed_owners(headers: Sequence[Header]) -> dict[Words, int]:
    """The owners of the headers that are read by now."""
    return dict.fromkeys((tuple(header.owner.split()) for header in headers if header.owner), CERTAIN)


def _give_up(header: Header, names: Mapping[Words, int], *, one_cell: bool) -> None:
    """Keep what is certain: the title, if its line holds no other cell. Anything else would be a guess."""
    is_joined = any(BROKEN in word for word in header.code_piece.printed)  # of two lines, which may be those of two cells
    if not one_cell or is_joined or header.least > header.own or not title_is_alone(header):
        settle(header, (), (), header.least)
        return
    title = [piece.words for piece in header.pieces[: header.own]]
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
