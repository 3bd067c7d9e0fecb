"""Tests of editions side by side."""
