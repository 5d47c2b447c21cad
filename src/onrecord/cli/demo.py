"""``onrecord demo``."""

import json
from importlib.resources import files
from pathlib import Path

import click

from onrecord.api import read
from onrecord.cli.output import write
from onrecord.model.ledger import Ledger
from onrecord.readers.base import Hints


@click.command("demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default="onrecord-demo.html",
    show_default=True,
    help="Where to write the page.",
)
def command(output: Path) -> None:
    """Read the sample reports, show the first one's ledger, and make a page of them all.

    The people, outlets and countries in the samples are invented.

    \b
    Examples:
      onrecord demo
      onrecord demo -o /tmp/page.html
    """
    samples = [_read(name) for name in _names()]
    write(samples[:1], "terminal", None)
    write(samples, "html", output)
    click.echo(f"\nAll {len(samples)} samples on one page: {output.resolve()}")
    click.echo("Next, a report of yours:  onrecord read FILE-OR-ADDRESS")
    click.echo("Or as a page:             onrecord read FILE-OR-ADDRESS -o page.html")


def _names() -> list[str]:
    index = json.loads(files("onrecord.samples").joinpath("index.json").read_text("utf-8"))
    return [entry["file"] for entry in index]


def _read(name: str) -> Ledger:
    raw = files("onrecord.samples").joinpath(name).read_bytes()
    return read(raw, hints=Hints(name=name))
