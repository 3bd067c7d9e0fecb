"""Columns that a table's own head does not tell, or not rightly: settled by the heads of the other tables, or by arithmetic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from gentbudget.findings import Severity
from gentbudget.model import Column
from gentbudget.parser.lines.misreading import distance
from gentbudget.parser.tables.heads import columns_of
from gentbudget.parser.tables.placing import confirmed, fits
from gentbudget.parser.tables.rows import TableDraft
from gentbudget.vocabulary import MEASURES, TABLES, TableKind

Columns = tuple[Column, ...]
Years = tuple[int | None, int | None]

_MOST_MISREAD = 3
"""So many characters of a whole head may be misread, lost or added; of one that only the vocabulary tells, one fewer."""


@frozen(eq=False)
class Settled:
    """A table whose columns were settled by others, and what is wrong with its own head."""

    table: TableDraft
    code: str
    severity: Severity
    message: str


@frozen
class _Head:
    """A head as it should be: its columns, its text, how much of it may be misread, and who prints it so."""

    columns: Columns
    text: str
    most: int
    printer: str


def settle_columns(drafts: Sequence[TableDraft], years: Years) -> list[Settled]:
    """Give columns to the tables whose head does not tell them rightly, where another head or the arithmetic does."""
    return [*_by_another_head(drafts, years), *_by_arithmetic(drafts, years)]


def _by_another_head(drafts: Sequence[TableDraft], years: Years) -> Iterator[Settled]:
    """The tables whose head is that of most others, or of the accounts, but for a few characters that the rows bear out."""
    counted: dict[TableKind, Counter[Columns]] = defaultdict(Counter)
    printed: dict[Columns, TableDraft] = {}
    for draft in drafts:
        if draft.columns:
            counted[draft.kind][draft.columns] += 1
            printed.setdefault(draft.columns, draft)
    for draft in drafts:
        own, counts = draft.columns, counted[draft.kind]
        heads = [
            _Head(columns, printed[columns].head_text, _MOST_MISREAD, "other tables") for columns, _ in counts.most_common(1)
        ]
        heads = [head for head in heads if own is None or counts[head.columns] > counts[own]]
        if own is None or any(column.name is None for column in own):
            standard = _standard(draft.kind, years)
            heads += [_Head(c, _as_printed(draft.kind, c), _MOST_MISREAD - 1, "accounts") for c in standard]
        head = next((head for head in heads if head.columns != own and _is_misread(draft, head)), None)
        if head is not None:
            yield _settled(draft, head)


def _is_misread(draft: TableDraft, head: _Head) -> bool:
    width = len(head.columns)
    return (
        bool(draft.head)
        and _is_near(draft.head_text, head.text, head.most)
        and all(fits(row.figures, head.columns) for row in draft.rows if len(row) == width)
    )


@lru_cache(maxsize=1024)
def _is_near(text: str, other: str, most: int) -> bool:
    """Whether two heads have the same characters but for a few; what stands between words does not count."""
    return distance(_squeezed(text), _squeezed(other), most) <= most


def _squeezed(text: str) -> str:
    return "".join(c for c in text if c.isalnum() or c == "%").casefold()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _settled(draft: TableDraft, head: _Head) -> Settled:
    """Give the table the columns of a head, and say what was misread."""
    own = draft.columns
    if own is not None and len(own) == len(head.columns):
        read = [(a.label, b.label) for a, b in zip(own, head.columns, strict=True) if a.label != b.label]
    else:
        read = [(_without(draft.head_text, head.text), _without(head.text, draft.head_text))]
    message = f"{'; '.join(f'{a!r} read as {b!r}' for a, b in read)}, as the {head.printer} print it"
    draft.columns = head.columns
    if all(_squeezed(a) != _squeezed(b) and _letters(a) == _letters(b) for a, b in read):
        return Settled(draft, "misread-year", "warning", message)
    return Settled(draft, "misspelt-label", "info", message)


def _without(text: str, other: str) -> str:
    """The words of a head that another has not, or not as often."""
    left = Counter(text.split()) - Counter(other.split())
    return " ".join(left.elements())


def _as_printed(kind: TableKind, columns: Columns) -> str:
    return " ".join((TABLES[kind], *(column.label for column in columns)))


def _by_arithmetic(drafts: Sequence[TableDraft], years: Years) -> list[Settled]:
    """The tables whose head cannot be read, or that have none, and whose rows bear out the columns that they now have.

    These are the columns of the report's other tables of the kind, or those that the accounts always had. Tables with the
    same head decide together.
    """
    known: dict[str, Counter[Columns]] = defaultdict(Counter)
    unknown: dict[tuple[TableKind, str], list[TableDraft]] = defaultdict(list)
    for draft in drafts:
        if draft.columns:
            known[draft.kind][draft.columns] += 1
        else:
            unknown[draft.kind, draft.head_text].append(draft)
    settled: list[Settled] = []
    message = "the head cannot be read; the arithmetic of the rows confirms the columns of the other tables"
    for (kind, _), group in unknown.items():
        for columns in (*(c for c, _ in known[kind].most_common(2)), *_standard(kind, years)):
            if confirmed([row.figures for draft in group for row in draft.rows if len(row) == len(columns)], columns):
                for draft in group:
                    draft.columns = columns
                settled += [Settled(draft, "restored-head", "warning", message) for draft in group]
                break
    return settled


def _standard(kind: TableKind, years: Years) -> list[Columns]:
    """The columns that the accounts always had."""
    year, previous = years
    if year is None or previous is None:
        return []
    return [columns_of(tuple(measure.printed(year, previous) for measure in MEASURES if measure.table == kind))]
