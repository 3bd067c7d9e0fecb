"""One entry of what two dumps have of it, told from two small texts."""

from __future__ import annotations

from decimal import Decimal
from inspect import Parameter, signature

import pytest
from attrs import evolve

import gentbudget
from gentbudget import Finding, Reconciled, Report
from tests.parser.small import BUDGET, SMALL, edited, line_of, without

WHOLE = gentbudget.parse(SMALL)
HEADERS = [
    "OD10071\tBetaalbaar",
    "AC34485 - Begeleiden",
    "PR40001 - Bouwen",
    "Iedereen woont, leert",
]
AMOUNTS = "Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%"


def both_ways(one: str, other: str) -> list[Reconciled]:
    """The two texts as one report, whichever of them is the first."""
    reports = gentbudget.parse(one, source="one.txt"), gentbudget.parse(other, source="other.txt")
    return [gentbudget.reconcile(*reports), gentbudget.reconcile(*reports[::-1])]


def told(report: Report) -> list[tuple[str, str, str | None]]:
    return [(finding.code, finding.severity, finding.entry) for finding in report.findings]


# ---- words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_that_one_lost_is_whole(header: str) -> None:
    torn = without(header)
    assert not gentbudget.parse(torn).same_as(WHOLE)
    for together in both_ways(SMALL, torn):
        assert together.same_as(WHOLE)


@pytest.mark.parametrize(
    ("printed", "left", "code", "name"),
    [
        ("\t2020 - 2027\t", "\t", "OD10071", "period"),
        ("\tNog niet gestart\t", "\t", "PR40001", "status"),
        ("\tOntwerp\t", "\t", "PR40001", "phase"),
    ],
)
def test_a_field_that_one_lost_the_other_supplies(printed: str, left: str, code: str, name: str) -> None:
    torn = edited((printed, left))
    assert getattr(gentbudget.parse(torn)[code], name) is None
    for together in both_ways(torn, SMALL):
        assert together.same_as(WHOLE)
        assert together.origins(code)[name].source == "other.txt"
    first = both_ways(torn, SMALL)[0]
    (finding,) = first.findings_of(code)
    assert (finding.code, finding.severity) == ("supplied-elsewhere", "info")
    assert finding.message == f"{name}: from other.txt"


def test_the_fuller_description_is_taken_and_of_two_others_the_first() -> None:
    shorter = without("- Dan thuis")
    for together in both_ways(shorter, SMALL):
        assert together.same_as(WHOLE)
        assert not [code for code, *_ in told(together) if code == "differing-words"]
    differing = edited(("Eerst aan het loket", "Eerst aan de telefoon"))
    for together, kept in zip(both_ways(differing, SMALL), ("telefoon", "loket"), strict=True):
        assert kept in together["AC34485"].description
        assert ("differing-words", "warning", "AC34485") in told(together)


# ---- tables ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ["Exploitatie\tUitgaven\t648.927", "Investering\tUitgaven\t1.114", "VTE\t\t2,20"])
def test_a_row_that_one_lost_the_other_supplies(row: str) -> None:
    for together in both_ways(without(row), SMALL):
        for entry in WHOLE.entries:
            other = together[str(entry.code)]
            assert sorted(other.budget.rows, key=lambda row: row.label) == sorted(entry.budget.rows, key=lambda row: row.label)
            assert other.staff == entry.staff


def test_a_row_that_is_no_row_of_the_other_dump_stands_behind_those_of_both() -> None:
    last = "\tOntvangsten\t-1.500\t-5.000\t333,3%\t-2.500\t200,0%\n"
    more = edited((last, f"{last}Saldo\t\t1\t2\t200,0%\t3\t66,7%\n"))
    for together in both_ways(without("Investering\tUitgaven\t2.000", more), SMALL):
        rows = together["AC34485"].budget.rows
        assert sorted(row.numbers[0] or 0 for row in rows) == [-1500, 0, 1, 500, 2000, 21020, 648927]


