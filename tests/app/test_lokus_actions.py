"""Who chooses lokus and sets what "tinggi" means, and what is refused in words."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from app.access import NotAllowedError
from app.actions.lokus import Decree, LokusChange, set_lokus, set_problem_settings
from app.problem_figures import pick_saved_settings, read_default_settings
from app.text import lokus as lokus_text
from data_access.reads.lokus import read_lokus
from data_access.reads.pengaturan import read_settings
from data_access.reads.pengguna import read_account

KABUPATEN, DESA = "99.01", "99.01.01.1003"
DECREE = Decree(2027, "188.45/12/2026", date(2026, 3, 1))
CHOSEN = [LokusChange(DESA, True, 0)]


def test_bappeda_chooses_and_takes_off(demo: Engine) -> None:
    person = read_account(demo, "bappeda")
    assert set_lokus(demo, person, KABUPATEN, DECREE, CHOSEN).is_done
    assert read_lokus(demo, KABUPATEN, 2027)["wilayah_code"].tolist() == [DESA]
    off = [LokusChange(DESA, False, 1)]
    assert set_lokus(demo, person, KABUPATEN, Decree(2027, ""), off).is_done
    assert read_lokus(demo, KABUPATEN, 2027).empty


@pytest.mark.parametrize(
    "username", ["pimpinan", "dinkes.operator", "puskesmas.operator", "camat", "sekda", "admin"]
)
def test_nobody_else_may(demo: Engine, username: str) -> None:
    person = read_account(demo, username)
    with pytest.raises(NotAllowedError):
        set_lokus(demo, person, KABUPATEN, DECREE, CHOSEN)
    with pytest.raises(NotAllowedError):
        set_problem_settings(
            demo,
            person,
            region_code=KABUPATEN,
            settings=read_default_settings(),
            reason="SK",
            version=0,
        )
    assert read_lokus(demo, KABUPATEN, 2027).empty


def test_bappeda_of_one_kabupaten_chooses_nothing_in_another(demo: Engine) -> None:
    person = read_account(demo, "bappeda")
    with pytest.raises(NotAllowedError):
        set_lokus(demo, person, "99.02", DECREE, CHOSEN)
    foreign = [LokusChange("99.02.01.2001", True, 0)]
    assert set_lokus(demo, person, KABUPATEN, DECREE, foreign).fault == "desa_asing"


@pytest.mark.parametrize(
    ("decree", "codes", "fault"),
    [
        (replace(DECREE, sk_number="  "), [DESA], "sk_kosong"),
        (replace(DECREE, sk_number="x" * 121), [DESA], "sk_panjang"),
        (replace(DECREE, sk_number="<b>1</b>"), [DESA], "sk_tanda"),
        (replace(DECREE, sk_date=date(2999, 1, 1)), [DESA], "sk_tanggal"),
        (replace(DECREE, year=2019), [DESA], "tahun"),
        (DECREE, [], "tanpa_desa"),
        (DECREE, ["99.01.01"], "desa_asing"),
    ],
)
def test_what_is_no_decree_is_refused_in_words(
    demo: Engine, decree: Decree, codes: list[str], fault: str
) -> None:
    person = read_account(demo, "bappeda")
    changes = [LokusChange(code, True, 0) for code in codes]
    assert set_lokus(demo, person, KABUPATEN, decree, changes).fault == fault
    assert lokus_text.LOKUS_FAULTS[fault]
    assert read_lokus(demo, KABUPATEN, 2027).empty


def test_a_region_sets_its_own_meaning_with_a_reason_and_gives_it_back(demo: Engine) -> None:
    person = read_account(demo, "bappeda")
    own = replace(read_default_settings(), most_share=0.6, high="sepertiga teratas")

    def save(settings, reason: str, version: int):
        return set_problem_settings(
            demo,
            person,
            region_code=KABUPATEN,
            settings=settings,
            reason=reason,
            version=version,
        )

    assert save(own, " ", 0).fault == "catatan_kosong"
    assert save(own, "Rembuk 12 Maret", 0).is_done
    rows = read_settings(demo, "99.01.01")
    assert pick_saved_settings(rows, "99.01.01") == (own, KABUPATEN, "Rembuk 12 Maret")
    assert save(read_default_settings(), "lain", 0).fault == "bentrok"
    assert save(None, "dicabut", 1).is_done
    assert pick_saved_settings(read_settings(demo, KABUPATEN), KABUPATEN) is None
