"""What a story shows, frozen: a meeting's snapshot and what its slides need besides.

No cache and no Streamlit here. Plain values only; words are made where the slides are written.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine

from analysis.meetings import level_of_meeting
from analysis.story import ASSESSMENT
from app.documents.meeting_reading import name_region, read_decided
from app.meeting_snapshot import make_snapshot
from app.presentation_changes import freeze_changes
from app.presentation_classes import freeze_classes, freeze_official
from app.presentation_money import freeze_unfunded
from app.stage_board import read_board_today
from data_access.reads import pengukuran, peta, rembuk, tahapan, wilayah
from data_access.reads.batches import read_identity
from data_access.reads.region_names import read_region_names
from data_access.reads.rembuk import Commitment, Meeting

FORM = 1
Figures = Mapping[str, Any]
_DESA, _KECAMATAN, _KABUPATEN = 13, 8, 5
_STAGES_SHOWN = 6


def make_figures(
    engine: Engine,
    region_code: str,
    year: int,
    kind: str,
    source: str | None,
    meeting_id: int | None,
) -> dict[str, Any]:
    """All that the slides of a story show: a snapshot (see `app.meeting_snapshot`), and "story".

    With a meeting whose figures are frozen its own snapshot is used, untouched; else one is made
    now. Proposals and commitments are those of that meeting. Raises ValueError for a region that
    holds no meetings, LookupError for a meeting that is not the region's.
    """
    meeting = _find_meeting(engine, region_code, meeting_id)
    own = rembuk.read_snapshot(engine, meeting.id) if meeting is not None else None
    base = dict(own) if own is not None else make_snapshot(engine, region_code, year, source)
    base["year"] = year
    extra: dict[str, Any] = {
        "form": FORM,
        "kind": kind,
        "taken_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "zone": tahapan.read_time_zone(engine, region_code),
        "region_name": _name_region(engine, region_code),
        "is_demo": read_identity(engine).get("jenis") == "demo",
        "meeting": _freeze_meeting(meeting, is_own=own is not None),
        "layer": _find_layer(engine, region_code, base["below"]),
        "surveys": _freeze_surveys(engine, region_code),
        "stages": _freeze_stages(engine, region_code, year),
        "classes": freeze_classes(engine, region_code, year) if kind == ASSESSMENT else None,
        "official": freeze_official(engine, region_code, year) if kind == ASSESSMENT else None,
    }
    extra |= freeze_changes(engine, base) | freeze_unfunded(engine, base)
    extra |= _freeze_decisions(engine, region_code, meeting)
    extra["names"] = _name_more(engine, base)
    return base | {"story": extra}


def _find_meeting(engine: Engine, region_code: str, meeting_id: int | None) -> Meeting | None:
    if meeting_id is None:
        return None
    found = rembuk.read_meeting(engine, meeting_id)
    if found is None or found.wilayah_code != region_code:
        raise LookupError(meeting_id)
    return found


def _name_region(engine: Engine, code: str) -> str:
    region = wilayah.read_region(engine, code)
    return code if region is None else name_region(region)


def _freeze_meeting(meeting: Meeting | None, *, is_own: bool) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return {
        "id": meeting.id,
        "kind": meeting.kind,
        "held_on": meeting.held_on.isoformat() if meeting.held_on else None,
        "place": meeting.place,
        "own_figures": is_own,
    }


def _find_layer(engine: Engine, code: str, below: str) -> dict[str, Any] | None:
    """The layer that draws the regions one level down; its shapes are kept by their hash."""
    scope = code[:_KABUPATEN] if len(code) >= _KECAMATAN else code
    found = peta.read_layer_info(engine, scope, below)
    if found is None:
        return None
    return {"scope": scope, "level": below, "hash": found.content_hash}


def _freeze_surveys(engine: Engine, code: str) -> list[dict[str, Any]]:
    rows = pengukuran.read_surveys(engine, code)
    return [
        {
            "source": str(row.source),
            "year": int(row.year),
            "prevalensi_pct": float(row.prevalensi_pct),
        }
        for row in rows.itertuples(index=False)
    ]


def _freeze_stages(engine: Engine, code: str, year: int) -> list[dict[str, Any]]:
    """Stages of the region that are not done yet and have a deadline, the soonest first."""
    board = read_board_today(engine, code, year)
    still = [
        each for each in board if each.place.code == code and each.deadline and not each.is_final
    ]
    rows = [
        {
            "stage": each.stage.code,
            "name": each.stage.name,
            "state": each.state,
            "due_on": each.deadline.due.isoformat() if each.deadline else "",
            "is_late": each.is_late,
        }
        for each in still
    ]
    return sorted(rows, key=lambda row: (row["due_on"], row["stage"]))[:_STAGES_SHOWN]


def _freeze_decisions(engine: Engine, region_code: str, meeting: Meeting | None) -> dict[str, Any]:
    proposals = read_decided(engine, meeting)[0] if meeting is not None else ()
    commitments = rembuk.read_commitments(engine, region_code)
    number = None if meeting is None else meeting.id
    pending = [each for each in commitments if each.is_pending and each.rembuk_id != number]
    made = sorted((e for e in commitments if e.rembuk_id == number), key=lambda each: each.id)
    priorities = rembuk.read_priorities(engine, meeting.id) if meeting is not None else ()
    return {
        "proposals": [asdict(each) | {"missing": list(each.missing)} for each in proposals],
        "pending": [_freeze_commitment(each) for each in pending],
        "commitments": [_freeze_commitment(each) for each in made],
        "priorities": [each.item_code for each in priorities],
    }


def _freeze_commitment(commitment: Commitment) -> dict[str, Any]:
    held, due = commitment.meeting_date, commitment.due_on
    return {
        "party": commitment.party,
        "office": commitment.office,
        "name": commitment.name,
        "statement": commitment.statement,
        "due_on": due.isoformat() if due else None,
        "state": commitment.state,
        "meeting_kind": commitment.meeting_kind,
        "meeting_date": held.isoformat() if held else None,
    }


def _name_more(engine: Engine, base: Figures) -> dict[str, str]:
    """Names of the kecamatan of problem desa that the snapshot itself does not name."""
    codes = [row["code"] for row in base["problems"] if len(row["code"]) == _DESA]
    wanted = {code[:_KECAMATAN] for code in codes} - set(base["names"])
    return read_region_names(engine, wanted) if level_of_meeting(base["region"]["code"]) else {}
