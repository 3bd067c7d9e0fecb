"""All that damage to more than one line may do: lines lost, doubled, moved and broken, tables, entries, pages and columns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from random import Random

import pytest
from hypothesis.vendor.pretty import pretty

from gentbudget.exports.text import PrintedLine
from gentbudget.testing import DAMAGES, Dump
from gentbudget.testing.damage import damage
from tests.testing.drawing import all_that_comes_of
from tests.testing.test_kinds_of_damage import DUMP, HEADS, ONE_LINE, ROWS, TABLE

DRAWS = 40

LINES = DUMP.lines
BEFORE = [line.text for line in LINES]
PART = [line.part for line in LINES]
OF_ENTRY = {"heading", "header", "rule", "text"} | TABLE

Lines = list[str]


def of(parts: set[str]) -> list[int]:
    return [place for place, part in enumerate(PART) if part in parts]


def instead(place: int, *texts: str, until: int = 1) -> Lines:
    """The text with other lines in the place of some."""
    return [*BEFORE[:place], *texts, *BEFORE[place + until :]]


def cells(place: int) -> list[str]:
    return BEFORE[place].split("\t")


def cut_in_two(parts: list[str], by: str) -> list[tuple[str, str]]:
    """Both halves wherever something may be cut between two of its parts."""
    return [(by.join(parts[:cut]), by.join(parts[cut:])) for cut in range(1, len(parts))]


# ---- lines lost, doubled, moved and put in ---------------------------------------------------------------------------


def lost(parts: set[str]) -> list[Lines]:
    return [instead(place) for place in of(parts)]


def doubled(parts: set[str]) -> list[Lines]:
    return [instead(place, BEFORE[place], BEFORE[place]) for place in of(parts)]


def moved() -> list[Lines]:
    """One printed line goes up or down by three others at most."""
    among = [place for place in of(OF_ENTRY) if BEFORE[place]]
    found = []
    for number, place in enumerate(among):
        rest = instead(place)
        for distance in {-3, -2, -1, 1, 2, 3} & set(range(-number, len(among) - number)):
            to = among[number + distance]
            found.append([*rest[:to], BEFORE[place], *rest[to:]])
    return found


def inserted(*texts: str) -> list[Lines]:
    """One of these lines stands anywhere behind the first heading."""
    places = range(PART.index("heading") + 1, len(BEFORE) + 1)
    return [[*BEFORE[:place], text, *BEFORE[place:]] for place in places for text in texts]


def described(*texts: str) -> list[Lines]:
    """One of these lines stands right behind a header, or behind a blank line that was put in there."""
    return [instead(place, BEFORE[place], *blank, text) for place in of({"header"}) for blank in ([], [""]) for text in texts]


def swapped() -> list[Lines]:
    pairs = [place for place in of(ROWS) if PART[place + 1 : place + 2] and PART[place + 1] in ROWS]
    return [instead(place, BEFORE[place + 1], BEFORE[place], until=2) for place in pairs]


# ---- rows and heads --------------------------------------------------------------------------------------------------


def row_split() -> list[Lines]:
    return [instead(place, *halves) for place in of(ROWS) for halves in cut_in_two(cells(place), "\t")]


def row_broken() -> list[Lines]:
    return [instead(place, *halves) for place in of(ROWS) for halves in cut_in_two(list(BEFORE[place]), "")]


def section_apart() -> list[Lines]:
    sections = [place for place in of({"budget row"}) if cells(place)[0] and BEFORE[place + 1].startswith("\t")]
    apart = [(place, "\t".join(cells(place)[1:]), cells(place)[0]) for place in sections]
    return [instead(place, *both) for place, *halves in apart for both in (halves, halves[::-1])]


def on_one_line() -> list[Lines]:
    pairs = [place for place in of({"budget row"}) if PART[place + 1] == "budget row"]
    return [instead(place, f"{BEFORE[place]}\t{BEFORE[place + 1].lstrip()}", until=2) for place in pairs]


def head_repeated() -> list[Lines]:
    found = []
    for place in of({"budget row"}):
        if PART[place - 1] == "budget row":
            head = max(at for at in of({"budget head"}) if at < place)
            found += [[*BEFORE[:place], between, BEFORE[head], *BEFORE[place:]] for between in ("", "\f", "17")]
    return found


def over_each_other() -> list[Lines]:
    """The last characters of a label and the first of the next come out by turns."""
    found = []
    for place in of(HEADS):
        labels = cells(place)
        for at in range(1, len(labels) - 1):
            one, other = labels[at : at + 2]
            for overlap in range(1, 4) if one and other else ():
                mixed = "".join(map("".join, zip(one[-overlap:], other[:overlap], strict=True)))
                both = one[:-overlap] + mixed + other[overlap:]
                found.append(instead(place, "\t".join([*labels[:at], both, *labels[at + 2 :]])))
    return found


def head_wrapped() -> list[Lines]:
    """The labels of a head stand on two lines, each with some of its words above and the others below."""
    return [
        instead(place, *("\t".join(line) for line in zip(*halves, strict=True)))
        for place in of(HEADS)
        for halves in product(*([*cut_in_two(label.split(" "), " "), (label, "")] for label in cells(place)))
    ]


# ---- headers ---------------------------------------------------------------------------------------------------------


def with_cells() -> list[int]:
    return [place for place in of({"header"}) if "\t" in BEFORE[place]]


def owner_over_lines() -> list[Lines]:
    found = []
    for place in with_cells():
        *rest, owner = cells(place)
        halves = [(owner,), *cut_in_two(owner.split(" "), " ")]
        found += [instead(place, "\t".join(rest), *owners) for owners in halves]
    return found


def owner_below() -> list[Lines]:
    return [instead(place, *BEFORE[place].rsplit("\t", 1)) for place in with_cells()]


def owner_behind_tabs() -> list[Lines]:
    return [
        instead(place, "\t".join(cells(place)[:-1]), "\t" * (len(cells(place)) - 1) + cells(place)[-1])
        for place in with_cells()
    ]


def title_wrapped() -> list[Lines]:
    found = []
    for place in with_cells():
        title, *rest = cells(place)
        found += [instead(place, "\t".join([upper, *rest]), lower) for upper, lower in cut_in_two(title.split(" "), " ")]
    return found


def code_below() -> list[Lines]:
    heading = BEFORE.index("Beleidsdoelstelling SD10041")
    title = BEFORE.index("Iedereen woont, leert en werkt hier")
    text = [*BEFORE]
    text[heading], text[title] = "Beleidsdoelstelling", "SD10041 - Iedereen woont, leert en werkt hier"
    return [text]


def period_over_lines() -> list[Lines]:
    plan = BEFORE.index("OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent")
    project = next(place for place in of({"header"}) if BEFORE[place].startswith("PR40001"))
    return [
        instead(plan, BEFORE[plan].replace(" - 2027", " -"), "\t\t2027"),
        instead(project, BEFORE[project].replace(" - 2026", " -"), "\t\t\t2026"),
    ]


def paragraph_cut() -> list[Lines]:
    halves = [(place, pair) for place in of({"text"}) for pair in cut_in_two(BEFORE[place].split(" "), " ")]
    return [instead(place, upper, page, lower) for place, (upper, lower) in halves for page in ("", "\f", "17")]


# ---- tables, entries, pages and columns ------------------------------------------------------------------------------


def without(is_gone: Callable[[PrintedLine], bool]) -> Lines:
    return [line.text for line in LINES if not is_gone(line)]


def table_dropped() -> list[Lines]:
    tables = [(entry, kind) for entry in range(4) for kind in ("budget", "staff")]
    return [without(lambda line, t=table: (line.entry, line.part.split()[0]) == t) for table in tables]


def entry_dropped() -> list[Lines]:
    return [without(lambda line, e=entry: line.entry == e) for entry in range(4)]


def entry_doubled() -> list[Lines]:
    places = [[place for place, line in enumerate(LINES) if line.entry == entry] for entry in range(4)]
    return [[*BEFORE[: own[-1] + 1], *(BEFORE[place] for place in own), *BEFORE[own[-1] + 1 :]] for own in places]


def page_lost() -> list[Lines]:
    return [[*BEFORE[:first], *BEFORE[first + 40 :]] for first in range(0, len(BEFORE), 40)]


def page_twice() -> list[Lines]:
    return [[*BEFORE[: first + 40], *BEFORE[first:]] for first in range(0, len(BEFORE), 40)]


def tables() -> list[list[int]]:
    """The lines of each table whose lines have as many cells, its head first."""
    found = [
        [place for place, line in enumerate(LINES) if (line.entry, line.part.split()[0]) == (entry, kind)]
        for entry in range(4)
        for kind in ("budget", "staff")
    ]
    return [table for table in found if len({len(cells(place)) for place in table}) == 1]


def column_dropped(*, with_head: bool) -> list[Lines]:
    found = []
    for head, *rows in tables():
        for column in range(2, len(cells(head))):
            text = [*BEFORE]
            for place in [head, *rows] if with_head else rows:
                text[place] = "\t".join([*cells(place)[:column], *cells(place)[column + 1 :]])
            found.append(text)
    return found


def columns_swapped() -> list[Lines]:
    found = []
    for _, *rows in tables():
        columns = range(2, len(cells(rows[0])))
        for one, other in ((one, other) for one in columns for other in columns if one < other):
            text = [*BEFORE]
            for place in rows:
                row = cells(place)
                row[one], row[other] = row[other], row[one]
                text[place] = "\t".join(row)
            found.append(text)
    return found


SEVERAL: dict[str, list[Lines]] = {
    "line lost": lost(OF_ENTRY),
    "row dropped": lost(ROWS),
    "head dropped": lost(HEADS),
    "header dropped": lost({"header"}),
    "heading dropped": lost({"heading"}),
    "line doubled": doubled(OF_ENTRY),
    "row doubled": doubled(ROWS),
    "line moved": moved(),
    "rows swapped": swapped(),
    "furniture inserted": inserted(
        "Stad Gent - Jaarrekening 2024",
        "JAARREKENING 2024 4 | Gent, stad voor en door Gentenaars",
        "17",
        "Pagina 17",
        "11/24/26, 3:34 PM\tJaarrekening 2025",
        "https://stad.gent/jaarrekening\t3/13",
    ),
    "form feed inserted": inserted("\f"),
    "rule inserted": inserted("--------", "---\t----\t--"),
    "blank line inserted": inserted("", "\t\t", "  "),
    "bullet of a symbol font": described("\uf0b7 Het team zorgt voor gebouwen.", "o  Het team", "\u25aa\tscholen en buurten"),
    "description of a mark": described("-", "x", "--", "/"),
    "row split over two lines": row_split(),
    "row broken inside a cell": row_broken(),
    "section's label apart": section_apart(),
    "two rows on one line": on_one_line(),
    "head repeated": head_repeated(),
    "labels of a head over each other": over_each_other(),
    "head over two lines": head_wrapped(),
    "owner over two lines": owner_over_lines(),
    "owner on a line of its own": owner_below(),
    "owner behind tabs": owner_behind_tabs(),
    "title over two lines": title_wrapped(),
    "code below its heading": code_below(),
    "period over two lines": period_over_lines(),
    "paragraph cut by a page": paragraph_cut(),
    "table dropped": table_dropped(),
    "entry dropped": entry_dropped(),
    "entry doubled": entry_doubled(),
    "page lost": page_lost(),
    "page twice": page_twice(),
    "column dropped with its label": column_dropped(with_head=True),
    "column dropped, its label kept": column_dropped(with_head=False),
    "columns swapped": columns_swapped(),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_lines_are_harmed_in_every_way_that_the_name_says(name: str) -> None:
    found = {tuple(line.text for line in lines) for lines in all_that_comes_of(name, DUMP)}
    assert found == set(map(tuple, SEVERAL[name])) - {tuple(BEFORE)}


def test_of_every_kind_it_is_told_what_it_does() -> None:
    assert {*ONE_LINE, *SEVERAL} == {*DAMAGES}


# ---- who is harmed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["furniture inserted", "form feed inserted"])
def test_what_is_put_in_harms_the_entries_above_and_below_it(name: str) -> None:
    between = set()
    for number in range(200):
        done = damage(DUMP, name, Random(number))
        assert done is not None
        place = next(place for place, line in enumerate(done.lines) if line.entry is None and line.part == "text")
        near = {LINES[place - 1].entry, *(line.entry for line in LINES[place : place + 1])}
        assert done.harmed == near
        between.add(len(near))
    assert between == {1, 2}


@pytest.mark.parametrize("name", ["digit lost", "row dropped", "label lost", "header dropped"])
def test_what_is_changed_or_lost_harms_its_own_entry(name: str) -> None:
    for number in range(DRAWS):
        done = damage(DUMP, name, Random(number))
        assert done is not None
        (harmed,) = done.harmed
        for entry in range(4):
            lines = [[line.text for line in lines if line.entry == entry] for lines in (LINES, done.lines)]
            assert (lines[0] == lines[1]) is (entry != harmed)


@pytest.mark.parametrize("name", DAMAGES)
def test_what_changed_is_told_whole_and_no_more_of_it_than_changed(name: str) -> None:
    for number in range(5):
        if (done := damage(DUMP, name, Random(number))) is not None:
            (before, after), now = done.changed, [line.text for line in done.lines]
            assert len(after) - len(before) == len(now) - len(BEFORE)
            assert not (before and after) or (before[0] != after[0] and before[-1] != after[-1])
            places = [
                place for place in range(len(BEFORE) + 1) if [*BEFORE[:place], *after, *BEFORE[place + len(before) :]] == now
            ]
            assert any(tuple(BEFORE[place : place + len(before)]) == before for place in places)


def test_damage_tells_the_lines_that_stood_there_and_those_that_do() -> None:
    done = damage(DUMP, "row dropped", Random(1))
    assert done is not None
    (before,), after = done.changed
    assert (before.count("\t"), after) == (6, ())
    assert f"before=({before!r},), after=()" in repr(done)
    assert [pretty(shown) for shown in (done, DUMP)] == [repr(done), repr(DUMP)]  # as Hypothesis shows them
    assert damage(Dump(DUMP.report, "tabs", LINES[:3]), "row dropped", Random(1)) is None
