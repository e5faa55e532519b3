"""The result of monitoring: how each stage went, the problems met, and what follows.

Source: guideline of 2024, Bab I D 4 a.
"""

from datetime import date

import pandas as pd

from analysis.readiness import StageStatus
from analysis.stages import overall_state
from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.documents.guideline_ansit import list_problem_blocks
from app.documents.guideline_paper import Body
from app.documents.guideline_tables import list_period_basis
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Block, Heading, Numbered, Paragraph, Table
from app.format import format_count, format_date
from app.guideline_case import GuidelineCase
from app.text import dokumen as text
from app.text import rembuk as meeting_text
from app.text import tahapan as stage_text
from data_access.reads.masalah_wilayah import read_problems_inside
from data_access.reads.rembuk import Commitment, read_commitments

_STAGE_WIDTHS, _BELOW_WIDTHS = (1, 8, 4, 4, 4, 4), (1, 6, 3, 12)
_COMMITMENT_WIDTHS = (1, 5, 9, 4, 4)


def build(case: GuidelineCase) -> Body:
    """How the year's stages went in a region."""
    own = [s for s in case.board if s.place.code == case.code and not s.stage.is_preparation]
    problems = read_problems_inside(case.engine, case.code, case.year)
    commitments = list_commitments(case)
    parts: list[Block] = [Heading(text.PART_STAGES), Paragraph(_write_opening(case, own))]
    parts.append(make_stage_table(case, own))
    if case.level != "kecamatan":
        parts += [Heading(text.PART_STAGES_BELOW, 2), *_list_below(case)]
    parts += list_problem_blocks(problems)
    parts += [
        Heading(text.PART_FOLLOW_UP),
        *_list_follow_up(own),
        *list_commitment_blocks(commitments),
    ]
    return Body(
        parts,
        basis=list_period_basis(case),
        remarks=[text.DEADLINE_NOTE],
        tables=(export_stages(case, []),),
    )


def _write_opening(case: GuidelineCase, own: list[StageStatus]) -> str:
    done = [status for status in own if status.is_final]
    late = [status for status in own if status.is_late or _days_after(case, status) > 0]
    return text.STAGES_OPENING.format(
        region=case.region.name,
        done=format_count(len(done)),
        total=format_count(len(own)),
        late=format_count(len(late)),
    )


def find_done_day(case: GuidelineCase, status: StageStatus) -> date | None:
    """When a stage of the region came to its end; None while it is not done."""
    if not status.is_final:
        return None
    moments = [part.updated_at for part in status.parts if part.updated_at is not None]
    return case.to_day(max(moments)) if moments else None


def _days_after(case: GuidelineCase, status: StageStatus) -> int:
    """Days from the deadline until a stage was done; 0 where it was in time or has no date."""
    done = find_done_day(case, status)
    if done is None or status.deadline is None:
        return 0
    return max((done - status.deadline.due).days, 0)


def _count_late(case: GuidelineCase, status: StageStatus) -> int:
    """Days after the deadline: until it was done, or until today while it is not."""
    if status.is_late and status.days_left is not None:
        return -status.days_left
    return _days_after(case, status)


def make_stage_table(case: GuidelineCase, own: list[StageStatus]) -> Table:
    """Every stage of the region: state, deadline, the day it was done, how late."""
    rows = []
    for status in own:
        done, late = find_done_day(case, status), _count_late(case, status)
        rows.append(
            (
                status.stage.name,
                stage_text.STATES[status.state],
                format_date(status.deadline.due) if status.deadline else text.DASH,
                format_date(done, text.DASH),
                text.DAYS.format(days=format_count(late)) if late else text.DASH,
            )
        )
    return Table(make_columns(text.STAGE_COLUMNS, _STAGE_WIDTHS, 0), number_rows(rows))


def export_stages(case: GuidelineCase, notes: Notes) -> Exported:
    """The stages of the region and of those right below it, a row each.

    `konvergensi export tahapan`: days as ISO text; `late_days` 0 where a stage is in time.
    """
    rows = [
        {
            "code": status.place.code,
            "region": status.place.name,
            "level": status.place.level,
            "year": str(status.year),
            "stage": status.stage.name,
            "state": stage_text.STATES[status.state],
            "due": status.deadline.due.isoformat() if status.deadline else None,
            "done": done.isoformat() if (done := find_done_day(case, status)) else None,
            "late_days": _count_late(case, status),
        }
        for status in case.board
        if not status.stage.is_preparation
    ]
    kinds = {"late_days": "count"}
    columns = [
        Column(key, heading, kinds.get(key, "text"))  # type: ignore[arg-type]
        for key, heading in text.STAGE_HEADINGS.items()
    ]
    table = pd.DataFrame(rows, columns=list(text.STAGE_HEADINGS))
    return Exported(table, columns, text.SHEET_STAGES, notes)


def _list_below(case: GuidelineCase) -> list[Block]:
    """How many stages each region right below has done, and which it has not."""
    rows = []
    for child in case.children.itertuples(index=False):
        mine = [s for s in case.board if s.place.code == child.code and not s.stage.is_preparation]
        undone = [s.stage.name for s in mine if not s.is_final]
        share = text.FILLED_OF.format(
            filled=format_count(len(mine) - len(undone)), total=format_count(len(mine))
        )
        rows.append((str(child.name), share, ", ".join(undone) or text.DASH))
    if not rows:
        return [Paragraph(text.DASH)]
    return [Table(make_columns(text.BELOW_COLUMNS, _BELOW_WIDTHS, 0, 2), number_rows(rows))]


def _list_follow_up(own: list[StageStatus]) -> list[Block]:
    lines = tuple(
        text.FOLLOW_UP.format(
            stage=status.stage.name,
            state=stage_text.STATES[overall_state([p.state for p in status.parts])],
            due=format_date(status.deadline.due) if status.deadline else text.NO_DUE,
        )
        for status in own
        if not status.is_final
    )
    return (
        [Paragraph(text.FOLLOW_UP_INTRO), Numbered(lines)]
        if lines
        else [Paragraph(text.FOLLOW_UP_NONE)]
    )


def list_commitments(case: GuidelineCase) -> list[Commitment]:
    """What was promised in the region's meetings of the year, in the order of recording."""
    rows = read_commitments(case.engine, case.code)
    return sorted((c for c in rows if c.meeting_year == case.year), key=lambda each: each.id)


def list_commitment_blocks(commitments: list[Commitment]) -> list[Block]:
    """Commitments with their due day and how far they are."""
    head = Heading(text.PART_COMMITMENTS)
    if not commitments:
        return [head, Paragraph(text.NO_COMMITMENTS)]
    rows = [
        (
            _name_party(row),
            row.statement,
            format_date(row.due_on, text.DASH),
            meeting_text.COMMITMENT_STATES[row.state],
        )
        for row in commitments
    ]
    columns = make_columns(text.COMMITMENT_COLUMNS, _COMMITMENT_WIDTHS, 0)
    return [head, Table(columns, number_rows(rows))]


def _name_party(row: Commitment) -> str:
    """The party and who stands for it; "Camat" once, not twice."""
    party, office = meeting_text.PARTIES[row.party], row.office or row.name or ""
    return ", ".join(dict.fromkeys(each for each in (party, office) if each))
