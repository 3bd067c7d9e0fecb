"""What stands before the figures of a row, with borders and without."""

from __future__ import annotations

import pytest

from gentbudget.parser.lines.stubs import Stub, read_stub

BORDERED = [
    ("|Exploitatie|Uitgaven|12|", ("Exploitatie", "Uitgaven"), ("Exploitatie", "Uitgaven"), ""),
    ("Exploitatie\tUitgaven\t12", ("Exploitatie", "Uitgaven"), ("Exploitatie", "Uitgaven"), ""),
    ("|Exploitatie|Uitqaven|12|", ("Exploitatie", "Uitgaven"), ("Exploitatie", "Uitqaven"), ""),
    ("|Exloitatie|Uitgaven|12|", ("Exploitatie", "Uitgaven"), ("Exloitatie", "Uitgaven"), "Exloitatie"),
    ("|E li t ti|Uitgaven|12|", ("Uitgaven",), ("Uitgaven",), "Elitti"),
    ("|Exploi|tatie|Ont vangsten|12|", ("Exploitatie", "Ontvangsten"), ("Exploitatie", "Ontvangsten"), ""),
    ("|Exploitatie|Ontvang-|12|", ("Exploitatie", "Ontvangsten"), ("Exploitatie", "Ontvang-"), ""),
    ("||Ontvangsten|12|", ("Ontvangsten",), ("Ontvangsten",), ""),
    ("\tOntvangsten\t12", ("Ontvangsten",), ("Ontvangsten",), ""),
    ("|Ontvangsten|", ("Ontvangsten",), ("Ontvangsten",), ""),
]


@pytest.mark.parametrize(("raw", "labels", "printed", "letters"), BORDERED)
def test_between_borders_a_cell_is_the_flow_and_what_stands_before_it_the_section(
    raw: str, labels: tuple[str, ...], printed: tuple[str, ...], letters: str
) -> None:
    stub = read_stub(raw)
    assert stub is not None
    assert (stub.labels, stub.printed, stub.letters) == (labels, printed, letters)
    assert raw[stub.end :].strip("|\t") in {"12", ""}


@pytest.mark.parametrize("raw", ["|12|Uitgaven|13|", "|Exploitatie|", "|Exploitatie|Saldo|12|", "|Uitgaven 1|12|", "| | |12|"])
def test_without_a_flow_before_the_figures_there_is_none_between_borders(raw: str) -> None:
    assert read_stub(raw) is None


@pytest.mark.parametrize(
    ("raw", "labels"),
    [
        ("In ves te ring Ont vangs ten 2.963 1.625", ("Investering", "Ontvangsten")),
        ("Uit-gaven 2.963", ("Uitgaven",)),
        ("Exploitatie", ("Exploitatie",)),
        ("Finan cie ring 2.963", ("Financiering",)),
    ],
)
def test_without_borders_the_letters_before_the_first_figure_are_the_labels(raw: str, labels: tuple[str, ...]) -> None:
    figure = raw.find("2.963")
    assert read_stub(raw) == Stub(labels, labels, figure if figure >= 0 else len(raw))


@pytest.mark.parametrize(
    "raw", ["Saldo 12", "12 13", "Uitgaven Exploitatie 12", "Uit gaven gaven 12", f"{' ' * 200}Uitgaven 12"]
)
def test_other_letters_are_no_labels(raw: str) -> None:
    assert read_stub(raw) is None
