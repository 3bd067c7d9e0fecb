"""What the tolerances of headers, and of the report as a whole, are needed for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gentbudget import Report
from gentbudget.parser.headers.names import names_behind_words
from gentbudget.parser.headers.widths import Width, measure
from tests.parser.headers.lines import header as evidence
from tests.parser.headers.test_by_layout import printed, typeset
from tests.parser.headers.test_widths import TITLES
from tests.parser.small import edited
from tests.parser.typeset import wrapped

from .case import Case, actions, header, reading

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
BODY = "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
TITLE = "Begeleiden van huurders"


def action(printed: str, owner: str | None, title: str | None = TITLE, body: str = BODY) -> Case:
    """The small report with another header of its action, which must have this title and owner."""
    return header(edited((ACTION, printed), (BODY, body)), "AC34485", title, owner)


def project(printed: str, owner: str, title: str = "Bouwen van woningen aan de Muide") -> Case:
    return header(edited((PROJECT, printed)), "PR40001", title, owner)


def owned(titles: list[str], owner: str, parting: str = " ") -> str:
    """A report of actions with these titles, all with one owner, with nothing but a blank between."""
    return actions([f"AC4000{number} - {title}{parting}{owner}" for number, title in enumerate(titles)]).replace("\t", " ")


THREE = ["Begeleiden van huurders", "Bouwen van woningen", "Loket voor wie huurt"]
BROKEN = "De huur-\nders wonen hier. De ver-\nhuurders niet. De gemeen-\nten ook. Alle huurders, verhuurders en gemeenten."

FAR_APART = (
    "AC34485 - Begeleiden van huurders        Dienst Wonen\n\nen kotstudenten\n\nWie huurt, krijgt raad van\n\nde dienst.\n\n"
    "Wie bouwt, krijgt hulp bij\n\nhet plan." + "\n\nEr komt een loket bij." * 12
)
SHATTERED = "AC34485 - Begel eiden van huur ders   Dienst Wonen"
WHOLE = "Wie huurt die krijgt raad aan het loket, waar ook wie bouwt of verbouwt terecht kan met vragen over alle regels. " * 6
SCATTERED = "wie hu urt die kr ijgt ra ad aan het lok et of th uis en wie bou wt ook " * 3


def cell(title: str) -> list[str]:
    """The lines of a title in a cell of a certain width, set in a real typeface."""
    return wrapped(title, 23_000, "helvetica")


def column(titles: Sequence[str], look: Callable[[Width], object], right: object, others: Sequence[list[str]] = ()) -> Case:
    """A column of cells with these titles, besides others; what is looked at in the width that it is taken to have."""
    return Case(lambda: look(measure([[*map(cell, titles), *others]])[0]), right)


def laid_out(seed: int, number: int, order: str, alignment: str) -> Case:
    """One of sixteen headers that only the order of their lines tells."""
    entries = printed(seed, 16)
    return header(typeset(entries, order, alignment), *entries[number])


LONG_TITLES = [title for title in TITLES if len(cell(title)) == 2]


DRIFTING = (
    "Samenwerken met wie wonen en werken gemakkelijk maakt in tijdelijk ingerichte lokalen, telkens vlak bij het stille "
    "station in Drongen"
)
"""In narrow letters, its last line is longer than the column of the title is wide."""


def drifting(column: int) -> str:
    """Headers as `pdftotext -layout` prints them, with the owners' column here; the first has that title."""
    headers = []
    for number, title in enumerate((DRIFTING, *LONG_TITLES[:5])):
        first, *others = cell(f"AC4000{number} - {title}")
        headers.append("\n".join([f"{first:{column}}Dienst Wonen", *others]))
    return actions(headers).replace("\t", "   ")


def names_at_ends(*titles: str) -> list[str]:
    """The names that headers with these words end with."""
    headers = [evidence(f"AC4000{number} - {words}\n\nWie huurt, krijgt raad.") for number, words in enumerate(titles)]
    return [" ".join(name) for name in names_behind_words(headers, "blanks")]


def variants(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.code == "owner-variant"]


MISREAD = actions(
    [
        "AC40000 - Begeleiden van huurders\tDienst Organisatiebrede budgetten",
        "AC40001 - Bouwen van woningen\tDienst Organisatiebrede budgetten",
        "AC40002 - Loket voor wie huurt\tDienst Organiserende budgetten",
    ]
)
OTHER = actions(
    [
        "AC40000 - Begeleiden van huurders\tDienst Stadsontwikkeling",
        "AC40001 - Bouwen van woningen\tDienst Stadsontwikkeling",
        "AC40002 - Loket voor wie huurt\tDienst Stadsarchief",
    ]
)
TOLD = ["'Dienst Organiserende budgetten' may be a misread 'Dienst Organisatiebrede budgetten'"]

HEADERS: dict[str, Case] = {
    "MOST_LEADING_LINES": reading(
        edited(
            (
                PROJECT,
                "Dienst\nStadsvernieuwing en\nGroen\n2022 - 2026\nOntwerp\nNog niet gestart\nPR40001 - Bouwen van woningen",
            )
        ),
        lambda report: [entry.code for entry in report.entries],
        ["SD10041", "OD10071", "AC34485", "PR40001"],
    ),
    "FEWEST_CODES_BEHIND": reading(
        actions([f"Dienst Wonen AC4000{number} - Bouwen van woning {number}" for number in range(3)]),
        lambda report: [entry.code for entry in report.entries],
        ["AC40000", "AC40001", "AC40002"],
    ),
    "MOST_HEADER_LINES": project(
        "PR40001 - Bouwen van woningen aan de Muide, de Dampoort en het Rabot\nLopend\nOntwerp\n2022 -\n2026\n\nDienst Wonen",
        "Dienst Wonen",
        "Bouwen van woningen aan de Muide, de Dampoort en het Rabot",
    ),
    "MOST_STACKED_LINES": project(
        "PR40001 - Herinrichten van de\nDampoort en haar omgeving,\nvoorbereidende studies en\nonteigeningen\n"
        "Nog niet\ngestart\nNazorg\n2020 -\n2024\n\nDienst Wonen",
        "Dienst Wonen",
        "Herinrichten van de Dampoort en haar omgeving, voorbereidende studies en onteigeningen",
    ),
    "LONGEST_LEADING_LINE": action(
        "Jaarrekening van de stad, met een overzicht van alle doelstellingen en acties\n"
        "AC34485 - Begeleiden van huurders\tDienst Wonen",
        "Dienst Wonen",
    ),
    "LONGEST_CELL": action(
        f"{'':37}Dienst Stadsvernieuwing en de Groene\n{'AC34485 - Begeleiden van huurders':37}Ruimte",
        "Dienst Stadsvernieuwing en de Groene Ruimte",
    ),
    "FEWEST_ROW_CELLS": action("|AC34485 - Begeleiden|Dienst Wonen|\n|van huurders||\n|---|---|", "Dienst Wonen"),
    "NEAR_COLUMN": action(
        f"{'AC34485 - Huurders':38}Dienst Feestelijkheden\n{'':28}en Markten", "Dienst Feestelijkheden en Markten", "Huurders"
    ),
    "LEFTMOST_OWNER": action(f"AC34485\n{'':8}Begeleiden van huurders\n{'':50}Dienst Wonen", "Dienst Wonen"),
    "INDENTED": reading(
        edited(
            (ACTION, f"AC34485 - Begeleiden van huurders en van wie verhuurt in alle wijken\n{'':45}Dienst Feestelijkheden")
        ),
        lambda report: report["AC34485"].description,
        BODY,
    ),
    "MOST_TITLE_LENGTHS": header(
        edited(
            (ACTION, f"{'AC34485 - Begeleiden van':50}Dienst Stadsvernieuwing en Groen\nwie huurt, bouwt of koopt enz.\n")
        ).replace("\t", "   "),
        "AC34485",
        "Begeleiden van wie huurt, bouwt of koopt enz.",
        "Dienst Stadsvernieuwing en Groen",
    ),
    "WIDEST_CHANCE_GAP": header(
        edited(
            (ACTION, "AC34485 - Begeleiden van huurders in het  Dienst Toezicht en Verbonden\noude centrum verenigingen")
        ).replace("\t", " "),
        "AC34485",
        None,
        None,
    ),
    "COLUMN_DRIFT": header(drifting(50), "AC40000", DRIFTING, "Dienst Wonen"),
    "LONGEST_FIELD_LINE": project(
        "PR40001 - Bouwen van woningen aan de Muide Lopend Ontwerp\n2022 - 2026 Dienst Stadsvernieuwing en Groen",
        "Dienst Stadsvernieuwing en Groen",
    ),
    "LEAST_BROKEN_WORDS": action(
        "AC34485 - Begeleiden van kot-       Dienst Wonen\nstudenten", "Dienst Wonen", "Begeleiden van kotstudenten", BROKEN
    ),
    "SHORT_WORD": action(SHATTERED, None, None, SCATTERED),
    "FEWEST_SHORT_WORDS": action(SHATTERED, None, None, SCATTERED),
    "MOST_SHORT_WORDS": action("AC34485 - Begeleiden van huurders   Dienst Wonen", "Dienst Wonen", body=WHOLE),
    "LEAST_PARTED_PHRASES": header(
        edited((f"{ACTION}\n\n{BODY}", FAR_APART)).replace("\t", " "),
        "AC34485",
        "Begeleiden van huurders en kotstudenten",
        "Dienst Wonen",
    ),
    "MOST_TITLE_LINES": header(
        actions(
            [
                "AC40000 - Begeleiden\nvan wie huurt\nen van wie bouwt\nof koopt\nin de wijken\nDienst Wonen",
                "AC40001 - Bouwen van woningen\nDienst Wonen",
            ]
        ),
        "AC40000",
        "Begeleiden van wie huurt en van wie bouwt of koopt in de wijken",
        "Dienst Wonen",
    ),
    "MOST_NAME_LINES": action(
        "AC34485 - Begeleiden van huurders\n\nDienst Sport,\nBewegen,\nJeugd en\nVrije Tijd\n",
        "Dienst Sport, Bewegen, Jeugd en Vrije Tijd",
    ),
    "LONGEST_NAME_LINE": action(
        "AC34485 - Begeleiden van huurders\n\nDienst Stadsvernieuwing en de Groene Ruimte\n",
        "Dienst Stadsvernieuwing en de Groene Ruimte",
    ),
    "MOST_NAME_WORDS": header(
        owned(THREE, "Huis Stad van de Toekomst en Groen"), "AC40000", THREE[0], "Huis Stad van de Toekomst en Groen"
    ),
    "FEWEST_TAIL_WORDS": Case(
        lambda: names_at_ends(
            "Begeleiden van huurders in Gent Dienst Wonen en Zorg",
            "Woningen voor Gent Dienst Wonen en Zorg",
            "Hart van Gent Dienst Wonen en Zorg",
            "Ruimte rond Gent Dienst Wonen en Zorg",
            "Loket voor wie huurt Dienst Wonen en Zorg",
            "Bouwen van woningen Dienst Wonen en Zorg",
        ),
        ["Dienst Wonen en Zorg"],
    ),
    "MOST_PLAIN_WORDS": action(
        "AC34485 - Begeleiden van huurders\n\nDienst voor sociale dienstverlening\n", "Dienst voor sociale dienstverlening"
    ),
    "LONGEST_NAME": header(
        owned(THREE, "Dienst Stadsvernieuwing en Stadsontwikkeling in Oostakker"),
        "AC40000",
        THREE[0],
        "Dienst Stadsvernieuwing en Stadsontwikkeling in Oostakker",
    ),
    "SHORTEST_HALF": reading(
        edited((PROJECT, PROJECT.replace("Nog niet gestart", "Afgewer").replace("\n", "") + "\n\t\tkt")),
        lambda report: report["PR40001"].status,
        "Afgewerkt",
    ),
    "SHORTEST_NAMING_WORD": header(owned(THREE, "Dienst Wonen"), "AC40000", THREE[0], "Dienst Wonen"),
    "BREADTH_DRIFT": column(TITLES, lambda width: [line for line in map(cell, TITLES) if not width.fits(line)], []),
    "LEAST_WRAPS": column(LONG_TITLES[:4], lambda width: width.certain, True),
    "LEAST_CELLS": column(LONG_TITLES[:4], lambda width: width.certain, True),
    "LEAST_AGREEING_WRAPS": column(LONG_TITLES[:6], lambda width: width.certain, True, [["Loket", "aan de Muide"]]),
    "LEAST_FITTING_CELLS": column(LONG_TITLES[:4], lambda width: width.certain, False, [["Loket", "aan de Muide"]] * 4),
    "LEAST_LAID_OUT": laid_out(0, 12, "cells", "bottom"),
    "MOST_LAID_OUT_OTHERWISE": laid_out(0, 12, "cells", "bottom"),
    "LEAST_COMMON_START": reading(MISREAD, variants, TOLD),
    "LEAST_SIMILARITY": reading(OTHER, variants, []),
}
