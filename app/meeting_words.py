"""Words about meetings: what one is called, who wrote what, what came of a press."""

from datetime import datetime

from app import entry_loaders, loaders, stage_loaders
from app.actions.rembuk_results import MeetingResult
from app.format import format_count, format_date
from app.meeting_loaders import Commitment, Meeting
from app.stage_words import write_moment
from app.text import lampiran as attachment_text
from app.text import rembuk as text
from app.text import tahapan as stage_text

_FILE = "berkas_"


def name_meeting(meeting: Meeting) -> str:
    """A meeting in a list: its kind and date."""
    kind = text.KINDS[meeting.kind]
    when = text.NO_DATE if meeting.held_on is None else format_date(meeting.held_on)
    return text.MEETING_OPTION.format(kind=kind, date=when)


def name_person(username: str | None) -> str:
    """A person by name, the account where nobody has it (any more)."""
    if username is None:
        return text.SOMEBODY
    return entry_loaders.load_person_names().get(username, username)


def name_region(code: str) -> str:
    """A region by name, its code where it is not known."""
    region = loaders.load_region(code)
    return region.name if region is not None else code


def name_stage(stage: str) -> str:
    """The stage in which a meeting is recorded: "Tahapan Pra Musrenbang"."""
    return text.STAGE_PART.format(stage=stage_loaders.load_stages()[stage].name)


def write_head(meeting: Meeting) -> list[str]:
    """The head of a meeting in two lines or three."""
    first = text.HEAD_LINE.format(
        kind=text.KINDS[meeting.kind],
        date=format_date(meeting.held_on, text.NO_DATE),
        place=meeting.place or text.UNKNOWN_PLACE,
    )
    chair = text.UNKNOWN_CHAIR
    if meeting.chair_name:
        office = meeting.chair_office or text.UNKNOWN_OFFICE
        chair = text.HEAD_CHAIR.format(name=meeting.chair_name, office=office)
    rest = []
    if meeting.participant_count:
        rest.append(text.HEAD_COUNT.format(count=format_count(meeting.participant_count)))
    if meeting.document_number:
        rest.append(text.HEAD_NUMBER.format(number=meeting.document_number))
    return [first, " · ".join([chair, *rest])]


def write_commitment(commitment: Commitment) -> str:
    """Who promised: the party, and the office and name as far as they are known."""
    who = ", ".join(each for each in (commitment.name, commitment.office) if each)
    party = text.PARTIES[commitment.party]
    return text.COMMITMENT_WHO.format(party=party, who=who) if who else party


def write_when(who: str, at: datetime, region_code: str, pattern: str) -> str:
    """A sentence with `who` and `when` in it."""
    return pattern.format(who=name_person(who), when=write_moment(at, region_code))


def describe_result(result: MeetingResult, done: str) -> tuple[str, str]:
    """What a press came to: severity ("success", "error") and the sentence."""
    if result.is_done:
        return "success", done
    if result.fault is not None:
        return "error", _describe_fault(result)
    if result.missing:
        return "error", text.CLOSE_BLOCKED.format(what=write_missing(result.missing))
    if result.locked_state is not None:
        return "error", text.LOCKED.format(state=stage_text.STATES[result.locked_state])
    if result.is_closed:
        return "error", text.MEETING_CLOSED
    return "error", text.GONE if result.is_gone else text.CONFLICT


def write_missing(codes: tuple[str, ...]) -> str:
    """What a record lacks, in one row: "tanggal rapat belum diisi; tempat ..."."""
    return "; ".join(text.MISSING[code][:1].lower() + text.MISSING[code][1:] for code in codes)


def _describe_fault(result: MeetingResult) -> str:
    code = result.fault or ""
    if code.startswith(_FILE):
        return attachment_text.FAULTS[code.removeprefix(_FILE)].format()
    return text.FAULTS[code].format(field=text.FIELDS.get(result.field, result.field))
