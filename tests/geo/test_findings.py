import re
from pathlib import Path

from app.text.findings_wilayah import SENTENCES
from geo.findings import Finding, has_errors

ROOM = Path(__file__).resolve().parents[2] / "geo"


def test_every_code_that_the_room_gives_has_a_sentence() -> None:
    source = "".join(path.read_text() for path in ROOM.glob("*.py"))
    codes = set(re.findall(r'"(wilayah_[a-z0-9_]+)"', source))
    codes |= {f"wilayah_{problem}" for problem in re.findall(r'"(kode_[a-z_]+)"', source)} & {
        "wilayah_kode_kosong",
        "wilayah_kode_rusak",
        "wilayah_kode_terbaca_tanggal",
        "wilayah_kode_tidak_dikenal",
    }
    assert codes - set(SENTENCES) == set()
    assert set(SENTENCES) - codes == set()


def test_only_a_galat_stops_an_import() -> None:
    assert has_errors([Finding("a", "catatan"), Finding("b", "galat")])
    assert not has_errors([Finding("a", "peringatan")])
