"""The seal of a backup: any byte that changed is found, and other tools' files have none."""

from pathlib import Path

import pytest

from data_access.backup_seal import read_seal, seal

CONTENT = b"isi cadangan " * 1000


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "cadangan"
    path.write_bytes(CONTENT)
    seal(path)
    return path


def test_a_file_as_it_was_made_is_whole(sealed: Path) -> None:
    assert read_seal(sealed) == "utuh"
    assert sealed.read_bytes().startswith(CONTENT)


@pytest.mark.parametrize("place", [0, 1, 6_500, len(CONTENT) - 1, -2, -40, -64])
def test_one_flipped_bit_anywhere_is_found(sealed: Path, place: int) -> None:
    content = bytearray(sealed.read_bytes())
    content[place] ^= 1
    sealed.write_bytes(content)
    assert read_seal(sealed) == "rusak"


@pytest.mark.parametrize("cut", [1, 30, 65])
def test_a_seal_that_is_cut_is_no_seal(sealed: Path, cut: int) -> None:
    sealed.write_bytes(sealed.read_bytes()[:-cut])
    assert read_seal(sealed) == "rusak"


@pytest.mark.parametrize("content", [b"", b"x", CONTENT, CONTENT * 20])
def test_a_file_without_one_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lain"
    path.write_bytes(content)
    assert read_seal(path) == "tanpa_segel"
