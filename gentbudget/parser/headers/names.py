"""Names of owners, learnt from where they recur in the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final, Literal

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Piece
from gentbudget.parser.headers.hyphens import AND, is_broken
from gentbudget.parser.headers.whole import may_end
from gentbudget.parser.headers.wrapping import is_dated, may_wrap
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence, is_open
from gentbudget.vocabulary import UNITS

Parting = Literal["lines", "some lines", "tabs", "blanks"]
"""What parts the cells of this dump: each has a line of its own, or those that span rows or wrap have; tabs; blanks or less."""

BY_LINES: Final = ("lines", "some lines")

Between = frozenset[tuple[int, str]]
"""The words that stand on lines of a name before what is the name's there, each with how many words of it follow."""

CERTAIN = 1_000_000
"""How often a name that is printed apart counts as seen behind different words."""

KNOWN = CERTAIN - 1
"""How often one that is known from elsewhere counts: what the text itself prints apart goes first."""


def names_on_own_lines(headers: Sequence[Evidence], parting: Parting) -> dict[Words, int]:
    """Names that stand on lines of their own behind different titles, with a description behind at least one of them.

    Where a line may hold several cells, one without a blank line before it may be the end of a longer name, unless it begins as
    the names of units do.
    """
    titles: dict[Words, set[str]] = defaultdict(set)
    following: dict[Words, set[str]] = defaultdict(set)
    described: set[Words] = set()
    for header in headers:
        pieces = header.pieces
        starts = range(header.own, header.own + tolerances.MOST_TITLE_LINES) if header.least == header.own else [header.least]
        for start in (start for start in starts if start < len(pieces)):
            begins = parting != "blanks" or pieces[start].parted or _is_unit_s(header, start)
            if not begins or is_open(pieces[start - 1].text, pieces[start].text):
                continue
            if any(piece.parted and not piece.marked for piece in pieces[header.own : start]):
                break  # a blank line parts owner and description
            for end in range(start + 1, min(start + tolerances.MOST_NAME_LINES, len(pieces)) + 1):
                name = tuple(word for piece in pieces[start:end] for word in piece.words)
                if not all(map(may_be_name, pieces[start:end])) or not name[0][0].isupper():
                    break
                if any(piece.parted for piece in pieces[start + 1 : end]) or (end == len(pieces) and header.is_cut_off):
                    break
                if pieces[start].parted and end < len(pieces) and not pieces[end].parted:
                    continue
                if not may_end(name) or (end < len(pieces) and begins_small(pieces[end].text) and not pieces[end].parted):
                    continue
                titles[name].add(header.code_piece.text)
                following[name].add(next_line(header, end))
                if end < len(pieces) or header.is_described:
                    described.add(name)
    found = {
        name: behind
        for name, behind in titles.items()
        # With the same line behind it every time, it is the beginning of a longer one.
        if len(behind) > 1 and name in described and "" in following[name]
    }
    return dict.fromkeys(_longest(found), CERTAIN)


def names_behind_words(headers: Sequence[Evidence], parting: Parting) -> dict[Words, int]:
    """Names that lines end with behind different words, in headers with different titles, and how many such words.

    A capital before a name may be its own first word, so it must stand behind a small word, too, and behind another. What is a
    part of another name must be seen without the rest, and a beginning that several names share is none.
    """
    if parting != "blanks":
        return {}
    titles: dict[Words, set[str]] = defaultdict(set)
    words_before: dict[Words, set[str]] = defaultdict(set)
    breaks: dict[Words, set[int]] = defaultdict(set)
    between: dict[Words, set[Between]] = defaultdict(set)
    following: dict[Words, set[str]] = defaultdict(set)
    for header in headers:
        for name, before, first_line, words, after in _endings(header):
            following[name].add(after)
            titles[name].add(header.code_piece.text)
            words_before[name].add(before)
            breaks[name].add(first_line)
            between[name].add(words)
    names = {
        name: len(words_before[name])
        for name, found in titles.items()
        if len(found) > 1
        # With a line behind it that ends the same every time, it is the beginning of a longer one.
        and (len(following[name]) > 1 or "" in following[name])
        and len(words_before[name]) > 1
        # With a word for a unit among its others, the name may begin with that.
        and sum(map(is_small, words_before[name])) > (not UNITS.isdisjoint(name[1:]))
        # The same word before one of its later lines wherever it stands is the name's, and no title's.
        and not frozenset.intersection(*between[name])
    }
    names = {name: seen for name, seen in names.items() if not _begins_too_early(name, titles)}
    parts = only_parts({name: titles[name] for name in names})
    # Behind a word for a unit, one is the rest of a longer one: `Staf Bedrijfsvoering`.
    parts |= {name for name in names if not UNITS.isdisjoint(words_before[name])}
    return {name: seen for name, seen in names.items() if name not in parts and not _may_end_like_titles(name, breaks[name])}


