"""Optional packages, and the error that names the extra to install where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gentbudget.errors import MissingExtraError


@contextmanager
def needing(extra: str, purpose: str) -> Iterator[None]:
    """Import the packages of an extra in this block: raises `MissingExtraError` if they are not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(purpose, extra) from error
