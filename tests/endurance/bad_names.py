"""Names that would act in a page, a terminal or a document, handed in as every kind of name."""

from tests.endurance.bad_case import DUA, HALONG, HEAD, KABUPATEN, SATU, BadFile, lines
from tests.endurance.bad_csv_rows import PLACES, SURVEY
from tests.endurance.bad_geo_case import desa, features, square

NAMES = {
    "a template": "{{7*7777}}",
    "a command of a template": "{% set a = cycler.__init__ %}",
    "an image that runs": "<img src=x onerror=alert(1)>",
    "the end of a script": "</script><script>alert(2)</script>",
    "a template of the browser": "${7*7777}",
    "code in a text": "Desa `kode`",
    "a formula of mathematics": "Desa $x^2$",
    "an image elsewhere": "![](http://127.0.0.1:9/x)",
    "a link that runs": "[Desa](javascript:alert(1))",
    "a path of Windows": "..\\..\\Desa",
    "letters turned round": "Desa \u202egnp.exe",
    "a letter nobody sees": "De\u200bsa",
    "a command of a terminal": "\x1b[2J\x1b]0;x\x07Desa",
    "a bell": "Desa \x07",
    "four thousand letters": "Desa " + "a" * 4_000,
}


def cases_of(wrong: str) -> list[BadFile]:
    """One name as the name of a desa in a list, a border, a measurement, a survey, a facility."""
    name = NAMES[wrong]
    code = "nama_terlalu_panjang" if len(name) > 1_000 else "nama_tak_aman"
    drawn = "wilayah_nama_terlalu_panjang" if len(name) > 1_000 else "wilayah_nama_berbahaya"
    listed = [("kode", "nama"), (f"{HALONG}.2003", "Desa Tiga"), (f"{HALONG}.2004", name)]
    measured = [HEAD, (SATU, "Desa Satu", 60, 3, 7, 38, 2), (DUA, name, 60, 3, 7, 38, 2)]
    surveyed = [SURVEY, (KABUPATEN, 2022, "SSGI", 27), (KABUPATEN, 2023, name, 28)]
    placed = [PLACES, (SATU, "posyandu", "Mawar", "-1,97", "115,02"),
              (SATU, "posyandu", name, "-1,97", "115,03")]  # fmt: skip
    shapes = [desa(SATU, "Desa Satu", square(0)), desa(DUA, name, square(1))]
    return [
        lines(f"{wrong} in a list", listed, code, kind="wilayah", row=3, column="nama"),
        features(f"{wrong} on a border", shapes, drawn, row=2, column="nama"),
        lines(f"{wrong} of a desa measured", measured, code, row=3, column="nama"),
        lines(f"{wrong} of a survey", surveyed, code, kind="survei", row=3, column="sumber"),
        lines(f"{wrong} of a facility", placed, code, kind="fasilitas", row=3, column="nama"),
    ]
