"""Tests of what is given to read."""
