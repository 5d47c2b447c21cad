"""Who carried each statement on its way to the reader."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.extract.frames import Frames
from onrecord.extract.layout import Layout
from onrecord.extract.media import Medium, media_of
from onrecord.extract.outings import MEDIA, outings_of
from onrecord.extract.tokens import tokens
from onrecord.extract.turns import Turns
from onrecord.model.attribution import Attribution, Carrier, Channel
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]

#: The words of a credit between which names stand.
_PART = re.compile(r"[^,;:|/()\[\]–—©]+")
_NAME_WORDS = 5
#: Kinds of lines over a report that may credit an agency, how many words these have at most, and those under
#: it; how many lines under it.
_HEADS = frozenset({"byline", "subheading", "caption"})
_HEAD_WORDS = 10
_LINE_WORDS = 21
_LAST_BLOCKS = 3
#: How far back from a name the word before it is looked for.
_NEAR = 20
#: The last words of a report that say where it is from: a line "— Name", or "(Name)".
_SIGNED = re.compile(
    r"^\s*[-–—]{1,2}\s*([^.,;:!?]{2,40})\.?\s*$|[.!?”’\"']\s*[(\[/]([^()\[\]/.,;:!?]{2,40})[)\]/]\.?\s*$"
)
#: A line in brackets or behind a dash.
_FRAMED = re.compile(r"[^\w\s“”\"‘’«»'„]")
_NAME_WORD = re.compile(r"\w[\w.’'&-]*")


def carriers(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their carriers, from the channels that they went out through."""
    return _Carriers(layout, statements).filled()


@dataclass(frozen=True, slots=True)
class _Held:
    """Who carried a statement, and up to which sentence and for whom that may go on."""

    relays: list[Carrier]
    outer: list[Carrier]
    statement: Attribution | None
    words: set[str]
    last: int


