"""Damage to a printed report, with a memory of what every line was before.

A `Page` is the printed report line by line, each line with its role and with the entry and row that it prints. Damage
works on pages, so that afterwards every line of the damaged text still tells what it ought to be read as. Nothing here
knows the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import Literal

from attrs import evolve, field, frozen

from tests.documents.accounts import (
    BUDGET_HEAD,
    BUDGET_ROWS,
    STAFF_HEAD,
    STAFF_ROW,
    PrintedEntry,
    PrintedReport,
    consistent_report,
    tab_separated,
)

Role = Literal[
    "front", "blank", "heading", "header", "text", "budget head", "row", "staff head", "staff row", "rule", "furniture"
]
Spot = tuple[int, str, int]
"""Where a figure is printed: the entry's number, the row's labels, the column's number."""

ROW_LABELS = tuple(
    f"{section} {flow}"
    for (section, _), (_, flow) in zip([BUDGET_ROWS[i - i % 2] for i in range(len(BUDGET_ROWS))], BUDGET_ROWS, strict=True)
)


@frozen
class Line:
    """A line of the text: what it says, and what it is."""

    text: str
    role: Role
    entry: int | None = None
    row: str | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What tabs part."""
        return tuple(self.text.split("\t"))

    def with_cells(self, cells: Iterable[str]) -> Line:
        """Print the line with other cells."""
        return evolve(self, text="\t".join(cells))

    @property
    def spots(self) -> dict[int, Spot]:
        """The places of the figures in a row that is still whole, by the number of their cell."""
        if self.role not in ("row", "staff row") or self.entry is None or self.row is None:
            return {}
        figures = [i for i, cell in enumerate(self.cells) if any(map(str.isdigit, cell))]
        return {cell: (self.entry, self.row, column) for column, cell in enumerate(figures)}


@frozen
class Page:
    """A text with what its lines are; ``forged`` are the figures that damage printed elsewhere, by where they stand."""

    printed: PrintedReport
    lines: tuple[Line, ...]
    forged: dict[Spot, frozenset[str]] = field(factory=dict)
    touched: frozenset[int] = frozenset()
    """The entries whose header was damaged, so that title and owner need not be those printed."""
    damage: str = "none"

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(line.text for line in self.lines)

    def where(self, wanted: Callable[[Line], bool]) -> list[int]:
        """Find the numbers, from 0, of the lines that are wanted."""
        return [i for i, line in enumerate(self.lines) if wanted(line)]

    def spliced(self, at: int, until: int, lines: Iterable[Line], damage: str, touched: Iterable[int] = ()) -> Page:
        """Put other lines in the place of some."""
        return evolve(
            self,
            lines=(*self.lines[:at], *lines, *self.lines[until:]),
            damage=f"{damage} at line {at + 1}" if self.damage == "none" else f"{self.damage}; {damage} at {at + 1}",
            touched=self.touched | frozenset(touched),
        )

    def replaced(self, at: int, line: Line, damage: str) -> Page:
        """Put another line in the place of one."""
        touched = () if line.role != "header" or line.entry is None else (line.entry,)
        return self.spliced(at, at + 1, [line], damage, touched)


@lru_cache(maxsize=512)
def small_report(seed: int, *, negative: bool = False) -> PrintedReport:
    """Four or five entries, enough for an objective, its plan, and actions below it."""
    return consistent_report(
        Random(seed),
        objectives=1,
        plans=1,
        actions=2 + seed % 2,
        negative=0.2 if negative else 0.0,
        zero_share=0.5,
        projects=0.4,
    )


@lru_cache(maxsize=512)
def page(printed: PrintedReport, *, padded: bool = False) -> Page:
    """Print the undamaged page of a report."""
    return Page(printed, tuple(_lines(printed, padded)))


def _lines(printed: PrintedReport, padded: bool) -> Iterator[Line]:
    texts = iter(tab_separated(printed, padded=padded).split("\n"))
    for text in texts:
        if text.strip() and text.rstrip("\t") == printed.entries[0].heading:
            break
        yield Line(text, "front" if text.strip() else "blank")
    entry, row = 0, 0
    role: Role = "heading"
    yield Line(text, role, entry)
    for text in texts:
        if not text.strip():
            yield Line(text, "blank")
            continue
        if text.startswith(BUDGET_HEAD):
            role, row = "budget head", 0
        elif text.startswith(STAFF_HEAD):
            role = "staff head"
        elif role in ("budget head", "row"):
            role = "row"
        elif role == "staff head":
            role = "staff row"
        elif role == "staff row":
            role, entry = "heading", entry + 1
        else:
            role = "header" if role == "heading" else "text"
        label = ROW_LABELS[row] if role == "row" else STAFF_ROW if role == "staff row" else None
        row += role == "row"
        yield Line(text, role, entry, label)


def printed_figures(entry: PrintedEntry) -> Iterator[tuple[str, int, str]]:
    """Every figure of an entry: its row, the number of its column, its text."""
    for label, cells in zip((*ROW_LABELS, STAFF_ROW), (*entry.budget, entry.staff), strict=True):
        for column, text in enumerate(cells):
            yield label, column, text


# ---- kinds of damage ---------------------------------------------------------------------------------------
#
# Each takes a page and a source of randomness. Hypothesis drives the source, so that what fails is made small.


def body(damaged: Page) -> list[int]:
    """Find the lines that are neither blank nor before the first entry."""
    return damaged.where(lambda line: line.role not in ("front", "blank") and bool(line.text.strip()))


def figure_lines(damaged: Page) -> list[int]:
    return damaged.where(lambda line: bool(line.spots))


def drop_line(damaged: Page, random: Random) -> Page:
    at = random.choice(body(damaged))
    line = damaged.lines[at]
    touched = [line.entry] if line.role in ("header", "heading") and line.entry is not None else []
    return damaged.spliced(at, at + 1, [], f"dropped {line.role}", touched)


def double_line(damaged: Page, random: Random) -> Page:
    at = random.choice(body(damaged))
    line = damaged.lines[at]
    touched = [line.entry] if line.role in ("header", "heading") and line.entry is not None else []
    return damaged.spliced(at, at + 1, [line, line], f"doubled {line.role}", touched)


def swap_cells(damaged: Page, random: Random) -> Page:
    """Let two cells of a row or header trade places; in a head, that would forge a good head of another table."""
    at = random.choice(damaged.where(lambda line: len(line.cells) > 1 and line.role in ("header", "row", "staff row")))
    line = damaged.lines[at]
    cells = list(line.cells)
    first, second = random.sample(range(len(cells)), 2)
    cells[first], cells[second] = cells[second], cells[first]
    swapped = line.with_cells(cells)
    forged = dict(damaged.forged)
    if len(swapped.spots) == len(line.spots):  # what stands first among the figures is printed as the first of them
        for cell, spot in swapped.spots.items():
            forged[spot] = forged.get(spot, frozenset()) | {cells[cell]}
    what = f"swapped cells {first} and {second} of {line.role}"
    return evolve(damaged.replaced(at, swapped, what), forged=forged)


def drop_cell(damaged: Page, random: Random) -> Page:
    at = random.choice(damaged.where(lambda line: len(line.cells) > 1 and line.role != "front"))
    cells = list(damaged.lines[at].cells)
    dropped = cells.pop(random.randrange(len(cells)))
    line = damaged.lines[at].with_cells(cells)
    return damaged.replaced(at, line, f"dropped cell {dropped!r} of {line.role}")


def blank_cell(damaged: Page, random: Random) -> Page:
    at = random.choice(damaged.where(lambda line: len(line.cells) > 1 and line.role != "front"))
    cells = list(damaged.lines[at].cells)
    blank = random.choice([i for i, cell in enumerate(cells) if cell.strip()] or [0])
    gone, cells[blank] = cells[blank], ""
    line = damaged.lines[at].with_cells(cells)
    return damaged.replaced(at, line, f"blanked cell {gone!r} of {line.role}")


LETTERS = {
    "0": "OoDQ",
    "1": "lIi",
    "2": "Zz",
    "3": "EB",
    "4": "A",
    "5": "Ss",
    "6": "Gb",
    "7": "T",
    "8": "B",
    "9": "gq",
}


def misread_digit(damaged: Page, random: Random) -> Page:
    at = random.choice(figure_lines(damaged))
    text = damaged.lines[at].text
    place = random.choice([i for i, c in enumerate(text) if c in LETTERS])
    letter = random.choice(LETTERS[text[place]])
    line = evolve(damaged.lines[at], text=f"{text[:place]}{letter}{text[place + 1 :]}")
    return damaged.replaced(at, line, f"misread {text[place]} as {letter}")


def glue_cells(damaged: Page, random: Random) -> Page:
    at = random.choice(damaged.where(lambda line: len([cell for cell in line.cells if cell]) > 1 and line.role != "front"))
    cells = list(damaged.lines[at].cells)
    first = random.choice([i for i in range(len(cells) - 1) if cells[i] and cells[i + 1]] or [0])
    cells[first : first + 2] = ["".join(cells[first : first + 2])]
    line = damaged.lines[at].with_cells(cells)
    return damaged.replaced(at, line, f"glued {cells[first]!r} of {line.role}")


RUNNING_TITLES = (
    "Stad Gent - Jaarrekening 2024",
    "Jaarrekening 2024",
    "Beleids- en beheerscyclus",
    "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties",
    "JAARREKENING 2024 4 | Gent, stad voor en door Gentenaars",
)


def insert_furniture(damaged: Page, random: Random) -> Page:
    """Put a running title, a page number, or both, and perhaps a form feed, behind the front matter."""
    at = random.randrange(damaged.where(lambda line: line.role == "heading")[0] + 1, len(damaged.lines) + 1)
    title, number = random.choice(RUNNING_TITLES), str(random.randrange(1, 300))
    block = random.choice([[title], [number], [number, title], [title, number], [f"Pagina {number}"]])
    feed = random.choice(["", "\f", "\f\n"])
    texts = [*block[:-1], block[-1] + ("\n" if feed else "") + feed] if random.random() < 0.5 else block
    entry = damaged.lines[at - 1].entry
    lines = [Line(part, "furniture", entry) for text in texts for part in text.split("\n")]
    touched = [
        line.entry
        for line in (*damaged.lines[max(at - 3, 0) : at], *damaged.lines[at : at + 3])
        if line.role == "header" and line.entry is not None
    ]
    return damaged.spliced(at, at, lines, f"inserted {texts}", touched)


def double_cell(damaged: Page, random: Random) -> Page:
    """Print a figure twice side by side."""
    at = random.choice(figure_lines(damaged))
    line = damaged.lines[at]
    cells = list(line.cells)
    cell = random.choice(sorted(line.spots))
    cells.insert(cell, cells[cell])
    return damaged.replaced(at, line.with_cells(cells), f"doubled cell {cells[cell]!r} of {line.role}")


def space_cells(damaged: Page, random: Random) -> Page:
    """Part two cells of a row by a space and no longer by a tab."""
    at = random.choice(figure_lines(damaged))
    cells = list(damaged.lines[at].cells)
    first = random.choice([i for i in range(len(cells) - 1) if cells[i] and cells[i + 1]])
    cells[first : first + 2] = [" ".join(cells[first : first + 2])]
    line = damaged.lines[at].with_cells(cells)
    return damaged.replaced(at, line, f"spaced {cells[first]!r} of {line.role}")


def drop_column(damaged: Page, random: Random) -> Page:
    """Lose one column from all rows of a table, though the head still prints it."""
    entry = random.randrange(len(damaged.printed.entries))
    rows = damaged.where(lambda line: line.role == "row" and line.entry == entry and len(line.spots) == 5)
    if len(rows) != len(ROW_LABELS):
        return damaged
    column = random.randrange(5)
    for at in rows:
        line = damaged.lines[at]
        cells = list(line.cells)
        cells.pop(sorted(line.spots)[column])
        damaged = damaged.replaced(at, line.with_cells(cells), f"dropped column {column}")
    return damaged


def repeat_head(damaged: Page, random: Random) -> Page:
    """End a page in the middle of a table, which goes on below a copy of its head."""
    at = random.choice(damaged.where(lambda line: line.role == "row" and line.row != ROW_LABELS[0]))
    entry = damaged.lines[at].entry
    heads = [line for line in damaged.lines[:at] if line.role == "budget head" and line.entry == entry]
    between = random.choice([[], [""], ["\f"], ["Stad Gent - Jaarrekening 2024", "17"], ["", "17", ""]])
    lines = [Line(text, "furniture" if text.strip() else "blank", entry) for text in between]
    return damaged.spliced(at, at, [*lines, *heads[-1:]], f"repeated the head behind {between}")


def insert_rule(damaged: Page, random: Random) -> Page:
    at = random.randrange(damaged.where(lambda line: line.role == "heading")[0] + 1, len(damaged.lines) + 1)
    rule = random.choice(["--------", "---\t----\t--", "--------\t--\t--\t--\t--\t--\t--", "--\t---------\t"])
    return damaged.spliced(at, at, [Line(rule, "rule", damaged.lines[at - 1].entry)], "inserted rule")


def cut_paragraph(damaged: Page, random: Random) -> Page:
    long = damaged.where(lambda line: line.role == "text" and line.text.count(" ") > 2)
    if not long:
        return damaged
    at = random.choice(long)
    words = damaged.lines[at].text.split(" ")
    cut = random.randrange(2, len(words) - 1) if len(words) > 3 else 2
    halves = [evolve(damaged.lines[at], text=" ".join(half)) for half in (words[:cut], words[cut:])]
    return damaged.spliced(at, at + 1, [halves[0], Line("", "blank"), halves[1]], "cut a paragraph")


CONFUSED = {
    "a": "oe", "b": "h6", "c": "eo", "d": "cl", "e": "co", "f": "t", "g": "q9", "i": "l1j", "k": "lc", "l": "1iI",
    "m": "nr", "n": "ru", "o": "0ca", "p": "n", "r": "nt", "s": "5z", "t": "f1l", "u": "vn", "v": "uy", "x": "k",
    "z": "2s", "A": "4H", "B": "8E", "E": "FB", "F": "EP", "I": "l1", "O": "0Q", "U": "V", "V": "UY", "T": "I7",
}  # fmt: skip
"""What a character is taken for, by eye."""

LABELS = {
    "heading": ("Beleidsdoelstelling", "Actieplan", "Acties"),
    "budget head": ("Budgettaire", "onderbouwing"),
    "staff head": ("Onderbouwing", "personeel"),
    "row": ("Exploitatie", "Investering", "Financiering", "Uitgaven", "Ontvangsten"),
    "staff row": ("VTE",),
}


def misread(word: str, random: Random, times: int) -> str:
    """Take some of a word's characters for others, lose them, or see double."""
    places = random.sample([i for i, c in enumerate(word) if c in CONFUSED], times)
    for place in sorted(places, reverse=True):
        how = random.random()
        other = random.choice(CONFUSED[word[place]])
        if how < 0.7 or len(word) < 5:
            changed = other
        elif how < 0.85:
            changed = ""
        else:
            changed = word[place] + other
        word = word[:place] + changed + word[place + 1 :]
    return word


