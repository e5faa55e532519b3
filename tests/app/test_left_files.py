"""What a killed server left of uploads goes; what is being read stays."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from app.actions.left_files import PREFIX, sweep_left_files
from app.actions.uploads import Upload, stored_files


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def leave(place: Path, name: str, age_s: float) -> Path:
    folder = place / name
    folder.mkdir()
    (folder / "eppgbm.xlsx").write_bytes(b"nama dan NIK")
    os.utime(folder, (time.time() - age_s, time.time() - age_s))
    return folder


def test_an_upload_of_hours_ago_is_removed_with_the_next_one(place: Path) -> None:
    old = leave(place, f"{PREFIX}lama", 7200)
    with stored_files(Upload("ukur.csv", b"kode")) as (path,):
        assert path is not None
        assert path.read_bytes() == b"kode"
        assert not old.exists()
    assert list(place.iterdir()) == []


def test_what_is_read_now_and_what_is_not_ours_stays(place: Path) -> None:
    now = leave(place, f"{PREFIX}kini", 60)
    other = leave(place, "lain-lama", 7200)
    (place / f"{PREFIX}tautan").symlink_to(other)
    assert sweep_left_files() == 0
    assert now.exists()
    assert (other / "eppgbm.xlsx").exists()
