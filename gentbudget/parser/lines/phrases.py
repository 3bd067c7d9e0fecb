"""How Dutch phrases end and go on, as far as that tells whether two lines belong together."""

from __future__ import annotations

_OPEN_ENDINGS = frozenset(
    (
        *("aan", "als", "bij", "dat", "de", "den", "der", "des", "die", "door", "een", "en", "het", "hun", "in", "met"),
        *("naar", "of", "om", "onder", "op", "over", "per", "te", "tot", "tussen", "uit", "van", "via", "voor", "waar"),
        *("zonder", "\u00e9n"),
    )
)
"""Dutch words that no title ends with: a title whose line ends with one goes on."""

_ENDS_OF_SENTENCES = (".", ":", ";", "?", "!", "\u2026")


def ends_open(text: str) -> bool:
    """Whether a title or name cannot end here, in the middle of a phrase."""
    last = text.rsplit(maxsplit=1)[-1].casefold() if text.strip() else ""
    return last in _OPEN_ENDINGS or last.endswith((",", "-", "&", "/"))


def is_open(title: str, continuation: str) -> bool:
    """Whether a title goes on with this line: it could not end here, or the line could not begin a description."""
    return ends_open(title) or begins_small(continuation)


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, perhaps behind a bracket or an apostrophe: in the middle of a phrase."""
    return text.lstrip("('\u2018\u2019")[:1].islower()


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a mark that ends a sentence, as no title or name does."""
    return text.endswith(_ENDS_OF_SENTENCES)
