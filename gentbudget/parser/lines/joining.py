"""Lines that a program ends at every soft hyphen, although none of them can be seen, put together again.

    AC30378 - Her\u00ad
    waar\u00ad
    de\u00ad
    ren van ge\u00ad
    meen\u00ad

Where a word is broken in print, the next line may be another cell's. Here it never is: the hyphen that can be seen has a line
of its own behind those of its word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.parts import EntryPart

_SOFT_HYPHEN = "\u00ad"


class JoinedLine(Line):
    """Several lines of the text, of which each but the last ends in the middle of a word."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> JoinedLine:
        """The lines as one, without the hyphens between them but that which a line's end made visible."""
        *others, last = (line.raw.strip() for line in lines)
        words = "".join(other.replace(_SOFT_HYPHEN, "") for other in others)
        mark = _SOFT_HYPHEN if pattern("HYPHEN").fullmatch(last) else ""
        first = lines[0]
        joined = cls(first.type, f"{words}{mark}{last}", first.number, first.start)
        joined._last = lines[-1].number
        return joined

    _last: int

    @property
    def last_number(self) -> int:
        """The number of the last of them."""
        return self._last


def with_whole_words(parts: Iterable[EntryPart], text: str) -> Iterable[EntryPart]:
    """The entries of a text, with the words of their introductions whole where lines end at every soft hyphen."""
    if not _ends_lines_at_syllables(text):
        return parts
    return (evolve(part, introduction=tuple(_joined(part.introduction))) for part in parts)


def _ends_lines_at_syllables(text: str) -> bool:
    """Whether a line that stands between two with a soft hyphen at their end more often is a syllable than has blanks."""
    between = [run for run in text.split(f"{_SOFT_HYPHEN}\n")[1:-1] if "\n" not in run]
    return 2 * sum(" " not in run for run in between) > len(between)


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    run: list[Line] = []
    for line in lines:
        if run and not (_ends_in_word(run[-1].raw) and line.number == run[-1].number + 1):
            yield _whole(run)
            run = []
        run.append(line)
    if run:
        yield _whole(run)


def _ends_in_word(line: str) -> bool:
    """Whether a line ends at a soft hyphen, or behind the ligature that this stands in: `slacht` / `of\u00adf` / `ers`."""
    return _SOFT_HYPHEN in line.rpartition(" ")[2]


def _whole(run: Sequence[Line]) -> Line:
    return run[0] if len(run) == 1 else JoinedLine.of(run)
