"""Headers whose cells wrap, in the forms that keep lines, cells or columns: nothing is wrong, and most is read.

The reports are typeset with the breadths of real typefaces, so that lines end where they do in print.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from random import Random
from textwrap import indent

import pytest
from attrs import evolve

import gentbudget
from tests.documents.accounts import PrintedReport, consistent_report
from tests.documents.comparison import Comparison, compare
from tests.parser.small import SMALL
from tests.parser.tolerances.headers import DRIFTING, drifting
from tests.parser.typeset import TYPEFACES, Look, typeset
from tests.profiles import is_quick

CELLS = ("title", "owner", "organisation")
SEEDS = range(2 if is_quick() else 20)
WIDTHS = (18_000, 32_000, 24_000, 40_000)

FORMS = {
    ("columns", "top", "blank lines"): 0.98,
    ("columns", "top", "no blank lines"): 0.95,
    ("columns", "centred", "blank lines"): 0.98,
    ("columns", "centred", "no blank lines"): 0.95,
    ("cells", "top", "blank lines"): 0.85,
    ("cells", "top", "no blank lines"): 0.85,
    ("single blanks", "top", "blank lines"): 0.65,
    ("single blanks", "top", "no blank lines"): 0.65,
    ("single blanks", "centred", "blank lines"): 0.35,
    ("single blanks", "centred", "no blank lines"): 0.35,
}
"""In which form a header is printed, how its cells are aligned, and what parts it from its description; with the least share of
titles and owners that is read. None is read wrong: what cannot be told is open.

With single blanks, titles that end alike and have the same owner look like a longer name. The titles here are drawn from few
words, so that they often do.
"""


@cache
def draw(seed: int) -> PrintedReport:
    random = Random(seed)
    return consistent_report(random, objectives=1, plans=3, actions=20, projects=random.choice([0, 0.3, 0.6]))


def read(printed: PrintedReport, form: tuple[str, str, str], typeface: str, width: int) -> Comparison:
    name, alignment, parted = form
    look = Look(width, typeface, centred=alignment == "centred")
    report = gentbudget.parse(typeset(printed, name, look, blank_lines=parted == "blank lines"))
    assert report.unclaimed == ()
    told = {finding.entry for finding in report.findings}
    for entry in report.entries:
        assert entry.title is not None or entry.code in told
    return compare(printed, report)


@pytest.mark.parametrize("form", FORMS, ids=", ".join)
def test_figures_are_read_in_their_places_and_no_title_or_owner_is_wrong(form: tuple[str, str, str]) -> None:
    right, in_all = 0, 0
    for seed, typeface in product(SEEDS, TYPEFACES if not is_quick() else islice(TYPEFACES, 1)):
        printed = draw(seed)
        result = read(printed, form, typeface, WIDTHS[seed % len(WIDTHS)])
        assert result.right["figure"] == 35 * len(printed.entries)
        assert result.wrongly_read == [], (seed, typeface)
        right += sum(result.right[what] for what in CELLS)
        in_all += sum(counts[what] for what in CELLS for counts in (result.right, result.missing, result.wrong))
    assert right >= FORMS[form] * in_all


SMALL_LETTERS = (
    "kleine herstellingen worden meteen uitgevoerd",
    "zie de omschrijving hierboven",
    "waar het kan, verloopt de aanvraag zonder papier",
)


@pytest.mark.parametrize("form", FORMS, ids=", ".join)
def test_a_description_that_begins_with_a_small_letter_is_no_title_s(form: tuple[str, str, str]) -> None:
    """Not if the title's last line has room for its first word."""
    printed = consistent_report(Random(7), objectives=1, plans=3, actions=60, projects=0.2)
    short = [entry.code for entry in printed.entries if entry.kind == "action" and len(entry.title) < 40]
    texts = dict(zip(short[:3], SMALL_LETTERS, strict=True))
    entries = tuple(
        evolve(entry, description=(texts[entry.code],)) if entry.code in texts else entry for entry in printed.entries
    )
    result = read(evolve(printed, entries=entries), form, "helvetica", 32_000)
    assert not [remark for remark in result.remarks for text in SMALL_LETTERS if text in remark]


@pytest.mark.parametrize("centred", [False, True])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_margin_makes_no_difference(seed: int, centred: bool) -> None:
    text = typeset(draw(seed), "columns", Look(24_000, "helvetica", centred), blank_lines=False)
    plain, indented = gentbudget.parse(text), gentbudget.parse(indent(text, " " * 8))
    for entry, other in zip(plain.entries, indented.entries, strict=True):
        for what in ("code", "title", "owner", "organisation", "status", "phase", "period", "paragraphs"):
            assert getattr(other, what, None) == getattr(entry, what, None), entry.code


@pytest.mark.parametrize(("column", "expected"), [(50, DRIFTING), (48, None)])
def test_a_title_is_open_where_a_line_that_goes_on_with_it_reaches_into_the_owner_s_column(
    column: int, expected: str | None
) -> None:
    """The line may be the title's, in narrow letters; without it, the title would be cut and look whole."""
    assert gentbudget.parse(drifting(column), known=None)["AC40000"].title == expected


NAME = "Interne Dienst voor Preventie {} Bescherming op het Werk"


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize("word", ["en", "van de Groep", "van"])
def test_what_stands_before_the_rest_of_a_name_in_all_headers_is_no_title_s(word: str, *, known: bool) -> None:
    table = SMALL[SMALL.rindex("Budgettaire") :]
    header = f"{{}} Lopend Ontwerp 2022 - 2026 Interne Dienst voor Preventie\n{{}} {word} Bescherming op het Werk"
    headers = (
        header.format("PR30475 - Vernieuwen van alle tuinen", "in de stad"),
        header.format("PR38684 - Uitbouwen van een platform", "voor vrijwillige inzet"),
    )
    text = SMALL + "".join(f"\nActies\n\n{header}\n\nTekst.\n\n{table}" for header in headers)
    report = gentbudget.parse(text.replace("\t", " "), known=[NAME.format(word)] if known else None)
    first = report.project("PR30475")
    assert first.title in (None, "Vernieuwen van alle tuinen in de stad")
    assert first.owner in (None, NAME.format(word))
    assert first.owner or report.findings_of(first)
