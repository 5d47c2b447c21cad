"""Transcripts: lines that begin with who speaks and a colon, where the text shows that this is its
pattern."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.languages.base import Language
from onrecord.languages.en.english import ENGLISH
from onrecord.model.span import Span

#: A colon further into the line ends no label.
_REACH = 80
#: A transcript has at least this many turns, and where they are few, they are at least this share of its
#: lines.
_FEWEST, _SHARE, _MANY = 3, 0.2, 6

_LINE = re.compile(r"[^\n\r]+")
_LEAD = re.compile(r"(?:\s*>>+)?\s*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?)?\s*")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*$")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*['’.]*|#?\d{1,2}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's label, without the colon, and where the words begin."""

    label: Span
    words_start: int


def find_turns(text: str, spans: Sequence[Span], language: Language = ENGLISH) -> tuple[Turn, ...]:
    """The turns that begin at lines of ``spans``, in order; none unless labels come back as in a
    conversation.

    A lone ``WASHINGTON:`` is no label. Labels in capitals need a transcript around them, others must return.
    """
    candidates: list[Turn] = []
    lines = 0
    for span in spans:
        for line in _LINE.finditer(text, span.start, span.end):
            lines += 1
            turn = _turn(text, line.start(), line.end(), language)
            if turn is not None:
                candidates.append(turn)
    counts = Counter(_key(turn.label.of(text)) for turn in candidates)
    returning = [label for label, count in counts.items() if count >= 2]
    turns = tuple(
        turn
        for turn in candidates
        if counts[_key(label := turn.label.of(text))] >= 2 or (label.isupper() and len(label) > 1)
    )
    few = len(turns) >= _FEWEST and len(turns) >= _SHARE * lines
    conversation = sum(counts[label] for label in returning) >= _MANY and len(returning) >= 2
    return turns if returning and (few or conversation) else ()


def _turn(text: str, start: int, end: int, language: Language) -> Turn | None:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    colon = text.find(":", start, min(end, start + _REACH))
    if colon <= start or (colon + 1 < end and not text[colon + 1].isspace()):
        return None
    label_end = colon
    aside = _ASIDE.search(text[start:colon])
    if aside:
        label_end = start + aside.start()
    label = text[start:label_end].rstrip()
    if not _names_someone(label, language):
        return None
    words_start = colon + 1
    while words_start < end and text[words_start].isspace():
        words_start += 1
    return Turn(Span(start, start + len(label)), words_start)


def _names_someone(label: str, language: Language) -> bool:
    name = label.split(",")[0]
    words = name.split()
    if not words or name.casefold() in language.not_speakers or name.casefold() in language.cities:
        return False
    if not label[0].isupper() or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    if label.isupper():
        return len(label.split()) <= 8
    proper = all(w[0].isupper() or w[0].isdigit() or w[0] == "#" or w in language.particles for w in words)
    return proper and len(words) <= 5 and len(label.split()) <= 9


def _key(label: str) -> str:
    """Labels that are the same speaker's: a host is introduced once with the role, then by name."""
    return label.split(",")[0].casefold()
