"""The ways to read a header, by the layouts in which its lines may stand so."""

from __future__ import annotations

from itertools import product

import pytest

from gentbudget.parser.headers.header import Evidence
from gentbudget.parser.headers.layouts import HALVES, LAYOUTS, Layout, readings
from gentbudget.parser.lines.phrases import BROKEN
from tests.parser.headers.lines import header

from .test_by_layout import ORDERS

TITLE = ["Aanleggen van speelpleinen", "voor kinderen en jongeren", "uit de omliggende straten", "en aan de Muide"]
OWNER = ["Kinderopvang", "Huisvesting", "en Jeugdwerk", "van het Noorden"]
BODY = "Wie huurt, krijgt raad."


def ways(evidence: Evidence, layout: Layout) -> set[tuple[str, str]]:
    return {way.texts for way in readings(evidence).get(layout, ())}


@pytest.mark.parametrize("alignment", HALVES)
@pytest.mark.parametrize("order", ORDERS)
def test_a_header_can_be_read_in_the_layout_that_it_has(order: str, alignment: str) -> None:
    (layout,) = [one for one in LAYOUTS if one == (order, alignment, 0)]
    for m, n in product(range(1, len(TITLE) + 1), range(1, len(OWNER) + 1)):
        title, owner = TITLE[:m], OWNER[:n]
        lines = ORDERS[order]([f"AC34485 - {title[0]}", *title[1:]], owner, alignment)
        found = ways(header("\n".join([*lines, BODY])), layout)
        assert (" ".join(title), " ".join(owner)) in found, (m, n)


def test_lines_that_stand_between_each_other_hold_one_cell_each() -> None:
    evidence = header(f"Informatica\nAC34485 - Huren\nZaken\n{BODY}")
    centred, top = (Layout("lines", alignment, 0) for alignment in ("centre", "top"))
    assert ways(evidence, centred) == {("Huren", "Informatica Zaken")}
    assert ways(evidence, top) == set()


def test_fields_part_the_cells_that_stand_one_after_another() -> None:
    fields = "Lopend Nazorg 2021 - 2028"
    evidence = header(f"PR34485 - Huren van\nZalen\n{fields}\nJuridische Zaken\n{BODY}")
    assert ways(evidence, Layout("cells", "top", 0)) == {("Huren van Zalen", "Juridische Zaken")}


@pytest.mark.parametrize(
    "text",
    [
        f"AC34485 - Huren van zalen Juri{BROKEN}dische Zaken\n{BODY}",  # lines joined where they broke a word
        "\n".join(
            ["AC34485 - Huren van zalen", *map(str.capitalize, map("zaken".__add__, "abcdefghijklmnopqrst"))]
        ),  # more lines than are looked at
        f"AC34485 - Huren van zalenJuridische Zaken\n{BODY}",  # no blank between the cells
        f"AC34485 - {' '.join(['Zalen'] * 40)}\n{' '.join(['Zaken'] * 40)}",  # too many ways
    ],
)
def test_what_does_not_stand_as_it_is_printed_is_not_read(text: str) -> None:
    assert readings(header(text)) == {}


def test_no_line_of_a_description_is_the_header_s() -> None:
    evidence = header("AC34485 - Huren van zalen Juridische Zaken\n- Punt een\nen twee")
    assert {way.split.lines for found in readings(evidence).values() for way in found} == {1}
    # But a description does not begin with a small letter.
    evidence = header(f"AC34485 - Huren van zalen Juridische Zaken\nen feesten\n{BODY}")
    assert {way.split.lines for found in readings(evidence).values() for way in found} == {2}
