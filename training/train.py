"""Train the attribution model: ``python -m training.train --help``.

Seeded; a checkpoint after every epoch holds everything needed to go on, so a run that was stopped is started
again with the same command. The articles of ``holdout`` are never trained on: calibration is fitted on them.
"""

import argparse
import json
import random
import sys
import time
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.bundle import load
from training import data
from training.batches import Batch, Linked, batches, present_in
from training.mentions import UNKNOWN
from training.model import Encoder, Model
from training.reports import reports
from training.restore import restore


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what a run gives."""

    seed: int = 1
    epochs: int = 5
    size: int = 320
    batch: int = 3000
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.1
    #: Before this epoch (from 0) each layer is pruned to ``inner`` feed-forward units and ``heads`` attention heads.
    prune_at: int = 1
    inner: int = 768
    heads: int = 10
    #: From this epoch on our own passages join, each so many times.
    own_from: int = 2
    own_copies: int = 3
    #: Copies of a treebank's documents in an epoch.
    treebank_copies: int = 2
    #: Share of PolNeAR's articles in an epoch, others each time: a bundle to go on from has seen them all.
    news_share: float = 1.0
    #: Digest of the bundle that the run goes on from.
    start: str = ""


def holdout(examples: list[data.Example]) -> tuple[list[data.Example], list[data.Example]]:
    """Training examples, and those of every twentieth article, for calibration."""
    names = sorted({e.name for e in examples})
    kept = set(names[7::20])
    return [e for e in examples if e.name not in kept], [e for e in examples if e.name in kept]


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """The losses of one batch, each where the batch has something for it."""
    states = model.encoder(batch.ids, batch.shapes, batch.mask)
    states = states.reshape(-1, states.shape[-1])[batch.first]
    parts = states.split(batch.lengths)
    padded = torch.nn.utils.rnn.pad_sequence(parts, batch_first=True)
    gold = torch.nn.utils.rnn.pad_sequence(batch.flat.split(batch.lengths), batch_first=True)
    known = batch.attributed.float()
    present = present_in(batch.lengths).float()
    present = present * torch.nn.utils.rnn.pad_sequence(known.split(batch.lengths), batch_first=True)
    out = {"flat": model.flat_crf.loss(model.flat(padded), gold, present) * len(parts) / sum(batch.lengths)}
    scores = model.anchors(states)[:, 0]
    out["anchor"] = functional.binary_cross_entropy_with_logits(scores, batch.anchor, known)
    inner_known = batch.inner != UNKNOWN
    if inner_known.any():
        scores = model.inner(states[inner_known])[:, 0]
        out["inner"] = functional.binary_cross_entropy_with_logits(scores, batch.inner[inner_known].float())
    for kind, head, crf, near in (
        ("roles", model.roles, model.crf, batch.told),
        ("parts", model.parts, model.parts_crf, batch.events),
    ):
        if len(near.anchors):
            emissions = head(states, near.index, near.mask, near.place, near.anchors)
            out[kind] = crf.loss(emissions, near.roles, near.mask)
    if len(batch.events.anchors):
        told = functional.binary_cross_entropy_with_logits(
            model.aspects(states[batch.events.anchors]), batch.aspects, batch.counted, reduction="sum"
        )
        out["aspects"] = told / len(batch.events.anchors)
    for kind, head in (("names", model.names), ("heads", model.heads), ("types", model.triggers)):
        labels = getattr(batch, kind)
        if (labels >= 0).any():
            out[kind] = functional.cross_entropy(head(states), labels, ignore_index=UNKNOWN)
    if len(batch.links.later):
        out["links"] = link_loss(model, states, batch.links)
    return out


def link_loss(model: Model, states: Tensor, links: Linked) -> Tensor:
    """The mean over counted mentions of how unlikely their right antecedents are; "none" is one of them, and the
    right one where there is no other (Lee et al., EMNLP 2017)."""
    scores = model.links(states, links.word, links.form, links.later, links.earlier, links.features)
    alone = torch.ones(len(links.word), dtype=torch.bool)
    alone[links.later[links.linked]] = False
    right = torch.where(links.linked, scores, -1e4)
    every = _log_sums(scores, links.later, torch.ones(len(alone)))
    gold = _log_sums(right, links.later, alone.float())
    return ((every - gold) * links.counted).sum() / links.counted.sum().clamp_min(1)


def _log_sums(scores: Tensor, group: Tensor, none: Tensor) -> Tensor:
    """log(none + sum of exp(scores) of the group) for each group; finite in float32 for scores of this size."""
    return torch.log(none.index_add(0, group, torch.exp(scores.clamp(-30, 30))).clamp_min(1e-13))


#: The roles' loss is a sum over some 30 labelled words, the flat loss a mean per word: brought to one scale.
WEIGHTS = {
    "flat": 1.0,
    "anchor": 5.0,
    "inner": 2.0,
    "roles": 0.05,
    "names": 0.5,
    "heads": 0.3,
    "links": 0.2,
    "types": 1.0,
    "parts": 0.05,
    "aspects": 0.1,
}


def optimiser(model: Model, settings: Settings) -> torch.optim.AdamW:
    model.encoder.words.weight.requires_grad_(False)  # half of all parameters, and news uses no new words
    groups = []
    for rate, module in (
        (settings.encoder_rate, [model.encoder]),
        (settings.head_rate, [module for name, module in model.named_children() if name != "encoder"]),
    ):
        named = [(n, p) for m in module for n, p in m.named_parameters() if p.requires_grad]
        for decay, chosen in (
            (settings.weight_decay, [p for n, p in named if p.ndim > 1 and "transitions" not in n]),
            (0.0, [p for n, p in named if p.ndim == 1 or "transitions" in n]),
        ):
            groups.append({"params": chosen, "lr": rate, "initial_lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, fused=True)


PRUNE_BATCHES = 40


def prune(model: Model, sample: list[Batch], inner: int, heads: int) -> None:
    """Keep the ``inner`` feed-forward units and ``heads`` of each layer that matter most to the losses on ``sample``.

    A unit matters by the first-order estimate of what the loss would change without it: the magnitude of
    activation times gradient, summed per example (Molchanov et al. 2017); so does a head (Michel et al. 2019). A third
    of them do little, and the matrices that they stand in are most of the encoder's arithmetic.
    """
    model.train()
    layers = list(model.encoder.layers)
    kept: list[Tensor] = []

    def keep(_module: nn.Module, args: tuple[Tensor]) -> None:
        args[0].retain_grad()
        kept.append(args[0])

    # In the order in which they run: of each layer first the heads' output, then the units.
    hooks = [part.register_forward_pre_hook(keep) for layer in layers for part in (layer.out, layer.down)]
    sizes = [size for layer in layers for size in (layer.size, 1)]
    scores = [torch.zeros(()) for _ in sizes]
    for batch in sample:
        kept.clear()
        sum(WEIGHTS[k] * v for k, v in losses(model, batch).items()).backward()
        for i, (activation, size) in enumerate(zip(kept, sizes, strict=True)):
            change = (activation * activation.grad).detach().sum(1)
            scores[i] = scores[i] + change.unflatten(1, (-1, size)).sum(2).abs().sum(0)
    for hook in hooks:
        hook.remove()
    model.zero_grad(set_to_none=True)
    for layer, of_heads, of_units in zip(layers, scores[::2], scores[1::2], strict=True):
        layer.keep(_best(of_units, inner), _best(of_heads, heads))


def _best(scores: Tensor, count: int) -> Tensor:
    return scores.topk(min(count, len(scores))).indices.sort().values


@dataclass(frozen=True, slots=True)
class Texts:
    """What is trained on: PolNeAR's articles; treebanks and sentences with events; our own passages and reports."""

    news: list[data.Example]
    others: list[data.Example]
    own: list[data.Example]

    def of_epoch(self, epoch: int, settings: Settings) -> list[data.Example]:
        """The examples of an epoch (from 0)."""
        share = settings.news_share
        some = [e for n, e in enumerate(self.news, epoch) if int((n + 1) * share) > int(n * share)]
        return some + self.others + (self.own * settings.own_copies if epoch >= settings.own_from else [])


