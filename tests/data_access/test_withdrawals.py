"""An import withdrawn as a whole: the data stand as before, and the history says who did it."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.periods import parse_month
from data_access.reads.batches import (
    read_batch,
    read_batch_regions,
    read_name_mapping,
    read_versions,
)
from data_access.reads.peta import read_layer_info
from data_access.schema import COUNTS, Base, Pengukuran, Riwayat, Survei, Wilayah
from data_access.writes.batches import BatchInfo
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.survei import save_surveys
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from data_access.writes.wilayah import RegionSet, save_regions
from data_access.writes.withdrawal_refusal import NotWithdrawableError
from data_access.writes.withdrawals import withdraw_import
from tests.corpus.places import list_regions, make_info, make_place

CODES = ("63.11.01.2001", "63.11.01.2002", "63.11.02.2001")
NAMES = {
    "63": "Kalimantan Selatan",
    "63.11": "Balangan",
    "63.11.01": "Juai",
    "63.11.02": "Halong",
    **{code: f"Desa {code[-4:]}" for code in CODES},
}
FACTS = ("pengukuran", "kumpulan_data", "pemetaan_nama", "survei", "wilayah", "batas")


@pytest.fixture
def known(engine: Engine) -> Engine:
    save_regions(engine, RegionSet(list_regions(NAMES)), make_info("w"))
    return engine


def measure(
    engine: Engine,
    digest: str,
    counts: dict[str, int],
    *,
    period: str = "2025-02",
    grain: str = "desa",
    area: str | None = "63.11",
    date: str | None = None,
    **more: pd.DataFrame,
) -> int:
    rows = pd.DataFrame({"unit_code": list(counts), "stunting_jiwa": list(counts.values())})
    rows = rows.assign(
        sangat_pendek_jiwa=1, pendek_jiwa=rows["stunting_jiwa"] - 1, normal_jiwa=20, tinggi_jiwa=0,
        diukur_jiwa=rows["stunting_jiwa"] + 20, sasaran_jiwa=60, outlier_jiwa=None,
    ).astype(dict.fromkeys(COUNTS, "float64"))  # fmt: skip
    month = parse_month(period)
    assert month is not None
    data = MeasurementSet("e-PPGBM", "rutin", month, grain, rows, area, date, **more)
    return save_measurements(engine, data, make_info(digest, "pengukuran", sumber=digest)).batch_id


def stand(engine: Engine, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables of facts, and the states of the imports."""
    found = {}
    with open_read(engine) as connection:
        for name in tables or FACTS:
            table = Base.metadata.tables[name]
            rows = connection.execute(select(table).order_by(*table.primary_key.columns))
            found[name] = [tuple(row) for row in rows]
    return found


def states(engine: Engine) -> dict[int, tuple[str, int | None]]:
    batch = Base.metadata.tables["batch"]
    with open_read(engine) as connection:
        rows = connection.execute(select(batch.c.id, batch.c.status, batch.c.replaced_by_id))
        return {row[0]: (row[1], row[2]) for row in rows}


def refusal(engine: Engine, batch_id: int) -> NotWithdrawableError:
    before = stand(engine)
    with pytest.raises(NotWithdrawableError) as refused:
        withdraw_import(engine, "petugas", batch_id)
    assert stand(engine) == before
    return refused.value


FIRST = {CODES[0]: 5, CODES[1]: 6, CODES[2]: 7}


def test_a_first_import_withdrawn_leaves_no_figure_behind(known: Engine) -> None:
    before = stand(known)
    batch = measure(known, "a", FIRST)
    assert withdraw_import(known, "petugas", batch) == 3
    assert stand(known) == before
    assert states(known)[batch] == ("ditarik", None)


def test_a_corrected_file_withdrawn_brings_back_every_row_that_it_replaced(known: Engine) -> None:
    first = measure(known, "a", FIRST, date="1 September")
    before, earlier = stand(known), states(known)
    second = measure(known, "b", {CODES[0]: 9, CODES[1]: 6}, date="9 September")
    assert stand(known) != before
    withdraw_import(known, "petugas", second)
    assert stand(known) == before
    assert states(known) == earlier | {second: ("ditarik", None)}
    assert states(known)[first] == ("berlaku", None)


def test_every_row_of_a_withdrawal_stands_in_the_history_with_who_did_it(known: Engine) -> None:
    measure(known, "a", FIRST)
    second = measure(known, "b", {CODES[0]: 9})
    with open_read(known) as connection:
        last = connection.scalar(select(Riwayat.id).order_by(Riwayat.id.desc()).limit(1))
    withdraw_import(known, "petugas", second)
    with open_read(known) as connection:
        rows = connection.execute(select(Riwayat).where(Riwayat.id > last)).all()
        history = [row[0] if len(row) == 1 else row for row in rows]
    assert {row.actor for row in history} == {"petugas"}
    assert len({row.change_id for row in history}) == 1
    back = {row.row_key: row for row in history if row.table_name == "pengukuran"}
    assert set(back) == {f"e-PPGBM|2025-02|{code}" for code in CODES}
    changed = back[f"e-PPGBM|2025-02|{CODES[0]}"]
    assert (changed.before["stunting_jiwa"], changed.after["stunting_jiwa"]) == (9, 5)


