"""The real report and the shipped sample, against a reading of them that shares nothing with the library.

The reading below knows how this one file is laid out and nothing more: tables have tabs, headings stand alone, and so
on. What it cannot tell by such a rule is written out by hand from the text, with its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import frozen

import gentbudget
from gentbudget import Action, ActionPlan, Entry, Objective, Project, Report, ReportError
from gentbudget.model import Row

from .documents.accounts import value_of

COLUMNS = {
    "budget": ("budget", "actual", "budget_used", "previous_actual", "vs_previous"),
    "staff": ("planned", "paid", "plan_used", "previous_paid", "vs_previous"),
}
LABELS = {
    "budget": (
        "Budget 2024",
        "Jaarrekening 2024",
        "% Besteding budget 2024",
        "Jaarrekening 2023",
        "Jaarrekening 2024 t.o.v. 2023",
    ),
    "staff": ("Plan 2024", "Betaald 2024", "% Besteding plan 2024", "Betaald 2023", "Betaald 2024 t.o.v. 2023"),
}
ROWS = (
    ("operating", "expenditure"),
    ("operating", "receipts"),
    ("investment", "expenditure"),
    ("investment", "receipts"),
    ("financing", "expenditure"),
    ("financing", "receipts"),
)
SHORT_TABLE = range(763, 769)
"""The six rows of four values under a head of five; what is lost is Jaarrekening 2024."""

LOST_HEADERS = (
    102, 408, 493, 1026, 1076, 1861, 2074, 2303, 3001, 3189, 3248, 3363,
    3466, 3618, 3821, 4023, 4361, 5274, 5474, 5571, 5768, 5877, 6015, 6148,
)  # fmt: skip
"""The headings below which neither code nor title nor owner is left, by hand from the text."""

RUN_TOGETHER = {
    952: (
        "PR40777", "Uitbreiding statusmagazijn", "Dienst Publiekszaken", "Afgewerkt", "Nazorg", (2020, 2021),
    ),
    5622: (
        "ACO1011", "Organiseren en beheren van goederentransport en magazijnen", "Dienst FM Welzijn", None, None, None,
    ),
    5639: (
        "ACO1113", "Organiseren facilitair beheer - Dienst FM Welzijn", "Dienst FM Welzijn", None, None, None,
    ),
}  # fmt: skip
"""The headers whose cells only single spaces part, by their line: code, title, owner, status, phase, period."""

HARD_OWNERS = {
    "AC34485": "Dienst Internationale Netwerken en Subsidies",  # 84, on a line of its own
    "AC34604": "Strategische Coördinatie",  # 124
    "ACC2212": "Welzijnsbureau Bloemekenswijk",  # 867, on two lines
    "PR40777": "Dienst Publiekszaken",  # 952, run together
    "AC34015": "Dienst Burgerzaken",  # 1159
    "AC34623": "Dienst Organisatieontwikkeling",  # 1837, on two lines
    "AC34652": "Kabinet Algemeen Directeur",  # 1911, on two lines
    "AC35197": "Dienst Organisatieontwikkeling",  # 2093, on two lines
    "ACQ1113": "Dienst Organisatieontwikkeling",  # 2323, on two lines
    "PR40735": "Dienst Organisatieontwikkeling",  # 2426, behind a rule
    "PR40882": "Archief Gent",  # 2499, behind a rule
    "AC34788": "College en Kabinetssecretariaten",  # 2754, on two lines, and nowhere else in this spelling
    "AC34767": "College en Kabinetsecretariaten",  # 2720
    "AC34896": "Kabinet Algemeen Directeur",  # 2774, on two lines
    "AC35438": "Dienst Bestuursondersteuning",  # 2863, on two lines
    "ACU1010": "Dienst Bestuursondersteuning",  # 3037, on two lines
    "ACU1011": "Dienst Bestuursondersteuning",  # 3058, on two lines
    "ACU1014": "Juridische Dienst en Kennisbeheer",  # 3079, with an empty cell behind it
    "AC35109": "Dienst Organisatiebrede budgetten",  # 3637, on two lines
    "AC35508": "FIN Belastingen Economie +",  # 4473
    "AC35509": "FIN Belastingen Wonen+",  # 4493
    "AC34701": "Dienst FM Themagebouwen",  # 4735, on two lines behind a title on two lines
    "ACX1700": "Campus Muide",  # 5130
    "PR40094": "Dienst FM Themagebouwen",  # 5165, behind a rule
    "AC34706": "Dienst Aankoop en Logistiek",  # 5292, on two lines
    "AC35620": "Dienst FM Beleidsondersteuning",  # 5492, on two lines
    "AC35621": "Dienst FM Beleidsondersteuning",  # 5511, on two lines
    "AC35622": "Dienst FM Beleidsondersteuning",  # 5531, on two lines
    "ACO1011": "Dienst FM Welzijn",  # 5622, run together
    "ACO1113": "Dienst FM Welzijn",  # 5639, run together with a title that ends with the same words
    "ACO1910": "Dienst FM Beleidsondersteuning",  # 5658, on two lines
    "ACO2200": "Dienst Aankoop en Logistiek",  # 5678, on two lines
    "PR40821": "Dienst FM Beleidsondersteuning",  # 5698, on the next line behind tabs
    "AC34772": "Dienst syndicale hoofdafgevaardigden",  # 5902, on two lines; the description says it again
    "AC34798": "Ombudsdienst",  # 1961, one word
    "PR41009": "Dienst Internationale Netwerken en Subsidies",  # 180, with an empty cell behind it
}

MISREAD_OWNERS = {
    "AC35031": "Dienst Organisationsbrede budgetten",
    "AC35500": "Dienst Organisationsbrede budgetten",
    "AC35501": "Dienst Organisationsbrede budgetten",
    "AC35118": "Dienst Organisaatiebrede budgetten",
    "AC35119": "Dienst Organisaatiebrede budgetten",
    "ACZ1300": "Dienst Organisaatiebrede budgetten",
    "ACZ1413": "Dienst Organisaatiebrede budgetten",
    "ACZ1000": "Dienst Organiserende budgetten",
    "ACZ1100": "Dienst Organiserende budgetten",
}

CUT_PARAGRAPHS = (338, 1388, 1458, 1546, 1754, 2971, 4670, 5027)
"""Lines in which a paragraph goes on in the middle of a sentence, behind a page break."""

STATUSES = {"Lopend", "Afgewerkt", "Stopgezet", "On hold", "Nog niet gestart"}
PHASES = {"Onderzoek", "Ontwerp", "Uitvoering", "Nazorg"}

HEADING = re.compile(r"(Beleidsdoelstelling SD\d{5}|Actieplan|Acties)\t*")
CODE = re.compile(r"[A-Z]{2,3}\d{4,5}")
KINDS = {"Beleidsdoelstelling": "objective", "Actieplan": "plan", "Acties": "action"}


# ---- the independent reading -------------------------------------------------------------------------------


@frozen
class PrintedRow:
    """A row of a table as it is printed: its line and its tokens by the name of their column."""

    line: int
    figures: dict[str, str | None]


@frozen
class PrintedEntry:
    """What the text prints of an entry."""

    kind: str
    lines: tuple[int, int]
    code: str | None
    title: str | None
    owner: str | None
    status: str | None
    phase: str | None
    period: tuple[int, int] | None
    organisation: str | None
    blocks: tuple[tuple[int, str], ...]
    """The description: what blank lines part, each with its first line."""
    budget: tuple[PrintedRow, ...]
    staff: PrintedRow


@frozen
class Document:
    """A report with the text it was read from, and what that text prints."""

    name: str
    text: str
    report: Report
    entries: tuple[PrintedEntry, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")


def read_entries(text: str) -> Iterator[PrintedEntry]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines, 1) if HEADING.fullmatch(line)]
    for start, following in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        yield read_entry({number: lines[number - 1] for number in range(start, following)}, start)


def read_entry(lines: dict[int, str], start: int) -> PrintedEntry:
    heading = lines[start].strip("\t").split(" ")
    head = next(n for n, line in lines.items() if line.startswith("Budgettaire"))
    tables = [n for n in lines if n >= head and any(map(str.isdigit, lines[n]))]
    budget_head, *budget, staff_head, staff = tables
    assert (len(budget), lines[staff_head][:9]) == (6, "Onderbouw")
    blocks = read_blocks({n: lines[n] for n in range(start + 1, budget_head)})
    fields: dict[str, object] = {}
    if heading[0] == "Beleidsdoelstelling":
        fields = {"code": heading[1], "title": blocks.pop(0)[1]}
    elif blocks and CODE.match(blocks[0][1]):
        fields = read_header(blocks, lines)
    kind = KINDS[heading[0]]
    return PrintedEntry(
        kind="project" if kind == "action" and str(fields.get("code")).startswith("PR") else kind,
        lines=(start, staff),
        blocks=tuple((n, " ".join(block.split())) for n, block in blocks),
        budget=tuple(read_row(n, lines[n], "budget") for n in budget),
        staff=read_row(staff, lines[staff], "staff"),
        **{name: fields.get(name) for name in ("code", "title", "owner", "status", "phase", "period", "organisation")},  # type: ignore[arg-type]
    )


def read_blocks(lines: dict[int, str]) -> list[tuple[int, str]]:
    """Part the lines where they are blank or rules."""
    blocks: list[tuple[int, list[str]]] = []
    inside = False
    for number, line in lines.items():
        if not line.strip() or (set(line) <= set("-\t") and line.count("-") > 1):
            inside = False
            continue
        if not inside:
            blocks.append((number, []))
        blocks[-1][1].append(line)
        inside = True
    return [(number, "\n".join(block)) for number, block in blocks]


def read_header(blocks: list[tuple[int, str]], lines: dict[int, str]) -> dict[str, object]:
    """Read the header's fields, and take its blocks away."""
    number, header = blocks.pop(0)
    if number in RUN_TOGETHER:
        names = ("code", "title", "owner", "status", "phase", "period")
        return dict(zip(names, RUN_TOGETHER[number], strict=True))
    if "\t" not in header:
        code, _, title = " ".join(header.split()).partition(" - ")
        _, owner = blocks.pop(0)
        return {"code": code, "title": title, "owner": " ".join(owner.split())}
    cells = [cell.strip() for cell in re.split(r"[\t\n]", header) if cell.strip()]
    if CODE.fullmatch(cells[0]):
        code, title, period, organisation = cells
        return {"code": code, "title": title, "period": read_period(period), "organisation": organisation}
    code, _, title = cells[0].partition(" - ")
    fields: dict[str, object] = {"code": code, "title": title, "owner": cells[-1]}
    if len(cells) > 2:
        _, status, phase, period, _ = cells
        assert (status in STATUSES, phase in PHASES) == (True, True)
        fields |= {"status": status, "phase": phase, "period": read_period(period)}
    return fields


