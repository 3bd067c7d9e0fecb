"""What the tables of a report have in common: their columns, their rows, and how the figures under each column look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from gentbudget.findings import Finding
from gentbudget.model import Column
from gentbudget.parser import tolerances
from gentbudget.parser.tables.drafts import TableDraft
from gentbudget.parser.tables.figures import Form
from gentbudget.parser.tables.heads import without_years
from gentbudget.vocabulary import FLOWS, MEASURES, SECTIONS, TableKind, measures_of

Columns = tuple[Column, ...]
Heads = Mapping[TableKind, Mapping[Columns, list[TableDraft]]]
"""Tables by kind and columns."""


@frozen
class Usual:
    """What the tables of a report have in common.

    ``columns`` are those that most tables of a kind have; ``widths`` how many they have; ``forms`` what the figures under
    each column look like; ``rows`` the section and flow of each row that a budget table has.
    """

    columns: Mapping[TableKind, Columns]
    widths: Mapping[TableKind, int]
    forms: Mapping[Columns, tuple[Form, ...]]
    rows: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, drafts: Sequence[TableDraft], heads: Heads) -> Usual:
        """What these tables have in common, given by their columns as well, which must be settled."""
        widths = {kind: Counter[int]() for kind in heads}
        for kind, groups in heads.items():
            for columns, tables in groups.items():
                widths[kind][len(columns)] += len(tables)
        return cls(
            {kind: usual for kind, groups in heads.items() if (usual := _of_most(kind, groups))},
            {kind: max(counted, key=counted.__getitem__) for kind, counted in widths.items()},
            _usual_forms(heads),
            _usual_rows(drafts),
        )


def _of_most(kind: TableKind, groups: Mapping[Columns, list[TableDraft]]) -> Columns | None:
    """The columns that more tables have than all others together; without such, those that the accounts always had."""
    columns = max(groups, key=lambda columns: len(groups[columns]))
    count = len(groups[columns])
    if count > 1 and 2 * count > sum(map(len, groups.values())):
        return columns
    always = [measure.name for measure in measures_of(kind)]
    return next((columns for columns in groups if [column.name for column in columns] == always), None)


def by_columns(drafts: Iterable[TableDraft]) -> Heads:
    """The tables whose columns are known, by kind and columns, in order of appearance."""
    same: dict[tuple[TableKind, int], tuple[Columns, list[TableDraft]]] = {}  # heads that print the same share their columns
    for draft in drafts:
        if draft.columns:
            same.setdefault((draft.kind, id(draft.columns)), (draft.columns, []))[1].append(draft)
    heads: dict[TableKind, dict[Columns, list[TableDraft]]] = {}
    for (kind, _), (columns, tables) in same.items():
        heads.setdefault(kind, {}).setdefault(columns, []).extend(tables)
    return heads


def _usual_forms(heads: Heads) -> dict[Columns, tuple[Form, ...]]:
    """How many decimals the figures of each column have in the whole report, or ought to have where they do not agree.

    Columns of one kind of table that have the same name count together.
    """
    rows: dict[Columns, Counter[tuple[Form, ...]]] = {}
    for groups in heads.values():
        for columns, tables in groups.items():
            width = len(columns)
            printed = [forms for table in tables for row in table.rows if len(forms := row.printed.forms) == width]
            rows.setdefault(columns, Counter()).update(printed)
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
    usual = max(forms, key=forms.__getitem__)
    count = forms[usual]
    always = {m.decimals for m in MEASURES if m.name == key}
    agree = forms.total() - count <= tolerances.MOST_OTHER_FORMS * forms.total()
    return usual if agree or (usual[1] in always and 2 * count > forms.total()) else (usual[0], None)


def _usual_rows(drafts: Iterable[TableDraft]) -> tuple[tuple[str, str], ...]:
    """The rows of the sections that the budget tables of the report print; in a report of few tables, of all sections."""
    tables = [draft for draft in drafts if draft.kind == "budget"]
    printed = Counter(section for draft in tables for section in {row.labels[0] for row in draft.rows})
    few = len(tables) < tolerances.FEWEST_TABLES
    sections = [s.label for s in SECTIONS if few or printed[s.label] >= tolerances.LEAST_PRINTED_SECTION * len(tables)]
    return tuple((section, flow.label) for section in sections for flow in FLOWS)


def unusual_columns(heads: Heads, usual: Usual) -> Iterator[Finding]:
    """A remark for each label that the accounts are not known to print, and for those that they are and no table prints.

    The first may be another's, misread; the others may be lost with their columns.
    """
    told: set[str] = set()
    for kind, groups in heads.items():
        for columns, tables in groups.items():
            for column in columns if columns == usual.columns.get(kind, columns) else ():
                if column.name is None and _key(column) not in told:
                    told.add(_key(column))
                    message = f"the column {column.label} is none that is known; it is read under its label"
                    yield Finding("unknown-column", "info", message, tables[0].line)
        names = {column.name for columns in groups for column in columns}
        if None not in names and (lost := [m.label for m in measures_of(kind) if m.name not in names]):
            labels = ", ".join(lost).format(year="…", previous="…")
            first = min(tables[0].line for tables in groups.values())
            yield Finding("missing-column", "info", f"no table has a column {labels}, which the accounts always had", first)
