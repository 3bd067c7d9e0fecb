"""What the JSON of a report holds, as plain attrs classes: version 1 of its schema.

The classes say the same as the model, by its public attributes, in a form that does not change when the model does.
docs/report.schema.json is made from them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

from gentbudget.findings import Finding
from gentbudget.model import Column, ContentsRow, Kind, Period

FORMAT: Literal["gentbudget-report"] = "gentbudget-report"
VERSION: Literal[1] = 1


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
class EntryDocument:
    """An objective, plan, action or project. What its kind does not have is left out."""

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
    children: tuple[EntryDocument, ...] = ()


@frozen
class ReportDocument:
    """A whole report; ``roots`` are the entries that stand under no other, ``text`` the text that was read."""

    format: Literal["gentbudget-report"]
    version: Literal[1]
    source: str
    title: str | None
    year: int | None
    previous_year: int | None
    contents: tuple[ContentsRow, ...]
    findings: tuple[Finding, ...]
    unclaimed: tuple[int, ...]
    roots: tuple[EntryDocument, ...]
    text: str
