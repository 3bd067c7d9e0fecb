"""How the objects of a report look: as text in a terminal and as HTML in a notebook. Nothing here reads or computes."""