def test_a_misread_figure_gives_way_to_the_one_that_is_read() -> None:
    misread = edited(("\t613.509\t", "\t613.5O9\t"))
    for together in both_ways(misread, SMALL):
        cell = together["AC34485"].budget.operating.expenditure.cells["actual"]
        assert (cell.value, cell.text) == (Decimal(613509), "613.509")
        assert together.text[cell.start : cell.end] == "613.509"
        assert together.text.count("\n", 0, cell.start) == cell.line - 1
        assert together.origin(cell) == gentbudget.Origin("other.txt", line_of(AMOUNTS))


def test_what_both_misread_is_shown_as_the_first_prints_it() -> None:
    one, other = edited(("\t613.509\t", "\t613.5O9\t")), edited(("\t613.509\t", "\t6l3.509\t"))
    cell = both_ways(one, other)[0]["AC34485"].budget.operating.expenditure.cells["actual"]
    assert (cell.value, cell.text) == (None, "613.5O9")
    cell = both_ways(edited(("\t613.509\t", "\t\t")), other)[0]["AC34485"].budget.operating.expenditure.cells["actual"]
    assert (cell.value, cell.text) == (None, "6l3.509")


def test_a_column_that_one_dump_misreads_is_found_by_its_place() -> None:
    for together in both_ways(SMALL, SMALL.replace("Budget 2024\tJaar", "Bodemprijs 2024\tJaar")):
        row = together["AC34485"].budget.operating.expenditure
        assert (row.budget, row.actual, len(row.columns)) == (648927, 613509, 5)


def with_another_column(figure: str) -> str:
    """The small report with a sixth column, in which one row prints something."""
    return edited((f"{AMOUNTS}\n", f"{AMOUNTS}\t{figure}\n"), text=SMALL.replace(f"{BUDGET}\n", f"{BUDGET}\tKrediet 2024\n"))


@pytest.mark.parametrize(("figure", "value"), [("77", Decimal(77)), ("7O", None)])
def test_a_column_that_one_dump_lost_the_other_supplies(figure: str, value: Decimal | None) -> None:
    for together in both_ways(SMALL, with_another_column(figure)):
        row = together["AC34485"].budget.operating.expenditure
        assert [column.label for column in row.columns][5:] == ["Krediet 2024"]
        assert (row.cells["Krediet 2024"].text, row["Krediet 2024"]) == (figure, value)
        assert row.numbers[:5] == WHOLE["AC34485"].budget.operating.expenditure.numbers


@pytest.mark.parametrize(("figure", "is_there"), [("7", True), ("7O", True), ("", False)])
def test_an_unknown_column_of_a_dump_that_has_fewer_is_there_if_it_prints_anything(figure: str, *, is_there: bool) -> None:
    more = with_another_column("5\t6").replace("Krediet 2024", "Krediet 2024\tSaldo 2024")
    for together in both_ways(more, with_another_column(figure).replace("Krediet 2024", "Tegoed 2024")):
        row = together["AC34485"].budget.operating.expenditure
        assert ("Tegoed 2024" in row.cells) is is_there
        assert row.cells["Saldo 2024"].text == "6"
        assert not is_there or row.cells["Tegoed 2024"].text == figure


def test_a_column_that_one_dump_has_no_name_for_is_found_by_its_label() -> None:
    """Where a column that nobody knows is about a later year, *Jaarrekening 2024* may not be the last, and has no name."""
    later = with_another_column("77").replace("Krediet 2024", "Tegoed 2025")
    assert "actual" not in gentbudget.parse(later)["AC34485"].budget.operating.expenditure.cells
    for together in both_ways(SMALL, later):
        row = together["AC34485"].budget.operating.expenditure
        assert [cell.text for cell in row.figures] == ["648.927", "613.509", "94,5%", "511.188", "120,0%", "77"]


def test_two_columns_with_one_label_stay_two() -> None:
    twice = SMALL.replace("Budget 2024\t", "Krediet 2024\t").replace("Jaarrekening 2023\t", "Krediet 2024\t")
    row = gentbudget.parse(twice)["AC34485"].budget.operating.expenditure
    for together in both_ways(twice, twice):
        assert together["AC34485"].budget.operating.expenditure == row


