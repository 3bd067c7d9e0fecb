"""A report as text with tabs between its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .printed import BUDGET_HEAD, BUDGET_ROWS, STAFF_HEAD, STAFF_ROW, PrintedEntry, PrintedReport


def tab_separated(report: PrintedReport, *, padded: bool = False) -> str:
    """Print a report with a tab between cells.

    Such texts have two habits, and ``padded`` chooses: headers stand apart from their headings, or directly
    below them with empty cells in the rows of both, as if the header were part of the table's grid.
    """
    lines = [
        f"JAARREKENING {report.year}",
        report.title.upper(),
        "",
        f"Jaarrekening {report.year}",
        "",
        "Inhoudstafel\tPagina",
        *(f"{code} - {title}\t{page}" for code, title, page in report.contents),
        "",
        report.title,
        "",
    ]
    for entry in report.entries:
        lines += [*_tabbed_header(entry, padded), ""]
        lines += _paragraphs(entry.description)
        lines.append("\t".join([BUDGET_HEAD, "", *report.budget_columns]))
        for labels, cells in zip(BUDGET_ROWS, entry.budget, strict=True):
            lines.append("\t".join([*labels, *cells]))
        # The staff table of an objective follows its budget table without a blank line.
        lines += [] if entry.kind == "objective" else [""]
        lines.append("\t".join([STAFF_HEAD, "", *report.staff_columns]))
        lines += ["\t".join([STAFF_ROW, "", *entry.staff]), ""]
    return "\n".join(lines).rstrip("\n")


def _tabbed_header(entry: PrintedEntry, padded: bool) -> list[str]:
    if entry.kind == "objective" or not padded:
        return [entry.heading, "", "\t".join(entry.header)]
    if entry.kind == "action":
        first, last = entry.header
        return [entry.heading + "\t" * 6, first + "\t" * 6 + last]
    return [entry.heading + "\t" * 5, "\t".join(entry.header) + "\t" * (6 - len(entry.header))]


def _paragraphs(description: Sequence[str]) -> Iterator[str]:
    """Paragraphs with blank lines between them; the bullets of a list stand together."""
    for place, paragraph in enumerate(description):
        yield paragraph
        following = description[place + 1 : place + 2]
        if not (paragraph.startswith("- ") and following and following[0].startswith("- ")):
            yield ""
