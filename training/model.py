"""The network in PyTorch: a MiniLM encoder (BERT, 6 layers of 384), an anchor head, a head that tags cue, source and
content *given an anchor*, scored as a linear-chain CRF, and heads for names, descriptions and what refers to what.

An anchor is the one word of a cue that stands for it. Because roles are tagged per anchor, links between
cue, source and content are learnt, and attributions may overlap.
"""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.decoding import LABELS, transition_mask
from onrecord.encoder.mentions import FORMS, HEADS, NAMES, PAIR
from onrecord.encoder.neighbourhood import PLACES
from onrecord.encoder.words import SHAPES
from training.events import ASPECTS, TYPES

HIDDEN = 384
CHANNELS = 128
LINK = 64


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, config: dict, dropout: float) -> None:
        super().__init__()
        d, inner = config["hidden_size"], config["intermediate_size"]
        self.heads = config["num_attention_heads"]
        #: Of each head; fixed, so that fewer heads are less work.
        self.size = config.get("head_size", d // self.heads)
        self.qkv = nn.Linear(d, 3 * self.heads * self.size)
        self.out = nn.Linear(self.heads * self.size, d)
        self.norm1 = nn.LayerNorm(d, eps=config["layer_norm_eps"])
        self.up = nn.Linear(d, inner)
        self.down = nn.Linear(inner, d)
        self.norm2 = nn.LayerNorm(d, eps=config["layer_norm_eps"])
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(a.transpose(1, 2).reshape(b, t, -1))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))

    def keep(self, units: Tensor, heads: Tensor) -> None:
        """Keep only these feed-forward units and attention heads."""
        self.up, self.down = _rows(self.up, units), _columns(self.down, units)
        places = (heads[:, None] * self.size + torch.arange(self.size)).flatten()
        width = self.heads * self.size
        self.qkv = _rows(self.qkv, torch.cat([places + n * width for n in range(3)]))
        self.out = _columns(self.out, places)
        self.heads = len(heads)


def _rows(linear: nn.Linear, rows: Tensor) -> nn.Linear:
    """``linear`` with only these of its outputs."""
    out = nn.Linear(linear.in_features, len(rows))
    with torch.no_grad():
        out.weight.copy_(linear.weight[rows])
        out.bias.copy_(linear.bias[rows])
    return out


def _columns(linear: nn.Linear, columns: Tensor) -> nn.Linear:
    """``linear`` with only these of its inputs."""
    out = nn.Linear(len(columns), linear.out_features)
    with torch.no_grad():
        out.weight.copy_(linear.weight[:, columns])
        out.bias.copy_(linear.bias)
    return out


