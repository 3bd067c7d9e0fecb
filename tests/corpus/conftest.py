"""The two documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from gentbudget import Report
from tests.corpus.printed import Document, read_entries


@pytest.fixture(scope="session")
def corpus_document(corpus_path: Path, corpus: Report) -> Document:
    text = corpus_path.read_text(encoding="utf-8")
    return Document("corpus", text, corpus, tuple(read_entries(text)))


@pytest.fixture(scope="session")
def sample_document(sample_text: str, sample: Report) -> Document:
    return Document("sample", sample_text, sample, tuple(read_entries(sample_text)))


@pytest.fixture(params=["corpus", "sample"])
def document(request: pytest.FixtureRequest) -> Document:
    found: Document = request.getfixturevalue(f"{request.param}_document")
    return found
