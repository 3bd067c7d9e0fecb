"""The entry point of the command ``gentbudget`` and of ``python -m gentbudget``."""

from __future__ import annotations

import signal
import sys

_EXTRA = ("click", "rich")
_WRONG_USE = 2


def main() -> None:
    """Run the command line or, where the packages that it needs are not installed, say how to get them."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while modules are loading is no traceback
    try:
        from gentbudget.cli import run  # noqa: PLC0415 - the library itself has to work without the extra

        run()
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        from gentbudget.errors import MissingExtraError  # noqa: PLC0415 - nothing else here needs it

        print(f"Error: {MissingExtraError('the command line', 'cli')}", file=sys.stderr)
        sys.exit(_WRONG_USE)


if __name__ == "__main__":
    main()
