"""Tests of Dutch numbers."""