def read_period(cell: str) -> tuple[int, int]:
    first, last = cell.split(" - ")
    return int(first), int(last)


def read_row(number: int, line: str, table: str) -> PrintedRow:
    tokens: list[str | None] = [cell for cell in line.split("\t") if any(map(str.isdigit, cell))]
    if number in SHORT_TABLE:
        tokens.insert(1, None)
    return PrintedRow(number, dict(zip(COLUMNS[table], tokens, strict=True)))


# ---- the two documents -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def corpus_document(corpus_path: Path, corpus: Report) -> Document:
    text = corpus_path.read_text(encoding="utf-8")
    return Document("corpus", text, corpus, tuple(read_entries(text)))


@pytest.fixture(scope="session")
def sample_document(sample_text: str, sample: Report) -> Document:
    return Document("sample", sample_text, sample, tuple(read_entries(sample_text)))


@pytest.fixture(params=["corpus", "sample"])
def document(request: pytest.FixtureRequest) -> Document:
    found: Document = request.getfixturevalue(f"{request.param}_document")
    return found


def pairs(document: Document) -> list[tuple[PrintedEntry, Entry]]:
    return list(zip(document.entries, document.report.entries, strict=True))


def row_pairs(document: Document) -> Iterator[tuple[PrintedRow, Row]]:
    for printed, entry in pairs(document):
        for row, (section, flow) in zip(printed.budget, ROWS, strict=True):
            yield row, getattr(getattr(entry.budget, section), flow)
        yield printed.staff, entry.staff