def is_small(word: str) -> bool:
    """Whether a word before a name cannot be the name's own: it has no capital, and is no dash."""
    return not word[0].isupper() and any(map(str.isalnum, word))


def _may_end_like_titles(name: Words, breaks: Collection[int]) -> bool:
    """Whether its last words may be those that several titles end with: a line ends before them wherever it stands."""
    return all(n < len(name) and begins_small(name[n]) and not ends_open(" ".join(name[:n])) for n in breaks)


def _begins_too_early(name: Words, titles: Mapping[Words, set[str]]) -> bool:
    """Whether its first words may end titles: most of it stands behind other titles as well."""
    ends = (name[n:] for n in range(1, len(name) - tolerances.FEWEST_TAIL_WORDS + 1))
    return any(len(titles.get(end, set()) - titles[name]) > 1 for end in ends)


def only_parts(names: Mapping[Words, set[str]]) -> set[Words]:
    """The names, given with the titles they stand behind, that are only parts of others."""
    longer: dict[Words, set[str]] = defaultdict(set)
    behind: dict[Words, set[str]] = defaultdict(set)
    for name, titles in names.items():
        for n in range(1, len(name)):
            longer[name[:n]] |= titles
            longer[name[n:]] |= titles
            if name[n][0].isupper():
                behind[name[:n]].add(name[n])
    return {name for name, titles in names.items() if len(titles - longer[name]) <= 1 or len(behind[name]) > 1}


def _endings(header: Evidence) -> Iterator[tuple[Words, str, int, Between, str]]:
    """What a header may end with, the word before it, and how many of its words the first line has.

    With it come the words before its other lines, and what the line behind it ends with.

    It is the end of a line, perhaps with the ends of the next ones.
    """
    for i, piece in enumerate(header.pieces):
        is_own_line, is_unit = _stands_alone(header, i), _is_unit_s(header, i)
        if i >= header.least and not is_own_line and not is_unit and not _leads_on(header, i):
            return
        for start in [0] if is_own_line else _starts(piece, 0 if is_unit else 1, tolerances.MOST_NAME_WORDS):
            name = piece.words[start:]
            # Behind fields, and below a line of the title alone, it begins.
            is_first = piece.split is not None or is_own_line
            above = header.pieces[i - 1].words if i else ()
            before = next(reversed(() if is_first else (*above, *piece.words[:start])), header.code.lower())
            if start == 1 and header.own == 1 and not i:
                before = before.lower()  # behind the code it is the title's
            begins = piece.has_fields or piece.split is None or not _may_begin_above(header, i)
            if not name[0][0].isupper() or not begins:
                continue
            if piece.marked and begins_inside(piece.words[:start], name):
                continue
            # A name that begins above the code does not end there, nor does one that the next line goes on with.
            leads = i < header.own - 1 or _goes_on_with_and(header, i)
            most = tolerances.MOST_NAME_WORDS - len(name)
            for tail, between, end in _tails(header, i + 1, tolerances.MOST_NAME_LINES - 1, most):
                if may_end(name + tail) and is_name(name + tail) and (tail or not leads):
                    yield name + tail, before, len(name), between, _last_word(header, end)
        if piece.owner:
            return  # what is the owner's on later lines does not begin its name


def begins_inside(title: Words, name: Words) -> bool:
    """Whether a name may begin in the middle of a title, in a line that a program joined of several: `via Netheid en sociale`.

    It ends there with a word that names go on behind, and capitals alone stand before that.
    """
    for n in range(2, len(title)):
        leads_on = title[n - 1] in AND or title[n - 1] in ("&", "-") or title[n - 1].endswith(",")
        if not (leads_on and begins_small(title[n]) and title[n - 2][0].isupper()):
            continue
        first = n - 2
        while first > 1 and title[first - 1][0].isupper():
            first -= 1
        if first and is_name((*title[first:n], *name)):
            return True
    return False


