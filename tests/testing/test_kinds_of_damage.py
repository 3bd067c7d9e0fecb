"""Each kind of damage does to a line all that its name says and nothing else: told for everything that it may draw."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pytest

import gentbudget
from gentbudget.exports.text import PrintedLine, printed_lines
from gentbudget.testing import Dump
from tests.parser.small import SMALL
from tests.testing.drawing import all_that_comes_of

REPORT = gentbudget.parse(SMALL)
DUMP = Dump(REPORT, "tabs", tuple(printed_lines(REPORT)))
HEADS, ROWS = {"budget head", "staff head"}, {"budget row", "staff row"}
TABLE = HEADS | ROWS
HEADER = {"header"}
CODED = {"heading", "header"}

LINES = (
    PrintedLine("Overzicht van SD10041", "front"),
    PrintedLine("Beleidsdoelstelling SD10041", "heading", 0),
    PrintedLine("Goed wonen", "header", 0),
    PrintedLine("Acties", "heading", 1),
    PrintedLine("PR40001 - Bouwen van huizen\tLopend\tOntwerp\t2022 - 2026\tDienst Wonen en Werk", "header", 1),
    PrintedLine("Wie huurt,\tkrijgt raad: 17", "text", 1),
    PrintedLine("Bud in 12\t\tBudget 2024\t% 2024 t.o.v. 2023", "budget head", 1),
    PrintedLine("Exploit\tUit\t1.234.567\t-95\t94,4%\t0", "budget row", 1),
    PrintedLine("\tOnt\t22.711\t0,0%", "budget row", 1),
    PrintedLine("Personeel\t\tPlan 2023", "staff head", 1),
    PrintedLine("VTE\t\t3,40\t2,51\t\t-0,12", "staff row", 1),
)

Forms = Callable[[str], Iterable[str]]
"""All that may become of a text."""


# ---- a part of a text ------------------------------------------------------------------------------------------------


def at(places: str, forms: Iterable[str] | Forms) -> Forms:
    """One place, wherever this pattern or its group matches, becomes something else."""

    def told(text: str) -> Iterator[str]:
        for found in re.finditer(places, text):
            group = len(found.groups())
            for form in forms(found[group]) if callable(forms) else forms:
                yield text[: found.start(group)] + form + text[found.end(group) :]

    return told


def in_cell(forms: Forms, wanted: str = r"\d") -> Forms:
    """One cell in which something is found becomes another."""

    def told(line: str) -> Iterator[str]:
        cells = line.split("\t")
        for place, cell in enumerate(cells):
            if re.search(wanted, cell):
                yield from ("\t".join([*cells[:place], form, *cells[place + 1 :]]) for form in forms(cell))

    return told


def once_or_twice(forms: Forms) -> Forms:
    return lambda text: {*forms(text), *(twice for once in forms(text) for twice in forms(once))}


def in_word(forms: Forms) -> Forms:
    return at("[A-Za-z]{3,}", forms)


def backwards(text: str) -> list[str]:
    return [text[::-1]]


# ---- a line and its cells --------------------------------------------------------------------------------------------


def without_a_cell(line: str) -> list[str]:
    cells = line.split("\t")
    return ["\t".join([*cells[:place], *cells[place + 1 :]]) for place in range(len(cells))] if len(cells) > 1 else []


def without_first_empty_cell(line: str) -> list[str]:
    cells = line.split("\t")
    return ["\t".join([*cells[: cells.index("")], *cells[cells.index("") + 1 :]])] if "" in cells else []


def without_words(line: str) -> list[str]:
    return ["\t".join(cell if re.search(r"\d", cell) else "" for cell in line.split("\t"))]


def figures_swapped(line: str) -> Iterator[str]:
    cells = line.split("\t")
    figures = [place for place, cell in enumerate(cells) if re.search(r"\d", cell)]
    for one in figures:
        for other in figures:
            traded = [cells[{one: other, other: one}.get(place, place)] for place in range(len(cells))]
            yield "\t".join(traded)


def decimal_lost(figure: str) -> list[str]:
    whole, _, decimals = figure.partition(",")
    return [whole + "%" * figure.endswith("%"), whole + decimals, f"{whole},{decimals[1:]}"]


def decimal_added(figure: str) -> Iterable[str]:
    return at(r"\d()(?=%?$)", [("" if "," in figure else ",") + added for added in "0123456789"])(figure)


def signed(figure: str) -> list[str]:
    return [figure[1:] if figure[0] == "-" else f"-{figure}"]


def code_misread(code: str) -> Iterator[str]:
    for place in range(2, len(code)):
        before, character, behind = code[:place], code[place], code[place + 1 :]
        yield from (before + behind, before + 2 * character + behind)
        yield from (before + letter + character + behind for letter in "IlOo")
        yield from (before + digit + behind for digit in "09")


LETTERS = {"0": "OoDQ", "1": "lIi", "2": "Zz", "3": "EB", "4": "A", "5": "Ss", "6": "Gb", "7": "T", "8": "B", "9": "gq"}
DIGITS = {"0": "869", "1": "74", "2": "7", "3": "859", "4": "19", "5": "63", "6": "580", "7": "12", "8": "306", "9": "430"}
CODE = "[A-Z]{2}[0-9]{5}"
MARKS = ["**", "*", "_", "__", "`"]
ENDS_OF_CELLS = "(?=\t)|$|(?<=\t)|^"

ONE_LINE: dict[str, tuple[set[str], Forms]] = {
    # the last letter of a word never is
    "label: characters lost": ({"heading"} | TABLE, in_word(once_or_twice(at(".(?=.)", [""])))),
    "label: characters swapped": ({"heading"} | TABLE, in_word(once_or_twice(at("(?=(..))", backwards)))),
    "label: characters changed": ({"heading"} | TABLE, in_word(once_or_twice(at(".(?=.)", "az")))),
    "label: hyphenated": ({"heading"} | TABLE, in_word(at("(?<=.)(?=.)", ["-\n"]))),
    "label: border of a cell in it": ({"heading"} | TABLE, in_word(at("(?<=.)(?=.)", "|"))),
    "label lost": (ROWS, without_words),
    "head's year misread": (HEADS, at(r"\b\d{4}\b", at(r"\d", DIGITS.__getitem__))),
    "digit as a letter": (ROWS, in_cell(at(r"\d", LETTERS.__getitem__))),
    "digit as another digit": (ROWS, in_cell(at(r"\d", DIGITS.__getitem__))),
    "digit lost": (ROWS, in_cell(at(r"\d", [""]))),
    "digit doubled": (ROWS, in_cell(at(r"\d", lambda digit: [digit * 2]))),
    "digits swapped": (ROWS, in_cell(at(r"(?=(\d\d))", backwards))),
    "group mark moved": (ROWS, in_cell(at(r"(?=(\d\.|\.\d))", backwards))),
    "group mark as a blank": (ROWS, in_cell(lambda figure: [figure.replace(".", " ")])),
    "group mark as a comma": (ROWS, in_cell(lambda figure: [figure.replace(".", ",")])),
    "group mark lost": (ROWS, in_cell(lambda figure: [figure.replace(".", "")])),
    "decimal lost": (ROWS, in_cell(decimal_lost, wanted=",")),
    "decimal added": (ROWS, in_cell(decimal_added)),
    "sign lost or added": (ROWS, in_cell(signed, wanted="[1-9]")),
    "cell dropped": (HEADER | TABLE, without_a_cell),
    "cell blanked": (ROWS, in_cell(lambda _: [""])),
    "cell doubled": (ROWS, in_cell(lambda figure: [f"{figure}\t{figure}"])),
    "cells swapped": (ROWS, figures_swapped),
    "cells run together": (HEADER | TABLE, at(r"(?<=[^\t])\t(?=[^\t])", [""])),
    "cells parted by a blank": (HEADER | TABLE, at(r"(?<=[^\t])\t(?=[^\t])", [" "])),
    "empty first cell lost": (TABLE, without_first_empty_cell),
    "owner misread": (HEADER, at(r"\t[^\t]+$", at("[A-Za-z]", "az"))),
    "word of a header hyphenated": (HEADER, at("(?<=[A-Za-z])(?=[A-Za-z])", ["- ", "-", "\u00ad", "\ufffe"])),
    "code misread": (CODED, at(CODE, code_misread)),
    "status unknown": (HEADER, at("\tLopend\t", [f"\t{s}\t" for s in ("In uitvoering", "Uitgesteld", "Lopen", "Opgestart")])),
    "period malformed": (HEADER, at("2022 - 2026", ["2022 2026", "2022 -", "2022-2O28", "2022 - 20 28", "20222026"])),
    "rule for a header": (HEADER, lambda _: ["--------", "--------\t--", "---\t----\t--"]),
    "header run together": (HEADER, lambda line: [line.replace("\t", " ")]),
    "comparison misread": (HEADS, at(r"t\.o\.v\.", ["tov.", "t.o.v", "to.v.", "t.o.V.", "t.ov.", "t,o.v."])),
    "cell in marks": (CODED | TABLE, in_cell(lambda cell: [f"{mark}{cell}{mark}" for mark in MARKS], wanted=".")),
    "tabs inserted": (CODED | {"text"} | TABLE, at(ENDS_OF_CELLS, ["\t"])),
    "blanks inserted": (CODED | {"text"} | TABLE, at(ENDS_OF_CELLS, ["   "])),
}


@pytest.mark.parametrize("name", ONE_LINE)
def test_one_line_is_harmed_in_every_way_that_the_name_says(name: str) -> None:
    parts, forms = ONE_LINE[name]
    page = tuple(line.text for line in LINES)
    expected = {
        (*page[:place], form, *page[place + 1 :])
        for place, line in enumerate(LINES)
        if line.part in parts
        for form in forms(line.text)
    }
    found = [tuple(line.text for line in lines) for lines in all_that_comes_of(name, Dump(REPORT, "tabs", LINES))]
    assert set(found) == expected - {page}
