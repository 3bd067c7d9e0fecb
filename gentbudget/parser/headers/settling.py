"""The headers of all entries, settled: their titles compared with the contents, and what could not be told reported."""

from __future__ import annotations

from collections.abc import Sequence

from gentbudget.model import ContentsRow
from gentbudget.parser.entries.drafts import EntryDraft
from gentbudget.parser.headers.header import BEHIND_CODE, Header, Introduction
from gentbudget.parser.headers.names import Parting
from gentbudget.parser.headers.owners import resolve_owners
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.phrases import is_open


def settle_headers(drafts: Sequence[EntryDraft], contents: Sequence[ContentsRow]) -> None:
    """Fill in the headers and descriptions of all entries."""
    titles = {row.code: row.title for row in contents}
    parting = _parting([row.line for draft in drafts for row in draft.drafts.rows])
    for level in ("plan", "action"):
        headers = [d.introduction.header for d in drafts if d.level == level and d.introduction.header]
        resolve_owners(headers, titles, parting)
    for draft in drafts:
        header = draft.introduction.header
        if draft.level == "objective":
            _read_objective(draft, titles)
        elif header is not None:
            _finish_title(header, titles.get(header.code, ""))
            draft.introduction.description = header.rest
            _report_header(draft, header)
        else:
            line = draft.lines[0]
            draft.find("lost-header", "error", "an entry without header: its code, title and owner are lost", line)
        if draft.part.heading is None:
            draft.find("lost-heading", "warning", "an entry without heading, told by its code", draft.lines[0])


def _finish_title(header: Header, known: str) -> None:
    """Compare a title with the one that the contents print: it may go on over more lines, or a cell's border cut a word."""
    title = header.title or ""
    while title and header.rest and known.startswith(f"{title} {header.rest[0].text}"):
        title = f"{title} {header.rest.pop(0).text}"
    header.title = known if known and known.replace(" ", "") == title.replace(" ", "") else title or None


def _parting(rows: Sequence[Line]) -> Parting:
    """What parts the cells of most rows. Runs of blanks may shrink to one, so they are no better than blanks."""
    by_lines = sum(1 for row in rows if row.type == "ROW_LABEL")
    by_tabs = sum(1 for row in rows if "\t" in row.raw)
    return "lines" if 2 * by_lines > len(rows) else "tabs" if 2 * by_tabs > len(rows) else "blanks"


def _report_header(draft: EntryDraft, header: Header) -> None:
    if header.title is None:
        message = "where the title ends cannot be told" if header.owner else "title and owner cannot be told apart"
        draft.find("undecidable-header", "warning", message, header.line)
    elif header.owner is None and draft.level == "action":
        draft.find("missing-owner", "warning", "no owner", header.line)
    elif header.run_together:
        message = f"title and owner run together; read as {header.title!r} and {header.owner!r}"
        draft.find("run-together-header", "info", message, header.line)


def _read_objective(draft: EntryDraft, titles: dict[str, str]) -> None:
    """An objective prints its code in its heading and its title below, down to the next blank line or description."""
    heading = draft.part.heading
    header = draft.introduction.header
    codes = pattern("CODE").findall(heading.raw) if heading is not None else [header.code if header else ""]
    lines = [line for line in draft.lines_of_introduction() if not line.is_rule]
    if not codes:
        draft.introduction = Introduction(None, lines)
        draft.find("lost-header", "error", "an objective without its code", draft.lines[0])
        return
    code = codes[0]
    title = heading.text.split(code, 1)[1].strip(BEHIND_CODE) if heading is not None else ""
    if heading is None and header is not None:
        title, lines = " ".join(piece.text for piece in header.pieces[: header.own]), header.behind
    known = titles.get(code, "")
    above: list[Line] = []
    if known and not title:  # the contents tell where the title begins
        start = next((i for i, line in enumerate(lines) if known.startswith(line.text)), 0)
        above, lines = lines[:start], lines[start:]
    while lines and (not title or known.startswith(f"{title} {lines[0].text}") or is_open(title, lines[0].text)):
        title = f"{title} {lines.pop(0).text}".strip()
    if not title:
        draft.find("missing-title", "warning", "no title", draft.lines[0])
    draft.introduction = Introduction(Header(code, draft.lines[0], title=title or None), [*above, *lines])
