"""Where in the text stands what a finding is about."""

from __future__ import annotations

from array import array
from itertools import accumulate

from attrs import evolve, frozen

from gentbudget.findings import Finding

_WIDE = 1 << 32
"""From here on, a place takes more than four bytes."""


@frozen
class Spans:
    """Finds words in the lines of a text, so that a finding has the span that it is about, and the line where that begins.

    ``starts`` are the places at which its lines begin, and the one that follows the last of them.
    """

    text: str
    starts: array[int]

    @classmethod
    def of(cls, text: str) -> Spans:
        """The lines of this text."""
        lengths = [len(line) + 1 for line in text.split("\n")]
        return cls(text, array("I" if len(text) < _WIDE else "Q", accumulate(lengths, initial=0)))

    def _start(self, line: int) -> int:
        return self.starts[line - 1]

    def about(self, finding: Finding, lines: tuple[int, int], *wanted: str) -> Finding:
        """The finding at the first place in these lines where the first of these words stands that stands there at all."""
        first, behind = self._start(lines[0]), self._start(lines[1] + 1) - 1
        for words in wanted:
            if span := _find(words.split(), self.text, first, behind):
                line = lines[0] + self.text.count("\n", first, span[0])
                return evolve(finding, line=line, start=span[0], end=span[1])
        return finding

    def whole(self, finding: Finding, source: str) -> Finding:
        """The finding with the name of the text, and with the span of its line, unless it has one that is narrower."""
        if finding.start is not None:
            return evolve(finding, source=source)
        start, end = self._start(finding.line), self._start(finding.line + 1) - 1
        line = self.text[start:end]
        start += len(line) - len(line.lstrip())
        return evolve(finding, source=source, start=start, end=start + len(line.strip()))


def _find(words: list[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of words that stand behind each other, whatever blanks and ends of lines part them."""
    at = text.find(words[0], start, end) if words else -1
    while at >= 0:
        last = _behind(words, text, at, end)
        if last is not None:
            return at, last
        at = text.find(words[0], at + 1, end)
    return None


def _behind(words: list[str], text: str, at: int, end: int) -> int | None:
    """The place behind the last of the words, None if they do not all stand here."""
    for word in words:
        while at < end and text[at].isspace():
            at += 1
        if not text.startswith(word, at, end):
            return None
        at += len(word)
    return at
