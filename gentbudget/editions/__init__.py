"""Several editions of the accounts side by side: two compared, or more as a series.

figures (what two editions print of one figure) → matching (which entries are the same) → results → comparison; series
stands on its own.
"""

from gentbudget.editions.comparison import compare
from gentbudget.editions.results import Change, Comparison, Movement, Nameless, Restatement
from gentbudget.editions.series import series

__all__ = ["Change", "Comparison", "Movement", "Nameless", "Restatement", "compare", "series"]
