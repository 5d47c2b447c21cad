"""Training examples as batches of windows."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.encoder.decoding import ROLES
from onrecord.encoder.mentions import FORMS, KINDS, NAMES, PRONOUNS, Mentions, pairs
from onrecord.encoder.neighbourhood import REACH, around, within
from onrecord.encoder.windows import Window, inputs
from training import data
from training.events import ASPECTS
from training.mentions import UNKNOWN


@dataclass(slots=True)
class Linked:
    """Mentions and pairs as the link head takes them (``word`` to ``features``), and what is right: ``linked`` (p,),
    pairs of one chain; ``counted`` (m,), mentions whose chain is known."""

    word: Tensor
    form: Tensor
    later: Tensor
    earlier: Tensor
    features: Tensor
    linked: Tensor
    counted: Tensor


@dataclass(slots=True)
class Near:
    """What a role head is asked about c anchors (c,): ``index``, ``mask``, ``place`` (c, w) as ``neighbourhood.around``
    gives them; and the right labels ``roles`` (c, w)."""

    anchors: Tensor
    index: Tensor
    mask: Tensor
    place: Tensor
    roles: Tensor


@dataclass(slots=True)
class Batch:
    """Some windows as tensors; word-level arrays are concatenated over the windows.

    ``attributed``: words whose attributions are known. ``names``, ``heads``, ``inner``, ``types`` are UNKNOWN where
    nothing is known. ``told`` are the anchors of attributions, nested ones too, and what lies ``near`` each.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    lengths: list[int]
    flat: Tensor
    anchor: Tensor
    inner: Tensor
    told: Near
    attributed: Tensor
    names: Tensor
    heads: Tensor
    links: Linked
    types: Tensor
    events: Near
    aspects: Tensor
    counted: Tensor


def batches(examples: list[data.Example], size: int, most: int, rng: random.Random) -> Iterator[Batch]:
    """One epoch: every article once, divided anew into windows of ``size`` pieces, those of like length together, at
    most ``most`` pieces a batch."""
    windows = [(e, a, b) for e in examples for a, b in data.pieces(e.words, rng, size)]
    rng.shuffle(windows)
    # Sorted by length within large pools: little padding, and still a different mix every epoch.
    pool = 400
    groups: list[list[tuple[data.Example, int, int]]] = []
    for i in range(0, len(windows), pool):
        group: list[tuple[data.Example, int, int]] = []
        longest = 0
        for item in sorted(windows[i : i + pool], key=_length):
            longest = max(longest, _length(item))
            if group and longest * (len(group) + 1) > most:
                groups.append(group)
                group, longest = [], _length(item)
            group.append(item)
        groups.append(group)
    rng.shuffle(groups)
    for group in groups:
        yield collate(group)


def _length(item: tuple[data.Example, int, int]) -> int:
    e, a, b = item
    return int(e.words.pieces.first[b] - e.words.pieces.first[a])


def collate(group: list[tuple[data.Example, int, int]]) -> Batch:
    made = [inputs(e.words, Window(a, b, a, b)) for e, a, b in group]
    ids, shapes = _padded([m.ids for m in made]), _padded([m.shapes for m in made])
    flat, anchor = [], []
    links, told, events = _Links(), _Near(), _Near()
    aspects: list[np.ndarray] = []
    base = 0
    for e, a, b in group:
        n = b - a
        flat.append(data.tags(n, [_shifted(x, a, b) for x in e.attributions]))
        is_anchor = np.zeros(n, dtype=np.float32)
        is_anchor[[k - a for k in e.anchors if a <= k < b]] = 1
        anchor.append(is_anchor)
        for x, k in zip((*e.attributions, *e.nested), (*e.anchors, *e.nested_anchors), strict=True):
            told.add(e, x, k, a, b, base)
        if e.coded is not None:
            for i, k in enumerate(e.coded.anchors):
                if events.add(e, e.coded.roles[i], k, a, b, base):
                    aspects.append(np.stack([e.coded.aspects[i], e.coded.counted[i]]))
        links.add(e, a, b, base)
        base += n
    both = np.array(aspects, dtype=np.float32).reshape(len(aspects), 2, len(ASPECTS))
    return Batch(
        ids,
        shapes,
        present_in([len(m.ids) for m in made]),
        torch.from_numpy(np.concatenate([m.first + row * ids.shape[1] for row, m in enumerate(made)])),
        [b - a for _, a, b in group],
        torch.from_numpy(np.concatenate(flat)),
        torch.from_numpy(np.concatenate(anchor)),
        torch.from_numpy(np.concatenate([data.inner(e)[a:b] for e, a, b in group])),
        told.gathered(),
        torch.from_numpy(np.repeat([e.attributed for e, _, _ in group], [b - a for _, a, b in group])),
        torch.from_numpy(np.concatenate([_labels(e, a, b, "names") for e, a, b in group])),
        torch.from_numpy(np.concatenate([_labels(e, a, b, "heads") for e, a, b in group])),
        links.gathered(),
        torch.from_numpy(
            np.concatenate([np.full(b - a, UNKNOWN) if e.coded is None else e.coded.types[a:b] for e, a, b in group])
        ),
        events.gathered(),
        torch.from_numpy(both[:, 0]),
        torch.from_numpy(both[:, 1]),
    )


