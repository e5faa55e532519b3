"""Many who write at once: no acknowledged figure is lost, no click writes twice."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine, make_url

from data_access.database import make_engine
from data_access.reads.isian import read_cells
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.writes.isian import CellChange
from tests.corpus.entry import DESA, KECAMATAN, PERIOD, add_regions, cell, save

WRITERS, SAVES = 20, 5


def own_engine(engine: Engine) -> Engine:
    """An engine as another process has it."""
    return make_engine(make_url(engine.url).render_as_string(hide_password=False))


def count_up(engine: Engine, writer: int) -> int:
    """Add one to a hot row as often as told, on the newest version; the number acknowledged."""
    own, done, attempt = own_engine(engine), 0, 0
    while done < SAVES:
        attempt += 1
        unit = DESA[(writer + done) % len(DESA)]
        cells = read_cells(own, unit, PERIOD)
        base, version = (int(cells["value"][0]), int(cells["version"][0])) if len(cells) else (0, 0)
        change = CellChange(unit, "S04", base + 1, base, version)
        outcome = save(own, f"orang{writer}", change, key=f"{writer}-{attempt}")
        done += outcome.saved
    own.dispose()
    return done


def test_no_save_of_twenty_writers_on_five_rows_is_lost(engine: Engine) -> None:
    add_regions(engine)
    with ThreadPoolExecutor(WRITERS) as pool:
        acknowledged = sum(pool.map(lambda writer: count_up(engine, writer), range(WRITERS)))
    cells = read_cells(engine, KECAMATAN, PERIOD)
    assert acknowledged == WRITERS * SAVES
    assert int(cells["value"].sum()) == acknowledged
    assert int(cells["version"].sum()) == acknowledged
    rows = read_history(engine, HistoryFilter(table="isian"))
    assert len(rows) == acknowledged
    assert {row.actor for row in rows} == {f"orang{writer}" for writer in range(WRITERS)}


def test_three_clicks_at_once_make_one_write(engine: Engine) -> None:
    add_regions(engine)

    def click(_: int) -> tuple[int, bool]:
        own = own_engine(engine)
        outcome = save(own, "ani", cell(DESA[0], "S04", 34), key="satu-klik")
        own.dispose()
        return outcome.saved, outcome.repeated

    with ThreadPoolExecutor(3) as pool:
        results = sorted(pool.map(click, range(3)))
    assert results == [(1, False), (1, True), (1, True)]
    assert len(read_history(engine, HistoryFilter(table="isian"))) == 1