def run(model: Model, texts: Texts, settings: Settings, out: Path) -> None:
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
            model.shrink(saved["model"])
        model.load_state_dict(saved["model"])
        optimizer = optimiser(model, settings)
        if begin != settings.prune_at:
            optimizer.load_state_dict(saved["optimizer"])
    for epoch in range(begin, settings.epochs):
        chosen = texts.of_epoch(epoch, settings)
        # Batches differ from epoch to epoch; progress is measured in words, which hardly do.
        total = sum(len(e.words) for e in chosen)
        rng = random.Random(settings.seed * 1000 + epoch)
        torch.manual_seed(settings.seed * 1000 + epoch)
        model.train()
        if epoch == settings.prune_at:
            sample = islice(batches(chosen, settings.size, settings.batch, rng), PRUNE_BATCHES)
            prune(model, list(sample), settings.inner, settings.heads)
            optimizer = optimiser(model, settings)
        seen, started, mean = 0, time.time(), dict[str, float]()
        for step, batch in enumerate(batches(chosen, settings.size, settings.batch, rng)):
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
                mean[k] = 0.98 * mean[k] + 0.02 * v.item() if k in mean else v.item()
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
    parser.add_argument("--reports", type=Path, help="folder with our own annotated reports")
    parser.add_argument("--events", type=Path, help="folder with our own sentences with events")
    parser.add_argument("--treebank", type=Path, help="GUM's training part (gzipped CoNLL-U): names and coreference")
    parser.add_argument("--start", type=Path, help="go on from the bundle in this folder")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--limit", type=int, help="use only this many articles (to try the code out)")
    args = parser.parse_args()
    settings = Settings(seed=args.seed, epochs=args.epochs)
    if args.start:
        settings = replace(
            settings, encoder_rate=1e-4, prune_at=0, own_from=0, news_share=0.6, start=load(args.start).digest
        )
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = data.corpus(args.corpus, tokenizer, first_only=False)[: args.limit]
    news, _ = holdout(examples)
    model = Model(Encoder.pretrained(args.encoder, settings.dropout))
    if args.start:
        print("not in the bundle, begun anew:", ", ".join(restore(model, args.start)))
    own = data.passages(args.own, tokenizer) if args.own else []
    own += reports(args.reports, tokenizer) if args.reports else []
    data.set_anchors(news, own)
    others: list[data.Example] = []
    if args.treebank:
        data.add_silver(news, args.corpus)
        others += data.treebank(args.treebank, tokenizer) * settings.treebank_copies
    if args.events:
        others += data.sentences(args.events, tokenizer)
    texts = Texts(news, others, own)
    words = sum(len(e.words) for e in texts.of_epoch(settings.own_from, settings))
    print(
        f"{len(news)} articles, {len(others)} other texts, {len(own)} of our own; {words:,} words an epoch", flush=True
    )
    run(model, texts, settings, args.out)
    (args.out / "settings.json").write_text(json.dumps(asdict(settings), indent=1))


if __name__ == "__main__":
    main()