def _shifted(roles: data.Roles, a: int, b: int) -> data.Roles:
    """What of ``roles`` lies in the words ``a:b``, counted from ``a``."""
    return {r: frozenset(i - a for i in roles[r] if a <= i < b) for r in ROLES}


class _Near:
    """Anchors in some windows and the words near them, gathered."""

    def __init__(self) -> None:
        self.anchors: list[int] = []
        self.near: list[tuple[np.ndarray, ...]] = []
        self.roles: list[np.ndarray] = []

    def add(self, e: data.Example, roles: data.Roles, anchor: int, a: int, b: int, base: int) -> bool:
        """Add an anchor if it stands in the words ``a:b``, the first of them word ``base`` of the batch; whether so."""
        if not a <= anchor < b:
            return False
        k = anchor - a
        stretch = around(np.array([k]), within(np.array([k]), REACH), e.words.paragraph[a:b])
        self.anchors.append(base + k)
        self.near.append((stretch.words + base, stretch.mask, stretch.place))
        padded = np.concatenate([np.zeros(REACH), data.tags(b - a, [_shifted(roles, a, b)]), np.zeros(REACH)])
        self.roles.append(padded[k : k + 2 * REACH + 1])
        return True

    def gathered(self) -> Near:
        width = 2 * REACH + 1
        index, mask, place = (
            np.concatenate([row[i] for row in self.near]) if self.near else np.zeros((0, width)) for i in range(3)
        )
        return Near(
            torch.tensor(self.anchors, dtype=torch.long),
            torch.from_numpy(index).long(),
            torch.from_numpy(mask).float(),
            torch.from_numpy(place).long(),
            torch.from_numpy(np.array(self.roles, dtype=np.int64).reshape(-1, width)),
        )


def _labels(e: data.Example, a: int, b: int, kind: str) -> np.ndarray:
    return np.full(b - a, UNKNOWN, dtype=np.int64) if e.labels is None else getattr(e.labels, kind)[a:b]


def form(e: data.Example, word: int) -> int:
    """What the link head is told of the mention at ``word``, from the gold labels: a number into FORMS."""
    assert e.labels is not None
    if e.labels.names[word] > 0:
        return KINDS.index(NAMES[e.labels.names[word]][2:])
    if e.surfaces[word] in PRONOUNS:
        return FORMS.index(PRONOUNS[e.surfaces[word]])
    return len(KINDS) + max(int(e.labels.heads[word]), 1) - 1


class _Links:
    """The mentions and pairs of some windows, gathered."""

    def __init__(self) -> None:
        self.columns: list[list[np.ndarray]] = [[] for _ in range(6)]
        self.mentions = 0

    def add(self, e: data.Example, a: int, b: int, base: int) -> None:
        chosen = [] if e.labels is None else [link for link in e.labels.links if a <= link.word < b]
        mentions = Mentions(
            np.array([link.word for link in chosen], dtype=np.int64),
            np.array([form(e, link.word) for link in chosen], dtype=np.int64),
        )
        later, earlier, features = pairs(mentions, e.words, e.surfaces)
        chains = [link.chain for link in chosen]
        same = [chains[i] == chains[j] for i, j in zip(later.tolist(), earlier.tolist(), strict=True)]
        rows = (
            mentions.word - a + base,
            mentions.form,
            later + self.mentions,
            earlier + self.mentions,
            features,
            np.array(same, dtype=bool),
        )
        for column, row in zip(self.columns, rows, strict=True):
            column.append(row)
        self.mentions += len(chosen)

    def gathered(self) -> Linked:
        tensors = (torch.from_numpy(np.concatenate(column)) for column in self.columns)
        return Linked(*tensors, torch.ones(self.mentions))


def _padded(rows: list[np.ndarray]) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)


def present_in(lengths: list[int]) -> Tensor:
    """Which places of a padded batch hold something: (rows, longest)."""
    return torch.arange(max(lengths))[None, :] < torch.tensor(lengths)[:, None]
