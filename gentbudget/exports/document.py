"""What the JSON of a report holds, as plain attrs classes: its schema.

The classes say the same as the model, by its public attributes, in a form that does not change when the model does.
docs/report.schema.json is made from them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

from gentbudget.dumps import Dump
from gentbudget.findings import Finding
from gentbudget.model import Column, ContentsRow, Kind, Period

FORMAT: Literal["gentbudget-report"] = "gentbudget-report"
Version = Literal[1, 2]
"""2 is a report of several dumps, which tells the dump of every word; any other is 1, which older programs read as well."""


@frozen
class CellDocument:
    """A printed figure: ``value`` as a decimal number in a string, and where its ``text`` stands."""

    value: Decimal | None
    text: str
    line: int
    column: int
    start: int
    end: int
    page: int | None = None


@frozen
class RowDocument:
    """A row of a table. Without ``columns``, it has those of its table."""

    label: str
    line: int | None
    cells: tuple[CellDocument, ...]
    section: str = ""
    flow: str = ""
    columns: tuple[Column, ...] | None = None


@frozen
class TableDocument:
    """The budget table of an entry."""

    columns: tuple[Column, ...]
    rows: tuple[RowDocument, ...]


@frozen
class WordDocument:
    """A word of a header, by its name, or the paragraphs, and the first line of the entry in the dump that it is from."""

    name: str
    line: int


@frozen
class EntryDocument:
    """An objective, plan, action or project. What its kind does not have is left out.

    In a report of several dumps, ``words`` tells what comes from where, and ``stretches`` the lines of what each dump has.
    """

    kind: Kind
    code: str | None
    title: str | None
    paragraphs: tuple[str, ...]
    lines: tuple[int, int]
    budget: TableDocument
    staff: RowDocument
    page: int | None = None
    owner: str | None = None
    organisation: str | None = None
    period: Period | None = None
    status: str | None = None
    phase: str | None = None
    words: tuple[WordDocument, ...] = ()
    stretches: tuple[tuple[int, int], ...] = ()
    children: tuple[EntryDocument, ...] = ()


@frozen
class ReportDocument:
    """A whole report; ``roots`` are the entries that stand under no other, ``text`` the text that was read.

    In a report of several ``dumps``, that is their texts, one behind the other.
    """

    format: Literal["gentbudget-report"]
    version: Version
    source: str
    title: str | None
    year: int | None
    previous_year: int | None
    contents: tuple[ContentsRow, ...]
    findings: tuple[Finding, ...]
    unclaimed: tuple[int, ...]
    roots: tuple[EntryDocument, ...]
    text: str
    dumps: tuple[Dump, ...] = ()
