import pandas as pd
import pytest
from sqlalchemy import Engine, func, select

from data_access.database import open_read
from data_access.periods import parse_month
from data_access.reads.batches import read_batches, read_versions
from data_access.reads.pengukuran import read_datasets, read_measurements
from data_access.schema import COUNTS, Pengukuran
from data_access.writes.batches import BatchInfo
from data_access.writes.pengukuran import GrainConflictError, MeasurementSet, save_measurements
from data_access.writes.wilayah import RegionSet, save_regions

CODES = ["63.11", "63.11.01", "63.11.02", "63.11.01.2001", "63.11.01.2002", "63.11.02.2001"]
LEVELS = {5: "kabupaten", 8: "kecamatan", 13: "desa"}


@pytest.fixture
def with_regions(engine: Engine) -> Engine:
    regions = pd.DataFrame(
        {
            "code": CODES,
            "name": [f"Wilayah {code}" for code in CODES],
            "level": [LEVELS[len(code)] for code in CODES],
            "kind": "desa",
            "parent_code": [code.rpartition(".")[0] for code in CODES],
            "bps_code": None,
        }
    )
    save_regions(engine, RegionSet(regions), BatchInfo("wilayah", "w.csv", "w", "uji"))
    return engine


def rows(*entries: tuple[str, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            {
                "unit_code": code,
                "sasaran_jiwa": diukur + 5,
                "sangat_pendek_jiwa": 1,
                "pendek_jiwa": stunting - 1,
                "normal_jiwa": diukur - stunting,
                "tinggi_jiwa": 0,
                "outlier_jiwa": None,
                "stunting_jiwa": stunting,
                "diukur_jiwa": diukur,
            }
            for code, stunting, diukur in entries
        ]
    )
    return frame.astype(dict.fromkeys(COUNTS, "float64"))


def measured(
    frame: pd.DataFrame, *, area: str | None = None, grain: str = "desa"
) -> MeasurementSet:
    period = parse_month("2025-08")
    assert period is not None
    return MeasurementSet("e-PPGBM", "rutin", period, grain, frame, area_code=area)


def info(digest: str) -> BatchInfo:
    return BatchInfo("pengukuran", "agustus.csv", digest, "uji", {"periode": "2025-08"})


def stored(engine: Engine) -> dict[str, float]:
    facts = read_measurements(engine, "63.11", "e-PPGBM")
    return dict(zip(facts["unit_code"], facts["stunting_jiwa"], strict=True))


FIRST = (("63.11.01.2001", 5, 50), ("63.11.01.2002", 6, 60), ("63.11.02.2001", 7, 70))


def test_the_same_file_again_changes_nothing(with_regions: Engine) -> None:
    first = save_measurements(with_regions, measured(rows(*FIRST)), info("a"))
    versions = read_versions(with_regions)
    again = save_measurements(with_regions, measured(rows(*FIRST)), info("a"))
    assert again.unchanged
    assert again.batch_id == first.batch_id
    assert read_versions(with_regions) == versions
    assert len(read_batches(with_regions)) == 2


def test_a_corrected_file_replaces_its_batch_and_both_stay_in_the_history(
    with_regions: Engine,
) -> None:
    first = save_measurements(with_regions, measured(rows(*FIRST)), info("a"))
    corrected = (("63.11.01.2001", 9, 50), *FIRST[1:])
    second = save_measurements(with_regions, measured(rows(*corrected)), info("b"))
    assert second.replaced_batches == (first.batch_id,)
    assert stored(with_regions)["63.11.01.2001"] == 9
    history = read_batches(with_regions).set_index("id")
    assert history.loc[first.batch_id, "status"] == "digantikan"
    assert history.loc[second.batch_id, "status"] == "berlaku"


def test_a_file_for_one_kecamatan_leaves_the_others_alone(with_regions: Engine) -> None:
    first = save_measurements(with_regions, measured(rows(*FIRST)), info("a"))
    part = measured(rows(("63.11.01.2001", 2, 50)), area="63.11.01")
    save_measurements(with_regions, part, info("c"))
    assert stored(with_regions) == {"63.11.01.2001": 2, "63.11.02.2001": 7}
    status = read_batches(with_regions).set_index("id").loc[first.batch_id, "status"]
    assert status == "sebagian digantikan"


