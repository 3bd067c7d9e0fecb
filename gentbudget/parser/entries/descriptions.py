"""Descriptions: the paragraphs of an entry, put together again where a page break cut one."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from gentbudget.findings import Finding
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.phrases import begins_small, ends_sentence


def paragraphs(lines: Iterable[Line], furniture: AbstractSet[int]) -> tuple[tuple[str, ...], list[Finding]]:
    """The paragraphs, each with its lines; ``furniture`` are the numbers of lines that page furniture takes.

    A blank line parts two paragraphs, unless the first stops in the middle of a sentence that the second goes on with.
    """
    found: list[list[str]] = []
    findings: list[Finding] = []
    before: Line | None = None
    last = ""
    for line in lines:
        if line.is_rule:
            continue
        text = prose(line)
        if before is None:
            found.append([text])
        elif _adjoin(before, line, furniture):
            found[-1] += ("\n", text)
        elif not ends_sentence(last) and begins_small(text):
            found[-1] += (" ", text)
            findings.append(Finding("joined-paragraph", "info", "goes on with the paragraph above the page break", line.number))
        else:
            found.append([text])
        before, last = line, text
    return tuple(["".join(pieces) for pieces in found]), findings


def _adjoin(before: Line, line: Line, furniture: AbstractSet[int]) -> bool:
    """Whether nothing but page furniture stands between two lines."""
    behind = before.last_number + 1
    return behind == line.number or all(number in furniture for number in range(behind, line.number))


def prose(line: Line) -> str:
    """The line's text as it is to be read: without the marks of Markdown and the blanks around it."""
    if not line.has_marks:
        return line.raw.strip()
    text = pattern("PROSE").search(pattern("BOLD").sub("", pattern("WRAP").sub(" ", line.raw)))
    assert text is not None  # a line of nothing but gaps is blank, and of no description
    return text[0]
