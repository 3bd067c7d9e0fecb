"""Entries: lines become entries with headers, tables and descriptions, in their hierarchy."""
