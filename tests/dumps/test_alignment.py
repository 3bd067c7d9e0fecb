"""Which entries of two dumps are the same, told from entries that are built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, product

import pytest

from gentbudget import Action, ActionPlan, BudgetRow, BudgetTable, Column, Entry
from gentbudget.dumps.alignment import _most_alike, align


def entry(
    name: str, *amounts: int | None, code: str | None = None, title: str | None = None, kind: type[Entry] = Action
) -> Entry:
    """An entry with these amounts, which a test knows by its name whatever else it says."""
    columns = tuple(Column(f"Raming {number}") for number in range(len(amounts)))
    budget = BudgetTable(columns, (BudgetRow("Saldo", columns, amounts),) if amounts else ())
    return kind(code=code, title=title, paragraphs=(name,), budget=budget)


def coded(names: str) -> list[Entry]:
    return [entry(name, code=f"AC1000{'abcdefgh'.index(name.casefold())}") for name in names]


def aligned(*dumps: Sequence[Entry]) -> list[str]:
    """The names of what comes together, in the order of the document."""
    return ["".join(one.paragraphs[0] for one in group.entries) for group in align(dumps)]


# ---- two entries -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("a", code="AC10001"), entry("A", code="AC10001")),
        (entry("a", 1, 2, code="AC10001", title="Wonen"), entry("A", 3, 4, code="AC10001", title="Wonen")),
        (entry("a", 1, 2, code="AC10001", title="Wonen"), entry("A", 3, 4, code="AC10001")),
        (entry("a", 1, 2, code="AC10001", title="Wonen"), entry("A", 1, 4, code="AC10001", title="Werken")),
        (entry("a", title="Wonen"), entry("A", title="WO-NEN")),
        (entry("a", 1, 2, 0), entry("A", 1, 2, 0)),
        (entry("a", 1, 2, 3), entry("A", 1, 2, 4)),
        (entry("a", 1, 2, None), entry("A", 1, 2, 4, code="AC10001")),
        (entry("a", code="AC10001", title="Wonen"), entry("A", code="AC10007", title="Wonen")),
        (entry("a", 1, 2, code="AC10001", title="Wonen"), entry("A", 1, 2, code="AC10007")),
        (entry("a", 1, 2, 3, code="AC10001"), entry("A", 1, 2, 4, code="AC10007")),
    ],
)
def test_what_may_be_the_same_entry_is_one(one: Entry, other: Entry) -> None:
    between = entry("b", code="AC20001"), entry("B", code="AC20001")
    assert aligned([one, between[0], entry("c", 7, 8)], [other, between[1]]) == ["aA", "bB", "c"]
    assert aligned([other, between[1]], [one, between[0], entry("c", 7, 8)]) == ["Aa", "Bb", "c"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("a", 1, 2, code="AC10001", title="Wonen"), entry("A", 3, 4, code="AC10001", title="Werken")),
        (entry("a", 1, 2, title="Wonen"), entry("A", 3, 4, title="Wonen")),
        (entry("a", 1, 2, code="OD10001"), entry("A", 1, 2, code="OD10001", kind=ActionPlan)),
        (entry("a", 1, 2), entry("A", 1, 2, kind=ActionPlan)),
        (entry("a", 1, 2, 3, 4, 5), entry("A", 1, 2, 6, 7, 8)),
        (entry("a", code="AC10001", title="Wonen"), entry("A", code="AC10077", title="Wonen")),
        (entry("a", 1, 2, code="AC10001", title="Wonen"), entry("A", 1, 2, code="AC10007", title="Werken")),
        (entry("a", 1, 0, 0, code="AC10001"), entry("A", 1, 0, 0, code="AC10007")),
        (entry("a", 1, 2, 3, 4, code="AC10001", title="Wonen"), entry("A", 1, 2, 5, 6, code="AC10007", title="Wonen")),
        (entry("a", code="AC10001"), entry("A", code="AC10007")),
    ],
)
def test_what_cannot_be_the_same_entry_is_two(one: Entry, other: Entry) -> None:
    found = aligned([one, entry("b", code="AC20001")], [other, entry("B", code="AC20001")])
    assert sorted(found) == ["A", "a", "bB"]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (entry("x", 1, 0, 0), entry("X", 1, 0, 0), True),
        (entry("x"), entry("X"), True),
        (entry("x", 9, *[0] * 7), entry("X", 5, *[0] * 7), True),
        (entry("x", 9, *[0] * 6), entry("X", 5, *[0] * 6), False),
        (entry("x", 9, *[0] * 6), entry("X", 5, *[0] * 7), False),  # what one of them lacks says nothing
        (entry("x", 9, *[0] * 7, code="AC50001"), entry("X", 5, *[0] * 7), True),
        (entry("x", 9, *[0] * 7, code="AC50001"), entry("X", 5, *[0] * 7, code="AC30001"), False),
        (entry("x", 9, *[0] * 7, title="Wonen"), entry("X", 5, *[0] * 7), True),
        (entry("x", 9, *[0] * 7, title="Wonen"), entry("X", 5, *[0] * 7, title="Werken"), False),
        (entry("x", 9, *[0] * 7), entry("X", 5, *[0] * 7, kind=ActionPlan), False),
    ],
)
def test_what_is_left_between_the_same_neighbours_needs_little_evidence(one: Entry, other: Entry, is_one: bool) -> None:
    first, last = coded("aA"), coded("bB")
    found = aligned([first[0], one, last[0]], [first[1], other, last[1]])
    assert sorted(found) == sorted(["aA", "xX", "bB"] if is_one else ["aA", "x", "X", "bB"])
    assert found[::3] in (["aA"], ["aA", "bB"])
    assert (
        len(aligned([first[0], one, last[0]], [first[1], other, entry("y"), last[1]])) == 5
    )  # of two that it may be it is neither


# ---- their order -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("abc", "ABC", "aA bB cC"),
        ("ac", "ABC", "aA B cC"),
        ("bc", "ABC", "A bB cC"),
        ("ab", "ABC", "aA bB C"),
        ("abc", "AC", "aA b cC"),
        ("ab", "BCD", "a bB C D"),
        ("cd", "ABC", "A B cC d"),
        ("ad", "ABCD", "aA B C dD"),
        ("abcd", "BCDA", "aA bB cC dD"),
        ("abcd", "DABC", "aA bB cC dD"),
        ("abd", "BACD", "aA bB C dD"),
        ("", "AB", "A B"),
        ("ab", "", "a b"),
    ],
)
def test_each_stands_between_the_neighbours_that_it_has_in_its_dump(one: str, other: str, together: str) -> None:
    assert aligned(coded(one), coded(other)) == together.split()


def test_what_lost_its_code_is_told_by_all_that_stands_beside_it() -> None:
    """The best of all pairings: `a` and `b` are both a little like `A` and `B`."""
    one = [entry("a", 1, 2, 9, 9), entry("b", 1, 2, 3, 4)]
    assert aligned(one, [entry("A", 1, 2, 9, 9), entry("B", 1, 2, 3, 4)]) == ["aA", "bB"]
    assert aligned(one, [entry("B", 1, 2, 3, 4)]) == ["a", "bB"]
    assert aligned(one, [entry("A", 1, 2, 9, 9)]) == ["aA", "b"]
    assert sorted(aligned(one, [entry("x", 5, 5, 5, 5), entry("B", 1, 2, 3, 4)])) == ["a", "bB", "x"]


def test_a_code_that_stands_twice_in_a_dump_tells_nothing() -> None:
    twice = [entry("a", code="AC10001"), entry("b", code="AC10001")]
    assert aligned(twice, [entry("A", code="AC10001")]) in (["aA", "b"], ["a", "bA"])


def test_three_dumps_come_together_one_after_another() -> None:
    one = [entry("a", 1, 2, code="AC10001"), entry("b", code="AC20001")]
    other = [entry("A", 1, 2), entry("B", code="AC20001")]
    third = [entry("C", code="AC30001"), entry("\N{GREEK SMALL LETTER ALPHA}", code="AC10001")]
    assert aligned(one, other, third) == ["C", "aA\N{GREEK SMALL LETTER ALPHA}", "bB"]
    assert [sorted(group.by_dump) for group in align([one, other, third])] == [[2], [0, 1, 2], [0, 1]]


def greatest(likeness: Sequence[Sequence[int]]) -> int:
    """The greatest likeness of all pairings that keep both orders, all of them tried."""
    rows, columns = range(len(likeness)), range(len(likeness[0]))
    return max(
        sum(likeness[i][j] for i, j in zip(some, others, strict=True))
        for number in range(min(len(rows), len(columns)) + 1)
        for some in combinations(rows, number)
        for others in combinations(columns, number)
    )


@pytest.mark.parametrize(("height", "width", "most"), [(1, 1, 2), (1, 3, 2), (3, 1, 2), (2, 2, 3), (2, 3, 1), (3, 3, 1)])
def test_no_other_pairing_is_more_alike(height: int, width: int, most: int) -> None:
    for numbers in product(range(most + 1), repeat=height * width):
        likeness = [numbers[row * width : (row + 1) * width] for row in range(height)]
        pairs = _most_alike(likeness)
        assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs)), likeness
        assert all(likeness[i][j] for i, j in pairs), likeness
        assert sum(likeness[i][j] for i, j in pairs) == greatest(likeness), likeness
