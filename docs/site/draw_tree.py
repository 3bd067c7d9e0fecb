"""Draw how the grammar reads a small report: ``python docs/site/draw_tree.py`` writes docs/images/tree.svg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from lark import Lark, Token, Tree

from gentbudget.parser.lines.grammar import OPTIONS, PACKAGE

PICTURE = Path(__file__).parents[1] / "images" / "tree.svg"
TEXT = """\
Jaarrekening 2024

Actieplan

OD10001 - Betaalbaar wonen\t2020 - 2027\tGroep Gent

Wie huurt, krijgt raad.

Budgettaire onderbouwing\t\tBudget 2024\tJaarrekening 2024\t% Besteding budget 2024
Exploitatie\tUitgaven\t1.250\t1.000\t80,0%

Acties

AC10001 - Begeleiden van huurders\tDienst Wonen

Onderbouwing personeel\t\tPlan 2024\tBetaald 2024\t% Besteding plan 2024
VTE\t\t2,00\t1,50\t75,0%
Nog een regel.
"""

LINE, STEP, LONGEST = 22, 22, 64
STYLE = """
text { font: 13px ui-monospace, 'DejaVu Sans Mono', monospace; fill: #1f2328; }
.rule { font-weight: bold; }
.terminal { fill: #0550ae; }
.line { fill: #57606a; }
path { fill: none; stroke: #b1bac4; }
"""


def branches(node: Tree[Token] | Token, depth: int = 0) -> Iterator[tuple[int, str, str]]:
    """Give the nodes from top to bottom: how deep each is, its name and, for a terminal, a line of its text."""
    if isinstance(node, Token):
        first, *others = (line.replace("\t", "⇥") for line in node.rstrip("\n").split("\n"))
        yield depth, node.type, first
        yield from ((depth, "", line) for line in others)
        return
    yield depth, str(node.data), ""
    for child in node.children:
        yield from branches(child, depth + 1)


def draw(text: str = TEXT) -> str:
    """Read a text by the grammar and draw its tree as SVG."""
    nodes = list(branches(Lark.open_from_package(PACKAGE, "report.lark", **OPTIONS).parse(text)))
    size = {"width": "900", "height": str(LINE * (len(nodes) + 1))}
    svg = ElementTree.Element(
        "svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "viewBox": "0 0 {width} {height}".format(**size)} | size
    )
    ElementTree.SubElement(svg, "title").text = "How the grammar reads a small report"
    ElementTree.SubElement(svg, "style").text = STYLE
    ElementTree.SubElement(svg, "rect", {"width": "100%", "height": "100%", "fill": "#fff"})
    parents: dict[int, int] = {}
    for place, (depth, name, line) in enumerate(nodes, start=1):
        x, y = STEP * (depth + 1), LINE * place
        if name and depth:
            ElementTree.SubElement(svg, "path", {"d": f"M{x - 16} {parents[depth - 1] + 6}V{y - 4}H{x - 4}"})
        if name:
            parents[depth] = y
            kind = "terminal" if line else "rule"
            ElementTree.SubElement(svg, "text", {"x": str(x), "y": str(y), "class": kind}).text = name
        shown = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
        if shown:
            ElementTree.SubElement(svg, "text", {"x": "290", "y": str(y), "class": "line"}).text = shown
    ElementTree.indent(svg)
    return ElementTree.tostring(svg, encoding="unicode") + "\n"


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
