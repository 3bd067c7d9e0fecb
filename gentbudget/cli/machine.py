"""What ``check --format json`` says to scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import asdict

from gentbudget.checks import Inference, Tally
from gentbudget.findings import Finding, worst_first
from gentbudget.report import Report


def json_document(reports: Iterable[Report]) -> str:
    """Write one array with an object for each report; amounts are strings, so that no reader makes floats of them.

    It is pure ASCII, which is the same in every encoding that a pipe may have.
    """
    return json.dumps([_report(report) for report in reports], default=_amount)


def _report(report: Report) -> dict[str, object]:
    audit = report.audit()
    return {
        "file": report.source,
        "title": report.title,
        "year": report.year,
        "entries": audit.entries,
        "figures": audit.figures,
        "percentages": _tally(audit.percentages),
        "sums": _tally(audit.sums),
        "diagnoses": _findings(audit.findings),
        "findings": _findings(worst_first(report.findings)),
        "inferences": [_inference(inference) for inference in audit.inferences],
        "unclaimed": report.unclaimed,
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {"tested": tally.tested, **asdict(tally)}


def _findings(findings: Sequence[Finding]) -> list[dict[str, object]]:
    return [asdict(finding, filter=lambda attribute, _: attribute.name != "source") for finding in findings]


def _inference(inference: Inference) -> dict[str, object]:
    return asdict(inference)


def _amount(value: object) -> str:
    """Write a Decimal without an exponent, which is the only thing here that JSON has no form for."""
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"no JSON for {type(value).__name__}")