# ---- how much there is -------------------------------------------------------------------------------------


def test_every_entry_is_read_once_in_its_place_and_as_what_it_is(document: Document) -> None:
    report = document.report
    assert len(report.entries) == 338
    assert [entry.lines for entry in report.entries] == [printed.lines for printed in document.entries]
    assert [entry.kind for entry in report.entries] == [printed.kind for printed in document.entries]
    assert Counter(entry.kind for entry in report.entries) == {
        "objective": 4,
        "plan": 21,
        "action": 271,
        "project": 42,
    }
    classes: dict[str, type[Entry]] = {
        "objective": Objective,
        "plan": ActionPlan,
        "action": Action,
        "project": Project,
    }
    assert all(type(entry) is classes[entry.kind] for entry in report.entries)
    assert (len(report.objectives), len(report.plans), len(report.actions)) == (4, 21, 313)


def test_every_code_is_read(document: Document) -> None:
    printed = [entry.code for entry in document.entries]
    assert [entry.code for entry in document.report.entries] == printed
    codes = [code for code in printed if code is not None]
    assert len(codes) == len(set(codes)) == 314
    assert list(document.report) == codes
    assert len(document.report) == 314


def test_plans_and_actions_hang_under_what_stands_before_them(document: Document) -> None:
    report = document.report
    above: dict[str, Entry] = {}
    for printed, entry in pairs(document):
        if printed.kind == "objective":
            assert report.parent(entry) is None
            above = {"objective": entry}
        elif printed.kind == "plan":
            assert report.parent(entry) == above["objective"]
            above["plan"] = entry
        else:
            assert report.parent(entry) == above["plan"]
    assert [len(objective.children) for objective in report.objectives] == [4, 5, 9, 3]
    assert sum(len(plan.children) for plan in report.plans) == 313


# ---- figures -----------------------------------------------------------------------------------------------


def test_every_figure_is_exactly_the_printed_one_under_its_column(document: Document) -> None:
    compared = 0
    for printed, row in row_pairs(document):
        assert row.line == printed.line
        assert list(row.cells) == list(printed.figures)
        for name, token in printed.figures.items():
            cell = row.cells[name]
            if token is None:
                assert (cell.value, cell.text) == (None, "")
                assert getattr(row, name) is None
                continue
            assert (cell.text, cell.value) == (token, value_of(token)), printed.line
            assert cell.value is not None
            assert cell.value.as_tuple() == value_of(token).as_tuple(), "as many decimals as printed"
            assert getattr(row, name) == cell.value
            compared += 1
    assert compared == 11_824


def test_every_figure_is_found_under_the_printed_label_of_its_column(document: Document) -> None:
    compared = 0
    for printed, row in row_pairs(document):
        table = "budget" if "budget" in printed.figures else "staff"
        assert tuple(column.label for column in row.columns) == LABELS[table]
        for label, name in zip(LABELS[table], COLUMNS[table], strict=True):
            token = printed.figures[name]
            assert row[label] == (None if token is None else value_of(token))
            compared += token is not None
    assert compared == 11_824


