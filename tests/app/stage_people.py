"""People of a small kabupaten with two kecamatan, and steps on its stages in a few words."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from analysis.readiness import StageStatus
from analysis.stages import PartState
from app.access import Account, Grant
from app.actions import tahapan as actions
from app.actions.databases import create_database
from app.actions.stage_results import Result
from app.stage_board import read_board_today
from data_access.database import make_engine, open_write
from data_access.writes.tahapan import note_entry
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KABUPATEN, JUAI, HALONG = "63.11", "63.11.01", "63.11.02"
YEAR, ANSIT = 2026, "kecamatan.ansit"
PARTIES = ("setcam", "puskesmas", "plkb")


def make_person(role: str, code: str, agency: str = "", name: str = "") -> Account:
    username = name or f"{role}.{agency or code}"
    return Account(1, username, username, grants=(Grant(role, code, agency),))


def make_template(folder: Path) -> Path:
    """A database with the kabupaten, to be copied for each test."""
    path = folder / "tempat.db"
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([f"{JUAI}.2001", f"{HALONG}.2001"]), make_info("a"))
    engine.dispose()
    return path


def find(engine: Engine, code: str, stage: str = ANSIT) -> StageStatus:
    board = read_board_today(engine, code, YEAR)
    return next(s for s in board if (s.place.code, s.stage.code) == (code, stage))


def see(engine: Engine, code: str, part: str, stage: str = ANSIT) -> PartState:
    """A part as a screen would show it now."""
    return next(each for each in find(engine, code, stage).parts if each.part == part)


def enter(engine: Engine, code: str, part: str, stage: str = ANSIT) -> None:
    with open_write(engine, f"operator.{part}") as connection:
        note_entry(
            connection,
            wilayah_code=code,
            year=YEAR,
            stage=stage,
            part=part,
            actor=f"operator.{part}",
        )


def bring_to(engine: Engine, code: str, state: str, *parts: str, stage: str = ANSIT) -> None:
    """Take parts to a state, by those who may."""
    approver = find(engine, code, stage).approver
    for part in parts:
        operator = make_person("operator", code, part)
        verifier = make_person("verifikator", code, part)
        path: list[tuple[str, Callable[[PartState], Result]]] = [
            ("diajukan", lambda seen, who=operator: actions.submit_part(engine, who, seen)),
            ("terverifikasi", lambda seen, who=verifier: actions.verify_parts(engine, who, [seen])),
        ]
        enter(engine, code, part, stage)
        for reached, step in path:
            result = step(see(engine, code, part, stage))
            assert result.is_done, result
            if reached == state:
                break
    if state == "disetujui":
        boss = make_person("penyetuju", code, approver)
        seen = [see(engine, code, part, stage) for part in parts]
        assert actions.approve_stages(engine, boss, seen).is_done
