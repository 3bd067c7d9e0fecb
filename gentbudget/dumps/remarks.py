"""What a reconciled report says in findings: what one dump supplied, where dumps differ, and which of their findings stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gentbudget.dumps.alignment import Aligned
from gentbudget.dumps.joining import Dump
from gentbudget.dumps.merging import WORDS, Dispute, Merged, Settled
from gentbudget.findings import Finding
from gentbudget.model import Cell, Entry
from gentbudget.numbers import format_number

_LOST_WORDS = frozenset({"lost-heading", "undecidable-header", "missing-owner", "missing-title", "missing-field"})
_READ_WORDS = frozenset({"unknown-field", "joined-word", "run-together-header", "owner-variant"})
_PARAGRAPHS = frozenset({"joined-paragraph"})
_TEXT = frozenset({"unclaimed-line"})


def remarks(aligned: Aligned, merged: Merged, dumps: Sequence[Dump], settled: Settled) -> Iterator[Finding]:
    """What was supplied to an entry, and where its dumps differ."""
    entry, line = merged.entry, merged.entry.lines[0]
    first = min(aligned.by_dump)
    disputed = {cell.start for dispute in merged.disputes for cell in dispute.cells}
    for number, source in enumerate(dump.source for dump in dumps):
        if number == first:
            if first:
                message = f"only {_all_of(dumps[n].source for n in sorted(aligned.by_dump))} has this entry"
                yield Finding("supplied-elsewhere", "info", message, line, entry.code)
            continue
        supplied = [name for name, origin in merged.words.items() if origin == number]
        figures = sum(_dump_of(cell, dumps) == number and cell.start not in disputed for cell in _figures(entry))
        if figures:
            supplied.append("1 figure" if figures == 1 else f"{figures} figures")
        if supplied:
            yield Finding("supplied-elsewhere", "info", f"{', '.join(supplied)}: from {source}", line, entry.code)
    for name in merged.differing:
        yield _of_words(name, aligned, merged, dumps)
    for dispute in merged.disputes:
        yield _of_dispute(dispute, entry, dumps, settled)


def of_titles(titles: Mapping[int, str], whole: int | None, dumps: Sequence[Dump]) -> Iterator[Finding]:
    """What the dumps print as the title of the report, where they contradict each other."""
    if titles and whole is None:
        printed = _all_of(f"{title!r:.120} ({dumps[number].source})" for number, title in titles.items())
        yield Finding("differing-words", "warning", f"title of the report: the dumps print {printed}, and nothing decides", 1)


def _of_words(name: str, aligned: Aligned, merged: Merged, dumps: Sequence[Dump]) -> Finding:
    """What each dump prints of something in a header, and what was made of it."""
    said = {number: value for number, one in sorted(aligned.by_dump.items()) if (value := getattr(one, name, None))}
    line, code = merged.entry.lines[0], merged.entry.code
    lines = tuple(aligned.by_dump[number].lines[0] for number in said)
    if name == "paragraphs":
        message = f"paragraphs differ in {_all_of(dumps[number].source for number in said)}; the first are kept"
        return Finding("differing-words", "warning", message, line, code, lines)
    printed = _all_of(f"{str(value)!r:.80} ({dumps[number].source})" for number, value in said.items())
    if name in merged.words:
        kept = repr(str(said[merged.words[name]]))
        message = f"{name}: the dumps print {printed}; {f'only {kept} can be it' if name == 'code' else f'{kept} is whole'}"
        return Finding("differing-words", "info", message, line, code, lines)
    if len(set(said.values())) == 1:
        message = f"code: {printed} is the code of another entry, as more dumps print it"
    else:
        message = f"{name}: the dumps print {printed}, and nothing decides"
    return Finding("differing-words", "error" if name == "code" else "warning", message, line, code, lines)


def _of_dispute(dispute: Dispute, entry: Entry, dumps: Sequence[Dump], settled: Settled) -> Finding:
    place = dispute.place
    printed = _all_of(f"{cell.text} ({_origin(cell, dumps)})" for cell in dispute.cells)
    lines = tuple(cell.line for cell in dispute.cells)
    subject = f"{place.row}, {place.column}: the dumps print {printed}"
    decided = settled.get(place)
    if decided is None:
        message = f"{subject}, and the arithmetic does not decide"
        return Finding("differing-figures", "error", message, place.line, entry.code, lines, readings=dispute.values)
    message = f"{subject}; the arithmetic leaves {format_number(decided)}"
    return Finding("differing-figures", "info", message, place.line, entry.code, lines)


def standing(findings: Iterable[Finding], aligned: Sequence[Aligned], merged: Sequence[Merged]) -> Iterator[Finding]:
    """Those of the dumps' own findings that still tell something of what the report has made of them."""
    at: dict[int, tuple[int, Aligned, Merged]] = {}
    codes = Counter(one.entry.code for one in merged if one.entry.code)
    for group, one in zip(aligned, merged, strict=True):
        for number, entry in group.by_dump.items():
            at |= dict.fromkeys(range(entry.lines[0], entry.lines[1] + 1), (number, group, one))
    told: set[tuple[str, object, str]] = set()
    for finding in findings:
        code = finding.entry or ""
        about = code if finding.line not in at else id(at[finding.line][1])
        if (same := (finding.code, about, finding.message)) in told:  # by another dump
            continue
        told.add(same)
        if finding.code == "missing-entry":
            if code not in codes:
                yield finding
        elif finding.code == "duplicate-code":
            if codes[code] > 1:
                yield finding
        elif finding.code in _TEXT or finding.line not in at or _stands(finding, *at[finding.line]):
            yield finding


def _stands(finding: Finding, number: int, aligned: Aligned, merged: Merged) -> bool:
    """Whether a finding on an entry of one dump holds for what was made of all of them."""
    if len(aligned.by_dump) == 1:
        return True
    entry, own = merged.entry, aligned.by_dump[number]
    if finding.code == "lost-header":  # what else is missing in a dump that has the code, that dump tells
        return entry.code is None
    if finding.code in _LOST_WORDS:
        lost = [name for name in WORDS if getattr(own, name, None) is None and getattr(entry, name, None) is None]
        return any(hasattr(entry, name) for name in lost)
    if finding.code in _READ_WORDS:
        return number in {merged.words.get("title"), merged.words.get("owner")}
    if finding.code in _PARAGRAPHS:
        return merged.words.get("paragraphs") == number
    # It is about the table: it stands where a figure is still missing, or where no other dump prints the same.
    return any(cell.value is None for cell in _figures(entry)) or not _confirmed(aligned, number)


def _confirmed(aligned: Aligned, number: int) -> bool:
    """Whether each figure that a dump prints in an entry is printed by another as well."""
    mine = aligned.figures[number]
    others = [figures for other, figures in aligned.figures.items() if other != number]
    return all(any(figures.get(key) == value for figures in others) for key, value in mine.items())


def _figures(entry: Entry) -> Iterator[Cell]:
    for row in (*entry.budget.rows, entry.staff):
        yield from row.figures


def _dump_of(cell: Cell, dumps: Sequence[Dump]) -> int | None:
    if cell.value is None:
        return None
    return max(number for number, dump in enumerate(dumps) if dump.first_line <= cell.line)


def _origin(cell: Cell, dumps: Sequence[Dump]) -> str:
    dump = dumps[_dump_of(cell, dumps) or 0]
    return str(dump.origin(cell.line))


def _all_of(things: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(things))