def misread_label(damaged: Page, random: Random, times: int | None = None) -> Page:
    def labels(line: Line) -> list[str]:
        return [label for label in LABELS.get(line.role, ()) if label in line.text]

    at = random.choice(damaged.where(lambda line: bool(labels(line))))
    line = damaged.lines[at]
    label = random.choice(labels(line))
    seen = misread(label, random, random.choice([1, 2]) if times is None else times)
    return damaged.replaced(at, evolve(line, text=line.text.replace(label, seen, 1)), f"misread {label} as {seen}")


DAMAGES: tuple[Callable[[Page, Random], Page], ...] = (
    drop_line,
    double_line,
    swap_cells,
    drop_cell,
    blank_cell,
    misread_digit,
    glue_cells,
    double_cell,
    space_cells,
    drop_column,
    repeat_head,
    insert_furniture,
    insert_rule,
    cut_paragraph,
    misread_label,
)


def repeated_furniture(damaged: Page, random: Random, title: str, places: Sequence[int], first: int) -> Page:
    """Print a running title and a page number that counts before each of these lines."""
    number_above = random.random() < 0.5
    for step, at in reversed(list(enumerate(places))):
        block = [title, str(first + step)]
        entry = damaged.lines[at - 1].entry
        lines = [Line(text, "furniture", entry) for text in (block[::-1] if number_above else block)]
        damaged = damaged.spliced(at, at, lines, "furniture")
    return damaged
