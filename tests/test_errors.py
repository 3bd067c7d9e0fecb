"""Errors say what is wrong and where, and each kind is one that callers already know how to catch."""

from __future__ import annotations

import copy
import pickle

import pytest

import gentbudget
from gentbudget import (
    Finding,
    MissingExtraError,
    NotAReportError,
    NotFoundError,
    Report,
    ReportError,
    UnknownCodeError,
    UnknownLabelError,
    WrongKindError,
)
from tests.parser.small import SMALL, edited, line_of


def test_every_error_is_of_a_kind_that_callers_know() -> None:
    assert issubclass(ReportError, ValueError)
    assert issubclass(NotAReportError, ReportError)
    assert issubclass(NotFoundError, KeyError)
    assert issubclass(UnknownCodeError, NotFoundError)
    assert issubclass(UnknownLabelError, NotFoundError)
    assert issubclass(MissingExtraError, ImportError)


def test_a_report_error_prints_where_it_is_and_the_line_itself() -> None:
    error = ReportError("no value for Budget 2024", line=3, column=8, excerpt="Uitgaven\t\t12")
    assert str(error) == "line 3, column 8: no value for Budget 2024\n    Uitgaven 12"
    assert (error.line, error.column, error.excerpt) == (3, 8, "Uitgaven 12")


def test_a_report_error_names_the_file_where_it_is_known() -> None:
    assert str(ReportError("lost", line=7, source="2024.txt")) == "2024.txt: line 7: lost"
    assert str(ReportError("lost", source="<text>")) == "lost"


def test_a_report_error_about_the_whole_text_has_no_place() -> None:
    error = ReportError("nothing to read")
    assert str(error) == "nothing to read"
    assert (error.line, error.column, error.excerpt) == (None, None, None)


def test_a_report_error_about_a_line_alone() -> None:
    assert str(ReportError("lost", line=7)) == "line 7: lost"


def test_an_excerpt_is_one_line_that_can_be_printed() -> None:
    error = ReportError("lost", line=1, excerpt="a\x1b[31m\x00b\nc" + "x" * 10_000)
    assert error.excerpt is not None
    assert error.excerpt.isprintable()
    assert len(error.excerpt) <= 100
    assert error.excerpt.endswith("…")
    assert str(error).count("\n") == 1


@pytest.mark.parametrize("length", [1, 99, 100, 101, 399, 400, 401])
def test_an_excerpt_that_is_no_longer_than_a_line_is_whole(length: int) -> None:
    line = "Uitgaven " * 50
    said = ReportError("lost", excerpt=line[:length]).excerpt
    assert said == (line[:length].strip() if length <= 100 else f"{line[:99]}…")


@pytest.mark.parametrize(
    "error",
    [
        ReportError("lost", line=3, column=8, excerpt="Uitgaven"),
        ReportError("lost"),
        NotAReportError("nothing", excerpt="x" * 300),
        UnknownCodeError("OD1071", ["OD10071", "AC34485"]),
        UnknownLabelError("Jaarrekening 2022", ["Jaarrekening 2023"]),
        WrongKindError("AC34485", "plan", "action"),
        ReportError("lost", source="2024.txt", finding=Finding("lost-header", "error", "lost", 3, "AC34485")),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_survive_pickling_and_copying(error: Exception) -> None:
    """They do so when they come out of another process, where reports are read side by side."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - pickled a moment ago
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


def test_what_is_no_report_says_what_was_looked_for() -> None:
    with pytest.raises(NotAReportError) as caught:
        gentbudget.parse("Geachte burgemeester,\n\nhierbij de cijfers.\n")
    assert caught.value.excerpt == "Geachte burgemeester,"
    for heading in ("Beleidsdoelstelling", "Actieplan", "Acties"):
        assert heading in caught.value.message


def test_lost_reading_order_is_refused_with_advice_and_the_place() -> None:
    """Cells printed column by column: labels first, figures elsewhere."""
    text = edited()
    lines = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if (len(cells) == 7 and cells[1] in ("Uitgaven", "Ontvangsten")) or cells[0] == "VTE":
            lines.append(" ".join(cells[:2]).strip())
            lines += [""] * 3
        else:
            lines.append(line)
    figures = [c for line in text.split("\n") for c in line.split("\t")[2:] if line.count("\t") == 6]
    with pytest.raises(NotAReportError, match="column") as caught:
        gentbudget.parse("\n".join([*lines, *figures]))
    assert caught.value.line is not None


def test_a_strict_error_has_the_finding_s_code_and_message_and_the_line_itself() -> None:
    text = edited(("\t648.927", "\t648.9Z7"))
    finding = next(f for f in gentbudget.parse(text).findings if f.severity == "error")
    with pytest.raises(ReportError) as caught:
        gentbudget.parse(text, strict=True)
    number = line_of("Exploitatie\tUitgaven\t648", text)
    assert finding.line == caught.value.line == number
    assert caught.value.column == 1
    assert finding.code in caught.value.message
    assert (caught.value.finding, caught.value.entry) == (finding, "AC34485")
    with pytest.raises(ReportError, match=r"^2024\.txt: line") as named:
        gentbudget.parse(text, strict=True, source="2024.txt")
    assert named.value.source == "2024.txt"
    assert finding.message in caught.value.message
    assert caught.value.excerpt == " ".join(text.split("\n")[number - 1].split())


def test_a_warning_is_no_error_for_strict_reading() -> None:
    text = edited(("\tDienst Wonen", ""))
    severities = {f.severity for f in gentbudget.parse(text).findings}
    assert severities == {"warning"}
    assert gentbudget.parse(text, strict=True) == gentbudget.parse(text)


def test_a_whole_report_is_read_strictly() -> None:
    assert gentbudget.parse(SMALL, strict=True) == gentbudget.parse(SMALL)


def test_an_unknown_code_names_close_matches() -> None:
    error = UnknownCodeError("OD1071", ["OD10071", "AC34485"])
    assert str(error) == "no entry 'OD1071'; did you mean OD10071?"
    assert error.wanted == "OD1071"
    assert error.close_matches == ("OD10071",)


def test_an_unknown_code_that_nothing_is_near_names_nothing() -> None:
    error = UnknownCodeError("Q", ["OD10071"])
    assert str(error) == "no entry 'Q'"
    assert error.close_matches == ()


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [("AC34458", "AC34485"), ("CA34485", "AC34485"), ("AC43485", "AC34485"), ("ac34458", "AC34485"), ("AC34459", "AC34459")],
)
def test_two_swapped_neighbours_come_before_all_else_that_is_near(wanted: str, nearest: str) -> None:
    known = ["AC34450", "AC34459", "AC34558", "AC34485", "AC34858", "AC33458", "AC34451"]
    assert UnknownCodeError(wanted, known).close_matches[0] == nearest


def test_swapped_digits_are_suggested_in_the_sample(sample: Report) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        sample["AC34458"]
    assert caught.value.close_matches[0] == "AC34485"
    with pytest.raises(UnknownCodeError) as caught:
        sample["OD1071"]
    assert caught.value.close_matches[0] == "OD10071"


def test_an_extra_that_is_missing_says_how_to_install_it() -> None:
    message = str(MissingExtraError("the command line", "cli"))
    assert "gentbudget[cli]" in message
    assert "the command line" in message