def test_the_same_file_may_come_in_again_after_a_withdrawal(known: Engine) -> None:
    batch = measure(known, "a", FIRST)
    withdraw_import(known, "petugas", batch)
    again = measure(known, "a", FIRST)
    assert again != batch
    assert len(stand(known, "pengukuran")["pengukuran"]) == 3


def test_imports_are_withdrawn_one_after_the_other_the_latest_first(known: Engine) -> None:
    nothing = stand(known)
    batches = [measure(known, name, dict.fromkeys(CODES[:n], 4)) for name, n in
               (("a", 3), ("b", 2), ("c", 1))]  # fmt: skip
    assert refusal(known, batches[0]).figures["impor"] == batches[1]
    assert refusal(known, batches[1]).reason == "sudah_digantikan"
    for batch in reversed(batches):
        withdraw_import(known, "petugas", batch)
    assert stand(known) == nothing
    assert refusal(known, batches[0]).reason == "sudah_ditarik"


def test_a_row_that_another_import_put_in_the_gap_stops_the_withdrawal(known: Engine) -> None:
    measure(known, "a", FIRST)
    second = measure(known, "b", {CODES[0]: 9})
    third = measure(known, "c", {CODES[2]: 3}, area="63.11.02")
    refused = refusal(known, second)
    assert (refused.reason, refused.figures["impor"]) == ("ditimpa_impor_lain", third)


def test_children_never_count_twice_after_a_withdrawal(known: Engine) -> None:
    measure(known, "a", {"63.11.01": 11, "63.11.02": 7}, grain="kecamatan")
    second = measure(known, "b", {CODES[0]: 9})
    measure(known, "c", {CODES[2]: 3}, area="63.11.02")
    assert refusal(known, second).reason == "tingkat_bercampur"


def test_a_grain_that_was_replaced_is_told_again(known: Engine) -> None:
    measure(known, "a", {"63.11": 18}, grain="kabupaten")
    before = stand(known)
    withdraw_import(known, "petugas", measure(known, "b", FIRST))
    assert stand(known) == before


def test_a_neighbouring_kecamatan_brought_since_stays(known: Engine) -> None:
    first = measure(known, "a", {CODES[0]: 5}, area="63.11.01", date="lama")
    measure(known, "b", {CODES[2]: 7}, area="63.11.02", date="baru")
    withdraw_import(known, "petugas", first)
    facts = stand(known, "pengukuran", "kumpulan_data")
    assert [row[2] for row in facts["pengukuran"]] == [CODES[2]]
    assert facts["kumpulan_data"][0][-1] == "baru"


def test_new_puskesmas_and_confirmed_spellings_go_with_their_import(known: Engine) -> None:
    before = stand(known)
    puskesmas = pd.DataFrame(
        [{"code": "63.11.01.P01", "name": "Puskesmas Juai", "parent_code": "63.11.01"}]
    )
    names = pd.DataFrame([{"parent_name": "Juai", "name": "Juay", "code": "63.11.01.P01"}])
    batch = measure(known, "a", {"63.11.01.P01": 8}, grain="puskesmas", new_puskesmas=puskesmas,
                    mapping=names)  # fmt: skip
    assert len(read_name_mapping(known, "63.11")) == 1
    withdraw_import(known, "petugas", batch)
    assert stand(known) == before


def test_a_puskesmas_that_later_data_name_stays(known: Engine) -> None:
    puskesmas = pd.DataFrame(
        [{"code": "63.11.01.P01", "name": "Puskesmas Juai", "parent_code": "63.11.01"}]
    )
    first = measure(known, "a", {"63.11.01.P01": 8}, grain="puskesmas", new_puskesmas=puskesmas)
    measure(known, "b", {"63.11.01.P01": 9}, grain="puskesmas", period="2025-03")
    withdraw_import(known, "petugas", first)
    with open_read(known) as connection:
        kept = connection.scalar(select(Wilayah.name).where(Wilayah.code == "63.11.01.P01"))
        assert connection.scalars(select(Pengukuran.period)).all() == ["2025-03"]
    assert kept == "Puskesmas Juai"


def test_august_makes_the_next_years_stage_a_draft_and_other_months_none(known: Engine) -> None:
    measure(known, "a", FIRST, period="2025-02")
    assert stand(known, "tahapan")["tahapan"] == []
    measure(known, "b", FIRST, period="2025-08")
    rows = stand(known, "tahapan")["tahapan"]
    assert [row[1:6] for row in rows] == [("63.11", 2026, "kabupaten.pengukuran", "dinkes", "draf")]


