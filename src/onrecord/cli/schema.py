"""``onrecord schema``."""

import click

from onrecord.export.json import dumps
from onrecord.model.schema import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of a ledger, as --format json and jsonl write it.

    \b
    Example:
      onrecord schema > ledger.schema.json
    """
    click.echo(dumps(json_schema(), indent=2))
