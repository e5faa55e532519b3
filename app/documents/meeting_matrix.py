"""The matrix of problems and actions, agency by agency.

Source: guideline of 2024, Bab III, analysis of the situation: "matriks masalah-tindakan" (KK11).
"""

from collections.abc import Sequence

from analysis.proposals import AGREED
from app.documents.meeting_papers import (
    list_titles,
    make_columns,
    make_paper,
    make_signatures,
    number_rows,
    sign_as_chair,
    write_activity,
)
from app.documents.meeting_record import ListedProposal, MeetingRecord, sum_amounts
from app.documents.paper import Block, Heading, Paper, Paragraph, Table
from app.format import format_count, format_pct
from app.text import surat as text

_NEEDS = frozenset({"tanggal", "pimpinan", "jabatan", "usulan", "angka"})
_WIDTHS = (3, 19, 16, 22, 15, 12, 14)


def make_matrix(record: MeetingRecord) -> Paper:
    """For every agency: problem, cause, proposed action, place, rupiah and decision."""
    by_agency: dict[str, list[ListedProposal]] = {}
    for each in (*record.list_signed(), *record.postponed):
        by_agency.setdefault(each.agency, []).append(each)
    blocks: list[Block] = []
    # Those without an agency come last: the meeting still has to name one.
    for agency in sorted(by_agency, key=lambda name: (not name, name.lower())):
        blocks.append(Heading(agency or text.MATRIX_NO_AGENCY, 2))
        blocks.append(_make_table(by_agency[agency], record))
    note = Paragraph(text.MATRIX_NOTE if blocks else text.MATRIX_EMPTY, small=bool(blocks))
    signed = make_signatures(record, sign_as_chair(record, text.SIGN_PLAN))
    titles = list_titles(record, text.MATRIX)
    blocks = [note, *blocks, signed]
    return make_paper(record, titles, blocks, needs=_NEEDS, landscape=True)


def _make_table(proposals: Sequence[ListedProposal], record: MeetingRecord) -> Table:
    rows = [
        (
            _write_problem(each, record),
            each.cause or text.NO_CAUSE,
            write_activity(each),
            each.places or text.DASH,
            format_count(each.amount_idr, text.DASH),
            _write_decision(each),
        )
        for each in proposals
    ]
    agreed = sum_amounts([each for each in proposals if each.is_signed])
    total = ("", text.MATRIX_SUM, "", "", "", format_count(agreed), "")
    return Table(make_columns(text.MATRIX_COLUMNS, _WIDTHS, 0, 5), number_rows(rows), total)


def _write_problem(proposal: ListedProposal, record: MeetingRecord) -> str:
    """The problem in words, with the service's coverage as it was frozen."""
    words = [proposal.problem] if proposal.problem else []
    figures = record.figures
    rows = [] if figures is None else figures["coverage"]
    own = [
        row
        for row in rows
        if (row["code"], row["item_code"]) == (record.meeting.wilayah_code, proposal.item_code)
    ]
    if own:
        words.append(
            text.MATRIX_COVERAGE.format(
                aim=proposal.aim,
                coverage=format_pct(own[0]["cakupan_pct"]),
                target=format_pct(own[0]["target_pct"], missing=text.DASH),
            )
        )
    return "\n".join(words) or proposal.aim or text.DASH


def _write_decision(proposal: ListedProposal) -> str:
    decision = text.DECISIONS[proposal.decision]
    if proposal.decision == AGREED or not proposal.reason:
        return decision
    return text.DECISION_WITH_REASON.format(decision=decision, reason=proposal.reason)
