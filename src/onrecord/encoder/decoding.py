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
    count, width, size = emissions.shape
    if not count or not width:
        return np.zeros((count, width), dtype=np.int64)
    _, first = transition_mask()
    score = np.where(first, emissions[:, 0], np.float32(-1e4))
    back = np.zeros((width, count, size), dtype=np.int8)
    for t in range(1, width):
        through = score[:, :, None] + transitions
        back[t] = through.argmax(axis=1)
        score = through.max(axis=1) + emissions[:, t]
    labels = np.zeros((count, width), dtype=np.int64)
    rows = np.arange(count)
    labels[:, -1] = score.argmax(axis=1)
    for t in range(width - 1, 0, -1):
        labels[:, t - 1] = back[t, rows, labels[:, t]]
    return labels


def marginals(emissions: Floats, transitions: Floats) -> Floats:
    """The probability of each label at each place, by forward-backward: (c, w, labels) -> the same shape."""
    count, width, size = emissions.shape
    if not count or not width:
        return np.zeros(emissions.shape, dtype=np.float32)
    _, first = transition_mask()
    local = np.exp(emissions - emissions.max(axis=2, keepdims=True))
    step = np.exp(transitions)
    forward = np.empty_like(local)
    forward[:, 0] = local[:, 0] * first
    for t in range(1, width):
        # Scaled to sum to one at each place: what is lost is a constant of the row.
        previous = forward[:, t - 1] / forward[:, t - 1].sum(axis=1, keepdims=True)
        forward[:, t] = (previous @ step) * local[:, t]
    backward = np.ones((count, size), dtype=np.float32)
    out: Floats = np.empty_like(local)
    for t in range(width - 1, -1, -1):
        product = forward[:, t] * backward
        out[:, t] = product / product.sum(axis=1, keepdims=True)
        backward = (local[:, t] * backward) @ step.T
        backward /= backward.sum(axis=1, keepdims=True)
    return out


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