def test_columns_know_their_year_and_whether_they_print_percentages(document: Document) -> None:
    years = {"previous_actual": 2023, "previous_paid": 2023}
    for _, row in row_pairs(document):
        for column in row.columns:
            assert column.year == years.get(str(column.name), 2024)
            assert column.is_share == (column.name in ("budget_used", "plan_used", "vs_previous"))


def test_rows_are_found_by_their_printed_labels(document: Document) -> None:
    sections = {"operating": "Exploitatie", "investment": "Investering", "financing": "Financiering"}
    flows = {"expenditure": "Uitgaven", "receipts": "Ontvangsten"}
    for _, entry in pairs(document):
        assert len(entry.budget.rows) == 6
        for row, (section, flow) in zip(entry.budget.rows, ROWS, strict=True):
            assert (row.section, row.flow) == (sections[section], flows[flow])
            assert entry.budget[sections[section], flows[flow]] is row
            assert getattr(getattr(entry.budget, section), flow) is row


def test_every_span_slices_to_the_printed_text_at_its_line_and_column(document: Document) -> None:
    text, lines = document.report.text, document.lines
    assert text == document.text
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    spans = set()
    for _, row in row_pairs(document):
        for cell in row.cells.values():
            assert text[cell.start : cell.end] == cell.text
            assert starts[cell.line - 1] + cell.column - 1 == cell.start
            assert cell.line == row.line
            if cell.text:
                assert lines[cell.line - 1][cell.column - 1 :].startswith(cell.text)
                spans.add((cell.start, cell.end))
    assert len(spans) == 11_824, "no printed figure serves twice"


def test_the_missing_column_is_none_in_all_six_rows_and_no_value_of_the_others_sits_in_it(document: Document) -> None:
    """By hand from lines 763 to 768."""
    entry = document.report["AC34852"]
    operating = entry.budget.operating
    assert (operating.expenditure.line, operating.receipts.line) == (763, 764)
    assert [operating.expenditure[label] for label in LABELS["budget"]] == [
        Decimal(1_158_616),
        None,
        Decimal("106.2"),
        Decimal(1_178_695),
        Decimal("104.3"),
    ]
    assert [operating.receipts[label] for label in LABELS["budget"]] == [
        Decimal(66_573),
        None,
        Decimal("139.7"),
        Decimal(10_836),
        Decimal("858.3"),
    ]
    for row in entry.budget.rows:
        assert row.actual is None
        assert None not in (row.budget, row.budget_used, row.previous_actual, row.vs_previous)
    assert entry.staff.paid == Decimal("15.37"), "the table below it is whole"


@pytest.mark.parametrize(
    ("code", "row", "column", "value"),
    [
        ("SD10041", 0, 0, "13057602"),  # 53
        ("OD10071", 1, 4, "79.2"),  # 71
        ("AC34485", 0, 1, "663509"),  # 92
        ("AC35123", 0, 4, "2766541.7"),  # 4771
        ("PR40380", 2, 0, "2006645"),  # 680, below Investing
        ("ACO1011", 2, 0, "0"),  # 5629, below Investing
    ],
)
def test_figures_read_by_hand(code: str, row: int, column: int, value: str, document: Document) -> None:
    section, flow = ROWS[row]
    found = getattr(getattr(document.report[code].budget, section), flow)
    assert getattr(found, COLUMNS["budget"][column]) == Decimal(value)


def test_negative_figures_keep_their_sign(document: Document) -> None:
    tokens = {token for printed, _ in row_pairs(document) for token in printed.figures.values() if token}
    assert {"-4.335.322", "-2.303,0%", "-1,3%"} <= tokens
    read = {cell.text: cell.value for _, row in row_pairs(document) for cell in row.cells.values()}
    assert read["-4.335.322"] == Decimal(-4_335_322)
    assert read["-2.303,0%"] == Decimal("-2303.0")
    assert read["-1,3%"] == Decimal("-1.3")


# ---- headers -----------------------------------------------------------------------------------------------


def test_titles_are_those_printed(document: Document) -> None:
    for printed, entry in pairs(document):
        assert entry.title == printed.title, printed.lines
    assert sum(entry.title is not None for entry in document.report.entries) == 314


def test_the_owner_is_right_on_every_action_and_project_that_has_a_header(document: Document) -> None:
    with_header = 0
    for printed, entry in pairs(document):
        if isinstance(entry, Action):
            assert entry.owner == printed.owner, printed.lines
            with_header += printed.owner is not None
    assert with_header == 289


def test_the_reading_of_the_owners_is_what_the_issue_counted(document: Document) -> None:
    """57 owners stand on lines of their own, so the rule that reads them has something to read."""
    lines = document.lines
    alone = [
        printed
        for printed in document.entries
        if printed.owner and not any(line.rstrip("\t").endswith(printed.owner) and "\t" in line for line in lines)
    ]
    headers = [
        next(line for line in lines[printed.lines[0] :] if line.strip("-\t"))
        for printed in document.entries
        if printed.kind in ("action", "project") and printed.code
    ]
    assert len(headers) == 289
    assert sum("\t" not in line for line in headers) == 57 + len(RUN_TOGETHER)
    assert {printed.code for printed in alone} >= {"AC34788", "AC34772", "AC35237"}


