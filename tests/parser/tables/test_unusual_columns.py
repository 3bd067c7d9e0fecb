"""Columns that are empty, have no words, or lack what their percentages are made of."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import BudgetRow, Report
from tests.parser.small import BUDGET
from tests.parser.steps import steps

TAB = "\t"
ENTRY = "Acties\n\nAC10001 - Titel\tDienst\n\nTekst.\n\n"
ROW = "Exploitatie\tUitgaven\t648.927\t663.509\t102,2%\t591.188\t112,2%\n"


def sheet(*rows: str) -> Report:
    """A spreadsheet with plain numbers."""
    lines = ("Acties", "AC10001 - Titel\tDienst", "Tekst.", BUDGET, *rows)
    return gentbudget.parse("".join(f"{line}{';' * (6 - line.count(TAB))}\n" for line in lines).replace(TAB, ";"))


def spent(report: Report) -> BudgetRow:
    return report["AC10001"].budget.operating.expenditure


def figures(row: BudgetRow) -> tuple[Decimal | None, ...]:
    return tuple(row.values.values())


def test_plain_amounts_are_read_where_no_percentage_is_printed() -> None:
    report = sheet(
        "Exploitatie\tUitgaven\t1317448\t1217448\t\t1317449\t",
        "\tOntvangsten\t2317448\t1217441\t\t1317440\t",
        "Investering\tUitgaven\t3317448\t1217442\t\t1317443\t",
    )
    assert figures(spent(report)) == (Decimal(1317448), Decimal(1217448), None, Decimal(1317449), None)
    assert report["AC10001"].budget.investment.expenditure.budget == Decimal(3317448)


def test_digits_that_are_too_many_for_a_figure_cost_no_other() -> None:
    report = sheet(
        f"Exploitatie\tUitgaven\t1317448\t{'1' * 50}\t92,4%\t1317448\t92,4%",
        "\tOntvangsten\t1317448\t1217448\t92,4%\t1317448\t92,4%",
    )
    assert spent(report).actual is None
    assert spent(report).budget == Decimal(1317448)
    assert [f.code for f in report.findings_of("AC10001") if f.line == spent(report).line] == ["unreadable-figure"]


@pytest.mark.parametrize("label", ["% 2024", "% 2024 t.o.v. 2023"])
def test_a_column_without_words_is_reached_by_its_label_alone(label: str) -> None:
    head = BUDGET.replace("Jaarrekening 2024 t.o.v. 2023", label)
    report = gentbudget.parse(f"{ENTRY}{head}\n{ROW}")
    assert spent(report)[label] == Decimal("112.2")
    assert spent(report).vs_previous is None
    assert [(f.code, label in f.message) for f in report.findings if f.code == "unknown-column"] == [("unknown-column", True)]


def test_a_short_row_keeps_nothing_that_no_percentage_confirms_for_want_of_a_column() -> None:
    head = BUDGET.replace("\tJaarrekening 2024\t", "\t")
    full = "\tOntvangsten\t22.711\t201,6%\t21.890\t209,1%\n"
    report = gentbudget.parse(f"{ENTRY}{head}\nExploitatie\tUitgaven\t648.927\t591.188\t112,2%\n{full}")
    assert figures(spent(report)) == (None, None, None, None)
    assert report["AC10001"].budget.operating.receipts.budget == Decimal(22711)
    assert "undecidable-row" in {f.code for f in report.findings if f.line == spent(report).line}


def test_a_short_row_that_fits_in_no_place_has_no_figures() -> None:
    """Its percentage lost its sign, and so it has more amounts than there are columns for them."""
    full = "\tOntvangsten\t22.711\t45.777\t201,6%\t21.890\t209,1%\n"
    report = gentbudget.parse(f"{ENTRY}{BUDGET}\nExploitatie\tUitgaven\t648.927\t663.509\t102.200\t591.188\n{full}")
    assert figures(spent(report)) == (None,) * 5
    assert report["AC10001"].budget.operating.receipts.budget == Decimal(22711)
    assert "undecidable-row" in {f.code for f in report.findings if f.line == spent(report).line}


def test_a_short_row_of_very_many_columns_is_not_tried_in_all_places() -> None:
    def table(short: int) -> str:
        years, amounts = range(2026, 2056), [f"1.{number:03}" for number in range(30)]
        head = "\t".join(["Budgettaire onderbouwing\t", *(f"Raming {year}" for year in years)])
        rows = [("Exploitatie", "Uitgaven", *amounts[short:]), ("", "Ontvangsten", *amounts)]
        return "\n".join([f"{ENTRY}{head}", *map("\t".join, rows), ""])

    report = gentbudget.parse(table(3))
    assert figures(spent(report)) == (None,) * 30
    assert "undecidable-row" in {f.code for f in report.findings if f.line == spent(report).line}
    assert steps(lambda: gentbudget.parse(table(3))) < 4 * steps(lambda: gentbudget.parse(table(0)))


def test_of_two_columns_with_one_year_the_figures_tell_which_is_the_year_s_own() -> None:
    """One of the two years is misread, and the order of the columns does not say which."""
    head = BUDGET.replace("Jaarrekening 2023\t", "Jaarrekening 2024\t")
    report = gentbudget.parse(f"{ENTRY}{head}\n{ROW}", known=None)
    assert (spent(report).actual, spent(report).previous_actual) == (Decimal(663509), Decimal(591188))
    assert "misread-year" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("word", ["Raming", "Krediet", "Meerjarenplan"])
@pytest.mark.parametrize("place", [0, 5])
def test_a_column_of_another_kind_about_a_later_year_makes_no_other_one_s_year_earlier(word: str, place: int) -> None:
    labels = BUDGET.split("\t")[2:]
    row = ROW.rstrip("\n").split("\t")[2:]
    labels.insert(place, f"{word} 2025")
    row.insert(place, "700.001")
    head = "\t".join(["Budgettaire onderbouwing", "", *labels])
    text = ENTRY + f"{head}\n" + "\t".join(["Exploitatie", "Uitgaven", *row]) + "\n"
    spending = spent(gentbudget.parse(text))
    assert (spending.actual, spending.previous_actual) == (Decimal(663509), Decimal(591188))
    assert spending[f"{word} 2025"] == Decimal(700001)


@pytest.mark.parametrize("lost", ["2024", "Jxxxekexlxg 2024"])
def test_a_label_that_lost_its_word_may_be_that_of_the_year(lost: str) -> None:
    head = BUDGET.replace("\tJaarrekening 2024\t", f"\t{lost}\t").replace("\tJaarrekening 2024 t.o.v. 2023", "")
    head = head.replace("Budget 2024", "Budget").replace("% Besteding budget 2024", "% Besteding budget")
    text = ENTRY + f"{head}\nExploitatie\tUitgaven\t648.927\t663.509\t102,2%\t591.188\n"
    assert spent(gentbudget.parse(text)).actual in (None, Decimal(663509))
