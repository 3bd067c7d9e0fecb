"""Headers made of a few lines, for tests of what one function tells of them."""

from __future__ import annotations

from gentbudget.parser.headers.header import Evidence, Header, Introduction, Split
from gentbudget.parser.headers.introductions import split_introduction
from gentbudget.parser.headers.whole import settle
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line

HEADINGS = {
    "O": Line("OBJECTIVE_HEADING", "Beleidsdoelstelling SD10041", 1, 0),
    "P": Line("PLAN_HEADING", "Actieplan", 1, 0),
    "A": Line("ACTIONS_HEADING", "Acties", 1, 0),
}


def lines(text: str) -> list[Line]:
    """The lines of an introduction, without blank ones, counted from 2 on; those that begin with a code are headers.

    A form feed stands before a line that begins a page.
    """
    printed = [(number, line.lstrip("\f"), line.startswith("\f")) for number, line in enumerate(text.split("\n"), 2) if line]
    return [
        Line("CODE_LINE" if pattern("CODE").match(line) else "TEXT_LINE", line, n, 0, begins) for n, line, begins in printed
    ]


def introduction(text: str, heading: str = "A") -> Introduction:
    """The introduction of an entry, of an action if nothing else is said."""
    return split_introduction(lines(text), HEADINGS[heading])


def header(text: str, heading: str = "A") -> Evidence:
    """What its lines tell of its header."""
    found = introduction(text, heading).header
    assert found is not None
    return found.evidence


def settled(found: Evidence, split: Split | None) -> Header:
    """The header, read so; without title and owner if there is no way to read it."""
    read = Header(found)
    if split is not None:
        settle(read, split)
    return read


def texts(found: Evidence, split: Split | None) -> tuple[str | None, str | None]:
    """Title and owner of the header, read so."""
    read = settled(found, split)
    return read.title, read.owner