class _Carriers:
    def __init__(self, layout: Layout, statements: Statements) -> None:
        self._layout = layout
        self._statements = statements
        self._frames = Frames(layout, statements)
        self._media = media_of(layout)
        outlet = layout.report.outlet
        agency = self._agency()
        self._agency_name = agency
        self._end = tuple(Carrier(name, ()) for name in (agency, outlet) if name)
        self._relays: dict[int, list[Carrier]] = defaultdict(list)
        self._numbers = {s.id: n for n, s in enumerate(statements)}
        self._turns = Turns(layout, statements)
        self._held: _Held | None = None
        self._last: dict[str, Carrier] = {}

    def filled(self) -> Statements:
        self._find_relays()
        inner: dict[int, list[Carrier]] = {}
        for number in sorted(range(len(self._statements)), key=lambda n: self._frames.anchors[n]):
            statement = self._statements[number]
            inner[number] = [c for ch in statement.channels for c in (*self._of(ch), *self._written_to(ch))]
        outer = {n: self._outer(n) or self._citing(n) for n in inner}
        for number in inner:
            self._go_on(number, outer)
        out = []
        for number, statement in enumerate(self._statements):
            chain: dict[str, Carrier] = {}
            medium = self._media.read(statement.source[0]) if statement.source else None
            own = medium.name if medium else ""
            for carrier in (*inner[number], *self._relays[number], *outer[number]):
                if carrier.name not in (own, self._agency_name) and not self._media.is_outlet(carrier.name):
                    chain.setdefault(carrier.name, carrier)
            out.append(replace(statement, via=(*chain.values(), *self._end)))
        return tuple(out)

    def _go_on(self, number: int, outer: dict[int, list[Carrier]]) -> None:
        """Take over who carried the statement before, where the same speaker goes on in the report's own words."""
        statement, held = self._statements[number], self._held
        sentence = self._layout.sentence(statement.start)
        last = max(self._layout.sentence(max(c.end - 1, c.start)) for c in statement.content)
        if self._relays[number] or outer[number]:
            self._held = _Held(self._relays[number], outer[number], statement, self._turns.words(number), last)
            return
        if self._reporting(number) is not None or not statement.source:
            return
        medium = self._media.read(statement.source[0])
        if medium and medium.name:
            if held is None or held.last < sentence:
                told = tokens(self._layout.text, statement.content[0].start, statement.content[-1].end)
                words = {t.low for t in told if t.capital}
                self._held = _Held([], [Carrier(medium.name, (statement.source[0],))], None, words, last)
            return
        self._held = None
        if held is None or statement.act in ("think", "decline", "deny") or sentence - held.last > 1:
            return
        start = self._layout.sentences[held.last].start
        same = self._layout.paragraph(start) == self._layout.paragraph(statement.source[0].start)
        through = () if held.statement is None else held.statement.channels
        goes_on = self._turns.refers(statement.source[0], held.words)
        goes_on = goes_on or (statement.kind == "direct" and self._turns.described(statement.source[0]))
        if same and goes_on and statement.channels in ((), through):
            self._relays[number], outer[number] = list(held.relays), held.outer
            self._held = replace(held, words=held.words | self._turns.words(number), last=last)

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

    def _written_to(self, channel: Channel) -> list[Carrier]:
        """The medium that a letter went to: "an open letter to the daily X"."""
        if channel.kind != "letter":
            return []
        row = tokens(self._layout.text, channel.span.start, channel.span.end)
        to = next((t.end for t in row if t.low == self._layout.language.phrases.to), channel.span.end)
        medium = self._media.read(Span(to, channel.span.end)) if to < channel.span.end else None
        return [Carrier(medium.name, (channel.span,))] if medium and medium.name else []

    def _official(self, channel: Channel) -> str:
        """The words for a state's medium without a name: "state TV"."""
        row = tokens(self._layout.text, channel.span.start, channel.span.end)
        while row and row[0].low in self._layout.language.phrases.determiners:
            row = row[1:]
        if not any(t.low in self._layout.language.media.official for t in row):
            return ""
        stops = self._layout.language.phrases.stops
        row = row[next((i + 1 for i in range(len(row) - 1, -1, -1) if row[i].low in stops), 0) :]
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
        if owner is not None and self._frames.anchors[owner].start > span.end:
            row = tokens(self._layout.text, span.end, self._frames.anchors[owner].start)
            clauses = self._layout.language.phrases.clauses
            owner = None if any(a.word == "," and b.low in clauses for a, b in pairwise(row)) else owner
        return inside or ([owner] if owner is not None else [])

    def _outer(self, number: int) -> list[Carrier]:
        """The media that report the statement in the report's own words: "Interfax quoted him as saying"."""
        out: list[Carrier] = []
        home, seen = self._reporting(number), {number}
        while home is not None and home not in seen:
            seen.add(home)
            source = self._statements[home].source
            if self._statements[home].act == "ask":
                break
            medium = (self._media.read(source[0]) or self._printed(source[0])) if source else None
            if medium and (name := medium.name or self._official(Channel(medium.kind, "", source[0]))):
                out.append(Carrier(name, (source[0],)))
            home = self._reporting(home)
        return out

    def _printed(self, source: Span) -> Medium | None:
        """The medium that a report stands in that is the source: "according to a report in X"."""
        row = tokens(self._layout.text, source.start, source.end)
        at = next((t.end for t in row if t.low in self._layout.language.channels.prepositions["press"]), source.end)
        medium = self._media.read(Span(at, source.end)) if at < source.end else None
        return medium if medium and medium.name else None

    def _citing(self, number: int) -> list[Carrier]:
        """The medium that cites the source beside what it says itself: "X reported, citing an aide, ..."."""
        words = self._layout.language.channels
        cue = self._statements[number].cue
        first = tokens(self._layout.text, cue[0].start, cue[0].end)[0].low if cue else ""
        if first not in words.quoting or not first.endswith(words.gerund):
            return []
        sources = [self._statements[n].source for n in self._frames.peers(number) if n != number]
        read = [(source[0], self._media.read(source[0])) for source in sources if source]
        return [Carrier(medium.name, (span,)) for span, medium in read if medium and medium.name][:1]

    def _reporting(self, number: int) -> int | None:
        """The statement that reports this one."""
        parent = self._numbers.get(self._statements[number].parent)
        return self._frames.homes[number] if parent is None else parent

    def _agency(self) -> str:
        """The agency that the report came from, by its dateline or its credits; empty where that is the outlet."""
        report = self._layout.report
        named = report.dateline.credit if report.dateline else ""
        credits = [named, *(self._credited(block.span.of(report.text)) for block in report.blocks_of("credit"))]
        headed = [b.span.of(report.text) for b in report.blocks if b.kind in _HEADS and b.span.start < self._body()]
        credits += [self._credited(line) for line in headed if len(line.split()) <= _HEAD_WORDS]
        credits.append(self._signed())
        anonymous = self._layout.language.media.anonymous
        return next((n for n in credits if n and n.casefold() not in anonymous and not self._media.is_outlet(n)), "")

    def _signed(self) -> str:
        """The agency that the report's last lines name: in brackets, behind a dash, or as whose it is."""
        for block in self._layout.report.blocks[-_LAST_BLOCKS:]:
            line = block.span.of(self._layout.text)
            sourced = re.search(self._layout.language.media.sourced, line)
            signed = _SIGNED.search(line)
            name = next(filter(None, signed.groups())) if signed else ""
            framed = line if _FRAMED.match(line) and len(line.split()) <= _LINE_WORDS else name
            found = sourced[1] if sourced else self._credited(framed) or (name if self._speaks_of(name) else "")
            if found:
                return str(found)
        return ""

    def _body(self) -> int:
        """Where the report's first paragraph begins."""
        return next((b.span.start for b in self._layout.report.blocks if b.kind == "paragraph"), 0)

    def _speaks_of(self, name: str) -> bool:
        """Whether the report says of a name that it was told something, or saw it: it is not the writer's."""
        words = self._layout.language.channels.telling | {self._layout.language.address.by}
        text = self._layout.text if name else ""
        found = (m.start() for m in re.finditer(rf"\b{re.escape(name)}\b", text))
        before = (tokens(text, max(at - _NEAR, 0), at)[-1:] for at in found)
        return any(row and row[0].low in words for row in before)

    def _credited(self, line: str) -> str:
        """The agency named in a credit line: a known one, or a part of the line that reads like one's name."""
        anonymous = self._layout.language.media.anonymous
        for part in _PART.findall(line):
            found = list(_NAME_WORD.finditer(part))
            for start in range(len(found)):
                for end in range(min(len(found), start + _NAME_WORDS), start, -1):
                    name: str = part[found[start].start() : found[end - 1].end()]
                    opened = name[0].isupper() and found[start][0].casefold() not in anonymous
                    if opened and (self._known(name) or self._looks_like_agency(name)):
                        return name
        return ""

    def _known(self, name: str) -> bool:
        language = self._layout.language
        return name.casefold() in language.agencies - language.media.anonymous

    def _looks_like_agency(self, name: str) -> bool:
        row, media = _NAME_WORD.findall(name), self._layout.language.media
        if len(row) == 1:
            return row[0].casefold().endswith(media.wires) and row[0].casefold() not in media.wires
        return all(w[0].isupper() for w in row) and any(w in media.credits for w in row)
