"""A bundle is checked when it is opened."""

import json
import shutil
from pathlib import Path

import pytest

from onrecord.encoder.bundle import SHIPPED, load
from onrecord.errors import BundleError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "bundle"))


def test_the_shipped_bundle_opens_and_is_small() -> None:
    """All digests agree, and the bundle is within the 30 MB that it may have."""
    bundle = load()
    assert bundle.language == "en" and bundle.keep <= bundle.sure
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 30_000_000


def test_a_missing_folder_and_a_missing_file_are_named(copy: Path, tmp_path: Path) -> None:
    """The message says which file is not there."""
    with pytest.raises(BundleError, match="no model bundle in"):
        load(tmp_path / "nowhere")
    (copy / "roles.onnx").unlink()
    with pytest.raises(BundleError, match=r"roles\.onnx"):
        load(copy)


def test_a_changed_byte_is_found(copy: Path) -> None:
    """A damaged graph is refused before it is run."""
    raw = bytearray((copy / "encoder.onnx").read_bytes())
    raw[len(raw) // 2] ^= 1
    (copy / "encoder.onnx").write_bytes(raw)
    with pytest.raises(BundleError, match=r"encoder\.onnx is damaged"):
        load(copy)


@pytest.mark.parametrize("change", [{"format": 99}, {"labels": ["O"]}, {"calibration": None}])
def test_a_manifest_of_another_kind_is_refused(copy: Path, change: dict[str, object]) -> None:
    """Another format, other labels, or a field that is not what it should be."""
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps(manifest | change))
    with pytest.raises(BundleError):
        load(copy)


def test_a_manifest_that_is_no_json_is_refused(copy: Path) -> None:
    """Broken JSON is named as such."""
    (copy / "manifest.json").write_text("{")
    with pytest.raises(BundleError, match="is damaged"):
        load(copy)
