"""Labels that an extraction misread or a line broke: which label a word is, give or take a character or two, or its rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from functools import cache, lru_cache

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern


@cache
def tolerance(label: str) -> int:
    """How many characters of this label may be misread, lost or added. `VTE` is too short for any."""
    if len(label) < tolerances.SHORTEST_MISREAD_LABEL:
        return 0
    return tolerances.MISREAD_IN_SHORT_LABEL if len(label) <= tolerances.LONGEST_SHORT_LABEL else tolerances.MISREAD_IN_LABEL


@lru_cache(maxsize=4096)
def nearest(word: str, labels: tuple[str, ...]) -> str | None:
    """The label that the word is, or is a misreading of, or begins before a hyphen; None where it is near none of them.

    >>> labels = ("Exploitatie", "Investering", "Financiering")
    >>> nearest("Investing", labels), nearest("Investe-", labels)
    ('Investering', 'Investering')
    """
    if word in labels:
        return word
    if begun := [label for label in labels if rest_of(word, label)]:
        return begun[0] if len(begun) == 1 else None
    folded = word.casefold()
    candidates = [label for label in labels if _may_be_near(folded, label.casefold())]
    ranked = sorted((distance(folded, label.casefold(), tolerance(label)), label) for label in candidates)
    return ranked[0][1] if ranked and ranked[0][0] <= tolerance(ranked[0][1]) else None


def rest_of(word: str, label: str) -> str:
    """What of a label stands on a later line, where a hyphen ends its beginning here; nothing if the word is no such.

    >>> rest_of("Ontvang-", "Ontvangsten"), rest_of("Ontvangst", "Ontvangsten")
    ('sten', '')
    """
    word = word.replace("\u00ad", "")
    if (
        len(word) <= tolerances.SHORTEST_BROKEN_BEGINNING
        or word[-1].isalnum()
        or pattern("BROKEN_WORD").fullmatch(word) is None
    ):
        return ""
    beginning = word[:-1].casefold()
    return label[len(beginning) :] if label.casefold().startswith(beginning) else ""


def left_of(word: str, label: str) -> str:
    """What of a label stands on a later line: behind a hyphen, or where a narrow cell has no room for another letter.

    >>> left_of("Ontvang-", "Ontvangsten"), left_of("Ontvangste", "Ontvangsten"), left_of("Ontvangsten", "Ontvangsten")
    ('sten', 'n', '')
    """
    is_begun = len(word) >= tolerances.SHORTEST_CUT_BEGINNING and label.startswith(word)
    return label[len(word) :] if is_begun else rest_of(word, label)


def begins_broken(words: Sequence[str], label: str) -> bool:
    """Whether the words begin with a label's first word and go on with the next down to a hyphen that breaks it.

    ``label`` is without its blanks and capitals.

    >>> begins_broken(["Budgettaire", "onderbou-", "Budget"], "budgettaireonderbouwing")
    True
    """
    beginning = ""
    for word in words:
        if pattern("BROKEN_WORD").fullmatch(word):
            return bool(beginning) and label.startswith(beginning + letters_of(word))
        beginning += letters_of(word)
        if not label.startswith(beginning):
            return False
    return False


def letters_of(text: str) -> str:
    """The letters and digits of a text alone, without capitals."""
    return "".join(filter(str.isalnum, text)).casefold()


def is_anagram(letters: str, label: str) -> bool:
    """Whether these are the letters of a label in any order: where a cut goes through it, its pieces come in disorder."""
    return len(letters) == len(label) and sorted(letters.casefold()) == sorted(label.casefold())


def are_letters_near(letters: str, label: str) -> bool:
    """Whether these are the letters of a label in any order, give or take its tolerance.

    Where a cut goes through a label some of its letters are lost, and a program may give those of a ligature twice.

    >>> are_letters_near("Elitti" + "xpoaie", "Exploitatie"), are_letters_near("Exploitatie", "Investering")
    (True, False)
    """
    found, own = Counter(letters.casefold()), Counter(label.casefold())
    return max((found - own).total(), (own - found).total()) <= tolerance(label)


def starts_near(text: str, label: str, ends: Container[int] = range(1000)) -> int:
    """How many characters at the start of the text are the label, give or take its tolerance; 0 if they are not.

    ``ends`` are the lengths at which a word ends.
    """
    allowed = tolerance(label)
    start = text[: len(label) + allowed]
    if not may_start_near(text, label) or not has_letters(start, label):
        return 0
    distances = _distances(label, start, allowed)
    lengths = [n for n in range(len(distances)) if distances[n] <= allowed and n in ends]
    return min(lengths, key=lambda n: (distances[n], abs(n - len(label))), default=0)


def may_start_near(text: str, label: str, signs: int = 0) -> bool:
    """A quick test that only texts pass that start with the label or near it: a piece of it stands about where it should.

    So many ``signs`` that are no letters may stand in it besides.

    >>> may_start_near("ondrebouwing", "onderbouwing"), may_start_near("wat ons drijft", "onderbouwing")
    (True, False)
    """
    return any(text.find(piece, first, last + signs) >= 0 for piece, first, last in places_of_pieces(label))


def has_letters(text: str, label: str) -> bool:
    """A quick test that only texts pass in which the letters of the label stand, in any order, give or take its tolerance.

    >>> has_letters("wing ondrebou", "onderbouwing"), has_letters("wat ons drijft", "onderbouwing")
    (True, False)
    """
    lost = [often - found for letter, often in _letters(label) if (found := text.count(letter)) < often]
    return sum(lost) <= tolerance(label)


@cache
def _letters(label: str) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(label).items())


def distance(a: str, b: str, most: int) -> int:
    """How many characters must be changed, added, dropped or swapped with their neighbour to make one word the other.

    Where these are more than ``most``, some number above it.

    >>> distance("onderbouwning", "onderbouwing", 3), distance("Acites", "Acties", 2), distance("Uitvoeren", "Uitgaven", 2)
    (1, 1, 3)
    """
    return _distances(a, b, most)[-1]


def _distances(a: str, b: str, most: int) -> list[int]:
    """The distance of the first word to every beginning of the second, by its length; above ``most``, one more than that.

    Only beginnings are looked at that are no more than ``most`` longer or shorter than what was read of the first word.
    """
    beyond = most + 1
    before: list[int] = []
    last = [min(j, beyond) for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        row = [beyond] * (len(b) + 1)
        if i <= most:
            row[0] = i
        for j in range(max(1, i - most), min(len(b), i + most) + 1):
            y = b[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row[j] = min(cost, beyond)
        if min(row) > most:
            return [beyond] * (len(b) + 1)
        before, last = last, row
    return last


@cache
def places_of_pieces(label: str) -> tuple[tuple[str, int, int], ...]:
    """The label cut into more pieces than it may have errors, and between which places each stands in a misreading of it.

    One of them is whole there.

    >>> places_of_pieces("ontvangsten")[:3]
    (('on', 0, 5), ('tv', 0, 7), ('an', 1, 9))
    """
    errors = tolerance(label)
    size = max(1, len(label) // (errors + 2))
    starts = range(0, len(label) - size + 1, size)
    return tuple((label[at : at + size], max(0, at - errors), at + size + errors) for at in starts)


def _may_be_near(text: str, label: str) -> bool:
    """A quick test that only texts pass that are near the label."""
    return abs(len(text) - len(label)) <= tolerance(label) and any(piece in text for piece, _, _ in places_of_pieces(label))
