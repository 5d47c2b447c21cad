"""``onrecord read`` as a process among processes: workers, pipes, interrupts."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

#: The command with a stand-in for the model. Worker processes run this file too, so they get it as well.
SCRIPT = """
import sys, time
sys.path.insert(0, {tests!r})
from fakes import FakeAnalyser
from onrecord.analyse import Analyser
from onrecord.cli.main import main

class Slow(FakeAnalyser):
    def analyse(self, report, *, strict=False):
        if "DIE" in report.text:
            sys.modules["os"]._exit(9)
        if "SLEEP" in report.text:
            time.sleep(30)
        return super().analyse(report, strict=strict)

Analyser.load = lambda **_: Slow()
if __name__ == "__main__":
    main()
"""


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """The start of a command line for ``onrecord read``."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(tests=str(Path(__file__).parents[1])))
    return [sys.executable, str(script), "read"]


@pytest.fixture
def table(tmp_path: Path) -> str:
    """A table of thirty reports with a broken line among them."""
    path = tmp_path / "table.jsonl"
    rows = [json.dumps({"text": f"“Number {n},” Varga said. {'“Rain,” Hask said. ' * (n % 7)}"}) for n in range(30)]
    path.write_text("\n".join([*rows[:9], "{broken", *rows[9:]]), "utf-8")
    return str(path)


def _run(*command: str) -> tuple[int, str, str]:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout, done.stderr


def test_workers_change_nothing(command: list[str], table: str, tmp_path: Path) -> None:
    """One worker or two: the same ledgers, the same order, the same errors."""
    missing = str(tmp_path / "missing.txt")
    arguments = (missing, table, table, "--format", "jsonl")
    alone = _run(*command, *arguments)
    assert (alone[0], len(alone[1].splitlines()), len(alone[2].splitlines())) == (1, 60, 3)
    assert _run(*command, *arguments, "--jobs", "2") == alone


def test_a_worker_that_is_killed_ends_the_run_with_a_line(command: list[str], tmp_path: Path) -> None:
    """No hanging and no traceback; nothing is written half."""
    (tmp_path / "die.txt").write_text("DIE")
    out = tmp_path / "out.jsonl"
    status, _, errors = _run(*command, str(tmp_path / "die.txt"), "--jobs", "2", "-o", str(out))
    assert status == 1
    assert errors.startswith("onrecord: a worker process was killed")
    assert not out.exists()


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_the_run_with_a_line(command: list[str], tmp_path: Path, jobs: str) -> None:
    """Ctrl-C goes to the whole group of processes, workers included; only the parent speaks."""
    (tmp_path / "a.txt").write_text("“Rain,” Ana said.")
    (tmp_path / "b.txt").write_text("SLEEP")
    arguments = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "jsonl", "--jobs", jobs]
    process = subprocess.Popen(
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout
    if jobs == "1":
        process.stdout.readline()  # the first ledger is out, the second report is being read
    else:
        time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors.decode()) == (130, "onrecord: interrupted\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes differ there")
@pytest.mark.parametrize("format_", ["jsonl", "json", "terminal", "csv"])
def test_a_closed_pipe_ends_the_run_quietly(command: list[str], table: str, format_: str) -> None:
    """``onrecord read ... | head -1`` prints no traceback, at the end of the process either."""
    process = subprocess.Popen(
        [*command, table, "--format", format_], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    errors = process.stderr.read()
    process.wait(timeout=20)
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors
