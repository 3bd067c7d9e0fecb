"""A small whole report, written by hand, in which every figure is another."""

from __future__ import annotations

BUDGET = (
    "Budgettaire onderbouwing\t\tBudget 2024\tJaarrekening 2024\t% Besteding budget 2024\tJaarrekening 2023"
    "\tJaarrekening 2024 t.o.v. 2023"
)
STAFF = "Onderbouwing personeel\t\tPlan 2024\tBetaald 2024\t% Besteding plan 2024\tBetaald 2023\tBetaald 2024 t.o.v. 2023"

SMALL = f"""\
JAARREKENING 2024

Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties

Inhoudstafel\tPagina
SD10041 - Iedereen woont, leert en werkt hier\t1
OD10071 - Betaalbaar wonen versnellen\t2

Beleidsdoelstelling SD10041

Iedereen woont, leert en werkt hier

{BUDGET}
Exploitatie\tUitgaven\t663.974\t626.530\t94,4%\t527.658\t118,7%
\tOntvangsten\t22.711\t45.777\t201,6%\t21.890\t209,1%
Investering\tUitgaven\t3.114\t6.883\t221,0%\t3.422\t201,1%
\tOntvangsten\t522\t642\t122,8%\t1.090\t58,9%
Financiering\tUitgaven\t0\t0\t0,0%\t0\t0,0%
\tOntvangsten\t-1.595\t-5.173\t324,3%\t-2.807\t184,3%
{STAFF}
VTE\t\t3,40\t2,51\t73,7%\t3,31\t75,8%

Actieplan

OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent
---------\t--\t-------------\t------------

We bouwen, en we verbouwen wat er staat.

{BUDGET}
Exploitatie\tUitgaven\t663.974\t626.530\t94,4%\t527.658\t118,7%
\tOntvangsten\t22.711\t45.777\t201,6%\t21.890\t209,1%
Investering\tUitgaven\t3.114\t6.883\t221,0%\t3.422\t201,1%
\tOntvangsten\t522\t642\t122,8%\t1.090\t58,9%
Financiering\tUitgaven\t0\t0\t0,0%\t0\t0,0%
\tOntvangsten\t-1.595\t-5.173\t324,3%\t-2.807\t184,3%

{STAFF}
VTE\t\t3,40\t2,51\t73,7%\t3,31\t75,8%

Acties

AC34485 - Begeleiden van huurders\tDienst Wonen
--\t------

Wie huurt, krijgt raad.

- Eerst aan het loket
- Dan thuis

{BUDGET}
Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%
\tOntvangsten\t21.020\t43.270\t205,9%\t20.258\t213,6%
Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%
\tOntvangsten\t500\t600\t120,0%\t1.000\t60,0%
Financiering\tUitgaven\t0\t0\t0,0%\t0\t0,0%
\tOntvangsten\t-1.500\t-5.000\t333,3%\t-2.500\t200,0%

{STAFF}
VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%

Acties

PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen

De aannemer begint in het najaar.

{BUDGET}
Exploitatie\tUitgaven\t15.047\t13.021\t86,5%\t16.470\t79,1%
\tOntvangsten\t1.691\t2.507\t148,3%\t1.632\t153,6%
Investering\tUitgaven\t1.114\t1.883\t169,0%\t922\t204,2%
\tOntvangsten\t22\t42\t190,9%\t90\t46,7%
Financiering\tUitgaven\t0\t0\t0,0%\t0\t0,0%
\tOntvangsten\t-95\t-173\t182,1%\t-307\t56,4%

{STAFF}
VTE\t\t2,20\t1,58\t71,8%\t1,81\t87,3%"""


def edited(*edits: tuple[str, str], text: str = SMALL) -> str:
    """Make edits to the small report, each of them at the one place where its first half stands."""
    for old, new in edits:
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in the text")
        text = text.replace(old, new)
    return text


def without(line: str, text: str = SMALL) -> str:
    """Leave out the one line that begins so."""
    kept = [printed for printed in text.split("\n") if not printed.startswith(line)]
    if len(kept) != text.count("\n"):
        raise ValueError(f"not one line begins with {line!r}")
    return "\n".join(kept)


def line_of(start: str, text: str = SMALL) -> int:
    """Count lines down to the first that begins so."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(start))
