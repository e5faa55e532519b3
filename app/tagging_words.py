"""Words for tags: snapshots, agencies, services, places, shares, and what a save came to."""

from collections.abc import Mapping, Sequence

from app import loaders
from app.actions.penandaan import LineFault, TagDraft, TagResult
from app.ansit_loaders import load_problem_places
from app.format import format_count, format_idr, format_number
from app.stage_words import name_agency
from app.target_items import read_target_items
from app.target_words import name_region
from app.text import penandaan as text
from app.text import tahapan as stage_text

_FAULTS_SHOWN = 6
_SETCAM = "setcam"


def name_owner(owner_code: str, agency: str) -> str:
    """An agency as its own region names it; a kecamatan's SKPD is the kecamatan."""
    if agency == _SETCAM:
        region = loaders.load_region(owner_code)
        return text.OWNER_KECAMATAN.format(name=region.name if region else owner_code)
    return name_agency(agency, owner_code)


def name_service(item_code: str | None) -> str:
    """A service with the guideline's label, or that the tag names none."""
    item = read_target_items().get(item_code or "")
    if item is None:
        return item_code or text.NO_SERVICE
    return text.SERVICE.format(label=item.label, name=item.name)


def label_service(item_code: str | None) -> str:
    """The guideline's label alone: "IBU-1"."""
    item = read_target_items().get(item_code or "")
    return item.label if item is not None else text.NO_SERVICE


def name_places(owner_code: str) -> dict[str, str]:
    """The places that an agency's tags may name, by code: the whole region first."""
    rows = load_problem_places(owner_code)
    plain = dict(zip(rows["code"], rows["name"], strict=True))
    names = {owner_code: text.WHOLE.format(name=name_region(owner_code))}
    for row in rows.itertuples(index=False):
        if row.code == owner_code:
            continue
        if row.level == "desa":
            parent = plain.get(row.code.rpartition(".")[0], "")
            names[row.code] = text.PLACE_OPTION.format(name=row.name, parent=parent)
        elif row.level in ("kabupaten", "kecamatan"):
            names[row.code] = name_region(row.code)
    return names


def name_place(code: str | None, places: Mapping[str, str]) -> str:
    """A place, also one that is no longer in force, or that the tag names none."""
    if code is None:
        return text.NO_PLACE
    return places[code] if code in places else name_region(code)


def write_tags(tags: Sequence[TagDraft], places: Mapping[str, str]) -> str:
    """The tags of a line in one short line, "" for none."""
    if not tags:
        return ""
    first = text.TAG_PART.format(
        service=label_service(tags[0].item_code),
        place=name_place(tags[0].place_code, places),
        amount=format_idr(tags[0].amount_idr),
    )
    if len(tags) == 1:
        return first
    return text.TAG_MORE.format(first=first, count=format_count(len(tags) - 1))


def write_share(tag: TagDraft, unit: str | None) -> str:
    """How a share was stated: "40 % dari baris"."""
    write = format_idr if tag.basis == "rupiah" else format_number
    return text.SHARE_WORDS[tag.basis].format(value=write(tag.basis_value), unit=unit or "").strip()


def write_faults(faults: Sequence[LineFault], descriptions: Mapping[int, str]) -> list[str]:
    """What stands in the way of a save, a line each, the first few by name."""
    lines = [text.FAULTS_TITLE.format(count=format_count(len(faults)))]
    for fault in faults[:_FAULTS_SHOWN]:
        named = descriptions.get(fault.line_id, text.NO_DESCRIPTION)
        lines.append(text.FAULT_LINE.format(description=named, why=text.FAULTS[fault.code]))
    if len(faults) > _FAULTS_SHOWN:
        lines.append(text.FAULTS_MORE.format(count=format_count(len(faults) - _FAULTS_SHOWN)))
    return lines


def write_lock(result: TagResult, owner_code: str) -> str:
    """That a part was handed in meanwhile."""
    agency = name_owner(owner_code, result.locked_part or "")
    return text.NOT_SAVED_LOCKED.format(
        agency=agency, state=stage_text.STATES[result.locked_state or ""]
    )
