"""Epochs over whole documents, for the small heads: shuffled, with a rate that falls to almost nothing."""

import random
from collections.abc import Iterator
from typing import TypeVar

from torch.optim import Optimizer

Item = TypeVar("Item")


def epochs(
    items: list[Item], count: int, rate: float, optimiser: Optimizer, rng: random.Random
) -> Iterator[Iterator[Item]]:
    """``count`` passes over ``items``, each in a new order; the optimiser's rate falls in a line from ``rate`` on."""
    for epoch in range(count):
        rng.shuffle(items)
        yield _steps(items, epoch, count, rate, optimiser)


def _steps(items: list[Item], epoch: int, count: int, rate: float, optimiser: Optimizer) -> Iterator[Item]:
    for n, item in enumerate(items):
        for group in optimiser.param_groups:
            group["lr"] = rate * max(1 - (epoch + n / len(items)) / count, 0.02)
        yield item
