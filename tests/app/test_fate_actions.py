"""Who may say what became of a proposal, and what is refused whatever the screen showed."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions.nasib import LineRef, link, may_match, set_fate, unlink
from app.thread_figures import Proposal
from app.thread_suggestions import search_lines, suggest_lines
from data_access.database import make_engine
from data_access.reads.anggaran import Snapshot, read_lines, read_tags
from data_access.reads.tautan import read_links
from data_access.reads.usulan import read_proposal
from data_access.upgrade import upgrade_schema
from data_access.writes.rembuk import open_meeting
from data_access.writes.tahapan import StageMove, move_parts
from data_access.writes.usulan import ProposalChange, save_proposals
from tests.budget_rows import (
    DESA,
    KABUPATEN,
    KECAMATAN,
    OTHER_KECAMATAN,
    ROWS,
    Row,
    add_places,
    add_skpd,
    add_snapshot,
)

PMT, SEMBAKO = "PMT ibu hamil KEK", "Sembako keluarga"
Case = tuple[Engine, Snapshot, Proposal]


def person(role: str, code: str, agency: str = "") -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


BAPPEDA = person("bappeda", KABUPATEN)
DINKES = person("operator", KABUPATEN, "dinkes")
SETCAM = person("operator", KECAMATAN, "setcam")
OTHERS = (
    None,
    person("operator", KABUPATEN, "dinsos"),
    person("operator", OTHER_KECAMATAN, "setcam"),
    person("penyetuju", KECAMATAN, "camat"),
    person("pimpinan", "ID"),
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    add_places(engine)
    add_skpd(engine)
    tags = ({"item_code": "I01", "place_code": DESA[0]},)
    rows = (Row("Dinas Kesehatan", ROWS[0].activity, "Susu", 9_000_000, tags=tags), *ROWS)
    snapshot, _ = add_snapshot(engine, "rencana", rows, year=2027)
    head = {"wilayah_code": KECAMATAN, "year": 2026, "kind": "pra-musrenbang", "elements": []}
    meeting = open_meeting(engine, "ani", **head, key="buka")  # type: ignore[arg-type]
    said = {"activity": "PMT untuk ibu hamil KEK", "places": (KECAMATAN,), "item_code": "I01"}
    change = ProposalChange(said | {"agency": "dinkes", "decision": "disepakati"})
    saved = save_proposals(engine, "ani", key="s", meeting_id=meeting, changes=[change]).saved
    return engine, snapshot, saved[0]


def ref(case: Case, description: str = PMT) -> LineRef:
    lines = read_lines(case[0], case[1])
    row = lines[lines["description"] == description].iloc[0]
    return LineRef(case[1].id, str(row["subkegiatan_code"]), str(row["line_key"]))


@pytest.mark.parametrize("who", [BAPPEDA, DINKES, SETCAM])
def test_bappeda_the_agency_and_the_recorders_match(case: Case, who: Account) -> None:
    engine, _, proposal = case
    assert may_match(engine, who, proposal)
    assert link(engine, who, proposal.id, ref(case), "5 juta", "t").is_done
    assert [each.amount_idr for each in read_links(engine, [proposal.id])] == [5_000_000]


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_does(case: Case, who: Account | None) -> None:
    engine, _, proposal = case
    assert not may_match(engine, who, proposal)
    with pytest.raises(NotAllowedError):
        link(engine, who, proposal.id, ref(case), "", "t")
    with pytest.raises(NotAllowedError):
        set_fate(engine, who, proposal, "tidak", "Tidak ada pagu")
    link(engine, BAPPEDA, proposal.id, ref(case), "", "t")
    (there,) = read_links(engine, [proposal.id])
    with pytest.raises(NotAllowedError):
        unlink(engine, who, there)
    assert len(read_links(engine, [proposal.id])) == 1


def test_a_reason_is_asked_for_unless_all_is_accommodated(case: Case) -> None:
    engine, _, proposal = case
    for fate in ("sebagian", "tidak"):
        assert set_fate(engine, DINKES, proposal, fate, "  ").fault == "alasan_kosong"
    assert set_fate(engine, DINKES, proposal, "terakomodir", "").fault == "tanpa_tautan"
    assert set_fate(engine, DINKES, proposal, "lain", "").fault == "nasib_asing"
    assert set_fate(engine, DINKES, proposal, "tidak", "<b>").fault == "alasan_tanda"
    assert set_fate(engine, DINKES, proposal, "tidak", " Tidak ada pagu ").is_done
    now = read_proposal(engine, proposal.id)
    assert now is not None
    assert (now.fate, now.fate_reason) == ("tidak", "Tidak ada pagu")
    late = set_fate(engine, BAPPEDA, proposal, "tidak", "Bukan kewenangan")
    assert late.theirs is not None
    assert late.theirs.fate_reason == "Tidak ada pagu"


def test_an_amount_that_can_be_read_in_two_ways_is_asked_about(case: Case) -> None:
    engine, _, proposal = case
    result = link(engine, DINKES, proposal.id, ref(case), "12,500", "t")
    assert result.fault == "bagian"
    assert result.typed is not None
    assert not read_links(engine, [proposal.id])
    assert link(engine, DINKES, proposal.id, ref(case), "11 juta", "t").fault == "melebihi_baris"


def test_a_plan_that_was_handed_in_says_so(case: Case) -> None:
    engine, _, proposal = case
    link(engine, DINKES, proposal.id, ref(case), "", "t")
    stage = "kabupaten.penandaan-depan"
    move_parts(engine, "b", [StageMove("ajukan", KABUPATEN, 2026, stage, "dinkes", "draf", 1)])
    assert link(engine, DINKES, proposal.id, ref(case, "Susu"), "", "u").locked_state == "diajukan"
    (there,) = read_links(engine, [proposal.id])
    assert unlink(engine, DINKES, there).locked_state == "diajukan"


def test_a_proposal_that_is_gone_is_no_one_s(case: Case) -> None:
    with pytest.raises(LookupError):
        link(case[0], BAPPEDA, 999, ref(case), "", "t")


def test_lines_are_suggested_by_service_place_agency_and_words(case: Case) -> None:
    engine, snapshot, proposal = case
    lines, tags = read_lines(engine, snapshot), read_tags(engine, snapshot)
    found = suggest_lines(proposal, lines, tags)
    reasons = dict(zip(found["description"], found["alasan"], strict=True))
    assert {"layanan", "tempat", "opd"} <= set(reasons["Susu"])
    assert set(reasons[PMT]) == {"opd", "kata"}
    assert SEMBAKO not in reasons
    assert search_lines(lines, "sembako SOSIAL")["description"].tolist() == [SEMBAKO]
    assert suggest_lines(proposal, lines.head(0), tags).empty
