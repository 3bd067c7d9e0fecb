"""Tests of damaged reports."""
