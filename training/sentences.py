"""Reads our own sentences with events (training/events/README.md): ``{e1:ASSAULT/firearms shot}``,
``{a1:PER.COP Police}``; ``python -m training.sentences FOLDER`` checks them and reports on their variety."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.ontologies.countries import countries
from onrecord.ontologies.ontology import STATUSES, ontology
from training.desk import SECTORS

TYPES = ontology().types
_MARK = re.compile(r"\{((?:[ear]\d+)+):([^\s{}]+) |([{}])")
_ROLE = re.compile(r"([ear])(\d+)")
#: Endings that make one lemma of a trigger's forms, near enough to count with.
_ENDING = re.compile(r"(?:ings?|ed|es|s|ions?|e|ment|al)$")


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that stand for an event: offsets, type, mode ("" for none), status, whether it is denied."""

    start: int
    end: int
    type: str
    mode: str
    status: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part: offsets, country and sector ("" if open), the numbers of the events that it is actor and
    recipient of."""

    start: int
    end: int
    country: str
    sector: str
    actor: tuple[int, ...]
    recipient: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage without its marks, its events by number, and their participants."""

    text: str
    events: dict[int, Trigger]
    participants: tuple[Participant, ...]


def parse(line: str) -> Sentence:
    """Take the marks off.

    Raises:
        ValueError: a brace that is no mark, a mark that is not closed, an unknown code, a participant without an event.
    """
    text, position = "", 0
    opened: tuple[str, str, int] | None = None
    events: dict[int, Trigger] = {}
    participants: list[Participant] = []
    for mark in _MARK.finditer(line):
        text += line[position : mark.start()]
        position = mark.end()
        if mark[1] and opened is None:
            opened = (mark[1], mark[2], len(text))
        elif mark[3] == "}" and opened is not None:
            roles, code, start = opened
            found = [(role, int(n)) for role, n in _ROLE.findall(roles)]
            if start == len(text) or text[start].isspace() or text[-1].isspace():
                raise ValueError(f"nothing, or space, at the edge of {{{roles}:{code}")
            if found[0][0] == "e":
                if len(found) > 1 or found[0][1] in events:
                    raise ValueError(f"{roles}: one trigger an event")
                events[found[0][1]] = _trigger(code, start, len(text))
            else:
                participants.append(_participant(found, code, start, len(text)))
            opened = None
        else:
            raise ValueError(f"stray brace: {line[max(0, mark.start() - 30) : mark.end() + 20]!r}")
    if opened:
        raise ValueError(f"{opened[0]} is not closed")
    for p in participants:
        for n in (*p.actor, *p.recipient):
            if n not in events:
                raise ValueError(f"a participant of event {n}, which has no trigger")
    return Sentence(text + line[position:], events, tuple(participants))


def _trigger(code: str, start: int, end: int) -> Trigger:
    kind, mode, status, stance = (*code.split("/"), "", "", "")[:4]
    if kind not in TYPES or len(code.split("/")) > 4:
        raise ValueError(f"unknown type: {code}")
    if mode not in ("", "-") and mode not in TYPES[kind].modes:
        raise ValueError(f"unknown mode of {kind}: {mode}")
    if status and status not in STATUSES:
        raise ValueError(f"unknown status: {status}")
    if stance not in ("", "denied", "asserted"):
        raise ValueError(f"unknown stance: {stance}")
    return Trigger(start, end, kind, "" if mode == "-" else mode, status or "done", stance == "denied")


def _participant(roles: list[tuple[str, int]], code: str, start: int, end: int) -> Participant:
    country, dot, sector = code.partition(".")
    if not dot or (country != "-" and country not in countries().titles):
        raise ValueError(f"unknown country: {code}")
    if sector != "-" and sector not in SECTORS:
        raise ValueError(f"unknown sector: {code}")
    if any(role == "e" for role, _ in roles):
        raise ValueError(f"a trigger and a participant in one mark: {roles}")
    by = {kind: tuple(n for role, n in roles if role == kind) for kind in "ar"}
    return Participant(start, end, country.strip("-"), sector.strip("-"), by["a"], by["r"])


