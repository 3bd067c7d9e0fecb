"""Texts whose rows cannot be told are refused, with the line that tells it; with one row more they are read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import gentbudget
from gentbudget.parser.entries.refusal import Stacked, refuse_unplaced
from gentbudget.parser.lines.line import Line
from tests.documents.measuring import LOST_READING_ORDER, Dump, golden
from tests.parser.small import SMALL, line_of
from tests.profiles import is_quick

TOP = SMALL[SMALL.rindex("Acties") : SMALL.rindex("\tOntvangsten\t1.691")]
STAFF = SMALL[SMALL.rindex("Onderbouwing") :]
COLUMN_BY_COLUMN = [dump for dump in golden() if dump.form in LOST_READING_ORDER]
FIGURES = "1.691\n2.507\n148,3%\n1.632\n153,6%\n"


def test_a_text_with_more_lines_of_bare_figures_than_rows_was_printed_column_by_column() -> None:
    text = f"{TOP}{STAFF}\n{FIGURES}"
    with pytest.raises(gentbudget.NotAReportError, match="column by column") as refused:
        gentbudget.parse(text)
    assert (refused.value.line, refused.value.excerpt) == (line_of("1.691", text), "1.691")


def test_a_text_with_as_many_rows_as_lines_of_bare_figures_is_read() -> None:
    report = gentbudget.parse(f"{TOP}{STAFF}\n1.691\n2.507\n")
    assert report["PR40001"].budget.operating.expenditure.budget == 15047
    assert report.unclaimed


def test_words_that_begin_with_figures_are_no_bare_figures() -> None:
    words = "2.507 huurders kregen raad\n148 woningen werden verhuurd\n1.632 mensen kwamen langs\n"
    assert gentbudget.parse(f"{TOP}{STAFF}\n{words}").unclaimed


def test_a_head_without_rows_for_each_with_them_was_printed_column_by_column() -> None:
    budget = TOP[: TOP.index("Exploitatie")]
    text = "\n\n".join(budget.replace("PR40001", f"PR4000{number}") for number in range(4))
    with pytest.raises(gentbudget.NotAReportError, match="column by column") as refused:
        gentbudget.parse(text)
    assert refused.value.line == line_of("Budgettaire", text)


def test_a_head_alone_before_an_entry_with_one_row_makes_more_heads_than_rows() -> None:
    begin, rows = "Budgettaire onderbouwing\n\n", TOP[TOP.index("Exploitatie") :]
    head = TOP[: TOP.index("Exploitatie")]
    with pytest.raises(gentbudget.NotAReportError, match="column by column"):
        gentbudget.parse(f"{begin}{head}{rows}")
    assert gentbudget.parse(f"{begin}{head}{rows}\tOntvangsten\t1.691\t2.507\t148,3%\t1.632\t153,6%\n")["PR40001"].lines[0] == 3


@pytest.mark.parametrize("dump", COLUMN_BY_COLUMN, ids=lambda dump: dump.path.name)
def test_a_part_of_a_text_printed_column_by_column_is_refused(dump: Dump) -> None:
    lines = dump.text.split("\n")
    for first in range(0, len(lines) - 300, 300 if is_quick() else 50):
        with pytest.raises(gentbudget.NotAReportError):
            gentbudget.parse("\n".join(lines[first : first + 300]), known=None)


@pytest.mark.parametrize(("break_before", "column"), [("\n", 1), ("\f", len("Jaarrekening 2024 t.o.v. 2023\f") + 1)])
def test_a_text_with_one_cell_a_line_most_of_whose_figures_fit_no_column_is_refused_at_its_first_row(
    break_before: str, column: int
) -> None:
    """Where a form feed alone ends the line above, an editor shows both on one."""
    head = TOP[: TOP.index("Exploitatie")].rstrip("\n").replace("\t", "\n")
    rows = "\n".join(f"{label}\n1.114\n86,5%" for label in ("Exploitatie\nUitgaven", "Ontvangsten", "Investering\nUitgaven"))
    with pytest.raises(gentbudget.NotAReportError, match="column by column") as refused:
        gentbudget.parse(f"{head}{break_before}{rows}\n")
    assert (refused.value.excerpt, refused.value.column) == ("Exploitatie", column)


class _Row(list[int]):
    """Stands for a row with as many figures."""

    line = Line("ROW", "Uitgaven", 7, 0)


@pytest.mark.parametrize(("stacked", "printed"), [(0, 0), (2, 0), (3, 20), (4, 20)])
def test_rows_with_one_cell_a_line_count_where_most_are_such(stacked: int, printed: int) -> None:
    rows: Any = [_Row(range(5)) for _ in range(4)]
    told = Stacked.of(rows, rows[:stacked])
    assert (told.printed, told.first) == (printed, _Row.line if printed else None)


@pytest.mark.parametrize(("placed", "refused"), [(9, True), (10, False), (20, False)])
def test_where_fewer_than_half_of_the_figures_have_a_place_the_text_is_refused(placed: int, *, refused: bool) -> None:
    row = SimpleNamespace(figures=[SimpleNamespace(text="1" if n < placed else "") for n in range(20)])
    entries: Any = [SimpleNamespace(budget=SimpleNamespace(rows=[row]), staff=SimpleNamespace(figures=[]))]
    refuse_unplaced(Stacked(20, None), entries, "")
    if not refused:
        refuse_unplaced(Stacked(20, _Row.line), entries, "")
        return
    with pytest.raises(gentbudget.NotAReportError, match="column by column") as told:
        refuse_unplaced(Stacked(20, _Row.line), entries, "")
    assert told.value.line == _Row.line.number
