"""Beranda's "Yang menunggu Anda": what this person is to do next, each with a way there."""

from collections.abc import Sequence

import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import COORDINATOR
from analysis.tasks import Duty, Task, is_under_way, list_next_deadlines, list_tasks
from app import stage_loaders
from app.access import Account
from app.components.selection import Selection
from app.components.stage_link import draw_link
from app.format import format_count
from app.stage_words import name_agency, write_days, write_days_of
from app.task_pages import STEPS_PAGE, find_page
from app.text import tahapan as text

SHOWN = 6
_ACTING = ("operator", "verifikator", "penyetuju")


def list_duties(person: Account) -> frozenset[Duty]:
    """What a person acts as, where and for whom; Bappeda fills its own parts too."""
    acting = {(g.role, g.wilayah_code, g.agency) for g in person.grants if g.role in _ACTING}
    own = {("operator", g.wilayah_code, COORDINATOR) for g in person.grants if g.role == "bappeda"}
    return frozenset(acting | own)


def acts(person: Account) -> bool:
    """Tell whether a person has steps of their own to take: what waits comes first for them."""
    return any(grant.role in _ACTING for grant in person.grants)


def draw_waiting(person: Account, selection: Selection) -> None:
    """What waits for a person in the regions of their roles; with nothing, what is due next.

    Those who only read see the next deadlines of the selected region. What is late elsewhere
    stands among the alerts.
    """
    duties = list_duties(person)
    regions = sorted({region for _, region, _ in duties}) or [selection.code[:8]]
    board = [s for code in regions for s in load_open_board(code) if s.place.code == code]
    tasks = list_tasks(board, duties)
    if duties:
        st.subheader(text.WAITING_TITLE, anchor=False)
    for task in tasks[:SHOWN]:
        _draw_task(person, task)
    if len(tasks) > SHOWN:
        st.caption(text.MORE_TASKS.format(count=format_count(len(tasks) - SHOWN)))
    if not tasks:
        _draw_nothing(board, told=bool(duties))


def list_own_keys(person: Account) -> frozenset[tuple[str, str, int]]:
    """The stages (region, stage, year) that "Yang menunggu Anda" tells this person of."""
    duties = list_duties(person)
    return frozenset(
        (task.status.place.code, task.status.stage.code, task.status.year)
        for code in {region for _, region, _ in duties}
        for task in list_tasks([s for s in load_open_board(code) if s.place.code == code], duties)
    )


def load_open_board(code: str) -> list[StageStatus]:
    """This year's stages of a region and below, with those of the years beside it under way.

    Semester II is finished in January, and August's measurements belong to the next year.
    """
    year = stage_loaders.load_today(code).year
    before, now, after = (
        stage_loaders.load_board(code, each) for each in range(year - 1, year + 2)
    )
    return [*(s for s in (*before, *after) if is_under_way(s)), *now]


def _draw_task(person: Account, task: Task) -> None:
    status, part = task.status, task.part
    # Where no page takes figures, the step itself is what is left to do.
    steps_only = task.kind == "isi" and _page_of(task) == STEPS_PAGE
    kind = "ajukan" if steps_only else task.kind
    what = text.TASKS[kind].format(
        stage=status.stage.name,
        year=status.year,
        region=status.place.name,
        agency=name_agency(part.part, status.place.code) if part else "",
    )
    held = _count_missing(status) if task.kind == "setujui" else 0
    if held:
        level = text.LEVEL_WORDS[_level_below(status)]
        what = text.TASK_HELD.format(task=what, count=format_count(held), level=level)
    days = write_days_of(status)
    line = text.TASK_LINE.format(what=what, days=days) if days else what
    if task.kind == "perbaiki" and part is not None and part.note:
        line = text.TASK_NOTE.format(line=line, note=part.note)
    _draw_line(person, line, text.TASK_LINKS[kind], _page_of(task), status)


def _page_of(task: Task) -> str:
    """Where it is done: figures are typed or brought as a file, steps are taken on Tahapan."""
    if task.kind not in {"isi", "perbaiki"}:
        return STEPS_PAGE
    return find_page(task.status.stage)


def _count_missing(status: StageStatus) -> int:
    gates = stage_loaders.load_gates(status.place.code, status.year, status.stage.code)
    return sum(len(gate.missing) for gate in gates if gate.blocks and gate.kind == "turunan")


def _level_below(status: StageStatus) -> str:
    return "kecamatan" if status.stage.level == "kabupaten" else "kabupaten"


def _draw_line(
    person: Account, line: str, label: str, page: str, status: StageStatus, code: str = ""
) -> None:
    """A sentence and a link to where it is done, where the person has that page."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(line, width="stretch")
        draw_link(person, label, page, code or status.place.code, status.stage, status.year)


def _draw_nothing(board: Sequence[StageStatus], *, told: bool) -> None:
    if told:
        st.text(text.WAITING_NONE)
    coming = list_next_deadlines(board)
    items = [
        text.NEXT_ITEM.format(stage=s.stage.name, region=s.place.name, due=write_days(s.days_left))
        for s in coming
    ]
    if items:
        st.text(text.NEXT_DEADLINES.format(items="; ".join(items)))
