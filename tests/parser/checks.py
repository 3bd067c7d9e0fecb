"""What must hold of any report that was read from a damaged page, whatever the damage."""

from __future__ import annotations

from collections.abc import Iterator

import gentbudget
from gentbudget import Entry, Report, ReportError
from gentbudget.model import Row
from tests.documents.accounts import STAFF_ROW, value_of

from .damage import ROW_LABELS, Page, printed_figures

SEVERITIES = {"error", "warning", "info"}


def problems(damaged: Page) -> list[str]:
    """Say everything that is wrong with how a page is read, the kind of it before a colon."""
    try:
        report = gentbudget.parse(damaged.text)
    except ReportError as error:
        return [f"refused: {error!r}"]
    except Exception as error:
        return [f"exception: {error!r}"]
    return [
        *wrong_figures(damaged, report),
        *wrong_names(damaged, report),
        *unreported_losses(damaged, report),
        *lost_lines(damaged, report),
        *wrong_places(damaged, report),
        *wrong_findings(damaged, report),
    ]


def rows_of(entry: Entry) -> list[tuple[str, Row]]:
    return [*((row.label, row) for row in entry.budget.rows), (STAFF_ROW, entry.staff)]


def origin(damaged: Page, entry: Entry) -> int | None:
    """Tell the number of the printed entry that this one is: by its code or, where that is lost, by its rows."""
    codes = [printed.code for printed in damaged.printed.entries]
    if entry.code in codes:
        return codes.index(entry.code)
    lines = [row.line for _, row in rows_of(entry) if row.line is not None]
    return damaged.lines[lines[0] - 1].entry if lines else None


def wrong_figures(damaged: Page, report: Report) -> Iterator[str]:
    """Find figures that are not what is printed for that entry in that row under that column."""
    for entry in report.entries:
        number = origin(damaged, entry)
        expected = (
            {}
            if number is None
            else {(label, column): text for label, column, text in printed_figures(damaged.printed.entries[number])}
        )
        for label, row in rows_of(entry):
            if row.line is not None and damaged.lines[row.line - 1].entry != number:
                yield f"wrong figure: row {label} of another entry in {entry.code}, line {row.line}"
            if label not in (*ROW_LABELS, STAFF_ROW) and row.line is not None:
                # A row whose labels were damaged may stand there under what is left of them.
                label = damaged.lines[row.line - 1].row or label  # noqa: PLW2901
            for cell, column in zip(row.figures, row.columns, strict=True):
                if cell.value is None:
                    continue
                labels = damaged.printed.staff_columns if label == STAFF_ROW else damaged.printed.budget_columns
                if column.label not in labels:
                    yield f"wrong figure: {cell.text!r} under {column.label!r}, line {cell.line}"
                    continue
                place = labels.index(column.label)
                text = expected.get((label, place))
                forged = damaged.forged.get((number or 0, label, place), frozenset())
                if text is None or cell.value not in (value_of(text), *map(value_of, forged)):
                    yield f"wrong figure: {cell.text!r} for {text!r}, {entry.code} {label} {column.label}, {cell.line}"
                elif row[column.label] != cell.value:
                    yield f"wrong figure: {row[column.label]} under {column.label} for {cell.text}"


NAMES = {
    "budget": ("budget", "actual", "budget_used", "previous_actual", "vs_previous"),
    "staff": ("planned", "paid", "plan_used", "previous_paid", "vs_previous"),
}


def wrong_names(damaged: Page, report: Report) -> Iterator[str]:
    """Find figures that a name gives which its column does not have."""
    for entry in report.entries:
        for label, row in rows_of(entry):
            names = NAMES["staff" if label == STAFF_ROW else "budget"]
            labels = damaged.printed.staff_columns if label == STAFF_ROW else damaged.printed.budget_columns
            for name, printed in zip(names, labels, strict=True):
                found = getattr(row, name)
                by_label = [c.value for c, head in zip(row.figures, row.columns, strict=True) if head.label == printed]
                if found is not None and by_label != [found]:
                    yield f"wrong name: {name} is {found}, but {printed} is {by_label} in {label} of {entry.code}"


def unreported_losses(damaged: Page, report: Report) -> Iterator[str]:
    """Find figures, entries, codes, titles and owners that were printed and are not there, without a finding near."""
    read: dict[int, Entry] = {}
    for entry in report.entries:
        number = origin(damaged, entry)
        if number is not None:
            read.setdefault(number, entry)
    for number, printed in enumerate(damaged.printed.entries):
        found_entry = read.get(number)
        lines = [i for i, line in enumerate(damaged.lines, 1) if line.entry == number]
        near = [
            finding
            for finding in report.findings
            if finding.entry == printed.code or lines[0] - 4 <= finding.line <= lines[-1] + 1
        ]
        lost = [what for what in ("code", "title") if getattr(found_entry, what, None) is None]
        lost += [
            what
            for what in ("owner", "status", "phase", "period", "organisation")
            if getattr(printed, what) is not None and getattr(found_entry, what, None) is None
        ]
        rows = {} if found_entry is None else dict(rows_of(found_entry))
        for label, column, text in printed_figures(printed):
            row = rows.get(label)
            labels = damaged.printed.staff_columns if label == STAFF_ROW else damaged.printed.budget_columns
            values = {} if row is None else row.values
            if values.get(labels[column]) is None:
                lost.append(f"{text} in {label} under {labels[column]}")
        if lost and not near:
            yield f"silent loss: {printed.code}: {lost[:3]}"
        if found_entry is None or number in damaged.touched:
            continue
        for what in ("title", "owner", "status", "phase", "organisation"):
            found, expected = getattr(found_entry, what, None), getattr(printed, what)
            if found is not None and found != expected:
                yield f"wrong {what}: {found!r} for {expected!r} in {printed.code}"


