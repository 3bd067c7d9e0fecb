"""How Sphinx makes the site: ``python -m sphinx -W -c docs/site . build/site``, from the top of the repository.

The pages are the Markdown files as they stand in the repository, so that a link leads to the same place on the site as in
a checkout. The reference is made from the docstrings.
"""

from importlib.metadata import version as version_of

from pygments.lexers.special import TextLexer

project = "gentbudget"
project_copyright = "the gentbudget authors"
release = version_of("gentbudget")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode", "sphinx_copybutton"]

NAVIGATION = {
    "Begin": ["docs/tutorial", "docs/extraction", "docs/command-line", "docs/gallery"],
    "How to": [
        "docs/exports",
        "docs/pandas",
        "docs/polars",
        "docs/duckdb",
        "docs/excel",
        "docs/datasette",
        "docs/json",
        "docs/notebooks",
        "docs/many-files",
        "docs/two-dumps",
        "docs/fuzzing",
        "docs/editions",
        "docs/building",
    ],
    "Understand": [
        "docs/trust",
        "docs/findings",
        "docs/arithmetic",
        "docs/damage",
        "docs/proof",
        "docs/numbers",
        "docs/grammar",
    ],
    "Look up": ["docs/reference", "docs/records", "docs/README"],
    "The project": ["CONTRIBUTING", "CHANGELOG", "docs/security"],
}

# ---- which files are pages ----

root_doc = "README"
include_patterns = ["*.md", "docs/*.md"]
html_additional_pages = {"index": "index.html"}

myst_heading_anchors = 3

# ---- what they look like ----

html_theme = "furo"
html_title = "gentbudget"
html_copy_source = False
html_show_sphinx = False
templates_path = ["templates"]
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

# ---- the reference ----

default_role = "py:obj"  # a name in backticks leads to its description
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100


def add_navigation(_app, docname, source):
    """Put the navigation on the first page, which on a code host has none."""
    if docname == root_doc:
        for caption, pages in NAVIGATION.items():
            lines = "\n".join(f"/{page}" for page in pages)
            source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{lines}\n```\n"


def setup(app):
    """Tell Sphinx of the navigation, and that excerpts of the grammar are no language it could colour."""
    app.add_lexer("lark", TextLexer)
    app.connect("source-read", add_navigation)
