"""The command itself, and the small ones."""

import json
import subprocess
import sys
import time
from importlib import import_module
from importlib.metadata import version

import pytest
from click.testing import CliRunner

from onrecord.cli import main as main_module
from onrecord.cli.main import main
from onrecord.errors import BundleError
from onrecord.export.registry import names
from onrecord.model.schema import json_schema

HEAVY = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "httpx", "py3langid", "pandas", "multiprocessing"}


def _loaded_after(code: str) -> set[str]:
    """The modules that a fresh process has loaded after ``code``."""
    script = f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.mark.parametrize("command", list(main_module._COMMANDS))
def test_every_command_is_listed_and_has_examples(command: str) -> None:
    """Help says what a command does and shows it; the list of commands is in step with the modules."""
    assert import_module(f"onrecord.cli.{command}").command.name == command
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"onrecord {command}" in result.stdout
    assert command in CliRunner().invoke(main, ["--help"]).stdout


def test_the_version_is_that_of_the_package() -> None:
    """It is said in one place, the project's metadata."""
    assert CliRunner().invoke(main, ["--version"]).stdout == f"onrecord {version('onrecord')}\n"


def test_help_lists_the_exit_statuses() -> None:
    """For scripts: every status that the tool ends with is documented."""
    assert "Exit status" in CliRunner().invoke(main, ["read", "--help"]).stdout


def test_an_unknown_command_exits_with_2() -> None:
    """Click's own message names it."""
    result = CliRunner().invoke(main, ["write"])
    assert result.exit_code == 2
    assert "write" in result.stderr


def test_schema_prints_the_schema() -> None:
    """Exactly the one that the package generates."""
    assert json.loads(CliRunner().invoke(main, ["schema"]).stdout) == json_schema()


def test_formats_lists_both_sides() -> None:
    """What goes in and what comes out."""
    listed = CliRunner().invoke(main, ["formats"]).stdout
    assert all(name in listed for name in (*names(), "terminal", ".html", ".jsonl"))


def test_a_missing_bundle_exits_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is told apart from a broken input."""

    def missing(_: object = None) -> None:
        raise BundleError("the bundle is damaged")

    monkeypatch.setattr("onrecord.cli.work.default_analyser", missing)
    result = CliRunner().invoke(main, ["read", "-"], input="Rain is expected.")
    assert (result.exit_code, result.stderr) == (3, "onrecord: the bundle is damaged\n")


def test_help_loads_nothing_heavy() -> None:
    """The list of commands is there at once."""
    assert (
        not _loaded_after("from onrecord.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass") & HEAVY
    )


def test_help_of_read_loads_no_reader() -> None:
    """The libraries that read one kind of input are loaded when there is such an input."""
    code = "from onrecord.cli.main import main\ntry: main(['read', '--help'])\nexcept SystemExit: pass"
    assert not _loaded_after(code) & {"trafilatura", "lxml", "httpx", "py3langid", "pandas"}


def test_help_answers_at_once() -> None:
    """The best of three fresh processes, so that a busy machine does not fail the test."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "onrecord", "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.6
