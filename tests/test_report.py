"""A report: lookups, hierarchy, searches, and that it is a value like any other."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Action, ActionPlan, Entry, Objective, Project, Report, UnknownCodeError
from gentbudget.model import PrintedFigures
from tests.parser.small import SMALL, edited

LOST = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n"
"""The header that one of the entries of the second report below lacks."""


@pytest.fixture(scope="module")
def report() -> Report:
    return gentbudget.parse(SMALL)


@pytest.fixture(scope="module")
def damaged() -> Report:
    return gentbudget.parse(edited((LOST, "")))


def codes(entries: tuple[Entry, ...]) -> list[str | None]:
    return [entry.code for entry in entries]


# ---- lookups by code ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spelling",
    [
        "OD10071",
        "od10071",
        "OD 10071",
        "od 10071",
        " OD10071 ",
        "Od-10071",
        "O D 1 0 0 7 1",
        "OD\t10071",
        "OD\u00a010071",
    ],
)
def test_an_entry_is_found_by_its_code_however_it_is_spelt(spelling: str, report: Report) -> None:
    plan = report[spelling]
    assert (plan.code, plan.title) == ("OD10071", "Betaalbaar wonen versnellen")
    assert report.get(spelling) is plan
    assert spelling in report
    assert report.parent(spelling) is report["SD10041"]


@pytest.mark.parametrize(
    "wrong", ["OD1071", "OD100711", "AC3448", "XX99999", "", " ", "OD", "10071", "Betaalbaar wonen versnellen"]
)
def test_a_code_that_is_not_there_is_found_nowhere(wrong: str, report: Report) -> None:
    with pytest.raises(UnknownCodeError):
        report[wrong]
    with pytest.raises(UnknownCodeError):
        report.parent(wrong)
    assert report.get(wrong) is None
    assert report.get(wrong, "niets") == "niets"
    assert wrong not in report


def test_the_error_of_an_unknown_code_is_a_key_error_that_names_close_matches(report: Report) -> None:
    with pytest.raises(KeyError) as caught:
        report["od1071"]
    assert isinstance(caught.value, UnknownCodeError)
    assert caught.value.wanted == "OD1071"
    assert "OD10071" in caught.value.close_matches
    assert "did you mean OD10071" in str(caught.value)


def test_a_code_far_from_all_others_has_no_close_matches(report: Report) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        report["ZZZZ"]
    assert caught.value.close_matches == ()
    assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize("strange", [None, 12, ("OD10071",), b"OD10071", object()])
def test_what_is_no_str_is_in_no_report(strange: object, report: Report) -> None:
    assert strange not in report


def test_codes_come_in_document_order(report: Report) -> None:
    assert list(report) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert len(report) == 4


def test_a_report_has_entries_that_have_no_code_but_no_lookup_of_them(damaged: Report) -> None:
    assert codes(damaged.entries) == ["SD10041", "OD10071", None, "PR40001"]
    assert list(damaged) == ["SD10041", "OD10071", "PR40001"]
    assert len(damaged) == 3
    assert "AC34485" not in damaged
    assert "None" not in damaged
    assert None not in damaged


def test_the_codes_of_the_sample_are_found_in_their_place(sample: Report) -> None:
    found = [sample[code] for code in sample]
    assert [entry.code for entry in found] == list(sample)
    assert [entry.lines for entry in found] == sorted(entry.lines for entry in found)
    assert len(sample) == len(set(sample)) == 314


# ---- entries and hierarchy ---------------------------------------------------------------------------------


def test_entries_by_kind_stand_in_document_order(report: Report) -> None:
    assert codes(report.entries) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert codes(report.objectives) == ["SD10041"]
    assert codes(report.plans) == ["OD10071"]
    assert codes(report.actions) == ["AC34485", "PR40001"]
    assert [type(e) for e in report.entries] == [Objective, ActionPlan, Action, Project]
    for entries in (report.entries, report.objectives, report.plans, report.actions):
        assert isinstance(entries, tuple)


def test_children_and_parents_mirror_each_other(sample: Report) -> None:
    for entry in sample.entries:
        for child in entry.children:
            assert sample.parent(child) == entry
        parent = sample.parent(entry)
        if parent is None:
            assert isinstance(entry, Objective)
        else:
            assert entry in parent.children
    assert sum(len(entry.children) for entry in sample.entries) == len(sample.entries) - 4


def test_a_parent_is_found_by_entry_and_by_code(report: Report) -> None:
    plan = report["OD10071"]
    assert report.parent(plan) is report.parent("OD10071") is report["SD10041"]
    assert report.parent("AC34485") is plan
    assert report.parent("SD10041") is None
    assert plan.children == (report["AC34485"], report["PR40001"])
    assert report["AC34485"].children == ()


def test_an_entry_without_code_has_a_parent(damaged: Report) -> None:
    lost = damaged.entries[2]
    assert damaged.parent(lost) is damaged["OD10071"]


def test_an_entry_of_another_report_has_no_parent_here(report: Report, sample: Report) -> None:
    with pytest.raises(UnknownCodeError):
        report.parent(sample["OD10090"])


def test_an_objective_s_children_are_its_plans(report: Report) -> None:
    objective = report["SD10041"]
    assert isinstance(objective, Objective)
    assert objective.plans == objective.children == report.plans


def test_actions_before_the_first_plan_stand_under_the_objective() -> None:
    start, end = SMALL.index("Actieplan\n"), SMALL.index("Acties\n")
    report = gentbudget.parse(SMALL[:start] + SMALL[end:])
    assert codes(report.entries) == ["SD10041", "AC34485", "PR40001"]
    objective = report["SD10041"]
    assert codes(objective.children) == ["AC34485", "PR40001"]
    assert report.parent("PR40001") is objective


def test_entries_before_the_first_objective_are_at_the_top() -> None:
    report = gentbudget.parse(SMALL[SMALL.index("Acties\n") :])
    assert codes(report.entries) == codes(report.roots) == ["AC34485", "PR40001"]
    assert report.parent("AC34485") is None


# ---- searches ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({}, ["SD10041", "OD10071", "AC34485", "PR40001"]),
        ({"kind": "objective"}, ["SD10041"]),
        ({"kind": "plan"}, ["OD10071"]),
        ({"kind": "action"}, ["AC34485"]),
        ({"kind": "project"}, ["PR40001"]),
        ({"owner": "Dienst Wonen"}, ["AC34485"]),
        ({"owner": "dienst"}, ["AC34485", "PR40001"]),
        ({"owner": "STADSVERNIEUWING"}, ["PR40001"]),
        ({"owner": "wonen"}, ["AC34485"]),
        ({"status": "Nog niet gestart"}, ["PR40001"]),
        ({"status": "nog NIET gestart"}, ["PR40001"]),
        ({"status": "Lopend"}, []),
        ({"phase": "ontwerp"}, ["PR40001"]),
        ({"phase": "Uitvoering"}, []),
        ({"text": "verbouwen"}, ["OD10071"]),
        ({"text": "loket"}, ["AC34485"]),
        ({"text": "betaalbaar"}, ["OD10071"]),
        ({"text": "wonen"}, ["OD10071"]),
        ({"text": "bouwen"}, ["OD10071", "PR40001"]),
        ({"owner": "dienst", "phase": "ontwerp"}, ["PR40001"]),
        ({"owner": "dienst", "text": "huurt"}, ["AC34485"]),
        ({"kind": "action", "owner": "Stadsvernieuwing"}, []),
        ({"text": "niets van dat alles"}, []),
    ],
    ids=repr,
)
def test_find_gives_the_entries_that_meet_every_condition_in_document_order(
    criteria: dict[str, Any], expected: list[str], report: Report
) -> None:
    found = report.find(**criteria)
    assert isinstance(found, tuple)
    assert codes(found) == expected


@pytest.mark.parametrize("wanted", ["coordinatie", "COÖRDINATIE", "Coördinatie", "Coo\u0308rdinatie", "coördi", "coordi"])
def test_find_passes_over_case_and_accents(wanted: str) -> None:
    report = gentbudget.parse(edited(("Dienst Wonen", "Strategische Coördinatie"), ("Wie huurt", "Coördinatie: wie huurt")))
    assert codes(report.find(owner=wanted)) == ["AC34485"]
    assert codes(report.find(text=wanted)) == ["AC34485"]


def test_find_passes_over_accents_that_the_text_has_not(report: Report) -> None:
    assert codes(report.find(owner="Diënst Wönen")) == ["AC34485"]


def test_find_passes_over_line_breaks(report: Report) -> None:
    assert codes(report.find(text="loket - Dan thuis")) == ["AC34485"]


def test_find_by_owner_status_and_phase_finds_no_entry_that_has_none(report: Report, damaged: Report) -> None:
    assert codes(report.find(owner="")) == ["AC34485", "PR40001"]
    assert codes(report.find(status="")) == ["PR40001"]
    assert codes(damaged.find(owner="")) == ["PR40001"]


def test_find_of_a_kind_that_does_not_exist_says_which_do(report: Report) -> None:
    with pytest.raises(ValueError, match="objective, plan, action, project"):
        report.find(kind="actie")  # type: ignore[arg-type]


def test_find_takes_names_only(report: Report) -> None:
    with pytest.raises(TypeError):
        report.find("action")  # type: ignore[call-arg]


def test_find_counts_the_sample_as_an_independent_count_of_its_lines_does(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    lopend = [line for line in lines if line.startswith("PR") and "\tLopend\t" in line]
    assert len(sample.find(status="lopend")) == len(lopend) > 10
    assert len(sample.find(kind="project")) == sum(line.startswith("PR") for line in lines)
    assert {e.owner for e in sample.find(owner="archief gent") if isinstance(e, Action)} == {"Archief Gent"}
    archive = [line for line in lines if line.rstrip("\t").endswith("\tArchief Gent")]
    assert len(sample.find(owner="archief gent")) == len(archive)


# ---- a report is a value -----------------------------------------------------------------------------------


@pytest.mark.parametrize("twin", [lambda r: pickle.loads(pickle.dumps(r)), copy.copy, copy.deepcopy])  # noqa: S301
def test_copies_are_equal_and_answer_alike(twin: Callable[[Report], Report], report: Report) -> None:
    report.entries  # noqa: B018 - also after a lookup has been made
    other = twin(report)
    assert other == report
    assert hash(other) == hash(report)
    assert list(other) == list(report)
    assert other["OD10071"] == report["OD10071"]
    assert other.parent("AC34485") == report["OD10071"]
    assert other.parent(other["AC34485"]) is other["OD10071"]
    assert other.parent(report["AC34485"]) is other["OD10071"]
    assert other.findings == report.findings
    assert other.text == report.text


def test_the_sample_survives_pickling(sample: Report) -> None:
    other = pickle.loads(pickle.dumps(sample))  # noqa: S301
    assert other == sample
    assert other.source == sample.source
    assert [str(f) for f in other.findings] == [str(f) for f in sample.findings]


def test_a_report_crosses_processes_in_at_most_three_times_its_text(sample: Report) -> None:
    pickled = pickle.dumps(sample)
    assert len(pickled) < 3 * len(sample.text.encode())
    rows = [row for entry in pickle.loads(pickled).entries for row in entry.budget.rows]  # noqa: S301
    assert {type(row.figures) for row in rows} <= {PrintedFigures, tuple}
    assert sum(isinstance(row.figures, PrintedFigures) for row in rows) > 0.9 * len(rows)


def test_what_is_told_of_a_report_besides_its_entries_makes_it_no_other(report: Report) -> None:
    assert evolve(report, roots=()) != report
    for name, value in {"title": "x", "year": 1, "previous_year": 1, "contents": (), "unclaimed": (1,), "source": "x"}.items():
        assert getattr(report, name) != value == getattr(other := evolve(report, **{name: value}), name)
        assert other == report


def test_reports_of_the_same_text_are_equal_and_hash_alike(report: Report) -> None:
    other = gentbudget.parse(SMALL)
    assert other is not report
    assert other == report
    assert hash(other) == hash(report)
    assert len({other, report}) == 1


def test_reports_of_different_texts_are_different(report: Report, damaged: Report) -> None:
    assert report != damaged
    assert report != gentbudget.parse(SMALL + "\n")
    for old, new in (("648.927", "648.928"), ("Dienst Wonen", "Dienst Woonen"), ("werkt hier\n\nB", "werkt daar\n\nB")):
        assert gentbudget.parse(edited((old, new))) != report


def test_the_name_of_the_file_is_no_part_of_the_value(report: Report) -> None:
    assert gentbudget.parse(SMALL, source="a.txt") == gentbudget.parse(SMALL, source="b.txt") == report


@pytest.mark.parametrize("name", ["text", "title", "findings", "year", "roots", "unclaimed", "nieuw"])
def test_nothing_of_a_report_can_be_set_or_deleted(name: str, report: Report) -> None:
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(report, name, None)
    if name != "nieuw":
        with pytest.raises((FrozenInstanceError, AttributeError)):
            delattr(report, name)


def test_entries_of_a_report_cannot_be_replaced(report: Report) -> None:
    for entry in report.entries:
        for name in ("code", "title", "paragraphs", "budget", "staff", "lines", "description", "children", "kind"):
            with pytest.raises((FrozenInstanceError, AttributeError)):
                setattr(entry, name, None)


def test_a_report_evolves_into_another_without_changing(report: Report) -> None:
    other = evolve(report, title="Anders")
    assert (other.title, report.title) == ("Anders", gentbudget.parse(SMALL).title)
    assert list(other) == list(report)


def test_the_text_is_the_one_that_was_read(report: Report) -> None:
    assert report.text == SMALL


def test_the_front_matter_is_read(report: Report) -> None:
    assert report.title == "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    assert (report.year, report.previous_year) == (2024, 2023)
    assert [(row.code, row.title, row.page) for row in report.contents] == [
        ("SD10041", "Iedereen woont, leert en werkt hier", 1),
        ("OD10071", "Betaalbaar wonen versnellen", 2),
    ]


def test_a_report_without_front_matter_has_none_of_it() -> None:
    report = gentbudget.parse(SMALL[SMALL.index("Beleidsdoelstelling") :])
    assert (report.title, report.contents) == (None, ())
    assert (report.year, report.previous_year) == (2024, 2023)
    assert report.findings == ()


def test_a_report_without_tables_has_the_year_of_its_title_page() -> None:
    text = SMALL[: SMALL.index("Beleidsdoelstelling SD")] + "Acties\n\nAC34485 - Begeleiden van huurders\tDienst Wonen\n"
    report = gentbudget.parse(text)
    assert (report.year, report.previous_year) == (2024, 2023)
    untitled = gentbudget.parse(text.replace("JAARREKENING 2024", "JAARREKENING"))
    assert (untitled.year, untitled.previous_year) == (None, None)


def test_a_page_number_that_the_contents_lack_is_none() -> None:
    report = gentbudget.parse(edited(("versnellen\t2\n", "versnellen\n")))
    assert [row.page for row in report.contents] == [1, None]


def test_the_sample_is_the_report_of_the_shipped_text(sample: Report, sample_text: str) -> None:
    assert sample.text == sample_text
    assert sample == gentbudget.parse(sample_text)
    assert sample["OD10071"].title is not None
    assert sample["AC34485"].budget.operating.expenditure.budget == 648_927


@given(st.sampled_from(["OD10071", "AC34485", "PR40001", "SD10041"]), st.data())
def test_spaces_dashes_and_case_never_matter(code: str, data: st.DataObject) -> None:
    separators = st.sampled_from(["", " ", "-", "  ", "."])
    spelling = "".join(data.draw(separators) + data.draw(st.sampled_from([c, c.lower()])) for c in code)
    assert gentbudget_small()[spelling].code == code


def gentbudget_small() -> Report:
    global _small  # noqa: PLW0603 - Hypothesis and fixtures of a module do not go together
    if _small is None:
        _small = gentbudget.parse(SMALL)
    return _small


_small: Report | None = None
