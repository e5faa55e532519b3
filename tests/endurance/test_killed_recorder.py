"""A server killed while a meeting is recorded: what was acknowledged is stored, nothing is half."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from data_access.database import make_engine
from data_access.reads.usulan import read_proposals
from tests.browser.meeting_held import open_the_meeting
from tests.browser.meeting_year import account, begin_the_year
from tests.raw_writes import copy_in_use

RECORDER = "setcam.operator"
ROUNDS = 5
# Stores one proposal after the other and says so, as the grid does after every cell.
RECORD = """
import sys
from app.actions import usulan
from app.actions.usulan import ProposalChange
from app.actions.usulan_reading import read_row
from app.proposal_books import read_books
from data_access.database import make_engine
from tests.browser.meeting_held import find
from tests.browser.meeting_year import MERAWESI, YEAR, account

path, meeting, run = sys.argv[1], int(sys.argv[2]), sys.argv[3]
engine = make_engine(f"sqlite:///{path}")
person, held = account(engine, "setcam.operator"), find(engine, meeting)
books = read_books(engine, MERAWESI, YEAR)
for number in range(10_000):
    activity = f"Kegiatan {run}.{number}"
    values = read_row({"activity": activity}, None, books).values
    done = usulan.save_drafts(engine, person, held, [ProposalChange(values, None)], activity)
    assert done.is_done, done
    print(activity, flush=True)
"""


@pytest.fixture
def meeting(demo_database: Path, tmp_path: Path) -> tuple[Path, int]:
    path = tmp_path / "demo.db"
    copy_in_use(demo_database, path)
    begin_the_year(path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    number = open_the_meeting(engine, account(engine, RECORDER)).id
    engine.dispose()
    return path, number


def record_until_killed(path: Path, number: int, run: int) -> list[str]:
    """What the recorder acknowledged before the end came, in the middle of whatever it did."""
    process = subprocess.Popen(
        [sys.executable, "-c", RECORD, str(path), str(number), str(run)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline().strip()]
    time.sleep(0.4 + 0.13 * run)
    process.kill()
    return [each for each in (*said, *process.stdout.read().splitlines()) if each]


def test_what_was_acknowledged_is_stored_after_a_kill(meeting: tuple[Path, int]) -> None:
    path, number = meeting
    acknowledged: list[str] = []
    for run in range(ROUNDS):
        acknowledged += record_until_killed(path, number, run)
        engine = make_engine(f"sqlite:///{path.as_posix()}")
        stored = [each.activity for each in read_proposals(engine, number)]
        engine.dispose()
        assert set(acknowledged) <= set(stored)
        assert len(stored) - len(acknowledged) <= run + 1, "at most the one being stored"
        assert len(stored) == len(set(stored))
    assert len(acknowledged) > ROUNDS
