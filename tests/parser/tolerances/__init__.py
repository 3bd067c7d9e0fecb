"""Every tolerance of the parser, with a text that needs it."""
