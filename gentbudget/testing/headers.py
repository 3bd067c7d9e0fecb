"""Damage to headers and descriptions: to code, title, owner, status and period, and to the words below them."""

from __future__ import annotations

import re
from random import Random

from attrs import evolve

from gentbudget.exports.text import PrintedLine
from gentbudget.testing.page import (
    TABLE,
    Harm,
    Lines,
    cells_of,
    choose,
    of_parts,
    places,
    replaced,
    with_cells,
    with_text,
)
from gentbudget.vocabulary import HEADINGS, STATUSES

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3,6}")
_PERIOD = re.compile(r"(\d{4}) ?- ?(\d{4})")


def _a_header(lines: Lines, random: Random, wanted: str = "\t") -> tuple[int, list[str]]:
    """Choose a header: its line, and its cells."""
    at = choose(random, places(lines, lambda line: line.part == "header" and wanted in line.text))
    return at, cells_of(lines[at])


def _two_lines(lines: Lines, at: int, upper: str, lower: str) -> Lines:
    return replaced(lines, at, *(evolve(lines[at], text=text) for text in (upper, lower)))


def _owner_over_lines(lines: Lines, random: Random) -> Lines:
    """The owner stands below the header, on two lines if it has two words."""
    at, (*rest, owner) = _a_header(lines, random)
    words = owner.split(" ")
    cut = random.randint(1, len(words))
    parts = ["\t".join(rest), *filter(None, (" ".join(words[:cut]), " ".join(words[cut:])))]
    return replaced(lines, at, *(evolve(lines[at], text=part) for part in parts))


def _owner_behind_tabs(lines: Lines, random: Random) -> Lines:
    at, (*rest, owner) = _a_header(lines, random)
    return _two_lines(lines, at, "\t".join(rest), "\t" * len(rest) + owner)


def _owner_misread(lines: Lines, random: Random) -> Lines:
    at, (*rest, owner) = _a_header(lines, random)
    place = choose(random, [i for i, c in enumerate(owner) if c.isalpha()])
    return with_cells(lines, at, [*rest, owner[:place] + random.choice(_ALPHABET) + owner[place + 1 :]])


def _title_wrapped(lines: Lines, random: Random) -> Lines:
    at, (title, *rest) = _a_header(lines, random)
    cut = choose(random, [i for i, c in enumerate(title) if c == " "])
    return _two_lines(lines, at, "\t".join([title[:cut], *rest]), title[cut + 1 :])


def _word_hyphenated(lines: Lines, random: Random) -> Lines:
    """A word of a header is parted where a line of its cell ended."""
    at, _ = _a_header(lines, random, wanted="")
    text = lines[at].text
    place = choose(random, [i for i in range(1, len(text)) if text[i - 1 : i + 1].isalpha()])
    return with_text(lines, at, text[:place] + random.choice(["- ", "-", "\u00ad", "\ufffe"]) + text[place:])


def _code_misread(lines: Lines, random: Random) -> Lines:
    """A code gets a character too many or too few, or another digit."""
    at = choose(random, places(lines, lambda line: line.part in ("heading", "header") and _CODE.search(line.text)))
    found = _CODE.search(lines[at].text)
    assert found is not None
    code = found[0]
    place = random.randrange(2, len(code))
    misread = random.choice(
        [
            code[:place] + code[place + 1 :],
            code[:place] + code[place] + code[place:],
            code[:place] + random.choice("IlOo") + code[place:],
            code[:place] + random.choice("0123456789") + code[place + 1 :],
        ]
    )
    return with_text(lines, at, lines[at].text.replace(code, misread))


def _code_below_heading(lines: Lines, random: Random) -> Lines:
    objective = HEADINGS["objective"]
    at = choose(random, places(lines, lambda line: line.part == "heading" and line.text.startswith(f"{objective} ")))
    title = next(i for i in range(at + 1, len(lines)) if lines[i].text)
    code = lines[at].text.removeprefix(f"{objective} ")
    moved = with_text(lines, title, f"{code} - {lines[title].text}")
    return with_text(moved, at, objective)


