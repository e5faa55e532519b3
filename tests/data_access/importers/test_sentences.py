import re
from pathlib import Path

import data_access.importers
from app.text import (
    findings_fasilitas,
    findings_impor,
    findings_pengguna,
    findings_program,
    findings_sipd,
    findings_target,
    findings_wilayah,
)
from app.text.findings_pengukuran import SENTENCES
from data_access.importers.numbers import FaultCode

ROOM = Path(data_access.importers.__file__).parent
OTHERS = (
    findings_fasilitas,
    findings_impor,
    findings_pengguna,
    findings_program,
    findings_sipd,
    findings_target,
    findings_wilayah,
)


def test_every_code_of_the_importers_has_a_sentence_and_no_sentence_is_idle() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    words = set(re.findall(r'"([a-z_]+)"', source))
    made = re.findall(
        r'(?:Finding|Refused|CodeReading\(None,|_refused\(path,|fault|_fault)\(?\s*"(\w+)"', source
    )
    elsewhere = {code for others in OTHERS for code in others.SENTENCES}
    assert set(made) - {"urutan_tanggal_"} <= set(SENTENCES) | elsewhere
    assert set(FaultCode.__args__) <= set(SENTENCES)
    built = {"urutan_tanggal_campur", "urutan_tanggal_dugaan", "kode_kosong", "kode_tidak_dikenal"}
    assert set(SENTENCES) - words <= built


def test_sentences_end_and_stay_short() -> None:
    for code, sentence in SENTENCES.items():
        assert sentence.endswith("."), code
        assert len(sentence) < 330, code
