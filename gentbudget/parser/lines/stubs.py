"""The first cells of a row, where borders part them: the flow in a cell of its own, beside what is left of the section's label.

A cell that spans two rows may come out cut through (`E li t ti` beside *Uitgaven*, `x po a e` beside *Ontvangsten*), and its
words broken or parted by blanks. A cell is read by its letters alone, whatever stands between them.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from gentbudget.parser.lines.grammar import pattern, words_of
from gentbudget.parser.lines.misreading import nearest
from gentbudget.vocabulary import FLOWS, SECTIONS

SECTION_LABELS = tuple(section.label for section in SECTIONS)
FLOW_LABELS = tuple(flow.label for flow in FLOWS)


@frozen
class Stub:
    """What stands before the figures of a row: its labels, spelt as they should be and as printed, and where they end.

    ``letters`` are those before the flow where they are not just a section's label.
    """

    labels: tuple[str, ...]
    printed: tuple[str, ...]
    end: int
    letters: str = ""


@lru_cache(maxsize=1024)
def read_stub(raw: str) -> Stub | None:
    """The stub of a row whose cells have borders, if one of its cells, before any figure, is a flow; None otherwise.

    >>> read_stub("|Fi nan cie rin|Uitgaven|1.657.469|").labels, read_stub("|g|Ont vangsten|0|").letters
    (('Uitgaven',), 'g')
    """
    if pattern("BORDERED").match(raw) is None:
        return None
    before, start = "", 0
    for border in pattern("BORDER").finditer(raw):
        words = words_of(raw[start : border.start()])
        letters = "".join(filter(str.isalpha, "".join(words)))
        if any(map(str.isdigit, "".join(words))):
            return None
        if flow := nearest(letters, FLOW_LABELS) or nearest("".join(words), FLOW_LABELS):
            section = nearest(before, SECTION_LABELS)
            printed = flow if letters == flow else " ".join(words)
            labels = (section, flow) if section else (flow,)
            return Stub(
                labels, (before, printed) if section else (printed,), border.start(), "" if section == before else before
            )
        before += letters
        start = border.end()
    return None
