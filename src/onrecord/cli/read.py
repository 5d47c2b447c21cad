"""``onrecord read``."""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from onrecord.cli.inputs import listed, reports_in
from onrecord.cli.main import EXIT_STATUSES
from onrecord.cli.output import FORMATS, write
from onrecord.cli.work import ledgers
from onrecord.errors import InputError, UsageError
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from onrecord.readers.base import Hints
from onrecord.render.cards import printable

_COLUMNS = ("url", "title", "date", "outlet", "byline", "text")
#: Moves to the start of the line and clears it, so that an error does not end up behind the progress bar.
_CLEAR_LINE = "\r\x1b[K"


def _columns(_: click.Context, __: click.Parameter, value: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    for name, _sign, column in pairs:
        if name.strip() not in _COLUMNS or not column.strip():
            raise click.BadParameter(f"give NAME=COLUMN,... where NAME is one of {', '.join(_COLUMNS)}")
    return {name.strip(): column.strip() for name, _sign, column in pairs}


def _date(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        if value:
            datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("give an ISO 8601 date, such as 2022-06-08") from None
    return value


@click.command("read", epilog=EXIT_STATUSES)
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Of the output; else as OUTPUT ends.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; for brat a folder.")
@click.option("--sure", is_flag=True, help="Only statements of the tier sure.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Only statements at least this likely to be right, 0 to 1.",
)
@click.option("--strict", is_flag=True, help="Refuse reports in a language that is not analysed.")
@click.option("--columns", callback=_columns, metavar="NAME=COLUMN,...", help="Of tables: text=body,date=day.")
@click.option("--outlet", default="", help="Who published the reports.")
@click.option("--published", default="", callback=_date, metavar="DATE", help="When, as 2022-06-08.")
@click.option("--url", default="", help="The address of a report that is read from a file.")
@click.option(
    "--source-types",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Your own list of words for official, expert, business ... (YAML).",
)
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Worker processes; 1 by default.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    sure: bool,
    min_confidence: float,
    strict: bool,
    columns: dict[str, str],
    outlet: str,
    published: str,
    url: str,
    source_types: Path | None,
    jobs: int,
) -> None:
    """Read reports and show who says what.

    An input is a text, a page, or a table of reports (CSV, JSON, JSON Lines); a folder stands for the files below
    it that have a known ending; - is the standard input. An address is fetched only because you name it. What
    cannot be read is reported on the standard error, one line each, and does not stop the rest.

    \b
    Formats:
      terminal  one line a statement, for a glance
      json      the ledger; an array if there are several
      jsonl     one ledger a line
      csv       one row a statement, safe to open in a spreadsheet program
      brat      NAME.txt and NAME.ann for each report, in the folder OUTPUT
      html      one self-contained page
      profile   how many of a report's words are whose, as JSON

    \b
    Examples:
      onrecord read report.txt
      onrecord read *.html --format csv --sure -o statements.csv
      curl -s https://outlet.example/story | onrecord read - --format json
      onrecord read archive/ --jobs 4 -o ledgers.jsonl
    """
    names = listed(inputs)
    if url and len(names) > 1:
        raise UsageError("--url belongs to a single input")
    hints = Hints(url=url, outlet=outlet, published_at=published, columns=columns)
    run = _Run(names, hints, hide_bar=output is None and sys.stdout.isatty())
    kept = (
        _kept(ledger, sure, min_confidence)
        for ledger in run.ledgers(strict=strict, jobs=jobs, source_types=source_types)
    )
    write(kept, format_, output)
    ctx.exit(1 if run.failed else 0)


def _kept(ledger: Ledger, sure: bool, min_confidence: float) -> Ledger:
    """The ledger without the statements that the user did not ask for."""
    attributions = tuple(
        a for a in ledger.attributions if a.confidence >= min_confidence and (a.tier == "sure" or not sure)
    )
    return replace(ledger, attributions=attributions)


class _Run:
    """One pass over the inputs. Ledgers come out; errors go to the standard error and are counted."""

    def __init__(self, names: Sequence[str], hints: Hints, *, hide_bar: bool) -> None:
        self.names, self.hints, self.failed = names, hints, 0
        self._bar_hidden = hide_bar or len(names) < 2 or not sys.stderr.isatty()
        #: For each report on its way, the number of its input.
        self._under_way: deque[int] = deque()

    def ledgers(self, *, strict: bool, jobs: int, source_types: Path | None) -> Iterator[Ledger]:
        with click.progressbar(
            length=len(self.names), label="Reading", file=sys.stderr, hidden=self._bar_hidden
        ) as bar:
            for item in ledgers(self._reports(), strict=strict, jobs=jobs, source_types=source_types):
                number = self._under_way.popleft()
                bar.update(number - bar.pos)
                if isinstance(item, InputError):
                    self._report(item, self.names[number])
                else:
                    yield item
            bar.update(len(self.names) - bar.pos)

    def _reports(self) -> Iterator[Report | InputError]:
        for number, name in enumerate(self.names):
            for item in reports_in(name, self.hints):
                self._under_way.append(number)
                yield item

    def _report(self, error: InputError, name: str) -> None:
        self.failed += 1
        whole = str(error) if error.name else f"{name}: {error}"
        line = f"onrecord: {' '.join(printable(whole).split())}"
        click.echo(line if self._bar_hidden else _CLEAR_LINE + line, err=True)
