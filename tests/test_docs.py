"""What the documentation says, against what there is: codes, links, commands, names, excerpts and measured figures.

The Python examples of the pages are doctests, which pytest collects by itself.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import importlib
import inspect
import re
import runpy
import shlex
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise, product, zip_longest
from pathlib import Path

import attrs
import pytest

import gentbudget
import gentbudget.checks
import gentbudget.numbers
from gentbudget import Report
from tests.documents import measure_dumps, measure_together
from tests.profiles import left_to_thorough

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SEVERITIES = frozenset({"error", "warning", "info"})
FINDING_MAKERS = {
    **dict.fromkeys(["Finding", "Diagnosis", "Settled", "find", "_find"], ""),  # the severity stands behind the code
}


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# ---- the codes of findings ---------------------------------------------------------------------------------


@cache
def raised_codes() -> dict[str, frozenset[str]]:
    """Collect the codes that stand in the source of gentbudget, with the severities beside them."""
    severities: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "gentbudget").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for code, severity in codes_of(node):
                    severities[code].update({severity} - {""})
    return {code: frozenset(found) for code, found in severities.items()}


def codes_of(call: ast.Call) -> Iterator[tuple[str, str]]:
    """Give the codes that a call passes on: literals with a severity behind them, or what a finding's maker is given."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    positional = [*call.args, *([named["severity"]] if "severity" in named and call.args else [])]
    for code, severity in [*pairwise(positional), (named.get("code"), named.get("severity"))]:
        if (severities := literals(severity)) and severities <= SEVERITIES:
            yield from product(filter(is_code, literals(code)), severities)
    maker = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if maker in FINDING_MAKERS:
        yield from ((code, FINDING_MAKERS[maker]) for argument in call.args[:2] for code in literals(argument) if is_code(code))


def literals(node: ast.expr | None) -> set[str]:
    """Give the strings that an expression can be: a literal, or either side of a condition."""
    match node:
        case ast.Constant(value=str(value)):
            return {value}
        case ast.IfExp(body=body, orelse=orelse):
            return literals(body) | literals(orelse)
        case _:
            return set()


def is_code(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(-[a-z]+)+", text) is not None


@cache
def documented_codes() -> dict[str, frozenset[str]]:
    """Collect the sections of docs/findings.md, with the severities that the line below their heading names."""
    sections = re.findall(r"^### `([^`]+)`\n\n\*\*([a-z ]+)\*\*", read("docs/findings.md"), re.MULTILINE)
    assert len(sections) == len(re.findall("^### ", read("docs/findings.md"), re.MULTILINE))
    assert len(sections) == len(dict(sections))
    return {code: frozenset(severities.split(" or ")) for code, severities in sections}


def test_every_code_is_documented_and_every_documented_code_is_raised() -> None:
    assert raised_codes().keys() == documented_codes().keys()


def test_the_documented_severities_are_those_of_the_source() -> None:
    assert {code: found for code, found in raised_codes().items() if found} == documented_codes()


def test_the_summary_of_findings_lists_every_code_with_its_severity() -> None:
    rows = re.findall(r"^\| \[`([a-z-]+)`\]\(#([a-z-]+)\) \| ([a-z ]+) \|", read("docs/findings.md"), re.MULTILINE)
    assert all(code == anchor for code, anchor, _ in rows)
    assert {code: frozenset(severities.split(" or ")) for code, _, severities in rows} == documented_codes()


def test_the_summary_of_findings_tells_the_parser_s_from_those_of_the_arithmetic() -> None:
    rows = re.findall(r"^\| \[`([a-z-]+)`\]\(#[a-z-]+\) \| [a-z ]+ \| ([a-z ]+) \|", read("docs/findings.md"), re.MULTILINE)
    places = {"parser": "gentbudget/parser", "arithmetic": "gentbudget/checks"}
    sources = {place: "".join(p.read_text(encoding="utf-8") for p in (ROOT / f).rglob("*.py")) for place, f in places.items()}
    raised = {code: " and ".join(place for place in places if f'"{code}"' in sources[place]) for code in documented_codes()}
    assert dict(rows) == {code: place or "reconciling" for code, place in raised.items()}


def test_no_finding_of_the_sample_is_undocumented(sample: Report) -> None:
    found = {(finding.code, finding.severity) for finding in (*sample.findings, *sample.check())}
    assert all(severity in documented_codes()[code] for code, severity in found)


# ---- links -------------------------------------------------------------------------------------------------


@cache
def anchors(page: Path) -> frozenset[str]:
    """Give the anchors that a page's headings have."""
    headings = re.findall(r"^#+ (.+)$", without_code(page.read_text(encoding="utf-8")), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return frozenset(heading.strip().replace(" ", "-") for heading in plain)


def without_code(text: str) -> str:
    return re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text(encoding="utf-8")))
    broken = []
    for link in links:
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        target, _, anchor = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(link)
    assert not broken


def test_the_index_links_every_page() -> None:
    index = read("docs/README.md")
    missing = [page.name for page in PAGES if page.parent.name == "docs" and f"]({page.name})" not in index]
    assert missing == ["README.md"]


