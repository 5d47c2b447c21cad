"""Fit what the rules of ``onrecord.extract`` weigh their grounds by, on reports that the model was not trained on, and
write it into the bundle's manifest: ``python -m training.weigh --help``.

First whom pronouns mean (training.anaphora), in rounds, since what is known of a candidate hangs on the pronouns before
it; then which statements are *sure* (training.certainty).
"""

import argparse
import json
from pathlib import Path

from onrecord.encoder.bundle import load
from onrecord.encoder.runtime import Runtime
from training import anaphora, certainty
from training.desk import annotations
from training.treebank import conllu

ROUNDS = 2


def rewrite(bundle: Path, found: dict[str, object]) -> None:
    """Replace some entries of a bundle's manifest."""
    path = bundle / "manifest.json"
    manifest = json.loads(path.read_text()) | found
    path.write_text(json.dumps(manifest, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", type=Path, help="folder of the bundle")
    parser.add_argument("--reports", type=Path, required=True, help="folder with annotated reports of our own")
    parser.add_argument("--treebank", type=Path, required=True, help="GUM's training part")
    args = parser.parse_args()
    paths = annotations(args.reports)
    documents = list(conllu(args.treebank))
    for n in range(ROUNDS):
        runtime = Runtime(load(args.bundle))
        own = [c for path in paths for c in anaphora.of_report(path, runtime)]
        gum = [c for document in documents for c in anaphora.of_treebank(document, runtime)]
        print(f"round {n + 1}: {anaphora.right_share(own, runtime.bundle.anaphora):.3f} of {len(own)} pronouns right")
        weights = anaphora.weights(own, gum)
        print(f"         {anaphora.right_share(own, weights):.3f} after fitting")
        rewrite(args.bundle, {"anaphora": [[round(float(w), 4) for w in row] for row in weights]})
    runtime = Runtime(load(args.bundle))
    rewrite(args.bundle, certainty.certainty([certainty.judged(path, runtime) for path in paths]))


if __name__ == "__main__":
    main()
