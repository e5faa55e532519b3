"""Steps on the stages as actions take them: who may, in which order, what holds them up."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from analysis.stages import PartState
from app.access import Account, NotAllowedError
from app.actions import tahapan as actions
from app.actions.stage_results import Result
from data_access.database import open_read
from data_access.schema import LangkahTahapan, Tahapan
from tests.app.stage_people import (
    ANSIT,
    HALONG,
    JUAI,
    KABUPATEN,
    PARTIES,
    YEAR,
    bring_to,
    enter,
    find,
    make_person,
    make_template,
    see,
)

CAMAT = make_person("penyetuju", JUAI, "camat")
HEAD = make_person("penyetuju", KABUPATEN, "bappeda")
BAPPEDA = make_person("bappeda", KABUPATEN, "bappeda")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("tahapan"))


@pytest.fixture
def place(template: Path, database: Path, engine: Engine) -> Engine:
    shutil.copy(template, database)
    return engine


def codes(result: Result) -> list[str]:
    return [refusal.code for refusal in result.refusals]


def count_steps(engine: Engine) -> int:
    with open_read(engine) as connection:
        return len(connection.execute(select(LangkahTahapan.id)).all())


def test_a_kecamatans_stage_goes_from_three_operators_to_the_camat(place: Engine) -> None:
    bring_to(place, JUAI, "disetujui", *PARTIES)
    status = find(place, JUAI)
    assert (status.state, status.is_final, status.waiting) == ("disetujui", True, ())
    assert {part.updated_by for part in status.parts} == {CAMAT.username}


def test_nothing_entered_cannot_be_submitted(place: Engine) -> None:
    operator = make_person("operator", JUAI, "plkb")
    result = actions.submit_part(place, operator, see(place, JUAI, "plkb"))
    assert codes(result) == ["belum_diisi"]
    assert count_steps(place) == 0


def test_a_submission_can_be_withdrawn_until_it_is_verified(place: Engine) -> None:
    bring_to(place, JUAI, "diajukan", "plkb")
    operator = make_person("operator", JUAI, "plkb")
    assert actions.withdraw_part(place, operator, see(place, JUAI, "plkb")).is_done
    assert see(place, JUAI, "plkb").state == "draf"
    bring_to(place, JUAI, "terverifikasi", "plkb")
    assert codes(actions.withdraw_part(place, operator, see(place, JUAI, "plkb"))) == ["langkah"]


def test_a_return_needs_a_note_and_the_operator_reads_it(place: Engine) -> None:
    bring_to(place, JUAI, "diajukan", "plkb")
    verifier, seen = make_person("verifikator", JUAI, "plkb"), see(place, JUAI, "plkb")
    assert codes(actions.return_parts(place, verifier, [seen], "  ")) == ["catatan_kosong"]
    assert actions.return_parts(place, verifier, [seen], " D01 keliru ").is_done
    part = see(place, JUAI, "plkb")
    assert (part.state, part.note) == ("dikembalikan", "D01 keliru")


def test_the_camat_returns_what_is_verified_but_not_what_is_only_submitted(place: Engine) -> None:
    bring_to(place, JUAI, "diajukan", "plkb")
    with pytest.raises(NotAllowedError):
        actions.return_parts(place, CAMAT, [see(place, JUAI, "plkb")], "periksa")
    bring_to(place, JUAI, "terverifikasi", "setcam")
    assert actions.return_parts(place, CAMAT, [see(place, JUAI, "setcam")], "periksa").is_done


def test_a_stage_is_approved_only_as_a_whole_and_missing_parts_are_named(place: Engine) -> None:
    bring_to(place, JUAI, "terverifikasi", "setcam", "plkb")
    seen = [see(place, JUAI, "setcam"), see(place, JUAI, "plkb")]
    result = actions.approve_stages(place, CAMAT, seen)
    assert codes(result) == ["bagian_belum"]
    assert result.refusals[0].parts == ("puskesmas",)
    assert find(place, JUAI).state == "draf"


def test_part_of_a_verified_stage_cannot_be_approved_alone(place: Engine) -> None:
    bring_to(place, JUAI, "terverifikasi", *PARTIES)
    result = actions.approve_stages(place, CAMAT, [see(place, JUAI, "setcam")])
    assert result.refusals[0].parts == ("puskesmas", "plkb")


def test_several_are_approved_all_or_none_and_those_that_cannot_are_named(place: Engine) -> None:
    penandaan = "kecamatan.penandaan-berjalan"
    bring_to(place, JUAI, "terverifikasi", *PARTIES)
    bring_to(place, JUAI, "terverifikasi", "setcam", stage=penandaan)
    seen = [see(place, JUAI, part) for part in PARTIES] + [see(place, JUAI, "setcam", penandaan)]
    result = actions.approve_stages(place, CAMAT, seen)
    assert [refusal.stage for refusal in result.refusals] == [penandaan]
    assert find(place, JUAI).state == "terverifikasi"
    assert actions.approve_stages(place, CAMAT, seen[:3]).is_done


def test_a_conflict_says_who_was_quicker_and_writes_nothing(place: Engine) -> None:
    bring_to(place, JUAI, "diajukan", "plkb")
    seen = see(place, JUAI, "plkb")
    first, second = (make_person("verifikator", JUAI, "plkb", name) for name in ("ayu", "budi"))
    actions.return_parts(place, first, [seen], "periksa lagi")
    before = count_steps(place)
    result = actions.verify_parts(place, second, [seen])
    [conflict] = result.outcome.conflicts
    assert (conflict.state, conflict.updated_by) == ("dikembalikan", "ayu")
    assert not result.is_done
    assert count_steps(place) == before


def test_three_clicks_take_one_step(place: Engine) -> None:
    enter(place, JUAI, "plkb")
    operator, seen = make_person("operator", JUAI, "plkb"), see(place, JUAI, "plkb")
    assert all(actions.submit_part(place, operator, seen).is_done for _ in range(3))
    assert count_steps(place) == 2


def test_reopening_needs_the_approver_and_a_reason(place: Engine) -> None:
    bring_to(place, JUAI, "disetujui", *PARTIES)
    seen = [see(place, JUAI, "plkb")]
    for other in (
        make_person("operator", JUAI, "plkb"),
        make_person("verifikator", JUAI, "plkb"),
        make_person("penyetuju", HALONG, "camat"),
        HEAD,
        BAPPEDA,
        make_person("admin", KABUPATEN),
    ):
        with pytest.raises(NotAllowedError):
            actions.reopen_stage(place, other, seen, "salah angka")
    assert codes(actions.reopen_stage(place, CAMAT, seen, "")) == ["catatan_kosong"]
    assert actions.reopen_stage(place, CAMAT, seen, "salah angka").is_done
    assert [part.state for part in find(place, JUAI).parts] == [
        "disetujui",
        "disetujui",
        "dikembalikan",
    ]
    bring_to(place, JUAI, "terverifikasi", "plkb")
    assert actions.approve_stages(place, CAMAT, [see(place, JUAI, "plkb")]).is_done


@pytest.fixture
def ready(place: Engine) -> Engine:
    """The kabupaten's analysis verified; one of its two kecamatan has not finished its own."""
    bring_to(place, JUAI, "disetujui", *PARTIES)
    bring_to(place, KABUPATEN, "terverifikasi", "dinkes", stage="kabupaten.pengukuran")
    bring_to(place, KABUPATEN, "terverifikasi", "bappeda", stage="kabupaten.ansit")
    return place


