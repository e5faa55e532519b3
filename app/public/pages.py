"""Whole public pages: of a region's year, a withheld one, the index, and what is not found."""

from app.format import format_date
from app.public import words
from app.public.closing import (
    address_of,
    write_assessment,
    write_notes,
    write_stages,
    write_support,
)
from app.public.content import Content, Listed
from app.public.html import ROUTE, escape, items, link, make_page, paragraph
from app.public.sections import write_coverage, write_desa, write_prevalence, write_trend
from app.text import publik as text
from data_access.reads.publik import Hold


def write_region_page(content: Content) -> str:
    """The page of a region's year, or in its place that it is withheld, by whom and why."""
    name = words.name_region(content.region)
    title = text.TITLE_PAGE.format(name=name, year=content.year)
    hold = content.approval.find_hold(content.region.code)
    body = _write_withheld(content, hold) if hold is not None else _write_content(content)
    return make_page(title, body, is_demo=content.is_demo)


def _write_content(content: Content) -> str:
    last = content.last_approval
    if last is None:
        name = words.name_region(content.region)
        nothing = paragraph(text.NOTHING_YET.format(name=name, year=content.year))
        return f'<div class="plain">{nothing}{_write_years(content)}</div>'
    parts = [
        f'<div class="plain">{paragraph(text.LEAD.format(date=format_date(last)))}'
        f"{_write_years(content)}</div>",
        write_prevalence(content),
        write_trend(content),
        write_desa(content),
        "" if content.region.level == "provinsi" else write_coverage(content),
        write_stages(content),
        write_assessment(content),
        write_support(content),
        write_notes(content),
    ]
    return "\n".join(parts)


def _write_years(content: Content) -> str:
    code = content.region.code
    others = [link(address_of(code, y), str(y)) for y in content.years if y != content.year]
    shown = f"<p>{escape(text.OTHER_YEARS)}: {' · '.join(others)}</p>" if others else ""
    above = [r for r in content.path if r.code != code and r.level in text.LEVELS]
    below = [p for p in content.places if p.code != code]
    around = [link(address_of(r.code, content.year), words.name_region(r)) for r in above]
    around += [link(address_of(p.code, content.year), p.name) for p in below]
    if not around:
        return shown
    return (
        f"{shown}<details><summary>{escape(text.OWN_PAGES)}</summary>"
        f"{items(around, 'links')}</details>"
    )


def _write_withheld(content: Content, hold: Hold) -> str:
    holder = next((r for r in content.path if r.code == hold.wilayah_code[:5]), content.region)
    who = text.WITHHELD_BY.format(name=holder.name)
    day = format_date(content.approval.to_date(hold.updated_at))
    what = text.WITHHELD.format(
        name=words.name_region(content.region), year=content.year, who=who, date=day
    )
    return (
        f'<div class="plain"><h2>{escape(text.WITHHELD_TITLE.format(year=content.year))}</h2>'
        f"{paragraph(what)}{paragraph(text.WITHHELD_REASON.format(reason=hold.reason))}"
        f"{paragraph(text.WITHHELD_AFTER.format(who=who), 'quiet')}{_write_years(content)}</div>"
    )


def write_index(listed: list[Listed], *, is_demo: bool = False) -> str:
    """All provinces and kabupaten with their years."""
    if not listed:
        body = paragraph(text.INDEX_EMPTY)
    else:
        entries = [f"{escape(each.region.name)}: {_index_years(each)}" for each in listed]
        body = paragraph(text.INDEX_INTRO) + items(entries)
    return make_page(text.TITLE_INDEX, f'<div class="plain">{body}</div>', is_demo=is_demo)


def _index_years(each: Listed) -> str:
    return " · ".join(
        link(
            address_of(each.region.code, year),
            text.INDEX_WITHHELD.format(year=year) if year in each.held else str(year),
        )
        for year in each.years
    )


def write_message(title: str, sentence: str) -> str:
    """A page that says one thing: not found, or not to be reached."""
    body = f'<div class="plain">{paragraph(sentence)}<p>{link(ROUTE, text.LINK_INDEX)}</p></div>'
    return make_page(title, body)
