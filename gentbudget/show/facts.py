"""What the header of an entry says, as a list of facts, and how entries are counted: for terminals and notebooks alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gentbudget.model import Action, ActionPlan, Entry, Project
from gentbudget.numbers import format_number


def facts_of(entry: Entry) -> Iterator[tuple[str, str | None]]:
    """Give what an entry of its kind has beside code and title, by name; None where it is lost."""
    yield "kind", entry.kind
    if isinstance(entry, Action):
        yield "owner", entry.owner
    if isinstance(entry, Project):
        yield "status", entry.status
        yield "phase", entry.phase
    if isinstance(entry, ActionPlan):
        yield "organisation", entry.organisation
    if isinstance(entry, ActionPlan | Project):
        yield "period", str(entry.period) if entry.period else None


def counted(entries: Iterable[Entry]) -> str:
    """Count entries by kind.

    >>> import gentbudget
    >>> counted(gentbudget.load_sample()["OD10071"].children)
    '5 actions, 1 project'
    """
    counts = Counter(entry.kind for entry in entries)
    return ", ".join(f"{format_number(count)} {kind if count == 1 else kind + 's'}" for kind, count in counts.items())
