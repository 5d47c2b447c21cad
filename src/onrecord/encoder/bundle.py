"""The model bundle: a folder with a manifest, three ONNX graphs and the tokenizer, checked when it is opened."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.encoder.decoding import LABELS
from onrecord.errors import BundleError

#: Raised when the code can no longer read older bundles.
FORMAT = 4
SHIPPED = Path(__file__).parent.parent / "models" / "en"
FILES = ("encoder.onnx", "roles.onnx", "links.onnx", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression from features to the probability of being right."""

    weights: npt.NDArray[np.float64]
    bias: float


@dataclass(frozen=True, slots=True)
class Bundle:
    """An opened bundle.

    Attributes:
        digest: SHA-256 of the manifest, which holds those of all other files.
        window, overlap: size of the encoder's windows and what neighbours share, in word pieces.
        anchor: words whose anchor probability is below this are not tried.
        keep: attributions whose confidence is below this are not reported.
        sure: attributions whose content and speaker are right with this probability are shown as *sure*.
        inner, keep_inner: the same, and what ``keep`` is, for statements inside another's content.
        transitions, names: (labels, labels) scores of the chains over the labels of roles and of names, from row to
            column.
        calibration: from the features of ``confidence.features``; of source and content.
        certainty: from the grounds of ``extract.certainty``; of content and speaker.
        anaphora: (3, features of extract.anaphora) weights: for pronouns that speak, other pronouns, descriptions.
    """

    folder: Path
    digest: str
    language: str
    window: int
    overlap: int
    anchor: float
    keep: float
    sure: float
    inner: float
    keep_inner: float
    transitions: npt.NDArray[np.float32]
    names: npt.NDArray[np.float32]
    calibration: Calibration
    certainty: Calibration
    anaphora: npt.NDArray[np.float32]


def load(folder: Path = SHIPPED) -> Bundle:
    """Open the bundle in ``folder`` and check every file against the manifest.

    Raises:
        BundleError: a file is missing or damaged, or the bundle is made for another version.
    """
    try:
        raw = (folder / "manifest.json").read_bytes()
    except OSError as error:
        raise BundleError(f"no model bundle in {folder}: {error.strerror}") from error
    try:
        manifest = json.loads(raw)
        if manifest["format"] != FORMAT or tuple(manifest["labels"]) != LABELS:
            raise BundleError(f"the bundle in {folder} has format {manifest['format']}; this version reads {FORMAT}")
        for name in FILES:
            _check(folder / name, manifest["files"][name])
        return _build(folder, hashlib.sha256(raw).hexdigest(), manifest)
    except (ValueError, KeyError, TypeError) as error:
        raise BundleError(f"{folder / 'manifest.json'} is damaged: {error!r}") from error


def _check(path: Path, expected: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BundleError(f"{path}: {error.strerror}") from error
    if found != expected:
        raise BundleError(f"{path} is damaged: its digest is {found[:12]}…, the manifest says {expected[:12]}…")


def _build(folder: Path, digest: str, manifest: dict[str, Any]) -> Bundle:
    return Bundle(
        folder=folder,
        digest=digest,
        language=manifest["language"],
        window=manifest["window"],
        overlap=manifest["overlap"],
        anchor=manifest["anchor"],
        keep=manifest["keep"],
        sure=manifest["sure"],
        inner=manifest["inner"],
        keep_inner=manifest["keep_inner"],
        transitions=np.array(manifest["transitions"], dtype=np.float32),
        names=np.array(manifest["names"], dtype=np.float32),
        calibration=_calibration(manifest["calibration"]),
        certainty=_calibration(manifest["certainty"]),
        anaphora=np.array(manifest["anaphora"], dtype=np.float32),
    )


def _calibration(found: dict[str, Any]) -> Calibration:
    return Calibration(np.array(found["weights"], dtype=np.float64), found["bias"])
