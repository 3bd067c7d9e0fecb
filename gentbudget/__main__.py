"""The entry point of the command ``gentbudget`` and of ``python -m gentbudget``."""

from __future__ import annotations

import sys

from gentbudget.errors import MissingExtraError

_EXTRA = ("typer", "rich")
_WRONG_USE = 2


def main() -> None:
    """Run the command line or, where the packages that it needs are not installed, say how to get them."""
    try:
        from gentbudget.cli import run  # noqa: PLC0415 - the library itself has to work without the extra
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        print(f"Error: {MissingExtraError('the command line', 'cli')}", file=sys.stderr)
        sys.exit(_WRONG_USE)
    run()


if __name__ == "__main__":
    main()
