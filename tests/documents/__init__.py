"""Invented accounts for the tests: printed reports, PDFs of them, and what extractors make of the PDFs."""
