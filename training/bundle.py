"""From trained weights to the bundle that ships: export, calibrate on held-out articles, measure, describe.

``python -m training.bundle --help``. Calibration and thresholds are fitted on the articles that ``train.holdout``
keeps from training; dev is only measured.
"""

import argparse
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.encoder.bundle import FILES, FORMAT, Calibration, load
from onrecord.encoder.confidence import FEATURES, probability
from onrecord.encoder.decoding import LABELS, ROLES
from onrecord.encoder.runtime import Runtime
from onrecord.extract.anaphora import FEATURES as ANTECEDENT
from onrecord.extract.attributions import Candidate, candidates, decoded, distinct
from onrecord.extract.certainty import GROUNDS
from onrecord.extract.passages import read
from training import data, export
from training.logistic import fit
from training.model import Encoder, Model
from training.train import holdout

#: Below this an anchor is not tried; low, because the calibrated confidence decides.
ANCHOR = 0.25
#: The same inside a content, by the head that knows nested statements; chosen on benchmarks/desk/dev.
INNER = 0.3
#: Confidence from which these are reported: lower, since the calibration knows outermost statements only. On dev and on
#: training/unseen 0.18 gives parents .02 to .03 more F1 than 0.25, and costs speakers .004.
KEEP_INNER = 0.18
#: Word pieces; smaller than in training, where they are also cut at random. On dev 160 gave .742 linked F1 and 320
#: .733, a fifth slower, because attention grows with the square. Windows end between paragraphs where they can, so
#: that neighbours need to share little.
WINDOW, OVERLAP = 160, 8


def read_model(encoder: Path, weights: Path) -> Model:
    """The network with trained weights, in the size that the weights have."""
    state = torch.load(weights)
    model = Model(Encoder.pretrained(encoder))
    model.shrink(state)
    # The encoder's own training knows nothing of the heads that ``training.heads`` adds.
    missing, _ = model.load_state_dict(state, strict=False)
    assert all(name.startswith(("inner", "tagger", "describer")) for name in missing), missing
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
        "window": WINDOW,
        "overlap": OVERLAP,
        "anchor": ANCHOR,
        "inner": INNER,
        "keep_inner": KEEP_INNER,
        "keep": 0.0,
        "sure": 1.0,
        "certainty": {"weights": [0.0] * len(GROUNDS), "bias": 0.0},
        "anaphora": [[START.get(name, 0.0) for name in ANTECEDENT] for _ in range(3)],
        "calibration": {"features": list(FEATURES), "weights": [0.0] * len(FEATURES), "bias": 0.0},
        **found,
        "transitions": _rounded(model.crf.table()),
        "names": _rounded(model.tagger_crf.table()),
        "training": settings,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def _rounded(table: torch.Tensor) -> list[list[float]]:
    return [[round(float(x), 5) for x in row] for row in table.detach().numpy()]


#: What speaks for an antecedent before anything is fitted (training.weigh).
START = {"link": 0.5, "spoke_last": 0.5, "sentence_before": 0.5, "same_sentence": 0.5, "is_quoted": -2.5, "called": 2.0}

Gold = list[dict[str, frozenset[int]]]
Annotations = list[dict[str, list[tuple[int, int]]]]


@dataclass(slots=True)
class Judged:
    """One article's candidates, as word sets beside the gold ones."""

    candidates: list[Candidate]
    proposed: Gold
    gold: Gold

    def hits(self, chosen: list[int]) -> list[bool]:
        """Which of the chosen candidates the scorer would count as linked: matched one to one with the gold,
        best contents first, with token Jaccard of content and source of at least one half."""
        pairs = sorted(
            (
                (*(jaccard(g[role], self.proposed[i][role]) for role in ("content", "source", "cue")), n, i)
                for n, g in enumerate(self.gold)
                for i in chosen
                if g["content"] & self.proposed[i]["content"]
            ),
            reverse=True,
        )
        used: set[int] = set()
        linked: dict[int, bool] = {}
        for content, source, _, n, i in pairs:
            if n not in used and i not in linked:
                used.add(n)
                linked[i] = content >= 0.5 and source >= 0.5
        return [linked.get(i, False) for i in chosen]


