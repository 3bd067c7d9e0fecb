"""From text to parts: runs the grammar, and names the lines that no pattern can name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from lark import Lark, UnexpectedInput
from lark.grammar import Rule

from gentbudget.errors import ReportError
from gentbudget.parser.lines.furniture import furniture
from gentbudget.parser.lines.grammar import compiled
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.mending import with_whole_labels
from gentbudget.parser.lines.naming import Lexed, LineNamer, Misread
from gentbudget.parser.lines.parts import EntryPart, PartsTransformer
from gentbudget.parser.lines.shapeless import refuse_shapeless
from gentbudget.parser.lines.sheets import with_tabs
from gentbudget.parser.lines.unseen import as_seen

_PARTS = frozenset({"front_matter", "beginning", "entry", "untabled_entry", "unheaded_entry", "untabled_unheaded"})
"""The rules that put together what the report consists of."""

_TOGETHER = 32
"""How many parts are handed over at once: to turn from lexing to what comes behind it for each takes longer."""


@cache
def _parser() -> Lark:
    grammar = compiled()
    load: Any = Lark._load_from_dict
    loaded: Lark = load(grammar.data, grammar.memo, transformer=PartsTransformer())
    return loaded


class ReadText:
    """A text that is read part by part: only the lines of the part at hand are kept.

    ``text`` is what the grammar reads: every place is the same in it as in the text that was given. ``furniture`` are the
    lines set aside, ``misread`` those whose labels were misread, both as far as the text is read.
    """

    def __init__(self, text: str) -> None:
        refuse_shapeless(text)
        prepared = with_whole_labels(as_seen(with_tabs(text)))
        self.text = prepared if prepared.endswith("\n") else prepared + "\n"
        self._namer = LineNamer(self.text, furniture(prepared), text if prepared != text else None)
        self.furniture: list[Line] = self._namer.set_aside
        self.misread: list[Misread] = self._namer.misread
        parts = self._parts()
        self.front_matter: tuple[Line, ...] = next(parts)
        self.entries: Iterator[EntryPart] = parts

    def _parts(self) -> Iterator[Any]:
        """The lines before the first entry, and then entry by entry."""
        session: Any = _parser().parse_interactive(self.text)
        parts: list[Any] = []
        _hand_over(session, parts)
        line: Any = None
        try:
            feed = session.parser_state.feed_token
            for line in self._namer.process(_lexed(session, self.text), session.choices):
                feed(line)
                if len(parts) > _TOGETHER:
                    yield from parts
                    parts.clear()
            session.feed_eof()
        except UnexpectedInput:
            raise _fits_nowhere(self.text, getattr(line, "start", 0)) from None
        yield from parts


def _lexed(session: Any, text: str) -> Iterator[Lexed]:
    """What the terminals match that have a place in the rules where the parser stands: Lark's contextual lexer, but quicker.

    Lark makes an object of its own for each match, with much that nobody here asks for; a long text has very many.
    """
    state, thread = session.parser_state, session.lexer_thread
    lexers, source = thread.lexer.lexers, thread.state.text
    start, number = 0, 1
    while start < len(text):
        lexer = lexers[state.position]
        found = lexer.match(source, start)
        if found is None:
            raise _fits_nowhere(text, start)
        matched, terminal = found
        if terminal not in lexer.ignore_types:
            yield terminal, matched, start, number
        number += matched.count("\n")
        start += len(matched)


def _fits_nowhere(text: str, start: int) -> ReportError:
    """The error for a fault of the grammar: its terminals and rules leave room for any line."""
    above = text[:start].split("\n")
    return ReportError("this line fits nowhere in the layout", line=len(above), column=len(above[-1]) + 1)


def _hand_over(session: Any, parts: list[Any]) -> None:
    """Let the rules of this session that make a part put it here, so that the report does not keep all of them."""

    def handed_over(make: Callable[[list[Any]], Any]) -> Callable[[list[Any]], None]:
        return lambda children: parts.append(make(children))

    conf = session.parser_state.parse_conf
    conf.callbacks = {
        rule: handed_over(make) if isinstance(rule, Rule) and rule.origin.name in _PARTS else make
        for rule, make in conf.callbacks.items()
    }