def read(folder: Path) -> list[tuple[str, Sentence]]:
    """Every passage of the ``.txt`` files in ``folder`` (or of one such file), with its file and line.

    Raises:
        ValueError: all that ``parse`` finds, a line each, with its place.
    """
    found, wrong = [], []
    for path in sorted(folder.glob("*.txt")) if folder.is_dir() else [folder]:
        for n, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    found.append((f"{path.name}:{n}", parse(line)))
                except ValueError as error:
                    wrong.append(f"{path.name}:{n}: {error}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return found


def joined(some: list[Sentence]) -> Sentence:
    """Passages as the paragraphs of one text."""
    text, events, participants = "", {}, []
    for sentence in some:
        at, first = len(text), len(events)
        number = {n: first + i for i, n in enumerate(sentence.events)}
        events |= {number[n]: replace(e, start=e.start + at, end=e.end + at) for n, e in sentence.events.items()}
        participants += [
            replace(
                p,
                start=p.start + at,
                end=p.end + at,
                actor=tuple(number[n] for n in p.actor),
                recipient=tuple(number[n] for n in p.recipient),
            )
            for p in sentence.participants
        ]
        text += sentence.text + "\n\n"
    return Sentence(text.rstrip(), events, tuple(participants))


def _lemma(words: str) -> str:
    """What a trigger is counted by: its first long word without its ending."""
    word = max(re.findall(r"[\w'’]+", words.lower()), key=len, default=words)
    return _ENDING.sub("", word)


def _shingles(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def near_copies(found: list[tuple[str, Sentence]]) -> Iterator[tuple[str, str]]:
    """The places of passages half of whose runs of four words stand in an earlier one."""
    seen: dict[str, list[int]] = {}
    every = [_shingles(s.text) for _, s in found]
    for n, own in enumerate(every):
        shared = Counter(m for shingle in own for m in seen.get(shingle, ()))
        for m, count in shared.most_common(1):
            if count >= 0.5 * min(len(own), len(every[m])):
                yield found[m][0], found[n][0]
        for shingle in own:
            seen.setdefault(shingle, []).append(n)


def variety(found: list[tuple[str, Sentence]]) -> str:
    """What issue "Events" asks of the sentences, counted: types, their triggers, status, countries, near copies."""
    events = [(e, s) for _, s in found for e in s.events.values()]
    lines = [
        f"{len(found)} passages, {sum(not s.events for _, s in found)} without an event, {len(events)} events",
        f"{'type':10} {'events':>6} {'triggers':>8} {'commonest':>9}  modes",
    ]
    for kind, known in TYPES.items():
        own = [(e, s) for e, s in events if e.type == kind]
        lemmas = Counter(_lemma(s.text[e.start : e.end]) for e, s in own)
        word, most = lemmas.most_common(1)[0] if own else ("", 0)
        by_mode = Counter(e.mode or "-" for e, _ in own)
        told = " ".join(f"{mode} {by_mode[mode]}" for mode in (*known.modes, "-"))
        share = f"{100 * most / max(1, len(own)):.1f} %"
        lines.append(f"{kind:10} {len(own):6} {len(lemmas):8} {share:>9}  {told}   ({word})")
    status = Counter("denied" if e.denied else e.status for e, _ in events)
    lines.append("status: " + ", ".join(f"{name} {n}" for name, n in status.most_common()))
    lands = Counter(p.country for _, s in found for p in s.participants)
    sectors = Counter(p.sector or "-" for _, s in found for p in s.participants)
    lines.append(f"{len(lands)} countries: " + ", ".join(f"{name or '-'} {n}" for name, n in lands.most_common(12)))
    lines.append("sectors: " + ", ".join(f"{name} {n}" for name, n in sectors.most_common()))
    copies = list(near_copies(found))
    lines.append(f"near copies: {len(copies)}  " + " ".join(f"{a}={b}" for a, b in copies[:20]))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with .txt files, or one such file")
    args = parser.parse_args()
    try:
        found = read(args.folder)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(variety(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
