"""The words of the printed document, and what each means in this library.

One table for every kind of word: headings and the codes below them, the sections and flows of the budget, the columns of
both tables with their units and the identities that they stand in, the statuses and phases of projects. What these words
look like in a text, misspelt or wrapped, is the grammar's to say; nothing else in the package spells them.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Kind = Literal["objective", "plan", "action", "project"]
KINDS: tuple[Kind, ...] = ("objective", "plan", "action", "project")

Level = Literal["objective", "plan", "action"]
"""Where an entry stands in the hierarchy; a project stands where actions do."""

TableKind = Literal["budget", "staff"]
Unit = Literal["eur", "fte", "percent"]

# --- Headings and codes ---------------------------------------------------------------------------------------------------

HEADINGS: dict[Level, str] = {"objective": "Beleidsdoelstelling", "plan": "Actieplan", "action": "Acties"}
"""What is printed above entries of each level."""

KIND_OF_CODE: dict[str, Kind] = {
    **dict.fromkeys(("SD", "BD"), "objective"),
    **dict.fromkeys(("OD", "PO", "AP"), "plan"),
    "PR": "project",
}
"""The kind of an entry by the first letters of its code; any other letters are an action's."""

UNITS = frozenset(
    {
        "Afdeling",
        "Agentschap",
        "Bureau",
        "Campus",
        "Cel",
        "Cluster",
        "Departement",
        "Dienst",
        "Directie",
        "Eenheid",
        "FIN",
        "IVA",
        "Kabinet",
        "Projectbureau",
        "Secretariaat",
        "Sectie",
        "Staf",
        "Steunpunt",
        "Team",
    }
)
"""The words that names of a town's units begin with: `Dienst Wonen`. A word alone is no name."""

ORGANISATIONS = ("Stad Gent", "OCMW Gent", "Groep Gent")
"""Whose a plan is: the town's, its welfare centre's, or that of both together."""

# --- Tables ---------------------------------------------------------------------------------------------------------------

TABLES: dict[TableKind, str] = {"budget": "Budgettaire onderbouwing", "staff": "Onderbouwing personeel"}
"""What is printed above each table of an entry."""


@frozen
class Word:
    """A printed word and its name in the interface."""

    label: str
    name: str


SECTIONS = (Word("Exploitatie", "operating"), Word("Investering", "investment"), Word("Financiering", "financing"))
"""The sections of the budget, in printed order."""

FLOWS = (Word("Uitgaven", "expenditure"), Word("Ontvangsten", "receipts"))
"""The two flows of money in each section, in printed order."""

STAFF_ROW = "VTE"
"""The label of the one row of the staff table: *voltijdse equivalenten*, full-time equivalents."""

COMPARED = "t.o.v."
"""*ten opzichte van*, compared with: stands between the two years of a column's label."""

# --- Columns --------------------------------------------------------------------------------------------------------------


@frozen
class Measure:
    """What a column prints. ``label`` is its heading, with the years of the report and of the one before left open.

    ``decimals`` is how many its figures have. A percentage is 100 times its ``part`` over its ``whole``, two measures of
    the same table; amounts have neither.
    """

    name: str
    label: str
    table: TableKind
    unit: Unit
    decimals: int
    part: str | None = None
    whole: str | None = None

    @property
    def is_share(self) -> bool:
        """Whether it prints percentages."""
        return self.unit == "percent"

    @property
    def is_previous(self) -> bool:
        """Whether it is an amount of the year before."""
        return self.label.endswith("{previous}") and not self.is_share

    @property
    def is_compared(self) -> bool:
        """Whether it is a percentage of the year before."""
        return COMPARED in self.label

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the label, capitalised as where they stand alone, without years and marks."""
        return tuple(word.capitalize() for word in self.label.split() if word.isalpha())

    @property
    def word(self) -> str:
        """The word that tells which amount it is about."""
        return self.words[-1]

    def printed(self, year: int, previous: int) -> str:
        """The heading as a report of this year prints it."""
        return self.label.format(year=year, previous=previous)


MEASURES = (
    Measure("budget", "Budget {year}", "budget", "eur", 0),
    Measure("actual", "Jaarrekening {year}", "budget", "eur", 0),
    Measure("budget_used", "% Besteding budget {year}", "budget", "percent", 1, "actual", "budget"),
    Measure("previous_actual", "Jaarrekening {previous}", "budget", "eur", 0),
    Measure("vs_previous", "Jaarrekening {year} t.o.v. {previous}", "budget", "percent", 1, "actual", "previous_actual"),
    Measure("planned", "Plan {year}", "staff", "fte", 2),
    Measure("paid", "Betaald {year}", "staff", "fte", 2),
    Measure("plan_used", "% Besteding plan {year}", "staff", "percent", 1, "paid", "planned"),
    Measure("previous_paid", "Betaald {previous}", "staff", "fte", 2),
    Measure("vs_previous", "Betaald {year} t.o.v. {previous}", "staff", "percent", 1, "paid", "previous_paid"),
)
"""The columns of both tables, in printed order."""


def measures_of(table: TableKind) -> tuple[Measure, ...]:
    """What the accounts always printed in a table, in their order."""
    return tuple(measure for measure in MEASURES if measure.table == table)


SHARES = tuple((m.name, m.part, m.whole) for m in MEASURES if m.part is not None and m.whole is not None)
"""The columns that print percentages: of which part, over which whole."""

PREVIOUS = tuple(m.name for m in MEASURES if m.is_previous)
"""The columns that print amounts of the year before."""

DECIMALS: dict[Unit, int] = {m.unit: m.decimals for m in MEASURES}
"""How many decimals the figures of each unit are printed with."""

# --- Projects -------------------------------------------------------------------------------------------------------------

STATUSES = ("Lopend", "Afgewerkt", "Stopgezet", "On hold", "Nog niet gestart")
PHASES = ("Onderzoek", "Ontwerp", "Uitvoering", "Nazorg")


def kind_of_code(code: str) -> Kind:
    """The kind of entry that a code's first letters name.

    >>> kind_of_code("SD10041"), kind_of_code("PO10045"), kind_of_code("ACP1710"), kind_of_code("PRN1167")
    ('objective', 'plan', 'action', 'project')
    """
    return KIND_OF_CODE.get(code[:2], "action")


def level_of(kind: Kind) -> Level:
    """The level of the hierarchy at which entries of this kind stand.

    >>> level_of("project")
    'action'
    """
    return "action" if kind == "project" else kind
