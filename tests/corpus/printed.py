"""What the real report and the shipped sample print, by a reading that shares nothing with the library.

The reading knows how this one file is laid out and nothing more: tables have tabs, headings stand alone, and so on. What
it cannot tell by such a rule is written out by hand from the text, with its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from attrs import frozen

import gentbudget
from gentbudget import Entry, Report
from gentbudget.model import Row

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


def pairs(document: Document) -> list[tuple[PrintedEntry, Entry]]:
    return list(zip(document.entries, document.report.entries, strict=True))


def row_pairs(document: Document) -> Iterator[tuple[PrintedRow, Row]]:
    for printed, entry in pairs(document):
        for row, (section, flow) in zip(printed.budget, ROWS, strict=True):
            yield row, getattr(getattr(entry.budget, section), flow)
        yield printed.staff, entry.staff


def lines_with(code: str, report: Report) -> list[int]:
    return [finding.line for finding in report.findings if finding.code == code]


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
