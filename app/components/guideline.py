"""The page Dokumen: which documents there are, how far each is, and its files to take along."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from app import guideline_loaders, stage_loaders
from app.components.selection import Selection
from app.documents.guideline_files import MIMES
from app.format import escape_markdown, format_count
from app.guideline_lacks import Lacks
from app.guideline_list import DOCUMENTS, FORMS, Form, GuidelineDocument, find_level
from app.loaders import Key
from app.target_words import name_region
from app.text import dokumen as text
from app.text import screens

_ICONS: dict[Form, str] = {
    "docx": ":material/description:",
    "pdf": ":material/picture_as_pdf:",
    "xlsx": ":material/table_view:",
}
_ZIP_ICON, _ZIP_MIME = ":material/folder_zip:", "application/zip"


def pick_region(selection: Selection) -> str | None:
    """The region whose documents are shown: a desa's is its kecamatan's; None for the nation."""
    code = selection.code[:8]
    return code if find_level(code) is not None else None


def draw_title(code: str) -> None:
    """The page's title with the region's name."""
    words = text.TITLE.format(page=screens.PAGE_DOKUMEN, name=name_region(code))
    st.title(escape_markdown(words), anchor=False)


def draw_wrong_level() -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(screens.PAGE_DOKUMEN, anchor=False)
    st.subheader(text.WRONG_LEVEL_TITLE, anchor=False)
    st.text(text.WRONG_LEVEL)


def draw_documents(code: str, year: int) -> None:
    """All documents of a region and year, in the guideline's order, each with its state."""
    with st.spinner(text.WAIT):
        lacks = guideline_loaders.load_lacks(code, year)
    versions = guideline_loaders.find_versions()
    _draw_summary(code, year, lacks, versions)
    group = ""
    for document in DOCUMENTS:
        if document.group != group:
            group = document.group
            st.subheader(text.GROUPS[group], anchor=False)
        _draw_document(code, year, document, lacks[document.key], versions)


def _draw_summary(code: str, year: int, lacks: Mapping[str, Lacks], versions: Key) -> None:
    today = stage_loaders.load_today(code)
    final = sum(each.is_final for each in lacks.values())
    with st.container(horizontal=True, vertical_alignment="center"):
        words = {"final": format_count(final), "total": format_count(len(lacks))}
        st.text(text.COUNT.format(**words), width="content")
        st.download_button(
            text.ZIP,
            data=partial(guideline_loaders.load_archive, versions, code, year, today),
            file_name=text.ZIP_NAME.format(code=code, year=year),
            mime=_ZIP_MIME,
            icon=_ZIP_ICON,
            on_click="ignore",
            key=f"dokumen_zip_{code}_{year}",
            help=text.ZIP_HINT,
        )


def _draw_document(
    code: str, year: int, document: GuidelineDocument, lacks: Lacks, versions: Key
) -> None:
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{escape_markdown(text.SHORT_TITLES[document.key])}**", width="content")
            if lacks.is_final:
                st.badge(text.FINAL, color="green", icon=":material/verified:")
            else:
                st.badge(text.DRAFT, color="orange", icon=":material/edit_note:")
            # A row of its own, so that the forms of one document stay together on a phone.
            with st.container(horizontal=True, width="content", gap="small"):
                for form in FORMS:
                    _draw_form(code, year, document, form, versions)
        if not lacks.is_final:
            _draw_lacks(lacks)


def _draw_lacks(lacks: Lacks) -> None:
    lines = list(lacks.sentences)
    if lacks.gaps:
        cells = sum(len(gap.items) * len(gap.desa) for gap in lacks.gaps)
        desa = len({name for gap in lacks.gaps for name in gap.desa})
        counts = {"cells": format_count(cells), "desa": format_count(desa)}
        lines.append(text.MISSING_DESA.format(**counts))
    with st.expander(text.MISSING_TITLE.format(count=format_count(len(lines)))):
        shown = [text.MISSING_LINE.format(line=line) for line in lines[: text.MISSING_SHOWN]]
        rest = len(lines) - len(shown)
        if rest > 0:
            shown.append(text.MISSING_REST.format(count=format_count(rest)))
        st.text("\n".join(shown))


def _draw_form(
    code: str, year: int, document: GuidelineDocument, form: Form, versions: Key
) -> None:
    today = stage_loaders.load_today(code)
    st.download_button(
        text.FORMS[form],
        data=partial(guideline_loaders.load_file, versions, code, year, document.key, form, today),
        file_name=f"{document.key}-{code}-{year}.{form}",
        mime=MIMES[form],
        icon=_ICONS[form],
        on_click="ignore",
        key=f"dokumen_{code}_{year}_{document.key}_{form}",
    )
