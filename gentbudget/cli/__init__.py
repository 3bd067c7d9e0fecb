"""The command line: ``show``, ``tree``, ``find`` and ``check``. It needs the extra ``cli`` (typer and rich).

app (the commands) → sources (what is read) → entry, tree, listing, verdict, annotations, machine (one view each) →
findings, tables → output (where it goes). Each only knows those behind it.
"""

from gentbudget.cli.app import run

__all__ = ["run"]
