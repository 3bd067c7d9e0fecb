"""What can be read, and how the commands refuse what cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import Outcome, invoke, run
from tests.parser.small import edited

COMMANDS = (("show", "AC34345"), ("tree",), ("find",), ("check",))


def on(file: Path | str, command: tuple[str, ...], **more: bytes) -> Outcome:
    name, *rest = command
    return invoke(name, str(file), *rest, **more)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dash_is_standard_input(command: tuple[str, ...], sound: Path) -> None:
    from_file = on(sound, command)
    from_stdin = on("-", command, stdin=sound.read_bytes())
    assert from_stdin.out == from_file.out.replace(str(sound), "<stdin>")
    assert from_stdin.status == 0


def test_standard_input_is_read_as_bytes(sound: Path) -> None:
    text = sound.read_text(encoding="utf-8")
    outcome = invoke("tree", "-", stdin=text.encode("utf-16"))
    assert outcome.out == invoke("tree", str(sound)).out
    assert run("tree", "-", stdin=text.encode("utf-16"), PYTHONIOENCODING="ascii:strict").status == 0


def test_a_file_that_is_called_sample_needs_a_path(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sample").write_bytes(sound.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert "SD36954" in invoke("tree", "./sample").out
    assert "SD36954" not in invoke("tree", "sample").out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_not_there_is_refused(command: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "gone.txt"
    assert on(file, command) == (2, "", f"Error: {file}: No such file or directory\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_text_that_is_no_report_is_refused(command: tuple[str, ...], novel: Path) -> None:
    outcome = on(novel, command)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Error: {novel}: no heading Beleidsdoelstelling")


def test_a_refusal_says_the_line_and_shows_it() -> None:
    text = "Beleidsdoelstelling SD10041\n\nEen titel\n\nBudgettaire onderbouwing\n" * 3 + "12\n" * 40
    outcome = invoke("tree", "-", stdin=text.encode())
    assert outcome.status == 2
    message, excerpt = outcome.err.splitlines()
    assert message.startswith("Error: <stdin>: line ")
    assert excerpt.strip() in text


@pytest.mark.parametrize("content", [b"", b"\0" * 1000, bytes(range(128, 256)) * 10], ids=["empty", "NUL", "binary"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    outcome = invoke("check", "-", stdin=content)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("Error: <stdin>: ")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert invoke("tree", str(tmp_path)) == (2, "", f"Error: {tmp_path}: Is a directory\n")


@pytest.mark.parametrize(
    "arguments", [("show",), ("show", "sample"), ("tree",), ("check",), ("check", "--format", "xml", "x"), ("sum", "x")]
)
def test_wrong_use_is_refused_with_the_way_to_help(arguments: tuple[str, ...]) -> None:
    outcome = invoke(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert "--help" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", ["show", "tree", "find", "check", "compare", "export"])
def test_help_explains_the_file_argument(command: str) -> None:
    outcome = invoke(command, "--help")
    assert outcome.status == 0
    text = " ".join(outcome.out.split())
    assert "'-' is standard input, 'sample' the sample that ships with gentbudget" in text
    assert not re.search(r"\b(str|int|bool|list|TEXT|PATH|INTEGER|BOOLEAN)\b", text)


def test_help_lists_the_commands_and_exit_statuses() -> None:
    outcome = invoke("--help")
    assert outcome.status == 0
    assert all(f"\n  {command} " in outcome.out for command in ("show", "tree", "find", "check", "compare", "export"))
    assert "Exit status: 0; 1 where check found an error; 2" in " ".join(outcome.out.split())
    assert "..." not in outcome.out.partition("Commands:")[2]


CLEAR = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"


def owner(file: Path, *more: str) -> object:
    (entry,) = json.loads(invoke("show", str(file), "AC34485", "--format", "json", *more).out)
    return entry["owner"]


@pytest.fixture
def unparted(tmp_path: Path) -> Path:
    """Give accounts with an owner that neither a mark nor a shipped name parts from the title."""
    file = tmp_path / "unparted.txt"
    file.write_text(edited((CLEAR, "AC34485 - Begeleiden van huurders Cel Huur")), encoding="utf-8")
    return file


def test_a_list_of_names_helps_to_part_owners(unparted: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("# departments\nCel Huur\tseen elsewhere\n", encoding="utf-8")
    assert owner(unparted) is None
    assert owner(unparted, "--known", str(names)) == "Cel Huur"


def test_another_report_helps_to_part_owners(unparted: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(edited((CLEAR, "AC34485 - Begeleiden van huurders\tCel Huur")), encoding="utf-8")
    assert owner(unparted, "--known", str(other)) == "Cel Huur"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_known_has_to_be_text(command: tuple[str, ...], sound: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "names.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    status, out, err = on(sound, (*command, "--known", str(pdf)))
    assert (status, out) == (2, "")
    assert err.startswith(f"Error: {pdf}: this is a PDF")
