"""The columns of a table, read from its printed head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from gentbudget.model import Column
from gentbudget.parser.lines.grammar import pattern, unwrapped, words_of
from gentbudget.parser.lines.misreading import nearest, starts_near
from gentbudget.vocabulary import TABLES

_BUDGETARY, _SUBSTANTIATION = TABLES["budget"].split()
_STAFF = TABLES["staff"].split()[1]
_COMPARED = "t.o.v."
_USE = "Besteding"
_MIXED_WORD = re.compile(r"[0-9][A-Za-z]|[A-Za-z][0-9]")
_MOST_WORDS = 7
_MOST_WRAPPED_LINES = 4
_LONGEST_HEAD = 1000


def read_columns(head: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns that the lines of a head print; None where they cannot be told.

    Raises nothing: an unreadable head is damage, and what it means is the caller's to say.
    """
    labels = _labels(tuple(line.strip("\n\f") for line in head))
    return None if labels is None else _columns(labels)


def table_kind(head: Sequence[str]) -> str | None:
    """``budget`` or ``staff``, by the table's own label in its head; None where neither is there."""
    words = [word for line in head for word in _words(line)]
    letters = "".join(map(_letters, words))
    for kind, printed in (("staff", _STAFF), ("budget", _BUDGETARY)):
        if any(nearest(word.capitalize(), (printed.capitalize(),)) for word in words):
            return kind
        if printed.casefold() in letters:
            return kind
    return None


@lru_cache(maxsize=1024)
def _labels(head: tuple[str, ...]) -> tuple[str, ...] | None:
    lines = [rest for rest in map(_without_table_label, head) if _words(rest)]
    if not lines or sum(map(len, lines)) > _LONGEST_HEAD:
        return None
    if len(lines) == 1 and (cells := _bordered_cells(lines[0])):
        return cells
    words = tuple(tuple(_words(line)) for line in lines)
    running = tuple(word for line in words for word in line)
    found = list(_divisions((running,), limit=2))
    if not found and 1 < len(words) <= _MOST_WRAPPED_LINES:
        found = list(_divisions(words, limit=2))
    return found[0] if len(found) == 1 else _mended_labels(lines) if not found else None


def _mended_labels(lines: Sequence[str]) -> tuple[str, ...] | None:
    """The labels of a head whose cells' borders cut through labels: ``Rami|ng 2028``."""
    text = " ".join(re.sub(r"[*#`]+", "", line).replace("|", "").strip() for line in lines)
    found = list(pattern("COLUMN_LABEL").finditer(text))
    between = re.sub(pattern("COLUMN_LABEL"), "", text)
    labels = tuple(" ".join(label[0].split()) for label in found)
    return labels if labels and not between.strip() and all(_is_label(text, wrapped=True) for text in labels) else None


def _bordered_cells(line: str) -> tuple[str, ...] | None:
    """The labels of a head whose cells have borders, if each cell holds a whole label.

    Labels that are printed over each other mix letters and digits: ``Jaarrekening 20J2a3arrekening 2024``.
    """
    cells = tuple(" ".join(words) for cell in pattern("BORDER").split(line) if (words := _words(cell)))
    if len(cells) == 1 or any(len(pattern("COLUMN_LABEL").findall(cell)) > 1 for cell in cells):
        return None
    if any(_MIXED_WORD.search(cell) for cell in cells):
        return None
    return cells if all(cell[0].isupper() or cell[0] == "%" for cell in cells) else None


