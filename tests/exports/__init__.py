"""The ways out of a report, each read back with the tool that people read it with."""
