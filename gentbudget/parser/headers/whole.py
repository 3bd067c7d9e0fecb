"""What a header is settled as: title and owner, if they may be whole, and the lines that are left for the description."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from itertools import accumulate, filterfalse, pairwise

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields, Words, begins_status, is_field
from gentbudget.parser.headers.header import Evidence, Header, Piece, Split
from gentbudget.parser.headers.hyphens import AND, holds_broken_word, holds_hyphen, is_broken
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import BROKEN, begins_small, ends_open, ends_sentence
from gentbudget.vocabulary import UNITS


def settle(header: Header, split: Split) -> None:
    """Read a header so, but for what may not be whole. Where that is all, a title that is told already stays."""
    evidence = header.evidence
    fields = evidence.fields if split.fields is None else Fields.of(split.fields)
    title, owner = [joined_lines(cell) for cell in split.cells]
    keeps_title, keeps_owner = _may_be_whole(evidence, split, fields, (title, owner))
    below = evidence.below(split.lines)
    # No description begins with these words, but the rest of a name may: where a page ends in the middle of it.
    first = below[0].text.partition(" ")[0] if below and len(below[0].text) <= tolerances.LONGEST_CELL else ""
    goes_on = first in AND or first.startswith("(") or (pattern("YEAR").fullmatch(first) is not None and first == below[0].text)
    title = title if keeps_title else ""
    is_name = any(map(str.isalpha, owner))  # a dash stands where nobody is named
    owner = owner if keeps_owner and is_name and not goes_on else ""
    if header.title and not (title or owner):
        return
    if not (keeps_title and keeps_owner):
        split = split._replace(title=split.title if keeps_title else (), owner=split.owner if keeps_owner else ())
    header.title, header.owner = title or None, owner or None
    header.split, header.fields, header.rest = split, fields, (*evidence.above, *below)


def complete(header: Header, words: Words, names: Container[Words]) -> None:
    """Take the next lines into the name that is known to go on behind these words, as behind the end of a page."""
    above = header.evidence.above
    below = header.rest[len(above) :]
    for n in range(1, min(tolerances.MOST_NAME_LINES, len(below) + 1)):
        whole = (*words, *(word for line in below[:n] for word in line.text.split()))
        if whole in names:
            header.owner, header.rest = " ".join(whole), (*above, *below[n:])


def _may_be_whole(header: Evidence, split: Split, fields: Fields, texts: tuple[str, str]) -> tuple[bool, bool]:
    """Whether title and owner may be whole: half a title or name is worse than none."""
    missing = fields.missing(header.kind)
    if _holds_halves(header, split, fields, texts) or (missing and _holds_field(missing, texts)):
        return False, False
    if any(map(holds_hyphen, texts)):
        broken = [is_broken_inside(header, cell) for cell in split.cells]
        # Only in a row of a table, or beside a name that is known, is what a broken word goes on with of the same cell.
        are_apart = not missing and (header.code_piece.in_table or (split.spelt[1] is not None and not broken[1]))
        if any(broken):
            return are_apart and not broken[0], are_apart and not broken[1]
    if not missing:
        return True, True
    has_title, has_owner = (not any(pattern(name.upper()).search(text) for name in missing) for text in texts)
    if any(piece.in_table and _cells_of(piece, words) > 1 for piece, words in zip(header.pieces, split.title, strict=False)):
        return False, False  # cells of fields that cannot be told
    if header.kind == "project" and fields != Fields() and not header.code_piece.columns:
        return False, has_owner and bool(fields.period)
    return has_title, has_owner


def _cells_of(piece: Piece, title: Words) -> int:
    """How many cells of a row have the words that are read as the title's."""
    ends = accumulate(len(cell.split()) for cell in piece.cells)
    return 1 + sum(end < len(title) for end in ends)


