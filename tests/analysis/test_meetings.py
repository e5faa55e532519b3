"""Where a meeting is recorded, and what its record still lacks."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.meetings import MeetingHead, find_meeting_part, level_of_meeting, list_missing

HEAD = MeetingHead(date(2026, 2, 10), "Aula", "Budi", "Camat", 42, "Usulan", "001")


@pytest.mark.parametrize(
    ("code", "kind", "stage", "part"),
    [
        ("63.11.01", "pra-musrenbang", "kecamatan.pra-musrenbang", "setcam"),
        ("63.11.01", "rembuk", "kecamatan.pra-musrenbang", "setcam"),
        ("63.11.01", "rapat-ansit", "kecamatan.ansit", "setcam"),
        ("63.11", "pra-musrenbang", "kabupaten.pra-musrenbang", "bappeda"),
        ("63", "rapat-ansit", "provinsi.ansit", "bappeda"),
    ],
)
def test_a_meeting_is_recorded_in_the_part_of_who_holds_it(
    code: str, kind: str, stage: str, part: str
) -> None:
    found = find_meeting_part(code, 2026, kind)
    assert (found.wilayah_code, found.year, found.stage, found.part) == (code, 2026, stage, part)


@pytest.mark.parametrize("code", ["ID", "63.11.01.2001", "63.11.01.P01", ""])
def test_a_desa_and_the_nation_hold_no_meetings(code: str) -> None:
    assert level_of_meeting(code) is None
    with pytest.raises(ValueError, match="no meeting"):
        find_meeting_part(code, 2026, "rembuk")


def test_a_whole_record_lacks_nothing() -> None:
    assert list_missing(HEAD, is_frozen=True, present=3, agreed=2, commitments=1) == ()


def test_what_is_missing_is_named_in_the_forms_order() -> None:
    head = replace(HEAD, held_on=None, agenda=None)
    missing = list_missing(head, is_frozen=False, present=0, agreed=0, commitments=0)
    assert missing == ("tanggal", "peserta", "agenda", "angka", "usulan", "komitmen")
