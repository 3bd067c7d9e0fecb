"""Which lines recur as page furniture does, rule by rule; the others, as often as they stand there, are kept."""

from __future__ import annotations

from itertools import count

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.lines.furniture import furniture

TITLE = "Stad Gent - Meerjarenplan"
ROW = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"


def set_aside(text: str) -> list[str]:
    """The lines that are furniture."""
    return [text[start:].partition("\n")[0].partition("\f")[0] for start in sorted(furniture(text))]


def sentences(number: int, first: int) -> list[str]:
    """So many lines, of which none is like another."""
    return [f"Wij bouwen {'z' * n} huizen." for n in range(first, first + number)]


def paged(*pages: tuple[list[str], list[str]]) -> str:
    """Pages with these lines at their top and foot, with others between."""
    return "\n\f".join("\n".join([*top, *sentences(6, 6 * n), *foot]) for n, (top, foot) in enumerate(pages))


@pytest.mark.parametrize(
    ("titled", "others", "is_furniture"),
    [(3, 0, True), (3, 2, True), (4, 3, True), (3, 3, False), (2, 0, False), (4, 4, False)],
)
@pytest.mark.parametrize("at_foot", [False, True])
def test_a_title_stands_at_an_edge_of_most_pages(titled: int, others: int, *, is_furniture: bool, at_foot: bool) -> None:
    page: tuple[list[str], list[str]] = ([], [TITLE]) if at_foot else ([TITLE], [])
    text = paged(*[page] * titled, *[([], [])] * others)
    assert set_aside(text) == ([TITLE] * titled if is_furniture else [])


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("at_foot", [False, True])
def test_an_edge_has_so_many_lines_as_are_tolerated(depth: int, *, at_foot: bool) -> None:
    pages = []
    for n in range(4):
        beyond = sentences(depth - 1, 60 + 5 * n)
        pages.append(([], [TITLE, *beyond]) if at_foot else ([*beyond, TITLE], []))
    assert set_aside(paged(*pages)) == ([TITLE] * 4 if depth <= tolerances.EDGE_LINES else [])


@pytest.mark.parametrize("first", ["Acties", "AC34485 - Titel", ROW, "Budgettaire onderbou-"])
def test_no_title_stands_behind_a_line_that_has_its_own_meaning(first: str) -> None:
    tops = [[first.replace("AC34485", f"AC3448{n}"), TITLE] for n in range(4)]
    assert set_aside(paged(*[(top, []) for top in tops])) == []
    assert set_aside(paged(*[(top[::-1], []) for top in tops])) == [TITLE] * 4


@pytest.mark.parametrize(
    ("line", "numbers", "is_furniture"),
    [
        ("Stad Gent - {}", [(7,), (8,), (9,)], True),
        ("Stad Gent 2024 - {}", [(17,), (18,), (19,), (20,)], True),
        ("{} / 9", [(1,), (2,), (3,)], True),
        ("Stad Gent - {}", [(7,), (8,)], False),
        ("Stad Gent - {}", [(7,), (9,), (11,)], False),  # they count by two
        ("Stad Gent {} - {}", [(2023, 7), (2023, 8), (2024, 9)], False),  # another number changes once
        ("Stad Gent - {}", [(9,), (8,), (7,)], False),
        ("Stad Gent - {} van {}", [(1, 7), (2, 8), (3, 9)], False),  # two numbers change
        ("Stad Gent - {}", [(7,), (7,), (7,)], False),
        ("VTE {} 1,20 0,93", [(7,), (8,), (9,)], False),
    ],
)
def test_a_line_that_counts_is_the_same_but_for_one_number_that_goes_up_by_one(
    line: str, numbers: list[tuple[int, ...]], *, is_furniture: bool
) -> None:
    feet = [line.format(*number) for number in numbers]
    text = "\n".join(part for n, foot in enumerate(feet) for part in (*sentences(5, 5 * n), foot))
    assert set_aside(text) == (feet if is_furniture else [])


@pytest.mark.parametrize("apart", [1, 2, 3])
def test_lines_that_count_right_below_each_other_are_a_list(apart: int) -> None:
    counted = [f"Stad Gent - {n}" for n in range(1, 5)]
    lines = [line for n, one in enumerate(counted) for line in (one, *sentences(apart - 1, 10 * n))]
    assert set_aside("\n".join(["Er zijn fasen:", *lines, "Dat zijn ze."])) == ([] if apart == 1 else counted)


