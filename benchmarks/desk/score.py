"""The desk set: who, through whom, when; on reports of our own (benchmarks/desk/README.md).

``python benchmarks/desk/score.py dev|test [--bundle FOLDER] [--json FILE] [--errors FIELD]``. ``test`` prints totals
only and writes a line to runs.log. ``--agreement`` scores the second hand against the first instead of the program.

Statements are matched one to one with the gold ones, best content overlap first (token Jaccard of at least one half, or
a shared cue word and a shared content word). Printed, over the matched ones unless said otherwise:

  found       F1 of matched statements
  speaker     share with the right speakers, or rightly none
  resolved    share with speakers, of those whose gold has some
  sure        of all predicted as *sure*: content (Jaccard of one half) and speaker right together; and their share
  channel     F1: same kind, overlapping words
  addressee   F1: overlapping words
  via         share of equal chains (this outlet left out), where either side has one
  said_at     share with the right date or rightly none; dated: the same where either side has one
  act, naming share of equal ones
  parents     F1 of (child, parent), over all statements
  distanced   F1 of spans with a token Jaccard of one half, over whole reports
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.analyse import Analyser
from onrecord.encoder.bundle import SHIPPED
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.readers.base import Hints
from onrecord.readers.registry import read_bytes

sys.path.insert(0, str(Path(__file__).parent))
from check import read, text_of

DESK = Path(__file__).parent
WORD = re.compile(r"\w+|[^\w\s]")
Tokens = frozenset[int]
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution of either side, its spans as sets of word numbers. ``speakers`` are actor ids of its own side."""

    id: str
    source: Tokens
    cue: Tokens
    content: Tokens
    speakers: frozenset[str]
    act: str
    naming: str
    channels: tuple[tuple[str, Tokens], ...]
    addressees: tuple[Tokens, ...]
    via: tuple[str, ...]
    said_at: str | None
    parent: str
    distanced: tuple[Tokens, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a report: its statements, and for each actor everything that it is called."""

    statements: list[Statement]
    actors: dict[str, list[str]]


def normal(words: str) -> str:
    """A name or description as it is compared."""
    folded = re.sub(r"[’']s?$", "", " ".join(words.casefold().replace("’", "'").split()).strip(' ,.;:"“”'))
    return re.sub(r"^(the|a|an) ", "", folded)


class Text:
    """Turns character spans into sets of word numbers."""

    def __init__(self, text: str) -> None:
        self.at = [m.span() for m in WORD.finditer(text)]

    def __call__(self, spans: Iterable[tuple[int, int]]) -> Tokens:
        return frozenset(i for a, b in spans for i, (c, d) in enumerate(self.at) if c < b and a < d)


def gold_side(path: Path) -> Side:
    """An annotation as a Side."""
    text, data = read(path)
    words = Text(text)
    outlet = normal(data["report"]["outlet"])
    statements = [
        Statement(
            s["id"],
            words(s["source"]),
            words(s["cue"]),
            words(s["content"]),
            frozenset(s["speakers"]),
            s["act"],
            s["naming"],
            tuple((c["kind"], words([c["span"]])) for c in s["channels"]),
            tuple(words([span]) for span in s["addressees"]),
            tuple(name for v in s["via"] if (name := normal(v)) != outlet),
            None if s["said_at"] is None else s["said_at"]["date"] or "",
            s["parent"] or "",
            tuple(words([span]) for span in s["distanced"]),
        )
        for s in data["attributions"]
    ]
    return Side(statements, {a["id"]: [*([a["name"]] if a["name"] else []), *a["forms"]] for a in data["actors"]})


def ledger_side(ledger: Ledger) -> Side:
    """A ledger as a Side."""
    text = ledger.report.text
    words = Text(text)

    def tokens(spans: Iterable[Span]) -> Tokens:
        return words((s.start, s.end) for s in spans)

    outlet = normal(ledger.report.outlet)
    statements = [
        Statement(
            a.id,
            tokens(a.source),
            tokens(a.cue),
            tokens(a.content),
            frozenset(a.speakers),
            a.act,
            a.naming,
            tuple((c.kind, tokens([c.span])) for c in a.channels),
            tuple(tokens([to.span]) for to in a.addressees),
            tuple(name for v in a.via if (name := normal(v.name)) != outlet),
            None if a.said_at is None else a.said_at.date,
            a.parent,
            tuple(tokens([span]) for span in a.distanced),
            a.tier == "sure",
        )
        for a in ledger.attributions
    ]
    actors = {actor.id: [actor.name] if actor.name else [] for actor in ledger.actors}
    for mention in ledger.mentions:
        if mention.actor and mention.form != "pronoun":
            actors[mention.actor].append(mention.span.of(text))
    return Side(statements, actors)


def same_actors(one: Side, other: Side) -> dict[str, str]:
    """For each actor of ``one`` the actor of ``other`` that it is, by what they are called; absent where none is."""
    out = {}
    called = {id: Counter(map(normal, forms)) for id, forms in other.actors.items()}
    for id, forms in one.actors.items():
        mine = Counter(map(normal, forms))
        shared = {o: sum(1 for form in mine if form in theirs) for o, theirs in called.items()}
        best = max(shared, key=lambda o: (shared[o], o), default=None)
        if best is not None and shared[best]:
            out[id] = best
            continue
        inside = {
            o
            for o, theirs in called.items()
            if any(set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()) for a in mine for b in theirs)
        }
        if len(inside) == 1:
            out[id] = inside.pop()
    return out


def jaccard(a: Tokens, b: Tokens) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def matched(gold: Side, said: Side) -> list[tuple[Statement, Statement]]:
    """One-to-one pairs (gold, said)."""
    pairs = sorted(
        (
            (jaccard(g.content, s.content), jaccard(g.cue, s.cue), -i, -j)
            for i, g in enumerate(gold.statements)
            for j, s in enumerate(said.statements)
            if g.content & s.content and (jaccard(g.content, s.content) >= 0.5 or g.cue & s.cue)
        ),
        key=lambda row: (row[0] + row[1], *row),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((gold.statements[-i], said.statements[-j]))
    return out


class Tally:
    """Counts for shares and F1s, and what went wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.of: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.errors: list[tuple[str, str]] = []

    def share(self, name: str, right: bool, note: Callable[[], str] = str) -> None:
        self.of[name] += 1
        self.right[name] += right
        if not right:
            self.errors.append((name, note()))

    def f1(self, name: str, hits: int, gold: int, said: int, note: Callable[[], str] = str) -> None:
        self.right[name] += hits
        self.gold[name] += gold
        self.said[name] += said
        if hits < max(gold, said):
            self.errors.append((name, note()))

    def figures(self) -> dict[str, float]:
        out = {name: self.right[name] / self.of[name] for name in self.of}
        out |= {
            name: 2 * self.right[name] / (self.gold[name] + self.said[name]) for name in self.gold if self.gold[name]
        }
        if self.gold["found"]:
            out["sure_share"] = self.of["sure"] / self.said["found"]
        return out


def add(tally: Tally, text: str, gold: Side, said: Side) -> None:
    """Count one report."""
    words = Text(text).at

    def show(tokens: Tokens) -> str:
        return text[words[min(tokens)][0] : words[max(tokens)][1]][:90] if tokens else "-"

    pairs = matched(gold, said)
    who = same_actors(said, gold)
    tally.f1("found", len(pairs), len(gold.statements), len(said.statements))
    for s in said.statements:
        if s.id not in {x.id for _, x in pairs}:
            tally.errors.append(("extra", f"{show(s.source)} | {show(s.cue)} | {show(s.content)}"))
    for g in gold.statements:
        if g.id not in {x.id for x, _ in pairs}:
            tally.errors.append(("missing", f"{g.id} {show(g.source)} | {show(g.cue)} | {show(g.content)}"))
    partner = {s.id: g for g, s in pairs}
    good: set[str] = set()
    for g, s in pairs:
        where = f"{g.id} {show(g.source)} | {show(g.cue)} | {show(g.content)}"

        def versus(mine: object, theirs: object, where: str = where) -> Callable[[], str]:
            return lambda: f"{where}\n      gold {theirs}   said {mine}"

        speakers = frozenset(who.get(x, "?") for x in s.speakers)
        names = ([said.actors[x][:1] for x in s.speakers], [gold.actors[x][:1] for x in g.speakers])
        tally.share("speaker", speakers == g.speakers, versus(*names))
        if speakers == g.speakers and jaccard(g.content, s.content) >= 0.5:
            good.add(s.id)
        if g.speakers:
            tally.share("resolved", bool(s.speakers), versus(*names))
        tally.share("act", s.act == g.act, versus(s.act, g.act))
        tally.share("naming", s.naming == g.naming, versus(s.naming, g.naming))
        tally.share("said_at", s.said_at == g.said_at, versus(s.said_at, g.said_at))
        if s.said_at is not None or g.said_at is not None:
            tally.share("dated", s.said_at == g.said_at, versus(s.said_at, g.said_at))
        if s.via or g.via:
            tally.share("via", s.via == g.via, versus(s.via, g.via))
        mine = [(kind, show(span)) for kind, span in s.channels], [(kind, show(span)) for kind, span in g.channels]
        hits = overlaps(g.channels, s.channels, lambda a, b: a[0] == b[0] and bool(a[1] & b[1]))
        tally.f1("channel", hits, len(g.channels), len(s.channels), versus(*mine))
        to = [show(x) for x in s.addressees], [show(x) for x in g.addressees]
        hits = overlaps(g.addressees, s.addressees, lambda a, b: bool(a & b))
        tally.f1("addressee", hits, len(g.addressees), len(s.addressees), versus(*to))
    for s in said.statements:
        if s.sure:
            tally.share("sure", s.id in good)
    nested = {(g.id, g.parent) for g in gold.statements if g.parent}
    mine_nested = {
        (partner[s.id].id, partner[s.parent].id) if s.id in partner and s.parent in partner else (s.id, "?")
        for s in said.statements
        if s.parent
    }
    tally.f1("parents", len(nested & mine_nested), len(nested), len(mine_nested), lambda: f"{nested ^ mine_nested}")
    apart = [sorted({x for s in side.statements for x in s.distanced}, key=min) for side in (gold, said)]
    hits = overlaps(*apart, lambda a, b: jaccard(a, b) >= 0.5)
    tally.f1("distanced", hits, *map(len, apart), lambda: str([[show(x) for x in side] for side in apart]))


def overlaps(gold: Iterable[Any], said: Iterable[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many can be paired one to one, in order."""
    left = list(said)
    count = 0
    for g in gold:
        found = next((s for s in left if same(g, s)), None)
        if found is not None:
            left.remove(found)
            count += 1
    return count


def ledgers(part: Path, analyser: Analyser) -> Iterator[tuple[Path, Ledger]]:
    """Every report of a part, read as a user's file is, with what the annotation's head says of it."""
    for path in annotations(part):
        yield path, analyser.analyse(report_of(path))


def report_of(path: Path) -> Report:
    """The report that an annotation is of, with what its head says of it."""
    data = json.loads(path.read_text("utf-8"))["report"]
    hints = Hints(name=f"{path.stem}.txt", outlet=data["outlet"], published_at=data["published_at"], url=data["url"])
    (report,) = read_bytes(text_of(path).encode(), hints)
    if not isinstance(report, Report):
        raise report
    return report


def annotations(part: Path) -> list[Path]:
    """The settled annotations of a part."""
    return sorted(p for p in part.glob("*.json") if p.name.count(".") == 1)


def measure(part: Path, analyser: Analyser) -> Tally:
    """The program against the settled annotations."""
    tally = Tally()
    for path, ledger in ledgers(part, analyser):
        add(tally, text_of(path), gold_side(path), ledger_side(ledger))
    return tally


def agreement(part: Path) -> Tally:
    """The second hand against the first."""
    tally = Tally()
    for path in sorted(part.glob("*.a.json")):
        second = path.with_name(path.name.replace(".a.", ".b."))
        if second.exists():
            add(tally, text_of(path), gold_side(path), gold_side(second))
    return tally


ORDER = (
    "found speaker resolved sure sure_share channel addressee via said_at dated act naming parents distanced".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("dev", "test"))
    parser.add_argument("--bundle", type=Path, default=SHIPPED)
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--agreement", action="store_true", help="the second hand against the first")
    parser.add_argument("--errors", metavar="FIELD", help="list what is wrong in one field (dev only)")
    args = parser.parse_args()
    tally = agreement(DESK / args.part) if args.agreement else measure(DESK / args.part, Analyser.load(args.bundle))
    figures = tally.figures()
    for name in ORDER:
        if name in figures:
            print(f"{name:10} {figures[name]:.3f}   n={tally.of[name] or tally.gold[name] or tally.said['found']}")
    if args.errors and args.part == "dev":
        print(*(f"  {note}" for name, note in tally.errors if name == args.errors), sep="\n")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n")
    if args.part == "test" and not args.agreement:
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=DESK, capture_output=True, text=True)
        line = " ".join(f"{name}={figures[name]:.3f}" for name in ORDER if name in figures)
        with (DESK / "runs.log").open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ} {commit.stdout.strip()} {line}\n")


if __name__ == "__main__":
    main()