# ---- what is told ------------------------------------------------------------------------------------------


def test_where_nothing_differs_nothing_is_told() -> None:
    for together in both_ways(SMALL, SMALL):
        assert together.same_as(WHOLE)
        assert together.findings == ()
        assert together.unclaimed == ()
    assert both_ways(SMALL, SMALL)[0].source == "one.txt + other.txt"
    assert (both_ways(SMALL, SMALL)[0].year, both_ways(SMALL, SMALL)[0].previous_year) == (2024, 2023)


def test_where_it_was_printed_does_not_count_where_reports_are_compared() -> None:
    together, _ = both_ways(SMALL, SMALL)
    for name, value in {"dumps": (), "word_lines": {3: {"title": 4}}, "spans": {3: ((3, 4),)}}.items():
        assert evolve(together, **{name: value}) == together
        assert signature(Reconciled).parameters[name].kind is Parameter.KEYWORD_ONLY
    assert repr(together).startswith("Reconciled(title='Overzicht van alle ")
    assert len(repr(together)) < 300


def test_an_entry_of_one_dump_alone_is_told_with_it() -> None:
    shorter = SMALL[: SMALL.index("Acties\n\nPR40001")].rstrip()
    first, second = both_ways(shorter, SMALL)
    assert first.same_as(WHOLE)
    assert second.same_as(WHOLE)
    (finding,) = (one for one in first.findings if one.entry == "PR40001")
    assert (finding.code, finding.message) == ("supplied-elsewhere", "only other.txt has this entry")
    assert first.origin(finding.line) == gentbudget.Origin(
        "other.txt", line_of("Acties", SMALL[len(shorter) :]) + shorter.count("\n")
    )


def test_a_code_that_stands_twice_is_told_as_long_as_it_does() -> None:
    project = SMALL[SMALL.index("Acties\n\nPR40001") :]
    twice = f"{SMALL}\n\n{project.replace('Muide', 'Brugse Poort').replace('13.021', '13.020')}"
    assert ("duplicate-code", "error", "PR40001") in told(gentbudget.parse(twice))
    assert told(both_ways(twice, twice)[0]).count(("duplicate-code", "error", "PR40001")) == 1


def test_a_finding_on_what_only_the_second_dump_has_stands_on_its_line_there() -> None:
    shorter = SMALL[: SMALL.index("Acties\n\nPR40001")].rstrip()
    first, second = both_ways(shorter, edited(("\t13.021\t", "\t13.O21\t")))
    for together in (first, second):
        (finding,) = findings(together, "unreadable-figure")
        assert together.text[finding.start : finding.end] == "13.O21"
        assert together.text.count("\n", 0, finding.start) == finding.line - 1
        assert together.origin(finding.line) == gentbudget.Origin("other.txt", line_of("Exploitatie\tUitgaven\t15.047"))
    last = first.text.count("\n") + 1
    assert first.origin(last) == gentbudget.Origin("other.txt", SMALL.count("\n") + 1)
    with pytest.raises(ValueError, match=f"no line {last + 1} in this text"):
        first.origin(last + 1)


def test_one_figure_and_several_are_counted() -> None:
    one = edited(("\t613.509\t", "\t\t"), ("\t15.047\t13.021\t", "\t\t\t"))
    messages = {
        finding.entry: finding.message for finding in both_ways(one, SMALL)[0].findings if finding.code == "supplied-elsewhere"
    }
    assert messages == {"AC34485": "1 figure: from other.txt", "PR40001": "2 figures: from other.txt"}


def findings(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


def test_what_no_other_dump_repairs_is_still_told() -> None:
    misread = edited(("\t613.509\t", "\t613.5O9\t"))
    alone = findings(gentbudget.parse(misread), "unreadable-figure")
    for together in both_ways(misread, misread):
        assert len(findings(together, "unreadable-figure")) == len(alone) == 1
    for together in both_ways(misread, SMALL):
        assert not findings(together, "unreadable-figure")
