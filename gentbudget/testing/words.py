"""What entries say in words: titles, owners and descriptions of a city that does not exist."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

OWNERS = ("Dienst Wonen", "Archief Gent", "Groendienst", "Dienst Feesten en Markten", "Cel Erfgoed en Archeologie")

_VERBS = ("Beheren", "Uitbouwen", "Versterken", "Begeleiden")
_THINGS = ("buurten", "scholen", "groene ruimten", "sterke verenigingen", "gebouwen", "huurders")


@cache
def titles() -> st.SearchStrategy[str]:
    """Titles, short or longer."""
    return st.builds("{} van {}".format, st.sampled_from(_VERBS), _things())


@cache
def descriptions() -> st.SearchStrategy[tuple[str, ...]]:
    """The paragraphs of a description, bullets among them."""
    sentences = st.builds("Het team zorgt voor {}.".format, _things())
    bullets = st.lists(sentences.map("- {}".format), min_size=1, max_size=3).map("\n".join)
    return st.lists(sentences | bullets, max_size=2).map(tuple)


def _things() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_THINGS), min_size=1, max_size=3, unique=True).map(" en ".join)
