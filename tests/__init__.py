"""The tests mirror the package; documents makes what they read."""
