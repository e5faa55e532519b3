"""The parts of a public page about stages, assessment, regulations, and how to read it."""

from datetime import date

import pandas as pd

from analysis.readiness import StageStatus
from app.figures import read_thresholds
from app.format import format_count, format_date, format_period
from app.public import words
from app.public.content import Assessed, Content
from app.public.html import ROUTE, escape, items, link, paragraph, section, table
from app.text import dukungan as support_text
from app.text import publik as text


def address_of(code: str, year: int, file: str = "") -> str:
    """The fixed address of a region's year, or of one of its files."""
    return f"{ROUTE}/{code}/{year}" + (f"/{file}" if file else "")


def write_stages(content: Content) -> str:
    """Which stages of the region are done, and of how many regions below."""
    own = [s for s in content.approval.board if s.place.code == content.region.code]
    rows = [[escape(s.stage.name), escape(_stage_words(content, s))] for s in own]
    caption = text.CAPTION_STAGES.format(name=words.name_region(content.region), year=content.year)
    parts = [table(caption, (text.COLUMN_STAGE, text.COLUMN_STATE), rows)]
    codes = {place.code for place in content.places} - {content.region.code}
    below = [s for s in content.approval.board if s.place.code in codes]
    if below:
        level = text.LEVELS[below[0].place.level].lower()
        caption = text.CAPTION_STAGES_BELOW.format(level=level)
        columns = (text.COLUMN_STAGE, text.COLUMN_STATE)
        parts.append(table(caption, columns, _count_below(below)))
    return section(text.SECTION_STAGES, *parts)


def _stage_words(content: Content, status: StageStatus) -> str:
    done: date | None = content.approval.date_of(status)
    return text.STAGE_NOT_DONE if done is None else text.STAGE_DONE.format(date=format_date(done))


def _count_below(below: list[StageStatus]) -> list[list[str]]:
    stages = dict.fromkeys(status.stage for status in below)
    counts = [[s.is_final for s in below if s.stage == stage] for stage in stages]
    return [
        [
            escape(stage.name),
            escape(text.STAGES_BELOW.format(done=sum(found), total=len(found))),
        ]
        for stage, found in zip(stages, counts, strict=True)
    ]


def write_assessment(content: Content) -> str:
    """The classes of the regions whose assessment is approved."""
    if not content.assessed:
        pending = text.ASSESSMENT_PENDING.format(year=content.year)
        return section(text.SECTION_ASSESSMENT, paragraph(pending))
    rows = [[escape(each.place.name), escape(_result_words(each))] for each in content.assessed]
    caption = text.CAPTION_ASSESSMENT.format(year=content.year)
    columns = (text.COLUMN_REGION, text.COLUMN_RESULT)
    return section(text.SECTION_ASSESSMENT, table(caption, columns, rows))


def _result_words(result: Assessed) -> str:
    name = text.CLASSES[result.class_name] if result.class_name else text.NO_CLASS
    if not result.is_official:
        return f"{name} ({text.SIMULATION})"
    source = text.OFFICIAL_SOURCE.format(source=result.source) if result.source else text.OFFICIAL
    return f"{name} ({source})"


def write_support(content: Content) -> str:
    """Regulations and publications, each once its stage is approved."""
    return section(text.SECTION_REGULATIONS, _write_regulations(content.regulations)) + section(
        text.SECTION_PUBLICATIONS, _write_publications(content.publications)
    )


def _write_regulations(rows: pd.DataFrame | None) -> str:
    if rows is None or rows.empty:
        return paragraph(text.REGULATIONS_PENDING if rows is None else text.NO_REGULATIONS)
    return items(escape(_regulation_words(row)) for row in rows.itertuples())


def _regulation_words(row: object) -> str:
    line = text.REGULATION_LINE.format(
        kind=support_text.REGULATION_KINDS[row.kind],  # type: ignore[attr-defined]
        number=row.number,  # type: ignore[attr-defined]
        subject=row.subject,  # type: ignore[attr-defined]
    )
    day = row.dated_on  # type: ignore[attr-defined]
    return line if pd.isna(day) else text.REGULATION_DATE.format(line=line, date=format_date(day))


def _write_publications(rows: pd.DataFrame | None) -> str:
    if rows is None or rows.empty:
        return paragraph(text.PUBLICATIONS_PENDING if rows is None else text.NO_PUBLICATIONS)
    return items(_publication_item(row) for row in rows.itertuples())


def _publication_item(row: object) -> str:
    day = row.published_on  # type: ignore[attr-defined]
    line = text.PUBLICATION_LINE.format(
        title=row.title,  # type: ignore[attr-defined]
        kind=support_text.PUBLICATION_KINDS[row.kind],  # type: ignore[attr-defined]
        date=format_date(None if pd.isna(day) else day),
    )
    address = row.link  # type: ignore[attr-defined]
    # Nothing but a web address: what begins with "javascript:" would run.
    if isinstance(address, str) and address.startswith(("https://", "http://")):
        return link(address, line, is_foreign=True)
    return escape(line)


def list_notes(content: Content) -> list[tuple[str, str]]:
    """Everything that a reader must know, as label and value; the files say the same."""
    notes = []
    if content.prevalence is not None:
        value = text.NOTE_SOURCE_VALUE.format(
            source=content.prevalence.source,
            period=format_period(content.prevalence.period),
            date=words.write_data_date(content.prevalence.data_date),
        )
        notes.append((text.NOTE_SOURCE, value))
    if content.coverage is not None:
        period = words.name_services(content.coverage.period, long=True)
        notes.append((text.NOTE_COVERAGE, text.NOTE_COVERAGE_VALUE.format(period=period)))
    minimum = format_count(read_thresholds().minimum_measured)
    cycle = text.NOTE_PERIOD_VALUE.format(year=content.year, before=content.year - 1)
    return [
        *notes,
        (text.NOTE_PERIOD, cycle),
        (text.NOTE_DENOMINATOR, text.NOTE_DENOMINATOR_VALUE),
        (text.NOTE_CLASSES, text.NOTE_CLASSES_VALUE.format(classes=words.write_bounds())),
        (text.NOTE_FEW, text.NOTE_FEW_VALUE.format(minimum=minimum)),
        (text.NOTE_PROTECTION, text.NOTE_PROTECTION_VALUE),
        (text.NOTE_APPROVAL, text.NOTE_APPROVAL_VALUE),
    ]


def write_notes(content: Content) -> str:
    """Sources, cut-offs and what is left out; then the files and the fixed address."""
    code, year = content.region.code, content.year
    listed = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in list_notes(content)
    )
    files = [
        link(address_of(code, year, "data.csv"), text.DOWNLOAD_CSV, css_class="button"),
        link(address_of(code, year, "data.xlsx"), text.DOWNLOAD_XLSX, css_class="button"),
    ]
    fixed = f"<p>{escape(text.FIXED_LINK)} <code>{escape(address_of(code, year))}</code></p>"
    download = section(
        text.SECTION_DOWNLOAD, paragraph(text.DOWNLOAD_INTRO), f"<p>{''.join(files)}</p>", fixed
    )
    return section(text.SECTION_NOTES, f"<dl>{listed}</dl>") + download
