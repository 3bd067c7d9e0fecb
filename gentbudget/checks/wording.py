"""Findings in plain words: both sides of what does not hold, the gap, and the lines of every figure concerned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gentbudget.checks.diagnosis import Diagnosis
from gentbudget.checks.figures import Figure, name_of
from gentbudget.checks.identities import Identity, Percentage, Sum
from gentbudget.checks.inference import Bounds
from gentbudget.checks.results import interval_text
from gentbudget.findings import Finding
from gentbudget.intervals import UNBOUNDED, decimal_of, printable_units, printed_units
from gentbudget.model import Entry
from gentbudget.numbers import format_number, format_percent

_MOST_SUSPECTS = 5
_CHILD = {"objective": "action plan", "plan": "action"}


def finding_of(diagnosis: Diagnosis, bounds: Bounds | None, source: str) -> Finding:
    """Say what a diagnosis found; ``bounds`` are those of the figure to blame, where there is one."""
    figure, broken = diagnosis.figure, diagnosis.broken
    return Finding(
        code=diagnosis.code,
        severity=diagnosis.severity,
        message=f"{_cause(diagnosis, bounds)}: {'; '.join(both_sides(one, diagnosis.entry) for one in broken)}"
        f"{_suspicion(diagnosis.suspects)}",
        line=min(_line(identity) for identity in broken) if figure is None else figure.line,
        entry=diagnosis.entry.code,
        lines=_lines(broken),
        source=source,
    )


def contradiction_finding(figure: Figure, bounds: Bounds, impossible: Identity, source: str) -> Finding:
    """Say that no value for a missing figure satisfies everything that it stands in."""
    others = " and the ".join(map(identity_text, bounds.identities))
    return Finding(
        code="no-value-fits",
        severity="error",
        message=f"{figure} is missing, and no value fits: it lies {interval_text(bounds.lower, bounds.upper)} by the "
        f"{others}, which the {identity_text(impossible)} excludes",
        line=figure.line,
        entry=figure.entry.code,
        lines=_lines((impossible, *bounds.identities)),
        source=source,
    )


def identity_text(identity: Identity) -> str:
    """Name an identity and its line."""
    if isinstance(identity, Sum):
        return f"sum over the {_children(identity.entry)} of {name_of(identity.entry)} (line {identity.total.line})"
    return f"percentage {identity.share.column.label} (line {identity.share.line})"


def _cause(diagnosis: Diagnosis, bounds: Bounds | None) -> str:
    child = _CHILD.get(diagnosis.entry.kind, "entry")
    causes = {
        "missing-entry": f"an {child} is missing here",
        "ended-entries": f"{child}s of the previous year are no longer printed here",
        "surplus-entry": "more is printed below than belongs here",
        "staff-disagrees": "staff figures disagree",
        "sum-disagrees": "a sum does not hold",
        "percentage-disagrees": "a percentage does not hold",
        "misread-figure": f"{diagnosis.figure} is misread",
    }
    cause = causes[diagnosis.code]
    if bounds is not None and bounds.interval != UNBOUNDED:
        cause += f", its true value lies {interval_text(bounds.lower, bounds.upper)}"
    if diagnosis.readings:
        cause += f", one digit makes {' or '.join(map(format_number, diagnosis.readings))} of it"
    if diagnosis.spare:
        spare = (f"{name_of(entry)} (lines {entry.lines[0]} to {entry.lines[1]})" for entry in diagnosis.spare)
        cause += f": {' or '.join(spare)} is too much"
    return cause


def both_sides(identity: Identity, subject: Entry) -> str:
    """Say what is printed, what the other figures come to, and the gap; the entry is named if it is not ``subject``."""
    if isinstance(identity, Percentage):
        return _both_sides_of_percentage(identity)
    whose = "its" if identity.entry is subject else f"{name_of(identity.entry)}'s"
    return (
        f"{format_number(identity.gap.copy_abs())} {'short' if identity.gap > 0 else 'over'} in {identity.total} "
        f"({format_number(identity.total.value or 0)} is printed, {whose} {_children(identity.entry)} "
        f"{'comes' if len(identity.addends) == 1 else 'come'} to "
        f"{format_number(identity.computed)})"
    )


def _both_sides_of_percentage(identity: Percentage) -> str:
    share, part, whole = (figure.value or Decimal(0) for figure in identity.figures)
    said = f"{identity.share}: {format_percent(share)} is printed and {format_number(part)} of {format_number(whole)}"
    units, scale = printed_units(share)
    least, greatest = printable_units(identity.leaves(identity.share), scale)
    if least is None or greatest is None:
        return f"{said} cannot be it"
    nearest = min(max(units, least), greatest)
    gap = format_number(decimal_of(abs(units - nearest), scale))
    return f"{said} is {format_percent(decimal_of(nearest, scale))}, {gap} {'less' if units > nearest else 'more'}"


def _suspicion(suspects: Sequence[Figure]) -> str:
    if not suspects:
        return ""
    named = "; ".join(f"{figure} of {name_of(figure.entry)} (line {figure.line})" for figure in suspects[:_MOST_SUSPECTS])
    more = len(suspects) - _MOST_SUSPECTS
    return f". One misread digit would explain it in: {named}{f'; and {more} more' if more > 0 else ''}"


def _children(entry: Entry) -> str:
    count = len(entry.children)
    return f"{count} {_CHILD.get(entry.kind, 'entry')}{'' if count == 1 else 's'}"


def _line(identity: Identity) -> int:
    return identity.total.line if isinstance(identity, Sum) else identity.share.line


def _lines(identities: Iterable[Identity]) -> tuple[int, ...]:
    return tuple(sorted({figure.line for identity in identities for figure in identity.figures}))