def test_a_submitted_stage_takes_neither_an_import_nor_a_withdrawal(known: Engine) -> None:
    batch = measure(known, "a", FIRST, period="2025-08")
    where = ("63.11", 2026, "kabupaten.pengukuran", "dinkes")
    move_parts(known, "petugas", [StageMove("ajukan", *where, "draf", 1)])
    before, versions = stand(known), read_versions(known)
    with pytest.raises(StageLockedError):
        withdraw_import(known, "petugas", batch)
    with pytest.raises(StageLockedError):
        measure(known, "b", {CODES[0]: 9}, period="2025-08", area=None)
    with pytest.raises(StageLockedError):
        measure(known, "c", {CODES[0]: 9}, period="2025-08", area="63")
    assert stand(known) == before
    assert read_versions(known) == versions


def surveys(*entries: tuple[str, int, str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(entries, columns=["source", "year", "wilayah_code", "prevalensi_pct"])
    low = (frame["prevalensi_pct"] - 2.7).round(1)
    return frame.assign(bawah_pct=low, atas_pct=float("nan"))


def test_surveys_withdrawn_bring_back_what_they_replaced(engine: Engine) -> None:
    info = make_info("a", "survei")
    save_surveys(engine, surveys(("SSGI", 2022, "63.11", 24.1), ("SKI", 2023, "63", 22.3)), info)
    before = stand(engine)
    part = save_surveys(engine, surveys(("SSGI", 2022, "63.11", 23.9)), make_info("b", "survei"))
    assert read_batch_regions(engine, part.batch_id, "survei") == ["63.11"]
    assert withdraw_import(engine, "petugas", part.batch_id) == 1
    assert stand(engine) == before
    with open_read(engine) as connection:
        assert connection.scalars(select(Survei.prevalensi_pct).order_by(Survei.year)).all() == [
            24.1,
            22.3,
        ]


def test_boundaries_that_nothing_depends_on_are_withdrawn_with_their_layers(
    engine: Engine,
) -> None:
    first = save_regions(engine, make_place(CODES), make_info("a"))
    before = stand(engine)
    other = make_place(["63.10.01.2001", "63.10.01.2002"], west=116.0)
    second = save_regions(engine, other, make_info("b"))
    assert read_batch_regions(engine, second.batch_id, "wilayah") == ["63.10"]
    assert read_layer_info(engine, "63", "desa") is not None
    withdraw_import(engine, "petugas", second.batch_id)
    assert stand(engine) == before
    assert read_layer_info(engine, "63.10", "desa") is None
    assert read_layer_info(engine, "63", "desa") is None
    assert read_layer_info(engine, "63.11", "desa") is not None
    assert states(engine)[first.batch_id] == ("berlaku", None)


def test_regions_that_facts_name_are_not_withdrawn(known: Engine) -> None:
    measure(known, "a", FIRST)
    refused = refusal(known, 1)
    assert (refused.reason, refused.figures["tabel"]) == ("wilayah_dipakai", "kumpulan_data")


def test_regions_that_replaced_others_are_not_withdrawn(known: Engine) -> None:
    renamed = RegionSet(list_regions(NAMES | {"63.11.01": "Juai Baru"}))
    second = save_regions(known, renamed, make_info("b"))
    assert refusal(known, second.batch_id).reason == "menggantikan_wilayah"
    assert refusal(known, 1).reason == "sudah_berubah"


def test_an_import_that_is_not_there_is_said_so(engine: Engine) -> None:
    assert refusal(engine, 99).reason == "tidak_ada"
    assert read_batch(engine, 99) is None


def test_an_import_is_read_with_what_it_found(known: Engine) -> None:
    info = BatchInfo("survei", "s.csv", "s", "petugas", report={"temuan": {"sel_kosong": 2}})
    batch = save_surveys(known, surveys(("SSGI", 2022, "63.11", 24.1)), info).batch_id
    record = read_batch(known, batch)
    assert record is not None
    assert (record.kind, record.imported_by, record.row_count) == ("survei", "petugas", 1)
    assert record.report == {"temuan": {"sel_kosong": 2}}


def test_three_clicks_at_once_make_one_import_and_one_withdrawal(known: Engine) -> None:
    with ThreadPoolExecutor(3) as pool:
        batches = set(pool.map(lambda _: measure(known, "a", FIRST, period="2025-08"), range(3)))
    (batch,) = batches

    def click(_: int) -> str:
        try:
            return str(withdraw_import(known, "petugas", batch))
        except NotWithdrawableError as refused:
            return refused.reason

    with ThreadPoolExecutor(3) as pool:
        answers = sorted(pool.map(click, range(3)))
    assert answers == ["3", "sudah_ditarik", "sudah_ditarik"]
    assert stand(known, "pengukuran") == {"pengukuran": []}
