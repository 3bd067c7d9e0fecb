"""Headers read by letters: which words are the owner's, and which the fields', where programs mix the lines of their cells.

    Afdeling Vergunningen,                                   owner
    AC34483 - Onderhoud van liften, verwar-                  title
    Handhaving en Leegstands-                                owner
    mingsinstallaties en zonnepanelen                        title
    bestrijding                                              owner

Every cell but the title's holds a text that is known: a name, a status, a phase, a period. So each line is parted into
pieces of cells whose letters, put one behind the other, make these texts; blanks and hyphens inside of words do not count.
What is left is the title's. A reading counts only if it is the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise, takewhile
from operator import contains
from typing import Final, Literal, NamedTuple

from attrs import define, field

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words, texts_of_fields
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.hyphens import AND, is_broken
from gentbudget.parser.headers.names import may_be_name
from gentbudget.parser.headers.widths import breadth
from gentbudget.parser.headers.wrapping import goes_on
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence, is_open
from gentbudget.vocabulary import UNITS

_MARKS = ("-", "\u2013", "&", "+", "/")
"""What stands for a word in a title."""

Cell = Literal["title", "owner", "status", "phase", "period"]

FIELDS: Final[tuple[Cell, ...]] = ("status", "phase", "period")

LETTERS: Final = "letters of its lines make the name"


class _State(NamedTuple):
    """How far the cells are read: the letters of owner, status, phase and period.

    With it, the cell of the word before, and whether this line's title ended.
    """

    read: tuple[str, ...]
    cell: Cell | None = None
    title_ended: bool = False


class _Word(NamedTuple):
    """A word of a header that is read, and whether it ``begins`` a cell of a line that a program joined of several."""

    line: int
    cell: Cell
    text: str
    begins: bool


def letters(text: str) -> str:
    """The letters and digits of a text, without what stands between them."""
    return "".join(filter(str.isalnum, text))


def splits(header: Evidence, names: Sequence[Words], *, scattered: bool = False) -> list[Split]:
    """The ways to read a header with one of the names as its owner: the shortest of each.

    Where words are ``scattered``, blanks of any width stand inside of them, and part no cells.
    """
    firsts = frozenset(name[0] for name in names if len(name) > 1)
    at_hand = _at_hand(header, names)
    found = [split for name in at_hand for split in _Search(header, name, firsts, scattered).splits()]
    if found or scattered or not any(piece.marked for piece in header.pieces):
        return found
    text = f" {' '.join(chain.from_iterable([piece.printed for piece in header.pieces]))} "
    whole = [name for name in at_hand if not any(name[:n] in at_hand for n in range(1, len(name)))]
    whole = [name for name in whole if f" {' '.join(name)} " not in text]
    found = [split for name in whole for split in _Search(header, name, firsts, goes_on=True).splits()]
    if found:
        return found
    parted = [(name, header._replace(pieces=tuple(_parted(piece, name) for piece in header.pieces))) for name in names]
    return [split for name, one in parted if _at_hand(one, [name]) for split in _Search(one, name, firsts).splits()]


def _at_hand(header: Evidence, names: Iterable[Words]) -> list[Words]:
    """The names whose letters some of the words make; of those with the same letters, one with the fewest words."""
    words = [text for piece in header.pieces for word in piece.printed if (text := letters(word))]
    spelt = {letters(" ".join(name)): name for name in sorted(names, key=len, reverse=True)}
    return [name for text, name in spelt.items() if text and _is_made_of(words, text)]


def _parted(piece: Piece, name: Words) -> Piece:
    """A line that a program joined of several, with two words for each that it made of those of two cells.

    It dropped the hyphen behind the first: `liften, verwarHandhaving en Leegstandsmingsinstallaties bestrijding`.
    """
    if not piece.marked:
        return piece
    halves = _halves(name)
    begun = [(n, halves[rest]) for n, word in enumerate(piece.printed) if (rest := letters(word)) in halves]
    words: list[str] = []
    for n, word in enumerate(piece.printed):
        cut = _cut(word, name, [half for at, half in begun if at > n])
        words += [f"{word[:cut]}-", word[cut:]] if cut else [word]
    return piece._replace(printed=tuple(words))


def _cut(word: str, name: Words, begun: Iterable[str]) -> int:
    """Where half a word ends and a word of the name, or a year, begins; or where half a word of the name ends."""
    year = pattern("YEAR").search(word)
    begins = [own for own in name if own[0].isupper()] + ([year[0]] if year else [])
    ends = [len(word) - len(own) for own in begins if word.endswith(own)]
    ends += [len(half) for half in begun if word.startswith(half) and word != half]
    return next((end for end in ends if word[end - 1 : end].islower()), 0)


@lru_cache(maxsize=1024)
def _halves(name: Words) -> Mapping[str, str]:
    """The halves that the words of a name may be broken into: the letters of the second, and the first.

    None is `en`, of `Wonen`: a title may have that as well.
    """
    return {letters(word[n:]): word[:n] for word in name for n in range(1, len(word)) if word[n:] not in AND}


def _is_made_of(words: Sequence[str], text: str) -> bool:
    """Whether some of the words, in their order, make this text."""
    made = {0}
    for word in words:
        made |= {so_far + len(word) for so_far in made if text.startswith(word, so_far)}
    return len(text) in made


@define(eq=False)
class _Search:
    """The search for the ways to read a header with this owner; ``firsts`` are the words that longer names begin with.

    ``goes_on`` says that a title may go on with a capital behind the name's first words, where that goes on behind it.
    ``_texts`` are those that the other cells may have, by their letters.
    """

    header: Evidence
    name: Words
    firsts: frozenset[str]
    scattered: bool = False
    goes_on: bool = False
    steps: int = 0
    _texts: dict[Cell, Mapping[str, str]] = field(init=False)
    _starts: list[frozenset[int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        printed = " ".join([word for piece in self.header.pieces for word in piece.printed])
        any_of = texts_of_fields(self.header.kind, printed)
        self._texts = {"owner": _by_letters((" ".join(self.name),))}
        self._texts |= {name: _by_letters(any_of[name]) for name in FIELDS if name in any_of}
        most = len(("title", *self._texts))
        self._starts = [frozenset() if self.scattered else _starts_of_cells(piece, most) for piece in self.header.pieces]

    def splits(self) -> list[Split]:
        """Those that take the fewest lines."""
        found = [split for cells in self._ways(0, 0, _State(("",) * len(self._texts))) if (split := self._split(cells))]
        if self.steps > tolerances.MOST_STEPS:
            return []
        least = min((split.lines for split in found), default=0)
        return [split for split in found if split.lines == least]

    def _ways(self, i: int, at: int, state: _State) -> Iterator[tuple[tuple[Cell, ...], ...]]:
        """The cells of the words from this one on, line by line."""
        self.steps += 1
        pieces = self.header.pieces
        if i == len(pieces) or at + i > tolerances.MOST_HEADER_WORDS or self.steps > tolerances.MOST_STEPS:
            return
        words = pieces[i].printed
        if at == len(words):
            if i >= self.header.own - 1 and all(map(contains, self._texts.values(), state.read)):
                yield ((),)
            else:
                after = state._replace(cell=None, title_ended=False)
                for rest in self._ways(i + 1, 0, after):
                    yield ((), *rest)
            return
        for cell, after in self._steps(i, at, words[at], state):
            for first, *others in self._ways(i, at + 1, after):
                yield ((cell, *first), *others)

    def _steps(self, i: int, at: int, word: str, state: _State) -> Iterator[tuple[Cell, _State]]:
        """The cells that this word may be of."""
        starts = self._starts[i]
        if starts and at not in starts:
            yield from ((cell, after) for cell, after in self._cells(i, word, state, loose=True) if cell == state.cell)
        else:
            yield from self._cells(i, word, state, loose=bool(starts) or self.header.pieces[i].marked)

    def _cells(self, i: int, word: str, state: _State, *, loose: bool) -> Iterator[tuple[Cell, _State]]:
        """The cells that this word may be of; in a ``loose`` line, which a program joined of several, a title may go on."""
        ended = not loose and (state.title_ended or state.cell == "title")
        text = letters(word)
        if not text:
            if state.cell not in (None, "title"):
                yield state.cell, state
            if state.cell == "period" and len(state.read[-1]) == len("2024"):
                return  # the dash between its years
        for n, (cell, wholes) in enumerate(self._texts.items() if text else ()):
            so_far = state.read[n] + text
            if any(whole.startswith(so_far) for whole in wholes):
                read = (*state.read[:n], so_far, *state.read[n + 1 :])
                yield cell, state._replace(read=read, cell=cell, title_ended=ended)
        if not state.title_ended and self._may_hold_title(self.header.pieces[i], i):
            yield "title", state._replace(cell="title")

    def _may_hold_title(self, piece: Piece, i: int) -> bool:
        """Whether words of this line may be the title's.

        Above the code, only a plan's are; below it, none of another paragraph, or of a sentence.
        """
        if i < self.header.own - 1:
            return self.header.kind == "plan"
        return i < self.header.own or piece.marked or not (piece.parted or ends_sentence(piece.printed[-1]))

    def _split(self, cells: Sequence[Sequence[Cell]]) -> Split | None:
        """How these cells part the header, if the title may be such."""
        lines = [
            {cell: tuple(w for w, c in zip(p.printed, line, strict=True) if c == cell) for cell in set(line)}
            for p, line in zip(self.header.pieces, cells, strict=False)
        ]
        title = tuple(line.get("title", ()) for line in lines)
        words = self._words(cells)
        if not any(title) or not (self._is_apart(words) and self._may_be(title, lines)):
            return None
        signs = sum(_signs(line.get("owner", ())) for line in lines) - _signs(self.name)
        if signs < 0 or (signs and not self.scattered):
            return None  # a dash of the name may be among the title's words, or one of the title among the name's
        texts = {cell: " ".join(word for line in lines for word in line.get(cell, ())) for cell in FIELDS}
        fields: dict[str, str] = {cell: self._texts[cell][letters(texts[cell])] for cell in FIELDS if cell in self._texts}
        owner = tuple(line.get("owner", ()) for line in lines)
        if any(self._starts[: len(lines)]):
            runs = list(_runs(words))
            title, owner = (tuple(words for name, words in runs if name == cell) for cell in ("title", "owner"))
            width = self.header.columns.title
            # One of two lines beside each other may be the name's, unless they are known to be as broad as the column.
            in_doubt = not width.certain and any(cell == after == "title" for (cell, _), (after, _) in pairwise(runs))
            if in_doubt or not width.fits(self.header.title_texts(title)):
                return None
        return Split(title, owner, len(lines), LETTERS, (None, self.name), fields, is_mixed=True)

    def _may_be(self, title: Sequence[Words], lines: Sequence[dict[Cell, Words]]) -> bool:
        """Whether these lines may be a title's, and the others those of a name.

        With more lines above the code than one, that goes on beside or below it, as in a cell that is centred.
        """
        above = self.header.own - 1
        leads_on = sum("owner" in line for line in lines[:above]) <= 1 or any("owner" in line for line in lines[above:])
        is_title = sum(map(bool, title)) <= tolerances.MOST_TITLE_LINES and not any(map(_is_noise, chain(*title)))
        return leads_on and is_title and self._holds_together(title, lines)

    def _words(self, cells: Iterable[Sequence[Cell]]) -> list[_Word]:
        """The words of the lines that are read so."""
        lines = zip(self.header.pieces, cells, self._starts, strict=False)
        return [
            _Word(i, cell, text, at in starts)
            for i, (piece, line, starts) in enumerate(lines)
            for at, (text, cell) in enumerate(zip(piece.printed, line, strict=True))
        ]

    def _is_apart(self, words: Sequence[_Word]) -> bool:
        """Whether no word beside the name may be its own: one before it with a capital, or that leads on to or from it."""
        ours = [n for n, word in enumerate(words) if word.cell == "owner"]
        begin, end = ours[0], ours[-1]
        # Where the title goes on between two lines of the name, its line may end in the middle of a phrase, or of a word.
        between = [word.text for word in words[begin:end] if word.cell == "title"]
        if any(self._is_lone(words[n - 1 : n + 2]) for n in range(1, len(words) - 1)):
            return False
        for before in words[:begin][-1:]:
            may_begin = before.text[:1].isupper() and not (between and is_broken(before.text, between[0]))
            may_begin &= not before.text.endswith(":") and not self._names_another([word.text for word in words[:begin]])
            is_rest = may_begin or (
                ends_open(before.text) and (self.goes_on or (not between and not self._goes_on(words[end:])))
            )
            is_beside = before.line == words[begin].line and not words[begin].begins
            if before.cell == "title" and ((is_beside and is_rest) or before.text in self.firsts):
                return False
        # No line has words of the title behind the owner's, unless a program joined several.
        for n, (word, after) in enumerate(pairwise(words)):
            is_title = not after.text[:1].isupper() or (self.goes_on and n < end and words[end].line == after.line)
            is_joined = after.begins or (self.header.pieces[after.line].marked and is_title)
            if (word.cell, after.cell) == ("owner", "title") and word.line == after.line and not is_joined:
                return False
            # Behind the fields of such a line, and before a name, a word with a capital may be that one's first.
            is_behind_fields = n < begin and word.cell in FIELDS and after[:2] == (words[begin].line, "title")
            if is_behind_fields and after.text[:1].isupper() and self.header.pieces[after.line].marked and not after.begins:
                return False
        title = [word.text for word in words[:end] if word.cell == "title"][-1:]
        is_tail = (
            self.header.pieces[words[end].line].marked and _is_tail(_behind(words[end:])) and not any(map(ends_open, title))
        )
        for word in words[end + 1 :][:1]:
            title_goes_on = is_tail or (word.begins and any(ends_open(above) or is_broken(above, word.text) for above in title))
            if begins_small(word.text) and ends_open(word.text.rstrip(",")) and not title_goes_on:
                return False
        return True

    def _is_lone(self, words: Sequence[_Word]) -> bool:
        """Whether *en* alone is the name's between two words of the title, in a line that a program joined of several."""
        before, word, after = words
        is_between = before[:2] == after[:2] == (word.line, "title") and not word.begins
        return word.cell == "owner" and word.text in AND and is_between and self.header.pieces[word.line].marked

    def _names_another(self, words: Sequence[str]) -> bool:
        """Whether the title names another unit right before a name that begins as those of units do."""
        capitals = takewhile(lambda word: word[0].isupper(), reversed(words))
        return self.name[0] in UNITS and words[-1] not in UNITS and not UNITS.isdisjoint(capitals)

    def _goes_on(self, words: Sequence[_Word]) -> bool:
        """Whether a title that cannot end before a name goes on behind it, in a line that a program joined of several.

        If instead the name were the title's, the owner would stand behind it, with a capital where a title may end, or on the
        next line. And a word that leads on there, as in `voor de Dienst Wonen in de wijk`, may lead on from the name. The first
        of the ``words`` is the last of the name.
        """
        i = words[0].line
        behind = _behind(words)
        if not (self.header.pieces[i].marked and behind) or behind[0][0].isupper():
            return False
        if any(word[0].isupper() and not ends_open(before) for before, word in pairwise(behind)):
            return False
        leads_on = ends_open(behind[0].rstrip(","))
        return not (leads_on or any(map(may_be_name, self.header.pieces[i + 1 : i + 2])))

    def _holds_together(self, title: Sequence[Words], lines: Sequence[dict[Cell, Words]]) -> bool:
        """Whether each line of the title below the code goes on with it, or stands between lines of other cells."""
        begun = False
        first = f"{self.header.code_piece.prefix or f'{self.header.code} '}{' '.join(self.header.code_piece.printed)}"
        for i, words in enumerate(title):
            others = any(cell != "title" for cell in lines[i])
            if words and i >= self.header.own and not others:
                above = next((line for line in reversed(title[:i]) if line), ("",))
                goes_on_here = is_open(above[-1], words[0]) if begun else goes_on(self.header, title[:i], i)
                if not is_broken(above[-1], words[0]) and not goes_on_here:
                    return False
                if self.header.code_piece.printed and breadth(" ".join(words)) > breadth(first):
                    return False
            begun = begun or others
        return True