class Encoder(nn.Module):
    """Word pieces and their shapes to states: ids, shapes (b, t), mask (b, t) or None -> (b, t, 384)."""

    def __init__(self, config: dict, dropout: float = 0.1) -> None:
        super().__init__()
        d = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], d)
        self.positions = nn.Embedding(config["max_position_embeddings"], d)
        self.shapes = nn.Embedding(SHAPES, d)
        self.norm = nn.LayerNorm(d, eps=config["layer_norm_eps"])
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config["num_hidden_layers"]))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        allowed = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, allowed)
        return x

    @classmethod
    def pretrained(cls, folder: Path, dropout: float = 0.1) -> "Encoder":
        """The encoder in ``folder`` (config.json, model.safetensors of a BERT model)."""
        config = json.loads((folder / "config.json").read_text())
        self, w = cls(config, dropout), load_file(folder / "model.safetensors")
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        e = "embeddings."
        state = {
            "words.weight": w[e + "word_embeddings.weight"],
            # Every input is one segment, so its type embedding is a constant: folded into the positions.
            "positions.weight": w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0],
            "shapes.weight": self.shapes.weight,
            "norm.weight": w[e + "LayerNorm.weight"],
            "norm.bias": w[e + "LayerNorm.bias"],
        }
        for i in range(config["num_hidden_layers"]):
            old, new = f"encoder.layer.{i}.", f"layers.{i}."
            for kind in ("weight", "bias"):
                qkv = [w[f"{old}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                state[f"{new}qkv.{kind}"] = torch.cat(qkv)
                state[f"{new}out.{kind}"] = w[f"{old}attention.output.dense.{kind}"]
                state[f"{new}norm1.{kind}"] = w[f"{old}attention.output.LayerNorm.{kind}"]
                state[f"{new}up.{kind}"] = w[f"{old}intermediate.dense.{kind}"]
                state[f"{new}down.{kind}"] = w[f"{old}output.dense.{kind}"]
                state[f"{new}norm2.{kind}"] = w[f"{old}output.LayerNorm.{kind}"]
        self.load_state_dict(state)
        return self


class RoleHead(nn.Module):
    """Emissions of role labels for the words around each anchor.

    states (n, 384) of all words; index, mask, place (c, w) from ``neighbourhood.around``; anchors (c,)
    -> (c, w, len(LABELS)).
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Linear(HIDDEN, CHANNELS)
        self.key = nn.Linear(HIDDEN, CHANNELS)
        self.query = nn.Linear(HIDDEN, CHANNELS)
        self.match = nn.Linear(CHANNELS, CHANNELS)
        self.anchor = nn.Linear(HIDDEN, CHANNELS)
        self.place = nn.Embedding(PLACES, CHANNELS)
        self.norms = nn.ModuleList(nn.LayerNorm(CHANNELS) for _ in range(4))
        self.convs = nn.ModuleList(
            nn.Conv1d(CHANNELS, CHANNELS, 5, padding=2 * dilation, dilation=dilation) for dilation in (1, 2, 4)
        )
        self.out = nn.Linear(CHANNELS, len(LABELS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, index: Tensor, mask: Tensor, place: Tensor, anchors: Tensor) -> Tensor:
        word, key = self.word(states), self.key(states)
        of_anchor = states[anchors]
        x = word[index] + self.match(key[index] * self.query(of_anchor)[:, None, :])
        x = x + self.anchor(of_anchor)[:, None, :] + self.place(place)
        keep = mask[:, :, None]
        x = self.dropout(functional.gelu(x)) * keep
        for norm, conv in zip(self.norms[:-1], self.convs, strict=True):
            y = conv((norm(x) * keep).transpose(1, 2)).transpose(1, 2)
            x = x + self.dropout(functional.gelu(y)) * keep
        return self.out(self.norms[-1](x))


class CRF(nn.Module):
    """A linear chain over LABELS with hard limits: an I- only after its own B- or I-."""

    def __init__(self) -> None:
        super().__init__()
        n = len(LABELS)
        self.transitions = nn.Parameter(torch.zeros(n, n))
        allowed, start = transition_mask()
        self.register_buffer("forbidden", torch.from_numpy(~allowed))
        self.register_buffer("start", torch.from_numpy(~start))

    def table(self) -> Tensor:
        """Transition scores, from row to column."""
        return self.transitions.masked_fill(self.forbidden, -1e4)

    def loss(self, emissions: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood of ``gold`` (c, w); masked places are bridged as label 0."""
        emissions = emissions * mask[:, :, None]
        # Beyond the ends of the text everything is O, at no cost.
        outside = torch.full((len(LABELS),), -1e4)
        outside[0] = 0.0
        emissions = torch.where(mask[:, :, None] > 0, emissions, outside)
        gold = torch.where(mask > 0, gold, 0)
        table = self.table()
        # Taken apart once: indexing inside the loop would make the backward pass fill a whole tensor a step.
        first, *rest = emissions.unbind(1)
        alpha = first.masked_fill(self.start, -1e4)
        for local in rest:
            alpha = torch.logsumexp(alpha[:, :, None] + table, dim=1) + local
        score = emissions.gather(2, gold[:, :, None]).sum((1, 2)) + table[gold[:, :-1], gold[:, 1:]].sum(1)
        return (torch.logsumexp(alpha, dim=1) - score).mean()

    def partial_loss(self, emissions: Tensor, allowed: Tensor) -> Tensor:
        """Mean negative log-likelihood, a place, of all sequences that ``allowed`` (c, w, labels) lets through."""
        both = torch.cat([emissions, emissions.masked_fill(~allowed, -1e4)])
        table = self.table()
        first, *rest = both.unbind(1)
        alpha = first.masked_fill(self.start, -1e4)
        for local in rest:
            alpha = torch.logsumexp(alpha[:, :, None] + table, dim=1) + local
        every, through = torch.logsumexp(alpha, dim=1).chunk(2)
        return (every - through).mean() / emissions.shape[1]


class Tagger(nn.Module):
    """Scores of labels for a text's words in order: states (n, 384) -> (n, labels)."""

    def __init__(self, labels: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.word = nn.Linear(HIDDEN, CHANNELS)
        self.norms = nn.ModuleList(nn.LayerNorm(CHANNELS) for _ in range(3))
        self.convs = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 3, padding=d, dilation=d) for d in (1, 2))
        self.out = nn.Linear(CHANNELS, labels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        x = self.dropout(functional.gelu(self.word(self.dropout(states))))
        for norm, conv in zip(self.norms[:-1], self.convs, strict=True):
            x = x + self.dropout(functional.gelu(conv(norm(x).T[None])[0].T))
        return self.out(self.norms[-1](x))


class LinkHead(nn.Module):
    """How much each pair of mentions looks like one thing; an empty antecedent scores 0.

    states (n, 384) of all words; word, form (m,) of the mentions; later, earlier (p,), features (p, 4) of the pairs
    -> (p,).
    """

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.later = nn.Linear(HIDDEN, LINK)
        self.earlier = nn.Linear(HIDDEN, LINK)
        self.match = nn.Linear(LINK, LINK)
        self.forms = nn.Embedding(len(FORMS) ** 2, LINK)
        self.features = nn.ModuleList(nn.Embedding(size, LINK) for size in PAIR)
        self.hidden = nn.Linear(LINK, LINK)
        self.out = nn.Linear(LINK, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, states: Tensor, word: Tensor, form: Tensor, later: Tensor, earlier: Tensor, features: Tensor
    ) -> Tensor:
        own = states[word]
        a, b = self.later(own)[later], self.earlier(own)[earlier]
        x = a + b + self.match(a * b) + self.forms(form[later] * len(FORMS) + form[earlier])
        for n, table in enumerate(self.features):
            x = x + table(features[:, n])
        x = self.dropout(functional.gelu(x))
        return self.out(functional.gelu(self.hidden(x)))[:, 0]


class Model(nn.Module):
    """Encoder, anchors, roles per anchor, links between mentions, anchors of statements that
    others report (inner), names (tagger), heads of descriptions (describer); triggers of events with their types, who
    takes part in each (parts), and its status, stance and mode (aspects). Flat tags (all attributions at once, the
    CofeNet protocol), and names and heads by one layer, are asked for by the encoder's training only."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.flat = nn.Linear(HIDDEN, len(LABELS))
        self.flat_crf = CRF()
        self.anchors = nn.Linear(HIDDEN, 1)
        self.roles = RoleHead()
        self.crf = CRF()
        self.names = nn.Linear(HIDDEN, len(NAMES))
        self.tagger = Tagger(len(NAMES))
        self.tagger_crf = CRF()
        self.describer = Tagger(len(HEADS))
        self.heads = nn.Linear(HIDDEN, len(HEADS))
        self.links = LinkHead()
        self.triggers = nn.Linear(HIDDEN, len(TYPES) + 1)
        self.parts = RoleHead()
        self.parts_crf = CRF()
        self.aspects = nn.Linear(HIDDEN, len(ASPECTS))
        self.inner = nn.Sequential(nn.Linear(HIDDEN, LINK), nn.GELU(), nn.Dropout(0.2), nn.Linear(LINK, 1))

    def shrink(self, state: dict[str, Tensor]) -> None:
        """Make the encoder's layers as small as they are in these weights."""
        for i, layer in enumerate(self.encoder.layers):
            units = state[f"encoder.layers.{i}.up.weight"].shape[0]
            heads = state[f"encoder.layers.{i}.out.weight"].shape[1] // layer.size
            layer.keep(torch.arange(units), torch.arange(heads))