@pytest.mark.parametrize(
    ("around", "is_furniture"),
    [((ROW, ROW), True), ((ROW, "Tekst."), False), (("Tekst.", ROW), False), (("Zin.", "Tekst."), False)],
)
def test_a_line_that_recurs_and_stands_between_two_rows_once_is_furniture_everywhere(
    around: tuple[str, str], *, is_furniture: bool
) -> None:
    above, below = around
    text = "\n".join([*sentences(3, 0), TITLE, *sentences(3, 3), TITLE, *sentences(3, 6), above, TITLE, below])
    assert set_aside(text) == ([TITLE] * 3 if is_furniture else [])
    twice = text.replace(f"{TITLE}\n", "", 1)
    assert set_aside(twice) == []


@pytest.mark.parametrize("first", ["title", "number"])
@pytest.mark.parametrize(
    ("pages", "elsewhere", "titles"),
    [
        ((1, 2, 3), 0, 3),
        ((1, 2, 3), 2, 5),
        ((1, 2, 3), 3, 3),  # elsewhere as often as beside a number: there it may be an owner
        ((1, 2), 0, 0),
        ((1, 9, 4), 0, 0),
    ],
)
def test_a_title_beside_most_numbers_that_count_the_pages_is_furniture_wherever_it_stands(
    first: str, pages: tuple[int, ...], elsewhere: int, titles: int
) -> None:
    place, lines = count(0, 4), list[str]()
    for page in pages:
        foot = [TITLE, str(page)]
        lines += [*sentences(4, next(place)), *(foot if first == "title" else foot[::-1])]
    for _ in range(elsewhere):
        lines += [*sentences(4, next(place)), TITLE]
    found = set_aside("\n".join([*lines, *sentences(4, next(place))]))
    assert found.count(TITLE) == titles
    assert [line for line in found if line != TITLE] == (["1", "2", "3"] if titles else [])


@pytest.mark.parametrize(
    ("words", "is_furniture"), [("Botermarkt 1", True), ("31/12/2024", True), ("0,0%", False), ("Exploitatie", False)]
)
def test_the_same_words_two_lines_from_those_that_count_belong_to_the_same_foot(words: str, *, is_furniture: bool) -> None:
    text = "\n".join(line for n in range(1, 6) for line in (*sentences(4, 4 * n), words, "Stad Gent", f"pagina {n} van 9"))
    found = set_aside(text)
    assert [found.count(line) for line in ("Stad Gent", "pagina 3 van 9", words)] == [5, 1, 5 if is_furniture else 0]


@pytest.mark.parametrize(
    ("beside", "pages", "is_furniture"),
    [(5, 5, True), (4, 5, True), (3, 5, False), (8, 10, True), (7, 10, False), (3, 3, True), (2, 2, False)],
)
@pytest.mark.parametrize("far", [-3, -2, 2, 3])
def test_words_belong_to_a_foot_if_they_stand_at_one_distance_from_nearly_all_that_counts(
    beside: int, pages: int, far: int, *, is_furniture: bool
) -> None:
    lines = list[str]()
    for page in range(1, pages + 1):
        words = "Botermarkt 1" if page <= beside else f"Een {'z' * page} huis"
        between = ["Stad Gent"] * (abs(far) - 1)
        foot = [f"pagina {page} van 99", *between, words]
        lines += [*sentences(4, 4 * page), *(foot if far > 0 else foot[::-1])]
    found = set_aside("\n".join([*lines, *sentences(4, 100)]))
    assert found.count("Botermarkt 1") == (beside if is_furniture else 0)
    assert [line for line in found if "huis" in line] == []


