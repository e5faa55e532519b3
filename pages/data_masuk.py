"""Data masuk: files handed in, checked and stored; imports listed and withdrawn; templates."""

import streamlit as st

from app.components.upload import draw_upload
from app.components.upload_batches import draw_batches
from app.components.upload_templates import draw_templates
from app.session import current_person
from app.text import screens, uploads

person = current_person()
st.title(screens.PAGE_DATA_MASUK, anchor=False)
if person is not None:
    handing_in, imports, templates = st.tabs(
        [uploads.TAB_UPLOAD, uploads.TAB_BATCHES, uploads.TAB_TEMPLATES]
    )
    with handing_in:
        draw_upload(person)
    with imports:
        draw_batches(person)
    with templates:
        draw_templates(person)
