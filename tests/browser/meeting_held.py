"""The meeting of `test_meeting_story` once more, held through the actions and not on screen."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from analysis.meetings import MeetingHead
from app.access import Account
from app.actions import rembuk, rembuk_closing, rembuk_koreksi, rembuk_outcomes, usulan
from app.actions.rembuk_koreksi import CorrectionDraft
from app.actions.rembuk_outcomes import CommitmentDraft, RowChange
from app.actions.usulan import ProposalChange
from app.actions.usulan_reading import read_row
from app.meeting_snapshot import make_snapshot
from app.proposal_books import read_books
from app.proposal_words import COLUMNS
from data_access.database import make_engine
from data_access.reads.isian import read_cells
from data_access.reads.rembuk import Meeting, read_meeting
from data_access.reads.usulan import Proposal, read_proposals
from tests.browser import meeting_rows as rows
from tests.browser.meeting_rows import COMPANIONS, LACTATION, POSTPONED, ROWS
from tests.browser.meeting_year import (
    CORRECTED_DESA,
    CORRECTED_ITEM,
    MERAWESI,
    PEOPLE_ITEM,
    PROMISED,
    YEAR,
    account,
)

SOURCE = "e-PPGBM"
HEAD = MeetingHead(
    date(YEAR, 2, 16), "Aula", "Rangga Wirasena", "Camat Merawesi", 42, "Pembahasan usulan", None
)
SCAN = b"%PDF-1.4\n%%EOF"


def hold_the_meeting(path: Path) -> None:
    """Open it, agree on what the story agrees on, correct the figure, close it."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    person = account(engine, "setcam.operator")
    meeting = open_the_meeting(engine, person)
    propose_and_decide(engine, person, meeting)
    promise(engine, person, meeting)
    correct(engine, person, meeting)
    base = find(engine, meeting.id)
    closed = rembuk_closing.close_meeting(engine, person, base, "tanda tangan.pdf", SCAN, "tutup")
    assert closed.is_handed_in, closed
    engine.dispose()


def open_the_meeting(engine: Engine, person: Account) -> Meeting:
    opened = rembuk.open_meeting(
        engine,
        person,
        region_code=MERAWESI,
        year=YEAR,
        kind="pra-musrenbang",
        held_on=HEAD.held_on,
        token="buka",
    )
    assert opened.number is not None, opened
    meeting = find(engine, opened.number)
    assert rembuk.change_head(engine, person, meeting, HEAD).is_done
    figures = make_snapshot(engine, MERAWESI, YEAR, SOURCE)
    assert rembuk.freeze(engine, person, find(engine, meeting.id), figures).is_done
    return find(engine, meeting.id)


def find(engine: Engine, number: int) -> Meeting:
    found = read_meeting(engine, number)
    assert found is not None
    return found


def propose_and_decide(engine: Engine, person: Account, meeting: Meeting) -> None:
    """Every row as typed into the grid; the unclear amount as it is mended there."""
    books = read_books(engine, MERAWESI, YEAR)
    changes = []
    for row in ROWS:
        typed = dict(zip(COLUMNS, row.cells, strict=False))
        if row is LACTATION:
            typed["amount"] = rows.MENDED
        found = read_row(typed, None, books)
        assert not found.faults, found
        changes.append(ProposalChange(found.values, None))
    assert usulan.save_drafts(engine, person, meeting, changes, "usulan").is_done
    known = stored(engine, meeting)
    off = [known[row.activity] for row in POSTPONED]
    agreed = [each for each in known.values() if each not in off]
    for proposals, decision, why in ((off, "ditunda", "Dana"), (agreed, "disepakati", None)):
        done = usulan.decide(engine, person, meeting, proposals, decision, why, decision)
        assert done.is_done, done


def stored(engine: Engine, meeting: Meeting) -> dict[str, Proposal]:
    return {each.activity: each for each in read_proposals(engine, meeting.id)}


def promise(engine: Engine, person: Account, meeting: Meeting) -> None:
    about = stored(engine, meeting)[COMPANIONS.activity]
    draft = CommitmentDraft("opd", "Kepala Dinas PPKB", None, PROMISED, HEAD.held_on, about.id)
    change = RowChange(None, draft)
    assert rembuk_outcomes.save_rows(engine, person, meeting, [change], "komitmen").is_done


def correct(engine: Engine, person: Account, meeting: Meeting) -> None:
    """The figure that the story corrects: its part of the stage waits for verification again."""
    cells = read_cells(engine, MERAWESI, str(YEAR))
    own = cells[cells["unit_code"] == CORRECTED_DESA].set_index("item_code")
    cell, people = own.loc[CORRECTED_ITEM], own.loc[PEOPLE_ITEM, "value"]
    seen = (str(YEAR), CORRECTED_DESA, CORRECTED_ITEM, int(cell["value"]), int(cell["version"]))
    draft = CorrectionDraft(*seen, str(people), "Bidan Desa Sidodamar", "Register kohort ibu")
    done = rembuk_koreksi.correct_figure(engine, person, meeting, draft, "koreksi")
    assert done.is_set_back, done
