"""`export`: a report as a file, in any of the formats there are."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from gentbudget.errors import ExportError, expect
from gentbudget.report import Report


@frozen
class Format:
    """A file format: its module here, which has a function ``write``, the suffixes that tell it, and its options.

    ``choices`` are the options that ``write`` takes, each with what it may be, the default first.
    """

    module: str
    suffixes: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    may_be_folder: bool = False


_TABLE = {"table": ("figures", "entries")}
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("csv", (".csv",), {**_TABLE, "notation": ("plain", "dutch")}),
        "json": Format("json", (".json",)),
        "jsonl": Format("json_lines", (".jsonl", ".ndjson"), _TABLE),
        "parquet": Format("parquet", (".parquet",), _TABLE),
        "xlsx": Format("excel", (".xlsx",)),
        "sqlite": Format("sqlite", (".sqlite", ".sqlite3", ".db")),
        "datapackage": Format("datapackage", (".zip",), may_be_folder=True),
        "html": Format("html", (".html", ".htm")),
    }
)
"""The formats of `export`, by name."""


def export(report: Report, path: str | PathLike[str], format: str | None = None, **options: str) -> None:  # noqa: A002 - the natural name
    """Write a report to a file.

    ``format`` is one of csv, json, jsonl, parquet, xlsx, sqlite, datapackage and html; where it is None, the path's suffix
    tells it. The options are ``table="figures"`` or ``"entries"`` for csv, jsonl and parquet, and ``notation="plain"`` or
    ``"dutch"`` for csv. The path of a datapackage is a folder unless it ends in ``.zip``. The file is written whole or not
    at all; docs/exports.md describes what each format holds.

    Raises ValueError for a format or an option that does not exist, `ExportError` for what a format cannot hold,
    `MissingExtraError` for an extra that is not installed, OSError where the file cannot be written, and TypeError for what
    is no report.
    """
    expect(report, Report, "a Report")
    target = Path(path)
    chosen = FORMATS[format_of(target) if format is None else _known(format)]
    for name, value in options.items():
        if value not in chosen.choices.get(name, ()):
            choices = chosen.choices.get(name)
            raise ValueError(
                f"no {name} {value!r}; there are {', '.join(choices)}" if choices else f"this format has no option {name!r}"
            )
    from gentbudget.exports.replacing import replacing

    module = import_module(f"gentbudget.exports.{chosen.module}")
    try:
        if chosen.may_be_folder and target.suffix not in chosen.suffixes:
            module.write_folder(report, target, **options)
        else:
            with replacing(target) as beside:
                module.write(report, beside, **options)
    except UnicodeEncodeError as error:
        raise ExportError(f"a character that no file can hold: {error.object[error.start : error.end]!r}") from error


def format_of(path: str | PathLike[str]) -> str:
    """Tell the format that a path's suffix names; raises ValueError where it names none.

    >>> format_of("gent.sqlite3")
    'sqlite'
    """
    suffix = Path(path).suffix.lower()
    for name, one in FORMATS.items():
        if suffix in one.suffixes:
            return name
    raise ValueError(f"the suffix of {Path(path).name!r} names no format; there are {', '.join(FORMATS)}")


def _known(name: str) -> str:
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return name
