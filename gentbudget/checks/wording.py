"""Findings in plain words: both sides of what does not hold, the gap, and the lines of every figure concerned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gentbudget.checks.diagnosis import Diagnosis
from gentbudget.checks.figures import Figure, name_of
from gentbudget.checks.identities import Identity, Percentage, Sum
from gentbudget.checks.inference import Bounds
from gentbudget.checks.results import interval_text
from gentbudget.findings import FigureRef, Finding, Gap
from gentbudget.intervals import UNBOUNDED, decimal_of, exact_sum, printable_units
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
        f"{_suspicion(diagnosis)}{_doubt(diagnosis.doubtful)}",
        line=min(_line(identity) for identity in broken) if figure is None else figure.line,
        entry=diagnosis.entry.code,
        lines=_lines(broken),
        source=source,
        gaps=tuple(map(gap_of, broken)),
        figure=None if figure is None else ref_of(figure),
        readings=diagnosis.readings,
        suspects=tuple(map(ref_of, diagnosis.suspects)),
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
        figure=ref_of(figure),
    )


def ref_of(figure: Figure) -> FigureRef:
    """Say of which figure one speaks, in plain values."""
    return FigureRef(figure.entry.code, figure.line, figure.row, figure.column.label, figure.value)


def gap_of(identity: Identity) -> Gap:
    """Say by how much an identity does not hold, in plain values."""
    if isinstance(identity, Sum):
        total = identity.total
        return Gap("sum", ref_of(total), total.value or Decimal(0), identity.computed, identity.gap)
    printed = identity.share.value or Decimal(0)
    nearest = _nearest(identity)
    difference = None if nearest is None else exact_sum((printed, nearest.copy_negate()))
    return Gap("percentage", ref_of(identity.share), printed, nearest, difference)


def identity_text(identity: Identity) -> str:
    """Name an identity and its line."""
    if isinstance(identity, Percentage):
        return f"percentage {identity.share.column.label} (line {identity.share.line})"
    children = _children(identity.entry, len(identity.addends))
    return f"sum over the {children} of {name_of(identity.entry)} (line {identity.total.line})"


def _cause(diagnosis: Diagnosis, bounds: Bounds | None) -> str:
    child = _CHILD.get(diagnosis.entry.kind, "entry")
    causes = {
        "missing-table": f"no table is read of {' and '.join(map(placed_name_of, diagnosis.tableless))}, for which is left",
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
        cause += f": {' or '.join(map(placed_name_of, diagnosis.spare))} is too much"
    return cause


def placed_name_of(entry: Entry) -> str:
    """Name an entry with its lines."""
    return f"{name_of(entry)} (lines {entry.lines[0]} to {entry.lines[1]})"


def both_sides(identity: Identity, subject: Entry) -> str:
    """Say what is printed, what the other figures come to, and the gap; the entry is named if it is not ``subject``."""
    if isinstance(identity, Percentage):
        return _both_sides_of_percentage(identity)
    whose = "its" if identity.entry is subject else f"{name_of(identity.entry)}'s"
    printed = sum(figure.value is not None for figure in identity.addends)
    others = "other " if printed < len(identity.addends) else ""
    return (
        f"{format_number(identity.gap.copy_abs())} {'short' if identity.gap > 0 else 'over'} in {identity.total} "
        f"({format_number(identity.total.value or 0)} is printed, {whose} {others}{_children(identity.entry, printed)} "
        f"{'comes' if printed == 1 else 'come'} to "
        f"{format_number(identity.computed)})"
    )


def _both_sides_of_percentage(identity: Percentage) -> str:
    share, part, whole = (figure.value or Decimal(0) for figure in identity.figures)
    said = f"{identity.share}: {format_percent(share)} is printed and {format_number(part)} of {format_number(whole)}"
    nearest = _nearest(identity)
    if nearest is None:
        return f"{said} cannot be it"
    gap = format_number(exact_sum((share, nearest.copy_negate())).copy_abs())
    return f"{said} is {format_percent(nearest)}, {gap} {'less' if share > nearest else 'more'}"


def _nearest(identity: Percentage) -> Decimal | None:
    """The percentage that its amounts can be printed as, the nearest to the one that is; None where there is none."""
    units, scale = identity.share.units or (0, 1)
    least, greatest = printable_units(identity.leaves(identity.share), scale)
    return None if least is None or greatest is None else decimal_of(min(max(units, least), greatest), scale)


def _suspicion(diagnosis: Diagnosis) -> str:
    suspects = diagnosis.suspects
    if not suspects:
        return ""
    slip = "A single slip, such as a misread digit," if diagnosis.by_any_slip else "One misread digit"
    named = "; ".join(f"{figure} of {name_of(figure.entry)} (line {figure.line})" for figure in suspects[:_MOST_SUSPECTS])
    more = len(suspects) - _MOST_SUSPECTS
    return f". {slip} would explain it in: {named}{f'; and {more} more' if more > 0 else ''}"


def _doubt(doubtful: Sequence[Sum]) -> str:
    if not doubtful:
        return ""
    return f". A single slip, such as a misread digit, would do for: {'; '.join(str(one.total) for one in doubtful)}"


def _children(entry: Entry, count: int) -> str:
    return f"{count} {_CHILD.get(entry.kind, 'entry')}{'' if count == 1 else 's'}"


def _line(identity: Identity) -> int:
    return identity.total.line if isinstance(identity, Sum) else identity.share.line


def _lines(identities: Iterable[Identity]) -> tuple[int, ...]:
    return tuple(sorted({figure.line for identity in identities for figure in identity.figures}))
