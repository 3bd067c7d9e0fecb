"""Tests of headers: code, title, owner, status, phase and period of each entry."""
