"""Average a run's weights with those of the bundle that it went on from: ``python -m training.average --help``.

What fine-tuning on more tasks costs the first one, the average largely gives back (Wortsman et al., CVPR 2022). Heads
that the bundle does not hold stay as they are.
"""

import argparse
import json
from pathlib import Path

import torch

from training.bundle import read_model
from training.model import Encoder, Model
from training.restore import restore

#: Parts that both have.
SHARED = ("encoder", "anchors", "roles", "crf")


def average(run: Model, start: Model, share: float) -> None:
    """Move the shared parts of ``run`` to ``share`` of the way from ``start`` to ``run``."""
    before = start.state_dict()
    mixed = {
        name: torch.lerp(before[name], value, share)
        if name.split(".")[0] in SHARED and value.is_floating_point()
        else value
        for name, value in run.state_dict().items()
    }
    run.load_state_dict(mixed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path, help="folder with the pretrained encoder")
    parser.add_argument("start", type=Path, help="folder of the bundle that the run went on from")
    parser.add_argument("weights", type=Path, help="model.pt of a run of training.train; replaced by the average")
    parser.add_argument("--share", type=float, default=0.5, help="of the run's own weights")
    args = parser.parse_args()
    model = read_model(args.encoder, args.weights)
    start = Model(Encoder.pretrained(args.encoder))
    restore(start, args.start)
    average(model, start, args.share)
    torch.save(model.state_dict(), args.weights)
    settings = args.weights.with_name("settings.json")
    found = json.loads(settings.read_text())
    settings.write_text(json.dumps({**found, "share": args.share}, indent=1))


if __name__ == "__main__":
    main()
