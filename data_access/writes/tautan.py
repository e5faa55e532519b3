"""The transactions that say what became of a proposal: the lines that carry it, and its fate."""

from dataclasses import asdict

from sqlalchemy import Connection, Engine, delete, insert, update

from data_access.database import open_write
from data_access.reads.tautan import LineRef, Link, find_links
from data_access.reads.usulan import Proposal, find_proposals
from data_access.schema import TautanUsulan, Usulan
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.rembuk import stamp
from data_access.writes.rembuk_hold import TOPIC
from data_access.writes.tag_parts import part_of
from data_access.writes.tahapan import note_entry
from data_access.writes.tautan_checks import (
    REFUSED,
    LinkRefusedError,
    Target,
    check_fate,
    check_link,
    find_agreed,
    find_target,
)
from data_access.writes.topic_locks import lock_topic

__all__ = ["LinkRefusedError", "link_proposal", "set_fate", "unlink_proposal"]
_LOCK = "tautan_usulan"
_PLAN = "rencana"


def link_proposal(
    engine: Engine, actor: str, *, key: str, usulan_id: int, ref: LineRef, amount_idr: int | None
) -> int:
    """Say that a line of a budget carries a proposal; gives the link's number.

    A proposal that was called refused is so no longer.

    `amount_idr`: the part of the line that is the proposal's, None where it is not stated. The
    same `key` again gives the first result. Raises LinkRefusedError: "usulan_hilang",
    "belum_disepakati", "baris_hilang", "subkegiatan_ganda" (several agencies have that sub
    kegiatan: link its lines), "anggaran_asing" (of another region, or older than the proposal),
    "sudah_tertaut", "melebihi_baris" (with what other proposals have of it). Raises
    StageLockedError where the plan's tagging of that agency is handed in.
    """
    digest = hash_content([usulan_id, asdict(ref), amount_idr])
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            return int(done["id"])
        lock_topic(connection, _LOCK)
        proposal = find_agreed(connection, usulan_id)
        target = find_target(connection, ref)
        check_link(connection, proposal, target, ref, amount_idr)
        _begin(connection, target, actor)
        row = asdict(ref) | {"usulan_id": usulan_id, "wilayah_code": target.wilayah_code}
        row["potret_id"] = row.pop("snapshot_id")
        statement = insert(TautanUsulan).values(**row, amount_idr=amount_idr, version=1)
        number = connection.scalars(statement.returning(TautanUsulan.id)).one()
        if proposal.fate == REFUSED:
            _clear_fate(connection, proposal, actor)
        move_version(connection, TOPIC)
        keep_result(connection, key, {"id": number})
        return number


def unlink_proposal(engine: Engine, actor: str, link: Link) -> bool:
    """Take a link away again; False where it is gone already.

    With its last line an accommodated proposal is one that nobody has matched.

    Raises StageLockedError as `link_proposal` does.
    """
    with open_write(engine, actor) as connection:
        lock_topic(connection, _LOCK)
        links = find_links(connection, [link.usulan_id])
        now = next((each for each in links if each.id == link.id), None)
        if now is None:
            return False
        line = now.linked
        owner = (None, None) if line is None else (line.owner_code, line.agency)
        _begin(connection, Target(now.wilayah_code, now.year, now.kind, *owner, 0), actor)
        connection.execute(delete(TautanUsulan).where(TautanUsulan.id == link.id))
        proposal = find_proposals(connection, [link.usulan_id])[link.usulan_id]
        if len(links) == 1 and proposal.fate not in {None, REFUSED}:
            _clear_fate(connection, proposal, actor)
        move_version(connection, TOPIC)
        return True


def set_fate(
    engine: Engine, actor: str, base: Proposal, fate: str | None, reason: str | None
) -> Proposal:
    """Say what became of a proposal, from how the person saw it.

    Returns how it stands afterwards: as wanted, or as somebody else left it meanwhile (then
    nothing was written). Raises LinkRefusedError: "usulan_hilang", "belum_disepakati",
    "tanpa_tautan" (accommodated without a line), "masih_tertaut" (refused with one).
    """
    with open_write(engine, actor) as connection:
        lock_topic(connection, _LOCK)
        now = find_agreed(connection, base.id)
        if (now.fate, now.fate_reason) == (fate, reason) or now.version != base.version:
            return now
        if fate is not None:
            check_fate(fate, find_links(connection, [base.id]))
        values = {"fate": fate, "fate_reason": reason, "version": base.version + 1}
        mine = (Usulan.id == base.id) & (Usulan.version == base.version)
        if connection.execute(update(Usulan).where(mine).values(**values, **stamp(actor))).rowcount:
            move_version(connection, TOPIC)
        return find_proposals(connection, [base.id])[base.id]


def _begin(connection: Connection, target: Target, actor: str) -> None:
    """A plan's links belong to July's tagging of the agency, and are closed with it."""
    if target.kind != _PLAN or target.owner_code is None or target.agency is None:
        return
    part = part_of(target.owner_code, target.agency, target.kind, target.year)
    note_entry(connection, **asdict(part), actor=actor)


def _clear_fate(connection: Connection, proposal: Proposal, actor: str) -> None:
    values = {"fate": None, "fate_reason": None, "version": proposal.version + 1}
    statement = update(Usulan).where(Usulan.id == proposal.id).values(**values, **stamp(actor))
    connection.execute(statement)
