"""The headers of all entries, settled: with the names that recur in them, and with the titles that the contents print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import lacks_blank
from gentbudget.parser.headers.header import Evidence, Header, Introduction
from gentbudget.parser.headers.hyphens import Hyphenation, holds_broken_word, mend, mended
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.letters import letters
from gentbudget.parser.headers.names import BY_LINES, Parting, may_be_line
from gentbudget.parser.headers.owners import resolve_owners
from gentbudget.parser.headers.whole import complete, holds_two_words
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence, is_open, spelt_out
from gentbudget.vocabulary import ORGANISATIONS


def settle_headers(
    introductions: Sequence[Introduction],
    titles: Mapping[str, str],
    parting: Parting,
    known: Known,
) -> None:
    """Fill in the headers and descriptions of all entries.

    ``titles`` are those that the contents print, by code; ``known`` is known from elsewhere.
    """
    lines = [line for introduction in introductions for line in introduction.lines]
    cuts_cells = any(introduction.header.evidence.cuts_cells for introduction in introductions if introduction.header)
    organisations = known.with_names(ORGANISATIONS)
    hyphenation = Hyphenation(lines, organisations.names, cuts_cells)
    titles = {code: spelt_out(title) for code, title in titles.items() if _is_sound(title)}
    lengths = Counter([len(i.header.evidence.code) for i in introductions if i.header])
    length = max(lengths, key=lengths.__getitem__, default=0)
    for level in ("plan", "action"):
        headers = [i.header for i in introductions if i.level == level and i.header]
        for one in headers:
            one.evidence = _with_whole_code(one.evidence, length, titles) if level == "plan" else one.evidence
            one.evidence = mend(one.evidence, hyphenation, by_lines=parting in BY_LINES)
        resolve_owners(headers, titles, parting, organisations if level == "plan" else known, hyphenation)
        names = Counter(header.owner for header in headers)
        for one in headers if parting != "tabs" else ():
            is_sure = not one.owner or names[one.owner] > 1 or tuple(one.owner.split()) in known.names
            _complete_behind_page(one, known, is_sure=is_sure)
    settled = [i.header for i in introductions if i.header and i.level != "objective"]
    whole = {header.owner for header in settled if not _may_be_scattered(header, titles.get(header.evidence.code, ""))}
    for introduction in introductions:
        if introduction.header is None:
            continue
        header, code = introduction.header, introduction.header.evidence.code
        if introduction.level == "objective":
            _settle_objective(header, titles.get(code, ""), known.titles.get(code, ""), hyphenation)
        else:
            _finish_title(header, titles.get(code, ""), "" if parting == "tabs" else known.titles.get(code, ""))
            _drop_misspelt(header, titles.get(code, ""), whole, hyphenation)
        introduction.description = header.rest


def _is_sound(title: str) -> bool:
    """Whether a title of the contents may be spelt right: leader dots may touch it, and ligatures stand beside their words."""
    return not ends_sentence(title) and pattern("LOST_LIGATURE").search(title) is None


def _drop_misspelt(header: Header, printed: str, whole: Collection[str | None], hyphenation: Hyphenation) -> None:
    """Drop what may lack a blank, as programs that write Markdown leave out some, `Opvoeding enJeugd`, or have one too many.

    What the contents print so, is known from elsewhere, or is ``whole`` in some header, is right. Where a field lacks a blank,
    another word may as well.
    """
    code = header.evidence.code_piece
    lacks_one = any(map(lacks_blank, header.fields.unknown.values()))

    def may_lack(text: str) -> bool:
        is_made = code.in_table or code.marked
        return is_made and (lacks_one or holds_two_words(text) or hyphenation.may_lack_blank(text))

    if header.title != printed and may_lack(header.title or ""):
        header.title = None
    owner = header.owner or ""
    if tuple(owner.split()) not in hyphenation.names and (header.owner not in whole or may_lack(owner)):
        header.owner = None


def _may_be_scattered(header: Header, printed: str) -> bool:
    """Whether its owner may have a blank inside of a word, `AGB Er fgoed`, as the title that the contents print has here."""
    if not (header.evidence.code_piece.in_table and any(map(begins_small, (header.owner or "").split()))):
        return False
    words = {word for piece in header.evidence.pieces for word in piece.words}
    return not words.issuperset(printed.split())


def _with_whole_code(header: Evidence, length: int, codes: Container[str]) -> Evidence:
    """The header of a plan with its code whole, where a narrow cell cut that: `OD3579` / `7`.

    With the digits behind it, or on one of the next lines, it is as long as most codes of the report are. Among other words
    these are its own if they make one of the ``codes`` of the contents.
    """
    code, first = header.code, header.own - 1
    if len(code) >= length:
        return header
    for i, piece in enumerate(header.pieces[first : header.own + tolerances.MOST_TITLE_LINES], first):
        for rest in (*piece.words[:1], *piece.cells, *(word for word in piece.words if code + word in codes)):
            if rest.isdecimal() and len(code + rest) == length and rest in piece.words:
                at = piece.words.index(rest)
                words = (*piece.words[:at], *piece.words[at + 1 :])
                split = piece.split and piece.split - (at < piece.split)
                printed = tuple(word for word in piece.printed if word != rest)
                whole = piece._replace(words=words, split=split, printed=printed)
                return header._replace(code=code + rest, pieces=(*header.pieces[:i], whole, *header.pieces[i + 1 :]))
    return header


def _complete_behind_page(header: Header, known: Known, *, is_sure: bool) -> None:
    """Let a name that nothing else prints go on behind the end of a page as it is known to; None if it may otherwise.

    The title may go on there as well, with a small letter or where the last line has words of it.
    """
    below = header.rest[len(header.evidence.above) :]
    if not below or not below[0].begins_page or not (begins_small(below[0].text) or may_be_line(below[0].text)):
        return
    title = None if begins_small(below[0].text) or any(header.split.title[header.split.lines - 1 :]) else header.title
    words = tuple((header.owner or "").split())
    if is_sure:
        header.title = title
        return
    header.owner = None
    complete(header, words, known.names)
    header.title = header.title if header.owner else title


def parting_of(rows: int, *, labelled: int, stacked: int, tabbed: int) -> Parting:
    """What parts the cells of most of so many rows.

    So many begin with a line of labels alone, of which so many have each figure on a line of its own; and so many have tabs.
    Runs of blanks may shrink to one, so they are no better than blanks.
    """
    if 2 * labelled > rows:
        return "lines" if 2 * stacked > labelled else "some lines"
    return "tabs" if 2 * tabbed > rows else "blanks"


def _finish_title(header: Header, printed: str, elsewhere: str) -> None:
    """Compare a title with the one that the contents print: it may go on over more lines, or a cell's border cut a word.

    If it lacks nothing but blanks, it is spelt as it is known from ``elsewhere``, or in Markdown, which lacks some, as printed.
    """
    words = (header.title or "").split()
    while printed and words and header.rest and printed.startswith(" ".join([*words, header.rest[0].text])):
        words += header.rest[0].text.split()
        header.rest = header.rest[1:]
    title = " ".join(words)
    code = header.evidence.code_piece
    may_lack = len(printed) <= len(title) or code.in_table or code.marked
    for known in (printed if may_lack else "", elsewhere if len(elsewhere) > len(title) else ""):
        title = known if known and known.replace(" ", "") == title.replace(" ", "") else title
    header.title = title or None


def _settle_objective(header: Header, known: str, elsewhere: str, hyphenation: Hyphenation) -> None:
    """An objective's title stands behind its code or below it, down to the next blank line or description.

    It is ``known`` from the contents or from ``elsewhere``.
    """
    lines = [line for line in header.evidence.behind if not line.is_rule]
    title = [header.title] if header.title else []
    start = 0
    if known and not title:  # the contents tell where the title begins
        start = next((i for i, line in enumerate(lines) if known.split()[:2] == line.text.split()[:2]), 0)
    end = start
    while end < len(lines) and not _is_row(lines[end]) and (not title or _goes_on(title, lines[end].text, known, hyphenation)):
        title.append(lines[end].text)
        end += 1
    text = mended(title, hyphenation)
    titles = [title for title in (known, elsewhere) if title and letters(title) == letters(text)]
    spelt = [title for title in titles if not holds_broken_word(title)]
    if spelt and len(spelt[0]) <= len(text):
        header.title = spelt[0]
    else:
        is_half = ends_open(text) or holds_broken_word(text)
        header.title = None if hyphenation.scatters_words or is_half else text or None
    header.rest = (*header.evidence.above, *lines[:start], *lines[end:])


def _is_row(line: Line) -> bool:
    """Whether a line is a row of a Markdown table with more than one cell: of a table's head that cannot be read."""
    return "|" in line.raw and len(line.cells) > 1


def _goes_on(title: Sequence[str], text: str, known: str, hyphenation: Hyphenation) -> bool:
    """Whether a line is the title's, too: the contents print both together, or one of them is no whole phrase."""
    begins = letters(text) != "" and letters(known).startswith(letters("".join([*title, text])))
    return begins or is_open(mended(title[-2:], hyphenation), text)
