"""Our own sentences with events (training.sentences) as labels over words.

An event is tagged like an attribution, given its trigger, and by the same labels: the actor as its source, the trigger
as its cue, the recipient as its content.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.encoder.words import Words
from onrecord.ontologies.ontology import STATUSES, ontology
from training.mentions import word_range
from training.sentences import Sentence, Trigger

TYPES = ontology().names
MODES = ontology().modes
#: Of a trigger: its status, whether the event is denied, its mode if it has one.
ASPECTS = (*STATUSES, "denied", *(f"{kind}/{mode}" for kind, mode in MODES))


@dataclass(slots=True)
class Coded:
    """For n words: ``types`` (n,), 0 or the number of the event's type from 1 at the word that stands for a trigger.
    For e events in text order: that word's number, the words of each role, ``aspects`` (e, ASPECTS) of 0 and 1 and
    which of them are to be ``counted`` (e, ASPECTS): all but the modes of other types."""

    types: np.ndarray
    anchors: list[int]
    roles: list[dict[str, frozenset[int]]]
    aspects: np.ndarray
    counted: np.ndarray


def coded(sentence: Sentence, words: Words) -> Coded:
    """The events of a sentence of whose text these are the words."""
    types = np.zeros(len(words), dtype=np.int64)
    anchors, roles, aspects = [], [], []
    for number, trigger in sorted(sentence.events.items(), key=lambda item: item[1].start):
        inside = word_range(words, trigger.start, trigger.end)
        anchor = _anchor(words, inside)
        # Of two events on one word the first stays.
        if anchor in anchors:
            continue
        types[anchor] = TYPES.index(trigger.type) + 1
        anchors.append(anchor)
        aspects.append(_aspects(trigger))
        taken = {role: frozenset(_of(sentence, words, number, role)) for role in ("actor", "recipient")}
        roles.append({"source": taken["actor"], "cue": frozenset(inside), "content": taken["recipient"]})
    both = np.array(aspects, dtype=np.float32).reshape(len(anchors), 2, len(ASPECTS))
    return Coded(types, anchors, roles, both[:, 0], both[:, 1])


def _of(sentence: Sentence, words: Words, number: int, role: str) -> list[int]:
    return [i for p in sentence.participants if number in getattr(p, role) for i in word_range(words, p.start, p.end)]


def _anchor(words: Words, inside: range) -> int:
    """The word that stands for a trigger: of several its longest, the first of these."""
    return max(inside, key=lambda i: (words.end[i] - words.start[i], -i))


def _aspects(trigger: Trigger) -> np.ndarray:
    said = {trigger.status, f"{trigger.type}/{trigger.mode}"} | ({"denied"} if trigger.denied else set())
    counted = [name.partition("/")[0] == trigger.type or "/" not in name for name in ASPECTS]
    return np.array([[name in said for name in ASPECTS], counted], dtype=np.float32)
