"""The heads that tag names and the heads of descriptions, on states of the trained encoder."""

import random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encoder.mentions import NAMES
from training import data
from training.loops import epochs
from training.mentions import SOME_NAME, UNKNOWN
from training.model import Model

EPOCHS = 6
HEAD_EPOCHS = 15
RATE = 1e-3
#: Words in a row of a batch: a name lies within one.
ROW = 64


def allowed(e: data.Example) -> Tensor:
    """Which labels each word of ``e`` may have (n, NAMES): all of them where nothing is known."""
    out = np.ones((len(e.words), len(NAMES)), dtype=bool)
    if e.labels is not None:
        out[e.labels.names == SOME_NAME, 0] = False
        known = e.labels.names >= 0
        out[known] = False
        out[known, e.labels.names[known]] = True
    return torch.from_numpy(out)


def train(model: Model, documents: list[tuple[Tensor, Tensor]], seed: int = 1) -> None:
    """Train the head on (states, allowed labels) of whole documents."""
    rng = random.Random(seed)
    optimiser = torch.optim.AdamW(
        [*model.tagger.parameters(), *model.tagger_crf.parameters()], lr=RATE, weight_decay=0.01
    )
    model.tagger.train()
    chosen = [(s, a) for s, a in documents if not a.all() and len(s) >= ROW]
    for epoch, passed in enumerate(epochs(chosen, EPOCHS, RATE, optimiser, rng)):
        mean = 0.0
        for n, (states, labels) in enumerate(passed):
            # Cut into rows from a random word on, so that no place is always an edge.
            start = rng.randrange(len(states) % ROW + 1)
            rows = (len(states) - start) // ROW
            part = slice(start, start + rows * ROW)
            emissions = model.tagger(states[part]).view(rows, ROW, -1)
            known = labels[part].view(rows, ROW, -1).clone()
            known[:, 0] = True  # a row may begin inside a name
            loss = model.tagger_crf.partial_loss(emissions, known)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            mean += (loss.item() - mean) / (n + 1)
        print(f"names: epoch {epoch + 1}/{EPOCHS}  {mean:.4f}", flush=True)
    model.tagger.eval()


def train_heads(model: Model, documents: list[tuple[Tensor, Tensor]], seed: int = 1) -> None:
    """Train the head for descriptions on (states, labels) of whole documents: gold ones only, since a parser's chains
    leave out most of them."""
    rng = random.Random(seed)
    optimiser = torch.optim.AdamW(model.describer.parameters(), lr=RATE, weight_decay=0.01)
    model.describer.train()
    for passed in epochs(documents, HEAD_EPOCHS, RATE, optimiser, rng):
        mean = 0.0
        for n, (states, labels) in enumerate(passed):
            loss = functional.cross_entropy(model.describer(states), labels, ignore_index=UNKNOWN)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            mean += (loss.item() - mean) / (n + 1)
    print(f"heads of descriptions: {mean:.4f}", flush=True)
    model.describer.eval()
