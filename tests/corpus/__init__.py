"""Tests of the real report and the shipped sample."""
