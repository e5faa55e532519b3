"""What regions set for themselves: who may, what is refused, what it changes on the board."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.access import Account, NotAllowedError
from app.actions import pengaturan as actions
from app.actions.pengaturan import Duty
from app.actions.stage_results import Result
from tests.app.stage_people import ANSIT, JUAI, KABUPATEN, find, make_person, make_template

BAPPEDA = make_person("bappeda", KABUPATEN, "bappeda")
PROVINCE = make_person("bappeda", "63", "bappeda")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("tahapan"))


@pytest.fixture
def place(template: Path, database: Path, engine: Engine) -> Engine:
    shutil.copy(template, database)
    return engine


def codes(result: Result) -> list[str]:
    return [refusal.code for refusal in result.refusals]


def set_day(engine: Engine, person: Account = BAPPEDA, **changed: object) -> Result:
    values = {
        "region_code": KABUPATEN,
        "stage": ANSIT,
        "month_day": "01-20",
        "reason": "SK 12/2026",
        "version": 0,
    }
    return actions.set_deadline(engine, person, **{**values, **changed})  # type: ignore[arg-type]


def test_a_changed_deadline_shows_on_the_kecamatan_with_its_reason(place: Engine) -> None:
    assert set_day(place).is_done
    deadline = find(place, JUAI).deadline
    assert deadline is not None
    assert deadline.override is not None
    assert ((deadline.due.month, deadline.due.day), deadline.override.reason) == (
        (1, 20),
        "SK 12/2026",
    )
    assert set_day(place, month_day=None, version=1, reason="dicabut").is_done
    back = find(place, JUAI).deadline
    assert back is not None
    assert (back.due.day, back.override) == (15, None)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"month_day": "02-30"}, "tanggal"),
        ({"month_day": "besok"}, "tanggal"),
        ({"reason": " "}, "catatan_kosong"),
        ({"stage": "kecamatan.khayal"}, "tahapan_asing"),
        ({"stage": "kecamatan.regulasi"}, "tahapan_asing"),
        ({"stage": "provinsi.ansit"}, "tahapan_asing"),
        ({"region_code": JUAI}, "tahapan_asing"),
    ],
)
def test_a_deadline_that_makes_no_sense_is_refused(
    place: Engine, changed: dict[str, object], refusal: str
) -> None:
    assert codes(set_day(place, **changed)) == [refusal]


def test_a_stale_change_is_a_conflict(place: Engine) -> None:
    set_day(place)
    result = set_day(
        place, person=make_person("bappeda", KABUPATEN, name="lain"), month_day="01-25"
    )
    assert not result.is_done
    assert result.conflicts[0].updated_by == BAPPEDA.username


STRANGERS = [
    make_person("bappeda", "63.10", "bappeda"),
    make_person("admin", KABUPATEN),
    make_person("penyetuju", KABUPATEN, "bappeda"),
    make_person("operator", KABUPATEN, "bappeda"),
    make_person("pimpinan", "ID"),
]


@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda person: person.username)
def test_only_the_regions_own_bappeda_sets_anything(place: Engine, stranger: Account) -> None:
    tries = [
        lambda: set_day(place, stranger),
        lambda: actions.set_agency(
            place, stranger, region_code=KABUPATEN, code="dinsos", name="Dinas Sosial"
        ),
        lambda: actions.drop_agency(place, stranger, region_code=KABUPATEN, code="dinsos"),
        lambda: actions.set_responsible(place, stranger, region_code=KABUPATEN, duties=[]),
        lambda: actions.set_approver(
            place,
            stranger,
            region_code="63",
            stage="provinsi.ansit",
            agency="sekda",
            reason="SK",
            version=0,
        ),
    ]
    for attempt in tries:
        with pytest.raises(NotAllowedError):
            attempt()


def test_a_province_chooses_its_approver_and_the_choice_decides(place: Engine) -> None:
    def choose(agency: str | None, stage: str = "provinsi.ansit") -> Result:
        return actions.set_approver(
            place,
            PROVINCE,
            region_code="63",
            stage=stage,
            agency=agency,
            reason="SK Gubernur",
            version=0,
        )

    assert codes(choose("camat")) == ["perangkat_asing"]
    assert codes(choose("sekda", "kabupaten.ansit")) == ["tahapan_asing"]
    assert choose("sekda").is_done
    assert find(place, "63", "provinsi.ansit").approver == "sekda"


@pytest.mark.parametrize(
    ("code", "name", "refusal"),
    [
        ("Dinsos", "Dinas Sosial", "kode_perangkat"),
        ("d", "Dinas Sosial", "kode_perangkat"),
        ("camat", "Camat", "kode_perangkat"),
        ("dinsos", "  ", "nama_perangkat"),
        ("dinsos", "Dinas <b>Sosial</b>", "nama_perangkat"),
        ("dinsos", "{{ 7*7 }}", "nama_perangkat"),
        ("dinsos", "x" * 121, "nama_perangkat"),
    ],
)
def test_agencies_with_unfit_names_are_refused(
    place: Engine, code: str, name: str, refusal: str
) -> None:
    result = actions.set_agency(place, BAPPEDA, region_code=KABUPATEN, code=code, name=name)
    assert codes(result) == [refusal]


def test_a_registered_agency_gets_its_part_and_its_items(place: Engine) -> None:
    marking = "kabupaten.penandaan-berjalan"
    assert [part.part for part in find(place, KABUPATEN, marking).parts] == ["bappeda"]
    for code, name in (("dinsos", "Dinas Sosial"), ("dinkes", "Dinas Kesehatan")):
        assert actions.set_agency(
            place, BAPPEDA, region_code=KABUPATEN, code=code, name=name
        ).is_done
    everybody = ["bappeda", "dinkes", "dinsos"]
    assert [part.part for part in find(place, KABUPATEN, marking).parts] == everybody
    wrong = [Duty("S01", "pupr", 0), Duty("S99", "dinkes", 0)]
    result = actions.set_responsible(place, BAPPEDA, region_code=KABUPATEN, duties=wrong)
    assert result.refusals[0].parts == ("S01", "S99")
    right = [Duty("S01", "dinkes", 0)]
    assert actions.set_responsible(place, BAPPEDA, region_code=KABUPATEN, duties=right).is_done
    dropped = actions.drop_agency(place, BAPPEDA, region_code=KABUPATEN, code="dinkes")
    assert dropped.refusals[0].parts == ("tanggung jawab",)
