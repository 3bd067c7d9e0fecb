"""Tests of lines: from bytes to the named lines of each part of the report."""
