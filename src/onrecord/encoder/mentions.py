"""The labels of names and descriptions, and what the link head is told of two mentions.

A mention stands for itself by one word: the last of a name, the head of a description, a pronoun (word-level
coreference: Dobrovolskii, EMNLP 2021).
"""

from typing import NamedTuple

import numpy as np

from onrecord.encoder.decoding import Floats, best, bounded
from onrecord.encoder.words import Ints, Words

KINDS = ("person", "organisation", "place")
#: O, then B- and I- of each kind of name.
NAMES = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"))
#: What the head of a description is: nothing, one person, several, an organisation.
HEADS = ("O", "person", "people", "organisation")
#: Mentions before a mention that are looked at as what it may refer back to.
LOOK_BACK = 60

#: Forms of a mention, by number: what the link head is told.
FORMS = (
    *(f"name-{kind}" for kind in KINDS),
    *(f"nominal-{kind}" for kind in HEADS[1:]),
    "he",
    "she",
    "it",
    "they",
    "other",
)
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(
        ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "who"),
        "other",
    ),
}
#: LOOK_BACK for every form.
ALL_BACK: Ints = np.full(len(FORMS), LOOK_BACK)
_DISTANCE = np.array([1, 2, 3, 4, 6, 9, 14, 22, 40, 80, 160, 320])
_BETWEEN = np.array([1, 2, 3, 4, 6, 9, 14, 22, 40])
#: Sizes of the tables of the four features of a pair.
PAIR = (len(_DISTANCE) + 1, len(_BETWEEN) + 1, 5, 8)


class Mentions(NamedTuple):
    """m mentions in text order: the ``word`` (m,) that each stands by, and its ``form`` (m,) into FORMS."""

    word: Ints
    form: Ints


class Pairs(NamedTuple):
    """Pairs of mentions: ``later`` and ``earlier`` (p,) mention numbers, ``features`` (p, 4) into PAIR."""

    later: Ints
    earlier: Ints
    features: Ints


def runs(names: Floats, transitions: Floats, words: Words) -> list[tuple[int, int, int]]:
    """Names as (first word, last word + 1, number of the kind), from label scores (n, NAMES) and (NAMES, NAMES)."""
    found: list[tuple[int, int, int]] = []
    for i, label in enumerate(_decoded(names, transitions, words).tolist()):
        if not label:
            continue
        kind, inside = (label - 1) // 2, label % 2 == 0
        goes_on = found and found[-1][1] == i and words.paragraph[i] == words.paragraph[i - 1]
        if inside and goes_on and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


def _decoded(names: Floats, transitions: Floats, words: Words) -> Ints:
    """The best labels (n,), paragraph by paragraph: side by side, which is many times faster than one long chain."""
    low = np.searchsorted(words.paragraph, np.unique(words.paragraph))
    place = np.arange(len(words)) - np.repeat(low, np.diff([*low, len(words)]))
    row = np.repeat(np.arange(len(low)), np.diff([*low, len(words)]))
    table = np.zeros((len(low), int(place.max(initial=-1)) + 1, names.shape[1]), dtype=np.float32)
    table[row, place] = names
    # NAMES has the shape of the roles' LABELS: O, then B- and I- of three.
    labels = best(bounded(table, _filled(row, place, table.shape[:2])), transitions)
    decoded: Ints = labels[row, place]
    return decoded


def _filled(row: Ints, place: Ints, shape: tuple[int, ...]) -> Floats:
    mask = np.zeros(shape, dtype=np.float32)
    mask[row, place] = 1
    return mask


def forms(names: list[tuple[int, int, int]], heads: Floats, surfaces: list[str]) -> dict[int, int]:
    """The form, a number into FORMS, of every word that stands for a mention: names, descriptions by their head's
    scores (n, HEADS), pronouns. ``surfaces`` are the words in lower case."""
    found = {end - 1: kind for _, end, kind in names}
    within = {i for start, end, _ in names for i in range(start, end)}
    described = heads.argmax(axis=1)
    for i in np.flatnonzero(described).tolist():
        if i not in within:
            found[i] = len(KINDS) + int(described[i]) - 1
    for i, surface in enumerate(surfaces):
        if surface in PRONOUNS and i not in within:
            found[i] = FORMS.index(PRONOUNS[surface])
    return found


def mentions(found: dict[int, int]) -> Mentions:
    """``forms`` in text order, as arrays."""
    order = sorted(found)
    return Mentions(np.array(order, dtype=np.int64), np.array([found[i] for i in order], dtype=np.int64))


def pairs(mentions: Mentions, words: Words, surfaces: list[str], look_back: Ints = ALL_BACK) -> Pairs:
    """Every mention with so many before it as ``look_back`` says of its form."""
    m = len(mentions.word)
    count = np.minimum(np.arange(m), look_back[mentions.form])
    later = np.repeat(np.arange(m), count)
    start = np.cumsum(count) - count
    earlier = np.arange(len(later)) - start[later] + later - count[later]
    a, b = mentions.word[later], mentions.word[earlier]
    same = np.array([surfaces[i] == surfaces[j] for i, j in zip(a.tolist(), b.tolist(), strict=True)], dtype=np.int64)
    away = np.minimum(words.paragraph[a] - words.paragraph[b], 3)
    quoted = (words.shape[a] % 3 > 0) * 2 + (words.shape[b] % 3 > 0)
    features = np.stack(
        [
            np.searchsorted(_DISTANCE, a - b, side="right"),
            np.searchsorted(_BETWEEN, later - earlier, side="right"),
            np.where(same > 0, 4, away),
            quoted * 2 + (mentions.form[later] == mentions.form[earlier]),
        ],
        axis=1,
    ).astype(np.int64)
    return Pairs(later.astype(np.int64), earlier.astype(np.int64), features)
