"""From text to parts: runs the grammar, and names the lines that no pattern can name."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import define
from lark import Lark, UnexpectedInput

from gentbudget.errors import ReportError
from gentbudget.parser.lines.escapes import without_escapes
from gentbudget.parser.lines.furniture import furniture
from gentbudget.parser.lines.grammar import compiled
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.mending import with_whole_labels
from gentbudget.parser.lines.naming import LineNamer, Misread
from gentbudget.parser.lines.parts import PartsTransformer, ReportPart
from gentbudget.parser.lines.shapeless import refuse_shapeless
from gentbudget.parser.lines.sheets import with_tabs


@define
class ReadText:
    """What reading a text gave: its parts, the lines set aside as furniture, and the labels that were misread."""

    parts: ReportPart
    furniture: list[Line]
    misread: list[Misread]


@cache
def _parser() -> Lark:
    grammar = compiled()
    load: Any = Lark._load_from_dict
    loaded: Lark = load(grammar.data, grammar.memo, transformer=PartsTransformer())
    return loaded


def read_lines(text: str) -> ReadText:
    """The parts of the text. Every position is the same in what the grammar reads as in the text."""
    refuse_shapeless(text)
    prepared = with_whole_labels(without_escapes(with_tabs(text)))
    whole = prepared if prepared.endswith("\n") else prepared + "\n"
    session: Any = _parser().parse_interactive(whole)
    namer = LineNamer(whole, furniture(prepared), text if prepared != text else None)
    try:
        feed = session.parser_state.feed_token
        for line in namer.process(session.lexer_thread.lex(session.parser_state), session.choices):
            feed(line)
        parts: ReportPart = session.feed_eof()
    except UnexpectedInput:  # the rules leave room for any line, so this is a fault of the grammar
        number, column = (line.number, line.column) if isinstance(line, Line) else (None, None)
        raise ReportError("this line fits nowhere in the layout", line=number, column=column) from None
    return ReadText(parts, namer.set_aside, namer.misread)
