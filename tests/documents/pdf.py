"""Two looks of a printed report, as PDFs with real text, made by two producers that place text differently.

ReportLab writes a cell's lines one below the other, all aligned at the top of the row, without rules. fpdf2
centres them between ruled borders, so the lines of neighbours do not stand at one height. Extractors differ
over both.
"""

# ruff: noqa: PLC0415 - the producers are imported where they are used, as not every test run has them

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from .accounts import (
    BUDGET_HEAD,
    BUDGET_ROWS,
    STAFF_HEAD,
    STAFF_ROW,
    PrintedEntry,
    PrintedReport,
)
from .looks import Row

if TYPE_CHECKING:
    from fpdf import FPDF


def running_title(report: PrintedReport) -> str:
    """Return what stands at the top of every page."""
    return f"Jaarrekening {report.year} | Gent, stad voor en door Gentenaars"


# ---- portrait, with ReportLab ------------------------------------------------------------------------------


def portrait(report: PrintedReport, path: Path) -> None:
    """Print on A4 upright, without rules: narrow columns, heads that wrap, a bare page number at the foot."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    text = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
    bullet = ParagraphStyle("bullet", text, leftIndent=10)
    bold = ParagraphStyle("bold", text, fontName="Helvetica-Bold")
    heading = ParagraphStyle("heading", bold, fontSize=12, leading=15, spaceBefore=8, spaceAfter=4)
    head = ParagraphStyle("head", bold, fontSize=8, leading=9.5)
    head_right = ParagraphStyle("head-right", head, alignment=2)
    figure = ParagraphStyle("figure", text, fontSize=8, leading=10, alignment=2)
    label = ParagraphStyle("label", text, fontSize=8, leading=10)
    cover = ParagraphStyle("cover", bold, fontSize=22, leading=28, spaceBefore=160, spaceAfter=20)

    # The frame keeps a padding of 6 points on either side.
    width = A4[0] - 36 * mm - 12
    # Wide last columns for a plan's organisation and an action's owner; a project has five cells to fit in.
    shares = {2: (0.68, 0.32), 4: (0.13, 0.52, 0.18, 0.17), 5: (0.37, 0.12, 0.13, 0.15, 0.23)}
    flush = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]

    def paragraph(words: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(escape(words), style)

    def figures(title: str, columns: tuple[str, ...], rows: list[Row]) -> Table:
        labels = (76, 58)
        each = (width - sum(labels)) / len(columns)
        cells = [
            [paragraph(title, head), "", *(paragraph(column, head_right) for column in columns)],
            *(
                [*(paragraph(name, label) for name in names), *(paragraph(value, figure) for value in values)]
                for names, values in rows
            ),
        ]
        style = [*flush, ("SPAN", (0, 0), (1, 0)), ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black")]
        return Table(cells, colWidths=[*labels, *[each] * len(columns)], repeatRows=1, style=style)

    def entry_parts(entry: PrintedEntry) -> list[Any]:
        parts: list[Any] = [paragraph(entry.heading, heading)]
        if entry.kind == "objective":
            parts.append(paragraph(entry.title, bold))
        else:
            cells = [[paragraph(cell, bold) for cell in entry.header]]
            widths = [width * share for share in shares[len(entry.header)]]
            parts.append(Table(cells, colWidths=widths, style=flush))
        parts.append(Spacer(0, 5))
        for words in entry.description:
            parts += [paragraph(words, bullet if words.startswith("- ") else text), Spacer(0, 5)]
        budget = list(zip(BUDGET_ROWS, entry.budget, strict=True))
        parts.append(figures(BUDGET_HEAD, report.budget_columns, budget))
        parts.append(Spacer(0, 5))
        parts.append(figures(STAFF_HEAD, report.staff_columns, [((STAFF_ROW, ""), entry.staff)]))
        parts.append(Spacer(0, 8))
        return parts

    contents = [
        [paragraph("Inhoudstafel", bold), paragraph("Pagina", bold)],
        *([paragraph(f"{c} - {title}", text), paragraph(str(page), text)] for c, title, page in report.contents),
    ]
    story: list[Any] = [
        paragraph(f"Jaarrekening {report.year}", cover),
        paragraph(report.title, heading),
        PageBreak(),
        Table(contents, colWidths=[width - 45, 45], style=flush),
        PageBreak(),
        paragraph(report.title, heading),
    ]
    for entry in report.entries:
        story += entry_parts(entry)

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(18 * mm, A4[1] - 12 * mm, running_title(report))
        canvas.drawCentredString(A4[0] / 2, 10 * mm, str(document.page))

    SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=18 * mm,
        rightMargin=18 * mm,
        topMargin=20 * mm,
        bottomMargin=18 * mm,
        title=f"Jaarrekening {report.year}",
        invariant=1,
    ).build(story, onLaterPages=furniture)


# ---- landscape, with fpdf2 ---------------------------------------------------------------------------------


def landscape(report: PrintedReport, path: Path) -> None:
    """Print on A4 on its side, with ruled tables, and ``Pagina 3 van 12`` at the foot."""
    from fpdf import FPDF, XPos, YPos

    class Pages(FPDF):
        def header(self) -> None:
            if self.page_no() > 1:
                self.set_font("Helvetica", size=8)
                self.cell(0, 5, running_title(report), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
                self.ln(3)

        def footer(self) -> None:
            if self.page_no() > 1:
                self.set_y(-12)
                self.set_font("Helvetica", size=8)
                self.cell(0, 5, f"Pagina {self.page_no()} van {{nb}}", align="R")

    pdf = Pages(orientation="landscape", format="A4")
    pdf.set_title(f"Jaarrekening {report.year}")
    pdf.set_auto_page_break(True, margin=16)

    def line(words: str, *, size: float, style: str = "", gap: float = 2) -> None:
        pdf.set_font("Helvetica", style, size)
        pdf.multi_cell(0, size / 2, words, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
        pdf.ln(gap)

    pdf.add_page()
    pdf.ln(60)
    line(f"Jaarrekening {report.year}", size=24, style="B")
    line(report.title, size=14)
    pdf.add_page()
    rows = [["Inhoudstafel", "Pagina"], *([f"{c} - {t}", str(page)] for c, t, page in report.contents)]
    _ruled(pdf, rows, widths=[250, 20], size=9)
    pdf.add_page()
    line(report.title, size=14, style="B")
    for entry in report.entries:
        # A heading never stands alone at the foot of a page.
        if pdf.will_page_break(40):
            pdf.add_page()
        line(entry.heading, size=12, style="B", gap=1)
        if entry.kind == "objective":
            line(entry.title, size=10, style="B")
        else:
            widths = {2: [195, 75], 4: [25, 165, 35, 45], 5: [130, 28, 25, 27, 60]}[len(entry.header)]
            _ruled(pdf, [list(entry.header)], widths=widths, size=9)
        for words in entry.description:
            line(words, size=9, gap=0 if words.startswith("- ") else 1.5)
        pdf.ln(1.5)
        budget = [[*labels, *cells] for labels, cells in zip(BUDGET_ROWS, entry.budget, strict=True)]
        for title, columns, rows in (
            (BUDGET_HEAD, report.budget_columns, budget),
            (STAFF_HEAD, report.staff_columns, [[STAFF_ROW, "", *entry.staff]]),
        ):
            each = (270 - 62) / len(columns)
            _ruled(pdf, [[title, "", *columns], *rows], widths=[34, 28, *[each] * len(columns)], size=8)
    pdf.output(str(path))


def _ruled(pdf: FPDF, rows: list[list[str]], *, widths: Sequence[float], size: float) -> None:
    """Draw a table with a border around each cell; a page break repeats its first row."""
    from fpdf.fonts import FontFace

    pdf.set_font("Helvetica", size=size)
    with pdf.table(
        col_widths=tuple(widths),
        width=sum(widths),
        align="LEFT",
        line_height=size / 2,
        text_align=tuple("LEFT" if place < 2 or len(rows) == 1 else "RIGHT" for place in range(len(widths))),
        headings_style=FontFace(emphasis="BOLD"),
        padding=0.6,
    ) as table:
        for row in rows:
            table.row(row)
    pdf.ln(2.5)
