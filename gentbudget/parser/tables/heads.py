"""The columns of a table, read from its printed head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations, product

from gentbudget.model import Column
from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern, unwrapped, words_of
from gentbudget.parser.lines.misreading import are_letters_near, is_anagram, nearest, starts_near
from gentbudget.vocabulary import COMPARED, MEASURES, TABLES, TableKind, measures_of

Head = tuple[str, ...]
"""The lines of a head, as they are printed."""

_BUDGETARY, _SUBSTANTIATION = TABLES["budget"].split()
_STAFF = TABLES["staff"].split()[1]

# What the labels of columns are made of: the word that tells an amount, and the words behind `%` that tell a percentage.
_AMOUNT_WORDS = {m.word: m.name for m in reversed(MEASURES) if not m.is_share and not m.is_previous}
_USED_WORDS = {(m.words[0], _AMOUNT_WORDS[m.word]): m.name for m in MEASURES if m.is_share and not m.is_compared}
_COMPARED_WORDS = {_AMOUNT_WORDS[m.word]: m.name for m in MEASURES if m.is_compared}
_OWN_WORDS = frozenset(word for m in MEASURES for word in m.words)
_PREVIOUS = {_AMOUNT_WORDS[m.word]: m.name for m in MEASURES if m.is_previous}


@lru_cache(maxsize=1024)
def read_columns(head: Head) -> tuple[Column, ...] | None:
    """The columns that the lines of a head print; None where they cannot be told.

    Raises nothing: an unreadable head is damage, and what it means is the caller's to say.
    """
    labels = _labels(head)
    return None if labels is None else columns_of(labels)


@lru_cache(maxsize=1024)
def table_kind(head: Head) -> TableKind | None:
    """Whose head this is, by the table's own label in it; None where there is none."""
    words = [word for line in head for word in _words(line)]
    together = letters("".join(words))
    labels: tuple[tuple[TableKind, str], ...] = (("staff", _STAFF), ("budget", _BUDGETARY))
    for kind, printed in labels:
        if any(nearest(word.capitalize(), (printed.capitalize(),)) for word in words):
            return kind
        if printed.casefold() in together:
            return kind
    return None


def is_dashed_rule(line: str) -> bool:
    """Whether a line is a rule that has a run of dashes below each column."""
    return pattern("DASHED_RULE").fullmatch(line) is not None


def _labels(head: Head) -> tuple[str, ...] | None:
    if labels := _known_labels(head) or _labels_downwards(head):
        return labels
    for number, line in enumerate(head):
        if is_dashed_rule(line):
            return _labels_above(head[:number], line) or _labels((*head[:number], *head[number + 1 :]))
    lines = [rest for rest in map(_without_table_label, head) if _words(rest)]
    if not lines or sum(map(len, lines)) > tolerances.LONGEST_HEAD:
        return None
    if len(lines) == 1 and (cells := _bordered_cells(lines[0])):
        return cells
    words = tuple(tuple(_words(line)) for line in lines)
    running = tuple(word for line in words for word in line)
    found = _divisions((running,))
    if not found and len(words) <= tolerances.MOST_WRAPPED_LINES:
        found = _divisions(words)
    if not found:
        return _mended_labels(lines)
    if len(found) > 1:
        found = [labels for labels in found if _are_known(labels)]
    return found[0] if len(found) == 1 else None


def _are_known(labels: tuple[str, ...]) -> bool:
    """Whether these are labels that the accounts always had, in their order, and are about the same two years.

    In another order they may stand because a program mixed the lines of a head.
    """
    years = sorted({int(year[0]) for label in labels for year in pattern("YEAR").finditer(label)})
    if len(years) != len(("current", "previous")):
        return False
    known = iter([measure.printed(years[1], years[0]) for measure in MEASURES])
    return all(label in known for label in labels)


def _known_labels(head: Head) -> tuple[str, ...] | None:
    """The labels of a head that prints those of the accounts one behind another, whatever stands between two letters of them.

    The table's own label stands before them, with its letters in any order; or no label does.
    """
    text = squeezed("".join(map(unwrapped, head)))
    years = sorted({int(year[0]) for year in pattern("YEAR").finditer(text)})
    if len(text) > tolerances.LONGEST_HEAD:
        return None
    for kind, table in TABLES.items():
        own = table.replace(" ", "").casefold()
        end = len(own) if is_anagram(text[: len(own)], own) else starts_near(text, own)
        rest = text[end:]
        known = _printed_labels(kind, tuple(years[-tolerances.MOST_YEARS :]))
        labels: list[str] = []
        while found := next((letters for letters in known if rest.startswith(letters)), None):
            labels.append(known[found])
            rest = rest[len(found) :]
        if labels and not rest:
            return tuple(labels)
    return None


