"""Looks that word processors and browsers give a document: what `word` and `web` write, and LibreOffice and Chromium print.

Each look prints an account of its own. Looks whose names begin with ``kept-`` are there to measure with: nobody looks at
their dumps to make the parser better.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, Literal

from attrs import evolve, frozen

from .accounts import PrintedReport, consistent_report
from .vocabulary import ELSEWHERE, TOWN, Vocabulary

KEPT = "kept-"

ADDRESS = "Botermarkt 1, 9000 Gent"

Row = tuple[tuple[str, str], tuple[str, ...]]
"""The two labels of a table row, and its figures."""


@frozen
class Look:
    """How a document is set."""

    program: Literal["writer", "chromium"]
    font: str
    size: float
    """Of running text, in points; tables are one point smaller."""
    lengthwise: bool = False
    hyphenated: bool = False
    margin: float = 20
    """On all sides, in millimetres."""
    borders: Literal["grid", "rows", "none"] = "grid"
    label_place: Literal["top", "centre", "bottom"] = "centre"
    """Where in its cell, which spans two rows, the label of a section stands."""
    labels: tuple[float, float] = (24, 22)
    """Widths of the two columns of labels, in millimetres; the columns of figures share what is left."""
    header: tuple[tuple[float, ...], ...] = ((70, 30), (14, 50, 16, 20), (44, 14, 14, 11, 17))
    """Shares of the cells of a header: of an action, a plan, and a project."""
    bullet: str = "\N{BULLET}"
    code_below: bool = False
    """Whether an objective's code stands with its title, below the heading."""
    running_head: str = ""
    running_foot: str = ""

    @property
    def width(self) -> float:
        """Return the width of the page between its margins, in millimetres."""
        return (297 if self.lengthwise else 210) - 2 * self.margin

    def table_widths(self, columns: int) -> tuple[float, ...]:
        """Return the widths of a budget or staff table with so many columns of figures."""
        each = (self.width - sum(self.labels)) / columns
        return (*self.labels, *[each] * columns)

    def header_widths(self, cells: int) -> tuple[float, ...]:
        """Return the widths of a header with so many cells."""
        shares = self.header[{2: 0, 4: 1, 5: 2}[cells]]
        return tuple(self.width * share / sum(shares) for share in shares)


