"""Where titles and names go on from line to line, and whether lines end where their columns do."""

from __future__ import annotations

from collections.abc import Sequence

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.hyphens import AND
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.widths import Width
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence, is_open


def take_open_lines(header: Evidence, title: list[Words], start: int) -> int | None:
    """Add to a title the lines that go on with it; how many these are, None if that cannot be told."""
    for i, piece in enumerate(header.pieces[start:], start):
        is_apart = piece.parted and not (piece.marked and header.code_piece.marked)
        ends = is_apart or piece.split is not None
        verdict = not ends and goes_on(header, title, i)
        if verdict and not _fits_column(header, piece):
            verdict = None  # a line in narrow letters, or a description's
        if not verdict:
            return None if verdict is None else i - start
        title.append(piece.words)
    return len(header.pieces) - start


def goes_on(header: Evidence, title: Sequence[Words], i: int) -> bool | None:
    """Whether a title goes on with this line; None if that cannot be told.

    A title that ends in the middle of a phrase goes on. Otherwise it does if its last line has no room for another word,
    and the line begins in the middle of a phrase. With a capital, a line that is no longer may begin the description as
    well; only where columns part it from the owner, the title's is taken to go on.
    """
    piece, width = header.pieces[i], header.columns.title
    texts = header.title_texts(title)
    if not texts:
        return True
    if not piece.words:  # it has fields alone
        return False
    has_room = width.has_room(texts[-1], piece.words[0])
    if piece.words[0] in ("-", "\u2013"):  # a bullet or, where not even a dash has room, one of the title's
        may_go_on = width.certain and not has_room and width.reaches(piece.text)
        verdict: bool | None = None if may_go_on else False
    elif pattern("BULLET").fullmatch(piece.words[0]):
        verdict = False
    elif ends_open(texts[-1]):
        verdict = not has_room and width.reaches(piece.text) if width.certain else not _is_sentence(piece, texts)
    elif begins_small(piece.text):
        verdict = None if has_room and not width.certain else not has_room
    elif has_room or not (
        (piece.marked and not ends_sentence(piece.text)) or (_is_short(piece, texts, width) and _is_phrase(piece))
    ):
        verdict = False
    elif piece.marked or not header.has_columns or is_dated(piece.text):
        verdict = None
    else:
        below = header.pieces[i + 1 : i + 2]
        is_last = not below and not header.is_described  # then no description would be left
        # Where a blank line follows, it is the header's, or the description is this line alone.
        is_either = is_last if width.certain else any(piece.parted for piece in below)
        verdict = None if is_either else width.certain
    return verdict


def is_dated(text: str) -> bool:
    """Whether a year stands in a line, as in running titles."""
    return pattern("YEAR").search(text) is not None


def title_goes_on(header: Evidence, title: Sequence[Words]) -> bool:
    """Whether the lines that are only perhaps the header's, and give words to the title, go on with it."""
    return not any(
        words and (header.pieces[i].parted or not goes_on(header, title[:i], i))
        for i, words in enumerate(title)
        if i >= header.least
    )


def _is_short(piece: Piece, texts: Sequence[str], width: Width) -> bool:
    """Whether a line is no longer than those of titles or, where these are not known, than the title above it."""
    return width.reaches(piece.text) if width.broadest else len(piece.text) <= max(map(len, texts))


def _is_sentence(piece: Piece, texts: Sequence[str]) -> bool:
    """Whether a line is much longer than the title above it, and ends a sentence: it is a description's."""
    return ends_sentence(piece.text) and len(piece.text) > tolerances.MOST_TITLE_LENGTHS * max(map(len, texts))


def _is_phrase(piece: Piece) -> bool:
    """Whether a line is no sentence, and no page number."""
    begins = piece.text.lstrip("(-")[:1].isalnum() and pattern("PAGE_NUMBER").fullmatch(piece.text) is None
    return begins and not ends_sentence(piece.text)