@lru_cache(maxsize=64)
def _printed_labels(kind: TableKind, years: tuple[int, ...]) -> dict[str, str]:
    """The labels of the columns of a table for these years by their letters, the longest first."""
    pairs = [*permutations(years, 2)] or [(year, year - 1) for year in years]
    labels = {measure.printed(*pair) for measure in measures_of(kind) for pair in pairs}
    return {squeezed(label): label for label in sorted(labels, key=len, reverse=True)}


def squeezed(text: str) -> str:
    """The letters, digits and signs of a percentage alone, without capitals."""
    return "".join(c for c in text if c.isalnum() or c == "%").casefold()


def _labels_downwards(head: Head) -> tuple[str, ...] | None:
    """The labels of the accounts in a head whose lines are rows of one table, each label cut into the cells of one column.

    Such as `|Budgettaire o|nderbouwing|Jaarrekenin|%|` over `|||g 2025|Besteding budget 2025|`. A cut may go through the
    letters, some of which then come behind the others: `|Budet 2027|` over `|g|`.
    """
    rows = [[cell.strip() for cell in pattern("BORDER").split(unwrapped(line))] for line in head]
    if len(rows) <= 1 or not rows[0] or len(set(map(len, rows))) != 1:
        return None
    cells = list(map(squeezed, map("".join, zip(*rows, strict=True))))
    years = sorted({int(year[0]) for line in head for year in pattern("YEAR").finditer(line)})[-tolerances.MOST_YEARS :]
    for kind, table in TABLES.items():
        known = {_loose(letters): label for letters, label in _printed_labels(kind, tuple(years)).items()} if years else {}
        first = next((i for i, text in enumerate(cells) if _loose(text) in known), len(cells))
        own, labels = "".join(cells[:first]), [known.get(_loose(text)) for text in cells[first:] if text]
        if labels and None not in labels and (not own or are_letters_near(own, table.replace(" ", ""))):
            return tuple(filter(None, labels))
    return None


def _loose(text: str) -> tuple[str, str]:
    """The letters of a label in any order, and its digits in theirs."""
    return "".join(sorted(c for c in text if not c.isdecimal())), "".join(filter(str.isdecimal, text))


def _labels_above(lines: Head, rule: str) -> tuple[str, ...] | None:
    """The labels of a head above a dashed rule, whose runs tell where each column begins."""
    starts = [run.start() for run in pattern("DASHES").finditer(rule)]
    cells = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        text = _without_table_label(" ".join(" ".join(_words(line[start:end])) for line in lines))
        if words := text.split():
            cells.append(" ".join(words))
    return tuple(cells) if cells and all(_is_label(text, wrapped=True) for text in cells) else None


def _mended_labels(lines: Sequence[str]) -> tuple[str, ...] | None:
    """The labels of a head whose cells' borders cut through labels: ``Rami|ng 2028``."""
    text = " ".join(pattern("GAP_IN_LABEL").sub("", line).strip() for line in lines)
    found = list(pattern("COLUMN_LABEL").finditer(text))
    between = pattern("COLUMN_LABEL").sub("", text)
    labels = tuple(" ".join(label[0].split()) for label in found)
    return labels if labels and not between.strip() and all(_is_label(text, wrapped=True) for text in labels) else None


def _bordered_cells(line: str) -> tuple[str, ...] | None:
    """The labels of a head whose cells have borders, if each cell holds a whole label.

    Labels that are printed over each other mix letters and digits: ``Jaarrekening 20J2a3arrekening 2024``.
    """
    cells = tuple(" ".join(words) for cell in pattern("BORDER").split(line) if (words := _words(cell)))
    if len(cells) == 1 or any(len(pattern("COLUMN_LABEL").findall(cell)) > 1 for cell in cells):
        return None
    if any(pattern("MIXED_WORD").search(cell) for cell in cells):
        return None
    return cells if all(cell[0].isupper() or cell[0] == "%" for cell in cells) else None


