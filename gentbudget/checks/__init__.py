"""The arithmetic of a report: which figures can be trusted, what was lost, and what can be inferred.

What comes in are entries of `gentbudget.model`; what goes out is an `Audit`. Nothing here reads text.
"""

from gentbudget.checks.audit import audit
from gentbudget.checks.results import Audit, Inference, Reading, Tally

__all__ = ["Audit", "Inference", "Reading", "Tally", "audit"]