def judge(runtime: Runtime, text: str, gold: Annotations) -> Judged:
    """The model's candidates in one article."""
    paragraphs = [m.span() for m in data.PARAGRAPH.finditer(text)]
    words = data.split(text, paragraphs, runtime.tokenizer)
    passage = read(text, paragraphs, runtime)
    found = list(candidates(text, passage, decoded(passage, runtime), runtime.bundle)) if passage else []
    return Judged(
        found,
        [{r: data.to_words(words, [(s.start, s.end) for s in getattr(c, r)]) for r in ROLES} for c in found],
        [{r: data.to_words(words, a.get(r, [])) for r in ROLES} for a in gold],
    )


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def calibrate(runtime: Runtime, texts: list[tuple[str, Annotations]], shift: float, keep: float) -> dict[str, object]:
    """Calibration weights, their bias moved by ``shift``, and the threshold for reporting; ``keep`` where it is above
    0, else the one that is best on these articles."""
    articles = [judge(runtime, text, gold) for text, gold in texts]
    # Which of two competing candidates stays hangs on the calibration, which is fitted to those that stay:
    # fitted first to all, then twice to the survivors.
    survivors = [list(range(len(article.candidates))) for article in articles]
    for _ in range(3):
        pairs = list(zip(articles, survivors, strict=True))
        rows = [article.candidates[i].features for article, chosen in pairs for i in chosen]
        hits = [hit for article, chosen in pairs for hit in article.hits(chosen)]
        calibration = Calibration(*fit(np.array(rows), np.array(hits, dtype=float)))
        survivors = [surviving(article.candidates, calibration) for article in articles]
    weights, bias = calibration.weights, calibration.bias
    scored: list[tuple[float, bool]] = []
    for article, chosen in zip(articles, survivors, strict=True):
        sure = probability(calibration, [article.candidates[i].features for i in chosen])
        scored += zip(sure, article.hits(chosen), strict=True)
    scored.sort(key=lambda pair: -pair[0])
    right = np.cumsum([hit for _, hit in scored])
    gold = sum(len(article.gold) for article in articles)
    linked = 2 * right / (np.arange(1, len(scored) + 1) + gold)
    # A reader can dismiss a doubtful record but not an absent one: as many as cost linked F1 half a point at most.
    lowest = int(np.flatnonzero(linked >= linked.max() - 0.005)[-1])
    print(f"held-out articles: {gold} attributions; linked F1 {linked[lowest]:.3f} from {scored[lowest][0]:.3f}")
    return {
        "keep": round(keep or scored[lowest][0], 3),
        "calibration": {
            "features": list(FEATURES),
            "weights": [round(float(w), 6) for w in weights],
            "bias": round(bias + shift, 6),
        },
    }


def surviving(rows: list[Candidate], calibration: Calibration) -> list[int]:
    """The numbers of the candidates that ``distinct`` leaves."""
    number = {id(row): i for i, row in enumerate(rows)}
    return [number[id(row)] for row, _ in distinct(rows, probability(calibration, [row.features for row in rows]))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder with PolNeAR train (text/, attributions/)")
    parser.add_argument("encoder", type=Path, help="folder with the pretrained encoder")
    parser.add_argument("weights", type=Path, help="model.pt of a run of training.train")
    parser.add_argument("out", type=Path, help="folder of the bundle")
    parser.add_argument("--shift", type=float, default=0.0, help="added to the calibration's bias; chosen on dev")
    parser.add_argument("--keep", type=float, default=0.0, help="report from this confidence on; chosen on dev")
    parser.add_argument("--unquantised", action="store_true", help="keep float32 (to measure what int8 costs)")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = read_model(args.encoder, args.weights)
    export.write_encoder(model, args.out / "encoder.onnx", eight_bit=not args.unquantised)
    export.write_roles(model, args.out / "roles.onnx", eight_bit=not args.unquantised)
    export.write_links(model, args.out / "links.onnx")
    if not args.unquantised:
        for name in ("encoder.onnx", "roles.onnx"):
            assert export.widest_weight(args.out / name) <= 64, "weights wider than 7 bits overflow on AVX2"
    write_tokenizer(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    settings = args.weights.with_name("settings.json")
    trained = json.loads(settings.read_text()) if settings.exists() else {}
    trained |= {"shift": args.shift, "chosen_keep": args.keep}
    write_manifest(args.out, model, trained)
    runtime = Runtime(load(args.out))
    examples = data.corpus(args.corpus, runtime.tokenizer, first_only=True)
    names = {e.name for e in holdout(examples)[1]}
    texts = [(text, gold) for name, text, gold in data.articles(args.corpus) if name in names]
    write_manifest(args.out, model, trained, **calibrate(runtime, texts, args.shift, args.keep))


if __name__ == "__main__":
    main()
