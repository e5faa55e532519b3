import csv
import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np

from data_access.demo.making import make_demo
from data_access.demo.names import name_desa, name_kabupaten, name_kecamatan


def _rng() -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(7))


def test_names_hold_only_letters_and_single_spaces() -> None:
    every = [*name_kabupaten(99), *name_kecamatan(240, _rng()), *name_desa(840, _rng())]
    assert all(part.isalpha() and part.isascii() for name in every for part in name.split(" "))
    assert max(map(len, every)) <= 40


def test_all_names_that_can_be_drawn_differ() -> None:
    for names in (name_kabupaten(99), name_kecamatan(240, _rng()), name_desa(840, _rng())):
        assert len({name.casefold() for name in names}) == len(names)
    assert (len(name_kabupaten(99)), len(name_kecamatan(240, _rng()))) == (99, 240)
    assert len(name_desa(840, _rng())) == 840


def test_villages_of_one_kecamatan_have_different_names() -> None:
    desa = make_demo(600, seed=3).regions
    assert not desa.assign(kecamatan=desa["code"].str[:8]).duplicated(["kecamatan", "name"]).any()


def test_parents_name_every_region_above_the_villages() -> None:
    demo = make_demo(300, seed=1)
    parents = demo.parents.set_index("code")
    assert list(demo.parents.columns) == ["code", "name", "level"]
    assert parents.loc["99", "level"] == "provinsi"
    assert parents.loc["99.01", "name"] == "Kabupaten Arunika"
    for width, level in ((5, "kabupaten"), (8, "kecamatan")):
        wanted = set(demo.regions["code"].str[:width])
        assert set(parents.index[parents["level"] == level]) == wanted


def test_no_kecamatan_or_kabupaten_bears_a_real_name(shared_data: Callable[[str], Path]) -> None:
    with gzip.open(shared_data("kemendagri_2025_list.csv.gz"), "rt", encoding="utf-8") as file:
        real = {row["name"].casefold() for row in csv.DictReader(file) if row["level"] != "desa"}
    invented = {name.casefold() for name in [*name_kabupaten(99), *name_kecamatan(240, _rng())]}
    assert not invented & real
