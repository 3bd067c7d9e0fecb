"""Damage inside lines: to labels, figures, cells and columns."""

from __future__ import annotations

import re
from random import Random

from gentbudget.testing.page import (
    HEADS,
    ROWS,
    TABLE,
    Harm,
    Lines,
    NothingToHarmError,
    a_figure,
    cells_of,
    choose,
    figure_cells,
    of_parts,
    places,
    with_cells,
    with_figure,
    with_text,
)

_LETTERS = {
    "0": "OoDQ", "1": "lIi", "2": "Zz", "3": "EB", "4": "A", "5": "Ss", "6": "Gb", "7": "T", "8": "B", "9": "gq",
}  # fmt: skip
"""What a digit is taken for, by eye."""

_OTHER_DIGITS = {
    "0": "869", "1": "74", "2": "7", "3": "859", "4": "19", "5": "63", "6": "580", "7": "12", "8": "306", "9": "430",
}  # fmt: skip

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"

# ---- labels ----------------------------------------------------------------------------------------------------------


def _a_label(lines: Lines, random: Random) -> tuple[int, int, int]:
    """Choose a word of a label: its line, and where it begins and ends."""
    at = choose(random, of_parts(lines, "heading", *TABLE))
    words = [(match.start(), match.end()) for match in re.finditer(r"[A-Za-z]{3,}", lines[at].text)]
    return at, *choose(random, words)


def _in_label(edit: str) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        at, start, end = _a_label(lines, random)
        word = lines[at].text[start:end]
        for _ in range(random.choice([1, 2])):
            place = random.randrange(len(word) - 1)
            if edit == "lost":
                word = word[:place] + word[place + 1 :]
            elif edit == "swapped":
                word = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            else:
                word = word[:place] + random.choice(_ALPHABET) + word[place + 1 :]
        return with_text(lines, at, lines[at].text[:start] + word + lines[at].text[end:])

    return harm


def _label_lost(lines: Lines, random: Random) -> Lines:
    """A row loses the words that it begins with."""
    at = choose(random, of_parts(lines, *ROWS))
    cells = cells_of(lines[at])
    return with_cells(lines, at, ["" if place not in figure_cells(lines[at]) else cell for place, cell in enumerate(cells)])


def _label_hyphenated(lines: Lines, random: Random) -> Lines:
    at, start, end = _a_label(lines, random)
    cut = random.randrange(start + 1, end)
    return with_text(lines, at, f"{lines[at].text[:cut]}-\n{lines[at].text[cut:]}")


def _border_in_label(lines: Lines, random: Random) -> Lines:
    at, start, end = _a_label(lines, random)
    cut = random.randrange(start + 1, end)
    return with_text(lines, at, f"{lines[at].text[:cut]}|{lines[at].text[cut:]}")


def _year_misread(lines: Lines, random: Random) -> Lines:
    at = choose(random, of_parts(lines, *HEADS))
    years = [match.start() for match in re.finditer(r"\b\d{4}\b", lines[at].text)]
    place = choose(random, years) + random.randrange(4)
    text = lines[at].text
    return with_text(lines, at, text[:place] + random.choice(_OTHER_DIGITS[text[place]]) + text[place + 1 :])


# ---- figures ---------------------------------------------------------------------------------------------------------


def _digit_as(readings: dict[str, str]) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        at, cell = a_figure(lines, random)
        text = cells_of(lines[at])[cell]
        place = choose(random, [i for i, c in enumerate(text) if c in readings])
        return with_figure(lines, at, cell, text[:place] + random.choice(readings[text[place]]) + text[place + 1 :])

    return harm


def _digit_lost(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random)
    text = cells_of(lines[at])[cell]
    place = choose(random, [i for i, c in enumerate(text) if c.isdecimal()])
    return with_figure(lines, at, cell, text[:place] + text[place + 1 :])


def _digit_doubled(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random)
    text = cells_of(lines[at])[cell]
    place = choose(random, [i for i, c in enumerate(text) if c.isdecimal()])
    return with_figure(lines, at, cell, text[:place] + text[place] + text[place:])


def _digits_swapped(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random)
    text = cells_of(lines[at])[cell]
    place = choose(random, [m.start() for m in re.finditer(r"(?=\d\d)", text)])
    return with_figure(lines, at, cell, text[:place] + text[place + 1] + text[place] + text[place + 2 :])


def _mark_moved(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random, lambda text: "." in text)
    text = cells_of(lines[at])[cell]
    mark = choose(random, [i for i, c in enumerate(text) if c == "."])
    digits = text[:mark] + text[mark + 1 :]
    place = mark + random.choice([-1, 1])
    return with_figure(lines, at, cell, digits[:place] + "." + digits[place:])


def _mark_as(mark: str) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        at, cell = a_figure(lines, random, lambda text: "." in text)
        return with_figure(lines, at, cell, cells_of(lines[at])[cell].replace(".", mark))

    return harm


def _decimal_lost(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random, lambda text: "," in text)
    text = cells_of(lines[at])[cell]
    return with_figure(
        lines, at, cell, random.choice([re.sub(r",\d+", "", text), text.replace(",", ""), re.sub(r",\d", ",", text)])
    )


