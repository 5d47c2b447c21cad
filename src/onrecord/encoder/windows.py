"""Long texts as overlapping windows: nothing is truncated, and every word is read with words around it."""

from typing import NamedTuple

import numpy as np

from onrecord.encoder.words import Ints, Words

CLS, SEP = 101, 102


class Window(NamedTuple):
    """Words ``start:end`` are read together; the results for ``keep_start:keep_end`` are used."""

    start: int
    end: int
    keep_start: int
    keep_end: int


class Inputs(NamedTuple):
    """One window as the encoder takes it: ``ids`` and ``shapes`` per piece, ``first`` piece of each word."""

    ids: Ints
    shapes: Ints
    first: Ints


def plan(words: Words, size: int, overlap: int) -> list[Window]:
    """Windows of at most ``size`` word pieces that cover all ``words``.

    A window ends between paragraphs where it can and otherwise between words. Neighbours share about
    ``overlap`` pieces, and each keeps its half of them.
    """
    n = len(words)
    # A paragraph's separator is counted with its first word; two places go to the marks at the window's ends.
    cost = np.diff(words.pieces.first) + np.concatenate([[0], np.diff(words.paragraph) > 0])[:n]
    total = np.concatenate([[0], np.cumsum(cost)])
    room = size - 2
    breaks = np.flatnonzero(np.diff(words.paragraph)) + 1
    windows: list[Window] = []
    start = keep = 0
    while start < n:
        end = int(np.searchsorted(total, total[start] + room, side="right")) - 1
        if end >= n:
            windows.append(Window(start, n, keep, n))
            break
        low = int(np.searchsorted(total, total[start] + room // 2))
        inner = breaks[(breaks > max(low, keep)) & (breaks <= end)]
        end = int(inner[-1]) if len(inner) else end
        following = max(int(np.searchsorted(total, total[end] - overlap)), start + 1)
        # Cut between paragraphs the shared words are only context for what follows; inside one they are halved.
        border = end if len(inner) else max((following + end) // 2, keep + 1)
        windows.append(Window(start, end, keep, border))
        start, keep = following, border
    return windows


def inputs(words: Words, window: Window) -> Inputs:
    """The encoder's input for one window: paragraphs divided by separators, marks at both ends."""
    span = slice(window.start, window.end)
    first = words.pieces.first[window.start : window.end + 1]
    counts = np.diff(first)
    ids = words.pieces.ids[first[0] : first[-1]]
    shapes = np.repeat(words.shape[span], counts)
    borders = np.flatnonzero(np.diff(words.paragraph[span])) + 1
    at = (first[:-1] - first[0])[borders]
    ids = np.concatenate([[CLS], np.insert(ids, at, SEP), [SEP]])
    shapes = np.concatenate([[0], np.insert(shapes, at, 0), [0]])
    opens = np.zeros(len(counts), dtype=np.int64)
    opens[borders] = 1
    shift = 1 + np.cumsum(opens)
    return Inputs(ids.astype(np.int64), shapes.astype(np.int64), (first[:-1] - first[0] + shift).astype(np.int64))
