"""Who carried each statement on its way to the reader."""

import re
from collections import defaultdict
from dataclasses import replace

from onrecord.extract.frames import Frames, tokens
from onrecord.extract.layout import Layout
from onrecord.extract.media import media_of
from onrecord.extract.outings import MEDIA, outings_of
from onrecord.model.attribution import Attribution, Carrier, Channel
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]

#: The words of a credit between which names stand.
_PART = re.compile(r"[^,;:|/()\[\]–—]+")
_NAME_WORDS = 5
_NAME_WORD = re.compile(r"\w[\w.’'&-]*")


def carriers(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their carriers, from the channels that they went out through."""
    return _Carriers(layout, statements).filled()


class _Carriers:
    def __init__(self, layout: Layout, statements: Statements) -> None:
        self._layout = layout
        self._statements = statements
        self._frames = Frames(layout, statements)
        self._media = media_of(layout)
        outlet = layout.report.outlet
        agency = self._agency()
        self._end = tuple(Carrier(name, ()) for name in (agency, outlet) if name)
        self._relays: dict[int, list[Carrier]] = defaultdict(list)
        self._numbers = {s.id: n for n, s in enumerate(statements)}
        self._last: dict[str, Carrier] = {}

    def filled(self) -> Statements:
        self._find_relays()
        inner: dict[int, list[Carrier]] = {}
        for number in sorted(range(len(self._statements)), key=lambda n: self._frames.anchors[n]):
            inner[number] = [c for ch in self._statements[number].channels for c in self._of(ch)]
        out = []
        for number, statement in enumerate(self._statements):
            chain: dict[str, Carrier] = {}
            for carrier in (*inner[number], *self._relays[number], *self._outer(number)):
                if not self._media.is_outlet(carrier.name):
                    chain.setdefault(carrier.name, carrier)
            out.append(replace(statement, via=(*chain.values(), *self._end)))
        return tuple(out)

    def _of(self, channel: Channel) -> list[Carrier]:
        """The medium that a channel names, or that "the same programme" points to."""
        if channel.kind not in MEDIA:
            return []
        row = tokens(self._layout.text, channel.span.start, channel.span.end)
        words = self._layout.language.channels
        name = channel.name or self._official(channel)
        if name:
            self._last[channel.kind] = Carrier(name, (channel.span,))
            return [self._last[channel.kind]]
        if any(t.low in words.same for t in row) and channel.kind in self._last:
            return [self._last[channel.kind]]
        return []

    def _official(self, channel: Channel) -> str:
        """The words for a state's medium without a name: "state TV"."""
        row = tokens(self._layout.text, channel.span.start, channel.span.end)
        while row and row[0].low in self._layout.language.phrases.determiners:
            row = row[1:]
        if not any(t.low in self._layout.language.media.official for t in row):
            return ""
        end = next((i for i, t in enumerate(row) if t.word == ","), len(row))
        words: list[str] = self._layout.text[row[0].start : row[end - 1].end].split() if end else []
        return " ".join(words)

    def _find_relays(self) -> None:
        """Who passed a statement on: "in a letter quoted by X"."""
        for outing in outings_of(self._frames):
            if outing.relayed and outing.channel.name:
                carrier = Carrier(outing.channel.name, (outing.span,))
                for number in self._relay_owner(outing.span):
                    self._relays[number].append(carrier)

    def _relay_owner(self, span: Span) -> list[int]:
        near = self._frames.at(span)
        inside = [n for n in near if any(s.covers(span) for s in self._statements[n].source)]
        if any(s.start == span.start for n in inside for s in self._statements[n].source):
            return []
        owner = self._frames.owner(span)
        return inside or ([owner] if owner is not None else [])

    def _outer(self, number: int) -> list[Carrier]:
        """The media that report the statement in the report's own words: "Interfax quoted him as saying"."""
        out: list[Carrier] = []
        home, seen = self._reporting(number), {number}
        while home is not None and home not in seen:
            seen.add(home)
            source = self._statements[home].source
            medium = self._media.read(source[0]) if source else None
            if medium is None:
                break  # what somebody says that another said is not what the medium reports
            if medium.name:
                out.append(Carrier(medium.name, (source[0],)))
            home = self._reporting(home)
        return out

    def _reporting(self, number: int) -> int | None:
        """The statement that reports this one."""
        parent = self._numbers.get(self._statements[number].parent)
        return self._frames.homes[number] if parent is None else parent

    def _agency(self) -> str:
        """The agency that the report came from, by its dateline or its credits; empty where that is the outlet."""
        report = self._layout.report
        named = report.dateline.credit if report.dateline else ""
        credits = [named, *(self._credited(block.span.of(report.text)) for block in report.blocks_of("credit"))]
        if self._known(report.byline):
            credits.append(report.byline)
        anonymous = self._layout.language.media.anonymous
        return next((n for n in credits if n and n.casefold() not in anonymous and not self._media.is_outlet(n)), "")

    def _credited(self, line: str) -> str:
        """The agency named in a credit line: a known one, or a part of the line that reads like one's name."""
        for part in _PART.findall(line):
            found = list(_NAME_WORD.finditer(part))
            for start in range(len(found)):
                for end in range(min(len(found), start + _NAME_WORDS), start, -1):
                    name: str = part[found[start].start() : found[end - 1].end()]
                    if name[0].isupper() and (self._known(name) or self._looks_like_agency(name)):
                        return name
        return ""

    def _known(self, name: str) -> bool:
        language = self._layout.language
        return name.casefold() in language.agencies - language.media.anonymous

    def _looks_like_agency(self, name: str) -> bool:
        row = _NAME_WORD.findall(name)
        return (
            len(row) > 1
            and all(w[0].isupper() for w in row)
            and any(w in self._layout.language.media.credits for w in row)
        )
