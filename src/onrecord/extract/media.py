"""Newspapers, broadcasters and agencies: what kind a medium is, and its name, from the words of a report."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.extract.layout import Layout
from onrecord.extract.tokens import Token, tokens
from onrecord.model.attribution import Channel, ChannelKind
from onrecord.model.span import Span

#: What may stand before a name: a mark, or the time of an entry in a live report.
_BEFORE = re.compile(r"[“”\"„«»‘’']|\d\d?[.:]\d\d")
#: What goes on with a name that ends before it.
_PARTNER = re.compile(r" & [A-ZÀ-ÖØ-Þ]\w+")
_MARKS = "“”\"„«»‘’'"
_POSSESSIVE = re.compile(r"[’']s?$")
#: How many words a name has at most, and how far from it its description ends.
_NEAR = 8


class _Seen(NamedTuple):
    """A named medium where it stands: ``words`` are those before its name, ``paragraph`` the number of its own."""

    at: int
    medium: "Medium"
    words: frozenset[str]
    paragraph: int


class Medium(NamedTuple):
    """A medium: its name as written, without an article; empty where only its kind is said."""

    kind: ChannelKind
    name: str


@lru_cache(maxsize=1)
def media_of(layout: Layout) -> "Media":
    """The media of a report: read once for all that ask, and forgotten with the next report."""
    return Media(layout)


class Media:
    """Reads noun phrases that stand for media. Names that the report describes once are known all through it."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._words = layout.language.media
        self._outlet = _bare(layout.report.outlet)
        self._known: dict[str, ChannelKind] = {}
        self._places = frozenset(match[1] for match in re.finditer(self._words.places, layout.text))
        ours = (w for w in layout.language.channels.ourselves if re.search(rf"\b{w}\b", layout.text))
        kinds = {self._words.nouns[noun] for w in ours if (noun := w.rpartition(" ")[2]) in self._words.nouns}
        self._own_words = kinds.pop() if len(kinds) == 1 else None
        self._openings = {noun.partition(" ")[0] for noun in self._words.nouns}
        rows: list[list[Token]] = [[] for _ in layout.paragraphs]
        for sentence, row in zip(layout.sentences, layout.rows, strict=True):
            rows[layout.paragraph(sentence.start)].extend(row)
        for row in rows:
            self._learn(row)
        self._seen = [seen for number, row in enumerate(rows) for seen in self._named(row, number)]

    def _learn(self, row: Sequence[Token]) -> None:
        """Take note of "the newspaper X", "the X newspaper" and "X, a private station"."""
        for at in range(len(row)):
            length, kind = self._noun(row, at)
            if row[at].low in self._words.pieces:
                self._learn_home(row, at + 1)
            if kind is None:
                continue
            start = at + length
            name = self._run(row, start + (start < len(row) and row[start].word in _MARKS))
            if not name and at > 0 and row[at - 1].word in _MARKS:
                name = self._run_before(row, at - 1)
            if not name:
                comma = next((i for i in range(at - 1, max(at - _NEAR, 0), -1) if row[i].word == ","), None)
                opens = comma is not None and row[comma + 1].low in self._layout.language.phrases.determiners
                name = self._run_before(row, comma) if opens and comma is not None else []
            while name and self._beside_name(name[0]):
                name = name[1:]
            if name and not self.is_place(" ".join(t.word for t in name)):
                self._known.setdefault(_bare(" ".join(t.word for t in name)), kind)

    def _learn_home(self, row: Sequence[Token], at: int) -> None:
        """Take note of where a piece of writing stands: "a column for X", "an article in Monday's X"."""
        if at >= len(row) or row[at].low not in self._words.in_print:
            return
        at += 1
        while at < len(row) and (row[at].low in self._words.owners or _POSSESSIVE.search(row[at].word)):
            at += 1
        name = self._run(row, at)
        if name and not self.is_place(name[0].word):
            self._known.setdefault(_bare(self._text(name)), "press")

    def _named(self, row: Sequence[Token], paragraph: int) -> Iterator[_Seen]:
        """The media that are named in a paragraph."""
        phrases = self._layout.language.phrases
        at = 0
        while at < len(row):
            closed = row[at].low in phrases.stops or row[at].low in phrases.determiners
            run = [] if closed or not row[at].capital else self._run(row, at)
            medium = self._by_name(run) if run else None
            if medium:
                words = frozenset(t.low for t in row[max(at - _NEAR, 0) : at])
                yield _Seen(run[0].start, medium, words, paragraph)
            at += max(len(run), 1)

    def read(self, span: Span) -> Medium | None:
        """The medium that the noun phrase at ``span`` stands for, if it does: by its name, or by that of one that the
        report has named before and that "the paper" points back to."""
        found = self._read(span)
        return found if found and found.name else self._meant(span) or found

    def titled(self, row: Sequence[Token], at: int) -> Span | None:
        """The title between quotation marks that begins at ``row[at]``: "on “Good Morning, X”"."""
        if at + 1 >= len(row) or row[at].word not in _MARKS or not row[at + 1].capital:
            return None
        phrases = self._layout.language.phrases
        for end in range(at + 1, min(len(row), at + _NEAR)):
            token = row[end]
            if token.word in _MARKS:
                return Span(row[at + 1].start, row[end - 1 - (row[end - 1].word == ",")].end)
            within = token.capital or token.word == ","
            if not within and token.low not in phrases.determiners and token.low not in phrases.stops:
                break
        return None
        return None

    def official(self, span: Span) -> bool:
        """Whether a phrase stands for a state's medium: "state television"."""
        row = tokens(self._layout.text, span.start, span.end)
        return row[-1].low in self._words.nouns and any(t.low in self._words.official for t in row)

    def _meant(self, span: Span) -> Medium | None:
        """The named medium that a definite description stands for: "the paper", "the same station", "the X daily"."""
        row = tokens(self._layout.text, span.start, span.end)
        words, people = self._words, self._layout.language.people
        if span.of(self._layout.text).lower() in self._layout.language.channels.ourselves:
            return None
        definite = bool(row) and row[0].low in people.determiners and row[0].low not in people.indefinite
        row = row[definite:]
        while row and row[0].low in self._layout.language.channels.same:
            row = row[1:]
        hints = {t.low for t in row[:-1]}
        placed = all(self._demonym(t) or self.is_place(t.word) for t in row[:-1])
        kind = words.nouns.get(row[-1].low) if row else None
        if kind is None or not placed or not (definite or hints) or row[-1].word[0].isupper():
            return None
        here = self._layout.paragraph(span.start)
        fits = [s for s in self._seen if s.medium.kind == kind and (s.at < span.start or here < self._layout.lead)]
        hinted = [s for s in fits if hints and hints <= s.words]
        if hinted:
            return (hinted[0] if here < self._layout.lead else hinted[-1]).medium
        near = [s for s in fits if s.at < span.start and here - s.paragraph <= 1]
        return near[-1].medium if near else None

    def is_place(self, word: str) -> bool:
        """Whether a name is that of a place, as far as it can be told: a known city, or one that something is in."""
        return word.casefold() in self._layout.language.cities or word in self._places

    def _read(self, span: Span) -> Medium | None:
        longer = _PARTNER.match(self._layout.text, span.end)
        row = tokens(self._layout.text, span.start, longer.end() if longer else span.end)
        phrases = self._layout.language.phrases
        while row and (row[0].low in phrases.determiners or _BEFORE.fullmatch(row[0].word)):
            row = row[1:]
        comma = next((i for i, t in enumerate(row) if t.word == ","), len(row))
        first, second = row[:comma], self._run(row, comma + 1)
        led = next((i for i, t in enumerate(first) if t.low in phrases.stops or t.low == phrases.genitive), 0)
        if led and not first[led - 1].capital and not self._of_medium(first[:led]):
            return None  # "a poll for the weekly X"
        found = (self._described(first) or self._by_name(first)) if first else None
        if found and not found.name and second:  # "a local station, Radio X"
            return Medium(found.kind, self._text(second))
        return found

    def _described(self, row: Sequence[Token]) -> Medium | None:
        """A medium with a noun that says so: "the private broadcaster X", "state television", "the X news agency"."""
        for at in range(len(row)):
            length, kind = self._noun(row, at)
            if kind is None or (at and row[at].capital and row[at - 1].capital and not self._demonym(row[at - 1])):
                continue
            rest = [t for t in row[at + length :] if t.word not in _MARKS]
            name = self._run(rest, 0)
            if len(rest) > len(name):
                continue  # "a radio presenter", "the newspaper editor X"
            if not name:
                timed = row[at].low in self._layout.language.channels.parts_of_day
                name = self._proper(row[: at + timed])
            trade = any(t.low in self._words.trade for t in row[:at])
            if row[at].low in self._words.weak and length == 1 and not name and not trade:
                continue
            ours = next((t for t in row[:at] if _POSSESSIVE.search(t.word) and self.is_outlet(_stripped(t).word)), None)
            return Medium(kind, self._text([_stripped(ours)] if ours else name))
        return None

    def _of_medium(self, row: Sequence[Token]) -> bool:
        """Whether a phrase before a preposition is a part of a medium: "Monday's edition", "the website"."""
        row = [t for t in row if t.low not in self._layout.language.phrases.participles]
        return bool(row) and (row[-1].low in self._words.nouns or row[-1].low in self._words.issues)

    def _by_name(self, row: Sequence[Token]) -> Medium | None:
        """A medium that is only named."""
        row = [t for t in row if t.word not in _MARKS]
        while row and self._beside_name(row[0]):
            row = row[1:]
        name = self._run(row, 0)
        if not name or len(name) < len(row):
            return None
        name = self._owned(name)
        words = self._text(name)
        folded = _bare(words)
        kind = self._known.get(folded) or self._agency(folded) or self._by_word(name)
        if kind is None:
            kind = next((k for known, k in self._known.items() if self._shortened(folded, known)), None)
        if kind is None and self.is_outlet(words) and folded not in self._layout.language.address.people:
            kind = self.outlet_kind()
        return Medium(kind, words) if kind else None

    def _shortened(self, folded: str, known: str) -> bool:
        """Whether a name is the first part of a known one: "L'Écho" for "L'Écho du Lac"."""
        rest = known.removeprefix(folded).split()
        return known.startswith(f"{folded} ") and bool(rest) and rest[0] in self._words.within_names

    def _beside_name(self, token: Token) -> bool:
        """Whether a word before a name is no part of it: "state-run", "Brussels-based"."""
        if not token.capital:
            return token.low not in self._words.within_names
        return "-" in token.word and token.low.rpartition("-")[2] in self._words.compounds

    def _agency(self, folded: str) -> ChannelKind | None:
        known = folded in self._layout.language.agencies and folded not in self._words.not_agencies
        return "agency" if known else None

    def _by_word(self, name: Sequence[Token]) -> ChannelKind | None:
        """The kind by a word of the name ("Radio", "Gazette"), where it cannot be somebody's family name."""
        if not name:
            return None
        text = self._layout.text
        article = bool(re.search(r"\b[Tt]he\s$", text[max(name[0].start - 5, 0) : name[0].start]))
        for at, token in enumerate(name):
            word = token.word.rstrip("0123456789")
            kind = self._words.names.get(word) or self._words.names.get(word.rpartition("-")[2])
            if kind == "press" and len(name) == 2 and at == 1 and not article and not self._foreign(name[0]):
                continue
            if kind is not None:
                return kind
        sign = re.fullmatch(self._words.call_signs, self._text(name))
        return "broadcast" if sign else self._by_ending(name[-1])

    def _by_ending(self, token: Token) -> ChannelKind | None:
        """The kind by the end of a name's last word ("Morgenpost")."""
        low = token.low
        fits = (kind for end, kind in self._words.endings.items() if low.endswith(end) and len(low) > len(end) + 2)
        return next(fits, None)

    def _foreign(self, token: Token) -> bool:
        return token.low in self._words.within_names or token.word in self._words.names or token.low == "the"

    def _noun(self, row: Sequence[Token], at: int) -> tuple[int, ChannelKind | None]:
        """The length and kind of the media noun at ``row[at]``, in small letters but for "TV"."""
        if row[at].low not in self._openings or (row[at].capital and not row[at].word.isupper()):
            return 0, None
        for length in (2, 1):
            kind = self._words.nouns.get(" ".join(t.low for t in row[at : at + length]))
            if kind is not None and len(row) >= at + length:
                return length, kind
        return 0, None

    def _run(self, row: Sequence[Token], at: int) -> list[Token]:
        """The capitalised words from ``row[at]`` on, with small ones between them that stand within names."""
        out: list[Token] = []
        while at < len(row) and len(out) < _NEAR:
            capital = row[at].capital or (bool(out) and row[at].low.startswith(self._words.prefixes))
            small = 0 if capital else self._small(row, at)
            if not capital and not (small and out):
                break
            out.extend(row[at : at + small + 1])
            at += small + 1
        return out

    def _small(self, row: Sequence[Token], at: int) -> int:
        """How many small words of a name stand at ``row[at]`` before a capitalised one: "of", "de la", "of the"."""
        phrases = self._layout.language.phrases
        for length in (1, 2):
            if at + length >= len(row) or not row[at + length].capital:
                continue
            first, last = row[at], row[at + length - 1]
            article = last.low in phrases.determiners and last.low not in phrases.alone
            of = length == 2 and first.low == phrases.genitive and article
            if of or all(t.low in self._words.within_names for t in (first, last)):
                return length
        return 0

    def _run_before(self, row: Sequence[Token], end: int) -> list[Token]:
        """The capitalised words that end before ``row[end]``."""
        start = end
        while start > max(end - _NEAR, 0):
            within = row[start - 1].capital or row[start - 1].low in self._words.within_names
            step = 1 if within else 2
            if not within and (start < 3 or self._small(row, start - 2) != step):
                break
            start -= step
        while start < end and not row[start].capital:
            start += 1
        first = start + (
            start < end and (row[start].low == "the" or row[start].low in self._layout.language.phrases.stops)
        )
        return self._owned(list(row[first:end]))

    def _proper(self, row: Sequence[Token]) -> list[Token]:
        """The name at the end of what stands before a media noun, without a country's adjective."""
        end = len(row)
        while end and (row[end - 1].low in self._words.trade or row[end - 1].word in _MARKS):
            end -= 1
        name = self._run_before(row, end)
        if end < len(row) and not any(row[i].word in _MARKS for i in range(end, len(row))):
            following = row[end].low
            if following in self._words.official:
                return []
        while name and (self._demonym(name[0]) or self._beside_name(name[0])):
            name = name[1:]
        if self.is_place(" ".join(t.word for t in name)):
            return []
        if name and _POSSESSIVE.search(name[-1].word):  # "Radio X's breakfast programme", but "Iran's news agency"
            known = _bare(self._text(name)) in self._known
            daily = end < len(row) and row[end].low in self._layout.language.channels.parts_of_day
            return name if known or daily or self._by_word(name[:-1]) or self._by_word([_stripped(name[-1])]) else []
        return name

    def _owned(self, name: list[Token]) -> list[Token]:
        """Without an owner before it ("Vienna's Radio X"), unless the owner is the medium ("Radio X's Today")."""
        for at, token in enumerate(name[:-1]):
            if _POSSESSIVE.search(token.word) and len(token.word) > 2:
                owner = [*name[:at], _stripped(token)]
                return owner if self._by_word(owner) or self.is_outlet(self._text(owner)) else name[at + 1 :]
        return name

    def _demonym(self, token: Token) -> bool:
        return token.word in self._words.demonyms or token.low.endswith(self._words.demonym_endings)

    def _text(self, name: Sequence[Token]) -> str:
        if not name:
            return ""
        words = self._layout.text[name[0].start : name[-1].end]
        return " ".join(_POSSESSIVE.sub("", words).split())

    def is_outlet(self, name: str) -> bool:
        """Whether a name stands for the outlet of the report: its own, its first or last words, or its initials."""
        folded = _bare(name)
        if not folded or not self._outlet or (self.is_place(name) and folded != self._outlet):
            return False
        initials = "".join(w[0] for w in re.findall(r"\w+", self._layout.report.outlet) if w[0].isupper())
        within = re.search(rf"(?:^|\W){re.escape(folded)}$|^{re.escape(folded)}(?:\W|$)", self._outlet)
        in_brackets = f"({folded})" in self._outlet
        return bool(within) or in_brackets or (len(folded) > 1 and folded == initials.lower())

    def outlet_kind(self) -> ChannelKind:
        """What kind of medium the outlet is, by its name; a newspaper or site where the name does not say."""
        report = self._layout.report
        row = tokens(report.outlet, 0, len(report.outlet))
        if report.dateline and report.dateline.credit and self.is_outlet(report.dateline.credit):
            return "agency"
        kinds = (self._words.names.get(t.word) or self._words.nouns.get(t.low) for t in row)
        named = next((kind for kind in kinds if kind), None)
        credit = any(t.word in self._words.credits for t in row)
        return named or ("agency" if credit else self._own_words or "press")

    def ours(self, channel: Channel) -> bool:
        """Whether a channel is the outlet of the report."""
        words = channel.span.of(self._layout.text).lower()
        return self.is_outlet(channel.name) or words in self._layout.language.channels.ourselves

    def ourselves(self, words: str) -> ChannelKind:
        """What kind of medium the outlet is where it speaks of itself: "this programme"."""
        return self._words.nouns.get(words.rpartition(" ")[2].lower()) or self.outlet_kind()


def _stripped(token: Token) -> Token:
    word = _POSSESSIVE.sub("", token.word) or token.word
    return Token(token.start, token.start + len(word), word, word.lower())


def _bare(name: str) -> str:
    folded = " ".join(name.casefold().split())
    return folded.removeprefix("the ")
