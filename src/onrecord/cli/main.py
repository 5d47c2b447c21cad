"""The command ``onrecord`` itself: finds the command that is called and turns onrecord's errors into exit statuses."""

from importlib import import_module
from typing import Any

import click

from onrecord.errors import OnrecordError

#: Each command, in a module of its name, and what ``onrecord --help`` says of it. Nothing is loaded to list them.
_COMMANDS = {
    "read": "Read reports and show who says what.",
    "demo": "Read the sample reports and make a page of them: start here.",
    "formats": "List what can be read and what can be written.",
    "schema": "Print the JSON Schema of a ledger.",
}

EXIT_STATUSES = """\b
Exit status:
  0    every input was read
  1    an input could not be read; the others were
  2    the command is wrong
  3    the model bundle is missing or damaged
  130  interrupted
"""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            message, status = str(error), error.exit_status
        except KeyboardInterrupt:
            message, status = "interrupted", 130
        click.echo(f"onrecord: {message}", err=True)
        raise click.exceptions.Exit(status)


@click.group(cls=_LazyGroup, epilog=EXIT_STATUSES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord", prog_name="onrecord", message="%(prog)s %(version)s")
def main() -> None:
    """Read news reports and show who is reported as saying what, tied to the words that say so.

    It does not check whether what they say is true.

    \b
    Examples:
      onrecord demo
      onrecord read report.txt page.html
      onrecord read https://outlet.example/story --format html -o story.html
      onrecord read reports.csv --columns text=body --format jsonl -o ledgers.jsonl
    """
