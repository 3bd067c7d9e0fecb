"""How lists name an entry: its code and its title on one line, and what stands there if they are lost."""

from __future__ import annotations

from rich.text import Text

from gentbudget.cli.output import text
from gentbudget.model import Entry
from gentbudget.show.figures import MISSING

_TITLE_STYLES = {"objective": "bold", "plan": "bold"}


def code_view(entry: Entry) -> Text:
    """Write the code of an entry."""
    return text(entry.code or MISSING, "cyan")


def title_view(entry: Entry) -> Text:
    """Write the title of an entry; if its code is lost, also the line where it stands."""
    title = text(entry.title, _TITLE_STYLES.get(entry.kind, "")) if entry.title else text("no title", "dim")
    if entry.code is None:
        title.append(f" (no code, line {entry.lines[0]})", "dim")
    return on_one_line(title)


def on_one_line(content: Text) -> Text:
    """Have a terminal cut what is too long, where it would wrap it."""
    content.no_wrap, content.overflow = True, "ellipsis"
    return content
