"""Tests of entries: their headers, tables and descriptions together, in their hierarchy."""
