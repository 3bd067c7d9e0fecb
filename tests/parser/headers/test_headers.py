"""Headers as the real report prints them: owners on their own lines, split, behind tabs, run together with titles.

Reports are drawn and every header is printed in a style of its own. What other headers print clearly must be read
exactly; what nothing else in the report tells may be left open, with a finding, but is never wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Action, Entry, Project, Report
from tests.documents.accounts import PrintedEntry, PrintedReport, consistent_report, tab_separated
from tests.parser.small import SMALL, edited
from tests.profiles import times

RULE = "--\t--------\t---"
STYLES = ("tabs", "tabs and rule", "padded", "own line", "two lines", "behind tabs", "single spaces")
CLEAR = STYLES[:3]


def header(entry: PrintedEntry, style: str, random: Random) -> list[str]:
    """Print the lines below a heading, up to the description, as the real report does it here and there."""
    first, *fields, owner = entry.header
    words = owner.split(" ")
    cut = random.randrange(1, len(words)) if len(words) > 1 else 1
    halves = [" ".join(half) for half in (words[:cut], words[cut:]) if half]
    return {
        "tabs": ["", "\t".join(entry.header), ""],
        "tabs and rule": ["", "\t".join(entry.header), RULE, ""],
        "padded": [first + "\t\t\t" + "\t".join([*fields, owner]) + "\t", ""],
        "behind tabs": ["\t".join([first, *fields]) + "\t", f"\t\t\t\t\t{owner}\t", ""],
        "single spaces": ["", " ".join([first, *fields, owner]), ""],
        "own line": ["", " ".join([first, *fields]), "", owner, ""],
        "two lines": ["", " ".join([first, *fields]), "", *halves, ""],
    }[style]


def styled(printed: PrintedReport, styles: dict[str, str], random: Random) -> str:
    """Print a report in tab form, with the headers of these entries in these styles."""
    lines = tab_separated(printed).split("\n")
    for entry in printed.entries:
        if entry.code not in styles:
            continue
        at = next(i for i, line in enumerate(lines) if line == "\t".join(entry.header))
        lines[at - 1 : at + 2] = header(entry, styles[entry.code], random)
    return "\n".join(lines)


def actions(printed: PrintedReport) -> Iterator[PrintedEntry]:
    return (entry for entry in printed.entries if entry.kind in ("action", "project"))


def draw(seed: int, projects: float) -> PrintedReport:
    return consistent_report(
        Random(seed),
        objectives=1,
        plans=2,
        actions=18,
        projects=projects,
    )


def said(report: Report, entry: Entry) -> bool:
    """Tell whether a finding says that something about this entry's header is open."""
    return any(f.entry == entry.code or entry.lines[0] <= f.line <= entry.lines[1] for f in report.findings)


@given(st.integers(0, 400), st.sampled_from([0.0, 0.5]), st.data())
@times(2)
def test_a_name_that_other_headers_print_clearly_is_read_in_every_style(
    seed: int, projects: float, data: st.DataObject
) -> None:
    printed = draw(seed, projects)
    random = Random(seed)
    styles: dict[str, str] = {}
    clear: set[str] = set()
    for entry in actions(printed):
        # The first that an owner is printed with is clear, so that the report says who it is.
        style = data.draw(st.sampled_from(STYLES if entry.owner in clear else CLEAR))
        styles[entry.code] = style
        clear.add(entry.owner or "")
    report = gentbudget.parse(styled(printed, styles, random))
    assert [e.code for e in report.entries] == [e.code for e in printed.entries]
    for entry in actions(printed):
        read = report[entry.code]
        assert isinstance(read, Action)
        assert (read.owner, read.title) == (entry.owner, entry.title), (entry.code, styles[entry.code])
        assert read.description.split() == " ".join(entry.description).split(), (entry.code, styles[entry.code])
        if isinstance(read, Project):
            assert (read.status, read.phase, str(read.period)) == (entry.status, entry.phase, entry.period)
    assert report.unclaimed == ()


