"""Two editions compared: every difference that is found was put there, and every one that was put there is found."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Comparison, Report
from tests.editions.years import year_before
from tests.parser.small import SMALL, edited, line_of, without

ENTRIES = ["SD10041", "OD10071", "AC34485", "PR40001"]
HEADER = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n"
SECOND_PLAN = SMALL[SMALL.index("Actieplan\n") : SMALL.index("Acties\n")].replace("OD10071", "OD10072")
PROJECT = SMALL[SMALL.index("Acties\n\nPR40001") :]


@pytest.fixture(scope="module")
def older() -> Report:
    return gentbudget.parse(year_before(), source="2023.txt")


def compared(newer: str, older: str | None = None) -> Comparison:
    return gentbudget.compare(gentbudget.parse(older or year_before()), gentbudget.parse(newer))


def differences(comparison: Comparison) -> dict[str, int]:
    names = ("appeared", "vanished", "renamed", "moved", "changed", "restated", "nameless")
    return {name: len(getattr(comparison, name)) for name in names if getattr(comparison, name)}


def test_a_comparison_says_what_it_found(older: Report) -> None:
    newer = gentbudget.parse(SMALL.replace("AC34485", "AC99999"), source="2024.txt")
    said = "2023.txt to 2024.txt: 1 appeared, 1 vanished, 0 renamed, 0 moved, 0 changed, 0 restated, 0 nameless"
    assert repr(gentbudget.compare(older, newer)) == f"Comparison({said})"


def test_a_notebook_shows_what_changed(older: Report) -> None:
    newer = gentbudget.parse(edited(("AC34485 - Begeleiden van huurders", "AC34485 - Begeleiden <b>")))
    html = gentbudget.compare(older, newer)._repr_html_()
    assert "renamed <span>(1)</span>" in html
    assert "Begeleiden van huurders" in html
    assert "Begeleiden &lt;b&gt;" in html
    assert "<script" not in html


# ---- the edition of the year before ------------------------------------------------------------------------


def test_the_earlier_edition_is_one(older: Report) -> None:
    assert (older.year, older.previous_year) == (2023, 2022)
    assert list(older) == ENTRIES
    assert older["AC34485"].budget.operating.expenditure.actual == Decimal(511188)
    assert not older.findings


def test_two_editions_that_agree_differ_in_nothing(older: Report) -> None:
    comparison = gentbudget.compare(older, gentbudget.parse(SMALL))
    assert differences(comparison) == {}
    assert comparison.uncompared == ()
    assert str(comparison).startswith("2023.txt to <text>: 0 appeared, 0 vanished")


def test_a_report_does_not_differ_from_itself(sample: Report) -> None:
    comparison = gentbudget.compare(sample, sample)
    assert differences(comparison) == {}
    assert {movement.difference for movement in comparison.movements} <= {Decimal(0), None}
    assert len(comparison.movements) >= len(sample.records())
    assert any(movement.code is None for movement in comparison.movements)


# ---- entries -----------------------------------------------------------------------------------------------


def test_an_entry_of_one_edition_alone_appeared_or_vanished() -> None:
    shorter = SMALL.replace(PROJECT, "").strip()
    assert differences(compared(shorter)) == {"vanished": 1}
    assert [entry.code for entry in compared(shorter).vanished] == ["PR40001"]
    comparison = compared(SMALL, year_before(shorter))
    assert differences(comparison) == {"appeared": 1}
    assert comparison.appeared[0].title == "Bouwen van woningen aan de Muide"


@pytest.mark.parametrize(
    ("edit", "group", "said"),
    [
        (("Begeleiden van huurders", "Helpen van huurders"), "renamed", "AC34485: title 'Begeleiden van huurders' became"),
        (("Dienst Wonen", "Dienst Huisvesting"), "changed", "AC34485: owner 'Dienst Wonen' became 'Dienst Huisvesting'"),
        (("Nog niet gestart", "Lopend"), "changed", "PR40001: status 'Nog niet gestart' became 'Lopend'"),
        (("Ontwerp", "Uitvoering"), "changed", "PR40001: phase 'Ontwerp' became 'Uitvoering'"),
        (("2022 - 2026", "2022 - 2028"), "changed", "PR40001: period '2022 - 2026' became '2022 - 2028'"),
        (("Groep Gent", "Stad Gent"), "changed", "OD10071: organisation 'Groep Gent' became 'Stad Gent'"),
    ],
)
def test_a_changed_header_is_one_change(edit: tuple[str, str], group: str, said: str) -> None:
    comparison = compared(edited(edit))
    assert differences(comparison) == {group: 1}
    assert str(getattr(comparison, group)[0]).startswith(said)


def test_an_action_under_another_plan_has_moved() -> None:
    older = year_before(SMALL.replace(PROJECT, SECOND_PLAN))
    newer = SMALL.replace(PROJECT, SECOND_PLAN)
    action = SMALL[SMALL.index("Acties\n\nAC34485") : SMALL.index(PROJECT)]
    comparison = compared(newer.replace(action, "") + "\n\n" + action.strip(), older)
    assert differences(comparison) == {"moved": 1}
    assert str(comparison.moved[0]) == "AC34485: parent 'OD10071' became 'OD10072'"


def test_what_one_edition_does_not_print_is_no_change() -> None:
    assert differences(compared(edited(("\tDienst Wonen\n--\t------", "\n--")))) == {}
    assert differences(compared(SMALL, year_before(edited(("\t2022 - 2026\t", "\t"))))) == {}


def test_blanks_and_ligatures_are_no_change() -> None:
    assert differences(compared(edited(("Begeleiden van", "Begeleiden\N{NO-BREAK SPACE}van")))) == {}


# ---- entries that lost their code, and codes that stand twice ----------------------------------------------


def test_an_entry_without_a_code_is_told_with_what_it_may_be() -> None:
    comparison = compared(edited((HEADER, "")))
    assert differences(comparison) == {"nameless": 1}
    (nameless,) = comparison.nameless
    assert (nameless.edition, nameless.entry.code, nameless.entry.lines[0]) == ("newer", None, line_of("Acties"))
    assert [candidate.code for candidate in nameless.candidates] == ["AC34485"]


def test_an_entry_without_a_code_whose_figures_are_others_is_no_candidate() -> None:
    comparison = compared(edited((HEADER, ""), ("\t511.188\t", "\t511.189\t")))
    assert differences(comparison) == {"vanished": 1, "nameless": 1}
    assert comparison.nameless[0].candidates == ()


def test_where_both_editions_lost_the_code_they_find_each_other() -> None:
    comparison = compared(edited((HEADER, "")), year_before(edited((HEADER, ""))))
    assert differences(comparison) == {"nameless": 2}
    older, newer = comparison.nameless
    assert (older.candidates, newer.candidates) == ((newer.entry,), (older.entry,))


def test_a_single_figure_is_no_evidence() -> None:
    """Two actions of half a person each are not the same for that."""
    zeros = SMALL.replace("\t511.188\t120,0%", "\t0\t0,0%").replace("\t20.258\t213,6%", "\t0\t0,0%")
    zeros = zeros.replace("\t2.500\t200,0%", "\t0\t0,0%").replace("\t1.000\t60,0%", "\t0\t0,0%")
    zeros = zeros.replace("\t-2.500\t200,0%", "\t0\t0,0%")
    comparison = compared(edited((HEADER, ""), text=zeros), year_before(zeros))
    assert differences(comparison) == {"vanished": 1, "nameless": 1}


def test_a_code_that_stands_twice_is_paired_by_title() -> None:
    other = PROJECT.replace("Bouwen van woningen aan de Muide", "Slopen van loodsen")
    twice = SMALL.replace(PROJECT, f"{other}\n\n{PROJECT}")
    assert differences(compared(twice, year_before(SMALL + "\n\n" + other))) == {}
    comparison = compared(twice)
    assert differences(comparison) == {"appeared": 1}
    assert comparison.appeared[0].title == "Slopen van loodsen"


# ---- figures -----------------------------------------------------------------------------------------------


def test_a_figure_that_the_newer_edition_tells_otherwise_is_restated() -> None:
    newer = edited(("\t511.188\t", "\t511.288\t"), ("\t1,50\t", "\t1,40\t"))
    amount, staff = compared(newer).restated
    assert (amount.code, amount.row, amount.year) == ("AC34485", "Exploitatie Uitgaven", 2023)
    assert (amount.before, amount.after, amount.difference) == (Decimal(511188), Decimal(511288), Decimal(100))
    assert (amount.older_column.label, amount.newer_column.label) == ("Jaarrekening 2023", "Jaarrekening 2023")
    line = line_of("Exploitatie\tUitgaven\t648.927")
    assert (amount.older.line, amount.newer.line) == (line, line)
    assert (
        str(amount) == f"AC34485: Exploitatie Uitgaven, Jaarrekening 2023: 511.188 (line {line}) became 511.288 (line {line})"
    )
    assert (staff.row, staff.difference) == ("VTE", Decimal("-0.10"))


def test_a_figure_that_is_rounded_more_coarsely_is_not_restated() -> None:
    assert compared(edited(("\t1,50\t", "\t1,5\t"))).restated == ()
    assert compared(edited(("\t3,31\t75,8%\n\nActieplan", "\t3,3\t75,8%\n\nActieplan"))).restated == ()


def test_a_figure_that_one_edition_lost_is_not_restated() -> None:
    newer = edited(("\t511.188\t", "\t5l1.188\t"))
    comparison = compared(newer)
    assert comparison.restated == ()
    (lost,) = (m for m in comparison.movements_of("AC34485") if m.measure == "previous_actual" and m.after is None)
    assert (lost.before, lost.difference) == (Decimal(511188), None)


def test_editions_that_are_two_years_apart_restate_nothing() -> None:
    earlier = year_before(year_before())
    assert gentbudget.parse(earlier).year == 2022
    assert compared(edited(("\t511.188\t", "\t511.288\t")), earlier).restated == ()


def test_the_year_in_one_head_does_not_matter_where_the_report_tells_it() -> None:
    at = SMALL.rindex("Jaarrekening 2023\t")
    misread = SMALL[:at] + "Jaarrekening 2022\t" + SMALL[at + len("Jaarrekening 2023\t") :]
    assert compared(misread).restated == ()


def test_two_editions_of_one_year_restate_what_was_corrected() -> None:
    corrected = edited(("\t613.509\t", "\t613.510\t"), ("\t648.927\t", "\t648.928\t"))
    restated = compared(corrected, SMALL).restated
    assert [(one.measure, one.year, one.difference) for one in restated] == [("budget", 2024, 1), ("actual", 2024, 1)]


def test_every_figure_moves_from_column_to_column_of_the_same_name() -> None:
    comparison = compared(SMALL)
    moved = {(m.row, m.measure): (m.before, m.after, m.difference) for m in comparison.movements_of("ac 34485")}
    assert len(moved) == 7 * 5
    assert moved["Exploitatie Uitgaven", "actual"] == (Decimal(511188), Decimal(613509), Decimal(102321))
    assert moved["VTE", "paid"] == (Decimal("1.50"), Decimal("0.93"), Decimal("-0.57"))
    assert comparison.movements_of("AC99999") == ()
    assert [m.code for m in comparison.movements[:: 7 * 5]] == ENTRIES


def test_columns_that_the_other_edition_lacks_are_named() -> None:
    comparison = compared(SMALL.replace("Budget 2024", "Raming 2024"))
    assert comparison.uncompared == ("Budget 2023", "Raming 2024")
    assert {m.measure for m in comparison.movements} >= {"actual", "paid"}
    assert "budget" not in {m.measure for m in comparison.movements}


# ---- the whole ---------------------------------------------------------------------------------------------


def test_the_editions_in_the_wrong_order_are_refused(older: Report) -> None:
    with pytest.raises(ValueError, match="older report is about 2024 and the newer about 2023"):
        gentbudget.compare(gentbudget.parse(SMALL), older)


def test_what_is_no_report_is_refused(older: Report) -> None:
    with pytest.raises(TypeError, match="expected two reports, not str"):
        gentbudget.compare(older, SMALL)  # type: ignore[arg-type]


def test_a_comparison_is_a_value() -> None:
    comparison = compared(edited(("Dienst Wonen", "Dienst Huisvesting")))
    assert pickle.loads(pickle.dumps(comparison)) == comparison  # noqa: S301 - it is ours
    assert comparison == compared(edited(("Dienst Wonen", "Dienst Huisvesting")))


@given(st.sets(st.sampled_from(["AC34485", "PR40001"]), min_size=1), st.booleans())
def test_what_is_left_out_is_what_appeared_or_vanished(codes: set[str], from_newer: bool) -> None:
    shorter = SMALL
    for code in codes:
        start = shorter.index(f"Acties\n\n{code}")
        end = shorter.find("Acties\n", start + 1)
        shorter = (shorter[:start] + (shorter[end:] if end > 0 else "")).strip()
    comparison = compared(shorter) if from_newer else compared(SMALL, year_before(shorter))
    entries = comparison.vanished if from_newer else comparison.appeared
    assert {entry.code for entry in entries} == codes
    assert set(differences(comparison)) == {"vanished" if from_newer else "appeared"}


def test_a_row_that_is_not_printed_moves_nothing() -> None:
    comparison = compared(without("Exploitatie\tUitgaven\t648.927"))
    assert "Exploitatie Uitgaven" not in {m.row for m in comparison.movements_of("AC34485") if m.after is not None}
