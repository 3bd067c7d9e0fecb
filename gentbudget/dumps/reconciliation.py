"""The way from the reports of several dumps to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from gentbudget.dumps.alignment import align
from gentbudget.dumps.codes import codes_of
from gentbudget.dumps.disputes import settle
from gentbudget.dumps.joining import Dump, join
from gentbudget.dumps.merging import Merged, Place, merge
from gentbudget.dumps.reconciled import Reconciled
from gentbudget.dumps.remarks import of_titles, remarks, standing
from gentbudget.dumps.spelling import least_damaged
from gentbudget.model import ContentsRow, Entry
from gentbudget.parser import hierarchy
from gentbudget.report import Report


def reconcile(report: Report, *others: Report) -> Reconciled:
    """Make one report of several dumps of one document, made by different programs.

    Entries are aligned by code, and where codes were lost or misread by figures, titles and order. What one dump lost
    another supplies. Where dumps print different figures, the arithmetic decides if it leaves one reading; else the value
    is None, and a finding names what each prints. So it is with words that differ by more than an extractor's damage.
    `Reconciled.origin` and `Reconciled.origins` tell where each figure and each word was printed; docs/two-dumps.md has
    an example.

    Raises ValueError for reports of different years, without a common entry or of no text, and TypeError for what is no
    report.

    >>> import gentbudget
    >>> whole = gentbudget.load_sample()
    >>> torn = gentbudget.parse(whole.text.replace("AC34485", ""), source="torn.txt")
    >>> gentbudget.reconcile(torn, whole)["AC34485"].title == whole["AC34485"].title
    True
    """
    reports = (report, *others)
    _refuse_strangers(reports)
    text, dumps = join(reports)
    aligned = align([tuple(dump.entries(one)) for dump, one in zip(dumps, reports, strict=True)])
    if others and not any(len(one.by_dump) > 1 for one in aligned):
        raise ValueError("these reports have no entry in common: they are no dumps of one document")

    contents = _contents(reports)
    printed = Counter(word for one in reports for entry in one.entries for word in _words_of(entry))
    codes = codes_of(aligned, (row.code for row in contents))

    def merged_by(decided: dict[Place, Decimal]) -> list[Merged]:
        return [merge(one, code, printed, decided) for one, code in zip(aligned, codes, strict=True)]

    merged, settled = settle(merged_by)
    own = [finding for dump, one in zip(dumps, reports, strict=True) for finding in dump.findings(one)]
    titles = {number: one.title for number, one in enumerate(reports) if one.title is not None}
    whole = least_damaged(titles, Counter(word for title in titles.values() for word in title.split()))
    source = " + ".join(dict.fromkeys(dump.source for dump in dumps))
    findings = [*standing(own, aligned, merged), *of_titles(titles, whole, dumps)]
    for group, one in zip(aligned, merged, strict=True):
        findings += remarks(group, one, dumps, settled)
    return Reconciled(
        text=text,
        roots=hierarchy(one.entry for one in merged),
        title=None if whole is None else titles[whole],
        year=next((one.year for one in reports if one.year is not None), None),
        previous_year=next((one.previous_year for one in reports if one.previous_year is not None), None),
        contents=contents,
        findings=tuple(evolve(f, source=source) for f in sorted(findings, key=lambda f: (f.line, f.code))),
        unclaimed=tuple(line for dump, one in zip(dumps, reports, strict=True) for line in dump.unclaimed(one)),
        source=source,
        dumps=tuple(part for dump, one in zip(dumps, reports, strict=True) for part in _parts(dump, one)),
        word_lines={
            one.entry.lines[0]: {
                name: _word_line(name, group.by_dump[number], dumps[number], reports[number])
                for name, number in one.words.items()
            }
            for group, one in zip(aligned, merged, strict=True)
        },
        spans={
            group.entries[0].lines[0]: tuple(
                span
                for number, entry in sorted(group.by_dump.items())
                for span in _spans(entry, dumps[number], reports[number])
            )
            for group in aligned
        },
    )


def _words_of(entry: Entry) -> Iterator[str]:
    said = (entry.title, getattr(entry, "owner", None), getattr(entry, "organisation", None), *entry.paragraphs)
    return (word for words in said if words for word in words.split())


# A report that is reconciled itself has dumps of its own, which are those of the report that it becomes part of.


def _parts(dump: Dump, report: Report) -> Iterator[Dump]:
    """The dumps that a report was made of, each where it then begins."""
    if isinstance(report, Reconciled):
        for part in report.dumps:
            yield evolve(part, first_line=dump.line(part.first_line), start=part.start + dump.start)
    else:
        yield dump


def _word_line(name: str, entry: Entry, dump: Dump, report: Report) -> int:
    """The first line of the entry that a word of a dump's entry comes from."""
    first = entry.lines[0]
    if isinstance(report, Reconciled):
        own = dump.origin(first).line
        first = dump.line(report.word_lines.get(own, {}).get(name, own))
    return first


def _spans(entry: Entry, dump: Dump, report: Report) -> Iterator[tuple[int, int]]:
    """The stretches of the text on which a dump's entry stands."""
    if isinstance(report, Reconciled):
        for first, last in report.spans.get(dump.origin(entry.lines[0]).line, ()):
            yield dump.line(first), dump.line(last)
    else:
        yield entry.lines


def _contents(reports: Sequence[Report]) -> tuple[ContentsRow, ...]:
    """The longest table of contents, with the pages that others print where it lost them."""
    pages = {row.code: row.page for report in reversed(reports) for row in report.contents if row.page is not None}
    longest = max(reports, key=lambda report: len(report.contents)).contents
    return tuple(evolve(row, page=pages.get(row.code) if row.page is None else row.page) for row in longest)


def _refuse_strangers(reports: Iterable[object]) -> None:
    years: set[int] = set()
    for report in reports:
        if not isinstance(report, Report):
            raise TypeError(f"expected reports, not {type(report).__name__}")
        if any(entry.lines[0] < 1 for entry in report.entries):
            raise ValueError(
                "a report that is built by hand was read of no dump: gentbudget.parse(report.to_text()) reads it of one"
            )
        if report.year is not None:
            years.add(report.year)
    if len(years) > 1:
        raise ValueError(f"these reports are about {' and '.join(map(str, sorted(years)))}: they are no dumps of one document")
