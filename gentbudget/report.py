"""The report: what `gentbudget.parse` returns, and how entries are looked up in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar, overload

from attrs import field, frozen

from gentbudget.checks import Audit, Inference, audit
from gentbudget.codes import normalise_code
from gentbudget.errors import UnknownCodeError
from gentbudget.findings import Finding
from gentbudget.model import Action, ActionPlan, ContentsRow, Entry, Kind, Objective
from gentbudget.shown import Shown

Default = TypeVar("Default")
KINDS: tuple[Kind, ...] = ("objective", "plan", "action", "project")


@frozen
class Report(Shown):
    """The annual accounts' overview of policy objectives, as one text dump prints it.

    ``roots`` are the entries that stand under no other: the objectives and, in a text that lost its beginning, whatever
    comes before the first of them. ``text`` is the text that was read; ``unclaimed`` the numbers of the lines that
    belong to no part of the report.
    """

    text: str = field(repr=False)
    roots: tuple[Entry, ...] = field(repr=False)
    title: str | None = None
    year: int | None = None
    previous_year: int | None = None
    contents: tuple[ContentsRow, ...] = field(default=(), repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    unclaimed: tuple[int, ...] = field(default=(), repr=False)
    source: str = field(default="<text>", eq=False)

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
        try:
            return self._by_code[normalise_code(code)]
        except KeyError:
            raise UnknownCodeError(normalise_code(code), self._by_code) from None

    @overload
    def get(self, code: str) -> Entry | None: ...
    @overload
    def get(self, code: str, default: Default) -> Entry | Default: ...
    def get(self, code: str, default: Default | None = None) -> Entry | Default | None:
        """The entry with this code, or the default."""
        return self._by_code.get(normalise_code(code), default)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and normalise_code(code) in self._by_code

    def __iter__(self) -> Iterator[str]:
        """The codes, in document order."""
        return iter(self._by_code)

    def __len__(self) -> int:
        """How many entries can be looked up by code."""
        return len(self._by_code)

    def parent(self, entry: Entry | str) -> Entry | None:
        """The entry that this entry, or the entry with this code, stands under; None at the top of the hierarchy.

        Raises `UnknownCodeError` for a code, or an entry, that is not of this report.
        """
        if isinstance(entry, str):
            entry = self[entry]
        try:
            return self._parents[entry.lines]
        except KeyError:
            raise UnknownCodeError(str(entry.code), self._by_code) from None

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
        description, without regard to case and accents. Raises ValueError for a kind that does not exist.
        """
        if kind is not None and kind not in KINDS:
            raise ValueError(f"no kind {kind!r}; there are {', '.join(KINDS)}")

        def matches(entry: Entry) -> bool:
            searched = {
                "owner": (getattr(entry, "owner", None), owner),
                "status": (getattr(entry, "status", None), status),
                "phase": (getattr(entry, "phase", None), phase),
                "text": (f"{entry.title or ''}\n{entry.description}", text),
            }
            return all(
                wanted is None or (printed is not None and _plain(wanted) in _plain(printed))
                for printed, wanted in searched.values()
            )

        return tuple(e for e in self.entries if kind in (None, e.kind) and matches(e))

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

    @cached_property
    def _parents(self) -> dict[tuple[int, int], Entry | None]:
        parents: dict[tuple[int, int], Entry | None] = {root.lines: None for root in self.roots}
        parents.update({child.lines: entry for entry in self.entries for child in entry.children})
        return parents


def _walk(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _walk(entry.children)


def _plain(text: str) -> str:
    """The text without case, accents and line breaks, as searches compare it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
