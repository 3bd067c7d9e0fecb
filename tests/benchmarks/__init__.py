"""How fast the library is: measured against a plain loop over the same text, in the same process."""
