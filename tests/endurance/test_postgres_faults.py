"""PostgreSQL restarted, killed, frozen and stopped while ten sessions save without a pause."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from sqlalchemy import Engine

from data_access.backup import check_database
from data_access.database import make_engine
from data_access.patience import CONNECT_S, PING_S
from tests.endurance.own_postgres import OwnPostgres, own_postgres
from tests.endurance.saving_sessions import Sessions, find_lost, open_office, read_stored

LOG = logging.getLogger("ukuran")
BEFORE_S, STOPPED_S, FROZEN_S = 2.0, 60.0, 20.0
# To find out that a connection is dead, that a new one does not come, and a busy machine's delay.
LONGEST_CALL_S = PING_S + CONNECT_S + 5


@pytest.fixture(scope="module")
def server() -> Iterator[OwnPostgres]:
    with own_postgres() as made:
        yield made


@dataclass
class Office:
    """A server, an engine as the app has one, and ten sessions at work."""

    server: OwnPostgres
    engine: Engine
    sessions: Sessions
    faults_s: list[float] = field(default_factory=list)

    def suffer(self, fault: str) -> None:
        """Let a fault happen and wait until everybody works again with the same engine."""
        began = time.monotonic()
        _FAULTS[fault](self.server)
        LOG.info("%s: %.1f s", fault, time.monotonic() - began)
        self.faults_s.append(self.sessions.wait_until_all_saved_since(time.monotonic()))


def stop_for(server: OwnPostgres, seconds: float) -> None:
    server.stop()
    time.sleep(seconds)
    server.start()


def freeze_for(server: OwnPostgres, seconds: float) -> None:
    server.freeze()
    time.sleep(seconds)
    server.thaw()


def kill_and_start(server: OwnPostgres) -> None:
    server.kill()
    time.sleep(0.5)
    server.start()


_FAULTS = {
    "restarted": lambda server: server.restart(),
    "restarted at once": lambda server: server.restart("immediate"),
    "one worker killed": lambda server: server.kill_one_worker(),
    "killed": kill_and_start,
    "frozen": lambda server: freeze_for(server, FROZEN_S),
    "stopped": lambda server: stop_for(server, STOPPED_S),
}
TIMES = {"killed": 5, "one worker killed": 3, "restarted": 3}


@pytest.fixture
def office(server: OwnPostgres, request: pytest.FixtureRequest) -> Iterator[Office]:
    name = "kantor_" + "".join(each for each in request.node.name if each.isalpha())[-20:]
    engine = make_engine(server.make_database(name), for_screens=True)
    sessions = Sessions(engine, open_office(engine))
    sessions.start()
    time.sleep(BEFORE_S)
    try:
        yield Office(server, engine, sessions)
    finally:
        sessions.stop()
        engine.dispose()


@pytest.mark.parametrize("fault", list(_FAULTS))
def test_what_was_acknowledged_is_stored_and_everybody_works_on(office: Office, fault: str) -> None:
    for _ in range(TIMES.get(fault, 1)):
        office.suffer(fault)
        time.sleep(BEFORE_S / 2)
    office.sessions.stop()
    demand_nothing_lost(office, fault)
    report = check_database(office.engine)
    assert (report.problems, report.is_current) == ((), True)


def demand_nothing_lost(office: Office, fault: str) -> None:
    everybody = office.sessions.all
    saved = sum(len(each.acknowledged) for each in everybody)
    failed = [name for each in everybody for name in each.failures]
    stored = read_stored(office.engine)
    assert find_lost(office.engine, office.sessions) == []
    assert set(failed) <= {"terputus", "sibuk"}, failed
    for each in everybody:
        unsaid = set(stored[each.unit]) - set(each.acknowledged)
        assert len(stored[each.unit]) == len(set(stored[each.unit])), "no value twice"
        assert len(unsaid) <= len(each.failures), "only a save whose answer was cut off"
    longest = max(max(each.durations_s) for each in everybody)
    LOG.info(
        "%s: %d acknowledged, 0 lost, %d refused, longest call %.1f s, all save again after %.1f s",
        fault, saved, len(failed), longest, max(office.faults_s),
    )  # fmt: skip
    # A statement that was under way when the server froze ends with it.
    assert longest < LONGEST_CALL_S + (FROZEN_S if fault == "frozen" else 0)


def test_a_pool_of_dead_connections_refuses_nobody(server: OwnPostgres) -> None:
    """The pool's connections are all of the server before: each is found dead and replaced."""
    engine = make_engine(server.make_database("kolam"), for_screens=True)
    people = open_office(engine)
    held = [engine.connect() for _ in range(8)]
    for each in held:
        each.close()
    server.restart("immediate")
    sessions = Sessions(engine, people)
    sessions.start()
    time.sleep(1)
    sessions.stop()
    engine.dispose()
    assert [each.failures for each in sessions.all] == [[]] * len(sessions.all)
