"""What must hold of any report that was read from a damaged text, whatever the damage.

What the text ought to say is known from the report that was printed and from the lines, each of which knows what it is:
nothing here asks the parser.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from gentbudget import Entry, Report, ReportError
from gentbudget.exports.text import PrintedLine
from gentbudget.model import Row
from gentbudget.testing import Damaged
from tests.documents.accounts import STAFF_ROW, value_of
from tests.told import parse

Spot = tuple[int, str, int]
"""Where a figure is printed: the number of its entry, the label of its row, the number of its column."""

ROWS = ("budget row", "staff row")
HEADS = ("budget head", "staff head")
SEVERITIES = {"error", "warning", "info"}
WORDS = ("owner", "status", "phase", "organisation")


def rows_of(entry: Entry) -> list[tuple[str, Row]]:
    """The rows of both tables with their labels."""
    return [*((row.label, row) for row in entry.budget.rows), (STAFF_ROW, entry.staff)]


@frozen
class Page:
    """A damaged text, line by line, and the report that was printed."""

    printed: Report
    lines: tuple[PrintedLine, ...]
    touched: frozenset[int]
    """The entries whose heading or header was damaged, so that title and owner need not be those printed."""
    forged: dict[Spot, str] = field(factory=dict)
    """What rows of as many figures as there are columns print, whether or not it was printed there before."""

    @classmethod
    def of(cls, damaged: Damaged) -> Page:
        """Part what damage broke over several lines; form feeds end no line here."""
        lines = tuple(evolve(line, text=text) for line in damaged.lines for text in line.text.split("\n"))
        page = cls(damaged.dump.report, lines, touched(damaged))
        for line in lines:
            if line.part in ROWS and line.entry is not None and line.row is not None:
                figures = [cell for cell in line.text.split("\t") if any(map(str.isdigit, cell))]
                if len(figures) == len(page.labels(line.entry, line.row)):
                    page.forged.update({(line.entry, line.row, column): text for column, text in enumerate(figures)})
        return page

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(line.text for line in self.lines)

    def labels(self, number: int, row: str) -> list[str]:
        """The labels of the columns of a row."""
        entry = self.printed.entries[number]
        return [column.label for column in (entry.staff.columns if row == STAFF_ROW else entry.budget.columns)]

    def origin(self, entry: Entry) -> int | None:
        """Tell the number of the printed entry that this one is: by its code or, where that is lost, by its rows."""
        codes = [printed.code for printed in self.printed.entries]
        if entry.code in codes:
            return codes.index(entry.code)
        lines = [row.line for _, row in rows_of(entry) if row.line is not None]
        return self.lines[lines[0] - 1].entry if lines else None


def touched(damaged: Damaged) -> frozenset[int]:
    """The entries whose heading or header does not read as before, or has something else next to it."""

    def headers(lines: tuple[PrintedLine, ...]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for place, line in enumerate(lines):
            if line.part in ("heading", "header") and line.entry is not None:
                found.setdefault(line.entry, []).extend(one.text for one in lines[max(place - 2, 0) : place + 4])
        return found

    before, after = headers(damaged.dump.lines), headers(damaged.lines)
    return frozenset(number for number in before if before[number] != after.get(number))


def problems(damaged: Damaged) -> list[str]:
    """Say everything that is wrong with how a damaged text, its cells parted by tabs, is read."""
    page = Page.of(damaged)
    try:
        report = parse(page.text)
    except ReportError as error:
        return [f"refused: {error!r}"]
    return [
        *wrong_figures(page, report),
        *unreported_losses(page, report),
        *lost_lines(page, report),
        *wrong_places(page.text, report),
        *wrong_findings(page.text, report),
    ]


def wrong_figures(page: Page, report: Report) -> Iterator[str]:
    """Find figures that are not what is printed for that entry in that row under that column."""
    for entry in report.entries:
        number = page.origin(entry)
        for label, row in rows_of(entry):
            if row.line is None or number is None:
                continue
            if page.lines[row.line - 1].entry != number:
                yield f"row {label} of another entry in {entry.code}, line {row.line}"
                continue
            # A row whose labels were damaged may stand there under what is left of them.
            printed_label = page.lines[row.line - 1].row or label
            rows = dict(rows_of(page.printed.entries[number]))
            labels = page.labels(number, printed_label)
            for cell, column in zip(row.figures, row.columns, strict=True):
                if cell.value is None:
                    continue
                if column.label not in labels or printed_label not in rows:
                    yield f"{cell.text!r} under {column.label!r}, line {cell.line}"
                    continue
                place = labels.index(column.label)
                text = rows[printed_label].figures[place].text
                if cell.value != value_of(text) and cell.text != page.forged.get((number, printed_label, place)):
                    yield f"{cell.text!r} for {text!r}, {entry.code} {label} {column.label}, {cell.line}"
                elif row[column.label] != cell.value:
                    yield f"{row[column.label]} under {column.label} for {cell.text}"
                elif column.name and row.cells[column.name] != cell:
                    yield f"{row.cells[column.name]} is named {column.name} for {cell}"


def unreported_losses(page: Page, report: Report) -> Iterator[str]:
    """Find figures, entries, codes, titles and owners that were printed and are not there, without a finding near."""
    read: dict[int, Entry] = {}
    for entry in report.entries:
        number = page.origin(entry)
        if number is not None:
            read.setdefault(number, entry)
    for number, printed in enumerate(page.printed.entries):
        found = read.get(number)
        lines = [i for i, line in enumerate(page.lines, 1) if line.entry == number]
        near = [
            finding
            for finding in report.findings
            if finding.entry == printed.code or lines[0] - 4 <= finding.line <= lines[-1] + 1
        ]
        names = [name for name in ("code", "title", "period", *WORDS) if getattr(printed, name, None) is not None]
        lost = [name for name in names if getattr(found, name, None) is None]
        rows = {} if found is None else dict(rows_of(found))
        for label, row in rows_of(printed):
            values = rows[label].values if label in rows else {}
            lost += [f"{value} in {label} under {column}" for column, value in row.values.items() if values.get(column) is None]
        if lost and not near:
            yield f"silent loss: {printed.code}: {lost[:3]}"
        if found is None or number in page.touched:
            continue
        for name in ("title", *WORDS):
            got, expected = getattr(found, name, None), getattr(printed, name, None)
            if got is not None and got != expected:
                yield f"wrong {name}: {got!r} for {expected!r} in {printed.code}"


def lost_lines(page: Page, report: Report) -> Iterator[str]:
    """Find lines of which some words or figures are in no part of the report, and that are not said to be left over."""
    explained = set(report.unclaimed) | {finding.line for finding in report.findings} | contested(page, report)
    spans = {(cell.line, cell.text) for entry in report.entries for _, row in rows_of(entry) for cell in row.figures}
    words_of = {entry.lines: words(entry) for entry in report.entries}
    for number, line in enumerate(page.lines, 1):
        if line.part in ("front", "blank", "rule") or not line.text.strip("\f \t-") or number in explained:
            continue
        inside = [lines for lines in words_of if lines[0] <= number <= lines[1]]
        if not inside:
            yield f"line {number} is in no entry and not unclaimed: {line.part} {line.text[:60]!r}"
        elif line.part in ROWS:
            figures = [text for text in line.text.split() if any(map(str.isdigit, text))]
            missing = [text for text in figures if (number, text) not in spans]
            if missing:
                yield f"line {number} ({line.part}) lacks the figures {missing}"
        elif line.part in ("header", "text"):
            parted = line.text.replace("\f", " ").replace("|", " ").split()
            known = words_of[inside[0]] | {"-"}
            missing = [word for word in parted if not holds(known, word)]
            if missing and not is_page_number(line.text):
                yield f"line {number} ({line.part}) lacks {missing[:6]} of {line.text[:60]!r}"


def contested(page: Page, report: Report) -> set[int]:
    """The lines of tables of which a finding says something as a whole, and of rows that another one contradicts."""
    heads = {i: line.entry for i, line in enumerate(page.lines, 1) if line.part in HEADS}
    about = {heads[f.line] for f in report.findings if f.line in heads and f.severity == "error"}
    rows = {
        (page.lines[f.line - 1].entry, page.lines[f.line - 1].row) for f in report.findings if f.code == "contradicting-rows"
    }
    return {
        i
        for i, line in enumerate(page.lines, 1)
        if (line.entry is not None and line.entry in about) or (line.row and (line.entry, line.row) in rows)
    }


def words(entry: Entry) -> set[str]:
    """Collect every word that an entry holds outside of its tables."""
    texts = [entry.code, entry.title, entry.description, str(getattr(entry, "period", "") or "")]
    texts += [getattr(entry, name, None) for name in WORDS]
    return {word for text in texts if text for word in text.split()}


def holds(known: set[str], word: str) -> bool:
    """Tell whether a word is among the known ones, or is two of them that were glued."""
    return word in known or any({word[:cut], word[cut:]} <= known for cut in range(1, len(word)))


def is_page_number(text: str) -> bool:
    """Tell whether the line is a page number alone, which is no part of the report and may be set aside."""
    return text.strip("\f \n").removeprefix("Pagina ").isdecimal()


def wrong_places(text: str, report: Report) -> Iterator[str]:
    """Find spans that do not slice to their text, entries out of order or across each other."""
    if report.text != text:
        yield "the report's text is not the text that was read"
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    seen: set[int] = set()
    for entry in report.entries:
        for _, row in rows_of(entry):
            for cell in row.figures:
                if text[cell.start : cell.end] != cell.text or starts[cell.line - 1] + cell.column - 1 != cell.start:
                    yield f"wrong place: {cell}"
                if cell.text and cell.start in seen:
                    yield f"a figure serves twice: {cell}"
                if cell.text:
                    seen.add(cell.start)
                if not entry.lines[0] <= cell.line <= entry.lines[1]:
                    yield f"{cell} is outside {entry.lines}"
    ends = [number for entry in report.entries for number in entry.lines]
    if ends != sorted(ends):
        yield f"entries overlap: {ends}"


def wrong_findings(text: str, report: Report) -> Iterator[str]:
    """Find findings that are not of the text, and lines said to be left over that are not there."""
    count = text.count("\n") + 1 + text.count("\f")
    for finding in report.findings:
        if not 1 <= finding.line <= count or finding.severity not in SEVERITIES or not finding.message:
            yield f"wrong finding: {finding}"
        if finding.entry is not None and finding.code != "missing-entry" and finding.entry not in report:
            yield f"about no entry of the report: {finding}"
    for number in report.unclaimed:
        if not text.split("\n")[number - 1].strip():
            yield f"blank line {number} is said to be unclaimed"
    if list(report.unclaimed) != sorted(set(report.unclaimed)):
        yield f"unclaimed is not in order: {report.unclaimed}"
