"""How every document of the guideline is framed: cover, data basis, what is missing, signature."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.documents.exported import Exported
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.meeting_reading import make_letterhead, name_region
from app.documents.paper import (
    Across,
    Block,
    Cover,
    Facts,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
)
from app.format import format_count, format_date
from app.guideline_case import GuidelineCase
from app.guideline_lacks import (
    DesaGap,
    Lacks,
    OwnLacks,
    combine,
    describe_needs,
    describe_states,
    find_approval,
    find_lacks,
)
from app.guideline_list import GuidelineDocument
from app.text import dokumen as text
from app.text import surat as paper_text

_GAP_WIDTHS = (1, 4, 8, 3, 10)
_ITEMS_NAMED = 6


@dataclass(frozen=True, slots=True)
class Body:
    """What a document says: its parts, what they rest on, what is missing in them, its tables.

    `parts` stand between the data basis and the signature, `pictures` behind it. `lacks`: what
    makes it a draft besides the stages.
    """

    parts: Sequence[Block]
    basis: Sequence[tuple[str, str]] = ()
    remarks: Sequence[str] = ()
    lacks: OwnLacks = field(default_factory=OwnLacks)
    pictures: Sequence[Picture] = ()
    tables: tuple[Exported, ...] = ()


@dataclass(frozen=True, slots=True)
class Framed:
    """A document as paper, its tables, and what it lacks."""

    paper: Paper
    lacks: Lacks
    tables: tuple[Exported, ...] = field(default=())


def frame(case: GuidelineCase, document: GuidelineDocument, body: Body) -> Framed:
    """Put a document's cover, data basis, missing list and signature around what it says."""
    lacks = combine(find_lacks(case, document), body.lacks)
    blocks: list[Block] = [
        *_list_missing(lacks),
        Heading(text.PART_BASIS),
        Facts((*body.basis, *_list_common_basis(case, document))),
        *(Paragraph(line, small=True) for line in (*lacks.remarks, *body.remarks)),
        *body.parts,
        *_list_approval(case, document, lacks),
        *_list_pictures(body.pictures),
    ]
    paper = Paper(
        titles=(text.TITLES[document.key],),
        blocks=letter_headings(blocks),
        letterhead=make_letterhead(case.head, case.path),
        marks=_list_marks(case, lacks),
        footer=paper_text.FOOTER.format(
            title=text.SHORT_TITLES[document.key], region=name_region(case.region), year=case.year
        ),
        landscape=document.across,
        cover=_make_cover(case, document, lacks),
    )
    return Framed(paper, lacks, body.tables)


def letter_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Every part with its letter in front: "A. Dasar data"."""
    lettered: list[Block] = []
    letter = ord("A")
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            lettered.append(Heading(text.PART.format(letter=chr(letter), title=block.text)))
            letter += 1
        else:
            lettered.append(block)
    return tuple(lettered)


def _make_cover(case: GuidelineCase, document: GuidelineDocument, lacks: Lacks) -> Cover:
    state = text.COVER_FINAL if lacks.is_final else text.COVER_DRAFT
    facts = [
        (text.COVER_STATE, state),
        (text.COVER_STAGE, describe_states(case, document)),
        (text.COVER_MADE, format_date(case.today)),
    ]
    if case.is_demo:
        facts.append((text.COVER_NOTE, text.COVER_DEMO))
    lines = (name_region(case.region), paper_text.YEAR.format(year=case.year))
    return Cover((*lines, text.COVER_SUBJECT), tuple(facts))


def _list_marks(case: GuidelineCase, lacks: Lacks) -> tuple[str, ...]:
    marks = [paper_text.MARK_DEMO] if case.is_demo else []
    return tuple(marks if lacks.is_final else [*marks, text.MARK_DRAFT])


def _list_missing(lacks: Lacks) -> list[Block]:
    if lacks.is_final:
        return []
    blocks: list[Block] = [Heading(text.PART_MISSING), Paragraph(text.MISSING_INTRO)]
    if lacks.sentences:
        blocks.append(Numbered(lacks.sentences))
    if lacks.gaps:
        blocks += [Heading(text.MISSING_CELLS, 2), _make_gap_table(lacks.gaps)]
    return blocks


def _make_gap_table(gaps: Sequence[DesaGap]) -> Table:
    rows = [
        (gap.party, _name_desa(gap), format_count(len(gap.items)), _name_items(gap)) for gap in gaps
    ]
    return Table(make_columns(text.GAP_COLUMNS, _GAP_WIDTHS, 0, 3), number_rows(rows))


def _name_desa(gap: DesaGap) -> str:
    if len(gap.desa) == gap.desa_total:
        return text.ALL_DESA.format(count=format_count(gap.desa_total))
    return ", ".join(gap.desa)


def _name_items(gap: DesaGap) -> str:
    if gap.is_all:
        return text.ALL_ITEMS
    rest = len(gap.items) - _ITEMS_NAMED
    named = "; ".join(gap.items[:_ITEMS_NAMED])
    return text.AND_MORE.format(names=named, count=format_count(rest)) if rest > 0 else named


def _list_common_basis(case: GuidelineCase, document: GuidelineDocument) -> list[tuple[str, str]]:
    behind = describe_needs(case, document)
    return [
        (text.BASIS_STATE, describe_states(case, document)),
        *([(text.BASIS_BEHIND, behind)] if behind else []),
        (text.BASIS_MADE, text.BASIS_MADE_VALUE.format(date=format_date(case.today))),
    ]


def _list_approval(case: GuidelineCase, document: GuidelineDocument, lacks: Lacks) -> list[Block]:
    approval = find_approval(case, document) if lacks.is_final else None
    own = next((s for s in case.statuses(document.stage) if s.place.code == case.code), None)
    agency = own.approver if own is not None else text.DEFAULT_APPROVERS[case.level]
    office = text.OFFICES.get(agency, text.OFFICES["bappeda"])
    place = Signature(
        text.SIGNED.format(office=office.format(region=name_region(case.region))),
        approval[0] if approval else "",
    )
    date = format_date(approval[1]) if approval else paper_text.BLANK
    city = case.head.city or paper_text.BLANK
    words = text.APPROVED if lacks.is_final else text.NOT_APPROVED
    return [
        Heading(text.PART_APPROVAL),
        Paragraph(words, keep=True),
        Signatures(paper_text.DATELINE.format(city=city, date=date), (place,)),
    ]


def _list_pictures(pictures: Sequence[Picture]) -> list[Block]:
    if not pictures:
        return []
    blocks: list[Block] = [Paragraph(text.ANNEX, strong=True)]
    for at, picture in enumerate(pictures):
        blocks += [picture] if at == 0 else [PageBreak(), picture]
    return [Across(tuple(blocks))]
