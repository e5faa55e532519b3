"""Twenty operators who save five times each in the same five rows, by the actions of the screens.

Each writes figures of their own, so that the history tells whose came through. Whoever meets
somebody else's figure looks at it and saves theirs on it, as "Nilai Anda" does on the screen.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import quantiles
from typing import TypeVar

from sqlalchemy import Engine

from app.access import Account
from app.actions import rembuk, usulan
from app.actions.isian import CellChange, StagePart, save_entry
from app.actions.usulan import ProposalChange
from data_access.reads.isian import read_cells
from data_access.reads.pengguna import Grant
from data_access.reads.rembuk import Meeting, read_meeting
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.usulan import Proposal, read_proposals
from tests.corpus.office import DESA, JUAI, YEAR

OPERATORS, SAVES, HOT = 20, 5, 5
PLACE = StagePart(JUAI, YEAR, "kecamatan.ansit", "setcam")
ITEM, PERIOD = "S01", str(YEAR)
# What a save gives back: it stands, or what somebody else left there meanwhile.
ResultT = TypeVar("ResultT")
Seen = tuple[int | None, int]


@dataclass
class Work:
    """What the operators were told: (row, seen before, written), and the seconds of each call."""

    acknowledged: list[tuple[str, int | None, int]] = field(default_factory=list)
    calls_s: list[float] = field(default_factory=list)
    saves_s: list[float] = field(default_factory=list)
    conflicts: int = 0

    @property
    def p95_s(self) -> float:
        """So long a click lasts at most in nineteen of twenty."""
        return quantiles(self.calls_s, n=20)[-1]


def operator(number: int) -> Account:
    name = f"operator{number:02d}"
    return Account(number + 1, name, name.title(), grants=(Grant("operator", JUAI, "setcam"),))


def let_all_work(save: Callable[[Work, Account, int, int], None]) -> Work:
    """Run every operator's saves at once; `save` takes the operator, the hot row and the figure."""

    def work(number: int) -> Work:
        mine = Work()
        for turn in range(SAVES):
            began = time.monotonic()
            save(mine, operator(number), (number + turn) % HOT, 1000 * (number + 1) + turn)
            mine.saves_s.append(time.monotonic() - began)
        return mine

    with ThreadPoolExecutor(OPERATORS) as pool:
        done = list(pool.map(work, range(OPERATORS)))
    return Work(
        [each for mine in done for each in mine.acknowledged],
        [each for mine in done for each in mine.calls_s],
        [each for mine in done for each in mine.saves_s],
        sum(mine.conflicts for mine in done),
    )


def timed(work: Work, call: Callable[[], ResultT]) -> ResultT:
    began = time.monotonic()
    result = call()
    work.calls_s.append(time.monotonic() - began)
    return result


def save_figures(engine: Engine) -> Work:
    """Figures of the grid "Isian desa"."""

    def save(work: Work, person: Account, row: int, value: int) -> None:
        unit = DESA[row]
        cells = read_cells(engine, unit, PERIOD)
        seen: Seen = (None, 0)
        if len(cells):
            seen = int(cells["value"].iloc[0]), int(cells["version"].iloc[0])
        while True:
            change = CellChange(unit, ITEM, value, *seen)
            token = f"{person.username}{value}{seen}"
            result = timed(
                work,
                lambda: save_entry(engine, person, PLACE, (change,), token),  # noqa: B023
            )
            if result.outcome.saved:
                work.acknowledged.append((unit, seen[0], value))
                return
            work.conflicts += 1
            (conflict,) = result.outcome.conflicts
            seen = conflict.theirs, conflict.version

    return let_all_work(save)


def open_meeting(engine: Engine) -> Meeting:
    """A meeting of the kecamatan with the five proposals that everybody changes."""
    person = operator(0)
    asked = {"region_code": JUAI, "year": YEAR, "kind": "pra-musrenbang", "held_on": None}
    number = rembuk.open_meeting(engine, person, **asked, token="buka").number  # type: ignore[arg-type]
    assert number is not None
    meeting = read_meeting(engine, number)
    assert meeting is not None
    new = [ProposalChange({"activity": f"Kegiatan {row}", "amount_idr": 1}) for row in range(HOT)]
    assert usulan.save_drafts(engine, person, meeting, new, "awal").is_done
    return meeting


def save_proposals(engine: Engine, meeting: Meeting) -> Work:
    """Amounts of proposals in the meeting's grid."""

    def save(work: Work, person: Account, row: int, amount: int) -> None:
        seen: Proposal = read_proposals(engine, meeting.id)[row]
        while True:
            change = ProposalChange({"amount_idr": amount}, seen)
            token = f"{person.username}{amount}{seen.version}"
            result = timed(
                work,
                lambda: usulan.save_drafts(engine, person, meeting, [change], token),  # noqa: B023
            )
            if result.is_done:
                work.acknowledged.append((str(seen.id), seen.amount_idr, amount))
                return
            work.conflicts += 1
            (conflict,) = result.conflicts
            assert conflict.theirs is not None
            seen = conflict.theirs

    return let_all_work(save)


def find_lost(engine: Engine, work: Work, table: str, column: str) -> list[object]:
    """What an operator was told is saved, and the history does not know as they were told it."""
    written = {
        (_row_of(table, row.row_key), (row.before or {}).get(column), (row.after or {}).get(column))
        for row in read_history(engine, HistoryFilter(table=table))
    }
    return [each for each in work.acknowledged if each not in written]


def _row_of(table: str, key: str) -> str:
    return key if table == "usulan" else next(part for part in key.split("|") if part in DESA)
