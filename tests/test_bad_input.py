"""Whatever is given to read: a report with findings or a clear error, never another exception, and in linear time."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gentbudget
from gentbudget import NotAReportError, Report, ReportError
from tests.parser.damage import page, small_report
from tests.parser.small import SMALL, edited, line_of

NOVEL = (
    "Het was een donkere avond in de Brugse Poort, en niemand op straat had zin in nog een begroting.\n"
    "'Uitgaven,' zuchtte zij, 'altijd maar uitgaven.' Hij telde 12 munten, 3 briefjes en 1.250 schulden.\n\n"
    "In 2024 zou alles anders worden. De exploitatie van het café liep, de investering in de toog niet.\n\n"
)


def read(text: str | bytes) -> Report | ReportError:
    """Read a text and return the report, or the one error that is allowed to come out."""
    try:
        return gentbudget.parse(text)
    except ReportError as error:
        caught = error
    assert type(caught) in (ReportError, NotAReportError)
    assert str(caught)
    assert caught.__cause__ is None
    assert caught.__context__ is None or caught.__suppress_context__, "nothing of Lark leaks out"
    return caught


def refused(text: str | bytes) -> NotAReportError:
    """Read a text that is no report, and return the error that says so."""
    with pytest.raises(NotAReportError) as caught:
        gentbudget.parse(text)
    return caught.value


def codes(report: Report | ReportError) -> list[str | None]:
    assert isinstance(report, Report)
    return [entry.code for entry in report.entries]


ALL = ["SD10041", "OD10071", "AC34485", "PR40001"]


# ---- no report ---------------------------------------------------------------------------------------------


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


# ---- half a report -----------------------------------------------------------------------------------------


def of_the_whole(cut: Report) -> None:
    """No figure of a part is another than that of the whole, whatever the part."""
    whole = gentbudget.parse(SMALL)
    expected = {entry.code: entry for entry in whole.entries}
    for entry in cut.entries:
        if entry.code not in expected:
            continue
        printed = expected[entry.code]
        for row in (*entry.budget.rows, entry.staff):
            full = printed.staff if row.label == "VTE" else next(r for r in printed.budget.rows if r.label == row.label)
            for label, value in row.values.items():
                assert value is None or value == full[label], (entry.code, row.label, label)


def test_every_cut_between_two_lines_leaves_the_entries_above_it_whole() -> None:
    lines = SMALL.split("\n")
    whole = gentbudget.parse(SMALL)
    for cut in range(line_of("Beleidsdoelstelling"), len(lines)):
        report = read("\n".join(lines[:cut]))
        if not isinstance(report, Report):
            assert cut < line_of("Exploitatie"), "a text without one row may be anything"
            continue
        for entry in report.entries[:-1]:
            assert entry.lines == whole[str(entry.code)].lines
            assert entry.budget == whole[str(entry.code)].budget
        of_the_whole(report)
        if cut < len(lines) - 1:
            expected = sum(e.lines[1] <= cut for e in whole.entries)
            assert len(report.entries) in (expected, expected + 1)


def test_a_cut_inside_an_entry_has_a_finding() -> None:
    lines = SMALL.split("\n")
    whole = gentbudget.parse(SMALL)
    for cut in range(line_of("Beleidsdoelstelling"), len(lines)):
        if any(first <= cut < last for first, last in (entry.lines for entry in whole.entries)):
            report = read("\n".join(lines[:cut]))
            if not isinstance(report, Report):
                assert cut < line_of("Exploitatie"), "a text without one row may be anything"
                continue
            assert [f for f in report.findings if f.severity == "error"], f"cut behind line {cut}: {lines[cut - 1]}"


def test_a_text_that_begins_anywhere_is_refused_or_read() -> None:
    for start in range(0, len(SMALL), 23):
        report = read(SMALL[start:])
        if isinstance(report, Report):
            of_the_whole(report)


def test_every_line_to_begin_with_but_the_last_entry_s_gives_the_entries_below_it() -> None:
    lines = SMALL.split("\n")
    whole = gentbudget.parse(SMALL)
    for first in range(1, whole["PR40001"].lines[0] + 1):
        report = gentbudget.parse("\n".join(lines[first - 1 :]))
        below = [entry.code for entry in whole.entries if entry.lines[0] >= first]
        assert codes(report)[-len(below) :] == below, f"from line {first}: {lines[first - 1]}"
        of_the_whole(report)


def test_a_cut_at_any_character_makes_no_figure_wrong_but_the_one_it_cut() -> None:
    whole = gentbudget.parse(SMALL)
    for cut in range(SMALL.index("PR40001"), len(SMALL)):
        report = gentbudget.parse(SMALL[:cut])
        for entry in report.entries:
            if entry.code is None:
                continue
            if entry.code not in whole:
                assert SMALL[:cut].endswith(entry.code), "nothing tells a code that was cut from a shorter one"
                continue
            printed = whole[entry.code]
            for row in (*entry.budget.rows, entry.staff):
                full = printed.staff if row.label == "VTE" else next(r for r in printed.budget.rows if r.label == row.label)
                for label, value in row.values.items():
                    cell = next(c for c, column in zip(row.figures, row.columns, strict=True) if column.label == label)
                    # `12.345` cut to `12.3` is no number, but `12` is one, and nothing tells that it was more.
                    last = cell.end == cut
                    assert value is None or value == full[label] or last, (cut, row.label, label, cell)


@given(st.integers(0, 60), st.floats(0, 1), st.booleans())
def test_half_of_any_report_is_refused_or_read(seed: int, share: float, padded: bool) -> None:
    text = page(small_report(seed), padded=padded).text
    cut = int(share * len(text))
    read(text[:cut])
    read(text[cut:])


def test_a_row_cut_in_the_middle_keeps_what_is_left_only_where_it_is_sure() -> None:
    start = SMALL.index("Investering\tUitgaven\t2.000")
    report = gentbudget.parse(SMALL[: start + len("Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.5")])
    entry = report["AC34485"]
    row = entry.budget.investment.expenditure
    assert row.vs_previous is None
    assert row.previous_actual is None
    assert row.budget in (None, 2000)
    assert row.actual in (None, 5000)
    assert any(f.severity == "error" and f.line == row.line for f in report.findings)
    assert {"missing-table", "missing-row"} <= {f.code for f in report.findings}


# ---- encodings and line ends -------------------------------------------------------------------------------


def facts(report: Report) -> list[object]:
    """Everything that a report says but where it stands."""
    return [
        (
            entry.kind,
            entry.code,
            entry.title,
            entry.paragraphs,
            getattr(entry, "owner", None),
            [list(row.values.items()) for row in (*entry.budget.rows, entry.staff)],
        )
        for entry in report.entries
    ] + [report.title, report.year, report.contents, [f.code for f in report.findings], report.unclaimed]


ACCENTED = edited(("Begeleiden van huurders", "Begeleiden van huurders: één coördinatie"))
"""The accents are in UTF-8 and Windows-1252 of different lengths."""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, end: str) -> None:
    data = ACCENTED.replace("\n", end).encode(encoding)
    report = gentbudget.parse(data)
    assert facts(report) == facts(gentbudget.parse(ACCENTED))
    assert report["AC34485"].title == "Begeleiden van huurders: één coördinatie"


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf_16_with_a_byte_order_mark_of_either_kind(encoding: str, mark: bytes) -> None:
    assert gentbudget.parse(mark + ACCENTED.encode(encoding)) == gentbudget.parse(ACCENTED)


def test_windows_1252_has_characters_that_latin_1_has_not() -> None:
    title = "Huurders \N{EN DASH} \N{LEFT SINGLE QUOTATION MARK}coördinatie\N{RIGHT SINGLE QUOTATION MARK} met €"
    text = edited(("Begeleiden van huurders", title))
    assert gentbudget.parse(text.encode("windows-1252"))["AC34485"].title == title


@pytest.mark.parametrize("end", ["\r\n", "\n", "\n\n"])
def test_spans_and_lines_are_those_of_the_text_that_was_read(end: str) -> None:
    text = SMALL.replace("\n", end)
    report = gentbudget.parse(text)
    assert report.text == text
    for entry in report.entries:
        assert text.split("\n")[entry.lines[0] - 1].startswith(("Beleids", "Actie"))
        for row in (*entry.budget.rows, entry.staff):
            for cell in row.figures:
                assert text[cell.start : cell.end] == cell.text
                assert cell.text in text.split("\n")[cell.line - 1]


def test_a_carriage_return_is_in_no_title_owner_description_or_figure() -> None:
    report = gentbudget.parse(SMALL.replace("\n", "\r\n"))
    assert "\r" not in repr(facts(report))


def test_a_byte_order_mark_in_a_str_is_no_part_of_the_text_s_first_line() -> None:
    text = SMALL[SMALL.index("Beleidsdoelstelling") :]
    assert codes(gentbudget.parse("\ufeff" + text)) == ALL
    assert codes(gentbudget.parse(("\ufeff" + text).encode())) == ALL


def test_a_text_in_utf_16_without_byte_order_mark_is_refused_with_the_reason() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert re.search("UTF-16|byte order mark", str(refused(SMALL.encode(encoding))))


def test_nul_bytes_are_no_text() -> None:
    refused(SMALL.encode().replace(b"Acties", b"Ac\0ties"))
    refused(b"\0" * 1000)


def test_nul_characters_in_a_str_are_read_around_or_refused() -> None:
    report = read(SMALL.replace("huurt", "hu\0urt"))
    if isinstance(report, Report):
        assert codes(report) == ALL
    refused("\0" * 1000)


def test_utf_8_with_a_broken_character_is_read_as_windows_1252_or_refused() -> None:
    report = read(ACCENTED.encode().replace("é".encode(), b"\xc3"))
    if isinstance(report, Report):
        assert codes(report) == ALL


def test_a_last_line_with_and_without_its_end_is_the_same() -> None:
    assert not SMALL.endswith("\n")
    assert facts(gentbudget.parse(SMALL)) == facts(gentbudget.parse(SMALL + "\n")) == facts(gentbudget.parse(SMALL + "\n\n\n"))


# ---- files -------------------------------------------------------------------------------------------------


def test_files_are_read_by_path_and_when_open(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_bytes(ACCENTED.encode())
    expected = gentbudget.parse(ACCENTED)
    assert gentbudget.parse_file(path) == expected
    assert gentbudget.parse_file(str(path)) == expected
    with path.open("rb") as binary:
        assert gentbudget.parse_file(binary) == expected
    with path.open(encoding="utf-8") as text:
        assert gentbudget.parse_file(text) == expected
    assert gentbudget.parse_file(io.StringIO(ACCENTED)) == expected
    assert gentbudget.parse_file(io.BytesIO(ACCENTED.encode("utf-16"))) == expected


def test_findings_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_text(SMALL.replace("Investering", "Investing"), encoding="utf-8")
    with path.open("rb") as binary:
        for report in (gentbudget.parse_file(path), gentbudget.parse_file(str(path)), gentbudget.parse_file(binary)):
            assert {f.source for f in report.findings} == {"verslag.txt"}
            assert str(report.findings[0]).startswith(f"verslag.txt:{report.findings[0].line}: info: misspelt-label")


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gentbudget.parse_file(tmp_path / "nergens.txt")
    with pytest.raises(OSError, match=re.escape(str(tmp_path))):
        gentbudget.parse_file(tmp_path)


def test_a_file_opened_by_number_has_no_name() -> None:
    reading, writing = os.pipe()
    os.write(writing, SMALL.replace("Investering", "Investing").encode())
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        report = gentbudget.parse_file(stream)
    assert codes(report) == ALL


def test_strict_reading_of_a_file_raises_with_line_and_excerpt(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_text(edited(("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n", "")), encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        gentbudget.parse_file(path, strict=True)
    assert (caught.value.line, caught.value.excerpt) == (line_of("Acties"), "Acties")