def test_a_file_of_the_next_kecamatan_leaves_the_first_alone_without_being_told(
    with_regions: Engine,
) -> None:
    save_measurements(with_regions, measured(rows(*FIRST[:2])), info("a"))
    save_measurements(with_regions, measured(rows(FIRST[2])), info("b"))
    assert len(stored(with_regions)) == 3
    history = read_batches(with_regions)
    assert set(history.loc[history["kind"] == "pengukuran", "status"]) == {"berlaku"}


def test_a_kabupaten_figure_gives_way_to_its_desa_only_when_the_whole_area_is_named(
    with_regions: Engine,
) -> None:
    whole = measured(rows(("63.11", 18, 180)), grain="kabupaten")
    save_measurements(with_regions, whole, info("a"))
    with pytest.raises(GrainConflictError):
        save_measurements(with_regions, measured(rows(*FIRST)), info("b"))
    save_measurements(with_regions, measured(rows(*FIRST), area="63.11"), info("b"))
    assert sum(stored(with_regions).values()) == 18


def test_part_of_a_kabupaten_cannot_change_its_grain(with_regions: Engine) -> None:
    save_measurements(with_regions, measured(rows(*FIRST)), info("a"))
    coarser = measured(rows(("63.11.01", 11, 110)), area="63.11.01", grain="kecamatan")
    with pytest.raises(GrainConflictError):
        save_measurements(with_regions, coarser, info("d"))
    assert stored(with_regions)["63.11.01.2002"] == 6


def test_a_whole_kabupaten_may_change_its_grain_and_nothing_counts_twice(
    with_regions: Engine,
) -> None:
    save_measurements(with_regions, measured(rows(*FIRST)), info("a"))
    coarser = measured(rows(("63.11.01", 11, 110), ("63.11.02", 7, 70)), grain="kecamatan")
    save_measurements(with_regions, coarser, info("e"))
    assert sum(stored(with_regions).values()) == 18
    assert list(read_datasets(with_regions, "63.11.01")["grain"]) == ["kecamatan"]


def test_a_failed_write_leaves_nothing_behind(with_regions: Engine) -> None:
    broken = rows(*FIRST).assign(stunting_jiwa=99)
    with pytest.raises(Exception, match="stunting_jumlah_kelas"):
        save_measurements(with_regions, measured(broken), info("f"))
    with open_read(with_regions) as connection:
        assert connection.scalar(select(func.count()).select_from(Pengukuran)) == 0
    assert len(read_batches(with_regions)) == 1


def test_unknown_stays_unknown_and_is_never_zero(with_regions: Engine) -> None:
    counts_only = rows(("63.11.01.2001", 5, 50))
    blank = [name for name in COUNTS if name != "stunting_jiwa"]
    counts_only[blank] = float("nan")
    save_measurements(with_regions, measured(counts_only), info("g"))
    facts = read_measurements(with_regions, "63.11", "e-PPGBM")
    assert facts["stunting_jiwa"].tolist() == [5]
    assert facts[blank].isna().all(axis=None)


def test_a_cleared_kabupaten_has_no_data_set_left(with_regions: Engine) -> None:
    other = RegionSet(
        pd.DataFrame(
            {
                "code": ["63", "63.10", "63.10.01"],
                "name": ["a", "b", "c"],
                "level": ["provinsi", "kabupaten", "kecamatan"],
                "kind": "x",
                "parent_code": ["ID", "63", "63.10"],
            }
        )
    )
    save_regions(with_regions, other, BatchInfo("wilayah", "x.csv", "x", "uji"))
    neighbour = rows(("63.10", 9, 90))
    save_measurements(with_regions, measured(neighbour, grain="kabupaten"), info("n"))
    save_measurements(with_regions, measured(rows(*FIRST), area="63"), info("a"))
    assert list(read_datasets(with_regions, "63")["kabupaten_code"]) == ["63.11"]
    part = measured(rows(("63.10.01", 3, 30)), area="63.10.01", grain="kecamatan")
    assert not save_measurements(with_regions, part, info("p")).unchanged
