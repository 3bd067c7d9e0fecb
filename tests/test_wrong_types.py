"""What is wrong in type is refused at the door, with words that say what is expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gentbudget
from gentbudget import Report, plot

ANYTHING: Any = object()

ENTRY: Any = gentbudget.Objective(code="SD10041")
CALLS: dict[str, Callable[[Report], object]] = {
    "expected str or bytes": lambda _: gentbudget.parse(ANYTHING),
    "expected a path or an open file": lambda _: gentbudget.parse_file(ANYTHING),
    "expected several paths": lambda _: gentbudget.parse_files(ANYTHING),
    "expected an Executor of concurrent.futures": lambda _: gentbudget.parse_files([], ANYTHING),
    "expected a number of files in flight": lambda _: gentbudget.parse_files([], in_flight=ANYTHING),
    "expected two reports": lambda report: gentbudget.compare(report, ANYTHING),
    "expected several reports": lambda _: gentbudget.series([ANYTHING]),
    "expected reports": lambda report: gentbudget.reconcile(report, ANYTHING),
    "expected a Report": lambda report: report.same_as(ANYTHING),
    "expected a str as owner": lambda report: report.find(owner=ANYTHING),
    "expected the code of an entry": lambda report: gentbudget.compare(report, report).movements_of(ANYTHING),
    "expected an entry or the code of one": lambda report: report.parent(ANYTHING),
    "expected an entry, a code or a row": lambda report: report.findings_of(ANYTHING),
    "expected the number of a line": lambda report: report.at(ANYTHING),
    "expected a Report, ": lambda _: plot.treemap(ANYTHING),
    "expected an entry, ": plot.budget_against_actual,  # type: ignore[arg-type]
    "expected rows": lambda report: plot.series([report]),  # type: ignore[list-item]
    "expected a str as text": lambda _: Report(text=ANYTHING, roots=()),
    "expected a tuple of entries as roots": lambda _: Report(text="", roots=[ENTRY]),  # type: ignore[arg-type]
    "expected entries as roots": lambda _: Report(text="", roots=("SD10041",)),  # type: ignore[arg-type]
    "expected a plot": lambda _: plot.save(ANYTHING, "plot.svg"),
}


@pytest.mark.parametrize("said", CALLS)
def test_a_call_says_what_it_expects(said: str, sample: Report) -> None:
    with pytest.raises(TypeError, match=said):
        CALLS[said](sample)


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl", "parquet", "xlsx", "sqlite", "zip", "html"])
def test_only_a_report_is_exported(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="expected a Report, not object"):
        gentbudget.export(ANYTHING, tmp_path / f"report.{suffix}")
    assert list(tmp_path.iterdir()) == []
