"""Setting targets: who may set which, by direct call; older targets; the table out and in."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from sqlalchemy import Engine, delete, insert

from analysis.targets import PREVALENCE
from app.access import Account, Grant, NotAllowedError
from app.actions.target import (
    TargetChange,
    TargetPlace,
    adopt_old_targets,
    drop_old_targets,
    parse_targets,
    store_targets,
)
from app.actions.target_file import check_table, save_table
from app.documents.target import list_notes, tabulate_targets, to_xlsx
from app.target_figures import pick_august, pick_year_periods, tabulate_in_force
from app.target_items import list_old_targets, list_own_parts, read_target_items
from app.text import target as text
from app.text.findings_target import describe
from data_access.database import open_write
from data_access.reads.pengaturan import read_settings
from data_access.reads.target import read_targets
from data_access.schema import PenanggungJawab, Target
from data_access.writes.tahapan import StageMove, move_parts

KABUPATEN, KECAMATAN = "99.01", "99.01.01"
YEAR = 2024  # the demonstration's later cycles are approved already
DUTIES = {"I01": "dinkes", "I02": "dinkes", "I26": "pupr"}


def person(role: str, agency: str = "", code: str = KABUPATEN) -> Account:
    return Account(1, f"{agency}.{role}".strip("."), "Ani", grants=(Grant(role, code, agency),))


BAPPEDA = person("bappeda", "bappeda")
DINKES = person("operator", "dinkes")
SETCAM = person("operator", "setcam", KECAMATAN)
AS_BAPPEDA = TargetPlace(KABUPATEN, YEAR, "bappeda")
AS_DINKES = TargetPlace(KABUPATEN, YEAR, "dinkes")


@pytest.fixture
def place(demo: Engine) -> Engine:
    with open_write(demo, "uji") as connection:
        rows = [
            {"wilayah_code": KABUPATEN, "item_code": item, "agency": agency, "version": 1}
            for item, agency in DUTIES.items()
        ]
        connection.execute(delete(PenanggungJawab))
        connection.execute(insert(PenanggungJawab), rows)
        connection.execute(delete(Target))
    return demo


def cell(item: str, value: float | None, document: str = "RPJMD", year: int = 2025) -> TargetChange:
    return TargetChange(item, document, year, value, None, 0)


def stored(engine: Engine, code: str = KABUPATEN) -> dict[tuple[str, str, int], float]:
    rows = read_targets(engine, code)
    own = rows[rows["wilayah_code"] == code]
    keys = zip(own["item_code"], own["document"], own["year"], strict=True)
    return dict(zip(keys, own["target_pct"], strict=True))


def test_bappeda_sets_everything_an_agency_only_what_it_answers_for(place: Engine) -> None:
    assert set(list_own_parts(BAPPEDA, KABUPATEN, DUTIES)) == {"bappeda"}
    assert len(list_own_parts(BAPPEDA, KABUPATEN, DUTIES)["bappeda"]) == 32
    assert list_own_parts(DINKES, KABUPATEN, DUTIES) == {"dinkes": ("I01", "I02")}
    assert list_own_parts(person("operator", "dinsos"), KABUPATEN, DUTIES) == {}
    assert list_own_parts(person("verifikator", "dinkes"), KABUPATEN, DUTIES) == {}
    assert list_own_parts(BAPPEDA, KECAMATAN, DUTIES) == {}
    assert set(list_own_parts(SETCAM, KECAMATAN, {})) == {"setcam"}


@pytest.mark.parametrize(
    ("who", "where"),
    [
        (person("pimpinan"), AS_BAPPEDA),
        (person("admin"), AS_BAPPEDA),
        (person("verifikator", "bappeda"), AS_BAPPEDA),
        (person("penyetuju", "bappeda"), AS_BAPPEDA),
        (person("operator", "bappeda"), AS_BAPPEDA),
        (DINKES, AS_BAPPEDA),
        (BAPPEDA, AS_DINKES),
        (person("bappeda", "bappeda", "99"), AS_BAPPEDA),
        (BAPPEDA, TargetPlace("99", YEAR, "bappeda")),
        (BAPPEDA, TargetPlace(KECAMATAN, YEAR, "bappeda")),
        (BAPPEDA, TargetPlace(KECAMATAN, YEAR, "setcam")),
        (SETCAM, TargetPlace("99.01.02", YEAR, "setcam")),
        (SETCAM, AS_BAPPEDA),
        (person("operator", "puskesmas", KECAMATAN), TargetPlace(KECAMATAN, YEAR, "setcam")),
        (None, AS_BAPPEDA),
    ],
)
def test_who_may_not_is_refused_by_direct_call(
    place: Engine, who: Account | None, where: TargetPlace
) -> None:
    with pytest.raises(NotAllowedError):
        store_targets(place, who, where, [cell("I01", 90.0)], "t")
    assert read_targets(place, "99").empty


@pytest.mark.parametrize(
    ("who", "where", "change"),
    [
        (DINKES, AS_DINKES, cell("I26", 90.0)),
        (DINKES, AS_DINKES, cell(PREVALENCE, 18.4)),
        (BAPPEDA, AS_BAPPEDA, cell(PREVALENCE, 18.4, "Renja")),
        (BAPPEDA, AS_BAPPEDA, cell("I07", 80.0, "nasional-lama")),
        (BAPPEDA, AS_BAPPEDA, cell("I01", 101.0)),
        (BAPPEDA, AS_BAPPEDA, cell("I01", 90.0, year=1999)),
        (BAPPEDA, AS_BAPPEDA, cell("I99", 90.0)),
    ],
)
def test_cells_that_are_not_this_parts_are_refused(
    place: Engine, who: Account, where: TargetPlace, change: TargetChange
) -> None:
    with pytest.raises(ValueError, match=r"do not belong|no targets"):
        store_targets(place, who, where, [change], "t")
    assert stored(place) == {}


def test_an_agency_sets_its_own_and_bappeda_the_prevalence(place: Engine) -> None:
    assert store_targets(place, DINKES, AS_DINKES, [cell("I01", 90.0)], "t").outcome.saved == 1
    series = [cell(PREVALENCE, 18.4), cell(PREVALENCE, 17.0, year=2026)]
    assert store_targets(place, BAPPEDA, AS_BAPPEDA, series, "t").outcome.saved == 2
    again = store_targets(place, BAPPEDA, AS_BAPPEDA, series, "t")
    assert again.outcome.repeated
    assert len(stored(place)) == 3


def test_what_an_agency_handed_in_bappeda_changes_only_once_it_is_returned(place: Engine) -> None:
    store_targets(place, DINKES, AS_DINKES, [cell("I01", 90.0)], "t")
    step = StageMove("ajukan", KABUPATEN, YEAR, "kabupaten.target", "dinkes", "draf", 1)
    assert move_parts(place, "dinkes", [step]).moved
    change = TargetChange("I01", "RPJMD", 2025, 80.0, 90.0, 1)
    result = store_targets(place, BAPPEDA, AS_BAPPEDA, [change], "t")
    assert (result.locked_state, result.locked_part) == ("diajukan", "dinkes")
    assert stored(place)["I01", "RPJMD", 2025] == 90.0


def test_a_kecamatan_inherits_until_it_has_its_own(place: Engine) -> None:
    series = [cell(PREVALENCE, 18.4), cell("I01", 90.0)]
    store_targets(place, BAPPEDA, AS_BAPPEDA, series, "t")
    own = TargetPlace(KECAMATAN, YEAR, "setcam")
    assert store_targets(place, SETCAM, own, [cell(PREVALENCE, 15.0)], "t").outcome.saved == 1
    codes = ["99", KABUPATEN, KECAMATAN]
    regions = pd.DataFrame(
        {
            "code": codes,
            "level": ["provinsi", "kabupaten", "kecamatan"],
            "parent_code": ["ID", "99", KABUPATEN],
        }
    )
    rows = tabulate_in_force(read_targets(place, KECAMATAN), regions, KECAMATAN)
    found = {row.item_code: (row.target_pct, row.target_dari) for row in rows.itertuples()}
    assert found == {PREVALENCE: (15.0, KECAMATAN), "I01": (90.0, KABUPATEN)}


def test_only_older_targets_that_kept_their_meaning_are_offered() -> None:
    offered = {old.item.code: old.target_pct for old in list_old_targets()}
    assert offered["I07"] == 80.0
    assert "I02" not in offered  # 90 tablets then, 180 now
    unclear = [old.item.code for old in list_old_targets() if not old.is_certain]
    assert unclear == ["I01"]


def test_older_national_targets_are_taken_over_only_with_a_reason_that_is_kept(
    place: Engine,
) -> None:
    def take(who: Account, reason: str, *items: str) -> int:
        result = adopt_old_targets(
            place, who, AS_BAPPEDA, items, year=2025, reason=reason, token="t"
        )
        return result.outcome.saved

    with pytest.raises(ValueError, match="reason"):
        take(BAPPEDA, "  ", "I07")
    with pytest.raises(ValueError, match="comparable"):
        take(BAPPEDA, "RPJMD belum ada", "I02")
    with pytest.raises(NotAllowedError):
        take(DINKES, "RPJMD belum ada", "I07")
    assert stored(place) == {}
    assert take(BAPPEDA, "RPJMD belum ada", "I07", "I22") == 2
    assert take(BAPPEDA, "RPJMD belum ada", "I07") == 0
    assert stored(place)["I07", "nasional-lama", 2025] == 80.0
    settings = read_settings(place, KABUPATEN).set_index("key")
    assert settings.loc["target.nasional-lama", "reason"] == "RPJMD belum ada"
    assert drop_old_targets(place, BAPPEDA, AS_BAPPEDA, "RPJMD ada", "t").outcome.saved == 2
    assert stored(place) == {}


def test_typed_cells_are_read_or_named() -> None:
    key, other = ("I01", "RPJMD", 2025), ("I02", "RPJMD", 2025)
    values, faults = parse_targets({key: "18,40", other: "0,9"})
    assert values == {key: 18.4}
    assert [(fault.key, text.FAULTS[fault.code][:12]) for fault in faults] == [
        (other, "Antara 0 dan")
    ]


def test_the_situation_analysis_speaks_before_semester_two_and_no_half_year_does() -> None:
    periods = ["2025", "2025-S1", "2025-S2", "2026", "2026-S1"]
    assert pick_year_periods(periods) == {2024: "2025", 2025: "2026"}
    assert pick_year_periods(["2025-S2", "2026-S1"]) == {2025: "2025-S2"}
    series = pd.DataFrame({"period": ["2024-08", "2025-02"], "prevalensi_pct": [20.0, 19.0]})
    assert pick_august(series).to_dict("list") == {"year": [2024], "value_pct": [20.0]}


def make_file(engine: Engine, path: Path) -> Path:
    targets = read_targets(engine, KABUPATEN)
    in_force = pd.DataFrame(columns=["year", "item_code", "target_pct", "target_dari", "dokumen"])
    notes = list_notes("Kabupaten Arunika", datetime(2026, 1, 2, tzinfo=UTC), demo=True)
    content = to_xlsx(tabulate_targets(targets, KABUPATEN), in_force, {}, notes)
    path.write_bytes(content)
    return path


def edit(path: Path, item: str, document: str, year: int, value: object) -> None:
    book = openpyxl.load_workbook(path)
    page = book[text.SHEET]
    heads = [each.value for each in page[1]]
    for row in page.iter_rows(min_row=2):
        if (row[1].value, row[5].value) == (item, document):
            row[heads.index(str(year))].value = value
    book.save(path)


def test_the_table_that_is_downloaded_and_handed_in_again_changes_nothing(
    place: Engine, tmp_path: Path
) -> None:
    store_targets(place, BAPPEDA, AS_BAPPEDA, [cell(PREVALENCE, 18.4), cell("I01", 90.0)], "t")
    path = make_file(place, tmp_path / "target.xlsx")
    outcome = check_table(place, BAPPEDA, AS_BAPPEDA, path)
    assert (outcome.findings, outcome.changes) == ([], ())
    assert {item.code for item in read_target_items().values()} >= {PREVALENCE, "I31"}


def test_an_edited_table_is_stored_whole(place: Engine, tmp_path: Path) -> None:
    store_targets(place, BAPPEDA, AS_BAPPEDA, [cell(PREVALENCE, 18.4), cell("I01", 90.0)], "t")
    path = make_file(place, tmp_path / "target.xlsx")
    edit(path, PREVALENCE, "RPJMD", 2025, 18.0)
    edit(path, "I01", "RPJMD", 2025, None)
    edit(path, "I26", "Renja", 2027, "75,5")
    outcome = check_table(place, BAPPEDA, AS_BAPPEDA, path)
    assert outcome.findings == []
    saved = save_table(place, BAPPEDA, AS_BAPPEDA, outcome).result
    assert saved is not None
    assert saved.outcome.saved == 3
    assert stored(place) == {
        (PREVALENCE, "RPJMD", 2025): 18.0,
        ("I26", "Renja", 2027): 75.5,
    }


def test_one_fault_keeps_the_whole_table_out_and_says_where_and_what_to_do(
    place: Engine, tmp_path: Path
) -> None:
    path = make_file(place, tmp_path / "target.xlsx")
    edit(path, PREVALENCE, "RPJMD", 2025, 18.0)
    edit(path, "I01", "Renja", 2025, "sembilan puluh")
    outcome = check_table(place, BAPPEDA, AS_BAPPEDA, path)
    (finding,) = outcome.findings
    assert (finding.sheet, finding.row, finding.column) == (text.SHEET, 8, "H (2025)")
    assert "sembilan puluh" in describe(finding)
    assert outcome.changes == ()


def test_an_agency_cannot_change_anothers_target_by_file(place: Engine, tmp_path: Path) -> None:
    store_targets(place, BAPPEDA, AS_BAPPEDA, [cell("I26", 70.0)], "t")
    path = make_file(place, tmp_path / "target.xlsx")
    edit(path, "I01", "RPJMD", 2025, 90)
    assert check_table(place, DINKES, AS_DINKES, path).findings == []
    edit(path, "I26", "RPJMD", 2025, 60)
    (finding,) = check_table(place, DINKES, AS_DINKES, path).findings
    assert finding.code == "target_bukan_milik_anda"
    assert "70" in describe(finding)
    with pytest.raises(NotAllowedError):
        check_table(place, person("pimpinan"), AS_BAPPEDA, path)
