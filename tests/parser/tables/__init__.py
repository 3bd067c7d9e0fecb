"""Tests of tables: columns, rows, and each figure under its column."""
