"""The grammar of the printed layout: report.lark, with what it imports, and the parser that was built from them."""
