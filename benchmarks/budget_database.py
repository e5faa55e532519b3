"""The demonstration's kabupaten with a whole APBD in two snapshots, thousands of lines tagged."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from analysis.budget import join_tags
from app.actions.anggaran import BudgetRequest, import_budget
from app.actions.penandaan import LineTags, TagDraft, store_tags
from benchmarks.budget_import import BUDGET_YEAR, make_budget_file, prepare_demo
from benchmarks.visitor import USERNAME
from data_access import reference
from data_access.database import make_engine
from data_access.demo.people import KABUPATEN
from data_access.reads.anggaran import Snapshot, read_lines, read_snapshots, read_tags
from data_access.reads.pengguna import Grant, read_account
from data_access.reads.wilayah import read_regions
from data_access.writes.pengguna import save_account

_PORTION = 1000
_PLAIN = ["item_code", "target_group", "place_code", "kind", "amount_idr", "skpd_name", "fund"]


@dataclass(frozen=True)
class Large:
    """Where the database and the plain page's file lie; the file holds the same tags."""

    database_url: str
    plain_csv: Path


def prepare_large(lines: int, tagged: int, work: Path) -> Large:
    """Make both, or take those of an earlier run."""
    database, plain = work / f"anggaran-{lines}.db", work / f"anggaran-{lines}.csv"
    large = Large(f"sqlite:///{database}", plain)
    if database.exists() and plain.exists():
        return large
    partial = work / "anggaran-besar.partial"
    for leftover in work.glob(f"{partial.name}*"):
        leftover.unlink()
    demo = prepare_demo(work)
    shutil.copy(demo, partial)
    engine = make_engine(f"sqlite:///{partial}")
    _fill(engine, make_budget_file(demo, lines, "csv", work), tagged)
    _write_plain(engine, plain)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    partial.replace(database)
    return large


def find_large(engine: Engine, kind: str) -> Snapshot:
    """One of the two large snapshots."""
    snapshots = read_snapshots(engine, KABUPATEN)
    return next(each for each in snapshots if (each.year, each.kind) == (BUDGET_YEAR, kind))


def _fill(engine: Engine, file: Path, tagged: int) -> None:
    """The murni is imported and tagged; the perubahan of the same lines takes the tags over."""
    _admit_bappeda(engine)
    _import(engine, file, "murni")
    _tag(engine, find_large(engine, "murni"), tagged)
    _import(engine, file, "perubahan")


def _import(engine: Engine, file: Path, kind: str) -> None:
    request = BudgetRequest(file, KABUPATEN, BUDGET_YEAR, kind)
    outcome = import_budget(engine, request, actor="pengukuran kecepatan")
    if outcome.stored is None:
        raise RuntimeError(str(outcome.findings)[:2000])


def _admit_bappeda(engine: Engine) -> None:
    """The measuring browser signs in as one who may tag for every agency."""
    save_account(
        engine,
        "pengukuran kecepatan",
        username=USERNAME,
        name="Pengukur",
        position=None,
        password_hash="",
        must_change=False,
        is_demo=False,
        grants=[Grant("bappeda", KABUPATEN, "bappeda")],
    )


def _tag(engine: Engine, snapshot: Snapshot, count: int) -> None:
    """Tag lines of the kabupaten's agencies, each for one service in one desa."""
    rows = read_lines(engine, snapshot)
    own = rows[rows["owner_code"] == KABUPATEN]
    # Every n-th line: some of each agency, some of each sub kegiatan.
    chosen = own.iloc[:: max(1, len(own) // count)].head(count)
    desa = list(read_regions(engine, KABUPATEN, "desa")["code"])
    items = reference.read_table("indikator")[["kode", "kelompok_sasaran"]].to_numpy()
    pairs = zip(chosen["line_id"], chosen["total_idr"], strict=True)
    wanted = []
    for at, (line_id, total) in enumerate(pairs):
        item, group = items[at % len(items)]
        draft = TagDraft(str(item), str(group), desa[at * 7 % len(desa)], "sasaran", int(total))
        wanted.append(LineTags(int(line_id), 1, "bertanda", (draft,)))
    for start in range(0, len(wanted), _PORTION):
        person = read_account(engine, USERNAME)
        portion = wanted[start : start + _PORTION]
        result = store_tags(engine, person, snapshot, portion, f"mulai {start}")
        if not result.is_done:
            raise RuntimeError(str(result)[:2000])


def _write_plain(engine: Engine, path: Path) -> None:
    frames = []
    for kind in ("murni", "perubahan"):
        snapshot = find_large(engine, kind)
        tags = join_tags(
            read_lines(engine, snapshot, tagged_only=True), read_tags(engine, snapshot)
        )
        frames.append(tags[_PLAIN].assign(potret=kind))
    pd.concat(frames, ignore_index=True).to_csv(path, index=False)
