"""Who may read a backup: it holds what the database holds, hashes of passwords too."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.backup import backup_database
from tests.data_access.test_backup import filled, tools

__all__ = ["filled", "tools"]


@pytest.mark.skipif(os.name != "posix", reason="Windows mengenal hak berkas yang lain")
def test_nobody_but_its_maker_reads_a_backup(filled: Engine, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        backup_database(filled, tmp_path / "cadangan")
    finally:
        os.umask(before)
    assert (tmp_path / "cadangan").stat().st_mode & 0o777 == 0o600
