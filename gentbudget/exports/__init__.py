"""Ways out of a report, and one way back: records, Arrow tables, files, JSON and the printed layout.

columns says what records hold, records makes them; arrow and the module of each file format build on these. document is
what the JSON holds, documenting makes it of a report and back. text prints the layout of the accounts. replacing writes
files whole or not at all. Nothing here is loaded before it is used.
"""

from gentbudget.exports.files import FORMATS, export

__all__ = ["FORMATS", "export"]
