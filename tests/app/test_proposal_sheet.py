"""The grid of proposals: what is stored at once, what stays typed, who may, two recorders."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions import usulan as actions
from app.actions.databases import create_database
from app.actions.usulan import ProposalChange, RaisedDecision
from app.proposal_books import Books, read_books
from app.proposal_prefill import propose_from_places
from app.proposal_sheet import BLANK_ROWS, ProposalSheet, make_frame, make_sheet
from app.text import usulan as text
from data_access.database import make_engine
from data_access.reads.rembuk import Meeting, read_meeting
from data_access.reads.usulan import Proposal, read_proposals
from data_access.writes.rembuk import open_meeting
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

JUAI, HALONG = "63.11.01", "63.11.02"
DESA = [f"{JUAI}.2001", f"{JUAI}.2002"]


def person(role: str, code: str = JUAI, agency: str = "setcam") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


OPERATOR = person("operator")


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{(tmp_path / 'usulan.db').as_posix()}")
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([*DESA, f"{HALONG}.2001"]), make_info("wilayah"))
    return engine


@pytest.fixture
def meeting(place: Engine) -> Meeting:
    number = open_meeting(
        place, "ani", wilayah_code=JUAI, year=2026, kind="pra-musrenbang", key="buka"
    )
    found = read_meeting(place, number)
    assert found is not None
    return found


@pytest.fixture
def books(place: Engine) -> Books:
    return read_books(place, JUAI, 2026)


def cells(**typed: str) -> dict[str, str]:
    return {text.COLUMNS[column]: said for column, said in typed.items()}


def store(
    engine: Engine, meeting: Meeting, sheet: ProposalSheet, books: Books, edits: dict[int, Any]
) -> actions.ProposalResult:
    """What the screen does with the edits of a run."""
    sheet.take(edits)
    saves = sheet.read(books)
    if not saves:
        return actions.ProposalResult()
    token = "_".join([sheet.key, *(str(save.place) for save in saves)])
    changes = [save.change for save in saves]
    result = actions.save_drafts(engine, OPERATOR, meeting, changes, token)
    if result.conflicts:
        theirs = {c.change.base.id: c.theirs for c in result.conflicts if c.change.base}
        sheet.mark_conflicts(saves, theirs)
    else:
        sheet.keep(saves, result.saved, books)
    return result


def start(engine: Engine, meeting: Meeting, books: Books) -> ProposalSheet:
    return make_sheet(meeting.id, read_proposals(engine, meeting.id), books)


def states(sheet: ProposalSheet) -> list[str]:
    return [each for each in make_frame(sheet)[text.STATE] if each]


def paste(count: int = 25) -> dict[int, dict[str, str]]:
    row = {"aim": "I01", "places": "semua", "bidang": "s", "agency": "dinkes", "volume": "12,5"}
    row |= {"unit": "paket", "amount": "Rp 12,5 juta", "fund": "apbd", "execution_year": "2027"}
    return {n: cells(activity=f"Kegiatan {n}", **row) for n in range(count)}


def test_25_pasted_rows_are_stored_in_one_go_and_not_again(
    place: Engine, meeting: Meeting, books: Books
) -> None:
    sheet, edits = start(place, meeting, books), paste()
    assert len(store(place, meeting, sheet, books, edits).saved) == 25
    stored = read_proposals(place, meeting.id)
    assert [each.activity for each in stored] == [f"Kegiatan {n}" for n in range(25)]
    assert (stored[9].amount_idr, stored[9].volume, stored[9].places) == (12_500_000, 12.5, (JUAI,))
    assert states(sheet)[9] == "No. 010 tersimpan"
    # The editor reports the same edits in every run: nothing is written again.
    assert not store(place, meeting, sheet, books, edits).saved
    assert read_proposals(place, meeting.id) == stored
    assert sheet.count_blank() == BLANK_ROWS - 25


def test_a_half_typed_row_is_clearly_not_stored_and_bad_cells_stay_as_typed(
    place: Engine, meeting: Meeting, books: Books
) -> None:
    sheet = start(place, meeting, books)
    edits = {
        0: cells(activity="PMT", amount="12,500", unit="paket"),
        1: cells(unit="orang"),
        2: cells(activity="Kelas ibu", decision="tunda"),
    }
    store(place, meeting, sheet, books, edits)
    pmt, klass = read_proposals(place, meeting.id)
    assert (pmt.amount_idr, pmt.unit, klass.decision) == (None, "paket", "belum")
    assert states(sheet) == [
        "No. 001 perlu diperbaiki",
        "belum tersimpan: isi kegiatannya",
        "No. 002 perlu diperbaiki",
    ]
    sheet.make_anew()
    frame = make_frame(sheet)
    assert frame[text.COLUMNS["amount"]][0] == "12,500"
    assert frame[text.COLUMNS["decision"]].tolist()[:3] == ["", "", "tunda"]
    assert [row.current("unit") for row in sheet.rows[:3]] == ["paket", "orang", ""]
    # Mended in the new editor, they are stored.
    mended = {0: cells(amount="12,5 juta"), 2: cells(decision_reason="pagu")}
    store(place, meeting, sheet, books, mended)
    pmt, klass = read_proposals(place, meeting.id)
    assert (pmt.amount_idr, klass.decision, klass.decision_reason) == (
        12_500_000,
        "ditunda",
        "pagu",
    )


def test_a_stored_activity_is_not_emptied_by_a_stroke_of_the_delete_key(
    place: Engine, meeting: Meeting, books: Books
) -> None:
    sheet = start(place, meeting, books)
    store(place, meeting, sheet, books, {0: cells(activity="PMT")})
    store(place, meeting, sheet, books, {0: cells(activity="")})
    assert [each.activity for each in read_proposals(place, meeting.id)] == ["PMT"]
    assert [fault.code for fault in sheet.rows[0].faults] == ["kegiatan_kosong"]


def conflict(place: Engine, meeting: Meeting, books: Books) -> ProposalSheet:
    """A sheet of one who types an amount over what somebody else stored meanwhile."""
    sheet = start(place, meeting, books)
    store(place, meeting, sheet, books, {0: cells(activity="PMT")})
    other = start(place, meeting, books)
    store(place, meeting, other, books, {0: cells(amount="5 juta"), 1: cells(activity="Lain")})
    result = store(place, meeting, sheet, books, {0: cells(activity="PMT", amount="7 juta")})
    assert len(result.conflicts) == 1
    return sheet


@pytest.mark.parametrize(("ours", "amount"), [(True, 7_000_000), (False, 5_000_000)])
def test_of_two_recorders_neither_overwrites_the_other_without_a_choice(
    place: Engine, meeting: Meeting, books: Books, *, ours: bool, amount: int
) -> None:
    sheet = conflict(place, meeting, books)
    assert [each.amount_idr for each in read_proposals(place, meeting.id)] == [5_000_000, None]
    assert states(sheet) == ["No. 001 diubah orang lain"]
    assert not sheet.read(books)  # it waits for the choice
    sheet.settle(0, books, ours=ours)
    store(place, meeting, sheet, books, {})
    assert [each.amount_idr for each in read_proposals(place, meeting.id)] == [amount, None]
    sheet.refresh(read_proposals(place, meeting.id), books)
    assert states(sheet) == ["No. 001 tersimpan", "No. 002 tersimpan"]
    assert sheet.stands_as(read_proposals(place, meeting.id))


def add(engine: Engine, meeting: Meeting, name: str) -> Proposal:
    change = ProposalChange({"activity": name})
    return actions.save_drafts(engine, OPERATOR, meeting, [change], name).saved[0]


@pytest.mark.parametrize(
    "who",
    [
        None,
        person("operator", JUAI, "puskesmas"),
        person("operator", HALONG),
        person("penyetuju", JUAI, "camat"),
        person("bappeda", "63.11", ""),
    ],
)
def test_only_the_recorder_of_the_meeting_writes(
    place: Engine, meeting: Meeting, who: Account | None
) -> None:
    stored = add(place, meeting, "PMT")
    change = ProposalChange({"unit": "paket"}, stored)
    with pytest.raises(NotAllowedError):
        actions.save_drafts(place, who, meeting, [change], "t")
    with pytest.raises(NotAllowedError):
        actions.decide(place, who, meeting, [stored], "disepakati", None, "t")
    with pytest.raises(NotAllowedError):
        actions.remove(place, who, meeting, [stored])
    with pytest.raises(NotAllowedError):
        actions.decide_raised(place, who, meeting, [RaisedDecision(1, "belum", None, None, 0)])


def test_several_are_decided_at_once_and_a_refusal_needs_its_reason(
    place: Engine, meeting: Meeting
) -> None:
    stored = [add(place, meeting, name) for name in ("Satu", "Dua", "Tiga")]
    refused = actions.decide(place, OPERATOR, meeting, stored, "ditunda", "  ", "t")
    assert refused.fault == "alasan_kosong"
    done = actions.decide(place, OPERATOR, meeting, stored, "ditunda", "menunggu pagu", "t")
    assert done.is_done
    assert {(p.decision, p.decision_reason) for p in done.saved} == {("ditunda", "menunggu pagu")}
    # As seen before the others' decision: nothing is decided over it.
    again = actions.decide(place, OPERATOR, meeting, stored[:1], "disepakati", None, "u")
    assert [each.theirs for each in again.conflicts] == [done.saved[0]]


@pytest.mark.parametrize(
    "values",
    [{"places": (f"{HALONG}.2001",)}, {"agency": "x"}, {"item_code": "S01"}, {"amount_idr": -1}],
)
def test_what_no_cell_can_hold_is_refused(
    place: Engine, meeting: Meeting, values: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="no proposal"):
        actions.save_drafts(
            place, OPERATOR, meeting, [ProposalChange({"activity": "PMT", **values})], "t"
        )


def test_lagging_services_become_drafts_for_the_problem_places_where_they_are_low(
    place: Engine, meeting: Meeting, books: Books
) -> None:
    snapshot = {
        "lagging": [{"item_code": "I01"}, {"item_code": "I02"}],
        "problems": [
            {"code": DESA[0], "type": "tipe 1", "low": ["I01", "I05"]},
            {"code": DESA[1], "type": "tipe 2", "low": ["I01"]},
        ],
    }
    drafts = propose_from_places(snapshot, [], books, {"I01": "dinkes"})
    assert [dict(each.values)["places"] for each in drafts] == [tuple(DESA)]
    stored = actions.save_drafts(place, OPERATOR, meeting, drafts, "t").saved
    assert (stored[0].item_code, stored[0].agency, stored[0].amount_idr) == ("I01", "dinkes", None)
    assert propose_from_places(snapshot, stored, books, {}) == ()
