"""The formats: built-in exporters and installed ones (entry points ``onrecord.exporters``) enter alike."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from onrecord.errors import UsageError
from onrecord.export.base import Exporter

_GROUP = "onrecord.exporters"
_BUILT_IN = tuple(
    EntryPoint(name, value, _GROUP)
    for name, value in (
        ("json", "onrecord.export.json:JsonExporter"),
        ("jsonl", "onrecord.export.jsonl:JsonlExporter"),
        ("csv", "onrecord.export.csv:CsvExporter"),
        ("brat", "onrecord.export.brat:BratExporter"),
        ("html", "onrecord.export.html:HtmlExporter"),
        ("profile", "onrecord.export.profile:ProfileExporter"),
    )
)


@cache
def _entries() -> dict[str, EntryPoint]:
    installed = sorted(entry_points(group=_GROUP), key=lambda entry: entry.name)
    return {entry.name: entry for entry in (*_BUILT_IN, *installed)}


def names() -> tuple[str, ...]:
    """The names of all formats; none of them is loaded."""
    return tuple(_entries())


def exporter(name: str) -> Exporter:
    """The exporter called ``name``.

    Raises:
        UsageError: there is none, or it does not load.
    """
    if name not in _entries():
        raise UsageError(f"there is no format {name!r}; there are {', '.join(names())}")
    entry = _entries()[name]
    try:
        made: Exporter = entry.load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise UsageError(f"the exporter {name} ({entry.value}) does not load: {error}") from error
    return made
