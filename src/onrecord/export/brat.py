"""Brat standoff, laid out as the PolNeAR corpus is: NAME.txt with the report's text, NAME.ann beside it.

An attribution is an event on its cue (without one, on its source, else on its content), with a note of
its kind, tier and confidence. Addressees, channels and times are further arguments of the event; the second
of a kind is Addressee2, as brat numbers them. Brat wants no line break inside a span: one over several lines becomes a
discontinuous one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from onrecord.errors import UsageError
from onrecord.export.plain import encodable, replacing
from onrecord.model.attribution import Attribution
from onrecord.model.ids import digest
from onrecord.model.ledger import Ledger
from onrecord.model.span import Span, trim

_LINE = re.compile(r"[^\r\n]+")
_SLUG = 32


class BratExporter:
    """A pair of files a report in a folder; a single report's annotations also as one document."""

    name = "brat"
    extension = "ann"

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write the annotations of the one ledger that there is.

        Raises:
            UsageError: there are several: their offsets mean different texts.
        """
        for number, ledger in enumerate(ledgers):
            if number:
                raise UsageError("several reports in brat's format need a folder: -o FOLDER")
            out.writelines(_lines(ledger))

    def write_folder(self, ledgers: Iterable[Ledger], folder: Path) -> None:
        """Write NAME.txt and NAME.ann for each ledger into ``folder``, which is made if need be.

        Raises:
            OSError: a file cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        taken: set[str] = set()
        for ledger in ledgers:
            name = _name(ledger, taken)
            with replacing(folder / f"{name}.txt") as out:
                out.write(encodable(ledger.report.text))
            with replacing(folder / f"{name}.ann") as out:
                out.writelines(_lines(ledger))


def _lines(ledger: Ledger) -> Iterator[str]:
    text, spans = ledger.report.text, 0
    for number, attribution in enumerate(ledger.attributions, 1):
        source, cue, content = (
            _fragments(text, role) for role in (attribution.source, attribution.cue, attribution.content)
        )
        arguments = []
        for role, fragments in (
            ("Source", source),
            ("Cue", cue),
            ("Content", content),
            ("Attribution", cue or source or content),
        ):
            if fragments:
                spans += 1
                yield _text_bound(spans, role, fragments, text)
                arguments.append(f"{role}:T{spans}")
        arguments = [*arguments[-1:], *arguments[:-1]]
        for role, nth, span in _context(attribution):
            if fragments := _fragments(text, (span,)):
                spans += 1
                yield _text_bound(spans, role, fragments, text)
                arguments.append(f"{role}{nth if nth > 1 else ''}:T{spans}")
        yield f"E{number}\t{' '.join(arguments)}\n"
        yield f"#{number}\tAnnotatorNotes E{number}\t{_note(attribution)}\n"


def _text_bound(number: int, role: str, fragments: list[Span], text: str) -> str:
    offsets = ";".join(f"{fragment.start} {fragment.end}" for fragment in fragments)
    words = " ".join(fragment.of(text) for fragment in fragments)
    return encodable(f"T{number}\t{role} {offsets}\t{words}\n")


def _context(a: Attribution) -> Iterator[tuple[str, int, Span]]:
    """The spans around a statement, each with its role and its number among those of that role."""
    for role, spans in (
        ("Addressee", [to.span for to in a.addressees]),
        ("Channel", [by.span for by in a.channels]),
        ("Time", [a.said_at.span] if a.said_at else []),
    ):
        yield from ((role, nth, span) for nth, span in enumerate(spans, 1))


def _note(attribution: Attribution) -> str:
    return f"{attribution.kind}; {attribution.tier}; confidence {attribution.confidence:.2f}"


def _fragments(text: str, role: tuple[Span, ...]) -> list[Span]:
    """The pieces of the spans on single lines, without white space at their ends."""
    lines = (line for span in role for line in _LINE.finditer(text, span.start, span.end))
    return [fragment for line in lines if (fragment := trim(text, *line.span()))]


def _name(ledger: Ledger, taken: set[str]) -> str:
    """A file name from outlet, date and headline, as in PolNeAR: safe on any system, not ``taken``.

    The four hex digits of the report's version keep reports with the same headline apart.
    """
    report = ledger.report
    parts = (report.outlet, report.published_at[:10], report.headline, digest(report.version_id)[:4])
    name = "_".join(slug for slug in map(_slug, parts) if slug)
    copies = 1
    # Case does not tell files apart everywhere, but slugs have none.
    while (unique := name if copies == 1 else f"{name}-{copies}") in taken:
        copies += 1
    taken.add(unique)
    return unique


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG].strip("-")
