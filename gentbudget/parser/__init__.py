"""The way from text to `Report`, in five steps, each a package that knows only those above it.

1. lines: bytes become text, and the grammar says what each line is; a line is read into cells once.
2. tables: columns from heads, figures from rows, each figure under its column.
3. headers: code, title, owner, status, phase and period; neither of tables and headers knows the other.
4. entries: lines become entries with their headers, tables and descriptions, in their hierarchy.
5. report: the whole, with what only the whole shows.
"""

from gentbudget.parser.report import parse, parse_file

__all__ = ["parse", "parse_file"]
