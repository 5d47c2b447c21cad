"""What the attribution head sees of each word around an anchor: which words, and where they stand to it."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.encoder.words import Ints

#: Words on each side of an anchor that the head was trained with. In PolNeAR train 99 % of all attributions lie
#: within it.
REACH = 80
#: For contents that reach the edge of what was seen: long quotations.
FAR_REACH = 320
#: Words beyond its own paragraph that an anchor's stretch takes in; the head's cost grows with its length.
_BEYOND = 30
_EDGES = np.array([1, 2, 3, 5, 9, 17, 33, 65])
PLACES = (2 * len(_EDGES) + 1) * 5


class Stretches(NamedTuple):
    """For c anchors, the words ``low:high`` (c,) that are looked at; both may lie beyond the text."""

    low: Ints
    high: Ints


class Neighbourhood(NamedTuple):
    """For c anchors and w, the length of the longest stretch: ``words`` (c, w) word numbers, ``mask`` (c, w) 0
    outside stretch and text, ``place`` (c, w) in ``range(PLACES)``: signed distance to the anchor, coarser with
    growing distance, and paragraph."""

    words: Ints
    mask: npt.NDArray[np.float32]
    place: Ints


def within(anchors: Ints, reach: int) -> Stretches:
    """So many words on each side of every anchor."""
    return Stretches(anchors - reach, anchors + reach + 1)


def paragraphs(anchors: Ints, paragraph: Ints) -> Stretches:
    """The paragraph of every anchor with some words of the text beyond, as far as ``REACH``."""
    own, widest = paragraph[anchors], within(anchors, REACH)
    first = np.searchsorted(paragraph, own, side="left") - _BEYOND
    last = np.searchsorted(paragraph, own, side="right") + _BEYOND
    return clipped(Stretches(np.maximum(first, widest.low), np.minimum(last, widest.high)), len(paragraph))


def clipped(stretches: Stretches, count: int) -> Stretches:
    """The parts of ``stretches`` that lie in a text of ``count`` words."""
    return Stretches(np.maximum(stretches.low, 0), np.minimum(stretches.high, count))


def around(anchors: Ints, stretches: Stretches, paragraph: Ints) -> Neighbourhood:
    """The neighbourhoods of ``anchors`` (word numbers) in a text whose words stand in these paragraphs."""
    low, high = stretches.low[:, None], stretches.high[:, None]
    raw = low + np.arange(int((high - low).max()))
    inside = (raw >= 0) & (raw < np.minimum(high, len(paragraph)))
    index = np.clip(raw, 0, len(paragraph) - 1)
    offset = raw - anchors[:, None]
    distance = np.searchsorted(_EDGES, np.abs(offset), side="right") * np.sign(offset) + len(_EDGES)
    away = np.clip(paragraph[index] - paragraph[anchors][:, None], -2, 2) + 2
    place = np.where(inside, distance * 5 + away, 0)
    return Neighbourhood(index.astype(np.int64), inside.astype(np.float32), place.astype(np.int64))
