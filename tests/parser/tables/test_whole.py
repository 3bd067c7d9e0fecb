"""Heads made whole: which lines behind a head's are still its own."""

from __future__ import annotations

import pytest

from gentbudget.parser.lines.line import Line
from gentbudget.parser.tables.whole import holds_figures, numbers_in


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Expl.. 648.927 613.509", ["648.927", "613.509"]),
        ("Exploit 6l3.5O9 94,5%", ["6l3.5O9", "94,5%"]),  # misread figures, too
        ("2024 2023", []),
        ("Afgedrukt op 03/03/2025 om 14:05", []),
        ("Pagina 12", ["12"]),
        ("% Besteding budget", []),
    ],
)
def test_a_line_with_two_figures_that_are_no_years_is_no_line_of_a_head(printed: str, numbers: list[str]) -> None:
    line = Line("TEXT_LINE", printed, 1, 0)
    assert numbers_in(line) == numbers
    assert holds_figures(line) == (len(numbers) == 2)
