"""A recorded meeting of a kecamatan of the demonstration, for tests of its documents."""

from datetime import date
from typing import Any

from sqlalchemy import Engine

from analysis.meetings import MeetingHead
from app.meeting_snapshot import make_snapshot
from data_access.reads import rembuk
from data_access.reads.rembuk import Meeting
from data_access.writes.rembuk import change_head, freeze_figures, open_meeting
from data_access.writes.rembuk_prioritas import save_priorities
from data_access.writes.rembuk_rows import (
    AppreciationDraft,
    CommitmentDraft,
    ParticipantDraft,
    RowChange,
    save_rows,
)
from data_access.writes.usulan import ProposalChange, save_proposals

KABUPATEN, KECAMATAN, DESA, YEAR = "99.01", "99.01.01", "99.01.01.1001", 2027
HOSTILE = '#panic("x") $y$ *tebal* `kode` <b> \\ @a = judul'
HEAD = MeetingHead(
    date(2027, 2, 16), "Aula", "Drs. Budi", "Camat", 42, "Pembukaan\nUsulan", "400/1/2027"
)


def make_values(number: int, decision: str = "disepakati", **changed: Any) -> dict[str, Any]:
    """A complete proposal; its activity tells its number."""
    values = {
        "activity": f"Kegiatan ke-{number:02d}.",
        "item_code": "I01",
        "places": (DESA,),
        "agency": "dinkes",
        "bidang": ("fisik", "sosbud", "ekonomi")[number % 3],
        "volume": 10.5,
        "unit": "orang",
        "amount_idr": 1_000_001 * number,
        "fund": "APBD",
        "execution_year": 2028,
        "decision": decision,
    }
    return values | changed


PROPOSALS = [
    *(make_values(number) for number in range(1, 13)),
    make_values(13, "ditunda", decision_reason="Menunggu kajian."),
    make_values(14, "ditolak", decision_reason="Bukan kewenangan."),
    make_values(15, "belum"),
    make_values(16, agency=None),
    make_values(17, bidang=None),
    make_values(18, places=()),
]


def open_recorded(engine: Engine, *, freeze: bool = True) -> Meeting:
    """A meeting with everything recorded; returns its head as it stands."""
    number = open_meeting(
        engine,
        "x",
        wilayah_code=KECAMATAN,
        year=YEAR,
        kind="pra-musrenbang",
        held_on=HEAD.held_on,
        elements=["Camat", "TP-PKK"],
        key="buka",
    )
    change_head(engine, "x", find(engine, number), HEAD)
    people = [
        ParticipantDraft("Kepala desa/lurah", HOSTILE, "Desa Uji", True),
        ParticipantDraft("Kepala desa/lurah", "Citra", None, True),
        ParticipantDraft("Danramil", "Dedi", None, False),
    ]
    rows: list[Any] = [
        *people,
        CommitmentDraft("opd", "Dinas Kesehatan", "Ani", "Menyediakan TTD", date(2027, 9, 1)),
        CommitmentDraft("dprd", "Ketua DPRD", None, HOSTILE, None),
        AppreciationDraft("Posyandu Melati", HOSTILE),
    ]
    save_rows(engine, "x", number, [RowChange(None, row) for row in rows], key="baris")
    save_priorities(engine, "x", number, (), {"I01": "utama"})
    changes = [ProposalChange(values) for values in PROPOSALS]
    saved = save_proposals(engine, "x", key="usulan", meeting_id=number, changes=changes)
    assert len(saved.saved) == len(PROPOSALS)
    if freeze:
        freeze_now(engine, number)
    return find(engine, number)


def freeze_now(engine: Engine, number: int) -> None:
    """Freeze the figures as they stand."""
    meeting = find(engine, number)
    freeze_figures(engine, "x", meeting, make_snapshot(engine, KECAMATAN, YEAR, "e-PPGBM"))


def find(engine: Engine, number: int) -> Meeting:
    found = rembuk.read_meeting(engine, number)
    assert found is not None
    return found
