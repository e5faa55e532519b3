"""The record of a meeting read for its documents: what was agreed, with names for codes.

Read afresh for every document, since a document is asked for seldom and must not be stale.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Engine

from analysis import deadlines
from analysis.meetings import MeetingHead, level_of_meeting, list_missing
from analysis.proposals import list_missing as list_lacks
from app.actions.letterhead import LetterheadSetting, read_letterhead
from app.documents.meeting_record import ListedProposal, MeetingRecord
from app.documents.paper import Letterhead, Signature
from app.items import find_item
from app.text import surat as text
from app.text.cakupan import SHORT_NAMES
from data_access.reads import rembuk, tahapan, usulan, wilayah
from data_access.reads.batches import read_identity
from data_access.reads.masalah import read_problem
from data_access.reads.pengaturan import read_agencies
from data_access.reads.region_names import read_region_names
from data_access.reads.rembuk import Meeting
from data_access.reads.stage_definitions import read_agency_names
from data_access.reads.usulan import Proposal
from data_access.reads.wilayah import Region

_DESA_LENGTH, _KECAMATAN_LENGTH = 13, 8
_HEAD = tuple(MeetingHead.__annotations__)


def read_record(engine: Engine, meeting_id: int) -> MeetingRecord:
    """The record of a meeting as it stands now. Raises LookupError where there is none."""
    meeting = rembuk.read_meeting(engine, meeting_id)
    if meeting is None:
        raise LookupError(meeting_id)
    path = wilayah.read_path(engine, meeting.wilayah_code)
    head = read_letterhead(engine, meeting.wilayah_code)
    own = rembuk.read_commitments(engine, meeting.wilayah_code)
    corrections = rembuk.read_corrections(engine, meeting_id)
    decided, numbers = read_decided(engine, meeting)
    record = MeetingRecord(
        meeting=meeting,
        level=level_of_meeting(meeting.wilayah_code) or "",
        region=name_region(path[-1]),
        letterhead=make_letterhead(head, path),
        city=head.city,
        signers=tuple(Signature(office, name) for office, name in head.signers),
        has_own_letterhead=bool(head.lines),
        figures=rembuk.read_snapshot(engine, meeting_id),
        participants=rembuk.read_participants(engine, meeting_id),
        priorities=rembuk.read_priorities(engine, meeting_id),
        proposals=decided,
        commitments=tuple(
            sorted((e for e in own if e.rembuk_id == meeting_id), key=lambda each: each.id)
        ),
        appreciations=rembuk.read_appreciations(engine, meeting_id),
        corrections=corrections,
        places=name_places(engine, [each.unit_code for each in corrections]),
        numbers=numbers,
        is_demo=read_identity(engine).get("jenis") == "demo",
    )
    if meeting.frozen_at is not None:
        zone = tahapan.read_time_zone(engine, meeting.wilayah_code)
        record = replace(record, frozen_at=deadlines.to_local(zone, meeting.frozen_at))
    return replace(record, missing=_find_missing(record))


def read_decided(
    engine: Engine, meeting: Meeting
) -> tuple[tuple[ListedProposal, ...], dict[int, str]]:
    """What this meeting had before it, its own and raised from below; numbers by id."""
    own = usulan.read_proposals(engine, meeting.id)
    raised = [
        replace(
            each.proposal,
            decision=each.decision,
            decision_reason=each.reason,
            priority=each.priority,
        )
        for each in usulan.read_raised(engine, meeting)
    ]
    names = _Names(engine, meeting, [*own, *raised])
    listed = [names.write(each, "") for each in own]
    listed += [names.write(each, names.origin(each)) for each in raised]
    return tuple(listed), {each.id: each.number for each in [*own, *raised]}


class _Names:
    """Names of the places and agencies of some proposals, asked for once."""

    def __init__(self, engine: Engine, meeting: Meeting, proposals: Sequence[Proposal]) -> None:
        self._engine = engine
        self._region = meeting.wilayah_code
        codes = {code for each in proposals for code in each.places}
        self._places = name_places(engine, codes, inside=self._region)
        self._origins = read_region_names(engine, {each.wilayah_code for each in proposals})
        self._agencies: dict[str, Mapping[str, str]] = {}

    def origin(self, proposal: Proposal) -> str:
        """The name of the region that raised a proposal."""
        return self._origins.get(proposal.wilayah_code, proposal.wilayah_code)

    def write(self, proposal: Proposal, origin: str) -> ListedProposal:
        """A proposal with names for its codes."""
        return ListedProposal(
            number=proposal.number,
            activity=proposal.activity,
            aim=_name_aim(proposal),
            item_code=proposal.item_code,
            problem=self._problem(proposal.masalah_id),
            cause=proposal.cause or "",
            places=", ".join(self._places.get(code, code) for code in proposal.places),
            agency=self._agency(proposal),
            volume=proposal.volume,
            unit=proposal.unit or "",
            amount_idr=proposal.amount_idr,
            fund=proposal.fund or "",
            execution_year=proposal.execution_year,
            bidang=proposal.bidang,
            priority=proposal.priority,
            decision=proposal.decision,
            reason=proposal.decision_reason or "",
            origin=origin,
            missing=list_lacks(proposal),
        )

    def _problem(self, problem_id: int | None) -> str:
        found = None if problem_id is None else read_problem(self._engine, problem_id)
        return "" if found is None else found.problem

    def _agency(self, proposal: Proposal) -> str:
        if not proposal.agency:
            return ""
        region = proposal.wilayah_code
        if region not in self._agencies:
            self._agencies[region] = name_agencies(self._engine, region)
        return self._agencies[region].get(proposal.agency, proposal.agency)


def name_agencies(engine: Engine, region_code: str) -> dict[str, str]:
    """Names of agencies by code: the region's own, its kabupaten's, its province's, the usual."""
    names = dict(read_agency_names())
    for length in (2, 5, 8):
        if length <= len(region_code):
            rows = read_agencies(engine, region_code[:length])
            own = rows[rows["wilayah_code"] == region_code[:length]]
            names.update(zip(own["code"], own["name"], strict=True))
    return names


