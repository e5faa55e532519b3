"""Budgets handed in: who may bring which, what is refused, what is told, what is stored."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions.anggaran import (
    BudgetOutcome,
    BudgetRequest,
    budget_years,
    forget_budget_columns,
    import_budget,
    owners_for,
    remember_budget_columns,
)
from app.actions.anggaran_daftar import add_own_thematic, import_accounts, import_thematic
from app.actions.anggaran_pairing import suggest_pairs
from app.actions.anggaran_skpd import set_pair
from app.actions.databases import create_database
from app.actions.pengaturan import set_agency
from app.text.findings import describe
from data_access.backup import check_database
from data_access.database import open_write
from data_access.importers.layout_memory import HandLayout
from data_access.reads.anggaran import read_activities, read_skpd, read_snapshots
from data_access.reads.tematik import read_thematic
from data_access.writes.tahapan import StageMove, move_parts, note_entry
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place
from tests.corpus.tables import write_csv

KABUPATEN, JUAI = "63.11", "63.11.01"
HEAD = ["Nama SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Rekening", "Nama Rekening",
        "Uraian", "Koefisien", "Satuan", "Harga Satuan", "Rincian"]  # fmt: skip
HEALTH = ("Dinas Kesehatan Kabupaten Wilayah 63.11", "1.02.02.2.02.0001", "Pengelolaan KIA",
          "5.1.02.01.01.0052", "Makanan", "PMT ibu hamil", "10 Orang", "Orang",
          500_000, 5_000_000)  # fmt: skip
WORKS = ("Dinas Pekerjaan Umum", "1.03.03.2.01.0001", "Air minum", "5.2.04.03.01.0001", "Pipa",
         "Pipa", "1 Paket", "Paket", 90_000_000, 90_000_000)  # fmt: skip
DISTRICT = ("Kecamatan Wilayah 63.11.01", "7.01.02.2.01.0001", "Rapat", "5.1.02.01.01.0052",
            "Makanan", "Rapat kader", "4 Kali", "Kali", 250_000, 1_000_000)  # fmt: skip


def person(role: str, region: str, agency: str = "", **more: Any) -> Account:
    return Account(1, f"uji.{role}", "Uji", grants=(Grant(role, region, agency),), **more)


BAPPEDA = person("bappeda", KABUPATEN, "bappeda")
DINKES = person("operator", KABUPATEN, "dinkes")
SETCAM = person("operator", JUAI, "setcam")
STRANGERS = {
    "nobody": person("pimpinan", "63.11"),
    "the verifikator": person("verifikator", KABUPATEN, "dinkes"),
    "a puskesmas": person("operator", JUAI, "puskesmas"),
    "the neighbour's Bappeda": person("bappeda", "63.09", "bappeda"),
    "the province's Bappeda": person("bappeda", "63", "bappeda"),
    "a disabled account": person("bappeda", KABUPATEN, "bappeda", active=False),
    "one who must change the password": person("bappeda", KABUPATEN, "bappeda", must_change=True),
}


@pytest.fixture
def place(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([f"{JUAI}.2001"]), make_info("wilayah"))
    return engine


def asked(folder: Path, *rows: Sequence[object], **more: object) -> BudgetRequest:
    file = write_csv(folder / "rka.csv", [HEAD, *rows])
    given: dict[str, object] = {"wilayah_code": KABUPATEN, "year": 2026, "kind": "murni"}
    return BudgetRequest(file, **{**given, **more})  # type: ignore[arg-type]


def codes(outcome: BudgetOutcome) -> set[str]:
    assert all(describe(finding) for finding in outcome.findings)
    return {finding.code for finding in outcome.findings}


def test_the_check_tells_what_each_skpd_gets_and_stores_nothing(
    place: Engine, tmp_path: Path
) -> None:
    before = check_database(place).counts
    outcome = import_budget(
        place, asked(tmp_path, HEALTH, WORKS, DISTRICT), person=BAPPEDA, dry_run=True
    )
    assert outcome.error_count == 0, outcome.findings
    assert outcome.figures["total_idr"] == 96_000_000
    assert outcome.agencies is not None
    rows = {row.name: row for row in outcome.agencies.itertuples(index=False)}
    assert rows[HEALTH[0]].agency == "dinkes"
    assert (rows[DISTRICT[0]].owner_code, rows[DISTRICT[0]].agency) == (JUAI, "setcam")
    assert rows[WORKS[0]].agency is None
    assert (rows[WORKS[0]].new, rows[WORKS[0]].total_idr) == (1, 90_000_000)
    assert "anggaran_skpd_belum_dipasang" in codes(outcome)
    assert check_database(place).counts == before


def test_bappeda_stores_any_file_and_the_same_again_changes_nothing(
    place: Engine, tmp_path: Path
) -> None:
    request = asked(tmp_path, HEALTH, WORKS, DISTRICT, nomenclature="900.1-861/2026")
    first = import_budget(place, request, person=BAPPEDA)
    again = import_budget(place, request, person=BAPPEDA)
    assert first.stored is not None
    assert again.stored is not None
    assert (first.stored.new, again.stored.unchanged) == (3, True)
    (snapshot,) = read_snapshots(place, KABUPATEN)
    assert (snapshot.kind, snapshot.nomenclature) == ("murni", "900.1-861/2026")
    assert read_activities(place, snapshot)["total_idr"].sum() == 96_000_000


@pytest.mark.parametrize("who", STRANGERS)
def test_who_brings_nothing_of_a_budget_is_refused_before_anything_is_read(
    place: Engine, who: str, tmp_path: Path
) -> None:
    before = check_database(place).counts
    for dry_run in (True, False):
        with pytest.raises(NotAllowedError):
            import_budget(place, asked(tmp_path, HEALTH), person=STRANGERS[who], dry_run=dry_run)
    assert check_database(place).counts == before


def test_an_operator_brings_only_a_file_of_their_own_agency(place: Engine, tmp_path: Path) -> None:
    before = check_database(place).counts
    for whole in ((HEALTH, WORKS), (HEALTH, DISTRICT), (WORKS,)):
        outcome = import_budget(place, asked(tmp_path, *whole), person=DINKES)
        assert "anggaran_skpd_bukan_milik_anda" in codes(outcome)
        assert outcome.written is None
    assert check_database(place).counts == before
    assert import_budget(place, asked(tmp_path, HEALTH), person=DINKES).written is not None
    assert import_budget(place, asked(tmp_path, DISTRICT), person=SETCAM).written is not None
    assert import_budget(place, asked(tmp_path, HEALTH), person=SETCAM).written is None


def test_an_operator_cannot_make_an_skpd_theirs_that_bappeda_paired_otherwise(
    place: Engine, tmp_path: Path
) -> None:
    import_budget(place, asked(tmp_path, HEALTH), person=BAPPEDA)
    done = set_pair(
        place, BAPPEDA, wilayah_code=KABUPATEN, name=HEALTH[0], pair=None, base_version=1
    )
    assert done.is_done
    for name in (HEALTH[0], HEALTH[0].upper()):
        outcome = import_budget(place, asked(tmp_path, (name, *HEALTH[1:])), person=DINKES)
        assert "anggaran_skpd_bukan_milik_anda" in codes(outcome)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"wilayah_code": JUAI}, "anggaran_pemilik"),
        ({"wilayah_code": "99.99"}, "anggaran_wilayah_asing"),
        ({"year": 2019}, "anggaran_tahun"),
        ({"year": 2099}, "anggaran_tahun"),
        ({"kind": "pergeseran"}, "anggaran_potret"),
        ({"nomenclature": "{{7*7}}"}, "anggaran_nomenklatur"),
    ],
)
def test_a_budget_that_cannot_be_is_refused(
    place: Engine, tmp_path: Path, wrong: dict[str, object], code: str
) -> None:
    outcome = import_budget(place, asked(tmp_path, HEALTH, **wrong), actor="baris perintah")
    assert code in codes(outcome)
    assert outcome.written is None


def test_the_plan_of_next_year_belongs_to_this_years_cycle() -> None:
    first, last = budget_years("murni")
    assert budget_years("rencana") == (first + 1, last + 1)


def test_lines_that_would_go_with_their_tags_are_told_before(place: Engine, tmp_path: Path) -> None:
    other = (*HEALTH[:5], "Rapat", *HEALTH[6:])
    import_budget(place, asked(tmp_path, HEALTH, other), person=BAPPEDA)
    outcome = import_budget(place, asked(tmp_path, HEALTH), person=BAPPEDA, dry_run=True)
    (gone,) = [each for each in outcome.findings if each.code == "anggaran_baris_hilang"]
    assert (gone.severity, gone.values["jumlah"]) == ("peringatan", 1)
    assert HEALTH[0] in describe(gone)


def test_an_agency_that_handed_its_tags_in_is_named(place: Engine, tmp_path: Path) -> None:
    import_budget(place, asked(tmp_path, HEALTH, DISTRICT), person=BAPPEDA)
    stage = "kabupaten.penandaan-berjalan"
    with open_write(place, "ani") as connection:
        note_entry(
            connection, wilayah_code=KABUPATEN, year=2026, stage=stage, part="dinkes", actor="ani"
        )
    move = StageMove("ajukan", KABUPATEN, 2026, stage, "dinkes", "draf", 1)
    assert move_parts(place, "ani", [move]).moved
    before = check_database(place).counts
    dearer = (*HEALTH[:8], 600_000, 6_000_000)
    for dry_run in (True, False):
        outcome = import_budget(
            place, asked(tmp_path, dearer, DISTRICT), person=BAPPEDA, dry_run=dry_run
        )
        (locked,) = [each for each in outcome.findings if each.severity == "galat"]
        assert HEALTH[0] in describe(locked)
        assert "Tahapan" in describe(locked)
    assert check_database(place).counts == before
    refused = set_pair(
        place, BAPPEDA, wilayah_code=KABUPATEN, name=HEALTH[0], pair=None, base_version=1
    )
    assert refused.refusal is not None


def test_only_bappeda_pairs_and_only_with_who_tags_this_budget(
    place: Engine, tmp_path: Path
) -> None:
    import_budget(place, asked(tmp_path, WORKS), person=BAPPEDA)
    name = WORKS[0]
    with pytest.raises(NotAllowedError):
        set_pair(
            place, DINKES, wilayah_code=KABUPATEN, name=name, pair=(KABUPATEN, "dinkes"),
            base_version=1,
        )  # fmt: skip
    with pytest.raises(ValueError, match="no agency"):
        set_pair(
            place, BAPPEDA, wilayah_code=KABUPATEN, name=name, pair=("62.01", "dinkes"),
            base_version=1,
        )  # fmt: skip
    pair = (KABUPATEN, "dinkes")
    first = set_pair(place, BAPPEDA, wilayah_code=KABUPATEN, name=name, pair=pair, base_version=1)
    late = set_pair(place, BAPPEDA, wilayah_code=KABUPATEN, name=name, pair=None, base_version=1)
    assert first.is_done
    assert late.conflict is not None
    assert late.conflict.pair == pair
    row = read_skpd(place, KABUPATEN).iloc[0]
    assert (row["agency"], row["version"]) == ("dinkes", 2)


def test_only_names_that_leave_no_doubt_pair_by_themselves(place: Engine) -> None:
    set_agency(place, BAPPEDA, region_code=KABUPATEN, code="pupr", name="Dinas PU & Penataan Ruang")
    pairs = suggest_pairs(
        place,
        KABUPATEN,
        [
            "DINAS KESEHATAN",
            "1.02.0.00.0.00.01.0000 Dinas Kesehatan Kabupaten Balangan",
            "Dinas PU dan Penataan Ruang",
            "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah",
            "Dinas Kesehatan Hewan",
            "UPTD Puskesmas Juai",
            "KECAMATAN WILAYAH 63.11.01",
            "Kecamatan Tak Ada",
        ],
    )
    assert list(pairs.values()) == [
        (KABUPATEN, "dinkes"),
        (KABUPATEN, "dinkes"),
        (KABUPATEN, "pupr"),
        (KABUPATEN, "bappeda"),
        None,
        None,
        (JUAI, "setcam"),
        None,
    ]


def test_owners_are_the_budgets_that_a_person_brings() -> None:
    assert owners_for(BAPPEDA) == owners_for(DINKES) == owners_for(SETCAM) == [KABUPATEN]
    assert owners_for(None) == owners_for(STRANGERS["a puskesmas"]) == []


def test_columns_said_once_are_known_the_next_time(place: Engine, tmp_path: Path) -> None:
    odd = ["Siapa", "Giat", "Apa", "Akun", "Untuk", "Banyak", "Uang"]
    row = ("Dinas Kesehatan", HEALTH[1], "KIA", HEALTH[3], "PMT", "10", "5000000")
    file = write_csv(tmp_path / "aneh.csv", [odd, row])
    request = BudgetRequest(file, KABUPATEN, 2026, "murni")
    first = import_budget(place, request, person=DINKES, dry_run=True)
    assert first.error_count
    (sample,) = first.samples
    places = {"skpd": 0, "kode_subkegiatan": 1, "subkegiatan": 2, "kode_rekening": 3,
              "uraian": 4, "volume": 5, "total": 6}  # fmt: skip
    layout = HandLayout(sample.sheet, 0, places)
    with pytest.raises(NotAllowedError):
        remember_budget_columns(place, STRANGERS["the verifikator"], KABUPATEN, layout, sample)
    remember_budget_columns(place, DINKES, KABUPATEN, layout, sample)
    known = import_budget(place, request, person=DINKES, dry_run=True)
    assert known.error_count == 0, known.findings
    assert known.remembered is not None
    assert known.figures["total_idr"] == 5_000_000
    assert forget_budget_columns(place, DINKES, KABUPATEN, known.remembered.header_sha256)
    assert import_budget(place, request, person=DINKES, dry_run=True).error_count


def test_a_bappeda_keeps_the_list_of_its_own_region_only(place: Engine, tmp_path: Path) -> None:
    rows = [("1.02.02.2.02.0015", "Gizi Masyarakat", "KABKOT"),
            ("1.02.02.1.02.0015", "Gizi Masyarakat", "PROVINSI")]  # fmt: skip
    file = write_csv(tmp_path / "tematik.csv", [("kode", "nama", "tingkat"), *rows])
    for who, region in ((DINKES, KABUPATEN), (BAPPEDA, "ID"), (BAPPEDA, "63")):
        with pytest.raises(NotAllowedError):
            import_thematic(place, file, wilayah_code=region, person=who)
        with pytest.raises(NotAllowedError):
            add_own_thematic(place, who, wilayah_code=region, code="1.02", name="Uji")
    outcome = import_thematic(place, file, wilayah_code=KABUPATEN, person=BAPPEDA)
    assert outcome.written is not None
    assert {finding.code for finding in outcome.findings} == {"daftar_tingkat_lain"}
    assert list(read_thematic(place, KABUPATEN)["code"]) == ["1.02.02.2.02.0015"]
    assert read_thematic(place, "63.09").empty
    with pytest.raises(NotAllowedError):
        import_accounts(place, file, person=DINKES)
    with pytest.raises(ValueError, match="satu"):
        add_own_thematic(place, BAPPEDA, wilayah_code=KABUPATEN, code="satu", name="Uji")