def _decimal_added(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random)
    text = cells_of(lines[at])[cell]
    end = len(text.rstrip("%"))
    added = str(random.randrange(10))
    return with_figure(lines, at, cell, text[:end] + (added if "," in text else f",{added}") + text[end:])


def _sign(lines: Lines, random: Random) -> Lines:
    """A figure loses its sign, or gets one."""
    at, cell = a_figure(lines, random, lambda text: text.strip("0,.%-"))
    text = cells_of(lines[at])[cell]
    return with_figure(lines, at, cell, text[1:] if text.startswith("-") else f"-{text}")


# ---- cells and columns -----------------------------------------------------------------------------------------------


def _cell_dropped(lines: Lines, random: Random) -> Lines:
    at = choose(random, places(lines, lambda line: line.part in ("header", *TABLE) and "\t" in line.text))
    cells = cells_of(lines[at])
    cells.pop(random.randrange(len(cells)))
    return with_cells(lines, at, cells)


def _cell_blanked(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random)
    return with_figure(lines, at, cell, "")


def _cell_doubled(lines: Lines, random: Random) -> Lines:
    at, cell = a_figure(lines, random)
    cells = cells_of(lines[at])
    cells.insert(cell, cells[cell])
    return with_cells(lines, at, cells)


def _cells_swapped(lines: Lines, random: Random) -> Lines:
    at = choose(random, places(lines, lambda line: len(figure_cells(line)) > 1))
    cells = cells_of(lines[at])
    one, other = random.sample(figure_cells(lines[at]), 2)
    cells[one], cells[other] = cells[other], cells[one]
    return with_cells(lines, at, cells)


def _cells_joined(by: str) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        at = choose(random, places(lines, lambda line: line.part in ("header", *TABLE) and "\t" in line.text))
        cells = cells_of(lines[at])
        pairs = [i for i in range(len(cells) - 1) if cells[i] and cells[i + 1]]
        first = choose(random, pairs)
        cells[first : first + 2] = [cells[first] + by + cells[first + 1]]
        return with_cells(lines, at, cells)

    return harm


def _of_table(lines: Lines, random: Random) -> list[int]:
    """The head and rows of one table whose lines have all the same cells; a row of another part ends it."""
    at = choose(random, of_parts(lines, *HEADS))
    row = lines[at].part.replace("head", "row")
    table = [at, *(i for i in of_parts(lines, row) if lines[i].entry == lines[at].entry)]
    if len(table) == 1 or len({len(cells_of(lines[i])) for i in table}) > 1:
        raise NothingToHarmError
    return table


def _column_dropped(with_head: bool) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        head, *rows = _of_table(lines, random)
        column = choose(random, figure_cells(lines[rows[0]]))
        for at in [head, *rows] if with_head else rows:
            cells = cells_of(lines[at])
            cells.pop(column)
            lines = with_cells(lines, at, cells)
        return lines

    return harm


def _columns_swapped(lines: Lines, random: Random) -> Lines:
    """Two columns trade their places in the rows, not in the head."""
    _, *rows = _of_table(lines, random)
    one = choose(random, figure_cells(lines[rows[0]]))
    other = choose(random, [cell for cell in figure_cells(lines[rows[0]]) if cell != one])
    for at in rows:
        cells = cells_of(lines[at])
        cells[one], cells[other] = cells[other], cells[one]
        lines = with_cells(lines, at, cells)
    return lines


def _stub_lost(lines: Lines, random: Random) -> Lines:
    """A line of a table loses its empty cell."""
    at = choose(random, places(lines, lambda line: line.part in TABLE and "" in line.text.split("\t")))
    cells = cells_of(lines[at])
    cells.remove("")
    return with_cells(lines, at, cells)


CELL_DAMAGES: dict[str, Harm] = {
    "label: characters lost": _in_label("lost"),
    "label: characters swapped": _in_label("swapped"),
    "label: characters changed": _in_label("changed"),
    "label: hyphenated": _label_hyphenated,
    "label: border of a cell in it": _border_in_label,
    "label lost": _label_lost,
    "head's year misread": _year_misread,
    "digit as a letter": _digit_as(_LETTERS),
    "digit as another digit": _digit_as(_OTHER_DIGITS),
    "digit lost": _digit_lost,
    "digit doubled": _digit_doubled,
    "digits swapped": _digits_swapped,
    "group mark moved": _mark_moved,
    "group mark as a blank": _mark_as(" "),
    "group mark as a comma": _mark_as(","),
    "group mark lost": _mark_as(""),
    "decimal lost": _decimal_lost,
    "decimal added": _decimal_added,
    "sign lost or added": _sign,
    "cell dropped": _cell_dropped,
    "cell blanked": _cell_blanked,
    "cell doubled": _cell_doubled,
    "cells swapped": _cells_swapped,
    "cells run together": _cells_joined(""),
    "cells parted by a blank": _cells_joined(" "),
    "column dropped with its label": _column_dropped(with_head=True),
    "column dropped, its label kept": _column_dropped(with_head=False),
    "columns swapped": _columns_swapped,
    "empty first cell lost": _stub_lost,
}
