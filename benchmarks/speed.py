"""How fast the whole job is, beside a BERT-base that does nothing but read the same word pieces.

``python benchmarks/speed.py TEXTS [--reports N] [--json FILE]``, TEXTS a folder of .txt reports. Each contestant
runs in a process of its own, in turn, on one thread, three times over; the best round counts:

- job: bytes to report to ledger to JSON, with the shipped bundle;
- bert-base: a randomly initialised BERT-base in float32 PyTorch on the same word pieces in 254-piece windows, which
  is what tools built on it run at the least (speed does not depend on the weights);
- unquantised: our encoder in float32 in ONNX Runtime on the same windows as ours.

The last two need the training extra (PyTorch, onnx); without it they are left out, and the ratio with them.
"""

import sys
from pathlib import Path

if sys.path[0] == str(Path(__file__).resolve().parent):
    del sys.path[0]  # html.py beside this file would stand before the standard library's

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable

import numpy as np

ROUNDS = 3
WINDOW = 254
BERT_BASE = {
    "hidden_size": 768,
    "intermediate_size": 3072,
    "num_attention_heads": 12,
    "num_hidden_layers": 12,
    "layer_norm_eps": 1e-12,
    "vocab_size": 30522,
    "max_position_embeddings": 512,
}


def job(paths: list[Path]) -> Callable[[], None]:
    """The whole job on every report."""
    from onrecord.analyse import Analyser
    from onrecord.model.report import Report
    from onrecord.readers.base import Hints
    from onrecord.readers.registry import read_bytes

    analyser = Analyser.load()

    def once() -> None:
        for path in paths:
            for report in read_bytes(path.read_bytes(), Hints(name=path.name)):
                assert isinstance(report, Report)
                json.dumps(analyser.analyse(report).to_dict())

    return once


def word_pieces(paths: list[Path]) -> list[np.ndarray]:
    """The word pieces of each text, by the shipped tokenizer."""
    from tokenizers import Tokenizer

    from onrecord.encoder.bundle import SHIPPED

    tokenizer = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    return [np.array(tokenizer.encode(p.read_text("utf-8"), add_special_tokens=False).ids) for p in paths]


def bert_base(paths: list[Path]) -> Callable[[], None]:
    """A bare BERT-base over the same word pieces."""
    import torch
    from training.model import Encoder

    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = Encoder(BERT_BASE).eval()
    windows = [torch.from_numpy(ids[i : i + WINDOW]) for ids in word_pieces(paths) for i in range(0, len(ids), WINDOW)]

    def once() -> None:
        with torch.inference_mode():
            for ids in windows:
                model(ids[None], torch.zeros_like(ids)[None])

    return once


def unquantised(paths: list[Path]) -> Callable[[], None]:
    """Our encoder in float32, with random weights in the shipped shape, on the windows that the job reads."""
    import onnxruntime
    import torch
    from training import export
    from training.model import Encoder, Model

    from onrecord.encoder.bundle import SHIPPED

    settings = json.loads((SHIPPED / "manifest.json").read_text())
    size = settings["window"]
    config = {
        **BERT_BASE,
        "hidden_size": 384,
        "intermediate_size": settings["training"]["inner"],
        "num_attention_heads": settings["training"]["heads"],
        "head_size": 32,
        "num_hidden_layers": 6,
    }
    with tempfile.TemporaryDirectory() as folder:
        export.write_encoder(Model(Encoder(config)), Path(folder) / "encoder.onnx", eight_bit=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(Path(folder) / "encoder.onnx"), options)
    torch.set_num_threads(1)
    windows = [ids[i : i + size][None] for ids in word_pieces(paths) for i in range(0, len(ids), size)]

    def once() -> None:
        for ids in windows:
            session.run(None, {"ids": ids, "shapes": np.zeros_like(ids), "first": np.arange(ids.shape[1])})

    return once


CONTESTANTS = {"job": job, "bert-base": bert_base, "unquantised": unquantised}


def measure(name: str, paths: list[Path]) -> dict[str, float]:
    """Reports per second of the best round, and the process's peak memory in MB."""
    once = CONTESTANTS[name](paths)
    seconds = []
    for _ in range(ROUNDS if name != "bert-base" else 1):
        begin = time.perf_counter()
        once()
        seconds.append(time.perf_counter() - begin)
    return {
        "reports_per_second": len(paths) / min(seconds),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def child(name: str, folder: Path, reports: int) -> dict[str, float]:
    """``measure`` in a fresh process that is held to one core."""
    command = [sys.executable, __file__, str(folder), "--reports", str(reports), "--only", name]
    root = Path(__file__).parents[1]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": f"{root}:{root / 'src'}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def fresh(path: Path) -> float:
    """Seconds from nothing to the ledger of one report in a new process; the best of three."""
    seconds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "onrecord", "read", str(path)], capture_output=True, check=True)
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--reports", type=int, default=30)
    parser.add_argument("--only", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    # Evenly over the folder, so that every outlet is among them.
    every = sorted(args.texts.glob("*.txt"))
    paths = [every[i * len(every) // args.reports] for i in range(min(args.reports, len(every)))]
    if args.only:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {0})
        print(json.dumps(measure(args.only, paths)))
        return
    trained = all(importlib.util.find_spec(name) for name in ("torch", "onnx"))
    figures: dict[str, float] = {}
    for name in CONTESTANTS if trained else ["job"]:
        found = child(name, args.texts, len(paths))
        figures |= {f"{name}_{key}": value for key, value in found.items()}
        print(f"{name:12} {found['reports_per_second']:6.2f} reports/s   peak {found['peak_mb']:.0f} MB", flush=True)
    if trained:
        figures["times_bert_base"] = figures["job_reports_per_second"] / figures["bert-base_reports_per_second"]
        print(f"whole job: {figures['times_bert_base']:.1f} times BERT-base alone")
    else:
        print("no PyTorch here: the job is measured without its rivals")
    figures["fresh_process_seconds"] = fresh(paths[0])
    print(f"a fresh process answers for one report in {figures['fresh_process_seconds']:.2f} s")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
