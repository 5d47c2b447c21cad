"""The bundle's graphs at work: one window at a time, one thread, so that nothing hangs on the company."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from onrecord.encoder.bundle import Bundle
from onrecord.encoder.decoding import LABELS, Floats, bounded
from onrecord.encoder.neighbourhood import Stretches, around
from onrecord.encoder.windows import inputs, plan
from onrecord.encoder.words import Ints, Words

#: Neighbourhoods tagged in one run of the head; bounds its memory.
_TOGETHER = 12


class Reading(NamedTuple):
    """What the encoder makes of n words: ``states`` (n, 384) and the probability (n,) that a word is an anchor."""

    states: Floats
    anchors: Floats


class Runtime:
    """The tokenizer and the two graphs of a bundle, ready to run."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.tokenizer: Tokenizer = Tokenizer.from_file(str(bundle.folder / "tokenizer.json"))
        self._encoder = _session(bundle.folder / "encoder.onnx")
        self._roles = _session(bundle.folder / "roles.onnx")

    def read(self, words: Words) -> Reading:
        """Read ``words`` in overlapping windows; each word's state comes from the window that keeps it."""
        states, anchors = [], []
        for window in plan(words, self.bundle.window, self.bundle.overlap):
            x = inputs(words, window)
            feed = {"ids": x.ids[None], "shapes": x.shapes[None], "first": x.first}
            found = self._encoder.run(["states", "anchors"], feed)
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            states.append(found[0][kept])
            anchors.append(found[1][kept])
        return Reading(np.concatenate(states), np.concatenate(anchors))

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


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
