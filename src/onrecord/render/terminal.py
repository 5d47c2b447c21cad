"""A ledger for the terminal: one line a statement, readable at a glance and without colour."""

import textwrap
import unicodedata
from dataclasses import dataclass

import click

from onrecord.model.attribution import Kind, Tier
from onrecord.model.ledger import Ledger
from onrecord.model.report import BlockKind
from onrecord.render.cards import NOBODY, Card, Places, cards, counts, facts, nothing_found, printable
from onrecord.render.marked import marked_spans

_GAP = 2
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
    paragraph: str
    flag: str
    cut: str
    dot: str
    nobody: str

    @property
    def legend(self) -> str:
        """One line that says what the signs mean."""
        named = [
            *((self.kind[kind], kind) for kind in self.kind),
            *((self.tier[tier], tier) for tier in self.tier),
        ]
        return "   ".join(f"{sign} {name}" for sign, name in [*named, (self.paragraph, "paragraph")])


UNICODE = Signs(
    kind={"direct": "“", "indirect": "~", "mixed": "“~"},
    tier={"sure": "●", "check": "○"},
    paragraph="¶",
    flag="⚑",
    cut="…",
    dot="·",
    nobody=NOBODY,
)
ASCII = Signs(
    kind={"direct": '"', "indirect": "~", "mixed": '"~'},
    tier={"sure": "*", "check": "?"},
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
    """The line that explains the signs of ``ledger_text``; it is needed once for any number of ledgers."""
    signs, _ = _signs(encoding)
    return fit(signs.legend, width, signs.cut).rstrip() + "\n"


def _signs(encoding: str) -> tuple[Signs, str]:
    """The signs that an encoding can show, and a codec for the report's words."""
    try:
        (UNICODE.legend + UNICODE.flag + UNICODE.cut + UNICODE.nobody).encode(encoding)
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
            *(self.table(listed) if listed else ()),
            *self.flags(ledger),
        ]
        return "".join(f"{line}\n" for line in lines if line)

    def table(self, listed: tuple[Card, ...]) -> list[str]:
        """The statements in columns that are as wide as their words need and the terminal allows."""
        signs = self.signs
        sign = max(len(signs.kind[card.kind]) for card in listed)
        rows = [
            (
                _SHORT.get(card.place, card.place) if isinstance(card.place, str) else str(card.place),
                signs.nobody if card.who == NOBODY else self.clean(card.who),
                self.clean(card.verb),
                f"{signs.kind[card.kind]:{sign}} {self.what(card)}",
                signs.tier[card.tier],
            )
            for card in listed
        ]
        rows.insert(0, (signs.paragraph, "WHO", "VERB", "WHAT", " "))
        place, who, verb, what, _ = (max(map(columns, column)) for column in zip(*rows, strict=True))
        room = max(self.width - place - 1 - 4 * _GAP, 0)
        who = min(who, max(6, room * 3 // 10))
        verb = min(verb, max(4, room // 5))
        what = min(what, max(1, room - who - verb))
        lines = []
        for n, (at, name, cue, words, tier) in enumerate(rows):
            cells = (
                pad(at, place),
                self.style(pad(shorten(name, who, signs.cut), who), bold=n > 0),
                self.style(pad(fit(cue, verb, signs.cut), verb), dim=n > 0),
                pad(fit(words, what, signs.cut), what),
                tier,
            )
            needed = place + who + verb + what + 1 + 4 * _GAP
            line = (" " * _GAP).join(cells) if needed <= self.width else self.fit(f"{at} {name} {cue} {words}")
            lines.append(line.rstrip())
        return lines

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
    return _head(text, width - columns(cut)).rstrip() + cut


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


def _head(text: str, width: int) -> str:
    used = 0
    for n, character in enumerate(text):
        used += _columns_of(character)
        if used > width:
            return text[:n]
    return text
