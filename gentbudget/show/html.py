"""HTML as a tree of elements: what is text stays text, whatever it says, and no tag is left open."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from gentbudget.show.figures import visible

Child = Element | str | None
"""What an element may hold; None is left out."""


def element(name: str, *children: Child, **attributes: str | None) -> Element:
    """Make an element. A trailing underscore of an attribute's name is dropped, for those that Python reserves.

    >>> markup(element("td", "<script>", element("sup", "1"), "!", class_="damaged", lang=None))
    '<td class="damaged">&lt;script&gt;<sup>1</sup>!</td>'
    """
    made = Element(name, {key.rstrip("_"): visible(value) for key, value in attributes.items() if value is not None})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif child is not None:
            _append_text(made, visible(child))
    return made


def style_sheet(css: str) -> Element:
    """Make the element for a style sheet of our own; nothing in it is escaped, so nothing printed belongs there."""
    made = Element("style")
    made.text = css
    return made


def markup(root: Element) -> str:
    """Write an element as HTML."""
    return tostring(root, encoding="unicode", method="html")


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
