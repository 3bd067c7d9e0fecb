"""Tables: columns from heads, figures from rows, each figure under its column."""
