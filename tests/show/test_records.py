"""How any object is shown whose fields are all that is known of it."""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import tostring

import pytest
from attrs import frozen

from gentbudget.show.records import _MOST_LINES, records_of


@frozen
class Line:
    """A line of a list."""

    name: str
    amount: Decimal | None = None


@frozen
class Listed:
    """An object with a list."""

    title: str
    lines: tuple[Line, ...] = ()


def shown(listed: Listed) -> str:
    return "".join(
        part if isinstance(part, str) else tostring(part, encoding="unicode") for part in records_of(listed) if part is not None
    )


def test_words_stand_to_the_left_and_a_column_of_numbers_to_the_right() -> None:
    html = shown(Listed("Wonen", (Line("Huur", Decimal(1234)), Line("Bouw"))))
    assert "<strong>Listed</strong>" in html
    assert "<b>title</b>: Wonen" in html
    assert '<td class="words">Huur</td><td>1.234</td>' in html
    assert html.count('<td class="words">') == 2
    assert "more</p>" not in html


@pytest.mark.parametrize("more", [0, 1, 2000])
def test_of_a_long_list_the_first_lines_are_shown(more: int) -> None:
    html = shown(Listed("Wonen", tuple(Line(str(n)) for n in range(_MOST_LINES + more))))
    assert html.count("<tr>") == 1 + _MOST_LINES
    assert (f"and {more:,} more".replace(",", ".") in html) is (more > 0)


def test_an_empty_list_has_no_table_and_what_has_no_fields_no_view() -> None:
    html = shown(Listed("Wonen"))
    assert "(0)" in html
    assert "<table" not in html
    with pytest.raises(TypeError, match="no view of int"):
        list(records_of(3))