@pytest.mark.parametrize(
    ("title", "is_furniture"),
    [
        ("S" * tolerances.LONGEST_RUNNING_TITLE, True),
        ("S" * (tolerances.LONGEST_RUNNING_TITLE + 1), False),
        ("a" * tolerances.FEWEST_TITLE_LETTERS, True),
        ("a" * (tolerances.FEWEST_TITLE_LETTERS - 1) + "...", False),
        ("Stad Gent" + " 7" * tolerances.MOST_TITLE_FIGURES, True),
        ("Stad Gent" + " 7" * (tolerances.MOST_TITLE_FIGURES + 1), False),
        ("Langekaai 3, 9990 Vossem, jaar 2031, blad 7 van 9", True),
        ("**Stad** | Gent", True),
        ("---  ---", False),
        ("Exploitatie", False),
        ("Acties", False),
    ],
)
@pytest.mark.parametrize("at_foot", [False, True])
def test_a_title_is_of_words_with_few_figures_and_no_longer_than_titles_are(
    title: str, *, is_furniture: bool, at_foot: bool
) -> None:
    text = paged(*[([], [title]) if at_foot else ([title], [])] * 4)
    assert set_aside(text) == [title] * (4 if is_furniture else 0)


@pytest.mark.parametrize(
    ("numbers", "is_furniture"),
    [
        ([1, 2, 3, 4, 5, 7], True),  # four of five steps
        ([1, 2, 3, 5, 6, 8], False),
        ([1, 2, 3], True),
        ([2, 3, 4, 5, 9, 10], True),
        ([1, 3, 5, 7, 9, 11], False),
        ([6, 5, 4, 3, 2, 1], False),
        ([9, 9, 9, 9], False),
    ],
)
@pytest.mark.parametrize("first", ["title", "number"])
def test_page_numbers_beside_a_title_go_up_by_one_nearly_always(numbers: list[int], first: str, *, is_furniture: bool) -> None:
    lines = list[str]()
    for place, number in enumerate(numbers):
        foot = [TITLE, str(number)]
        lines += [*sentences(4, 4 * place), *(foot if first == "title" else foot[::-1])]
    found = set_aside("\n".join([*lines, *sentences(4, 100)]))
    assert sorted(found) == (sorted([TITLE] * len(numbers) + list(map(str, numbers))) if is_furniture else [])


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_line_at_an_end_of_the_text_stands_between_no_two_rows(place: str) -> None:
    lines = [*sentences(3, 0), TITLE, *sentences(3, 3), TITLE, *sentences(3, 6)]
    assert set_aside("\n".join([TITLE, ROW, *lines, ROW] if place == "first" else [ROW, *lines, ROW, TITLE])) == []


@pytest.mark.parametrize("numbers", [tolerances.MOST_NUMBERS_WITHOUT_PAGE, tolerances.MOST_NUMBERS_WITHOUT_PAGE + 1])
def test_a_title_that_interrupts_a_table_has_few_numbers(numbers: int) -> None:
    title = "Stad Gent" + " 7" * numbers
    text = "\n".join([*sentences(3, 0), title, *sentences(3, 3), title, *sentences(3, 6), ROW, title, ROW])
    assert set_aside(text) == [title] * (3 if numbers <= tolerances.MOST_NUMBERS_WITHOUT_PAGE else 0)


@pytest.mark.parametrize(("pages", "elsewhere", "titles"), [(2, 0, 0), (3, 0, 3), (3, 2, 5), (3, 3, 0), (4, 3, 7), (5, 5, 0)])
def test_a_title_above_the_count_of_one_page_and_below_that_of_the_next_is_furniture_everywhere(
    pages: int, elsewhere: int, titles: int
) -> None:
    """As pages that face each other have it, if most of its lines stand so."""
    lines = list[str]()
    for page in range(1, pages + 1):
        foot = [TITLE, f"www.stad.example {page}"]
        lines += [*sentences(4, 4 * page), *(foot if page % 2 else foot[::-1])]
    for page in range(elsewhere):
        lines += [*sentences(4, 100 + 4 * page), TITLE]
    assert set_aside("\n".join([*lines, *sentences(4, 200)])).count(TITLE) == titles


@pytest.mark.parametrize(("day", "is_furniture"), [("24/11/2032", True), ("24 dagen", False)])
def test_a_line_that_says_again_and_again_on_which_day_it_was_printed_is_furniture(day: str, *, is_furniture: bool) -> None:
    """It stands between any lines, and there are neither pages nor page numbers."""
    line = f"Jaarrekening 2031 van Vossem {day}"
    found = set_aside("\n".join(text for n in range(4) for text in (*sentences(6, 6 * n), line)))
    assert found == [line] * (4 if is_furniture else 0)
