from sqlalchemy import Engine

from data_access.backup import check_database
from data_access.demo.measurements import PERIODS
from data_access.reads.batches import read_batches, read_identity
from data_access.reads.pengukuran import read_datasets, read_measurements, read_surveys
from data_access.reads.peta import read_layer_levels
from data_access.reads.wilayah import read_default_region, read_regions


def test_the_demonstration_says_of_itself_that_it_is_one(demo: Engine) -> None:
    assert read_identity(demo) == {"jenis": "demo"}
    assert read_batches(demo)["imported_by"].str.contains("demonstrasi").all()


def test_it_holds_one_kabupaten_of_12_kecamatan_and_150_desa_all_drawn(demo: Engine) -> None:
    regions = read_regions(demo, "ID")
    assert regions["level"].value_counts().to_dict() == {
        "desa": 150, "kecamatan": 12, "kabupaten": 1, "provinsi": 1
    }  # fmt: skip
    drawn = regions[regions["level"] != "provinsi"]
    assert drawn["has_boundary"].all()
    assert set(regions["code"].str[:2]) == {"99"}
    assert read_default_region(demo) == "99.01"
    assert {"desa", "kecamatan"} <= set(read_layer_levels(demo, "99.01"))


def test_it_holds_six_months_at_desa_and_surveys_apart(demo: Engine) -> None:
    datasets = read_datasets(demo, "99.01")
    assert tuple(datasets["period"]) == PERIODS
    assert set(datasets["grain"]) == {"desa"}
    assert set(read_surveys(demo, "99.01")["source"]) == {"SSGI", "SKI"}


def test_the_flaws_of_real_data_are_stored_as_they_are(demo: Engine) -> None:
    facts = read_measurements(demo, "99.01", "e-PPGBM")
    assert (facts["diukur_jiwa"] > facts["sasaran_jiwa"]).sum() == 1
    last = facts[facts["period"] == PERIODS[-1]]
    assert len(last) < 150


def test_the_database_is_whole(demo: Engine) -> None:
    report = check_database(demo)
    assert report.problems == ()
    assert report.is_current
