"""What became of a proposal: linked to lines that stay, never twice, never beyond the line."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, insert, update

from data_access.database import open_write
from data_access.reads.anggaran import Snapshot, read_lines
from data_access.reads.benang import read_causes, read_promises
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.reads.tautan import LineRef, Link, read_links
from data_access.reads.usulan import Proposal, read_proposal
from data_access.schema import BahasanUsulan, Belanja, Komitmen, Masalah, Potret
from data_access.writes.rembuk import open_meeting
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from data_access.writes.tautan import (
    LinkRefusedError,
    link_proposal,
    set_fate,
    unlink_proposal,
)
from data_access.writes.usulan import ProposalChange, save_proposals
from tests.budget_rows import (
    DESA,
    GIZI,
    KABUPATEN,
    KECAMATAN,
    OTHER_KECAMATAN,
    ROWS,
    add_places,
    add_skpd,
    add_snapshot,
)

PMT, RAPAT = "PMT ibu hamil KEK", "Makan minum rapat"
PLANNED = 2027


@pytest.fixture
def budget(engine: Engine) -> tuple[Engine, Snapshot]:
    add_places(engine)
    add_skpd(engine)
    snapshot, _ = add_snapshot(engine, "rencana", year=PLANNED)
    return engine, snapshot


def ref(engine: Engine, snapshot: Snapshot, description: str = PMT) -> LineRef:
    lines = read_lines(engine, snapshot)
    row = lines[lines["description"] == description].iloc[0]
    return LineRef(snapshot.id, str(row["subkegiatan_code"]), str(row["line_key"]))


def propose(
    engine: Engine, activity: str = "PMT bumil", region: str = KECAMATAN, **more: object
) -> Proposal:
    meeting = open_meeting(
        engine,
        "ani",
        wilayah_code=region,
        year=2026,
        kind="pra-musrenbang",
        elements=[],
        key=f"buka-{region}-{activity}",
    )
    values = {"activity": activity, "places": (DESA[0],), "decision": "disepakati", **more}
    outcome = save_proposals(
        engine,
        "ani",
        key=f"simpan-{region}-{activity}",
        meeting_id=meeting,
        changes=[ProposalChange(values)],
    )
    return outcome.saved[0]


def carry(
    engine: Engine, proposal: Proposal, to: LineRef, amount: int | None = None, key: str = "k"
) -> int:
    return link_proposal(engine, "budi", key=key, usulan_id=proposal.id, ref=to, amount_idr=amount)


def refusal(engine: Engine, proposal: Proposal, to: LineRef, amount: int | None = None) -> str:
    before = read_links(engine, [proposal.id])
    with pytest.raises(LinkRefusedError) as caught:
        carry(engine, proposal, to, amount, key="lain")
    assert read_links(engine, [proposal.id]) == before
    return caught.value.code


def only(engine: Engine, proposal: Proposal) -> Link:
    (link,) = read_links(engine, [proposal.id])
    return link


def test_a_link_names_the_line_and_stays_when_the_file_comes_again(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    number = carry(engine, proposal, ref(engine, snapshot), 4_000_000)
    link = only(engine, proposal)
    assert (link.id, link.kind, link.year, link.amount_idr) == (
        number,
        "rencana",
        PLANNED,
        4_000_000,
    )
    assert link.linked is not None
    assert (link.linked.description, link.linked.total_idr) == (PMT, 10_000_000)
    assert (link.linked.skpd_name, link.linked.agency) == ("Dinas Kesehatan", "dinkes")
    history = read_history(engine, HistoryFilter(scope_code=KABUPATEN))
    assert any(row.table == "tautan_usulan" for row in history)


def test_three_presses_link_once(budget: tuple[Engine, Snapshot]) -> None:
    engine, snapshot = budget
    proposal, to = propose(engine), ref(engine, snapshot)
    assert len({carry(engine, proposal, to) for _ in range(3)}) == 1
    assert refusal(engine, proposal, to) == "sudah_tertaut"


def test_parts_of_several_proposals_never_exceed_the_line(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    first, second, to = propose(engine), propose(engine, "Kelas ibu"), ref(engine, snapshot)
    carry(engine, first, to, 7_000_000)
    assert refusal(engine, second, to, 3_000_001) == "melebihi_baris"
    carry(engine, second, to, 3_000_000, key="dua")


def test_a_proposal_that_was_not_agreed_or_declined_above_is_not_linked(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    to = ref(engine, snapshot)
    assert refusal(engine, propose(engine, decision="belum"), to) == "belum_disepakati"
    declined = propose(engine, "Pagar kantor")
    row = {"usulan_id": declined.id, "rembuk_id": declined.rembuk_id, "wilayah_code": KABUPATEN}
    with open_write(engine, "uji") as connection:
        connection.execute(insert(BahasanUsulan).values(**row, decision="ditolak", version=1))
    assert refusal(engine, declined, to) == "belum_disepakati"


def test_a_line_that_is_gone_and_an_older_budget_are_refused(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    assert refusal(engine, proposal, LineRef(snapshot.id, GIZI, "tiada")) == "baris_hilang"
    old, _ = add_snapshot(engine, "murni", year=2025)
    assert refusal(engine, proposal, ref(engine, old)) == "anggaran_asing"


def test_a_whole_sub_kegiatan_sums_its_lines(budget: tuple[Engine, Snapshot]) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    carry(engine, proposal, LineRef(snapshot.id, GIZI, None))
    line = only(engine, proposal).linked
    assert line is not None
    assert (line.total_idr, line.line_count, line.description) == (14_000_001, 3, None)
    assert line.realisation_idr is None


def test_links_to_the_plan_belong_to_the_tagging_of_july(budget: tuple[Engine, Snapshot]) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    carry(engine, proposal, ref(engine, snapshot))
    stage = "kabupaten.penandaan-depan"
    (part,) = [p for p in read_parts(engine, [KABUPATEN], 2026) if p.stage == stage]
    assert (part.part, part.state) == ("dinkes", "draf")
    move = StageMove("ajukan", KABUPATEN, 2026, stage, "dinkes", "draf", part.version)
    move_parts(engine, "budi", [move])
    with pytest.raises(StageLockedError):
        carry(engine, proposal, ref(engine, snapshot, RAPAT), key="dua")
    with pytest.raises(StageLockedError):
        unlink_proposal(engine, "budi", only(engine, proposal))
    assert len(read_links(engine, [proposal.id])) == 1
    # What became of the proposal may still be said, and the budget itself may still be linked.
    set_fate(engine, "budi", proposal, "terakomodir", None)
    budget_itself, _ = add_snapshot(engine, "murni", year=PLANNED)
    carry(engine, proposal, ref(engine, budget_itself), key="murni")


def test_the_budget_as_it_went_on_tells_what_is_left_and_what_was_spent(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    carry(engine, proposal, ref(engine, snapshot))
    carry(engine, proposal, ref(engine, snapshot, RAPAT), key="dua")
    rows = tuple(
        replace(row, total_idr=8_000_000, more={"realisation_idr": 6_000_000})
        for row in ROWS
        if row.description == PMT
    )
    add_snapshot(engine, "murni", rows, year=PLANNED)
    carried, dropped = read_links(engine, [proposal.id])
    assert carried.newest_kind == dropped.newest_kind == "murni"
    assert carried.newest is not None
    assert carried.newest.total_idr == 8_000_000
    assert carried.told is not None
    assert carried.told.realisation_idr == 6_000_000
    assert dropped.newest is None
    assert dropped.linked is not None
    assert dropped.told is None


def test_a_fate_needs_its_line_and_a_refused_one_has_none(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    with pytest.raises(LinkRefusedError, match="tanpa_tautan"):
        set_fate(engine, "budi", proposal, "terakomodir", None)
    refused = set_fate(engine, "budi", proposal, "tidak", "Tidak ada pagu")
    assert (refused.fate, refused.fate_reason, refused.updated_by) == (
        "tidak",
        "Tidak ada pagu",
        "budi",
    )
    carry(engine, proposal, ref(engine, snapshot))
    cleared = read_proposal(engine, proposal.id)
    assert cleared is not None
    assert cleared.fate is None
    with pytest.raises(LinkRefusedError, match="masih_tertaut"):
        set_fate(engine, "budi", cleared, "tidak", "Tidak ada pagu")
    part = set_fate(engine, "budi", cleared, "sebagian", "Hanya dua desa")
    assert part.fate == "sebagian"
    assert unlink_proposal(engine, "budi", only(engine, proposal))
    assert not unlink_proposal(engine, "budi", replace_link(engine, snapshot, proposal))
    left = read_proposal(engine, proposal.id)
    assert left is not None
    assert left.fate is None


def replace_link(engine: Engine, snapshot: Snapshot, proposal: Proposal) -> Link:
    """A link as somebody still sees it who did not look again."""
    to = ref(engine, snapshot)
    return Link(999, proposal.id, KABUPATEN, to, None, 1, PLANNED, "rencana", ("rencana",), ())


def test_two_at_once_do_not_overwrite_each_others_fate(budget: tuple[Engine, Snapshot]) -> None:
    engine, _ = budget
    seen = propose(engine)
    set_fate(engine, "budi", seen, "tidak", "Tidak ada pagu")
    now = set_fate(engine, "cici", seen, "tidak", "Bukan kewenangan")
    assert (now.fate_reason, now.updated_by) == ("Tidak ada pagu", "budi")
    again = set_fate(engine, "cici", seen, "tidak", "Tidak ada pagu")
    assert again.version == now.version


def test_another_regions_budget_is_refused(budget: tuple[Engine, Snapshot]) -> None:
    engine, snapshot = budget
    to = ref(engine, snapshot)
    proposal = propose(engine, region=OTHER_KECAMATAN)
    carry(engine, proposal, to)
    with open_write(engine, "uji") as connection:
        other = update(Potret).where(Potret.id == snapshot.id)
        connection.execute(other.values(wilayah_code=KECAMATAN))
    assert refusal(engine, proposal, ref(engine, snapshot, RAPAT)) == "anggaran_asing"


def test_a_line_that_the_file_no_longer_has_is_a_link_without_it(
    budget: tuple[Engine, Snapshot],
) -> None:
    engine, snapshot = budget
    proposal = propose(engine)
    carry(engine, proposal, ref(engine, snapshot))
    with open_write(engine, "uji") as connection:
        moved = update(Belanja).where(Belanja.description == PMT).values(line_key="baru")
        connection.execute(moved)
    link = only(engine, proposal)
    assert link.linked is None
    assert link.lines == ()
    assert unlink_proposal(engine, "budi", link)


def test_causes_and_promises_that_touch_a_kecamatan(budget: tuple[Engine, Snapshot]) -> None:
    engine, _ = budget
    proposal = propose(engine)
    other = propose(engine, "Jamban", region=OTHER_KECAMATAN)
    usual = {"year": 2026, "stage": "kecamatan.ansit", "part": "setcam", "aspect": "penyediaan"}
    said = {"problem": "Stok kosong", "cause": "Terlambat", "version": 1, "updated_by": "uji"}
    with open_write(engine, "uji") as connection:
        for place in (DESA[0], DESA[2], KABUPATEN):
            row = (
                usual | said | {"wilayah_code": place[:8], "place_code": place, "item_code": "I01"}
            )
            connection.execute(insert(Masalah).values(**row, updated_at=proposal.updated_at))
        for each in (proposal, other):
            row = {"wilayah_code": each.wilayah_code, "rembuk_id": each.rembuk_id}
            promise = {"usulan_id": each.id, "party": "opd", "statement": "Siap", "state": "belum"}
            stamp = {"version": 1, "updated_by": "uji", "updated_at": proposal.updated_at}
            connection.execute(insert(Komitmen).values(**row, **promise, **stamp))
    assert [c.place_code for c in read_causes(engine, KECAMATAN, 2026)] == [DESA[0], KABUPATEN]
    assert [p.usulan_id for p in read_promises(engine, KECAMATAN, 2026)] == [proposal.id]
    assert len(read_promises(engine, KABUPATEN, 2026)) == 2
