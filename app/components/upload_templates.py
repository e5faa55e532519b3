"""Templates to fill in Excel: of measurements with the desa already in it."""

import streamlit as st

from app import loaders
from app.access import Account
from app.actions.uploads import areas_for, kinds_for
from app.components.upload_result import EXCEL
from app.documents.templates import write_empty_template, write_measurement_template
from app.format import escape_markdown
from app.text import uploads as text
from app.upload_loaders import load_desa


def draw_templates(person: Account) -> None:
    """Offer the templates of what a person may bring."""
    st.text(text.TEMPLATES_INTRO)
    kinds = kinds_for(person)
    for code in areas_for(person):
        _offer_measurements(code)
    empty = [kind for kind in ("survei", "wilayah", "fasilitas") if kind in kinds]
    for kind in [*empty, "padanan"]:
        name, file_name = text.TEMPLATES[kind]
        st.download_button(
            text.TEMPLATE_DOWNLOAD.format(name=name),
            data=lambda kind=kind: write_empty_template(kind),  # type: ignore[misc]
            file_name=file_name,
            mime=EXCEL,
            icon=":material/download:",
            on_click="ignore",
            key=f"templat_{kind}",
        )


def _offer_measurements(code: str) -> None:
    region = loaders.load_region(code)
    place = region.name if region else code
    desa = load_desa(code)
    if desa.empty:
        st.info(escape_markdown(text.TEMPLATE_NO_DESA.format(name=place)))
        return
    name, file_name = text.TEMPLATES["pengukuran"]
    label = text.TEMPLATE_DOWNLOAD.format(name=f"{name}: {place}")
    st.download_button(
        escape_markdown(label),
        data=lambda: write_measurement_template(desa),
        file_name=file_name.format(code=code),
        mime=EXCEL,
        icon=":material/download:",
        on_click="ignore",
        key=f"templat_pengukuran_{code}",
    )
