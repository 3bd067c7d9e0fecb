"""What the tables of a report tell each other: columns that a head does not tell, and how the figures of each look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from gentbudget.model import Column
from gentbudget.parser.tables.figures import Form
from gentbudget.parser.tables.heads import columns_of, without_years
from gentbudget.parser.tables.placing import confirmed, fits, place
from gentbudget.parser.tables.rows import RowDraft, TableDraft
from gentbudget.vocabulary import FLOWS, MEASURES, SECTIONS, TableKind

Columns = tuple[Column, ...]
Years = tuple[int | None, int | None]

_MOST_OTHER_FORMS = 0.1
"""In a column whose figures have a form, no more of them than this share have another."""

_FEWEST_TABLES = 10
_LEAST_PRINTED = 0.1
"""Of so many tables, this share prints a section that the tables of the report have."""


@frozen
class Usual:
    """What the tables of a report have in common.

    ``widths`` are how many columns they have, by kind; ``forms`` what the figures under each column look like; ``rows``
    the section and flow of each row that a budget table has.
    """

    widths: Mapping[TableKind, int]
    forms: Mapping[Columns, tuple[Form, ...]]
    rows: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, drafts: Sequence[TableDraft]) -> Usual:
        """What these tables have in common; their columns must be settled."""
        heads = by_columns(drafts)
        widths = {kind: Counter[int]() for kind in heads}
        for kind, groups in heads.items():
            for columns, tables in groups.items():
                widths[kind][len(columns)] += len(tables)
        return cls(
            {kind: counted.most_common(1)[0][0] for kind, counted in widths.items()},
            _usual_forms(heads),
            _usual_rows(drafts),
        )


def by_columns(drafts: Iterable[TableDraft]) -> Mapping[TableKind, Mapping[Columns, list[TableDraft]]]:
    """The tables whose columns are known, by kind and columns, in order of appearance."""
    same: dict[tuple[TableKind, int], tuple[Columns, list[TableDraft]]] = {}  # heads that print the same share their columns
    for draft in drafts:
        if draft.columns:
            same.setdefault((draft.kind, id(draft.columns)), (draft.columns, []))[1].append(draft)
    heads: dict[TableKind, dict[Columns, list[TableDraft]]] = {}
    for (kind, _), (columns, tables) in same.items():
        heads.setdefault(kind, {}).setdefault(columns, []).extend(tables)
    return heads


def _usual_forms(heads: Mapping[TableKind, Mapping[Columns, list[TableDraft]]]) -> dict[Columns, tuple[Form, ...]]:
    """How many decimals the figures of each column have in the whole report, or ought to have where they do not agree.

    Columns of one kind of table that have the same name count together.
    """
    rows: dict[Columns, Counter[tuple[Form, ...]]] = {}
    for groups in heads.values():
        for columns, tables in groups.items():
            printed = [row.printed.forms for table in tables for row in table.rows]
            rows.setdefault(columns, Counter()).update([forms for forms in printed if len(forms) == len(columns)])
    counted: dict[str, Counter[Form]] = defaultdict(Counter)
    for columns, of_columns in rows.items():
        for forms, count in of_columns.items():
            for column, form in zip(columns, forms, strict=True):
                if form[1] is not None and form[0] == column.is_share:
                    counted[_key(column)][form] += count
    expected = {key: _expected(key, forms) for key, forms in counted.items()}
    return {columns: tuple(expected.get(_key(c), (c.is_share, None)) for c in columns) for columns in rows}


def _key(column: Column) -> str:
    return column.name or " ".join(without_years(column.label))


def _expected(key: str, forms: Counter[Form]) -> Form:
    """The form that nearly all figures of a column have, or most have and the accounts always had."""
    usual, count = forms.most_common(1)[0]
    always = {m.decimals for m in MEASURES if m.name == key}
    agree = forms.total() - count <= _MOST_OTHER_FORMS * forms.total()
    return usual if agree or (usual[1] in always and 2 * count > forms.total()) else (usual[0], None)


def _usual_rows(drafts: Iterable[TableDraft]) -> tuple[tuple[str, str], ...]:
    """The rows of the sections that the budget tables of the report print; in a report of few tables, of all sections."""
    tables = [draft for draft in drafts if draft.kind == "budget"]
    printed = Counter(section for draft in tables for section in {row.labels[0] for row in draft.rows})
    few = len(tables) < _FEWEST_TABLES
    sections = [s.label for s in SECTIONS if few or printed[s.label] >= _LEAST_PRINTED * len(tables)]
    return tuple((section, flow.label) for section in sections for flow in FLOWS)


@frozen(eq=False)
class Settled:
    """A table whose columns were settled by others, and what is wrong with its own head."""

    table: TableDraft
    code: str
    message: str


def settle_columns(drafts: Sequence[TableDraft], years: Years) -> list[Settled]:
    """Give columns to the tables whose head does not tell them, or has a misread year, where the arithmetic allows it."""
    return [*_restored(drafts, years), *_with_a_misread_year(drafts)]


def _restored(drafts: Sequence[TableDraft], years: Years) -> list[Settled]:
    """The tables whose head cannot be read, or that have none, and whose rows bear out the columns that they now have.

    These are the columns of the report's other tables of the kind, or those that the accounts always had. Tables with the
    same head decide together.
    """
    unknown: dict[tuple[TableKind, str], list[TableDraft]] = defaultdict(list)
    for draft in drafts:
        if not draft.columns:
            unknown[draft.kind, draft.head_text].append(draft)
    known = by_columns(drafts) if unknown else {}
    settled: list[Settled] = []
    message = "the head cannot be read; the arithmetic of the rows confirms the columns of the other tables"
    for (kind, _), group in unknown.items():
        printed = known.get(kind, {})
        for columns in (*sorted(printed, key=lambda c: -len(printed[c]))[:2], *_standard_columns(kind, years)):
            rows = [row for draft in group for row in draft.rows if len(row) == len(columns)]
            placed = [p for p in (place(row.figures, columns) for row in rows) if p is not None]
            if placed and len(placed) == len(rows) and confirmed(placed, columns):
                for draft in group:
                    draft.columns = columns
                settled += [Settled(draft, "restored-head", message) for draft in group]
                break
    return settled


def _standard_columns(kind: TableKind, years: Years) -> list[Columns]:
    year, previous = years
    if year is None or previous is None:
        return []
    return [columns_of(tuple(measure.printed(year, previous) for measure in MEASURES if measure.table == kind))]


def _with_a_misread_year(drafts: Sequence[TableDraft]) -> list[Settled]:
    """The tables whose head differs from most others of the kind in one year, and whose rows do not contradict these."""
    settled: list[Settled] = []
    for groups in by_columns(drafts).values():
        usual = max(groups, key=lambda columns: len(groups[columns]))
        for columns, tables in groups.items():
            misread = _misread_label(columns, usual)
            if misread is None or len(tables) >= len(groups[usual]):
                continue
            message = f"{columns[misread].label!r} read as {usual[misread].label!r}, as the other tables print it"
            for draft in tables:
                if all(_agrees(row, usual) for row in draft.rows if len(row) == len(usual)):
                    draft.columns = usual
                    settled.append(Settled(draft, "misread-year", message))
    return settled


def _misread_label(columns: Columns, usual: Columns) -> int | None:
    """Which label alone has another year than the usual one; None if the heads differ otherwise."""
    if len(columns) != len(usual):
        return None
    different = [i for i, (one, other) in enumerate(zip(columns, usual, strict=True)) if one.label != other.label]
    if len(different) != 1:
        return None
    one, other = columns[different[0]].label, usual[different[0]].label
    return different[0] if without_years(one) == without_years(other) else None


def _agrees(row: RowDraft, columns: Columns) -> bool:
    return fits(row.figures, columns)
