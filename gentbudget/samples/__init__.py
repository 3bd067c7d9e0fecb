"""The sample that ships with the package.

``jaarrekening-2024.txt`` has the codes, names, figures and damage of the City of Ghent's overview of 2024; the
descriptions were replaced by filler.
"""

from importlib.resources import files

from gentbudget.parser import parse
from gentbudget.report import Report

SAMPLE = "jaarrekening-2024.txt"


def load_sample() -> Report:
    """The report of the shipped sample.

    >>> load_sample()["AC34485"].budget.operating.expenditure.actual
    Decimal('663509')
    """
    return parse(files(__name__).joinpath(SAMPLE).read_bytes(), source=SAMPLE)
