"""Files that are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from onrecord.export.plain import encodable, replacing


def test_the_file_is_there_after_the_block(tmp_path: Path) -> None:
    """The text is in UTF-8 and its line ends are as written; nothing else is left in the folder."""
    with replacing(tmp_path / "out.txt") as out:
        out.write("é\r\nx\n")
        assert not (tmp_path / "out.txt").exists()
    assert (tmp_path / "out.txt").read_bytes() == "é\r\nx\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_an_exception_leaves_what_was_there(tmp_path: Path) -> None:
    """A crash half way costs nobody the old file and leaves no half one."""
    (tmp_path / "out.txt").write_text("old")
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "out.txt") as out:
        out.write("half")
        raise KeyboardInterrupt
    assert (tmp_path / "out.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_the_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    """A new file may be read as any other new file, an old one as before."""
    plain = tmp_path / "plain"
    plain.touch()
    with replacing(tmp_path / "new") as out:
        out.write("x")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode
    plain.chmod(0o600)
    with replacing(plain) as out:
        out.write("x")
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing to a symbolic link writes the file that it points at."""
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(tmp_path / "link") as out:
        out.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_to_directly() -> None:
    """/dev/null is not replaced by a file."""
    with replacing(Path(os.devnull)) as out:
        out.write("x")
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    """Folders are not made up from a mistyped name."""
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "no" / "out.txt"):
        pytest.fail("the block must not run")


def test_encodable_leaves_pairs_of_nothing_alone() -> None:
    """Only lone surrogates change."""
    assert encodable("a😀\ud800") == "a😀\ufffd"
