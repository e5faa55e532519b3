from datetime import UTC, date, datetime

import pytest

from analysis.gates import Gate
from app import stage_words
from app.actions.stage_results import Refusal, Result
from app.text import tahapan as text
from data_access.reads.stage_definitions import read_stages
from tests.analysis.stage_cases import KECAMATAN, PARTIES, make_board, make_part, pick

JUAI = KECAMATAN[0].code


@pytest.mark.parametrize(
    ("days", "words"),
    [(12, "12 hari lagi"), (0, "hari ini"), (-3, "terlambat 3 hari"), (None, "")],
)
def test_days_are_said_in_words(days: int | None, words: str) -> None:
    assert stage_words.write_days(days) == words
    assert stage_words.write_days(days, final=True) == ""


def test_a_deadline_says_its_day_and_what_is_left() -> None:
    status = pick(make_board(today=date(2026, 1, 3)), JUAI, "kecamatan.ansit")
    assert stage_words.write_due(status) == "batas 15 Januari 2026, 12 hari lagi"
    done = [make_part(JUAI, "kecamatan.ansit", part, "disetujui") for part in PARTIES]
    status = pick(make_board(*done, today=date(2026, 3, 1)), JUAI, "kecamatan.ansit")
    assert stage_words.write_due(status) == "batas 15 Januari 2026"
    undated = pick(make_board(), JUAI, "kecamatan.regulasi")
    assert stage_words.write_due(undated) == "tanpa batas waktu"


def test_a_moment_is_written_by_the_regions_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.stage_loaders.load_time_zone", lambda code: "WITA")
    moment = datetime(2026, 1, 31, 17, 5, tzinfo=UTC)
    assert stage_words.write_moment(moment, "63.11") == "1 Februari 2026 01.05"
    assert stage_words.write_moment(moment.replace(tzinfo=None), "63.11").endswith("01.05")


def test_a_gate_names_the_regions_and_how_they_stand() -> None:
    gate = Gate("turunan", "kecamatan.ansit", True, ((JUAI, "draf"),))
    written = stage_words.write_gate(gate, {JUAI: "Juai"}, 2)
    assert written == "Analisis Situasi belum selesai di 1 dari 2 kecamatan: Juai (draf)."


def test_every_refusal_has_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.stage_loaders.load_places", lambda code: KECAMATAN[:1])
    monkeypatch.setattr("app.stage_words.name_agency", lambda code, region: code.upper())
    for code in text.REFUSALS:
        refusal = Refusal(code, JUAI, "kecamatan.ansit", "plkb", parts=("setcam",))
        [(severity, sentence)] = stage_words.write_result("ajukan", Result(refusals=(refusal,)))
        assert severity == "error"
        assert "{" not in sentence.replace("< > { }", "")


def test_every_stage_has_a_short_heading_on_the_board() -> None:
    assert {stage.short for stage in read_stages().values()} <= set(text.SHORT_NAMES)