LOOKS: dict[str, Look] = {
    "writer-serif": Look(
        program="writer",
        font="Liberation Serif",
        size=10,
        hyphenated=True,
        margin=32,
        labels=(21, 19),
        bullet="\uf0b7",
        running_head="Jaarrekening {year}\tStad Gent en OCMW Gent\t24/11/{next}",
        running_foot=f"{ADDRESS}\t\tPagina {{page}} van {{pages}}",
    ),
    "writer-lengthwise": Look(
        program="writer",
        font="Carlito",
        size=11,
        lengthwise=True,
        margin=18,
        borders="rows",
        label_place="top",
        labels=(38, 30),
        header=((60, 40), (10, 60, 12, 18), (50, 12, 12, 12, 14)),
        bullet="\uf0a7",
        code_below=True,
        running_head="Gent, stad voor en door Gentenaars | Jaarrekening {year}",
        running_foot="www.stad.example\t\t{page}",
    ),
    "chromium-upright": Look(
        program="chromium",
        font="DejaVu Sans",
        size=8.5,
        hyphenated=True,
        margin=15,
        labels=(25, 22),
        header=((66, 34), (14, 46, 14, 26), (42, 15, 15, 9, 19)),
        running_head="browser",
    ),
    "chromium-lengthwise": Look(
        program="chromium",
        font="Liberation Sans",
        size=10,
        lengthwise=True,
        margin=22,
        borders="none",
        label_place="bottom",
        labels=(34, 30),
        header=((75, 25), (12, 56, 14, 18), (46, 15, 15, 10, 14)),
    ),
    "chromium-hyphenated": Look(
        program="chromium",
        font="DejaVu Serif",
        size=10,
        lengthwise=True,
        hyphenated=True,
        margin=24,
        borders="rows",
        labels=(26, 24),
        header=((54, 46), (12, 50, 14, 24), (40, 14, 14, 12, 20)),
        code_below=True,
        running_head="browser",
    ),
    "chromium-ligatures": Look(
        program="chromium",
        font="Carlito",
        size=11,
        lengthwise=True,
        hyphenated=True,
        margin=17,
        labels=(31, 27),
        header=((57, 43), (12, 53, 12, 23), (43, 13, 12, 14, 18)),
        code_below=True,
        running_head="browser",
    ),
    "writer-narrow": Look(
        program="writer",
        font="Liberation Sans",
        size=10,
        lengthwise=True,
        hyphenated=True,
        margin=38,
        label_place="bottom",
        labels=(24, 20),
        header=((60, 40), (14, 48, 14, 24), (40, 14, 14, 13, 19)),
        running_head="Stad Gent\tJaarrekening {year}\t{page}",
        running_foot=f"{ADDRESS}\t\t1/3/{{next}}",
    ),
    f"{KEPT}writer": Look(
        program="writer",
        font="Linux Libertine O",
        size=10.5,
        hyphenated=True,
        margin=23,
        borders="rows",
        labels=(24, 25),
        header=((64, 36), (15, 45, 15, 25), (38, 14, 14, 14, 20)),
        bullet="o",
        running_head="Rapport gemeenteraad\t\tAfgedrukt op 3 maart {next}",
        running_foot="Jaarrekening {year} - {page}",
    ),
    f"{KEPT}chromium": Look(
        program="chromium",
        font="Carlito",
        size=11,
        lengthwise=True,
        hyphenated=True,
        margin=16,
        label_place="centre",
        labels=(30, 28),
        header=((58, 42), (11, 54, 12, 23), (44, 12, 12, 14, 18)),
        code_below=True,
        running_head="browser",
    ),
    f"{KEPT}writer-condensed": Look(
        program="writer",
        font="DejaVu Serif",
        size=9,
        lengthwise=True,
        hyphenated=True,
        margin=34,
        label_place="bottom",
        labels=(27, 21),
        header=((62, 38), (13, 49, 13, 25), (41, 15, 13, 13, 18)),
        bullet="\N{EN DASH}",
        running_head="Stad Gent\tJaarrekening {year}\tpagina {page} van {pages}",
        running_foot=f"{ADDRESS}\t\t31/12/{{year}}",
    ),
    f"{KEPT}chromium-large": Look(
        program="chromium",
        font="Linux Biolinum O",
        size=12,
        margin=12,
        borders="none",
        label_place="top",
        labels=(29, 29),
        header=((72, 28), (13, 52, 13, 22), (45, 14, 14, 11, 16)),
        running_head="browser",
    ),
}


def _account(seed: int, year: int, vocabulary: Vocabulary, first: int, **drawn: Any) -> Callable[[], PrintedReport]:
    """Describe an account of 20 entries, with eight owners: four of the real ones, from the ``first`` on, and four others."""
    owners = vocabulary.owners[first : first + 4] + vocabulary.owners[first + 6 : first + 10]
    return lambda: consistent_report(
        Random(seed),
        year=year,
        objectives=2,
        plans=4,
        actions=14,
        projects=0.4,
        magnitude=5.6,
        vocabulary=evolve(vocabulary, owners=owners),
        **drawn,
    )


ACCOUNTS: dict[str, Callable[[], PrintedReport]] = {
    "writer-serif": _account(110, 2025, TOWN, 0),
    "writer-lengthwise": _account(404, 2026, TOWN, 1, zero_share=0.3),
    "chromium-upright": _account(229, 2025, TOWN, 2),
    "chromium-lengthwise": _account(324, 2027, TOWN, 0, negative=0.05),
    "chromium-hyphenated": _account(612, 2026, TOWN, 1, letters=0.4),
    "chromium-ligatures": _account(1009, 2027, TOWN, 2, negative=0.05),
    "writer-narrow": _account(675, 2027, TOWN, 2, zero_share=0.3),
    f"{KEPT}writer": _account(509, 2025, ELSEWHERE, 0, letters=0.5),
    f"{KEPT}chromium": _account(246, 2028, ELSEWHERE, 2, negative=0.05),
    f"{KEPT}writer-condensed": _account(731, 2026, ELSEWHERE, 1, zero_share=0.35),
    f"{KEPT}chromium-large": _account(858, 2025, ELSEWHERE, 0, negative=0.1),
}
"""What each look prints."""
