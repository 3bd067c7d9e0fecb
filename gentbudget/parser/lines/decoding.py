"""From bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252."""

from __future__ import annotations

import codecs

from gentbudget.errors import NotAReportError
from gentbudget.parser.lines.formats import refuse_other_documents

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text that these bytes encode; raises `NotAReportError` if they are no text, or another document."""
    refuse_other_documents(data)
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for name in (encoding,) if encoding else ("utf-8", "windows-1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotAReportError("this is no text: it is neither UTF-8, nor UTF-16 with a byte order mark, nor Windows-1252")
