"""An account as a word processor's document (DOCX), in any of the looks."""

# ruff: noqa: PLC0415 - python-docx is imported where it is used, as not every test run has it

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .accounts import BUDGET_HEAD, BUDGET_ROWS, STAFF_HEAD, STAFF_ROW, PrintedEntry, PrintedReport
from .looks import Look, Row

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

SYMBOLS = {"\uf0b7": "Symbol", "\uf0a7": "Wingdings", "o": "Courier New"}
"""The fonts that a word processor takes these bullets from."""


def write_docx(report: PrintedReport, look: Look, path: Path) -> None:
    """Write the account: a cover, contents with leader dots, and the entries, with running head and foot."""
    import docx

    document = docx.Document()
    _set_up(document, look)
    _running(document, look, report.year)
    document.add_paragraph(f"Jaarrekening {report.year}", style="Title")
    document.add_paragraph(report.title).paragraph_format.page_break_before = False
    _contents(document, report, look)
    document.add_page_break()
    for entry in report.entries:
        _entry(document, report, entry, look)
    document.save(str(path))


# ---- the page ----------------------------------------------------------------------------------------------


def _set_up(document: Document, look: Look) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if look.lengthwise:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(look.margin)
    for name, size in (("Normal", look.size), ("Title", 24), ("Heading 1", 15), ("Heading 2", 13), ("Heading 3", 12)):
        style = document.styles[name]
        style.font.name, style.font.size = look.font, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        if name == "Normal":
            _child(style.element.rPr, "w:lang", val="nl-NL")
            style.paragraph_format.space_after = Pt(4)
    if look.hyphenated:
        document.settings.element.insert(0, _element("w:autoHyphenation"))
        document.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for level in document.part.numbering_part.element.iter(_tag("w:lvl")):
        mark = level.find(_tag("w:lvlText"))
        if level.find(_tag("w:numFmt")).get(_tag("w:val")) == "bullet":
            mark.set(_tag("w:val"), look.bullet)
            fonts = level.find(f"{_tag('w:rPr')}/{_tag('w:rFonts')}")
            for key in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(_tag(key), SYMBOLS.get(look.bullet, look.font))


def _running(document: Document, look: Look, year: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    section = document.sections[0]
    for part, words in ((section.header, look.running_head), (section.footer, look.running_foot)):
        paragraph = part.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(look.width / 2), WD_TAB_ALIGNMENT.CENTER)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(look.width), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.style = document.styles["Normal"]
        for piece in re.split(r"(\{page\}|\{pages\})", words):
            if piece in ("{page}", "{pages}"):
                _field(paragraph, "NUMPAGES" if piece == "{pages}" else "PAGE")
            else:
                paragraph.add_run(piece.format(year=year, next=year + 1))


def _field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            text = _child(run._r, "w:instrText")
            text.text = instruction
        else:
            _child(run._r, "w:fldChar", fldCharType=kind)


def _contents(document: Document, report: PrintedReport, look: Look) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    document.add_paragraph("Inhoudstafel").paragraph_format.page_break_before = True
    for code, title, page in report.contents:
        paragraph = document.add_paragraph(f"{code} - {title}\t{page}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(look.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


# ---- entries -----------------------------------------------------------------------------------------------


def _entry(document: Document, report: PrintedReport, entry: PrintedEntry, look: Look) -> None:
    level = {"objective": 1, "plan": 2}.get(entry.kind, 3)
    if entry.kind == "objective":
        title = f"{entry.code} - {entry.title}" if look.code_below else entry.title
        document.add_heading("Beleidsdoelstelling" if look.code_below else entry.heading, level)
        document.add_paragraph().add_run(title).bold = True
    else:
        document.add_heading(entry.heading, level)
        cells = entry.header
        table = _table(document, look, 1, look.header_widths(len(cells)))
        for cell, words in zip(table.rows[0].cells, cells, strict=True):
            _fill(cell, words, look, bold=True)
        document.add_paragraph()
    for words in entry.description:
        bullet = words.startswith("- ")
        document.add_paragraph(words.removeprefix("- "), style="List Bullet" if bullet else None)
    _figures(document, look, BUDGET_HEAD, report.budget_columns, list(zip(BUDGET_ROWS, entry.budget, strict=True)))
    document.add_paragraph()
    _figures(document, look, STAFF_HEAD, report.staff_columns, [((STAFF_ROW, ""), entry.staff)])
    document.add_paragraph()


def _figures(document: Document, look: Look, head: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    table = _table(document, look, len(rows) + 1, look.table_widths(len(columns)))
    _child(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for place, words in enumerate(columns):
        _fill(table.cell(0, 2 + place), words, look, bold=True, right=True)
    _fill(table.cell(0, 0).merge(table.cell(0, 1)), head, look, bold=True)
    for line, (names, figures) in enumerate(rows, start=1):
        if names[0]:
            spanned = table.cell(line, 0)
            if names[0] != STAFF_ROW:
                spanned = spanned.merge(table.cell(line + 1, 0))
            _fill(spanned, names[0], look)
        _fill(table.cell(line, 1), names[1], look)
        for place, figure in enumerate(figures):
            _fill(table.cell(line, 2 + place), figure, look, right=True)


def _table(document: Document, look: Look, rows: int, widths: Sequence[float]) -> Table:
    from docx.shared import Mm

    table = document.add_table(rows, len(widths))
    table.autofit = False
    borders = _child(table._tbl.tblPr, "w:tblBorders")
    sides = {"grid": ("top", "left", "bottom", "right", "insideH", "insideV"), "rows": ("top", "bottom", "insideH"), "none": ()}
    for side in sides[look.borders]:
        _child(borders, f"w:{side}", val="single", sz="4", color="808080")
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
    return table


def _fill(cell: _Cell, words: str, look: Look, *, bold: bool = False, right: bool = False) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(words)
    run.bold, run.font.size = bold, Pt(look.size - 1)
    places = {"top": "TOP", "centre": "CENTER", "bottom": "BOTTOM"}
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT[places[look.label_place]]


# ---- XML that python-docx has no words for -----------------------------------------------------------------


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(_tag(f"w:{key}"), value)
    return element


def _child(parent: Any, name: str, **attributes: str) -> Any:
    element = _element(name, **attributes)
    parent.append(element)
    return element
