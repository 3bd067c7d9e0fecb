"""What the tolerances of lines are needed for."""

from __future__ import annotations

from gentbudget import Report
from tests.parser.small import SMALL, edited

from .case import Case, actions, figures, reading, told

INVESTMENT = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
INVESTED = "AC34485", "Investering Uitgaven", "2.000 5.000 250,0% 2.500 200,0%"
RECEIVED = "AC34485", "Investering Ontvangsten", "500 600 120,0% 1.000 60,0%"


def investment(old: str, new: str) -> str:
    """The small report with this row of it misread."""
    return edited((INVESTMENT, INVESTMENT.replace(old, new)))


def paged(*titles: str) -> Case:
    """The small report on four pages, with these lines at the top of all but one; no description may have any of them."""
    tops = ["\f" + "".join(f"{title}\n" for title in titles).replace("#", str(page)) for page in (2, 3, 4)]
    text = edited(
        ("We bouwen, en we", f"We bouwen, en\n{tops[0]}we"),
        ("Wie huurt, krijgt", f"Wie huurt,\n{tops[1]}krijgt"),
        ("De aannemer begint in", f"De aannemer begint\n{tops[2]}in"),
    )
    return reading(text, descriptions, DESCRIPTIONS)


def page_with_foot(page: int) -> str:
    """An action in the middle of whose description a page ends, with its foot."""
    return actions([HEADERS[0]], body=f"Fase {page}\nStad Gent\nPagina {page}\nbegint in {2030 - page}.")


def descriptions(report: Report) -> list[str]:
    return [" ".join(entry.description.split()) for entry in report.entries]


DESCRIPTIONS = [
    "",
    "We bouwen, en we verbouwen wat er staat.",
    "Wie huurt, krijgt raad. - Eerst aan het loket - Dan thuis",
    "De aannemer begint in het najaar.",
]


def sheet(*rows: str) -> str:
    """A spreadsheet of one action: its tables, and lines with as many separators above them."""
    width = max(row.count(";") for row in rows)
    lines = ("Acties", "AC31228 - Herinrichting van het plein;Dienst Wegen", "", *rows)
    return "".join(f"{line}{';' * (width - line.count(';'))}\n" for line in lines)


AMOUNTS = sheet(
    "Budgettaire onderbouwing;;Budget 2024;Jaarrekening 2024",
    "Exploitatie;Uitgaven;2.060.616;958.995",
    ";Ontvangsten;471.642;126.754",
)
SPENT = "AC31228", "Exploitatie Uitgaven", "2.060.616 958.995"

HEADERS = [f"AC4000{number} - Bouwen van woning {number}\tDienst Wonen" for number in range(4)]
PRINTED = "AC40000", "Exploitatie Uitgaven", "15.047 13.021 86,5% 16.470 79,1%"

LEFT = (1, 2, 4, 5, 6, 7)
"""Of seven pages, the third is lost."""

LINES: dict[str, Case] = {
    "SHORTEST_MISREAD_LABEL": figures(investment("Uitgaven", "Uitgavem"), *INVESTED),
    "LONGEST_SHORT_LABEL": figures(investment("Investering", "lnvesting"), *INVESTED),
    "MISREAD_IN_SHORT_LABEL": figures(investment("Uitgaven", "Uitqavem"), *INVESTED),
    "MISREAD_IN_LABEL": figures(investment("Investering", "lnvesting"), *INVESTED),
    "SHORTEST_BROKEN_BEGINNING": figures(
        edited(("\tOntvangsten\t500\t600\t120,0%\t1.000\t60,0%", "Investering Ont-\n500\t600\t120,0%\t1.000\t60,0%\nvangsten")),
        *RECEIVED,
    ),
    "SHORTEST_CUT_BEGINNING": figures(
        edited(("\tOntvangsten\t500\t600\t120,0%\t1.000\t60,0%", "Ontvangst\nInvestering\ten\t500\t600\t120,0%\t1.000\t60,0%")),
        *RECEIVED,
    ),
    "FEWEST_SEPARATORS": figures(AMOUNTS, *SPENT),
    "LEAST_ALIKE_LINES": figures(AMOUNTS, *SPENT),
    "LEAST_RECURRENCE": paged("Stad Gent - Meerjarenplan"),
    "EDGE_LINES": paged("Stad Gent", "Meerjarenplan"),
    "LONGEST_RUNNING_TITLE": paged("Meerjarenplan van de stad en het OCMW, met alle doelstellingen, actieplannen en acties"),
    "FEWEST_TITLE_LETTERS": paged("Stad Gent"),
    "MOST_TITLE_FIGURES": paged("Botermarkt 1, 9000 Gent, jaar 2024, blad # van 4"),
    "MOST_NUMBERS_WITHOUT_PAGE": reading(
        SMALL.replace("\tOntvangsten\t-", "Stad Gent, jaar 2024, versie 2\n\tOntvangsten\t-"), told, []
    ),
    "LEAST_COUNTED_PAGES": reading(
        "\n\n".join(map(page_with_foot, LEFT)),
        descriptions,
        [f"Fase {page} begint in {2030 - page}." for page in LEFT],
    ),
    "MOST_PAGE_DIGITS": figures(
        edited(("\tOntvangsten\t21.020\t43.270", "Groep Gent 117\n\tOntvangsten\t21.020\t43.270")),
        "AC34485",
        "Exploitatie Ontvangsten",
        "21.020 43.270 205,9% 20.258 213,6%",
    ),
}
