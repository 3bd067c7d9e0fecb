"""What is printed differently is changed in one place: the grammar, or the vocabulary, and nowhere else.

Each test makes the change in a copy of the package, as docs/grammar.md says, and reads a text with it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import gentbudget
from tests.parser.small import BUDGET, SMALL, edited
from tests.profiles import left_to_thorough

from .copies import Copy

VOCABULARY = "gentbudget/vocabulary.py"
LABELS, CELLS, REPORT = "grammar/labels.lark", "grammar/cells.lark", "grammar/report.lark"


@pytest.fixture
def package(tmp_path: Path) -> Copy:
    return Copy.of_the_package(tmp_path)


FINDINGS = "sorted({f.code for f in report.findings})"


def test_a_copy_that_nobody_changed_reads_as_the_package_does(package: Copy) -> None:
    code = f"report = gentbudget.parse(text)\nprint(json.dumps([[e.code for e in report.entries], {FINDINGS}]))"
    report = gentbudget.parse(SMALL)
    assert package.run(code, SMALL) == [[e.code for e in report.entries], sorted({f.code for f in report.findings})]


@left_to_thorough("builds the parser of a changed grammar")
def test_another_status_is_a_word_of_the_vocabulary_and_the_grammar(package: Copy) -> None:
    text = edited(("Nog niet gestart", "In uitvoering"))
    unread = gentbudget.parse(text)["PR40001"]
    assert isinstance(unread, gentbudget.Project)
    assert unread.status is None
    package.edit(LABELS, '"Nog niet gestart"', '"Nog niet gestart" | "In uitvoering"')
    package.edit(VOCABULARY, '"Nog niet gestart")', '"Nog niet gestart", "In uitvoering")')
    code = f"""
report = gentbudget.parse(text)
project = report["PR40001"]
print(json.dumps([project.status, project.phase, str(project.period), project.title, project.owner, {FINDINGS}]))
"""
    whole = gentbudget.parse(SMALL)["PR40001"]
    assert isinstance(whole, gentbudget.Project)
    assert package.run(code, text) == ["In uitvoering", whole.phase, str(whole.period), whole.title, whole.owner, []]
    assert package.edited == {LABELS, VOCABULARY}


@pytest.mark.parametrize("where", ["in its heading", "on the line below"])
def test_another_code_of_objectives_is_a_line_of_the_vocabulary(package: Copy, where: str) -> None:
    heading = "Beleidsdoelstelling BD12345" if where == "in its heading" else "Beleidsdoelstelling\n\nBD12345"
    text = SMALL.replace("Beleidsdoelstelling SD10041", heading).replace("SD10041", "BD12345")
    package.edit(VOCABULARY, '("SD", "BD")', '("BD",)')  # the letters that were there are as free as those that come
    code = f"""
report = gentbudget.parse(text)
entry = report["BD12345"]
print(json.dumps([entry.kind, entry.title, str(entry.budget.operating.expenditure.actual), {FINDINGS}]))
"""
    assert package.run(code, text) == ["objective", "Iedereen woont, leert en werkt hier", "626530", []]
    assert package.edited == {VOCABULARY}


LIQUID = "Liquiditeiten\tUitgaven\t12\t15\t125,0%\t10\t150,0%\n\tOntvangsten\t20\t30\t150,0%\t40\t75,0%"


@left_to_thorough("builds the parser of a changed grammar")
def test_another_section_is_a_word_of_the_vocabulary_and_the_grammar(package: Copy, sample_text: str) -> None:
    """In one table of a long report: the others do not lack it."""
    lines = sample_text.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("AC34485 -"))
    end = next(i for i in range(start, len(lines)) if lines[i].startswith("Financiering\t")) + 2
    text = "\n".join([*lines[:end], LIQUID, *lines[end:]])
    package.edit(LABELS, '| "Financiering"', '| "Financiering" | "Liquiditeiten"')
    package.edit(
        VOCABULARY,
        'Word("Financiering", "financing"))',
        'Word("Financiering", "financing"), Word("Liquiditeiten", "liquidity"))',
    )
    code = """
report = gentbudget.parse(text)
section = report["AC34485"].budget.sections["Liquiditeiten"]
figures = [[str(cell.value) for cell in row.figures] for row in (section.expenditure, section.receipts)]
print(json.dumps([figures, sorted(f.code for f in report.findings), sorted(f.code for f in report.check())]))
"""
    figures, findings, checked = package.run(code, text)
    assert figures == [["12", "15", "125.0", "10", "150.0"], ["20", "30", "150.0", "40", "75.0"]]
    whole = gentbudget.parse(sample_text)
    assert findings == sorted(f.code for f in whole.findings)
    assert checked == sorted(f.code for f in whole.check())
    assert package.edited == {LABELS, VOCABULARY}


@left_to_thorough("builds the parser of a changed grammar")
def test_another_mark_between_cells_is_a_character_of_the_grammar(package: Copy) -> None:
    """An extractor that puts a broken bar between cells."""
    text = SMALL.replace("\t", " \u00a6 ")
    clean = gentbudget.parse(SMALL)
    for old in ("GAP_CHARACTER : /[", "NO_GAP        : /[^", "NO_FIGURE     : /[^", "BORDER : /[", "MARK : /["):
        package.edit(CELLS, old, old + "\\u00a6")
    code = f"""
report = gentbudget.parse(text)
rows = [[[cell.text for cell in row.figures] for row in (*e.budget.rows, e.staff)] for e in report.entries]
names = [[e.code, e.title, getattr(e, "owner", None), getattr(e, "organisation", None)] for e in report.entries]
print(json.dumps([rows, names, {FINDINGS}]))
"""
    rows, names, findings = package.run(code, text)
    assert rows == [[[cell.text for cell in row.figures] for row in (*e.budget.rows, e.staff)] for e in clean.entries]
    assert names == [[e.code, e.title, getattr(e, "owner", None), getattr(e, "organisation", None)] for e in clean.entries]
    assert findings == []
    assert package.edited == {CELLS}


WRAPPED = """\
Budgettaire onderbouwing   Budget    Jaarrekening    %             Jaarrekening   Jaarrekening
                           2024      2024            Besteding     2023           2024 t.o.v.
                                                     budget 2024                  2023"""


def test_labels_of_columns_may_wrap_over_three_lines() -> None:
    whole = gentbudget.parse(SMALL)
    report = gentbudget.parse(SMALL.replace(BUDGET, WRAPPED))
    assert report.same_as(whole)
    assert [f.code for f in report.findings] == [f.code for f in whole.findings]


def test_another_label_that_wraps_over_three_lines_is_a_line_of_the_vocabulary(package: Copy) -> None:
    package.edit(VOCABULARY, '"% Besteding budget {year}"', '"% Van het budget {year}"')
    text = SMALL.replace(BUDGET, WRAPPED.replace("Besteding  ", "Van het    "))
    code = f"""
report = gentbudget.parse(text)
row = report["AC34485"].budget.operating.expenditure
print(json.dumps([[column.label for column in row.columns], str(row.budget_used), {FINDINGS}]))
"""
    labels, used, findings = package.run(code, text)
    assert labels == [
        *("Budget 2024", "Jaarrekening 2024", "% Van het budget 2024"),
        *("Jaarrekening 2023", "Jaarrekening 2024 t.o.v. 2023"),
    ]
    whole = gentbudget.parse(SMALL)
    action = whole["AC34485"]
    assert used == str(action.budget.operating.expenditure.budget_used)
    assert findings == []
    assert package.edited == {VOCABULARY}
