"""A file has one reason to exist, and is short enough to be read at one sitting."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST = 400
LONGER = {
    "grammar/compiled.py": "the stored parser, which Lark wrote",
}


def test_no_file_is_longer_than_the_limit() -> None:
    files = [file for folder in ("gentbudget", "grammar", "tests") for file in (ROOT / folder).rglob("*.py")]
    lengths = {str(file.relative_to(ROOT)): len(file.read_bytes().splitlines()) for file in files if not file.is_symlink()}
    assert len(lengths) > 200
    assert {name: length for name, length in lengths.items() if length > MOST and name not in LONGER} == {}
