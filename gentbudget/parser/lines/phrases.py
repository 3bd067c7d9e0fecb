"""How Dutch phrases end and go on, as far as that tells whether two lines belong together."""

from __future__ import annotations

from re import Match

from gentbudget.parser.lines.grammar import pattern, plain

BROKEN = "\ufffe"
"""What some programs read for a hyphen at the end of a line, whose rest they put behind it."""

SOFT = "\u2010"
"""What stands here for a hyphen that is not the word's own: it could be seen only because a line ends there."""


_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_LIGATURES |= {ord("\u0132"): "IJ", ord("\u0133"): "ij"}


def without_soft_hyphens(text: str) -> str:
    r"""The text with a hyphen that is not the word's own only where it can be seen, because a line of the cell ends there.

    What begins with one is the rest of a word whose beginning stands elsewhere.

    >>> without_soft_hyphens("ar\u00adbeids\u00admarkt")
    'arbeidsmarkt'
    >>> ascii(without_soft_hyphens("sa\u00admen\u00ad\u2010 Nog niet gestart"))
    "'samen\\u2010 Nog niet gestart'"
    >>> ascii(without_soft_hyphens("\u00ad i\u00adgin\u00adgen"))
    "'\\ufffe igingen'"
    """
    if pattern("SOFT_HYPHEN").search(text) is None:
        return text
    return pattern("SOFT_HYPHEN").sub(_seen_hyphen, text)


def without_wraps(text: str) -> str:
    r"""The words of a cell, with a mark in those that are broken where its text wraps.

    >>> ascii(without_wraps("**Huren van kot-**<br>**studenten**"))
    "'Huren van kot\\ufffestudenten'"
    """
    return plain(pattern("BROKEN_WRAP").sub(lambda wrap: f"{wrap[0][0]}{BROKEN}", text))


def without_ligatures(text: str) -> str:
    r"""The text with letters for the one sign that some typefaces have for two or three of them, `\ufb01` for *fi*.

    >>> without_ligatures("\ufb01ets en e\ufb03ci\xebnt")
    'fiets en effici\xebnt'
    """
    return text.translate(_LIGATURES)


def spelt_out(text: str) -> str:
    """The text without soft hyphens and ligatures."""
    return without_soft_hyphens(text if text.isascii() else without_ligatures(text))


def _seen_hyphen(mark: Match[str]) -> str:
    text, start, end = mark.string, mark.start(), mark.end()
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if not before or before.isspace():
        return BROKEN
    return SOFT if not behind or behind.isspace() else ""


def ends_open(text: str) -> bool:
    """Whether a title or name cannot end here, in the middle of a phrase, or in brackets."""
    last = text.rstrip().rpartition(" ")[2]
    return text.count("(") > text.count(")") or pattern("OPEN_END").fullmatch(last.casefold()) is not None


def is_open(title: str, continuation: str) -> bool:
    """Whether a title goes on with this line: it could not end here, or the line could not begin a description."""
    return ends_open(title) or begins_small(continuation)


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, perhaps behind a bracket or an apostrophe: in the middle of a phrase."""
    return pattern("SMALL_BEGINNING").match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a mark that ends a sentence, as no title does, and no name but an abbreviation.

    >>> ends_sentence("Wie huurt, krijgt raad."), ends_sentence("S.M.A.K.")
    (True, False)
    """
    if pattern("END_OF_SENTENCE").fullmatch(text[-1:]) is None:
        return False
    return pattern("ABBREVIATION").fullmatch(text.rpartition(" ")[2]) is None


def behind_code(text: str, code: str) -> str:
    """What stands behind the code, without the mark that parts it from a title; the whole text where the code is not."""
    _, found, behind = text.partition(code)
    if not found:
        return text
    mark = pattern("BEHIND_CODE").match(behind)
    return behind[mark.end() :] if mark else behind
