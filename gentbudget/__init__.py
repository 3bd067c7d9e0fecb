"""Reads the text of the City of Ghent's annual accounts into typed, immutable objects.

>>> import gentbudget
>>> report = gentbudget.load_sample()
>>> report["OD10071"].staff.paid
Decimal('18.98')

The public names are those of `gentbudget.interface`. They are loaded when the first of them is used, so that the command
line can complete a word, or end at Ctrl-C, before the parser is there.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gentbudget.interface import *  # noqa: F403 - the names are listed there, once
else:  # or a type checker would take every name for one of ours

    def __getattr__(name: str) -> object:
        """Load all public names at the first that is asked for."""
        interface, public = import_module("gentbudget.interface"), globals()
        public.update({public_name: getattr(interface, public_name) for public_name in (*interface.__all__, "__all__")})
        if name in public:
            return public[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        __getattr__("__all__")
        return sorted(globals())
