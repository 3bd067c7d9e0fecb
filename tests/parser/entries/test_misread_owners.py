"""When one owner's name may be a misreading of another."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.entries.remarks import _is_misreading, _without_one_word

RIGHT = "Dienst Organisatiebrede budgetten"


@pytest.mark.parametrize(
    ("name", "is_misread"),
    [
        ("Dienst Organiserende budgetten", True),
        ("Dienst Organisaatiebrede budgetten", True),
        (RIGHT, False),
        ("Dienst Organisationsbrede budgeten", False),  # two words are others
        ("Organisationsbrede budgetten", False),
        ("Dienst Oragnisatiebrede budgetten", False),
        ("Dienst Organen budgetten", False),
        ("Cel Organisatiebrede budgetten", False),
    ],
)
def test_names_differ_in_one_long_word_that_begins_and_goes_on_alike(name: str, *, is_misread: bool) -> None:
    assert _is_misreading(name, RIGHT) is is_misread
    if is_misread:  # only those are compared that have something in common
        assert set(_without_one_word(name)) & set(_without_one_word(RIGHT))


def test_only_long_words_may_be_misread_and_no_more_than_a_name_has() -> None:
    assert list(_without_one_word("Dienst van Wonen")) == [("Diens…", "van", "Wonen"), ("Dienst", "van", "Wonen…")]
    many = [f"Woord{n}" for n in range(tolerances.MOST_COMPARED_WORDS + 1)]
    assert [len(words) for words in _without_one_word(" ".join(many))] == [len(many) - 1] * (len(many) - 1)
