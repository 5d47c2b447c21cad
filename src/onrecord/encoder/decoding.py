"""From scores to spans: the best label sequence, how sure it is, and runs of one label as word ranges."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

ROLES = ("source", "cue", "content")
#: O, then B- and I- of each role.
LABELS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))


def transition_mask() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which label may follow which (row, then column), and which may come first."""
    n = len(LABELS)
    allowed = np.ones((n, n), dtype=bool)
    for i in range(2, n, 2):
        allowed[:, i] = False
        allowed[[i - 1, i], i] = True
    first = np.ones(n, dtype=bool)
    first[2::2] = False
    return allowed, first


def best(emissions: Floats, transitions: Floats) -> Ints:
    """The best label sequence of each row by Viterbi: (c, w, labels) and (labels, labels) -> (c, w).

    A lower label number wins a tie, so the answer never hangs on the order of evaluation.
    """
    count, width, _ = emissions.shape
    if not count or not width:
        return np.zeros((count, width), dtype=np.int64)
    _, first = transition_mask()
    # Labels before rows: each step then takes the maximum of whole vectors.
    local = np.ascontiguousarray(emissions.transpose(1, 2, 0))
    scores = np.empty_like(local)
    scores[0] = np.where(first[:, None], local[0], np.float32(-1e4))
    step = transitions[:, :, None]
    for t in range(1, width):
        np.add((scores[t - 1, :, None] + step).max(axis=0), local[t], out=scores[t])
    labels = np.empty((width, count), dtype=np.int64)
    labels[-1] = scores[-1].argmax(axis=0)
    for t in range(width - 1, 0, -1):
        labels[t - 1] = (scores[t - 1] + transitions[:, labels[t]]).argmax(axis=0)
    return labels.T


def marginals(emissions: Floats, transitions: Floats) -> Floats:
    """The probability of each label at each place, by forward-backward: (c, w, labels) -> the same shape."""
    count, width, _ = emissions.shape
    if not count or not width:
        return np.zeros(emissions.shape, dtype=np.float32)
    _, first = transition_mask()
    local = np.exp(emissions - emissions.max(axis=2, keepdims=True)).transpose(1, 2, 0)
    local = np.ascontiguousarray(local)
    step = np.exp(transitions)
    back = np.ascontiguousarray(step.T)
    forward, backward = np.empty_like(local), np.empty_like(local)
    # Scaled to sum to one at each place: what is lost is a constant of the row.
    forward[0] = local[0] * first[:, None]
    for t in range(1, width):
        forward[t] = (back @ (forward[t - 1] / forward[t - 1].sum(axis=0))) * local[t]
    backward[-1] = 1
    for t in range(width - 1, 0, -1):
        here = step @ (local[t] * backward[t])
        backward[t - 1] = here / here.sum(axis=0)
    out: Floats = forward * backward
    out /= out.sum(axis=1, keepdims=True)
    return np.ascontiguousarray(out.transpose(2, 0, 1))


def bounded(emissions: Floats, mask: Floats) -> Floats:
    """Emissions with every place that ``mask`` (c, w) leaves out pinned to O."""
    outside = np.full(emissions.shape[2], -1e4, dtype=np.float32)
    outside[0] = 0.0
    out: Floats = np.where(mask[:, :, None] > 0, emissions, outside).astype(np.float32)
    return out


def runs(labels: Ints, role: str) -> list[tuple[int, int]]:
    """The runs of one role in a label sequence (w,) as half-open ranges of places."""
    begin = LABELS.index(f"B-{role}")
    starts = np.flatnonzero(labels == begin)
    # A run ends where neither its own I- nor anything of its role goes on.
    ends = np.flatnonzero(np.append(labels != begin + 1, True))
    return [(int(start), int(ends[np.searchsorted(ends, start + 1)])) for start in starts]
