"""Searching entries by what they print, without regard to case, accents and line breaks."""

from __future__ import annotations

import unicodedata

from gentbudget.model import Entry


def meets(entry: Entry, *, owner: str | None, status: str | None, phase: str | None, text: str | None) -> bool:
    """Whether an entry has all that is given, as part of its owner, status, phase, or title and description.

    >>> from gentbudget import Action
    >>> meets(Action(owner="Strategische Coördinatie"), owner="COORDINATIE", status=None, phase=None, text=None)
    True
    """
    searched = {
        "owner": (getattr(entry, "owner", None), owner),
        "status": (getattr(entry, "status", None), status),
        "phase": (getattr(entry, "phase", None), phase),
        "text": (f"{entry.title or ''}\n{entry.description}", text),
    }
    return all(
        wanted is None or (printed is not None and _plain(wanted) in _plain(printed)) for printed, wanted in searched.values()
    )


def _plain(text: str) -> str:
    """The text without case, accents and line breaks, as searches compare it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
