"""The audit of a report: every identity tested, what fails diagnosed, what is unknown bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gentbudget.checks.blame import explain
from gentbudget.checks.diagnosis import Diagnosis, diagnose, diagnose_missing_tables
from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity
from gentbudget.checks.inference import Bounds, infer
from gentbudget.checks.ledger import Ledger, read_ledger
from gentbudget.checks.readings import readings_of
from gentbudget.checks.results import Audit, Inference, Reading
from gentbudget.checks.wording import contradiction_finding, finding_of, identity_text
from gentbudget.findings import Finding, worst_first
from gentbudget.model import Entry


def audit(roots: Iterable[Entry], source: str = "<text>") -> Audit:
    """Test every percentage and every sum of these entries and all that stand under them.

    >>> import gentbudget
    >>> audit(gentbudget.load_sample().roots).percentages.failed
    0
    """
    ledger = read_ledger(roots)
    broken: list[Identity] = []
    percentages, sums = ledger.test_percentages(broken), ledger.test_sums(broken)
    diagnoses = tuple(diagnose(explain(broken, ledger), ledger)) if broken else ()
    bounds = _bounds(diagnoses, ledger)
    return Audit(
        entries=len(ledger.entries),
        figures=sum(len(row.units) - row.units.count(None) for row in ledger.rows),
        percentages=percentages,
        sums=sums,
        findings=tuple(worst_first(_findings((*diagnoses, *diagnose_missing_tables(ledger)), bounds, source))),
        inferences=tuple(_inferences(bounds)),
    )


def _bounds(diagnoses: Iterable[Diagnosis], ledger: Ledger) -> dict[Figure, Bounds]:
    """Bound every missing and every blamed figure, by sums that no diagnosis discredits."""
    distrusted = {
        one
        for diagnosis in diagnoses
        if diagnosis.figure is None
        for one in ledger.sums_over(diagnosis.entry)
        if diagnosis.discredits(one)
    }
    blamed = [diagnosis.figure for diagnosis in diagnoses if diagnosis.figure is not None]
    return infer([*blamed, *ledger.missing], ledger, distrusted)


def _findings(diagnoses: Iterable[Diagnosis], bounds: Mapping[Figure, Bounds], source: str) -> Iterator[Finding]:
    for diagnosis in diagnoses:
        yield finding_of(diagnosis, bounds[diagnosis.figure] if diagnosis.figure else None, source)
    for figure, left in bounds.items():
        if left.contradiction is not None and figure.value is None:
            yield contradiction_finding(figure, left, left.contradiction, source)


def _inferences(bounds: Mapping[Figure, Bounds]) -> Iterator[Inference]:
    """Put the bounds in document order, with the readings of a table whose whole column is missing."""
    readings: dict[tuple[int, bool], tuple[Reading, ...]] = {}
    for figure, left in sorted(bounds.items(), key=lambda item: item[0].line):
        entry, table = figure.entry, (id(figure.entry), figure.is_staff)
        if figure.value is None and table not in readings:
            readings[table] = readings_of((entry.staff,) if figure.is_staff else entry.budget.rows, entry)
        yield Inference(
            entry=entry.code,
            line=figure.line,
            row=figure.row,
            column=figure.column.label,
            reason="missing" if figure.value is None else "blamed",
            lower=left.lower,
            upper=left.upper,
            printed=figure.value,
            identities=tuple(map(identity_text, left.identities)),
            readings=readings[table] if figure.value is None else (),
        )
