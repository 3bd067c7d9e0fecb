"""Names learnt from headings that a program joined of several lines: `Beheer van Dienst Groen parken en pleinen`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence
from gentbudget.parser.headers.names import is_name, is_small, only_parts
from gentbudget.parser.headers.whole import may_end
from gentbudget.parser.lines.phrases import ends_open


def names_in_headings(headers: Sequence[Evidence]) -> dict[Words, int]:
    """Names in the middle of headings that a program joined of several lines, behind and before different words.

    Wherever one ends, a small word follows. One that a longer one has wherever it stands is none.
    """
    titles: dict[Words, set[str]] = defaultdict(set)
    before: dict[Words, set[str]] = defaultdict(set)
    behind: dict[Words, set[str]] = defaultdict(set)
    ends: dict[Words, set[str]] = defaultdict(set)
    for header in headers:
        words = header.code_piece.words if header.code_piece.marked and header.own == 1 else ()
        for start, end in combinations(range(1, len(words) + 1), 2):
            name = words[start:end]
            after = "".join(words[end : end + 1])
            if name[0][0].isupper() and name[-1][0].isupper() and not after[:1].isupper() and may_end(name) and is_name(name):
                titles[name].add(header.code_piece.text)
                before[name].add(words[start - 1])
                behind[name].add(after)
                ends[name].add(words[-1])
    names = {
        name: found
        for name, found in titles.items()
        if len(found) > 1
        and len(before[name]) > 1
        and len(behind[name]) > 1
        # Where all end alike, that may be the rest of the name, on its next line.
        and len(ends[name]) > 1
        and any(is_small(word) and not ends_open(word) for word in before[name])
    }
    parts = only_parts(names)
    return {name: len(before[name]) for name in names if name not in parts}
