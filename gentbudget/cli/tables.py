"""The two tables of an entry on a terminal, and single amounts, in Dutch notation."""

from __future__ import annotations

from decimal import Decimal

from rich.text import Text

from gentbudget.cli.output import text
from gentbudget.model import Entry
from gentbudget.numbers import format_number
from gentbudget.show.figures import MISSING
from gentbudget.show.text import figures_lines

_STYLES = {"": "", "heading": "bold", "damaged": "bold red"}


def amount(value: Decimal | None) -> Text:
    """Write an amount with the decimals that it has; what is missing is seen to be missing."""
    return text(MISSING, _STYLES["damaged"]) if value is None else text(format_number(value))


def figures_view(entry: Entry, width: int) -> Text:
    """Give both tables of an entry, under their printed column labels, as `gentbudget.show.text` fits them to ``width``."""
    lines = (Text.assemble(*(text(span.text, _STYLES[span.role]) for span in line)) for line in figures_lines(entry, width))
    view = Text("\n").join(lines)
    view.no_wrap, view.overflow = True, "ignore"  # or a figure would be broken where the terminal is narrower still
    return view
