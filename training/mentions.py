"""Names, descriptions and coreference as labels over the words of an example."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from onrecord.encoder.mentions import HEADS, NAMES
from onrecord.encoder.words import Words
from onrecord.languages.en.names import MONTHS, WEEKDAYS
from training.treebank import Annotated, Mention

#: Labels that nothing is known about.
UNKNOWN = -100
#: A name of some kind.
SOME_NAME = -101
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
#: Words before a name that are part of its bearer's title, not of the name.
_TITLES = """
    mr mrs ms miss dr prof president senator sen rep gov governor secretary minister prime king queen judge justice
    chairman general gen col colonel lt sgt capt captain sir lord lady rev professor representative congressman
    congresswoman mayor attorney vice ambassador speaker chancellor director prince princess
"""
TITLES = frozenset(_TITLES.split())


class Link(NamedTuple):
    """A mention by its word, and the chain that it belongs to."""

    word: int
    chain: str


@dataclass(slots=True)
class Labels:
    """For n words: ``names`` (n,) into NAMES, ``heads`` (n,) into HEADS or UNKNOWN; the mentions in text order; the
    words that are cues, where these are known."""

    names: np.ndarray
    heads: np.ndarray
    links: list[Link]
    cues: frozenset[int] = frozenset()


def word_range(words: Words, start: int, end: int) -> range:
    """The numbers of the words that the characters ``start:end`` touch."""
    return range(int(np.searchsorted(words.end, start, "right")), int(np.searchsorted(words.start, end, "left")))


def labels(annotated: Annotated, words: Words) -> Labels:
    """The labels of ``words``, the words of the annotated text."""
    names = np.zeros(len(words), dtype=np.int64)
    heads = np.zeros(len(words), dtype=np.int64)
    links: dict[int, str] = {}
    tokens = annotated.tokens
    # The longest last: of nested names the outermost stays.
    for mention in sorted(annotated.mentions, key=lambda m: m.end - m.start):
        inside = word_range(words, tokens[mention.head].start, tokens[mention.head].end)
        if not inside:
            continue
        word = inside[-1]
        if mention.form == "name":
            low, high = _name(annotated, mention)
            inside = word_range(words, tokens[low].start, tokens[high - 1].end)
            if not inside:
                continue
            word = inside[-1]
            names[inside] = NAMES.index(f"I-{mention.kind}")
            names[inside[0]] = NAMES.index(f"B-{mention.kind}")
        elif mention.form == "nominal" and mention.kind != "place":
            many = tokens[mention.head].number == "Plur"
            kind = "organisation" if mention.kind == "organisation" else "people" if many else "person"
            heads[word] = HEADS.index(kind)
        links.setdefault(word, mention.chain)
    if not annotated.complete:
        for token in tokens:
            if token.pos in ("NN", "NNS"):
                for i in word_range(words, token.start, token.end):
                    heads[i] = heads[i] or UNKNOWN
    cues = frozenset(i for cue in annotated.cues for i in word_range(words, tokens[cue].start, tokens[cue].end))
    return Labels(names, heads, [Link(word, links[word]) for word in sorted(links)], cues)


def proper(annotated: Annotated, words: Words) -> Labels:
    """Labels of a text of which only the parts of speech are known: proper nouns are names of some kind, days and
    months perhaps; nothing else is."""
    names = np.zeros(len(words), dtype=np.int64)
    for token in annotated.tokens:
        if token.pos.startswith("NNP"):
            kind = UNKNOWN if token.word.lower().rstrip(".") in _CALENDAR else SOME_NAME
            names[word_range(words, token.start, token.end)] = kind
    return Labels(names, np.full(len(words), UNKNOWN, dtype=np.int64), [])


def _name(annotated: Annotated, mention: Mention) -> tuple[int, int]:
    """The tokens of the name in a mention: proper nouns in a row round its head, without titles."""
    tokens, low, high = annotated.tokens, mention.head, mention.head + 1
    while low > mention.start and tokens[low - 1].pos.startswith("NNP"):
        low -= 1
    while high < mention.end and tokens[high].pos.startswith("NNP"):
        high += 1
    while low < mention.head and tokens[low].word.lower().rstrip(".") in TITLES:
        low += 1
    return low, high
