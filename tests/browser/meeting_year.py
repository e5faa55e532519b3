"""What comes before a meeting in the demonstration: figures, problems, tags, and July's plan."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from analysis.stages import PartState
from app.access import Account
from app.actions.anggaran import BudgetRequest, import_budget
from app.actions.isian import CellChange, StagePart, save_entry
from app.actions.masalah import ProblemDraft, add_problem
from app.actions.tahapan import approve_stages, submit_part, verify_parts
from app.items import list_items
from data_access.database import make_engine
from data_access.reads.pengguna import read_account
from tests.corpus.sipd import Spent, write_combined

KABUPATEN, MERAWESI = "99.01", "99.01.01"
YEAR = 2027
PARTIES = ("setcam", "puskesmas", "plkb")
ANALYSIS, TAGGING = "kecamatan.ansit", "kecamatan.penandaan-berjalan"
# Services of which chains are looked at; all but the last have a cause.
SPENT_NOT, NO_MONEY, PUT_OFF, NO_PROPOSAL, NO_CAUSE = "I28", "I22", "I23", "I05", "I15"
# The figure that the meeting corrects: of a desa, of a service that everybody there has after all.
CORRECTED_ITEM, CORRECTED_DESA, PEOPLE_ITEM = "I02", "99.01.01.1004", "S04"
PROMISED = "Membayar operasional pendamping"
FAMILY_AGENCY = "Dinas Pengendalian Penduduk dan KB"
BUDGET_PROGRAMME = ("2.14.0.00.0.00.02.0000", FAMILY_AGENCY, "", "", "2.14.03.2.03.0017",
                    "Fasilitasi dan Pembinaan Pendampingan Ibu Hamil")  # fmt: skip
BUDGET_LINE = Spent(
    BUDGET_PROGRAMME,
    "[DAU] Dana Alokasi Umum",
    ("5.1.02.02.01.0003", "Honorarium Narasumber atau Pembahas"),
    "Operasional Tim Pendamping Keluarga Kecamatan Merawesi",
    "20 Tim",
    20,
    "Tim",
    1_200_000,
    24_000_000,
)


def begin_the_year(path: Path) -> None:
    """What comes before a meeting: figures, problems with causes, tags; and July's plan."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    figures = read_figures(path)
    for part in PARTIES:
        mine = {item.code for item in list_items(part)}
        cells = tuple(CellChange(u, i, v, None, 0) for u, i, v in figures if i in mine)
        place = StagePart(MERAWESI, YEAR, ANALYSIS, part)
        saved = save_entry(engine, account(engine, f"{part}.operator"), place, cells, part)
        assert saved.outcome.saved == len(cells)
    place = StagePart(MERAWESI, YEAR, ANALYSIS, "setcam")
    for item in (SPENT_NOT, NO_MONEY, PUT_OFF, NO_PROPOSAL):
        draft = ProblemDraft(item, MERAWESI, "penyediaan", None, f"Masalah {item}", f"Sebab {item}")
        added = add_problem(engine, account(engine, "setcam.operator"), place, draft, item)
        assert added.number is not None, added
    for stage, state, version in ((ANALYSIS, "draf", 1), (TAGGING, "belum mulai", 0)):
        approve(engine, stage, state, version)
    file = write_combined(path.parent / "rencana", [BUDGET_LINE])
    asked = BudgetRequest(file, KABUPATEN, YEAR + 1, "rencana")
    brought = import_budget(engine, asked, person=account(engine, "bappeda"))
    assert brought.stored is not None, brought.findings
    engine.dispose()


def read_figures(path: Path) -> list[tuple[str, str, int]]:
    """The year before over again, so that the kecamatan has something to talk about."""
    question = (
        "SELECT unit_code, item_code, value FROM isian WHERE period = ? AND unit_code LIKE ?"
        " AND value IS NOT NULL"
    )
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question, (str(YEAR - 1), f"{MERAWESI}.%")).fetchall()


def approve(engine: Engine, stage: str, state: str, version: int) -> None:
    for part in PARTIES:
        seen = PartState(MERAWESI, YEAR, stage, part, state, version)
        submit_part(engine, account(engine, f"{part}.operator"), seen)
        handed_in = PartState(MERAWESI, YEAR, stage, part, "diajukan", version + 1)
        verify_parts(engine, account(engine, f"{part}.verifikator"), [handed_in])
    verified = [
        PartState(MERAWESI, YEAR, stage, part, "terverifikasi", version + 2) for part in PARTIES
    ]
    done = approve_stages(engine, account(engine, "camat"), verified)
    assert len(done.outcome.moved) == len(PARTIES), done


def account(engine: Engine, username: str) -> Account:
    found = read_account(engine, username)
    assert found is not None
    return found
