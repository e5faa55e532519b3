"""SAFETY D: 20 operators x 5 saves on 5 hot rows, on disks that are waited for, both databases."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.backup import check_database
from data_access.database import make_engine
from tests.corpus.office import fill_office
from tests.endurance import hot_rows
from tests.endurance.own_postgres import own_postgres

LOG = logging.getLogger("ukuran")
P95_S = 3.0
# Memory would flatter: every save waits until the disk has it.
DISK = Path("/var/tmp")


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An office on one engine, as one process of the app has it."""
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(dir=DISK) as folder:
            yield from open_office(f"sqlite:///{folder}/kantor.db")
        return
    with own_postgres(place=DISK) as server:
        yield from open_office(server.make_database("kantor"))


def open_office(url: str) -> Iterator[Engine]:
    engine = make_engine(url, for_screens=True)
    fill_office(engine)
    yield engine
    engine.dispose()


def demand(engine: Engine, what: str, work: hot_rows.Work, lost: list[object]) -> None:
    LOG.info(
        "%s, %s: %d saves, %d lost, %d conflicts shown; a click p95 %.2f s, most %.2f s; "
        "until it stands p95 %.2f s, most %.2f s",
        *(what, engine.dialect.name, len(work.acknowledged), len(lost), work.conflicts),
        *(work.p95_s, max(work.calls_s)),
        *(hot_rows.quantiles(work.saves_s, n=20)[-1], max(work.saves_s)),
    )
    assert lost == []
    assert len(work.acknowledged) == hot_rows.OPERATORS * hot_rows.SAVES
    assert work.p95_s <= P95_S
    assert check_database(engine).problems == ()


def test_no_figure_of_twenty_operators_is_lost(office: Engine) -> None:
    work = hot_rows.save_figures(office)
    demand(office, "isian", work, hot_rows.find_lost(office, work, "isian", "value"))


def test_no_proposal_of_twenty_recorders_is_lost(office: Engine) -> None:
    meeting = hot_rows.open_meeting(office)
    work = hot_rows.save_proposals(office, meeting)
    demand(office, "usulan", work, hot_rows.find_lost(office, work, "usulan", "amount_idr"))