def _runs(words: Sequence[_Word]) -> Iterator[tuple[Cell, Words]]:
    """The words, cell by cell."""
    starts = [n for n, (before, word) in enumerate(pairwise(words), 1) if word.begins or before[:2] != word[:2]]
    for start, end in pairwise([0, *starts, len(words)]):
        yield words[start].cell, tuple(word.text for word in words[start:end])


def _starts_of_cells(piece: Piece, most: int) -> frozenset[int]:
    """Where the cells of a line begin, if it has more than ``most``: a program joined the lines of its cells."""
    if len(piece.cells) <= most or piece.in_table:
        return frozenset()
    lengths = [len(cell.split()) for cell in piece.cells]
    return frozenset(accumulate(lengths, initial=0)) if sum(lengths) == len(piece.printed) else frozenset()


def _behind(words: Sequence[_Word]) -> list[str]:
    """What stands behind the first of these words in its line."""
    return [word.text for word in words[1:] if word.line == words[0].line]


def _is_tail(words: Sequence[str]) -> bool:
    """Whether words behind a whole name, to the end of a line that a program joined of several, can be the title's alone."""
    return bool(words) and words[0] not in AND and not any(word[0].isupper() for word in words)


def _signs(words: Iterable[str]) -> int:
    """How many of the words have no letter, as a dash between two names has none."""
    return sum(not letters(word) for word in words)


def _is_noise(word: str) -> bool:
    """Whether a word of a title is none: what a scan reads for a border or a speck."""
    return not any(map(str.isalnum, word)) and word not in _MARKS


@cache
def _by_letters(texts: tuple[str, ...]) -> Mapping[str, str]:
    """The texts, by their letters."""
    return {letters(text): text for text in texts}