def name_places(engine: Engine, codes: Collection[str], inside: str = "") -> dict[str, str]:
    """Names of places by code; a desa names its kecamatan too unless that is the meeting's."""
    parents = {code[:_KECAMATAN_LENGTH] for code in codes if len(code) == _DESA_LENGTH}
    names = read_region_names(engine, {*codes, *parents})
    return {code: _name_place(code, names, inside) for code in codes}


def _name_place(code: str, names: Mapping[str, str], inside: str) -> str:
    name = names.get(code, code)
    parent = code[:_KECAMATAN_LENGTH]
    if len(code) == _DESA_LENGTH and len(inside) < _KECAMATAN_LENGTH:
        return text.PLACE_IN.format(name=name, kecamatan=names.get(parent, parent))
    if len(code) == _DESA_LENGTH:
        return name
    whole = len(code) == _KECAMATAN_LENGTH
    return (text.PLACE_WHOLE_KECAMATAN if whole else text.PLACE_WHOLE).format(name=name)


def name_region(region: Region) -> str:
    """A region as an official title has it: "Kecamatan Juai", "Kabupaten Balangan"."""
    kind = text.REGION_KINDS.get(region.kind, "")
    if not kind or region.name.lower().startswith(f"{kind.lower()} "):
        return region.name
    return text.REGION.format(kind=kind, name=region.name)


def make_letterhead(own: LetterheadSetting, path: Sequence[Region]) -> Letterhead:
    """The region's own letterhead, else one from the names of the regions."""
    if own.lines:
        return Letterhead(own.lines, own.address)
    region = path[-1]
    governing = [each for each in path if each.level in {"provinsi", "kabupaten"}] or [region]
    government = text.GOVERNMENT.format(region=name_region(governing[-1]))
    office = name_region(region) if region.level == "kecamatan" else text.PLANNING
    return Letterhead((government, office))


def _name_aim(proposal: Proposal) -> str:
    item = find_item(proposal.item_code) if proposal.item_code else None
    service = SHORT_NAMES.get(item.code, item.short) if item is not None else ""
    return text.AIM_JOIN.join(_filled([service, proposal.target_group]))


def _filled(values: Iterable[str | None]) -> list[str]:
    return [value for value in values if value]


def _find_missing(record: MeetingRecord) -> tuple[str, ...]:
    head = MeetingHead(*(getattr(record.meeting, name) for name in _HEAD))
    return list_missing(
        head,
        is_frozen=record.figures is not None,
        present=len(record.present),
        agreed=len(record.list_signed()),
        commitments=len(record.commitments),
    )
