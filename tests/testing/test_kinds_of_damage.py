"""Each kind of damage does to a line what its name says: told from the line before and after, for many draws."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest

import gentbudget
from gentbudget.exports.text import printed_lines
from gentbudget.testing import Dump
from gentbudget.testing.damage import damage
from gentbudget.vocabulary import STATUSES
from tests.parser.small import SMALL

REPORT = gentbudget.parse(SMALL)
DUMP = Dump(REPORT, "tabs", tuple(printed_lines(REPORT)))
HEADS, ROWS = {"budget head", "staff head"}, {"budget row", "staff row"}
TABLE = HEADS | ROWS
HEADER = {"header"}
LABELS = {"heading"} | TABLE
DRAWS = 40

Line = Callable[[str, str], bool]


# ---- one line and its cells --------------------------------------------------------------------------------


def lacks_one(whole: str, other: str, least: int = 1, most: int = 1) -> bool:
    """Whether the other text is the whole one without so many characters that stand together, or one by one."""
    if not least <= len(whole) - len(other) <= most:
        return False
    rest = iter(whole)
    return all(c in rest for c in other)


def differing(one: str, other: str) -> list[tuple[str, str]]:
    return [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]] if len(one) == len(other) else []


def one_differs(is_right: Callable[[str, str], bool]) -> Line:
    """Whether one cell alone became another, and the right one."""

    def told(before: str, after: str) -> bool:
        pairs = [(a, b) for a, b in zip(before.split("\t"), after.split("\t"), strict=True) if a != b]
        return len(pairs) == 1 and any(c.isdecimal() for c in pairs[0][0]) and is_right(*pairs[0])

    return told


def letters(text: str) -> bool:
    return all(c.isalpha() and c.isascii() for c in text)


def is_swapped(before: str, after: str) -> bool:
    pairs = differing(before, after)
    return len(pairs) == 2 and pairs[0] == pairs[1][::-1] and after.index(pairs[0][1]) >= 0 and sorted(before) == sorted(after)


def is_parted(mark: str) -> Line:
    def told(before: str, after: str) -> bool:
        first, second = after.split(mark)
        return first + second == before and letters(first[-1:]) and letters(second[:1])

    return told


def cells_lost(before: str, after: str) -> bool:
    cells, left = before.split("\t"), after.split("\t")
    return any(cells[:place] + cells[place + 1 :] == left for place in range(len(cells)))


def joined(by: str) -> Line:
    def told(before: str, after: str) -> bool:
        cells = before.split("\t")
        pairs = [place for place in range(len(cells) - 1) if cells[place] and cells[place + 1]]
        return after in ["\t".join([*cells[:p], cells[p] + by + cells[p + 1], *cells[p + 2 :]]) for p in pairs]

    return told


def mark_moved(before: str, after: str) -> bool:
    places = [{i for i, c in enumerate(text) if c == "."} for text in (before, after)]
    gone, new = places[0] - places[1], places[1] - places[0]
    return before.replace(".", "") == after.replace(".", "") and len(gone) == 1 == len(new) and abs(gone.pop() - new.pop()) == 1


def label_lost(before: str, after: str) -> bool:
    kept = [cell if any(map(str.isdecimal, cell)) else "" for cell in before.split("\t")]
    return after.split("\t") == kept


def only_marks(mark: str) -> Line:
    return one_differs(lambda a, b: "." in a and b == a.replace(".", mark))


def has_blanks(what: str) -> Line:
    def told(before: str, after: str) -> bool:
        places = [m.start() for m in re.finditer("(?=\t)|$|(?<=\t)|^", before)]
        return after in [before[:place] + what + before[place:] for place in places]

    return told


def is_marked(before: str, after: str) -> bool:
    pairs = [(a, b) for a, b in zip(before.split("\t"), after.split("\t"), strict=True) if a != b]
    return (
        len(pairs) == 1
        and pairs[0][0] != ""
        and any(pairs[0][1] == f"{m}{pairs[0][0]}{m}" for m in ("**", "*", "_", "__", "`"))
    )


def in_code(is_right: Line) -> Line:
    """Whether the code alone differs, behind its letters."""

    def told(before: str, after: str) -> bool:
        found = re.search(r"[A-Z]{2}\d{5}", before)
        assert found
        head, tail = before[: found.start()], before[found.end() :]
        code = after[len(head) : len(after) - len(tail)]
        return after == head + code + tail and code[:2] == found[0][:2] and is_right(found[0], code)

    return told


def one_character(is_right: Callable[[str, str], bool]) -> Line:
    """Whether one character alone became another, and the right one."""
    return lambda before, after: len(pairs := differing(before, after)) == 1 and is_right(*pairs[0])


def digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def digit_lost(before: str, after: str) -> bool:
    return lacks_one(before, after) and digits(after) == digits(before) - 1


def digit_doubled(before: str, after: str) -> bool:
    return after in [before[:i] + c + before[i:] for i, c in enumerate(before) if c.isdecimal()]


def year_misread(before: str, after: str) -> bool:
    pairs = differing(before, after)
    return len(pairs) == 1 and digits("".join(pairs[0])) == 2


def letters_changed(before: str, after: str) -> bool:
    pairs = differing(before, after)
    return 1 <= len(pairs) <= 2 and all(letters(one) and letters(other) and other.islower() for one, other in pairs)


def letters_swapped(before: str, after: str) -> bool:
    return 2 <= len(differing(before, after)) <= 4 and sorted(before) == sorted(after)


def letters_lost(before: str, after: str) -> bool:
    return lacks_one(before, after, 1, 2) and digits(before) == digits(after)


def decimal_lost(before: str, after: str) -> bool:
    whole, comma, decimals = before.partition(",")
    percent = "%" if before.endswith("%") else ""
    return comma == "," and after in (whole + percent, whole + decimals, f"{whole},{decimals[1:]}")


def decimal_added(before: str, after: str) -> bool:
    number, added = before.rstrip("%"), after.rstrip("%")
    more = added.removeprefix(number)
    is_right = len(more) == 1 if "," in number else len(more) == 2 and more.startswith(",")
    return added.startswith(number) and is_right and more[-1:].isdecimal() and ("%" in before) is ("%" in after)


def sign_changed(before: str, after: str) -> bool:
    return (after == f"-{before}" or before == f"-{after}") and before.strip("0,.%-") != ""


def figures_swapped(before: str, after: str) -> bool:
    cells, others = before.split("\t"), after.split("\t")
    places = [i for i, (one, other) in enumerate(zip(cells, others, strict=True)) if one != other]
    return (
        [cells[i] for i in places] == [others[i] for i in places[::-1]]
        and len(places) == 2
        and all(digits(cells[i]) for i in places)
    )


def empty_cell_lost(before: str, after: str) -> bool:
    return cells_lost(before, after) and len(before) == len(after) + 1


def owner_misread(before: str, after: str) -> bool:
    pairs = differing(before, after)
    same = before.rpartition("\t")[0] == after.rpartition("\t")[0]
    return same and len(pairs) == 1 and pairs[0][0].isalpha() and letters(pairs[0][1]) and pairs[0][1].islower()


def hyphenated(before: str, after: str) -> bool:
    parted = [(before[:i], before[i:]) for i in range(1, len(before)) if letters(before[i - 1 : i + 1])]
    return any(after == upper + mark + lower for upper, lower in parted for mark in ("- ", "-", "\u00ad", "\ufffe"))


def code_misread(before: str, after: str) -> bool:
    return lacks_one(before, after) or lacks_one(after, before) or len(differing(before, after)) == 1


def status_unknown(before: str, after: str) -> bool:
    pairs = [(a, b) for a, b in zip(before.split("\t"), after.split("\t"), strict=True) if a != b]
    return len(pairs) == 1 and pairs[0][0] in STATUSES and pairs[0][1] not in STATUSES


def period_malformed(before: str, after: str) -> bool:
    first, rest = re.split(r"20\d\d - 20\d\d", before)
    return after.startswith(first) and after.endswith(rest) and not re.search(r"20\d\d ?- ?20\d\d", after)


def comparison_misread(before: str, after: str) -> bool:
    first, rest = before.split("t.o.v.")
    return after.startswith(first) and after.endswith(rest) and "t.o.v." not in after


FIGURES = {"0": "OoDQ", "1": "lIi", "2": "Zz", "3": "EB", "4": "A", "5": "Ss", "6": "Gb", "7": "T", "8": "B", "9": "gq"}

ONE_LINE: dict[str, tuple[set[str], Line]] = {
    "label: characters lost": (LABELS, letters_lost),
    "label: characters swapped": (LABELS, letters_swapped),
    "label: characters changed": (LABELS, letters_changed),
    "label: hyphenated": (LABELS, is_parted("-\n")),
    "label: border of a cell in it": (LABELS, is_parted("|")),
    "label lost": (ROWS, label_lost),
    "head's year misread": (HEADS, year_misread),
    "digit as a letter": (ROWS, one_differs(one_character(lambda a, b: b in FIGURES[a]))),
    "digit as another digit": (ROWS, one_differs(one_character(lambda a, b: digits(a + b) == 2))),
    "digit lost": (ROWS, one_differs(digit_lost)),
    "digit doubled": (ROWS, one_differs(digit_doubled)),
    "digits swapped": (ROWS, one_differs(is_swapped)),
    "group mark moved": ({"budget row"}, one_differs(mark_moved)),
    "group mark as a blank": ({"budget row"}, only_marks(" ")),
    "group mark as a comma": ({"budget row"}, only_marks(",")),
    "group mark lost": ({"budget row"}, only_marks("")),
    "decimal lost": (ROWS, one_differs(decimal_lost)),
    "decimal added": (ROWS, one_differs(decimal_added)),
    "sign lost or added": (ROWS, one_differs(sign_changed)),
    "cell dropped": (HEADER | TABLE, cells_lost),
    "cell blanked": (ROWS, one_differs(lambda _, after: after == "")),
    "cell doubled": (ROWS, lambda before, after: cells_lost(after, before)),
    "cells swapped": (ROWS, figures_swapped),
    "cells run together": (HEADER | TABLE, joined("")),
    "cells parted by a blank": (HEADER | TABLE, joined(" ")),
    "empty first cell lost": (TABLE, empty_cell_lost),
    "owner misread": (HEADER, owner_misread),
    "word of a header hyphenated": (HEADER, hyphenated),
    "code misread": ({"heading", "header"}, in_code(code_misread)),
    "status unknown": (HEADER, status_unknown),
    "period malformed": (HEADER, period_malformed),
    "rule for a header": (HEADER, lambda _, after: set(after) <= {"-", "\t"} and after.startswith("---")),
    "header run together": (HEADER, lambda before, after: before.replace("\t", " ") == after),
    "comparison misread": (HEADS, comparison_misread),
    "cell in marks": ({"heading", "header"} | TABLE, is_marked),
    "tabs inserted": ({"heading", "header", "text"} | TABLE, has_blanks("\t")),
    "blanks inserted": ({"heading", "header", "text"} | TABLE, has_blanks("   ")),
}


def drawn(name: str) -> list[tuple[list[str], list[str], str]]:
    """What a kind of damage did, many times: the lines before, those after, and what the first of them is."""
    found = []
    for number in range(DRAWS):
        done = damage(DUMP, name, Random(number))
        if done is not None:
            before, after = ([line.text for line in lines] for lines in (DUMP.lines, done.lines))
            first = next(i for i, (one, other) in enumerate(zip([*before, None], [*after, None], strict=False)) if one != other)
            found.append((before, after, DUMP.lines[min(first, len(DUMP.lines) - 1)].part))
    assert len(found) > DRAWS / 2, name
    assert len({tuple(after) for _, after, _ in found}) > 1 or name == "code below its heading", name
    return found


@pytest.mark.parametrize("name", ONE_LINE)
def test_one_line_is_harmed_as_the_name_says(name: str) -> None:
    parts, is_right = ONE_LINE[name]
    harmed = set()
    for before, after, part in drawn(name):
        assert len(before) == len(after)
        ((one, other),) = ((a, b) for a, b in zip(before, after, strict=True) if a != b)
        assert is_right(one, other), (one, other)
        harmed.add(part)
    assert harmed <= parts
    assert len(harmed) > 1 or len(parts) == 1, "only lines of one kind are harmed"


def test_a_code_is_misread_in_each_way() -> None:
    ways = set()
    for before, after, _ in drawn("code misread"):
        ((one, other),) = ((a, b) for a, b in zip(before, after, strict=True) if a != b)
        longer = len(other) - len(one)
        ways.add((longer, re.sub(r"[A-Z]+\d+(?=[IlOo])|[A-Z]+(?=[IlOo]\d)", "", other) != other))
    assert ways == {(-1, False), (1, False), (1, True), (0, False)}  # one lost, one doubled, a letter put in, another digit
