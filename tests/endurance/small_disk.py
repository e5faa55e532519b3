"""A disk of a few megabytes in memory: it can be filled, emptied, and turned read-only."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_FILLER = "penuh"


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """The folder where it is mounted."""

    folder: Path

    def fill(self, leave_bytes: int = 0) -> None:
        """Take all room but so much."""
        block = b"\0" * 4096
        with (self.folder / _FILLER).open("ab", buffering=0) as filler:
            try:
                while filler.write(block) == len(block):
                    pass
            except OSError:
                pass
            filler.truncate(max(0, filler.tell() - leave_bytes))

    def empty(self) -> None:
        """Give the room back."""
        (self.folder / _FILLER).unlink(missing_ok=True)

    def turn(self, mode: str) -> None:
        """Turn it "ro" or "rw"; nobody may have a file of it open for writing."""
        _run("mount", "-o", f"remount,{mode}", self.folder)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount one; skips the test where this machine does not let us."""
    folder.mkdir(parents=True)
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "tmpfs", folder)
    except (OSError, subprocess.CalledProcessError) as refused:
        pytest.skip(f"sebuah disk kecil tidak dapat dipasang di mesin ini: {refused}")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", folder)


def _run(*command: object) -> None:
    subprocess.run([str(each) for each in command], check=True, capture_output=True)
