"""The heads that see whole documents, on states of the trained encoder, which is not changed any more:
``python -m training.heads --help``.

- links: which earlier mention a mention refers to, over windows' borders, among the mentions that the model finds;
- names and heads of descriptions, first, since the mentions hang on them (training.names);
- inner: anchors of every statement, nested ones too. GUM and our own reports have them all; in PolNeAR, which has the
  outermost only, nothing is known of what lies inside a content.
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from onrecord.encoder import mentions
from onrecord.encoder.windows import inputs, plan
from training import data, names
from training.batches import Linked
from training.bundle import OVERLAP, WINDOW, read_model
from training.loops import epochs
from training.mentions import UNKNOWN
from training.model import Model
from training.reports import reports
from training.train import holdout, link_loss

EPOCHS = 4
RATE = 1e-3
#: For links: copies of GUM's documents, of our own reports, and one in how many of the parser's chains. GUM has the
#: only chains that are whole, and our reports names from everywhere. Chosen on GUM dev and training/unseen.
GUM_COPIES, OWN_COPIES, SILVER = 5, 3, 2


@dataclass(slots=True)
class Document:
    """One document, ready: states (n, 384), links, and ``inner`` (n,): 1 for cues, 0 for other words, UNKNOWN."""

    states: Tensor
    links: Linked
    inner: Tensor


def states_of(model: Model, e: data.Example) -> Tensor:
    """The states of an example's words, read in the windows that the runtime uses."""
    out = []
    for window in plan(e.words, WINDOW, OVERLAP):
        x = inputs(e.words, window)
        with torch.inference_mode():
            found = model.encoder(torch.from_numpy(x.ids)[None], torch.from_numpy(x.shapes)[None])[0]
        kept = slice(window.keep_start - window.start, window.keep_end - window.start)
        out.append(found[torch.from_numpy(x.first)][kept])
    return torch.cat(out).clone()


def document(model: Model, e: data.Example) -> Document:
    """``e`` as a Document."""
    assert e.labels is not None
    states = states_of(model, e)
    table = model.tagger_crf.table().detach().numpy()
    with torch.inference_mode():
        names, heads = (head(states).numpy() for head in (model.tagger, model.describer))
    forms = mentions.forms(mentions.runs(names, table, e.words), heads, e.surfaces)
    chains = {link.word: link.chain for link in e.labels.links}
    person = mentions.FORMS.index("nominal-person")
    found = mentions.mentions({**dict.fromkeys(chains, person), **forms})
    pairs = mentions.pairs(found, e.words, e.surfaces)
    of = [chains.get(word, f"alone{word}") for word in found.word.tolist()]
    known = [e.complete or word in chains for word in found.word.tolist()]
    # What may be one chain without our knowing it is neither right nor wrong.
    kept = [known[i] and known[j] for i, j in zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True)]
    keep = np.flatnonzero(kept)
    later, earlier = pairs.later[keep], pairs.earlier[keep]
    linked = [of[i] == of[j] for i, j in zip(later.tolist(), earlier.tolist(), strict=True)]
    links = Linked(
        torch.from_numpy(found.word),
        torch.from_numpy(found.form),
        torch.from_numpy(later),
        torch.from_numpy(earlier),
        torch.from_numpy(pairs.features[keep]),
        torch.tensor(linked, dtype=torch.bool),
        torch.tensor(known, dtype=torch.bool),
    )
    return Document(states, links, torch.from_numpy(data.inner(e)))


def train(model: Model, documents: list[Document], rng: random.Random) -> None:
    """Train both heads, one document at a time."""
    parameters = [*model.links.parameters(), *model.inner.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, weight_decay=0.01)
    model.links.train()
    model.inner.train()
    for epoch, passed in enumerate(epochs(documents, EPOCHS, RATE, optimiser, rng)):
        mean = [0.0, 0.0]
        for n, d in enumerate(passed):
            links = link_loss(model, d.states, d.links)
            scores = model.inner(d.states)[:, 0]
            known = d.inner != UNKNOWN
            inner = functional.binary_cross_entropy_with_logits(scores[known], d.inner[known].float())
            optimiser.zero_grad(set_to_none=True)
            (links + 5 * inner).backward()
            optimiser.step()
            for i, value in enumerate((links.item(), inner.item())):
                mean[i] += (value - mean[i]) / (n + 1)
        print(f"epoch {epoch + 1}/{EPOCHS}  links {mean[0]:.3f}  inner {mean[1]:.4f}", flush=True)
    model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder with PolNeAR train")
    parser.add_argument("encoder", type=Path, help="folder with the pretrained encoder")
    parser.add_argument("weights", type=Path, help="model.pt of a run of training.train; the heads in it are replaced")
    parser.add_argument("--treebank", type=Path, required=True, help="GUM's training part")
    parser.add_argument("--tagged", type=Path, required=True, help="EWT's training part, for its parts of speech")
    parser.add_argument("--reports", type=Path, help="folder with our own annotated reports")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    model = read_model(args.encoder, args.weights)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    news, _ = holdout(data.corpus(args.corpus, tokenizer, first_only=True))
    own = reports(args.reports, tokenizer) if args.reports else []
    data.set_anchors(news, own)
    data.add_silver(news, args.corpus)
    silver = [e for e in news if e.labels]
    gold = data.treebank(args.treebank, tokenizer)
    complete = gold + own
    print(f"{len(news)} articles, {len(complete)} documents with all mentions and cues", flush=True)
    # Of the silver names a third is enough beside the two treebanks.
    words = complete * 2 + own * 2 + silver[::3]
    names.train(model, [(states_of(model, e), names.allowed(e)) for e in words + data.tagged(args.tagged, tokenizer)])
    names.train_heads(model, [(states_of(model, e), torch.from_numpy(e.labels.heads)) for e in gold if e.labels])
    chosen = silver[::SILVER] + gold * GUM_COPIES + own * OWN_COPIES
    made = {id(e): document(model, e) for e in silver[::SILVER] + complete}
    train(model, [made[id(e)] for e in chosen], random.Random(args.seed))
    torch.save(model.state_dict(), args.weights)


if __name__ == "__main__":
    main()
