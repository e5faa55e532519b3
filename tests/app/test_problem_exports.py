"""`konvergensi export lokasi-masalah` and `layanan-tertinggal`: the screen's figures in files."""

import json
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from app.charts.quadrant import Lines, pick_drawable
from app.documents.exported import to_xlsx
from app.documents.lokasi import export_places
from app.documents.profil import export_profile
from app.documents.quadrant_png import QuadrantWords, write_quadrant_png
from app.problem_figures import Pairing, find_problems, read_default_settings, read_inputs
from app.problem_profile import build_profile
from app.problem_table import tabulate_places
from app.text import lokasi as text
from app.text import tertinggal as lagging_text

PAIRING = Pairing("99.01", "2026", "e-PPGBM", "2025-08")


@pytest.fixture
def places(demo: Engine) -> pd.DataFrame:
    inputs, settings = read_inputs(demo, PAIRING), read_default_settings()
    return tabulate_places(find_problems(inputs, settings), inputs, settings, {})


def test_the_exported_list_is_the_screens_with_its_settings(
    demo: Engine, run, places: pd.DataFrame
) -> None:
    whole = json.loads(run("export", "lokasi-masalah", "--wilayah", "99.01").stdout)
    assert [row["code"] for row in whole["data"]] == places["code"].tolist()
    assert [row["reason"] for row in whole["data"]] == places["reason"].tolist()
    assert "lebih dari 50 %" in whole["keterangan"][text.NOTE_SETTINGS]
    assert whole["keterangan"][text.NOTE_ORIGIN] == text.ORIGIN_DEFAULT
    assert "Agustus 2025" in whole["keterangan"][text.NOTE_PERIODS]


def test_a_level_is_exported_alone(demo: Engine, run) -> None:
    done = run("export", "lokasi-masalah", "--wilayah", "99.01", "--tingkat", "kecamatan")
    assert {row["level"] for row in json.loads(done.stdout)["data"]} == {"Kecamatan"}


def test_excel_comes_back_as_it_was_written(demo: Engine, run, tmp_path: Path) -> None:
    out = tmp_path / "daftar.xlsx"
    run("export", "lokasi-masalah", "--wilayah", "99.01", "--format", "xlsx", "--out", out)
    sheets = pd.read_excel(out, sheet_name=None, dtype={"Kode": str})
    table = sheets[text.SHEET]
    assert len(table) == 162
    assert set(table[text.HEADINGS["type"]]) <= set(text.TYPES.values())
    assert table[text.HEADINGS["diukur_jiwa"]].dropna().ge(0).all()


def test_lagging_services_are_exported_for_the_region_and_all_inside(demo: Engine, run) -> None:
    whole = json.loads(run("export", "layanan-tertinggal", "--wilayah", "99.01.01").stdout)
    codes = {row["code"] for row in whole["data"]}
    assert "99.01.01" in codes
    assert "99.01.01.1003" in codes
    assert len(whole["data"]) == 31 * len(codes)
    assert {row["mark"] for row in whole["data"]} <= {
        lagging_text.LAGGING_YES,
        lagging_text.LAGGING_NO,
        None,
    }


def test_a_desa_has_nothing_below_and_the_export_says_so(demo: Engine, run) -> None:
    done = run("export", "lokasi-masalah", "--wilayah", "99.01.01.1003")
    assert done.exit_code != 0
    assert text.NATION in done.output


def test_a_profile_goes_into_one_sheet(demo: Engine) -> None:
    inputs = read_inputs(demo, PAIRING)
    problems = find_problems(inputs, read_default_settings())
    profile = build_profile(inputs, problems, "99.01.01.1003")
    content = to_xlsx(export_profile(profile, PAIRING, [("Wilayah", "Parit Kenari")]))
    table = pd.read_excel(BytesIO(content))
    assert len(table) == 2 + 31 + 16 + 1 + 13
    assert table["Jumlah"].iloc[0] == 3


def test_the_quadrant_is_a_picture_and_names_draw_literally(places: pd.DataFrame) -> None:
    drawable = pick_drawable(places).assign(name="$x_1$ \\frac")
    lines = Lines(16.1, "Kabupaten 16,1 %", ((50.0, "lebih dari 50 % baik"),), "Layanan")
    content = write_quadrant_png(drawable, lines, QuadrantWords("Kuadran", "2026", "Sumber"))
    assert content.startswith(b"\x89PNG")


def test_a_name_that_begins_as_a_formula_stays_a_name(places: pd.DataFrame) -> None:
    odd = places.head(3).assign(name="=1+1")
    back = pd.read_excel(BytesIO(to_xlsx(export_places(odd, [("Wilayah", "x")]))))
    assert back[text.HEADINGS["name"]].tolist() == ["=1+1"] * 3
