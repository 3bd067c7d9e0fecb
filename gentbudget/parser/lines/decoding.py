"""From bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252.

A program that took UTF-8 for one of the encodings with a byte a letter is set right.
"""

from __future__ import annotations

import codecs

from gentbudget.errors import NotAReportError
from gentbudget.parser.lines.formats import refuse_other_documents

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_MOST_UNREAD = 0.02
"""Programs print NUL for a letter that they cannot read; UTF-16 without a mark has it for every other byte."""


def decode(data: bytes) -> str:
    """The text that these bytes encode; raises `NotAReportError` if they are no text, or another document."""
    refuse_other_documents(data)
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for name in (encoding,) if encoding else ("utf-8", "windows-1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if text.count("\0") <= _MOST_UNREAD * len(text):
            return text
    raise NotAReportError("this is no text: it is neither UTF-8, nor UTF-16 with a byte order mark, nor Windows-1252")


def as_meant(text: str) -> str:
    r"""The text that was meant, where all of it is UTF-8 that a program took for another encoding: `Co\xc3\xb6rdinatie`.

    >>> as_meant("Co\xc3\xb6rdinatie"), as_meant("Co\xf6rdinatie \xc3\xb6")
    ('Co\xf6rdinatie', 'Co\xf6rdinatie \xc3\xb6')
    """
    for encoding in ("windows-1252", "latin-1") if "\xc3" in text or "\xe2" in text else ():
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
