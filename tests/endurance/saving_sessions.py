"""Sessions that save without a pause, each in cells of its own, and remember what they were told.

One engine serves them all, as in the app. A save that fails is tried again after a look at what
is stored, as a person does; nothing is made anew for it.
"""

import threading
import time
from dataclasses import dataclass, field

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.access import Account
from app.actions.isian import CellChange, StagePart, save_entry
from data_access.faults import name_fault
from data_access.reads.isian import read_cells
from data_access.reads.pengguna import Grant, read_account
from data_access.reads.riwayat import HistoryFilter, read_history
from tests.corpus.office import DESA, JUAI, YEAR, fill_office
from tests.signed_in import add_person

SESSIONS = 10
PLACE = StagePart(JUAI, YEAR, "kecamatan.ansit", "setcam")
ITEM, PERIOD = "S01", str(YEAR)


@dataclass
class Session:
    """What one session tried: `acknowledged` values, and of the others `failures` by name.

    `durations_s` of all attempts, failed or not; `saved_at` by the clock of the test.
    """

    unit: str
    acknowledged: list[int] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    durations_s: list[float] = field(default_factory=list)
    saved_at: list[float] = field(default_factory=list)


def open_office(engine: Engine) -> list[Account]:
    """Fill an empty database with an office and an operator for each session."""
    fill_office(engine)
    people = []
    for number in range(SESSIONS):
        add_person(engine, f"operator{number}", Grant("operator", JUAI, "setcam"))
        found = read_account(engine, f"operator{number}")
        assert found is not None
        people.append(found)
    return people


class Sessions:
    """Ten of them, each with a thread, working until told to stop."""

    def __init__(self, engine: Engine, people: list[Account]) -> None:
        self.engine, self.people = engine, people
        self.all = [Session(unit) for unit in DESA[:SESSIONS]]
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, args=pair)
            for pair in zip(people, self.all, strict=True)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def wait_until_all_saved_since(self, moment: float, patience_s: float = 60) -> float:
        """Wait until every session saved again after a moment; how many seconds it took."""
        while time.monotonic() < moment + patience_s:
            if all(each.saved_at and each.saved_at[-1] > moment for each in self.all):
                return max(next(at for at in s.saved_at if at > moment) - moment for s in self.all)
            time.sleep(0.05)
        raise TimeoutError([each.failures[-3:] for each in self.all])

    def _work(self, person: Account, mine: Session) -> None:
        base: tuple[int | None, int] | None = None
        number = 0
        while not self._over.is_set():
            number += 1
            began = time.monotonic()
            try:
                base = base or self._look(mine.unit)
                change = CellChange(mine.unit, ITEM, number, *base)
                result = save_entry(self.engine, person, PLACE, (change,), f"{mine.unit}{number}")
            except SQLAlchemyError as error:
                mine.failures.append(name_fault(error) or repr(error))
                base = None
                time.sleep(0.2)
            else:
                assert result.outcome.saved == 1, result
                mine.acknowledged.append(number)
                mine.saved_at.append(time.monotonic())
                base = (number, base[1] + 1)
            mine.durations_s.append(time.monotonic() - began)

    def _look(self, unit: str) -> tuple[int | None, int]:
        cells = read_cells(self.engine, unit, PERIOD)
        if cells.empty:
            return None, 0
        return int(cells["value"].iloc[0]), int(cells["version"].iloc[0])


def find_lost(engine: Engine, sessions: Sessions) -> list[tuple[str, int]]:
    """Values that a session was told are saved, and that the history does not know."""
    stored = read_stored(engine)
    return [
        (each.unit, value)
        for each in sessions.all
        for value in each.acknowledged
        if value not in stored[each.unit]
    ]


def read_stored(engine: Engine) -> dict[str, list[int]]:
    """Every value that ever stood in each session's cell, in order of its version."""
    rows = read_history(engine, HistoryFilter(table="isian"))
    stored: dict[str, list[tuple[int, int]]] = {unit: [] for unit in DESA[:SESSIONS]}
    for row in rows:
        assert row.actor.startswith("operator")
        assert row.after is not None
        stored[row.after["unit_code"]].append((row.after["version"], row.after["value"]))
    return {unit: [value for _, value in sorted(found)] for unit, found in stored.items()}
