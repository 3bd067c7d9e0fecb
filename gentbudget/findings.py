"""Findings: what the parser tolerated in a damaged text, and what the arithmetic found in its figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

Severity = Literal["error", "warning", "info"]
"""``error``: a figure or an entry is lost or in doubt. ``warning``: something is misread or undecidable, the figures
stand. ``info``: damage that was repaired without doubt, or a fact about the document worth knowing."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The severities, worst first."""


@frozen
class FigureRef:
    """A figure that a finding is about.

    ``entry`` is the code of its entry, None if that is lost; ``line`` counts from 1; ``row`` and ``column`` are labels.
    ``printed`` is its value, None where there is none.
    """

    entry: str | None
    line: int
    row: str
    column: str
    printed: Decimal | None = None

    def __str__(self) -> str:
        return f"{self.row}, {self.column}"


@frozen
class Gap:
    """Both sides of an identity that does not hold: what is printed, and what other figures come to.

    ``figure`` is the total, or the percentage, that is printed.
    ``kind`` is ``"sum"`` where ``computed`` is the sum over the entry's children, as far as they print the figure, and
    ``"percentage"`` where it is the percentage that the row's amounts come to. ``difference`` is ``printed`` less
    ``computed``: what is positive is missing below. Both are None for a percentage that no amounts come to.

    >>> figure = FigureRef("OD10089", 5606, "Exploitatie Uitgaven", "Budget 2024", Decimal(100))
    >>> print(Gap("sum", figure, Decimal(100), Decimal(80), Decimal(20)))
    Exploitatie Uitgaven, Budget 2024: 100 is printed, 80 computed
    """

    kind: Literal["sum", "percentage"]
    figure: FigureRef
    printed: Decimal
    computed: Decimal | None
    difference: Decimal | None

    @property
    def row(self) -> str:
        """The label of the row."""
        return self.figure.row

    @property
    def column(self) -> str:
        """The printed label of the column."""
        return self.figure.column

    @property
    def line(self) -> int:
        """The line of the figure that is printed."""
        return self.figure.line

    def __str__(self) -> str:
        computed = "nothing" if self.computed is None else self.computed
        return f"{self.figure}: {self.printed} is printed, {computed} computed"


@frozen
class Finding:
    """One thing that a user of the figures should know.

    ``code`` is stable and documented in docs/findings.md; ``severity`` is ``"error"``, ``"warning"`` or ``"info"``;
    ``message`` is for people, and says what was seen and what was made of it. ``line`` counts from 1; ``entry`` is the code
    of the entry concerned, or None; ``lines`` are the lines of all figures concerned where there are more than one.
    ``source`` is the name of the text, and does not count for equality. A finding of the parser has the span that it is
    about, ``report.text[start:end]`` from ``start`` to ``end``: a figure, a name, or else the whole line. A finding of the
    arithmetic has in fields what its message says: the ``gaps`` that it explains, the ``figure`` that is to blame, if one is,
    the ``readings`` that one misread digit leaves for it, and the ``suspects`` where several figures could be to blame.

    >>> print(Finding("missing-column", "error", "no value for Jaarrekening 2024", 762, "AC34852", source="dump.txt"))
    dump.txt:762: error: missing-column AC34852: no value for Jaarrekening 2024
    """

    code: str
    severity: Severity
    message: str
    line: int
    entry: str | None = None
    lines: tuple[int, ...] = ()
    source: str = field(default="<text>", eq=False)
    start: int | None = field(default=None, kw_only=True)
    end: int | None = field(default=None, kw_only=True)
    gaps: tuple[Gap, ...] = field(default=(), kw_only=True, repr=False)
    figure: FigureRef | None = field(default=None, kw_only=True)
    readings: tuple[Decimal, ...] = field(default=(), kw_only=True)
    suspects: tuple[FigureRef, ...] = field(default=(), kw_only=True, repr=False)

    @property
    def rows(self) -> frozenset[int]:
        """The lines of the rows that the finding is against: not of all whose figures it was computed from."""
        arithmetic = (*(gap.figure for gap in self.gaps), *self.suspects)
        if not arithmetic:
            return frozenset((self.line, *self.lines))
        return frozenset((self.line, *((figure.line for figure in arithmetic) if self.figure is None else ())))

    def __str__(self) -> str:
        subject = f" {self.entry}" if self.entry else ""
        return f"{self.source}:{self.line}: {self.severity}: {self.code}{subject}: {self.message}"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, and within one by line.

    >>> [finding.line for finding in worst_first([Finding("a", "info", "", 1), Finding("b", "error", "", 2)])]
    [2, 1]
    """
    return sorted(findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.line))
