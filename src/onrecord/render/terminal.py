"""A ledger for the terminal: one line a statement, readable at a glance and without colour."""

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from onrecord.model.attribution import Kind, Tier, Unresolved
from onrecord.model.ledger import Ledger
from onrecord.model.profile import profile
from onrecord.model.report import BlockKind
from onrecord.render.cards import NOBODY, Card, Places, cards, counts, facts, nested, nothing_found, printable
from onrecord.render.marked import marked_spans
from onrecord.render.shares import lines as shares

_GAP = 2
#: Columns of a terminal that has room for when and where a thing was said.
_ROOMY = 100
#: Steps to the right at most, however deep a statement is nested.
_STEPS = 3
_SHORT: dict[BlockKind, str] = {
    "headline": "head",
    "subheading": "sub",
    "caption": "cap",
    "correction": "corr",
}
_QUOTATION_MARKS = "\"'“”„‟‘’‚«»‹› "
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of the view. ``legend`` explains them."""

    kind: dict[Kind, str]
    tier: dict[Tier, str]
    unresolved: dict[Unresolved, str]
    nested: str
    paragraph: str
    flag: str
    cut: str
    dot: str
    nobody: str

    @property
    def legend(self) -> list[str]:
        """Each sign with what it means; those that every ledger has come first."""
        named = [
            *((self.kind[kind], kind) for kind in self.kind),
            *((self.tier[tier], tier) for tier in self.tier),
            (self.paragraph, "paragraph"),
            *((self.unresolved[why], f"{why} source") for why in self.unresolved),
            (self.nested, "said inside the one above"),
        ]
        return [f"{sign} {name}" for sign, name in named]


UNICODE = Signs(
    kind={"direct": "“", "indirect": "~", "mixed": "“~"},
    tier={"sure": "●", "check": "○"},
    unresolved={"unnamed": "◇", "unclear": "?"},
    nested="└",
    paragraph="¶",
    flag="⚑",
    cut="…",
    dot="·",
    nobody=NOBODY,
)
ASCII = Signs(
    kind={"direct": '"', "indirect": "~", "mixed": '"~'},
    tier={"sure": "*", "check": "?"},
    unresolved={"unnamed": "#", "unclear": "?"},
    nested=">",
    paragraph="P",
    flag="!",
    cut="...",
    dot="|",
    nobody="-",
)


def ledger_text(ledger: Ledger, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The ledger as lines of at most ``width`` columns, each ended by a newline.

    Args:
        ledger: what to show.
        width: columns of the terminal; wide (CJK) characters take two, combining ones none.
        encoding: of the output. Where it lacks the view's signs, ASCII ones stand for them; characters of the
            report that it lacks become question marks.
        colour: whether to style with ANSI sequences. Nothing depends on them.
    """
    return _View(width, *_signs(encoding), colour).ledger(ledger)


def legend(*, width: int = 80, encoding: str = "utf-8") -> str:
    """Lines that explain the signs of ``ledger_text``; they are needed once for any number of ledgers."""
    signs, _ = _signs(encoding)
    return "".join(f"{line}\n" for line in _packed(signs.legend, "   ", width, signs.cut))


def _packed(parts: Iterable[str], between: str, width: int, cut: str) -> list[str]:
    """The parts in lines of at most ``width`` columns, with ``between`` between two; none is torn."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and columns(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(fit(part, width, cut))
    return lines


def _signs(encoding: str) -> tuple[Signs, str]:
    """The signs that an encoding can show, and a codec for the report's words."""
    try:
        "".join([*UNICODE.legend, UNICODE.flag, UNICODE.cut, UNICODE.nobody]).encode(encoding)
    except UnicodeEncodeError:
        return ASCII, encoding
    except LookupError:
        return ASCII, "ascii"
    return UNICODE, encoding


