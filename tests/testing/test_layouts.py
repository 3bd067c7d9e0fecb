"""The text of a report in each layout, written out line by line."""

from __future__ import annotations

import pytest

from gentbudget import Report
from gentbudget.exports.text import PrintedLine
from gentbudget.testing import LAYOUTS, Dump

LINES = (
    PrintedLine("JAARREKENING 2024", "front"),
    PrintedLine("Acties", "heading", 0),
    PrintedLine("AC1 - Titel\tDienst", "header", 0),
    PrintedLine("--\t--", "rule", 0),
    PrintedLine("Een langere tekst.", "text", 0),
    PrintedLine("Budgettaire onderbouwing\t\tPlan", "budget head", 0),
    PrintedLine("Exploitatie\tUitgaven\t1.000", "budget row", 0),
    PrintedLine("\tOntvangsten\t5", "budget row", 0),
    PrintedLine("Acties", "heading", 1),
    PrintedLine("AC2 - Nog een titel\tCel", "header", 1),
)

TEXTS = {
    "tabs": [line.text for line in LINES],
    "single blanks": [
        "JAARREKENING 2024",
        "Acties",
        "AC1 - Titel Dienst",
        "Een langere tekst.",
        "Budgettaire onderbouwing Plan",
        "Exploitatie Uitgaven 1.000",
        "Ontvangsten 5",
        "Acties",
        "AC2 - Nog een titel Cel",
    ],
    "cells": [
        *("JAARREKENING 2024", "Acties", "AC1 - Titel", "Dienst", "Een langere tekst."),
        *("Budgettaire onderbouwing", "Plan", "Exploitatie", "Uitgaven", "1.000", "Ontvangsten", "5"),
        *("Acties", "AC2 - Nog een titel", "Cel"),
    ],
    "columns": [
        "JAARREKENING 2024",
        "Acties",
        "AC1 - Titel   Dienst",
        "Een langere tekst.",
        f"{'Budgettaire onderbouwing':27}{'':14}Plan",
        f"{'Exploitatie':27}{'Uitgaven':14}1.000",
        f"{'':27}{'Ontvangsten':14}5",
        "Acties",
        "AC2 - Nog een titel   Cel",
    ],
    "markdown": [
        "JAARREKENING 2024",
        "Acties",
        "| AC1 - Titel | Dienst |",
        "Een langere tekst.",
        "| Budgettaire onderbouwing |  | Plan |",
        "|---|---|---|",
        "| Exploitatie | Uitgaven | 1.000 |",
        "|  | Ontvangsten | 5 |",
        "Acties",
        "| AC2 - Nog een titel | Cel |",
    ],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_parts_cells_as_its_name_says(layout: str) -> None:
    dump = Dump(Report("", ()), layout, LINES)
    assert dump.text.split("\n") == TEXTS[layout]
    assert repr(dump) == f"Dump(layout={layout!r}, text={dump.text!r})"
    assert dump.printed(LINES[:2]) == "JAARREKENING 2024\nActies"
