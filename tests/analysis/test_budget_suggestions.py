import pandas as pd
import pytest

from analysis.budget_suggestions import (
    join_texts,
    suggest_activities,
    suggest_items,
    suggest_items_of,
    suggest_kind,
    suggest_kinds,
)
from data_access import reference

KINDS = reference.read_table("jenis_belanja")
WORDS = reference.read_table("saran_layanan")


@pytest.mark.parametrize(
    ("account", "kind"),
    [
        ("5.1.02.04.01.0003", "administrasi"),
        ("5.1.02.01.01.0052", "administrasi"),
        ("5.1.02.02.01.0003", "administrasi"),
        ("5.1.02.01.01.0024", "administrasi"),
        ("5.1.02.01.01.0026", "administrasi"),
        ("5.1.02.01.01.0056", "sasaran"),
        ("5.1.02.01.01.0058", "sasaran"),
        ("5.1.02.01.01.0037", "sasaran"),
        ("5.1.06.02.02.0001", "sasaran"),
        ("5.1.02.02.01.0014", "layanan"),
        ("5.1.02.02.12.0003", "bimbingan"),
        ("5.1.02.02.02.0002", "sasaran"),
        ("5.1.02.02.02.0005", "administrasi"),
        ("5.3.01.01.01.0001", ""),
        ("", ""),
    ],
)
def test_the_account_proposes_the_kind_of_spending(account: str, kind: str) -> None:
    assert suggest_kind(account, KINDS) == kind


def test_the_longest_prefix_speaks_and_ends_with_a_segment() -> None:
    table = pd.DataFrame(
        {
            "prefix": ["5.1", "5.1.02.04", "5.1.02.04.01.0002"],
            "jenis": ["sasaran", "administrasi", "bimbingan"],
            "alasan": ["a", "b", "c"],
        }
    )
    codes = pd.Series(
        ["5.1.02.04.01.0002", "5.1.02.04.01.0001", "5.1.02.041", "5.2"], index=list("wxyz")
    )
    found = suggest_kinds(codes, table)
    assert found["kind"].to_dict() == {
        "w": "bimbingan",
        "x": "administrasi",
        "y": "sasaran",
        "z": "",
    }
    assert found.loc["x", "reason"] == "b"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("PMT Ibu Hamil KEK (susu, biskuit)", ("I01",)),
        ("Tablet Tambah Darah (TTD) untuk Ibu Hamil", ("I02",)),
        ("Belanja TTD remaja putri", ("I22",)),
        ("Konseling ASI-Eksklusif", ("I07",)),
        ("Paket MP-ASI lokal", ("I08",)),
        ("Vaksin IDL", ("I13",)),
        ("vaksin rabies", ()),
        ("Sambungan rumah air minum", ("I26",)),
        ("Pembangunan jamban/tangki septik", ("I27",)),
        ("Bina Keluarga: Tim Pendamping Keluarga", ("I28",)),
        ("Iuran JKN PBI daerah", ("I29",)),
        ("Cetak akta kelahiran", ("I30",)),
        ("Bibit sayur pekarangan", ("I31",)),
        ("Bimbingan perkawinan catin", ("I25",)),
        ("Pemeriksaan kesehatan calon pengantin", ("I24",)),
        ("Makanan dan minuman rapat", ()),
        ("pengadaan obat cacingan ternak", ()),
        ("ancaman", ()),
        ("", ()),
    ],
)
def test_words_propose_a_service(text: str, items: tuple[str, ...]) -> None:
    assert suggest_items_of(text, WORDS) == items


def test_what_names_no_age_proposes_the_services_of_both() -> None:
    assert suggest_items_of("Obat cacing balita", WORDS) == ("I15", "I21")
    assert suggest_items_of("Tata laksana gizi buruk baduta", WORDS) == ("I10",)


def test_suggestions_keep_the_labels_of_the_texts() -> None:
    texts = pd.Series(["imunisasi", None, "IMUNISASI", "rapat"], index=[7, 8, 9, 10])
    found = suggest_items(texts, WORDS)
    assert found[["at", "item_code"]].to_numpy().tolist() == [[7, "I13"], [9, "I13"]]
    assert set(found["keyword"]) == {"imunisasi"}


def test_a_phrase_does_not_begin_in_one_column_and_end_in_the_next() -> None:
    frame = pd.DataFrame({"description": ["alat air", "air minum"], "name": ["minum rapat", None]})
    texts = join_texts(frame, ["description", "name"])
    assert list(suggest_items(texts, WORDS)["at"]) == [1]


def test_phrases_of_two_columns_count_together() -> None:
    frame = pd.DataFrame({"description": ["Tablet tambah darah"], "name": ["Kesehatan remaja"]})
    texts = join_texts(frame, ["description", "name"])
    assert list(suggest_items(texts, WORDS)["item_code"]) == ["I22"]


def test_a_sub_kegiatan_is_proposed_by_the_list_the_word_or_the_service() -> None:
    activities = pd.DataFrame(
        {
            "subkegiatan_name": [
                "Pengelolaan Pelayanan Kesehatan Reproduksi",
                "Percepatan Penurunan Stunting",
                "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
                "Penyediaan Gaji dan Tunjangan ASN",
            ],
            "is_thematic": [True, False, True, False],
        }
    )
    assert list(suggest_activities(activities, WORDS)) == [
        ("tematik",),
        ("kata_stunting",),
        ("tematik", "layanan"),
        (),
    ]
