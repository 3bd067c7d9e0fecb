"""The report that several dumps of one document make together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from attrs import field, frozen

from gentbudget.dumps.joining import Dump, Origin
from gentbudget.model import Cell, Entry
from gentbudget.report import Report


@frozen
class Reconciled(Report):
    """A report made of several dumps of one document, which knows where each figure and each word was printed.

    ``text`` is the texts of all ``dumps``, one behind the other, so that a line or a span in it tells the dump: every
    cell's ``report.text[start:end]`` is what its dump prints. It is looked up, tested and exported as any other report.
    ``word_lines`` and ``spans`` are what `origins` and `at` rest on, by the first line of an entry.
    """

    dumps: tuple[Dump, ...] = field(default=(), kw_only=True, eq=False)
    word_lines: Mapping[int, Mapping[str, int]] = field(factory=dict, kw_only=True, eq=False, repr=False)
    """By the first line of an entry, the first line of the entry that each of its words comes from."""
    spans: Mapping[int, tuple[tuple[int, int], ...]] = field(factory=dict, kw_only=True, eq=False, repr=False)
    """By the first line of an entry, the first and last line of what each dump has of it."""

    def origin(self, place: Cell | int) -> Origin:
        """The dump, and the line in it, where a figure or a line of ``text`` was printed.

        Raises ValueError for a line that is not of this text.
        """
        line = place.line if isinstance(place, Cell) else place
        if not 1 <= line <= self.text.count("\n") + 1:
            raise ValueError(f"no line {line} in this text")
        return self.dumps[bisect_right(self.dumps, line, key=lambda dump: dump.first_line) - 1].origin(line)

    def origins(self, entry: Entry | str) -> dict[str, Origin]:
        """Where each word of an entry's header, and its ``paragraphs``, come from: the dump, and the entry's first line there.

        Raises `UnknownCodeError` for a code that is not of this report.
        """
        entry = self[entry] if isinstance(entry, str) else self._own(entry)
        return {name: self.origin(line) for name, line in self.word_lines.get(entry.lines[0], {}).items()}

    def _spans(self, entry: Entry) -> tuple[tuple[int, int], ...]:
        return self.spans.get(entry.lines[0], (entry.lines,))