@given(st.integers(0, 400), st.sampled_from([0.0, 0.5]), st.lists(st.sampled_from(STYLES), min_size=18, max_size=18))
@times(2)
def test_no_owner_and_no_title_is_ever_wrong(seed: int, projects: float, drawn: list[str]) -> None:
    """Whatever the styles; what cannot be told is left open and said to be."""
    printed = draw(seed, projects)
    styles = dict(zip((entry.code for entry in actions(printed)), drawn, strict=True))
    report = gentbudget.parse(styled(printed, styles, Random(seed)))
    assert [e.code for e in report.entries] == [e.code for e in printed.entries]
    for entry in actions(printed):
        read = report[entry.code]
        assert isinstance(read, Action)
        assert read.owner in (entry.owner, None), (entry.code, styles[entry.code])
        # Of a line that may as well have no owner at all, nothing tells where the title ends.
        together = styles[entry.code] == "single spaces" and entry.kind == "action"
        whole = " ".join([entry.title, *entry.header[1:]]) if together else None
        assert read.title in (entry.title, None) or (read.owner is None and read.title == whole), entry.code
        if read.owner is None or read.title is None:
            assert said(report, read)
        elif styles[entry.code] != "single spaces":
            assert read.description.split() == " ".join(entry.description).split()


@given(st.integers(0, 400), st.lists(st.booleans(), min_size=18, max_size=18))
@times(2)
def test_no_word_of_a_header_or_description_is_lost(seed: int, drawn: list[bool]) -> None:
    printed = draw(seed, 0.3)
    styles = {entry.code: "own line" if own else "single spaces" for entry, own in zip(actions(printed), drawn, strict=True)}
    report = gentbudget.parse(styled(printed, styles, Random(seed)))
    lines = report.text.split("\n")
    for entry in actions(printed):
        read = report[entry.code]
        texts = [read.code, read.title, read.description]
        texts += [getattr(read, what, None) for what in ("owner", "status", "phase")]
        texts.append(str(getattr(read, "period", None) or ""))
        found = {word for text in texts if text for word in text.split()}
        left_over = " ".join(lines[number - 1] for number in report.unclaimed)
        words = " ".join([*entry.header, *entry.description]).split()
        missing = [word for word in words if word not in found and word != "-" and word not in left_over]
        assert missing == [] or said(report, read), (entry.code, missing)


@pytest.mark.parametrize("style", ["own line", "two lines", "behind tabs", "single spaces"])
def test_run_together_headers_have_a_finding_and_others_have_none(style: str) -> None:
    printed = draw(7, 0.0)
    entries = list(actions(printed))
    owners = [entry.owner for entry in entries]
    at = next(i for i, owner in enumerate(owners) if owner in owners[:i])
    report = gentbudget.parse(styled(printed, {entries[at].code: style}, Random(1)))
    about_headers = [f for f in report.findings if f.code not in {"joined-paragraph", "unusual-code"}]
    found = [(f.code, f.severity, f.entry) for f in about_headers]
    expected = [("run-together-header", "info", entries[at].code)] if style == "single spaces" else []
    assert found == expected


# ---- by hand -----------------------------------------------------------------------------------------------


OWNED = """
Acties

AC34486 - Verhuren van fietsen\tDienst Wonen

Wie fietst, huurt.

"""


def with_header(*lines: str) -> Action:
    """Read the small report with these lines as the header of AC34485, and another action of the same owner."""
    start = SMALL.index("Acties\n\nPR40001")
    tables = SMALL[SMALL.index("Budgettaire", SMALL.index("Wie huurt")) : start]
    text = SMALL[:start] + OWNED.lstrip("\n") + tables + SMALL[start:]
    old = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
    report = gentbudget.parse(edited((old, "\n".join(lines)), text=text))
    assert list(report) == ["SD10041", "OD10071", "AC34485", "AC34486", "PR40001"]
    action = report["AC34485"]
    assert isinstance(action, Action)
    return action


