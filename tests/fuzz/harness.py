"""Fuzzes one target with atheris: ``python -m tests.fuzz.harness parse -max_total_time=3600 FOLDER``.

Needs ``pip install atheris``. What follows the target is for libFuzzer: FOLDER gets what reaches code that nothing reached
before, beside the kept corpus. An input that breaks something is written as ``crash-…`` and belongs into the corpus then,
where `test_corpus` tries it.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Fuzz until told to stop."""
    import atheris  # noqa: PLC0415 - the doctests of the suite import this module where nobody fuzzes

    with atheris.instrument_imports(include=["gentbudget"]):
        from tests.fuzz.targets import CORPUS, TARGETS  # noqa: PLC0415 - what is imported here is what is watched

    target, *options = sys.argv[1:]
    words = CORPUS.parent / "words.dict"
    atheris.Setup([sys.argv[0], f"-dict={words}", *options, str(CORPUS / target)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
