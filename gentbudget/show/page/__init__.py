"""A report as one page of HTML that works from disk, without a network: `write_page`.

data.py says what of a report goes into the page; the rest of this folder is the page itself: template.html with its
style sheet and scripts, which are put into one file.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from gentbudget.report import Report
from gentbudget.show.html import markup
from gentbudget.show.notebook import body_of
from gentbudget.show.page.data import page_data

_STYLES = ("page.css", "treemap.css", "tables.css", "entry.css", "findings.css", "telephone.css")
_SCRIPTS = ("report.js", "elements.js", "treemap.js", "tree.js", "entry.js", "findings.js", "main.js")
"""In the order in which they build on each other; scripts share one scope."""

_MARKUP = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end the block of data, in the form that JSON has for it."""


def write_page(report: Report) -> str:
    """Write a report as one self-contained HTML page, to be saved in UTF-8.

    It has the hierarchy as a treemap and as a tree, every table, the findings at their figures and in a list, and a search
    by code, title and owner. It loads nothing from elsewhere, and its security policy forbids that it ever does.

    >>> import gentbudget
    >>> page = write_page(gentbudget.load_sample())
    >>> page.startswith("<!doctype html>"), "https://" in page
    (True, False)
    """
    data = page_data(report)
    style, script = ("\n".join(map(_text, names)) for names in (_STYLES, _SCRIPTS))
    return Template(_text("template.html")).substitute(
        title=escape(" ".join(filter(None, (data["title"], str(data["year"] or ""))))),
        policy=escape(_policy(style, script)),
        style=style,
        fallback="".join(_without_script(report)),
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_MARKUP),
        script=script,
    )


def _policy(style: str, script: str) -> str:
    """Allow this style sheet and this script, and nothing else."""
    return f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _without_script(report: Report) -> Iterable[str]:
    """Give what a notebook shows of the report, for a browser that runs no script."""
    return (part if isinstance(part, str) else markup(part) for part in body_of(report) if part is not None)


@cache
def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
