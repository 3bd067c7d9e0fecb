"""Words that the end of a line breaks in two: whether the hyphen is the word's own, only the rest of the report can tell.

    PR34727 - Noodop-        Regiehuis Verbou-
    vang - winterplan        wen

A broken word moves down to the line that its rest begins, as if the line above had had no room for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import NamedTuple

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.phrases import BROKEN, SOFT, begins_small, spelt_out, without_soft_hyphens, without_wraps

AND = ("en", "of")
"""Behind these, a hyphen stands for what the next word ends with: `jeugd- en sportraad`."""


class Joined(NamedTuple):
    """A word that is put together of two halves; ``is_proven`` says that nothing else could be read of them."""

    word: str
    is_proven: bool


@frozen(eq=False)
class Hyphenation:
    """What the lines of a report, and names known from elsewhere, tell of broken words.

    ``cuts_cells`` says that cells without room for a word break it anywhere, without a hyphen, as a field shows.
    """

    lines: Sequence[Line]
    names: AbstractSet[Words] = frozenset()
    cuts_cells: bool = False

    @cached_property
    def _words(self) -> frozenset[str]:
        """All words that are printed whole, without the marks around them."""
        words = {_core(word) for line in self.lines for word in _whole(line.text.split())}
        return frozenset(words | {_core(word) for name in self.names for word in name})

    @cached_property
    def breaks_words(self) -> bool:
        """Whether this text breaks words at hyphens that are not their own."""
        ends = pattern("HYPHEN").match
        pairs = [(line, after) for line, after in pairwise(self.lines) if line.has_marks or ends(line.raw.rstrip()[-1:])]
        pairs = [(line, after) for line, after in pairs if _is_next(line, after)]
        broken = [halves for line, after in pairs for halves in _broken_between(line, after)]
        marked = [line for line in self.lines if line.has_marks or BROKEN in line.raw]
        broken += [halves for line in marked for halves in _broken_inside(line)]
        if len(broken) < tolerances.LEAST_BROKEN_WORDS:
            return False
        verdicts = [self._verdict(*halves) for halves in broken]
        return verdicts.count("") >= max(tolerances.LEAST_BROKEN_WORDS, 1 + verdicts.count("-"))

    @cached_property
    def scatters_words(self) -> bool:
        """Whether blanks stand inside of the words of this text, so that no word can be told."""
        words = _put_together(word for line in self.lines for word in without_soft_hyphens(line.text).split())
        small = (word for word in words if word.isalpha() and word.islower())
        first = list(islice(small, tolerances.MANY_WORDS))
        return sum(len(word) <= tolerances.SHORT_WORD for word in first) > max(
            tolerances.MOST_SHORT_WORDS * len(first), tolerances.FEWEST_SHORT_WORDS
        )

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """What two words that stand side by side would be without the blank between them. A border may cut a word in two."""
        lines = (line for line in self.lines if "|" not in line.raw)
        pairs = (pair for line in lines for pair in pairwise(map(_core, line.text.split())))
        shortest = tolerances.SHORT_WORD + 1
        return frozenset(a + b for a, b in pairs if len(b) >= shortest and (len(a) >= shortest or a == "de"))

    def may_lack_blank(self, text: str) -> bool:
        """Whether a word of the text may be two, that are printed elsewhere: `vangebouwen`, and `eigengarage` beside both."""
        may_be_two = any(found[1] is None or found[1] in self._words for found in pattern("GLUED_WORD").finditer(text))
        return may_be_two or not self._pairs.isdisjoint(map(_core, text.split()))

    def joined(self, before: str, after: str) -> Joined | None:
        """The word that is broken into these two, None if none is or that cannot be told.

        It is proven where the report prints it whole. A text that breaks words is taken to have broken this one, too.
        """
        if not is_broken(before, after):
            return None
        is_soft = before.endswith(SOFT)
        hyphen = None if is_soft else self._verdict(before, after)
        if hyphen is not None:
            return Joined(f"{before[:-1]}{hyphen}{after}", is_proven=True)
        # Between two vowels that would be read as one, the hyphen is the word's own: `negentiende-eeuwse`.
        may_be_one = pattern("TWO_VOWELS").search(f"{before} {after}") is None
        may_be_broken = begins_small(after) and (is_soft or (may_be_one and self.breaks_words))
        return Joined(f"{before[:-1]}{after}", is_proven=is_soft) if may_be_broken else None

    def _verdict(self, before: str, after: str) -> str | None:
        """The hyphen that the word has when it is whole, none, or None if the report does not print it whole."""
        if f"{_core(before[:-1])}-{_core(after)}" in self._words:
            return "-"
        return "" if _core(before[:-1]) + _core(after) in self._words else None


def _put_together(words: Iterable[str]) -> Iterator[str]:
    """The words, with what soft hyphens part put together."""
    pieces: list[str] = []
    for word in words:
        pieces.append(word.removesuffix(SOFT))
        if not word.endswith(SOFT):
            yield "".join(pieces)
            pieces = []


def is_broken(before: str, after: str) -> bool:
    """Whether a word is broken between two lines, with these words at their end and beginning."""
    if before.endswith(SOFT) and after in AND:
        return True  # the hyphen is not the word's own, so it stands for no other word's end
    return pattern("BROKEN_WORD").fullmatch(before) is not None and after not in AND and after[:1].isalpha()


def holds_broken_word(text: str) -> bool:
    """Whether a word in this text stands there in two halves, or with the mark that a program left for its hyphen."""
    return BROKEN in text or any(is_broken(*words) for words in pairwise(text.split()))


def mended(lines: Sequence[str], hyphenation: Hyphenation) -> str:
    """The text of these lines of one cell; a broken word that cannot be told stays as it is."""
    words = [tuple(spelt_out(line).split()) for line in lines]
    return " ".join(chain.from_iterable(mended_lines(words, hyphenation, within=False)[0]))


def _whole_word(word: str, hyphenation: Hyphenation) -> tuple[str, tuple[str, ...]]:
    """The word without the marks that a program left for its hyphens, where that can be told, and what nothing else prints."""
    first, *others = word.split(BROKEN)
    joined: tuple[str, ...] = ()
    if not first:  # its beginning stands elsewhere
        return word, ()
    for other in others:
        whole = hyphenation.joined(f"{first}-", other)
        joined += (whole.word,) if whole and not whole.is_proven else ()
        first = whole.word if whole else f"{first}{BROKEN}{other}"
    return first, joined


def mended_lines(
    lines: Iterable[Words], hyphenation: Hyphenation, *, within: bool = True, proven: bool = False
) -> tuple[list[Words], list[str]]:
    """The lines of one cell with broken words whole, and those of them that nothing else prints whole.

    Those with the mark that a program left for the hyphen are put together, and those that lines break; ``within`` a line
    as well if they are meant, and without the mark those alone that are ``proven``, if no others are.
    """
    found: list[list[str]] = []
    joined: list[str] = []
    for line in filter(None, lines):
        words: list[str] = []
        for printed in line:
            word, unproven = _whole_word(printed, hyphenation)
            joined += unproven
            above = words or (found[-1] if found else [])
            whole = hyphenation.joined(above[-1], word) if above and (within or not words) else None
            if whole and (whole.is_proven or not proven):
                above.pop()
                joined += [] if whole.is_proven else [whole.word]
                word = whole.word
            words.append(word)
        found = [line for line in (*found, words) if line]
    return [tuple(line) for line in found], joined


def with_whole_words(split: Split, hyphenation: Hyphenation) -> Split:
    """A reading whose cells are told, with the words whole that the ends of their lines break; others stay as they are."""
    if not hyphenation.breaks_words or split.spelt != (None, None):
        return split
    (title, new), (owner, others) = (mended_lines(cell, hyphenation, within=False) for cell in (split.title, split.owner))
    spelt = tuple(chain.from_iterable(title)), tuple(chain.from_iterable(owner))
    if sum(map(len, spelt)) == sum(map(len, (*split.title, *split.owner))):
        return split
    return split._replace(spelt=spelt, joined=(*split.joined, *new, *others))


def mend(header: Evidence, hyphenation: Hyphenation, *, by_lines: bool) -> Evidence:
    """Put the broken words of a header together, where that can be told; ``by_lines`` if no line holds two cells.

    Elsewhere the first word of the next line may be of another cell, so only what the report prints whole is one word.
    """
    if hyphenation.scatters_words:
        header = header._replace(is_cut=True)
    words = " ".join(chain.from_iterable([piece.words for piece in header.pieces]))
    if not holds_hyphen(words) or pattern("BROKEN_IN_WORDS").search(words) is None:
        return header
    pieces, least = list(header.pieces), header.least
    joined: list[str] = []
    if BROKEN in words or hyphenation.breaks_words:
        pieces = [_mended_inside(piece, hyphenation, joined) for piece in pieces]
    beside = min((piece.owner_start for piece in pieces if piece.columns and piece.owner), default=0)
    for column in ("title", "owner"):
        for i, below in pairwise([i for i, piece in enumerate(pieces) if getattr(piece, column)]):
            upper, lower = getattr(pieces[i], column), getattr(pieces[below], column)
            in_columns = all(p.split is not None or p.end <= beside for p in (pieces[i], pieces[below]))
            whole = hyphenation.joined(upper[-1], lower[0])
            if whole and (whole.is_proven or by_lines or in_columns):
                pieces[i] = _replaced(pieces[i], column, upper[:-1])
                pieces[below] = _replaced(pieces[below], column, (whole.word, *lower[1:]))
                joined += [] if whole.is_proven else [whole.word]
                least = below + 1 if i < least <= below else least
    return header._replace(pieces=tuple(pieces), least=least, joined=tuple(joined), breaks_words=hyphenation.breaks_words)


def holds_hyphen(text: str) -> bool:
    """Whether a word in this text may be broken: there is a hyphen, or a mark for one."""
    return pattern("HYPHEN").search(text) is not None


def _replaced(piece: Piece, column: str, words: Words) -> Piece:
    """The piece with other words of the title or the owner."""
    if column == "owner":
        return piece._replace(words=(*piece.title, *words))
    split = None if piece.split is None and words else len(words)
    return piece._replace(words=(*words, *piece.owner), split=split)


def _mended_inside(piece: Piece, hyphenation: Hyphenation, joined: list[str]) -> Piece:
    """The piece with the words whole that some programs join where a line ended: with a mark, or a blank, behind the hyphen.

    What nothing else prints whole is noted among those that are ``joined``.
    """
    title, owner = (mended_lines([words], hyphenation, proven=True) for words in (piece.title, piece.owner))
    joined += title[1] + owner[1]
    whole = tuple(chain.from_iterable(title[0]))
    words = (*whole, *chain.from_iterable(owner[0]))
    return piece._replace(words=words, split=None if piece.split is None else len(whole))


def _is_next(line: Line, after: Line) -> bool:
    """Whether a line follows right behind another; a program puts a blank one between headings."""
    return after.number - line.last_number in ((1, 2) if line.is_marked and after.is_marked else (1,))


def _broken_between(line: Line, after: Line) -> Iterator[tuple[str, str]]:
    """The two halves of a word that is broken between two lines that follow each other."""
    if not holds_hyphen(line.text[-1:]):
        return
    before, behind = line.text.rpartition(" ")[2], after.text.partition(" ")[0]
    if is_broken(before, behind):
        yield before, behind


def _broken_inside(line: Line) -> Iterator[tuple[str, str]]:
    """The two halves of each word in which a program left a mark for its hyphen."""
    for word in without_wraps(line.raw).split():
        first, _, other = word.partition(BROKEN)
        if other:
            yield f"{first}-", other


def _whole(words: Sequence[str]) -> Sequence[str]:
    """The words without those at either end that may be halves."""
    return words[1:-1] if words and pattern("BROKEN_WORD").fullmatch(words[-1]) else words[1:]


def _core(word: str) -> str:
    """The word in small letters, without marks around it."""
    return word.strip("()[]\"'.,:;?!\u2018\u2019\u201c\u201d").casefold()
