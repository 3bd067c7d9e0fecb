"""What the tolerances of tables are needed for."""

from __future__ import annotations

from gentbudget.vocabulary import FLOWS, SECTIONS
from tests.parser.small import BUDGET, SMALL, STAFF, edited

from .case import TABLES as LAST
from .case import Case, actions, alone, figures, reading, row_values, told, values
from .lines import INVESTMENT, sheet

STANDARD = ["Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2023", "Jaarrekening 2024 t.o.v. 2023"]
LABELS = ["Krediet 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2023", "Jaarrekening 2024 t.o.v. 2023"]
KREDIET = BUDGET.replace("Budget 2024\t", "Krediet 2024\t")
WRAPPED = """\
Budgettaire onderbouwing   Budget    Jaarrekening    %             Jaarrekening   Jaarrekening
                           2024      2024            Besteding     2023           2024 t.o.v.
                                                     budget 2024                  2023"""


def columns(text: str, labels: list[str]) -> Case:
    """A text whose project must have these columns, none of them told by the arithmetic."""
    return reading(
        text,
        lambda report: ([column.label for column in report["PR40001"].budget.columns], "restored-head" in told(report)),
        (labels, False),
    )


def last_head(old: str, new: str) -> str:
    """The small report with one head of its last action misread."""
    at = SMALL.rindex(STAFF)
    return SMALL[:at] + SMALL[at:].replace(old, new)


def without_financing(tables: str) -> str:
    """Tables that lost the rows of a section, or never had them."""
    lines = tables.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("Financiering"))
    return "\n".join(lines[:at] + lines[at + 2 :])


ACTIONS = [f"AC40{number:03} - Bouwen van woning {number}\tDienst Wonen" for number in range(12)]
FEW = without_financing(LAST)


def lacks_nothing(*tables: str) -> Case:
    """Actions with these tables by turns, of which no row may be said to be missing."""
    return reading(actions(ACTIONS, tables), told, [])


ROW = "2060616;958995;46,50%;906650;105,80%"
MANY_ROWS = [
    line
    for number in range(12)
    for line in (
        "Acties",
        f"AC{32220 + number} - Herinrichting van plein {number};Dienst Wegen",
        BUDGET.replace("\t", ";"),
        *(f"{section.label};{flow.label};{ROW}" for section in SECTIONS for flow in FLOWS),
    )
]
MANY_ROWS[3:5] = [row.replace("958995", "958995,25") for row in MANY_ROWS[3:5]]  # one is always taken to be misread


TABLES: dict[str, Case] = {
    "MOST_LABEL_WORDS": columns(alone().replace(BUDGET, WRAPPED), STANDARD),
    "MOST_WRAPPED_LINES": columns(alone().replace(BUDGET, WRAPPED), STANDARD),
    "MOST_YEARS": columns(
        alone().replace(
            BUDGET,
            "Budgettaire o|nderbouwing|Bu|dget 2024|Jaarre|kening 2024|% Be|steding budget 2024|"
            "Jaar|rekening 2022|Jaarre|kening 2024 t.o.v. 2023",
        ),
        ["Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2022", "Jaarrekening 2024 t.o.v. 2023"],
    ),
    "FEWEST_WORD_LETTERS": reading(
        edited((INVESTMENT, INVESTMENT.replace("2.000", "Z.0O0").replace("\t", " "))),
        lambda r: [c.text for c in r["AC34485"].budget.investment.expenditure.figures],
        ["Z.0O0", "5.000", "250,0%", "2.500", "200,0%"],
    ),
    "MOST_HEAD_LINES": columns(
        alone().replace(BUDGET, KREDIET.replace("\t\t", "\t").replace("\t", "\n") + "\nGroep Gent"), LABELS
    ),
    "FEWEST_STAFF_FIGURES": figures(edited(("VTE\t\t1,20", "VIE\t\t1,20")), "AC34485", "VTE", "1,20 0,93 77,5% 1,50 62,0%"),
    "ROWS_BESIDE_A_LABEL": reading(
        edited((INVESTMENT, INVESTMENT.replace("Investering", "Investe-")), ("60,0%", "60,0%\nring")), told, []
    ),
    "LONGEST_SCRAP": figures(
        edited(
            (INVESTMENT, INVESTMENT.replace("Investering\t", "")),
            ("\tOntvangsten\t500", "Investering\nAang\t500"),
        ),
        "AC34485",
        "Investering Ontvangsten",
        "500 600 120,0% 1.000 60,0%",
    ),
    "FEWEST_PLAIN_FIGURES": figures(
        sheet(
            BUDGET.replace("\t", ";"),
            "Exploitatie;Uitgaven;2060616;958995;46,50%;906650;105,80%",
            ";Ontvangsten;12;6;50,00%;24;25,00%",
        ),
        "AC31228",
        "Exploitatie Uitgaven",
        "2.060.616 958.995 46,5% 906.650 105,8%",
    ),
    "MOST_LONGER_FIGURES": reading(
        sheet(*MANY_ROWS), lambda report: row_values(report, "AC32220", "Exploitatie Uitgaven")[1], None
    ),
    "MOST_FAILING_SHARES": reading(
        alone().replace(BUDGET + "\n", "").replace("148,3%", "168,3%"),
        lambda report: {cell.value for row in report["PR40001"].budget.rows for cell in row.figures},
        set(),
    ),
    "MISREAD_IN_HEAD": reading(
        last_head("Plan 2024", "Pn 2024"),
        lambda report: (row_values(report, "PR40001", "VTE"), told(report)),
        (values("2,20 1,58 71,8% 1,81 87,3%"), ["misspelt-label"]),
    ),
    "MOST_OTHER_FORMS": reading(
        SMALL.replace(BUDGET, KREDIET).replace("\t648.927\t", "\t6.489,27\t").replace("\t2.000\t", "\t20,00\t"),
        lambda report: report["AC34485"].budget.operating.expenditure["Krediet 2024"],
        None,
    ),
    "FEWEST_TABLES": lacks_nothing(FEW),
    "LEAST_PRINTED_SECTION": lacks_nothing(LAST, *[FEW] * 11),
}
