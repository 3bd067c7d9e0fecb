"""What a line says that is read as a row: its labels and its figures, each distinct line read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from attrs import evolve, frozen

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern, unwrapped, words_of
from gentbudget.parser.lines.naming import labels_of, row_labels
from gentbudget.parser.lines.stubs import FLOW_LABELS, read_stub
from gentbudget.parser.tables.figures import Form, PlainDecimals, read_figure
from gentbudget.vocabulary import STAFF_ROW, TableKind

Values = TypeVar("Values", bound=tuple[object, ...])

Run = tuple[str, int]
"""A run of characters, and its offset in the line."""


@frozen(eq=False, weakref_slot=False)
class PrintedRow:
    """A row as it is printed: its labels, spelt as they should be and as they are, and its figures.

    The figures stand at ``offsets`` behind its beginning; ``lengths``, ``values`` and ``forms`` are theirs. What many rows
    have in common, they share. ``stub`` are the letters before its flow that are not just a section's label; ``kind`` is that
    of its table.
    """

    labels: tuple[str, ...]
    printed_labels: tuple[str, ...]
    offsets: tuple[int, ...]
    lengths: tuple[int, ...]
    values: tuple[Decimal | None, ...]
    forms: tuple[Form, ...]
    stub: str = ""
    kind: TableKind = "budget"

    @classmethod
    def of(
        cls,
        labels: tuple[str, ...],
        printed: tuple[str, ...],
        figures: Sequence[Run] = (),
        plain: PlainDecimals | None = None,
        stub: str = "",
    ) -> PrintedRow:
        """A row with these labels and figures; ``plain`` is as for `read_figure`."""
        read = [read_figure(text, plain) for text, _ in figures]
        return cls(
            labels,
            labels if labels == printed else printed,
            _shared(tuple([offset for _, offset in figures])),
            _shared(tuple([len(text) for text, _ in figures])),
            tuple([value for value, _ in read]),
            _shared(tuple([form for _, form in read])),
            stub,
            kind_of_row(labels),
        )


def kind_of_row(labels: tuple[str, ...]) -> TableKind:
    """Of which table the row with these labels is."""
    return "staff" if labels == (STAFF_ROW,) else "budget"


@lru_cache(maxsize=2048)
def _shared(values: Values) -> Values:
    """One tuple for all that are equal."""
    return values


@lru_cache(maxsize=2048)
def read_rows(raw: str) -> tuple[PrintedRow, ...]:
    """The rows that a line prints: one, but some programs put both rows of a section on one line.

    Many lines of a report are the same: they say that there is nothing.
    """
    if sum(map(raw.count, FLOW_LABELS)) < len(FLOW_LABELS):
        return (_read_row(raw),)
    starts = [0, *(second.start("row") for second in pattern("SECOND_ROW").finditer(raw))]
    rows = [_read_row(raw[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return tuple(
        [evolve(row, offsets=tuple([start + o for o in row.offsets])) for start, row in zip(starts, rows, strict=True)]
    )


def _read_row(raw: str) -> PrintedRow:
    parts = pattern("ROW_PARTS").match(raw)
    if parts and not any(map(str.isalpha, parts["first"])):
        words = parts["labels"]
        labels, printed = labels_of(words), tuple(words_of(words))
        # Nothing but the labels stands before the figures.
        if len(labels) == len(printed):
            return PrintedRow.of(labels, printed, figures_behind(raw, start=parts.start("figures")))
    if stub := read_stub(raw):
        return PrintedRow.of(stub.labels, stub.printed, figures_behind(raw, start=stub.end), stub=stub.letters)
    labels = row_labels(raw)
    return PrintedRow.of(labels, printed_words(raw)[: len(labels)], figures_behind(raw, labels=len(labels)))


def figures_behind(raw: str, *, labels: int = 0, start: int = 0) -> list[Run]:
    """The figures of a line from an offset on, behind so many labels there, misread figures included."""
    found = list(runs(raw, start))[labels:]
    while found and is_word(found[0][0]):
        del found[0]
    return found


def words_before_figures(raw: str) -> tuple[str, ...]:
    """What stands before the first figure of a line."""
    words: list[str] = []
    for run, _ in runs(raw):
        if pattern("FIGURE").fullmatch(run):
            break
        words.append(run)
    return tuple(words)


def printed_words(raw: str) -> tuple[str, ...]:
    """All that stands in a line, figures included."""
    return tuple([run for run, _ in runs(raw)])


@lru_cache(maxsize=1024)
def is_word(text: str) -> bool:
    """Whether this is no figure, not even a misread one."""
    return sum(map(str.isalpha, text)) >= tolerances.FEWEST_WORD_LETTERS


def runs(raw: str, start: int = 0) -> Iterator[Run]:
    """What stands between blanks and borders of a line, from an offset on."""
    for run in pattern("RUN").finditer(unwrapped(raw), start):
        yield run[0], run.start()