@pytest.mark.parametrize(
    "lines",
    [
        ("AC34485 - Begeleiden van huurders\tDienst Wonen",),
        ("AC34485\tBegeleiden van huurders\tDienst Wonen",),
        ("AC34485 Begeleiden van huurders\tDienst Wonen",),
        ("AC34485: Begeleiden van huurders\tDienst Wonen",),
        ("AC34485 \N{EN DASH} Begeleiden van huurders\tDienst Wonen",),
        ("AC34485 -Begeleiden van huurders\tDienst Wonen",),
        ("AC34485 - Begeleiden van huurders\t\t\t\t\t\tDienst Wonen",),
        ("AC34485 - Begeleiden van huurders\tDienst Wonen\t\t",),
        ("AC34485 - Begeleiden van huurders", "", "Dienst Wonen"),
        ("AC34485 - Begeleiden van huurders", "Dienst Wonen"),
        ("AC34485 - Begeleiden van huurders", "", "Dienst", "Wonen"),
        ("AC34485 - Begeleiden van", "huurders", "", "Dienst Wonen"),
        ("AC34485 - Begeleiden van", "huurders", "", "Dienst", "Wonen"),
        ("AC34485 - Begeleiden van huurders", "\t\t\tDienst Wonen\t"),
        ("AC34485 - Begeleiden van huurders Dienst Wonen",),
        ("AC34485 - Begeleiden van huurders  Dienst Wonen",),
        ("AC34485 - Begeleiden van huurders\tDienst Wonen", "--------\t--\t--"),
        ("AC34485 - Begeleiden van<br>huurders\tDienst<br>Wonen",),
        ("**AC34485 - Begeleiden van huurders**\t**Dienst Wonen**",),
        ("|AC34485 - Begeleiden van huurders|Dienst Wonen|",),
        ("| AC34485 - Begeleiden van huurders | Dienst Wonen |", "|---|---|"),
        ("--------\t--\t--", "", "AC34485 - Begeleiden van huurders\tDienst Wonen", "--\t---"),
        ("--------\t--\t--", "", "AC34485 - Begeleiden van huurders", "", "Dienst Wonen"),
        ("", "", "AC34485 - Begeleiden van huurders", "", "", "", "Dienst Wonen", ""),
    ],
    ids=repr,
)
def test_a_header_is_read_in_every_form_it_takes(lines: tuple[str, ...]) -> None:
    action = with_header(*lines)
    assert (action.title, action.owner) == ("Begeleiden van huurders", "Dienst Wonen")
    assert action.paragraphs == ("Wie huurt, krijgt raad.", "- Eerst aan het loket\n- Dan thuis")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("AC34485 - Interne werking Dienst Wonen", "", "Dienst Wonen"), "Interne werking Dienst Wonen"),
        (("AC34485 - Interne werking Dienst Wonen\tDienst Wonen",), "Interne werking Dienst Wonen"),
        (("AC34485 - Beheer - Dienst Wonen Dienst Wonen",), "Beheer - Dienst Wonen"),
    ],
    ids=repr,
)
def test_a_title_that_ends_with_its_owner_keeps_it(lines: tuple[str, ...], title: str) -> None:
    action = with_header(*lines)
    assert (action.title, action.owner) == (title, "Dienst Wonen")


def test_a_description_that_begins_with_the_owner_s_name_keeps_it() -> None:
    start = SMALL.index("Wie huurt, krijgt raad.")
    text = SMALL[:start] + "Dienst Wonen\n\n" + SMALL[start:]
    action = gentbudget.parse(text)["AC34485"]
    assert isinstance(action, Action)
    assert action.owner == "Dienst Wonen"
    assert action.paragraphs[0] == "Dienst Wonen"


@pytest.mark.parametrize(
    "above", [("12",), ("Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties", "12")]
)
def test_a_page_s_head_and_number_above_the_code_are_no_owner_s(above: tuple[str, ...]) -> None:
    action = with_header(*above, "AC34485 - Begeleiden van huurders\tDienst Wonen")
    assert (action.title, action.owner) == ("Begeleiden van huurders", "Dienst Wonen")


def test_a_header_that_is_printed_twice_is_read_once() -> None:
    line = "AC34485 - Begeleiden van huurders\tDienst Wonen"
    action = with_header(line, line)
    assert (action.title, action.owner) == ("Begeleiden van huurders", "Dienst Wonen")


PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"


@pytest.mark.parametrize(
    ("old", "new", "code", "cell"),
    [
        ("Muide\tNog niet gestart", "MuideNog niet gestart", "PR40001", "title"),
        ("Ontwerp\t2022 - 2026\tDienst", "Ontwerp2022 - 2026Dienst", "PR40001", "owner"),
    ],
)
def test_cells_that_hold_a_field_as_well_are_open(old: str, new: str, code: str, cell: str) -> None:
    report = gentbudget.parse(edited((old, new)))
    assert getattr(report[code], cell) is None
    assert code in {finding.entry for finding in report.findings}


def with_project(*lines: str) -> Project:
    """Read the small report with these lines as the header of its project."""
    project = gentbudget.parse(edited((PROJECT, "\n".join(lines))))["PR40001"]
    assert isinstance(project, Project)
    assert (project.status, project.phase, str(project.period)) == ("Nog niet gestart", "Ontwerp", "2022 - 2026")
    return project


def test_a_heading_in_markdown_may_hold_two_lines_of_the_title_and_the_owner() -> None:
    fields = "Nog niet gestart Ontwerp 2022 - 2026"
    project = with_project(f"### **PR40001 - Bouwen van woningen Site {fields} Dienst Vastgoed Zuid**")
    assert (project.title, project.owner) == (None, None)