@pytest.mark.parametrize(("code", "owner"), HARD_OWNERS.items())
def test_hard_owners_by_hand(code: str, owner: str, document: Document) -> None:
    entry = document.report[code]
    assert isinstance(entry, Action)
    assert entry.owner == owner


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("PR40777", "Uitbreiding statusmagazijn"),  # 952
        (
            "AC34701",  # 4732 and 4733
            "Organiseren van onderhouds- en herstellingswerken aan het patrimonium - FM Themagebouwen",
        ),
        ("ACO1113", "Organiseren facilitair beheer - Dienst FM Welzijn"),  # 5639
        ("ACO1011", "Organiseren en beheren van goederentransport en magazijnen"),  # 5622
        ("PR40821", "Circulair Materialenbeheer"),  # 5697
        ("PR40735", "Ontwikkelen en implementeren samenwerkingsmodel Stadsontwikkeling"),  # 2426
        ("AC35209", "Instaan voor bouwkundig projectmanagement - Dienst FM Welzijn"),  # 4609, ends with its owner
        ("PR40804", "Online reserveren en betalen: pilootproject"),  # 968
        ("SD10043", "Groep Gent is een wendbare en resultaatgerichte organisatie"),  # 1527
        ("PO10045", "Site Zuid"),  # 652
    ],
)
def test_hard_titles_by_hand(code: str, title: str | None, document: Document) -> None:
    entry = document.report.get(code)
    assert (entry and entry.title) == title


def test_projects_have_the_status_phase_and_period_that_they_print(document: Document) -> None:
    for printed, entry in pairs(document):
        if isinstance(entry, Project):
            assert (entry.status, entry.phase) == (printed.status, printed.phase), printed.lines
            assert entry.status in STATUSES
            assert entry.phase in PHASES
            assert entry.period is not None
            assert (entry.period.start, entry.period.end) == printed.period
        else:
            assert not hasattr(entry, "status")
            assert not hasattr(entry, "phase")


@pytest.mark.parametrize(
    ("code", "status", "phase", "period"),
    [
        ("PR40777", "Afgewerkt", "Nazorg", "2020 - 2021"),  # 952, run together
        ("PR40821", "Afgewerkt", "Nazorg", "2020 - 2021"),  # 5697
        ("PR40648", "On hold", "Onderzoek", "2018 - 2026"),  # 707
        ("PR40934", "Nog niet gestart", "Onderzoek", "2022 - 2023"),  # 1489
        ("PR40937", "Lopend", "Ontwerp", "2021 - 2045"),  # 5229
        ("PRP1162", "Lopend", "Uitvoering", "2011 - 2026"),  # 2556
        ("PR40802", "Stopgezet", "Onderzoek", "2020 - 2021"),  # 1734
    ],
)
def test_projects_by_hand(code: str, status: str, phase: str, period: str, document: Document) -> None:
    project = document.report[code]
    assert isinstance(project, Project)
    assert (project.status, project.phase, str(project.period)) == (status, phase, period)


def test_plans_have_the_period_and_organisation_that_they_print(document: Document) -> None:
    for printed, entry in pairs(document):
        if isinstance(entry, ActionPlan):
            assert entry.period is not None
            assert (entry.period.start, entry.period.end) == printed.period == (2020, 2027)
            assert entry.organisation == printed.organisation == "Groep Gent"


def test_entries_without_header_stay_in_their_place(document: Document) -> None:
    lost = [entry for entry in document.report.entries if entry.code is None]
    assert tuple(entry.lines[0] for entry in lost) == LOST_HEADERS
    for entry in lost:
        assert isinstance(entry, Action)
        assert entry.kind == "action"
        assert (entry.title, entry.owner) == (None, None)
        assert None not in [cell.value for row in entry.budget.rows for cell in row.cells.values()]
        assert None not in [cell.value for cell in entry.staff.cells.values()]


def test_the_first_entry_without_header_has_its_own_description_and_figures(corpus: Report) -> None:
    """By hand from lines 102 to 118."""
    entry = next(entry for entry in corpus.entries if entry.lines[0] == 102)
    assert entry.lines == (102, 118)
    assert entry.description.startswith("- We zetten gericht in op het ondersteunen van stadsdiensten")
    assert len(entry.description.splitlines()) == 4
    assert entry.budget.operating.expenditure.budget == Decimal(1_259_206)
    assert entry.staff.paid == Decimal("11.89")
    parent = corpus.parent(entry)
    assert parent is not None
    assert parent.code == "OD10071"
    assert entry in parent.children


# ---- descriptions ------------------------------------------------------------------------------------------


def test_descriptions_keep_every_line_in_order(document: Document) -> None:
    for printed, entry in pairs(document):
        expected = " ".join(block for _, block in printed.blocks)
        assert " ".join(entry.description.split()) == expected, printed.lines