def _fits_column(header: Evidence, piece: Piece) -> bool:
    """Whether the line ends before the next column begins, where there are columns."""
    limits = [p.owner_start for p in header.pieces[: header.own] if p.columns and p.owner]
    return not limits or piece.end <= max(limits) + tolerances.COLUMN_DRIFT


def may_wrap(header: Evidence, i: int) -> bool:
    """Whether a title may go on from the line before to this one, if all words of that are its."""
    before, piece, width = header.pieces[i - 1], header.pieces[i], header.columns.title
    return is_open(before.text, piece.text) or (width.certain and not width.has_room(before.text, piece.words[0]))


def fits(header: Evidence, title: Sequence[Words], owner: Sequence[Words]) -> bool:
    """Whether the lines of title and owner wrap where their columns end."""
    names = [" ".join(line) for line in owner if line]
    return header.columns.title.fits(header.title_texts(title)) and header.columns.owner.fits(names)


def begins_earlier(header: Evidence, title: Sequence[Words], owner: Sequence[Words], *, beside: bool) -> bool:
    """Whether a name may begin with the last words of the title's line above its own, or ``beside`` it, from a capital on.

    Beside it these must all have capitals, since behind a small letter it begins. They are the title's where it could not end
    before them, where the name has one of them as well, and where columns are known and their lines would not end there.
    """
    first = next(i for i, words in enumerate(owner) if words)
    name = {word for line in owner for word in line}
    for i in range(max(first - 1, 0), first + beside):
        words = title[i] if header.pieces[i].split is None else ()
        capitals = [word[0].isupper() for word in words]
        for n in range(1, len(words)):
            is_rest = all(capitals[n:]) if i == first else capitals[n] and not any(map(_is_no_name, words[n:]))
            if not is_rest or (capitals[n - 1] and n > 1) or any(word[0].isupper() and word in name for word in words[n:]):
                continue
            shorter = [*title[:i], words[:n], *title[i + 1 :]]
            longer = [*owner[:i], words[n:] + owner[i], *owner[i + 1 :]]
            if not ends_open(" ".join(word for line in shorter for word in line)) and fits(header, shorter, longer):
                return True
    return False


def _is_no_name(word: str) -> bool:
    """Whether a word stands in no name: it has digits, brackets or a colon."""
    return not word.strip(",-&").replace("-", "").isalpha()


def title_is_alone(header: Evidence) -> bool:
    """Whether the code's line is no broader than the title's column, so that it holds no other cell."""
    return header.columns.title.fits(header.title_texts([header.code_piece.words]))


def may_go_on_beside(header: Evidence, split: Split, lines: int, *, is_whole: bool = False) -> bool:
    """Whether so many lines below, which are the title's or may be, may hold words of the name, too, where its line is full.

    They stand at the end of a line, unless the name ``is_whole`` as far as that can be told: `tweede oproep Zwembaden`. Or the
    line is all the name's: `en Zwembaden`. Where a name is centred beside its title, a line of that may stand before it.
    """
    name, title = split.owner[-1], joined_lines(split.title)
    are_beside = not is_whole and any(split.title[len(split.owner) - 1 :])
    for piece in header.pieces[split.lines : split.lines + lines] if name else ():
        for n, word in enumerate(piece.words[: None if are_beside and not ends_sentence(piece.text) else 1]):
            begins = word in AND if n == 0 else not ends_open(f"{title} {' '.join(piece.words[:n])}")
            if begins and not header.columns.owner.has_room(" ".join(name), word):
                return True
        title = f"{title} {piece.text}"
    return False


def leaves_cells(header: Evidence, lines: int) -> bool:
    """Whether a reading of so many lines leaves out one that is the header's for certain, and short as cells are.

    Longer lines have wide blanks because they are justified.
    """
    return any(len(piece.text) <= tolerances.LONGEST_CELL for piece in header.pieces[lines : header.least])


def heading_goes_on(header: Evidence, lines: int) -> bool:
    """Whether a line behind these is a heading in Markdown as the code's is, and so the header's, unless it is a sentence."""
    below = header.pieces[lines : lines + 1]
    return header.code_piece.marked and any(piece.marked and not ends_sentence(piece.text) for piece in below)
