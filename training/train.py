"""Train the attribution model: ``python -m training.train --help``.

Seeded; a checkpoint after every epoch holds everything needed to go on, so a run that was stopped is started
again with the same command. The articles of ``holdout`` are never trained on: calibration is fitted on them.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.decoding import ROLES
from onrecord.encoder.neighbourhood import REACH, around, within
from onrecord.encoder.windows import Window, inputs
from training import data
from training.model import Encoder, Model


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what a run gives."""

    seed: int = 1
    epochs: int = 4
    size: int = 320
    batch: int = 3000
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.1
    #: Before this epoch (from 0) the feed-forward layers are pruned to ``inner`` units.
    prune_at: int = 1
    inner: int = 1024
    #: From this epoch on our own passages join, each so many times.
    own_from: int = 2
    own_copies: int = 3


@dataclass(slots=True)
class Batch:
    """Some windows as tensors; word-level arrays are concatenated over the windows."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    lengths: list[int]
    flat: Tensor
    anchor: Tensor
    anchors: Tensor
    index: Tensor
    near: Tensor
    place: Tensor
    roles: Tensor


def holdout(examples: list[data.Example]) -> tuple[list[data.Example], list[data.Example]]:
    """Training examples, and those of every twentieth article, for calibration."""
    names = sorted({e.name for e in examples})
    kept = set(names[7::20])
    return [e for e in examples if e.name not in kept], [e for e in examples if e.name in kept]


def batches(examples: list[data.Example], settings: Settings, rng: random.Random) -> Iterator[Batch]:
    """One epoch: every article once, divided anew, windows of like length together."""
    windows = [(e, a, b) for e in examples for a, b in data.pieces(e.words, rng, settings.size)]
    rng.shuffle(windows)
    # Sorted by length within large pools: little padding, and still a different mix every epoch.
    pool = 400
    groups: list[list[tuple[data.Example, int, int]]] = []
    for i in range(0, len(windows), pool):
        group: list[tuple[data.Example, int, int]] = []
        longest = 0
        for item in sorted(windows[i : i + pool], key=_length):
            longest = max(longest, _length(item))
            if group and longest * (len(group) + 1) > settings.batch:
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
    flat, anchor, anchors, roles = [], [], [], []
    near: list[tuple[np.ndarray, ...]] = []
    base = 0
    for e, a, b in group:
        n = b - a
        inside = [
            ({r: frozenset(i - a for i in x[r] if a <= i < b) for r in ROLES}, k - a)
            for x, k in zip(e.attributions, e.anchors, strict=True)
        ]
        flat.append(data.tags(n, [x for x, _ in inside]))
        is_anchor = np.zeros(n, dtype=np.float32)
        for x, k in inside:
            if 0 <= k < n:
                is_anchor[k] = 1
                labels = data.tags(n, [x])
                around_k = around(np.array([k]), within(np.array([k]), REACH), e.words.paragraph[a:b])
                anchors.append(base + k)
                near.append((around_k.words + base, around_k.mask, around_k.place))
                padded = np.concatenate([np.zeros(REACH), labels, np.zeros(REACH)])
                roles.append(padded[k : k + 2 * REACH + 1])
        anchor.append(is_anchor)
        base += n
    width_near = 2 * REACH + 1
    stacked = [
        np.concatenate(x) if near else np.zeros((0, width_near))
        for x in (zip(*near, strict=True) if near else [(), (), ()])
    ]
    return Batch(
        ids,
        shapes,
        _present([len(m.ids) for m in made]),
        torch.from_numpy(np.concatenate([m.first + row * ids.shape[1] for row, m in enumerate(made)])),
        [b - a for _, a, b in group],
        torch.from_numpy(np.concatenate(flat)),
        torch.from_numpy(np.concatenate(anchor)),
        torch.tensor(anchors, dtype=torch.long),
        torch.from_numpy(stacked[0]).long(),
        torch.from_numpy(stacked[1]).float(),
        torch.from_numpy(stacked[2]).long(),
        torch.from_numpy(np.array(roles, dtype=np.int64).reshape(-1, width_near)),
    )


def _padded(rows: list[np.ndarray]) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)


def _present(lengths: list[int]) -> Tensor:
    return torch.arange(max(lengths))[None, :] < torch.tensor(lengths)[:, None]


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """The three losses of one batch."""
    states = model.encoder(batch.ids, batch.shapes, batch.mask)
    states = states.reshape(-1, states.shape[-1])[batch.first]
    parts = states.split(batch.lengths)
    padded = torch.nn.utils.rnn.pad_sequence(parts, batch_first=True)
    gold = torch.nn.utils.rnn.pad_sequence(batch.flat.split(batch.lengths), batch_first=True)
    flat = (
        model.flat_crf.loss(model.flat(padded), gold, _present(batch.lengths).float()) * len(parts) / sum(batch.lengths)
    )
    anchor = functional.binary_cross_entropy_with_logits(model.anchors(states)[:, 0], batch.anchor)
    out = {"flat": flat, "anchor": anchor}
    if len(batch.anchors):
        emissions = model.roles(states, batch.index, batch.near, batch.place, batch.anchors)
        out["roles"] = model.crf.loss(emissions, batch.roles, batch.near)
    return out


#: The roles' loss is a sum over some 30 labelled words, the flat loss a mean per word: brought to one scale.
WEIGHTS = {"flat": 1.0, "anchor": 5.0, "roles": 0.05}


def optimiser(model: Model, settings: Settings) -> torch.optim.AdamW:
    model.encoder.words.weight.requires_grad_(False)  # half of all parameters, and news uses no new words
    groups = []
    for rate, module in (
        (settings.encoder_rate, [model.encoder]),
        (settings.head_rate, [model.flat, model.anchors, model.roles, model.crf, model.flat_crf]),
    ):
        named = [(n, p) for m in module for n, p in m.named_parameters() if p.requires_grad]
        for decay, chosen in (
            (settings.weight_decay, [p for n, p in named if p.ndim > 1 and "transitions" not in n]),
            (0.0, [p for n, p in named if p.ndim == 1 or "transitions" in n]),
        ):
            groups.append({"params": chosen, "lr": rate, "initial_lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, fused=True)


PRUNE_BATCHES = 40


def prune(model: Model, sample: list[Batch], inner: int) -> None:
    """Keep the ``inner`` feed-forward units of each layer that matter most to the losses on ``sample``.

    A unit matters by the first-order estimate of what the loss would change without it: the magnitude of
    activation times gradient, summed per example (Molchanov et al. 2017). A third of the units do little, and
    the matrices that they stand in are two thirds of the encoder's arithmetic.
    """
    model.train()
    scores = [torch.zeros(layer.up.out_features) for layer in model.encoder.layers]
    kept: list[Tensor] = []

    def keep(_module: nn.Module, args: tuple[Tensor]) -> None:
        args[0].retain_grad()
        kept.append(args[0])

    hooks = [layer.down.register_forward_pre_hook(keep) for layer in model.encoder.layers]
    for batch in sample:
        kept.clear()
        sum(WEIGHTS[k] * v for k, v in losses(model, batch).items()).backward()
        for score, activation in zip(scores, kept, strict=True):
            score += (activation * activation.grad).detach().sum(1).abs().sum(0)
    for hook in hooks:
        hook.remove()
    model.zero_grad(set_to_none=True)
    for layer, score in zip(model.encoder.layers, scores, strict=True):
        layer.keep(score.topk(inner).indices.sort().values)


def run(model: Model, examples: list[data.Example], own: list[data.Example], settings: Settings, out: Path) -> None:
    """Train to the end of the last epoch, going on from ``out/checkpoint.pt`` where there is one."""
    checkpoint = out / "checkpoint.pt"
    begin = 0
    optimizer = optimiser(model, settings)
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        if saved["settings"] != asdict(settings):
            sys.exit(f"{checkpoint} is of a run with other settings: {saved['settings']}")
        begin = saved["epoch"]
        if begin > settings.prune_at:
            for layer in model.encoder.layers:
                layer.keep(torch.arange(settings.inner))
        model.load_state_dict(saved["model"])
        optimizer = optimiser(model, settings)
        if begin != settings.prune_at:
            optimizer.load_state_dict(saved["optimizer"])
    for epoch in range(begin, settings.epochs):
        chosen = examples + (own * settings.own_copies if epoch >= settings.own_from else [])
        # Batches differ from epoch to epoch; progress is measured in words, which hardly do.
        total = sum(len(e.words) for e in chosen)
        rng = random.Random(settings.seed * 1000 + epoch)
        torch.manual_seed(settings.seed * 1000 + epoch)
        model.train()
        if epoch == settings.prune_at:
            prune(model, list(islice(batches(chosen, settings, rng), PRUNE_BATCHES)), settings.inner)
            optimizer = optimiser(model, settings)
        seen, started, mean = 0, time.time(), dict.fromkeys(WEIGHTS, 0.0)
        for step, batch in enumerate(batches(chosen, settings, rng)):
            progress = (epoch + seen / total) / settings.epochs
            scale = min(progress / settings.warmup, (1 - progress) / (1 - settings.warmup))
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * max(scale, 0.01)
            found = losses(model, batch)
            loss = sum((WEIGHTS[k] * v for k, v in found.items()), torch.zeros(()))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            seen += sum(batch.lengths)
            for k, v in found.items():
                mean[k] += (v.item() - mean[k]) * (0.02 if step > 50 else 1 / (step + 1))
            if step % 20 == 0:
                left = (time.time() - started) * ((settings.epochs - epoch) * total / max(seen, 1) - 1)
                shown = "  ".join(f"{k} {v:.4f}" for k, v in mean.items())
                print(
                    f"epoch {epoch + 1}/{settings.epochs} {seen / total:6.1%}  {shown}  {left / 60:.0f} min left",
                    flush=True,
                )
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch + 1,
            "settings": asdict(settings),
        }
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)
        torch.save(model.state_dict(), out / "model.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder with PolNeAR train (text/, attributions/)")
    parser.add_argument(
        "encoder",
        type=Path,
        help="folder with the pretrained encoder (config.json, model.safetensors, tokenizer.json)",
    )
    parser.add_argument("out", type=Path, help="folder for checkpoints and the trained model")
    parser.add_argument("--own", type=Path, help="folder with passages of our own (inline marks)")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--limit", type=int, help="use only this many articles (to try the code out)")
    args = parser.parse_args()
    settings = Settings(seed=args.seed, epochs=args.epochs)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = data.corpus(args.corpus, tokenizer, first_only=False)[: args.limit]
    chosen, _ = holdout(examples)
    model = Model(Encoder.pretrained(args.encoder, settings.dropout))
    own = data.passages(args.own, tokenizer) if args.own else []
    data.set_anchors(chosen, own)
    print(
        f"{len(chosen)} annotated articles, {sum(len(e.words) for e in chosen):,} words; {len(own)} passages",
        flush=True,
    )
    run(model, chosen, own, settings, args.out)
    (args.out / "settings.json").write_text(json.dumps(asdict(settings), indent=1))


if __name__ == "__main__":
    main()