def test_paragraphs_are_those_that_blank_lines_part_but_for_the_cut_ones(document: Document) -> None:
    for printed, entry in pairs(document):
        expected: list[str] = []
        for number, block in printed.blocks:
            # Line 3095 goes on in parentheses with a list of which nothing says that it was cut; either will do.
            joined = number in CUT_PARAGRAPHS or (number == 3095 and len(entry.paragraphs) < len(printed.blocks))
            if joined:
                expected[-1] += " " + block
            else:
                expected.append(block)
        assert [" ".join(paragraph.split()) for paragraph in entry.paragraphs] == expected, printed.lines


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PR40663", "enerzijds wat betreft het toekomstbestendig, co-creatief model"),  # 336 and 338
        ("AC35161", "taaladvies en beeldproductie. We bieden hierbij inclusief communicatieadvies"),  # 1386 and 1388
        ("ACP1013", "als bijdrage in de realisatie van het beleid."),  # 1456 and 1458
        ("OD10079", "We stemmen de prioriteiten van de organisatie continu af"),  # 1544 and 1546
        ("PR40822", "binnen de gemeentelijke processen te implementeren. Het resulteert"),  # 1752 and 1754
        ("ACP1500", "omvatten het plannen, controleren, evalueren en bijsturen van de werking."),  # 2969 and 2971
        ("PR40567", "We moeten ook met het eigen stadspatrimonium bijdragen"),  # 4668 and 4670
        ("ACO2110", "aan alle wettelijke vereisten. Betreft het luik Exploitatie."),  # 5025 and 5027
    ],
)
def test_a_paragraph_that_a_page_break_cut_is_one_again(code: str, words: str, corpus: Report) -> None:
    assert any(words in paragraph for paragraph in corpus[code].paragraphs)


@pytest.mark.parametrize(
    ("code", "description"),
    [
        ("AC34781", "-"),  # 3535
        ("SD10042", "-"),  # 638
        ("SD10041", ""),  # 50, nothing but its title
        ("AC35025", ""),  # 3565, nothing
        ("ACC1112", "Zie omschrijving ACC2212."),  # 816
        ("AC34772", "Syndicale hoofdafgevaardigden"),  # 5905, the words of the owner again
    ],
)
def test_short_descriptions_by_hand(code: str, description: str, corpus: Report) -> None:
    assert corpus[code].description == description


def test_a_description_of_one_letter_is_a_description(corpus: Report) -> None:
    assert next(entry for entry in corpus.entries if entry.lines[0] == 3001).description == "x"


def test_bullets_keep_their_lines_and_paragraphs_are_parted_by_a_blank_line(corpus: Report) -> None:
    """By hand from lines 86 to 89, 516 to 524 and 353 to 357."""
    bullets = corpus["AC34485"].description.splitlines()
    assert [bullet[:22] for bullet in bullets] == [
        "- Internationale netwe",
        "- Actief netwerken en ",
        "- Een intern kenniscen",
        "- Organiseren van depa",
    ]
    paragraphs = corpus["OD10073"].paragraphs
    assert paragraphs[0] == "Scope: regie in alle Gentse wijken"
    assert paragraphs[1].startswith("De regisseurs willen")
    assert corpus["OD10073"].description == "\n\n".join(paragraphs)


# ---- what is around the entries ----------------------------------------------------------------------------


def test_the_contents_are_the_25_rows_below_their_heading(document: Document) -> None:
    lines = document.lines
    assert lines[18] == "Inhoudstafel\tPagina"
    expected = []
    for line in lines[19:44]:
        entry, page = line.split("\t")
        code, _, title = entry.partition(" - ")
        expected.append((code, title, int(page)))
    assert [(row.code, row.title, row.page) for row in document.report.contents] == expected
    assert len(document.report.contents) == 25


def test_the_contents_list_the_objectives_and_plans(document: Document) -> None:
    entries = [entry.code for entry in document.report.entries if entry.kind in ("objective", "plan")]
    assert [row.code for row in document.report.contents] == entries


def test_the_report_knows_its_title_and_years(document: Document) -> None:
    report = document.report
    assert report.title == "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    assert (report.year, report.previous_year) == (2024, 2023)


def test_no_line_is_left_over(document: Document) -> None:
    assert document.report.unclaimed == ()


# ---- findings ----------------------------------------------------------------------------------------------


def lines_with(code: str, report: Report) -> list[int]:
    return [finding.line for finding in report.findings if finding.code == code]


def test_nothing_else_is_found_than_what_is_damaged(document: Document) -> None:
    counts = Counter((finding.code, finding.severity) for finding in document.report.findings)
    joined = counts.pop(("joined-paragraph", "info"))
    assert counts == {
        ("lost-header", "error"): 24,
        ("missing-column", "error"): 1,
        ("misspelt-label", "info"): 40,
        ("run-together-header", "info"): 3,
        ("owner-variant", "warning"): 9,
    }
    assert joined in (len(CUT_PARAGRAPHS), len(CUT_PARAGRAPHS) + 1)


def test_every_lost_header_is_found_where_it_should_be(document: Document) -> None:
    assert lines_with("lost-header", document.report) == list(LOST_HEADERS)


