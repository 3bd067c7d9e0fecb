"""Several dumps of one document, made one report."""
