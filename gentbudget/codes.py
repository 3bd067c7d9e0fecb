"""The codes that name the entries of a report, such as ``OD10071`` and ``ACP1710``."""

from __future__ import annotations

import re

_LEVELS = {"SD": "objective", "BD": "objective", "OD": "plan", "PO": "plan", "AP": "plan"}
_SEPARATORS = re.compile(r"[\s\-_.]+")


def normalise_code(code: str) -> str:
    """The code as the document prints it, from the ways in which people write it.

    >>> normalise_code("od 10071")
    'OD10071'
    """
    return _SEPARATORS.sub("", code).upper()


def level_of(code: str) -> str:
    """The level of the hierarchy that a code's first letters name: ``objective``, ``plan`` or ``action``.

    >>> level_of("SD10041"), level_of("PO10045"), level_of("ACP1710")
    ('objective', 'plan', 'action')
    """
    return _LEVELS.get(code[:2], "action")


def is_project_code(code: str) -> bool:
    """Whether an entry under the heading *Acties* is a project, which is what its code's first letters say.

    >>> is_project_code("PRN1167"), is_project_code("ACP1710")
    (True, False)
    """
    return code.startswith("PR")