def test_every_misspelt_label_is_found_on_its_line(document: Document) -> None:
    misspelt = [n for n, line in enumerate(document.lines, 1) if re.search(r"\bInvesting\t|[Oo]nderbouwning\b", line)]
    assert len(misspelt) == 34 + 6
    assert lines_with("misspelt-label", document.report) == misspelt


def test_a_misspelt_label_is_quoted_with_the_label_that_it_was_read_as(document: Document) -> None:
    for finding in document.report.findings:
        if finding.code == "misspelt-label":
            line = document.lines[finding.line - 1]
            assert ("investering" if line.startswith("Investing") else "onderbouwing") in finding.message.lower()
            if line.startswith("Investing"):
                assert "'Investing'" in finding.message


def test_the_missing_column_is_found_at_the_head_of_its_table(document: Document) -> None:
    (finding,) = [finding for finding in document.report.findings if finding.code == "missing-column"]
    assert (finding.line, finding.entry, finding.severity) == (762, "AC34852", "error")
    assert "Jaarrekening 2024" in finding.message
    assert "Jaarrekening 2023" not in finding.message


def test_run_together_headers_are_found_with_what_was_made_of_them(document: Document) -> None:
    found = {f.line: f for f in document.report.findings if f.code == "run-together-header"}
    assert list(found) == list(RUN_TOGETHER)
    for line, (code, title, owner, *_) in RUN_TOGETHER.items():
        assert found[line].entry == code
        assert title in found[line].message
        assert owner in found[line].message


def test_owners_that_look_misread_are_found_and_kept_as_printed(document: Document) -> None:
    report = document.report
    found = {finding.entry: finding for finding in report.findings if finding.code == "owner-variant"}
    assert found.keys() == MISREAD_OWNERS.keys()
    for code, owner in MISREAD_OWNERS.items():
        entry = report[code]
        assert isinstance(entry, Action)
        assert entry.owner == owner
        assert owner in found[code].message
        assert "Dienst Organisatiebrede budgetten" in found[code].message


def test_joined_paragraphs_are_found_where_they_go_on(corpus: Report) -> None:
    assert set(lines_with("joined-paragraph", corpus)) - {3095} == set(CUT_PARAGRAPHS)


def test_every_finding_names_the_entry_whose_lines_it_is_on(document: Document) -> None:
    for finding in document.report.findings:
        entry = next(e for e in document.report.entries if e.lines[0] <= finding.line <= e.lines[1])
        assert finding.entry in (entry.code, None)
        if finding.code not in ("misspelt-label", "lost-header"):
            assert finding.entry == entry.code


def test_findings_stand_in_the_order_of_the_text_and_name_the_file(corpus: Report, corpus_path: Path) -> None:
    lines = [finding.line for finding in corpus.findings]
    assert lines == sorted(lines)
    assert {finding.source for finding in corpus.findings} == {corpus_path.name}


