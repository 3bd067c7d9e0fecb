"""What ``export`` hands on, and how it refuses. What a file holds is tested with the formats."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gentbudget import MissingExtraError, Report
from gentbudget import exports as library
from gentbudget.cli.commands.export import FORMATS, NOTATIONS, TABLES
from tests.cli.running import invoke


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Note what is asked for in place of writing it; a path that is an exception is raised."""
    calls: list[tuple[Any, ...]] = []

    def export(report: Report, path: str, form: str | None, **options: str) -> None:
        calls.append((report.source, path, form, options))
        if problem := problems.get(Path(path).name):
            raise problem

    problems = {
        "full.csv": OSError(errno.ENOSPC, "No space left on device"),
        "x.doc": ValueError("no format '.doc'"),
        "x.xlsx": MissingExtraError("Excel", "excel"),
    }
    module = ModuleType("gentbudget.exports")
    module.export = export  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gentbudget.exports", module)
    return calls


def test_the_report_goes_to_the_file_in_the_format(exported: list[tuple[Any, ...]], sound: Path) -> None:
    assert invoke("export", str(sound), "--to", "csv", "-o", "out.dat") == (0, "", "")
    assert invoke("export", str(sound), "--output", "out.parquet") == (0, "", "")
    assert exported == [(str(sound), "out.dat", "csv", {}), (str(sound), "out.parquet", None, {})]


def test_a_table_and_a_notation_are_handed_on(exported: list[tuple[Any, ...]], sound: Path) -> None:
    assert invoke("export", str(sound), "--table", "entries", "--notation", "dutch", "-o", "out.csv") == (0, "", "")
    assert exported == [(str(sound), "out.csv", None, {"table": "entries", "notation": "dutch"})]


def test_every_format_table_and_notation_of_the_library_can_be_chosen() -> None:
    assert list(FORMATS) == list(library.FORMATS)
    for choices in (form.choices for form in library.FORMATS.values() if form.choices):
        assert choices["table"] == TABLES
        assert choices.get("notation", NOTATIONS) == NOTATIONS


def test_an_option_that_a_format_lacks_is_refused(sound: Path, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    assert invoke("export", str(sound), "--notation", "dutch", "-o", str(page)) == (2, "", "Error: no option 'notation' here\n")
    assert not page.exists()


def test_a_page_is_written(sound: Path, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    assert invoke("export", str(sound), "-o", str(page)) == (0, "", "")
    assert "AC34345" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("full.csv", "full.csv: No space left on device"),
        ("x.doc", "no format '.doc'"),
        ("x.xlsx", "Excel needs more packages: pip install 'gentbudget[excel]'"),
    ],
)
@pytest.mark.usefixtures("exported")
def test_what_cannot_be_written_is_refused(out: str, said: str, sound: Path) -> None:
    assert invoke("export", str(sound), "-o", out) == (2, "", f"Error: {said}\n")


def test_a_text_that_is_no_report_is_not_exported(exported: list[tuple[Any, ...]], novel: Path) -> None:
    assert invoke("export", str(novel), "-o", "out.csv").status == 2
    assert exported == []


def test_a_format_that_does_not_exist_is_refused(sound: Path) -> None:
    outcome = invoke("export", str(sound), "--to", "doc", "-o", "out.doc")
    assert outcome.status == 2
    assert "'datapackage'" in outcome.err
