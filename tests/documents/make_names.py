"""Write the list of names that ships with the package: ``python -m tests.documents.make_names``.

Each name that the sample prints as an owner or organisation stands on a line of its own, with the line of the sample that
prints it first. Names that look like a misreading of another are left out.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import gentbudget
from gentbudget import Action, ActionPlan
from gentbudget.parser.headers.known import SHIPPED
from gentbudget.samples import SAMPLE

HEAD = f"""\
# Names of owners and organisations that {SAMPLE} prints, each with the first line of the entry that prints it first.
# Made by tests/documents/make_names.py; what is a name here only helps to part words that a text prints.
"""


def names() -> str:
    """Collect the names from the sample, read with nothing known."""
    text = files("gentbudget.samples").joinpath(SAMPLE).read_bytes()
    report = gentbudget.parse(text, known=None)
    misread = {finding.entry for finding in report.findings if finding.code == "owner-variant"}
    first: dict[str, int] = {}
    for entry in report.entries:
        name = entry.owner if isinstance(entry, Action) else entry.organisation if isinstance(entry, ActionPlan) else None
        if name is not None and entry.code not in misread:
            first.setdefault(name, entry.lines[0])
    return HEAD + "".join(f"{name}\t{SAMPLE}:{line}\n" for name, line in sorted(first.items()))


if __name__ == "__main__":
    Path(str(files("gentbudget.samples").joinpath(SHIPPED))).write_text(names(), encoding="utf-8")
