"""Plots of what reports print: a treemap of the hierarchy, an entry's budget against its actual, a series over years.

They are Plotly figures, which a notebook shows as they are; `save` writes them as SVG, PNG or a page of HTML. Areas, bars
and lines are drawn by size; every figure that is written beside them is the printed one. What cannot be drawn, nothing and
less than nothing in a treemap or a figure that is not printed, is said in words.

Needs the extra ``plot``; raises `gentbudget.MissingExtraError` without it.
"""

from gentbudget.plot.bars import budget_against_actual
from gentbudget.plot.lines import series
from gentbudget.plot.saving import save
from gentbudget.plot.treemap import treemap

__all__ = ["budget_against_actual", "save", "series", "treemap"]
