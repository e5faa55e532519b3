"""The tags of a budget as Excel, of one agency or of all of them."""

import streamlit as st

from app import loaders
from app.actions.penandaan import Snapshot, part_of
from app.budget_words import key_snapshot, name_snapshot
from app.components.frame import is_demo
from app.components.stage_marks import find_mark
from app.components.upload_result import EXCEL
from app.documents.exported import to_xlsx
from app.documents.penandaan import export_tags, list_notes
from app.stage_loaders import load_now
from app.tagging_figures import tabulate_tags
from app.tagging_words import name_owner
from app.target_words import name_region
from app.text import penandaan as text


def draw_download(snapshot: Snapshot, owner: tuple[str, str] | None) -> None:
    """Offer the tags in the layout of the guideline's document; made only when asked for."""
    name = text.FILE_NAME.format(
        code="-".join(owner) if owner else snapshot.wilayah_code,
        snapshot=key_snapshot(snapshot),
    )
    st.download_button(
        text.DOWNLOAD,
        data=lambda: make_excel(snapshot, owner),
        file_name=f"{name}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        help=text.DOWNLOAD_HELP,
        on_click="ignore",
    )


def make_excel(snapshot: Snapshot, owner: tuple[str, str] | None) -> bytes:
    """The workbook of an agency's tags, or of all."""
    code, agency = owner or (snapshot.wilayah_code, "")
    part = part_of(code, agency, snapshot.kind, snapshot.year)
    mark = find_mark(code, part.year, part.stage)
    notes = list_notes(
        name_region(snapshot.wilayah_code),
        name_snapshot(snapshot),
        snapshot.nomenclature,
        state=mark.words if mark is not None else None,
        agency=name_owner(*owner) if owner else None,
        demo=is_demo(),
        made_on=load_now(snapshot.wilayah_code),
    )
    return to_xlsx(export_tags(tabulate_tags(loaders.load_engine(), snapshot, owner), notes))
