"""`konvergensi export usulan` and `komitmen`: what meetings proposed, and what was promised."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from analysis.proposals import is_complete, list_missing
from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.format import format_date
from app.proposal_words import name_agency, name_aim, name_bidang, name_places, write_missing
from app.text import exports
from app.text import rembuk as meeting_text
from app.text import usulan as text
from app.text.screens import DEMO_MARK
from data_access.reads.pengaturan import read_agencies
from data_access.reads.rembuk import Commitment, Meeting, read_commitments, read_meeting
from data_access.reads.usulan import Discussion, Proposal, read_discussions, read_proposals_inside
from data_access.reads.wilayah import read_regions

_OWNER_LENGTH = 5
# Volumes are written as percentages are: with one decimal. Years and days are text, as in JSON.
_KINDS = {"volume": "pct", "amount_idr": "idr", "priority": "count"}


def tabulate_proposals(request: ExportRequest) -> Exported:
    """The proposals of a region and all inside it, a row each; `--periode` is a year."""
    year = _pick_year(request)
    proposals = read_proposals_inside(request.engine, request.region.code, year)
    if not proposals:
        fail(text.NO_PROPOSALS.format(name=request.region.name))
    names = _read_names(request)
    agencies = _read_agencies(request)
    meetings = _read_meetings(request, (each.rembuk_id for each in proposals))
    discussed: dict[int, list[Discussion]] = {}
    for each in read_discussions(request.engine, [proposal.id for proposal in proposals]):
        discussed.setdefault(each.usulan_id, []).append(each)
    rows = [
        _describe(each, meetings.get(each.rembuk_id), names, agencies)
        | {"discussions": _write_discussions(discussed.get(each.id, []), names)}
        for each in proposals
    ]
    notes = [*_list_notes(request, year), (text.NOTE_RULE, text.NOTE_RULE_TEXT)]
    table = pd.DataFrame(rows, columns=list(text.EXPORT_COLUMNS))
    return Exported(table, _list_columns(text.EXPORT_COLUMNS), text.SHEET, notes)


def tabulate_commitments(request: ExportRequest) -> Exported:
    """The commitments of all meetings of a region and of those inside it, a row each."""
    year = _pick_year(request)
    names = _read_names(request)
    found = [
        each
        for code in names
        for each in read_commitments(request.engine, code)
        if year is None or each.meeting_year == year
    ]
    if not found:
        fail(text.NO_COMMITMENTS.format(name=request.region.name))
    proposals = read_proposals_inside(request.engine, request.region.code)
    numbers = {each.id: each.number for each in proposals}
    rows = [_describe_commitment(each, names, numbers) for each in found]
    table = pd.DataFrame(rows, columns=list(text.COMMITMENT_COLUMNS))
    columns = _list_columns(text.COMMITMENT_COLUMNS)
    return Exported(table, columns, text.SHEET_COMMITMENTS, _list_notes(request, year))


def _pick_year(request: ExportRequest) -> int | None:
    asked = request.period
    if asked is None:
        return None
    if not (asked.isdecimal() and len(asked) == 4):
        fail(text.BAD_YEAR.format(asked=asked))
    return int(asked)


def _read_names(request: ExportRequest) -> dict[str, str]:
    regions = read_regions(request.engine, request.region.code)
    return dict(zip(regions["code"], regions["name"], strict=True))


def _read_agencies(request: ExportRequest) -> dict[tuple[str, str], str]:
    """Names of agencies by their region and code; a kecamatan's are its kabupaten's."""
    rows = read_agencies(request.engine, request.region.code[:_OWNER_LENGTH])
    owners = zip(rows["wilayah_code"], rows["code"], strict=True)
    return dict(zip(owners, rows["name"], strict=True))


def _read_meetings(request: ExportRequest, ids: Iterable[int]) -> dict[int, Meeting]:
    found = (read_meeting(request.engine, number) for number in dict.fromkeys(ids))
    return {each.id: each for each in found if each is not None}


def _describe(
    proposal: Proposal,
    meeting: Meeting | None,
    names: Mapping[str, str],
    agencies: Mapping[tuple[str, str], str],
) -> dict[str, Any]:
    owner = proposal.wilayah_code[:_OWNER_LENGTH]
    own = {code: name for (region, code), name in agencies.items() if region == owner}
    stored = {key: getattr(proposal, key, None) for key in text.EXPORT_COLUMNS}
    return stored | {
        "region": names.get(proposal.wilayah_code, proposal.wilayah_code),
        "year": str(proposal.year),
        "meeting": meeting_text.KINDS[meeting.kind] if meeting else None,
        "held_on": _write_day(meeting.held_on) if meeting else None,
        "aim": name_aim(proposal.item_code, proposal.target_group) or None,
        "place_codes": "; ".join(proposal.places) or None,
        "places": name_places(proposal.places, names) or None,
        "execution_year": str(proposal.execution_year) if proposal.execution_year else None,
        "bidang": name_bidang(proposal.bidang) or None,
        "agency_code": proposal.agency,
        "agency": name_agency(proposal.agency, own) or None,
        "decision": text.DECISIONS[proposal.decision],
        "fate": text.FATES[proposal.fate] if proposal.fate else None,
        "is_complete": text.YES if is_complete(proposal) else text.NO,
        "missing": write_missing(list_missing(proposal)) or None,
    }


def _write_discussions(found: Iterable[Discussion], names: Mapping[str, str]) -> str | None:
    parts = []
    for each in found:
        words = {
            "region": names.get(each.wilayah_code, each.wilayah_code),
            "decision": text.DECISIONS[each.decision].lower(),
            "reason": each.reason or "",
        }
        pattern = text.DISCUSSION_REASON if each.reason else text.DISCUSSION
        parts.append(pattern.format(**words))
    return "; ".join(parts) or None


def _describe_commitment(
    commitment: Commitment, names: Mapping[str, str], numbers: Mapping[int, str]
) -> dict[str, Any]:
    stored = {key: getattr(commitment, key, None) for key in text.COMMITMENT_COLUMNS}
    return stored | {
        "region": names.get(commitment.wilayah_code, commitment.wilayah_code),
        "year": str(commitment.meeting_year),
        "meeting": meeting_text.KINDS[commitment.meeting_kind],
        "held_on": _write_day(commitment.meeting_date),
        "due_on": _write_day(commitment.due_on),
        "party": meeting_text.PARTIES[commitment.party],
        "proposal": numbers.get(commitment.usulan_id or 0),
        "state": meeting_text.COMMITMENT_STATES[commitment.state],
    }


def _write_day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _list_columns(headings: Mapping[str, str]) -> list[Column]:
    return [
        Column(key, heading, _KINDS.get(key, "text"))  # type: ignore[arg-type]
        for key, heading in headings.items()
    ]


def _list_notes(request: ExportRequest, year: int | None) -> Notes:
    notes = [
        (exports.NOTE_REGION, request.region.name),
        (exports.NOTE_MADE, format_date(request.now)),
        (text.NOTE_YEAR, str(year) if year is not None else text.NOTE_ALL_YEARS),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if request.is_demo else notes
