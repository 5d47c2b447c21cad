"""Corpora as training examples: words, gold attributions as word sets, anchors.

Reads brat standoff in the layout of PolNeAR (text/NAME.txt, attributions/NAME*.ann) and passages with inline
marks (training/own).
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder.decoding import LABELS, ROLES
from onrecord.encoder.words import Words, split
from training.events import Coded, coded
from training.marks import load
from training.mentions import UNKNOWN, Labels, labels, proper, word_range
from training.sentences import joined
from training.sentences import read as read_sentences
from training.treebank import Annotated, conllu, corenlp

Roles = dict[str, frozenset[int]]
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(slots=True)
class Example:
    """One annotated article: its words and, per attribution, the word numbers of each role and the anchor.

    Where ``attributed`` is false nothing is known of attributions, without ``labels`` nothing of mentions, without
    ``coded`` nothing of events. ``nested`` are attributions that lie in others, of which nothing is known where the
    text is not ``complete``: nor is it there of mentions without a chain.
    """

    name: str
    words: Words
    attributions: list[Roles]
    anchors: list[int]
    surfaces: list[str]
    attributed: bool = True
    labels: Labels | None = None
    complete: bool = False
    nested: list[Roles] = field(default_factory=list)
    nested_anchors: list[int] = field(default_factory=list)
    coded: Coded | None = None


def read_standoff(path: Path) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of a brat file, each a dict of role -> character spans."""
    spans: dict[str, list[tuple[int, int]]] = {}
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            kind, _, offsets = rest.split("\t")[0].partition(" ")
            pairs = [pair.split() for pair in offsets.split(";") if pair.strip()]
            spans[key] = [(int(a), int(b)) for a, b in pairs]
        elif key.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {}
            for argument in rest.split():
                kind, _, target = argument.partition(":")
                role = re.sub(r"\d+$", "", kind).lower()
                if role in ROLES:
                    # Some PolNeAR files refer to spans that they do not hold; the scorer passes these over too.
                    roles.setdefault(role, []).extend(spans.get(target, []))
            if roles.get("content"):
                out.append(roles)
    return out