def test_a_row_in_markdown_with_its_first_cell_alone_goes_on_with_the_title() -> None:
    project = with_project(
        "|**PR40001 - Bouwen van woningen**|**Nog niet gestart**|**Ontwerp**|**2022 - 2026**|**Dienst**|",
        "|---|---|---|---|---|",
        "|**op het oude terrein**||||**Stadsvernieuwing**|",
        "|**Muide**|||||",
    )
    assert (project.title, project.owner) == ("Bouwen van woningen op het oude terrein Muide", "Dienst Stadsvernieuwing")


def test_a_row_of_the_next_table_in_markdown_is_not_the_header_s() -> None:
    project = with_project(
        "|**PR40001 - Bouwen van woningen**|**Nog niet gestart**|**Ontwerp**|**2022 - 2026**|**Dienst Wonen**|",
        "|---|---|---|---|---|",
        "Het verslag staat na afloop open voor iedereen",
        "|||**Jaarrekening**|**% Besteding**|**Jaarrekening**|",
    )
    assert (project.title, project.owner) == ("Bouwen van woningen", "Dienst Wonen")


def test_cells_that_some_program_put_in_another_order_are_open() -> None:
    project = with_project(
        "PR40001 - Bouwen van   Dienst Wonen   Nog niet gestart   Ontwerp   2022 - 2026   woningen   en Groen"
    )
    assert (project.title, project.owner) == (None, None)


def test_a_heading_in_markdown_that_goes_on_in_another_is_not_read_without_it() -> None:
    action = with_header("### **AC34485 - Begeleiden van huurders Dienst Wonen**", "", "### **Cel Huur**")
    assert (action.title, action.owner) == (None, None)


def test_an_owner_in_a_heading_that_goes_on_in_another_is_not_read_without_it() -> None:
    headings = ("**AC34485 - Begeleiden van huurders**", "**Dienst Wonen**", "**Cel Huur**")
    text = edited(("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------", "\n".join(headings))).replace("\t", " ")
    action = gentbudget.parse(text, known=["Dienst Wonen"])["AC34485"]
    assert isinstance(action, Action)
    assert (action.title, action.owner) == (None, None)


@pytest.mark.parametrize("line", ["o eerst thuis", "1) eerst thuis", "12", "Pagina 12"])
def test_a_bullet_or_a_page_number_below_a_header_does_not_go_on_with_its_title(line: str) -> None:
    old = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
    text = edited((old, f"AC34485 - Begeleiden van huurders Dienst Wonen\n{line}")).replace("\t", " ")
    action = gentbudget.parse(text, known=["Dienst Wonen"])["AC34485"]
    assert isinstance(action, Action)
    assert (action.title, action.owner, action.paragraphs[0]) == ("Begeleiden van huurders", "Dienst Wonen", line)


def test_a_heading_in_markdown_with_fields_may_begin_with_the_owner() -> None:
    project = with_project(
        "### **PR40001 - Bouwen van woningen aan de Muide**",
        "",
        "### **Dienst Nog niet gestart Ontwerp 2022 - 2026 Stadsvernieuwing**",
    )
    assert (project.title, project.owner) == (None, None)


def test_a_description_at_the_left_margin_is_not_the_organisation_s() -> None:
    old = SMALL[SMALL.index("OD10071\t") : SMALL.index("We bouwen")]
    new = "        OD10071 Betaalbaar wonen 2020 - 2027 Groep Gent\n                versnellen\n        "
    plan = gentbudget.parse(edited((old, new)))["OD10071"]
    assert isinstance(plan, gentbudget.ActionPlan)
    assert (plan.title, plan.organisation) == ("Betaalbaar wonen versnellen", "Groep Gent")
    assert plan.description == "We bouwen, en we verbouwen wat er staat."


def test_fields_in_markdown_may_go_on_in_the_next_heading() -> None:
    project = with_project(
        "### **PR40001 - Bouwen van woningen aan de Muide**",
        "",
        "### **Nog niet gestart Ontwerp**",
        "",
        "### **2022 - 2026 Dienst Wonen**",
    )
    assert project.paragraphs == ("De aannemer begint in het najaar.",)


def test_a_description_that_begins_with_a_period_does_not_give_it_to_the_header() -> None:
    sentence = "2020 - 2030 is de termijn waarin de stad dit terrein wil ontsluiten en er woningen bouwt."
    report = gentbudget.parse(edited(("\t2022 - 2026\t", "\t"), ("De aannemer begint in het najaar.", sentence)))
    project = report["PR40001"]
    assert isinstance(project, Project)
    assert (project.period, project.description) == (None, sentence)
