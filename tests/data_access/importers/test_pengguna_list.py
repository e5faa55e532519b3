"""Lists of people: every fault with its place, and nothing read where one stands."""

import re
from collections.abc import Sequence
from pathlib import Path

import data_access.importers.pengguna as importer
from app.text.findings import describe
from app.text.findings_pengguna import SENTENCES
from data_access.importers.pengguna import KnownPeople, PeopleFile, read_people_list
from data_access.reads.pengguna import Account, Grant
from tests.corpus.tables import UNSAFE_NAMES, write_csv, write_xlsx

ROOT = Path(__file__).resolve().parents[3]
HEAD = ("NAMA", "AKUN", "JABATAN", "PERAN", "KODE WILAYAH", "PERANGKAT", "NOMOR SK", "TANGGAL SK")
KNOWN = KnownPeople(
    {"63": "Kalsel", "63.11": "Balangan", "63.11.01": "Juai", "63.10": "Lain"},
    {"63.11": {"dinsos": "Dinas Sosial"}},
    {"siti": Account(1, "siti", "Siti Rahma", grants=(Grant("admin", "63.11"),))},
)


def read(folder: Path, *lines: Sequence[object], head: Sequence[object] = HEAD) -> PeopleFile:
    path = write_xlsx(folder / "daftar.xlsx", {"Petunjuk": [["isi dulu"]], "SK": [head, *lines]})
    result = read_people_list(path, KNOWN)
    assert all(describe(finding) for finding in result.findings)
    return result


def line(**changed: object) -> list[object]:
    plain = {"nama": "Ani", "akun": "ani", "jabatan": None, "peran": "pimpinan",
             "kode": "63.11", "perangkat": None, "sk": None, "tanggal": None}  # fmt: skip
    return list((plain | changed).values())


def test_words_of_roles_and_agencies_are_read_as_officials_write_them(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        line(akun="ani", peran="Operator", perangkat="Dinas Sosial"),
        line(akun="beni", nama="Beni", peran="APPROVER", kode="63.11.01"),
        line(akun="cici", nama="Cici", peran="Anggota TPPS", perangkat="Dinas Sosial"),
        line(akun="dedi", nama="Dedi", peran="verifikator", kode="63.11.01", perangkat="plkb"),
        line(akun="esti", nama="Esti", peran="Bappeda"),
    )
    assert result.findings == []
    assert [(row.grant.role, row.grant.agency) for row in result.rows] == [
        ("operator", "dinsos"),
        ("penyetuju", "camat"),
        ("anggota_tpps", ""),
        ("verifikator", "plkb"),
        ("bappeda", "bappeda"),
    ]


def test_dates_and_numbers_of_the_decree_are_kept(tmp_path: Path) -> None:
    result = read(tmp_path, line(sk="188.45/12/2026", tanggal="05/02/2026"))
    grant = result.rows[0].grant
    assert (grant.sk_number, str(grant.sk_date)) == ("188.45/12/2026", "2026-02-05")


def test_every_fault_has_its_row_and_column_and_nothing_is_read(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        line(),
        line(nama=None, akun="beni"),
        line(akun="Ada Spasi"),
        line(akun="cici", peran="raja"),
        line(akun="dedi", kode="63.99"),
        line(akun="esti", kode="63,11"),
        line(akun="fani", peran="bappeda", kode="63.11.01"),
        line(akun="gani", peran="operator"),
        line(akun="hadi", peran="operator", kode="63.11.01", perangkat="dinkes"),
        line(akun="ina", tanggal="kemarin"),
        line(akun="joni", nama=UNSAFE_NAMES[0]),
        line(),
        line(nama="Orang Lain", peran="admin"),
        line(akun="siti", nama="Bukan Siti"),
    )
    assert result.rows == []
    found = {(each.code, each.row) for each in result.findings}
    assert found == {
        ("pengguna_nama_kosong", 3),
        ("pengguna_akun_tak_sah", 4),
        ("pengguna_peran_tak_dikenal", 5),
        ("pengguna_wilayah_tak_dikenal", 6),
        ("kode_tidak_dikenal", 7),
        ("pengguna_peran_beda_tingkat", 8),
        ("pengguna_perangkat_tak_sah", 9),
        ("pengguna_perangkat_tak_sah", 10),
        ("pengguna_tanggal_tak_terbaca", 11),
        ("nama_tak_aman", 12),
        ("pengguna_baris_ganda", 13),
        ("pengguna_dua_nama", 14),
        ("pengguna_milik_orang_lain", 15),
    }
    assert {each.sheet for each in result.findings} == {"SK"}
    assert all(each.column for each in result.findings)


def test_who_is_there_already_is_told_and_not_refused(tmp_path: Path) -> None:
    result = read(tmp_path, line(akun="siti", nama="siti  rahma", peran="admin"))
    assert [each.code for each in result.findings] == ["pengguna_sudah_berperan"]
    assert len(result.rows) == 1


def test_a_table_without_the_columns_says_which_are_needed(tmp_path: Path) -> None:
    result = read(tmp_path, ["a", "b"], head=("Nama", "Telepon"))
    assert [each.code for each in result.findings] == ["pengguna_kolom_kurang"]
    empty = read(tmp_path)
    assert [each.code for each in empty.findings] == ["tanpa_baris"]


def test_a_csv_with_semicolons_is_read_too(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, line()], ";")
    assert read_people_list(path, KNOWN).rows[0].username == "ani"


def test_a_column_twice_is_refused(tmp_path: Path) -> None:
    result = read(tmp_path, [*line(), "ani"], head=(*HEAD, "Akun"))
    assert [each.code for each in result.findings] == ["kolom_ganda"]


def test_every_code_of_this_import_has_a_sentence_and_no_sentence_is_idle() -> None:
    source = Path(importer.__file__).read_text("utf-8")
    source += (ROOT / "app" / "actions" / "account_lists.py").read_text("utf-8")
    assert set(re.findall(r'"(pengguna_\w+)"', source)) == set(SENTENCES)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())
