"""The page Penandaan as Streamlit runs it: tagging, what is shown before, conflicts, reading."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.cli.export_request import ExportRequest
from app.cli.exporting_tags import tabulate_tags
from app.documents.exported import to_xlsx
from app.text import penandaan as text
from data_access.database import make_engine
from data_access.reads.anggaran import Snapshot, read_activities, read_lines, read_tags
from data_access.reads.wilayah import read_region
from data_access.writes.penandaan import LineTags, TagDraft, save_tags
from data_access.writes.tahapan import StageMove, move_parts
from tests.budget_rows import DESA, GIZI, KABUPATEN, ROWS, add_budget, add_snapshot, add_thematic

ROOT = Path(__file__).resolve().parents[2]
PMT, RAPAT = "PMT ibu hamil KEK", "Makan minum rapat"
Budget = tuple[Engine, Snapshot, dict[str, int]]
Open = Callable[..., AppTest]


def person(role: str, agency: str = "", code: str = KABUPATEN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


DINKES, LEADER = person("operator", "dinkes"), person("pimpinan")


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Snapshot, dict[str, int]]:
    path = tmp_path_factory.mktemp("anggaran") / "asal.db"
    made = make_engine(f"sqlite:///{path}")
    create_database(made, kind="nyata")
    snapshot, numbers = add_budget(made)
    add_thematic(made)
    made.dispose()
    return path, snapshot, numbers


@pytest.fixture
def budget(
    template: tuple[Path, Snapshot, dict[str, int]], database: Path, engine: Engine
) -> Budget:
    path, snapshot, numbers = template
    database.write_bytes(path.read_bytes())
    return engine, snapshot, numbers


@pytest.fixture
def open_page(budget: Budget, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account = DINKES, code: str = KABUPATEN, search: str = "") -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        test.query_params["wilayah"] = code
        if search:
            test.session_state["penandaan_cari"] = search
        test.switch_page(str(ROOT / "pages" / "penandaan.py")).run()
        assert not test.exception
        return test

    return open_it


def by_key(widgets: Any, beginning: str) -> Any:
    return next(each for each in widgets if (each.key or "").startswith(beginning))


def has(widgets: Any, beginning: str) -> bool:
    return any((each.key or "").startswith(beginning) for each in widgets)


def choose_all(test: AppTest) -> AppTest:
    by_key(test.checkbox, "penandaan_semua_baris").check().run()
    assert not test.exception
    return test


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text, test.subheader)
    return "\n".join(each.value for group in groups for each in group)


def tables(test: AppTest) -> str:
    return "\n".join(frame.value.to_string() for frame in test.dataframe)


def stored(budget: Budget) -> dict[str, str]:
    rows = read_lines(budget[0], budget[1])
    return dict(zip(rows["description"], rows["status"], strict=True))


def test_one_line_is_tagged_for_a_service_in_two_desa_after_it_was_shown(
    budget: Budget, open_page: Open
) -> None:
    test = choose_all(open_page(search="kek"))
    assert by_key(test.button, "penandaan_simpan").disabled  # nothing was said yet
    by_key(test.multiselect, "penandaan_layanan").set_value(["I01"]).run()
    by_key(test.radio, "penandaan_tempat").set_value("desa").run()
    by_key(test.multiselect, "penandaan_desa").set_value([DESA[0], DESA[2]]).run()
    assert text.PREVIEW_SUM.format(
        tags="2", lines="1", amount="Rp10.000.000", total="Rp10.000.000"
    ) in sentences(test)
    assert "dibagi rata (Rp10.000.000)" in sentences(test)
    by_key(test.button, "penandaan_simpan").click().run()
    assert not test.exception
    assert text.SAVED["bertanda"].format(count="1") in sentences(test)
    tags = read_tags(budget[0], budget[1])
    assert list(tags["place_code"]) == [DESA[0], DESA[2]]
    assert list(tags["amount_idr"]) == [5_000_000, 5_000_000]
    assert set(tags["kind"]) == {"sasaran"}  # what the account proposes
    assert bool(tags["is_divided"].all())


def test_three_lines_are_tagged_at_once_by_percent_and_then_are_not_about_stunting(
    budget: Budget, open_page: Open
) -> None:
    test = choose_all(open_page())
    by_key(test.multiselect, "penandaan_layanan").set_value(["I01"]).run()
    by_key(test.segmented_control, "penandaan_bagian").set_value("persen").run()
    assert text.FAULTS["nilai_kosong"].rstrip(".") in sentences(test)
    by_key(test.text_input, "penandaan_nilai_persen").set_value("50 %").run()
    by_key(test.button, "penandaan_simpan").click().run()
    assert list(read_tags(budget[0], budget[1])["amount_idr"]) == [5_000_000, 500_001, 1_500_000]
    assert set(read_tags(budget[0], budget[1])["kind"]) == {"sasaran", "administrasi"}
    choose_all(test)
    assert has(test.button, "penandaan_bukan")
    by_key(test.button, "penandaan_bukan").click().run()
    assert read_tags(budget[0], budget[1]).empty
    assert stored(budget)[PMT] == "bukan"


def test_proposals_are_accepted_for_the_lines_that_have_one(
    budget: Budget, open_page: Open
) -> None:
    test = choose_all(open_page())
    by_key(test.radio, "penandaan_layanan_dari").set_value("saran").run()
    by_key(test.button, "penandaan_simpan").click().run()
    assert not test.exception
    tags = read_tags(budget[0], budget[1])
    assert "I01" in set(tags.loc[tags["line_id"] == budget[2][PMT], "item_code"])


def test_only_proposed_sub_kegiatan_stand_there_until_all_are_asked_for(
    budget: Budget, open_page: Open
) -> None:
    test = open_page()
    assert "Kertas HVS" not in tables(test)
    by_key(test.toggle, "penandaan_semua_").set_value(True).run()
    assert "Kertas HVS" in tables(test)


def test_somebody_elses_tags_stand_beside_mine_until_i_choose(
    budget: Budget, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, snapshot, numbers = budget
    test = choose_all(open_page(search="kek"))
    by_key(test.multiselect, "penandaan_layanan").set_value(["I01"]).run()
    # Somebody saves between our last look and our press.
    theirs = LineTags(
        numbers[PMT], 1, "bertanda", (TagDraft("I02", None, None, "layanan", 5_000_000),)
    )
    target = "data_access.writes.penandaan.save_tags"

    def after_theirs(*arguments: Any) -> Any:
        monkeypatch.setattr(target, save_tags)
        save_tags(engine, "budi", "k", KABUPATEN, snapshot, [theirs])
        return save_tags(*arguments)

    monkeypatch.setattr(target, after_theirs)
    by_key(test.button, "penandaan_simpan").click().run()
    assert not test.exception
    assert text.CONFLICT_TITLE.format(count="1") in sentences(test)
    assert "budi" in tables(test)
    by_key(test.button, "penandaan_pakai_saya").click().run()
    (mine,) = read_tags(engine, snapshot).to_dict("records")
    assert (mine["item_code"], mine["amount_idr"]) == ("I01", 10_000_000)


def test_a_changed_line_takes_its_old_tags_in_proportion(budget: Budget, open_page: Open) -> None:
    engine, snapshot, numbers = budget
    tags = (TagDraft("I01", None, DESA[0], "sasaran", 4_000_000, "persen", 40.0),)
    save_tags(
        engine, "ani", "k", KABUPATEN, snapshot, [LineTags(numbers[PMT], 1, "bertanda", tags)]
    )
    rows = (replace(ROWS[0], total_idr=20_000_000), ROWS[1])
    now, _ = add_snapshot(engine, "perubahan", rows)
    test = choose_all(open_page(search="kek"))
    assert "1 baris pernah ditandai" in sentences(test).replace("\\", "")
    by_key(test.button, "penandaan_simpan").click().run()
    (tag,) = read_tags(engine, now).to_dict("records")
    assert (tag["amount_idr"], tag["basis"], tag["basis_value"]) == (8_000_000, "persen", 40.0)


def test_leaders_read_and_a_handed_in_part_is_locked(budget: Budget, open_page: Open) -> None:
    engine, snapshot, numbers = budget
    test = choose_all(open_page(LEADER))
    assert not has(test.button, "penandaan_simpan")
    line = LineTags(numbers[RAPAT], 1, "bukan")
    save_tags(engine, "ani", "k", KABUPATEN, snapshot, [line])
    stage = "kabupaten.penandaan-berjalan"
    move_parts(engine, "ani", [StageMove("ajukan", KABUPATEN, 2026, stage, "dinkes", "draf", 1)])
    test = choose_all(open_page())
    assert text.LOCKED.format(state="diajukan") in sentences(test)
    assert not has(test.button, "penandaan_simpan")


def test_who_brings_it_together_sees_every_agency_and_the_unpaired_skpd(
    budget: Budget, open_page: Open
) -> None:
    test = open_page(person("bappeda", "bappeda"))
    by_key(test.segmented_control, "penandaan_tampilan").set_value(text.VIEW_ALL).run()
    assert not test.exception
    assert "Badan Kepegawaian" in sentences(test)
    table = test.dataframe[0].value
    assert set(table[text.ALL_COLUMNS["agency"]]) == {
        "Dinas Kesehatan",
        "Dinas Sosial",
        "Kecamatan Wilayah 63.11.01",
    }


def test_without_a_budget_it_says_who_brings_it(open_page: Open, budget: Budget) -> None:
    test = open_page(code="63")
    assert text.EMPTY_TITLE in sentences(test)


def test_the_export_has_the_guidelines_columns_and_adds_up(budget: Budget) -> None:
    engine, snapshot, numbers = budget
    tags = (
        TagDraft("I02", None, DESA[0], "sasaran", 4_000_000, "persen", 40.0),
        TagDraft("I01", None, KABUPATEN, "layanan", 3_000_000, "rupiah", 3_000_000.0, True),
    )
    line = LineTags(numbers[PMT], 1, "bertanda", tags)
    save_tags(engine, "ani", "k", KABUPATEN, snapshot, [line])
    region = read_region(engine, KABUPATEN)
    assert region is not None
    exported = tabulate_tags(ExportRequest(engine, region, "2026-murni", None, None))
    assert list(exported.table["label"]) == ["IBU-1", "IBU-2"]
    assert list(exported.table["share"]) == ["Rp3.000.000", "40 % dari baris"]
    assert list(exported.table["note"]) == [text.TAG_DIVIDED, None]
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(exported))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    head = [str(cell) for cell in rows[0]]
    amounts = [row[head.index(text.HEADINGS["amount_idr"])] for row in rows[1:]]
    assert amounts == [3_000_000, 4_000_000]
    for heading in ("account_code", "description", "volume", "unit", "unit_price_idr"):
        assert text.HEADINGS[heading] in head
    assert set(read_activities(engine, snapshot)["subkegiatan_code"]) >= {GIZI}
