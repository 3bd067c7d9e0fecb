"""Findings that only the report as a whole shows: misread owners and codes, missing and doubled entries, missing fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from gentbudget.codes import letters_of_code
from gentbudget.findings import Finding
from gentbudget.model import Action, ActionPlan, ContentsRow, Entry, Project
from gentbudget.parser import tolerances
from gentbudget.parser.entries.spans import Spans


def remarks(contents: Sequence[ContentsRow], entries: Sequence[Entry], spans: Spans) -> Iterator[Finding]:
    """All findings of these kinds."""
    yield from _missing_fields(entries, spans)
    yield from _owner_variants(entries, spans)
    yield from _missing_entries(contents, entries, spans)
    yield from _duplicate_codes(entries, spans)
    yield from _unusual_codes(contents, entries, spans)


def _missing_fields(entries: Sequence[Entry], spans: Spans) -> Iterator[Finding]:
    """Fields that entries of their kind have, and these lack."""
    for kind, names in ((ActionPlan, ("period", "organisation")), (Project, ("status", "phase", "period"))):
        for entry in entries:
            if not isinstance(entry, kind) or entry.code is None or entry.title is None:
                continue
            if missing := [name for name in names if getattr(entry, name) is None]:
                finding = Finding("missing-field", "warning", f"no {', '.join(missing)}", entry.lines[0], entry.code)
                yield spans.about(finding, entry.lines, entry.code)


def _owner_variants(entries: Sequence[Entry], spans: Spans) -> Iterator[Finding]:
    """Owners whose name looks like a misreading of one that is printed more often."""
    counts = Counter(e.owner for e in entries if isinstance(e, Action) and e.owner)
    # Names that differ in one word are alike without it, so only these are compared.
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for owner, _ in counts.most_common():
        for pattern in _without_one_word(owner):
            if len(alike[pattern]) < tolerances.MOST_ALIKE_NAMES:
                alike[pattern].append(owner)
    variants: dict[str, str] = {}
    for owner, count in counts.items():
        candidates = {likely: None for pattern in _without_one_word(owner) for likely in alike[pattern]}
        for likely in sorted(candidates, key=lambda name: -counts[name]):
            if counts[likely] > count and _is_misreading(owner, likely):
                variants.setdefault(owner, likely)
    for e in entries:
        if isinstance(e, Action) and e.owner in variants:
            message = f"{e.owner!r} may be a misread {variants[e.owner]!r}"
            finding = Finding("owner-variant", "warning", message, e.lines[0], e.code)
            yield spans.about(finding, e.lines, e.owner, e.code or "")


def _without_one_word(owner: str) -> Iterator[tuple[str, ...]]:
    """The name with one long word cut to its first letters, for each such word."""
    words = tuple(owner.split()[: tolerances.MOST_COMPARED_WORDS])
    for i, word in enumerate(words):
        if len(word) >= tolerances.LEAST_COMMON_START:
            yield (*words[:i], f"{word[: tolerances.LEAST_COMMON_START]}…", *words[i + 1 :])


def _is_misreading(owner: str, likely: str) -> bool:
    """Whether the names differ in one long word, whose first letters are the same and most of its others."""
    words, others = owner.split(), likely.split()
    if len(words) != len(others):
        return False
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    starts_alike = a[: tolerances.LEAST_COMMON_START] == b[: tolerances.LEAST_COMMON_START]
    return starts_alike and SequenceMatcher(None, a, b).ratio() >= tolerances.LEAST_SIMILARITY


def _missing_entries(contents: Sequence[ContentsRow], entries: Sequence[Entry], spans: Spans) -> Iterator[Finding]:
    codes = {entry.code for entry in entries}
    for row in contents:
        if row.code not in codes:
            message = f"the contents list {row.code}, but the text has no such entry"
            yield spans.about(Finding("missing-entry", "error", message, 1, row.code), (1, entries[0].lines[0]), row.code)


def _duplicate_codes(entries: Sequence[Entry], spans: Spans) -> Iterator[Finding]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.code is not None and first.setdefault(entry.code, entry) is not entry:
            message = f"this code stands at line {first[entry.code].lines[0]} already"
            yield spans.about(Finding("duplicate-code", "error", message, entry.lines[0], entry.code), entry.lines, entry.code)


def _unusual_codes(contents: Sequence[ContentsRow], entries: Sequence[Entry], spans: Spans) -> Iterator[Finding]:
    """Codes that have other lengths than all others of their letters, as one with a digit too few or too many has."""
    listed = {row.code for row in contents}
    codes = {entry.code for entry in entries if entry.code} | listed
    lengths: dict[str, Counter[int]] = defaultdict(Counter)
    for code in codes:
        lengths[letters_of_code(code)][len(code)] += 1
    for entry in entries:
        code = entry.code or ""
        letters = letters_of_code(code)
        if code and code not in listed and len(lengths[letters]) > 1 and lengths[letters][len(code)] == 1:
            message = f"no other {letters} code has {len(code) - len(letters)} digits"
            yield spans.about(Finding("unusual-code", "warning", message, entry.lines[0], code), entry.lines, code)