def _divisions(lines: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The ways to divide the words among columns so that each column, read downwards, has a whole label.

    Every column takes the next few words of each line: that is how a head prints whose labels wrap. A head that takes
    more steps, or has more ways, than any real one has no division.
    """
    ends = tuple(map(len, lines))
    found = steps = 0

    def divide(at: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
        nonlocal found, steps
        if at == ends:
            found += 1
            yield ()
            return
        for takes in product(
            *(range(min(tolerances.MOST_LABEL_WORDS, end - start) + 1) for start, end in zip(at, ends, strict=True))
        ):
            steps += 1
            if found > tolerances.MOST_WAYS or steps > tolerances.MOST_STEPS:
                return
            if not 0 < sum(takes) <= tolerances.MOST_LABEL_WORDS:
                continue
            to = tuple(start + take for start, take in zip(at, takes, strict=True))
            words = [w for line, start, end in zip(lines, at, to, strict=True) for w in line[start:end]]
            text = " ".join(words)
            if _is_label(text, wrapped=len(lines) > 1):
                for rest in divide(to):
                    yield (text, *rest)

    divided = list(divide((0,) * len(lines)))
    return [] if steps > tolerances.MOST_STEPS or found > tolerances.MOST_WAYS else divided


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
    start = "".join(c for _, c in letters).casefold()
    ends = {n for n, (i, _) in enumerate(letters, 1) if i + 1 == len(line) or not line[i + 1].isalnum()}
    for whole in (first + second, second + third):
        if length := starts_near(start, whole.casefold(), ends):
            return line[letters[length - 1][0] + 1 :]
    parts = tuple({word for part in (first, second, third) for word in (part, part.capitalize())})
    return pattern("LETTERS").sub(lambda m: " " if nearest(m[0], parts) else m[0], line)


@lru_cache(maxsize=1024)
def columns_of(labels: tuple[str, ...]) -> tuple[Column, ...]:
    """Columns with these labels, with their names in this library, where they have one that tells them apart."""
    labels = tuple(map(_with_whole_word, labels))
    years = [[int(year[0]) for year in pattern("YEAR").finditer(text)] for text in labels]
    names = [_name(text) for text in labels]
    # A label of another kind, `Raming 2025`, may be about a later year; one that is misread may be one of these.
    others = [not name and _is_other_label(text) for name, text in zip(names, labels, strict=True)]
    latest = max((year for group, other in zip(years, others, strict=True) if not other for year in group), default=0)
    for current, previous in _PREVIOUS.items():
        _tell_years_apart(names, years, latest, current, previous)
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


def without_years(text: str) -> tuple[str, ...]:
    """The words of a label, its years left out."""
    return tuple(pattern("YEAR").sub(" ", text).split())


def _is_share(text: str) -> bool:
    return "%" in text or COMPARED.replace(".", "") in text.replace(".", "").replace(" ", "")


def _with_whole_word(text: str) -> str:
    """The label without the blanks that stand for soft hyphens in its word: `Jaar re ke ning 2026`."""
    words = [word for word in pattern("IN_NUMBER").sub(" ", text).split() if word != COMPARED]
    whole = nearest("".join(words), tuple(_AMOUNT_WORDS)) if len(words) > 1 else None
    return text.replace(" ".join(words), whole) if whole else text


def _name(text: str) -> str | None:
    words = [word for word in pattern("IN_NUMBER").sub(" ", text).split() if word != COMPARED]
    if not words:
        return None
    word = nearest(words[-1].capitalize(), tuple(_AMOUNT_WORDS))
    if word is None:
        return None
    amount = _AMOUNT_WORDS[word]
    if "%" in text:
        return next((name for (use, of), name in _USED_WORDS.items() if of == amount and nearest(words[0], (use,))), None)
    if _is_share(text):
        return _COMPARED_WORDS.get(amount)
    return amount if len(words) == 1 else None


def _is_other_label(text: str) -> bool:
    """Whether a label that has no name is spelt as it should be, and no piece of one that has a name."""
    words = without_years(text)
    return bool(words) and all(word not in _OWN_WORDS and pattern("HEAD_WORD").fullmatch(word) for word in words)


def _tell_years_apart(names: list[str | None], years: list[list[int]], latest: int, current: str, previous: str) -> None:
    """A column *Jaarrekening* or *Betaald* is the year's own, unless the head prints a later year."""
    for i, name in enumerate(names):
        if name == current and years[i] and years[i][0] < latest:
            names[i] = previous


def _words(text: str) -> list[str]:
    return words_of(text.replace("%", " % "))


def letters(text: str) -> str:
    """The letters alone, without capitals."""
    return "".join(filter(str.isalpha, text)).casefold()
