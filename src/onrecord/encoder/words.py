"""A text as the model sees it: words with offsets, the paragraph each stands in, and its shape.

The encoder's vocabulary is uncased and knows nothing of quotation, so each word brings a *shape*: its
capitals and whether it stands inside quotation marks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.encoder.quotations import quotations

Ints = npt.NDArray[np.int64]

#: Runs of word characters, or single other characters: the unit of all roles, and of the scorers.
WORD = re.compile(r"\w+|[^\w\s]")
_QUOTED, _MARK = 1, 2
SHAPES = 12


class Pieces(NamedTuple):
    """Word pieces of a sequence of words: ``ids``, and for word ``w`` its pieces ``first[w]:first[w + 1]``."""

    ids: Ints
    first: Ints


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some paragraphs of a text, as parallel arrays of length n.

    ``start``, ``end`` are offsets into the text, ``paragraph`` counts the paragraphs from 0, ``shape`` is in
    ``range(SHAPES)``.
    """

    start: Ints
    end: Ints
    paragraph: Ints
    shape: Ints
    pieces: Pieces

    def __len__(self) -> int:
        return len(self.start)


def split(text: str, paragraphs: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Words:
    """The words of ``text`` inside ``paragraphs`` (offset pairs, in order), cut into word pieces.

    Words that the tokenizer drops altogether (control characters) are left out.
    """
    rows: list[tuple[int, int, int, int]] = []
    ids: list[int] = []
    counts: list[int] = []
    for number, (low, high) in enumerate(paragraphs):
        spans = [match.span() for match in WORD.finditer(text, low, high)]
        inside = _inside(text, low, high, spans)
        surfaces = [text[a:b] for a, b in spans]
        encoding = tokenizer.encode([_encodable(s) for s in surfaces], is_pretokenized=True, add_special_tokens=False)
        kept = [0] * len(spans)
        for word in encoding.word_ids:
            if word is not None:  # a special token; none are asked for
                kept[word] += 1
        ids.extend(encoding.ids)
        for (a, b), surface, quoted, n in zip(spans, surfaces, inside, kept, strict=True):
            if n:
                rows.append((a, b, number, _case(surface) * 3 + quoted))
                counts.append(n)
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    start, end, paragraph, shape = np.ascontiguousarray(table.T)
    return Words(start, end, paragraph, shape, Pieces(np.array(ids, dtype=np.int64), first))


def _encodable(surface: str) -> str:
    """Lone surrogates cannot cross into the tokenizer; U+FFFD stands in for them there, never in the text."""
    return surface if surface.isascii() else surface.encode("utf-8", "replace").decode()


def _case(surface: str) -> int:
    if not surface[0].isalpha():
        return 0
    if surface[0].islower():
        return 1
    return 3 if len(surface) > 1 and surface.isupper() else 2


def _inside(text: str, low: int, high: int, spans: list[tuple[int, int]]) -> list[int]:
    """For each word 0 outside quotation marks, 1 inside, 2 where it is the mark itself."""
    out = [0] * len(spans)
    found = quotations(text, low, high)
    current = next(found, None)
    for i, (a, _) in enumerate(spans):
        while current is not None and a >= current.end:
            current = next(found, None)
        if current is None:
            break
        if a == current.start or (current.closed and a == current.end - 1):
            out[i] = _MARK
        elif a > current.start:
            out[i] = _QUOTED
    return out
