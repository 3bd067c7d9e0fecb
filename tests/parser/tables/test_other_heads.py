"""Heads whose labels no accounts had before, in every form: they are what is printed, or nothing where that is not sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.tables.heads import read_columns, table_kind

Labels = tuple[str, ...]

HEADS: dict[str, Labels] = {
    "years": ("Raming 2026", "Raming 2027", "Raming 2028"),
    "words": ("Geboekte uitgaven 2026", "Vrij saldo 2026", "Krediet 2027"),
    "shares": ("Krediet 2026", "% Benutting krediet 2026", "Verschil 2026 t.o.v. 2025"),
    "some known": ("Budget 2026", "Krediet 2026", "Jaarrekening 2025", "Raming 2027"),
}
TABLES = {"Budgettaire onderbouwing": "budget", "Onderbouwing personeel": "staff", "Budgetaire onderbouwnig": "budget"}


def read(*head: str) -> Labels | None:
    columns = read_columns(head)
    return None if columns is None else tuple(column.label for column in columns)


def aligned(cells: Labels, lines: list[list[str]]) -> list[str]:
    """Lines whose cells stand in columns as wide as these."""
    widths = [len(cell) + 3 for cell in cells]
    return ["".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines]


def ruled(table: str, labels: Labels) -> Labels:
    """The words of each label one below the other, above a rule."""
    cells = (table, *labels)
    words = [cell.split() if place else [cell] for place, cell in enumerate(cells)]
    lines = [[column[n] if n < len(column) else "" for column in words] for n in range(max(map(len, words)))]
    return tuple(aligned(cells, [*lines, ["-" * len(cell) for cell in cells]]))


def by_lines(table: str, labels: Labels) -> Labels:
    """The words of each label, and on the line below its years."""
    cuts = [next(i for i, c in enumerate(label) if c.isdigit()) for label in labels]
    words = " ".join(label[:cut].strip() for label, cut in zip(labels, cuts, strict=True))
    return f"{table} {words}", " ".join(label[cut:] for label, cut in zip(labels, cuts, strict=True))


FORMS: dict[str, Callable[[str, Labels], Labels]] = {
    "single blanks": lambda table, labels: (" ".join((table, *labels)),),
    "tabs": lambda table, labels: ("\t".join((table, "", *labels)),),
    "borders": lambda table, labels: (f"|{table}||{'|'.join(labels)}|",),
    "bold borders": lambda table, labels: (f"|**{table}**||**{'**|**'.join(labels)}**|",),
    "borders, and a cut table": lambda table, labels: (f"|{table[:14]}|{table[14:]}|{'|'.join(labels)}|",),
    "a label a line": lambda table, labels: (table, *labels),
    "a label a line, the table's last": lambda table, labels: (*labels, table),
    "no table": lambda table, labels: (" ".join(labels),),
    "years below words": by_lines,
    "a rule below": ruled,
    "a rule that is none of it": lambda table, labels: (table, "---- -----", " ".join(labels)),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize("table", TABLES)
def test_labels_are_read_as_they_are_printed_in_every_form(table: str, name: str, form: str) -> None:
    head = FORMS[form](table, HEADS[name])
    assert read(*head) == HEADS[name]
    assert table_kind(head) == (None if form == "no table" else TABLES[table])


ABBREVIATED = ("Krediet AMJP 2026", "Raming BBC-cyclus 2027", "Saldo 2027")
WRAPPED = ("years below words", "a rule below")


@pytest.mark.parametrize("form", FORMS)
def test_labels_that_wrap_begin_with_their_only_capital_and_others_may_have_several(form: str) -> None:
    """Where lines interleave, only capitals tell labels apart; the rest of one line is what its years tell."""
    found = read(*FORMS[form]("Budgettaire onderbouwing", ABBREVIATED))
    assert found == (None if form in WRAPPED else ABBREVIATED)


@pytest.mark.parametrize("name", HEADS)
def test_two_labels_that_wrap_are_none_where_a_year_is_lost(name: str) -> None:
    words, years = by_lines("Budgettaire onderbouwing", HEADS[name])
    for year in years.split():
        assert read(words, years.replace(year, "", 1)) != HEADS[name]
        assert read(words, years.replace(year, "", 1)) is None


@pytest.mark.parametrize("name", HEADS)
def test_labels_that_are_printed_over_each_other_are_not_read(name: str) -> None:
    first, second, *others = HEADS[name]
    mixed = f"{first[:-2]}{second[0]}{first[-2]}{second[1]}{first[-1]}{second[2:]}"
    assert read(" ".join(("Budgettaire onderbouwing", mixed, *others))) is None
    assert read(f"|Budgettaire onderbouwing|{mixed}|{'|'.join(others)}|") is None


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize("mark", ["|", "**", "|**|"])
def test_a_border_that_cuts_through_a_year_is_nothing(name: str, mark: str) -> None:
    labels = HEADS[name]
    for cut in range(len(labels)):
        printed = [label if place != cut else f"{label[:-2]}{mark}{label[-2:]}" for place, label in enumerate(labels)]
        assert read(" ".join(("Budgettaire onderbouwing", *printed))) == labels


@pytest.mark.parametrize("words", range(5, 10))
def test_a_label_that_wraps_has_no_more_words_than_are_tolerated(words: int) -> None:
    label = f"Raming {'van ' * (words - 2)}2026"
    assert read(f"Budgettaire onderbouwing {label} Raming 2027") == (label, "Raming 2027")
    begin, end = " ".join(label.split()[:2]), " ".join(label.split()[2:])
    wrapped = read(f"Budgettaire onderbouwing {begin} Raming", f"{end} 2027")
    assert wrapped == ((label, "Raming 2027") if words <= tolerances.MOST_LABEL_WORDS else None)
