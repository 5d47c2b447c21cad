"""What the attribution head sees of each word around an anchor: which words, and where they stand to it."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.encoder.words import Ints

#: Words on each side of an anchor. In PolNeAR train 99 % of all attributions lie within it.
REACH = 80
WIDTH = 2 * REACH + 1
_EDGES = np.array([1, 2, 3, 5, 9, 17, 33, 65])
PLACES = (2 * len(_EDGES) + 1) * 5


class Neighbourhood(NamedTuple):
    """For c anchors: ``index`` (c, WIDTH) word numbers, ``mask`` (c, WIDTH) 0 beyond the ends, ``place``
    (c, WIDTH) in ``range(PLACES)``: signed distance, coarser with growing distance, and paragraph."""

    index: Ints
    mask: npt.NDArray[np.float32]
    place: Ints


def around(anchors: Ints, paragraph: Ints, low: int = 0, high: int | None = None) -> Neighbourhood:
    """The neighbourhoods of ``anchors`` (word numbers) within words ``low:high``."""
    high = len(paragraph) if high is None else high
    offset = np.arange(-REACH, REACH + 1)
    raw = anchors[:, None] + offset[None, :]
    inside = (raw >= low) & (raw < high)
    index = np.clip(raw, low, max(high - 1, low))
    distance = np.searchsorted(_EDGES, np.abs(offset), side="right") * np.sign(offset) + len(_EDGES)
    away = np.clip(paragraph[index] - paragraph[anchors][:, None], -2, 2) + 2
    place = np.where(inside, distance[None, :] * 5 + away, 0)
    return Neighbourhood(index.astype(np.int64), inside.astype(np.float32), place.astype(np.int64))
