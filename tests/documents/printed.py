"""A report as it is printed: its entries, its columns, and its numbers as texts."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from attrs import asdict, frozen

Kind = Literal["objective", "plan", "action", "project"]

DUMPS = Path(__file__).parent.parent / "data" / "dumps"

TITLE = "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"

BUDGET_HEAD = "Budgettaire onderbouwing"
STAFF_HEAD = "Onderbouwing personeel"
STAFF_ROW = "VTE"

BUDGET_ROWS = (
    ("Exploitatie", "Uitgaven"),
    ("", "Ontvangsten"),
    ("Investering", "Uitgaven"),
    ("", "Ontvangsten"),
    ("Financiering", "Uitgaven"),
    ("", "Ontvangsten"),
)
"""The labels of the six budget rows; a section is named on its first row only."""

HEADINGS: dict[Kind, str] = {
    "objective": "Beleidsdoelstelling",
    "plan": "Actieplan",
    "action": "Acties",
    "project": "Acties",
}


# ---- what is printed ---------------------------------------------------------------------------------------


@frozen
class PrintedEntry:
    """One objective, plan, action or project, every part of it as it is printed."""

    kind: Kind
    code: str
    title: str
    owner: str | None = None
    organisation: str | None = None
    period: str | None = None
    status: str | None = None
    phase: str | None = None
    page: int | None = None
    """The page that the contents give, for objectives and plans."""
    description: tuple[str, ...] = ()
    """Paragraphs; one that begins with ``- `` is a bullet."""
    budget: tuple[tuple[str, ...], ...] = ()
    staff: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The line that announces the entry."""
        return f"{HEADINGS[self.kind]} {self.code}" if self.kind == "objective" else HEADINGS[self.kind]

    @property
    def header(self) -> tuple[str, ...]:
        """The cells of the entry's header, in printed order."""
        if self.kind == "objective":
            cells: tuple[str | None, ...] = (self.title,)
        elif self.kind == "plan":
            cells = (self.code, self.title, self.period, self.organisation)
        elif self.kind == "action":
            cells = (f"{self.code} - {self.title}", self.owner)
        else:
            cells = (f"{self.code} - {self.title}", self.status, self.phase, self.period, self.owner)
        return tuple(cell or "" for cell in cells)


@frozen
class PrintedReport:
    """A whole report as it is printed, its entries in document order."""

    year: int
    previous_year: int
    title: str
    entries: tuple[PrintedEntry, ...]
    budget_columns: tuple[str, ...]
    staff_columns: tuple[str, ...]

    @property
    def contents(self) -> tuple[tuple[str, str, int], ...]:
        """The rows of the table of contents: code, title and page."""
        return tuple((e.code, e.title, e.page) for e in self.entries if e.page is not None)


def dump_expected(report: PrintedReport) -> str:
    """Write a report as JSON, one key a line."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n"


def read_expected(text: str) -> PrintedReport:
    """Read back what `dump_expected` wrote."""
    raw: dict[str, Any] = json.loads(text)
    entries = tuple(
        PrintedEntry(
            **{
                **entry,
                "description": tuple(entry["description"]),
                "budget": tuple(map(tuple, entry["budget"])),
                "staff": tuple(entry["staff"]),
            }
        )
        for entry in raw["entries"]
    )
    return PrintedReport(
        year=raw["year"],
        previous_year=raw["previous_year"],
        title=raw["title"],
        entries=entries,
        budget_columns=tuple(raw["budget_columns"]),
        staff_columns=tuple(raw["staff_columns"]),
    )


def load_expected(document: str) -> PrintedReport:
    """Read the report that the golden dumps of ``document`` were made from."""
    return read_expected((DUMPS / f"{document}.json").read_text(encoding="utf-8"))


# ---- numbers as they are printed ---------------------------------------------------------------------------


def rounded(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to a fraction, halves away from zero."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -magnitude if numerator < 0 else magnitude


def dutch(units: int, decimals: int = 0) -> str:
    """Print a whole number of units of the last decimal: dots part thousands, a comma the decimals."""
    digits = str(abs(units)).zfill(decimals + 1)
    whole, fraction = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    groups: list[str] = []
    while whole:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return ("-" if units < 0 else "") + ".".join(groups) + ("," + fraction if fraction else "")


def value_of(text: str) -> Decimal:
    """Tell what a printed figure is worth: dots are for the eye, the comma is the decimal point."""
    return Decimal(text.removesuffix("%").replace(".", "").replace(",", "."))


def print_euros(cents: int) -> str:
    """Print whole euros."""
    return dutch(rounded(cents, 100))


def print_vte(thousandths: int) -> str:
    """Print full-time equivalents with two decimals."""
    return dutch(rounded(thousandths, 10), decimals=2)


def print_ratio(numerator: int, denominator: int) -> str:
    """Print a percentage with one decimal; a division by nothing is printed as none of it."""
    tenths = rounded(1000 * numerator, denominator) if denominator else 0
    return dutch(tenths, decimals=1) + "%"


# ---- columns -----------------------------------------------------------------------------------------------


@frozen
class Column:
    """A printed column: one of the amounts of a row, or that amount as a percentage of another."""

    label: str
    amount: int
    over: int | None = None


def budget_columns(year: int, previous_year: int) -> tuple[Column, ...]:
    """Make the columns of a budget table; its amounts are budget, actual and previous actual."""
    return (
        Column(f"Budget {year}", 0),
        Column(f"Jaarrekening {year}", 1),
        Column(f"% Besteding budget {year}", 1, over=0),
        Column(f"Jaarrekening {previous_year}", 2),
        Column(f"Jaarrekening {year} t.o.v. {previous_year}", 1, over=2),
    )


def staff_columns(year: int, previous_year: int) -> tuple[Column, ...]:
    """Make the columns of a staff table; its amounts are planned, paid and previously paid."""
    return (
        Column(f"Plan {year}", 0),
        Column(f"Betaald {year}", 1),
        Column(f"% Besteding plan {year}", 1, over=0),
        Column(f"Betaald {previous_year}", 2),
        Column(f"Betaald {year} t.o.v. {previous_year}", 1, over=2),
    )


def amount_columns(*labels: str) -> tuple[Column, ...]:
    """Make columns of amounts side by side, as multi-year plans print them."""
    return tuple(Column(label, place) for place, label in enumerate(labels))
