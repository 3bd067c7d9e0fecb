"""Codes that dumps print differently: which of them can be the entry's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile

from gentbudget.dumps.alignment import Aligned


def codes_of(aligned: Sequence[Aligned], contents: Iterable[str]) -> list[str | None]:
    """The code of each entry: the one that its dumps print, or that one of several which can be its code; else None.

    A code is none of its own that another entry has, that has another length than all codes of its letters, or that the
    table of contents does not list where it lists the other.
    """
    listed = frozenset(contents)
    taken = Counter(code for one in aligned if len(one.codes) == 1 for code in one.codes)
    lengths: dict[str, set[int]] = {}
    for code in taken:
        lengths.setdefault(_letters(code), set()).add(len(code))
    return [_code_of(one.codes, taken, lengths, listed) for one in aligned]


def _code_of(
    codes: Collection[str], taken: Collection[str], lengths: Mapping[str, Collection[int]], contents: Collection[str]
) -> str | None:
    if len(set(codes)) <= 1:
        return next(iter(codes), None)
    left = [code for code in codes if code not in taken and len(code) in lengths.get(_letters(code), (len(code),))]
    left = [code for code in left if code in contents] or left
    return left[0] if len(left) == 1 else None


def _letters(code: str) -> str:
    return "".join(takewhile(str.isalpha, code))
