"""Nothing may drop: runs the benchmarks and compares their figures with floors.json.

``python benchmarks/gate.py [SHARED]``: SHARED is the folder with data/ and score/, by default the one beside the
checkout. Without it there is nothing to measure: the gate says so, and in CI (CI=true) fails. Ends with exit
status 1 if a figure is below its floor. A calibration error may not be above its own.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: Figures of which less is better.
CEILINGS = {"calibration_error"}
#: What each benchmark is run on: folders in SHARED, or a part of the desk set.
ARGUMENTS = {"attribution": "{shared}", "html": "{shared}/data/html", "mentions": "{shared}", "desk/score": "dev"}


def measured(name: str, shared: Path) -> dict[str, float]:
    """The figures of one benchmark, run in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        on = ARGUMENTS[name].format(shared=shared)
        command = [sys.executable, str(HERE / f"{name}.py"), on, "--json", str(out)]
        subprocess.run(command, check=True)
        figures: dict[str, float] = json.loads(out.read_text())
        return figures


def shortfalls(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """One line for each figure that is worse than its floor; a figure that is missing is worse."""
    out = []
    for key, floor in floors.items():
        value = figures.get(key)
        if value is None or (value > floor if key in CEILINGS else value < floor):
            out.append(f"{key}: {value if value is None else round(value, 4)}, floor {floor}")
    return out


def main() -> int:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1] / "shared"
    if not shared.is_dir():
        print(f"no corpora in {shared}: nothing is measured")
        return int(os.environ.get("CI") == "true")
    floors = json.loads((HERE / "floors.json").read_text())
    worse = [f"{name} {line}" for name in floors for line in shortfalls(measured(name, shared), floors[name])]
    print("\n".join(worse) or "every figure is at or above its floor")
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
