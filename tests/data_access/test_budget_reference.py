"""Which accounts and words propose what: our own lists, that name real codes and services."""

import re
from pathlib import Path

import pandas as pd
import pytest

from data_access import reference
from data_access.schema.penandaan import SPENDING_KINDS

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
ACCOUNTS = SHARED / "kode_rekening_belanja_permendagri_6level.csv"


def test_accounts_propose_known_kinds_and_say_that_it_is_ours() -> None:
    table = reference.read_table("jenis_belanja")
    assert set(table["jenis"]) <= set(SPENDING_KINDS)
    assert table["prefix"].is_unique
    assert all(re.fullmatch(r"5(\.\d+)+", prefix) for prefix in table["prefix"])
    assert set(table["sumber"]) == {"bawaan_konvergensi"}
    assert (table["alasan"] != "").all()


@pytest.mark.skipif(not ACCOUNTS.exists(), reason="the list of accounts is not here")
def test_every_prefix_is_an_account_and_named_as_the_list_names_it() -> None:
    listed = pd.read_csv(ACCOUNTS, dtype=str, keep_default_na=False)
    names = dict(zip(listed["kode"], listed["uraian"], strict=True))
    table = reference.read_table("jenis_belanja")
    for prefix, place in zip(table["prefix"], table["letak"], strict=True):
        assert prefix in names
        assert place.startswith(f"Kode rekening {prefix} ")


def test_words_propose_known_services() -> None:
    table = reference.read_table("saran_layanan")
    known = set(reference.read_table("indikator")["kode"])
    assert set(table["kode"]) == known
    assert (table["kata_kunci"].str.strip() != "").all()
    assert not table.duplicated(["kata_kunci", "kecuali", "kode"]).any()
    assert set(table["sumber"]) == {"bawaan_konvergensi"}


def test_the_cut_offs_of_the_three_answers_are_ours_and_in_order() -> None:
    read = reference.read_threshold
    assert (read("anggaran_dibiayai_semua"), read("anggaran_dibiayai_sebagian")) == (1.0, 0.5)
    assert (read("anggaran_cukup"), read("anggaran_kurang")) == (1.0, 0.5)
    assert (read("anggaran_tempat_sesuai"), read("anggaran_tempat_kurang")) == (0.9, 0.5)
