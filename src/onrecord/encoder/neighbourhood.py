"""What the attribution head sees of each word around an anchor: which words, and where they stand to it."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.encoder.words import Ints

#: Words on each side of an anchor that the head was trained with. In PolNeAR train 99 % of all attributions lie
#: within it.
REACH = 80
#: At run time an anchor gets the least of these that takes in its paragraph and so many words beyond; the head's
#: cost grows with it. The last is for contents that reach the edge of a smaller one: long quotations.
REACHES = (40, REACH, 320)
_BEYOND = 24
_EDGES = np.array([1, 2, 3, 5, 9, 17, 33, 65])
PLACES = (2 * len(_EDGES) + 1) * 5


class Neighbourhood(NamedTuple):
    """For c anchors and w = 2 * reach + 1: ``words`` (c, w) word numbers, ``mask`` (c, w) 0 beyond the ends,
    ``place`` (c, w) in ``range(PLACES)``: signed distance, coarser with growing distance, and paragraph."""

    words: Ints
    mask: npt.NDArray[np.float32]
    place: Ints


def around(anchors: Ints, paragraph: Ints, reach: int = REACH) -> Neighbourhood:
    """The neighbourhoods of ``anchors`` (word numbers) in a text whose words stand in these paragraphs."""
    offset = np.arange(-reach, reach + 1)
    raw = anchors[:, None] + offset[None, :]
    inside = (raw >= 0) & (raw < len(paragraph))
    index = np.clip(raw, 0, len(paragraph) - 1)
    distance = np.searchsorted(_EDGES, np.abs(offset), side="right") * np.sign(offset) + len(_EDGES)
    away = np.clip(paragraph[index] - paragraph[anchors][:, None], -2, 2) + 2
    place = np.where(inside, distance[None, :] * 5 + away, 0)
    return Neighbourhood(index.astype(np.int64), inside.astype(np.float32), place.astype(np.int64))


def needed(anchors: Ints, paragraph: Ints) -> Ints:
    """The reach that each anchor starts with: one of ``REACHES`` but the last."""
    first = np.searchsorted(paragraph, paragraph[anchors], side="left")
    last = np.searchsorted(paragraph, paragraph[anchors], side="right") - 1
    wanted = np.maximum(anchors - first, last - anchors) + _BEYOND
    usual: Ints = np.array(REACHES[:-1], dtype=np.int64)
    out: Ints = usual[np.minimum(np.searchsorted(usual, wanted), len(usual) - 1)]
    return out
