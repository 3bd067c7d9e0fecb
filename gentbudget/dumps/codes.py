"""Codes that dumps print differently, or of several entries: which of them can be the entry's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gentbudget.codes import letters_of_code
from gentbudget.dumps.alignment import Aligned


def codes_of(aligned: Sequence[Aligned], contents: Iterable[str]) -> list[str | None]:
    """The code of each entry: the one that its dumps print, or that one of several which can be its code; else None.

    A code is none of its own that more dumps print of another entry, as where one dump has a page twice. Of several, none is
    that is another entry's, that has another length than all codes of its letters (than all codes, if no other has these), or
    that the table of contents does not list where it lists another.
    """
    listed = frozenset(contents)
    printed = [Counter(entry.code for entry in one.entries if entry.code) for one in aligned]
    taken = {code for counts in printed if len(counts) == 1 for code in counts}
    most: dict[str, int] = {}
    lengths: dict[str, set[int]] = {}
    for code, count in (item for counts in printed for item in counts.items()):
        most[code] = max(count, most.get(code, 0))
        if code in taken:
            lengths.setdefault(letters_of_code(code), set()).add(len(code))
    any_length = set().union(*lengths.values())

    def code_of(counts: Mapping[str, int]) -> str | None:
        left = [code for code, count in counts.items() if count == most[code]]
        if len(counts) > 1:
            left = [
                code for code in left if code not in taken and len(code) in (lengths.get(letters_of_code(code)) or any_length)
            ]
            left = [code for code in left if code in listed] or left
        return left[0] if len(left) == 1 else None

    return list(map(code_of, printed))