def lost_lines(damaged: Page, report: Report) -> Iterator[str]:
    """Find lines of which some words or figures are in no part of the report, and that are not said to be left over."""
    explained = set(report.unclaimed) | {finding.line for finding in report.findings}
    spans = {(cell.line, cell.text) for entry in report.entries for _, row in rows_of(entry) for cell in row.figures}
    for entry in report.entries:
        explained |= {finding.line for finding in report.findings if finding.entry == entry.code is not None}
    words_of = {entry.lines: words(entry) for entry in report.entries}
    heads = {i: line.entry for i, line in enumerate(damaged.lines, 1) if line.role in ("budget head", "staff head")}
    contested = {
        number
        for finding in report.findings
        for number, line in enumerate(damaged.lines, 1)
        if (
            finding.line in heads and finding.severity == "error" and line.entry == heads[finding.line]
        )  # what is said of a table as a whole is said of its rows
        or (
            finding.code == "contradicting-rows"
            and (line.entry, line.row) == (damaged.lines[finding.line - 1].entry, damaged.lines[finding.line - 1].row)
        )  # and what is said of the second of two rows, of the first
    }
    for number, line in enumerate(damaged.lines, 1):
        if line.role in ("front", "blank", "rule") or not line.text.strip("\f \t") or number in explained | contested:
            continue
        inside = [lines for lines in words_of if lines[0] <= number <= lines[1]]
        if not inside:
            yield f"lost line: {number} is in no entry and not unclaimed: {line.role} {line.text[:60]!r}"
        elif line.role in ("header", "text", "furniture"):
            printed = line.text.replace("\f", " ").replace("|", " ").split()
            if line.role == "header":
                printed = [word for word in printed if word != "-"]
            missing = [word for word in printed if not holds(words_of[inside[0]], word)]
            if missing and not is_page_number(line.text):
                yield f"lost line: {number} ({line.role}) lacks {missing[:6]} of {line.text[:60]!r}"
        elif line.role in ("row", "staff row"):
            figures = [text for text in line.text.split() if any(map(str.isdigit, text))]
            missing = [text for text in figures if (number, text) not in spans]
            if missing:
                yield f"lost line: {number} ({line.role}) lacks the figures {missing}"


def words(entry: Entry) -> set[str]:
    """Collect every word that an entry holds outside of its tables."""
    texts = [entry.code, entry.title, entry.description]
    texts += [getattr(entry, what, None) for what in ("owner", "status", "phase", "organisation")]
    texts.append(str(getattr(entry, "period", "") or ""))
    return {word for text in texts if text for word in text.split()}


def holds(known: set[str], word: str) -> bool:
    """Tell whether a word is among the known ones, or is two of them that were glued."""
    return word in known or any({word[:cut], word[cut:]} <= known for cut in range(1, len(word)))


def is_page_number(text: str) -> bool:
    """Tell whether the line is a page number alone, which is no part of the report and may be set aside."""
    return text.strip("\f \n").removeprefix("Pagina ").isdecimal()


def wrong_places(damaged: Page, report: Report) -> Iterator[str]:
    """Find spans that do not slice to their text, entries out of order or across each other."""
    text = damaged.text
    if report.text != text:
        yield "wrong place: the report's text is not the text that was read"
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
                    yield f"wrong place: a figure serves twice: {cell}"
                if cell.text:
                    seen.add(cell.start)
                if not entry.lines[0] <= cell.line <= entry.lines[1]:
                    yield f"wrong place: {cell} is outside {entry.lines}"
    ends = [number for entry in report.entries for number in entry.lines]
    if ends != sorted(ends):
        yield f"wrong place: entries overlap: {ends}"


def wrong_findings(damaged: Page, report: Report) -> Iterator[str]:
    """Find findings that are not of the text, and lines said to be left over that are not there."""
    count = len(damaged.lines) + damaged.text.count("\f")
    for finding in report.findings:
        if not 1 <= finding.line <= count or finding.severity not in SEVERITIES or not finding.message:
            yield f"wrong finding: {finding}"
        if finding.entry is not None and finding.code != "missing-entry" and finding.entry not in report:
            yield f"wrong finding: about no entry of the report: {finding}"
    for number in report.unclaimed:
        if not damaged.text.split("\n")[number - 1].strip():
            yield f"wrong finding: blank line {number} is said to be unclaimed"
    if list(report.unclaimed) != sorted(set(report.unclaimed)):
        yield f"wrong finding: unclaimed is not in order: {report.unclaimed}"