# ---- the command line --------------------------------------------------------------------------------------


def run_gentbudget(*arguments: str) -> str:
    """Give what the command prints into a pipe."""
    pytest.importorskip("click")
    from tests.cli.running import invoke  # noqa: PLC0415 - it needs click

    with contextlib.chdir(ROOT):
        return invoke(*arguments).out


def shown_commands() -> list[tuple[str, str, str]]:
    """Give the commands whose output a page shows: the page, the command, the output."""
    return [
        (name_of(page), *part.partition("\n")[::2])
        for page in PAGES
        for block in re.findall(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    ]


@pytest.mark.parametrize(("page", "command", "output"), shown_commands())
def test_commands_print_what_the_pages_show(page: str, command: str, output: str) -> None:
    program, *arguments = shlex.split(command.rsplit(" && ", maxsplit=1)[-1])
    assert program.endswith("gentbudget"), f"{page} shows the output of {program}"
    printed = run_gentbudget(*arguments)
    assert doctest.OutputChecker().check_output(output, printed, doctest.ELLIPSIS), printed


def test_the_readme_lists_the_commands_that_there_are() -> None:
    commands = run_gentbudget("--help").partition("Commands:\n")[2].partition("\n\n")[0]
    named = re.findall(r"^\| `gentbudget ([a-z]+) ", read("README.md"), re.MULTILINE)
    assert sorted(named) == sorted(re.findall(r"^  ([a-z]+)", commands, re.MULTILINE))


def test_the_options_in_the_readme_exist() -> None:
    for command, row in re.findall(r"^\| `gentbudget ([a-z]+) [^|]*\|([^|]*)\|$", read("README.md"), re.MULTILINE):
        printed = run_gentbudget(command, "--help")
        assert all(f" {option} " in printed for option in re.findall(r"`(--[a-z]+)`", row))


def test_the_page_of_the_command_line_has_every_option() -> None:
    commands = re.findall(r"^\| `gentbudget ([a-z]+) ", read("README.md"), re.MULTILINE)
    options = {
        option for command in commands for option in re.findall(r"^  .*?(--[a-z]+)", run_gentbudget(command, "--help"), re.M)
    }
    named = set(re.findall(r"(--[a-z]+)", read("docs/command-line.md") + read("README.md")))
    assert len(options) > len(commands)
    assert options - {"--help"} <= named


# ---- the examples ------------------------------------------------------------------------------------------


BLOCK = re.compile(r"^( *)(?:<!-- not run: (?P<reason>.+?) -->\n+ *)?```(?P<language>\S*)\n(?P<code>.*?)^\1```$", re.M | re.S)
RUN_ELSEWHERE = {
    "console": "its output is compared here",
    "lark": "it is found in the grammar",
    "{eval-rst}": "it makes the site",
}


def blocks() -> list[tuple[str, str, str, str]]:
    """Give all blocks of code: the page, the reason why it is not run, the language, the code."""
    return [
        (name_of(page), block["reason"] or "", block["language"], block["code"])
        for page in PAGES
        for block in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


def test_every_block_of_code_is_run_or_says_why_not() -> None:
    unsaid = [
        (page, language, code)
        for page, reason, language, code in blocks()
        if not reason
        and language not in ("text", *RUN_ELSEWHERE)
        and not (language == "python" and code.lstrip().startswith(">>>"))
    ]
    assert not unsaid


def test_all_blocks_are_found() -> None:
    fences = sum(len(re.findall(r"^ *```", page.read_text(encoding="utf-8"), re.MULTILINE)) for page in PAGES)
    assert 2 * len(blocks()) == fences


def test_no_line_of_an_example_is_skipped() -> None:
    assert not [name_of(page) for page in PAGES if "doctest: +SKIP" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("code", [code for _, _, language, code in blocks() if language == "py"])
def test_python_that_is_not_run_uses_names_that_there_are(code: str) -> None:
    used = {
        node.attr
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "gentbudget"
    }
    assert used or "Client" in code
    assert used <= set(gentbudget.__all__)


# ---- the site and the reference ----------------------------------------------------------------------------


def test_the_site_leads_to_every_page() -> None:
    navigation = next(
        ast.literal_eval(node.value)
        for node in ast.parse(read("docs/site/conf.py")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NAVIGATION"
    )
    listed = [f"{page}.md" for pages in navigation.values() for page in pages]
    assert sorted(listed) == sorted({*map(name_of, PAGES)} - {"README.md"})


PUBLIC = {
    **{name: getattr(gentbudget, name) for name in gentbudget.__all__},
    **{name: getattr(gentbudget.numbers, name) for name in gentbudget.numbers.__all__},
    **{name: getattr(gentbudget.checks, name) for name in ("Audit", "Inference", "Reading", "Tally")},
}


def test_the_reference_describes_every_public_name_by_its_docstring() -> None:
    described = re.findall(
        r"^### `(?:class )?([\w.]+)`\n\n```{eval-rst}\n\.\. auto(?:function|class|exception):: (\S+)\n",
        read("docs/reference.md"),
        re.MULTILINE,
    )
    assert all(path.endswith(f".{name}") or path == name for name, path in described)
    paths = [path for _, path in described]
    assert len(paths) == len(set(paths))
    for path in paths:
        module, _, name = path.rpartition(".")
        assert inspect.getdoc(getattr(importlib.import_module(module), name))
    assert set(PUBLIC) <= {path.rpartition(".")[2] for path in paths}


@pytest.mark.parametrize("name", [name for name, value in PUBLIC.items() if inspect.isclass(value)])
def test_docstrings_describe_every_public_attribute(name: str) -> None:
    value = PUBLIC[name]
    ours = [cls for cls in value.__mro__ if cls.__module__.startswith("gentbudget")]
    said = "\n".join(cls.__doc__ or "" for cls in ours)
    fields = {field.name for field in attrs.fields(value)} if attrs.has(value) else set()
    assert not {field for field in fields if not field.startswith("_") and f"`{field}`" not in said}
    members = {n: m for cls in ours for n, m in vars(cls).items() if callable(m) or isinstance(m, property)}
    assert not {n for n, member in members.items() if not n.startswith("_") and not member.__doc__}


# ---- excerpts and measured figures -------------------------------------------------------------------------


def test_the_readme_lists_the_extras_with_what_they_add() -> None:
    extras = tomllib.loads(read("pyproject.toml"))["project"]["optional-dependencies"]
    rows = dict(re.findall(r"^\| `([a-z]+)` \| ([^|]+) \|", read("README.md").partition("## Extras")[2], re.MULTILINE))
    listed = {extra: packages.replace("`", "").split(", ") for extra, packages in rows.items()}
    assert listed == {
        extra: ",".join(package_name(requirement) for requirement in wanted).split(",") for extra, wanted in extras.items()
    }


def package_name(requirement: str) -> str:
    """Name what a requirement asks for: a package or, of gentbudget itself, the extras."""
    name, extras = re.match(r"([\w-]+)(?:\[([\w,]+)\])?", requirement).groups()  # type: ignore[union-attr]
    return extras if name == "gentbudget" else name


def test_excerpts_of_the_grammar_are_in_the_grammar() -> None:
    def lines(text: str) -> set[str]:
        return {" ".join(line.split()) for line in text.splitlines() if line.strip()}

    excerpts = re.findall(r"^```lark\n(.*?)^```$", read("docs/grammar.md"), re.MULTILINE | re.DOTALL)
    assert excerpts
    assert lines("\n".join(excerpts)) <= lines(
        "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "grammar").glob("*.lark"))
    )


def changed(page: str, now: str) -> list[tuple[str | None, str | None]]:
    """Give the lines that differ, and no more: pytest would compare the whole pages, each line with each."""
    return [(line, other) for line, other in zip_longest(page.splitlines(), now.splitlines()) if line != other]


MEASURED_AT_ONCE = [("looks", "kept looks", "whole words"), ("documents", "sample", "another dump", "scans")]
"""The tables of extractors, those together that are made of the same readings; each half takes a minute of the processor."""


def test_every_table_of_extractors_is_compared() -> None:
    assert sorted(chain.from_iterable(MEASURED_AT_ONCE)) == sorted(measure_dumps.MEASURED)


@left_to_thorough("a minute's reading")
@pytest.mark.parametrize("tables", MEASURED_AT_ONCE, ids=", ".join)
def test_the_tables_of_extractors_are_what_is_measured_now(tables: tuple[str, ...]) -> None:
    page = measure_dumps.PAGE.read_text(encoding="utf-8")
    now = measure_dumps.with_tables(page, {name: measure_dumps.MEASURED[name] for name in tables})
    assert not changed(page, now)


@left_to_thorough("some seconds' reading")
def test_what_scans_give_together_is_what_is_measured_now() -> None:
    page = measure_together.PAGE.read_text(encoding="utf-8")
    scans = {"scans together": measure_together.MEASURED["scans together"]}
    assert not changed(page, measure_dumps.with_tables(page, scans))


def test_the_version_to_cite_is_that_of_the_package() -> None:
    assert f"\nversion: {tomllib.loads(read('pyproject.toml'))['project']['version']}\n" in read("CITATION.cff")


@left_to_thorough("builds a parser anew")
def test_the_picture_of_the_tree_is_what_the_grammar_reads_now() -> None:
    draw_tree = runpy.run_path(str(ROOT / "docs/site/draw_tree.py"))
    assert not changed(draw_tree["PICTURE"].read_text(encoding="utf-8"), draw_tree["draw"]())


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/grammar.md", "docs/README.md"])
def test_the_files_that_a_page_names_are_there(page: str) -> None:
    text = read(page)
    named = re.findall(r"`((?:gentbudget|grammar|tests|docs|lines|tables|headers|entries)/[\w/.]*)`", text)
    assert not [name for name in named if not (ROOT / name).exists() and not (ROOT / "gentbudget/parser" / name).exists()]
