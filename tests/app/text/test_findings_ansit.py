"""Every finding of the entry workbook has a sentence: what is wrong, and what to do."""

import re
from pathlib import Path

from analysis import plausibility
from app.text.findings_ansit import SENTENCES
from data_access.importers.numbers import FaultCode

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ("data_access/importers/ansit.py", "data_access/importers/ansit_sheet.py")
SOURCES += ("app/actions/ansit.py", "app/actions/ansit_review.py", "app/actions/ansit_checks.py")


def test_every_code_has_a_sentence_and_no_sentence_is_idle() -> None:
    written = "\n".join((ROOT / name).read_text("utf-8") for name in SOURCES)
    made = set(re.findall(r'"(ansit_[a-z_]+)"', written))
    made |= {f"ansit_{code}" for code in FaultCode.__args__}
    made |= {f"ansit_terkunci_{state}" for state in ("diajukan", "terverifikasi", "disetujui")}
    rules = {name: value for name, value in vars(plausibility).items() if name.isupper()}
    codes = {code for name, code in rules.items() if name[0] != "_" and isinstance(code, str)}
    assert made | {f"ansit_{code}" for code in codes} == set(SENTENCES)


def test_sentences_end_and_say_what_to_do_next() -> None:
    for code, sentence in SENTENCES.items():
        assert sentence.endswith("."), code
        assert len(sentence) < 330, code