def _status_unknown(lines: Lines, random: Random) -> Lines:
    at = choose(random, places(lines, lambda line: line.part == "header" and set(cells_of(line)) & set(STATUSES)))
    status = random.choice(["In uitvoering", "Uitgesteld", "Lopen", "Opgestart"])
    return with_cells(lines, at, [status if cell in STATUSES else cell for cell in cells_of(lines[at])])


def _period_malformed(lines: Lines, random: Random) -> Lines:
    at = choose(random, places(lines, lambda line: line.part == "header" and _PERIOD.search(line.text)))
    form = random.choice([r"\1 \2", r"\1 -", r"\1-2O28", r"\1 - 20 28", r"\1\2"])
    return with_text(lines, at, _PERIOD.sub(form, lines[at].text))


def _period_over_lines(lines: Lines, random: Random) -> Lines:
    """A period in a narrow cell goes on on the next line."""
    at = choose(random, places(lines, lambda line: line.part == "header" and _PERIOD.search(line.text)))
    upper = _PERIOD.sub(r"\1 -", lines[at].text)
    found = _PERIOD.search(lines[at].text)
    assert found is not None
    return _two_lines(lines, at, upper, "\t" * lines[at].text[: found.start()].count("\t") + found[2])


def _header_as_rule(lines: Lines, random: Random) -> Lines:
    at = choose(random, of_parts(lines, "header"))
    return with_text(lines, at, random.choice(["--------", "--------\t--", "---\t----\t--"]))


def _described(*texts: str) -> Harm:
    """A line of a description, put in behind a header."""

    def harm(lines: Lines, random: Random) -> Lines:
        at = choose(random, of_parts(lines, "header"))
        described = evolve(lines[at], part="text", text=random.choice(texts))
        blank = random.choice([(), (PrintedLine("", "blank", lines[at].entry),)])
        return (*lines[: at + 1], *blank, described, *lines[at + 1 :])

    return harm


def _paragraph_cut(lines: Lines, random: Random) -> Lines:
    """A page ends in the middle of a paragraph."""
    at = choose(random, places(lines, lambda line: line.part == "text" and " " in line.text))
    text = lines[at].text
    cut = choose(random, [i for i, c in enumerate(text) if c == " "])
    between = evolve(lines[at], part="blank", text=random.choice(["", "\f", "17"]))
    return replaced(lines, at, evolve(lines[at], text=text[:cut]), between, evolve(lines[at], text=text[cut + 1 :]))


def _marked(lines: Lines, random: Random) -> Lines:
    """A cell stands between marks of Markdown."""
    at = choose(random, places(lines, lambda line: line.part in ("heading", "header", *TABLE) and line.text.strip()))
    cells = cells_of(lines[at])
    place = choose(random, [i for i, cell in enumerate(cells) if cell])
    mark = random.choice(["**", "*", "_", "__", "`"])
    cells[place] = f"{mark}{cells[place]}{mark}"
    return with_cells(lines, at, cells)


HEADER_DAMAGES: dict[str, Harm] = {
    "owner over two lines": _owner_over_lines,
    "owner behind tabs": _owner_behind_tabs,
    "owner misread": _owner_misread,
    "title over two lines": _title_wrapped,
    "word of a header hyphenated": _word_hyphenated,
    "code misread": _code_misread,
    "code below its heading": _code_below_heading,
    "status unknown": _status_unknown,
    "period malformed": _period_malformed,
    "period over two lines": _period_over_lines,
    "rule for a header": _header_as_rule,
    "bullet of a symbol font": _described("\uf0b7 Het team zorgt voor gebouwen.", "o  Het team", "\u25aa\tscholen en buurten"),
    "description of a mark": _described("-", "x", "--", "/"),
    "paragraph cut by a page": _paragraph_cut,
    "cell in marks": _marked,
}
