"""What ``export`` hands on, and how it refuses. What a file holds is tested with the formats."""

from __future__ import annotations

import csv
import errno
import io
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest

from gentbudget import MissingExtraError, Report
from gentbudget import exports as library
from gentbudget.cli.commands.export import FORMATS, NOTATIONS, TABLES
from tests.cli.running import in_pipe, invoke, on_terminal


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
    said = "Error: this format has no option 'notation'\n"
    assert invoke("export", str(sound), "--notation", "dutch", "-o", str(page)) == (2, "", said)
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


# ---- to standard output ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "xlsx", "datapackage"])
def test_standard_output_gets_the_bytes_of_the_file(form: str, sound: Path) -> None:
    out = in_pipe("export", str(sound), "--to", form, "-o", "-")
    if form == "csv":
        assert next(csv.DictReader(io.StringIO(out.decode())))["value"].isdecimal()
    else:
        assert ZipFile(io.BytesIO(out)).testzip() is None


def test_standard_output_does_not_tell_the_format(sound: Path) -> None:
    said = "Error: standard output has no suffix that tells the format: give --to\n"
    assert invoke("export", str(sound), "-o", "-") == (2, "", said)


def test_nothing_is_written_to_a_terminal(sound: Path) -> None:
    assert "this is not written to a terminal" in on_terminal("export", str(sound), "--to", "csv", "-o", "-")


def test_what_is_known_helps_to_read(tmp_path: Path) -> None:
    names, out = tmp_path / "names.txt", tmp_path / "out.csv"
    names.write_text("# nobody\n", encoding="utf-8")
    assert invoke("export", "sample", "-o", str(out), "--known", str(names)).status == 0
    assert out.exists()
