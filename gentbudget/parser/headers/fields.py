"""Status, phase and period: the fields of a header that are known by what they look like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations_with_replacement
from sys import intern
from typing import NamedTuple

from attrs import define, field

from gentbudget.model import Period
from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.vocabulary import PHASES, STATUSES, Kind

Words = tuple[str, ...]


def words_in(text: str) -> Words:
    """The words of a text; of a word that many headers have, one is kept: a tenth of the memory, where cells are lines."""
    return tuple(map(intern, text.split()))


FIELDS_OF: dict[Kind, tuple[str, ...]] = {"project": ("status", "phase", "period"), "plan": ("period",)}
"""The fields that a header of a kind prints between title and owner, in this order."""


def texts_of_fields(kind: Kind, printed: str) -> dict[str, Words]:
    """What each field of a kind of header may say, by its name, where this is printed."""
    digits = "".join(filter(str.isdigit, printed))
    years = sorted({digits[i : i + 4] for i in range(len(digits)) if pattern("YEAR").fullmatch(digits, i, i + 4)})
    periods = tuple(f"{start} - {end}" for start, end in combinations_with_replacement(years, 2))
    any_of: dict[str, Words] = {"status": STATUSES, "phase": PHASES, "period": periods}
    return {name: any_of[name] for name in FIELDS_OF.get(kind, ())}


@define(weakref_slot=False)
class Fields:
    """The fields found so far. ``start`` is that of a period without its end.

    ``unknown`` holds what stands in a field's own cell and is no such field, by the field's name. ``titled`` are periods
    that the header prints, on lines of their own perhaps, and that are words of its title; ``are_broken`` says that status or
    phase are broken, so that the period may be left alone between words of title and owner.
    """

    status: str | None = None
    phase: str | None = None
    period: Period | None = None
    start: int | None = None
    unknown: dict[str, str] = field(factory=dict)
    titled: frozenset[str] = frozenset()
    are_broken: bool = False

    @classmethod
    def of(cls, named: Mapping[str, str]) -> Fields:
        """These fields, by their names."""
        fields = cls()
        fields.take(named)
        return fields

    def missing(self, kind: Kind) -> list[str]:
        """The names of the fields that a header of this kind has, and that were not found."""
        return [name for name in FIELDS_OF.get(kind, ()) if getattr(self, name) is None]

    def agree(self, named: Mapping[str, str]) -> bool:
        """Whether those that were found are the same in these."""
        found = {name: getattr(self, name) for name in named}
        return all(value is None or str(value) == named[name] for name, value in found.items())

    def take(self, named: Mapping[str, str]) -> None:
        """Note fields by their names."""
        self.status = named.get("status", self.status)
        self.phase = named.get("phase", self.phase)
        years = [int(year[0]) for year in pattern("YEAR").finditer(named.get("period") or named.get("start") or "")]
        if "period" in named:
            self.period = Period(years[0], years[1])
        elif "start" in named:
            self.start = years[0]


def take_broken(fields: Fields, lines: Sequence[Words]) -> list[list[Words]]:
    """Take a status and a phase that are broken out of the lines of a project; their halves, line by line.

    A cell that is too narrow for them breaks them between two words or, with a hyphen or without, inside of one. The halves may
    stand beside words of other cells.

    >>> fields = Fields()
    >>> take_broken(fields, [("Uitvoerin", "Dienst", "Wonen"), ("Lopend", "g", "en", "Zorg")]), fields.phase
    ([[('Uitvoerin',)], [('g',)]], 'Uitvoering')
    """
    taken: list[list[Words]] = [[] for _ in lines]
    found = list(_halves(lines))
    for name, texts in (("status", STATUSES), ("phase", PHASES)):
        broken = [one for one in found if one[0] in texts]
        is_whole = broken and any(place_of(tuple(text.split()), line) is not None for line in lines for text in texts)
        if len(broken) == 1 and not is_whole:
            text, (i, first), (j, second) = broken[0]
            fields.take({name: text})
            fields.are_broken = True
            taken[i].append(first)
            taken[j].append(second)
    return taken


def _halves(lines: Sequence[Words]) -> Iterator[tuple[str, tuple[int, Words], tuple[int, Words]]]:
    """The fields that the lines print broken once, and where: the first half, and the second below it.

    Where a program joined lines, whole words may also stand behind others of the same line.
    """
    for i, line in enumerate(lines):
        for end, word in enumerate(line, 1):
            for text, first, second in _ways_to_break().get(word, ()):
                beside = line[end:] if (*first, *second) == tuple(text.split()) else ()
                behind = [beside, *lines[i + 1 : i + 1 + tolerances.MOST_NAME_LINES]]
                below = [j for j, rest in enumerate(behind, i) if place_of(second, rest) is not None]
                if below and line[:end][-len(first) :] == first:
                    yield text, (i, first), (below[0], second)


@cache
def _ways_to_break() -> Mapping[str, Sequence[tuple[str, Words, Words]]]:
    """Each status and phase with the halves that it may be broken into, by the last word of the first."""
    found: dict[str, list[tuple[str, Words, Words]]] = defaultdict(list)
    for text in (*STATUSES, *PHASES):
        words = tuple(text.split())
        ways = [(words[:n], words[n:]) for n in range(1, len(words))]
        for n, word in enumerate(words):
            cuts = [at for at in range(1, len(word)) if len(" ".join([*words[:n], word[:at]])) >= tolerances.SHORTEST_HALF]
            ways += [((*words[:n], word[:at] + sign), (word[at:], *words[n + 1 :])) for at in cuts for sign in ("", "-")]
        for first, second in ways:
            found[first[-1]].append((text, first, second))
    return found


def is_torn(half: Words) -> bool:
    """Whether a half is the first of a field that is broken inside of a word, without a hyphen."""
    text = " ".join(half)
    return any(field.startswith(text) and field[len(text)] != " " for field in (*STATUSES, *PHASES))


def place_of(words: Words, line: Sequence[str]) -> int | None:
    """Where a line has these words side by side."""
    return next((n for n, word in enumerate(line) if word == words[0] and tuple(line[n : n + len(words)]) == words), None)


class Rest(NamedTuple):
    """What a line holds before and behind the fields in it; ``whole`` if there are none."""

    before: Words
    behind: Words = ()
    whole: bool = False


class _Run(NamedTuple):
    """Fields side by side, and where they stand."""

    start: int
    end: int
    named: dict[str, str]


def may_hold_fields(text: str) -> bool:
    """Whether a text has a year, or a word that a status or phase begins with; without, it holds no field."""
    return any(map(text.__contains__, _first_words())) or pattern("YEAR").search(text) is not None


def may_hold_phase(text: str) -> bool:
    """Whether a text has a word that a phase begins with; without, it holds none."""
    return any(map(text.__contains__, _first_words(PHASES)))


def periods_of_titles(cells: Iterable[str]) -> frozenset[str]:
    """The periods among these cells of a header that cannot be its field, since another is printed as fields are.

    A title may end with a period, on a line of its own where it wraps: `2025-2027`. The field has blanks around its dash, or
    stands beside status and phase.

    >>> sorted(periods_of_titles(["Fietsenstallingen", "2025-2027", "Uitvoering 2020 - 2030"]))
    ['2025-2027']
    >>> sorted(periods_of_titles(["Fietsenstallingen", "2025 - 2027", "Lopend Uitvoering 2020 - 2030 Dienst Wonen"]))
    ['2025 - 2027']
    """
    cells = list(cells)
    ends = [found[0] for cell in cells for found in pattern("PERIOD").finditer(cell) if found.end() == len(cell)]
    runs = [run.named for cell in cells if may_hold_phase(cell) for run in _runs(cell)]
    fields = [named["period"] for named in runs if named.keys() >= set(FIELDS_OF["project"])]
    fields = fields or [period for period in ends if " " in period]
    return frozenset(ends).difference(fields) if fields else frozenset()


def line_of_end(lines: Sequence[Sequence[str]]) -> int | None:
    """On which of these lines, given as cells, the period ends that begins on another; None if none does, -1 if two may.

    A year that has a cell of its own is likelier than one among words, which may be a title's.

    >>> line_of_end([["2026 -"], ["OD10071 Betaalbaar wonen 2033 Groep Gent"]])
    1
    >>> line_of_end([["2026 -"], ["Bomenplan 2030"], ["gestart", "2031"]]), line_of_end([["2026 -"], ["Plan 2030 2031"]])
    (2, -1)
    """
    for i, cells in enumerate(lines):
        starts = [int(run.named["start"][:4]) for cell in cells for run in _runs(cell) if "start" in run.named]
        if len(starts) == 1:
            below = list(enumerate(lines[i + 1 : i + 1 + tolerances.MOST_NAME_LINES], i + 1))
            years = [
                (n, cell == word)
                for n, cells in below
                for cell in cells
                for word in cell.split()
                if pattern("YEAR").fullmatch(word) and int(word) >= starts[0]
            ]
            ends = [n for n, is_alone in years if is_alone] or [n for n, _ in years]
            return ends[0] if len(ends) == 1 else -1
    return None


def holds_fields(text: str) -> bool:
    """Whether status, phase and period stand side by side in a text, as in a project's header and nowhere else.

    Of the status, it may be the first words alone.

    >>> holds_fields("Bouwen van woningen Nog niet Ontwerp 2022 - 2026 Dienst Wonen")
    True
    """
    runs = [(run.named.keys(), text[: run.start].rstrip()) for run in _runs(text)]
    return any({"phase", "period"} <= names and ("status" in names or above.endswith(_beginnings())) for names, above in runs)


def is_field(text: str) -> bool:
    """Whether a text is a status or a phase, wherever blanks stand in it.

    >>> is_field("Afgewer kt")
    True
    """
    return "".join(text.split()) in _by_letters()


def begins_status(text: str) -> bool:
    """Whether the first words of a status that wraps stand in a text, wherever the rest stands, and broken or not.

    >>> begins_status("Verzekeringen, Nog niet ge- belastingen en gerechtskosten")
    True
    """
    return any(f" {first} " in f" {text} " for first in _beginnings())


def take_fields(  # noqa: PLR0913 - what only some lines have is given by name
    fields: Fields, text: str, kind: Kind, *, alone: Sequence[str] = (), bordered: bool = False, ends: bool | None = None
) -> Rest:
    """Take the fields out of a line of a header: of a project all three, of a plan its period, of an action none.

    They stand side by side, in this order. A title may hold the same words; as fields they stand side by side, or fill
    the line or one of its cells (``alone``), or begin a line behind the others. The period of a plan stands between title
    and organisation. ``bordered`` says that borders part the cells, ``ends`` whether a period ends here, where that is told.
    """
    if kind not in FIELDS_OF:
        return Rest(words_in(text), whole=True)
    is_pending = fields.start is not None and fields.period is None and ends is not False
    if is_pending and (rest := _end_of_period(fields, text, is_told=bool(ends) and kind == "plan")):
        return rest
    if cells := _cells_of_fields(fields, alone, kind, bordered):
        first = min(cells)
        others = [cell for i, cell in enumerate(alone) if i > first and i not in cells]
        return Rest(words_in(" ".join(alone[:first])), words_in(" ".join(others)))
    for run in reversed(list(_runs(text))):
        names = ["period" if name == "start" else name for name in run.named]
        if any(getattr(fields, name) is not None for name in names) or (kind == "plan" and names != ["period"]):
            continue
        printed = text[run.start : run.end]
        if printed in fields.titled:
            continue
        begins = (
            list(run.named) == ["period"] == fields.missing(kind)
            and run.start == 0
            and len(text) <= tolerances.LONGEST_FIELD_LINE
        )
        is_beside = fields.are_broken and names == fields.missing(kind)
        is_plan_s = kind == "plan" and "period" in run.named
        if not (is_beside or is_plan_s or len(names) > 1 or printed in alone or begins):
            continue
        before, behind = text[: run.start], text[run.end :]
        fields.take(run.named)
        return Rest(words_in(before), words_in(behind))
    return Rest(words_in(text), whole=True)


def _cells_of_fields(fields: Fields, cells: Sequence[str], kind: Kind, bordered: bool) -> Collection[int]:
    """Take the fields out of a line that has each in a cell of its own: these cells, none if it has not.

    All that a kind has may stand in any order. Between title and owner there is room for them alone: where borders part
    the cells, or one of them is a field in its place, what else stands there is a field that this library does not know.
    """
    names = FIELDS_OF[kind]
    if fields.period is not None:
        return ()
    if bordered:  # where a cell has no room for it, a field is broken: `Uitvoeri ng`, `Stopge- zet`
        cells = list(map(_spelt, cells))
    found = {name: i for i, cell in enumerate(cells) for name in names if pattern(name.upper()).fullmatch(cell)}
    if any(pattern("PERIOD_START").fullmatch(cell) for cell in cells):
        return ()
    beside = found.get("phase", len(cells)) + 1
    if beside < len(cells) and pattern("PERIOD").fullmatch(cells[beside]):
        found["period"] = beside  # another may be the title's
    if len(found) == len(names) and kind == "project":
        fields.take({name: cells[i] for name, i in found.items()})
        return found.values()
    places = dict(enumerate(names, 1))
    is_row = len(cells) == len(names) + 2 and fields.missing(kind) == list(names)
    if not is_row or len(found) == len(names) or any(places.get(i) != name for name, i in found.items()):
        return ()
    unknown = {name: cells[i] for i, name in places.items() if name not in found}
    if not (bordered or found) or unknown.get("status") in _beginnings():
        return ()
    fields.take({name: cells[i] for name, i in found.items()})
    fields.unknown = unknown
    return places


def _end_of_period(fields: Fields, text: str, *, is_told: bool) -> Rest | None:
    """Take the end of a period that begins further up out of a line: the only year in it, or that behind other fields."""
    words, start = text.split(), fields.start or 0
    years = [i for i, word in enumerate(words) if pattern("YEAR").fullmatch(word)]
    if len(years) != 1 or int(words[years[0]]) < start:
        return None
    before, behind = words[: years[0]], words[years[0] + 1 :]
    leading = " ".join(before)
    beside = next((run for run in _runs(leading) if run.end == len(leading) and "period" not in run.named), None)
    if beside is not None and fields.agree(beside.named):
        fields.take(beside.named)
        before = leading[: beside.start].split()
    elif len(text) > tolerances.LONGEST_FIELD_LINE and not is_told:
        return None
    fields.period = Period(start, int(words[years[0]]))
    return Rest(tuple(before), tuple(behind))


def _runs(text: str) -> Iterator[_Run]:
    """The runs of fields in a text of words with one blank between each."""
    if not may_hold_fields(text):
        return
    text += " "
    at = 0
    while at < len(text):
        behind = text.find(" ", at) + 1
        is_beginning = text[at : behind - 1] in _first_words() or text[at].isdecimal()
        if is_beginning:
            found = next(pattern("FIELDS").finditer(text, at))  # it is never without a match, which may be empty
            if named := {name: value for name, value in found.groupdict().items() if value}:
                behind = found.end()
                yield _Run(at, behind - 1, named)
        at = behind


@cache
def _first_words(printed: tuple[str, ...] = (*STATUSES, *PHASES)) -> frozenset[str]:
    """The first words of statuses and phases, or of some of them."""
    return frozenset(words.split()[0] for words in printed)


def lacks_blank(cell: str) -> bool:
    """Whether a cell is a status or phase that lacks a blank.

    >>> lacks_blank("Nog nietgestart"), lacks_blank("Nog niet gestart")
    (True, False)
    """
    words = _by_letters().get(cell.replace(" ", ""), "")
    return words.count(" ") > cell.count(" ")


def _spelt(cell: str) -> str:
    """The status or phase whose letters a cell has, if it lacks no blank: where it does, words of a title may as well."""
    words = _by_letters().get("".join(filter(str.isalpha, cell)), cell)
    return words if cell.count(" ") >= words.count(" ") else cell


@cache
def _by_letters() -> Mapping[str, str]:
    """Statuses and phases, by their letters."""
    return {"".join(words.split()): words for words in (*STATUSES, *PHASES)}


@cache
def _beginnings() -> Words:
    """The first words of statuses that have more than one."""
    return tuple(" ".join(words[:n]) for words in map(str.split, STATUSES) for n in range(1, len(words)))