def _is_unit_s(header: Evidence, i: int) -> bool:
    """Whether a line begins as the names of units do, below one that may end a title: `Dienst Lokaal` / `sociaal beleid`."""
    above, words = header.pieces[:i][-1:], header.pieces[i].words
    is_near = i < header.own + tolerances.MOST_TITLE_LINES and not any(ends_open(piece.text) for piece in above)
    return is_near and bool(words) and words[0] in UNITS and may_be_name(header.pieces[i])


def _leads_on(header: Evidence, i: int) -> bool:
    """Whether a line goes on with the one above, which could not end there; a description is no part of it."""
    above, piece = header.pieces[i - 1], header.pieces[i]
    is_rest = ends_open(above.text) and begins_small(piece.text) and not piece.parted
    return is_rest and i < header.own + tolerances.MOST_TITLE_LINES and not ends_sentence(piece.text)


def _may_begin_above(header: Evidence, i: int) -> bool:
    """Whether one of the lines above this one may hold the first word of a name, beside the title's."""
    return any(
        piece.split is None
        # A table of Markdown may lack the words that stood above its first row.
        and (header.pieces[i].in_table or any(word[0].isupper() for word in piece.words[n == header.own - 1 :]))
        for n, piece in enumerate(header.pieces[:i])
    )


def _stands_alone(header: Evidence, i: int) -> bool:
    """Whether a line may be a name, or the first of one, since none can begin on the line above it or further up.

    That has no word with a capital, or ends with the fields that stand before a name, or in the middle of a title's word.
    """
    if not header.own <= i < header.own + tolerances.MOST_TITLE_LINES or not may_be_name(header.pieces[i]):
        return False
    above, between = header.pieces[i - 1], header.pieces[header.own : i]
    if any(piece.parted for piece in (*between, header.code_piece)):
        return False
    if any(is_broken(word, header.pieces[i].text) and begins_small(word) for word in above.words[-1:]):
        return header.pieces[i].text[0].isupper()
    is_title = between and not any(word[0].isupper() for piece in between for word in piece.words)
    return bool(is_title and not ends_open(above.text)) or above.has_fields


def next_line(header: Evidence, i: int) -> str:
    """The text of a line, if a name may go on with it; else nothing."""
    piece = header.pieces[i] if i < len(header.pieces) else None
    return piece.text if piece and not piece.parted and piece.split is None and may_be_line(piece.text) else ""


def _last_word(header: Evidence, i: int) -> str:
    """The last word of a line, if a name may go on there, perhaps behind words of the title; else nothing."""
    pieces = [piece for piece in header.pieces[i : i + 1] if not piece.parted and piece.split is None]
    return "".join(word for piece in pieces if not ends_sentence(piece.text) for word in piece.words[-1:])


def may_go_on_below(header: Evidence, i: int) -> bool:
    """Whether a name may go on with this line, whose words have capitals. What is left for a description alone is one.

    No description begins with a bracket.
    """
    words = next_line(header, i).replace("(", "").split()
    is_left = i + 1 == len(header.pieces) and not header.pieces[i].text.startswith("(")
    is_name = bool(words) and words[0][0].isupper() and not any(begins_small(word) and not ends_open(word) for word in words)
    return is_name and not is_left


def may_be_line(text: str) -> bool:
    """Whether a text may be a line of a name, by its length, its beginning and its end."""
    words = tuple(text.split())
    fits_line = len(text) <= tolerances.LONGEST_NAME_LINE
    is_worded = fits_line and text.lstrip("(")[:1].isalpha() and not any(map(str.isdigit, text))  # as furniture is not
    return is_worded and not is_sentence(words) and not any(map(ends_sentence, words))


def _goes_on_with_and(header: Evidence, i: int) -> bool:
    """Whether the line behind this one begins with a word that no title or description does."""
    return any(piece.words[:1] == (word,) for piece in header.pieces[i + 1 : i + 2] for word in AND)


def _starts(piece: Piece, first: int, most: int) -> Sequence[int]:
    """Where so many of an owner's words may start in a line: where it tells, or else at any word from the ``first`` on."""
    if piece.split is None:
        return range(max(first, len(piece.words) - most), len(piece.words))
    return [piece.split] if piece.owner else []


