"""Several dumps of one document, by different programs, made one report.

joining puts the texts behind each other and moves what was read to where it then stands; alignment finds the entries that
are the same; words decides what their headers say; merging makes one of them; disputes has the arithmetic decide between
figures, combining between those that depend on each other; remarks says in findings what came from where; reconciled is the
report that comes of it, reconciliation the way there.
"""

from gentbudget.dumps.joining import Dump, Origin
from gentbudget.dumps.reconciled import Reconciled
from gentbudget.dumps.reconciliation import reconcile

__all__ = ["Dump", "Origin", "Reconciled", "reconcile"]
