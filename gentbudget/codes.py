"""The codes that name the entries of a report, such as ``OD10071`` and ``ACP1710``."""

from __future__ import annotations

import re
from itertools import takewhile

_SEPARATORS = re.compile(r"[\s\-_.]+")


def normalise_code(code: str) -> str:
    """The code as the document prints it, from the ways in which people write it.

    >>> normalise_code("od 10071")
    'OD10071'
    """
    return _SEPARATORS.sub("", code).upper()


def letters_of_code(code: str) -> str:
    """The letters that a code begins with, which codes of one series share.

    >>> letters_of_code("ACP1710")
    'ACP'
    """
    return "".join(takewhile(str.isalpha, code))
