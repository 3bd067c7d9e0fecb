"""The figures of a row that are kept together: like a tuple of cells in everything, without the cells."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from decimal import Decimal

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.model import BudgetRow, Cell, Column, PrintedFigures

TEXT = "Exploitatie\tUitgaven\t5.020\t\t1O,2%\n"
"""A row in which one figure is lost and one is misread."""

VALUES = (Decimal(5020), None, None)


def figures(line: int = 7, before: str = "") -> PrintedFigures:
    return PrintedFigures(VALUES, before + TEXT, len(before), (21, 0, 28), (5, 0, 5), line, page=3)


def cells() -> tuple[Cell, ...]:
    return Cell(VALUES[0], "5.020"), Cell(None, ""), Cell(None, "1O,2%")


def test_they_are_the_cells_that_the_row_prints() -> None:
    row = figures()
    assert isinstance(row, Sequence)
    assert tuple(row) == cells()
    assert [row[0], row[1], row[-1]] == list(cells())
    assert row[1:] == cells()[1:]
    assert row[::-1] == cells()[::-1]
    assert (len(row), row.index(cells()[2]), cells()[1] in row) == (3, 2, True)
    assert row.values == VALUES
    assert row.texts == ("5.020", "", "1O,2%")
    assert (row.line, row.page) == (7, 3)
    with pytest.raises(IndexError):
        row[3]


@pytest.mark.parametrize("before", ["", "\n", "Acties\n\n"])
def test_each_cell_knows_where_it_stands(before: str) -> None:
    for cell in figures(before=before):
        assert (before + TEXT)[cell.start : cell.end] == cell.text
        assert (cell.line, cell.page) == (7, 3)
    first, lost, _ = figures(before=before)
    assert (first.column, lost.column) == (22, 1)
    assert (first.start, lost.start, lost.end) == (len(before) + 21, len(before), len(before))


def test_they_are_equal_to_their_cells_wherever_these_stand() -> None:
    assert figures() == cells()
    assert cells() == figures()
    assert figures() == figures(line=9, before="Acties\n")
    assert hash(figures()) == hash(cells()) == hash(figures(line=9, before="\n"))
    assert figures() != cells()[:2]
    assert figures() != PrintedFigures((Decimal(5021), None, None), TEXT, 0, (21, 0, 28), (5, 0, 5), 7)
    assert figures() != "5.020"


def test_what_is_printed_differs_though_the_values_are_equal() -> None:
    """``1,0`` and ``1,00`` are one value, and two prints."""
    one = PrintedFigures((Decimal("1.0"),), "1,0", 0, (0,), (3,), 1)
    other = PrintedFigures((Decimal("1.00"),), "1,00", 0, (0,), (4,), 1)
    assert one != other


def test_nothing_of_them_can_be_changed() -> None:
    row = figures()
    for name in ("values", "texts", "line", "page", "_printed", "nieuw"):
        with pytest.raises(FrozenInstanceError):
            setattr(row, name, ())
        with pytest.raises(FrozenInstanceError):
            delattr(row, name)
    with pytest.raises(TypeError):
        row[0] = cells()[0]  # type: ignore[index]


@pytest.mark.parametrize("twin", [lambda r: pickle.loads(pickle.dumps(r)), copy.copy, copy.deepcopy])  # noqa: S301
def test_copies_say_the_same_in_the_same_places(twin: object) -> None:
    assert callable(twin)
    other = twin(figures())
    assert [repr(cell) for cell in other] == [repr(cell) for cell in figures()]


def test_a_pickle_has_the_text_once_however_many_rows_it_has() -> None:
    text = "x" * 10_000
    rows = [PrintedFigures(VALUES, text, n, (0, 1, 2), (1, 1, 1), n) for n in range(50)]
    assert len(pickle.dumps(rows)) < 2 * len(text)
    first, *others = pickle.loads(pickle.dumps(rows))  # noqa: S301
    assert all(other._printed[1] is first._printed[1] for other in others)


@given(st.lists(st.tuples(st.text("0123456789.,-%", max_size=6), st.text(" \t|", max_size=3)), max_size=8))
def test_any_line_of_figures_is_read_back(line: list[tuple[str, str]]) -> None:
    text, places = "", []
    for figure, blanks in line:
        places.append(len(text))
        text += figure + blanks
    row = PrintedFigures((None,) * len(line), text, 0, tuple(places), tuple(len(figure) for figure, _ in line), 1)
    assert row.texts == tuple(cell.text for cell in row) == tuple(figure for figure, _ in line)
    assert tuple(row) == row
    assert hash(tuple(row)) == hash(row)


def test_a_row_takes_them_and_makes_no_cell_for_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = Column("Budget 2024", "budget"), Column("Krediet"), Column("% Krediet", is_share=True)
    row = BudgetRow("Exploitatie Uitgaven", columns, figures(), 7)
    monkeypatch.setattr(PrintedFigures, "_cell", None)
    assert (row.budget, row["budget 2024"], row["Krediet"]) == (5020, 5020, None)
    assert list(row.values.values()) == list(row.numbers) == list(VALUES)
    monkeypatch.undo()
    assert row.cells["% krediet"].text == "1O,2%"
    assert row == BudgetRow("Exploitatie Uitgaven", columns, cells())
    with pytest.raises(ValueError, match="3 figures under 2 columns"):
        BudgetRow("Exploitatie Uitgaven", columns[:2], figures())
