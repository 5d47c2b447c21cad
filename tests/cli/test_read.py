"""``onrecord read``, with a stand-in for the model."""

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.export.registry import exporter

pytestmark = pytest.mark.usefixtures("fake_analyser")

STORY = "The bridge closes\n\n“It is unsafe,” Varga said. “Nobody asked us,” Hask said.\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``onrecord read`` in an empty folder that holds one story."""
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, "utf-8")

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, ["read", *arguments], input=stdin)

    return invoke


def _table(rows: int) -> str:
    return "".join(
        json.dumps({"title": f"Story {n}", "text": f"“Number {n},” Varga said on the day."}) + "\n" for n in range(rows)
    )


def test_a_file_is_a_ledger_on_the_terminal(run: Run) -> None:
    """The default is the view for a glance: no colour where the output is no terminal."""
    result = run("story.txt")
    assert result.exit_code == 0
    assert "Varga" in result.stdout
    assert "It is unsafe" in result.stdout
    assert "\x1b" not in result.stdout


def test_one_report_as_json_is_one_object(run: Run) -> None:
    """Offsets in the output mean the report's text."""
    value = json.loads(run("story.txt", "--format", "json").stdout)
    text, [first, second] = value["report"]["text"], value["attributions"]
    assert text == STORY
    assert [text[span["start"] : span["end"]] for span in first["content"]] == ["“It is unsafe,”"]
    assert second["tier"] == "check"


def test_a_profile_says_how_many_words_are_whose(run: Run) -> None:
    """With the report that it is of."""
    made = json.loads(run("story.txt", "--format", "profile").stdout)
    assert (made["headline"], made["words"], made["attributed"]) == ("The bridge closes", 13, 6)
    assert [row["label"] for row in made["speakers"]] == ["Varga", "Hask"]


def test_several_reports_as_json_are_an_array(run: Run) -> None:
    """In the order in which the user named them."""
    Path("table.jsonl").write_text(_table(2), "utf-8")
    values = json.loads(run("story.txt", "table.jsonl", "story.txt", "--format", "json").stdout)
    assert [value["report"]["headline"] for value in values] == [
        "The bridge closes",
        "Story 0",
        "Story 1",
        "The bridge closes",
    ]


def test_standard_input_is_read(run: Run) -> None:
    """A hyphen is the standard input."""
    value = json.loads(run("-", "--format", "jsonl", stdin=STORY).stdout)
    assert len(value["attributions"]) == 2


def test_csv_has_a_row_a_statement(run: Run) -> None:
    """All reports are in one table."""
    rows = list(csv.DictReader(io.StringIO(run("story.txt", "story.txt", "--format", "csv").stdout)))
    assert [row["source"] for row in rows] == ["Varga", "Hask", "Varga", "Hask"]


@pytest.mark.parametrize("option", [("--sure",), ("--min-confidence", "0.7")])
def test_unsure_statements_can_be_left_out(run: Run, option: tuple[str, ...]) -> None:
    """By tier or by confidence."""
    value = json.loads(run("story.txt", "--format", "json", *option).stdout)
    assert [item["confidence"] for item in value["attributions"]] == [0.9]


def test_what_the_user_says_of_a_report_is_in_it(run: Run) -> None:
    """Outlet, date and address come from the options."""
    told = ("--outlet", "The Ford", "--published", "2025-03-14", "--url", "https://ford.example/1")
    report = json.loads(run("story.txt", "--format", "json", *told).stdout)["report"]
    assert (report["outlet"], report["published_at"], report["url"]) == (
        "The Ford",
        "2025-03-14",
        "https://ford.example/1",
    )


def test_columns_are_named_by_the_user(run: Run) -> None:
    """A table's own names are mapped to those that onrecord knows."""
    Path("odd.csv").write_text("kopf;rumpf\nThe weir;“It rains,” Ana said.\n", "utf-8")
    result = run("odd.csv", "--columns", "text=rumpf, title=kopf", "--format", "json")
    report = json.loads(result.stdout)["report"]
    assert (report["headline"], report["text"]) == ("The weir", "“It rains,” Ana said.")


def test_an_input_that_cannot_be_read_does_not_stop_the_rest(run: Run) -> None:
    """Each is one line on the standard error, in order, and the exit status tells."""
    Path("empty.txt").write_text(" \n")
    result = run("missing.txt", "story.txt", "empty.txt", "story.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["onrecord", "missing.txt"],
        ["onrecord", "empty.txt"],
    ]


