"""The columns that records, tables and files have: their names, types and meaning, written down once.

docs/records.md prints them as a table, which the tests hold to this module.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Literal

from attrs import frozen

from gentbudget.vocabulary import FLOWS, SECTIONS, Unit, measures_of

Type = Literal["int", "decimal", "str"]
TableName = Literal["figures", "entries"]

TABLES: tuple[TableName, ...] = ("figures", "entries")


@frozen
class Field:
    """A column: its name, the type of its values (None is among them) and what it says.

    ``unit`` is there for columns of figures that are all of one unit.
    """

    name: str
    type: Type
    meaning: str
    unit: Unit | None = None


EDITION = Field("edition", "int", "the year of the accounts, as `report.year`")

_ENTRY = (
    EDITION,
    Field("kind", "str", "`objective`, `plan`, `action` or `project`"),
    Field("code", "str", "the entry's code; None where its header is lost"),
    Field("title", "str", "the entry's title; None where it is lost"),
)
_PLACE = (
    Field("parent_code", "str", "the code of the entry that it stands under"),
    Field("plan_code", "str", "the code of the plan that it is, or stands under"),
    Field("objective_code", "str", "the code of the objective that it is, or stands under"),
    Field("owner", "str", "of an action or project; None where it is lost, and for other kinds"),
    Field("organisation", "str", "of a plan"),
    Field("period_start", "int", "the first year of a plan or project"),
    Field("period_end", "int", "the last year of a plan or project"),
    Field("status", "str", "of a project, in Dutch as printed"),
    Field("phase", "str", "of a project, in Dutch as printed"),
)

IDENTITY = (*_ENTRY, *_PLACE)
"""What the record of a figure says about its entry."""

FIGURES = (
    *IDENTITY,
    Field("section", "str", "`operating`, `investment`, `financing` or `staff`; the printed label of any other"),
    Field("flow", "str", "`expenditure` or `receipts`; None for staff; the printed label of any other row"),
    Field("measure", "str", "the column's name, such as `budget` or `paid`; its label where it has no name"),
    Field("column", "str", "the column's printed label"),
    Field("value_year", "int", "the year that the column is about"),
    Field("value", "decimal", "the figure; None where what is printed is no number"),
    Field("unit", "str", "`eur`, `fte` (full-time equivalents) or `percent` (percent points)"),
    Field("line", "int", "the line of the text, from 1, that prints the figure"),
    Field("page", "int", "its page; None where the text does not tell pages"),
)
"""The columns of `Report.records`: one record for each printed figure."""

ENTRY = (
    *_ENTRY,
    Field("description", "str", "its paragraphs, parted by a blank line"),
    *_PLACE,
    Field("line", "int", "its first line in the text, from 1"),
    Field("last_line", "int", "its last line, without its children: figures stand between the two"),
    Field("page", "int", "the page of its first line; None where the text does not tell pages"),
)
"""What ``Report.records(wide=True)`` tells of an entry, before its figures."""

FINDINGS = (
    EDITION,
    Field("severity", "str", "`error`, `warning` or `info`"),
    Field("code", "str", "what was found, such as `missing-column`; docs/findings.md has them all"),
    Field("entry", "str", "the code of the entry concerned"),
    Field("line", "int", "the line of the text, from 1"),
    Field("message", "str", "what was found, as a sentence"),
)
"""The columns of the findings in files that have them: those of the parser and those of the arithmetic."""


@lru_cache(maxsize=4096)
def figure_field(section: str, flow: str | None, measure: str, unit: Unit) -> Field:
    """Give the column of ``Report.records(wide=True)`` that has this figure: ``operating_expenditure_budget``."""
    parts = [part for part in (section, flow, measure) if part]
    return Field(_snake_case(" ".join(parts)), "decimal", f"{' '.join(parts)} in {unit}", unit)


def usual_figure_fields() -> tuple[Field, ...]:
    """Give the 35 columns of figures that the accounts always have."""
    budget, staff = measures_of("budget"), measures_of("staff")
    return (
        *(figure_field(one.name, flow.name, of.name, of.unit) for one, flow, of in product(SECTIONS, FLOWS, budget)),
        *(figure_field("staff", None, of.name, of.unit) for of in staff),
    )


def _snake_case(text: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
