"""An account as a web page (HTML), in any of the looks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import groupby

from .accounts import BUDGET_HEAD, BUDGET_ROWS, STAFF_HEAD, STAFF_ROW, PrintedEntry, PrintedReport
from .looks import Look, Row


def web_page(report: PrintedReport, look: Look) -> str:
    """Write the account: a cover, contents with leader dots, and the entries."""
    entries = "\n".join(line for entry in report.entries for line in _entry(report, entry, look))
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Jaarrekening {report.year}</title>
<style>
{_style(look)}
</style>
</head>
<body>
<h1>Jaarrekening {report.year}</h1>
<p>{html.escape(report.title)}</p>
<h2 class="contents">Inhoudstafel</h2>
<ul class="contents">
{_contents(report)}
</ul>
{entries}
</body>
</html>
"""


def _escaped(look: Look) -> Callable[[str], str]:
    """Give what writes words into HTML, with soft hyphens where the look is hyphenated."""
    return (lambda words: html.escape(_with_soft_hyphens(words))) if look.hyphenated else html.escape


@cache
def _with_soft_hyphens(words: str) -> str:
    dictionary = import_module("pyphen").Pyphen(lang="nl_NL")
    return re.sub(r"[^\W\d_]{10,}", lambda word: dictionary.inserted(word[0], "\N{SOFT HYPHEN}"), words)


def _style(look: Look) -> str:
    place = {"top": "top", "centre": "middle", "bottom": "bottom"}[look.label_place]
    borders = {"grid": "td, th { border: 0.5pt solid #888 }", "rows": "tr { border-bottom: 0.5pt solid #888 }", "none": ""}
    return f"""@page {{ size: A4 {"landscape" if look.lengthwise else "portrait"}; margin: {look.margin}mm }}
body {{ font: {look.size}pt "{look.font}"; margin: 0; {"hyphens: manual; text-align: justify" if look.hyphenated else ""} }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100%; margin-bottom: 3mm; font-size: {look.size - 1}pt }}
td, th {{ padding: 0.5mm 1mm; text-align: left; vertical-align: {place}; overflow-wrap: break-word }}
.header td {{ font-weight: bold }}
.figures td:nth-last-child(-n+5), .figures th:nth-last-child(-n+5) {{ text-align: right }}
{borders[look.borders]}
ul.contents {{ list-style: none; padding: 0; overflow: hidden }}
ul.contents span {{ background: white }}
ul.contents b {{ float: right; background: white; font-weight: normal }}
ul.contents li::after {{ content: "{"." * 160}"; float: left; width: 0; white-space: nowrap }}
h2.contents {{ break-before: page }}"""


def _contents(report: PrintedReport) -> str:
    rows = report.contents
    return "\n".join(f"<li><b>{page}</b><span>{code} - {html.escape(title)} </span></li>" for code, title, page in rows)


def _entry(report: PrintedReport, entry: PrintedEntry, look: Look) -> Iterator[str]:
    escape = _escaped(look)
    level = {"objective": 2, "plan": 3}.get(entry.kind, 4)
    if entry.kind == "objective":
        heading, title = entry.heading, entry.title
        if look.code_below:
            heading, title = heading.removesuffix(f" {entry.code}"), f"{entry.code} - {title}"
        yield f"<h{level}>{heading}</h{level}>"
        yield f"<p><b>{escape(title)}</b></p>"
    else:
        yield f"<h{level}>{entry.heading}</h{level}>"
        yield f'<table class="header">{_columns(look.header_widths(len(entry.header)))}'
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in entry.header)}</tr>"
        yield "</table>"
    for bullets, paragraphs in groupby(entry.description, key=lambda words: words.startswith("- ")):
        if bullets:
            yield "<ul>"
            yield from (f"<li>{escape(words.removeprefix('- '))}</li>" for words in paragraphs)
            yield "</ul>"
        else:
            yield from (f"<p>{escape(words)}</p>" for words in paragraphs)
    yield from _figures(look, BUDGET_HEAD, report.budget_columns, list(zip(BUDGET_ROWS, entry.budget, strict=True)))
    yield from _figures(look, STAFF_HEAD, report.staff_columns, [((STAFF_ROW, ""), entry.staff)])


def _figures(look: Look, head: str, columns: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    escape = _escaped(look)
    yield f'<table class="figures">{_columns(look.table_widths(len(columns)))}'
    heads = "".join(f"<th>{escape(words)}</th>" for words in columns)
    yield f'<thead><tr><th colspan="2">{escape(head)}</th>{heads}</tr></thead>'
    for (section, flow), figures in rows:
        span = '<td rowspan="2">' if section != STAFF_ROW else "<td>"
        first = f"{span}{escape(section)}</td>" if section else ""
        yield f"<tr>{first}<td>{escape(flow)}</td>{''.join(f'<td>{figure}</td>' for figure in figures)}</tr>"
    yield "</table>"


def _columns(widths: Sequence[float]) -> str:
    return "".join(f'<col style="width: {width:.2f}mm">' for width in widths)
