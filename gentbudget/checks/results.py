"""What an audit hands out: tallies, findings and inferences, all of it plain values."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from gentbudget.findings import Finding
from gentbudget.numbers import format_number
from gentbudget.shown import Shown


@frozen
class Tally:
    """How many identities of one kind ``held``, how many ``failed``, and how many are ``untestable`` for lack of a figure.

    >>> Tally(held=480, failed=39, untestable=6).tested
    519
    """

    held: int = 0
    failed: int = 0
    untestable: int = 0

    @property
    def tested(self) -> int:
        """How many have all their figures."""
        return self.held + self.failed


@frozen
class Reading:
    """The reading of a table by which it is ``column`` that is missing, and what the percentages say to it.

    ``verdict`` is ``contradicted`` where a percentage cannot hold under this reading, ``confirmed`` where that is so
    under every other one, and else ``possible``. ``because`` names what contradicts it.
    """

    column: str
    verdict: Literal["confirmed", "contradicted", "possible"]
    because: str = ""


@frozen
class Inference:
    """What the arithmetic leaves for a figure that is missing, or that is to blame for what does not hold.

    The figure is that of ``row`` and ``column``, by their labels, on ``line``; ``entry`` is the code of its entry, or None,
    and ``reason`` is ``"missing"`` or ``"blamed"``.

    The true value, before it was rounded, lies between ``lower`` and ``upper``, both included; None is no bound. Bounds
    with more than six decimals are rounded outwards. ``printed`` is the value in the text, None where there is none;
    ``identities`` name what bounds the figure; ``readings`` are there where its whole column is missing.
    """

    entry: str | None
    line: int
    row: str
    column: str
    reason: Literal["missing", "blamed"]
    lower: Decimal | None
    upper: Decimal | None
    printed: Decimal | None = None
    identities: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()

    def __str__(self) -> str:
        where = f"{self.entry}, line {self.line}" if self.entry else f"line {self.line}"
        return f"{where}: {self.row}, {self.column}: {interval_text(self.lower, self.upper)} ({self.reason})"


@frozen
class Audit(Shown):
    """The outcome of testing every identity of a report.

    ``entries`` and ``figures`` count what there is, figures as far as they are printed and readable; ``percentages`` and
    ``sums`` are tallies of what was tested; ``findings`` are sorted from errors to mere facts; ``inferences`` bound what is
    missing or to blame.

    >>> import gentbudget
    >>> gentbudget.load_sample().audit()
    Audit(entries=338, figures=11824, percentages=Tally(held=4720, failed=0, untestable=12),
    sums=Tally(held=480, failed=39, untestable=6))
    """

    entries: int
    figures: int
    percentages: Tally
    sums: Tally
    findings: tuple[Finding, ...] = field(repr=False)
    inferences: tuple[Inference, ...] = field(repr=False)


def interval_text(lower: Decimal | None, upper: Decimal | None) -> str:
    """Write an interval out.

    >>> interval_text(Decimal("1229921.5"), Decimal("1229938.5"))
    'from 1.229.921,5 to 1.229.938,5'
    """
    if lower is not None and upper is not None:
        return f"from {format_number(lower)} to {format_number(upper)}"
    if lower is not None:
        return f"at least {format_number(lower)}"
    return "any value" if upper is None else f"at most {format_number(upper)}"
