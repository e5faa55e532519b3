"""Uploads that a killed server left behind: they may hold names of children, so they go.

An upload lies in a folder of its own while it is read, and is gone with it; only a process that
is killed, or a machine that loses power, leaves one.
"""

import shutil
import tempfile
import time
from pathlib import Path

PREFIX = "konvergensi-unggah-"
# Far longer than any file may be read: another process' upload is never taken away.
_LEFT_AFTER_S = 3600


def sweep_left_files() -> int:
    """Remove what is left of uploads of an hour ago and longer; gives how many there were."""
    oldest = time.time() - _LEFT_AFTER_S
    left = [
        each for each in Path(tempfile.gettempdir()).glob(f"{PREFIX}*") if _is_old(each, oldest)
    ]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _is_old(folder: Path, oldest: float) -> bool:
    try:
        return folder.is_dir() and not folder.is_symlink() and folder.lstat().st_mtime < oldest
    except OSError:  # it went meanwhile, or is somebody else's
        return False