def test_one_bad_row_does_not_cost_the_table(run: Run) -> None:
    """The error says in which line; the rows around it are read."""
    first, last = _table(2).splitlines()
    Path("t.jsonl").write_text(f"{first}\n{{broken\n{last}\n")
    result = run("t.jsonl", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr.startswith("onrecord: t.jsonl: line 2")
    assert result.exit_code == 1


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_an_error_is_one_line_whatever_the_name(run: Run) -> None:
    """A file's name cannot steer the terminal or fake a second line."""
    name = "a\nonrecord: all is well\x1b[2J.txt"
    Path(name).write_text("")
    result = run(name)
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_a_language_that_is_not_analysed_is_an_error_when_asked(run: Run) -> None:
    """--strict refuses the report, by its name, and reads the others."""
    Path("fr.txt").write_text("Le bac du port s’est échoué mardi matin, a déclaré la capitainerie du vieux port. " * 4)
    result = run("fr.txt", "story.txt", "--strict", "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert result.stderr.startswith("onrecord: fr.txt: the language (fr) is not analysed")


def test_a_folder_is_its_files_in_order(run: Run) -> None:
    """Files that a reader knows, below it, sorted; hidden ones and unknown endings are left out."""
    for name in ("d/b.txt", "d/a/z.TXT", "d/a.txt", "d/.git/x.txt", "d/.y.txt", "d/photo.bin"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"{name}\n\n{STORY}", "utf-8")
    values = [json.loads(line) for line in run("d", "--format", "jsonl").stdout.splitlines()]
    assert [value["report"]["text"].split("\n")[0] for value in values] == ["d/a.txt", "d/b.txt", "d/a/z.TXT"]


def test_a_folder_without_reports_is_an_error(run: Run) -> None:
    """Silence would look like success."""
    Path("d").mkdir()
    result = run("d")
    assert result.exit_code == 1
    assert "no file in this folder" in result.stderr


def test_output_goes_to_a_file_in_the_format_of_its_ending(run: Run) -> None:
    """-o story.jsonl needs no --format; a format that is given outranks the ending."""
    assert run("story.txt", "-o", "out.jsonl").stdout == ""
    assert len(json.loads(Path("out.jsonl").read_text("utf-8"))["attributions"]) == 2
    run("story.txt", "-o", "out.data", "--format", "csv")
    assert Path("out.data").read_text("utf-8").startswith("document_id,")
    run("story.txt", "-o", "out.txt")
    assert "It is unsafe" in Path("out.txt").read_text("utf-8")


def test_a_crash_leaves_no_half_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stood there before stays until the new output is whole."""
    Path("out.jsonl").write_text("old")

    def crash(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(type(exporter("jsonl")), "write", crash)
    assert isinstance(run("story.txt", "-o", "out.jsonl").exception, MemoryError)
    assert Path("out.jsonl").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["out.jsonl", "story.txt"]


def test_brat_writes_a_folder(run: Run) -> None:
    """A pair of files a report."""
    Path("table.jsonl").write_text(_table(2), "utf-8")
    assert run("story.txt", "table.jsonl", "--format", "brat", "-o", "out").exit_code == 0
    assert sorted(path.suffix for path in Path("out").iterdir()) == [".ann"] * 3 + [".txt"] * 3


def test_brat_of_one_report_can_go_to_the_standard_output(run: Run) -> None:
    """Of several it cannot, and the message says what to do."""
    assert "Attribution:T4" in run("story.txt", "--format", "brat").stdout
    result = run("story.txt", "story.txt", "--format", "brat")
    assert result.exit_code == 2
    assert "-o FOLDER" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("story.txt", "--format", "docx"),
        ("story.txt", "--min-confidence", "2"),
        ("story.txt", "--columns", "body"),
        ("story.txt", "--columns", "corpus=body"),
        ("story.txt", "--published", "last week"),
        ("story.txt", "--jobs", "0"),
        ("story.txt", "story.txt", "--url", "https://ford.example/1"),
        ("story.txt", "-o", "no/such/folder.json"),
        ("story.txt", "-o", ".", "--format", "json"),
        ("story.txt", "-o", "story.txt", "--format", "brat"),
    ],
)
def test_a_wrong_command_exits_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    """Before anything is written, with a message and no traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.stderr
    assert Path("story.txt").read_text("utf-8") == STORY


def test_a_broken_pipe_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """``onrecord read ... | head`` ends quietly."""

    def closed(*_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(type(exporter("jsonl")), "write", closed)
    result = run("story.txt", "--format", "jsonl")
    assert isinstance(result.exception, SystemExit)
    assert result.stderr == ""


def test_an_interrupt_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130, as shells expect, and no traceback."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(type(exporter("jsonl")), "write", interrupt)
    result = run("story.txt", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (130, "onrecord: interrupted\n")


def test_machine_formats_are_utf8_whatever_the_terminal_is(run: Run) -> None:
    """JSON is UTF-8 by definition; a Latin-1 terminal does not change that."""
    result = CliRunner(charset="latin-1").invoke(main, ["read", "story.txt", "--format", "json"])
    assert json.loads(result.stdout_bytes.decode("utf-8"))["report"]["text"] == STORY


def test_a_latin_terminal_gets_what_it_can_show(run: Run) -> None:
    """Characters that the terminal lacks become question marks instead of a crash."""
    result = CliRunner(charset="latin-1").invoke(main, ["read", "story.txt"])
    assert result.exit_code == 0
    assert b"Varga" in result.stdout_bytes


def test_there_is_no_bar_off_a_terminal(run: Run) -> None:
    """A log file is not filled with progress."""
    assert run("story.txt", "story.txt", "--format", "jsonl").stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_bar_is_on_the_standard_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With several inputs and a terminal to show it on; an error clears its line first."""
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: self.name == "<stderr>")
    result = CliRunner().invoke(main, ["read", "story.txt", "missing.txt", "--format", "jsonl"], color=True)
    assert "Reading" in result.stderr
    assert "\r\x1b[Konrecord: missing.txt" in result.stderr
    assert len(result.stdout.splitlines()) == 1
