"""GUM and EWT (CoNLL-U with ``Entity=``), and CoreNLP's output on PolNeAR, as texts with mentions.

A *mention* stands for itself by one word: the last of a name, the head of a description, a pronoun. Mentions of one
thing share a chain.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

#: GUM's entity types that we tell apart; the others are no actors.
KINDS = {"person": "person", "organization": "organisation", "place": "place"}
PRONOUNS = {"PRP", "PRP$"}
_ENTITY = re.compile(r"\((?P<open>[^()-]+)-(?P<rest>[^()]*)|(?P<close>[^()]+)?\)")


class Token(NamedTuple):
    """One token: offsets into the text, the word, its POS (Penn) and number ("Sing", "Plur" or "")."""

    start: int
    end: int
    word: str
    pos: str
    number: str


class Mention(NamedTuple):
    """Tokens ``start:end``, the ``head`` token, kind (person, organisation, place), form (name, nominal, pronoun)."""

    start: int
    end: int
    head: int
    kind: str
    form: str
    chain: str


@dataclass(slots=True)
class Annotated:
    """A text with paragraphs (offset pairs), tokens and mentions. ``complete``: what is no mention here is none."""

    name: str
    text: str
    paragraphs: list[tuple[int, int]]
    tokens: list[Token]
    mentions: list[Mention]
    complete: bool
    #: Tokens that are cues: the predicates of GUM's attribution relations, nested ones among them.
    cues: list[int] = field(default_factory=list)


def conllu(path: Path) -> Iterator[Annotated]:
    """The documents of a gzipped CoNLL-U file with GUM's entities."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines: list[str] = []
        for line in file:
            if line.startswith("# newdoc") and lines:
                yield _document(lines)
                lines = []
            lines.append(line.rstrip("\n"))
        if lines:
            yield _document(lines)


def _document(lines: list[str]) -> Annotated:
    text, low = "", 0
    tokens: list[Token] = []
    paragraphs: list[tuple[int, int]] = []
    opened: list[tuple[str, int, list[str]]] = []
    found: list[tuple[str, int, int, list[str]]] = []
    name = ""
    relations: list[tuple[int, str]] = []
    parents: list[int] = []
    sentence = 0
    for line in lines:
        if line.startswith("# newdoc"):
            name = line.partition("=")[2].strip()
        if line.startswith("# newpar") and "_block" not in line and len(text) > low:
            paragraphs.append((low, len(text.rstrip())))
            text = text.rstrip() + "\n\n"
            low = len(text)
        if not line:
            sentence = len(tokens)
        cells = line.split("\t")
        if not line[:1].isdigit() or not cells[0].isdigit():
            continue
        misc = dict(item.partition("=")[::2] for item in cells[9].split("|"))
        feats = dict(item.partition("=")[::2] for item in cells[5].split("|"))
        n = len(tokens)
        parents.append(sentence + int(cells[6]) - 1 if cells[6] != "0" else -1)
        if "Discourse" in misc:
            relations.append((n, misc["Discourse"]))
        tokens.append(Token(len(text), len(text) + len(cells[1]), cells[1], cells[4], feats.get("Number", "")))
        text += cells[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
        for match in _ENTITY.finditer(misc.get("Entity", "")):
            if match["open"]:
                opened.append((match["open"], n, match["rest"].split("-")))
            else:
                at = next((i for i in reversed(range(len(opened))) if match["close"] in (None, opened[i][0])), None)
                if at is not None:
                    group, start, rest = opened.pop(at)
                    found.append((group, start, n + 1, rest))
    paragraphs.append((low, len(text.rstrip())))
    mentions = []
    for group, start, end, rest in found:
        kind = KINDS.get(rest[0])
        if kind is None:
            continue
        minspan = next((cell for cell in rest[3:] if re.fullmatch(r"\d+(,\d+)*", cell)), "1")
        heads = [start + int(i) - 1 for i in minspan.split(",")]
        head = max(h for h in heads if h < end) if any(h < end for h in heads) else end - 1
        pos = tokens[head].pos
        form = "pronoun" if pos in PRONOUNS else "name" if pos.startswith("NNP") else "nominal"
        mentions.append(Mention(start, end, head, kind, form, group))
    cues = list(_cues(tokens, parents, relations))
    return Annotated(name, text, paragraphs, tokens, mentions, complete=True, cues=cues)


def _cues(tokens: list[Token], parents: list[int], relations: list[tuple[int, str]]) -> Iterator[int]:
    """The predicate of every discourse unit that attributes: its verb, or else word, that hangs on none inside it."""
    for (start, kinds), (end, _) in pairwise([*relations, (len(tokens), "")]):
        if any(kind.startswith("attribution") for kind in kinds.split(";")):
            tops = [i for i in range(start, end) if not start <= parents[i] < end]
            verbs = [i for i in tops if tokens[i].pos.startswith("VB")]
            verbs = verbs or [i for i in range(start, end) if tokens[i].pos.startswith("VB")]
            yield from (verbs or tops)[:1]


_SILVER = {
    "PERSON": "person",
    "ORGANIZATION": "organisation",
    "LOCATION": "place",
    "CITY": "place",
    "COUNTRY": "place",
    "STATE_OR_PROVINCE": "place",
}
_PERSONAL = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}


