"""What is told of a layer stays short, however many rows are at fault and whatever they say."""

from geo.layer_findings import LayerFindings


def test_of_many_rows_with_one_fault_two_hundred_are_listed_and_all_are_counted() -> None:
    found = LayerFindings("batas")
    for row in range(1, 301):
        found.tell("wilayah_kode_kosong", "peringatan", row, "kode")
    found.tell("wilayah_bukan_desa", "catatan", values={"jumlah": 3})
    *rows, single, rest = found.sum_up()
    assert [each.row for each in rows] == list(range(1, 201))
    assert {each.sheet for each in rows} == {"batas"}
    assert single.code == "wilayah_bukan_desa"
    assert rest.values == {
        "kode_temuan": "wilayah_kode_kosong",
        "jumlah": 300,
        "ditampilkan": 200,
    }


def test_what_concerns_the_whole_file_is_never_left_out() -> None:
    found = LayerFindings("")
    for _ in range(201):
        found.tell("wilayah_nama_berbahaya", "galat", values={"nama": "x"})
    assert len(found.listed) == 201
    assert found.listed[0].sheet is None


def test_a_name_is_refused_with_its_marks_or_its_length_and_a_good_one_is_not_told() -> None:
    found = LayerFindings("batas")
    assert not found.tell_unfit("Desa Mawar", 1, "nama")
    assert found.tell_unfit("Desa {{7}}", 2, "nama", kode="63.11.01.2001")
    assert found.tell_unfit("a" * 121, 3, "nama")
    unsafe, long = found.sum_up()
    assert (unsafe.row, unsafe.values["kode"]) == (2, "63.11.01.2001")
    assert (long.row, long.values["panjang"], long.values["batas"]) == (3, 121, 120)


def test_words_of_a_file_are_shortened() -> None:
    found = LayerFindings("x" * 9_000)
    found.tell("wilayah_kode_rusak", "galat", 1, "k" * 9_000, values={"isi": "6" * 9_000})
    (told,) = found.sum_up()
    assert len(str(told)) < 500
