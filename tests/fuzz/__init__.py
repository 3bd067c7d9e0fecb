"""Fuzzing: what must hold of any bytes, a corpus that is kept, and a harness for atheris."""
