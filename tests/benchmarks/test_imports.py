"""The benchmark of imports: the children it times, the files it generates, those not there."""

from pathlib import Path

import pytest

from benchmarks import imports
from benchmarks.children import run_konvergensi
from benchmarks.imports import judge_province, list_cases, write_regions
from data_access.demo.shapes import draw_desa


def test_a_command_is_run_in_a_child_and_its_memory_is_known(tmp_path: Path) -> None:
    settings = {"KONVERGENSI_DATABASE_URL": f"sqlite:///{tmp_path}/new.db"}
    cost = run_konvergensi(["db", "new"], settings, tmp_path / "log")
    assert cost.exit_code == 0
    assert (tmp_path / "new.db").exists()
    assert 30e6 < cost.peak_bytes < 3e9


def test_the_generated_list_names_every_parent(tmp_path: Path) -> None:
    desa, listed = draw_desa(30, detail=20), tmp_path / "desa.csv"
    write_regions(desa, listed)
    lines = listed.read_text().splitlines()
    codes = {line.partition(",")[0] for line in lines[1:]}
    assert {"99", "99.01", "99.01.01"} < codes
    assert set(desa["code"]) < codes


def test_files_that_are_not_there_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "DESA", 30)
    assert [case.words[:10] for case in list_cases(tmp_path / "none", tmp_path)] == ["pengukuran"]
    assert str(judge_province(None)).endswith("not measured")
