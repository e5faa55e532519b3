"""Slides of what is decided: proposals by bidang, commitments of before and of this meeting."""

import re
from datetime import date, datetime
from typing import Any

from analysis import story
from analysis.deadlines import to_local
from analysis.meetings import COMMITMENT_OPEN
from analysis.proposals import AGREED, BIDANG, UNDECIDED
from app.format import format_count, format_date, format_idr_short
from app.presentation_model import BigFigure, Slide, SlideColumn, SlideTable
from app.presentation_view import Figures, StoryView
from app.text import presentasi as text
from app.text import rembuk as meeting_text
from app.text import usulan as proposal_text

_PAGE, _DASH, _MOST_PLACES = "rembuk", "-", 3
_WITH_KECAMATAN = re.compile(r" \([^()]*\)$")


def make_proposals(view: StoryView) -> Slide:
    """How many of each bidang are agreed and what they cost, then the proposals themselves."""
    proposals = view.story["proposals"]
    query, choices = _query(view), _choose(view, "usulan")
    if not proposals:
        asked = view.story["meeting"] is not None
        nothing = text.PROPOSALS_NONE if asked else text.PROPOSALS_NO_MEETING
        return Slide(
            story.PROPOSALS, "", lines=(nothing,), page=_PAGE, query=query, choices=choices
        )
    undecided = sum(each["decision"] == UNDECIDED for each in proposals)
    lines = (text.UNDECIDED.format(count=format_count(undecided)),) if undecided else ()
    first, places, money, decided = text.PROPOSAL_COLUMNS
    return Slide(
        story.PROPOSALS,
        "",
        figures=tuple(_count_bidang(proposals, bidang) for bidang in BIDANG),
        lines=lines,
        table=SlideTable(
            (
                SlideColumn(first, 18),
                SlideColumn(places, 14),
                SlideColumn(money, 7, "kanan"),
                SlideColumn(decided, 9, "kanan"),
            ),
            tuple(_write_proposal(each) for each in sorted(proposals, key=_order)),
            most_lines=3,
            most_pages=4,
            more=text.MORE.replace("{page}", text.PAGES[_PAGE]),
        ),
        page=_PAGE,
        query=query,
        choices=choices,
    )


def _count_bidang(proposals: list[Figures], bidang: str) -> BigFigure:
    own = [each for each in proposals if each["bidang"] == bidang]
    agreed = [each for each in own if each["decision"] == AGREED]
    money = sum(each["amount_idr"] or 0 for each in agreed)
    value = text.BIDANG_VALUE.format(agreed=format_count(len(agreed)), count=format_count(len(own)))
    note = text.BIDANG_NOTE.format(amount=format_idr_short(money))
    return BigFigure(proposal_text.BIDANG[bidang], value, note)


def _order(proposal: Figures) -> tuple[int, int, str]:
    """Agreed ones first, by priority."""
    priority = proposal["priority"]
    return (
        0 if proposal["decision"] == AGREED else 1,
        priority if priority is not None else 999,
        proposal["number"],
    )


def _write_proposal(proposal: Figures) -> tuple[str, ...]:
    return (
        proposal["activity"],
        _shorten_places(proposal["places"]) or _DASH,
        format_idr_short(proposal["amount_idr"], _DASH),
        proposal_text.DECISIONS[proposal["decision"]],
    )


def _shorten_places(places: str) -> str:
    """Names in one line, a kecamatan once after the last of its desa: "A, B (Kec. C)"."""
    names = places.split(", ")
    if len(names) > _MOST_PLACES:
        first = _shorten_places(", ".join(names[: _MOST_PLACES - 1]))
        left = format_count(len(names) - _MOST_PLACES + 1)
        return text.MORE_PLACES.format(places=first, count=left)
    ends = [found[0] if (found := _WITH_KECAMATAN.search(each)) else "" for each in names]
    return ", ".join(
        name.removesuffix(end) if end == after else name
        for name, end, after in zip(names, ends, [*ends[1:], ""], strict=True)
    )


def make_pending(view: StoryView) -> Slide:
    """What earlier meetings promised and is not kept yet."""
    return _list_commitments(view, story.PENDING, view.story["pending"], text.PENDING_NONE)


def make_commitments(view: StoryView) -> Slide:
    """What this meeting promises."""
    rows = view.story["commitments"]
    return _list_commitments(view, story.COMMITMENTS, rows, text.COMMITMENTS_NONE)


def _list_commitments(view: StoryView, kind: str, rows: list[Figures], nothing: str) -> Slide:
    query, choices = _query(view), _choose(view, "komitmen")
    if not rows:
        return Slide(kind, "", lines=(nothing,), page=_PAGE, query=query, choices=choices)
    widths = (12, 18, 10, 8)
    return Slide(
        kind,
        "",
        table=SlideTable(
            tuple(map(SlideColumn, text.COMMITMENT_COLUMNS, widths)),
            tuple(_write_commitment(view, each) for each in rows),
            most_lines=3,
            most_pages=3,
            more=text.MORE.replace("{page}", text.PAGES[_PAGE]),
        ),
        page=_PAGE,
        query=query,
        choices=choices,
    )


def _write_commitment(view: StoryView, row: Figures) -> tuple[str, ...]:
    party = meeting_text.PARTIES[row["party"]]
    who = ", ".join(each for each in (row["name"], row["office"]) if each and each != party)
    return (
        meeting_text.COMMITMENT_WHO.format(party=party, who=who) if who else party,
        row["statement"],
        _write_due(view, row),
        meeting_text.COMMITMENT_STATES[row["state"]],
    )


def _write_due(view: StoryView, row: Figures) -> str:
    if not row["due_on"]:
        return text.NO_DUE
    due = date.fromisoformat(row["due_on"])
    # Late as of the day on which the story was frozen: a slide does not move overnight.
    taken = to_local(view.story["zone"], datetime.fromisoformat(view.story["taken_at"])).date()
    is_open = row["state"] in COMMITMENT_OPEN
    words = format_date(due)
    return text.LATE.format(date=words) if is_open and due < taken else words


def _query(view: StoryView) -> dict[str, str]:
    meeting = view.story["meeting"]
    asked = {"wilayah": view.code}
    return asked | ({"rapat": str(meeting["id"])} if meeting is not None else {})


def _choose(view: StoryView, part: str) -> dict[str, Any]:
    """The year and the part of the meeting's record."""
    return {"tahun": view.figures["year"], "bagian": part}
