"""What a header says, told from what several dumps say: the least damaged, or nothing where they contradict each other.

Extractors break words, `innovatie- beleid` and `vrij willigers`, and cut them where a cell ends. That is damage: the whole word
stands in another dump. Any other difference leaves two words of which one is wrong, and nothing tells which.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, pairwise

from gentbudget.parser import AND

_DASHES = str.maketrans("", "", "-\u2010\u2011\u2013\u2014")


def plain(words: str) -> str:
    """What is said without what depends on the program that extracted it: blanks, hyphens and case."""
    return "".join(words.split()).translate(_DASHES).casefold()


def least_damaged(said: Mapping[int, object]) -> int | None:
    """The dump of which the word holds; None where words differ by more than damage."""
    if len(set(said.values())) <= 1:
        return min(said, default=None)
    words = {number: word for number, word in said.items() if isinstance(word, str)}
    if len(words) < len(said):
        return None
    whole = max(map(plain, words.values()), key=len)
    best = min((number for number in words if plain(words[number]) == whole), key=lambda n: (*_damage(words[n]), n))
    same = all(plain(word) == whole or _is_cut(word, words[best]) for word in words.values())
    return best if same else None


def _damage(words: str) -> tuple[int, int, int]:
    """How often it is broken, to compare spellings: at hyphens, where a hanging hyphen is lost, at blanks."""
    hyphens = [behind for before, behind in pairwise(words.split()) if before.endswith("-")]
    hanging = sum(behind in AND for behind in hyphens)
    return len(hyphens) - hanging, -hanging, words.count(" ")


def _is_cut(word: str, whole: str) -> bool:
    """Whether a word ends in the middle of one of the whole's words; where it ends between two, either may be right."""
    pieces = whole.split()
    lengths = accumulate(len(plain(piece)) for piece in pieces)
    ends = [length for length, piece in zip(lengths, pieces, strict=True) if not piece.endswith("-")]
    return plain(whole).startswith(plain(word)) and len(plain(word)) not in ends
