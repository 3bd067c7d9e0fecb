"""What stands before the figures of a row, read by its letters, whatever parts them: blanks, broken words' marks, borders.

Where borders part its cells, the flow stands in one of its own, beside what is left of the section's label: a cell that spans
two rows may come out cut through, `E li t ti` beside *Uitgaven* and `x po a e` beside *Ontvangsten*.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern, words_of
from gentbudget.parser.lines.misreading import letters_of, nearest
from gentbudget.vocabulary import FLOWS, SECTIONS

SECTION_LABELS = tuple(section.label for section in SECTIONS)
FLOW_LABELS = tuple(flow.label for flow in FLOWS)

_BY_LETTERS = {
    letters_of("".join(labels)): labels
    for labels in (
        *((section,) for section in SECTION_LABELS),
        *((flow,) for flow in FLOW_LABELS),
        *((section, flow) for section in SECTION_LABELS for flow in FLOW_LABELS),
    )
}

_SECTIONS = tuple(map(str.casefold, SECTION_LABELS))


@frozen
class Stub:
    """What stands before the figures of a row: its labels, spelt as they should be and as printed, and where they end.

    ``letters`` are those before the flow where they are not just a section's label.
    """

    labels: tuple[str, ...]
    printed: tuple[str, ...]
    end: int
    letters: str = ""


def of_letters(letters: str) -> tuple[str, ...]:
    """The labels of a row that these letters are; none if they are not."""
    return _BY_LETTERS.get(letters, ())


@lru_cache(maxsize=1024)
def read_stub(raw: str) -> Stub | None:
    """The stub of a row, or of a line with a row's labels alone; None if its letters are no labels.

    Where cells have borders, one of them, before any figure, must be a flow.

    >>> read_stub("|E li t ti|Uitgaven|2.252.062|").labels, read_stub("|g|Ont vangsten|0|").letters
    (('Uitgaven',), 'g')
    >>> read_stub("In ves te ring Ont vangs ten 2.963 1.625").labels
    ('Investering', 'Ontvangsten')
    """
    return _between_borders(raw) if pattern("BORDERED").match(raw) else _before_figures(raw)


def _before_figures(raw: str) -> Stub | None:
    figure = next((run.start() for run in pattern("RUN").finditer(raw) if any(map(str.isdigit, run[0]))), len(raw))
    if figure > tolerances.LABELLED_ROW:
        return None
    stub, letters = raw[:figure].rstrip(), letters_of(raw[:figure])
    if labels := of_letters(letters):
        return Stub(labels, labels, figure)
    if figure == len(raw):
        return None
    if pattern("HYPHEN").fullmatch(stub[-1:]):
        begun = [labels for whole, labels in _BY_LETTERS.items() if letters and whole.startswith(letters)]
        if len(begun) == 1:
            *others, last = begun[0]  # its rest stands below
            return Stub(begun[0], (*others, f"{last[: len(letters) - len(''.join(others))]}-"), figure)
    for flow in FLOW_LABELS:
        piece = letters.removesuffix(flow.casefold())
        if piece != letters and any(section.startswith(piece) or section.endswith(piece) for section in _SECTIONS):
            return Stub((flow,), (flow,), figure, piece)
    return None


def _between_borders(raw: str) -> Stub | None:
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
