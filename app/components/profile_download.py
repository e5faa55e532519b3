"""A desa's profile as Excel."""

import streamlit as st

from analysis.problem_settings import ProblemSettings
from app.components.frame import is_demo
from app.components.problem_choice import describe_pairing, find_marks
from app.components.problem_settings import describe_origin
from app.components.profile import list_decrees
from app.components.upload_result import EXCEL
from app.documents.exported import to_xlsx
from app.documents.lokasi import list_frame_notes, list_place_notes
from app.documents.profil import export_profile
from app.problem_figures import Pairing
from app.problem_profile import Profile
from app.problem_sentences import write_reason
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import profil as text


def draw_download(profile: Profile, pairing: Pairing, settings: ProblemSettings) -> None:
    """Offer the profile as Excel; made when asked for."""
    st.caption(text.PRINT_HINT)
    st.download_button(
        text.DOWNLOAD,
        data=lambda: _make(profile, pairing, settings),
        file_name=f"{text.FILE_NAME.format(code=profile.code, period=pairing.period)}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


def _make(profile: Profile, pairing: Pairing, settings: ProblemSettings) -> bytes:
    marks = [words for words, _ in find_marks(pairing, profile.code)]
    notes = list_frame_notes(
        name_region(profile.code),
        describe_pairing(pairing),
        marks,
        demo=is_demo(),
        made_on=load_now(profile.code),
    )
    if profile.figures is not None:
        reason = write_reason(profile.figures, settings, name_region(pairing.scope_code))
        notes.append((text.NOTE_REASON, reason))
    notes += [(text.ROW_LOKUS, line) for line in list_decrees(profile.code)]
    notes += list_place_notes(settings, describe_origin(pairing.scope_code, settings))
    return to_xlsx(export_profile(profile, pairing, notes))
