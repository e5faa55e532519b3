"""What may be attached: its name, ending, first bytes and parts must agree."""

import io
import zipfile

import openpyxl
import pytest

from data_access import attachment_check
from data_access.attachment_check import clean_file_name, find_fault, media_type_of

PDF = b"%PDF-1.7\n..."
PNG = b"\x89PNG\r\n\x1a\n...."
JPG = b"\xff\xd8\xff\xe0...."


def zipped(*names: str, content: bytes = b"<x/>") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return buffer.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")
XLSX = zipped("[Content_Types].xml", "xl/workbook.xml")


def name_parameter(value: object) -> str:
    """Two workers must name the tests alike, and an archive holds the second it was made in."""
    return value if isinstance(value, str) else "isi"


@pytest.mark.parametrize(
    ("name", "content"),
    ids=name_parameter,
    argvalues=[
        ("SK Camat No. 12/2026.pdf".replace("/", "-"), PDF),
        ("foto.JPG", JPG),
        ("foto.jpeg", JPG),
        ("bagan.png", PNG),
        ("berita acara.docx", DOCX),
        ("rekap.xlsx", XLSX),
    ],
)
def test_what_the_list_names_is_taken(name: str, content: bytes) -> None:
    assert find_fault(name, content) is None
    assert media_type_of(name).split("/")[0] in {"application", "image"}


def test_a_real_workbook_is_taken() -> None:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    assert find_fault("rekap.xlsx", buffer.getvalue()) is None


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    ids=name_parameter,
    argvalues=[
        ("", PDF, "nama_kosong"),
        (".pdf", PDF, "nama_kosong"),
        ("a" * 150 + ".pdf", PDF, "nama_panjang"),
        ("<img src=x>.pdf", PDF, "nama_tanda"),
        ("{{ 7*7 }}.pdf", PDF, "nama_tanda"),
        ("a\u202efdp.exe.pdf", PDF, "nama_tanda"),
        ("a\r\nSet-Cookie: x.pdf", PDF, "nama_tanda"),
        ('a".pdf', PDF, "nama_tanda"),
        ("halaman.html", b"<html>", "jenis"),
        ("gambar.svg", b"<svg>", "jenis"),
        ("makro.docm", DOCX, "jenis"),
        ("tanpa-akhiran", PDF, "nama_kosong"),
        ("kosong.pdf", b"", "kosong"),
        ("besar.pdf", PDF + bytes(attachment_check.LARGEST_BYTES), "besar"),
        ("halaman.pdf", b"<html><script>", "isi_lain"),
        ("foto.png", JPG, "isi_lain"),
        ("rekap.xlsx", DOCX, "isi_lain"),
        ("surat.docx", zipped("word/document.xml"), "isi_lain"),
        ("arsip.docx", zipped("a.txt"), "isi_lain"),
        ("surat.docx", DOCX[:40], "rusak"),
        ("surat.docx", b"PK\x03\x04bukan zip", "rusak"),
        (
            "makro.xlsx",
            zipped("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
            "makro",
        ),
        (
            "bom.xlsx",
            zipped("[Content_Types].xml", "xl/workbook.xml", content=bytes(60_000_000)),
            "mengembang",
        ),
    ],
)
def test_what_is_something_else_is_refused(name: str, content: bytes, fault: str) -> None:
    assert find_fault(name, content) == fault


def test_a_name_loses_its_folders() -> None:
    assert clean_file_name("C:\\Users\\ani\\SK.pdf") == "SK.pdf"
    assert clean_file_name("../../etc/SK.pdf") == "SK.pdf"