def _holds_halves(header: Evidence, split: Split, fields: Fields, texts: tuple[str, str]) -> bool:
    """Whether anything tells that words of title or owner stand elsewhere, or words of others here."""
    title, owner = texts
    period = fields.unknown.get("period", "")
    return (
        ends_open(title)
        # The rest of a name may stand below, where a program may put a blank line inside of a cell.
        or (owner != "" and not may_end(owner.split()))
        or (header.kind == "project" and _stands_before_fields(header, split))
        or begins_small(owner)
        or (header.kind == "plan" and begins_small(title))
        or (split.lines >= len(header.pieces) and header.is_cut_off)
        # No name has a comma apart, as the end of a title among its words has: `Huis der , fase 2 Gezinnen`.
        or " , " in owner
        # Nor does a phrase end before a dash in its middle, as that of a broken period stands there: `van de - brandweerpost`.
        or any(map(ends_open, title.split(" - ")[:-1]))
        # Of a broken word a letter may be left alone, and a period in the title's words may be broken at its hyphen.
        or pattern("HALF_WORD").search(title) is not None
        # A sign that only the typeface tells stands for letters that nobody knows: `regenwaterpu\ue03cen`.
        or any(map(pattern("UNKNOWN_LETTER").search, filterfalse(str.isascii, texts)))
        # Without a cell of its own, a title that ends a sentence has some of the description's words.
        or (ends_sentence(title) and not header.has_columns)
        # A program that joined lines put the beginning of a name behind the half of a word: `verwarHandhaving`,
        or (header.code_piece.marked and any(map(holds_two_words, texts)))
        # or left nothing between title and owner: `inclusieDienst Wonen`.
        or any(map(_touch, header.pieces, split.title, split.owner))
        # The code's own cell may have had no room for digits that stand on a line of their own: `OD1007` / `1`.
        or " ".join(next(filter(None, split.title), ())).isdecimal()
        or (header.own > 1 and any(_goes_on_below_table(header, split, cell) for cell in split.cells))
        # Half of a period stands by itself, so the other half may stand among the words of these cells.
        or (fields.start is not None and fields.period is None and any(map(pattern("YEAR").search, texts)))
        # A year in a name may be that of a period that stands nowhere else.
        or (pattern("YEAR").search(owner) is not None and "period" in fields.missing(header.kind))
        # Where a field is none that is known, its words may stand in other cells, or go on in other lines.
        or (bool(fields.unknown) and header.least > header.own)
        # A name in the place of the period may be the beginning of the one beside it.
        or (period[:1].isupper() and not any(map(str.isdigit, period)))
    )


def _holds_field(missing: Collection[str], texts: tuple[str, str]) -> bool:
    """Whether title or owner may hold a part of a field that stands nowhere else, and so words of two cells.

    The owner may be nothing but a field in a cell that is too narrow for its word: `Afgewer` / `kt`.
    """
    begins = "status" in missing and begins_status(" ".join(texts))
    return begins or is_field(texts[1]) or any(map(pattern("PERIOD_START").search, texts))


def may_end(name: Sequence[str]) -> bool:
    """Whether a name may end here."""
    return not lacks_name(name) and not ends_open(" ".join(name)) and not ends_sentence(name[-1])


def lacks_name(name: Sequence[str]) -> bool:
    """Whether a name ends with the word for a unit, which names none but behind an adjective: `Technische Dienst`.

    >>> lacks_name(["Juridische", "Dienst"]), lacks_name(["Wonen", "Dienst"]), lacks_name(["Dienst"])
    (False, True, True)
    """
    return bool(name) and name[-1] in UNITS and not "".join(name[-2:-1]).endswith("e")


def _stands_before_fields(header: Evidence, split: Split) -> bool:
    """Whether the whole owner stands in lines behind the code, and above that of the first field: they are the title's."""
    first = next((i for i, piece in enumerate(header.pieces) if piece.has_fields), 0)
    lines = [i for i, words in enumerate(split.owner) if words] if first else []
    is_above = bool(lines) and header.own - 1 <= lines[0] and lines[-1] < first
    return is_above and not any(header.pieces[i].columns for i in lines)


def holds_two_words(text: str) -> bool:
    """Whether a capital stands behind small letters, of which there is but one in `eDienstverlening` and `EvS`."""
    return pattern("JOINED_WORDS").search(text) is not None


def _touch(piece: Piece, title: Words, owner: Words) -> bool:
    """Whether the name may begin in the last word of the title's line, where nothing else parts them."""
    return bool(title and owner) and not piece.columns and holds_two_words(title[-1])


def _goes_on_below_table(header: Evidence, split: Split, cell: Sequence[Words]) -> bool:
    """Whether a cell that is centred beside the code, so that it begins above that, may end below the rows of the table."""
    if not (header.code_piece.in_table and any(cell[: header.own - 1]) and _last_with_words(header, split.lines).in_table):
        return False
    below = header.pieces[split.lines : split.lines + 1]
    return any(
        not piece.parted and len(piece.text) <= tolerances.LONGEST_CELL and not ends_sentence(piece.text) for piece in below
    )


def _last_with_words(header: Evidence, lines: int) -> Piece:
    """The last of so many lines that holds more than fields."""
    return next((piece for piece in header.pieces[lines - 1 :: -1] if piece.words), header.code_piece)


def is_broken_inside(header: Evidence, cell: Sequence[Words]) -> bool:
    """Whether a word in these lines is broken: between two of them or, where the text breaks words, also inside of one."""
    text, lines = joined_lines(cell), filter(None, cell)
    if header.breaks_words or BROKEN in text:
        return holds_broken_word(text)
    return any(is_broken(line[-1], after[0]) for line, after in pairwise(lines))


def joined_lines(lines: Sequence[Words]) -> str:
    """The lines of a cell as one text. A hyphen that stands for what the word before ends with is the next word's.

    >>> joined_lines([("Beheer", "van", "functiewaardering", "en", "-"), ("classificatie",)])
    'Beheer van functiewaardering en -classificatie'
    """
    text = " ".join([" ".join(line) for line in lines if line])
    for word in AND if " - " in text else ():
        before, found, behind = text.partition(f" {word} - ")
        text = f"{before} {word} -{behind}" if found and begins_small(behind) else text
    return text
