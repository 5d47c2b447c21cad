"""One page for any number of ledgers, complete in itself: nothing is loaded, and it works without scripts.

Whatever a report holds reaches the page only through the template's escaping; a
Content-Security-Policy allows this page's own style and script by their digests and nothing else at all.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.model.ledger import Flag, Ledger
from onrecord.model.profile import profile
from onrecord.model.report import BlockKind
from onrecord.render.cards import NOBODY, Card, Counts, Places, cards, counts, facts, nested, nothing_found, web_address
from onrecord.render.context import carriers
from onrecord.render.margin import Bar, Note, Passage, bars, notes, passages
from onrecord.render.marked import Segment, mark, marked_spans
from onrecord.render.shares import Table, tables
from onrecord.render.spoken import percent
from onrecord.render.templates import asset, template


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ledger as the template wants it; ``number`` counts the sheets of a page from 1."""

    number: int
    ledger: Ledger
    cards: tuple[Card, ...]
    passages: tuple[tuple[Passage, tuple[Bar, ...], tuple[Note, ...]], ...]
    tables: tuple[Table, ...]

    @property
    def title(self) -> str:
        """The headline, or what else names the report."""
        report = self.ledger.report
        return report.headline or report.outlet or f"Report {self.number}"

    @property
    def has_headline(self) -> bool:
        """Whether the headline stands in the text, where it can carry marks."""
        return bool(self.ledger.report.blocks_of("headline"))

    @property
    def facts(self) -> tuple[str, ...]:
        return facts(self.ledger.report)

    @property
    def counts(self) -> Counts:
        return counts(self.cards)

    @property
    def nothing_found(self) -> str:
        return nothing_found(self.ledger)

    @property
    def address(self) -> str:
        return web_address(self.ledger.report.url)

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def language(self) -> str:
        """The report's language as the ``lang`` attribute takes it; empty where it is not known."""
        code = self.ledger.report.language
        return code if code.isascii() and code.isalpha() and code != "und" else ""

    @property
    def flags(self) -> Iterator[tuple[Flag, int | BlockKind]]:
        """Each flag, and the place of its first span; 0 where it speaks of the whole report."""
        places = Places(self.ledger.report)
        for flag in self.ledger.flags:
            yield flag, next(iter(places.of_all(marked_spans(flag))), 0)

    @property
    def speakers(self) -> dict[str, int]:
        """How many statements each speaker, or wording of one, has, in order of appearance."""
        found: dict[str, int] = {}
        for card in self.cards:
            found[card.who] = found.get(card.who, 0) + 1
        return found

    @property
    def listed(self) -> tuple[Card, ...]:
        """The cards as the ledger lists them: each followed by those that are reported in it."""
        return nested(self.cards)

    @property
    def carriers(self) -> tuple[str, ...]:
        """Who carried the words where a card does not say, unless it is only the outlet itself."""
        usual = carriers(self.ledger)
        return () if usual == (self.ledger.report.outlet,) else usual

    @property
    def in_margin(self) -> set[int]:
        """The statements that have a bar, and so a place that can be gone to."""
        return {bar.statement for _, margin, _ in self.passages for bar in margin}

    def keys(self, segment: Segment) -> str:
        """What ties a stretch of text to its cards: the keys of its statements."""
        return " ".join(self.key(n) for n in segment.statements)

    def asides(self, segment: Segment) -> str:
        """The keys of the statements around which a stretch of text says something."""
        return " ".join(dict.fromkeys(self.key(m.statement) for m in segment.asides))

    def key(self, statement: int) -> str:
        """A statement's key on this page, by its index in the ledger."""
        return f"{self.number}-{statement + 1}"


def page(ledgers: Sequence[Ledger]) -> str:
    """The page as HTML. The same ledgers always give the same characters."""
    return "".join(page_parts(ledgers))


def page_parts(ledgers: Sequence[Ledger]) -> Iterator[str]:
    """The page, piece by piece."""
    from markupsafe import Markup

    sheets = tuple(_sheet(n, ledger) for n, ledger in enumerate(ledgers, 1))
    # Neither holds anything of a report: the one is our file and numbers, the other our file.
    style, script = asset("page.css") + _positions(sheets), asset("page.js")
    yield from template("page.html").generate(
        sheets=sheets,
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
        NOBODY=NOBODY,
        percent=percent,
        width=width,
    )


def _sheet(number: int, ledger: Ledger) -> Sheet:
    listed = passages(mark(ledger))
    margins = zip(listed, bars(ledger, listed), notes(ledger, listed), strict=True)
    return Sheet(number, ledger, cards(ledger), tuple(margins), tables(profile(ledger)))


def _positions(sheets: Sequence[Sheet]) -> str:
    """A rule for each bar and note of the margins, and for each length of the profiles' bars: the policy forbids
    style attributes."""
    lengths = {width(row.share) for sheet in sheets for table in sheet.tables for row in table.rows}
    rules = [f".w{length}{{width:{length}%}}" for length in sorted(lengths)]
    for sheet in sheets:
        for n, (_, margin, flags) in enumerate(sheet.passages, 1):
            for bar in margin:
                rules.append(f"#b{sheet.key(bar.statement)}-{n}{{top:{bar.top:g}%;height:{bar.height:g}%}}")
            for note in flags:
                rules.append(f"#n{sheet.key(note.flag)}{{top:{note.top:g}%}}")
    return "\n".join(rules)


def width(share: float) -> int:
    """A share of 0 to 1 as the length of a bar, in whole per cent; what is something can be seen."""
    return min(max(round(100 * share), share > 0), 100)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