def test_strict_reading_raises_at_the_first_error_with_its_line(corpus_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        gentbudget.parse_file(corpus_path, strict=True)
    assert caught.value.line == 102
    assert caught.value.excerpt == "Acties"
    assert "lost-header" in str(caught.value)
    assert str(caught.value).startswith("jaarrekening-2024.txt: line 102")


def test_strict_reading_of_text_and_of_bytes_raises_as_well(sample_text: str) -> None:
    for text in (sample_text, sample_text.encode()):
        with pytest.raises(ReportError) as caught:
            gentbudget.parse(text, strict=True)
        assert caught.value.line == 102


def test_strict_reading_of_what_has_no_error_returns_the_same_report(sample_text: str) -> None:
    """Up to line 100 the sample has nothing lost: one objective, one plan, one action."""
    whole = "\n".join(sample_text.split("\n")[46:100])
    report = gentbudget.parse(whole, strict=True)
    assert list(report) == ["SD10041", "OD10071", "AC34485"]
    assert report == gentbudget.parse(whole)


# ---- the two documents against each other ------------------------------------------------------------------


def same(first: Report, second: Report, what: Callable[[Entry], object]) -> bool:
    return [what(entry) for entry in first.entries] == [what(entry) for entry in second.entries]


def test_the_sample_is_the_real_report_with_other_descriptions(corpus: Report, sample: Report) -> None:
    assert same(corpus, sample, lambda e: (e.kind, e.code, e.title, e.lines))
    assert same(corpus, sample, lambda e: [getattr(e, name, None) for name in ("owner", "organisation", "period")])
    assert same(corpus, sample, lambda e: [getattr(e, name, None) for name in ("status", "phase")])
    assert same(corpus, sample, lambda e: [cell.text for row in e.budget.rows for cell in row.figures])
    assert same(corpus, sample, lambda e: [(c.text, c.value, c.line, c.column) for c in e.staff.figures])
    # In ACU1014, line 3095 goes on in parentheses in the real report alone.
    assert same(corpus, sample, lambda e: e.code == "ACU1014" or len(e.paragraphs))
    assert corpus.contents == sample.contents
    assert [(f.code, f.line, f.entry) for f in corpus.findings if f.line != 3095] == [
        (f.code, f.line, f.entry) for f in sample.findings
    ]
    assert sum(a.description != b.description for a, b in zip(corpus.entries, sample.entries, strict=True)) > 300


def test_reading_twice_gives_equal_reports(corpus: Report, corpus_path: Path) -> None:
    assert gentbudget.parse(corpus_path.read_bytes()) == corpus


# ---- the sample with more damage ---------------------------------------------------------------------------


def facts(entry: Entry) -> tuple[object, ...]:
    """Everything that an entry says but where it stands."""
    names = ("owner", "organisation", "status", "phase", "period")
    rows = [*entry.budget.rows, entry.staff]
    return (
        (entry.kind, entry.code, entry.title, entry.description.split()),
        [getattr(entry, name, None) for name in names],
        [(row.label, list(row.values.items())) for row in rows],
    )


@pytest.mark.parametrize(
    "block",
    [
        ["Overzicht van alle beleidsdoelstellingen - Stad Gent", "{}"],
        ["{}", "Jaarrekening 2024"],
        ["Jaarrekening 2024 - {}"],
        ["{} | Jaarrekening 2024"],
        ["\fStad Gent en OCMW Gent - Jaarrekening 2024 - {}"],
        ["{} van 300", "\fOverzicht van alle beleidsdoelstellingen"],
        ["Pagina {} van 300", "\fOverzicht van alle beleidsdoelstellingen"],
        ["Jaarrekening 2024 - pagina {} van 300", ""],
    ],
    ids=repr,
)
def test_page_furniture_everywhere_in_the_sample_changes_nothing(block: list[str], sample: Report, sample_text: str) -> None:
    """Every 37 lines, so that it stands in headers, descriptions and tables alike."""
    lines: list[str] = []
    for number, line in enumerate(sample_text.split("\n")):
        if number > 47 and number % 37 == 0:
            lines += [part.format(number // 37) for part in block]
        lines.append(line)
    report = gentbudget.parse("\n".join(lines))
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert report.contents == sample.contents
    assert report.unclaimed == ()
    assert Counter(f.code for f in report.findings) == Counter(f.code for f in sample.findings)


def test_thirty_more_lost_headers_cost_their_own_entries_alone(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    headers = [n for n, line in enumerate(lines) if n > 47 and re.match(r"(AC|PR)\w+ - .*\t", line)]
    lost = set(headers[4::7])
    codes = {lines[n].split(" ")[0] for n in lost}
    report = gentbudget.parse("\n".join("" if n in lost else line for n, line in enumerate(lines)))
    assert len(codes) > 25
    for before, after in zip(sample.entries, report.entries, strict=True):
        if before.code in codes:
            assert isinstance(after, Action)
            assert (after.code, after.title, after.owner, after.kind) == (None, None, None, "action")
            assert facts(after)[2] == facts(before)[2]
        else:
            assert facts(after) == facts(before)
    assert len(lines_with("lost-header", report)) == 24 + len(codes)


def test_thirty_lost_headings_cost_nothing_but_a_finding(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    headings = [n for n, line in enumerate(lines) if line.rstrip("\t") == "Acties"]
    with_code = [n for n in headings if re.match(r"(AC|PR)\w+ - ", next(line for line in lines[n + 1 :] if line.strip()))]
    lost = set(with_code[3::9])
    report = gentbudget.parse("\n".join("" if n in lost else line for n, line in enumerate(lines)))
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert len(lines_with("lost-heading", report)) == len(lost) > 25


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("\tUitgaven\t", "\tUitqauen\t"),
        ("\tOntvangsten\t", "\t0ntvangsten\t"),
        ("\nFinanciering\t", "\nFinanclerlng\t"),
        ("\nVTE\t", "\nVIE\t"),
        ("Onderbouwing personeel", "0nderbouwing pers0neel"),
        ("Budgettaire onderbouwing", "Budgettalre onderbouvving"),
    ],
)
def test_a_label_misread_in_every_table_of_the_sample_costs_no_figure(
    label: str, seen: str, sample: Report, sample_text: str
) -> None:
    report = gentbudget.parse(sample_text.replace(label, seen))
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert sum(c.value is not None for e in report.entries for r in e.budget.rows for c in r.figures) == 338 * 30 - 6
    assert report.unclaimed == ()


def test_line_ends_of_windows_change_nothing_in_the_sample(sample: Report, sample_text: str) -> None:
    report = gentbudget.parse(sample_text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert [(f.code, f.line, f.message) for f in report.findings] == [(f.code, f.line, f.message) for f in sample.findings]


def test_the_first_and_the_second_half_of_the_sample_make_the_whole(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    cut = sample["OD10082"].lines[0] - 1
    first, second = gentbudget.parse("\n".join(lines[:cut])), gentbudget.parse("\n".join(lines[cut:]))
    read = [(e.kind, e.code, facts(e)[2]) for e in (*first.entries, *second.entries)]
    assert read == [(e.kind, e.code, facts(e)[2]) for e in sample.entries]
    for entry in (*first.entries, *second.entries):
        whole = sample.get(entry.code or "")
        if isinstance(entry, Action) and isinstance(whole, Action):
            assert entry.owner in (whole.owner, None)
