"""Reads the text of the City of Ghent's annual accounts into typed, immutable objects."""

from gentbudget.parser import parse, parse_file

__all__ = ["parse", "parse_file"]
