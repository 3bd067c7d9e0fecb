"""What ``check`` says: to people, to scripts and to GitHub Actions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gentbudget import Finding, Report
from gentbudget.cli.annotations import annotation
from gentbudget.cli.findings import lines_text
from tests.cli.running import Outcome, invoke, run
from tests.parser.small import SMALL

SEVERITIES = ("error", "warning", "info")


@pytest.fixture(scope="module")
def verdict() -> Outcome:
    return invoke("check", "sample", "--all")


@pytest.fixture(scope="module")
def short() -> str:
    return invoke("check", "sample").out


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    (of_the_sample,) = json.loads(invoke("check", "sample", "--format", "json").out)
    assert isinstance(of_the_sample, dict)
    return of_the_sample


def findings(text: str) -> Iterator[tuple[str, int, str]]:
    """Give severity, line and finding code of every finding in a text."""
    for found in re.finditer(r"^jaarrekening-2024\.txt:(\d+): (error|warning|info): ([\w-]+)", text, re.M):
        yield found[2], int(found[1]), found[3]


# ---- to people ---------------------------------------------------------------------------------------------


def test_the_verdict_comes_first_and_errors_set_the_exit_status(verdict: Outcome) -> None:
    assert verdict.status == 1
    assert verdict.err == ""
    assert verdict.out.startswith("jaarrekening-2024.txt: figures or entries are lost or in doubt (")


def test_it_says_what_it_rests_on(verdict: Outcome) -> None:
    assert "entries  338, 24 of them without code\n" in verdict.out
    assert "figures  11.824 printed, 6 missing\n" in verdict.out
    rows = {line.split()[0]: line.split()[1:] for line in verdict.out.splitlines()[5:9]}
    assert rows["identities"][:3] == ["tested", "held", "failed"]
    assert rows["percentages"] == ["4.720", "4.720", "0", "12"]
    numbers = {name: [int(number.replace(".", "")) for number in rows[name]] for name in ("percentages", "sums", "together")}
    assert all(tested == held + failed for tested, held, failed, _ in numbers.values())
    assert numbers["together"] == [one + other for one, other in zip(numbers["percentages"], numbers["sums"], strict=True)]


def test_diagnoses_come_before_parsing_findings_and_the_worst_first(verdict: Outcome, sample: Report) -> None:
    arithmetic, parser = (
        list(findings(part)) for part in verdict.out.partition("What the arithmetic found")[2].split("What the parser")
    )
    assert len(arithmetic) == len(sample.check())
    assert len(parser) == len(sample.findings)
    for part in (arithmetic, parser):
        assert part == sorted(part, key=lambda finding: (SEVERITIES.index(finding[0]), finding[1]))
    assert [code for severity, _, code in arithmetic if severity == "error"] == ["missing-entry"] * 3
    assert ("error", 762, "missing-column") in parser


def test_a_diagnosis_has_both_sides_and_the_lines_of_all_figures(verdict: Outcome) -> None:
    lines = verdict.out.splitlines()
    (place,) = (place for place, line in enumerate(lines) if "error: missing-entry OD10089" in line)
    assert "819.076 short in Exploitatie Uitgaven, Budget 2024" in lines[place]
    assert "5,35 short in VTE, Plan 2024" in lines[place]
    assert re.match(r" +lines 5827-5828, 5835, 5847", lines[place + 1])


def test_lines_are_gathered_into_runs() -> None:
    finding = Finding("x", "info", "x", 1, lines=(1, 2, 3, 5, 7, 8))
    assert lines_text(finding.lines) == "lines 1-3, 5, 7-8"
    assert lines_text([4]) == "line 4"


def test_sound_accounts_pass(sound: Path) -> None:
    outcome = invoke("check", str(sound))
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(f"{sound}: nothing puts a figure in doubt (0 errors, 0 warnings, 0 info)\n")
    assert "What the arithmetic found: nothing\n" in outcome.out


def test_one_wrong_digit_is_an_error_at_its_line(damaged: Path) -> None:
    outcome = invoke("check", str(damaged), "--all")
    assert outcome.status == 1
    assert f"{damaged}:57: error: misread-figure AC34345" in outcome.out
    assert "(1 error, 0 warnings, 0 info)" in outcome.out
    brief = invoke("check", str(damaged)).out.partition("What the arithmetic found\n")[2]
    assert re.match(r"error misread-figure AC34345 .*\n    Exploitatie Uitgaven, Budget \d+ is misread", brief)


def test_several_files_are_told_one_after_another(sound: Path, damaged: Path) -> None:
    outcome = invoke("check", str(sound), str(damaged), str(sound))
    assert (outcome.status, outcome.err) == (1, "")
    assert re.findall(r"^(\S.*\.txt): (?:nothing|figures)", outcome.out, re.M) == [*map(str, (sound, damaged, sound))]


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(sound: Path, novel: Path) -> None:
    outcome = invoke("check", str(novel), str(sound))
    assert outcome.status == 2
    assert outcome.err.startswith(f"Error: {novel}: ")
    assert outcome.out.startswith(f"{sound}: nothing puts a figure in doubt")


def test_in_short_a_diagnosis_has_the_title_of_its_plan_and_its_largest_gaps(short: str, sample: Report) -> None:
    lines = short.splitlines()
    at = lines.index(f"error missing-entry OD10089 {sample['OD10089'].title}")
    assert lines[at + 1 : at + 5] == [
        "    an action is missing here (39 lines, 5827-6059)",
        "    819.076 short in Exploitatie Uitgaven, Budget 2024",
        "    624.560 short in Exploitatie Uitgaven, Jaarrekening 2024",
        "    538.149 short in Exploitatie Uitgaven, Jaarrekening 2023",
    ]
    assert re.fullmatch(r"    and \d more", lines[at + 5])


def test_in_short_many_findings_of_one_kind_are_one_line(short: str, sample: Report) -> None:
    parser = short.partition("What the parser found\n")[2].splitlines()
    assert len(parser) == len({(finding.severity, finding.code) for finding in sample.findings})
    assert parser[0].startswith("error lost-header 24, lines 102, 408, 493, 1026, 1076 and 19 more, to ")
    assert parser[1] == "error missing-column AC34852 line 762: no figures for Jaarrekening 2024"


def test_in_short_many_diagnoses_of_one_kind_end_in_one_line(tmp_path: Path) -> None:
    """Seven percentages, each misprinted by much, are five findings and a line that counts the others."""
    wrong = SMALL
    for share in ("94,5%", "205,9%", "250,0%", "120,0%\t1.000", "333,3%", "77,5%", "86,5%"):
        assert share in wrong
        wrong = wrong.replace(share, re.sub(r"^[\d,]+", "13,1", share), 1)
    file = tmp_path / "wrong.txt"
    file.write_text(wrong, encoding="utf-8")
    arithmetic = invoke("check", str(file)).out.partition("What the arithmetic found\n")[2].partition("\n\n")[0].splitlines()
    heads = [line for line in arithmetic if not line.startswith(" ")]
    assert len(heads) == 6
    assert re.fullmatch(r"\w+ [\w-]+ 2 more, lines \d+, \d+", heads[-1])


@pytest.mark.parametrize(("severity", "left"), [("error", 1), ("warning", 2), ("info", 3)])
@pytest.mark.parametrize("form", [(), ("--all",), ("--format", "github")])
def test_milder_findings_are_left_out_on_request(severity: str, left: int, form: tuple[str, ...]) -> None:
    outcome = invoke("check", "sample", "--severity", severity, *form)
    found = re.findall(r"^(?:::|jaarrekening-2024\.txt:\d+: )?(error|warning|notice|info)(?=[ :])", outcome.out, re.M)
    assert {"info" if one == "notice" else one for one in found} == set(SEVERITIES[:left])
    assert outcome.status == 1


def test_what_is_left_out_still_sets_the_exit_status(damaged: Path, sound: Path) -> None:
    assert invoke("check", str(damaged), "--severity", "error").status == 1
    assert invoke("check", str(sound), "--severity", "error").status == 0
    (document,) = json.loads(invoke("check", "sample", "--severity", "error", "--format", "json").out)
    assert {finding["severity"] for finding in document["findings"]} == {"error"}


# ---- to scripts --------------------------------------------------------------------------------------------


def test_json_says_the_same_as_the_verdict(document: dict[str, Any], sample: Report) -> None:
    assert document["file"] == "jaarrekening-2024.txt"
    assert (document["year"], document["entries"], document["figures"]) == (2024, 338, 11824)
    assert document["percentages"] == {"tested": 4720, "held": 4720, "failed": 0, "untestable": 12}
    for name, wanted in (("diagnoses", sample.check()), ("findings", sample.findings)):
        keys = ("code", "severity", "message", "line", "entry", "lines")
        found = [tuple(finding[key] for key in keys) for finding in document[name]]
        assert sorted(map(str, found)) == sorted(
            str((f.code, f.severity, f.message, f.line, f.entry, list(f.lines))) for f in wanted
        )


def test_json_writes_amounts_as_strings_without_exponent(document: dict[str, Any]) -> None:
    bounds = {
        (inference["entry"], inference["row"], inference["column"]): (inference["lower"], inference["upper"])
        for inference in document["inferences"]
    }
    lower, upper = bounds["AC34852", "Exploitatie Uitgaven", "Jaarrekening 2024"]
    assert (Decimal(lower), Decimal(upper)) == (Decimal("1229921.5"), Decimal("1229938.5"))
    assert "E" not in lower + upper


def test_json_has_an_object_for_each_file(sound: Path, damaged: Path) -> None:
    outcome = invoke("check", "--format", "json", str(sound), str(damaged))
    assert outcome.status == 1
    assert [report["file"] for report in json.loads(outcome.out)] == [str(sound), str(damaged)]
    assert [len(report["diagnoses"]) for report in json.loads(outcome.out)] == [0, 1]
    assert outcome.out.isascii()


# ---- to GitHub Actions -------------------------------------------------------------------------------------


def test_every_finding_is_one_workflow_command(sample: Report) -> None:
    outcome = invoke("check", "--format", "github", "sample")
    assert outcome.status == 1
    commands = outcome.out.splitlines()
    assert len(commands) == len(sample.check()) + len(sample.findings)
    pattern = r"::(error|warning|notice) file=jaarrekening-2024\.txt,line=\d+,title=[\w -]+::.+"
    assert all(re.fullmatch(pattern, command) for command in commands)
    assert any(re.match("::error file=.*,line=762,title=missing-column AC34852::", command) for command in commands)


def test_what_could_end_a_property_or_a_command_is_escaped(damaged: Path) -> None:
    outcome = invoke("check", "--format", "github", str(damaged))
    assert "/a b%2Cc%25.txt,line=57," in outcome.out
    finding = Finding("x", "info", "1%\r\n::error::2", 1, source="C:\\x,y\n.txt")
    assert annotation(finding) == "::notice file=C%3A\\x%2Cy%0A.txt,line=1,title=x::1%25%0D%0A::error::2"


def test_sound_accounts_need_no_annotation(sound: Path) -> None:
    assert invoke("check", "--format", "github", str(sound)) == (0, "", "")


# ---- several files at once ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json"])
def test_files_read_at_once_are_told_in_their_order(form: str, sound: Path, damaged: Path, novel: Path) -> None:
    files = [str(file) for file in (sound, novel, damaged, sound)]
    together = run("check", *files, "--format", form, "--jobs", "2")
    assert together == invoke("check", *files, "--format", form)
    assert together.status == 2
    assert f"{novel}: no heading" in together.err


def test_standard_input_is_read_by_whoever_has_it(sound: Path) -> None:
    outcome = run("check", "-", str(sound), "--jobs", "2", stdin=sound.read_bytes())
    assert outcome.status == 0
    assert outcome.out.startswith("<stdin>: nothing puts a figure in doubt")
