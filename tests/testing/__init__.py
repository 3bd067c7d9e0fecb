"""Tests of the strategies that the package offers, and of the library with them."""
