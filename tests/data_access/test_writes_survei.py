import pandas as pd
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from data_access.reads.batches import read_batches, read_versions
from data_access.reads.pengukuran import read_surveys
from data_access.writes.survei import save_surveys
from tests.corpus.places import make_info


def rows(*entries: tuple[str, int, str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(entries, columns=["source", "year", "wilayah_code", "prevalensi_pct"])
    return frame.assign(bawah_pct=frame["prevalensi_pct"] - 3, atas_pct=float("nan"))


def shares(engine: Engine, code: str = "62.10") -> dict[tuple[str, int], float]:
    surveys = read_surveys(engine, code)
    keys = zip(surveys["source"], surveys["year"], strict=True)
    return dict(zip(keys, surveys["prevalensi_pct"], strict=True))


FIRST = (("SSGI", 2022, "62.10", 30.1), ("SKI", 2023, "62.10", 28.4), ("SSGI", 2022, "ID", 21.6))


def test_surveys_of_a_kabupaten_and_of_the_nation_are_stored(engine: Engine) -> None:
    assert save_surveys(engine, rows(*FIRST), make_info("a", "survei")).row_count == 3
    assert shares(engine) == {("SSGI", 2022): 30.1, ("SKI", 2023): 28.4}
    assert shares(engine, "ID") == {("SSGI", 2022): 21.6}
    assert read_surveys(engine, "62.10")["atas_pct"].isna().all()


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    first = save_surveys(engine, rows(*FIRST), make_info("a", "survei"))
    versions = read_versions(engine)
    again = save_surveys(engine, rows(*FIRST), make_info("a", "survei"))
    assert (again.unchanged, again.batch_id) == (True, first.batch_id)
    assert read_versions(engine) == versions


def test_a_later_file_replaces_the_same_survey_and_year_only(engine: Engine) -> None:
    first = save_surveys(engine, rows(*FIRST), make_info("a", "survei"))
    part = save_surveys(engine, rows(("SSGI", 2022, "62.10", 29.0)), make_info("b", "survei"))
    assert shares(engine) == {("SSGI", 2022): 29.0, ("SKI", 2023): 28.4}
    assert part.replaced_batches == (first.batch_id,)
    status = read_batches(engine).set_index("id")["status"]
    assert status[first.batch_id] == "sebagian digantikan"


def test_a_whole_corrected_file_replaces_the_earlier_one(engine: Engine) -> None:
    first = save_surveys(engine, rows(*FIRST), make_info("a", "survei"))
    save_surveys(engine, rows(*FIRST), make_info("b", "survei"))
    status = read_batches(engine).set_index("id")["status"]
    assert status[first.batch_id] == "digantikan"


def test_an_interval_that_does_not_hold_its_estimate_is_refused_whole(engine: Engine) -> None:
    wrong = rows(*FIRST)
    wrong.loc[2, "bawah_pct"] = 99.0
    with pytest.raises(IntegrityError):
        save_surveys(engine, wrong, make_info("a", "survei"))
    assert shares(engine) == {}
    assert read_batches(engine).empty
