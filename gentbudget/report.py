"""The report: what `gentbudget.parse` returns, and how entries are looked up in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from attrs import field, frozen

from gentbudget.checks import Audit, Inference, audit
from gentbudget.codes import normalise_code
from gentbudget.errors import UnknownCodeError, WrongKindError, expect
from gentbudget.findings import Finding, worst_first
from gentbudget.model import Action, ActionPlan, ContentsRow, Entry, Kind, Objective, Project, Row
from gentbudget.search import meets
from gentbudget.shown import Shown
from gentbudget.vocabulary import KINDS

if TYPE_CHECKING:
    import pyarrow

    from gentbudget.exports.columns import TableName
    from gentbudget.exports.records import Record

Default = TypeVar("Default")
AnyEntry = TypeVar("AnyEntry", bound=Entry)


@frozen
class Report(Shown, Mapping[str, Entry]):
    """The annual accounts' overview of policy objectives, as one text dump prints it: a mapping from codes to entries.

    ``roots`` are the entries that stand under no other: the objectives and, in a text that lost its beginning, whatever
    comes before the first of them. ``title`` is the title of the overview; ``year`` and ``previous_year`` are the year of
    the accounts and the one before, None where no head tells. ``contents`` are the rows of the table of contents.
    ``text`` is the text that was read, which spans index, and ``source`` what findings call it. ``findings`` are what the
    parser tolerated, by line; ``unclaimed`` the numbers of the lines that belong to no part of the report. Reports are equal
    if their text is and their entries say the same. Where two entries have one code, the first is found.

    >>> import gentbudget
    >>> report = gentbudget.load_sample()
    >>> report["OD10071"] is report["od 10071"], "OD10071" in report, report.get("OD99999") is None
    (True, True, True)
    >>> report.year, len(report), report.contents[0].code
    (2024, 314, 'SD10041')
    """

    text: str = field(repr=False)
    roots: tuple[Entry, ...] = field(repr=False)
    title: str | None = field(default=None, eq=False)
    year: int | None = field(default=None, eq=False)
    previous_year: int | None = field(default=None, eq=False)
    contents: tuple[ContentsRow, ...] = field(default=(), repr=False, eq=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False, eq=False)
    unclaimed: tuple[int, ...] = field(default=(), repr=False, eq=False)
    source: str = field(default="<text>", eq=False)

    def __attrs_post_init__(self) -> None:
        expect(self.text, str, "a str as text")
        expect(self.roots, tuple, "a tuple of entries as roots")
        for root in self.roots:
            expect(root, Entry, "entries as roots")

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry in document order, those without a code included."""
        return tuple(_walk(self.roots))

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The policy objectives, in document order."""
        return tuple(e for e in self.entries if isinstance(e, Objective))

    @property
    def plans(self) -> tuple[ActionPlan, ...]:
        """The action plans, in document order."""
        return tuple(e for e in self.entries if isinstance(e, ActionPlan))

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions and projects, in document order."""
        return tuple(e for e in self.entries if isinstance(e, Action))

    def __getitem__(self, code: str) -> Entry:
        """The entry with this code, however it is spaced or cased; raises `UnknownCodeError`."""
        entry = self.get(code)
        if entry is None:
            raise UnknownCodeError(normalise_code(code), self._by_code)
        return entry

    @overload
    def get(self, code: str) -> Entry | None: ...
    @overload
    def get(self, code: str, default: Default) -> Entry | Default: ...
    def get(self, code: str, default: Default | None = None) -> Entry | Default | None:
        """The entry with this code, or the default."""
        expect(code, str, "the code of an entry, a str such as 'OD10071'")
        return self._by_code.get(normalise_code(code), default)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and normalise_code(code) in self._by_code

    def __iter__(self) -> Iterator[str]:
        """The codes, in document order."""
        return iter(self._by_code)

    def __len__(self) -> int:
        """How many entries can be looked up by code."""
        return len(self._by_code)

    def objective(self, code: str) -> Objective:
        """The objective with this code; raises `UnknownCodeError`, or `WrongKindError` for an entry of another kind."""
        return self._of_kind(code, Objective)

    def plan(self, code: str) -> ActionPlan:
        """The action plan with this code; raises like `objective`."""
        return self._of_kind(code, ActionPlan)

    def action(self, code: str) -> Action:
        """The action or project with this code, as in `actions`; raises like `objective`."""
        return self._of_kind(code, Action)

    def project(self, code: str) -> Project:
        """The project with this code; raises like `objective`."""
        return self._of_kind(code, Project)

    def _of_kind(self, code: str, kind: type[AnyEntry]) -> AnyEntry:
        entry = self[code]
        if not isinstance(entry, kind):
            raise WrongKindError(normalise_code(code), kind.kind, entry.kind)
        return entry

    def at(self, line: int) -> Entry | None:
        """The entry that a line of the text, counted from 1, belongs to; None for a line of no entry."""
        if not isinstance(line, int) or isinstance(line, bool):
            raise TypeError(f"expected the number of a line, an int, not {type(line).__name__}")
        before = bisect_right(self._by_line, line, key=lambda place: place[0])
        return next((entry for _, last, entry in self._by_line[max(before - 1, 0) : before] if line <= last), None)

    @property
    def owners(self) -> tuple[str, ...]:
        """The owners of actions and projects, each once, in order of appearance."""
        return tuple(dict.fromkeys(action.owner for action in self.actions if action.owner is not None))

    def same_as(self, other: Report) -> bool:
        """Whether the entries of two reports say the same, whatever text they were read from."""
        expect(other, Report, "a Report")
        return self.roots == other.roots

    def parent(self, entry: Entry | str) -> Entry | None:
        """The entry that this entry, or the entry with this code, stands under; None at the top of the hierarchy.

        Raises `UnknownCodeError` for a code, or an entry, that is not of this report.
        """
        if isinstance(entry, str):
            entry = self[entry]
        try:
            return self._parents[id(self._own(entry))]
        except KeyError:
            raise UnknownCodeError(str(entry.code), self._by_code) from None

    def findings_of(self, subject: Entry | Row | str) -> tuple[Finding, ...]:
        """What is known against an entry, the entry with a code, or a row: from the parser and from `check`, worst first.

        A row that is not printed has no findings of its own; those that say so are its entry's. Of an entry that is built by
        hand, which stands on no line, they are those that name its code.

        >>> import gentbudget
        >>> [finding.code for finding in gentbudget.load_sample().findings_of("AC34852")]
        ['missing-column']
        """
        if isinstance(subject, str):
            subject = self[subject]
        known = (*self.findings, *self.check())
        if isinstance(subject, Row):
            return tuple(worst_first(f for f in known if subject.line is not None and subject.line in f.rows))
        expect(subject, Entry, "an entry, a code or a row")
        spans = self._spans(subject)
        if subject.lines[0] < 1:
            return tuple(worst_first(f for f in known if f.entry is not None and f.entry == subject.code))
        return tuple(
            worst_first(f for f in known if any(first <= line <= last for line in (f.line, *f.rows) for first, last in spans))
        )

    @overload
    def find(
        self,
        *,
        kind: Literal["objective"],
        owner: str | None = None,
        status: str | None = None,
        phase: str | None = None,
        text: str | None = None,
    ) -> tuple[Objective, ...]: ...
    @overload
    def find(
        self,
        *,
        kind: Literal["plan"],
        owner: str | None = None,
        status: str | None = None,
        phase: str | None = None,
        text: str | None = None,
    ) -> tuple[ActionPlan, ...]: ...
    @overload
    def find(
        self,
        *,
        kind: Literal["action"],
        owner: str | None = None,
        status: str | None = None,
        phase: str | None = None,
        text: str | None = None,
    ) -> tuple[Action, ...]: ...
    @overload
    def find(
        self,
        *,
        kind: Literal["project"],
        owner: str | None = None,
        status: str | None = None,
        phase: str | None = None,
        text: str | None = None,
    ) -> tuple[Project, ...]: ...
    @overload
    def find(
        self,
        *,
        kind: Kind | None = None,
        owner: str | None = None,
        status: str | None = None,
        phase: str | None = None,
        text: str | None = None,
    ) -> tuple[Entry, ...]: ...
    def find(
        self,
        *,
        kind: Kind | None = None,
        owner: str | None = None,
        status: str | None = None,
        phase: str | None = None,
        text: str | None = None,
    ) -> tuple[Entry, ...]:
        """The entries that meet every condition given, in document order.

        ``kind`` is matched whole; the others match any part of the entry's owner, status, phase, or (``text``) title and
        description, without regard to case, accents and line breaks. ``"action"`` finds no projects, and an entry without
        an owner matches none. Raises ValueError for a kind that does not exist.

        >>> import gentbudget
        >>> [entry.code for entry in gentbudget.load_sample().find(text="coordineren", owner="strategische")]
        ['AC34604', 'AC34514', 'ACP1600']
        """
        if kind is not None and kind not in KINDS:
            raise ValueError(f"no kind {kind!r}; there are {', '.join(KINDS)}")

        criteria = {"owner": owner, "status": status, "phase": phase, "text": text}
        for name, words in criteria.items():
            expect(words, str | None, f"a str as {name}")
        return tuple(entry for entry in self.entries if kind in (None, entry.kind) and meets(entry, **criteria))

    def check(self) -> tuple[Finding, ...]:
        """Test every printed percentage and every sum over children, and say what cannot hold, errors first.

        A figure stands for all values that round to it, so that nothing is reported that rounding can explain. What
        fails together is told in one finding; docs/trust.md says what the findings mean.

        >>> import gentbudget
        >>> [finding.entry for finding in gentbudget.load_sample().check() if finding.severity == "error"]
        ['OD10082', 'OD10087', 'OD10089']
        """
        return self.audit().findings

    def inferences(self) -> tuple[Inference, ...]:
        """Bound each figure that is missing or to blame by what the arithmetic leaves for it, in document order.

        These are bounds on true values, kept apart from the printed figures: no entry holds them.

        >>> import gentbudget
        >>> print(gentbudget.load_sample().inferences()[0])
        AC34852, line 763: Exploitatie Uitgaven, Jaarrekening 2024: from 1.229.921,5 to 1.229.938,5 (missing)
        """
        return self.audit().inferences

    def audit(self) -> Audit:
        """Give the whole outcome of testing the report's arithmetic: tallies, findings and inferences."""
        return self._audit

    @cached_property
    def _audit(self) -> Audit:
        return audit(self.roots, self.source)

    @cached_property
    def _by_code(self) -> dict[str, Entry]:
        by_code: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.code is not None:
                by_code.setdefault(entry.code, entry)
        return by_code

    def _spans(self, entry: Entry) -> tuple[tuple[int, int], ...]:
        """The first and the last line of each stretch of the text that an entry stands on."""
        return (entry.lines,)

    @cached_property
    def _by_line(self) -> list[tuple[int, int, Entry]]:
        """Each stretch of the text with its entry, in the order of the text."""
        spans = ((first, last, entry) for entry in self.entries for first, last in self._spans(entry) if first > 0)
        return sorted(spans, key=lambda span: span[0])

    @cached_property
    def _parents(self) -> dict[int, Entry | None]:
        # By `id`, since entries are equal that say the same in different places.
        parents: dict[int, Entry | None] = {id(root): None for root in self.roots}
        parents.update({id(child): entry for entry in self.entries for child in entry.children})
        return parents

    def _own(self, entry: Entry) -> Entry:
        """The report's own entry for one that may be a copy of it, such as one that another process sent."""
        expect(entry, Entry, "an entry or the code of one")
        if id(entry) in self._parents:
            return entry
        return next((own for own in self.entries if own.lines == entry.lines and own == entry), entry)

    # ---- ways out and back: gentbudget/exports ----

    def records(self, *, wide: bool = False) -> list[Record]:
        """Give one dict for each printed figure or, ``wide``, one for each entry with its figures beside each other.

        Values are int, Decimal, str or None, exactly as printed; docs/records.md describes the columns.

        >>> import gentbudget
        >>> record = gentbudget.load_sample().records()[0]
        >>> record["code"], record["section"], record["flow"], record["measure"], record["value"]
        ('SD10041', 'operating', 'expenditure', 'budget', Decimal('13057602'))
        """
        from gentbudget.exports.records import entry_records, figure_records

        return entry_records(self) if wide else figure_records(self)

    def to_arrow(self, table: TableName = "figures") -> pyarrow.Table:
        """Give the records of the ``"figures"`` or of the ``"entries"`` as a `pyarrow.Table` with decimal columns.

        Raises `MissingExtraError` without the extra ``arrow``, and `ExportError` for a figure of more than 38 digits.
        """
        from gentbudget.exports.arrow import to_arrow

        return to_arrow(self, table)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the figures to any tool that speaks Arrow's PyCapsule interface: ``pyarrow.table(report)``."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_json(self) -> str:
        """Write all that the report holds as JSON, for `from_json`; docs/json.md describes its schema.

        Raises `MissingExtraError` without the extra ``json``.
        """
        from gentbudget.exports.json import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """Read a report that `to_json` wrote; it equals the one that was written, places and findings included.

        Raises `ReportError` for anything else, and `MissingExtraError` without the extra ``json``.
        """
        from gentbudget.exports.json import from_json

        return from_json(text)

    def to_text(self) -> str:
        """Print the entries in the layout of the accounts, parted by tabs, so that `gentbudget.parse` reads them back.

        Raises `ExportError` where the text would not be read as the same entries; docs/building.md tells when.
        """
        from gentbudget.exports.text import to_text

        return to_text(self)


def _walk(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _walk(entry.children)
