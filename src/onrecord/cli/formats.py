"""``onrecord formats``."""

import click

from onrecord.export.registry import exporter, names
from onrecord.readers.registry import readers


@click.command("formats")
def command() -> None:
    """List what can be read and what can be written.

    Inputs are told apart by their content first, then by the ending of their name. Both lists grow with
    installed plugins (entry points onrecord.readers and onrecord.exporters).

    \b
    Example:
      onrecord formats
    """
    click.echo("Read:")
    for reader in readers():
        click.echo(f"  {reader.name:<10}{' '.join(reader.extensions)}")
    click.echo("Written:")
    click.echo(f"  {'terminal':<10}(for reading; the default)")
    for name in names():
        click.echo(f"  {name:<10}.{exporter(name).extension}")
