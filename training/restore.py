"""A shipped bundle as weights to go on training from: what ``export`` wrote, read back from its 7-bit integers.

The rounding is noise far below a step of training; the shipped encoder need not be trained anew for a new head.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from onrecord.encoder.bundle import load
from training.model import CHANNELS, CRF, Model

_LAYER = ("qkv", "out", "up", "down")
_ROLES = ("word", "key", "query", "anchor")


def restore(model: Model, folder: Path) -> list[str]:
    """Load the bundle in ``folder`` into ``model``, in the size that it has; the names of what it does not hold."""
    state = {**_encoder(folder / "encoder.onnx"), **_roles(folder / "roles.onnx")}
    model.shrink(state)
    transitions = torch.from_numpy(load(folder).transitions.copy())
    state["crf.transitions"] = torch.where(transitions < -1e3, torch.zeros(()), transitions)
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected, unexpected
    buffers = {f"crf.{name}" for name, _ in CRF().named_buffers()}
    return [name for name in missing if name not in buffers]


def _initialisers(graph: onnx.GraphProto) -> dict[str, np.ndarray]:
    return {t.name: numpy_helper.to_array(t) for t in graph.initializer}


def _products(graph: onnx.GraphProto, held: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """The weights (in, out) of every quantised matrix product, by the name of its node, in graph order."""
    out = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            weight = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
            out[node.name] = torch.from_numpy(weight * held[f"{name}_scale"])
    return out


def _floats(held: dict[str, np.ndarray], prefix: str) -> dict[str, Tensor]:
    quantised = ("_scale", "_zero_point", "_quantized")
    return {
        name.removeprefix(prefix): torch.from_numpy(value.copy())
        for name, value in held.items()
        if name.startswith(prefix) and not name.endswith(quantised)
    }


def _encoder(path: Path) -> dict[str, Tensor]:
    graph = onnx.load(str(path)).graph
    held = _initialisers(graph)
    state = _floats(held, "model.")
    state["encoder.words.weight"] = torch.from_numpy(held["table"].astype(np.float32) * held["scale"])
    products = _products(graph, held)
    plain = [weight for name, weight in products.items() if "Gemm" not in name]
    for n, weight in enumerate(plain):
        state[f"encoder.layers.{n // 4}.{_LAYER[n % 4]}.weight"] = weight.T.contiguous()
    state["anchors.weight"] = next(w for name, w in products.items() if "/anchors/" in name).T.contiguous()
    # The heads for names, descriptions and nested anchors are trained anew on the finished encoder.
    return {name: value for name, value in state.items() if name.startswith(("encoder.", "anchors."))}


def _roles(path: Path) -> dict[str, Tensor]:
    graph = onnx.load(str(path)).graph
    held = _initialisers(graph)
    state = {f"roles.{name}": value for name, value in _floats(held, "head.").items()}
    products = _products(graph, held)
    taps = []
    for name, weight in products.items():
        part = name.split("/")[1]
        if part.startswith("MatMul"):
            taps.append(weight)
        else:
            state[f"roles.{part}.weight"] = weight.T.contiguous()
    for n, weight in enumerate(taps):
        # (in, taps * out) -> (out, in, taps), as ``export.Roles`` laid them out.
        state[f"roles.convs.{n}.weight"] = weight.view(CHANNELS, -1, CHANNELS).permute(2, 0, 1).contiguous()
    return state
