"""What the arithmetic says of the real report and of the sample, which has the same figures.

Lines, gaps and intervals were worked out from the printed text; none of them was taken from the library.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from time import process_time

import pytest

import gentbudget
from gentbudget.checks import Inference, Reading, Tally, audit
from gentbudget.findings import Finding
from gentbudget.report import Report


@pytest.fixture(params=["corpus", "sample"])
def accounts(request: pytest.FixtureRequest) -> Report:
    """Give both in turn; the real report only where it is at hand."""
    report: Report = request.getfixturevalue(request.param)
    return report


def found(report: Report, entry: str) -> Finding:
    (finding,) = (one for one in report.check() if one.entry == entry)
    return finding


def test_every_percentage_that_can_be_tested_holds(accounts: Report) -> None:
    # 338 entries of six budget rows and one staff row, two percentages each; six rows, 763 to 768, lack the actual.
    assert accounts.audit().percentages == Tally(held=338 * 6 * 2 - 12 + 338 * 2, untestable=12)
    assert accounts.audit().percentages.tested == 4044 + 676
    assert not [finding for finding in accounts.check() if "%" in finding.message]


def test_what_is_tested(accounts: Report) -> None:
    audit = accounts.audit()
    # 338 tables of 35 figures, six of them lost.
    assert (audit.entries, audit.figures) == (338, 338 * 35 - 6)
    # 25 entries with children, seven rows of three amounts; the actuals of six rows of OD10075 need a lost figure.
    assert audit.sums.tested + audit.sums.untestable == 25 * 21
    assert audit.sums == Tally(held=480, failed=39, untestable=6)


def test_37_sums_fail_that_have_nothing_to_do_with_the_lost_column(accounts: Report) -> None:
    """All but the two of OD10075 that add up a row of the table at 762: its staff of 2023 is one of the 37."""
    failed = {one.entry: one.message.count(" is printed, ") for one in accounts.check()}
    assert failed["OD10075"] == 1 + 2
    assert sum(failed.values()) - 2 == 37


def test_which_entries_do_not_add_up_and_why(accounts: Report) -> None:
    assert {(one.entry, one.code, one.severity) for one in accounts.check()} == {
        ("OD10071", "ended-entries", "info"),
        ("OD10072", "staff-disagrees", "warning"),
        ("OD10074", "staff-disagrees", "warning"),
        ("OD10075", "ended-entries", "info"),
        ("OD10077", "ended-entries", "info"),
        ("OD10079", "ended-entries", "info"),
        ("OD10081", "staff-disagrees", "warning"),
        ("OD10082", "missing-entry", "error"),
        ("OD10083", "ended-entries", "info"),
        ("OD10086", "staff-disagrees", "warning"),
        ("OD10087", "missing-entry", "error"),
        ("OD10089", "missing-entry", "error"),
    }
    assert len(accounts.check()) == 12
    assert [one.severity for one in accounts.check()] == ["error"] * 3 + ["warning"] * 4 + ["info"] * 5


@pytest.mark.parametrize(
    ("entry", "short"),
    [
        (
            "OD10082",
            {
                "15.147 short in Exploitatie Uitgaven, Budget 2024",
                "74.558 short in Exploitatie Uitgaven, Jaarrekening 2024",
                "249.723 short in Exploitatie Uitgaven, Jaarrekening 2023",
                "125 short in Exploitatie Ontvangsten, Jaarrekening 2024",
                "668 short in Exploitatie Ontvangsten, Jaarrekening 2023",
                "0,48 short in VTE, Betaald 2024",
                "2,44 short in VTE, Betaald 2023",
            },
        ),
        (
            "OD10087",
            {
                "2.309 short in Exploitatie Uitgaven, Jaarrekening 2024",
                "68.322 short in Exploitatie Uitgaven, Jaarrekening 2023",
                "161 short in Exploitatie Ontvangsten, Jaarrekening 2023",
                "0,69 short in VTE, Betaald 2023",
            },
        ),
        (
            "OD10089",
            {
                "819.076 short in Exploitatie Uitgaven, Budget 2024",
                "624.560 short in Exploitatie Uitgaven, Jaarrekening 2024",
                "538.149 short in Exploitatie Uitgaven, Jaarrekening 2023",
                "1.137 short in Exploitatie Ontvangsten, Budget 2024",
                "806 short in Exploitatie Ontvangsten, Jaarrekening 2024",
                "755 short in Exploitatie Ontvangsten, Jaarrekening 2023",
                "5,35 short in VTE, Plan 2024",
                "3,88 short in VTE, Betaald 2024",
                "3,88 short in VTE, Betaald 2023",
            },
        ),
    ],
)
def test_how_much_a_lost_action_took_along(accounts: Report, entry: str, short: set[str]) -> None:
    message = found(accounts, entry).message
    assert message.startswith("an action is missing here: ")
    assert {one.split(" (")[0] for one in message.removeprefix("an action is missing here: ").split("; ")} == short


def test_a_finding_names_both_sides_and_the_lines(accounts: Report) -> None:
    """OD10074 paid 5,87 VTE by line 557, and its four actions 6,11."""
    finding = found(accounts, "OD10074")
    assert finding.message == (
        "staff figures disagree: 0,24 over in VTE, Betaald 2024 (5,87 is printed, its 4 actions come to 6,11)"
    )
    assert accounts["OD10074"].staff.line == finding.line
    assert finding.lines == tuple(e.staff.line for e in (accounts["OD10074"], *accounts["OD10074"].children))


def inferred(report: Report, row: str) -> Inference:
    (inference,) = (one for one in report.inferences() if one.row == row)
    return inference


def test_the_lost_column_is_bounded(accounts: Report) -> None:
    assert {(one.entry, one.column, one.reason) for one in accounts.inferences()} == {
        ("AC34852", "Jaarrekening 2024", "missing")
    }
    assert [one.line for one in accounts.inferences()] == list(range(763, 769))
    spent, received = inferred(accounts, "Exploitatie Uitgaven"), inferred(accounts, "Exploitatie Ontvangsten")
    # 6.473.057 less the other sixteen actions, which have 5.243.127, and 504.879 less 411.873; seventeen half euros.
    assert (spent.lower, spent.upper) == (Decimal("1229921.5"), Decimal("1229938.5"))
    assert (received.lower, received.upper) == (Decimal("92997.5"), Decimal("93014.5"))
    assert len(spent.identities) == 3


def test_the_percentages_say_which_column_it_is(accounts: Report) -> None:
    because = (
        "Exploitatie Uitgaven, Jaarrekening 2024 t.o.v. 2023: 104,3% is printed and 1.158.616 of 1.178.695 is 98,3%, 6,0 less"
    )
    assert {one.readings for one in accounts.inferences()} == {
        (Reading("Budget 2024", "contradicted", because), Reading("Jaarrekening 2024", "confirmed"))
    }


def test_checking_takes_less_time_than_parsing(sample: Report) -> None:
    def seconds(work: Callable[[], object]) -> float:
        start = process_time()
        work()
        return process_time() - start

    tries = ((seconds(lambda: audit(sample.roots)), seconds(lambda: gentbudget.parse(sample.text))) for _ in range(3))
    assert any(checking < parsing for checking, parsing in tries)  # a busy machine may disturb one


def test_what_is_inferred_is_in_no_entry(accounts: Report) -> None:
    row = accounts["AC34852"].budget.operating.expenditure
    assert row.actual is None
    assert row.cells["actual"].text == ""
