"""Tests of the model: cells, rows, tables, entries, and how they are built, looked up and compared."""
