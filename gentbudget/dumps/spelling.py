"""What a header says, told from what several dumps say: the least damaged, or nothing where they contradict each other.

Extractors break words, `innovatie- beleid` and `vrij willigers`, and cut them where a cell ends. That is damage: the whole word
stands in another dump. Any other difference leaves two words of which one is wrong, and nothing tells which.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import accumulate, pairwise
from sys import maxsize

from gentbudget.parser import AND

_DASHES = str.maketrans("", "", "-\u2010\u2011\u2013\u2014")


def plain(words: str) -> str:
    """What is said without what depends on the program that extracted it: blanks, hyphens and case."""
    return closed_up(words).translate(_DASHES).casefold()


def closed_up(words: str) -> str:
    """What is said without blanks."""
    return "".join(words.split())


def least_damaged(said: Mapping[int, object], printed: Mapping[str, int]) -> int | None:
    """The dump of which the word holds, given how often each word is printed; None where they differ by more than damage."""
    if len(set(said.values())) <= 1:
        return min(said, default=None)
    words = {number: word for number, word in said.items() if isinstance(word, str)}
    if len(words) < len(said):
        return None
    whole = max(map(plain, words.values()), key=len)
    # Where only blanks differ, they stand in the middle of words.
    spelt_out: dict[str, int] = {}
    for number in sorted((n for n in words if plain(words[n]) == whole), key=lambda n: (len(words[n].split()), n)):
        spelt_out.setdefault(closed_up(words[number]), number)
    shared = set[str].intersection(*(set(words[number].split()) for number in spelt_out.values()))
    best = min(spelt_out.values(), key=lambda number: (*_damage(words[number], shared, printed), number))
    same = all(plain(word) == whole or _is_cut(word, words[best]) for word in words.values())
    return best if same else None


def _damage(words: str, shared: Collection[str], printed: Mapping[str, int]) -> tuple[int, int, int]:
    """How broken a spelling is: by the rarest word that others do not share, broken hyphens, hanging hyphens that are lost."""
    pieces = words.split()
    rarest = min((printed[piece] for piece in pieces if piece not in shared), default=maxsize)
    hyphens = [behind for before, behind in pairwise(pieces) if before.endswith("-")]
    hanging = sum(behind in AND for behind in hyphens)
    return -rarest, len(hyphens) - hanging, -hanging


def _is_cut(word: str, whole: str) -> bool:
    """Whether a word ends in the middle of one of the whole's words; where it ends between two, either may be right."""
    pieces = whole.split()
    lengths = accumulate(len(plain(piece)) for piece in pieces)
    ends = [length for length, piece in zip(lengths, pieces, strict=True) if not piece.endswith("-")]
    return plain(whole).startswith(plain(word)) and len(plain(word)) not in ends
