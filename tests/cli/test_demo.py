"""``onrecord demo``, with a stand-in for the model."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import main

pytestmark = pytest.mark.usefixtures("fake_analyser")

INDEX = json.loads(files("onrecord.samples").joinpath("index.json").read_text("utf-8"))


def test_the_demo_shows_a_ledger_and_makes_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger on the screen, a page of all samples beside it, where it is, and what to try next."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["demo"])
    assert result.exit_code == 0, result.output
    assert str(tmp_path / "onrecord-demo.html") in result.stdout
    assert "onrecord read" in result.stdout
    assert f"All {len(INDEX)} samples" in result.stdout
    page = (tmp_path / "onrecord-demo.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")


def test_the_page_goes_where_the_user_wants_it(tmp_path: Path) -> None:
    """-o names it; a folder that is not there is an error."""
    assert CliRunner().invoke(main, ["demo", "-o", str(tmp_path / "page.html")]).exit_code == 0
    assert (tmp_path / "page.html").stat().st_size > 1000
    result = CliRunner().invoke(main, ["demo", "-o", str(tmp_path / "no" / "page.html")])
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["file"])
def test_every_sample_is_there_and_can_be_read(entry: dict[str, str], tmp_path: Path) -> None:
    """The index lists files that are packaged; each is one report with a headline."""
    raw = tmp_path / entry["file"]
    raw.write_bytes(files("onrecord.samples").joinpath(entry["file"]).read_bytes())
    result = CliRunner().invoke(main, ["read", str(raw), "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["headline"]
