"""The layout of the document, as a Lark grammar: see report.lark."""