def corenlp(folder: Path) -> Iterator[Annotated]:
    """The articles of a PolNeAR folder with CoreNLP's names and coreference: silver, and far from complete."""
    with gzip.open(folder / "corenlp.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            text = (folder / "text" / f"{row['doc']}.txt").read_bytes().decode("utf-8")
            yield _silver(row, text)


def _silver(row: dict, text: str) -> Annotated:
    tokens: list[Token] = []
    kinds: list[str] = []
    first: list[int] = []
    for sentence in row["sentences"]:
        first.append(len(tokens))
        for start, end, pos, ner, _ in sentence["tokens"]:
            number = "Plur" if pos in ("NNS", "NNPS") else "Sing"
            tokens.append(Token(start, end, text[start:end], pos, number))
            kinds.append(_SILVER.get(ner, ""))
    first.append(len(tokens))
    mentions: list[Mention] = []
    named: set[int] = set()
    for n, chain in enumerate(row["coref"]):
        members = [(first[s] + a, first[s] + b, first[s] + h) for s, a, b, h, _ in chain if s + 1 < len(first)]
        members = [(a, b, h) for a, b, h in members if b <= len(tokens) and h < len(tokens)]
        heads = [kinds[h] for _, _, h in members if kinds[h] and tokens[h].pos.startswith("NNP")]
        words = {tokens[h].word.lower() for _, _, h in members}
        kind = "person" if words & _PERSONAL else max(set(heads), key=heads.count) if heads else ""
        if not kind:
            continue
        for a, b, h in members:
            pos = tokens[h].pos
            form = "pronoun" if pos in PRONOUNS else "name" if kinds[h] and pos.startswith("NNP") else "nominal"
            # Chains that a parser made: its long "mentions" are mostly clauses.
            if b - a <= 12 and (form != "nominal" or pos in ("NN", "NNS")):
                mentions.append(Mention(a, b, h, kinds[h] if form == "name" else kind, form, str(n)))
                named.add(h)
    for start, end, kind in _runs(kinds, first):
        if end - 1 not in named:
            mentions.append(Mention(start, end, end - 1, kind, "name", f"name{start}"))
    paragraphs = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return Annotated(row["doc"], text, paragraphs, tokens, mentions, complete=False)


def _runs(kinds: list[str], first: list[int]) -> Iterator[tuple[int, int, str]]:
    borders = set(first)
    start = 0
    for i in range(1, len(kinds) + 1):
        if i == len(kinds) or kinds[i] != kinds[start] or i in borders:
            if kinds[start]:
                yield start, i, kinds[start]
            start = i
