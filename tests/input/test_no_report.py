"""Whatever is given to read: a report with findings or a clear error, never another exception."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Report
from tests.input.reading import NOVEL, read, refused
from tests.parser.small import SMALL


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\n\n\n",
        "\t\t\n \t\n",
        "\f\f",
        "\r\n\r\n",
        "\ufeff",
        "\u00a0\n",
        b"",
        b"\n",
        "-",
        "x",
        "---\n---",
        "|||",
    ],
)
def test_nothing_at_all_is_no_report(text: str | bytes) -> None:
    message = str(refused(text))
    assert "Beleidsdoelstelling" in message or message == "the text is empty"


@pytest.mark.parametrize("name", ["jaarrekening-2024.txt", "../dumps/Jaarrekening.PDF"])
def test_the_name_of_a_file_is_no_report_and_the_error_says_how_to_read_it(name: str) -> None:
    assert "parse_file()" in str(refused(name))


def test_a_short_text_that_ends_with_the_name_of_a_file_is_a_text() -> None:
    head, row = "Budgettaire onderbouwing\t\tBudget 2024\tJaarrekening 2024", "Exploitatie\tUitgaven\t648.927\t613.509"
    report = gentbudget.parse(f"Acties\n\nAC34485 - Bouwen\tDienst Wonen\n\n{head}\n{row}\n\nZie plan.pdf")
    assert report["AC34485"].budget.operating.expenditure.budget == 648927


@pytest.mark.parametrize("blank", ["\n", " \n", "\f", "\ufeff\t\r\n"])
def test_a_report_far_below_the_beginning_of_the_text_is_read(blank: str) -> None:
    assert gentbudget.parse(2000 * blank + SMALL).same_as(gentbudget.parse(SMALL))


def test_a_novel_is_no_report() -> None:
    error = refused(NOVEL * 200)
    message = str(error)
    assert all(heading in message for heading in ("Beleidsdoelstelling", "Actieplan", "Acties")), "what was looked for"
    assert error.excerpt is not None
    assert error.excerpt.startswith("Het was een donkere avond")


def test_a_contents_page_alone_is_no_report_and_the_error_says_why() -> None:
    error = refused(SMALL[: SMALL.index("Beleidsdoelstelling SD10041")])
    assert "contents" in str(error)


def test_other_people_s_formats_are_no_report() -> None:
    for text in (
        '{"Budget 2024": 12, "Jaarrekening 2024": [1, 2]}',
        "<html><body><table><tr><td>Uitgaven</td><td>12</td></tr></table></body></html>",
        "code;titel;budget\nAC34485;Begeleiden van huurders;648927\n",
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        "#!/bin/sh\nexit 0\n",
    ):
        refused(text)


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_or_read(data: bytes) -> None:
    read(data)


@given(st.integers(0, 1000), st.integers(1, 4000))
def test_longer_random_bytes_are_no_report(seed: int, size: int) -> None:
    refused(Random(seed).randbytes(size))


@given(st.text(max_size=300))
@example("\x1c\x1d\x85\u2028")
@example("Acties")
@example("Actieplan\n")
@example("Beleidsdoelstelling SD10041")
@example("Acties\nAC34485\n")
@example("Acties\n\t\n-")
@example("VTE\t\t1")
@example("AC34485 - x\tx")
def test_any_text_is_refused_or_read(text: str) -> None:
    read(text)


WORDS = str.split(
    "Acties Actieplan Beleidsdoelstelling SD10041 OD10071 AC34485 PR40001 - Exploitatie Uitgaven Ontvangsten"
    " Investering VTE Budgettaire onderbouwing Onderbouwing personeel Budget Plan Jaarrekening Betaald % Besteding"
    " t.o.v. 2024 2023 0 1.234 12,5% -7 1,20 Inhoudstafel Pagina Lopend Nazorg Dienst --- | ** # <br> Groep Gent . : x"
)

SEPARATORS = ["\t", " ", "\n", "\n\n", "\t\t", "\f", "|", "  ", "\r\n", ""]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS)), max_size=60))
def test_the_words_of_a_report_in_any_order_are_refused_or_read(words: list[tuple[str, str]]) -> None:
    text = "".join(word + separator for word, separator in words)
    report = read(text)
    if isinstance(report, Report):
        assert report.text == text
        for entry in report.entries:
            for row in (*entry.budget.rows, entry.staff):
                for cell in row.figures:
                    assert text[cell.start : cell.end] == cell.text


@given(st.lists(st.sampled_from(SMALL.split("\n")), max_size=40))
def test_the_lines_of_a_report_in_any_order_are_refused_or_read(lines: list[str]) -> None:
    read("\n".join(lines))


@pytest.mark.parametrize("wrong", [None, 12, 1.5, ["a"], object(), Path("x"), io.StringIO("x")])
def test_what_is_neither_text_nor_bytes_is_a_type_error_that_names_its_type(wrong: object) -> None:
    with pytest.raises(TypeError, match=type(wrong).__name__):
        gentbudget.parse(wrong)  # type: ignore[arg-type]


def test_bytes_may_come_in_any_kind_of_buffer() -> None:
    data = SMALL.encode()
    for buffer in (bytearray(data), memoryview(data)):
        assert gentbudget.parse(buffer) == gentbudget.parse(SMALL)  # type: ignore[arg-type]
