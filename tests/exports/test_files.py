"""`export`: which format is written, and that a file is written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from attrs import evolve

import gentbudget
from gentbudget import ExportError, MissingExtraError, Report
from gentbudget.exports import FORMATS, json
from gentbudget.exports.files import format_of
from gentbudget.show.page import write_page
from tests.exports.built import awkward

PACKAGES = {
    "parquet": ("pyarrow", "parquet"),
    "xlsx": ("xlsxwriter", "excel"),
    "sqlite": ("sqlite_utils", "sqlite"),
    "datapackage": ("frictionless", "datapackage"),
    "json": ("cattrs", "json"),
}
"""The package that a format needs, and the extra that brings it."""


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.csv", "csv"),
        ("a.CSV", "csv"),
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.parquet", "parquet"),
        ("a.xlsx", "xlsx"),
        ("a.db", "sqlite"),
        ("a.sqlite", "sqlite"),
        ("a.b.zip", "datapackage"),
        ("a.html", "html"),
    ],
)
def test_the_suffix_tells_the_format(name: str, format_name: str) -> None:
    assert format_of(name) == format_name


def test_a_suffix_that_tells_nothing_is_an_error_that_names_the_formats(small: Report, tmp_path: Path) -> None:
    for name in ("a.xls", "a", ".csv"):
        with pytest.raises(ValueError, match=f"of '{name}' names no format; there are csv, json, .*, html"):
            gentbudget.export(small, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_format_that_does_not_exist_is_an_error(small: Report, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no format 'xls'; there are csv"):
        gentbudget.export(small, tmp_path / "a.csv", "xls")


@pytest.mark.parametrize(
    ("name", "option", "message"),
    [
        ("a.csv", {"notation": "french"}, "no notation 'french'; there are plain, dutch"),
        ("a.csv", {"table": "cells"}, "no table 'cells'; there are figures, entries"),
        ("a.xlsx", {"table": "figures"}, "no option 'table'"),
        ("a.csv", {"colour": "red"}, "no option 'colour'"),
    ],
)
def test_an_option_that_does_not_exist_is_an_error(
    small: Report, tmp_path: Path, name: str, option: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        gentbudget.export(small, tmp_path / name, **option)


def test_a_format_that_is_named_goes_before_the_suffix(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, str(tmp_path / "a.txt"), "csv")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("edition,")


@pytest.mark.parametrize("format_name", PACKAGES)
def test_without_its_packages_a_format_names_the_extra_and_writes_nothing(
    small: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    package, extra = PACKAGES[format_name]
    json._converter.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"gentbudget\[{extra}\]"):
        gentbudget.export(small, tmp_path / "a", format_name)
    assert not list(tmp_path.iterdir())


def test_nothing_is_imported_before_it_is_used() -> None:
    code = """
        import sys, gentbudget
        wanted = {"pyarrow", "pandas", "xlsxwriter", "sqlite_utils", "frictionless", "cattrs", "jsonschema"}
        ours = {name for name in sys.modules if name.startswith("gentbudget.exports")}
        assert not wanted & set(sys.modules), wanted & set(sys.modules)
        assert ours <= {"gentbudget.exports", "gentbudget.exports.files"}, ours
        gentbudget.Report("", ()).records()
        assert not wanted & set(sys.modules), wanted & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", dedent(code)], check=True)  # noqa: S603


def test_html_is_the_page_that_the_package_shows(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == write_page(small)


# ---- whole or not at all ---------------------------------------------------------------------------------------------


def formats() -> list[str]:
    return list(FORMATS)


def path_of(folder: Path, format_name: str) -> Path:
    return folder / f"out{FORMATS[format_name].suffixes[0]}"


@pytest.mark.parametrize("format_name", formats())
def test_a_file_is_replaced_and_nothing_is_left_beside_it(small: Report, tmp_path: Path, format_name: str) -> None:
    path = path_of(tmp_path, format_name)
    path.write_bytes(b"old")
    path.chmod(0o640)
    gentbudget.export(small, path, format_name)
    assert path.read_bytes()[:3] != b"old"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format_name", formats())
def test_a_failure_in_the_middle_leaves_the_old_file(
    small: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    path = path_of(tmp_path, format_name)
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        gentbudget.export(small, path, format_name)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_disk_has_a_file_before_it_has_its_name(small: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    gentbudget.export(small, tmp_path / "out.csv")
    assert synced == [(tmp_path / "out.csv").stat().st_ino, tmp_path.stat().st_ino]
    synced.clear()
    gentbudget.export(small, tmp_path / "out", "datapackage")
    files = {file.stat().st_ino for file in (tmp_path / "out").iterdir()}
    assert len(files) == 3
    assert set(synced[:-1]) == files
    assert synced[-1] == tmp_path.stat().st_ino


def test_a_process_that_dies_while_it_writes_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    code = f"""
        import csv, os, gentbudget
        class Dying:
            def __init__(self, file, **_): self.file = file
            def writerow(self, row): self.file.write("half"), self.file.flush()
            def writerows(self, rows): os._exit(9)
        csv.writer = Dying
        gentbudget.export(gentbudget.Report("", ()), {str(path)!r})
    """
    done = subprocess.run([sys.executable, "-c", dedent(code)], check=False)  # noqa: S603
    assert done.returncode == 9
    assert path.read_bytes() == b"old"


def test_a_link_stays_a_link(small: Report, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    gentbudget.export(small, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8").startswith("edition,")


@pytest.mark.parametrize("format_name", [name for name in formats() if name != "datapackage"])
def test_a_folder_is_no_place_for_a_file(small: Report, tmp_path: Path, format_name: str) -> None:
    with pytest.raises(OSError, match="no regular file"):
        gentbudget.export(small, tmp_path, format_name)


def test_a_folder_that_does_not_exist_is_an_os_error(small: Report, tmp_path: Path) -> None:
    for format_name in formats():
        with pytest.raises(OSError, match="out"):
            gentbudget.export(small, path_of(tmp_path / "none", format_name), format_name)


@pytest.mark.parametrize("format_name", ["csv", "jsonl", "datapackage", "xlsx", "sqlite", "parquet"])
def test_half_a_surrogate_pair_is_a_clear_error(tmp_path: Path, format_name: str) -> None:
    report = awkward()
    broken = evolve(report, roots=(evolve(report.roots[0], title="half \ud83d"), *report.roots[1:]))
    with pytest.raises(ExportError, match="a character that no file can hold"):
        gentbudget.export(broken, path_of(tmp_path, format_name), format_name)
    assert not list(tmp_path.iterdir())
