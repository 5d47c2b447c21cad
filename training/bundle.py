"""From trained weights to the bundle that ships: export, calibrate on held-out articles, measure, describe.

``python -m training.bundle --help``. Calibration and thresholds are fitted on the articles that ``train.holdout``
keeps from training; dev is only measured.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.encoder.bundle import FILES, FORMAT, load
from onrecord.encoder.confidence import FEATURES, probability
from onrecord.encoder.decoding import LABELS, ROLES
from onrecord.encoder.runtime import Runtime
from onrecord.extract.attributions import Candidate, candidates, distinct
from training import data, export
from training.model import Encoder, Model
from training.train import holdout

#: Below this an anchor is not tried; low, because the calibrated confidence decides.
ANCHOR = 0.15
#: The share of *sure* attributions that shall be right, on the held-out articles.
SURE_PRECISION = 0.88


def read_model(encoder: Path, weights: Path) -> Model:
    """The network with trained weights, in the size that the weights have."""
    state = torch.load(weights)
    model = Model(Encoder.pretrained(encoder))
    for i, layer in enumerate(model.encoder.layers):
        layer.keep(torch.arange(state[f"encoder.layers.{i}.up.weight"].shape[0]))
    model.load_state_dict(state)
    return model.eval()


def write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without the padding and truncation that the pretrained one comes with."""
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target), pretty=False)


def write_manifest(folder: Path, model: Model, settings: dict, **found: object) -> None:
    """``manifest.json``: everything that the runtime needs besides the files, and their digests."""
    manifest = {
        "format": FORMAT,
        "language": "en",
        "labels": list(LABELS),
        "window": 320,
        "overlap": 24,
        "anchor": ANCHOR,
        "keep": 0.0,
        "sure": 1.0,
        "calibration": {"features": list(FEATURES), "weights": [0.0] * len(FEATURES), "bias": 0.0},
        **found,
        "transitions": [[round(float(x), 5) for x in row] for row in model.crf.table().detach().numpy()],
        "training": settings,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def judged(
    runtime: Runtime, texts: list[tuple[str, list[dict[str, list[tuple[int, int]]]]]]
) -> tuple[list[list[list[float]]], list[list[bool]], list[list[Candidate]]]:
    """For each text the candidates' features, whether each is right, and the candidates.

    Right is what the scorer counts as linked: token Jaccard of content and of source at least one half with a
    gold attribution (a candidate may be right more than once; ``distinct`` leaves one).
    """
    rows, right, found = [], [], []
    for text, gold in texts:
        paragraphs = [m.span() for m in data.PARAGRAPH.finditer(text)]
        proposed = list(candidates(text, paragraphs, runtime))
        words = data.split(text, paragraphs, runtime.tokenizer)
        answers = [{r: data.to_words(words, a.get(r, [])) for r in ROLES} for a in gold]
        hits = []
        for c in proposed:
            mine = {r: data.to_words(words, [(s.start, s.end) for s in getattr(c, r)]) for r in ("source", "content")}
            hits.append(
                any(
                    jaccard(mine["content"], a["content"]) >= 0.5 and jaccard(mine["source"], a["source"]) >= 0.5
                    for a in answers
                )
            )
        rows.append([c.features for c in proposed])
        right.append(hits)
        found.append(proposed)
    return rows, right, found


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def fit(rows: np.ndarray, right: np.ndarray, ridge: float = 1.0) -> tuple[np.ndarray, float]:
    """Logistic regression by Newton's method, with a ridge on standardised weights; deterministic."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    x = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    penalty = np.diag([ridge] * rows.shape[1] + [0.0])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - right) + penalty @ w
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + penalty
        w -= np.linalg.solve(hessian, gradient)
    weights = w[:-1] / spread
    return weights, float(w[-1] - mean @ weights)


def calibrate(runtime: Runtime, texts: list[tuple[str, list[dict[str, list[tuple[int, int]]]]]]) -> dict[str, object]:
    """Calibration weights, and the thresholds for reporting and for *sure*."""
    rows, right, found = judged(runtime, texts)
    weights, bias = fit(
        np.array([r for doc in rows for r in doc]), np.array([h for doc in right for h in doc], dtype=float)
    )
    manifest_calibration = type(runtime.bundle.calibration)(weights, bias)
    scored: list[tuple[float, bool]] = []
    for doc, hits, proposed in zip(rows, right, found, strict=True):
        sure = probability(manifest_calibration, doc)
        chosen = {id(c): p for c, p in distinct(proposed, sure)}
        scored += [(chosen[id(c)], hit) for c, hit in zip(proposed, hits, strict=True) if id(c) in chosen]
    scored.sort(key=lambda pair: -pair[0])
    gold = sum(len(answers) for _, answers in texts)
    hits = np.cumsum([hit for _, hit in scored])
    f1 = 2 * hits / (np.arange(1, len(scored) + 1) + gold)
    keep = scored[int(f1.argmax())][0]
    precision = hits / np.arange(1, len(scored) + 1)
    sure = scored[int(np.flatnonzero(precision >= SURE_PRECISION)[-1])][0]
    print(
        f"held-out articles: {gold} attributions, linked F1 {f1.max():.3f} at {keep:.3f}; sure from {sure:.3f} ({(np.array([p for p, _ in scored]) >= sure).mean():.0%})"
    )
    return {
        "keep": round(keep, 3),
        "sure": round(max(sure, keep), 3),
        "calibration": {
            "features": list(FEATURES),
            "weights": [round(float(w), 6) for w in weights],
            "bias": round(bias, 6),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder with PolNeAR train (text/, attributions/)")
    parser.add_argument("encoder", type=Path, help="folder with the pretrained encoder")
    parser.add_argument("weights", type=Path, help="model.pt of a run of training.train")
    parser.add_argument("out", type=Path, help="folder of the bundle")
    parser.add_argument("--unquantised", action="store_true", help="keep float32 (to measure what int8 costs)")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = read_model(args.encoder, args.weights)
    export.write_encoder(model, args.out / "encoder.onnx", eight_bit=not args.unquantised)
    if not args.unquantised:
        assert export.widest_weight(args.out / "encoder.onnx") <= 64, "weights wider than 7 bits overflow on AVX2"
    export.write_roles(model, args.out / "roles.onnx")
    write_tokenizer(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    settings = args.weights.with_name("settings.json")
    trained = json.loads(settings.read_text()) if settings.exists() else {}
    write_manifest(args.out, model, trained)
    runtime = Runtime(load(args.out))
    examples = data.corpus(args.corpus, runtime.tokenizer, first_only=True)
    names = {e.name for e in holdout(examples)[1]}
    texts = [(text, gold) for name, text, gold in data.articles(args.corpus) if name in names]
    write_manifest(args.out, model, trained, **calibrate(runtime, texts))


if __name__ == "__main__":
    main()