def _divisions(lines: tuple[tuple[str, ...], ...], limit: int) -> Iterator[tuple[str, ...]]:
    """The ways to divide the words among columns so that each column, read downwards, has a whole label.

    Every column takes the next few words of each line: that is how a head prints whose labels wrap.
    """
    dead: set[tuple[int, ...]] = set()
    ends = tuple(map(len, lines))
    found = 0

    def divide(at: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
        nonlocal found
        if at == ends:
            found += 1
            yield ()
            return
        fruitless = True
        for takes in product(*(range(min(_MOST_WORDS, end - start) + 1) for start, end in zip(at, ends, strict=True))):
            if found >= limit:
                return
            if not 0 < sum(takes) <= _MOST_WORDS:
                continue
            to = tuple(start + take for start, take in zip(at, takes, strict=True))
            if to in dead:
                continue
            words = [w for line, start, end in zip(lines, at, to, strict=True) for w in line[start:end]]
            text = " ".join(words)
            if _is_label(text, wrapped=len(lines) > 1):
                for rest in divide(to):
                    fruitless = False
                    yield (text, *rest)
        if fruitless:
            dead.add(at)

    yield from divide((0,) * len(lines))


@lru_cache(maxsize=8192)
def _is_label(text: str, *, wrapped: bool) -> bool:
    if not (text[0].isupper() or text[0] == "%"):
        return False
    years = [year[0] for year in pattern("YEAR").finditer(text)]
    terminal = "WRAPPED_COLUMN_LABEL" if wrapped else "COLUMN_LABEL"
    return len(set(years)) == len(years) and pattern(terminal).fullmatch(text) is not None


def _without_table_label(line: str) -> str:
    """The line without the words *Budgettaire onderbouwing* or *Onderbouwing personeel*, or what is there of them."""
    line = unwrapped(line)
    first, second, third = _BUDGETARY, _SUBSTANTIATION, _STAFF
    letters = [(i, c) for i, c in enumerate(line) if c.isalnum()]
    start = "".join(c for _, c in letters[: len(first) + len(second) + 4]).casefold()
    ends = {n for n, (i, _) in enumerate(letters, 1) if i + 1 == len(line) or not line[i + 1].isalnum()}
    for whole in (first + second, second + third):
        if length := starts_near(start, whole.casefold(), ends):
            return line[letters[length - 1][0] + 1 :]
    parts = tuple({word for part in (first, second, third) for word in (part, part.capitalize())})
    return re.sub(r"[^\W\d_]+", lambda m: " " if nearest(m[0], parts) else m[0], line)


@lru_cache(maxsize=1024)
def _columns(labels: tuple[str, ...]) -> tuple[Column, ...]:
    """Columns with their names in this library, where they have one that tells them apart."""
    years = [[int(year[0]) for year in pattern("YEAR").finditer(text)] for text in labels]
    names = [_name(text) for text in labels]
    for current, previous in (("actual", "previous_actual"), ("paid", "previous_paid")):
        _tell_years_apart(names, years, current, previous)
    shared = {name for name in names if name and names.count(name) > 1}
    return tuple(
        Column(
            label=text,
            name=None if name in shared else name,
            year=found[0] if found else None,
            is_share=_is_share(text),
        )
        for text, name, found in zip(labels, names, years, strict=True)
    )


def _is_share(text: str) -> bool:
    return "%" in text or _COMPARED.replace(".", "") in text.replace(".", "").replace(" ", "")


def _name(text: str) -> str | None:
    words = [word for word in re.sub(r"[\d%]+", " ", text).split() if word != _COMPARED]
    columns = {
        "Budget": "budget",
        "Jaarrekening": "actual",
        "Plan": "planned",
        "Betaald": "paid",
    }
    if not words:
        return None
    nearby = nearest(words[-1].capitalize(), tuple(columns))
    if nearby is None:
        return None
    if "%" in text:
        used = {"budget": "budget_used", "planned": "plan_used"}
        return used.get(columns[nearby]) if nearest(words[0], (_USE,)) else None
    if _is_share(text):
        return "vs_previous" if columns[nearby] in ("actual", "paid") else None
    return columns[nearby] if len(words) == 1 else None


def _tell_years_apart(names: list[str | None], years: list[list[int]], current: str, previous: str) -> None:
    """Of two columns *Jaarrekening* or *Betaald*, the later is the year's own; one alone is so unless others are later."""
    found = [i for i, name in enumerate(names) if name == current and years[i]]
    latest = max((year for group in years for year in group), default=0)
    if len(found) > 1 or (found and years[found[0]][0] < latest):
        order = sorted(found, key=lambda i: years[i][0])
        for i in order[:-1] if years[order[-1]][0] == latest else order:
            names[i] = previous


def _words(text: str) -> list[str]:
    return words_of(text.replace("%", " % "))


def _letters(word: str) -> str:
    return "".join(c for c in word if c.isalpha()).casefold()