def to_words(words: Words, spans: list[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the words that the character spans touch."""
    return frozenset(i for a, b in spans for i in word_range(words, a, b))


def word_roles(words: Words, gold: list[dict[str, list[tuple[int, int]]]]) -> list[Roles]:
    """Attributions by characters as sets of words; those without a content are left out."""
    rows = [{role: to_words(words, a.get(role, [])) for role in ROLES} for a in gold]
    return [row for row in rows if row["content"]]


def corpus(folder: Path, tokenizer: Tokenizer, first_only: bool) -> list[Example]:
    """Every annotated article in ``folder``; with ``first_only`` one annotation each (the scorer's choice)."""
    out = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        paragraphs = [m.span() for m in PARAGRAPH.finditer(text)]
        words = split(text, paragraphs, tokenizer)
        files = sorted((folder / "attributions").glob(path.stem.replace("[", "[[]") + "*.ann"))
        for file in files[:1] if first_only else files:
            out.append(example(path.stem, text, words, read_standoff(file)))
    return out


def articles(folder: Path) -> Iterator[tuple[str, str, list[dict[str, list[tuple[int, int]]]]]]:
    """Name, text and gold attributions of every annotated article; the first annotator's, as in the scorer."""
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(path.stem.replace("[", "[[]") + "*.ann"))
        if files:
            gold = [a for a in read_standoff(files[0]) if a.get("content")]
            yield path.stem, path.read_bytes().decode("utf-8"), gold


def treebank(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The documents of a CoNLL-U file with entities: mentions, no attributions."""
    return _unattributed(path, tokenizer, labels)


def tagged(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The documents of a CoNLL-U file without entities: only which words are proper nouns (names of some kind)."""
    return _unattributed(path, tokenizer, proper)


def _unattributed(path: Path, tokenizer: Tokenizer, label: Callable[[Annotated, Words], Labels]) -> list[Example]:
    out = []
    for annotated in conllu(path):
        words = split(annotated.text, annotated.paragraphs, tokenizer)
        made = example(annotated.name, annotated.text, words, [])
        made.attributed, made.labels, made.complete = False, label(annotated, words), annotated.complete
        out.append(made)
    return out


def add_silver(examples: list[Example], folder: Path) -> None:
    """Give PolNeAR's articles the mentions that CoreNLP found."""
    silver = {annotated.name: annotated for annotated in corenlp(folder)}
    for e in examples:
        if e.name in silver:
            e.labels = labels(silver[e.name], e.words)


def passages(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """Every passage with inline marks in ``folder``."""
    out = []
    for path in sorted(folder.glob("*.gold.txt")):
        gold = load(path)
        words = split(gold.text, [m.span() for m in PARAGRAPH.finditer(gold.text)], tokenizer)
        out.append(example(path.stem, gold.text, words, [a for a in gold.attributions if a["content"]]))
    return out


#: Passages to a text: alone they would all stand in the same few batches, which are sorted by length.
_TOGETHER = 8


def sentences(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """The sentences with events in ``folder``, some to a text, in an order of their own."""
    found = [sentence for _, sentence in read_sentences(folder)]
    random.Random(len(found)).shuffle(found)
    out = []
    for n in range(0, len(found), _TOGETHER):
        text = joined(found[n : n + _TOGETHER])
        words = split(text.text, [m.span() for m in PARAGRAPH.finditer(text.text)], tokenizer)
        made = example(f"sentences{n}", text.text, words, [])
        made.attributed, made.coded = False, coded(text, words)
        out.append(made)
    return out


def example(name: str, text: str, words: Words, gold: list[dict[str, list[tuple[int, int]]]]) -> Example:
    surfaces = [text[a:b].lower() for a, b in zip(words.start, words.end, strict=True)]
    return Example(name, words, word_roles(words, gold), [], surfaces)


def set_anchors(examples: list[Example], others: Sequence[Example] = ()) -> None:
    """Choose each cue's anchor: the word that most often makes up a cue by itself in ``examples``.

    Needs no parser, and the same verb is always the anchor whatever auxiliaries stand around it. Attributions
    without a cue have none and are dropped. ``others`` get theirs by the same counts.
    """
    alone: Counter[str] = Counter()
    for e in examples:
        for a in e.attributions:
            if len(a["cue"]) == 1:
                alone[e.surfaces[min(a["cue"])]] += 1
    for e in (*examples, *others):
        e.attributions = [a for a in e.attributions if a["cue"]]
        e.nested = [a for a in e.nested if a["cue"]]
        e.anchors, e.nested_anchors = (
            [max(sorted(a["cue"]), key=lambda i: alone[e.surfaces[i]]) for a in some]
            for some in (e.attributions, e.nested)
        )


def inner(e: Example) -> np.ndarray:
    """(n,): 1 for the anchors of statements, nested ones too, 0 for other words, UNKNOWN where nothing is known."""
    out = np.zeros(len(e.words), dtype=np.int64)
    if e.complete:
        assert e.labels is not None
        # Of a cue of several words its anchor, where that is known.
        out[sorted({*e.anchors, *e.nested_anchors} or e.labels.cues)] = 1
    elif e.attributed:
        for a in e.attributions:
            out[sorted(a["content"] | a["cue"])] = UNKNOWN
        out[e.anchors] = 1
    else:
        out[:] = UNKNOWN
    return out


def tags(n: int, attributions: list[Roles]) -> np.ndarray:
    """BIO labels over ``n`` words. Where roles compete for a word, cue wins over source over content."""
    out = np.zeros(n, dtype=np.int64)
    for role in ("content", "source", "cue"):
        begin = LABELS.index(f"B-{role}")
        for a in attributions:
            for i in sorted(a[role]):
                out[i] = begin + (i - 1 in a[role])
    # A run that another role cut in two begins anew after the cut.
    for i in range(n):
        if out[i] and out[i] % 2 == 0 and (i == 0 or out[i - 1] not in (out[i] - 1, out[i])):
            out[i] -= 1
    return out


def pieces(words: Words, rng: random.Random, size: int) -> list[tuple[int, int]]:
    """A random division of a text into word ranges of at most ``size`` pieces that end between paragraphs.

    One text in five is divided into its single paragraphs or smaller, so that the model also meets sentences
    without their surroundings.
    """
    n = len(words)
    borders = [0, *(np.flatnonzero(np.diff(words.paragraph)) + 1).tolist(), n]
    room = size - 2 - len(borders)
    first = words.pieces.first
    alone = rng.random() < 0.2
    limit = 40 if alone else (rng.randint(room // 3, room) if len(borders) > 3 else room)
    out: list[tuple[int, int]] = []
    start = 0
    for low, high in pairwise(borders):
        if first[high] - first[start] > limit and low > start:
            out.append((start, low))
            start, limit = low, 40 if alone else room
        while first[high] - first[start] > room:
            stop = int(np.searchsorted(first, first[start] + room, "right")) - 1
            out.append((start, stop))
            start = stop
    if start < n:
        out.append((start, n))
    return out
