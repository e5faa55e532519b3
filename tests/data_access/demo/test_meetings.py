"""The demonstration's meetings: generated, whole, and hanging together."""

from data_access.demo.meetings import EXECUTION_YEAR, make_meetings

DESA = [f"99.01.{k:02d}.2{n:03d}" for k in (1, 2, 3) for n in range(1, 9)] + ["99.02.01.2001"]


def test_every_kecamatan_of_the_kabupaten_meets_before_the_kabupaten_does() -> None:
    *below, above = make_meetings(DESA, 1)
    assert [each.head["wilayah_code"] for each in below] == ["99.01.01", "99.01.02", "99.01.03"]
    assert above.head["wilayah_code"] == "99.01"
    assert max(each.head["held_on"] for each in below) < above.head["held_on"]


def test_the_same_seed_gives_the_same_meetings() -> None:
    assert make_meetings(DESA, 7) == make_meetings(DESA, 7)


def test_proposals_name_places_of_their_own_kecamatan_and_next_years_money() -> None:
    for meeting in make_meetings(DESA, 1)[:-1]:
        for each in meeting.proposals:
            assert all(code.startswith(meeting.head["wilayah_code"]) for code in each.places)
            assert each.values["amount_idr"] > 0
            assert each.values["execution_year"] == EXECUTION_YEAR


def test_only_what_a_kecamatan_agreed_is_discussed_above_and_only_that_has_a_fate() -> None:
    proposals = [each for meeting in make_meetings(DESA, 1) for each in meeting.proposals]
    for each in proposals:
        assert (each.raised is not None) == (each.values["decision"] == "disepakati")
        assert each.fate is None or each.raised == "disepakati"
        assert (each.fate in ("sebagian", "tidak")) == (each.fate_reason is not None)