def approve(engine: Engine) -> Result:
    return actions.approve_stages(
        engine, HEAD, [see(engine, KABUPATEN, "bappeda", "kabupaten.ansit")]
    )


def test_the_kabupatens_analysis_waits_for_the_last_kecamatan_and_names_it(ready: Engine) -> None:
    result = approve(ready)
    assert codes(result) == ["gerbang"]
    [gate] = result.refusals[0].gates
    assert gate.missing == ((HALONG, "belum mulai"),)
    bring_to(ready, HALONG, "disetujui", *PARTIES)
    assert approve(ready).is_done


def test_bappeda_lets_it_go_on_with_a_reason_and_nobody_else_does(ready: Engine) -> None:
    given = {"region_code": KABUPATEN, "year": YEAR, "stage": "kabupaten.ansit"}
    for other in (HEAD, CAMAT, make_person("bappeda", "63.10", "bappeda")):
        with pytest.raises(NotAllowedError):
            actions.override_gate(ready, other, **given, reason="banjir")
    assert codes(actions.override_gate(ready, BAPPEDA, **given, reason=" ")) == ["catatan_kosong"]
    assert actions.override_gate(ready, BAPPEDA, **given, reason="banjir").is_done
    assert approve(ready).is_done


def test_the_statement_is_bappedas_for_its_own_region(place: Engine) -> None:
    for other in (HEAD, make_person("bappeda", "63.10", "bappeda"), CAMAT):
        with pytest.raises(NotAllowedError):
            actions.state_official(place, other, region_code=KABUPATEN, year=YEAR, text="resmi")
    stated = actions.state_official(place, BAPPEDA, region_code=KABUPATEN, year=YEAR, text="resmi")
    assert stated.is_done


