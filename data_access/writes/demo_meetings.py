"""The transaction that stores the demonstration's meetings, proposals and commitments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from data_access.database import open_write
from data_access.demo.meetings import DemoMeeting, DemoProposal
from data_access.demo.people import AGENCIES, KABUPATEN
from data_access.demo.year import THIS_YEAR
from data_access.schema import (
    BahasanUsulan,
    Belanja,
    Komitmen,
    Masalah,
    Penandaan,
    PesertaRembuk,
    Potret,
    PrioritasRembuk,
    Rembuk,
    Subkegiatan,
    TautanUsulan,
    TempatUsulan,
    Usulan,
)
from data_access.writes.batches import move_version

_TOPICS = ("rembuk", "masalah")
_AT = datetime(THIS_YEAR, 3, 20, 4, 0, tzinfo=UTC)
_CARRIED = ("terakomodir", "sebagian")


@dataclass(slots=True)
class _Line:
    """A line of next year's plan: for which place, where it stands, what no proposal has yet."""

    place: str
    snapshot: int
    activity: str
    key: str
    left_idr: int


def save_demo_meetings(engine: Engine, actor: str, meetings: Sequence[DemoMeeting]) -> None:
    """Store the meetings of an empty demonstration, the kabupaten's last.

    A proposal that the plan took up is linked to a line tagged for the same service, where the
    plan has one.
    """
    with open_write(engine, actor) as connection:
        lines = _find_lines(connection)
        raised: list[tuple[int, DemoProposal]] = []
        for meeting in meetings:
            number = _save_head(connection, meeting, actor)
            raised += _save_proposals(connection, meeting, number, lines, actor)
        _discuss(connection, number, raised)
        for topic in _TOPICS:
            move_version(connection, topic)


def _save_head(connection: Connection, meeting: DemoMeeting, actor: str) -> int:
    region = meeting.head["wilayah_code"]
    fixed = {"year": THIS_YEAR, "state": "ditutup", "version": 1}
    row = {**meeting.head, **fixed, "updated_by": actor, "updated_at": _AT}
    number = connection.scalars(insert(Rembuk).values(**row).returning(Rembuk.id)).one()
    own = {"wilayah_code": region, "rembuk_id": number, "version": 1}
    connection.execute(insert(PesertaRembuk), [{**own, **each} for each in meeting.participants])
    priorities = [{**own, "item_code": code, "note": None} for code in meeting.priorities]
    connection.execute(insert(PrioritasRembuk), priorities)
    stamp = {"updated_by": actor, "updated_at": _AT, "usulan_id": None, "name": None}
    connection.execute(insert(Komitmen), [{**own, **stamp, **c} for c in meeting.commitments])
    return number


def _save_proposals(
    connection: Connection,
    meeting: DemoMeeting,
    number: int,
    lines: dict[str, list[_Line]],
    actor: str,
) -> list[tuple[int, DemoProposal]]:
    stored = []
    region = meeting.head["wilayah_code"]
    for order, each in enumerate(meeting.proposals, start=1):
        problem = _save_problem(connection, each, region, actor)
        line = _pick_line(each, region, lines)
        fate = each.fate if line is not None or each.fate not in _CARRIED else None
        row = {
            **each.values,
            "number": f"{region}/{THIS_YEAR}/{order:03d}",
            "wilayah_code": region,
            "year": THIS_YEAR,
            "rembuk_id": number,
            "masalah_id": problem,
            "fate": fate,
            "fate_reason": each.fate_reason if fate else None,
            "version": 1,
            "updated_by": actor,
            "updated_at": _AT,
        }
        proposal = connection.scalars(insert(Usulan).values(**row).returning(Usulan.id)).one()
        places = [{"usulan_id": proposal, "wilayah_code": place} for place in each.places]
        connection.execute(insert(TempatUsulan), places)
        if fate in _CARRIED and line is not None:
            _link(connection, proposal, each, line)
            _promise(connection, proposal, number, region, each, actor)
        stored.append((proposal, each))
    return stored


def _save_problem(connection: Connection, each: DemoProposal, region: str, actor: str) -> int:
    row = {
        **each.problem,
        "wilayah_code": region,
        "year": THIS_YEAR,
        "stage": "kecamatan.ansit",
        "part": "setcam",
        "version": 1,
        "updated_by": actor,
        "updated_at": _AT,
    }
    return connection.scalars(insert(Masalah).values(**row).returning(Masalah.id)).one()


def _pick_line(each: DemoProposal, region: str, lines: dict[str, list[_Line]]) -> _Line | None:
    """The plan's line nearest to a proposal: in its desa, else its kecamatan, else everywhere."""
    found = lines.get(str(each.values["item_code"]), [])
    wanted = [*each.places, region, KABUPATEN]
    near = [line for line in found if line.place in wanted and line.left_idr > 0]
    return min(near, key=lambda line: wanted.index(line.place)) if near else None


def _link(connection: Connection, proposal: int, each: DemoProposal, line: _Line) -> None:
    part = min(int(each.values["amount_idr"]), line.left_idr)
    line.left_idr -= part
    row: dict[str, Any] = {
        "wilayah_code": KABUPATEN,
        "usulan_id": proposal,
        "potret_id": line.snapshot,
        "subkegiatan_code": line.activity,
        "line_key": line.key,
        "amount_idr": part,
        "version": 1,
    }
    connection.execute(insert(TautanUsulan).values(**row))


def _promise(
    connection: Connection, proposal: int, meeting: int, region: str, each: DemoProposal, actor: str
) -> None:
    """Two of three proposals that a budget carries were promised in the meeting as well."""
    if proposal % 3 == 0:
        return
    row = {
        "wilayah_code": region,
        "rembuk_id": meeting,
        "usulan_id": proposal,
        "party": "opd",
        "office": AGENCIES[str(each.values["agency"])],
        "name": None,
        "statement": f"Melaksanakan: {each.values['activity']}.",
        "due_on": date(THIS_YEAR + 1, 9, 30),
        "state": "belum",
        "evidence": None,
        "version": 1,
        "updated_by": actor,
        "updated_at": _AT,
    }
    connection.execute(insert(Komitmen).values(**row))


def _find_lines(connection: Connection) -> dict[str, list[_Line]]:
    """The lines of next year's plan by the service that they are tagged for."""
    question = (
        select(
            Penandaan.item_code,
            Penandaan.place_code,
            Potret.id,
            Subkegiatan.code,
            Belanja.line_key,
            Penandaan.amount_idr,
        )
        .join(Belanja, Belanja.id == Penandaan.belanja_id)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .join(Potret, Potret.id == Subkegiatan.potret_id)
        .where(Potret.kind == "rencana", Penandaan.item_code.is_not(None))
        .order_by(Penandaan.id)
    )
    lines: dict[str, list[_Line]] = {}
    for item, place, snapshot, activity, key, amount in connection.execute(question):
        line = _Line(place or "", snapshot, activity, key, amount)
        lines.setdefault(str(item), []).append(line)
    return lines


def _discuss(
    connection: Connection, meeting: int, raised: Sequence[tuple[int, DemoProposal]]
) -> None:
    rows = [
        {
            "usulan_id": proposal,
            "rembuk_id": meeting,
            "wilayah_code": KABUPATEN,
            "decision": each.raised,
            "reason": None if each.raised == "disepakati" else "Digabung dengan kegiatan sejenis.",
            "priority": None,
            "version": 1,
        }
        for proposal, each in raised
        if each.raised is not None
    ]
    connection.execute(insert(BahasanUsulan), rows)
