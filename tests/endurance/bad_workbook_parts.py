"""Workbooks that are bad as files: their zip, their XML, their size."""

import re
import struct
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.corpus import tables
from tests.corpus.tables import write_xlsx
from tests.endurance.bad_case import GOOD, HEAD, BadFile, raw, sheet, sheets

SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
Change = Callable[[bytes], bytes]


def rewrite(path: Path, part: str, change: Change) -> None:
    """A sound workbook with one of its parts changed."""
    start = write_xlsx(path.with_suffix(".awal.xlsx"), {"Data": [HEAD, GOOD]})
    with zipfile.ZipFile(start) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    start.unlink()


def changed(wrong: str, part: str, change: Change, *codes: str) -> BadFile:
    return BadFile(wrong, "tabel.xlsx", lambda path: rewrite(path, part, change), codes)


def put_before_root(text: str) -> Change:
    return lambda content: re.sub(
        rb"(<(?:worksheet|sst)[ >])", text.encode() + rb"\1", content, count=1
    )


def in_utf16(content: bytes) -> bytes:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    body = re.sub(r"^<\?xml[^>]*\?>", "", content.decode("utf-8"))
    return ('<?xml version="1.0" encoding="UTF-16"?>' + bomb + body).encode("utf-16")


def name_server_file(content: bytes) -> bytes:
    """The first heading is whatever a file of the server says."""
    named = put_before_root('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')(content)
    return named.replace(b"<t>kode</t>", b"<t>&a;</t>", 1)


def nested(content: bytes) -> bytes:
    return content.replace(b"<sheetData>", b"<sheetData>" + b"<a>" * 300_000)


def drop_part(path: Path, part: str) -> None:
    start = write_xlsx(path.with_suffix(".awal.xlsx"), {"Data": [HEAD, GOOD]})
    with zipfile.ZipFile(start) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    start.unlink()


def patch_headers(path: Path, offset_local: int, offset_central: int, value: bytes) -> None:
    """Write the same bytes into the headers of the sheet's part, local and central."""
    write_xlsx(path, {"Data": [HEAD, *[GOOD] * 200]})
    with zipfile.ZipFile(path) as archive:
        local = archive.getinfo(SHEET).header_offset
    content = bytearray(path.read_bytes())
    central = content.rindex(b"PK\x01\x02", 0, content.rindex(SHEET.encode()))
    for place in (local + offset_local, central + offset_central):
        content[place : place + len(value)] = value
    path.write_bytes(bytes(content))


def damage_content(path: Path) -> None:
    """Turn bytes in the middle of the sheet's packed content round: its checksum is wrong."""
    write_xlsx(path, {"Data": [HEAD, *[GOOD] * 500]})
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(SHEET)
    content = bytearray(path.read_bytes())
    middle = info.header_offset + 30 + len(SHEET) + info.compress_size // 2
    content[middle : middle + 8] = bytes(8)
    path.write_bytes(bytes(content))


def many_parts(path: Path) -> None:
    write_xlsx(path, {"Data": [HEAD, GOOD]})
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(5_001):
            archive.writestr(f"xl/media/{number}.bin", b"")


def other_package(part: str, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<x/>")


def known(name: str, code: str, **more: object) -> BadFile:
    """One of the corpus, which the short tests try as well."""
    file, make, _ = tables.HOSTILE[name]
    return BadFile(f"corpus: {name}", file, make, (code,), **more)  # type: ignore[arg-type]


SPREADSHEET_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" * 90
SPACE = "<!--" + "x" * 9_000 + "-->"
BOMB = '<!DOCTYPE x [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;">]>'
FIRST_CELL = b't="inlineStr"><is><t>kode</t></is>'

CASES = (
    known("far corner", "berkas_kolom_terlalu_banyak", row=1_048_576, column="XFD", sheet="Sheet"),
    known("row beyond Excel", "berkas_baris_terlalu_banyak", row=1_048_577, sheet="A"),
    known("zip bomb", "berkas_mengembang"),
    known("long texts", "berkas_mengembang"),
    known("entities", "berkas_rusak"),
    known("cut workbook", "berkas_rusak"),
    known("other zip", "berkas_bukan_tabel"),
    raw("locked with a password, as Excel locks", "tabel.xlsx", OLE, "berkas_xls"),
    known("old Excel", "berkas_xls"),
    BadFile("locked part by part, as zip locks", "tabel.xlsx",
            partial(patch_headers, offset_local=6, offset_central=8, value=b"\x01\x00"),
            ("berkas_berkata_sandi", "berkas_rusak")),
    BadFile("a part that unpacks to more than it declares", "tabel.xlsx",
            partial(patch_headers, offset_local=22, offset_central=24, value=struct.pack("<I", 90)),
            ("berkas_rusak",)),
    BadFile("packed by a method that nobody knows", "tabel.xlsx",
            partial(patch_headers, offset_local=8, offset_central=10, value=b"\x63\x00"),
            ("berkas_rusak",)),
    BadFile("damaged inside", "tabel.xlsx", damage_content, ("berkas_rusak",)),
    BadFile("five thousand parts", "tabel.xlsx", many_parts, ("berkas_mengembang",)),
    BadFile("a sheet that is not there", "tabel.xlsx", partial(drop_part, part=SHEET),
            ("berkas_rusak",)),
    BadFile("no list of sheets", "tabel.xlsx", partial(drop_part, part="xl/workbook.xml"),
            ("berkas_bukan_tabel",)),
    known("only a chart", "berkas_tanpa_lembar"),
    BadFile("a text document called a workbook", "tabel.xlsx",
            partial(other_package, "word/document.xml"), ("berkas_bukan_tabel",)),
    BadFile("an OpenDocument sheet called a workbook", "tabel.xlsx",
            partial(other_package, "content.xml"), ("berkas_bukan_tabel",)),
    known("web page", "berkas_bukan_tabel"),
    raw("XML of Excel 2003 called a workbook", "tabel.xlsx", SPREADSHEET_2003,
        "berkas_bukan_tabel"),
    changed("a definition behind a long remark", SHEET, put_before_root(SPACE + BOMB),
            "berkas_rusak"),
    changed("a definition in another encoding", SHEET, in_utf16, "berkas_rusak"),
    changed("an entity that names a file of the server", SHEET, name_server_file, "berkas_rusak"),
    changed("three hundred thousand elements that never end", SHEET, nested,
            "berkas_rusak", "berkas_memori"),
    changed("a sheet's address outside the workbook", RELATIONS,
            lambda part: part.replace(b"worksheets/sheet1.xml", b"../../../etc/passwd"),
            "berkas_rusak"),
    changed("a cell that names a text which is not there", SHEET,
            lambda part: part.replace(FIRST_CELL, b't="s"><v>999999</v>', 1), "berkas_rusak"),
    changed("a cell of an impossible address", SHEET,
            lambda part: part.replace(b'r="A1"', b'r="1A$"', 1), "berkas_rusak"),
    sheets("fifty-one sheets", {f"L{number}": [HEAD] for number in range(51)},
           "berkas_lembar_terlalu_banyak"),
    sheet("four hundred columns", [[f"k{number}" for number in range(400)]],
          "berkas_kolom_terlalu_banyak", row=1, column="OJ"),
)  # fmt: skip
