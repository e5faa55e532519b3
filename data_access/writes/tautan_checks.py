"""What a link between a proposal and a line of a budget must satisfy, inside its transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from analysis.thread_fate import DECLINING, last_decision
from data_access.reads.tautan import LineRef, Link
from data_access.reads.usulan import Proposal, find_proposals
from data_access.schema import BahasanUsulan, Belanja, Potret, Skpd, Subkegiatan, TautanUsulan

_AGREED = "disepakati"
REFUSED = "tidak"


class LinkRefusedError(ValueError):
    """A link or fate that means nothing; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: whose budget, which part of a stage tags it, its rupiah."""

    wilayah_code: str
    year: int
    kind: str
    owner_code: str | None
    agency: str | None
    total_idr: int


def check_fate(fate: str, links: Sequence[Link]) -> None:
    """Raise where a fate contradicts the links: accommodated without one, refused with one."""
    if fate == REFUSED and links:
        raise LinkRefusedError("masih_tertaut")
    if fate != REFUSED and not links:
        raise LinkRefusedError("tanpa_tautan")


def find_agreed(connection: Connection, usulan_id: int) -> Proposal:
    """The proposal as it stands, where it was agreed and no meeting above declined it."""
    proposal = find_proposals(connection, [usulan_id]).get(usulan_id)
    if proposal is None:
        raise LinkRefusedError("usulan_hilang")
    asked = (
        select(BahasanUsulan.decision)
        .where(BahasanUsulan.usulan_id == usulan_id)
        # The kabupaten's meeting before the province's, whichever was opened first.
        .order_by(func.length(BahasanUsulan.wilayah_code).desc(), BahasanUsulan.rembuk_id)
    )
    higher = last_decision(connection.scalars(asked))
    if proposal.decision != _AGREED or higher in DECLINING:
        raise LinkRefusedError("belum_disepakati")
    return proposal


def find_target(connection: Connection, ref: LineRef) -> Target:
    """What a reference leads to now; it must be one line, or one agency's sub kegiatan."""
    question = (
        select(
            Potret.wilayah_code,
            Potret.year,
            Potret.kind,
            Skpd.owner_code,
            Skpd.agency,
            func.sum(Belanja.total_idr),
        )
        .select_from(Belanja)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .join(Potret, Potret.id == Subkegiatan.potret_id)
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .where(Potret.id == ref.snapshot_id, Subkegiatan.code == ref.subkegiatan_code)
        .group_by(Subkegiatan.id, Potret.id, Skpd.id)
    )
    if ref.line_key is not None:
        question = question.where(Belanja.line_key == ref.line_key)
    rows = connection.execute(question).all()
    if not rows:
        raise LinkRefusedError("baris_hilang")
    if len(rows) > 1:
        raise LinkRefusedError("subkegiatan_ganda")
    code, year, kind, owner, agency, total = rows[0]
    return Target(code, year, kind, owner, agency, int(total))


def check_link(
    connection: Connection,
    proposal: Proposal,
    target: Target,
    ref: LineRef,
    amount_idr: int | None,
) -> None:
    """Raise where a budget is not the proposal's, or its line is carried or spent already."""
    region = proposal.wilayah_code
    covers = region == target.wilayah_code or region.startswith(f"{target.wilayah_code}.")
    if not covers or target.year < proposal.year:
        raise LinkRefusedError("anggaran_asing")
    key = TautanUsulan.line_key
    same = (
        (TautanUsulan.potret_id == ref.snapshot_id)
        & (TautanUsulan.subkegiatan_code == ref.subkegiatan_code)
        & (key.is_(None) if ref.line_key is None else key == ref.line_key)
    )
    asked = select(TautanUsulan.usulan_id, TautanUsulan.amount_idr).where(same)
    there = connection.execute(asked).all()
    if proposal.id in {row.usulan_id for row in there}:
        raise LinkRefusedError("sudah_tertaut")
    if amount_idr is not None:
        taken = sum(row.amount_idr or 0 for row in there)
        if taken + amount_idr > target.total_idr:
            raise LinkRefusedError("melebihi_baris")
