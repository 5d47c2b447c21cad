"""From trained weights to the ONNX files of a bundle.

The encoder is written out with plain operations in the pattern that ONNX Runtime's optimiser knows, fused, and
quantised to int8 with weights in 7 bits: on CPUs without int8 dot products (AVX2) the product of two 8-bit
numbers overflows its 16-bit sum, with 7 bits it cannot, so all CPUs compute the same integers.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from onrecord.encoder.mentions import PAIR, Mentions, Pairs
from onrecord.encoder.neighbourhood import REACH
from onrecord.encoder.runtime import Reading
from training.model import CHANNELS, HIDDEN, Layer, Model, RoleHead, Tagger


class FusedAttention(torch.autograd.Function):
    """Attention as ONNX Runtime's one operator for it, instead of some twenty."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        b, t, width = q.shape
        q, k, v = (x.view(b, t, heads, width // heads).transpose(1, 2) for x in (q, k, v))
        return nn.functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, t, width)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


def plain(layer: Layer, x: Tensor) -> Tensor:
    """``layer`` on one unpadded window, without dropout."""
    q, k, v = layer.qkv(x).chunk(3, dim=-1)
    x = layer.norm1(layer.out(FusedAttention.apply(q, k, v, layer.heads)) + x)
    return layer.norm2(layer.down(nn.functional.gelu(layer.up(x))) + x)


def tags(head: Tagger, states: Tensor) -> Tensor:
    """``Tagger`` with its convolutions as matrix products, as in ``Roles``."""
    x = nn.functional.gelu(head.word(states))
    for norm, conv in zip(head.norms[:-1], head.convs, strict=True):
        step, n = conv.dilation[0], x.shape[0]
        taps = conv.weight.permute(1, 2, 0).flatten(1)
        z = torch.matmul(nn.functional.pad(norm(x), (0, 0, step, step)), taps)
        parts = z.split(CHANNELS, dim=-1)
        x = x + nn.functional.gelu(sum((part[i * step : i * step + n] for i, part in enumerate(parts)), conv.bias))
    return head.out(head.norms[-1](x))


class Reader(nn.Module):
    """The exported encoder: ids, shapes (1, t), first (w,) -> states (w, 384), anchors (w,), inner (w,),
    names (w, NAMES), heads (w, HEADS)."""

    def __init__(self, model: Model, eight_bit: bool) -> None:
        super().__init__()
        self.model = model
        table = model.encoder.words.weight.data
        if eight_bit:
            # One scale a row: half of the model's size, and no loss that could be measured.
            scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
            self.register_buffer("scale", scale)
            table = (table / scale).round().to(torch.int8)
        self.eight_bit = eight_bit
        self.register_buffer("table", table)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        encoder = self.model.encoder
        x = self.table[ids]
        if self.eight_bit:
            x = x.float() * self.scale[ids]
        x = encoder.norm(x + encoder.positions.weight[: ids.shape[1]] + encoder.shapes(shapes))
        for layer in encoder.layers:
            x = plain(layer, x)
        states = x[0][first]
        anchors = torch.sigmoid(self.model.anchors(states)[:, 0])
        inner = torch.sigmoid(self.model.inner(states)[:, 0])
        return states, anchors, inner, tags(self.model.tagger, states), tags(self.model.describer, states)


def write_encoder(model: Model, path: Path, eight_bit: bool) -> None:
    """Write the encoder, fused, in float32 or (``eight_bit``) int8."""
    raw = path.with_suffix(".raw.onnx")
    ids = torch.randint(1000, 2000, (1, 40))
    torch.onnx.export(
        Reader(model, eight_bit).eval(),
        (ids, torch.zeros_like(ids), torch.arange(1, 30)),
        str(raw),
        input_names=["ids", "shapes", "first"],
        output_names=list(Reading._fields),
        dynamic_axes={
            "ids": {1: "t"},
            "shapes": {1: "t"},
            "first": {0: "w"},
            **{key: {0: "w"} for key in Reading._fields},
        },
        opset_version=17,
        dynamo=False,
    )
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    # The fused kernel is some eight times slower than an addition and a LayerNormalization (ONNX Runtime 1.32).
    options.enable_skip_layer_norm = False
    options.enable_bias_skip_layer_norm = False
    fused = optimizer.optimize_model(
        str(raw),
        model_type="bert",
        num_heads=12,
        hidden_size=HIDDEN,
        optimization_options=options,
        opt_level=0,
    )
    fused.save_model_to_file(str(path))
    raw.unlink()
    if eight_bit:
        quantise(path)


def quantise(path: Path) -> None:
    """Replace the graph in ``path`` by one with 7-bit weights in its matrix products."""
    whole = path.with_suffix(".whole.onnx")
    path.rename(whole)
    quantize_dynamic(
        whole,
        path,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    whole.unlink()


class Roles(nn.Module):
    """``RoleHead`` with its convolutions as matrix products, which ONNX Runtime computes faster and in int8."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head = head
        # (out, in, taps) -> (in, taps * out): one product gives what every tap adds, to be shifted into place.
        self.taps = nn.ParameterList(conv.weight.data.permute(1, 2, 0).flatten(1).clone() for conv in head.convs)

    def forward(self, states: Tensor, index: Tensor, mask: Tensor, place: Tensor, anchors: Tensor) -> Tensor:
        head = self.head
        of_anchor = states[anchors]
        x = head.word(states)[index] + head.match(head.key(states)[index] * head.query(of_anchor)[:, None, :])
        x = x + head.anchor(of_anchor)[:, None, :] + head.place(place)
        keep = mask[:, :, None]
        x = nn.functional.gelu(x) * keep
        for norm, conv, taps in zip(head.norms[:-1], head.convs, self.taps, strict=True):
            step, width = conv.dilation[0], x.shape[1]
            z = torch.matmul(nn.functional.pad(norm(x) * keep, (0, 0, 2 * step, 2 * step)), taps)
            parts = z.split(CHANNELS, dim=-1)
            y = sum((part[:, n * step : n * step + width] for n, part in enumerate(parts)), conv.bias)
            x = x + nn.functional.gelu(y) * keep
        return head.out(head.norms[-1](x))


def write_roles(model: Model, path: Path, eight_bit: bool) -> None:
    """Write the head that tags roles given an anchor, in float32 or (``eight_bit``) int8."""
    c, n, width = 3, 200, 2 * REACH + 1
    torch.onnx.export(
        Roles(model.roles).eval(),
        (
            torch.randn(n, HIDDEN),
            torch.zeros(c, width, dtype=torch.long),
            torch.ones(c, width),
            torch.zeros(c, width, dtype=torch.long),
            torch.zeros(c, dtype=torch.long),
        ),
        str(path),
        input_names=["states", "index", "mask", "place", "anchors"],
        output_names=["emissions"],
        dynamic_axes={
            "states": {0: "n"},
            "index": {0: "c", 1: "w"},
            "mask": {0: "c", 1: "w"},
            "place": {0: "c", 1: "w"},
            "anchors": {0: "c"},
            "emissions": {0: "c", 1: "w"},
        },
        opset_version=17,
        dynamo=False,
    )
    if eight_bit:
        quantise(path)


def write_links(model: Model, path: Path) -> None:
    """Write the head that scores pairs of mentions, in float32: it is small, and its scores are compared with 0."""
    n, m, p = 50, 6, 9
    names = ["states", *Mentions._fields, *Pairs._fields]
    torch.onnx.export(
        model.links.eval(),
        (
            torch.randn(n, HIDDEN),
            torch.randint(n, (m,)),
            torch.zeros(m, dtype=torch.long),
            torch.randint(m, (p,)),
            torch.randint(m, (p,)),
            torch.zeros(p, len(PAIR), dtype=torch.long),
        ),
        str(path),
        input_names=names,
        output_names=["scores"],
        dynamic_axes={
            "states": {0: "n"},
            **{key: {0: "m"} for key in Mentions._fields},
            **{key: {0: "p"} for key in (*Pairs._fields, "scores")},
        },
        opset_version=17,
        dynamo=False,
    )


def widest_weight(path: Path) -> int:
    """The largest magnitude of any quantised matrix: at most 64 where 7 bits were asked for."""
    weights = (
        numpy_helper.to_array(t)
        for t in onnx.load(str(path)).graph.initializer
        if t.data_type == onnx.TensorProto.INT8 and "quantized" in t.name
    )
    return max(int(np.abs(w.astype(np.int32)).max()) for w in weights)
