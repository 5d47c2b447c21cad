"""The bundle's graphs at work: one window at a time, one thread, so that nothing hangs on the company."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from onrecord.encoder.bundle import Bundle
from onrecord.encoder.decoding import LABELS, Floats, bounded
from onrecord.encoder.mentions import Mentions, Pairs
from onrecord.encoder.neighbourhood import Stretches, around
from onrecord.encoder.windows import inputs, plan
from onrecord.encoder.words import Ints, Words

#: Neighbourhoods tagged in one run of the head; bounds its memory.
_TOGETHER = 12


class Reading(NamedTuple):
    """What the encoder makes of n words: ``states`` (n, 384), the probability (n,) that a word is an anchor, and that
    it is one of any statement, nested ones too (``inner``), and scores of the labels of names (n, NAMES) and of
    descriptions' heads (n, HEADS)."""

    states: Floats
    anchors: Floats
    inner: Floats
    names: Floats
    heads: Floats


class Runtime:
    """The tokenizer and the graphs of a bundle, ready to run."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.tokenizer: Tokenizer = Tokenizer.from_file(str(bundle.folder / "tokenizer.json"))
        self._encoder = _session(bundle.folder / "encoder.onnx")
        self._roles = _session(bundle.folder / "roles.onnx")
        self._links = _session(bundle.folder / "links.onnx")

    def read(self, words: Words) -> Reading:
        """Read ``words`` in overlapping windows; each word's state comes from the window that keeps it."""
        found: list[list[Floats]] = []
        for window in plan(words, self.bundle.window, self.bundle.overlap):
            x = inputs(words, window)
            feed = {"ids": x.ids[None], "shapes": x.shapes[None], "first": x.first}
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            found.append([array[kept] for array in self._encoder.run(list(Reading._fields), feed)])
        return Reading(*(np.concatenate(arrays) for arrays in zip(*found, strict=True)))

    def roles(self, reading: Reading, words: Words, anchors: Ints, stretches: Stretches) -> Floats:
        """Emissions (c, w, labels) for c > 0 anchors over their stretches, the longest of which has w words; what
        lies outside a stretch or the text is O."""
        length = stretches.high - stretches.low
        out = np.zeros((len(anchors), int(length.max()), len(LABELS)), dtype=np.float32)
        mask = np.zeros(out.shape[:2], dtype=np.float32)
        # Stretches of like length together, so that little is computed for nothing.
        order = np.argsort(length, kind="stable")
        for some in np.array_split(order, -(-len(order) // _TOGETHER)):
            near = around(anchors[some], Stretches(stretches.low[some], stretches.high[some]), words.paragraph)
            feed = {
                "states": reading.states,
                "index": near.words,
                "mask": near.mask,
                "place": near.place,
                "anchors": anchors[some],
            }
            width = near.words.shape[1]
            out[some, :width] = self._roles.run(["emissions"], feed)[0]
            mask[some, :width] = near.mask
        return bounded(out, mask)

    def links(self, reading: Reading, mentions: Mentions, pairs: Pairs) -> Floats:
        """For each pair how much it looks like one thing (p,): above 0 rather than not."""
        if not len(pairs.later):
            return np.zeros(0, dtype=np.float32)
        feed = {"states": reading.states, **mentions._asdict(), **pairs._asdict()}
        scores: Floats = self._links.run(["scores"], feed)[0]
        return scores


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
