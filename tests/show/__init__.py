"""What people see of the objects: text, notebook, plots, page."""