@dataclass(frozen=True, slots=True)
class _View:
    width: int
    signs: Signs
    codec: str
    colour: bool

    def ledger(self, ledger: Ledger) -> str:
        report, listed = ledger.report, cards(ledger)
        lines = [
            self.style(self.fit(self.clean(report.headline)), bold=True),
            self.style(self.fit(self.dotted(facts(report))), dim=True),
            self.fit(self.dotted(counts(listed).parts) if listed else nothing_found(ledger)),
            *(self.table(nested(listed)) if listed else ()),
            *self.flags(ledger),
            *self.profile(ledger),
        ]
        return "".join(f"{line}\n" for line in lines if line)

    def table(self, listed: tuple[Card, ...]) -> list[str]:
        """The statements in columns that are as wide as their words need and the terminal allows."""
        signs = self.signs
        sign = max(len(signs.kind[card.kind]) for card in listed)
        roomy = self.width >= _ROOMY and any(card.context.briefly for card in listed)
        rows = [
            (
                _SHORT.get(card.place, card.place) if isinstance(card.place, str) else str(card.place),
                self.before(card),
                signs.nobody if card.who == NOBODY else self.clean(card.who),
                self.verb(card),
                f"{signs.kind[card.kind]:{sign}} {self.what(card)}",
                self.clean(card.context.briefly) if roomy else "",
                signs.tier[card.tier],
            )
            for card in listed
        ]
        rows.insert(0, (signs.paragraph, "", "WHO", "VERB", "WHAT", "WHEN, WHERE" if roomy else "", " "))
        place, _, _, verb, what, when, _ = (max(map(columns, column)) for column in zip(*rows, strict=True))
        who = max(columns(before + name) for _, before, name, *_ in rows)
        gaps = (5 if roomy else 4) * _GAP
        room = max(self.width - place - 1 - gaps, 0)
        who = min(who, max(6, room * 3 // 10))
        verb = min(verb, max(4, room // 5))
        when = min(when, max(11, room // 5)) if roomy else 0
        what = min(what, max(1, room - who - verb - when))
        lines = []
        for n, (at, before, called, cue, words, brief, tier) in enumerate(rows):
            left = max(who - columns(before), 0)
            people = [self.clean(party.label) for party in listed[n - 1].context.speakers] if n else []
            name = together(people, left, signs.cut) if len(people) > 1 else shorten(called, left, signs.cut)
            cells = (
                pad(at, place),
                fit(before, who, "") + self.style(pad(name, left), bold=n > 0),
                self.style(pad(fit(cue, verb, signs.cut), verb), dim=n > 0),
                pad(fit(words, what, signs.cut), what),
                *((self.style(pad(fit(brief, when, signs.cut), when), dim=n > 0),) if roomy else ()),
                tier,
            )
            fits = place + who + verb + what + when + 1 + gaps <= self.width
            line = (" " * _GAP).join(cells) if fits else self.fit(f"{at} {before}{called} {cue} {words}")
            lines.append(line.rstrip())
        return lines

    def before(self, card: Card) -> str:
        """What stands before the speaker: the place under the statement above, and why there is no name."""
        depth = min(card.depth, _STEPS)
        step = f"{' ' * (2 * depth - 2)}{self.signs.nested} " if depth else ""
        why = self.signs.unresolved.get(card.unresolved, "")
        return f"{step}{why} " if why else step

    def verb(self, card: Card) -> str:
        """The words that report the saying; where there are none, what is done in it."""
        return self.clean(card.verb) or (f"({card.doing})" if card.doing else "")

    def what(self, card: Card) -> str:
        """The content; a direct one without the quotation marks around it, which its sign already shows."""
        words = self.clean(card.what)
        return words.strip(_QUOTATION_MARKS) or words if card.kind == "direct" else words

    def flags(self, ledger: Ledger) -> list[str]:
        lines: list[str] = []
        where = Places(ledger.report)
        for flag in ledger.flags:
            at = [place for place in where.of_all(marked_spans(flag)) if isinstance(place, int)]
            place = f"{self.signs.paragraph}{at[0]} " if at else ""
            text = f"{self.signs.flag} {place}{self.clean(flag.message)}"
            folded = textwrap.wrap(text, max(self.width, 3), subsequent_indent="  ")
            lines.extend(self.style(self.fit(line), fg="yellow") for line in folded)
        return lines

    def profile(self, ledger: Ledger) -> list[str]:
        """Whose the report's words are; parts for which there is no room are left out."""
        signs, listed = self.signs, shares(profile(ledger))
        width = max((len(name) for name, _ in listed), default=0) + _GAP
        lines = []
        for name, parts in listed:
            first, *_ = _packed(map(self.clean, parts), f" {signs.dot} ", max(self.width - width, 1), signs.cut)
            lines.append(self.style(self.fit(f"{name:{width}}{first}"), dim=True))
        return lines

    def dotted(self, parts: tuple[str, ...]) -> str:
        return f" {self.signs.dot} ".join(self.clean(part) for part in parts)

    def fit(self, text: str) -> str:
        return fit(text, self.width, self.signs.cut)

    def clean(self, text: str) -> str:
        """``text`` on one line, with nothing in it that could steer the terminal or that it lacks."""
        shown = " ".join(printable(text).split())
        if self.signs is ASCII:
            shown = shown.translate(_PLAIN)
        return shown.encode(self.codec, "replace").decode(self.codec)

    def style(self, text: str, **how: bool | str) -> str:
        return click.style(text, **how) if self.colour and text else text  # type: ignore[arg-type]


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    # The vowels and finals of decomposed Hangul join the syllable before them.
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    """``text`` with blanks up to ``width`` columns."""
    return text + " " * (width - columns(text))


def fit(text: str, width: int, cut: str = "…") -> str:
    """``text`` in at most ``width`` columns: its beginning, then ``cut``, where it is longer."""
    if columns(text) <= width:
        return text
    cut = cut[: max(width, 0)]
    return _head(text, width - columns(cut)).rstrip(" ,;") + cut


def shorten(name: str, width: int, cut: str = "…") -> str:
    """A speaker's words in at most ``width`` columns, cut where the name in them survives.

    "Ilse Varga, the guild's chairwoman" loses what follows the name, "Deputy Harbour Minister Tomasz Oreld"
    some of what precedes it; words without a name at either end lose their end.
    """
    if columns(name) <= width:
        return name
    before, comma, _ = name.partition(",")
    if comma and before.istitle() and columns(before + cut) <= width:
        return before + cut
    words = name.split()
    kept = 2 if words[-2:-1] and words[-2].istitle() else 1
    tail = " ".join(words[-kept:])
    room = width - columns(tail) - columns(cut)
    # After a short word ("of", "in", "von") stands a place or part of a longer name.
    belongs = words[-kept - 1 : -kept] and words[-kept - 1].islower() and len(words[-kept - 1]) < 4
    if not tail.istitle() or belongs or room < 0:
        return fit(name, width, cut)
    return f"{_head(name, room - 1).rstrip()}{cut} {tail}" if room > 4 else cut + tail


def together(names: Sequence[str], width: int, cut: str = "…") -> str:
    """Several speakers' names in at most ``width`` columns: the first, and how many there are besides."""
    whole, others = " & ".join(names), f" +{len(names) - 1}"
    if columns(whole) <= width:
        return whole
    return fit(shorten(names[0], max(width - columns(others), 0), cut) + others, width, cut)


def _head(text: str, width: int) -> str:
    used = 0
    for n, character in enumerate(text):
        used += _columns_of(character)
        if used > width:
            return text[:n]
    return text