Step = Callable[[Engine, Account, PartState], Result]
STEPS: dict[str, tuple[str, Step]] = {
    "ajukan": ("operator", actions.submit_part),
    "tarik": ("operator", actions.withdraw_part),
    "verifikasi": ("verifikator", lambda e, p, s: actions.verify_parts(e, p, [s])),
    "kembalikan": ("verifikator", lambda e, p, s: actions.return_parts(e, p, [s], "x")),
    "setujui": ("penyetuju", lambda e, p, s: actions.approve_stages(e, p, [s])),
    "buka": ("penyetuju", lambda e, p, s: actions.reopen_stage(e, p, [s], "x")),
}


@pytest.mark.parametrize("kind", STEPS)
def test_a_foreign_region_agency_or_role_is_refused_before_anything_is_written(
    place: Engine, kind: str
) -> None:
    role, step = STEPS[kind]
    agency = "camat" if role == "penyetuju" else "plkb"
    seen = PartState(JUAI, YEAR, ANSIT, "plkb", "terverifikasi", 3)
    strangers = [
        make_person(role, HALONG, agency),
        make_person(role, KABUPATEN, agency),
        make_person(role, "63", agency),
        make_person(role, JUAI, "setcam"),
        make_person("pimpinan", "ID"),
        make_person("anggota_tpps", KABUPATEN),
        make_person("admin", "ID"),
        Account(1, "mati", "Mati", active=False, grants=make_person(role, JUAI, agency).grants),
    ]
    for stranger in strangers:
        with pytest.raises(NotAllowedError):
            step(place, stranger, seen)
    with open_read(place) as connection:
        assert connection.execute(select(Tahapan.id)).all() == []


def test_one_foreign_part_among_several_stops_all(place: Engine) -> None:
    bring_to(place, JUAI, "diajukan", "plkb")
    bring_to(place, HALONG, "diajukan", "plkb")
    seen = [see(place, JUAI, "plkb"), see(place, HALONG, "plkb")]
    with pytest.raises(NotAllowedError):
        actions.verify_parts(place, make_person("verifikator", JUAI, "plkb"), seen)
    assert {each.state for each in (see(place, c, "plkb") for c in (JUAI, HALONG))} == {"diajukan"}


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        (PartState(JUAI, YEAR, "kabupaten.ansit", "plkb"), "tahapan_asing"),
        (PartState(JUAI, YEAR, "kecamatan.khayal", "plkb"), "tahapan_asing"),
        (PartState(JUAI, 2023, "kecamatan.regulasi", "plkb"), "tahun"),
        (PartState(JUAI, YEAR, "kecamatan.regulasi", "plkb"), "bagian_asing"),
    ],
)
def test_what_is_no_stage_part_or_year_here_is_refused(
    place: Engine, part: PartState, refusal: str
) -> None:
    operator = make_person("operator", JUAI, "plkb")
    assert codes(actions.submit_part(place, operator, part)) == [refusal]
    assert count_steps(place) == 0
