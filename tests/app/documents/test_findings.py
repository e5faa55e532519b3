import io
from datetime import UTC, datetime

import openpyxl

from app.documents.findings import count_findings, tabulate_findings, write_findings
from app.text.findings import SENTENCES, describe, describe_parts
from geo.findings import Finding

FOUND = [
    Finding("lembar_diabaikan", "catatan", values={"lembar": "Isian"}),
    Finding("angka_tak_terbaca", "galat", "Data", 7, "C (pendek)", {"isi": "=2+2. Kosong"}),
]


def test_errors_come_first_and_say_where_what_and_what_to_do() -> None:
    first = tabulate_findings(FOUND).iloc[0]
    assert list(first) == [
        "Galat",
        "Data",
        7,
        "C (pendek)",
        "“=2+2. Kosong” bukan angka.",
        "Tulis bilangan bulat, atau kosongkan bila belum ada data.",
    ]
    assert count_findings(FOUND) == "1 galat, 0 peringatan, 1 catatan"


def test_no_word_of_a_sentence_is_lost_when_it_is_divided() -> None:

    for code in SENTENCES:
        fields = [part.split("}")[0] for part in SENTENCES[code].split("{")[1:]]
        finding = Finding(code, "galat", values=dict.fromkeys(fields, "X"))
        assert " ".join(each for each in describe_parts(finding) if each) == describe(finding)


def test_the_workbook_keeps_what_looks_like_a_formula_as_text() -> None:
    content = write_findings(FOUND, "agustus.csv", datetime(2026, 9, 1, tzinfo=UTC))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [
        "Sifat",
        "Lembar",
        "Baris",
        "Kolom",
        "Yang ditemukan",
        "Yang perlu dilakukan",
    ]
    assert sheet["C2"].value == 7
    assert sheet["E2"].data_type == "s"