def _tails(header: Evidence, i: int, lines: int, most: int) -> Iterator[tuple[Words, Between, int]]:
    """What so many of the next lines may add to a name: nothing, their owner's words or, where they do not tell, any last ones.

    They add at ``most`` so many. With it come the words before it on these lines, and the place of the line behind it.
    """
    yield (), frozenset(), i
    while i < len(header.pieces) and not header.pieces[i].words[header.pieces[i].split or 0 :]:
        i += 1  # a line of other cells
    if not lines or i == len(header.pieces) or header.pieces[i].parted:
        return
    piece = header.pieces[i]
    is_joined = piece.marked and i < header.own  # of several lines: any of its words may be the name's
    if stands_between(header, i):
        for tail, between, end in _tails(header, i + 1, lines, most):
            if tail:
                yield tail, between | {(len(tail), piece.words[-1])}, end
    for start in _starts(piece, 0, most):
        if start and piece.split is None and (is_joined or not may_wrap(header, i)):
            break  # what stands before the tail is the title's, but does not go on with it
        for tail, between, end in _tails(header, i + 1, lines - 1, most - len(piece.words) + start):
            words = piece.words[start:] + tail
            yield words, between | {(len(words), word) for word in piece.words[start - 1 : start]}, end


def stands_between(header: Evidence, i: int) -> bool:
    """Whether a line of the title stands between two of a name that is centred beside it, from above the code on.

    Afdeling Vergunningen,
    AC34483 - Onderhoud van liften, verwar-
    Handhaving en Leegstands-
    mingsinstallaties en zonnepanelen
    bestrijding
    """
    if i < header.own - 1 or header.own == 1 or header.pieces[i].split is not None:
        return False
    above, beyond = header.pieces[i - 1], header.pieces[i - 2]
    return ends_open(above.text) and (i < header.own or (i > header.own and is_open(beyond.text, header.pieces[i].text)))


def is_name(name: Words) -> bool:
    """Whether words look like a name: none is said again, as where a title ends like its owner, and they are no sentence.

    Nor are they an abbreviation alone, such as the *FM* that many titles end with.
    """
    capitals = [word for word in name if word[0].isupper()]
    is_told_twice = len(set(capitals)) < len(capitals) or any(a == b for a, b in pairwise(name))
    is_long_enough = max(map(len, name)) >= tolerances.SHORTEST_NAMING_WORD
    return is_long_enough and not is_told_twice and not is_sentence(name) and is_short(name)


def is_short(words: Words) -> bool:
    """Whether words are no longer than a name."""
    return sum(map(len, words)) <= tolerances.LONGEST_NAME


def is_sentence(words: Words) -> bool:
    """Whether there are many words, of which the first alone has a capital."""
    return len(words) > tolerances.MOST_PLAIN_WORDS and sum(word[0].isupper() for word in words) <= 1


def _longest(names: dict[Words, set[str]]) -> set[Words]:
    """The names without those that are only the beginning of a longer one, wherever they stand."""
    return {
        name
        for name, titles in names.items()
        if not any(other[: len(name)] == name and len(other) > len(name) and names[other] >= titles for other in names)
    }


def names_at_hand(pieces: Iterable[Piece], names: Iterable[Words]) -> list[Words]:
    """The names of which these lines of a header print every word."""
    words = frozenset().union(*[piece.words for piece in pieces])
    return [name for name in names if name[0] in words and words.issuperset(name)]


def without_parts(names: Iterable[Words], others: Iterable[Words]) -> list[Words]:
    """The names that are not only a part of one of the others."""
    parts = _parts_of(others)
    return [name for name in names if name not in parts]


def has_longer(pieces: Iterable[Piece], names: Container[Words], others: Iterable[Words]) -> bool:
    """Whether these lines print every word of one of the others, of which one of the names is only a part."""
    return any(part in names for part in _parts_of(names_at_hand(pieces, others)))


def _parts_of(names: Iterable[Words]) -> set[Words]:
    """The words of names that stand side by side there, but not all of a name."""
    return {name[i:j] for name in names for i, j in combinations(range(len(name) + 1), 2) if j - i < len(name)}


def may_be_name(piece: Piece) -> bool:
    """Whether a line may be a name, or a part of one, by its length and its end."""
    fits_line = 0 < len(piece.text) <= tolerances.LONGEST_NAME_LINE
    is_said = is_sentence(piece.words) or ends_sentence(piece.text)
    return piece.split is None and fits_line and not is_dated(piece.text) and not is_said
