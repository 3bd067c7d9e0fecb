"""The command line. It needs the extra ``cli`` (click and rich).

app (the group) → commands (one module each: what it takes and what it calls) → sources and progress (what is read) →
entry, tree, listing, verdict, differences (what people see, on tables, titles, styles and output) and machine, annotations
(what programs read) → lookup and findings (what is shown of a report) → arguments and process (streams, signals, exit
statuses). Each only knows those behind it.

A command loads what it needs when it runs, so that help, completion and refusals are there at once.
"""

from gentbudget.cli.app import run

__all__ = ["run"]
