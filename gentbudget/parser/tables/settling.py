"""Columns that a table's own head does not tell, or not rightly: settled by the heads of the other tables, or by arithmetic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from gentbudget.findings import Severity
from gentbudget.parser import tolerances
from gentbudget.parser.lines.misreading import distance
from gentbudget.parser.tables.columns import Columns, by_columns
from gentbudget.parser.tables.drafts import TableDraft
from gentbudget.parser.tables.heads import columns_of, letters, squeezed
from gentbudget.parser.tables.placing import confirmed, fits, kinds_fit
from gentbudget.vocabulary import TABLES, TableKind, measures_of

Years = tuple[int | None, int | None]


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
    groups = by_columns(drafts)
    candidates: dict[tuple[TableKind, int], list[_Head]] = {}  # heads that print the same share their columns
    for draft in drafts:
        key = draft.kind, id(draft.columns)
        heads = candidates.get(key)
        if heads is None:
            heads = candidates[key] = list(_candidates(draft, groups.get(draft.kind, {}), years))
        head = next((head for head in heads if _is_misread(draft, head)), None) if heads else None
        if head is not None:
            yield _settled(draft, head)


def _candidates(draft: TableDraft, groups: Mapping[Columns, list[TableDraft]], years: Years) -> Iterator[_Head]:
    """The heads that a table's may be a misreading of: most others' and, where a label is unknown, the accounts'."""
    own = draft.columns
    usual = max(groups, key=lambda columns: len(groups[columns]), default=own)
    if usual is not None and usual != own and len(groups[usual]) > len(groups.get(own or (), ())):
        yield _Head(usual, groups[usual][0].head_text, tolerances.MISREAD_IN_HEAD, "other tables")
    if own is None or any(column.name is None for column in own):
        for columns in _standard(draft.kind, years):
            yield _Head(columns, _as_printed(draft.kind, columns), tolerances.MISREAD_IN_HEAD - 1, "accounts")


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
    return distance(squeezed(text), squeezed(other), most) <= most


def _settled(draft: TableDraft, head: _Head) -> Settled:
    """Give the table the columns of a head, and say what was misread."""
    own = draft.columns
    if own is not None and len(own) == len(head.columns):
        read = [(a.label, b.label) for a, b in zip(own, head.columns, strict=True) if a.label != b.label]
    else:
        read = [(_without(draft.head_text, head.text), _without(head.text, draft.head_text))]
    message = f"{'; '.join(f'{a!r} read as {b!r}' for a, b in read)}, as the {head.printer} print it"
    draft.columns = head.columns
    if all(squeezed(a) != squeezed(b) and letters(a) == letters(b) for a, b in read):
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
    same head decide together. A head is not read rightly, either, if no row has amounts and percentages where it has them:
    its lines are mixed.
    """
    unknown: dict[tuple[TableKind, str], list[TableDraft]] = defaultdict(list)
    for draft in drafts:
        if not draft.columns or _contradicts_all_rows(draft, draft.columns):
            unknown[draft.kind, draft.head_text].append(draft)
    known = by_columns(drafts) if unknown else {}
    settled: list[Settled] = []
    message = "the head cannot be read; the arithmetic of the rows confirms the columns of the other tables"
    for (kind, _), group in unknown.items():
        printed = known.get(kind, {})
        for columns in (*sorted(printed, key=lambda c: -len(printed[c]))[:2], *_standard(kind, years)):
            whole = [row for draft in group for row in draft.rows if len(row) == len(columns)]
            sure = [row for row in whole if not (row.unread or row.behind_unknown)]
            if confirmed([row.figures for row in sure or whole], columns):
                for draft in group:
                    draft.columns = columns
                settled += [Settled(draft, "restored-head", "warning", message) for draft in group]
                break
    return settled


def _contradicts_all_rows(draft: TableDraft, columns: Columns) -> bool:
    """Whether the table has rows with a figure for every column, and all have another kind of figure under one of them."""
    kinds = [column.is_share for column in columns]
    has_whole_rows = False
    for row in draft.rows:
        if len(forms := row.printed.forms) == len(kinds):
            has_whole_rows = True
            if [is_share for is_share, _ in forms] == kinds or kinds_fit(row.figures, columns):
                return False
    return has_whole_rows


def _standard(kind: TableKind, years: Years) -> list[Columns]:
    """The columns that the accounts always had."""
    year, previous = years
    if year is None:
        return []
    return [columns_of(tuple(measure.printed(year, previous or year - 1) for measure in measures_of(kind)))]
